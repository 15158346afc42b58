package reports

import (
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
)

// none stands where there is nothing to show.
const none = "–"

func count(n int) string { return text.Count(n) }

// joined joins those of parts that aren't empty.
func joined(sep string, parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, sep)
}

// or is s, or a dash for nothing.
func or(s string) string {
	if s == "" {
		return none
	}
	return s
}

// clip shortens s to at most n characters, at a word where there is one.
func clip(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	rs := []rune(s)
	if len(rs) <= n {
		return s
	}
	cut := string(rs[:n-1])
	if i := strings.LastIndexByte(cut, ' '); i > n/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,.;:–-") + "…"
}

// sentence ends s with a full stop.
func sentence(s string) string {
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".!?") || strings.HasSuffix(s, "…") {
		return s
	}
	return s + "."
}

// firstSentence is the beginning of a longer text.
func firstSentence(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	for _, end := range []string{". ", "! ", "? "} {
		if i := strings.Index(s, end); i > 0 {
			s = s[:i+1]
		}
	}
	return sentence(clip(s, n))
}

// day is "3 december 2026".
func day(d date.Date) string {
	_, s, _ := strings.Cut(d.Long(), " ")
	return s
}

// span is "2027-01 – 2027-12", "från 2027-01" or "till 2027-12".
func span(from, to date.Date) string {
	month := func(d date.Date) string { return strings.ReplaceAll(d.String()[:7], "-", "\u2011") }
	switch {
	case from.IsZero() && to.IsZero():
		return none
	case to.IsZero():
		return "från " + month(from)
	case from.IsZero():
		return "till " + month(to)
	}
	return month(from) + " – " + month(to)
}

// kr is an amount in whole kronor, a dash when there is none.
func kr(v money.Ore, known bool) string {
	if !known {
		return none
	}
	return v.Kr()
}
