package priority_test

import (
	"context"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/frame"
	"itportfoljen/app/goal"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
	"itportfoljen/app/priority"
)

func do(p *app.Portfolio, work func(tx *field.Tx) error) error {
	_, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) { return "Provet", work(tx) })
	return err
}

// begin is a portfolio whose model weighs need 30, goals 20, law 20, payback 15 and risk 15.
func begin(t *testing.T) *app.Portfolio {
	return apptest.Governed(t, func(m *governance.Model) {
		m.Criteria = []governance.Criterion{
			{Key: "need", Label: "Verksamhetens nytta", Weight: 30, Synonyms: []string{"verksamhetsnytta"}}, {Key: "goals", Label: "Bidrag till målen", Weight: 20, From: governance.FromGoals},
			{Key: "law", Label: "Lag och säkerhet", Weight: 20, Synonyms: []string{"lagkrav"}}, {Key: "payback", Label: "Nytta mot kostnad", Weight: 15, From: governance.FromBenefit},
			{Key: "risk", Label: "Låg risk", Weight: 15, From: governance.FromRisk}}
	})
}

func criterion(t *testing.T, p *app.Portfolio, key string) governance.Criterion {
	t.Helper()
	c, ok := p.Model().Criterion(key)
	if !ok {
		t.Fatalf("no criterion %s", key)
	}
	return c
}

// points are those that an insats has for a criterion.
func points(p *app.Portfolio, r *field.Record, key string) (int, string) {
	for _, m := range priority.Of(p, p.Get(r.ID)).Marks {
		if m.Key == key {
			return m.Points, m.Why
		}
	}
	return -1, ""
}

func TestPointsFollowFromWhatIsKnown(t *testing.T) {
	p := begin(t)
	large := apptest.Add(t, p, goal.Kind, goal.Name, "Kortare köer", goal.Level, goal.Council).ID
	for _, c := range []struct {
		name string
		puts []any
		cost int64  // öre, less than none is none
		size string // of its contribution to a goal, "-" none said
		key  string
		want int
		why  string
	}{
		{"no risk", nil, -1, "", "risk", 0, "risken är inte bedömd"},
		{"the lowest risk", []any{plan.Risk, "1×1"}, -1, "", "risk", 5, "risk 1×1"},
		{"a risk of words", []any{plan.Risk, "Låg"}, -1, "", "risk", 4, "risk Låg"},
		{"a risk in the middle", []any{plan.Risk, "3×4"}, -1, "", "risk", 3, "risk 3×4"},
		{"a high risk", []any{plan.Risk, "Hög"}, -1, "", "risk", 1, "risk Hög"},
		{"the highest", []any{plan.Risk, "5×5"}, -1, "", "risk", 1, "risk 5×5"},
		{"no goal", nil, -1, "", "goals", 0, "inget mål är nämnt"},
		{"a goal and no size", nil, -1, "-", "goals", 0, "bidraget till Kortare köer har ingen storlek"},
		{"a small contribution", nil, -1, "small", "goals", 2, "litet bidrag till Kortare köer"},
		{"a large one", nil, -1, "large", "goals", 5, "stort bidrag till Kortare köer"},
		{"no benefit", nil, 10000000, "", "payback", 0, "nyttan per år är inte värderad"},
		{"no cost", []any{plan.BenefitPerYear, money.Ore(10000000)}, -1, "", "payback", 0, "kostnaden är inte känd"},
		{"it costs nothing", []any{plan.BenefitPerYear, money.Ore(10000000)}, 0, "", "payback", 5, "kostar inget"},
		{"a year", []any{plan.BenefitPerYear, money.Ore(10000000)}, 10000000, "", "payback", 5, "betalar sig på högst 1 år"},
		{"an öre more than a year", []any{plan.BenefitPerYear, money.Ore(10000000)}, 10000001, "", "payback", 4, "betalar sig på högst 2 år"},
		{"five years", []any{plan.BenefitPerYear, money.Ore(10000000)}, 50000000, "", "payback", 2, "betalar sig på högst 5 år"},
		{"never", []any{plan.BenefitPerYear, money.Ore(10000000)}, 60000000, "", "payback", 1, "betalar sig inte på 5 år"},
		{"benefit of nothing", []any{plan.BenefitPerYear, money.Ore(0)}, 100, "", "payback", 1, "ingen nytta i kronor"},
		{"what nobody has said", nil, -1, "", "need", 0, "ingen har satt poäng"},
	} {
		r := apptest.Add(t, p, plan.Kind, append([]any{plan.Name, c.name}, c.puts...)...)
		if c.cost >= 0 {
			apptest.Add(t, p, economy.CostKind, economy.CostOwner, r.ID, economy.CostYear, int64(2027), economy.CostType, economy.Operations, economy.CostBudget, money.Ore(c.cost))
		}
		switch c.size {
		case "":
		case "-":
			apptest.Add(t, p, goal.ContributionKind, goal.ContributionOf, r.ID, goal.ContributionTo, large)
		default:
			apptest.Add(t, p, goal.ContributionKind, goal.ContributionOf, r.ID, goal.ContributionTo, large, goal.ContributionSize, c.size)
		}
		if n, why := points(p, r, c.key); n != c.want || why != c.why {
			t.Errorf("%s: %d, %q", c.name, n, why)
		}
	}
}

// TestWhatIsMissingIsNoPoints: the score is the mean of what there is, and says what isn't.
func TestWhatIsMissingIsNoPoints(t *testing.T) {
	p := begin(t) // need 30, goals 20, law 20, payback 15, risk 15
	r := apptest.Add(t, p, plan.Kind, plan.Name, "Provet")
	if s := priority.Of(p, r); s.Value != 0 || s.Unmarked != 5 || s.Whole() || priority.Points.Value(p, r, 0) != nil {
		t.Errorf("nothing is said, and it is %d", s.Value)
	}
	give := func(key string, n int, note string) error {
		return do(p, func(tx *field.Tx) error { return priority.Give(tx, r.ID, criterion(t, p, key), n, note) })
	}
	if err := give("need", 4, "Avstämt."); err != nil {
		t.Fatal(err)
	}
	apptest.Put(t, p, r.ID, plan.Risk, "5×5")
	s := priority.Of(p, p.Get(r.ID)) // (30·4 + 15·1)/45 = 3
	if s.Value != 300 || s.Unmarked != 3 || s.Weighed != 45 || s.Weight != 100 || priority.Points.Read(p, p.Get(r.ID), 0) != "3" {
		t.Errorf("%+v, %s", s, priority.Points.Read(p, p.Get(r.ID), 0))
	}
	if said := priority.Why.Read(p, p.Get(r.ID), 0); !strings.Contains(said, "Verksamhetens nytta (30\u00a0%): 4 av 5, Avstämt.") || !strings.Contains(said, "Lag och säkerhet (20\u00a0%): –, ingen har satt poäng") {
		t.Error(said)
	}
	for _, c := range []struct {
		key  string
		n    int
		want fault.Code
	}{{"need", 6, fault.Invalid}, {"need", -1, fault.Invalid}, {"risk", 3, fault.Invalid}, {"law", 5, ""}, {"law", 0, ""}, {"law", 0, ""}, {"need", 2, ""}} {
		if err := give(c.key, c.n, ""); fault.CodeOf(err) != c.want {
			t.Errorf("%s %d: %v", c.key, c.n, err)
		}
	}
	if s := priority.Of(p, p.Get(r.ID)); s.Value != 167 || s.Marks[0].Why != "" { // (30·2 + 15)/45 = 1,666…
		t.Errorf("%+v", s)
	}
}

// TestPointsAreKeptWhenACriterionIsCalledAnother, and an answer that is none is said.
func TestPointsAreKeptWhenACriterionIsCalledAnother(t *testing.T) {
	p := begin(t)
	r := apptest.Add(t, p, plan.Kind, plan.Name, "Provet")
	apptest.Add(t, p, governance.AnswerKind, governance.AnswerOf, r.ID, governance.AnswerQuestion, "Verksamhetsnytta", governance.AnswerValue, "5")
	apptest.Add(t, p, governance.AnswerKind, governance.AnswerOf, r.ID, governance.AnswerQuestion, "Lagkrav", governance.AnswerValue, "yes")
	if n, _ := points(p, r, "need"); n != 5 {
		t.Errorf("the points by its former name are %d", n)
	}
	if n, why := points(p, r, "law"); n != 0 || why != "svaret är inga poäng: Ja" {
		t.Errorf("%d, %q", n, why)
	}
}

// TestTheOrder: by points, those with too few of them last, and the line where the ram ends.
func TestTheOrder(t *testing.T) {
	p := begin(t)
	portfolio := p.Model().Portfolios[0].Key
	year := p.PlanYear()
	add := func(name, of string, kr int64, need, law int, puts ...any) *field.Record {
		r := apptest.Add(t, p, plan.Kind, append([]any{plan.Name, name, plan.Portfolio, of}, puts...)...)
		if kr > 0 {
			apptest.Add(t, p, economy.CostKind, economy.CostOwner, r.ID, economy.CostYear, int64(year), economy.CostType, economy.Operations, economy.CostBudget, money.FromKronor(kr))
		}
		for key, n := range map[string]int{"need": need, "law": law} {
			if err := do(p, func(tx *field.Tx) error { return priority.Give(tx, r.ID, criterion(t, p, key), n, "") }); err != nil {
				t.Fatal(err)
			}
		}
		return r
	}
	add("Femma utan mer", portfolio, 10, 0, 5) // a fifth of the weight
	add("Trea", portfolio, 100, 3, 3)          // half of it
	add("Fyra", portfolio, 100, 4, 4)          //
	add("Trea först", portfolio, 100, 3, 3, plan.Priority, "1")
	add("Utan belopp", portfolio, 0, 5, 5)
	add("Annan", "", 100, 2, 2)
	order := func() string {
		var out []string
		for _, g := range priority.Rank(p) {
			line, ends := g.Below()
			for i, at := range g.Places {
				if ends && i == line {
					out = append(out, "-- "+at.Lacks.Kr())
				}
				out = append(out, at.Insats.Name())
			}
			out = append(out, "/")
		}
		return strings.Join(out, ", ")
	}
	const names = "Utan belopp, Fyra, Trea först, Trea, Femma utan mer, /, Annan, /"
	if got := order(); got != names {
		t.Errorf("without a ram: %s", got)
	}
	f := apptest.Add(t, p, frame.Kind, frame.Portfolio, portfolio, frame.Year, int64(year), frame.Amount, money.FromKronor(310))
	for _, c := range []struct {
		frame int64
		want  string
	}{
		{310, names}, // to the krona
		{309, "Utan belopp, Fyra, Trea först, Trea, -- 1, Femma utan mer, /, Annan, /"},
		{200, "Utan belopp, Fyra, Trea först, -- 100, Trea, Femma utan mer, /, Annan, /"},
		{0, "Utan belopp, -- 100, Fyra, Trea först, Trea, Femma utan mer, /, Annan, /"},
	} {
		apptest.Put(t, p, f.ID, frame.Amount, money.FromKronor(c.frame))
		if got := order(); got != c.want {
			t.Errorf("of %d: %s", c.frame, got)
		}
	}
}

// TestMoneyForOneThingPaysNoOther: ramar for drift and investering apart have a line each.
func TestMoneyForOneThingPaysNoOther(t *testing.T) {
	p := begin(t)
	portfolio, year := p.Model().Portfolios[0].Key, int64(p.PlanYear())
	for _, c := range []struct{ name, typ, priority string }{{"Drift", economy.Operations, "1"}, {"Bygge", economy.Investment, "2"}} {
		r := apptest.Add(t, p, plan.Kind, plan.Name, c.name, plan.Portfolio, portfolio, plan.Priority, c.priority)
		apptest.Add(t, p, economy.CostKind, economy.CostOwner, r.ID, economy.CostYear, year, economy.CostType, c.typ, economy.CostBudget, money.FromKronor(100))
	}
	for typ, kr := range map[string]int64{economy.Operations: 1000, economy.Investment: 60} {
		apptest.Add(t, p, frame.Kind, frame.Portfolio, portfolio, frame.Year, year, frame.Type, typ, frame.Amount, money.FromKronor(kr), frame.State, frame.Decided, frame.DecidedOn, apptest.Today)
	}
	g := priority.Rank(p)[0]
	at, ends := g.Below()
	if !ends || at != 1 || g.Places[1].Ends() != "Här tar ramen 2027 (investering) för "+p.Model().Portfolios[0].Label+" slut: det fattas 40\u00a0kr för nästa." {
		t.Errorf("%d, %s", at, g.Places[1].Ends())
	}
	if told := g.Told(2027); told != "ram 2027: drift 1\u00a0000\u00a0kr, fördelat 0\u00a0kr, kvar 1\u00a0000\u00a0kr; investering 60\u00a0kr, fördelat 0\u00a0kr, kvar 60\u00a0kr" {
		t.Error(told)
	}
}
