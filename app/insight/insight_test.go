package insight_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/frame"
	"itportfoljen/app/governance"
	"itportfoljen/app/insight"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

func kr(n int64) money.Ore { return money.FromKronor(n) }

func known(n int64) money.Total { return money.Total{Ore: kr(n), Known: true} }

func addAll(t *testing.T, p *app.Portfolio, rs ...*field.Record) {
	t.Helper()
	if _, err := p.CreateAll(context.Background(), "Prov", rs); err != nil {
		t.Fatal(err)
	}
}

func TestFigures(t *testing.T) {
	p := apptest.Open(t)
	pay, diary := p.ByRef("SYS-0001").ID, p.ByRef("SYS-0003").ID
	apptest.Put(t, p, pay, system.OperationsForecast, kr(700_000), system.Confidentiality, int64(0), system.Integrity, int64(1), system.Availability, int64(2))
	apptest.Add(t, p, system.Kind, system.Name, "Planerat", system.Lifecycle, "planned")
	addAll(t, p, apptest.Cost(p, diary, 2026, economy.Operations, 1000), apptest.Cost(p, diary, 2027, economy.Investment, 9))
	one := p.ByRef("INS-2027-001").ID
	apptest.Put(t, p, one, plan.Phase, apptest.Phases[governance.Running], plan.OperationsBudget, kr(10), plan.InvestmentBudget, kr(90))
	insats := func(stage governance.Stage, benefit, realised, budget int64) {
		r := apptest.Add(t, p, plan.Kind, plan.Name, string(stage), plan.Phase, apptest.Phases[stage], plan.BenefitPerYear, kr(benefit), plan.BenefitRealised, kr(realised))
		addAll(t, p, apptest.Cost(p, r.ID, 2027, economy.Investment, budget))
	}
	insats(governance.Waiting, 1000, 0, 5)
	insats(governance.Done, 100, 40, 6)
	insats(governance.Closed, 200, 110, 1000)
	insats(governance.Aside, 400, 400, 1000)
	apptest.Add(t, p, plan.Kind, plan.Name, "Mäts i vår", plan.Phase, apptest.Phases[governance.Closed], plan.BenefitPerYear, kr(5000), plan.MeasureOn, p.Today().AddDays(1))
	f := insight.FiguresOf(p)
	want := insight.Figures{Year: 2027, Systems: 5, Kept: 5, Said: 4, InService: 4, PhasingOut: 1, Budget: known(2_515_000), Forecast: kr(2_575_000), HasForecast: true, Previous: known(1000),
		Initiatives: 4, Running: 1, Waiting: 1, Planned: kr(300), Later: 1, Realised: known(150), WithoutOwner: 1, Unclassified: 3, PlanBudget: kr(111), Investment: kr(101), Completeness: f.Completeness}
	if f != want {
		t.Errorf("figures\n%+v, want\n%+v", f, want)
	}
	if share, ok := f.RealisedShare(); !ok || share != 0.5 {
		t.Errorf("share %v %v", share, ok)
	}
	for name, none := range map[string]insight.Figures{"nothing": {}, "what nobody has measured": {Planned: kr(100)}} {
		if _, ok := none.RealisedShare(); ok {
			t.Errorf("a share of %s", name)
		}
	}
	if empty := insight.FiguresOf(apptest.Empty(t)); empty != (insight.Figures{Year: 2027}) {
		t.Errorf("an empty portfolio has %+v", empty)
	}
}

func TestCompleteness(t *testing.T) {
	p := apptest.Open(t)
	per, care := p.Named(org.PersonKind, "Per-Åke Hägg")[0].ID, p.ByRef("SYS-0002").ID
	missing := func(id field.ID) string {
		r := p.Get(id)
		var keys []string
		for _, f := range insight.Missing(p, r) {
			keys = append(keys, f.Key)
		}
		filled, wanted := insight.Complete(p, r)
		if wanted-filled != len(keys) {
			t.Errorf("%d of %d but %q are missing", filled, wanted, keys)
		}
		return fmt.Sprintf("%d %v", wanted, keys)
	}
	check := func(what string, id field.ID, want string) {
		t.Helper()
		if got := missing(id); got != want {
			t.Errorf("%s: %s, want %s", what, got, want)
		}
	}
	check("as it is", care, "10 [description system_manager confidentiality integrity availability personal_data]")
	apptest.Put(t, p, per, org.PersonLeft, apptest.Today.AddDays(-1))
	check("the owner has left", care, "10 [description system_owner system_manager confidentiality integrity availability personal_data]")
	apptest.Put(t, p, care, system.Confidentiality, int64(0), system.Description, "Planerar besök.")
	check("level 0 is a level", care, "10 [system_owner system_manager integrity availability personal_data]")
	for _, state := range []string{"planned", "retired"} {
		apptest.Put(t, p, care, system.Lifecycle, state)
		check(state, care, "4 []")
	}
	was := system.SystemOwner.Group
	system.SystemOwner.Group = system.Overview
	check("a field on another tab", care, "4 []")
	system.SystemOwner.Group = was
	insats := p.ByRef("INS-2027-002").ID
	check("an idea", insats, "3 []")
	for _, stage := range []governance.Stage{governance.Prepared, governance.Running, governance.Aside} {
		apptest.Put(t, p, insats, plan.Phase, apptest.Phases[stage])
		check(string(stage), insats, "4 [description]")
	}
	check("an unknown phase", apptest.Add(t, p, plan.Kind, plan.Name, "Ny", plan.Unit, p.Get(insats).Home(), plan.Phase, "okänd").ID, "3 []")
}

// TestCompletenessWithoutTheProposal is of a model that goes from idea to
// review, as Lilla Edet's does.
func TestCompletenessWithoutTheProposal(t *testing.T) {
	model := []byte(`{"id":"kort","name":"Kort","phases":[{"key":"idea","label":"Idé","stage":"idea"},{"key":"review","label":"Beredning","stage":"prepared"},{"key":"go","label":"Går","stage":"running"}]}`)
	p := apptest.Begin(t, apptest.NewStore(), model)
	apptest.Fill(t, p)
	insats := p.ByRef("INS-2027-002").ID
	for phase, want := range map[string]int{"idea": 3, "review": 4, "go": 4} {
		apptest.Put(t, p, insats, plan.Phase, phase)
		if _, wanted := insight.Complete(p, p.Get(insats)); wanted != want {
			t.Errorf("%s: %d required, want %d", phase, wanted, want)
		}
	}
}

func TestCostPerUnitTiesToCostRows(t *testing.T) {
	p := apptest.Open(t)
	office := p.Named(org.UnitKind, "Kommunledningskontoret")[0].ID
	section := apptest.Add(t, p, org.UnitKind, org.UnitName, "Kansliet", org.UnitType, "section", org.UnitParent, office).ID
	loose := apptest.Add(t, p, system.Kind, system.Name, "Herrelöst").ID
	under := apptest.Add(t, p, system.Kind, system.Name, "Kansliets", system.OwnerUnit, section).ID
	insats := p.ByRef("INS-2027-002").ID
	idle := map[field.ID]bool{}
	row := func(owner field.ID, year int64, puts ...any) *field.Record {
		return apptest.Record(p, economy.CostKind, append([]any{economy.CostOwner, owner, economy.CostYear, year, economy.CostType, economy.Operations}, puts...)...)
	}
	addAll(t, p,
		row(loose, 2026, economy.CostBudget, kr(5)),
		row(under, 2026, economy.CostBudget, kr(10), economy.CostForecast, kr(20), economy.CostActual, kr(30)),
		row(under, 2027, economy.CostBudget, kr(10), economy.CostForecast, kr(0)), // a forecast of nothing is a forecast
		row(insats, 2028, economy.CostBudget, kr(-40)),
		row(under, 2029, economy.CostBudget, kr(1000)))
	for _, stage := range []governance.Stage{governance.Closed, governance.Aside} { // what they have spent is spent; the rest nobody will
		r := apptest.Add(t, p, plan.Kind, plan.Name, string(stage), plan.Phase, apptest.Phases[stage], plan.Unit, office)
		addAll(t, p, row(r.ID, 2026, economy.CostBudget, kr(900), economy.CostActual, kr(7)),
			row(r.ID, 2027, economy.CostBudget, kr(900)), row(r.ID, 2028, economy.CostForecast, kr(900)))
		idle[r.ID] = true
	}
	units := insight.CostPerUnit(p, 2026, 2028)
	var got []string
	var total money.Ore
	for _, u := range units {
		got = append(got, fmt.Sprint(u.Name, " ", u.Years, " ", u.Total))
		total += u.Total
	}
	want := []string{
		fmt.Sprint("Barn- och utbildningsförvaltningen ", []money.Ore{0, kr(1_180_000), 0}, " ", kr(1_180_000)),
		fmt.Sprint("Kommunledningskontoret ", []money.Ore{kr(44), kr(915_000), 0}, " ", kr(915_044)),
		fmt.Sprint("Vård- och omsorgsförvaltningen ", []money.Ore{0, kr(420_000), kr(-40)}, " ", kr(419_960)),
		fmt.Sprint("Utan enhet ", []money.Ore{kr(5), 0, 0}, " ", kr(5)),
	}
	if !slices.Equal(got, want) {
		t.Errorf("units\n%q, want\n%q", got, want)
	}
	var rows money.Ore
	for _, c := range p.All(economy.CostKind) {
		y, spent := economy.CostYear.Get(c), c.Get(economy.CostActual.Field) != nil
		if y >= 2026 && y <= 2028 && (spent || !idle[economy.CostOwner.Get(c)]) {
			rows += cmpBest(c)
		}
	}
	if total != rows {
		t.Errorf("units sum to %s, rows to %s", total.Kr(), rows.Kr())
	}
}

// TestCostPerUnitIsTheBudgetUntilMoreIsKnown is of a year in which nothing has
// been spent or forecast.
func TestCostPerUnitIsTheBudgetUntilMoreIsKnown(t *testing.T) {
	p := apptest.Open(t)
	for _, stage := range []governance.Stage{governance.Running, governance.Closed, governance.Aside} {
		r := apptest.Add(t, p, plan.Kind, plan.Name, string(stage), plan.Phase, apptest.Phases[stage])
		addAll(t, p, apptest.Cost(p, r.ID, 2027, economy.Investment, 50), apptest.Cost(p, r.ID, 2027, economy.Operations, 9))
	}
	units, budgets := insight.CostPerUnit(p, 2027, 2027), insight.UnitBudgets(p, 2027)
	if len(units) != 4 || len(budgets) != 4 {
		t.Fatalf("%d units, %d budgets", len(units), len(budgets))
	}
	for i, u := range units {
		if u.Unit != budgets[i].Unit || u.Total != budgets[i].Total() {
			t.Errorf("%s costs %s, its budget is %s", u.Name, u.Total.Kr(), budgets[i].Total().Kr())
		}
	}
}

func cmpBest(c *field.Record) money.Ore {
	for _, f := range []field.MoneyField{economy.CostActual, economy.CostForecast, economy.CostBudget} {
		if v, ok := c.Get(f.Field).(money.Ore); ok {
			return v
		}
	}
	return 0
}

func TestFrames(t *testing.T) {
	p := apptest.Open(t)
	frame := func(key string, year, amount int64) {
		apptest.Add(t, p, frame.Kind, frame.Portfolio, key, frame.Year, year, frame.Amount, kr(amount))
	}
	insats := func(stage governance.Stage, key string, budget int64) {
		r := apptest.Add(t, p, plan.Kind, plan.Name, "I "+key, plan.Phase, apptest.Phases[stage], plan.Portfolio, key)
		addAll(t, p, apptest.Cost(p, r.ID, 2027, economy.Investment, budget), apptest.Cost(p, r.ID, 2027, economy.Operations, 1), apptest.Cost(p, r.ID, 2028, economy.Investment, 1000))
	}
	if got := insight.Frames(p); len(got) != 0 {
		t.Errorf("no frames and no use: %+v", got)
	}
	frame("core", 2027, 100)
	frame("core", 2027, 20) // a second decision adds
	frame("core", 2028, 1000)
	frame("gammal", 2027, 50)
	for _, s := range []governance.Stage{governance.Planned, governance.Running, governance.Done} {
		insats(s, "core", 39)
	}
	for _, s := range []governance.Stage{governance.Idea, governance.Prepared, governance.Waiting, governance.Closed, governance.Aside} {
		insats(s, "core", 1000)
	}
	insats(governance.Planned, "citizen", 7)
	insats(governance.Planned, "", 9)
	var got []string
	for _, l := range insight.Frames(p) {
		ram := "ingen ram"
		if l.Ram.Known {
			ram = l.Ram.Exact()
		}
		got = append(got, fmt.Sprintf("%s: %s av %s, sökt %s, över %v", l.Label(), l.Allotted.Exact(), ram, l.Asked.Exact(), l.Over()))
	}
	want := []string{"Kärna: 120 av 120, sökt 2\u00a0002, över false", "Invånare: 8 av ingen ram, sökt 0, över false", "gammal: 0 av 50, sökt 0, över false", "Utan portfölj: 10 av ingen ram, sökt 0, över false"}
	if !slices.Equal(got, want) {
		t.Errorf("frames %q, want %q", got, want)
	}
	insats(governance.Running, "core", 0)
	if got := insight.Frames(p); !got[0].Over() {
		t.Errorf("a krona over: %+v", got[0])
	}
}

func TestBubbles(t *testing.T) {
	p := apptest.Empty(t)
	add := func(name string, stage governance.Stage, risk string, benefit any, cost int64) {
		puts := []any{plan.Name, name, plan.Phase, apptest.Phases[stage], plan.Risk, risk, plan.Portfolio, "core"}
		if benefit != nil {
			puts = append(puts, plan.BenefitPerYear, benefit)
		}
		r := apptest.Add(t, p, plan.Kind, puts...)
		addAll(t, p, apptest.Cost(p, r.ID, 2026, economy.Operations, cost), apptest.Cost(p, r.ID, 2029, economy.Investment, cost))
	}
	add("Liten", governance.Idea, "1×1", kr(10), 1)
	add("Stor", governance.Running, "5×5", kr(0), 50)
	add("Utan risk", governance.Idea, "", kr(10), 1)
	add("Utan nytta", governance.Idea, "Hög", nil, 1)
	add("Klar", governance.Done, "Hög", kr(10), 1)
	add("Avslagen", governance.Aside, "Hög", kr(10), 1)
	placed, unplaced := insight.Bubbles(p)
	if len(placed) != 2 || unplaced != 2 {
		t.Fatalf("%d placed, %d not", len(placed), unplaced)
	}
	for i, want := range []insight.Bubble{{Risk: 1, Benefit: 0, Cost: known(100), Portfolio: "Kärna"}, {Risk: 0.04, Benefit: kr(10), Cost: known(2), Portfolio: "Kärna"}} {
		got := placed[i]
		got.Initiative = nil
		if got != want {
			t.Errorf("bubble %d is %+v, want %+v", i, got, want)
		}
	}
}

func TestAgreementsDue(t *testing.T) {
	p := apptest.Empty(t)
	add := func(name string, puts ...any) {
		apptest.Add(t, p, system.Kind, append([]any{system.Name, name}, puts...)...)
	}
	none := int64(0) // no notice, which isn't an unknown one
	add("Utan slut")
	add("Vid gränsen", system.AgreementEnd, today.AddMonths(6), system.NoticeMonths, none)
	add("Bortom", system.AgreementEnd, today.AddMonths(6).AddDays(1), system.NoticeMonths, none)
	add("I dag", system.AgreementEnd, today, system.NoticeMonths, none)
	add("Okänd", system.AgreementEnd, today.AddDays(1))
	add("Okänd bortom", system.AgreementEnd, today.AddMonths(6).AddDays(1))
	add("Passerat", system.AgreementEnd, today.AddDays(-1))
	add("För sent", system.AgreementEnd, today.AddMonths(2), system.NoticeMonths, int64(3))
	add("Förlängs", system.AgreementEnd, today.AddMonths(-1), system.RenewalMonths, int64(4), system.NoticeMonths, none)
	add("Avvecklat", system.AgreementEnd, today, system.Lifecycle, "retired")
	var got []string
	for _, a := range insight.AgreementsDue(p, 6) {
		got = append(got, fmt.Sprint(a.Name(), " ", a.End, " ", a.NoticeBy))
	}
	want := []string{"Passerat 2026-11-20 ", "I dag 2026-11-21 2026-11-21", "Okänd 2026-11-22 ", "För sent 2027-01-21 2026-10-21", "Förlängs 2027-02-21 2027-02-21", "Vid gränsen 2027-05-21 2027-05-21"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func said(t money.Total) string {
	if !t.Known {
		return "?"
	}
	return fmt.Sprint(int64(t.Ore) / 100)
}

func TestRunningAndDecisionsInOrder(t *testing.T) {
	p := apptest.Empty(t)
	run := func(name, status string, budget, forecast any) {
		r := apptest.Add(t, p, plan.Kind, plan.Name, name, plan.Phase, apptest.Phases[governance.Running], plan.CostStatus, status)
		addAll(t, p, apptest.Record(p, economy.CostKind, economy.CostOwner, r.ID, economy.CostYear, int64(2027), economy.CostType, economy.Operations,
			economy.CostBudget, budget, economy.CostForecast, forecast))
	}
	run("Ostatuerad", "", kr(10), nil)
	run("Bara prognos", "green", nil, kr(12))
	run("Okänd", "green", nil, nil)
	run("Grön", "green", kr(10), kr(12))
	run("Röd", "red", kr(10), kr(5))
	run("Gul", "amber", kr(10), kr(30))
	run("Gul värre", "amber", kr(10), kr(40))
	var got []string
	for _, s := range insight.RunningInitiatives(p) {
		got = append(got, fmt.Sprint(s.Initiative.Name(), " ", said(s.Forecast), " ", said(s.Variance)))
	}
	if want := []string{"Röd 5 5", "Gul värre 40 -30", "Gul 30 -20", "Grön 12 -2", "Bara prognos 12 ?", "Okänd ? ?", "Ostatuerad 10 0"}; !slices.Equal(got, want) {
		t.Errorf("running %q, want %q", got, want)
	}
	for i, puts := range [][]any{
		{plan.Priority, "1"}, {plan.DecideBy, today.AddDays(9)}, {plan.DecideBy, today.AddDays(2), plan.Priority, "3"}, {}, {plan.DecideBy, today.AddDays(2), plan.Priority, "2"},
	} {
		apptest.Add(t, p, plan.Kind, append([]any{plan.Name, fmt.Sprint(i), plan.Phase, apptest.Phases[governance.Waiting]}, puts...)...)
	}
	got = nil
	for _, r := range insight.Decisions(p) {
		got = append(got, r.Name())
	}
	if want := []string{"4", "2", "1", "0", "3"}; !slices.Equal(got, want) {
		t.Errorf("decisions %q, want %q", got, want)
	}
}
