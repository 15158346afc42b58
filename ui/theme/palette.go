package theme

import (
	"image/color"

	"itportfoljen/app/base/draw"
)

// Tone is a meaning with its three colours: text on the tinted ground, the
// ground, and a solid one for bars and dots.
type Tone struct{ Text, Ground, Solid color.NRGBA }

// Palette holds every colour by its job. It is never changed in place.
type Palette struct {
	Dark bool
	High bool // in high contrast

	Background color.NRGBA // behind cards
	Surface    color.NRGBA // cards, lists, panels
	Input      color.NRGBA // text fields
	Raised     color.NRGBA // menus, popups, dialogs
	Hover      color.NRGBA // row or quiet button under the pointer
	Pressed    color.NRGBA
	Selected   color.NRGBA // selected row
	Hairline   color.NRGBA // lines between rows and around cards
	Border     color.NRGBA // around secondary buttons
	Field      color.NRGBA // around what is written, chosen and ticked in
	Edge       color.NRGBA // around all else that can be pressed: seen in high contrast alone
	Track      color.NRGBA // the empty part of a bar

	Text        color.NRGBA
	TextMuted   color.NRGBA
	Placeholder color.NRGBA
	Disabled    color.NRGBA

	Accent      color.NRGBA // as text, line and icon on surfaces
	AccentFill  color.NRGBA // behind OnAccent
	AccentHover color.NRGBA
	AccentSoft  color.NRGBA // tinted ground that takes Accent as text
	OnAccent    color.NRGBA
	DangerFill  color.NRGBA
	DangerHover color.NRGBA
	Focus       color.NRGBA // ring around what has the keyboard
	Ring        float32     // how thick that is, in pixels

	NavGround, NavText, NavMuted, NavHover, NavSelected, NavBar, NavBadge, NavBadgeText color.NRGBA

	Neutral, Good, Warn, Bad, Info Tone

	TipGround, TipText color.NRGBA
	Shadow, Scrim      color.NRGBA
	Series             []color.NRGBA // for charts, in order
}

// DefaultAccent is the deep teal used when no other is chosen.
const DefaultAccent = "#17616D"

var white, black = color.NRGBA{255, 255, 255, 255}, color.NRGBA{0, 0, 0, 255}

// NewPalette builds a palette around an accent colour. An accent that would be
// hard to read has its lightness moved; one that isn't a colour becomes
// DefaultAccent.
func NewPalette(dark, high bool, accent string) *Palette {
	a, ok := ParseHex(accent)
	if !ok {
		a = hex(DefaultAccent)
	}
	switch {
	case dark && high:
		return darkest().around(a)
	case high:
		return lightest().around(a)
	case dark:
		return dim().around(a)
	}
	return light().around(a)
}

// around adds the colours that follow the accent.
func (p *Palette) around(a color.NRGBA) *Palette {
	if p.Dark {
		p.darkAround(a)
	} else {
		p.lightAround(a)
	}
	return p
}

// Least is the least contrast between text and what it stands on.
func (p *Palette) Least() float64 {
	if p.High {
		return HighContrast
	}
	return MinContrast
}

// light are the colours of light without the accent's.
func light() *Palette {
	return &Palette{
		Ring:       2,
		Background: hex("#F4F6F8"), Surface: white, Input: hex("#F9FAFB"), Raised: white,
		Hover: hex("#F3F6F8"), Pressed: hex("#E7ECEF"), Hairline: hex("#E4E8EC"), Border: hex("#D2D9DF"), Field: hex("#848F9A"), Track: hex("#E6EAED"),
		Text: hex("#1A2530"), TextMuted: hex("#5C6975"), Placeholder: hex("#63707D"), Disabled: hex("#7A8690"),
		OnAccent:   white,
		DangerFill: hex("#B3362B"), DangerHover: hex("#9A2B21"),
		Neutral:   Tone{hex("#46525E"), hex("#E9EDF0"), hex("#8B97A2")},
		Good:      Tone{hex("#17613B"), hex("#DDF1E4"), hex("#3C9A63")},
		Warn:      Tone{hex("#7A5200"), hex("#FDF0CC"), hex("#DFA12B")},
		Bad:       Tone{hex("#9B2318"), hex("#FBDEDB"), hex("#C8443A")},
		Info:      Tone{hex("#1D4F86"), hex("#DCEAF8"), hex("#3E7FC1")},
		TipGround: hex("#1F2D36"), TipText: hex("#F5F8F9"),
		Shadow: color.NRGBA{20, 35, 45, 46}, Scrim: color.NRGBA{18, 32, 40, 92},
	}
}

func (p *Palette) lightAround(a color.NRGBA) {
	p.AccentFill = readable(a, p.Least(), white)
	p.Selected = Mix(white, p.AccentFill, 0.10)
	p.AccentSoft = Mix(white, p.AccentFill, 0.11)
	p.Accent = readable(p.AccentFill, p.Least(), p.AccentSoft, p.Selected, p.Background, p.Surface, p.Hover)
	p.AccentHover = Mix(p.AccentFill, black, 0.14)
	p.Focus = p.AccentFill
	p.nav(a, 0.147)
	p.Series = []color.NRGBA{p.AccentFill, hex("#4F9AA5"), hex("#F2B54B"), hex("#8E63A8"), hex("#3C9A63"), hex("#C8443A"), hex("#A9CCD2"), hex("#7C8894")}
}

// dim are the colours of dark without the accent's.
func dim() *Palette {
	return &Palette{
		Dark: true, Ring: 2,
		Background: hex("#11181D"), Surface: hex("#182127"), Input: hex("#131B20"), Raised: hex("#1F2A31"),
		Hover: hex("#1F2A31"), Pressed: hex("#293640"), Hairline: hex("#29353D"), Border: hex("#3A4852"), Field: hex("#6C7A85"), Track: hex("#2A363E"),
		Text: hex("#E4EAED"), TextMuted: hex("#9CABB5"), Placeholder: hex("#8896A0"), Disabled: hex("#7C8A95"),
		OnAccent:   white,
		DangerFill: hex("#BC4238"), DangerHover: hex("#A93A31"),
		Neutral:   Tone{hex("#C3CDD4"), hex("#2C3841"), hex("#7D8B95")},
		Good:      Tone{hex("#86D6A6"), hex("#17382A"), hex("#4CAF78")},
		Warn:      Tone{hex("#F0C766"), hex("#3C3014"), hex("#DDA63A")},
		Bad:       Tone{hex("#F5A39B"), hex("#4A2220"), hex("#DD6157")},
		Info:      Tone{hex("#96C4F2"), hex("#1B3550"), hex("#5A9BDD")},
		TipGround: hex("#E4EAED"), TipText: hex("#16202A"),
		Shadow: color.NRGBA{0, 0, 0, 130}, Scrim: color.NRGBA{4, 8, 10, 150},
	}
}

func (p *Palette) darkAround(a color.NRGBA) {
	p.AccentFill = readable(a, p.Least(), white)
	// A fill that is nearly black on the dark ground would not read as a button.
	if h, s, l := toHSL(p.AccentFill); l < 0.30 {
		for l < 0.30 && draw.Contrast(fromHSL(h, s, l+0.01), white) >= p.Least() {
			l += 0.01
		}
		p.AccentFill = fromHSL(h, s, l)
	}
	p.Selected = Mix(p.Surface, p.AccentFill, 0.34)
	p.AccentSoft = Mix(p.Surface, p.AccentFill, 0.38)
	h, s, _ := toHSL(p.AccentFill)
	p.Accent = readable(fromHSL(h, min(s, 0.42), 0.56), p.Least(), p.Raised, p.Surface, p.Background, p.AccentSoft, p.Selected, p.Hover)
	p.AccentHover = Mix(p.AccentFill, black, 0.14)
	p.Focus = p.Accent
	p.nav(a, 0.095)
	p.Series = []color.NRGBA{p.Accent, hex("#2F818E"), hex("#E7B04E"), hex("#AE87C6"), hex("#4CAF78"), hex("#DD6157"), hex("#7FB4BD"), hex("#8B98A2")}
}

// nav gives the rail the accent's hue at a low lightness.
func (p *Palette) nav(a color.NRGBA, lightness float64) {
	h, s, _ := toHSL(a)
	p.NavGround = fromHSL(h, min(s, 0.50), lightness)
	p.NavText = hex("#E6EFF1")
	p.NavHover = Mix(p.NavGround, white, 0.05)
	p.NavSelected = Mix(p.NavGround, white, 0.10)
	if p.High {
		p.NavGround, p.NavText, p.NavHover, p.NavSelected = black, white, hex("#22292E"), hex("#333C42")
	}
	p.NavMuted = readable(Mix(p.NavGround, white, 0.62), p.Least(), p.NavGround, p.NavHover)
	p.NavBar = hex("#F2B54B")
	p.NavBadge = hex("#F2B54B")
	p.NavBadgeText = hex("#3A2A05")
}
