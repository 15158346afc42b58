package match

import (
	"slices"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/field"
)

// How sure a match is, by what it rests on; below leastCertain it isn't taken.
const (
	sureLabel    = 1.0
	sureSynonym  = 0.95
	leastCertain = 0.5
)

// What a match rests on, in Swedish.
const (
	whyHeading  = "rubriken"
	whySimilar  = "liknande rubrik"
	whyContent  = "innehållet"
	whyChosen   = "vald"
	whyComputed = "räknas ut av programmet"
)

// candidate is a field that a heading may mean.
type candidate struct {
	field     *field.Field
	certainty float64
	why       string
}

// headings are those that a kind's fields go by.
type headings struct {
	exact   map[string][]candidate // by squeezed words
	phrases []namedField
}

type namedField struct {
	words []string
	field *field.Field
}

func newHeadings(w field.World, k *field.Kind) *headings {
	hs := &headings{exact: map[string][]candidate{}}
	for _, f := range w.Fields(k) {
		if f.Hidden {
			continue
		}
		for _, s := range []string{f.Label, f.Short, f.Key} {
			hs.add(f, s, sureLabel)
		}
		for _, s := range f.Synonyms {
			hs.add(f, s, sureSynonym)
		}
	}
	return hs
}

func (hs *headings) add(f *field.Field, name string, certainty float64) {
	words := read.Words(name)
	key := read.Squeezed(words)
	known := func(c candidate) bool { return c.field == f }
	if key == "" || slices.ContainsFunc(hs.exact[key], known) {
		return
	}
	hs.exact[key] = append(hs.exact[key], candidate{f, certainty, whyHeading})
	if len(key) >= 4 { // a short word says too little to be looked for inside others
		hs.phrases = append(hs.phrases, namedField{words, f})
	}
}

// knows says that the heading is exactly a name of some field.
func (hs *headings) knows(h read.Heading) bool { return len(hs.exact[h.Key()]) > 0 }

// find gives the fields that a heading may mean, each with its best certainty:
// those it names, else those whose names it is like.
func (hs *headings) find(h read.Heading) []candidate {
	key := h.Key()
	found := slices.Clone(hs.exact[key])
	if len(found) > 0 || len(key) < 4 {
		return found
	}
	at := map[*field.Field]int{}
	for _, p := range hs.phrases {
		c := resemblance(h.Words, p.words)
		if c < leastCertain {
			continue
		}
		i, ok := at[p.field]
		switch {
		case !ok:
			at[p.field] = len(found)
			found = append(found, candidate{p.field, c, whySimilar})
		case c > found[i].certainty:
			found[i].certainty = c
		}
	}
	return found
}

// resemblance is 0.6–0.9 for a heading that contains most of a name, is most
// of it, or is spelled nearly like it; else 0.
func resemblance(heading, name []string) float64 {
	h, n := strings.Join(heading, " "), strings.Join(name, " ")
	short, long := float64(min(len(h), len(n))), float64(max(len(h), len(n)))
	best := 0.0
	if cover := short / long; cover >= 0.5 {
		switch {
		case containsAll(heading, name):
			best = 0.4 + 0.5*cover
		case cover >= 0.6 && containsAll(name, heading):
			best = 0.35 + 0.5*cover
		}
		if cover >= 0.8 && short >= 6 { // "namn" isn't a misspelt "nämnd"
			if s := text.Similarity(h, n); s >= 0.8 {
				best = max(best, 0.6+1.5*(min(s, 1)-0.8))
			}
		}
	}
	if best < 0.6 {
		return 0
	}
	return min(best, 0.9)
}

func containsAll(words, part []string) bool {
	for _, p := range part {
		if !slices.Contains(words, p) {
			return false
		}
	}
	return len(part) > 0
}
