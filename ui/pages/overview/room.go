package overview

import (
	"fyne.io/fyne/v2"

	"itportfoljen/ui/widgets"
)

// room fills a page and tells when its height has changed enough for more, or
// less, to be shown.
type room struct {
	width, height float32
	onNew         func()
}

const (
	smallest = 696          // the height that the page is made for
	most     = 680          // how much more height it makes use of
	padding  = widgets.Edge // beside the cards
)

// more is the height there is beyond the smallest window's.
func (r *room) more() float32 { return min(max(0, r.height-smallest), most) }

// wide tells whether the cards stand in three columns.
func (r *room) wide() bool { return r.width-2*padding >= abreast }

func (r *room) MinSize(o []fyne.CanvasObject) (m fyne.Size) {
	for _, c := range o {
		m = m.Max(c.MinSize())
	}
	return m
}

func (r *room) Layout(o []fyne.CanvasObject, s fyne.Size) {
	before, wide := r.more(), r.wide()
	r.width, r.height = s.Width, s.Height
	for _, c := range o {
		c.Move(fyne.NewPos(0, 0))
		c.Resize(s)
	}
	if d := r.more() - before; d > 30 || d < -30 || r.wide() != wide {
		fyne.Do(r.onNew)
	} else if d != 0 { // too little to draw anew for
		r.height -= d
	}
}
