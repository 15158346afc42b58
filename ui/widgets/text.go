package widgets

import (
	"image/color"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

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

// colour is the style as text on a surface.
func (s Style) colour() color.NRGBA {
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

// tone is the style as a pill or a banner.
func (s Style) tone() theme.Tone {
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

type advanceKey struct {
	r    rune
	size float32
	bold bool
}

var advances = map[advanceKey]float32{}

func advance(r rune, size float32, bold bool) float32 {
	k := advanceKey{r, size, bold}
	if a, ok := advances[k]; ok {
		return a
	}
	a := fyne.MeasureText(string(r), size, fyne.TextStyle{Bold: bold}).Width
	if len(advances) > 8000 {
		clear(advances)
	}
	advances[k] = a
	return a
}

// textWidth is an upper bound of a text's width, without shaping it.
func textWidth(s string, size float32, bold bool) float32 {
	var w float32
	for _, r := range s {
		w += advance(r, size, bold)
	}
	return w
}

type fitKey struct {
	text  string
	width int32
	size  float32
	bold  bool
}

var fits = map[fitKey]string{}

// fit shortens a text with an ellipsis so that it keeps within width. What
// fits is returned as it is, without allocation.
func fit(s string, width, size float32, bold bool) string {
	if s == "" || width <= 0 {
		return ""
	}
	if textWidth(s, size, bold) <= width {
		return s
	}
	k := fitKey{s, int32(width), size, bold}
	if f, ok := fits[k]; ok {
		return f
	}
	left := width - advance('…', size, bold)
	end := 0
	for i, r := range s {
		left -= advance(r, size, bold)
		if left < 0 {
			break
		}
		end = i + len(string(r))
	}
	f := strings.TrimRight(s[:end], " ,·–-") + "…"
	if len(fits) > 20000 {
		clear(fits)
	}
	fits[k] = f
	return f
}

// breaks tells whether a line may end at a rune: at a space, but not at the ones
// that hold a number and its unit together.
func breaks(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' }

// wrapLines breaks a text into lines no wider than width; max > 0 limits their
// number and ends the last one with an ellipsis.
func wrapLines(s string, width, size float32, bold bool, max int) []string {
	var lines []string
	space := advance(' ', size, bold)
	for _, par := range strings.Split(s, "\n") {
		line, w := "", float32(0)
		for _, word := range strings.FieldsFunc(par, breaks) {
			ww := textWidth(word, size, bold)
			switch {
			case line == "":
				line, w = word, ww
			case w+space+ww <= width:
				line, w = line+" "+word, w+space+ww
			default:
				lines = append(lines, line)
				line, w = word, ww
			}
			for w > width && len([]rune(line)) > 1 { // one word wider than the line
				cut, cw := 0, float32(0)
				for i, r := range line {
					if cw += advance(r, size, bold); cw > width && i > 0 {
						break
					}
					cut = i + len(string(r))
				}
				if cut >= len(line) {
					break
				}
				lines = append(lines, line[:cut])
				line = line[cut:]
				w = textWidth(line, size, bold)
			}
		}
		lines = append(lines, line)
	}
	if max > 0 && len(lines) > max {
		rest := strings.Join(lines[max-1:], " ")
		lines = append(lines[:max-1:max-1], fit(rest, width, size, bold))
	}
	return lines
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

func (t *Text) size() float32 {
	if t.FontSize == 0 {
		return theme.TextSize
	}
	return t.FontSize
}

func lineHeight(size float32) float32 { return float32(int(px(size)*1.42 + 0.5)) }

func (t *Text) build() {
	size, width := px(t.size()), t.BaseWidget.Size().Width
	var lines []string
	switch {
	case t.Wrap && width > 0:
		lines = wrapLines(t.Text, width, size, t.Bold, t.MaxLines)
	case width > 0:
		lines = []string{fit(t.Text, width+0.5, size, t.Bold)}
	default:
		lines = []string{t.Text}
	}
	for len(t.lines) < len(lines) {
		t.lines = append(t.lines, canvas.NewText("", color.Black))
	}
	t.lines = t.lines[:len(lines)]
	c := t.Style.colour()
	if t.Colour != nil {
		c = t.Colour()
	}
	for i, l := range t.lines {
		l.Text, l.TextSize, l.TextStyle.Bold, l.Color, l.Alignment = lines[i], size, t.Bold, c, t.Align
		l.Refresh()
	}
}

// heightAt is how tall a text that breaks into lines is at a width.
func (t *Text) heightAt(width float32) float32 {
	return lineHeight(t.size()) * float32(len(wrapLines(t.Text, width, px(t.size()), t.Bold, t.MaxLines)))
}

// CreateRenderer implements fyne.Widget.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	return newRenderFunc(t, func() []fyne.CanvasObject {
		o := make([]fyne.CanvasObject, len(t.lines))
		for i, l := range t.lines {
			o[i] = l
		}
		return o
	}, t.build, func() fyne.Size {
		h := lineHeight(t.size()) * float32(max(len(t.lines), 1))
		if t.Wrap {
			return fyne.NewSize(px(40), h)
		}
		return fyne.NewSize(float32(int(textWidth(t.Text, px(t.size()), t.Bold)+1)), h)
	}, func(s fyne.Size) {
		if s.Width != t.width {
			t.width = s.Width
			t.build()
		}
		h := lineHeight(t.size())
		y := float32(0)
		if !t.Wrap {
			y = (s.Height - h) / 2
		}
		for i, l := range t.lines {
			put(l, 0, y+float32(i)*h, s.Width, h)
		}
	})
}

// AccessibilityLabel is the text itself.
func (t *Text) AccessibilityLabel() string { return t.Text }

// AccessibilityRole is text.
func (t *Text) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
