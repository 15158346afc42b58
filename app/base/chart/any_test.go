package chart_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/draw"
)

// TestAnyChartOfAnything: long names, one to eighty of them, and amounts from nothing to a thousand
// millions, above and below zero, unknown and absurd, on any width and with larger letters.
func TestAnyChartOfAnything(t *testing.T) {
	rng := rand.New(rand.NewPCG(14, 3))
	amounts := []float64{0, 0.4, 7, 350, 12_345, 999_999_999}
	for range 400 {
		n := []int{1, 3, 15, 80}[rng.IntN(4)]
		most := amounts[rng.IntN(len(amounts))]
		v := func() float64 {
			switch rng.IntN(12) {
			case 0:
				return math.NaN()
			case 1:
				return 0
			case 2:
				return most * 40
			case 3:
				return math.Inf(1)
			}
			return most * (rng.Float64()*1.6 - 0.6)
		}
		st := chart.Paper()
		st.Font = []float64{0, 7.5, 11.5, 15}[rng.IntN(4)]
		least := max(220, 26*st.Font)
		w := least + rng.Float64()*500
		h := max(170, 20*st.Font)
		f, s := formed(n, most), stackedOf(n, 1+rng.IntN(9), most)
		p, fr, va, b, q := stepsOf(n, most), framesOf(n, most), variancesOf(n, most), bubbles(n), quadrantsOf(n)
		sp := chart.Spark{Values: []float64{v()}, Against: v()}
		for i := range n {
			for j := range f.Series {
				f.Series[j].Values[i] = v()
			}
			for j := range s.Parts {
				s.Bars[i].Values[j] = v()
			}
			p.Steps[i+1].Value, va.Bars[i].Value, va.Bars[i].Percent = v(), v(), v()
			fr.Bars[i].Ram, fr.Bars[i].Asked, fr.Bars[i].Allotted, fr.Bars[i].Used = v(), v(), v(), v()
			b.Bubbles[i].Label, b.Bubbles[i].Size, b.Bubbles[i].Above = longName(i), v(), rng.IntN(9) == 0
			sp.Values = append(sp.Values, v())
		}
		f.Note = []string{"", "På hela året, utan månad: budget 46,9 mnkr och prognos 46,4 mnkr."}[rng.IntN(2)]
		for name, d := range map[string]draw.Drawing{
			"forms": chart.GroupedBars(f, w, h, st, measure), "stacked": chart.StackedBars(s, w, st, measure), "columns": chart.StackedColumns(s, w, h, st, measure),
			"waterfall": chart.Waterfall(p, w, st, measure), "rams": chart.FrameBars(fr, w, st, measure), "variances": chart.Lollipops(va, w, st, measure),
			"bubbles": chart.Bubbles(b, w, h, st, measure), "four": chart.Quadrants(q, w, h*1.3, st, measure), "spark": chart.Sparkline(sp, 60, 12, st, measure),
			"small": chart.SmallBar(chart.Small{Value: v(), Low: v(), High: v()}, 60, 12, st, measure),
		} {
			tidy(t, fmt.Sprintf("%s of %d up to %v at %.0f, font %v", name, n, most, w, st.Font), d)
			if strings.Contains(d.Alt, "NaN") || strings.Contains(d.Alt, "Inf") || !strings.HasSuffix(d.Alt, ".") {
				t.Errorf("%s: %q", name, d.Alt)
			}
			if t.Failed() {
				return
			}
		}
	}
}
