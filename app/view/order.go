package view

import (
	"cmp"
	"slices"

	"itportfoljen/app/field"
)

// keyed is a record with what it is sorted by.
type keyed struct {
	r *field.Record
	field.Rank
}

// order sorts all records; empty values come last whichever way, and equals
// keep the order of references.
func (l *List) order() []*field.Record {
	all := l.w.All(l.kind)
	if l.sort.Field == nil {
		if !l.desc {
			return all
		}
		out := slices.Clone(all)
		slices.Reverse(out)
		return out
	}
	rank := l.sort.Field.Ranks(l.w)
	ks := make([]keyed, len(all))
	for i, r := range all {
		ks[i] = keyed{r, rank(l.sort.Field.Value(l.w, r, l.sort.Year))}
	}
	sign := 1
	if l.desc {
		sign = -1
	}
	slices.SortStableFunc(ks, func(a, b keyed) int {
		if a.None || b.None {
			return cmp.Compare(b2i(a.None), b2i(b.None))
		}
		return sign * cmp.Or(cmp.Compare(a.N, b.N), cmp.Compare(a.S, b.S))
	})
	out := make([]*field.Record, len(ks))
	for i, k := range ks {
		out[i] = k.r
	}
	return out
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
