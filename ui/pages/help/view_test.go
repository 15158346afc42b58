package help

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"itportfoljen/docs"
	"itportfoljen/ui/async"
	"itportfoljen/ui/widgets"
)

func opened(t *testing.T) *View {
	t.Helper()
	w := test.NewTempWindow(t, nil)
	v := NewView(w.Canvas(), async.New(), func(string) {})
	widgets.NewRoot(w, v.Content)
	w.Resize(fyne.NewSize(1200, 700))
	v.Show("översikten")
	return v
}

// TestASearchGoesFromHitToHit: those of the section in view first, through all sections and
// around, each in view.
func TestASearchGoesFromHitToHit(t *testing.T) {
	v := opened(t)
	v.search.SetText("taggar")
	v.seek()
	if len(v.found) < 4 {
		t.Fatalf("%d hits", len(v.found))
	}
	seen := map[string]bool{}
	for range v.found {
		v.Step(1)
		seen[v.Anchor()] = true
		to := v.found[v.hit]
		shown := false
		for _, p := range v.prose {
			if own := to.n - p.from; own >= 0 && own < widgets.Hits(p.Plain(), "taggar") {
				y := widgets.PositionOf(p).Y + p.MarkTop(own)
				shown = y >= 0 && y < 700
			}
		}
		if !shown {
			t.Errorf("hit %d in %s isn't in view", v.hit, v.Anchor())
		}
	}
	if len(seen) < 2 {
		t.Errorf("the hits are in %v", seen)
	}
	first := v.hit
	v.Step(1)
	v.Step(-1)
	if v.hit != first {
		t.Errorf("back at %d, not %d", v.hit, first)
	}
}

func TestLinksGoAndBackComesBack(t *testing.T) {
	v := opened(t)
	v.follow("#kostnader")
	v.follow("json.md#importera")
	if v.now.name != "json.md" || v.Title() != "Importera" {
		t.Errorf("at %s in %s", v.Title(), v.now.name)
	}
	v.Back()
	if v.Anchor() != "kostnader" || v.now.name != docs.Handbook {
		t.Errorf("back at %s", v.Anchor())
	}
	if v.Back(); v.Anchor() != "översikten" || v.Back() {
		t.Errorf("back at %s", v.Anchor())
	}
}

// TestEverySectionIsShown: in a narrow window too. How long the slowest takes is said.
func TestEverySectionIsShown(t *testing.T) {
	v := opened(t)
	slowest, where := time.Duration(0), ""
	for _, s := range book(docs.Handbook) {
		start := time.Now()
		v.Show(s.anchor)
		if took := time.Since(start); took > slowest {
			slowest, where = took, s.title
		}
		if v.Title() != s.title || len(v.prose) == 0 {
			t.Errorf("%s isn't shown", s.title)
		}
		for _, p := range v.prose {
			if p.Size().Height <= 0 || p.Size().Width > 800 {
				t.Errorf("%s: a text of %v", s.title, p.Size())
			}
		}
	}
	t.Logf("the slowest, %s, took %v", where, slowest)
}
