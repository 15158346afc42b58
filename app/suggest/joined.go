package suggest

import (
	"cmp"
	"slices"

	"itportfoljen/app/field"
)

// A question of several fields is guessed a field at a time: few records have the very
// same levels, and many the same of each.

// joined are answers to all fields at once: the likeliest of each, and then with another
// in the place of the one that is least sure.
func (x *Index) joined(r *field.Record) []Answer {
	first := Answer{Sure: 1}
	var others []Answer
	for i, p := range x.parts {
		if v := p.q.First().Value(x.w, r, 0); !field.IsEmpty(v) {
			first.Values = append(first.Values, v)
			continue
		}
		ranked := p.ranked(r)
		if len(ranked) == 0 {
			return nil
		}
		v, err := p.q.value(x.w, r, ranked[0].answer)
		if err != nil {
			return nil
		}
		first.Values = append(first.Values, v)
		first.Sure *= ranked[0].score
		if first.Why == "" {
			first.Why = p.why(r, ranked[0])
		}
		for _, k := range ranked[1:min(len(ranked), Most)] {
			if v, err := p.q.value(x.w, r, k.answer); err == nil {
				o := Answer{Why: p.why(r, k), Sure: k.score / ranked[0].score}
				o.Values = append(make([]field.Value, i), v) // the rest is as in the first
				others = append(others, o)
			}
		}
	}
	if first.Sure < leastAll {
		return nil
	}
	slices.SortStableFunc(others, func(a, b Answer) int { return cmp.Compare(b.Sure, a.Sure) })
	out := []Answer{first}
	for _, o := range others[:min(len(others), Most-1)] {
		i := len(o.Values) - 1
		v := o.Values[i]
		o.Values = slices.Clone(first.Values)
		o.Values[i], o.Sure = v, o.Sure*first.Sure
		out = append(out, o)
	}
	return out
}
