package register

import (
	"fyne.io/fyne/v2"

	"itportfoljen/ui/widgets"
)

// Way is a way to see the rows: as a list where there is no View.
type Way struct {
	ID, Label string
	View      View
}

// Offer lets the rows be seen in several ways, the first of them until another is chosen
// above the list. The choice is kept for the portfolio.
func (r *Register) Offer(ways ...Way) {
	r.offered = ways
	r.ways.Objects = nil
	for _, w := range ways {
		b := widgets.NewButton(w.Label, func() { r.See(w.ID); r.focus() })
		b.Compact = true
		r.ways.Objects = append(r.ways.Objects, b)
	}
	r.ways.Show()
	r.See(r.s.App.Preferences().StringWithFallback(r.own("way"), ways[0].ID))
}

// See shows the rows in one of the ways that are offered.
func (r *Register) See(id string) {
	for i, w := range r.offered {
		if b := r.ways.Objects[i].(*widgets.Button); b.Toggled != (w.ID == id) {
			b.Toggled = w.ID == id
			b.Refresh()
		}
		if w.ID == id {
			r.s.App.Preferences().SetString(r.own("way"), id)
			r.ShowAs(w.View)
		}
	}
	r.fitWays()
}

// fitWays gives the bar the room that the ways need.
func (r *Register) fitWays() {
	for _, o := range []fyne.CanvasObject{r.ways, r.listing} {
		o.Refresh()
	}
}
