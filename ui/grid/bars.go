package grid

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// bar is a scroll bar: a thin thumb that widens under the pointer.
type bar struct {
	widget.BaseWidget
	grid             *Grid
	horizontal       bool
	off, view, total float32
	thumb            *canvas.Rectangle
	hovered, dragged bool
}

var (
	_ fyne.Widget       = (*bar)(nil)
	_ fyne.Draggable    = (*bar)(nil)
	_ desktop.Hoverable = (*bar)(nil)
)

func newBar(g *Grid, horizontal bool) *bar {
	b := &bar{grid: g, horizontal: horizontal, thumb: paint.NewRect(3)}
	b.ExtendBaseWidget(b)
	return b
}

func (b *bar) set(off, view, total float32) {
	if b.off == off && b.view == view && b.total == total {
		return
	}
	b.off, b.view, b.total = off, view, total
	if needed := total > view+1; needed != b.Visible() {
		if needed {
			b.Show()
		} else {
			b.Hide()
		}
	}
	b.lay(b.Size())
}

func (b *bar) length() float32 {
	if b.horizontal {
		return b.Size().Width
	}
	return b.Size().Height
}

func (b *bar) thumbSize() float32 {
	if b.total <= 0 {
		return 0
	}
	return max(px(24), b.length()*min(1, b.view/b.total))
}

// CreateRenderer implements fyne.Widget.
func (b *bar) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(b, []fyne.CanvasObject{b.thumb}, func() {
		a := uint8(90)
		if b.hovered || b.dragged {
			a = 170
		}
		var c color.Color = theme.WithAlpha(theme.Current().TextMuted, a)
		paint.SetRect(b.thumb, c, nil, 0)
	}, func() fyne.Size { return fyne.Size{} }, b.lay)
}

func (b *bar) lay(s fyne.Size) {
	t := b.thumbSize()
	at := float32(0)
	if room := b.total - b.view; room > 0 {
		at = (b.length() - t) * b.off / room
	}
	thick := px(5)
	if b.hovered || b.dragged {
		thick = px(7)
	}
	b.thumb.CornerRadius = thick / 2
	if b.horizontal {
		paint.Put(b.thumb, at, s.Height-thick-1, t, thick)
	} else {
		paint.Put(b.thumb, s.Width-thick-1, at, thick, t)
	}
}

func (b *bar) to(off float32) {
	if b.horizontal {
		b.grid.scroll(off, b.grid.offY)
	} else {
		b.grid.scroll(b.grid.offX, off)
	}
}

// Dragged scrolls.
func (b *bar) Dragged(e *fyne.DragEvent) {
	b.dragged = true
	d := e.Dragged.DY
	if b.horizontal {
		d = e.Dragged.DX
	}
	if room := b.length() - b.thumbSize(); room > 0 {
		b.to(b.off + d*(b.total-b.view)/room)
	}
}

// DragEnd implements fyne.Draggable.
func (b *bar) DragEnd() { b.dragged = false; b.Refresh() }

// Tapped turns a page.
func (b *bar) Tapped(e *fyne.PointEvent) {
	at := e.Position.Y
	start := b.thumb.Position().Y
	if b.horizontal {
		at, start = e.Position.X, b.thumb.Position().X
	}
	switch {
	case at < start:
		b.to(b.off - b.view*0.9)
	case at > start+b.thumbSize():
		b.to(b.off + b.view*0.9)
	}
}

// Scrolled lets the wheel work over the bar too.
func (b *bar) Scrolled(e *fyne.ScrollEvent) { b.grid.body.Scrolled(e) }

// MouseIn implements desktop.Hoverable.
func (b *bar) MouseIn(*desktop.MouseEvent) { b.hovered = true; b.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (b *bar) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (b *bar) MouseOut() { b.hovered = false; b.Refresh() }
