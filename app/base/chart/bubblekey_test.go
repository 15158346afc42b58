package chart_test

import (
	"strings"
	"testing"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/draw"
)

// TestNamesOfBubblesAreWholeWhereTheKeyHasItsRoom: none is cut, each stands once, and no number is without its name.
func TestNamesOfBubblesAreWholeWhereTheKeyHasItsRoom(t *testing.T) {
	for n := 2; n <= 10; n++ {
		d := bubbles(n)
		for i := range d.Bubbles {
			d.Bubbles[i].Label = "Ersättning av verksamhetssystem " + d.Bubbles[i].Label
		}
		h := 110 + chart.BubbleLegend(d, 250, chart.Style{Font: 7}, measure)
		h += float64(n)*10 + 3 // a row for each name
		said := ""
		for _, s := range chart.Bubbles(d, 250, h, chart.Style{Font: 7}, measure).Shapes {
			if t, ok := s.(draw.Text); ok {
				said += t.Text + " "
			}
		}
		if strings.Contains(said, "…") {
			t.Errorf("of %d some are cut: %s", n, said)
		}
		for i := range n {
			if label := d.Bubbles[i].Label; strings.Count(said, label+" ") != 1 {
				t.Errorf("of %d %q stands %d times: %s", n, label, strings.Count(said, label+" "), said)
			}
		}
	}
}
