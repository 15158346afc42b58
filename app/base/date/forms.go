package date

import (
	"regexp"
	"strings"
)

// Pieces of the forms. They match text that is cleaned, folded in case and
// without trailing full stops.
const (
	reYear    = `(\d{4})`
	reAnyYear = `(\d{4}|[-']? ?'?\d{2})` // after a word that makes two digits clear
	reDashed  = `(\d{4}|[-'] ?'?\d{2})`  // two digits only behind a dash or an apostrophe
	reSep     = `[ .,/-]*`
	reTime    = `(?:[t ] ?(?:kl\.? )?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?: ?z| ?[+-]\d{2}:?\d{2})?)?`
	reWeekday = `(?:(?:m[åa]n|tis|ons|tor|tors|fre|l[öo]r|s[öo]n)(?:dag(?:en)?)?[.,]? |(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:den )?`
	reMonth   = `(jan(?:uari|uary)?|feb(?:r|ruari|ruary)?|mar(?:s|ch)?|apr(?:il)?|ma[jy]|june?|juni|july?|juli|aug(?:usti|ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)`
	reOrdinal = `([1-4](?::?[ae])?|första|andra|tredje|fjärde)`
	reQuarter = `(?:q|kv|kvart|kvartal)`
	reTertial = `(?:t|tert|tertial)`
	reHalf    = `(?:h|halvår)`
	reTerm    = `(vt|ht|vårterminen|höstterminen)`
	reSeason  = `(vår|sommar|höst|vinter)(?:e?n)?`
	reWeek    = `(?:v|w|vecka|week)`
)

func re(pattern string) *regexp.Regexp { return regexp.MustCompile(`^` + pattern + `$`) }

// forms are tried in order.
var forms = []form{
	// Days in numbers.
	{re(`(\d{4})-(\d{1,2})-(\d{1,2})` + reTime), func(p []string) (Span, error) {
		return day(number(p[1]), number(p[2]), number(p[3]))
	}},
	{re(`(\d{4})[/. ](\d{1,2})[/. ](\d{1,2})` + reTime), func(p []string) (Span, error) {
		return writtenDay(number(p[1]), number(p[2]), number(p[3]))
	}},
	{re(`(\d{4})(\d{2})(\d{2})` + reTime), func(p []string) (Span, error) {
		return writtenDay(number(p[1]), number(p[2]), number(p[3]))
	}},
	{re(reWeekday + `(\d{1,2})/(\d{1,2}) ?(?:[/.,-]? ?(\d{4})|([-'] ?'?\d{2}))` + reTime), readSlashes},
	{re(reWeekday + `(\d{1,2})([.-])(\d{1,2})[.-](\d{4})` + reTime), func(p []string) (Span, error) {
		return writtenDay(number(p[4]), number(p[3]), number(p[1]))
	}},
	{re(`(\d{2})(\d{2})(\d{2})`), readSixDigits},

	// Days with the month in letters.
	{re(reWeekday + `(\d{1,2})(?::[ae])?` + reSep + reMonth + reSep + reDashed + reTime), func(p []string) (Span, error) {
		return writtenDay(year(p[3]), monthNumber(p[2]), number(p[1]))
	}},
	{re(reWeekday + reMonth + `\.? (\d{1,2})(?:st|nd|rd|th)?,? ` + reYear), func(p []string) (Span, error) {
		return writtenDay(number(p[3]), monthNumber(p[1]), number(p[2]))
	}},
	{re(reYear + reSep + reMonth + reSep + `(\d{1,2})`), func(p []string) (Span, error) {
		return writtenDay(number(p[1]), monthNumber(p[2]), number(p[3]))
	}},

	// Months.
	{re(reYear + `[-/.](\d{1,2})`), func(p []string) (Span, error) { return part(number(p[1]), number(p[2]), 1) }},
	{re(`(\d{1,2})[-/.]` + reYear), func(p []string) (Span, error) { return part(number(p[2]), number(p[1]), 1) }},
	{re(reMonth + reSep + reDashed), func(p []string) (Span, error) { return monthSpan(year(p[2]), monthNumber(p[1]), 1) }},
	{re(reYear + reSep + reMonth), func(p []string) (Span, error) { return monthSpan(number(p[1]), monthNumber(p[2]), 1) }},
	{re(reMonth + ` \d{2}`), func([]string) (Span, error) { return Span{}, errUnclear }},

	// Parts of the year.
	{re(reQuarter + `\.? ?([1-4])` + reSep + reAnyYear), parts(3)},
	{re(reOrdinal + ` ?(?:kv|kvartalet|kvartal)` + reSep + reAnyYear), parts(3)},
	{re(reYear + reSep + reQuarter + `\.? ?([1-4])`), partsYearFirst(3)},
	{re(reTertial + `\.? ?([1-3])` + reSep + reAnyYear), parts(4)},
	{re(reOrdinal + ` ?(?:tertialet|tertial)` + reSep + reAnyYear), parts(4)},
	{re(reYear + reSep + reTertial + `\.? ?([1-3])`), partsYearFirst(4)},
	{re(reHalf + `\.? ?([12])` + reSep + reAnyYear), parts(6)},
	{re(reOrdinal + ` ?(?:halvåret|halvår)` + reSep + reAnyYear), parts(6)},
	{re(reYear + reSep + reHalf + `\.? ?([12])`), partsYearFirst(6)},
	{re(reTerm + reSep + reAnyYear), func(p []string) (Span, error) { return term(year(p[2]), p[1]) }},
	{re(reYear + reSep + reTerm), func(p []string) (Span, error) { return term(number(p[1]), p[2]) }},
	{re(reSeason + reSep + reDashed), func(p []string) (Span, error) { return season(year(p[2]), p[1]) }},
	{re(reYear + reSep + reSeason), func(p []string) (Span, error) { return season(number(p[1]), p[2]) }},
	{re(`vinter(?:n)? ` + reYear + ` ?[-/] ?(\d{2}|\d{4})`), readWinter},
	{re(reWeek + `\.? ?(\d{1,2})` + reSep + reYear), func(p []string) (Span, error) { return isoWeek(number(p[2]), number(p[1])) }},
	{re(reYear + reSep + reWeek + `\.? ?(\d{1,2})`), func(p []string) (Span, error) { return isoWeek(number(p[1]), number(p[2])) }},

	// Years.
	{re(`(?:(?:hel)?året |(?:hel)?år )?` + reYear), func(p []string) (Span, error) { return monthSpan(number(p[1]), 1, 12) }},
}

// readSlashes is the Swedish day/month, or month/day when only that can be.
func readSlashes(p []string) (Span, error) {
	y := year(p[3] + p[4])
	if span, err := writtenDay(y, number(p[2]), number(p[1])); span.From != 0 {
		return span, err
	}
	return writtenDay(y, number(p[1]), number(p[2]))
}

// readSixDigits is 201711 or 260301; what may be either is unclear.
func readSixDigits(p []string) (Span, error) {
	month, _ := part(number(p[1]+p[2]), number(p[3]), 1)
	oneDay, _ := writtenDay(year(p[1]), number(p[2]), number(p[3]))
	switch {
	case month.From != 0 && oneDay.From != 0:
		return Span{}, errUnclear
	case month.From != 0:
		return month, nil
	}
	return oneDay, nil
}

// readWinter is "vintern 2026/27": December of the first year to February of
// the next.
func readWinter(p []string) (Span, error) {
	y := number(p[1]) + 1
	if number(p[2]) != y && (len(p[2]) != 2 || number(p[2]) != y%100) {
		return Span{}, nil
	}
	return season(y, "vinter")
}

func parts(months int) func([]string) (Span, error) {
	return func(p []string) (Span, error) { return part(year(p[2]), ordinal(p[1]), months) }
}

func partsYearFirst(months int) func([]string) (Span, error) {
	return func(p []string) (Span, error) { return part(number(p[1]), number(p[2]), months) }
}

// term is a school term: vt is the first half of the year and ht the second.
func term(y int, name string) (Span, error) {
	if strings.HasPrefix(name, "h") {
		return part(y, 2, 6)
	}
	return part(y, 1, 6)
}

// season is three whole months; winter begins in December the year before.
func season(y int, name string) (Span, error) {
	first := map[string]int{"vinter": 0, "vår": 3, "sommar": 6, "höst": 9}[name]
	return monthSpan(y, first, 3)
}

// ordinal reads "1", "1:a" or "första".
func ordinal(s string) int {
	switch s {
	case "första":
		return 1
	case "andra":
		return 2
	case "tredje":
		return 3
	case "fjärde":
		return 4
	}
	return number(s[:1])
}

// monthNumber reads a month that reMonth has matched, Swedish or English.
func monthNumber(name string) int {
	switch name[:3] {
	case "may":
		return 5
	case "oct":
		return 10
	}
	for m := 1; m <= 12; m++ {
		if months[m][:3] == name[:3] {
			return m
		}
	}
	return 0
}
