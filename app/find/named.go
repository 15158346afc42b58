package find

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"itportfoljen/app/base/text"
)

// filling are words that a question has and that say nothing of what is asked for.
var filling = strings.Fields(text.Fold("hur var vad när vilka vilken kan ska vill jag du man vi min mina mitt vår våra en ett den det de att och eller om för till från på i av med är gör göra får"))

// bends are the endings that a folded word gets, the longest first: "loggan", "exporten",
// "färgerna".
var bends = strings.Fields("arna erna orna ens ets ar er or en et an na n t s")

// leastBent is how many letters a bend leaves.
const leastBent = 4

// Named says whether something that isn't a record answers to query, and how well: by what it
// is called, a little less by one of the other words that people use for it, and least by all
// of them together. Words that only make a question of it don't count, and one may be bent:
// "exporten". Scores compare with those of Things. An empty query answers to all with score 0.
func Named(query, title string, also []string) (score int, ok bool) {
	q := plain(query)
	if q == "" {
		return 0, true
	}
	if trimmed(query) == known(title) { // also one that begins with a word that only asks
		return text.Whole, true
	}
	score = called(q, title, also)
	for _, b := range unbent(q) {
		score = max(score, called(b, title, also)*3/4)
	}
	return score, score > 0
}

// called is how well a folded query answers to a title and other words, 0 for not at all.
func called(q, title string, also []string) (best int) {
	best, _ = text.MatchFolded(q, known(title))
	for _, w := range also {
		if score, ok := text.MatchFolded(q, known(w)); ok {
			best = max(best, score*9/10)
		}
	}
	if best == 0 && strings.Contains(q, " ") {
		score, _ := text.MatchFolded(q, known(title+" "+strings.Join(also, " ")))
		best = score / 2
	}
	return best
}

// folds are names folded, which are the same at every letter that is typed.
var folds sync.Map

func known(name string) string {
	if f, ok := folds.Load(name); ok {
		return f.(string)
	}
	f := trimmed(name)
	folds.Store(name, f)
	return f
}

func trimmed(s string) string { return strings.Trim(text.Fold(s), " ….:?!") }

// plain is a query folded and without what only makes a question of it; one that has nothing
// else is as it is.
func plain(query string) string {
	words := strings.Fields(trimmed(query))
	kept := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return slices.Contains(filling, w) })
	if len(kept) == 0 {
		kept = words
	}
	return strings.Join(kept, " ")
}

// unbent is a folded query with the endings that it may have taken off: each that a single word
// may have, of several words the longest of each.
func unbent(q string) (out []string) {
	words := strings.Fields(q)
	if len(words) == 1 {
		return cuts(q)
	}
	for i, w := range words {
		if c := cuts(w); len(c) > 0 {
			words[i] = c[0]
		}
	}
	if b := strings.Join(words, " "); b != q {
		out = append(out, b)
	}
	return out
}

// cuts are a word without each ending that it may have, the longest ending first.
func cuts(word string) (out []string) {
	for _, end := range bends {
		if rest, ok := strings.CutSuffix(word, end); ok && utf8.RuneCountInString(rest) >= leastBent {
			out = append(out, rest)
		}
	}
	return out
}
