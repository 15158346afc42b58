package planning_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/frame"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
	"itportfoljen/app/priority"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/pages/planning"
	"itportfoljen/ui/uitest"
)

func TestPointsAreWrittenInTheOrderAndMoveTheLine(t *testing.T) {
	p := uitest.Empty(t)
	key := p.Model().Portfolios[0].Key
	a, b := insats(t, p, "Arkiv", governance.Prepared).ID, insats(t, p, "Bygglov", governance.Prepared).ID
	for _, id := range []field.ID{a, b} {
		apptest.Put(t, p, id, plan.Portfolio, key)
		apptest.Add(t, p, economy.CostKind, economy.CostOwner, id, economy.CostYear, int64(p.PlanYear()), economy.CostType, economy.Operations, economy.CostBudget, money.FromKronor(100))
	}
	apptest.Add(t, p, frame.Kind, frame.Portfolio, key, frame.Year, int64(p.PlanYear()), frame.Amount, money.FromKronor(150))
	s := uitest.Window(t, p, app.Services{}, planning.Spec())
	s.Go("plan", "priority")
	gs := uitest.Find[*grid.Grid](s)
	if len(gs) != 1 {
		t.Fatalf("%d grids", len(gs))
	}
	g := gs[0]
	names := func() (out []string) {
		src := g.Source()
		for i := range src.Len() {
			out = append(out, src.Cell(i, 1).Text)
		}
		return out
	}
	if got := names(); len(got) != 4 || got[1] != "Arkiv" || got[2] != "Här tar ramen 2027 för "+p.Model().Portfolios[0].Label+" slut: det fattas 50\u00a0kr för nästa." || got[3] != "Bygglov" {
		t.Fatalf("%q", got)
	}
	need, _ := p.Model().Criterion("need")
	var col int
	for i, c := range g.Columns {
		if c.ID == need.Key {
			col = i
		}
	}
	g.EditCell(string(b), col)
	uitest.Type(s, "4")
	uitest.Key(t, s, fyne.KeyReturn)
	if got := priority.Of(p, p.Get(b)).Marks[0].Points; got != 4 {
		t.Fatalf("%d points", got)
	}
	if got := names(); got[1] != "Bygglov" || got[3] != "Arkiv" {
		t.Errorf("%q", got)
	}
}

// TestWithoutCriteriaItIsSaid: a model from before there were any has no points to write.
func TestWithoutCriteriaItIsSaid(t *testing.T) {
	p := apptest.Governed(t, func(m *governance.Model) { m.Criteria = nil })
	insats(t, p, "Arkiv", governance.Prepared)
	s := uitest.Window(t, p, app.Services{}, planning.Spec())
	s.Go("plan", "priority")
	if !uitest.Shows(s.Window.Content(), "Styrmodellen har inga kriterier") {
		t.Errorf("%q", uitest.Texts(s.Window.Content()))
	}
}
