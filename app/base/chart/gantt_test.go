package chart_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/draw"
)

// ganttOf is so many rows in groups, with all that a row can be.
func ganttOf(n int) chart.GanttData {
	d := chart.GanttData{Title: "Insatser", Today: date.Of(2026, 11, 21)}
	for i := range n {
		if i%5 == 0 {
			d.Groups = append(d.Groups, chart.GanttGroup{Title: fmt.Sprint("Portföljen för tillgänglighet och service ", i/5)})
		}
		from := date.Of(2026, 1+i*7%30, 1+i%28)
		r := chart.GanttRow{Key: fmt.Sprint(i), Name: fmt.Sprintf("Införande av verksamhetssystem nummer %d i alla förvaltningar", i), From: from, To: from.AddMonths(1 + i%14),
			Look: chart.Look(i % 6), Phase: "Genomförande", Light: chart.Light(i % 4), Status: []string{"", "enligt plan", "tid hotad", "tid sen"}[i%4]}
		switch i % 7 {
		case 1:
			r.To = 0
		case 2:
			r.From = 0
		case 3:
			r.Done = []chart.Period{{From: r.From, To: r.From.AddMonths(1)}}
		case 4:
			r.Part = true
		case 5:
			r.From, r.To = 0, 0
		case 6:
			r.From, r.To = r.To, r.From
		}
		for j, s := range []chart.Sign{chart.SignDecision, chart.SignProcurement, chart.SignPart, chart.SignDeadline, chart.SignEnd} {
			if i%3 == 0 {
				r.Marks = append(r.Marks, chart.Milestone{On: from.AddMonths(j), Sign: s, Text: "Beslut", Open: i%2 == 0})
			}
		}
		g := &d.Groups[len(d.Groups)-1]
		g.Rows = append(g.Rows, r)
	}
	return d
}

func TestTheUnitsOfTheCalendar(t *testing.T) {
	on := date.Of
	for _, c := range []struct {
		unit              chart.Unit
		in, begin, last   date.Date
		before, afterNext date.Date // a unit before the first day, and two after
	}{
		{chart.Day, on(2028, 2, 29), on(2028, 2, 29), on(2028, 2, 29), on(2028, 2, 28), on(2028, 3, 2)},
		{chart.Week, on(2027, 1, 1), on(2026, 12, 28), on(2027, 1, 3), on(2026, 12, 21), on(2027, 1, 11)},
		{chart.Week, on(2027, 1, 4), on(2027, 1, 4), on(2027, 1, 10), on(2026, 12, 28), on(2027, 1, 18)},
		{chart.Week, on(2027, 1, 10), on(2027, 1, 4), on(2027, 1, 10), on(2026, 12, 28), on(2027, 1, 18)},
		{chart.Month, on(2028, 2, 10), on(2028, 2, 1), on(2028, 2, 29), on(2028, 1, 1), on(2028, 4, 1)},
		{chart.Month, on(2027, 2, 28), on(2027, 2, 1), on(2027, 2, 28), on(2027, 1, 1), on(2027, 4, 1)},
		{chart.Month, on(2026, 12, 31), on(2026, 12, 1), on(2026, 12, 31), on(2026, 11, 1), on(2027, 2, 1)},
		{chart.Quarter, on(2026, 12, 31), on(2026, 10, 1), on(2026, 12, 31), on(2026, 7, 1), on(2027, 4, 1)},
		{chart.Quarter, on(2027, 1, 1), on(2027, 1, 1), on(2027, 3, 31), on(2026, 10, 1), on(2027, 7, 1)},
		{chart.Year, on(2028, 2, 29), on(2028, 1, 1), on(2028, 12, 31), on(2027, 1, 1), on(2030, 1, 1)},
	} {
		if got := c.unit.Begin(c.in); got != c.begin {
			t.Errorf("unit %d of %s begins %s, not %s", c.unit, c.in, got, c.begin)
		}
		if got := c.unit.Last(c.in); got != c.last {
			t.Errorf("unit %d of %s ends %s, not %s", c.unit, c.in, got, c.last)
		}
		if b, a := c.unit.After(c.begin, -1), c.unit.After(c.begin, 2); b != c.before || a != c.afterNext {
			t.Errorf("unit %d around %s: %s and %s", c.unit, c.in, b, a)
		}
	}
}

// TestTheScaleFollowsTheSpanAndTheWidth: what a line of time is divided in, of the days and
// the width, and what its first and last part are.
func TestTheScaleFollowsTheSpanAndTheWidth(t *testing.T) {
	on := date.Of
	for _, c := range []struct {
		name         string
		from, to     date.Date
		w            float64
		fine, coarse chart.Division
		two          bool
		first, last  string // labels of the fine
		n            int
	}{
		{"one day", on(2027, 3, 5), on(2027, 3, 5), 400, chart.Division{Unit: chart.Day, Years: 1}, chart.Division{Unit: chart.Month, Years: 1}, true, "5", "5", 1},
		{"a leap February", on(2028, 2, 1), on(2028, 2, 29), 600, chart.Division{Unit: chart.Day, Years: 1}, chart.Division{Unit: chart.Month, Years: 1}, true, "1", "29", 29},
		{"a quarter over new year", on(2026, 12, 1), on(2027, 2, 28), 500, chart.Division{Unit: chart.Week, Years: 1}, chart.Division{Unit: chart.Month, Years: 1}, true, "v.\u00a049", "v.\u00a08", 13},
		{"a year", on(2027, 1, 1), on(2027, 12, 31), 400, chart.Division{Unit: chart.Month, Years: 1}, chart.Division{Unit: chart.Year, Years: 1}, true, "jan", "dec", 12},
		{"a year in little room", on(2027, 1, 1), on(2027, 12, 31), 100, chart.Division{Unit: chart.Quarter, Years: 1}, chart.Division{Unit: chart.Year, Years: 1}, true, "Q1", "Q4", 4},
		{"three years", on(2026, 7, 1), on(2029, 6, 30), 400, chart.Division{Unit: chart.Quarter, Years: 1}, chart.Division{Unit: chart.Year, Years: 1}, true, "Q3", "Q2", 12},
		{"ten years", on(2020, 1, 1), on(2029, 12, 31), 400, chart.Division{Unit: chart.Year, Years: 1}, chart.Division{}, false, "2020", "2029", 10},
		{"ten years in much room", on(2020, 1, 1), on(2029, 12, 31), 1200, chart.Division{Unit: chart.Quarter, Years: 1}, chart.Division{Unit: chart.Year, Years: 1}, true, "Q1", "Q4", 40},
		{"a hundred years", on(1950, 1, 1), on(2049, 12, 31), 400, chart.Division{Unit: chart.Year, Years: 10}, chart.Division{}, false, "1950", "2040", 10},
		{"all time", on(1, 1, 1), on(9999, 12, 31), 400, chart.Division{Unit: chart.Year, Years: 1000}, chart.Division{}, false, "1", "9000", 10},
	} {
		s := chart.Fit(c.from, c.to, 10, c.w)
		fine, coarse, two := s.Divide(func(text string) float64 { return measure(text, 8, false) }, 6)
		if fine != c.fine || coarse != c.coarse || two != c.two {
			t.Errorf("%s: %v under %v, %v", c.name, fine, coarse, two)
		}
		ticks := fine.Ticks(c.from, c.to)
		if len(ticks) != c.n || ticks[0].Label != c.first || ticks[len(ticks)-1].Label != c.last {
			t.Errorf("%s: %d ticks from %q to %q", c.name, len(ticks), ticks[0].Label, ticks[len(ticks)-1].Label)
		}
		for i := 1; i < len(ticks); i++ {
			if ticks[i-1].To.AddDays(1) != ticks[i].From {
				t.Errorf("%s: %s doesn't follow on %s", c.name, ticks[i].From, ticks[i-1].To)
			}
		}
		if a, b := s.At(c.from), s.End(c.to); a != 10 || b < 10+c.w-0.01 || b > 10+c.w+0.01 {
			t.Errorf("%s: from %v to %v", c.name, a, b)
		}
		if got := s.DayAt(s.At(c.to) + s.PerDay/2); got != c.to {
			t.Errorf("%s: the last day is read as %s", c.name, got)
		}
	}
}

// one draws a single row, and gives its rectangles and its words.
func one(r chart.GanttRow, w float64) (rects []draw.Rect, said []string, d draw.Drawing) {
	r.Name = "Provet"
	d = chart.Gantt(chart.GanttData{Today: date.Of(2026, 11, 21), Groups: []chart.GanttGroup{{Rows: []chart.GanttRow{r}}}}, w, chart.Paper(), measure)
	for _, s := range d.Shapes {
		switch s := s.(type) {
		case draw.Rect:
			rects = append(rects, s)
		case draw.Text:
			said = append(said, s.Text)
		}
	}
	return rects, said, d
}

func TestWhatIsKnownOfABarIsDrawnAndSaid(t *testing.T) {
	on := date.Of
	for _, c := range []struct {
		name     string
		from, to date.Date
		pieces   int // of the bar
		says     string
		when     string
	}{
		{"both", on(2027, 1, 1), on(2027, 6, 30), 1, "Provet", "1 jan–30 juni 2027"},
		{"over new year", on(2026, 12, 1), on(2027, 1, 31), 1, "Provet", "1 dec 2026–31 jan 2027"},
		{"one day", on(2027, 3, 5), on(2027, 3, 5), 1, "Provet", "5 mars–5 mars 2027"},
		{"no end", on(2027, 1, 1), 0, 3, "slut saknas", "från 1 jan 2027, slut saknas"},
		{"no start", 0, on(2027, 6, 30), 3, "start saknas", "till 30 juni 2027, start saknas"},
		{"neither", 0, 0, 0, "Utan datum", "utan datum"},
		{"reversed", on(2027, 6, 30), on(2027, 1, 1), 0, "Provet (slutar före start)", "30 juni 2027–1 jan 2027, slutar före start"},
	} {
		r := chart.GanttRow{From: c.from, To: c.to}
		rects, said, d := one(r, 500)
		if r.Dated() {
			rects = rects[:len(rects)-1] // the last is the key's
			if slices.ContainsFunc(said, func(s string) bool { return strings.HasPrefix(s, "i dag") }) {
				rects = rects[:len(rects)-1]
			}
		}
		if len(rects) != c.pieces {
			t.Errorf("%s: %d pieces", c.name, len(rects))
		}
		if !slices.Contains(said, c.says) || r.When() != c.when || !strings.Contains(d.Alt, c.when) {
			t.Errorf("%s: %q, %q; Alt %q", c.name, said, r.When(), d.Alt)
		}
	}
}

func TestAFarawayDayDoesNotMakeTheOthersADot(t *testing.T) {
	d := ganttOf(4)
	d.Groups[0].Rows[0].To = date.Of(9999, 12, 31)
	pic := chart.Gantt(d, 600, chart.Paper(), measure)
	widest := 0.0
	for _, s := range pic.Shapes {
		if r, ok := s.(draw.Rect); ok {
			widest = max(widest, r.W)
		}
	}
	if widest < 100 || !strings.Contains(pic.Alt, "9999") {
		t.Errorf("the widest bar is %v; %q", widest, pic.Alt)
	}
	old := chart.GanttData{Today: date.Of(2026, 11, 21), Groups: []chart.GanttGroup{{Rows: []chart.GanttRow{{Name: "Gammal", From: date.Of(1999, 1, 1), To: date.Of(1999, 6, 30)}}}}}
	if got := chart.Gantt(old, 600, chart.Paper(), measure); !slices.ContainsFunc(got.Shapes, func(s draw.Shape) bool { x, ok := s.(draw.Text); return ok && x.Text == "1999" }) {
		t.Error("what is long ago isn't drawn in its own time")
	}
}

func TestLongNamesAreWholeInTheWords(t *testing.T) {
	name := "Införande av ett gemensamt verksamhetssystem för samhällsbyggnadsförvaltningens alla enheter och nämnder"
	d := chart.Gantt(chart.GanttData{Groups: []chart.GanttGroup{{Title: "Portfölj", Rows: []chart.GanttRow{{Name: name, From: date.Of(2027, 1, 1), To: date.Of(2027, 2, 1)}}}}}, 300, chart.Paper(), measure)
	cut := slices.ContainsFunc(d.Shapes, func(s draw.Shape) bool { x, ok := s.(draw.Text); return ok && strings.HasSuffix(x.Text, "…") })
	if !cut || !strings.Contains(d.Alt, name) || d.Table[1][1] != name {
		t.Errorf("cut %v; %q", cut, d.Alt)
	}
}

// TestFormsDifferInGrey: each bar is told from the next by its lightness, or is of another
// height.
func TestFormsDifferInGrey(t *testing.T) {
	type look struct {
		grey, h float64
		edge    float64
	}
	var looks []look
	for f := chart.Thought; f <= chart.Halted; f++ {
		rects, _, _ := one(chart.GanttRow{From: date.Of(2027, 1, 1), To: date.Of(2027, 6, 30), Look: f}, 500)
		grey := func(r draw.Rect) (float64, float64) {
			g := func(a, b, c uint8) float64 { return 0.299*float64(a) + 0.587*float64(b) + 0.114*float64(c) }
			return g(r.Fill.R, r.Fill.G, r.Fill.B), g(r.Stroke.R, r.Stroke.G, r.Stroke.B)
		}
		g, e := grey(rects[0])
		looks = append(looks, look{g, rects[0].H, e})
	}
	for i, a := range looks {
		for j, b := range looks[:i] {
			if d := a.grey - b.grey; d > -15 && d < 15 && a.h == b.h && (a.edge-b.edge > -25 && a.edge-b.edge < 25) {
				t.Errorf("forms %d and %d look alike: %v, %v", j, i, b, a)
			}
		}
	}
}

// TestTheLineOfTodayCrossesNoWords where they fit on either side of it.
func TestTheLineOfTodayCrossesNoWords(t *testing.T) {
	today := date.Of(2026, 11, 27)
	v := chart.GanttView{W: 800, Names: 200, Today: today, Scale: chart.Fit(date.Of(2026, 4, 1), date.Of(2027, 3, 31), 200, 600)}
	at := v.Scale.At(today)
	for name, r := range map[string]chart.GanttRow{
		"right of a bar that ends before": {From: date.Of(2026, 5, 1), To: date.Of(2026, 11, 10), Phase: "Avslut"},
		"left of one that begins after":   {From: date.Of(2026, 12, 20), To: date.Of(2028, 1, 1), Phase: "Ledningsgrupp", Marks: []chart.Milestone{{On: date.Of(2026, 12, 20), Sign: chart.SignDecision}}},
		"far from it":                     {From: date.Of(2026, 5, 1), To: date.Of(2026, 6, 1), Phase: "Avslut", Light: chart.Red, Status: "tid avviker"},
	} {
		d := chart.GanttBars([]chart.GanttLine{{Row: &r}}, 0, v, 0, chart.Paper(), measure)
		found := false
		for _, o := range d.Shapes {
			if w, ok := o.(draw.Text); ok && strings.Contains(w.Text, r.Phase) {
				found = true
				if end := w.X + measure(w.Text, w.Size, false); w.X <= at && at <= end || w.X < v.Names || end > v.W {
					t.Errorf("%s: %q stands from %.0f to %.0f, today is %.0f", name, w.Text, w.X, end, at)
				}
			}
		}
		if !found {
			t.Errorf("%s: nothing is said: %v", name, d.Shapes)
		}
	}
}

// TestAGanttOverPagesHasEveryRowOnce: on the scale of all, within each page's height, and with the heading
// of a group that goes on.
func TestAGanttOverPagesHasEveryRowOnce(t *testing.T) {
	for _, n := range []int{1, 7, 80, 200} {
		data := ganttOf(n)
		var rows, hits []string
		tops := map[string]bool{}
		for i, d := range chart.GanttPages(data, 500, 300, 420, chart.Paper(), measure) {
			if most := []float64{300, 420}[min(i, 1)]; d.H > most {
				t.Errorf("%d rows: page %d is %.0f high", n, i+1, d.H)
			}
			for _, r := range d.Table[1:] {
				rows = append(rows, r[1])
			}
			for _, h := range d.Hits {
				hits = append(hits, h.Key)
			}
			scale := ""
			for _, s := range d.Shapes {
				if x, ok := s.(draw.Text); ok && x.Y < 12 {
					scale += fmt.Sprintf("%s at %.1f ", x.Text, x.X)
				}
			}
			if len(d.Table) > 1 && d.Table[1][2] != "–" {
				tops[scale] = true
			}
		}
		if len(rows) != n || len(hits) != n {
			t.Errorf("%d rows are %d in words and %d to open", n, len(rows), len(hits))
		}
		if len(tops) > 1 {
			t.Errorf("%d rows have %d scales: %v", n, len(tops), tops)
		}
		slices.Sort(hits)
		if len(slices.Compact(hits)) != n {
			t.Errorf("%d rows: some are there twice", n)
		}
	}
}
