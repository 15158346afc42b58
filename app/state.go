package app

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/text"
)

// state holds the records in memory. Records and the slices handed out are
// never changed in place, so readers need the lock only to fetch them.
type state struct {
	mu        sync.RWMutex
	byID      map[field.ID]*field.Record
	all       map[*field.Kind][]*field.Record
	owned     map[field.ID][]*field.Record          // records with an owner field, by owner
	named     map[*field.Kind]map[string][]field.ID // by text.Key of the title
	byRef     map[string]field.ID
	sequences map[string]int
	version   int64
}

func newState(s *Snapshot) *state {
	st := &state{
		byID: make(map[field.ID]*field.Record, len(s.Records)), all: map[*field.Kind][]*field.Record{},
		owned: map[field.ID][]*field.Record{}, named: map[*field.Kind]map[string][]field.ID{},
		byRef: map[string]field.ID{}, sequences: maps.Clone(s.Sequences),
	}
	if st.sequences == nil {
		st.sequences = map[string]int{}
	}
	for _, r := range s.Records {
		st.index(r)
		st.all[r.Kind] = append(st.all[r.Kind], r)
	}
	for k := range st.all {
		slices.SortFunc(st.all[k], field.InOrder)
	}
	return st
}

func owner(r *field.Record) field.ID {
	if f := r.Kind.Field("owner"); f != nil {
		id, _ := r.Get(f).(field.ID)
		return id
	}
	return ""
}

func (st *state) index(r *field.Record) {
	st.byID[r.ID] = r
	if r.Ref != "" {
		st.byRef[r.Ref] = r.ID
	}
	if o := owner(r); o != "" {
		st.owned[o] = inserted(st.owned[o], r, r, func(r *field.Record) *field.Record { return r })
	}
	if name := titleKey(r); name != "" {
		m := st.named[r.Kind]
		if m == nil {
			m = map[string][]field.ID{}
			st.named[r.Kind] = m
		}
		m[name] = inserted(m[name], r.ID, r, func(id field.ID) *field.Record { return st.byID[id] })
	}
}

// inserted puts v, which stands for r, where it belongs among others that are in
// order, so that they stand alike however they came in: mostly last, and readers
// of the old slice keep its length.
func inserted[T any](s []T, v T, r *field.Record, of func(T) *field.Record) []T {
	if len(s) == 0 || field.InOrder(of(s[len(s)-1]), r) < 0 {
		return append(s, v)
	}
	i, _ := slices.BinarySearchFunc(s, r, func(x T, r *field.Record) int { return field.InOrder(of(x), r) })
	return slices.Insert(slices.Clip(s), i, v)
}

func (st *state) unindex(r *field.Record) {
	delete(st.byID, r.ID)
	delete(st.byRef, r.Ref)
	if o := owner(r); o != "" {
		st.owned[o] = without(st.owned[o], r)
	}
	if name := titleKey(r); name != "" {
		st.named[r.Kind][name] = without(st.named[r.Kind][name], r.ID)
	}
}

func without[T comparable](s []T, v T) []T {
	return slices.DeleteFunc(slices.Clone(s), func(x T) bool { return x == v })
}

func titleKey(r *field.Record) string {
	s, _ := r.Get(r.Kind.Title()).(string)
	return text.Key(s)
}

// replace carries out a batch, in the order of touched, which holds the
// identities of all that is changed, made or removed: what is left of it is in
// now.
func (st *state) replace(touched []field.ID, now map[field.ID]*field.Record) {
	st.mu.Lock()
	defer st.mu.Unlock()
	changes := map[*field.Kind]*kindChange{}
	of := func(k *field.Kind) *kindChange {
		if changes[k] == nil {
			changes[k] = &kindChange{}
		}
		return changes[k]
	}
	done := make(map[field.ID]bool, len(touched))
	for _, id := range touched {
		if done[id] {
			continue
		}
		done[id] = true
		old := st.byID[id]
		if old != nil {
			st.unindex(old)
		}
		switch r := now[id]; {
		case r == nil && old != nil:
			of(old.Kind).removed = true
		case r == nil: // made and removed in the same batch
		case old != nil && old.Ref == r.Ref:
			of(r.Kind).changed = append(of(r.Kind).changed, r)
			st.index(r)
		default:
			c := of(r.Kind)
			c.fresh = append(c.fresh, r)
			c.removed = c.removed || old != nil
			st.index(r)
		}
	}
	for k, c := range changes {
		st.all[k] = c.list(st.all[k], st.byID)
	}
	st.version++
}

// kindChange is what a batch does to the list of one kind.
type kindChange struct {
	changed, fresh []*field.Record
	removed        bool // some have gone
}

// list makes the new list, since readers may hold the old one.
func (c *kindChange) list(old []*field.Record, byID map[field.ID]*field.Record) []*field.Record {
	out := make([]*field.Record, len(old), len(old)+len(c.fresh))
	copy(out, old)
	for _, r := range c.changed {
		if i, found := slices.BinarySearchFunc(out, r, field.InOrder); found {
			out[i] = r
		}
	}
	if c.removed {
		out = slices.DeleteFunc(out, func(r *field.Record) bool { return byID[r.ID] != r })
	}
	if len(c.fresh) > 0 {
		slices.SortFunc(c.fresh, field.InOrder)
		ordered := len(out) == 0 || field.InOrder(out[len(out)-1], c.fresh[0]) < 0
		if out = append(out, c.fresh...); !ordered {
			slices.SortFunc(out, field.InOrder)
		}
	}
	return out
}

// Get finds a record by identity, nil when there is none.
func (p *Portfolio) Get(id field.ID) *field.Record {
	p.state.mu.RLock()
	defer p.state.mu.RUnlock()
	return p.state.byID[id]
}

// All gives the records of a kind in reference order. The slice is not to be
// changed.
func (p *Portfolio) All(k *field.Kind) []*field.Record {
	p.state.mu.RLock()
	defer p.state.mu.RUnlock()
	return p.state.all[k]
}

// Owned gives the records of k that belong to owner. The slice is not to be
// changed.
func (p *Portfolio) Owned(k *field.Kind, owner field.ID) []*field.Record {
	p.state.mu.RLock()
	defer p.state.mu.RUnlock()
	out := p.state.owned[owner]
	for _, r := range out {
		if r.Kind != k {
			return slices.DeleteFunc(slices.Clone(out), func(r *field.Record) bool { return r.Kind != k })
		}
	}
	return out
}

// ByRef finds a record by its reference, "SYS-0042"; nil when there is none.
func (p *Portfolio) ByRef(ref string) *field.Record {
	p.state.mu.RLock()
	defer p.state.mu.RUnlock()
	return p.state.byID[p.state.byRef[strings.ToUpper(strings.TrimSpace(ref))]]
}

// Version counts the changes since the portfolio was opened; views use it to
// know when what they derived is old.
func (p *Portfolio) Version() int64 {
	p.state.mu.RLock()
	defer p.state.mu.RUnlock()
	return p.state.version
}

// Named gives the records of k whose title is name in any case.
func (p *Portfolio) Named(k *field.Kind, name string) []*field.Record {
	p.state.mu.RLock()
	defer p.state.mu.RUnlock()
	var out []*field.Record
	for _, id := range p.state.named[k][text.Key(name)] {
		out = append(out, p.state.byID[id])
	}
	return out
}

// Label is what people call the record; "" when there is none.
func (p *Portfolio) Label(id field.ID) string {
	if r := p.Get(id); r != nil {
		return r.Name()
	}
	return ""
}

// Exact is a text that Find resolves to the record again: a unit's path, a
// person's name (with e-mail where the name is shared), another's name (with
// reference where the name is shared).
func (p *Portfolio) Exact(id field.ID) string {
	r := p.Get(id)
	if r == nil {
		return ""
	}
	if r.Kind == org.UnitKind {
		return org.Path(p, id)
	}
	name := r.Name()
	if name != "" && len(p.Named(r.Kind, name)) < 2 {
		return name
	}
	if mail, _ := r.Get(org.PersonEmail.Field).(string); r.Kind == org.PersonKind && mail != "" {
		return fmt.Sprintf("%s <%s>", name, mail)
	}
	if r.Ref != "" && r.Ref != name {
		return fmt.Sprintf("%s (%s)", name, r.Ref)
	}
	return name
}
