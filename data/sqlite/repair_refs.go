package sqlite

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	words "itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// mendReferences takes out what points at nothing. What is a part of something that
// is lost, or says nothing without it, is kept, by an empty record in its place.
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
	missing := m.dangling(ids)
	order := slices.Sorted(maps.Keys(missing))
	slices.SortStableFunc(order, func(a, b field.ID) int { // what may be of one kind only is first
		return cmp.Compare(len(m.kindsOf(missing[a])), len(m.kindsOf(missing[b])))
	})
	for _, to := range order {
		m.missed(to, missing[to])
	}
	for _, to := range order { // before anything that points at one is taken out
		if slices.ContainsFunc(missing[to], func(p pointer) bool { return p.by.Owning || slices.Contains(p.by.Kind.Vital, p.by) }) {
			if k, _ := m.kindOf(to, missing[to]); k.Owner() != nil { // a part stands for nothing without what it is a part of
				m.follow(missing[to])
				continue
			}
			m.stand(to, missing[to])
		}
	}
	for _, id := range ids {
		if m.records[id] == nil {
			continue
		}
		for _, f := range m.records[id].Kind.Pointers() {
			m.mendField(id, f)
		}
	}
}

// pointer is a record that points at another by a field.
type pointer struct {
	from *field.Record
	by   *field.Field
}

// dangling gives what points at each record that isn't there.
func (m *mended) dangling(ids []field.ID) map[field.ID][]pointer {
	out := map[field.ID][]pointer{}
	for _, id := range ids {
		r := m.records[id]
		for _, f := range r.Kind.Pointers() {
			for _, to := range field.References(r.Get(f)) {
				if m.records[to] == nil {
					out[to] = append(out[to], pointer{r, f})
				}
			}
		}
	}
	return out
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
	if !slices.ContainsFunc(field.References(v), gone) {
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
func (m *mended) missed(to field.ID, by []pointer) {
	fact := m.kn.facts[to]
	switch {
	case fact != nil && fact.gone != "":
	case fact != nil && fact.kind != nil:
		m.lose(fact.kind, to, fact.name, wholeText)
	default:
		k, sure := m.kindOf(to, by)
		why := "bara " + pointing(by) + " pekar på den"
		if !sure {
			m.guessed[to] = true
			why += ", och vad för slags post den var är osäkert"
		}
		m.lose(k, to, "", why)
	}
}

// pointing names one of those that point at something, and says how many more they are.
func pointing(by []pointer) string {
	var records []*field.Record
	for _, p := range by {
		if !slices.Contains(records, p.from) {
			records = append(records, p.from)
		}
	}
	said := fmt.Sprintf("%s (%s)", called(by[0].from), by[0].by.Label)
	if more := len(records) - 1; more > 0 {
		said += " och " + words.Plural(more, "post", "poster") + " till"
	}
	return said
}

// kindsOf are the kinds that all that point at something may point at.
func (m *mended) kindsOf(by []pointer) []*field.Kind {
	out := slices.Clone(by[0].by.Targets())
	for _, p := range by[1:] {
		if both := slices.DeleteFunc(slices.Clone(out), func(k *field.Kind) bool { return !p.by.MayPointAt(k) }); len(both) > 0 {
			out = both
		}
	}
	return out
}

// kindOf is what kind of record something was: what is known of it, what alone it can
// be, or what most are missing of.
func (m *mended) kindOf(to field.ID, by []pointer) (k *field.Kind, sure bool) {
	kinds := m.kindsOf(by)
	if fact := m.kn.facts[to]; fact != nil && slices.Contains(kinds, fact.kind) {
		return fact.kind, true
	}
	for _, l := range m.out.Lost {
		if l.ID == to && slices.Contains(kinds, l.Kind) {
			return l.Kind, true
		}
	}
	for _, r := range m.ev.rows[to] {
		if slices.Contains(kinds, r.record.Kind) {
			return r.record.Kind, true
		}
	}
	guesses := slices.DeleteFunc(slices.Clone(kinds), func(k *field.Kind) bool { return k.Owner() != nil })
	if len(guesses) == 0 {
		guesses = kinds
	}
	k = guesses[0] // a part stands for nothing without what it is a part of
	for _, t := range guesses[1:] {
		if m.short[t] > m.short[k] {
			k = t
		}
	}
	return k, len(kinds) == 1
}

// follow loses the parts of a part that is lost: what a unit pays of a cost is nothing without
// the cost.
func (m *mended) follow(by []pointer) {
	for _, p := range by {
		if p.by.Owning && m.records[p.from.ID] != nil {
			delete(m.records, p.from.ID)
			m.lose(p.from.Kind, p.from.ID, called(p.from), "det som den är en del av är förlorat")
		}
	}
}

// stand puts an empty record in the place of a lost one that others are parts of.
func (m *mended) stand(id field.ID, by []pointer) {
	k, _ := m.kindOf(id, by)
	r := field.NewRecord(k, id)
	r.Created, r.Changed = m.now, m.now
	name := "Förlorad: " + m.mayHaveBeen(id, k, by)
	for i, lost := range m.out.Lost {
		if lost.ID == id {
			r.Ref, name = lost.Ref, cmp.Or(lost.Name, name)
			m.out.Lost[i].Why += "; en tom post står i dess ställe, så att det som hör till den finns kvar"
		}
	}
	r.Put(k.Title(), name)
	m.records[id] = r
}

// mayHaveBeen is what a lost record was, "system", or "system eller insats" when that
// isn't known.
func (m *mended) mayHaveBeen(id field.ID, k *field.Kind, by []pointer) string {
	if !m.guessed[id] {
		return k.One
	}
	var names []string
	for _, k := range m.kindsOf(by) {
		names = append(names, k.One)
	}
	return words.Or(names)
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
