package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// timelineTray is what has no days, under a heading that folds it.
type timelineTray struct {
	widget.BaseWidget
	t      *Timeline
	head   *Text
	icon   *canvas.Image
	ground *canvas.Rectangle
	line   *canvas.Rectangle
	pane   *timelinePane
	scroll *container.Scroll
}

// trayRows is how many rows the tray shows at once.
const trayRows = 4

func newTimelineTray(t *Timeline) *timelineTray {
	b := &timelineTray{t: t, head: NewText("", Strong), icon: paint.NewIcon(), ground: paint.NewRect(0), line: paint.NewRect(0), pane: newTimelinePane(t, false)}
	b.pane.tray = true
	b.scroll = container.NewVScroll(b.pane)
	b.scroll.OnScrolled = func(fyne.Position) { b.pane.draw() }
	b.ExtendBaseWidget(b)
	return b
}

func (b *timelineTray) headH() float32 { return px(30) }

// height is how high it is: nothing when all have days.
func (b *timelineTray) height() float32 {
	switch n := len(b.t.tray); {
	case n == 0:
		return 0
	case b.t.folded:
		return b.headH()
	default:
		return b.headH() + rowH()*float32(min(n, trayRows))
	}
}

// Tapped folds the tray, or unfolds it.
func (b *timelineTray) Tapped(*fyne.PointEvent) {
	b.t.folded = !b.t.folded
	b.t.relayout()
	b.Refresh()
	b.t.redraw()
}

// CreateRenderer implements fyne.Widget.
func (b *timelineTray) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(b, []fyne.CanvasObject{b.ground, b.line, b.icon, b.head, b.scroll}, func() {
		c := theme.Current()
		paint.SetRect(b.ground, c.Surface, nil, 0)
		paint.SetRect(b.line, c.Border, nil, 0)
		name := "chevron-down"
		if b.t.folded {
			name = "chevron-right"
		}
		paint.SetIcon(b.icon, name, c.TextMuted)
		heading := b.t.Undated
		if len(b.t.tray) == 0 {
			heading = ""
		}
		if b.head.Text != heading {
			b.head.Text = heading
			b.head.Refresh()
		}
	}, func() fyne.Size { return fyne.NewSize(px(100), 0) }, func(s fyne.Size) {
		h := min(b.headH(), s.Height)
		paint.Put(b.ground, 0, 0, s.Width, s.Height)
		paint.Put(b.line, 0, 0, s.Width, 1)
		paint.Put(b.icon, px(10), (h-px(14))/2, px(14), px(14))
		paint.Put(b.head, px(28), (h-b.head.MinSize().Height)/2, s.Width-px(40), b.head.MinSize().Height)
		paint.Put(b.scroll, 0, h, s.Width, max(0, s.Height-h))
		b.pane.draw()
	})
}
