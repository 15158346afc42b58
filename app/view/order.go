package view

import (
	"cmp"
	"slices"

	"itportfoljen/app/date"
	"itportfoljen/app/field"
	"itportfoljen/app/money"
	"itportfoljen/app/text"
)

// keyed is a record with what it is sorted by: n, then s.
type keyed struct {
	r     *field.Record
	n     int64
	s     string
	empty bool
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
	key := l.sortKey()
	ks := make([]keyed, len(all))
	for i, r := range all {
		ks[i] = key(l.sort.Field.Value(l.w, r, l.sort.Year))
		ks[i].r = r
	}
	sign := 1
	if l.desc {
		sign = -1
	}
	slices.SortStableFunc(ks, func(a, b keyed) int {
		if a.empty || b.empty {
			return cmp.Compare(b2i(a.empty), b2i(b.empty))
		}
		return sign * cmp.Or(cmp.Compare(a.n, b.n), cmp.Compare(a.s, b.s))
	})
	out := make([]*field.Record, len(ks))
	for i, k := range ks {
		out[i] = k.r
	}
	return out
}

func b2i(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// sortKey makes the key of a value of the sorted field: choices by the order
// of the alternatives, unknown ones after them, and what is shown as text as
// Swedish lists do. What shows nothing, such as a role that all have left, is
// empty.
func (l *List) sortKey() func(field.Value) keyed {
	f := l.sort.Field
	place := map[string]int64{}
	if f.Type == field.Choice {
		for i, o := range f.Alternatives(l.w) {
			place[o.Key] = int64(i)
		}
	}
	return func(v field.Value) keyed {
		if field.IsEmpty(v) {
			return keyed{empty: true}
		}
		switch v := v.(type) {
		case int64:
			return keyed{n: v}
		case money.Ore:
			return keyed{n: int64(v)}
		case date.Date:
			return keyed{n: int64(v)}
		case bool:
			return keyed{n: b2i(v)}
		case string:
			if f.Type != field.Choice {
				return keyed{s: text.SortKey(v)}
			}
			if n, ok := place[v]; ok {
				return keyed{n: n}
			}
			return keyed{n: int64(len(place)), s: text.SortKey(v)}
		}
		s := f.Show(l.w, v)
		return keyed{s: text.SortKey(s), empty: s == ""}
	}
}
