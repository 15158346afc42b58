package read

import (
	"hash/fnv"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
)

// Heading is a column heading taken apart: "Drift 2027 (tkr)" is the words
// "drift", the year 2027 and the unit tkr.
type Heading struct {
	Written string   // on one line, as in the sheet
	Words   []string // folded
	Year    int
	Unit    *money.Unit

	parts []string // of one that is written in several rows, the uppermost first
}

var (
	reAside  = regexp.MustCompile(`\[[^\]]*\]`)
	rePlural = regexp.MustCompile(`\((?:s|r|er|ar|or)\)`)
)

// unitWords are the folded words that say what bare amounts are in.
var unitWords = map[string]money.Unit{
	"kr": money.Kr, "sek": money.Kr, "kronor": money.Kr,
	"tkr": money.Tkr, "tsek": money.Tkr, "ksek": money.Tkr, "kkr": money.Tkr, "tusental": money.Tkr, "tusen": money.Tkr,
	"mkr": money.Mnkr, "mnkr": money.Mnkr, "msek": money.Mnkr, "miljoner": money.Mnkr,
}

// HeadingOf takes a heading apart.
func HeadingOf(s string) Heading {
	h := Heading{Written: text.OneLine(s)}
	for _, w := range withoutWholeYear(Words(withYears(s))) {
		unit, isUnit := unitWords[w]
		switch {
		case h.Year == 0 && saysYear(w):
			h.Year, _ = strconv.Atoi(w)
		case isUnit && h.Unit == nil:
			h.Unit = &unit
		default:
			h.Words = append(h.Words, w)
		}
	}
	return h
}

// Words are the folded words of a heading, without what stands in square
// brackets, plural endings in parentheses and punctuation.
func Words(s string) []string {
	s = strings.ReplaceAll(text.Fold(s), "§", " paragraf ")
	if strings.ContainsAny(s, "[(") { // the patterns cost, and nearly no heading has what they look for
		s = rePlural.ReplaceAllString(reAside.ReplaceAllString(s, " "), "")
	}
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// Key is the same for headings that differ only in how their words are parted:
// "e-post", "epost" and "E POST".
func (h Heading) Key() string { return Squeezed(h.Words) }

// Squeezed joins words so that "e-post", "epost" and "E POST" are the same.
func Squeezed(words []string) string { return strings.Join(words, "") }

// unitIn finds the unit that a line such as "Belopp i tkr, exkl. moms" or a
// sheet's name states for bare amounts.
func unitIn(s string) *money.Unit {
	for _, w := range Words(s) {
		if u, ok := unitWords[w]; ok {
			return &u
		}
	}
	return nil
}

// Signature identifies a set of headings, whatever their order, so that a
// mapping can be remembered for it.
func Signature(headings []string) string {
	var keys []string
	for _, h := range headings {
		if k := strings.Join(Words(h), " "); k != "" {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	sum := fnv.New64a()
	for _, k := range slices.Compact(keys) {
		sum.Write([]byte(k + "\n"))
	}
	return strconv.FormatUint(sum.Sum64(), 16)
}
