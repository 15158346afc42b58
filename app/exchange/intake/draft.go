package intake

import (
	"cmp"
	"math"
	"slices"

	"itportfoljen/app/exchange/identify"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/field"
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

// changes are all of a draft: the program's own and what is made since it is
// named come first, each kind after those it refers to and each tree from its
// top; the rest as it came.
func changes(d *identify.Draft) []field.Change {
	kinds := map[*field.Kind]int{}
	for i, k := range d.Kinds() {
		kinds[k] = i
	}
	place := func(c field.Change) int {
		if c.Op != field.Create || c.Kind.Naming == nil && (!c.Kind.Silent || c.Kind.Owner() != nil) {
			return math.MaxInt
		}
		return kinds[c.Kind]*(field.Deepest+1) + field.Depth(d, c.ID)
	}
	out := slices.Clone(d.Changes())
	slices.SortStableFunc(out, func(a, b field.Change) int { return cmp.Compare(place(a), place(b)) })
	return out
}
