package chart_test

import (
	"strings"
	"testing"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/draw"
)

// TestAWaterfallNeverClosesAGapInSilence: what the steps don't come to is a step of its own.
func TestAWaterfallNeverClosesAGapInSilence(t *testing.T) {
	st := chart.Paper()
	d := chart.Waterfall(chart.Steps{Unit: "tkr", Up: "dyrare", Down: "billigare", Steps: []chart.Step{
		{Label: "Budget", Value: 100, Level: true}, {Label: "Licenser", Value: 30}, {Label: "Drift", Value: -10}, {Label: "Prognos", Value: 135, Level: true}}}, 500, st, measure)
	var got []string
	for _, r := range d.Table[1:] {
		got = append(got, strings.Join(r, " | "))
	}
	want := "Budget | – | 100 tkr\nLicenser | 30 tkr dyrare | 130 tkr\nDrift | 10 tkr billigare | 120 tkr\nÖvrigt, inte uppdelat | 15 tkr dyrare | 135 tkr\nPrognos | – | 135 tkr"
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
	colors := map[bool]int{}
	for _, s := range d.Shapes {
		if r, ok := s.(draw.Rect); ok && (r.Fill == st.Good || r.Fill == st.Bad) {
			colors[r.Fill == st.Good]++
		}
	}
	if colors[true] != 1 || colors[false] != 2 {
		t.Errorf("%d are better and %d worse", colors[true], colors[false])
	}
}

// TestAScaleThatDoesntBeginAtZeroIsSaid in the picture and in words; one that does isn't.
func TestAScaleThatDoesntBeginAtZeroIsSaid(t *testing.T) {
	for change, cut := range map[float64]bool{2: true, 60: false} {
		d := chart.Waterfall(chart.Steps{Unit: "tkr", Steps: []chart.Step{{Label: "Budget", Value: 100, Level: true}, {Label: "Drift", Value: change}, {Label: "Prognos", Value: 100 + change, Level: true}}}, 400, chart.Paper(), measure)
		drawn := false
		for _, s := range d.Shapes {
			x, ok := s.(draw.Text)
			drawn = drawn || ok && strings.Contains(x.Text, "Skalan börjar vid")
		}
		if drawn != cut || strings.Contains(d.Alt, "Skalan börjar vid") != cut {
			t.Errorf("of a change by %v: drawn %v, Alt %q", change, drawn, d.Alt)
		}
	}
}

// TestOverARamLooksOver: its bars go past the line that a full one ends at, and never short of it.
func TestOverARamLooksOver(t *testing.T) {
	st := chart.Paper()
	for _, c := range []struct {
		allotted, used float64
		share          string
	}{{40, 0, "40 %"}, {100, 0, "100 %"}, {100.4, 0, "101 %"}, {90, 180, "180 %"}, {99.9, 0, "99 %"}, {9000, 0, "9 000 %"}} {
		d := chart.FrameBars(chart.Frames{Unit: "tkr", Bars: []chart.Framed{{Label: "Ram", Ram: 100, Allotted: c.allotted, Used: c.used}}}, 400, st, measure)
		most, line := 0.0, 0.0
		for _, s := range d.Shapes {
			if r, ok := s.(draw.Rect); ok && r.Y > 20 {
				switch {
				case r.W == 2 && r.Fill == st.Ink:
					line = r.X + 1
				case r.Stroke.A > 0:
					most = max(most, r.X+r.W)
				}
			}
		}
		over := max(c.allotted, c.used) > 100
		if got := d.Table[1][6]; got != c.share || (most > line+0.3) != over || strings.Contains(d.Alt, "över ramen") != over {
			t.Errorf("%v: %s, drawn to %.1f of %.1f, %q", c, got, most, line, d.Alt)
		}
	}
}

// TestOneThatIsMuchLargerDoesntCrushTheRest: the others are seen, and it is said to end in an arrow.
func TestOneThatIsMuchLargerDoesntCrushTheRest(t *testing.T) {
	st := chart.Paper()
	d := chart.Lollipops(chart.Variances{Unit: "tkr", Bars: []chart.Variance{{Label: "Stor", Value: -90_000, Percent: -3}, {Label: "Liten", Value: 40, Percent: 4}, {Label: "Mindre", Value: -20, Percent: -2}}}, 500, st, measure)
	if !strings.HasSuffix(d.Alt, "Stor är större än skalan, och slutar i en pil.") {
		t.Errorf("Alt %q", d.Alt)
	}
	var wide []float64
	for _, s := range d.Shapes {
		if r, ok := s.(draw.Rect); ok && r.H > 7 {
			wide = append(wide, r.W)
		}
	}
	if len(wide) != 3 || wide[1] < 20 || wide[2] < 10 {
		t.Errorf("bars are %.1f wide", wide)
	}
}

// TestAStackIsWhatItsPartsComeTo: each part as long as its amount, also when there are more than colours.
func TestAStackIsWhatItsPartsComeTo(t *testing.T) {
	data := chart.Stacked{Unit: "tkr", Parts: names(14, "Del"), Bars: []chart.StackedBar{{Label: "A"}, {Label: "B"}}}
	for i := range 14 {
		data.Bars[0].Values = append(data.Bars[0].Values, float64(i+1))
		data.Bars[1].Values = append(data.Bars[1].Values, 2*float64(i+1))
	}
	d := chart.StackedBars(data, 500, chart.Paper(), measure)
	if got := d.Table[1][15]; got != "105 tkr" || len(d.Table[0]) != 16 {
		t.Errorf("the sum is %s, of %d columns", got, len(d.Table[0]))
	}
	long := map[float64]float64{}
	for _, s := range d.Shapes {
		if r, ok := s.(draw.Rect); ok && r.H > 8.5 {
			long[r.Y] += r.W
		}
	}
	var sums []float64
	for _, v := range long {
		sums = append(sums, v)
	}
	if len(sums) != 2 || max(sums[0], sums[1])/min(sums[0], sums[1])-2 > 0.001 {
		t.Errorf("bars are %.1f long", sums)
	}
	key := false
	for _, s := range d.Shapes {
		x, ok := s.(draw.Text)
		key = key || ok && x.Text == "Övriga (9)"
	}
	if !key {
		t.Error("the parts that there are no colours for aren't in the key")
	}
}

// A change that is less than what is shown is neither dearer nor cheaper.
func TestAChangeThatDoesntShowHasNoWord(t *testing.T) {
	for _, v := range []float64{-0.3, 0.3} {
		d := chart.Waterfall(chart.Steps{Unit: "tkr", Up: "dyrare", Down: "billigare", Steps: []chart.Step{{Label: "Budget", Value: 1000, Level: true}, {Label: "Drift", Value: v}, {Label: "Skola", Value: 40},
			{Label: "Prognos", Value: 1040 + v, Level: true}}}, 400, chart.Paper(), measure)
		if strings.Contains(d.Alt, "billigare") || strings.Count(d.Alt, "dyrare") != 1 {
			t.Errorf("%v: %s", v, d.Alt)
		}
	}
}

// TestOneUnitDoesntFlattenTheRest: where a category is many times all others, the scale is theirs,
// its bars are broken, and what they come to is said in the picture and in words.
func TestOneUnitDoesntFlattenTheRest(t *testing.T) {
	for largest, broken := range map[float64]bool{200: true, 30: false} {
		d := chart.GroupedBars(chart.Grouped{Unit: "mnkr", Categories: []string{"Vård", "Skola", "Bygg"}, Keys: []string{"v", "s", "b"},
			Series: []chart.Series{{Name: "2026", Values: []float64{largest / 2, 8, 4}}, {Name: "2027", Values: []float64{largest, 9, 5}}}}, 500, 260, chart.Paper(), measure)
		tallest, cuts, said := 0.0, 0, false
		for _, s := range d.Shapes {
			switch s := s.(type) {
			case draw.Rect:
				if s.X > 160 {
					tallest = max(tallest, s.H)
				}
			case draw.Polygon:
				cuts++
			case draw.Text:
				said = said || strings.Contains(s.Text, "Vård går över skalan: 200")
			}
		}
		if (tallest > 80) != broken || (cuts == 2) != broken || said != broken || strings.Contains(d.Alt, "över skalan") != broken {
			t.Errorf("%v: the tallest of the rest is %.0f, %d cuts, said %v: %s", largest, tallest, cuts, said, d.Alt)
		}
		if want := "Skola: 2026 8, 2027 9\u00a0mnkr"; d.Hits[1].Tip != want {
			t.Errorf("%q, want %q", d.Hits[1].Tip, want)
		}
	}
}
