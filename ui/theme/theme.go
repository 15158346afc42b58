// Package theme gives the program its own look: typeface, palettes, sizes and
// icons.
package theme

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"itportfoljen/assets"
)

// Mode is light, dark, either of them in high contrast, or as the system says.
type Mode int

// The modes.
const (
	System Mode = iota
	Light
	Dark
	LightContrast
	DarkContrast
)

// Of is the mode that is dark or light, in high contrast or not.
func Of(dark, high bool) Mode {
	switch {
	case dark && high:
		return DarkContrast
	case high:
		return LightContrast
	case dark:
		return Dark
	}
	return Light
}

// TextSize is the size of running text at 100 %.
const TextSize = 13

// LeastPercent and MostPercent are how small and how large texts may be.
const (
	LeastPercent = 80
	MostPercent  = 200
)

// Settings is what a person can choose.
type Settings struct {
	Mode        Mode
	Accent      string // "#17616D"; empty means DefaultAccent
	TextPercent int    // LeastPercent–MostPercent; 0 means 100
	Contrast    bool   // the system asks for high contrast, which System follows
}

var (
	fontRegular  = fyne.NewStaticResource("SourceSans3-Regular.ttf", assets.Must("fonts/SourceSans3-Regular.ttf"))
	fontSemiBold = fyne.NewStaticResource("SourceSans3-SemiBold.ttf", assets.Must("fonts/SourceSans3-SemiBold.ttf"))
	fontBold     = fyne.NewStaticResource("SourceSans3-Bold.ttf", assets.Must("fonts/SourceSans3-Bold.ttf"))
	fontItalic   = fyne.NewStaticResource("SourceSans3-Italic.ttf", assets.Must("fonts/SourceSans3-Italic.ttf"))

	settings  Settings
	palette   = NewPalette(false, false, DefaultAccent)
	scale     = float32(1)
	look      int
	listening fyne.App
)

// Current is the palette in use.
func Current() *Palette { return palette }

// Look numbers the looks that the program has had: what was drawn in another must be drawn again.
func Look() int { return look }

// Px scales a length with the chosen text size.
func Px(v float32) float32 { return v * scale }

// BoldFont is the heavy cut for large figures; TextStyle Bold is the semi-bold.
func BoldFont() fyne.Resource { return fontBold }

// Apply puts the settings to use in the whole program.
func Apply(app fyne.App, s Settings) {
	settings = s
	if listening != app {
		listening = app
		app.Settings().AddListener(func(fyne.Settings) {
			if settings.Mode == System && (app.Settings().ThemeVariant() == fynetheme.VariantDark) != palette.Dark {
				Apply(app, settings)
			}
		})
	}
	system := s.Mode == System
	dark := s.Mode == Dark || s.Mode == DarkContrast || system && app.Settings().ThemeVariant() == fynetheme.VariantDark
	high := s.Mode == LightContrast || s.Mode == DarkContrast || system && s.Contrast
	palette = NewPalette(dark, high, s.Accent)
	percent := s.TextPercent
	if percent == 0 {
		percent = 100
	}
	scale = float32(min(max(percent, LeastPercent), MostPercent)) / 100
	look++
	app.Settings().SetTheme(&dress{p: palette, scale: scale})
}

// Measure gives the width of a text in the product's typeface.
func Measure(text string, size float64, bold bool) float64 {
	return float64(fyne.MeasureText(text, float32(size), fyne.TextStyle{Bold: bold}).Width)
}

// dress is what Fyne asks.
type dress struct {
	p     *Palette
	scale float32
}

var _ fyne.Theme = (*dress)(nil)

func (l *dress) Font(s fyne.TextStyle) fyne.Resource {
	switch {
	case s.Monospace, s.Symbol:
		return fynetheme.DefaultTheme().Font(s)
	case s.Bold:
		return fontSemiBold
	case s.Italic:
		return fontItalic
	}
	return fontRegular
}

func (l *dress) Icon(n fyne.ThemeIconName) fyne.Resource {
	if own, ok := fyneIcons[n]; ok {
		return Icon(own)
	}
	return fynetheme.DefaultTheme().Icon(n)
}

var fyneIcons = map[fyne.ThemeIconName]string{
	fynetheme.IconNameCancel:        "x",
	fynetheme.IconNameConfirm:       "check",
	fynetheme.IconNameDelete:        "trash-2",
	fynetheme.IconNameSearch:        "search",
	fynetheme.IconNameArrowDropDown: "chevron-down",
	fynetheme.IconNameError:         "triangle-alert",
	fynetheme.IconNameWarning:       "triangle-alert",
	fynetheme.IconNameInfo:          "info",
}

func (l *dress) Color(n fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	p := l.p
	switch n {
	case fynetheme.ColorNameBackground:
		return p.Background
	case fynetheme.ColorNameForeground:
		return p.Text
	case fynetheme.ColorNameDisabled:
		return p.Disabled
	case fynetheme.ColorNamePlaceHolder:
		return p.Placeholder
	case fynetheme.ColorNamePrimary:
		return p.Focus
	case fynetheme.ColorNameHyperlink:
		return p.Accent
	case fynetheme.ColorNameForegroundOnPrimary, fynetheme.ColorNameForegroundOnError, fynetheme.ColorNameForegroundOnSuccess, fynetheme.ColorNameForegroundOnWarning:
		return p.OnAccent
	case fynetheme.ColorNameFocus:
		return WithAlpha(p.Focus, 40)
	case fynetheme.ColorNameSelection:
		return WithAlpha(p.Focus, 70)
	case fynetheme.ColorNameButton:
		return p.Surface
	case fynetheme.ColorNameDisabledButton:
		return p.Hover
	case fynetheme.ColorNameHover:
		return p.Hover
	case fynetheme.ColorNamePressed:
		return p.Pressed
	case fynetheme.ColorNameInputBackground:
		return p.Input
	case fynetheme.ColorNameInputBorder:
		return p.Field
	case fynetheme.ColorNameMenuBackground, fynetheme.ColorNameOverlayBackground:
		return p.Raised
	case fynetheme.ColorNameHeaderBackground:
		return p.Surface
	case fynetheme.ColorNameSeparator:
		return p.Hairline
	case fynetheme.ColorNameShadow:
		return color.Transparent // no shadows at the edges of scrolled content
	case fynetheme.ColorNameScrollBar:
		return WithAlpha(p.TextMuted, 110)
	case fynetheme.ColorNameScrollBarBackground:
		return color.Transparent
	case fynetheme.ColorNameError:
		return p.Bad.Text
	case fynetheme.ColorNameWarning:
		return p.Warn.Text
	case fynetheme.ColorNameSuccess:
		return p.Good.Text
	}
	v := fynetheme.VariantLight
	if p.Dark {
		v = fynetheme.VariantDark
	}
	return fynetheme.DefaultTheme().Color(n, v)
}

func (l *dress) Size(n fyne.ThemeSizeName) float32 {
	r := func(v float32) float32 { return float32(math.Round(float64(v * l.scale))) }
	switch n {
	case fynetheme.SizeNameText:
		return TextSize * l.scale
	case fynetheme.SizeNameHeadingText:
		return 19 * l.scale
	case fynetheme.SizeNameSubHeadingText:
		return 15 * l.scale
	case fynetheme.SizeNameCaptionText:
		return 12 * l.scale
	case fynetheme.SizeNamePadding:
		return 0 // parts meet at hairlines; air is put in where it is wanted
	case fynetheme.SizeNameInnerPadding:
		return r(8)
	case fynetheme.SizeNameInlineIcon:
		return r(16)
	case fynetheme.SizeNameInputRadius, fynetheme.SizeNameButtonRadius, fynetheme.SizeNameMenuRadius, fynetheme.SizeNamePopupRadius:
		return 8
	case fynetheme.SizeNameCardRadius, fynetheme.SizeNameDialogRadius:
		return 10
	case fynetheme.SizeNameSelectionRadius:
		return 4
	case fynetheme.SizeNameInputBorder, fynetheme.SizeNameSeparatorThickness:
		return 1
	case fynetheme.SizeNameScrollBar:
		return 10
	case fynetheme.SizeNameScrollBarSmall:
		return 4
	}
	return fynetheme.DefaultTheme().Size(n)
}
