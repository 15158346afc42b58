package theme

import (
	"fmt"
	"image/color"
	"math/rand/v2"
	"testing"

	"fyne.io/fyne/v2/test"

	"itportfoljen/app/base/draw"
)

// all are the palettes that there are.
var all = []struct{ dark, high bool }{{false, false}, {true, false}, {false, true}, {true, true}}

// accents are some that municipalities have, the hardest ones, and a hundred of any kind.
func accents() []string {
	out := []string{DefaultAccent, "#FFE600", "#000000", "#FFFFFF", "#E30613", "#009FE3", "#F5A800", "#A3C614", "#7F3F98", "#808080", "inte en färg"}
	r := rand.New(rand.NewPCG(1, 2))
	for range 100 {
		out = append(out, fmt.Sprintf("#%06X", r.IntN(1<<24)))
	}
	return out
}

// pair is something drawn on something.
type pair struct {
	name       string
	ink, under color.NRGBA
}

// words are the texts of a palette with all that they stand on.
func words(p *Palette) (out []pair) {
	add := func(name string, ink color.NRGBA, grounds map[string]color.NRGBA) {
		for on, g := range grounds {
			out = append(out, pair{name + " on " + on, ink, g})
		}
	}
	sheets := map[string]color.NRGBA{"surface": p.Surface, "background": p.Background, "raised": p.Raised, "hover": p.Hover, "selected": p.Selected}
	add("text", p.Text, sheets)
	add("text", p.Text, map[string]color.NRGBA{"input": p.Input, "pressed": p.Pressed})
	add("muted", p.TextMuted, sheets)
	add("muted", p.TextMuted, map[string]color.NRGBA{"input": p.Input})
	add("placeholder", p.Placeholder, map[string]color.NRGBA{"input": p.Input, "surface": p.Surface, "background": p.Background, "raised": p.Raised})
	add("accent", p.Accent, sheets)
	add("accent", p.Accent, map[string]color.NRGBA{"soft": p.AccentSoft, "input": p.Input})
	add("on accent", p.OnAccent, map[string]color.NRGBA{"fill": p.AccentFill, "hover": p.AccentHover, "danger": p.DangerFill, "danger hover": p.DangerHover})
	add("nav", p.NavText, map[string]color.NRGBA{"ground": p.NavGround, "selected": p.NavSelected, "hover": p.NavHover})
	add("nav muted", p.NavMuted, map[string]color.NRGBA{"ground": p.NavGround, "hover": p.NavHover})
	add("nav badge", p.NavBadgeText, map[string]color.NRGBA{"badge": p.NavBadge})
	add("tip", p.TipText, map[string]color.NRGBA{"tip": p.TipGround})
	for name, tone := range map[string]Tone{"neutral": p.Neutral, "good": p.Good, "warn": p.Warn, "bad": p.Bad, "info": p.Info} {
		add(name, tone.Text, sheets)
		add(name, tone.Text, map[string]color.NRGBA{"its ground": tone.Ground})
	}
	return out
}

// lines are what isn't text but has to be seen: the ring, the frames of inputs, what is
// selected, bars and dots, and what can't be done now.
func lines(p *Palette) (out []pair) {
	for on, g := range map[string]color.NRGBA{"surface": p.Surface, "background": p.Background, "raised": p.Raised, "selected": p.Selected, "input": p.Input} {
		out = append(out, pair{"ring on " + on, p.Focus, g})
	}
	for on, g := range map[string]color.NRGBA{"surface": p.Surface, "background": p.Background, "raised": p.Raised, "input": p.Input} {
		out = append(out, pair{"field on " + on, p.Field, g})
		if p.High {
			out = append(out, pair{"border on " + on, p.Border, g}, pair{"edge on " + on, p.Edge, g}, pair{"hairline on " + on, p.Hairline, g})
		}
	}
	for on, g := range map[string]color.NRGBA{"surface": p.Surface, "background": p.Background, "raised": p.Raised, "pressed": p.Pressed} {
		out = append(out, pair{"disabled on " + on, p.Disabled, g})
	}
	return append(out, pair{"ring in the nav", p.NavBar, p.NavGround}, pair{"ring in the nav's selected", p.NavBar, p.NavSelected}, pair{"accent fill on surface", p.Accent, p.Surface})
}

// TestContrastHoldsForEveryAccent: texts, and what has to be seen, in each palette.
func TestContrastHoldsForEveryAccent(t *testing.T) {
	const seen = 3
	for _, accent := range accents() {
		for _, of := range all {
			p := NewPalette(of.dark, of.high, accent)
			for _, c := range words(p) {
				if got := draw.Contrast(c.ink, c.under); got < p.Least() {
					t.Errorf("accent %s %v: %s has %.2f", accent, of, c.name, got)
				}
			}
			for _, c := range lines(p) {
				if got := draw.Contrast(c.ink, c.under); got < seen {
					t.Errorf("accent %s %v: %s has %.2f", accent, of, c.name, got)
				}
			}
		}
	}
}

func TestAccentThatReadsWellIsKept(t *testing.T) {
	if got := NewPalette(false, false, DefaultAccent).AccentFill; Hex(got) != "#17616d" {
		t.Errorf("fill = %s", Hex(got))
	}
}

// TestTheComputersContrastIsFollowed: only where the user has left the choice to it.
func TestTheComputersContrastIsFollowed(t *testing.T) {
	app := test.NewTempApp(t)
	for _, c := range []struct {
		s    Settings
		high bool
	}{
		{Settings{Mode: System}, false}, {Settings{Mode: System, Contrast: true}, true}, {Settings{Mode: Light, Contrast: true}, false},
		{Settings{Mode: LightContrast}, true}, {Settings{Mode: DarkContrast}, true},
	} {
		if Apply(app, c.s); Current().High != c.high {
			t.Errorf("%+v: %v", c.s, Current().High)
		}
	}
	Apply(app, Settings{Mode: Light})
}

func TestParseHex(t *testing.T) {
	for in, ok := range map[string]bool{"#17616D": true, "abc": true, "": false, "#12345": false, "#gggggg": false} {
		if _, got := ParseHex(in); got != ok {
			t.Errorf("%q: %v", in, got)
		}
	}
}

func TestApplyScales(t *testing.T) {
	app := test.NewTempApp(t)
	Apply(app, Settings{Mode: Dark, TextPercent: 120})
	if !Current().Dark || Px(10) != 12 {
		t.Errorf("dark %v, px %v", Current().Dark, Px(10))
	}
	Apply(app, Settings{Mode: Light, TextPercent: 900})
	if Current().Dark || Px(10) != MostPercent/10 {
		t.Errorf("dark %v, px %v", Current().Dark, Px(10))
	}
	Apply(app, Settings{Mode: Light, TextPercent: 10})
	if Px(10) != LeastPercent/10 {
		t.Errorf("px %v", Px(10))
	}
	Apply(app, Settings{Mode: Light})
}

func TestIcons(t *testing.T) {
	if Icon("search") != Icon("search") {
		t.Error("icons are not shared")
	}
	if HasIcon("finns-inte") || !HasIcon("search") {
		t.Error("HasIcon")
	}
}
