package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxCompared bounds the work for long texts, in runes.
const maxCompared = 400

// Similarity says how alike a and b are, from 0 to 1, without regard to case,
// diacritics and (nearly) word order. 1 means that they fold to the same text.
// The measure is the Damerau–Levenshtein distance (optimal string alignment)
// over the longer length; beyond 400 characters the rest isn't looked at.
func Similarity(a, b string) float64 {
	a, b = Fold(a), Fold(b)
	if a == b {
		return 1
	}
	best := alike(a, b)
	// The same words in another order are nearly the same name.
	if s := 0.95 * alike(sortedWords(a), sortedWords(b)); s > best {
		best = s
	}
	return min(best, 0.99)
}

func alike(a, b string) float64 {
	x, y := head([]rune(a)), head([]rune(b))
	longest := max(len(x), len(y))
	if longest == 0 {
		return 0
	}
	return 1 - float64(distance(x, y))/float64(longest)
}

func head(r []rune) []rune { return r[:min(len(r), maxCompared)] }

func sortedWords(folded string) string {
	w := words(folded)
	slices.Sort(w)
	return strings.Join(w, " ")
}

// words cuts folded text at everything that is neither letter nor digit.
func words(folded string) []string {
	return strings.FieldsFunc(folded, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// distance is the number of inserted, removed, changed or swapped runes
// between a and b (optimal string alignment).
func distance(a, b []rune) int {
	before, prev, cur := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				cur[j] = min(cur[j], before[j-2]+1)
			}
		}
		before, prev, cur = prev, cur, before
	}
	return prev[len(b)]
}

// The points of Match: what a query word can be in the target, best first.
const (
	pointsWord   = 100 // a whole word
	pointsStart  = 80  // the start of a word
	pointsInside = 40  // anywhere
	pointsTypo   = 20  // the start of a word but for one typo
	pointsFirst  = 25  // extra when it stands first in the target, without typo
	pointsPhrase = 40  // extra when the words stand together
	pointsWhole  = 500 // extra when the query is the whole target
	pointsPrefix = 200 // extra when the target starts with the query
	minTypoRunes = 4   // shorter words must be right
)

// Whole is more than Match gives a query of one word that is its whole target.
const Whole = 2 * pointsWhole

// Match says whether every word of query occurs in target, without regard to
// case and diacritics and forgiving one typo in each word of at least four
// letters, and how well: the higher the score, the better. An empty query
// matches everything with score 0.
func Match(query, target string) (score int, ok bool) {
	return MatchFolded(Fold(query), Fold(target))
}

// MatchFolded is Match of texts that are folded already, as one query is looked for in many.
func MatchFolded(q, t string) (score int, ok bool) {
	for w := range strings.FieldsSeq(q) { // most targets are told apart by this alone
		if !strings.Contains(t, w) && utf8.RuneCountInString(w) < minTypoRunes {
			return 0, false
		}
	}
	tw := words(t)
	for w := range strings.FieldsSeq(q) {
		p := points(w, t, tw)
		if p == 0 {
			return 0, false
		}
		score += p
	}
	switch {
	case q == "":
		return 0, true
	case q == t:
		score += pointsWhole
	case strings.HasPrefix(t, q):
		score += pointsPrefix
	case strings.Contains(t, q):
		score += pointsPhrase
	}
	// Among equals the shorter target is the closer answer.
	return score + 20 - min(20, utf8.RuneCountInString(t)/4), true
}

// points rates one folded query word against a folded target, 0 for none.
func points(w, target string, targetWords []string) int {
	best := 0
	if strings.Contains(target, w) {
		best = pointsInside
	}
	for i, tw := range targetWords {
		p := 0
		switch {
		case tw == w:
			p = pointsWord
		case strings.HasPrefix(tw, w):
			p = pointsStart
		case best == 0 && nearStart([]rune(w), []rune(tw)):
			p = pointsTypo
		}
		if p > pointsTypo && i == 0 {
			p += pointsFirst
		}
		best = max(best, p)
	}
	return best
}

// nearStart says that w is at most one typo from the start of word.
func nearStart(w, word []rune) bool {
	if len(w) < minTypoRunes || len(w) > len(word)+1 || len(w) > maxCompared {
		return false
	}
	for n := len(w) - 1; n <= min(len(w)+1, len(word)); n++ {
		if distance(w, word[:n]) <= 1 {
			return true
		}
	}
	return false
}

// fewLetters are as many that one letter changed makes another name.
const fewLetters = 5

// OneLetterApart says that a letter put in, left out or changed makes one text of the
// other, of texts so long that it may be a slip.
func OneLetterApart(s, t string) bool {
	a, b := []rune(s), []rune(t)
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b) <= fewLetters || len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return i < len(a) && slices.Equal(a[i+1:], b[i+1:])
	}
	return slices.Equal(a[i:], b[i+1:])
}
