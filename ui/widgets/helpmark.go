package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"itportfoljen/ui/theme"
)

// helpMark is a faint question mark whose tooltip explains; it is out of the
// way until pointed at.
type helpMark struct {
	control
	icon *canvas.Image
}

var _ fyne.Widget = (*helpMark)(nil)

func newHelpMark(help string) *helpMark {
	h := &helpMark{icon: newIcon()}
	h.extend(h, func() {})
	h.noTab = true
	h.SetTip(help)
	return h
}

// CreateRenderer implements fyne.Widget.
func (h *helpMark) CreateRenderer() fyne.WidgetRenderer {
	return newRender(h, []fyne.CanvasObject{h.icon}, func() {
		c := theme.Current().Placeholder
		if h.hovered {
			c = theme.Current().Accent
		}
		setIcon(h.icon, "circle-help", c)
	}, func() fyne.Size { return fyne.NewSize(px(18), px(18)) }, func(s fyne.Size) {
		const side = 13
		put(h.icon, (s.Width-px(side))/2, (s.Height-px(side))/2, px(side), px(side))
	})
}
