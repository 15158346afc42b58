package years_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/ledger"
	"itportfoljen/app/system"
	"itportfoljen/app/years"
)

func copied(p *app.Portfolio, o years.Copying) (out years.Copied, e app.Entry, err error) {
	e, err = p.Do(context.Background(), func(tx *field.Tx) (string, error) {
		var err error
		out, err = years.Copy(tx, o)
		return "Kopia", err
	})
	return out, e, err
}

// cost makes a row of "2046/1 licence b=100 f=90 a=80": year, month after a slash, sort, amounts in
// kronor.
func cost(t *testing.T, p *app.Portfolio, owner field.ID, s string) *field.Record {
	t.Helper()
	r := apptest.Record(p, economy.CostKind, economy.CostOwner, owner, economy.CostType, economy.Operations)
	for i, word := range strings.Fields(s) {
		var kr float64
		var y, m int
		amount, is := strings.CutPrefix(word, "b=")
		f := economy.CostBudget
		if !is {
			if amount, is = strings.CutPrefix(word, "f="); is {
				f = economy.CostForecast
			} else if amount, is = strings.CutPrefix(word, "a="); is {
				f = economy.CostActual
			}
		}
		switch {
		case is:
			if _, err := fmt.Sscan(amount, &kr); err != nil {
				t.Fatal(err)
			}
			r.Put(f.Field, money.Ore(kr*100))
		case i == 0:
			if n, _ := fmt.Sscanf(word, "%d/%d", &y, &m); n == 2 {
				r.Put(economy.CostMonth.Field, fmt.Sprint(m))
			}
			r.Put(economy.CostYear.Field, int64(y))
		case word == "inv":
			r.Put(economy.CostType.Field, economy.Investment)
		default:
			r.Put(economy.CostSort.Field, word)
		}
	}
	if _, err := p.CreateAll(context.Background(), "Prov", []*field.Record{r}); err != nil {
		t.Fatal(err)
	}
	return p.Get(r.ID)
}

// budgets are those of a year: "Alfa licence 103; Alfa/1 50".
func budgets(w field.World, year int) string {
	var out []string
	for c := range economy.Each(w, year, year) {
		v, ok := c.Get(economy.CostBudget.Field).(money.Ore)
		if !ok {
			continue
		}
		s := w.Label(economy.CostOwner.Get(c))
		if m := economy.Month(c); m > 0 {
			s += fmt.Sprint("/", m)
		}
		if sort := economy.CostSort.Get(c); sort != "" {
			s += " " + sort
		}
		out = append(out, s+" "+strings.TrimSuffix(v.Decimal(), ".00"))
	}
	slices.Sort(out)
	return strings.Join(out, "; ")
}

func TestIndexed(t *testing.T) {
	for _, c := range []struct {
		v            string
		index, round int64
		want         string
	}{
		{"100.00", 350, 0, "104.00"}, {"100.40", 0, 0, "100.00"}, {"100.50", 0, 1, "101.00"}, {"-100.50", 0, 1, "-101.00"}, {"1234567.89", 0, 1000, "1235000.00"},
		{"1499.99", 0, 1000, "1000.00"}, {"1500.00", 0, 1000, "2000.00"}, {"200.00", -5000, 100, "100.00"}, {"0.00", 350, 100, "0.00"}, {"90000000000000.00", 100, 1, "90900000000000.00"},
	} {
		var kr, ore int64
		_, _ = fmt.Sscanf(strings.TrimPrefix(c.v, "-"), "%d.%d", &kr, &ore)
		v := money.Ore(kr*100 + ore)
		if strings.HasPrefix(c.v, "-") {
			v = -v
		}
		if got := years.Indexed(v, c.index, c.round).Decimal(); got != c.want {
			t.Errorf("%s with %d in %d: %s, want %s", c.v, c.index, c.round, got, c.want)
		}
	}
}

// TestReadIndex: what people write, within what an amount may be added; "-" is refused.
func TestReadIndex(t *testing.T) {
	p := apptest.Empty(t)
	for typed, want := range map[string]string{"3,5": "350", "3.5 %": "350", "-2": "-200", "\u22122 %": "-200", "0": "0", "1000": "100000", "-100": "-10000", "": "-", "1001": "-", "-101": "-", "mycket": "-"} {
		got := "-"
		if n, err := years.ReadIndex(p, typed); err == nil {
			got = fmt.Sprint(n)
		} else if fault.CodeOf(err) != fault.Invalid || !strings.Contains(err.Error(), "Inget har ändrats. Skriv till exempel 3,5.") {
			t.Errorf("%q: %v", typed, err)
		}
		if got != want {
			t.Errorf("%q is %s, want %s", typed, got, want)
		}
	}
	if got := years.Indexed(years.Indexed(money.FromKronor(1<<60), 1000_00, 1), 1000_00, 1); got < money.FromKronor(1<<50) {
		t.Errorf("more than the most became %s", got.Exact())
	}
}

// TestCopy makes budgets of 2046's rows, of a system, with what there is of 2047 before.
func TestCopy(t *testing.T) {
	for _, c := range []struct {
		name string
		rows []string
		o    years.Copying
		want string
		left string // why not
	}{
		{"forecast, else budget", []string{"2046 licence b=100 f=90", "2046 support b=50"}, years.Copying{}, "Alfa licence 90; Alfa support 50", ""},
		{"budget", []string{"2046 licence b=100 f=90"}, years.Copying{What: years.Budget}, "Alfa licence 100", ""},
		{"only forecasts", []string{"2046 licence b=100 f=90", "2046 support b=50"}, years.Copying{What: years.Forecast}, "Alfa licence 90", ""},
		{"utfall", []string{"2046 licence b=100", "2046/1 licence a=7", "2046/2 licence a=8"}, years.Copying{What: years.Actual}, "Alfa/1 licence 7; Alfa/2 licence 8", ""},
		{"the months and not the year", []string{"2046 licence b=100", "2046/1 licence b=30"}, years.Copying{}, "Alfa/1 licence 30", ""},
		{"with an index", []string{"2046 licence b=1000"}, years.Copying{Index: 350, Round: 100}, "Alfa licence 1000", ""},
		{"in whole hundreds", []string{"2046 licence b=10000"}, years.Copying{Index: 350, Round: 100}, "Alfa licence 10400", ""},
		{"one sort", []string{"2046 licence b=100", "2046 support b=50"}, years.Copying{Sort: economy.SortSupport}, "Alfa support 50", ""},
		{"one type", []string{"2046 licence b=100", "2046 inv b=50"}, years.Copying{Type: economy.Investment}, "Alfa 50", ""},
		{"where there is one", []string{"2046 licence b=100", "2047 licence b=1"}, years.Copying{}, "Alfa licence 1", "har redan en budget 2047, 1 kr"},
		{"on another row", []string{"2046 licence b=100", "2047 b=1"}, years.Copying{}, "Alfa 1", "har redan en budget 2047, 1 kr"},
		{"that gives way", []string{"2046 licence b=100", "2047 b=1", "2047 licence b=2"}, years.Copying{Over: true}, "Alfa licence 100", ""},
		{"a forecast is there", []string{"2046 licence b=100", "2047 licence f=3"}, years.Copying{}, "Alfa licence 100", ""},
		{"of a type each", []string{"2046 licence b=100", "2047 inv b=1"}, years.Copying{}, "Alfa 1; Alfa licence 100", ""},
		{"two alike", []string{"2046 licence b=100", "2046 licence b=40"}, years.Copying{}, "Alfa licence 100; Alfa licence 40", ""},
		{"an income", []string{"2046 grant b=100"}, years.Copying{Index: 1000}, "Alfa grant -110", ""},
		{"nothing", []string{"2045 licence b=100"}, years.Copying{}, "", ""},
	} {
		p := apptest.Open(t)
		one := apptest.Add(t, p, system.Kind, system.Name, "Alfa")
		for _, s := range c.rows {
			cost(t, p, one.ID, s)
		}
		c.o.From, c.o.To = 2046, 2047
		out, _, err := copied(p, c.o)
		if err != nil {
			t.Fatal(c.name, err)
		}
		if got := budgets(p, 2047); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		why := ""
		for _, l := range out.Left {
			why = l.Why
		}
		if why != c.left {
			t.Errorf("%s: left %q", c.name, why)
		}
		if _, e, err := copied(p, c.o); err != nil || len(e.Changes) > 0 {
			t.Errorf("%s again: %d changes, %v", c.name, len(e.Changes), err)
		}
	}
}

func TestWhatHasEndedIsLeft(t *testing.T) {
	p := apptest.Open(t)
	day := func(s string) date.Date {
		span, err := date.Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		return span.To
	}
	for _, c := range []struct {
		r    *field.Record
		want string
	}{
		{apptest.Add(t, p, system.Kind, system.Name, "Ett"), ""},
		{apptest.Add(t, p, system.Kind, system.Name, "Två", system.Lifecycle, system.OutOfUse), "avvecklat"},
		{apptest.Add(t, p, system.Kind, system.Name, "Tre", system.RetireYear, int64(2031)), "avvecklas 2031"},
		{apptest.Add(t, p, system.Kind, system.Name, "Fyra", system.RetireYear, int64(2032)), ""},
		{apptest.Add(t, p, agreement.Kind, agreement.Name, "Fem", agreement.End, day("2031-12-31")), "avtalet slut 2031-12-31"},
		{apptest.Add(t, p, agreement.Kind, agreement.Name, "Sex", agreement.End, day("2032-01-31")), ""},
		{apptest.Add(t, p, agreement.Kind, agreement.Name, "Sju", agreement.End, day("2031-12-31"), agreement.RenewalMonths, int64(12)), ""},
		{apptest.Add(t, p, agreement.Kind, agreement.Name, "Åtta"), ""},
	} {
		if got := economy.Ended(p, c.r, 2032); got != c.want {
			t.Errorf("%s: %q", c.r.Name(), got)
		}
		cost(t, p, c.r.ID, "2031 b=10")
	}
	out, _, err := copied(p, years.Copying{From: 2031, To: 2032})
	if err != nil || len(out.Left) != 3 || out.Is != money.FromKronor(50) {
		t.Errorf("%+v %v", out, err)
	}
	for _, bad := range []years.Copying{{}, {From: 2046, To: 2046}, {From: 2046, To: 2099}, {From: 2046, To: 2047, Index: -200_00}} {
		if _, _, err := copied(p, bad); fault.CodeOf(err) != fault.Invalid {
			t.Errorf("%+v: %v", bad, err)
		}
	}
}

// TestAnIncomeBookedAboveZeroIsLeft: it would be a budget below, and the sum another than is said.
func TestAnIncomeBookedAboveZeroIsLeft(t *testing.T) {
	p := apptest.Open(t)
	book := apptest.Add(t, p, ledger.Kind, ledger.Name, "Ekvalla 2046")
	one := apptest.Add(t, p, system.Kind, system.Name, "Alfa")
	for m, v := range map[string]int64{"3": -100, "4": 20} {
		apptest.Add(t, p, economy.CostKind, economy.CostOwner, one.ID, economy.CostType, economy.Operations, economy.CostYear, int64(2046), economy.CostMonth, m, economy.CostSort, economy.SortGrant,
			economy.CostLedger, book.ID, economy.CostBooked, money.FromKronor(v), economy.CostActual, money.FromKronor(v))
	}
	out, _, err := copied(p, years.Copying{From: 2046, To: 2047, What: years.Actual})
	if err != nil || len(out.Done) > 0 || len(out.Left) != 1 || !strings.Contains(out.Left[0].Why, "bokförd med plus") || out.Left[0].Was != money.FromKronor(-80) || budgets(p, 2047) != "" {
		t.Errorf("%+v %q: %v", out, budgets(p, 2047), err)
	}
}

// TestACopyIsTheSumOfItsRows makes random rows and copies them: what is copied is what they come to,
// the same again changes nothing, and undo gives back what was.
func TestACopyIsTheSumOfItsRows(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 5))
	sorts := []string{"licence", "support", "grant", ""}
	for round := range 10 {
		p := apptest.Open(t)
		for i := range 4 {
			one := apptest.Add(t, p, system.Kind, system.Name, fmt.Sprint("System ", i))
			for range rng.IntN(8) {
				s := fmt.Sprint(2046 + rng.IntN(2))
				if rng.IntN(3) == 0 {
					s += fmt.Sprint("/", 1+rng.IntN(3))
				}
				s += " " + sorts[rng.IntN(4)]
				for _, a := range []string{" b=", " f=", " a="} {
					if rng.IntN(2) == 0 {
						s += a + fmt.Sprint(rng.IntN(5000))
					}
				}
				cost(t, p, one.ID, s)
			}
		}
		before := budgets(p, 2047)
		o := years.Copying{From: 2046, To: 2047, Over: true}
		out, e, err := copied(p, o)
		if err != nil {
			t.Fatal(err)
		}
		var want, is money.Ore
		for _, s := range p.All(system.Kind) {
			if v, ok := economy.SumExpected(p, s.ID, 2046, ""); ok {
				want += v
				b, _ := economy.Sum(p, s.ID, 2047, "", economy.CostBudget)
				is += b
			}
		}
		if out.Was+out.SameIs != want || out.Is+out.SameIs != want || is != want {
			t.Errorf("round %d: %s of 2046, %s said, %s copied, %s there", round, want.Exact(), out.Was.Exact(), out.Is.Exact(), is.Exact())
		}
		if _, again, err := copied(p, o); err != nil || len(again.Changes) > 0 {
			t.Errorf("round %d again: %d changes, %v", round, len(again.Changes), err)
		}
		if len(e.Changes) > 0 {
			if _, err := p.Undo(context.Background()); err != nil || budgets(p, 2047) != before {
				t.Errorf("round %d: undone it isn't as it was: %v", round, err)
			}
		}
	}
}
