package suggest

import (
	"cmp"
	"slices"
	"strings"

	"itportfoljen/app/field"
)

// Answer is a suggestion.
type Answer struct {
	Values []field.Value // of the question's fields, in their order
	Why    string        // a short Swedish sentence
	Sure   float64       // how likely it is, as far as what is answered tells
}

// Most is how many answers are suggested.
const Most = 4

// What is less likely isn't suggested; a text that people write as they like is worse
// when it is wrong.
const (
	least      = .25
	leastNext  = .12 // of those after the first, which are passed by with a glance
	leastProse = .6
	leastAll   = .12 // of several fields at once
)

// candidate is an answer with what speaks for it.
type candidate struct {
	answer string
	score  float64
	said   map[family]reason
}

// reason is the strongest of what speaks for an answer in one way.
type reason struct {
	clue     clue
	have, of int
	chance   float64
	own      float64 // of what is told, where another that speaks in the same way is likelier
}

// For gives the answers to suggest for a record, the likeliest first.
func (x *Index) For(r *field.Record) []Answer {
	if len(x.parts) > 0 {
		return x.joined(r)
	}
	var out []Answer
	enough := least
	if f := x.q.First(); f.Prose() && !f.Vocabulary {
		enough = leastProse
	}
	for _, k := range x.ranked(r) {
		if len(out) == Most || k.score < enough {
			break
		}
		if enough == least {
			enough = leastNext
		}
		if v, err := x.q.value(x.w, r, k.answer); err == nil {
			out = append(out, Answer{Values: []field.Value{v}, Why: x.why(r, k), Sure: k.score})
		}
	}
	return out
}

// ranked are all answers that anything speaks for, the likeliest first. What the record
// answered itself, should it have had an answer, doesn't speak.
func (x *Index) ranked(r *field.Record) []*candidate {
	found := map[string]*candidate{}
	x.speak(r, x.known[r.ID], func(e evidence, c clue, answer string, have, of int) {
		k := found[answer]
		if k == nil {
			k = &candidate{answer: answer, said: map[family]reason{}}
			found[answer] = k
		}
		k.hear(reason{clue: c, have: have, of: of, chance: x.chance(e)})
	})
	ranked := make([]*candidate, 0, len(found))
	for _, k := range found {
		k.score = k.weigh()
		ranked = append(ranked, k)
	}
	slices.SortFunc(ranked, func(a, b *candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.answer, b.answer))
	})
	return ranked
}

// hear takes in a reason. Of those that speak in the same way the likeliest counts; the
// nearest, which comes first, is told unless another speaks far louder.
func (k *candidate) hear(s reason) {
	f := familyOf(s.clue.sort)
	told, heard := k.said[f]
	if !heard || s.chance > told.own*1.5 || s.chance > told.own && s.have*told.of >= told.have*s.of {
		told.clue, told.have, told.of, told.own = s.clue, s.have, s.of, s.chance
	}
	told.chance = max(told.chance, s.chance)
	k.said[f] = told
}

// weigh is how likely an answer is by all that speaks for it: mostly by the strongest, since
// what speaks in several ways often speaks of the same.
func (k *candidate) weigh() float64 {
	strongest, not := 0.0, 1.0
	for _, s := range k.said {
		strongest = max(strongest, s.chance)
		not *= 1 - s.chance
	}
	return strongest*.7 + (1-not)*.3
}

// Text is what an answer says, "Anna Ek" or, of several fields, "K 3 · R 2 · T 1".
func (a Answer) Text(w field.World, q Question) string { return q.Text(w, a.Values) }

// Text is what values of the question's fields say.
func (q Question) Text(w field.World, values []field.Value) string {
	if len(q.Fields) == 1 {
		return q.First().Show(w, values[0])
	}
	parts := make([]string, len(values))
	for i, v := range values {
		parts[i] = q.Fields[i].Heading() + " " + q.Fields[i].Show(w, v)
	}
	return strings.Join(parts, " · ")
}
