package view

import (
	"slices"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
)

// Span is some days as they are told by today, so that a list that somebody keeps says
// "this quarter" next year too. Its text is what is kept in the file.
type Span string

// spans are those there are, in the order they are offered.
var spans = []struct {
	key   Span
	label string // Swedish, what a day that falls there does
	days  func(today date.Date) (first, last date.Date)
}{
	{"past", "har passerat", func(d date.Date) (date.Date, date.Date) { return 0, d.AddDays(-1) }},
	{"month", "denna månad", func(d date.Date) (date.Date, date.Date) { return months(d, 0, 1) }},
	{"nextmonth", "nästa månad", func(d date.Date) (date.Date, date.Date) { return months(d, 1, 1) }},
	{"quarter", "detta kvartal", func(d date.Date) (date.Date, date.Date) { return months(quarter(d), 0, 3) }},
	{"nextquarter", "nästa kvartal", func(d date.Date) (date.Date, date.Date) { return months(quarter(d), 3, 3) }},
	{"year", "i år", func(d date.Date) (date.Date, date.Date) { return years(d, 0) }},
	{"nextyear", "nästa år", func(d date.Date) (date.Date, date.Date) { return years(d, 1) }},
	{"lastyear", "förra året", func(d date.Date) (date.Date, date.Date) { return years(d, -1) }},
	{"days30", "inom 30 dagar", func(d date.Date) (date.Date, date.Date) { return d, d.AddDays(30) }},
	{"days90", "inom 90 dagar", func(d date.Date) (date.Date, date.Date) { return d, d.AddDays(90) }},
	{"days180", "inom ett halvår", func(d date.Date) (date.Date, date.Date) { return d, d.AddMonths(6) }},
	{"days365", "inom ett år", func(d date.Date) (date.Date, date.Date) { return d, d.AddMonths(12) }},
}

// Spans gives all spans in the order they are offered.
func Spans() []Span {
	out := make([]Span, len(spans))
	for i, s := range spans {
		out[i] = s.key
	}
	return out
}

// Label is the span in Swedish, as what a day does: "har passerat", "i år".
func (s Span) Label() string {
	if i := s.index(); i >= 0 {
		return spans[i].label
	}
	return string(s)
}

// Days are the first and the last day of the span; a first of 0 is all days before. A
// span that there isn't has none.
func (s Span) Days(today date.Date) (first, last date.Date) {
	if i := s.index(); i >= 0 {
		return spans[i].days(today)
	}
	return date.Of(9999, 12, 31), 0
}

func (s Span) index() int {
	for i, is := range spans {
		if is.key == s {
			return i
		}
	}
	return -1
}

// spanSaid finds the span that somebody wrote, in Swedish or as it is kept.
func spanSaid(s string) (Span, bool) {
	s = strings.TrimSpace(s)
	i := slices.IndexFunc(Spans(), func(is Span) bool { return string(is) == s || text.Fold(is.Label()) == text.Fold(s) })
	if i < 0 {
		return "", false
	}
	return spans[i].key, true
}

func quarter(d date.Date) date.Date { return date.Of(d.Year(), (d.Month()-1)/3*3+1, 1) }

// months are n whole months, from the one that lies after d's.
func months(d date.Date, after, n int) (first, last date.Date) {
	first = date.Of(d.Year(), d.Month(), 1).AddMonths(after)
	return first, first.AddMonths(n).AddDays(-1)
}

func years(d date.Date, after int) (first, last date.Date) {
	return date.Of(d.Year()+after, 1, 1), date.Of(d.Year()+after, 12, 31)
}
