package text_test

import (
	"strings"
	"testing"
	"unicode"

	"itportfoljen/app/base/text"
)

func TestLineAndLines(t *testing.T) {
	for _, c := range []struct{ in, line, lines string }{
		{"", "", ""},
		{"Lönesystemet", "Lönesystemet", "Lönesystemet"},
		{"två  blanksteg\u00a0här ", "två  blanksteg\u00a0här ", "två  blanksteg\u00a0här "},
		{"mjukt\u00adbindestreck", "mjukt\u00adbindestreck", "mjukt\u00adbindestreck"},
		{"👩\u200d💻", "👩\u200d💻", "👩\u200d💻"},
		{"en\ntvå", "en två", "en\ntvå"},
		{"en\r\ntvå\rtre\vfyra\u0085fem\u2028sex\u2029sju", "en två tre fyra fem sex sju", "en\ntvå\ntre\nfyra\nfem\nsex\nsju"},
		{"a\tb", "a b", "a\tb"},
		{"noll\x00a\x07b\x7fc\u0080d", "nollabcd", "nollabcd"},
		{"\x1b[31mröd\x1b[0m", "röd", "röd"},
		{"\x1b]0;titel\x07efter", "efter", "efter"},
		{"\x1b]8;;https://x.se\x1b\\länk\x1b]8;;\x1b\\", "länk", "länk"},
		{"\u009b2Jtom", "tom", "tom"},
		{"\x1bcåter", "åter", "åter"},
		{"\x1b[3\x1b[31m1m", "31m", "31m"},
		{"\x1b", "", ""},
		{"\x1bP1;2q#0", "", ""},
		{"fil\u202egpj.exe", "filgpj.exe", "filgpj.exe"},
		{"\u2066a\u2069\u200b\ufeff\u200e", "a", "a"},
		{"trasig\xffbyte", "trasig\ufffdbyte", "trasig\ufffdbyte"},
		{"\ufffd", "\ufffd", "\ufffd"},
	} {
		if got := text.Line(c.in); got != c.line {
			t.Errorf("Line(%q) = %q, want %q", c.in, got, c.line)
		}
		if got := text.Lines(c.in); got != c.lines {
			t.Errorf("Lines(%q) = %q, want %q", c.in, got, c.lines)
		}
	}
	for in, want := range map[string]string{"a \r\n\r\n  b": "a b", " \x1b[1mfet\x1b[0m ": "fet", "å\u0085ä": "å ä"} {
		if got := text.OneLine(in); got != want {
			t.Errorf("OneLine(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzLine(f *testing.F) {
	for _, s := range []string{"\x1b[31mröd", "\u009b2J", "a\r\nb\u202e", "\xff\xfe\x1b]0;x", "\x1b\x1b[[mm"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for name, fn := range map[string]func(string) string{"Line": text.Line, "Lines": text.Lines, "OneLine": text.OneLine, "Clean": text.Clean} {
			once := fn(s)
			if twice := fn(once); twice != once {
				t.Errorf("%s(%q) = %q, and once more %q", name, s, once, twice)
			}
			if i := strings.IndexFunc(once, func(r rune) bool {
				return unicode.IsControl(r) && !(r == '\n' && (name == "Lines" || name == "Clean")) && !(r == '\t' && name == "Lines") || r == '\u2028' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
			}); i >= 0 {
				t.Errorf("%s(%q) = %q", name, s, once)
			}
		}
	})
}

func TestLower(t *testing.T) {
	for s, want := range map[string]string{"": "", "K": "k", "Systemägare": "systemägare", "Ägare": "ägare", "PUB-avtal": "PUB-avtal", "IT-forum": "IT-forum", "R 2": "r 2"} {
		if got := text.Lower(s); got != want {
			t.Errorf("%q is %q, want %q", s, got, want)
		}
	}
}
