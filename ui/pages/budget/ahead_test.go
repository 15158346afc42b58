package budget_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app/economy"
	"itportfoljen/app/years"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/pages/budget"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

// TestTheYearsAheadAreSeenAndWrittenOnceTheyAreAskedFor: nothing is written by looking, and one
// undo takes all of it back.
func TestTheYearsAheadAreSeenAndWrittenOnceTheyAreAskedFor(t *testing.T) {
	p := uitest.Example(t)
	s := open(t, p, nil)
	budget.ShowAhead(s.page)
	want := years.Ahead(p, years.Looking{First: p.PlanYear(), Years: 5})
	var g *grid.Grid
	for _, one := range gridsIn(s.Shell) {
		g = one
	}
	if g == nil || g.Source().Len() != len(want.Courses) || len(g.Columns) != 6 {
		t.Fatalf("%v", uitest.Texts(uitest.Front(s.Shell)))
	}
	reckoned := 0
	for i, c := range want.Courses {
		for j, y := range c.Years {
			if got := g.Source().Cell(i, j+1); got.Text != y.Short() || got.Tip != y.Why {
				t.Fatalf("%s %d: %q", c.Owner.Name(), j, got.Text)
			}
			if y.How == years.Reckoned {
				reckoned++
			}
		}
	}
	before := len(p.All(economy.CostKind))
	uitest.Tap(t, s.Shell, "Lägg in som prognoser")
	if n := len(p.All(economy.CostKind)) - before; n != reckoned || reckoned == 0 {
		t.Fatalf("%d forecasts, want %d", n, reckoned)
	}
	s.Undo()
	if n := len(p.All(economy.CostKind)); n != before {
		t.Errorf("undone there are %d rows more", n-before)
	}
}

func gridsIn(s *shell.Shell) (out []*grid.Grid) {
	uitest.Walk(uitest.Front(s), func(o fyne.CanvasObject) {
		if g, ok := o.(*grid.Grid); ok {
			out = append(out, g)
		}
	})
	return out
}
