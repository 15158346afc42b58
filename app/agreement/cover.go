package agreement

import (
	"cmp"
	"fmt"
	"slices"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Covers are the rows that say what an agreement covers.
func Covers(w field.World, agreement field.ID) []*field.Record {
	return w.Pointing(CoverOf.Field, agreement)
}

// things are what an agreement covers, each once.
func things(w field.World, r *field.Record) field.Value {
	var out []field.ID
	for _, c := range Covers(w, r.ID) {
		if id := Covered.Get(c); !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	if out == nil {
		return nil
	}
	return out
}

// CoveredBy are the things that an agreement covers, each once, by reference.
func CoveredBy(w field.World, agreement field.ID) (out []*field.Record) {
	for _, c := range Covers(w, agreement) {
		if t := w.Get(Covered.Get(c)); t != nil && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	slices.SortFunc(out, field.InOrder)
	return out
}

// Of are the agreements that count for a thing, the one that must be thought of
// first before others: those in force or, when there are none, those that are being
// prepared. Those that have ended never do.
func Of(w field.World, thing field.ID) []*field.Record {
	var force, planned []*field.Record
	for _, c := range w.Pointing(Covered.Field, thing) {
		a := w.Get(CoverOf.Get(c))
		switch {
		case a == nil:
		case InForce(a):
			force = append(force, a)
		case State.Get(a) == Planned:
			planned = append(planned, a)
		}
	}
	if len(force) == 0 {
		force = planned
	}
	if len(force) > 1 {
		today := w.Today()
		slices.SortStableFunc(force, func(a, b *field.Record) int {
			return cmp.Or(compareTurns(TurnOf(a, today), TurnOf(b, today)), field.InOrder(a, b))
		})
		force = slices.Compact(force)
	}
	return force
}

// compareTurns puts what runs on last.
func compareTurns(a, b date.Date) int {
	return cmp.Or(cmp.Compare(toInt(a.IsZero()), toInt(b.IsZero())), cmp.Compare(a, b))
}

func toInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Ruling is the agreement that tells for a thing: the one of those that count that
// must be thought of first; nil for none.
func Ruling(w field.World, thing field.ID) *field.Record {
	if as := Of(w, thing); len(as) > 0 {
		return as[0]
	}
	return nil
}

// NewView declares a field of k that shows and sets a field of the agreement that
// covers k's record, so that lists of systems read as people write them. A thing with
// no agreement gets one when something is written. One with a single agreement, of
// its own, has that changed. Of others it shows the one that must be thought of
// first, and says how many there are; those are changed where they are.
func NewView(k *field.Kind, key, label string, of *field.Field, opts ...field.Opt) *field.Field {
	Covered.Admit(k)
	read := func(w field.World, r *field.Record) field.Value {
		if a := Ruling(w, r.ID); a != nil {
			return of.Value(w, a, 0)
		}
		return nil
	}
	write := func(w field.World, r *field.Record, v field.Value) ([]field.Change, error) {
		return writeView(w, r, of, v)
	}
	opts = append([]field.Opt{field.Like(of)}, opts...)
	if of.ReadOnly {
		opts = append(opts, field.Computed(func(w field.World, r *field.Record) field.Value { return read(w, r) }), field.Blank(func(w field.World, r *field.Record) string {
			if a := Ruling(w, r.ID); a != nil {
				return of.Blank(w, a)
			}
			return ""
		}))
	} else {
		opts = append(opts, field.Elsewhere(Covered.Field, read, write))
	}
	f := field.New(k, of.Type, key, label, opts...)
	f.Shows = of
	if !of.ReadOnly {
		f.Places = places
	}
	f.Standing = func(w field.World, r *field.Record) (field.Standing, bool) { return viewStanding(w, r, of) }
	return f
}

// viewStanding is how the ruling agreement's value stands, with how many agreements
// there are when they are several.
func viewStanding(w field.World, r *field.Record, of *field.Field) (field.Standing, bool) {
	as := Of(w, r.ID)
	if len(as) == 0 {
		return field.Standing{}, false
	}
	var s field.Standing
	var says bool
	if of.Standing != nil {
		s, says = of.Standing(w, as[0])
	}
	if len(as) == 1 {
		return s, says
	}
	if !says {
		s = field.Standing{Text: of.Read(w, as[0], 0)}
	}
	if s.Text == "" {
		return field.Standing{}, false
	}
	s.Text += fmt.Sprintf(" (%s)", text.Plural(len(as), Kind.One, Kind.Many))
	return s, true
}

// places are the agreements that a view can't be written in from a thing: one that
// others share, or several.
func places(w field.World, r *field.Record) []*field.Record {
	as := Of(w, r.ID)
	if len(as) == 1 && len(Covers(w, as[0].ID)) == 1 {
		return nil
	}
	return as
}

// writeView gives the changes that make the view of a field show v.
func writeView(w field.World, r *field.Record, of *field.Field, v field.Value) ([]field.Change, error) {
	as := Of(w, r.ID)
	switch {
	case len(as) == 0 && field.IsEmpty(v):
		return nil, nil
	case len(as) == 0:
		return begin(w, r, of, v), nil
	case field.Equal(of.Value(w, as[0], 0), v):
		return nil, nil
	case len(places(w, r)) == 0:
		changes, err := of.Assign(w, as[0], 0, v)
		if err == nil && field.IsEmpty(v) && hollow(w, as[0], of) {
			return removal(w, as[0]), nil
		}
		return changes, err
	case len(as) == 1:
		return nil, fault.New(fault.Conflict, fmt.Sprintf("%s gäller också andra system än %s. Inget har ändrats. Ändra i avtalet, %s.", as[0].Name(), r.Name(), as[0].Ref))
	}
	return nil, fault.New(fault.Conflict, fmt.Sprintf("%s har %s (%s). Inget har ändrats. Ändra i det avtal som det gäller.", r.Name(), text.Plural(len(as), Kind.One, Kind.Many), refs(as)))
}

func refs(as []*field.Record) string {
	out := ""
	for i, a := range as {
		if i > 0 {
			out += ", "
		}
		out += a.Ref
	}
	return out
}

// begin makes an agreement that covers the thing, with what is known of it there.
func begin(w field.World, r *field.Record, of *field.Field, v field.Value) []field.Change {
	a, c := field.NewRecord(Kind, w.NewID()), field.NewRecord(CoverKind, w.NewID())
	a.Put(Name.Field, "Avtal "+text.Shorten(r.Name(), 150)).Put(State.Field, Signed).Put(of, v)
	for _, f := range r.Kind.Stored() {
		if f.Target() == SupplierKind {
			a.Put(Supplier.Field, r.Get(f))
		}
	}
	if home := r.Home(); home != "" {
		a.Put(Unit.Field, home)
	}
	c.Put(CoverOf.Field, a.ID).Put(Covered.Field, r.ID)
	return []field.Change{{Op: field.Create, Kind: Kind, ID: a.ID, Record: a}, {Op: field.Create, Kind: CoverKind, ID: c.ID, Record: c, Owner: a.ID}}
}

// told is what the program writes in an agreement that it makes: without more it says
// nothing.
var told = []*field.Field{Name.Field, State.Field, Supplier.Field, Unit.Field}

// hollow says that an agreement holds nothing but what the program wrote, but for a
// field that is being emptied.
func hollow(w field.World, a *field.Record, emptied *field.Field) bool {
	for f := range a.Values {
		if f != emptied && !slices.Contains(told, f) {
			return false
		}
	}
	for _, f := range Kind.PointedBy() {
		if f != CoverOf.Field && len(w.Pointing(f, a.ID)) > 0 {
			return false
		}
	}
	return len(a.FreeValues()) == 0 && State.Get(a) == Signed
}

func removal(w field.World, a *field.Record) (out []field.Change) {
	for _, c := range Covers(w, a.ID) {
		out = append(out, field.Change{Op: field.Delete, Kind: CoverKind, ID: c.ID})
	}
	return append(out, field.Change{Op: field.Delete, Kind: Kind, ID: a.ID})
}
