package budget_test

import (
	"math/rand/v2"
	"testing"

	"itportfoljen/app/base/money"
	"itportfoljen/app/budget"
)

// TestWhatIsShownComesToItsSum: in whole kronor and tkr the lines come to the line over them, each
// budget minus its prognos is its variance, and the total is the total rounded.
func TestWhatIsShownComesToItsSum(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 5))
	p := random(t, rng)
	q := budget.Query{Rows: []budget.Dimension{budget.By(budget.BySort), budget.By(budget.ByPayer), budget.By(budget.ByMonth)}}
	tab := budget.Of(p, q)
	for _, u := range []money.Unit{money.Kr, money.Tkr} {
		r := tab.Round(u, budget.ByForecast)
		if r.Lines[tab.Total].Budget != tab.Total.Budget.Whole(u) || u == money.Tkr && r.Moved == 0 {
			t.Errorf("%v: the total is %+v, %d moved", u, r.Lines[tab.Total], r.Moved)
		}
		var look func(l *budget.Line)
		look = func(l *budget.Line) {
			s := r.Lines[l]
			if s.Variance != s.Budget-s.Forecast || s.Budget != s.Budget.Whole(u) {
				t.Errorf("%v %s: %+v", u, l.Label, s)
			}
			var sum budget.Shown
			for _, part := range l.Parts {
				v := r.Lines[part]
				sum.Budget, sum.Forecast, sum.Actual, sum.Variance = sum.Budget+v.Budget, sum.Forecast+v.Forecast, sum.Actual+v.Actual, sum.Variance+v.Variance
				look(part)
			}
			if len(l.Parts) > 0 && sum != s {
				t.Errorf("%v %s: %+v, its parts come to %+v", u, l.Label, s, sum)
			}
		}
		look(tab.Total)
	}
}
