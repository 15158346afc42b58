package hyphen_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"itportfoljen/app/base/chart/hyphen"
)

// room fits texts of at most n runes.
func room(n int) func(string) bool {
	return func(s string) bool { return utf8.RuneCountInString(s) <= n }
}

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		word string
		n    int
		want string // head|tail, the soft hyphen shown as =
	}{
		{"informationssäkerhet", 14, "informations=|säkerhet"},
		{"kommunstyrelsen", 10, "kommun=|styrelsen"},
		{"räddningstjänsten", 12, "räddnings=|tjänsten"},
		{"arbetsmarknad", 9, "arbets=|marknad"},
		{"verksamhetssystem", 14, "verksamhets=|system"},
		{"personuppgiftsansvarig", 16, "personuppgifts=|ansvarig"},
		{"ab\u00adcdefgh", 5, "ab=|cdefgh"},
		{"systemansvarig", 10, "system=|ansvarig"},
		{"personuppgiftsbehandling", 20, "personuppgifts=|behandling"},
		{"personuppgiftsbehandling", 12, "person=|uppgiftsbehandling"},
		{"dokumenthanteringssystem", 16, "dokument=|hanteringssystem"},
		{"Ekonomistyrningsverktyg", 20, "Ekonomistyrnings=|verktyg"},
		{"barnomsorgsavgift", 15, "barnomsorgs=|avgift"},
		{"gymnasieutbildning", 12, "gymnasie=|utbildning"},
		{"verksamhetssystem", 11, "verksam=|hetssystem"}, // the s that links isn't parted from its word
		{"uppgiftsansvarig", 8, "upp=|giftsansvarig"},
		{"systemförvaltare", 14, "system=|förvaltare"},
		{"lärplattform", 9, "lär=|plattform"},
		{"upphandlingsunderlag.", 18, "upphandlings=|underlag."},
		{"xxxxxxxxx.", 6, "xxxxx=|xxxx."}, // a full stop doesn't make it an address
		{"flicka", 5, "flic=|ka"},         // no good place: cut, but still with a hyphen
		{"www.exempel.se", 8, "www.exem|pel.se"},
		{"1234567", 4, "1234|567"},
		{"x", 0, "x|"},
	} {
		head, tail := hyphen.Split(c.word, room(c.n))
		if got := strings.ReplaceAll(head, "\u00ad", "=") + "|" + tail; got != c.want {
			t.Errorf("Split(%q, %d) = %s, want %s", c.word, c.n, got, c.want)
		}
	}
}

// FuzzSplit: the parts make up the word, and there is always headway.
func FuzzSplit(f *testing.F) {
	f.Add("verksamhetssystem", 7)
	f.Fuzz(func(t *testing.T, word string, n int) {
		if !utf8.ValidString(word) || word == "" {
			return
		}
		head, tail := hyphen.Split(word, room(n))
		bare := func(s string) string { return strings.ReplaceAll(s, "\u00ad", "") }
		if bare(head)+bare(tail) != bare(word) || len(tail) >= len(word) {
			t.Errorf("%q: %q + %q", word, head, tail)
		}
	})
}
