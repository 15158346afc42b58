package theme

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2/test"

	"itportfoljen/app/base/draw"
)

func TestContrastHoldsForEveryAccent(t *testing.T) {
	accents := []string{DefaultAccent, "#FFE600", "#000000", "#FFFFFF", "#E30613", "#009FE3", "#F5A800", "#A3C614", "#7F3F98", "#808080", "inte en färg"}
	for _, accent := range accents {
		for _, dark := range []bool{false, true} {
			p := NewPalette(dark, accent)
			pairs := map[string][2]color.NRGBA{
				"text/surface": {p.Text, p.Surface}, "text/background": {p.Text, p.Background}, "text/raised": {p.Text, p.Raised},
				"text/selected": {p.Text, p.Selected}, "text/hover": {p.Text, p.Hover}, "text/input": {p.Text, p.Input},
				"muted/surface": {p.TextMuted, p.Surface}, "muted/background": {p.TextMuted, p.Background}, "muted/hover": {p.TextMuted, p.Hover}, "muted/selected": {p.TextMuted, p.Selected}, "muted/raised": {p.TextMuted, p.Raised},
				"placeholder/input": {p.Placeholder, p.Input}, "placeholder/surface": {p.Placeholder, p.Surface},
				"accent/surface": {p.Accent, p.Surface}, "accent/background": {p.Accent, p.Background}, "accent/soft": {p.Accent, p.AccentSoft}, "accent/selected": {p.Accent, p.Selected}, "accent/raised": {p.Accent, p.Raised},
				"on accent": {p.OnAccent, p.AccentFill}, "on accent hover": {p.OnAccent, p.AccentHover}, "on danger": {p.OnAccent, p.DangerFill}, "on danger hover": {p.OnAccent, p.DangerHover},
				"nav": {p.NavText, p.NavGround}, "nav muted": {p.NavMuted, p.NavGround}, "nav selected": {p.NavText, p.NavSelected}, "nav badge": {p.NavBadgeText, p.NavBadge},
				"tip": {p.TipText, p.TipGround},
			}
			for name, tone := range map[string]Tone{"neutral": p.Neutral, "good": p.Good, "warn": p.Warn, "bad": p.Bad, "info": p.Info} {
				pairs[name+"/ground"] = [2]color.NRGBA{tone.Text, tone.Ground}
				pairs[name+"/surface"] = [2]color.NRGBA{tone.Text, p.Surface}
				pairs[name+"/background"] = [2]color.NRGBA{tone.Text, p.Background}
				pairs[name+"/selected"] = [2]color.NRGBA{tone.Text, p.Selected}
			}
			for name, c := range pairs {
				if got := draw.Contrast(c[0], c[1]); got < MinContrast {
					t.Errorf("accent %s dark %v: %s has %.2f", accent, dark, name, got)
				}
			}
		}
	}
}

func TestAccentThatReadsWellIsKept(t *testing.T) {
	if got := NewPalette(false, DefaultAccent).AccentFill; Hex(got) != "#17616d" {
		t.Errorf("fill = %s", Hex(got))
	}
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
