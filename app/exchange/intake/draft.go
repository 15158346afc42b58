package intake

import (
	"slices"

	"itportfoljen/app/exchange/read"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/settings"
)

// draft is the portfolio as it would be with the changes so far: later rows
// see what earlier ones made.
type draft struct {
	*field.Tx
	err error // the first thing that couldn't be done; none should
}

func newDraft(w field.World) *draft { return &draft{Tx: field.NewTx(w)} }

func (d *draft) keep(err error) {
	if d.err == nil {
		d.err = err
	}
}

// create adds a record. Until the plan is handed over it may still be built on.
func (d *draft) create(r *field.Record) { d.keep(d.Create(r)) }

// set gives a record's field a value.
func (d *draft) set(r *field.Record, f *field.Field, v field.Value) { d.keep(d.Set(r.ID, f, v)) }

// carry carries out changes, such as those that Field.Assign gives.
func (d *draft) carry(changes []field.Change) {
	for _, c := range changes {
		d.keep(d.Carry(c))
	}
}

// freeField makes a field of the municipality's own, or finds the one of that
// name.
func (d *draft) freeField(k *field.Kind, label string) *field.Field {
	want := read.Squeezed(read.Words(label))
	key := want
	taken := map[string]bool{}
	for _, f := range d.Fields(k) {
		taken[f.Key] = true
		if f.Free() && read.Squeezed(read.Words(f.Label)) == want {
			return f
		}
	}
	for key == "" || taken[key] || field.Reserved(key) {
		key += "_x"
	}
	r := field.NewRecord(settings.FreeKind, d.NewID())
	r.Put(settings.FreeLabel.Field, label).Put(settings.FreeOf.Field, k.Name).Put(settings.FreeKey.Field, key)
	d.create(r)
	f := field.NewFree(k, key, label)
	d.Declare(f)
	return f
}

// changes are all of them, what others refer to first.
func (d *draft) changes() []field.Change {
	out := slices.Clone(d.Changes())
	slices.SortStableFunc(out, func(a, b field.Change) int { return d.order(a) - d.order(b) })
	return out
}

// order is where a change belongs: the municipality's own fields, the units from
// the top, the persons, and the rest.
func (d *draft) order(c field.Change) int {
	switch {
	case c.Op != field.Create:
		return org.Deepest + 3
	case c.Kind == settings.FreeKind:
		return 0
	case c.Kind == org.UnitKind:
		return org.Depth(d, c.ID)
	case c.Kind == org.PersonKind:
		return org.Deepest + 2
	}
	return org.Deepest + 3
}
