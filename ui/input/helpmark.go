package input

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/widgets"
)

// helpMark is a faint question mark whose tooltip explains; it is out of the
// way until pointed at.
type helpMark struct {
	widgets.Control
	icon *canvas.Image
}

var _ fyne.Widget = (*helpMark)(nil)

// NewHelpMark makes one that explains what it stands beside.
func NewHelpMark(help string) fyne.CanvasObject {
	h := &helpMark{icon: paint.NewIcon()}
	h.Extend(h, func() {})
	h.PassTab()
	h.SetTip(help)
	return h
}

// CreateRenderer implements fyne.Widget.
func (h *helpMark) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(h, []fyne.CanvasObject{h.icon}, func() {
		c := theme.Current().Placeholder
		if h.Hovered() {
			c = theme.Current().Accent
		}
		paint.SetIcon(h.icon, "circle-help", c)
	}, func() fyne.Size { return fyne.NewSize(px(18), px(18)) }, func(s fyne.Size) {
		const side = 13
		paint.Put(h.icon, (s.Width-px(side))/2, (s.Height-px(side))/2, px(side), px(side))
	})
}
