package intake

import (
	"slices"

	"itportfoljen/app/exchange/identify"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/settings"
)

// ownField makes a field of the municipality's own, or finds the one of that
// name.
func ownField(d *identify.Draft, k *field.Kind, label string) *field.Field {
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
	d.Make(settings.NewOwn(d.NewID(), k, key, label))
	f := field.NewFree(k, key, label)
	d.Declare(f)
	return f
}

// changes are all of a draft, what others refer to first.
func changes(d *identify.Draft) []field.Change {
	out := slices.Clone(d.Changes())
	slices.SortStableFunc(out, func(a, b field.Change) int { return order(d, a) - order(d, b) })
	return out
}

// order is where a change belongs: the municipality's own fields, the units from
// the top, the persons, and the rest.
func order(d *identify.Draft, c field.Change) int {
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
