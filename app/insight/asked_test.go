package insight_test

import (
	"slices"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/insight"
	"itportfoljen/app/plan"
	"itportfoljen/app/settings"
	"itportfoljen/app/system"
)

func added(t *testing.T, p *app.Portfolio, k *field.Kind, pairs ...any) field.ID {
	t.Helper()
	before := map[field.ID]bool{}
	for _, r := range p.All(k) {
		before[r.ID] = true
	}
	apptest.Add(t, p, k, pairs...)
	for _, r := range p.All(k) {
		if !before[r.ID] {
			return r.ID
		}
	}
	t.Fatal("nothing was added")
	return ""
}

// What a director asks about first is found, and isn't when it is answered.
func TestWhatIsAskedAboutFirst(t *testing.T) {
	running, waiting := apptest.Phases[governance.Running], apptest.Phases[governance.Waiting]
	insats := func(t *testing.T, p *app.Portfolio, pairs ...any) field.ID {
		return added(t, p, plan.Kind, append([]any{plan.Name, "Insatsen"}, pairs...)...)
	}
	fresh := func(t *testing.T, p *app.Portfolio, of field.ID, pairs ...any) {
		apptest.Add(t, p, plan.ReportKind, append([]any{plan.ReportOf, of, plan.ReportOn, today}, pairs...)...)
	}
	cost := func(forecast int64, pairs ...any) func(t *testing.T, p *app.Portfolio) {
		return func(t *testing.T, p *app.Portfolio) {
			apptest.Add(t, p, economy.CostKind, append([]any{economy.CostOwner, p.ByRef("SYS-0001").ID, economy.CostYear, int64(2027), economy.CostType, economy.Operations,
				economy.CostBudget, money.FromKronor(1_000_000), economy.CostForecast, money.FromKronor(forecast)}, pairs...)...)
		}
	}
	for name, c := range map[string]struct {
		make func(t *testing.T, p *app.Portfolio)
		want []string
	}{
		"nothing": {func(*testing.T, *app.Portfolio) {}, nil},
		"red in a report without words": {func(t *testing.T, p *app.Portfolio) {
			fresh(t, p, insats(t, p, plan.Phase, running), plan.ReportTime, "red", plan.ReportCost, "red")
		}, []string{"red Tid och kostnad avviker"}},
		"red with words": {func(t *testing.T, p *app.Portfolio) {
			fresh(t, p, insats(t, p, plan.Phase, running), plan.ReportTime, "red", plan.ReportTitle, "Leverantören är sen")
		}, nil},
		"amber without words": {func(t *testing.T, p *app.Portfolio) {
			fresh(t, p, insats(t, p, plan.Phase, running), plan.ReportTime, "amber")
		}, nil},
		"running and untold, red by its own light": {func(t *testing.T, p *app.Portfolio) {
			insats(t, p, plan.Phase, running, plan.CostStatus, "red")
		}, []string{"red Kostnad avviker", "report-none Ingen lägesrapport finns"}},
		"red by its own light, with a comment": {func(t *testing.T, p *app.Portfolio) {
			insats(t, p, plan.Phase, running, plan.CostStatus, "red", plan.Comment, "Dyrare än sagt")
		}, []string{"report-none Ingen lägesrapport finns"}},
		"old": {func(t *testing.T, p *app.Portfolio) {
			apptest.Add(t, p, plan.ReportKind, plan.ReportOf, insats(t, p, plan.Phase, running), plan.ReportOn, today.AddDays(-50))
		}, []string{"report-old Senaste lägesrapporten är 7 veckor gammal"}},
		"a month ago": {func(t *testing.T, p *app.Portfolio) {
			apptest.Add(t, p, plan.ReportKind, plan.ReportOf, insats(t, p, plan.Phase, running), plan.ReportOn, today.AddDays(-25))
		}, nil},
		"a decision of nothing known": {func(t *testing.T, p *app.Portfolio) {
			insats(t, p, plan.Phase, waiting)
		}, []string{"recommendation Rekommendationen är tom", "decision-cost Inget belopp finns"}},
		"a decision of all known": {func(t *testing.T, p *app.Portfolio) {
			insats(t, p, plan.Phase, waiting, plan.Recommendation, "Genomför", plan.InvestmentBudget, money.FromKronor(10_000))
		}, nil},
		"expired": {func(t *testing.T, p *app.Portfolio) {
			apptest.Put(t, p, p.ByRef("SYS-0001").ID, system.AgreementEnd, today.AddDays(-5))
		}, []string{"expired Löpte ut 2026-11-16"}},
		"ends today": {func(t *testing.T, p *app.Portfolio) {
			apptest.Put(t, p, p.ByRef("SYS-0001").ID, system.AgreementEnd, today)
		}, nil},
		"dearer":            {cost(1_400_000), []string{"comment 2027: −400\u00a0tkr mot budget, och kommentaren och åtgärden saknas"}},
		"dearer, said why":  {cost(1_400_000, economy.CostComment, "Fler användare"), []string{"comment 2027: −400\u00a0tkr mot budget, och åtgärden saknas"}},
		"cheaper":           {cost(600_000), []string{"comment 2027: +400\u00a0tkr mot budget, och kommentaren saknas"}},
		"cheaper, said why": {cost(600_000, economy.CostComment, "Färre användare"), nil},
		"within":            {cost(1_000_500), nil},
		"no meeting": {func(t *testing.T, p *app.Portfolio) {
			apptest.Put(t, p, settings.ID, settings.NextBoard, nil)
		}, []string{"meeting Nästa ledningsgrupp är inte satt"}},
		"a meeting that has been": {func(t *testing.T, p *app.Portfolio) {
			apptest.Put(t, p, settings.ID, settings.NextBoard, today.AddDays(-1))
		}, []string{"meeting Nästa ledningsgrupp var 2026-11-20"}},
	} {
		t.Run(name, func(t *testing.T) {
			p := apptest.Open(t)
			apptest.Put(t, p, settings.ID, settings.NextBoard, today.AddDays(10))
			c.make(t, p)
			var got []string
			for _, q := range insight.Questions(p) {
				got = append(got, q.Rule+" "+q.Why)
				r := p.Get(q.Record)
				if r == nil || q.Subject == "" || q.Head == "" || q.Asked == "" {
					t.Errorf("%+v is about nothing", q)
				}
				for _, f := range q.Fields {
					if r.Kind != f.Kind {
						t.Errorf("%s is filled in in %s, which is no field of %s", q.Rule, f.Label, r.Kind.One)
					}
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}
