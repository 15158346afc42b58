package widgets

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// Style is the meaning of a text and so its colour.
type Style uint8

// The styles.
const (
	Normal Style = iota
	Muted
	Strong
	Good
	Warn
	Bad
	Accent
	Info
	Neutral
)

// Colour is the style as text on a surface.
func (s Style) Colour() color.NRGBA {
	p := theme.Current()
	switch s {
	case Muted, Neutral:
		return p.TextMuted
	case Good:
		return p.Good.Text
	case Warn:
		return p.Warn.Text
	case Bad:
		return p.Bad.Text
	case Accent:
		return p.Accent
	case Info:
		return p.Info.Text
	}
	return p.Text
}

// Tone is the style as a pill or a banner.
func (s Style) Tone() theme.Tone {
	p := theme.Current()
	switch s {
	case Good:
		return p.Good
	case Warn:
		return p.Warn
	case Bad:
		return p.Bad
	case Info:
		return p.Info
	case Accent:
		return theme.Tone{Text: p.Accent, Ground: p.AccentSoft, Solid: p.AccentFill}
	}
	return p.Neutral
}

// Text is a text in one of the program's styles.
type Text struct {
	widget.BaseWidget
	Text     string
	Style    Style
	FontSize float32 // at 100 %; 0 means 13
	Bold     bool
	Wrap     bool // break lines; else one line with an ellipsis
	MaxLines int
	Align    fyne.TextAlign
	Colour   func() color.NRGBA // nil: the style's

	lines []*canvas.Text
	width float32
	whole *Whole // over a text that is cut; nil: it isn't
}

var _ fyne.Widget = (*Text)(nil)

// NewText is one line in a style.
func NewText(text string, style Style) *Text {
	t := &Text{Text: text, Style: style, Bold: style == Strong}
	t.ExtendBaseWidget(t)
	return t
}

// NewParagraph is a text that breaks into lines.
func NewParagraph(text string, style Style) *Text {
	t := NewText(text, style)
	t.Wrap = true
	return t
}

// NewHeading is a heading: 1 is a page's, 2 a section's, 3 a group's.
func NewHeading(text string, level int) *Text {
	t := NewText(text, Strong)
	t.FontSize = []float32{19, 15, 13}[min(max(level, 1), 3)-1]
	return t
}

// SetText changes the text.
func (t *Text) SetText(text string) {
	if t.Text != text {
		t.Text = text
		t.Refresh()
	}
}

// Set changes text and style.
func (t *Text) Set(text string, style Style) {
	t.Style, t.Bold = style, t.Bold && t.Style != Strong || style == Strong
	t.Text = text
	t.Refresh()
}

// LineHeight is how high each of its lines is.
func (t *Text) LineHeight() float32 { return paint.LineHeight(t.size()) }

func (t *Text) size() float32 {
	if t.FontSize == 0 {
		return theme.TextSize
	}
	return t.FontSize
}

func (t *Text) build() {
	size, width := px(t.size()), t.BaseWidget.Size().Width
	var lines []string
	switch {
	case t.Wrap && width > 0:
		lines = paint.Wrap(t.Text, width, size, t.Bold, t.MaxLines)
	case width > 0:
		lines = []string{paint.Fit(t.Text, width+0.5, size, t.Bold)}
	default:
		lines = []string{t.Text}
	}
	for len(t.lines) < len(lines) {
		t.lines = append(t.lines, canvas.NewText("", color.Black))
	}
	t.lines = t.lines[:len(lines)]
	t.cover(width > 0 && len(lines) > 0 && strings.HasSuffix(lines[len(lines)-1], "…") && !strings.HasSuffix(t.Text, "…"))
	c := t.Style.Colour()
	if t.Colour != nil {
		c = t.Colour()
	}
	for i, l := range t.lines {
		l.Text, l.TextSize, l.TextStyle.Bold, l.Color, l.Alignment = lines[i], size, t.Bold, c, t.Align
		l.Refresh()
	}
}

// cover lays over a text that is cut what says the whole of it.
func (t *Text) cover(cut bool) {
	switch {
	case !cut:
		t.whole = nil
		return
	case t.whole == nil:
		t.whole = NewWhole()
	}
	t.whole.text = t.Text
}

// HeightAt is how tall a text that breaks into lines is at a width.
func (t *Text) HeightAt(width float32) float32 {
	return paint.LineHeight(t.size()) * float32(len(paint.Wrap(t.Text, width, px(t.size()), t.Bold, t.MaxLines)))
}

// CreateRenderer implements fyne.Widget.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	return paint.RenderFunc(t, func() []fyne.CanvasObject {
		o := make([]fyne.CanvasObject, len(t.lines), len(t.lines)+1)
		for i, l := range t.lines {
			o[i] = l
		}
		if t.whole != nil {
			o = append(o, t.whole)
		}
		return o
	}, t.build, func() fyne.Size {
		h := paint.LineHeight(t.size()) * float32(max(len(t.lines), 1))
		if t.Wrap {
			return fyne.NewSize(px(40), h)
		}
		return fyne.NewSize(float32(int(paint.TextWidth(t.Text, px(t.size()), t.Bold)+1)), h)
	}, func(s fyne.Size) {
		if s.Width != t.width {
			t.width = s.Width
			t.build()
		}
		h := paint.LineHeight(t.size())
		y := float32(0)
		if !t.Wrap {
			y = (s.Height - h) / 2
		}
		for i, l := range t.lines {
			paint.Put(l, 0, y+float32(i)*h, s.Width, h)
		}
		if t.whole != nil {
			paint.Put(t.whole, 0, 0, s.Width, s.Height)
		}
	})
}

// AccessibilityLabel is the text itself.
func (t *Text) AccessibilityLabel() string { return t.Text }

// AccessibilityRole is text.
func (t *Text) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
