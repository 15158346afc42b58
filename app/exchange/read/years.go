package read

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"itportfoljen/app/base/text"
)

// aYear is a year that a list may be about.
const aYear = `(?:19[5-9]|20[0-9]|21[0-9])[0-9]`

var (
	reYear = regexp.MustCompile(`^` + aYear + `$`)

	reDayYear   = regexp.MustCompile(`\b[0-3]?\d/[01]?\d[ -]((?:19|20|21)\d\d)\b`)                                                                                     // 31/12 2026
	reYearDay   = regexp.MustCompile(`\b((?:19|20|21)\d\d)[-/.](?:1[0-2]|0[1-9])(?:[-/.][0-3]?\d)?\b`)                                                                 // 2026-12-31, 2026-12
	reYearSpan  = regexp.MustCompile(`\b((?:19|20|21)\d\d) ?[/-] ?\d\d\b`)                                                                                             // 2026/27
	reShortYear = regexp.MustCompile(`(^|[\pL\s(.])(?:- ?|['’´` + "`" + `‘])([2-4]\d)\b`)                                                                              // Budget-26, '26
	reAmount    = regexp.MustCompile(`(^|[^\pL\d])(b|bu|bud|budg|budget|kostn|kostnad|u|utf|utfall|p|pr|prog|progn|prognos)([. ]{0,2}-?)((?:19|20|21)\d\d|[2-4]\d)\b`) // B2026, utf 25
)

// amountWords are the words that abbreviations beside a year stand for.
var amountWords = map[string]string{
	"b": "budget", "bu": "budget", "bud": "budget", "budg": "budget",
	"u": "utfall", "utf": "utfall",
	"p": "prognos", "pr": "prognos", "prog": "prognos", "progn": "prognos",
}

// wholeYears are the folded words that say of a year beside them that it is one.
var wholeYears = text.Set("ar helar kalenderar budgetar verksamhetsar")

// withYears writes the years of a heading out, "B26" as "budget 2026" and
// "2026-12-31" as "2026"; what has none is left as it is.
func withYears(s string) string {
	if !twoDigits(s) {
		return s
	}
	s = text.Fold(s)
	for _, re := range []*regexp.Regexp{reDayYear, reYearDay, reYearSpan} {
		s = re.ReplaceAllString(s, " $1 ")
	}
	s = reAmount.ReplaceAllStringFunc(s, func(m string) string {
		part := reAmount.FindStringSubmatch(m)
		word, year := part[2], part[4]
		if len(word) == 1 && part[3] != "" || strings.HasPrefix(word, "kost") && !strings.HasSuffix(s, m) {
			return m // "P 25" is a place rather than a forecast, and "Kostnad 24 mån" is of months
		}
		if long := amountWords[word]; long != "" {
			word = long
		}
		return part[1] + word + " " + century(year)
	})
	return reShortYear.ReplaceAllString(s, "$1 20$2")
}

// saysYear says that a text is a year alone. Nearly none is as long as one.
func saysYear(s string) bool { return len(s) == 4 && reYear.MatchString(s) }

func century(year string) string {
	if len(year) == 2 {
		return "20" + year
	}
	return year
}

func twoDigits(s string) bool {
	for i := 1; i < len(s); i++ {
		if s[i-1] >= '0' && s[i-1] <= '9' && s[i] >= '0' && s[i] <= '9' {
			return true
		}
	}
	return false
}

// withoutWholeYear leaves out the words that only say that a year is one: "helår 2026".
// That something is per year says what it is.
func withoutWholeYear(words []string) []string {
	if !slices.ContainsFunc(words, func(w string) bool { return wholeYears[w] }) {
		return words
	}
	out := words[:0:0]
	for i, w := range words {
		beside := i+1 < len(words) && saysYear(words[i+1]) || i > 0 && saysYear(words[i-1])
		if !wholeYears[w] || !beside || i > 0 && (words[i-1] == "per" || words[i-1] == "varje") {
			out = append(out, w)
		}
	}
	return out
}

// reSaidYear is a year in a title or a name of a sheet or a file.
var reSaidYear = regexp.MustCompile(aYear)

// YearIn is the one year that a title, a sheet's name or a file's states, 0 for none or
// several. The day when a list was made isn't the year of its amounts.
func YearIn(s string) int {
	s = text.Fold(strings.ReplaceAll(s, "_", " "))
	for _, re := range []*regexp.Regexp{reSaidDay, reDayYear, reYearDay, reMadeIn} {
		s = re.ReplaceAllString(s, " ")
	}
	year := 0
	for _, at := range reSaidYear.FindAllStringIndex(s, -1) {
		if digitAt(s, at[0]-1) || digitAt(s, at[1]) {
			continue
		}
		y, _ := strconv.Atoi(s[at[0]:at[1]])
		if year != 0 && y != year {
			return 0
		}
		year = y
	}
	return year
}

var (
	reSaidDay = regexp.MustCompile(`(?:19|20|21)\d\d ?-? ?(?:1[0-2]|0[1-9]) ?-? ?[0-3]\d`)
	// reMadeIn is when a list was made: "uppdaterad i mars 2026".
	reMadeIn = regexp.MustCompile(`\b(?:uppdaterad|uppdaterat|reviderad|andrad|utskriven|utskrift|exporterad|skapad|hamtad|senast|version|per|fran och med|fr\.?o\.?m\.?|sedan)\b[^\d]{0,30}(?:19|20|21)\d\d`)
)

// isDay says that a text has a whole day in it.
func isDay(s string) bool {
	s = text.Fold(s)
	return reSaidDay.MatchString(s) || reDayYear.MatchString(s)
}

func digitAt(s string, i int) bool {
	return i >= 0 && i < len(s) && unicode.IsDigit(rune(s[i]))
}
