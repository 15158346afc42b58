package main

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"itportfoljen/ui/async"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// TestOneLeftEdge: on every page the title, the tabs, the tools, the list and the cards begin at the
// same place. What begins within a card, a field or a button stands well within it.
func TestOneLeftEdge(t *testing.T) {
	s := whole(t)
	for _, v := range views {
		if slices.Contains([]string{"tavla", "tidslinje"}, v.name) { // pictures of their own, from side to side
			continue
		}
		v.show(s)
		async.Flush()
		s.Window.Resize(fyne.NewSize(1440, 899))
		s.Window.Resize(fyne.NewSize(1440, 900))
		left := widgets.PositionOf(uitest.Find[*widgets.Header](s)[0]).X
		told := map[string]bool{}
		uitest.Walk(s.Window.Content(), func(o fyne.CanvasObject) {
			if card, is := o.(*widgets.Card); is {
				if x := widgets.PositionOf(card).X - left; x > 2 && x < theme.Px(widgets.Edge+6) && (x < theme.Px(widgets.Edge)-1 || x > theme.Px(widgets.Edge)+1) && card.Size().Width > 0 {
					t.Errorf("%s: a card begins at %.0f, not at %d: %.60q", v.name, x, widgets.Edge, uitest.Texts(card))
				}
				return
			}
			text, is := o.(*canvas.Text)
			if !is || text.Text == "" || text.Size().Width < 4 || text.Alignment == fyne.TextAlignTrailing {
				return
			}
			x := fyne.CurrentApp().Driver().AbsolutePositionForObject(text).X - left
			if text.Alignment == fyne.TextAlignCenter {
				x += (text.Size().Width - text.MinSize().Width) / 2
			}
			if x > 2 && x < theme.Px(widgets.Edge+6) && (x < theme.Px(widgets.Edge)-2 || x > theme.Px(widgets.Edge)+2) && !told[text.Text] {
				told[text.Text] = true
				t.Errorf("%s: %q begins at %.0f, not at %d", v.name, text.Text, x, widgets.Edge)
			}
		})
	}
	s.ClosePortfolio()
}
