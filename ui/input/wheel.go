package input

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/widgets"
)

// wheel lies over a text and lets the form that it stands in scroll, where the text itself
// has nothing to: the toolkit's own lets the wheel do nothing there.
type wheel struct {
	widget.BaseWidget
	of    *Entry
	inner *container.Scroll
}

var _ fyne.Scrollable = (*wheel)(nil)

// newWheel is that of a field, whose renderer has these objects.
func newWheel(of *Entry, objects []fyne.CanvasObject) *wheel {
	w := &wheel{of: of}
	for _, o := range objects {
		if s, ok := o.(*container.Scroll); ok {
			w.inner = s
		}
	}
	w.ExtendBaseWidget(w)
	return w
}

// CreateRenderer implements fyne.Widget.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}

// Scrolled implements fyne.Scrollable.
func (w *wheel) Scrolled(e *fyne.ScrollEvent) {
	if w.of.stands != nil && !w.long() {
		if s := widgets.ScrollOf(w.of.stands); s != nil {
			s.Wheel(e)
			return
		}
	}
	if w.inner != nil {
		w.inner.Scrolled(e)
	}
}

// long says that there is more of the text than is seen.
func (w *wheel) long() bool {
	return w.of.MultiLine && w.inner != nil && w.inner.Content != nil && w.inner.Content.MinSize().Height > w.inner.Size().Height+1
}

// Row is what the field stands in, nil for nothing.
func (e *Entry) Row() fyne.CanvasObject { return e.stands }

// inRow tells where the field stands.
func (f *Text) inRow(row fyne.CanvasObject) { f.entry.stands = row }

func (f *Date) inRow(row fyne.CanvasObject) { f.text.inRow(row) }
