package plan

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/platform"
	"itportfoljen/app/system"
)

// Likeness is something that there is already and that may do what an insats would.
type Likeness struct {
	Record *field.Record
	Why    []string // in few words
	weight int
}

// What likenesses weigh, what one must weigh to be told of, and how many are.
const (
	sameNeed   = 4 // a gemensam lösning for the area, or the same area
	sameSystem = 2
	sameWord   = 2
	inText     = 1
	leastAlike = 3
	mostAlike  = 8
)

// Alike are the systems, insatser and gemensamma lösningar that may already do what an insats
// would, the likeliest first: by area, by systems and by words in their names that few others
// have.
func Alike(w field.World, r *field.Record) []Likeness {
	a := alike{w: w, r: r, area: text.Key(Area.Get(r)), rare: rareWords(w)}
	a.name, a.said = words(Name.Get(r)), words(Description.Get(r))
	for _, s := range w.All(system.Kind) {
		if !system.Retired(s) && !slices.Contains(Systems.Get(r), s.ID) {
			a.weigh(s, system.Category.Get(s), nil, system.Description.Get(s))
		}
	}
	for _, other := range w.All(Kind) {
		if stage := StageOf(w, other); other.ID != r.ID && stage != governance.Aside && stage != governance.Closed {
			a.weigh(other, Area.Get(other), Systems.Get(other), Description.Get(other))
		}
	}
	for _, p := range platform.SharedFor(w, Area.Get(r)) {
		if !platform.HasGone(p, w.Today()) {
			a.add(Likeness{Record: p, Why: []string{"gemensam lösning för " + Area.Get(r)}, weight: sameNeed + 1})
		}
	}
	slices.SortStableFunc(a.found, func(x, y Likeness) int { return y.weight - x.weight })
	return a.found[:min(len(a.found), mostAlike)]
}

type alike struct {
	w          field.World
	r          *field.Record
	area       string
	name, said []string
	rare       func(word string) bool
	found      []Likeness
}

func (a *alike) add(l Likeness) {
	if l.weight >= leastAlike {
		a.found = append(a.found, l)
	}
}

// weigh adds something, if it is like enough.
func (a *alike) weigh(other *field.Record, area string, systems []field.ID, description string) {
	l := Likeness{Record: other}
	if a.area != "" && text.Key(area) == a.area {
		l.weight, l.Why = l.weight+sameNeed, append(l.Why, "samma område: "+area)
	}
	for _, id := range systems {
		if slices.Contains(Systems.Get(a.r), id) {
			l.weight, l.Why = l.weight+sameSystem, append(l.Why, "rör också "+a.w.Label(id))
		}
	}
	name, said := words(other.Name()), words(description)
	var shared, told []string
	for _, word := range a.name {
		switch {
		case !a.rare(word):
		case slices.Contains(name, word):
			shared, l.weight = append(shared, word), l.weight+sameWord
		case slices.Contains(said, word):
			told, l.weight = append(told, word), l.weight+inText
		}
	}
	for _, word := range a.said {
		if a.rare(word) && !slices.Contains(a.name, word) && slices.Contains(name, word) {
			told, l.weight = append(told, word), l.weight+inText
		}
	}
	if len(shared) > 0 {
		l.Why = append(l.Why, fmt.Sprintf("samma ord i namnet: %s", strings.Join(shared, ", ")))
	}
	if len(told) > 0 {
		l.Why = append(l.Why, fmt.Sprintf("samma ord i beskrivningen: %s", strings.Join(told, ", ")))
	}
	a.add(l)
}

// fewLetters is how short a word is that says nothing by itself.
const fewLetters = 4

// words are those of a text that say something, each once and in one form.
func words(s string) (out []string) {
	for _, w := range strings.FieldsFunc(text.Key(s), func(r rune) bool { return !isLetter(r) }) {
		if w = text.Uninflected(w); utf8.RuneCountInString(w) >= fewLetters && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

func isLetter(r rune) bool { return strings.ContainsRune("abcdefghijklmnopqrstuvwxyzåäöéü", r) }

// rareWords says of a word whether few names have it: what many are called tells nothing.
func rareWords(w field.World) func(string) bool {
	count, all := map[string]int{}, 0
	for _, k := range []*field.Kind{system.Kind, Kind} {
		for _, r := range w.All(k) {
			all++
			for _, word := range words(r.Name()) {
				count[word]++
			}
		}
	}
	most := max(4, all/20)
	return func(word string) bool { return count[word] <= most }
}
