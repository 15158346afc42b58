package chart_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/draw"
)

// measure is about as wide as the product's typeface.
func measure(s string, size float64, bold bool) float64 {
	k := 0.5
	if bold {
		k = 0.53
	}
	return float64(len([]rune(s))) * size * k
}

type drawn struct {
	name string
	make func(w float64) draw.Drawing
	hits int
	rows int // of the table, with its heading; 0 for nothing to show
}

func cases() []drawn {
	st := chart.Paper()
	group := func(g chart.Grouped) func(w float64) draw.Drawing {
		return func(w float64) draw.Drawing { return chart.GroupedBars(g, w, 160, st, measure) }
	}
	bub := func(n int) func(w float64) draw.Drawing {
		return func(w float64) draw.Drawing { return chart.Bubbles(bubbles(n), w, 170, st, measure) }
	}
	prog := func(d chart.Progressed) func(w float64) draw.Drawing {
		return func(w float64) draw.Drawing { return chart.Progress(d, w, st, measure) }
	}
	rank := func(d chart.Ranked) func(w float64) draw.Drawing {
		return func(w float64) draw.Drawing { return chart.HorizontalBars(d, w, st, measure) }
	}
	around := func(n int) func(w float64) draw.Drawing {
		return func(w float64) draw.Drawing { return chart.Around(neighbourhood(n), w, 300, st, measure) }
	}
	timed := func(d chart.GanttData) func(w float64) draw.Drawing {
		return func(w float64) draw.Drawing { return chart.Gantt(d, w, st, measure) }
	}
	risky := func(d chart.RiskData) func(w float64) draw.Drawing {
		return func(w float64) draw.Drawing { return chart.RiskMatrix(d, w, st, measure) }
	}
	stacked := func(d chart.Stacked) func(w float64) draw.Drawing {
		return func(w float64) draw.Drawing { return chart.StackedBars(d, w, st, measure) }
	}
	columns := func(d chart.Stacked) func(w float64) draw.Drawing {
		return func(w float64) draw.Drawing { return chart.StackedColumns(d, w, 180, st, measure) }
	}
	falls := func(d chart.Steps) func(w float64) draw.Drawing {
		return func(w float64) draw.Drawing { return chart.Waterfall(d, w, st, measure) }
	}
	frames := func(d chart.Frames) func(w float64) draw.Drawing {
		return func(w float64) draw.Drawing { return chart.FrameBars(d, w, st, measure) }
	}
	pins := func(d chart.Variances) func(w float64) draw.Drawing {
		return func(w float64) draw.Drawing { return chart.Lollipops(d, w, st, measure) }
	}
	four := func(d chart.QuadrantData) func(w float64) draw.Drawing {
		return func(w float64) draw.Drawing { return chart.Quadrants(d, w, 220, st, measure) }
	}
	spark := func(d chart.Spark) func(w float64) draw.Drawing {
		return func(w float64) draw.Drawing { return chart.Sparkline(d, w, 12, st, measure) }
	}
	small := func(d chart.Small) func(w float64) draw.Drawing {
		return func(w float64) draw.Drawing { return chart.SmallBar(d, w, 12, st, measure) }
	}
	page := func(n int) func(w float64) draw.Drawing {
		return func(w float64) draw.Drawing {
			all := chart.GanttPages(ganttOf(80), w, 300, 500, st, measure)
			return all[min(n, len(all)-1)]
		}
	}
	odd := grouped(3, 1)
	odd.Series[0].Values = []float64{math.NaN(), math.Inf(1), -40}
	odd.Series[1].Values = nil
	return []drawn{
		{"bars none", group(grouped(0, 1)), 0, 0},
		{"bars one", group(grouped(1, 1200)), 1, 2},
		{"bars ten", group(grouped(10, 1200)), 10, 11},
		{"bars sixty", group(grouped(60, 3)), 60, 61},
		{"bars huge", group(grouped(5, 999_999_999)), 5, 6},
		{"bars tiny", group(grouped(4, 0.003)), 4, 5},
		{"bars zero", group(grouped(4, 0)), 4, 5},
		{"bars negative", group(grouped(4, -350)), 4, 5},
		{"bars odd", group(odd), 3, 4},
		{"bubbles none", bub(0), 0, 0},
		{"bubbles one", bub(1), 1, 2},
		{"bubbles eight", bub(8), 8, 9},
		{"bubbles eighty", bub(80), 80, 81},
		{"progress none", prog(limits(0, 1)), 0, 0},
		{"progress one", prog(limits(1, 0)), 1, 2},
		{"progress five", prog(limits(5, 400_000)), 5, 6},
		{"progress huge", prog(limits(5, 999_999_999)), 5, 6},
		{"around none", around(0), 1, 0},
		{"around few", around(1), 5, 5},
		{"around many", around(7), 33, 29},
		{"gantt none", timed(ganttOf(0)), 0, 0},
		{"gantt one", timed(ganttOf(1)), 1, 2},
		{"gantt seven", timed(ganttOf(7)), 7, 8},
		{"gantt many", timed(ganttOf(200)), 200, 201},
		{"risks none", risky(risksOf(0)), 0, 0},
		{"risks one", risky(risksOf(1)), 27, 2},
		{"risks seven", risky(risksOf(7)), 25 + 7 + 6, 8},
		{"forms", group(formed(6, 900)), 6, 7},
		{"forms of months", group(formed(12, 40_000)), 12, 13},
		{"forms of eighty", group(formed(80, -700)), 80, 81},
		{"stacked none", stacked(stackedOf(0, 3, 1)), 0, 0},
		{"stacked one", stacked(stackedOf(1, 3, 1)), 1, 2},
		{"stacked three", stacked(stackedOf(3, 2, 999_999_999)), 3, 4},
		{"stacked fifteen", stacked(stackedOf(15, 14, 1200)), 15, 16},
		{"stacked eighty", stacked(stackedOf(80, 3, -300)), 80, 81},
		{"stacked zero", stacked(stackedOf(3, 3, 0)), 3, 4},
		{"columns none", columns(stackedOf(0, 3, 1)), 0, 0},
		{"columns one", columns(stackedOf(1, 1, 5)), 1, 2},
		{"columns three", columns(stackedOf(3, 3, 999_999_999)), 3, 4},
		{"columns fifteen", columns(stackedOf(15, 9, 1200)), 15, 16},
		{"columns eighty", columns(stackedOf(80, 3, -300)), 80, 81},
		{"columns zero", columns(stackedOf(3, 3, 0)), 3, 4},
		{"waterfall none", falls(chart.Steps{Title: "T"}), 0, 0},
		{"waterfall one", falls(stepsOf(1, 10)), 3, 4},
		{"waterfall small changes", falls(stepsOf(3, 999_999_999)), 5, 6},
		{"waterfall fifteen", falls(stepsOf(15, 700)), 17, 18},
		{"waterfall eighty", falls(stepsOf(80, 0)), 82, 83},
		{"frames none", frames(framesOf(0, 1)), 0, 0},
		{"frames one", frames(framesOf(1, 0)), 1, 2},
		{"frames three", frames(framesOf(3, 999_999_999)), 3, 4},
		{"frames fifteen", frames(framesOf(15, 700)), 15, 16},
		{"frames eighty", frames(framesOf(80, -5)), 80, 81},
		{"pins none", pins(variancesOf(0, 1)), 0, 0},
		{"pins one", pins(variancesOf(1, 0)), 1, 2},
		{"pins three", pins(variancesOf(3, 999_999_999)), 3, 4},
		{"pins fifteen", pins(variancesOf(15, 700)), 15, 16},
		{"pins eighty", pins(variancesOf(80, 0.5)), 80, 81},
		{"four none", four(quadrantsOf(0)), 0, 0},
		{"four one", four(quadrantsOf(1)), 5, 5},
		{"four fifteen", four(quadrantsOf(15)), 4 + 15, 5},
		{"four eighty", four(quadrantsOf(300)), 16, 5},
		{"spark none", spark(chart.Spark{Title: "T", Values: []float64{math.NaN()}}), 0, 0},
		{"spark one", spark(chart.Spark{Title: "T", Values: []float64{3}}), 0, 2},
		{"spark gaps", spark(chart.Spark{Title: "T", Values: []float64{3, math.NaN(), -4, 5, 999_999_999, math.NaN(), 0}, Against: 7, Forecast: 2}), 0, 8},
		{"small none", small(chart.Small{Title: "T", Value: math.NaN()}), 0, 0},
		{"small over", small(chart.Small{Title: "T", Value: 900, High: 300, Form: chart.Forecast}), 0, 2},
		{"small under", small(chart.Small{Title: "T", Value: -900, Low: -300, High: 4}), 0, 2},
		{"gantt page 1", page(0), 8, 9},
		{"gantt page 2", page(1), 17, 18},
		{"gantt last page", page(99), 22, 23},
		{"ranked none", rank(ranked()), 0, 0},
		{"ranked one", rank(ranked(0)), 1, 2},
		{"ranked many", rank(ranked(5, 4, 3, 2, 1, -2)), 6, 7},
		{"ranked huge", rank(ranked(999_999_999_999, 1)), 2, 3},
	}
}

type area struct {
	x0, y0, x1, y1 float64
	text           string
}

func textAreas(d draw.Drawing) []area {
	var out []area
	for _, s := range d.Shapes {
		t, ok := s.(draw.Text)
		if !ok {
			continue
		}
		w := measure(t.Text, t.Size, t.Bold)
		x := t.X - w*float64(t.Align)/2
		out = append(out, area{x, t.Y - t.Size*0.72, x + w, t.Y + t.Size*0.1, t.Text})
	}
	return out
}

func TestChartsStayWithinBoundsAndNamesApart(t *testing.T) {
	for _, c := range cases() {
		for _, w := range []float64{220, 243, 511, 760} {
			d := c.make(w)
			if d.W != w || d.H < 10 {
				t.Errorf("%s: %v × %v", c.name, d.W, d.H)
			}
			tidy(t, fmt.Sprint(c.name, " at ", w), d)
		}
	}
}

// tidy fails for what is drawn outside the picture, and for text over text.
func tidy(t *testing.T, what string, d draw.Drawing) {
	t.Helper()
	within := func(part string, x0, y0, x1, y1 float64) {
		if !(x0 >= -0.6 && y0 >= -0.6 && x1 <= d.W+0.6 && y1 <= d.H+0.6) {
			t.Errorf("%s: %s outside: %.1f %.1f %.1f %.1f of %v × %.1f", what, part, x0, y0, x1, y1, d.W, d.H)
		}
	}
	for _, s := range d.Shapes {
		switch s := s.(type) {
		case draw.Rect:
			within("rectangle", s.X, s.Y, s.X+s.W, s.Y+s.H)
		case draw.Circle:
			within("circle", s.X-s.R, s.Y-s.R, s.X+s.R, s.Y+s.R)
		case draw.Line:
			within("line", math.Min(s.X1, s.X2), math.Min(s.Y1, s.Y2), math.Max(s.X1, s.X2), math.Max(s.Y1, s.Y2))
		case draw.Polygon:
			for _, p := range s.Points {
				within("polygon", p[0], p[1], p[0], p[1])
			}
		}
	}
	texts := textAreas(d)
	for i, a := range texts {
		within(a.text, a.x0, a.y0, a.x1, a.y1)
		for _, b := range texts[:i] {
			if a.x0 < b.x1-0.1 && b.x0 < a.x1-0.1 && a.y0 < b.y1-0.1 && b.y0 < a.y1-0.1 {
				t.Errorf("%s: %q lies over %q", what, a.text, b.text)
			}
		}
	}
}

func TestChartsSayWhatTheyShow(t *testing.T) {
	for _, c := range cases() {
		d := c.make(511)
		if len(d.Hits) != c.hits || len(d.Table) != c.rows {
			t.Errorf("%s: %d hits, %d rows; want %d, %d", c.name, len(d.Hits), len(d.Table), c.hits, c.rows)
		}
		if !strings.HasSuffix(d.Alt, ".") || strings.Contains(d.Alt, "NaN") || len(d.Alt) > 2500 {
			t.Errorf("%s: Alt %q", c.name, d.Alt)
		}
		if empty := strings.Contains(d.Alt, "Inget att visa än"); empty != (c.rows == 0) {
			t.Errorf("%s: Alt %q", c.name, d.Alt)
		}
		for _, r := range d.Table {
			if len(r) != len(d.Table[0]) {
				t.Errorf("%s: row %q", c.name, r)
			}
		}
	}
}

func TestANeighbourhoodShowsWhatComesLeftAndWhatGoesRight(t *testing.T) {
	for _, w := range []float64{300, 1366, 2560} {
		d := chart.Around(neighbourhood(2), w, 600, chart.Paper(), measure)
		at := map[string]draw.Hit{}
		for _, h := range d.Hits {
			at[h.Key] = h
		}
		mid := at["mitt"]
		if math.Abs(mid.X+mid.W/2-w/2) > 1 || math.Abs(mid.Y+mid.H/2-300) > 1 {
			t.Errorf("at %v the middle is at %v, %v", w, mid.X, mid.Y)
		}
		if in, out := at["0 0"], at["1 0"]; in.X+in.W >= mid.X || out.X <= mid.X+mid.W {
			t.Errorf("at %v in is at %v and out at %v of the middle at %v", w, in.X, out.X, mid.X)
		}
	}
	d := chart.Around(neighbourhood(40), 800, 400, chart.Paper(), measure)
	if d.H < 1000 {
		t.Errorf("forty in each group take %v", d.H)
	}
	for _, h := range d.Hits {
		if h.Key == "mitt" && h.Y > 400 {
			t.Error("the middle isn't seen at once")
		}
	}
}

func TestNothingIsOverALimitThatIsntKnown(t *testing.T) {
	st := chart.Paper()
	d := chart.Progress(chart.Progressed{Title: "Ramar 2027", Unit: "tkr", Bars: []chart.Limit{{Label: "Innovation", Value: 430, Unlimited: true}}}, 240, st, measure)
	if want := "Ramar 2027: Innovation 430\u00a0tkr, ingen ram."; d.Alt != want {
		t.Errorf("%q, want %q", d.Alt, want)
	}
	for _, s := range d.Shapes {
		if x, ok := s.(draw.Text); ok && x.Color == st.Bad {
			t.Errorf("%q is in red", x.Text)
		}
	}
}

func TestAltHoldsTheNumbers(t *testing.T) {
	st := chart.Paper()
	d := chart.Progress(chart.Progressed{Title: "Ramar 2027", Unit: "tkr", Bars: []chart.Limit{{Label: "Innovation", Value: 430, Limit: 400}}}, 240, st, measure)
	if want := "Ramar 2027: Innovation 430\u00a0tkr av 400\u00a0tkr (108\u00a0%), över ramen."; d.Alt != want {
		t.Errorf("%q, want %q", d.Alt, want)
	}
	red := false
	for _, s := range d.Shapes {
		if x, ok := s.(draw.Text); ok && x.Color == st.Bad {
			red = strings.HasSuffix(x.Text, "över")
		}
	}
	if !red {
		t.Error("over the limit isn't said in red")
	}
}

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		v    float64
		dec  int
		want string
	}{
		{0, 0, "0"}, {999, 0, "999"}, {1234567, 0, "1\u00a0234\u00a0567"}, {-1234.5, 1, "−1\u00a0234,5"},
		{2.50, 2, "2,5"}, {-0.001, 1, "0"}, {1e12, 0, "1\u00a0000\u00a0000\u00a0000\u00a0000"}, {math.NaN(), 0, "–"},
	} {
		if got := chart.Number(c.v, c.dec); got != c.want {
			t.Errorf("Number(%v, %d) = %q, want %q", c.v, c.dec, got, c.want)
		}
	}
}

func TestBubblesStandOnAnHonestScale(t *testing.T) {
	d := chart.BubbleData{YAxis: "nytta per år", YTop: "98 tkr", SizeName: "kostnad"}
	for i, y := range []float64{0, 0.25, 0.5, 1} {
		d.Bubbles = append(d.Bubbles, chart.Bubble{Label: fmt.Sprint("Insats ", i), X: 0.5, Y: y, Size: float64(1 + 40*i), SizeText: "9 tkr", YText: "7 tkr", Group: fmt.Sprint("Portfölj med långt namn ", i)})
	}
	at := map[float64]bool{}
	var ys []float64
	pic := chart.Bubbles(d, 243, 130+chart.BubbleLegend(d, 243, chart.Paper(), measure), chart.Paper(), measure)
	for _, s := range pic.Shapes {
		switch s := s.(type) {
		case draw.Circle:
			ys = append(ys, s.Y)
		case draw.Line:
			at[math.Round(s.Y1)] = true
		}
	}
	span := ys[3] - ys[0] // the largest circle is drawn first
	if math.Abs((ys[3]-ys[1])/span-0.5) > 0.01 || math.Abs((ys[3]-ys[2])/span-0.25) > 0.01 {
		t.Errorf("circles at %.1f", ys)
	}
	if !at[math.Round(ys[0])] || !at[math.Round(ys[3])] {
		t.Errorf("no lines at nothing and the most: %v, circles at %.1f", at, ys)
	}
	if span < 65 { // a row of it is the key's
		t.Errorf("a chart of 130 uses %.0f of its height", span)
	}
	if want := "Insats 0 medelhög risk, nytta 7 tkr, kostnad 9 tkr"; !strings.Contains(pic.Alt, want) {
		t.Errorf("Alt %q", pic.Alt)
	}
}

func TestNamesAreCutAtWords(t *testing.T) {
	d := chart.Progress(chart.Progressed{Unit: "tkr", Bars: []chart.Limit{{Label: "Tillgänglighet för alla och envar", Value: 1, Limit: 2}}}, 150, chart.Paper(), measure)
	for _, s := range d.Shapes {
		if x, ok := s.(draw.Text); ok && strings.HasSuffix(x.Text, "…") && !strings.HasPrefix(d.Table[1][0]+" ", strings.TrimSuffix(x.Text, "…")+" ") {
			t.Errorf("%q", x.Text)
		}
	}
}

// TestAnyLabel: names of any length and script neither stop the drawing nor
// leave its bounds.
func TestAnyLabel(t *testing.T) {
	for _, name := range []string{"", " ", "–––––––––", "å", strings.Repeat("å ", 4000), strings.Repeat("ö", 4000), "ord " + strings.Repeat("x", 200), "日本語 のラベル 日本語 のラベル 日本語"} {
		d := bubbles(6)
		for i := range d.Bubbles {
			d.Bubbles[i].Label = name
		}
		pic := chart.Bubbles(d, 240, 120, chart.Paper(), measure)
		for _, a := range textAreas(pic) {
			if a.x0 < -0.6 || a.x1 > 240.6 {
				t.Errorf("%.20q: %.20q from %.0f to %.0f", name, a.text, a.x0, a.x1)
			}
		}
	}
}
