package theme

import (
	"testing"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/draw"
)

// TestNeighbouringFillsOfChartsAreToldApart in both modes and with any accent, and each year of a ramp from
// the one before and from what it lies on.
func TestNeighbouringFillsOfChartsAreToldApart(t *testing.T) {
	for _, of := range all {
		for _, accent := range []string{DefaultAccent, "#FFCC00", "#C01020", "#0033A0", "#000000", "#FFFFFF"} {
			p := NewPalette(of.dark, of.high, accent)
			series := chart.Apart(p.Series)
			for i := 1; i < len(series); i++ {
				if c := draw.Contrast(series[i-1], series[i]); c < chart.LeastContrast {
					t.Errorf("%v, %s: series %d and %d differ by %.2f", of, accent, i, i+1, c)
				}
			}
			last := p.Surface
			for i, c := range chart.Years(p.Accent, p.Surface, chart.MostYears) {
				if d := draw.Contrast(last, c); d < chart.LeastContrast-0.02 {
					t.Errorf("%v, %s: year %d differs by %.2f from what is before it", of, accent, i+1, d)
				}
				last = c
			}
		}
	}
}
