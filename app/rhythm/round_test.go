package rhythm_test

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/budget"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/ledger"
	"itportfoljen/app/plan"
	"itportfoljen/app/rhythm"
	"itportfoljen/app/system"
)

var (
	t1     = governance.Recurring{Key: "t1", Label: "Första tertialet är uppföljt", Short: "T1", Sort: governance.YearFollowUp, Month: 5, Day: 31, Through: 4, Locks: true}
	closes = governance.Recurring{Key: "closing", Label: "Bokslutet är klart", Short: "Bokslut", Sort: governance.YearFollowUp, Month: 2, Day: 15, About: governance.AboutBefore, Through: 12, Locks: true}
	making = governance.Recurring{Key: "budget", Label: "Budgeten är fastställd", Short: "Budget", Sort: governance.YearBudget, Month: 11, Day: 30, About: governance.AboutNext, Locks: true}
)

func lacks(r rhythm.Round) (out []string) {
	for _, l := range r.Lacking {
		out = append(out, l.Owner.Name()+": "+l.Why)
	}
	return out
}

// TestWhatLacksAForecast: a cost with a budget and no forecast as late as the milestone's figures,
// once, whichever of its rows the amounts stand on; not what is done away with.
func TestWhatLacksAForecast(t *testing.T) {
	april, march := date.Of(2027, 4, 30), date.Of(2027, 4, 29)
	p := apptest.Empty(t)
	sys(t, p, "A utan", 100)
	sys(t, p, "B gammal", 100, economy.CostForecast, kr(1), economy.CostForecastOn, march)
	sys(t, p, "C i tid", 100, economy.CostForecast, kr(1), economy.CostForecastOn, april)
	d, _ := sys(t, p, "D månader", 100)
	cost(t, p, d, 2027, economy.CostMonth, "3", economy.CostForecast, kr(9), economy.CostForecastOn, april)
	e := apptest.Add(t, p, system.Kind, system.Name, "E utan, i månader")
	for _, m := range []string{"2", "1"} {
		cost(t, p, e, 2027, economy.CostMonth, m, economy.CostBudget, kr(5))
	}
	retired, _ := sys(t, p, "F avvecklat", 100)
	apptest.Put(t, p, retired.ID, system.Kind.Retiring.Field, system.Kind.Retiring.Value)
	aside := apptest.Add(t, p, plan.Kind, plan.Name, "G avslagen", plan.Phase, "rejected")
	cost(t, p, aside, 2027, economy.CostBudget, kr(5))
	h := apptest.Add(t, p, system.Kind, system.Name, "H bara utfall")
	cost(t, p, h, 2027, economy.CostActual, kr(5))
	i := apptest.Add(t, p, system.Kind, system.Name, "I ett annat år")
	cost(t, p, i, 2026, economy.CostBudget, kr(5))
	r := rhythm.RoundOf(p, 2027, t1)
	want := []string{"A utan: prognos saknas", "B gammal: prognosen är från 2027-04-29", "E utan, i månader: prognos saknas"}
	if got := lacks(r); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%q", got)
	}
	if month := economy.Month(r.Lacking[2].Cost); month != 1 {
		t.Errorf("the row to mend is that of month %d", month)
	}
	if r.Due != date.Of(2027, 5, 31) || r.Until != april || r.Asks.Field != economy.CostForecast.Field {
		t.Errorf("%+v", r)
	}
	r = rhythm.RoundOf(p, 2027, closes)
	if got := lacks(r); len(got) != 5 || got[0] != "A utan: utfall saknas" || r.Due != date.Of(2028, 2, 15) {
		t.Errorf("%q %s", got, r.Due)
	}
}

// TestWhatLacksABudget: costs without one, and what cost something the year before.
func TestWhatLacksABudget(t *testing.T) {
	p := apptest.Empty(t)
	sys(t, p, "A har", 100)
	b := apptest.Add(t, p, system.Kind, system.Name, "B bara utfall")
	cost(t, p, b, 2027, economy.CostActual, kr(5))
	c := apptest.Add(t, p, system.Kind, system.Name, "C året innan")
	cost(t, p, c, 2026, economy.CostBudget, kr(5))
	cost(t, p, c, 2026, economy.CostBudget, kr(6), economy.CostText, "Mer")
	d := apptest.Add(t, p, system.Kind, system.Name, "D investering")
	apptest.Add(t, p, economy.CostKind, economy.CostOwner, d.ID, economy.CostYear, int64(2026), economy.CostType, economy.Investment, economy.CostBudget, kr(5))
	e := apptest.Add(t, p, system.Kind, system.Name, "E avvecklat")
	cost(t, p, e, 2026, economy.CostBudget, kr(5))
	apptest.Put(t, p, e.ID, system.Kind.Retiring.Field, system.Kind.Retiring.Value)
	want := []string{"B bara utfall: budget saknas", "C året innan: kostade 2026 och har inget 2027"}
	if got := lacks(rhythm.RoundOf(p, 2027, making)); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%q", got)
	}
}

// TestWhatIsBookedIsFollowedUp: an utfall out of a ledger stands on other rows than the budget that
// it is of; a budget that lacks is asked for once, however many rows are booked.
func TestWhatIsBookedIsFollowedUp(t *testing.T) {
	p := apptest.Empty(t)
	book := apptest.Add(t, p, ledger.Kind, ledger.Name, "Ekvalla 2027")
	booked := func(s *field.Record, months ...string) {
		for _, m := range months {
			cost(t, p, s, 2027, economy.CostMonth, m, economy.CostAccount, "6540", economy.CostLedger, book.ID, economy.CostBooked, kr(9), economy.CostActual, kr(9))
		}
	}
	a, _ := sys(t, p, "A bokfört", 100)
	booked(a, "1", "2")
	b, _ := sys(t, p, "B bara drift bokförd", 100)
	apptest.Add(t, p, economy.CostKind, economy.CostOwner, b.ID, economy.CostYear, int64(2027), economy.CostType, economy.Investment, economy.CostBudget, kr(5))
	booked(b, "1")
	sys(t, p, "C inget bokfört", 100)
	booked(apptest.Add(t, p, system.Kind, system.Name, "D utan budget"), "1", "2", "3")
	for _, c := range []struct {
		m    governance.Recurring
		want []string
	}{
		{closes, []string{"B bara drift bokförd: utfall saknas", "C inget bokfört: utfall saknas"}},
		{making, []string{"D utan budget: budget saknas"}},
		{t1, []string{"A bokfört: prognos saknas", "B bara drift bokförd: prognos saknas", "B bara drift bokförd: prognos saknas", "C inget bokfört: prognos saknas"}},
	} {
		if got := lacks(rhythm.RoundOf(p, 2027, c.m)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q", c.m.Short, got)
		}
	}
}

// TestWhatNobodyHasExplained: what differs by more than both limits, and says nothing.
func TestWhatNobodyHasExplained(t *testing.T) {
	p := apptest.Empty(t)
	for _, c := range []struct {
		name       string
		budget, is int64
		puts       []any
	}{
		{"just under the amount", 500_000, 600_000, nil},
		{"over both", 500_000, 600_001, nil},
		{"under the percent", 2_000_000, 2_150_000, nil},
		{"a little over the percent", 2_000_000, 2_200_400, nil},
		{"cheaper", 900_000, 500_000, nil},
		{"said", 500_000, 900_000, []any{economy.CostComment, "Fler användare", economy.CostAction, "Avtalet sägs upp"}},
		{"without budget", 0, 900_000, nil},
	} {
		puts := append([]any{economy.CostForecast, kr(c.is)}, c.puts...)
		if c.budget > 0 {
			sys(t, p, c.name, c.budget, puts...)
		} else {
			cost(t, p, apptest.Add(t, p, system.Kind, system.Name, c.name), 2027, puts...)
		}
	}
	months := apptest.Add(t, p, system.Kind, system.Name, "over both, by month")
	cost(t, p, months, 2027, economy.CostBudget, kr(100_000))
	for _, m := range []string{"1", "2"} {
		cost(t, p, months, 2027, economy.CostMonth, m, economy.CostForecast, kr(101_000))
	}
	var got []string
	for _, d := range rhythm.RoundOf(p, 2027, t1).Unsaid {
		got = append(got, fmt.Sprintf("%s %s", p.Label(economy.CostOwner.Get(d.Cost)), d.Amounts.Variance(d.Against).Kr()))
	}
	want := []string{"without budget \u2212900\u00a0000", "cheaper 400\u00a0000", "a little over the percent \u2212200\u00a0400", "over both, by month \u2212102\u00a0000", "over both \u2212100\u00a0001"}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if n := len(rhythm.RoundOf(p, 2027, making).Unsaid); n != 0 {
		t.Errorf("a budget that is made differs from nothing: %d", n)
	}
}

// TestWhatARoundFollowsOn: the state before it, and its own once it is locked.
func TestWhatARoundFollowsOn(t *testing.T) {
	p := apptest.Empty(t)
	sys(t, p, "Lön", 100)
	if r := rhythm.RoundOf(p, 2027, t1); r.Since != nil || r.State != nil {
		t.Error(r.Since, r.State)
	}
	first := mustFreeze(t, p, "Budget")
	if r := rhythm.RoundOf(p, 2027, t1); r.Since != first || r.State != nil {
		t.Error(r.Since, r.State)
	}
	second := mustFreeze(t, p, "T1")
	later := mustFreeze(t, p, "Delår")
	if r := rhythm.RoundOf(p, 2027, t1); r.Since != first || r.State != second {
		t.Error(r.Since, r.State)
	}
	if r := rhythm.RoundOf(p, 2027, closes); r.Since != later || r.State != nil {
		t.Error(r.Since, r.State)
	}
}

// TestWhatIsToBeLocked: the milestones ahead that have costs and no state, and those that just
// passed.
func TestWhatIsToBeLocked(t *testing.T) {
	coming := func(p *app.Portfolio) (out []string) {
		for _, o := range rhythm.Coming(p) {
			out = append(out, o.Name()+" "+o.From.String()+"–"+o.Due.String())
		}
		return out
	}
	p := apptest.Governed(t, func(m *governance.Model) { m.Year = []governance.Recurring{t1, closes, making} })
	if got := coming(p); got != nil {
		t.Errorf("no costs: %q", got)
	}
	today := p.Today()
	s := apptest.Add(t, p, system.Kind, system.Name, "Lön")
	for y := today.Year() - 1; y <= today.Year()+2; y++ {
		cost(t, p, s, int64(y), economy.CostBudget, kr(5))
	}
	all := coming(p)
	if len(all) < 3 || len(all) > 4 {
		t.Fatalf("today is %s: %q", today, all)
	}
	first := rhythm.Coming(p)[0]
	if _, err := freeze(p, rhythm.Freezing{Year: first.Year, Milestone: first.Milestone.Called(), By: "Controllern"}); err != nil {
		t.Fatal(err)
	}
	if got := coming(p); fmt.Sprint(got) != fmt.Sprint(all[1:]) {
		t.Errorf("%q, want %q", got, all[1:])
	}
}

// TestACostBecomesWhatItWasBelievedTo: its forecast, of today, or its budget; what was believed
// before stays with its day.
func TestACostBecomesWhatItWasBelievedTo(t *testing.T) {
	p := apptest.Empty(t)
	_, none := sys(t, p, "A utan", 100)
	_, old := sys(t, p, "B gammal", 100, economy.CostForecast, kr(120), economy.CostForecastOn, date.Of(2026, 1, 31))
	s := apptest.Add(t, p, system.Kind, system.Name, "C utan allt")
	nothing := cost(t, p, s, 2027, economy.CostActual, kr(3))
	n := 0
	_, err := p.Do(context.Background(), func(tx *field.Tx) (_ string, err error) {
		n, err = rhythm.Confirm(tx, none.ID, old.ID, nothing.ID)
		return "Bekräftat", err
	})
	if err != nil || n != 2 {
		t.Fatal(n, err)
	}
	for _, c := range []struct {
		id   field.ID
		want int64
	}{{none.ID, 100}, {old.ID, 120}} {
		if r := p.Get(c.id); economy.CostForecast.Get(r) != kr(c.want) || economy.CostForecastOn.Get(r) != p.Today() {
			t.Errorf("%s of %s", economy.CostForecast.Get(r).Kr(), economy.CostForecastOn.Get(r))
		}
	}
	if p.Get(nothing.ID).Get(economy.CostForecast.Field) != nil {
		t.Error("what has no budget has no forecast")
	}
}

// TestACostOfMonthsIsConfirmedWithAllOfThem: its first month stands for it in the round, and one
// month's forecast would be the year's.
func TestACostOfMonthsIsConfirmedWithAllOfThem(t *testing.T) {
	year := int64(apptest.Today.Year())
	for name, c := range map[string]struct {
		year  []any // of a row of the year; nil for none
		month func(m int) []any
		want  int64
	}{
		"a budget of months":                       {nil, func(int) []any { return []any{economy.CostBudget, kr(10)} }, 120},
		"forecasts of months, too old":             {nil, func(int) []any { return []any{economy.CostBudget, kr(10), economy.CostForecast, kr(11)} }, 132},
		"a budget of the year, utfall in months":   {[]any{economy.CostBudget, kr(100)}, func(int) []any { return []any{economy.CostActual, kr(9)} }, 100},
		"a budget of the year, forecast in some":   {[]any{economy.CostBudget, kr(100)}, func(m int) []any { return []any{economy.CostForecast, map[bool]any{true: kr(20)}[m < 3]} }, 40},
		"a budget of the year and one of months":   {[]any{economy.CostBudget, kr(100)}, func(int) []any { return []any{economy.CostBudget, kr(10)} }, 120},
		"a forecast of the year, budget in months": {[]any{economy.CostForecast, kr(77)}, func(int) []any { return []any{economy.CostBudget, kr(10)} }, 77},
	} {
		p := apptest.Governed(t, nil)
		s := apptest.Add(t, p, system.Kind, system.Name, "Lön")
		first := field.ID("")
		if c.year != nil {
			first = cost(t, p, s, year, c.year...).ID
		}
		for m := 1; m <= 12; m++ {
			values := append([]any{economy.CostMonth, strconv.Itoa(m)}, c.month(m)...)
			if r := cost(t, p, s, year, values...); first == "" {
				first = r.ID
			}
		}
		_, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) {
			n, err := rhythm.Confirm(tx, first)
			if n != 1 {
				t.Errorf("%s: %d costs", name, n)
			}
			return "Bekräftat", err
		})
		if err != nil {
			t.Fatal(name, err)
		}
		if got := budget.Of(p, budget.Query{First: int(year), Last: int(year)}).Total.Forecast; got.Ore != kr(c.want) {
			t.Errorf("%s: the forecast is %s, want %s", name, got.Ore.Kr(), kr(c.want).Kr())
		}
		if lacks := economy.Lacking(p, int(year), economy.CostForecast, p.Today(), func(*field.Record) bool { return true }); len(lacks) != 0 {
			t.Errorf("%s: it still lacks %+v", name, lacks)
		}
	}
}

// TestTheForecastOverTime: what was believed by each follow-up, those that have come.
func TestTheForecastOverTime(t *testing.T) {
	p := apptest.Governed(t, func(m *governance.Model) { m.Year = []governance.Recurring{t1, closes, making} })
	year := p.Today().Year() - 1
	s := apptest.Add(t, p, system.Kind, system.Name, "Lön")
	c := cost(t, p, s, int64(year), economy.CostBudget, kr(100), economy.CostForecast, kr(120), economy.CostForecastOn, date.Of(year, 3, 1))
	apptest.Put(t, p, c.ID, economy.CostForecast, kr(150))
	apptest.Put(t, p, c.ID, economy.CostForecastOn, date.Of(year, 11, 1))
	cost(t, p, s, int64(year), economy.CostBudget, kr(7))
	var got []string
	for _, pt := range rhythm.Trend(p, s.ID, year) {
		got = append(got, fmt.Sprint(pt.Name, " ", pt.Expected.Kr(), " ", pt.Said, "/", pt.Rows))
	}
	if want := []string{"T1 127 1/2", "Bokslut 157 1/2"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if title, rows := economy.CostKind.Under(p, s.ID); title == "" || fmt.Sprint(rows) != fmt.Sprintf("[[År T1 Bokslut] [%d 127 157]]", year) {
		t.Error(title, rows)
	}
	months := apptest.Add(t, p, system.Kind, system.Name, "Budget för året, prognos i månader")
	cost(t, p, months, int64(year), economy.CostBudget, kr(90))
	for _, m := range []string{"11", "12"} {
		cost(t, p, months, int64(year), economy.CostMonth, m, economy.CostForecast, kr(50), economy.CostForecastOn, date.Of(year, 11, 1))
	}
	for _, pt := range rhythm.Trend(p, "", year) {
		of := budget.Of(p, budget.Query{First: year, Last: year, AsOf: pt.On}).Total
		if want := map[string]int64{"T1": 217, "Bokslut": 257}[pt.Name]; pt.Expected.Ore != kr(want) || pt.Expected != of.Forecast {
			t.Errorf("%s: %s, want %d; the sheet as of then has %s", pt.Name, pt.Expected.Kr(), want, of.Forecast.Kr())
		}
	}
	if rhythm.Trend(p, s.ID, year-1) != nil {
		t.Error("a year without forecasts has none")
	}
}
