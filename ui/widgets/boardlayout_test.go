package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/ui/internal/testwindow"
)

// TestPhasesFitOrFold at the sizes of common screens, less the navigation: a letter is a
// column, e empty, d done, o one with something to do.
func TestPhasesFitOrFold(t *testing.T) {
	testwindow.Open(t)
	yes, no := true, false
	for _, c := range []struct {
		name    string
		columns string
		chosen  map[int]*bool
		size    fyne.Size
		folded  string // x is folded
		fits    bool
	}{
		{"ten on a small screen", "oooooooeee", nil, fyne.NewSize(1153, 580), ".......xxx", true},
		{"fifteen on a small screen", "oooooooddeddedd", nil, fyne.NewSize(1153, 580), ".......xxxxxxxx", true},
		{"ten on a large screen", "oooooooeee", nil, fyne.NewSize(1707, 890), ".......xxx", true},
		{"ten on the largest all have room", "oooooooeee", nil, fyne.NewSize(2347, 1250), "..........", true},
		{"an empty one between", "ooeoooooee", nil, fyne.NewSize(1153, 580), "..x.....xx", true},
		{"the empty ones fold first", "oodddeee", nil, fyne.NewSize(1153, 580), ".....xxx", true},
		{"and then the done", "ooodddee", nil, fyne.NewSize(1153, 580), "...xxxxx", true},
		{"few need not fold", "ooee", nil, fyne.NewSize(1153, 580), "....", true},
		{"the user has unfolded one", "oooooeee", map[int]*bool{6: &no}, fyne.NewSize(1153, 580), ".....x.x", true},
		{"the user has folded one", "ooee", map[int]*bool{0: &yes}, fyne.NewSize(1153, 580), "x...", true},
		{"ten with something to do scroll", "oooooooooo", nil, fyne.NewSize(1153, 580), "..........", false},
		{"beside a panel they scroll", "oooooooeee", nil, fyne.NewSize(720, 580), ".......xxx", false},
	} {
		slots := make([]boardSlot, len(c.columns))
		for i, x := range c.columns {
			slots[i] = boardSlot{empty: x == 'e', done: x == 'd', chosen: c.chosen[i], strip: 110}
		}
		places, width := layBoard(slots, c.size, 0)
		got := ""
		for i, p := range places {
			got += map[bool]string{true: "x", false: "."}[p.folded]
			if !p.folded && (p.w < columnLeast || p.w > columnMost) {
				t.Errorf("%s: column %d is %g wide", c.name, i, p.w)
			}
			if p.y+p.h > c.size.Height+0.5 || p.folded && p.h < 110 {
				t.Errorf("%s: column %d stands from %g to %g", c.name, i, p.y, p.y+p.h)
			}
			if i > 0 && p.x < places[i-1].x {
				t.Errorf("%s: column %d stands before the one before it", c.name, i)
			}
		}
		if fits := width <= c.size.Width+0.5; got != c.folded || fits != c.fits {
			t.Errorf("%s: %s, want %s; %g wide in %g", c.name, got, c.folded, width, c.size.Width)
		}
	}
}

// TestStripsBesideEachOtherStandUnderEachOther, as evenly as they can.
func TestStripsBesideEachOtherStandUnderEachOther(t *testing.T) {
	testwindow.Open(t)
	slots := make([]boardSlot, 9)
	for i := range slots {
		slots[i] = boardSlot{done: i > 0, strip: 120}
		slots[i].chosen = new(bool)
		*slots[i].chosen = i > 0
	}
	places, _ := layBoard(slots, fyne.NewSize(700, 600), 0)
	var at []string
	for _, p := range places[1:] {
		if p.y == 0 {
			at = append(at, "")
		}
		at[len(at)-1] += "|"
	}
	if got := strings.Join(at, " "); got != "|||| ||||" {
		t.Errorf("they stand %q", got)
	}
}

// TestWhatIsHeldOpenKeepsItsWidth: during a drag nothing moves under the pointer but what
// comes after the unfolded column.
func TestWhatIsHeldOpenKeepsItsWidth(t *testing.T) {
	testwindow.Open(t)
	slots := []boardSlot{{}, {}, {}, {}, {}, {}, {done: true, strip: 100}, {}}
	before, _ := layBoard(slots, fyne.NewSize(1153, 600), 0)
	slots[6].held = true
	after, _ := layBoard(slots, fyne.NewSize(1153, 600), before[0].w)
	for i := range 7 {
		if after[i].x != before[i].x {
			t.Errorf("column %d moved from %g to %g", i, before[i].x, after[i].x)
		}
	}
	if !before[6].folded || after[6].folded || after[7].x <= before[7].x {
		t.Errorf("held: %+v, was %+v", after[6], before[6])
	}
}

// TestAnotherSizeFoldsAndUnfolds: what is drawn follows.
func TestAnotherSizeFoldsAndUnfolds(t *testing.T) {
	b, _ := boardOf(t, 1400, 400, sample(1, 0, 1, 0, 1))
	for _, c := range []struct {
		width  float32
		folded bool
	}{{1400, false}, {700, true}, {1400, false}} {
		b.Resize(fyne.NewSize(c.width, 400))
		if v := b.views[1]; v.folded != c.folded || v.as != c.folded {
			t.Errorf("%g wide: folded %v, drawn so %v", c.width, v.folded, v.as)
		}
	}
}
