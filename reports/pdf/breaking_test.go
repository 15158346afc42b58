package pdf

import (
	"strings"
	"testing"
)

// set breaks plain text and gives its lines.
func set(text string, max float64) []string {
	var out []string
	for _, l := range breakLines([]styled{{text: text}}, 10, max) {
		var b strings.Builder
		for _, p := range l.pieces {
			b.WriteString(p.text)
		}
		out = append(out, b.String())
	}
	return out
}

func TestBreakLines(t *testing.T) {
	for _, c := range []struct {
		name, text string
		max        float64
		want       []string
	}{
		{"fits", "kort rad", 100, []string{"kort rad"}},
		{"empty", "", 100, []string{""}},
		{"at a space", "en rad till", 30, []string{"en rad ", "till"}},
		{"never in an amount", "kostar 1\u00a0234\u00a0567\u00a0kr", 62, []string{"kostar ", "1\u00a0234\u00a0567\u00a0kr"}},
		{"never at a narrow space", "kostar 1\u202f234\u202f567", 50, []string{"kostar ", "1\u202f234\u202f567"}},
		{"after a hyphen", "gymnasie-utbildningar", 60, []string{"gymnasie-", "utbildningar"}},
		{"not in a range of years", "åren 2026–2027", 45, []string{"åren ", "2026–2027"}},
		{"line feed", "en\ntvå", 100, []string{"en", "två"}},
		{"compound", "informationssäkerhetssamordnare", 90, []string{"informations\u00ad", "säkerhets\u00ad", "samordnare"}},
		{"linking s", "arbetsmarknadsverksamhet", 70, []string{"arbets\u00ad", "marknads\u00ad", "verksamhet"}},
		{"soft hyphen", "abcdefgh\u00adijklmnop", 55, []string{"abcdefgh\u00ad", "ijklmnop"}},
		{"soft hyphen unused", "ab\u00adcd", 55, []string{"abcd"}},
		{"nothing to hyphenate", "12345678901234567890", 51, []string{"1234567890", "1234567890"}},
		{"too narrow for anything", "ab", 1, []string{"a\u00ad", "b"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := set(c.text, c.max); strings.Join(got, "|") != strings.Join(c.want, "|") {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestLinesStayWithinTheirWidth(t *testing.T) {
	text := strings.Repeat("Verksamhetssystemförvaltningsorganisationens ansvar för 1\u00a0234\u00a0567 kr och/eller mer är delat. ", 5)
	for max := 20.0; max < 300; max += 7 {
		for _, l := range breakLines([]styled{{text: text}, {text: "fet stil också", face: SemiBold}}, 10, max) {
			sum := 0.0
			for _, p := range l.pieces {
				sum = p.x + width(strings.TrimRight(p.text, " "), p.face, 10)
			}
			if sum > max+0.05 {
				t.Errorf("max %.0f: line of %.2f: %+v", max, sum, l.pieces)
			}
		}
	}
}

func TestEndlessWord(t *testing.T) {
	word := strings.Repeat("å", 50_000)
	got := strings.ReplaceAll(strings.Join(set(word, 200), ""), "\u00ad", "")
	if got != word {
		t.Errorf("%d bytes became %d", len(word), len(got))
	}
}

func TestLooksStayOnOneLine(t *testing.T) {
	l := breakLines([]styled{{text: "Se "}, {text: "fet", face: SemiBold}, {text: "."}}, 10, 200)
	if len(l) != 1 || len(l[0].pieces) != 3 {
		t.Fatalf("%+v", l)
	}
	if p := l[0].pieces; p[1].x != p[0].w+width(" ", SemiBold, 10) || p[2].x != p[1].x+p[1].w || p[0].text != "Se " {
		t.Errorf("pieces don't follow each other: %+v", p)
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"a\u030a":              "å", // composed
		"a\tb\u200bc":          "a bc",
		"x\U0001F600y":         "x□y",
		"−5 – “å” ✓ 1\u202f0":  "−5 – “å” ✓ 1\u202f0",
		"trasig\xff":           "trasig□",
		"rad\nrad\u00adbryt\r": "rad\nrad\u00adbryt",
	} {
		var c cleaner
		if got := c.clean(in); got != want {
			t.Errorf("clean(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestColumnsSplitWordsBeforeAmounts(t *testing.T) {
	doc := New(Meta{})
	e := &engine{doc: doc, out: &layout{}}
	long := Txt("Arbetsmarknadsverksamhetssystemet")
	tab := &Table{Cols: []Col{{Head: "A"}, {Head: "B"}, {Head: "C"}, {Head: "D"}}, Rows: []TableRow{R(long, long, long, Txt("999\u00a0999\u00a0999\u00a0kr"))}}
	l := &tableLay{t: tab, size: 9, width: 250}
	l.place(l.wants(e, [][]cellLay{e.prepare(l, &tab.Rows[0])}))
	if need := width("999\u00a0999\u00a0999\u00a0kr", Regular, 9); l.w[3] < need {
		t.Errorf("the amount has %.1f of %.1f", l.w[3], need)
	}
	if end := l.x[3] + l.w[3]; end > 250.1 {
		t.Errorf("the table ends at %.1f", end)
	}
}

func TestAccentStaysLegible(t *testing.T) {
	for _, c := range []uint32{0xFFFF00, 0xFFFFFF, 0x17616D, 0x000000, 0x00FF80} {
		d := New(Meta{Accent: rgb(c)})
		if got := contrastOnWhite(d.accent()); got < 4.5 {
			t.Errorf("%06x: contrast %.1f", c, got)
		}
	}
}

// TestNoLineBeginsWithAClosingMark however narrow the column, though the mark is in a
// run of its own, such as one that a footnote hangs on.
func TestNoLineBeginsWithAClosingMark(t *testing.T) {
	runs := []styled{{text: "Enligt alternativ "}, {text: "två", face: SemiBold}, {text: ", som avvisas ("}, {text: "styrgruppen", face: Italic}, {text: ")."}, {text: "1", scale: 0.66, stick: true}}
	for width := 70.0; width < 260; width++ {
		for n, l := range breakLines(runs, 10, width) {
			if first := l.pieces[0]; n > 0 && (closes(first.text) || runs[first.run].stick) {
				t.Errorf("%.0f points: line %d begins with %q", width, n, first.text)
			}
			if l.w > width+0.1 {
				t.Errorf("%.0f points: line %d is %.1f wide", width, n, l.w)
			}
		}
	}
}
