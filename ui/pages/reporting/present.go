package reporting

import (
	"context"
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/async"
	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
)

const (
	presentKey = "reports.present"
	pageInches = 11.69 // the height of an A4 that stands, the width of one that lies
)

// presenter shows a report to a room: one page at a time as large as the screen, on black.
type presenter struct {
	widget.BaseWidget
	s      *shell.Shell
	b      *built
	at     int
	full   bool // the window was full-screen before
	drawn  map[int]image.Image
	dot    float64 // what they are drawn at
	settle func()
	onEnd  func(at int)
	before func(*fyne.KeyEvent)

	ground *canvas.Rectangle
	page   *canvas.Image
	where  *canvas.Text
}

var (
	_ fyne.Focusable         = (*presenter)(nil)
	_ fyne.Tappable          = (*presenter)(nil)
	_ fyne.SecondaryTappable = (*presenter)(nil)
	_ desktop.Cursorable     = (*presenter)(nil)
)

// present shows a report from a page on; onEnd gets the page where it ended.
func present(s *shell.Shell, b *built, at int, onEnd func(at int)) *presenter {
	v := &presenter{s: s, b: b, at: at, onEnd: onEnd, drawn: map[int]image.Image{}, full: s.Window.FullScreen(), settle: func() {},
		ground: canvas.NewRectangle(color.Black), page: &canvas.Image{FillMode: canvas.ImageFillContain, ScaleMode: canvas.ImageScaleSmooth}, where: paint.NewText(13, false)}
	v.ExtendBaseWidget(v)
	c := s.Window.Canvas()
	if b.first != nil {
		v.page.Image = b.first
	}
	v.before = c.OnTypedKey()
	c.SetOnTypedKey(v.TypedKey)
	c.Overlays().Add(v)
	v.Resize(c.Size())
	c.Focus(v)
	if !v.full {
		s.Window.SetFullScreen(true)
	}
	v.show()
	return v
}

// end leaves the room for the page that it came from.
func (v *presenter) end() {
	c := v.s.Window.Canvas()
	v.settle()
	v.s.Runner.Cancel(presentKey)
	c.Unfocus()
	c.SetOnTypedKey(v.before)
	c.Overlays().Remove(v)
	if !v.full {
		v.s.Window.SetFullScreen(false)
	}
	v.onEnd(v.at)
}

// turn goes to another page, if there is one.
func (v *presenter) turn(to int) {
	if to = min(max(to, 0), v.b.pages-1); to != v.at {
		v.at = to
		v.show()
	}
}

// dpi is what makes a page as sharp as the screen.
func (v *presenter) dpi() float64 {
	s, scale := v.Size(), v.s.Window.Canvas().Scale()
	return float64(max(s.Height, s.Width)*scale) / pageInches
}

// show shows the page, and the next when this is drawn.
func (v *presenter) show() {
	v.where.Text = texts.T("reports.present.page", v.at+1, v.b.pages)
	if p := v.drawn[v.at]; p != nil {
		v.page.Image = p
	}
	v.Refresh()
	for i := range v.drawn {
		if i < v.at-1 || i > v.at+1 {
			delete(v.drawn, i)
		}
	}
	v.draw()
}

// draw draws what is wanted and isn't drawn, one page at a time and away from the screen.
func (v *presenter) draw() {
	if v.s.Runner.Busy(presentKey) {
		return
	}
	for _, i := range []int{v.at, v.at + 1, v.at - 1} {
		if i < 0 || i >= v.b.pages || v.drawn[i] != nil {
			continue
		}
		b, dot := v.b, v.dot
		async.Run(v.s.Runner, presentKey, func(context.Context) (image.Image, error) { return b.image(i, dot), nil }, func(p image.Image, _ error) {
			if dot == v.dot {
				v.drawn[i] = p
			}
			if i == v.at {
				v.page.Image = p
				v.Refresh()
			}
			v.draw()
		})
		return
	}
}

// Resize is called with the window's size; the pages are drawn anew when it has settled.
func (v *presenter) Resize(fyne.Size) {
	s := v.s.Window.Canvas().Size()
	if s == v.Size() && v.dot != 0 {
		return
	}
	v.BaseWidget.Resize(s)
	if v.dot == 0 {
		v.dot = v.dpi()
		return
	}
	v.settle()
	v.settle = async.After(settleTime, func() {
		if dot := v.dpi(); dot != v.dot {
			v.dot, v.drawn = dot, map[int]image.Image{}
			v.s.Runner.Cancel(presentKey)
			v.draw()
		}
	})
}

// TypedKey implements fyne.Focusable.
func (v *presenter) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyRight, fyne.KeyDown, fyne.KeyPageDown, fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		v.turn(v.at + 1)
	case fyne.KeyLeft, fyne.KeyUp, fyne.KeyPageUp, fyne.KeyBackspace:
		v.turn(v.at - 1)
	case fyne.KeyHome:
		v.turn(0)
	case fyne.KeyEnd:
		v.turn(v.b.pages - 1)
	case fyne.KeyEscape:
		v.end()
	}
}

// TypedRune implements fyne.Focusable.
func (v *presenter) TypedRune(rune) {}

// FocusGained implements fyne.Focusable.
func (v *presenter) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (v *presenter) FocusLost() {}

// Tapped goes to the next page.
func (v *presenter) Tapped(*fyne.PointEvent) { v.turn(v.at + 1) }

// TappedSecondary goes to the page before.
func (v *presenter) TappedSecondary(*fyne.PointEvent) { v.turn(v.at - 1) }

// Cursor hides the pointer, which a room has no use for.
func (v *presenter) Cursor() desktop.Cursor { return desktop.HiddenCursor }

// CreateRenderer implements fyne.Widget.
func (v *presenter) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(v, []fyne.CanvasObject{v.ground, v.page, v.where}, func() {
		paint.SetText(v.where, v.where.Text, 13, color.NRGBA{R: 0xb0, G: 0xb6, B: 0xbc, A: 0xff})
		v.where.Alignment = fyne.TextAlignTrailing
		v.page.Refresh()
	}, func() fyne.Size { return fyne.Size{} }, func(s fyne.Size) {
		paint.Put(v.ground, 0, 0, s.Width, s.Height)
		paint.Put(v.page, 0, 0, s.Width, s.Height)
		paint.Put(v.where, s.Width-220, s.Height-30, 204, 22)
	})
}

// AccessibilityLabel reads which page shows.
func (v *presenter) AccessibilityLabel() string { return v.where.Text }

// presentNow shows the report to a room, from the page in view.
func (p *Page) presentNow() {
	if p.problem != nil || p.preview.b == nil || p.preview.b.pages == 0 {
		return
	}
	present(p.s, p.preview.b, p.preview.at(), func(at int) { p.preview.goTo(at) })
}
