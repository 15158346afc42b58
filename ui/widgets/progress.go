package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// Bar is a horizontal measure, 0 to 1; beyond 1 it is full and red.
type Bar struct {
	widget.BaseWidget
	Style       Style // Accent when Normal
	value       float64
	track, fill *canvas.Rectangle
}

var _ fyne.Widget = (*Bar)(nil)

// NewBar makes a bar.
func NewBar(value float64, style Style) *Bar {
	b := &Bar{value: value, Style: style, track: paint.NewRect(4), fill: paint.NewRect(4)}
	b.ExtendBaseWidget(b)
	return b
}

// Set changes the value.
func (b *Bar) Set(value float64) { b.value = value; b.Refresh() }

// CreateRenderer implements fyne.Widget.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(b, []fyne.CanvasObject{b.track, b.fill}, func() {
		p := theme.Current()
		paint.SetRect(b.track, p.Track, nil, 0)
		style := b.Style
		if style == Normal {
			style = Accent
		}
		if b.value > 1 {
			style = Bad
		}
		paint.SetRect(b.fill, style.Tone().Solid, nil, 0)
	}, func() fyne.Size { return fyne.NewSize(px(60), px(8)) }, func(s fyne.Size) {
		h := px(8)
		y := (s.Height - h) / 2
		paint.Put(b.track, 0, y, s.Width, h)
		w := s.Width * float32(min(max(b.value, 0), 1))
		b.fill.Hidden = w < 1
		paint.Put(b.fill, 0, y, max(w, h), h)
	})
}

// Progress is the overlay of long work: what is happening, how far, Avbryt.
type Progress struct {
	overlay *Overlay
	text    *Text
	bar     *Bar
}

// ShowProgress opens it; onCancel may be nil when the work can't be stopped.
func ShowProgress(c fyne.Canvas, title string, onCancel func()) *Progress {
	p := &Progress{text: NewText("Förbereder …", Muted), bar: NewBar(0, Accent)}
	rows := []fyne.CanvasObject{NewHeading(title, 2), p.text, p.bar}
	var focus fyne.Focusable
	var cancel *Button
	if onCancel != nil {
		cancel = NewButton("Avbryt", func() {
			cancel.Disable()
			p.text.SetText("Avbryter …")
			onCancel()
		})
		focus = cancel
		rows = append(rows, Inset(8, 0, 0, 0, HStack(0, Spacer(), cancel)))
	}
	p.overlay = NewOverlay(c, Pad(20, MinSize(380, 0, VStack(8, rows...))), nil)
	p.overlay.Modal = true
	p.overlay.OnKey = func(e *fyne.KeyEvent) bool {
		if e.Name == fyne.KeyEscape && cancel != nil {
			cancel.Tapped(nil)
		}
		return true
	}
	p.overlay.ShowFocus(focus)
	return p
}

// Set tells how far the work has come; less than 0 leaves the bar as it is.
func (p *Progress) Set(fraction float64, text string) {
	if fraction >= 0 {
		p.bar.Set(min(fraction, 1))
	}
	p.text.SetText(text)
}

// Close takes the overlay away.
func (p *Progress) Close() { p.overlay.Close() }
