package date

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/figure"
	"itportfoljen/app/base/text"
)

// Span is the days From to To, both included.
type Span struct{ From, To Date }

// The years that people write; others are taken for something else. ISO days
// may have any year.
const (
	firstYear = 1900
	lastYear  = 2199
)

// errUnclear is given by a form that can be read in two ways.
var errUnclear = errors.New("date: unclear")

// form is one way to write a date: what it looks like, and the days it means.
// A form that matches but means no days ends the search.
type form struct {
	re   *regexp.Regexp
	read func(p []string) (Span, error)
}

// keyOf is a text as the forms know it.
func keyOf(s string) string {
	return figure.Plain(strings.Trim(strings.ReplaceAll(text.Key(s), "\u2019", "'"), " .,;"))
}

// Parse reads a day or a period as people write it: "2026-03-01", "1/3 2026",
// "1 mars 2026", "mars 2026", "Q4 2027", "T1 2027", "vt 2027" (January–June),
// "våren 2027" (March–May), "v. 12 2027", "2027". Case, kinds of space and a
// trailing full stop don't matter; a time of day is dropped. Numbers with
// slashes are day/month, but month/day when only that can be. Winter is
// December the year before to February, as SMHI counts. Errors are
// *fault.Error with code Invalid.
func Parse(s string) (Span, error) {
	key := keyOf(s)
	if key == "" {
		return Span{}, fault.New(fault.Invalid, "Datumet är tomt.")
	}
	if len(key) > 80 {
		return Span{}, refuse(s, "är inget datum")
	}
	for _, f := range forms {
		p := f.re.FindStringSubmatch(key)
		if p == nil {
			continue
		}
		span, err := f.read(p)
		switch {
		case errors.Is(err, errUnclear):
			return Span{}, refuse(s, "kan läsas på flera sätt")
		case err != nil || span.From == 0 || span.To == 0:
			return Span{}, refuse(s, "finns inte i kalendern")
		}
		return span, nil
	}
	return Span{}, refuse(s, "är inget datum")
}

// ParseDay reads a single day; a longer period is an error. Errors are
// *fault.Error with code Invalid.
func ParseDay(s string) (Date, error) {
	span, err := Parse(s)
	if err != nil {
		return 0, err
	}
	if span.From != span.To {
		return 0, refuse(s, "är en period, inte en dag")
	}
	return span.From, nil
}

func refuse(s, why string) error {
	return fault.New(fault.Invalid, fmt.Sprintf("”%s” %s. Skriv till exempel 2026-03-01, mars 2026 eller kv 4 2026.", text.Shorten(s, 40), why))
}

// number reads digits that a form has matched; "" is 0.
func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// year reads "2027", "27" or "'27"; two digits are 1970–2069.
func year(s string) int {
	s = strings.TrimLeft(s, "-' ")
	n := number(s)
	if len(s) == 2 {
		n += 1900
		if n < 1970 {
			n += 100
		}
	}
	return n
}

// day is the span of one day; none when the parts are no day.
func day(y, m, d int) (Span, error) {
	if !Valid(y, m, d) {
		return Span{}, nil
	}
	return Span{Of(y, m, d), Of(y, m, d)}, nil
}

// writtenDay is day for years that people write.
func writtenDay(y, m, d int) (Span, error) {
	if y < firstYear || y > lastYear {
		return Span{}, nil
	}
	return day(y, m, d)
}

// monthSpan is n whole months from month m, which may lie outside 1–12.
func monthSpan(y, m, n int) (Span, error) {
	if y < firstYear || y > lastYear {
		return Span{}, nil
	}
	return Span{Of(y, m, 1), LastOfMonth(y, m+n-1)}, nil
}

// part is the n:th of the year's equal parts of so many months, from 1.
func part(y, n, months int) (Span, error) {
	if n < 1 || n > 12/months {
		return Span{}, nil
	}
	return monthSpan(y, (n-1)*months+1, months)
}

// isoWeek is Monday to Sunday of an ISO 8601 week.
func isoWeek(y, week int) (Span, error) {
	if y < firstYear || y > lastYear || week < 1 {
		return Span{}, nil
	}
	jan4 := Of(y, 1, 4) // always in week 1
	monday := jan4.AddDays(-(int(jan4.Weekday()) + 6) % 7).AddDays((week - 1) * 7)
	if gotYear, got := monday.ISOWeek(); gotYear != y || got != week {
		return Span{}, nil
	}
	return Span{monday, monday.AddDays(6)}, nil
}
