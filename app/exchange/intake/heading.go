package intake

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

// heading is a column heading taken apart: "Drift 2027 (tkr)" is the words
// "drift", the year 2027 and the unit tkr.
type heading struct {
	written string   // on one line, as in the sheet
	words   []string // folded
	year    int
	unit    *money.Unit
}

var (
	reAside  = regexp.MustCompile(`\[[^\]]*\]`)
	rePlural = regexp.MustCompile(`\((?:s|r|er|ar|or)\)`)
	reYear   = regexp.MustCompile(`^(?:19[5-9]|20[0-9]|21[0-9])[0-9]$`)
)

// unitWords are the folded words that say what bare amounts are in.
var unitWords = map[string]money.Unit{
	"kr": money.Kr, "sek": money.Kr, "kronor": money.Kr,
	"tkr": money.Tkr, "tsek": money.Tkr, "ksek": money.Tkr, "kkr": money.Tkr, "tusental": money.Tkr, "tusen": money.Tkr,
	"mkr": money.Mnkr, "mnkr": money.Mnkr, "msek": money.Mnkr, "miljoner": money.Mnkr,
}

func readHeading(s string) heading {
	h := heading{written: strings.Join(strings.Fields(text.Clean(s)), " ")}
	for _, w := range phrase(s) {
		unit, isUnit := unitWords[w]
		switch {
		case reYear.MatchString(w) && h.year == 0:
			h.year, _ = strconv.Atoi(w)
		case isUnit && h.unit == nil:
			h.unit = &unit
		default:
			h.words = append(h.words, w)
		}
	}
	return h
}

// phrase gives the folded words of a heading, without what stands in square
// brackets, plural endings in parentheses and punctuation.
func phrase(s string) []string {
	s = rePlural.ReplaceAllString(reAside.ReplaceAllString(text.Fold(s), " "), "")
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// squeezed joins words so that "e-post", "epost" and "E POST" are the same.
func squeezed(words []string) string { return strings.Join(words, "") }

// unitIn finds the unit that a line such as "Belopp i tkr, exkl. moms" or a
// sheet's name states for bare amounts.
func unitIn(s string) *money.Unit {
	for _, w := range phrase(s) {
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
		if k := strings.Join(phrase(h), " "); k != "" {
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
