package field

import (
	"fmt"
	"slices"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
)

// Tx is the portfolio as it will be with the changes made in it so far. All
// that changes a portfolio is worked out in one: rules, commands, imports and
// forms ask it as they ask the portfolio, and see what came before. Nobody else
// sees anything until its changes are carried out. It is used by one goroutine,
// and a record that has changed here is built on in place.
type Tx struct {
	World
	now  map[ID]*Record // made or changed here
	made map[ID]bool
	gone map[ID]*Record
	// Undoing says that the changes take back what was done, which may remove even what
	// lasts.
	Undoing bool
	changes []Change
	touched []ID // what the changes are of, in their order, some more than once

	dirty    map[*Kind]bool              // kinds that changed here
	lists    map[*Kind][]*Record         // of those, once somebody has asked
	refs     map[*Field]map[ID][]*Record // what changed here, by what it points at, once somebody has asked
	declares bool                        // whether what declares fields of the municipality's own changed here
	declared map[*Kind][]*Field          // a kind's fields then, once somebody has asked
	extra    map[*Kind][]*Field          // fields of the municipality's own that were declared here
}

// NewTx begins with what w is.
func NewTx(w World) *Tx {
	return &Tx{World: w, now: map[ID]*Record{}, made: map[ID]bool{}, gone: map[ID]*Record{},
		dirty: map[*Kind]bool{}, lists: map[*Kind][]*Record{}, refs: map[*Field]map[ID][]*Record{}, extra: map[*Kind][]*Field{}}
}

// Expect makes room for so many changes.
func (t *Tx) Expect(changes int) {
	t.changes, t.touched = slices.Grow(t.changes, changes), slices.Grow(t.touched, changes)
}

// Beneath is what the changes are made to in the end: a Tx may be made in another.
func (t *Tx) Beneath() World {
	w := t.World
	for {
		tx, ok := w.(interface{ Beneath() World })
		if !ok {
			return w
		}
		w = tx.Beneath()
	}
}

// Get gives a record as it will be, nil when there will be none.
func (t *Tx) Get(id ID) *Record {
	if r := t.now[id]; r != nil {
		return r
	}
	if t.gone[id] != nil {
		return nil
	}
	return t.World.Get(id)
}

// Before gives a record as it is still, nil when there is none.
func (t *Tx) Before(id ID) *Record { return t.World.Get(id) }

// Gone gives a record that is removed here, as it was; nil for others.
func (t *Tx) Gone(id ID) *Record {
	if t.now[id] != nil {
		return nil
	}
	return t.gone[id]
}

// Now are the records made or changed here, as they will be.
func (t *Tx) Now() map[ID]*Record { return t.now }

// Made says whether the record is created here.
func (t *Tx) Made(id ID) bool { return t.made[id] && t.now[id] != nil }

// Changes are those made so far, in their order.
func (t *Tx) Changes() []Change { return t.changes }

// Touched are the records that the changes are of, each once, in their order.
func (t *Tx) Touched() []ID {
	seen := make(map[ID]bool, len(t.touched))
	out := make([]ID, 0, len(t.touched))
	for _, id := range t.touched {
		if !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	return out
}

// Fields gives a kind's fields, with those declared here last, as what declares them will be.
func (t *Tx) Fields(k *Kind) []*Field {
	here := t.World.Fields(k)
	if t.declares {
		here = t.redeclared(k)
	}
	if len(t.extra[k]) == 0 {
		return here
	}
	here = slices.Clone(here)
	for _, f := range t.extra[k] {
		if !slices.ContainsFunc(here, func(o *Field) bool { return o.Key == f.Key }) {
			here = append(here, f)
		}
	}
	return here
}

// redeclare forgets what was declared before a record of the kind changed.
func (t *Tx) redeclare(k *Kind) {
	if k.Declares {
		t.declares, t.declared = true, map[*Kind][]*Field{}
	}
}

// redeclared are a kind's fields by the records that declare them here.
func (t *Tx) redeclared(k *Kind) []*Field {
	if out, ok := t.declared[k]; ok {
		return out
	}
	out := t.World.Fields(k)
	if w, ok := t.Beneath().(interface {
		FieldsIn(w World, k *Kind) []*Field
	}); ok {
		out = w.FieldsIn(t, k)
	}
	t.declared[k] = out
	return out
}

// Declare makes a field of the municipality's own known, whose record is
// created here.
func (t *Tx) Declare(f *Field) { t.extra[f.Kind] = append(t.extra[f.Kind], f) }

// Label is what people will call a record.
func (t *Tx) Label(id ID) string {
	if r := t.now[id]; r != nil {
		return r.Name()
	}
	return t.World.Label(id)
}

// Exact is a text that will find a record again.
func (t *Tx) Exact(id ID) string {
	r := t.now[id]
	switch {
	case r == nil:
		return t.World.Exact(id)
	case r.Kind.Exact != nil:
		if s := r.Kind.Exact(t, r, false); s != "" {
			return s
		}
	case t.World.Get(id) != nil:
		return t.World.Exact(id)
	}
	return r.Name()
}

// Create adds a record, which is the Tx's own from then on: it is built on by
// Set until the changes are handed over.
func (t *Tx) Create(r *Record) error {
	if t.Get(r.ID) != nil {
		return errThere
	}
	r.Tidy()
	t.last(r)
	t.made[r.ID] = true
	t.put(nil, r)
	t.note(Change{Op: Create, Kind: r.Kind, ID: r.ID, Record: r, Owner: r.Owner()})
	return nil
}

// Set gives a stored field of a record a value.
func (t *Tx) Set(id ID, f *Field, v Value) error {
	r := t.Get(id)
	if r == nil {
		return errGone
	}
	if Equal(r.Get(f), v) {
		return nil
	}
	return t.Carry(Change{Op: Set, Kind: r.Kind, ID: id, Field: f, Before: f.keptBy(r), After: v})
}

// Assign gives a field of a record a value, also one that is kept elsewhere,
// such as a year's amount.
func (t *Tx) Assign(id ID, c Column, v Value) error {
	r := t.Get(id)
	if r == nil {
		return errGone
	}
	if r.Kind.Stepping != nil && c.Field == r.Kind.Step {
		return r.Kind.Stepping(t, r, v)
	}
	changes, err := c.Field.Assign(t, r, c.Year, v)
	if err != nil {
		return err
	}
	for _, ch := range changes {
		if err := t.Carry(ch); err != nil {
			return err
		}
	}
	return nil
}

// Delete removes a record, and nothing else: see Remove.
func (t *Tx) Delete(id ID) error {
	r := t.Get(id)
	if r == nil {
		return errRemoved
	}
	return t.Carry(Change{Op: Delete, Kind: r.Kind, ID: id})
}

var (
	errGone    = fault.New(fault.NotFound, "Det som skulle ändras finns inte längre. Inget har ändrats.")
	errRemoved = fault.New(fault.NotFound, "Det som skulle tas bort finns inte längre. Inget har ändrats.")
	errThere   = fault.New(fault.Conflict, "Det som skulle läggas till finns redan. Inget har ändrats.")
)

// broken is a change that no part of the program should have made.
func broken(what string) error {
	return fault.New(fault.Internal, "Internt fel: "+what+". Inget har ändrats. Försök igen, och anmäl felet om det kommer tillbaka.")
}

// Carry makes one change, if it still fits: what is created isn't there, what is
// removed is, and a field holds what the change says that it held. A change of a
// record that was created here becomes part of its creation.
func (t *Tx) Carry(c Change) error {
	switch c.Op {
	case Create:
		return t.create(c)
	case Delete:
		return t.delete(c)
	}
	return t.set(c)
}

func (t *Tx) create(c Change) error {
	if c.Record == nil || c.Record.ID != c.ID {
		return broken("en ny post saknar sitt innehåll")
	}
	return t.Create(c.Record.Clone())
}

func (t *Tx) delete(c Change) error {
	r := t.Get(c.ID)
	if r == nil {
		return errRemoved
	}
	c.Kind, c.Record, c.Owner, c.Since = r.Kind, r, r.Owner(), r.Changed
	t.put(r, nil)
	t.note(c)
	return nil
}

func (t *Tx) set(c Change) error {
	old := t.Get(c.ID)
	if old == nil {
		return errGone
	}
	if c.Field == nil || c.Field.Kind != old.Kind || !c.Field.Kept() {
		return broken("ett fält hör inte till det som skulle ändras")
	}
	c.Kind, c.Owner, c.Since, c.After = old.Kind, old.Owner(), old.Changed, c.Field.Tidy(c.After)
	c.Before, c.After = c.Field.kept(c.Before), c.Field.kept(c.After)
	if now := c.Field.keptBy(old); !Equal(now, c.Before) {
		after, ok := c.Field.merged(now, c.Before, c.After)
		if !ok {
			return t.changed(c.Field, now)
		}
		if c.Before, c.After = now, after; Equal(now, after) {
			return nil
		}
	}
	if !t.made[c.ID] { // else its creation is ours to build on
		t.note(c)
	}
	if t.now[c.ID] == nil {
		t.put(old, old.Clone().Put(c.Field, c.After))
		return nil
	}
	t.redeclare(old.Kind)
	t.unpoint(old)
	old.Put(c.Field, c.After)
	t.point(old)
	return nil
}

// changed says that somebody else has given f another value meanwhile.
func (t *Tx) changed(f *Field, now Value) error {
	if f.free {
		f, _ = t.ownOf(f.Kind, f.Key)
	}
	is := "tomt"
	if s := f.Show(t, now); s != "" {
		is = "”" + text.Shorten(s, 60) + "”"
	}
	return fault.New(fault.Conflict, fmt.Sprintf("%s har ändrats under tiden och är nu %s. Inget har skrivits över. Se det nya värdet och ändra igen.", f.Label, is))
}

func (t *Tx) note(c Change) {
	t.changes, t.touched = append(t.changes, c), append(t.touched, c.ID)
}
