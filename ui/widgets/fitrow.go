package widgets

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
)

// FitRow lays objects beside each other as far as there is room, and says how many more
// there are: "+3", which OnMore gets the number of those that show. It asks for no width.
type FitRow struct {
	widget.BaseWidget
	OnMore func(shown int, at fyne.CanvasObject)
	// Last stands after the others; nil is nothing.
	Last fyne.CanvasObject

	gap     float32
	objects []fyne.CanvasObject
	more    *Chip
	shown   int
}

var _ fyne.Widget = (*FitRow)(nil)

// NewFitRow makes an empty row.
func NewFitRow(gap float32) *FitRow {
	r := &FitRow{gap: gap}
	r.more = NewChip("", func() {
		if r.OnMore != nil {
			r.OnMore(r.shown, r.more)
		}
	}, nil)
	r.ExtendBaseWidget(r)
	return r
}

// Set shows other objects.
func (r *FitRow) Set(objects ...fyne.CanvasObject) {
	r.objects = objects
	r.Refresh()
}

// Objects are all of them, those that don't fit too.
func (r *FitRow) Objects() []fyne.CanvasObject { return r.objects }

// CreateRenderer implements fyne.Widget.
func (r *FitRow) CreateRenderer() fyne.WidgetRenderer {
	return paint.RenderFunc(r, func() []fyne.CanvasObject {
		out := append(append([]fyne.CanvasObject{}, r.objects...), r.more)
		if r.Last != nil {
			out = append(out, r.Last)
		}
		return out
	}, func() { r.place(r.Size()) }, func() fyne.Size {
		h := px(23)
		for _, o := range r.objects {
			h = max(h, o.MinSize().Height)
		}
		return fyne.NewSize(px(60), h)
	}, r.place)
}

// fits is how many of the objects there is room for.
func (r *FitRow) fits(width float32) int {
	x := float32(0)
	for i, o := range r.objects {
		if x += o.MinSize().Width; x > width {
			return i
		}
		x += r.gap
	}
	return len(r.objects)
}

func (r *FitRow) place(s fyne.Size) {
	room := s.Width
	if r.Last != nil {
		room -= r.Last.MinSize().Width + r.gap
	}
	if r.shown = r.fits(room); r.shown < len(r.objects) {
		r.more.Text = fmt.Sprintf("+%d", len(r.objects))
		r.shown = r.fits(room - r.more.MinSize().Width - r.gap)
		r.more.Text = fmt.Sprintf("+%d", len(r.objects)-r.shown)
	}
	x := float32(0)
	put := func(o fyne.CanvasObject) {
		m := o.MinSize()
		o.Show()
		paint.Put(o, x, (s.Height-m.Height)/2, m.Width, m.Height)
		x += m.Width + r.gap
	}
	for i, o := range r.objects {
		if i < r.shown {
			put(o)
		} else {
			o.Hide()
		}
	}
	if r.more.Hide(); r.shown < len(r.objects) {
		put(r.more)
	}
	if r.Last != nil {
		put(r.Last)
	}
}
