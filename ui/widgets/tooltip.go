package widgets

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/async"
	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

const tipDelay = 550 * time.Millisecond

// tipper shows a widget's tooltip when the pointer has rested on it.
type tipper struct {
	owner fyne.CanvasObject
	stop  func()
	at    fyne.Position
	text  string
}

var shownTip struct {
	tip   *tip
	layer *fyne.Container
}

// rest shows a text once the pointer has stayed at a place; an empty one, nothing.
func (t *tipper) rest(text string, at fyne.Position) {
	t.hide()
	t.text, t.at = text, at
	if text == "" {
		return
	}
	t.stop = async.After(tipDelay, t.show)
}

// move notes where the pointer is.
func (t *tipper) move(at fyne.Position) { t.at = at }

func (t *tipper) show() { showTip(t.owner, t.text, t.at) }

// hide takes the tooltip away.
func (t *tipper) hide() {
	if t.stop != nil {
		t.stop()
		t.stop = nil
	}
	hideTip()
}

// showTip shows a tooltip in the layer above what the owner is in.
func showTip(owner fyne.CanvasObject, text string, at fyne.Position) {
	hideTip()
	c := canvasOf(owner)
	layer := tipLayer(c)
	if layer == nil || text == "" {
		return
	}
	b := newTip(text)
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

// tip is the small dark box itself.
type tip struct {
	widget.BaseWidget
	lines []string
	texts []*canvas.Text
	rect  *canvas.Rectangle
}

// newTip makes the box, to be placed by hand.
func newTip(text string) *tip {
	t := &tip{lines: paint.Wrap(text, px(320), px(12), false, 12), rect: paint.NewRect(6)}
	for range t.lines {
		t.texts = append(t.texts, canvas.NewText("", color.White))
	}
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer implements fyne.Widget.
func (t *tip) CreateRenderer() fyne.WidgetRenderer {
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
