package grid

import (
	"fyne.io/fyne/v2"

	"itportfoljen/ui/widgets"
)

// mostWhole is how many rows a Whole grid shows before it scrolls by itself.
const mostWhole = 20

func (g *Grid) wholeH() float32 {
	rows := min(g.len(), mostWhole)
	return float32(int(px(30))) + float32(rows)*float32(int(px(31))) + px(10) + g.footH()
}

// least is the least size: of a Whole one, as high as its rows.
func (g *Grid) least() fyne.Size {
	if g.Whole {
		return fyne.NewSize(px(200), g.wholeH())
	}
	return fyne.NewSize(px(200), px(120))
}

// passOn lets the form around scroll by the wheel where all rows are in view; it
// tells whether it does.
func (b *body) passOn(e *fyne.ScrollEvent) bool {
	g := b.grid
	if !g.Whole || e.Scrolled.DY == 0 || float32(g.len())*g.rowH > g.viewH() {
		return false
	}
	s := widgets.ScrollOf(g)
	if s != nil {
		s.Wheel(e)
	}
	return s != nil
}
