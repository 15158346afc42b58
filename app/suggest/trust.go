package suggest

import (
	"context"
	"slices"

	"itportfoljen/app/field"
)

// evidence is what is trusted as one: a source, and how strongly it speaks.
type evidence struct {
	source
	title string // of post: of which sort the person is
	share uint8  // how many of those alike have the answer, in fifths
	many  uint8  // how many they are
}

// trial is how often evidence was right.
type trial struct{ right, all float64 }

// mostTried is how many answered records are enough to learn from.
const mostTried = 1200

// learn tries every source on the records that are answered, each as if it weren't.
func (x *Index) learn(ctx context.Context, answered []*field.Record) *Index {
	step := 1 + len(answered)/mostTried
	for i := 0; i < len(answered); i += step {
		if ctx.Err() != nil {
			return nil
		}
		r := answered[i]
		given := x.q.given(x.w, r)
		x.compare(r, given)
		x.speak(r, given, func(e evidence, _ clue, answer string, _, _ int) {
			t := x.trust[e]
			if t == nil {
				t = &trial{}
				x.trust[e] = t
			}
			t.all++
			if slices.Contains(given, answer) {
				t.right++
			}
		})
	}
	return x
}

// speak lets everything speak that says something of a record's answer. given are the
// record's own, which don't count.
func (x *Index) speak(r *field.Record, given []string, use func(e evidence, c clue, answer string, have, of int)) {
	own := 0
	if len(given) > 0 {
		own = 1
	}
	x.likenesses(r, func(c clue) {
		t := x.counts[c.counted()]
		if t == nil || t.n <= own || x.gains[c.source].idle() || c.sort == sameWord && x.common(t) {
			return
		}
		n := t.n - own
		for answer, have := range t.by {
			if slices.Contains(given, answer) {
				have--
			}
			if have > 0 && (have*30 >= n) {
				use(evidence{source: c.source, share: uint8(5 * have / (n + 1)), many: size(n)}, c, answer, have, n)
			}
		}
	})
	x.direct(r, func(c clue, answer string) {
		e := evidence{source: c.source}
		if c.sort == post {
			e.title = c.key
		}
		use(e, c, answer, 1, 1)
	})
}

// common says whether so many have a word in their names that it tells nothing.
func (x *Index) common(t *tally) bool { return t.n > 10 && t.n*4 > x.whole.n }

// gain is how much better a field tells the answer than what is known without it.
type gain struct{ right, without, all int }

// idle says whether a source has been tried and told nothing that wasn't known: of many
// fields some always seem to tell by chance.
func (g *gain) idle() bool {
	return g != nil && g.right < g.without+max(2, g.all/25)
}

// compare tries what fields say of an answered record against what its unit alone, or
// all records together, would have told.
func (x *Index) compare(r *field.Record, given []string) {
	var unitTold, wholeTold = false, x.whole.told(given)
	x.likenesses(r, func(c clue) {
		t := x.counts[c.counted()]
		switch {
		case c.sort == unit:
			unitTold = t.told(given)
		case (c.sort == says || c.sort == both) && t.n > 1:
			g := x.gains[c.source]
			if g == nil {
				g = &gain{}
				x.gains[c.source] = g
			}
			g.all++
			g.right += one(t.told(given))
			g.without += one(c.sort == says && wholeTold || c.sort == both && unitTold)
		}
	})
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// told says whether the commonest answer is one of those given, the record that gave
// them apart.
func (t *tally) told(given []string) bool {
	best, at := 0, ""
	for answer, n := range t.by {
		if slices.Contains(given, answer) {
			n--
		}
		if n > best || n == best && n > 0 && answer < at {
			best, at = n, answer
		}
	}
	return slices.Contains(given, at)
}

// size is few, some or many.
func size(n int) uint8 {
	switch {
	case n == 1:
		return 0
	case n < 4:
		return 1
	case n < 10:
		return 2
	}
	return 3
}

// believed is how likely a sort of likeness makes an answer that all alike have, before
// anything has been tried.
var believed = map[sort]float64{
	unit: .5, within: .35, points: .35, covered: .4, says: .1, both: .4, sameWord: .3, before: .5, role: .3, home: .5, post: .05, named: .4,
}

// believedAside is role for those who needn't be there, such as who cares for the technique:
// too little to be suggested until it has shown itself right.
const believedAside = .2

// doubt is how many trials it takes to be believed as much as what is believed before.
const doubt = 4

// chance is how likely evidence is right.
func (x *Index) chance(e evidence) float64 {
	p := believed[e.sort]
	if e.sort == role && !e.field.Required {
		p = believedAside
	}
	if e.sort < role {
		p *= (float64(e.share) + .5) / 5
	}
	t := x.trust[e]
	if t == nil {
		return p
	}
	return (t.right + doubt*p) / (t.all + doubt)
}
