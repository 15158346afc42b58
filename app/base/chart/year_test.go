package chart

import (
	"strings"
	"testing"

	"itportfoljen/app/base/draw"
)

func TestAYearIsTwelveMonthsWithinItsWidth(t *testing.T) {
	data := YearData{Title: "Årshjulet 2027", Sorts: []string{"Möten", "Budget"}, Empty: "Inget"}
	for i := range data.Month {
		data.Month[i].Name = "Månad"
	}
	data.Month[10].Marks = []YearMark{{Day: 11, Text: strings.Repeat("Ett mycket långt namn på ett forum ", 4), Key: "0"}, {Day: 30, Text: "Budgeten", Series: 1, Open: true}}
	for _, w := range []float64{180, 500, 1100} {
		d := YearWheel(data, w, Paper(), nil)
		if d.H <= 0 || len(d.Hits) != 1 || len(d.Table) != 3 {
			t.Errorf("at %g it is %g tall with %d hits and %d rows", w, d.H, len(d.Hits), len(d.Table))
		}
		if !strings.Contains(d.Alt, "Årshjulet 2027: 2 dagar") {
			t.Errorf("it says %q", d.Alt)
		}
		hollow := 0
		for _, s := range d.Shapes {
			switch s := s.(type) {
			case draw.Rect:
				if s.X < -0.01 || s.X+s.W > w+0.01 || s.Y+s.H > d.H+0.01 {
					t.Errorf("at %g a card is outside: %+v", w, s)
				}
			case draw.Circle:
				if s.StrokeWidth > 0 {
					hollow++
				}
			}
		}
		if hollow != 1 {
			t.Errorf("%d marks are hollow", hollow)
		}
	}
}
