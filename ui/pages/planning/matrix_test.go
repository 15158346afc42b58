package planning_test

import (
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/chart"
	"itportfoljen/app/governance"
	"itportfoljen/app/insight"
	"itportfoljen/app/risk"
	"itportfoljen/ui/pages/planning"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// risky is a portfolio with risks of every state.
func risky(t *testing.T) *app.Portfolio {
	t.Helper()
	p := uitest.Empty(t)
	of := insats(t, p, "Ny växel", governance.Running).ID
	for _, puts := range [][]any{
		{risk.What, "Driftstopp", risk.Probability, int64(2), risk.Consequence, int64(3)},
		{risk.What, "Nyckelpersonen slutar", risk.Probability, int64(4), risk.Consequence, int64(5), risk.ProbabilityAfter, int64(2), risk.ConsequenceAfter, int64(5)},
		{risk.What, "Leverantören är sen", risk.Probability, int64(4), risk.Consequence, int64(5)},
		{risk.What, "Åtgärdad", risk.Probability, int64(5), risk.Consequence, int64(5), risk.ProbabilityAfter, int64(1), risk.ConsequenceAfter, int64(1), risk.State, risk.Handled},
		{risk.What, "Stängd", risk.Probability, int64(5), risk.Consequence, int64(5), risk.State, risk.Gone},
		{risk.What, "Obedömd"},
	} {
		apptest.Add(t, p, risk.Kind, append(puts, risk.Of, of)...)
	}
	return p
}

func TestTheMatrixHasTheRisksAsTheyStand(t *testing.T) {
	p := risky(t)
	data, closed := insight.RiskMatrix(p, "Risker", p.All(risk.Kind))
	got := chart.RiskMatrix(data, 800, theme.Chart(), nil).Alt
	want := "Risker: Nyckelpersonen slutar, Ny växel, 4×5 → 2×5, hög; Leverantören är sen, Ny växel, 4×5, hög; Driftstopp, Ny växel, 2×3, låg; Åtgärdad, Ny växel, 1×1, låg; Obedömd, Ny växel, inte bedömd."
	if got != want || closed != 1 {
		t.Errorf("%q, %d closed; want %q", got, closed, want)
	}
}

func matrixOf(t *testing.T, s *shell.Shell) *widgets.Picture {
	t.Helper()
	ps := uitest.Find[*widgets.Picture](s)
	if len(ps) != 1 {
		t.Fatalf("%d pictures", len(ps))
	}
	return ps[0]
}

func TestACellShowsItsRisksAndARiskOpensBeside(t *testing.T) {
	p := risky(t)
	s := uitest.Window(t, p, app.Services{}, planning.Spec())
	s.Go("plan", nil)
	uitest.Tap(t, s, "Risker")
	uitest.Tap(t, s, "Matris")
	pic := matrixOf(t, s)
	if !strings.Contains(pic.AccessibilityLabel(), "1 stängd risk visas inte.") {
		t.Errorf("it says %q", pic.AccessibilityLabel())
	}
	if !uitest.Shows(pic, "Nyckelpersonen slutar · Ny växel") {
		t.Errorf("the key is %q", uitest.Texts(pic))
	}
	pic.OnHit(chart.CellKey(1, 3)) // nothing there
	pic.OnHit(chart.CellKey(4, 5))
	all := uitest.Texts(uitest.Front(s))
	for text, want := range map[string]bool{"Sannolikhet 4, konsekvens 5": true, "Nyckelpersonen slutar": true, "Leverantören är sen": true, "Driftstopp": false} {
		if uitest.Shows(uitest.Front(s), text) != want {
			t.Errorf("%q is shown: %v, among %q", text, !want, all)
		}
	}
	uitest.Tap(t, s, "Matris")
	matrixOf(t, s).OnHit(string(p.Named(risk.Kind, "Leverantören är sen")[0].ID))
	if !uitest.Shows(uitest.Front(s), "· risk") {
		t.Errorf("a risk isn't opened beside: %q", uitest.Texts(uitest.Front(s)))
	}
}
