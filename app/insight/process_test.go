package insight_test

import (
	"fmt"
	"math"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/money"
	"itportfoljen/app/budget"
	"itportfoljen/app/demo"
	"itportfoljen/app/field"
	"itportfoljen/app/frame"
	"itportfoljen/app/insight"
	"itportfoljen/app/rhythm"
	"itportfoljen/app/system"
)

// example is a municipality with all that charts show.
func example(t *testing.T) *app.Portfolio {
	t.Helper()
	p := apptest.Empty(t)
	if _, err := p.CreateAll(t.Context(), "Exempel", demo.Generate(demo.S, 1, p.Today(), p.Model(), p.NewID)); err != nil {
		t.Fatal(err)
	}
	return p
}

// same compares what a chart adds up to with the amount itself, in tkr.
func same(t *testing.T, what string, got float64, want money.Total) {
	t.Helper()
	if math.Abs(got-float64(want.Ore)/1e5) > 1e-6 {
		t.Errorf("%s: the chart comes to %v tkr, the table to %s", what, got, want.Exact())
	}
}

func add(vs []float64) (sum float64) {
	for _, v := range vs {
		if !math.IsNaN(v) {
			sum += v
		}
	}
	return sum
}

// TestChartsComeToWhatTheTableDoes: each of a year's budget, prognos and utfall, however many bars.
func TestChartsComeToWhatTheTableDoes(t *testing.T) {
	p := example(t)
	for _, year := range []int{2025, 2026, 2027} {
		for _, by := range []string{budget.ByUnit, budget.ByOwner, budget.ByAccount} {
			tab := budget.Of(p, budget.Query{First: year, Last: year, Rows: []budget.Dimension{budget.By(by)}})
			all := []money.Total{tab.Total.Budget, tab.Total.Forecast, tab.Total.Actual}
			for _, n := range []int{3, 8, 500} {
				what := fmt.Sprint(year, " ", by, " ", n)
				forms := insight.FormsChart(tab, "T", n)
				if len(forms.Categories) > n {
					t.Errorf("%s: %d bars", what, len(forms.Categories))
				}
				for i, s := range forms.Series {
					same(t, what+" "+s.Name, add(s.Values), all[i])
				}
				steps := insight.BudgetToForecast(tab, "T", n)
				at := 0.0
				for i, s := range steps.Steps {
					if s.Level && i > 0 {
						same(t, what+" waterfall", at, tab.Total.Forecast)
					}
					if at += s.Value; s.Level {
						at = s.Value
					}
				}
				sum := 0.0
				for _, v := range insight.VarianceChart(tab, budget.ByForecast, "T", n).Bars {
					sum += v.Value
				}
				same(t, what+" variance", sum, tab.Total.Variance(budget.ByForecast))
			}
		}
	}
}

// TestMonthsComeToTheYear with what stands on the whole of it, which is told and not spread.
func TestMonthsComeToTheYear(t *testing.T) {
	p := example(t)
	for _, year := range []int{2025, 2026, 2027} {
		data := insight.MonthChart(p, year, "")
		tab := budget.Of(p, budget.Query{First: year, Last: year, Columns: budget.By(budget.ByMonth)})
		var whole budget.Amounts
		for i, c := range tab.Columns {
			if c.Key == "" {
				whole = tab.Total.Cells[i]
			}
		}
		drawn := map[chart.Form]float64{}
		for _, s := range data.Series {
			drawn[s.Form] = add(s.Values)
		}
		for i, f := range []chart.Form{chart.Budget, chart.Forecast, chart.Actual} {
			all, on := []money.Total{tab.Total.Budget, tab.Total.Forecast, tab.Total.Actual}[i], []money.Total{whole.Budget, whole.Forecast, whole.Actual}[i]
			same(t, fmt.Sprint(year, " ", f), drawn[f], money.Total{Ore: all.Ore - on.Ore})
		}
		if (whole.Budget.Known || whole.Forecast.Known || whole.Actual.Known) != (data.Note != "") {
			t.Errorf("%d: %+v on the whole year, note %q", year, whole, data.Note)
		}
	}
}

// TestAChangeBetweenTwoStatesTies: the steps lead from the one to the other.
func TestAChangeBetweenTwoStatesTies(t *testing.T) {
	p := example(t)
	c := rhythm.Compare(rhythm.Side{Name: "2026", World: p, Year: 2026}, rhythm.Side{Name: "2027", World: p, Year: 2027}, budget.By(budget.ByUnit))
	for _, of := range []insight.Amount{insight.BudgetAmount, insight.ForecastAmount, insight.ActualAmount} {
		d := insight.ChangeChart(c, of, 4)
		at := 0.0
		for i, s := range d.Steps {
			if i == len(d.Steps)-1 {
				if math.Abs(at-s.Value) > 1e-6 {
					t.Errorf("%s: the steps come to %v, the level is %v", d.Title, at, s.Value)
				}
				same(t, d.Title, s.Value, c.Total.Changes()[of].B)
			}
			at += s.Value
		}
		if len(d.Steps) > 6 {
			t.Errorf("%s has %d steps", d.Title, len(d.Steps))
		}
	}
}

// TestRamsAndSystemsInChartsAreThoseOfTheRegister.
func TestRamsAndSystemsInChartsAreThoseOfTheRegister(t *testing.T) {
	p := example(t)
	lines := frame.Use(p, 2027)
	var sum [3]float64
	var want frame.Amounts
	for i, b := range insight.RamChart(lines, 2027).Bars {
		sum[0], sum[1], sum[2] = sum[0]+b.Asked, sum[1]+b.Allotted, sum[2]+b.Used
		want.Asked, want.Allotted, want.Used = want.Asked+lines[i].Asked, want.Allotted+lines[i].Allotted, want.Used+lines[i].Used
		if b.None == lines[i].Ram.Known {
			t.Errorf("%s has a ram: %v", b.Label, b.None)
		}
	}
	for i, v := range []money.Ore{want.Asked, want.Allotted, want.Used} {
		same(t, "rams", sum[i], money.Total{Ore: v})
	}
	quadrants, n := insight.TimeChart(p), 0
	for _, q := range quadrants.Cell {
		n += len(q.In)
	}
	if in := insight.FiguresOf(p).InService; n+quadrants.Untold != in || n == 0 {
		t.Errorf("%d systems placed and %d not, of %d", n, quadrants.Untold, in)
	}
	years, _ := system.YearsAhead(p, 2026, 2030)
	for i, b := range insight.LifecycleChart(p, 2026, 2030).Bars {
		if y := years[i]; add(b.Values) != float64(y.InUse+y.Unsupported+y.Leaving+y.Coming) {
			t.Errorf("%+v is drawn as %v", y, b.Values)
		}
	}
}

// TestNothingSaidIsNothingToShow: an empty portfolio's charts say so, and none is made up of zeros.
func TestNothingSaidIsNothingToShow(t *testing.T) {
	p := apptest.Empty(t)
	st := chart.Paper()
	tab := budget.Of(p, budget.Query{First: 2027, Last: 2027, Rows: []budget.Dimension{budget.By(budget.ByUnit)}})
	for name, alt := range map[string]string{
		"forms":     chart.GroupedBars(insight.FormsChart(tab, "T", 5), 300, 150, st, nil).Alt,
		"months":    chart.GroupedBars(insight.MonthChart(p, 2027, field.ID("")), 300, 150, st, nil).Alt,
		"waterfall": chart.Waterfall(insight.BudgetToForecast(tab, "T", 5), 300, st, nil).Alt,
		"variance":  chart.Lollipops(insight.VarianceChart(tab, budget.ByForecast, "T", 5), 300, st, nil).Alt,
		"rams":      chart.FrameBars(insight.RamChart(nil, 2027), 300, st, nil).Alt,
		"time":      chart.Quadrants(insight.TimeChart(p), 300, 200, st, nil).Alt,
		"trend":     chart.Sparkline(insight.TrendChart(rhythm.Trend(p, "", 2027), money.Total{}), 50, 12, st, nil).Alt,
	} {
		if want := "Inget att visa än."; len(alt) < len(want) || alt[len(alt)-len(want):] != want {
			t.Errorf("%s: %q", name, alt)
		}
	}
}
