package report

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
)

// None stands where there is nothing to show.
const None = "–"

// Count is n as it is written in figures.
func Count(n int) string { return text.Count(n) }

// Joined joins those of parts that aren't empty.
func Joined(sep string, parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, sep)
}

// Or is s, or a dash for nothing.
func Or(s string) string {
	if s == "" {
		return None
	}
	return s
}

// Clip shortens s to at most n characters, at a word where there is one.
func Clip(s string, n int) string {
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

// Sentence ends s with a full stop.
func Sentence(s string) string {
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".!?") || strings.HasSuffix(s, "…") {
		return s
	}
	return s + "."
}

// FirstSentence is the beginning of a longer text.
func FirstSentence(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	return Sentence(Clip(s[:firstEnd(s)], n))
}

// shortened are words that are written with a full stop that ends no sentence.
var shortened = []string{"ca", "kap", "nr", "tel", "resp", "ev", "inkl", "exkl", "jfr", "dvs", "osv", "etc", "art", "avd", "dnr", "enl", "fr", "kl", "vol", "st", "mm", "bl", "obs", "forts", "bil", "prel", "max", "min", "kv"}

// firstEnd is where the first sentence of a text ends: after its full stop, which isn't that
// of "bl.a.", "ca." or "3.", nor one that a small letter follows.
func firstEnd(s string) int {
	for i, r := range s {
		if !strings.ContainsRune(".!?", r) || i+1 >= len(s) || s[i+1] != ' ' {
			continue
		}
		if next, _ := utf8.DecodeRuneInString(s[i+2:]); unicode.IsLower(next) {
			continue
		}
		if r != '.' {
			return i + 1
		}
		word := s[strings.LastIndexByte(s[:i], ' ')+1 : i]
		word = strings.TrimLeft(strings.ToLower(word), "(”\"")
		number := word != "" && len(word) <= 2 && strings.Trim(word, "0123456789") == ""
		if !number && !strings.Contains(word, ".") && len([]rune(word)) > 1 && !slices.Contains(shortened, word) {
			return i + 1
		}
	}
	return len(s)
}

// Day is "3 december 2026".
func Day(d date.Date) string {
	_, s, _ := strings.Cut(d.Long(), " ")
	return s
}

// Span is "2027-01 – 2027-12", "från 2027-01" or "till 2027-12".
func Span(from, to date.Date) string {
	month := func(d date.Date) string { return strings.ReplaceAll(d.String()[:7], "-", "\u2011") }
	switch {
	case from.IsZero() && to.IsZero():
		return None
	case to.IsZero():
		return "från " + month(from)
	case from.IsZero():
		return "till " + month(to)
	}
	return month(from) + " – " + month(to)
}

// Kr is an amount in whole kronor, a dash when there is none.
func Kr(v money.Ore, known bool) string {
	if !known {
		return None
	}
	return v.Kr()
}

// Some names the first of some things, and says how many more there are.
func Some(names []string, most int) string {
	if more := len(names) - most; more > 0 {
		return strings.Join(names[:most], ", ") + " och " + Count(more) + " till"
	}
	return text.And(names)
}
