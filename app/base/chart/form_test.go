package chart_test

import (
	"testing"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/draw"
)

// TestFormsAreToldApartWithoutColours: each is filled, hatched or outlined, within its area.
func TestFormsAreToldApartWithoutColours(t *testing.T) {
	st := chart.Paper()
	seen := map[[3]bool]chart.Form{}
	for _, f := range []chart.Form{chart.Actual, chart.Forecast, chart.Budget} {
		for _, size := range [][2]float64{{20, 60}, {20, 0.4}, {0.4, 20}, {0, 0}} {
			r := f.Rect(10, 10, size[0], size[1], st.Accent, st.Surface)
			d := r.StrokeWidth / 2
			if r.X-d < 10-1e-9 || r.Y-d < 10-1e-9 || r.X+r.W+d > 10+size[0]+1e-9 || r.Y+r.H+d > 10+size[1]+1e-9 {
				t.Errorf("%s of %v is drawn at %+v", f, size, r)
			}
		}
		r := f.Rect(0, 0, 20, 60, st.Accent, st.Surface)
		look := [3]bool{r.Fill == st.Accent, len(r.HatchLines()) > 0, r.StrokeWidth > 0}
		if other, ok := seen[look]; ok {
			t.Errorf("%s is drawn as %s", f, other)
		}
		seen[look] = f
	}
	if r := chart.Budget.Rect(0, 0, 9, 9, st.Accent, st.Surface); r.Fill != st.Surface || r.Stroke != st.Accent {
		t.Errorf("the budget is %+v", r)
	}
	var _ draw.Shape = chart.Forecast.Rect(0, 0, 1, 1, st.Ink, st.Surface)
}
