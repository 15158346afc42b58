package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// TestARowShowsWhatFitsAndSaysHowManyMore: what stands last always shows.
func TestARowShowsWhatFitsAndSaysHowManyMore(t *testing.T) {
	test.NewTempApp(t)
	r := NewFitRow(6)
	var chips []fyne.CanvasObject
	for _, s := range []string{"ett", "två", "tre", "fyra"} {
		chips = append(chips, NewChip(s, nil, nil))
	}
	r.Set(chips...)
	r.Last = NewLink("Rensa alla", nil)
	told := -1
	r.OnMore = func(shown int, _ fyne.CanvasObject) { told = shown }
	last := r.Last.MinSize().Width
	all := last
	for _, c := range chips {
		all += c.MinSize().Width + 6
	}
	for _, c := range []struct {
		width float32
		shown int
		more  string
	}{{all + 1, 4, ""}, {all - 1, 3, "+1"}, {last + 100, 1, "+3"}, {10, 0, "+4"}} {
		test.WidgetRenderer(r)
		r.Resize(fyne.NewSize(c.width, 30))
		n := 0
		for _, o := range r.Objects() {
			if o.Visible() {
				n++
				if right := o.Position().X + o.Size().Width; right > c.width {
					t.Errorf("%v: one ends at %v", c.width, right)
				}
			}
		}
		if n != c.shown || r.more.Visible() != (c.more != "") || c.more != "" && r.more.Text != c.more || !r.Last.Visible() {
			t.Errorf("%v: %d show, and %q", c.width, n, r.more.Text)
		}
		if c.more != "" {
			r.more.Tapped(&fyne.PointEvent{})
			if told != c.shown {
				t.Errorf("%v: it says that %d show", c.width, told)
			}
		}
	}
}
