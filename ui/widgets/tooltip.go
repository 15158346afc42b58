package widgets

import (
	"image/color"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/async"
	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

const tipDelay = 550 * time.Millisecond

// Tipper shows a widget's tooltip when the pointer has rested on it.
type Tipper struct {
	Owner fyne.CanvasObject
	stop  func()
	at    fyne.Position
	text  string
}

var shownTip struct {
	tip   *Tip
	layer *fyne.Container
}

// Rest shows a text once the pointer has stayed at a place; an empty one, nothing.
func (t *Tipper) Rest(text string, at fyne.Position) {
	t.Hide()
	t.text, t.at = text, at
	if text == "" {
		return
	}
	t.stop = async.After(tipDelay, t.show)
}

// Move notes where the pointer is.
func (t *Tipper) Move(at fyne.Position) { t.at = at }

func (t *Tipper) show() { showTip(t.Owner, t.text, t.at) }

// Hide takes the tooltip away.
func (t *Tipper) Hide() {
	if t.stop != nil {
		t.stop()
		t.stop = nil
	}
	hideTip()
}

// showTip shows a tooltip in the layer above what the owner is in.
func showTip(owner fyne.CanvasObject, text string, at fyne.Position) {
	hideTip()
	c := CanvasOf(owner)
	layer := tipLayer(c)
	if layer == nil || text == "" {
		return
	}
	b := NewTip(text)
	m := b.MinSize()
	window := c.Size()
	x := max(6, min(at.X+8, window.Width-6-m.Width))
	y := at.Y + 20
	if y+m.Height > window.Height-6 {
		y = at.Y - m.Height - 8
	}
	paint.Put(b, x, y, m.Width, m.Height)
	layer.Objects = []fyne.CanvasObject{b}
	layer.Refresh()
	shownTip.tip, shownTip.layer = b, layer
}

func hideTip() {
	if shownTip.layer != nil {
		shownTip.layer.Objects = nil
		shownTip.layer.Refresh()
		shownTip.tip, shownTip.layer = nil, nil
	}
}

// Tip is the small dark box itself.
type Tip struct {
	widget.BaseWidget
	lines []string
	texts []*canvas.Text
	rect  *canvas.Rectangle
}

// NewTip makes the box, to be placed by hand.
func NewTip(text string) *Tip {
	t := &Tip{lines: paint.Wrap(text, px(320), px(12), false, 12), rect: paint.NewRect(6)}
	for range t.lines {
		t.texts = append(t.texts, canvas.NewText("", color.White))
	}
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer implements fyne.Widget.
func (t *Tip) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{t.rect}
	for _, l := range t.texts {
		objects = append(objects, l)
	}
	return paint.Render(t, objects, func() {
		p := theme.Current()
		paint.SetRect(t.rect, p.TipGround, nil, 0)
		for i, l := range t.texts {
			paint.SetText(l, t.lines[i], 12, p.TipText)
		}
	}, func() fyne.Size {
		w := float32(0)
		for _, l := range t.lines {
			w = max(w, paint.TextWidth(l, px(12), false))
		}
		return fyne.NewSize(w+20, paint.LineHeight(12)*float32(len(t.lines))+10)
	}, func(s fyne.Size) {
		paint.Put(t.rect, 0, 0, s.Width, s.Height)
		for i, l := range t.texts {
			paint.Put(l, 10, 5+float32(i)*paint.LineHeight(12), s.Width-20, paint.LineHeight(12))
		}
	})
}

// AccessibilityLabel is what it says.
func (t *Tip) AccessibilityLabel() string { return strings.Join(t.lines, " ") }

// AccessibilityRole is text.
func (t *Tip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
