package theme

import (
	"testing"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/draw"
)

// TestNeighbouringFillsOfChartsAreToldApart in both modes and with any accent, and each year of a ramp from
// the one before and from what it lies on.
func TestNeighbouringFillsOfChartsAreToldApart(t *testing.T) {
	for _, dark := range []bool{false, true} {
		for _, accent := range []string{DefaultAccent, "#FFCC00", "#C01020", "#0033A0", "#000000", "#FFFFFF"} {
			p := NewPalette(dark, accent)
			series := chart.Apart(p.Series)
			for i := 1; i < len(series); i++ {
				if c := draw.Contrast(series[i-1], series[i]); c < chart.LeastContrast {
					t.Errorf("dark %v, %s: series %d and %d differ by %.2f", dark, accent, i, i+1, c)
				}
			}
			last := p.Surface
			for i, c := range chart.Years(p.Accent, p.Surface, chart.MostYears) {
				if d := draw.Contrast(last, c); d < chart.LeastContrast-0.02 {
					t.Errorf("dark %v, %s: year %d differs by %.2f from what is before it", dark, accent, i+1, d)
				}
				last = c
			}
		}
	}
}
