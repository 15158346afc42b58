package pdf

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/draw"
)

// bars are a page's bars from left to right edge, in the order they are drawn.
func bars(d *Doc) (out []draw.Rect) {
	for _, it := range d.Pages()[0].Items {
		if r, ok := it.Mark.(draw.Rect); ok {
			out = append(out, r)
		}
	}
	return out
}

func TestBarsInCells(t *testing.T) {
	row := func(v float64, s string) TableRow { return R(Txt("x"), BarCell(v, 100, chart.Actual, s)) }
	for _, c := range []struct {
		what  string
		rows  []TableRow
		share []float64 // of the longest, below zero to the left
	}{
		{"of most", []TableRow{row(100, "100"), row(50, "50"), row(0, "0"), row(math.NaN(), "okänt")}, []float64{1, 0.5}},
		{"below zero", []TableRow{row(100, "100"), row(-50, "−50")}, []float64{1, -0.5}},
		{"all below zero", []TableRow{row(-100, "−100"), row(-25, "−25")}, []float64{-1, -0.25}},
		{"beyond most", []TableRow{row(200, "200"), row(100, "100"), row(math.Inf(1), "oändligt")}, []float64{1, 0.5}},
	} {
		d := New(Meta{})
		d.Table(Table{Cols: []Col{{Head: "A", RowHead: true}, {Head: "B", Align: draw.Right}}, Rows: c.rows})
		got := bars(d)
		if len(got) != len(c.share) {
			t.Errorf("%s: %d bars, want %d", c.what, len(got), len(c.share))
			continue
		}
		zero := got[0].X // of the first, which is the longest
		if c.share[0] < 0 {
			zero += got[0].W
		}
		for i, r := range got {
			want := draw.Rect{X: zero + min(0, c.share[i])*got[0].W, W: math.Abs(c.share[i]) * got[0].W}
			if math.Abs(r.X-want.X) > 0.01 || math.Abs(r.W-want.W) > 0.01 {
				t.Errorf("%s: bar %d from %.2f, %.2f long; want %.2f, %.2f", c.what, i, r.X, r.W, want.X, want.W)
			}
		}
		for i, r := range c.rows {
			if text := r.Cells[1].Runs[0].Text; !contains(texts(d, 0), text+"@TD") {
				t.Errorf("%s: row %d doesn't say %q", c.what, i, text)
			}
		}
	}
}

// TestBarsDifferByForm: filled, hatched and outlined.
func TestBarsDifferByForm(t *testing.T) {
	d := New(Meta{})
	var rows []TableRow
	for _, f := range []chart.Form{chart.Actual, chart.Forecast, chart.Budget} {
		rows = append(rows, R(BarCell(5, 10, f, "5")))
	}
	d.Table(Table{Cols: []Col{{Head: "A"}}, Rows: rows})
	got := bars(d)
	if len(got) != 3 || got[0].Stroke.A != 0 || got[1].Hatch.A == 0 || got[2].Hatch.A != 0 || got[2].Stroke.A == 0 {
		t.Errorf("%+v", got)
	}
}

func TestSmallLine(t *testing.T) {
	d := New(Meta{})
	d.Table(Table{Cols: []Col{{Head: "System", RowHead: true}, {Head: "Fyra år"}}, Rows: []TableRow{
		R(Txt("a"), SparkCell([]float64{1, 2, math.NaN(), 4, 5}, "från 1 till 5")),
		R(Txt("b"), SparkCell([]float64{3}, "3")),
		R(Txt("c"), SparkCell([]float64{math.NaN()}, "inget")),
		R(Txt("d"), SparkCell(nil, "")),
		R(Txt("e"), SparkCell([]float64{7, 7}, "7 hela tiden")),
	}})
	var said []string
	lines, dots := map[int]int{}, map[int]int{}
	for _, it := range d.Pages()[0].Items {
		switch it.Mark.(type) {
		case draw.Line:
			lines[it.Elem]++
		case draw.Circle:
			dots[it.Elem]++
		}
	}
	for i, e := range d.Tree() {
		if e.Role == RoleSpan {
			said = append(said, fmt.Sprintf("%s: %d, %d", e.Actual, lines[i], dots[i]))
		}
	}
	if want := []string{"från 1 till 5: 2, 1", "3: 0, 1", "7 hela tiden: 1, 1"}; !slices.Equal(said, want) {
		t.Errorf("%q, want %q", said, want)
	}
	if !contains(texts(d, 0), "inget@TD") {
		t.Errorf("what has no line isn't said in words: %q", texts(d, 0))
	}
}

func TestFraction(t *testing.T) {
	for s, want := range map[string]string{"1\u00a0234,5": ",5", "12": "", "12 kr": " kr", "−3,25 %": ",25 %", "–": "", "saknas": "?", "": "?", "Q3": "?", "a\n1": "?", "12, se not": ", se not"} {
		got, ok := fraction(s)
		if !ok {
			got = "?"
		}
		if got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

// TestDecimalsStandInLine: what comes before the comma ends at one place.
func TestDecimalsStandInLine(t *testing.T) {
	d := New(Meta{})
	d.Table(Table{Cols: []Col{{Head: "A", RowHead: true}, {Head: "Summa", Decimal: true}, {Head: "C"}}, Rows: []TableRow{
		R(Cells("a", "1\u00a0234,5", "x")...), R(Cells("b", "12", "x")...), R(Cells("c", "−0,25", "x")...), R(Cells("d", "–", "x")...),
		SumRow(Cells("e", "1\u00a0246,25", "x")...), R(Cells("f", "saknas", "x")...)}})
	at := map[string]float64{}
	end := 0.0
	for _, it := range d.Pages()[0].Items {
		m, ok := it.Mark.(TextMark)
		if !ok {
			continue
		}
		if head, _, _ := strings.Cut(m.Text, ","); m.Text == "12" || m.Text == "–" || head != m.Text {
			at[m.Text] = m.X + width(head, m.Face, m.Size)
		}
		if m.Text == "saknas" {
			end = m.X + m.W
		}
	}
	if len(at) != 5 {
		t.Fatalf("%v", at)
	}
	for s, x := range at {
		if math.Abs(x-at["12"]) > 0.01 || x > end {
			t.Errorf("the comma of %q is at %.2f, the end of 12 at %.2f; words end at %.2f", s, x, at["12"], end)
		}
	}
}
