package reports_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/budget"
	"itportfoljen/app/demo"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/rhythm"
	"itportfoljen/app/system"
	"itportfoljen/reports"
)

// shared is a small municipality where a cost is paid by others, and one is past its limit.
func shared(t testing.TB) *world {
	w := town(t, 3, 2)
	costs := economy.Rows(w, w.all[system.Kind][0].ID)
	for _, c := range costs {
		if economy.CostYear.Get(c) == 2027 && economy.CostType.Get(c) == economy.Operations {
			c.Put(economy.CostBudget.Field, money.FromKronor(1_000_000)).Put(economy.CostForecast.Field, money.FromKronor(1_250_400)).Put(economy.CostActual.Field, money.FromKronor(400_000)).
				Put(economy.CostComment.Field, "Fler användare än beräknat.").Put(economy.CostAccount.Field, "6421 Licenser")
			for i, share := range []int64{6000, 4000} {
				w.add(economy.PayerKind, economy.PayerOf.Field, c.ID, economy.PayerUnit.Field, w.all[org.UnitKind][i].ID, economy.PayerShare.Field, share)
			}
		}
	}
	return w
}

func TestTheBudgetReportSays(t *testing.T) {
	golden(t, "budget", build(t, shared(t), "budget", map[string]string{"budskap": "Prognosen håller."}))
}

// kronor and thousands are a row of what is budgeted, believed and spent, as the report sets it.
func kronor(a budget.Amounts, u money.Unit) string {
	var cells []string
	for _, v := range []money.Total{a.Budget, a.Forecast, a.Actual} {
		if v.Known {
			cells = append(cells, v.Even(u))
		} else {
			cells = append(cells, "–")
		}
	}
	return strings.Join(cells, " | ")
}

// TestEachBudgetTableComesToTheWhole: page 1 is what app/budget gives, and every way to part it
// ends in the same sums.
func TestEachBudgetTableComesToTheWhole(t *testing.T) {
	all := worlds(t)
	all["delad"] = shared(t)
	all["förra"] = ekvalla(t, demo.S)
	for size, w := range all {
		year, sets := 2027, map[string]string{}
		if size == "förra" {
			year, sets = 2025, map[string]string{"ar": "2025"}
		}
		whole := whole(build(t, w, "budget", sets))
		g := budget.AgainstOf(w, year)
		table := budget.Of(w, budget.Query{First: year, Last: year, Rows: []budget.Dimension{budget.By(budget.ByType)}, Closed: g == budget.ByActual})
		if len(table.Total.Rows) == 0 {
			continue
		}
		if want := "\nSumma | " + kronor(table.Total.Amounts, money.Kr) + " | "; !strings.Contains(whole, want) {
			t.Errorf("%s: no row %q", size, want)
		}
		var cells []string
		for _, l := range table.Total.Parts {
			said := []money.Total{l.Budget, l.Forecast, l.Actual}
			if !table.Total.Actual.Known {
				said = said[:2]
			}
			for _, v := range said {
				if v.Known {
					cells = append(cells, v.Even(money.Tkr))
				} else {
					cells = append(cells, "–")
				}
			}
		}
		want := "\nSumma | " + strings.Join(cells, " | ") + " | "
		if n := strings.Count(whole, want); n < 3 {
			t.Errorf("%s: %d tables come to %q", size, n, want)
		}
	}
}

func TestTheBudgetReportTellsWhoPaysAndWhoHasntExplained(t *testing.T) {
	text := whole(build(t, shared(t), "budget", nil))
	for _, want := range []string{"Att interndebitera, kr", "Summa, andras kostnader | 400\u00a0000", "Kommentar eller åtgärd saknas för 2: Kommunledningskontoret 2.", "minus är dyrare än budget"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q isn't said", want)
		}
	}
	if strings.Contains(whole(build(t, shared(t), "budget", map[string]string{"avsnitt": "konton"})), "Att interndebitera") {
		t.Error("a section that isn't ticked is there")
	}
	if !strings.Contains(whole(build(t, shared(t), "budget", map[string]string{"avsnitt": "konton", "delar": "Leverantör"})), "Delat på leverantör") {
		t.Error("a dimension that is asked for isn't there")
	}
	for key, word := range map[string]string{"delar": "färg", "jamfor": "T9 1999"} {
		if _, err := reports.Build(shared(t), "budget", reports.Options{Sets: map[string]string{key: word}}); fault.CodeOf(err) != fault.Usage {
			t.Errorf("%s=%s: %v", key, word, err)
		}
	}
}

// TestAUnitsBudgetReportSaysWhatItPaysForOthers and who pays for it, and neither where nobody does.
func TestAUnitsBudgetReportSaysWhatItPaysForOthers(t *testing.T) {
	w := shared(t)
	for unit, want := range map[string][]string{
		"Barn- och utbildningsförvaltningen": {"Ingen annan betalar enhetens kostnader.", "Andras kostnader som enheten betalar\nKostnad för | Att betala, kr\nKommunledningskontoret | 400\u00a0000\nSumma, andras kostnader | 400\u00a0000"},
		"Kommunledningskontoret":             {"Interndebitering\nBetalare | Betalar kostnader för | Att interndebitera, kr\nBarn- och utbildningsförvaltningen | Kommunledningskontoret | 400\u00a0000"},
		"Samhällsbyggnadsförvaltningen":      {"Ingen annan betalar enhetens kostnader, och enheten betalar ingen annans"},
	} {
		text := whole(build(t, w, "budget", map[string]string{"enhet": unit}))
		for _, s := range want {
			if !strings.Contains(text, s) {
				t.Errorf("%s: %q isn't said:\n%s", unit, s, text)
			}
		}
	}
}

// TestAnEnhetPaysForItsOwnForvaltning: what it pays of the costs of a unit above it is others' too.
func TestAnEnhetPaysForItsOwnForvaltning(t *testing.T) {
	w := town(t, 3, 2)
	above, enhet := w.all[org.UnitKind][1], w.all[org.UnitKind][2]
	for _, unit := range []*field.Record{above, enhet} {
		s := w.add(system.Kind, system.Name.Field, "Hos "+unit.Name(), system.OwnerUnit.Field, unit.ID)
		c := w.add(economy.CostKind, economy.CostOwner.Field, s, economy.CostYear.Field, int64(2027), economy.CostType.Field, economy.Operations, economy.CostBudget.Field, money.FromKronor(300_000))
		w.add(economy.PayerKind, economy.PayerOf.Field, c, economy.PayerUnit.Field, enhet.ID, economy.PayerShare.Field, int64(10000))
	}
	text := whole(build(t, w, "budget", map[string]string{"enhet": enhet.Name()}))
	if want := "Kostnad för | Att betala, kr\n" + above.Name() + " | 300\u00a0000\nSumma"; !strings.Contains(text, want) {
		t.Errorf("no %q:\n%s", want, text)
	}
}

// TestTheYearsAheadBeginWithThisYear in the report of a year that has ended, whose cost was neither
// its budget nor its prognos.
func TestTheYearsAheadBeginWithThisYear(t *testing.T) {
	w := ekvalla(t, demo.S)
	for _, year := range []int{2025, 2026, 2027} {
		text := whole(build(t, w, "budget", map[string]string{"ar": fmt.Sprint(year), "avsnitt": "åren framöver"}))
		first := max(year, w.today.Year())
		if want := fmt.Sprintf("Åren framöver, %d–%d\n", first, first+4); !strings.Contains(text, want) {
			t.Errorf("%d: no %q", year, want)
		}
	}
}

// TestTheBudgetReportComparesWithALockedState counted forth out of the journal, also for a unit.
func TestTheBudgetReportComparesWithALockedState(t *testing.T) {
	p := apptest.Open(t)
	sys := p.All(system.Kind)[0]
	lock := rhythm.Freezing{Year: 2027, Milestone: "T1", By: "Controllern", Entry: p.Mark().Entry}
	do := func(work func(tx *field.Tx) (string, error)) {
		t.Helper()
		if _, err := p.Do(context.Background(), work); err != nil {
			t.Fatal(err)
		}
	}
	do(func(tx *field.Tx) (string, error) { _, err := rhythm.Freeze(tx, lock); return "Läget låst", err })
	was := rhythm.SumsOf(p, 2027).Forecast
	apptest.Add(t, p, economy.CostKind, economy.CostOwner, sys.ID, economy.CostYear, int64(2027), economy.CostType, economy.Operations, economy.CostBudget, money.FromKronor(77_000))
	is := rhythm.SumsOf(p, 2027).Forecast
	unit := p.Label(org.Level(p, system.OwnerUnit.Get(sys)))
	for _, sets := range []map[string]string{{"jamfor": "senaste"}, {"jamfor": "t1 2027", "enhet": unit}} {
		text := whole(build(t, p, "budget", sets))
		for _, want := range []string{"Jämfört med T1 2027", "summan stämmer", "+77\u00a0000"} {
			if !strings.Contains(text, want) {
				t.Errorf("%v: %q isn't said", sets, want)
			}
		}
		if want := was.Even(money.Tkr) + " | " + is.Even(money.Tkr) + " | +77"; sets["enhet"] == "" && !strings.Contains(text, want) {
			t.Errorf("no %q:\n%s", want, text)
		}
	}
}

var _ reports.World = (*app.Portfolio)(nil)
