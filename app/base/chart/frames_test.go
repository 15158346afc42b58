package chart_test

import (
	"strings"
	"testing"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/draw"
)

// TestWithoutARamThereIsNoBar whose length could be read: the amounts are in words.
func TestWithoutARamThereIsNoBar(t *testing.T) {
	st := chart.Paper()
	for _, c := range []struct {
		asked, allotted float64
		said            string
	}{{423, 0, "0 beviljat, 423\u00a0tkr sökt, ingen ram"}, {0, 163, "163\u00a0tkr beviljat, ingen ram"}, {0, 0, "0\u00a0tkr beviljat, ingen ram"}} {
		d := chart.FrameBars(chart.Frames{Unit: "tkr", Bars: []chart.Framed{{Label: "Skolan", None: true, Asked: c.asked, Allotted: c.allotted}}}, 400, st, measure)
		dashed, said := 0, false
		for _, s := range d.Shapes {
			switch x := s.(type) {
			case draw.Rect:
				if x.Y > 20 {
					t.Errorf("%v: a bar %.0f wide", c, x.W)
				}
			case draw.Line:
				if x.Dash {
					dashed++
				}
			case draw.Text:
				said = said || x.Text == c.said
			}
		}
		if dashed != 1 || !said || !strings.Contains(d.Alt, "ingen ram") {
			t.Errorf("%v: %d dashed lines, said %v, Alt %q", c, dashed, said, d.Alt)
		}
	}
	d := chart.Progress(chart.Progressed{Unit: "tkr", Bars: []chart.Limit{{Label: "Innovation", Value: 430, Unlimited: true}}}, 240, st, measure)
	for _, s := range d.Shapes {
		if x, ok := s.(draw.Rect); ok {
			t.Errorf("a bar %.0f wide where there is no limit", x.W)
		}
	}
}
