package suggest

import (
	"strings"
	"unicode"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// sort is a sort of likeness between records.
type sort uint8

const (
	unit     sort = iota // they belong to the same unit
	within               // they lie under the same unit above, so many steps up
	points               // a field points at the same
	covered              // the same record of another kind is about both: an agreement
	says                 // a field says the same
	both                 // they belong to the same unit, and a field says the same
	sameWord             // their names have the same word
	before               // the same person had it before
	role                 // the answer stands in another field of the record
	home                 // the answer is where what a field points at belongs
	post                 // the answer belongs to the record's unit or one above, and is of the same sort
	named                // the answer's name has a word of the record's
)

// source is a sort of likeness by one field: what is trusted, or not, as one.
type source struct {
	sort  sort
	field *field.Field
	steps int // of within and post: how far up
}

// between stands between the parts of a clue's key.
const between = "\x1f"

// clue is one thing that speaks for answers: the source and what is alike.
type clue struct {
	source
	key string
}

// mostSteps is how far up units are told apart; farther up there is hardly anything that
// isn't the whole.
const mostSteps = 3

// counted is a clue as it is counted: all that lie under a unit, however far.
func (c clue) counted() clue {
	c.steps = 0
	return c
}

// likenesses are what a record shares with others, by which their answers are counted.
func (x *Index) likenesses(r *field.Record, use func(clue)) {
	w, home := x.w, r.Home()
	if home != "" && x.kind().Home() != x.q.First() {
		use(clue{source{sort: unit}, string(home)})
		steps := 0
		for u := range field.Up(w, home) {
			use(clue{source{sort: within, steps: min(steps, mostSteps)}, string(u.ID)})
			steps++
		}
	}
	for _, f := range x.others {
		switch {
		case f.Points():
			for _, id := range field.Current(r.Get(f), w.Today()) {
				use(clue{source{sort: points, field: f}, string(id)})
			}
		default:
			v := r.Get(f)
			if field.IsEmpty(v) {
				continue
			}
			key := field.Encode(v)
			if !x.q.First().OfPersons() || f.Vocabulary { // that a level is 3 tells nobody's name
				use(clue{source{sort: says, field: f}, key})
			}
			if home != "" && x.kind().Home() != x.q.First() {
				use(clue{source{sort: both, field: f}, string(home) + between + key})
			}
		}
	}
	for _, via := range x.vias {
		for _, c := range w.Pointing(via, r.ID) {
			if o := c.Owner(); o != "" {
				use(clue{source{sort: covered, field: via}, string(o)})
			}
		}
	}
	for _, word := range words(r.Name()) {
		use(clue{source{sort: sameWord}, word})
	}
	if f := x.q.First(); f.IsHeld() {
		hs, _ := r.Get(f).([]field.Holding)
		for _, h := range hs {
			if !h.Active(w.Today()) || !there(w, h.Person) {
				use(clue{source{sort: before, field: f}, string(h.Person)})
			}
		}
	}
}

// words are those of a name that may say what a thing is.
func words(name string) (out []string) {
	for _, s := range strings.FieldsFunc(text.Fold(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if len(s) >= 3 {
			out = append(out, s)
		}
	}
	return out
}

// direct are the answers that the record itself leads to: who has another role there,
// the unit of somebody who has, the posts at its unit, and what its name speaks of.
func (x *Index) direct(r *field.Record, use func(c clue, answer string)) {
	w, f := x.w, x.q.First()
	if !f.Points() {
		return
	}
	for _, g := range x.others {
		if !g.Points() {
			continue
		}
		for _, id := range field.Current(r.Get(g), w.Today()) {
			t := w.Get(id)
			switch {
			case t == nil:
			case f.MayPointAt(t.Kind) && !t.Left(w.Today()):
				use(clue{source: source{sort: role, field: g}}, string(id))
			}
			if t != nil && f.OfUnits() && t.Home() != "" {
				use(clue{source: source{sort: home, field: g}, key: string(id)}, string(t.Home()))
			}
		}
	}
	if f.OfPersons() {
		steps := 0
		for u := range field.Up(w, r.Home()) {
			if steps > mostSteps {
				break
			}
			for _, p := range x.posts[u.ID] {
				use(clue{source{sort: post, steps: steps}, p.title}, string(p.id))
			}
			steps++
		}
	}
	for _, s := range words(r.Name()) {
		for _, id := range x.named[s] {
			use(clue{source{sort: named}, s}, string(id))
		}
	}
}
