package app

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/journal"
)

// state holds the records in memory. Records and the slices handed out are
// never changed in place, so readers need the lock only to fetch them.
type state struct {
	mu        sync.RWMutex
	byID      map[field.ID]*field.Record
	all       map[*field.Kind][]*field.Record
	lists     map[listKey][]*field.Record
	byRef     map[string]field.ID
	sequences map[string]int
	indexed   map[*field.Kind][]index // those that somebody has asked of
	version   int64
	first     journal.Hash // the chain after the first entry
}

func newState(s *Snapshot) *state {
	st := &state{
		byID: make(map[field.ID]*field.Record, len(s.Records)), all: map[*field.Kind][]*field.Record{},
		lists: map[listKey][]*field.Record{}, byRef: map[string]field.ID{}, sequences: maps.Clone(s.Sequences),
		indexed: map[*field.Kind][]index{}, first: s.First,
	}
	for _, k := range Kinds {
		if f := k.Owner(); f != nil { // always asked of
			st.indexed[k] = append(st.indexed[k], index{field: f})
		}
	}
	if st.sequences == nil {
		st.sequences = map[string]int{}
	}
	var ways sync.WaitGroup // none of them touches what another makes
	ways.Go(func() {
		for _, r := range s.Records {
			st.byID[r.ID] = r
		}
	})
	ways.Go(func() {
		for _, r := range s.Records {
			if r.Ref != "" {
				st.byRef[r.Ref] = r.ID
			}
		}
	})
	ways.Go(func() { st.list(s.Records) })
	ways.Wait()
	return st
}

// list makes the lists of all records.
func (st *state) list(records []*field.Record) {
	for _, r := range records {
		for key := range st.listKeys(r) {
			st.lists[key] = append(st.lists[key], r)
		}
		st.all[r.Kind] = append(st.all[r.Kind], r)
	}
	for k := range st.all {
		slices.SortFunc(st.all[k], field.InOrder)
	}
	for _, list := range st.lists {
		if !slices.IsSortedFunc(list, field.InOrder) {
			slices.SortFunc(list, field.InOrder)
		}
	}
}

// index is the lists that are kept of a kind's records: of those whose field points at
// the same or, by the kind's title, of those that have the same name (by text.Key).
type index struct {
	field *field.Field
	names bool
}

// listKey names a list of records that are asked for together: what they point at, or
// are called.
type listKey struct {
	index
	text string
}

// listKeys gives the lists that a record stands in.
func (st *state) listKeys(r *field.Record) iter.Seq[listKey] {
	return func(yield func(listKey) bool) {
		for _, x := range st.indexed[r.Kind] {
			for key := range x.keys(r) {
				if !yield(key) {
					return
				}
			}
		}
	}
}

// keys gives the lists of the index that a record stands in, each once.
func (x index) keys(r *field.Record) iter.Seq[listKey] {
	return func(yield func(listKey) bool) {
		v := r.Get(x.field)
		if x.names {
			s, _ := v.(string)
			if name := text.Key(s); name != "" {
				yield(listKey{x, name})
			}
			return
		}
		if id, one := v.(field.ID); one {
			yield(listKey{x, string(id)})
			return
		}
		ids := field.References(v)
		for i, id := range ids {
			if !slices.Contains(ids[:i], id) && !yield(listKey{x, string(id)}) {
				return
			}
		}
	}
}

// edits are what a batch does to the lists. They are gathered and each list is
// made anew once: all that a file holds may have the same name.
type edits map[listKey]*listEdit

type listEdit struct {
	gone  map[field.ID]bool
	fresh []*field.Record
}

func (e edits) of(key listKey) *listEdit {
	if e[key] == nil {
		e[key] = &listEdit{}
	}
	return e[key]
}

// find lets a record be found by what it alone has.
func (st *state) find(r *field.Record) {
	st.byID[r.ID] = r
	if r.Ref != "" {
		st.byRef[r.Ref] = r.ID
	}
}

func (st *state) index(r *field.Record, e edits) {
	st.find(r)
	for key := range st.listKeys(r) {
		edit := e.of(key)
		edit.fresh = append(edit.fresh, r)
	}
}

func (st *state) unindex(r *field.Record, e edits) {
	delete(st.byID, r.ID)
	delete(st.byRef, r.Ref)
	for key := range st.listKeys(r) {
		edit := e.of(key)
		if edit.gone == nil {
			edit.gone = map[field.ID]bool{}
		}
		edit.gone[r.ID] = true
	}
}

// carry makes the lists that are to change. They stand in order however the
// records came in; the old ones are left to those who read them.
func (st *state) carry(e edits) {
	for key, edit := range e {
		old := st.lists[key]
		out := make([]*field.Record, 0, len(old)+len(edit.fresh))
		for _, r := range old {
			if !edit.gone[r.ID] {
				out = append(out, r)
			}
		}
		if out = ordered(out, edit.fresh); len(out) == 0 {
			delete(st.lists, key)
			continue
		}
		st.lists[key] = out
	}
}

// ordered adds fresh records to a list that is in order, where they belong:
// mostly last.
func ordered(list, fresh []*field.Record) []*field.Record {
	slices.SortFunc(fresh, field.InOrder)
	last := len(list) == 0 || len(fresh) == 0 || field.InOrder(list[len(list)-1], fresh[0]) < 0
	if list = append(list, fresh...); !last {
		slices.SortFunc(list, field.InOrder)
	}
	return list
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
	edits := edits{}
	done := make(map[field.ID]bool, len(touched))
	for _, id := range touched {
		if done[id] {
			continue
		}
		done[id] = true
		old := st.byID[id]
		if old != nil {
			st.unindex(old, edits)
		}
		switch r := now[id]; {
		case r == nil && old != nil:
			of(old.Kind).removed = true
		case r == nil: // made and removed in the same batch
		case old != nil && old.Ref == r.Ref:
			of(r.Kind).changed = append(of(r.Kind).changed, r)
			st.index(r, edits)
		default:
			c := of(r.Kind)
			c.fresh = append(c.fresh, r)
			c.removed = c.removed || old != nil
			st.index(r, edits)
		}
	}
	st.carry(edits)
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
	return ordered(out, c.fresh)
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

// Pointing gives the records whose stored field f points at id, in reference
// order. The slice is not to be changed.
func (p *Portfolio) Pointing(f *field.Field, id field.ID) []*field.Record {
	return p.state.pointing(f, id)
}

func (st *state) pointing(f *field.Field, id field.ID) []*field.Record {
	return st.listed(listKey{index{field: f}, string(id)})
}

// listed gives a list. Those of an index are made when somebody asks for one.
func (st *state) listed(key listKey) []*field.Record {
	x, k := key.index, key.field.Kind
	st.mu.RLock()
	if slices.Contains(st.indexed[k], x) {
		defer st.mu.RUnlock()
		return st.lists[key]
	}
	st.mu.RUnlock()
	st.mu.Lock()
	defer st.mu.Unlock()
	if !slices.Contains(st.indexed[k], x) {
		st.indexed[k] = append(st.indexed[k], x)
		for _, r := range st.all[k] {
			for key := range x.keys(r) {
				st.lists[key] = append(st.lists[key], r)
			}
		}
	}
	return st.lists[key]
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

// Named gives the records of k whose title is name in any case. The slice is not
// to be changed.
func (p *Portfolio) Named(k *field.Kind, name string) []*field.Record {
	return p.state.listed(listKey{index{k.Title(), true}, text.Key(name)})
}

// Label is what people call the record; "" when there is none.
func (p *Portfolio) Label(id field.ID) string {
	if r := p.Get(id); r != nil {
		return r.Name()
	}
	return ""
}

// Exact is a text that Find resolves to the record again: what its kind says, else
// its name, with the reference where others have the same.
func (p *Portfolio) Exact(id field.ID) string {
	r := p.Get(id)
	if r == nil {
		return ""
	}
	name := r.Name()
	shared := name == "" || len(p.Named(r.Kind, name)) > 1
	if r.Kind.Exact != nil {
		if s := r.Kind.Exact(p, r, shared); s != "" {
			return s
		}
	}
	if of := cmp.Or(r.Ref, p.ownerSaid(r)); shared && of != "" && of != name {
		return fmt.Sprintf("%s (%s)", name, of)
	}
	return name
}

// ownerSaid is what tells the owner of a part: its reference, or its name; "" of what has
// a name and no owner.
func (p *Portfolio) ownerSaid(r *field.Record) string {
	if o := p.Get(r.Owner()); o != nil && r.Name() != "" {
		return cmp.Or(o.Ref, o.Name())
	}
	return ""
}
