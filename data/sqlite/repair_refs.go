package sqlite

import (
	"cmp"
	"fmt"
	"slices"

	words "itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// mendReferences takes out what points at nothing. What is a part of something that
// is lost is kept, by an empty record in its place.
func (m *mended) mendReferences() {
	ids := make([]field.ID, 0, len(m.records))
	for id := range m.records {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	taken := map[string]field.ID{}
	for _, id := range ids {
		r := m.records[id]
		if other, twice := taken[r.Ref]; twice && r.Ref != "" && m.records[other].Kind == r.Kind {
			r = m.change(r)
			m.out.Removed = append(m.out.Removed, fmt.Sprintf("%s: referensen %s är en annan posts och borttagen här.", called(r), r.Ref))
			r.Ref = ""
		}
		taken[r.Ref] = id
	}
	for _, sure := range []bool{true, false} { // what kind something was is first told by what only points at one
		for _, id := range ids {
			for _, f := range m.records[id].Kind.Pointers() {
				if sure == (f.Target() != nil) {
					m.mendField(id, f)
				}
			}
		}
	}
}

// change gives a copy of a record, that takes its place, to be changed by the repair.
func (m *mended) change(r *field.Record) *field.Record {
	c := r.Clone()
	c.Changed = m.now
	m.records[r.ID] = c
	return c
}

func (m *mended) mendField(id field.ID, f *field.Field) {
	r := m.records[id]
	v := r.Get(f)
	gone := func(to field.ID) bool { return m.records[to] == nil }
	missing := slices.DeleteFunc(slices.Clone(field.References(v)), func(to field.ID) bool { return !gone(to) })
	if len(missing) == 0 {
		return
	}
	for _, to := range missing {
		m.missed(r, f, to)
	}
	if f.Owning {
		m.stand(f, missing[0])
		return
	}
	r = m.change(r)
	switch v := v.(type) {
	case []field.ID:
		r.Put(f, slices.DeleteFunc(slices.Clone(v), gone))
	case []field.Holding:
		r.Put(f, slices.DeleteFunc(slices.Clone(v), func(h field.Holding) bool { return gone(h.Person) }))
	default:
		r.Put(f, nil)
	}
	m.out.Removed = append(m.out.Removed, fmt.Sprintf("%s: det som %s gällde saknas, och är borttaget där.", called(r), f.Label))
}

// missed names what something points at, if it is known to be lost and not removed.
func (m *mended) missed(r *field.Record, f *field.Field, to field.ID) {
	fact := m.kn.facts[to]
	switch {
	case fact != nil && fact.gone != "":
	case fact != nil && fact.kind != nil:
		m.lose(fact.kind, to, fact.name, wholeText)
	default:
		k, sure := m.kindOf(f, to)
		why := fmt.Sprintf("bara %s (%s) pekar på den", called(r), f.Label)
		if !sure {
			why += ", och vad för slags post den var är osäkert"
		}
		m.lose(k, to, "", why)
	}
}

// kindOf is what kind of record a reference points at: what is known of it, what alone
// it can be, or what most are missing of.
func (m *mended) kindOf(f *field.Field, to field.ID) (k *field.Kind, sure bool) {
	for _, l := range m.out.Lost {
		if l.ID == to {
			return l.Kind, true
		}
	}
	for _, r := range m.ev.rows[to] {
		if f.MayPointAt(r.record.Kind) {
			return r.record.Kind, true
		}
	}
	targets := f.Targets()
	k = targets[0]
	for _, t := range targets[1:] {
		if m.short[t] > m.short[k] {
			k = t
		}
	}
	return k, len(targets) == 1
}

// stand puts an empty record in the place of a lost one that others are parts of.
func (m *mended) stand(f *field.Field, id field.ID) {
	k, _ := m.kindOf(f, id)
	r := field.NewRecord(k, id)
	r.Created, r.Changed = m.now, m.now
	name := "Förlorad: " + k.One
	for i, lost := range m.out.Lost {
		if lost.ID == id {
			r.Ref, name = lost.Ref, cmp.Or(lost.Name, name)
			m.out.Lost[i].Why += "; en tom post står i dess ställe, så att det som hör till den finns kvar"
		}
	}
	r.Put(k.Title(), name)
	m.records[id] = r
}

func called(r *field.Record) string {
	name := r.Name()
	if name == "" {
		name = r.Kind.One
	}
	if r.Ref != "" && name != r.Ref {
		name = r.Ref + " " + name
	}
	return words.Line(name)
}
