package match

import (
	"slices"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/field"
)

// vocabulary reads headings into concepts. It knows the words that the catalogue uses,
// so that one that is misspelt or cut short is known too.
type vocabulary struct {
	words []string // whole words, by length

	seen map[written][]reading
}

// written is a heading as far as its readings go.
type written struct {
	text     string
	ofAmount bool
}

// reading is what a heading may say: distinct concepts, and how doubtful it is that it
// does. A word that isn't known is a concept of its own.
type reading struct {
	concepts []string
	doubt    float64
}

// What makes a reading doubtful.
const (
	misspelt = 0.06
	cutShort = 0.03
)

// Bounds on what is looked at: a heading is no essay.
const (
	mostWords    = 24
	longestWord  = 40
	mostReadings = 12
	mostGuesses  = 4
	mostHeadings = 20_000
)

func newVocabulary(w field.World) *vocabulary {
	v := &vocabulary{seen: map[written][]reading{}}
	has := map[string]bool{}
	add := func(word string) {
		if len(word) > shortestPart && len(word) <= longestWord && !has[word] && !glue[word] {
			has[word] = true
			v.words = append(v.words, word)
		}
	}
	for form := range forms() {
		add(form)
	}
	for _, k := range importable(w) {
		for _, f := range w.Fields(k) {
			for _, name := range namesOf(f) {
				for _, word := range read.Words(name) {
					add(word)
				}
			}
		}
	}
	slices.SortFunc(v.words, func(a, b string) int {
		if len(a) != len(b) {
			return len(a) - len(b)
		}
		return strings.Compare(a, b)
	})
	return v
}

// readings are what a heading may say, the likeliest first.
func (v *vocabulary) readings(h read.Heading) []reading {
	is := written{h.Written, h.Unit != nil}
	if out, ok := v.seen[is]; ok {
		return out
	}
	if len(v.seen) >= mostHeadings {
		return nil
	}
	out := v.read(h, v.guesses)
	v.seen[is] = out
	return out
}

// learn is what a name of the catalogue says, in which nothing is misspelt or cut short.
func (v *vocabulary) learn(name string) reading {
	out := v.read(read.HeadingOf(name), known)
	if len(out) == 0 {
		return reading{}
	}
	return out[0]
}

// read reads a heading with what each of its words may say.
func (v *vocabulary) read(h read.Heading, guesses func(part) []reading) []reading {
	parts := partsOf(h)
	if len(parts) > mostWords {
		return nil
	}
	parts = together(parts)
	asks := strings.HasSuffix(h.Written, "?")
	out := []reading{{}}
	for i, p := range parts {
		last := i == len(parts)-1
		switch {
		case glue[p.word] || p.word == "ar" && (i == 0 && !last || asks) || (p.word == "av" || p.word == "den") && !last:
		case p.word == "den": // "Klassad den"
			out = grown(out, []reading{{concepts: []string{"datum"}}})
		default:
			out = grown(out, guesses(p))
		}
	}
	if h.Unit != nil { // "Licenser (tkr)" are amounts
		out = grown(out, []reading{{concepts: []string{"kostnad"}}})
	}
	return out
}

// grown adds what a word may be to each of the readings.
func grown(before, word []reading) []reading {
	var out []reading
	for _, w := range word {
		for _, r := range before {
			next := reading{slices.Clone(r.concepts), r.doubt + w.doubt}
			for _, c := range w.concepts {
				if !slices.Contains(next.concepts, c) {
					next.concepts = append(next.concepts, c)
				}
			}
			if len(out) < mostReadings {
				out = append(out, next)
			}
		}
	}
	return out
}

// together makes one word of those that mean something together.
func together(parts []part) []part {
	var out []part
	for i := 0; i < len(parts); i++ {
		meant, n := multiple(parts[i:])
		if n == 0 {
			out = append(out, parts[i])
			continue
		}
		for _, w := range strings.Fields(meant) {
			out = append(out, part{word: w})
		}
		i += n - 1
	}
	return out
}

// mostTogether is how many words mean something together.
const mostTogether = 4

// multiple is what the first n words mean together; n is 0 when they don't.
func multiple(parts []part) (meant string, n int) {
	joined := ""
	for i, p := range parts[:min(mostTogether, len(parts))] {
		joined = strings.TrimSpace(joined + " " + p.word)
		if meant, ok := multiples[joined]; ok {
			return meant, i + 1
		}
	}
	return "", 0
}

// guesses are what one word may say: the parts of a compound, else what it is a slip
// for or the beginning of.
func (v *vocabulary) guesses(p part) []reading {
	if len(p.word) > longestWord {
		return known(p)
	}
	if out := spread(parted(p.word), 0); out != nil {
		return out
	}
	var out []reading
	for _, w := range v.slips(p.word) {
		out = append(out, spread(parted(w), misspelt)...)
	}
	if len(out) == 0 && p.cut {
		for i, w := range v.beginning(p.word) {
			out = append(out, spread(parted(w), cutShort*float64(i+1))...)
		}
	}
	if len(out) == 0 {
		return known(p)
	}
	return out
}

// known is what one word says as it stands.
func known(p part) []reading {
	if len(p.word) <= longestWord {
		if out := spread(parted(p.word), 0); out != nil {
			return out
		}
	}
	return []reading{{concepts: []string{unended(p.word)}}}
}

// unended is an unknown word without its ending.
func unended(w string) string {
	for _, e := range wordEndings {
		if stem, ok := strings.CutSuffix(w, e); ok && len(e) > 1 && len(stem) >= shortestSlip-2 {
			return stem
		}
	}
	return w
}

// spread are the ways to choose among the concepts of each part.
func spread(parts [][]string, doubt float64) []reading {
	if parts == nil {
		return nil
	}
	out := []reading{{doubt: doubt}}
	for _, options := range parts {
		var word []reading
		for _, c := range options {
			word = append(word, reading{concepts: []string{c}})
		}
		out = grown(out, word)
	}
	return out
}

// shortestSlip is how long a word is that may be misspelt: "namn" isn't "nämnd".
const shortestSlip = 6

// slips are the known words that are one letter away.
func (v *vocabulary) slips(word string) []string {
	if len(word) < shortestSlip {
		return nil
	}
	at, _ := slices.BinarySearchFunc(v.words, len(word)-1, func(w string, n int) int { return len(w) - n })
	var out []string
	for _, w := range v.words[at:] {
		if len(w) > len(word)+1 || len(out) == mostGuesses {
			break
		}
		if isSlip(word, w) && parted(w) != nil {
			out = append(out, w)
		}
	}
	return out
}

// isSlip says that one letter, or two that have changed places, make one word of the other.
func isSlip(a, b string) bool { return text.OneLetterApart(a, b) || isSwap(a, b) }

func isSwap(a, b string) bool {
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	return len(a) == len(b) && i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// shortestCut is how much of a word that is cut short has to be left.
const shortestCut = 3

// beginning are the shortest known words that begin so.
func (v *vocabulary) beginning(word string) []string {
	if len(word) < shortestCut {
		return nil
	}
	var out []string
	for _, w := range v.words {
		if strings.HasPrefix(w, word) && parted(w) != nil {
			if out = append(out, w); len(out) == mostGuesses {
				break
			}
		}
	}
	return out
}
