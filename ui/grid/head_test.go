package grid

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func tapHead(g *Grid, x float32) {
	g.head.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x, 10)})
}

func pointHead(g *Grid, x float32) {
	e := &desktop.MouseEvent{}
	e.Position = fyne.NewPos(x, 10)
	g.head.MouseMoved(e)
}

func TestShiftAddsASortKey(t *testing.T) {
	g, _ := newTestGrid(t, 5)
	for i := range g.Columns {
		g.Columns[i].Sortable = true
	}
	var asked []string
	g.OnSort = func(id string, desc, add bool) { asked = append(asked, fmt.Sprint(id, desc, add)) }
	tapHead(g, 40)
	release := modifiers
	modifiers = func() fyne.KeyModifier { return shift }
	tapHead(g, 150)
	tapHead(g, 150)
	if want := []Sort{{"a", false}, {"b", true}}; !slices.Equal(g.sorts, want) {
		t.Errorf("ordered by %v", g.sorts)
	}
	if n := g.head.titles[1].number; n.Text != "2" || g.head.titles[0].number.Text != "1" {
		t.Errorf("column b says that it is %q", n.Text)
	}
	modifiers = release
	tapHead(g, 150)
	if want := []string{"afalse false", "bfalse true", "btrue true", "bfalse false"}; !slices.Equal(asked, want) {
		t.Errorf("asked %q", asked)
	}
	if !slices.Equal(g.sorts, []Sort{{"b", false}}) || g.head.titles[1].number.Text != "" {
		t.Errorf("one key: %v, %q", g.sorts, g.head.titles[1].number.Text)
	}
}

func TestTheHeadingsMenuOpens(t *testing.T) {
	g, _ := sheet(t, 5)
	var opened []string
	g.OnHeaderMenu = func(id string, at fyne.Position) {
		if at.Y < g.headH() {
			t.Errorf("it covers the heading: %v", at)
		}
		opened = append(opened, id)
	}
	if !g.head.titles[1].menu.Hidden {
		t.Error("▾ shows where nobody points")
	}
	pointHead(g, g.menuX(1)+4)
	if g.head.titles[1].menu.Hidden || g.head.Cursor() != desktop.PointerCursor {
		t.Error("▾ doesn't show under the pointer")
	}
	tapHead(g, g.menuX(1)+4)
	press(g.body, fyne.KeyEnd)
	stroke(g, fyne.KeyDown, fyne.KeyModifierAlt)
	g.head.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(40, 10), AbsolutePosition: fyne.NewPos(40, 100)})
	if !slices.Equal(opened, []string{"b", "c", "a"}) {
		t.Errorf("opened %q", opened)
	}
	g.head.MouseOut()
	g.Columns[2].Marked = true
	g.Refresh()
	if g.head.titles[2].menu.Hidden || !g.head.titles[1].menu.Hidden {
		t.Error("a filtered column doesn't show it")
	}
}

func TestADoubleClickOnAnEdgeFitsTheWidth(t *testing.T) {
	g, _ := newTestGrid(t, 5)
	clock := time.Unix(0, 0)
	now = func() time.Time { return clock }
	defer func() { now = time.Now }()
	resized := map[string]float32{}
	g.OnColumnResized = func(id string, w float32) { resized[id] = w }
	edge := g.colX[2]
	tapHead(g, edge)
	clock = clock.Add(time.Second)
	tapHead(g, edge)
	if len(resized) > 0 {
		t.Fatal("two slow clicks are no double click")
	}
	clock = clock.Add(100 * time.Millisecond)
	tapHead(g, edge)
	if w := resized["b"]; w < 50 || w > 100 || g.Columns[1].Width != w {
		t.Errorf("it becomes %v wide", w)
	}
}

// TestTheWheelFillsOnlyTheRowsThatComeIntoView: of a step down nothing else is asked for
// or laid out anew.
func TestTheWheelFillsOnlyTheRowsThatComeIntoView(t *testing.T) {
	g, src := newTestGrid(t, 1000)
	asked := 0
	src.empty = func(int, int) bool { asked++; return false }
	titles := g.head.titles[1].text
	titles.Text = "untouched"
	step := func() {
		g.body.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -2*g.rowH), PointEvent: fyne.PointEvent{Position: fyne.NewPos(50, 50)}})
	}
	for range 5 {
		asked = 0
		if step(); asked != 2*len(g.Columns) {
			t.Errorf("two rows come into view and %d cells are asked for", asked)
		}
	}
	if titles.Text != "untouched" {
		t.Error("the headings are laid out anew")
	}
	asked = 0
	for y := range 5 {
		e := &desktop.MouseEvent{}
		e.Position = fyne.NewPos(50, float32(y)*g.rowH+4)
		g.body.MouseMoved(e)
	}
	if asked > 5 { // the tip's cell
		t.Errorf("pointing at five rows asks for %d cells", asked)
	}
}
