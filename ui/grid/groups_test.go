package grid

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// grouped is rows under headings: a key that begins with # is a heading, of a level
// more for each.
type grouped struct {
	rowsOf
	folded map[string]bool
}

func (s *grouped) Heading(row int) (Heading, bool) {
	name := strings.TrimLeft(s.keys[row], "#")
	level := len(s.keys[row]) - len(name) - 1
	return Heading{Text: name, Count: "3", Level: level, Open: !s.folded[s.keys[row]], Cells: map[int]string{2: "120 kr"}}, level >= 0
}

func groupedSheet(t *testing.T, keys ...string) (g *Grid, src *grouped, folds *[]string) {
	t.Helper()
	g, _ = sheet(t, 1)
	src, folds = &grouped{rowsOf{keys: keys}, map[string]bool{}}, &[]string{}
	g.OnFold = func(key string, open bool) {
		*folds = append(*folds, fmt.Sprintf("%s%v", key, open))
		src.folded[key] = !open
		g.Reload()
	}
	g.OnFoldAll = func(level int, open bool) { *folds = append(*folds, fmt.Sprintf("all%d%v", level, open)) }
	g.SetSource(src)
	g.Focus()
	return g, src, folds
}

func TestHeadingsHaveTheCursorAndAreNeverSelected(t *testing.T) {
	g, _, _ := groupedSheet(t, "#Kommun", "a", "b", "#Skola", "c")
	stroke(g, fyne.KeyHome, control)
	if !g.OnHeading() || g.SelectedCount() != 0 || len(g.Selected()) != 0 {
		t.Errorf("on a heading %v, selected %q", g.OnHeading(), g.Selected())
	}
	if _, ok := g.Range(); ok {
		t.Error("a heading is a range")
	}
	stroke(g, fyne.KeyEnd, control|shift)
	if got := g.Selected(); !slices.Equal(got, []string{"a", "b", "c"}) {
		t.Errorf("selected %q", got)
	}
	at(t, g, "from a heading", Range{1, 0, 4, 2})
	g.SelectAll()
	if got := g.Selected(); !slices.Equal(got, []string{"a", "b", "c"}) {
		t.Errorf("selected %q", got)
	}
	g.SelectRange(Range{2, 1, 4, 1})
	at(t, g, "over a heading", Range{2, 1, 4, 1})
	mouse(g, control, [2]int{3, 0})
	if got := g.Selected(); len(got) != 0 {
		t.Errorf("Ctrl and a click on a heading: %q", got)
	}
}

func TestKeysFoldAHeading(t *testing.T) {
	g, _, folds := groupedSheet(t, "#Kommun", "a", "b")
	stroke(g, fyne.KeyHome, control)
	press(g.body, fyne.KeyRight, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyRight, fyne.KeySpace, fyne.KeyReturn, fyne.KeyF2, fyne.KeyBackspace)
	test.Type(g.body, "x*")
	if want := []string{"#Kommunfalse", "#Kommuntrue", "#Kommunfalse", "#Kommuntrue", "all0false"}; !slices.Equal(*folds, want) {
		t.Errorf("folded %q", *folds)
	}
	if g.Editing() || g.cursor != 0 {
		t.Errorf("editing %v, at row %d", g.Editing(), g.cursor)
	}
}

func TestTheChevronFolds(t *testing.T) {
	g, src, folds := groupedSheet(t, "#Kommun", "##Skola", "a")
	click := func(row int, x float32, mod fyne.KeyModifier) {
		e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: mod}
		e.Position = fyne.NewPos(x, (float32(row)+0.5)*g.rowH)
		g.body.MouseDown(e)
	}
	h, _ := src.Heading(1)
	click(1, g.chevronX(h)+4, 0)
	click(1, g.chevronX(h)+4, 0)
	click(1, 200, 0) // its text
	click(1, g.chevronX(h)+4, control)
	if want := []string{"##Skolafalse", "##Skolatrue", "all1false"}; !slices.Equal(*folds, want) {
		t.Errorf("folded %q, not %q", *folds, want)
	}
	if g.cursor != 1 {
		t.Errorf("the cursor is in row %d", g.cursor)
	}
}

func TestWritingPassesHeadingsBy(t *testing.T) {
	g, _, _ := groupedSheet(t, "#Kommun", "a", "#Skola", "c")
	g.SelectRange(cellRange(1, 2))
	stroke(g, fyne.KeyTab, 0)
	at(t, g, "Tab", cellRange(3, 0))
	stroke(g, fyne.KeyTab, shift)
	at(t, g, "Shift and Tab", cellRange(1, 2))
	g.BeginEdit(2, 1)
	if g.Editing() {
		t.Error("a heading is written in")
	}
}

// TestAHeadingShowsItsTextAndSums: and what the row showed before it is gone.
func TestAHeadingShowsItsTextAndSums(t *testing.T) {
	g, src, _ := groupedSheet(t, "#Kommun", "a", "b")
	shows := func(row int) string {
		var out []string
		for _, r := range g.rows {
			if r.index != row {
				continue
			}
			if r.title != nil && !r.title.text.Hidden {
				out = append(out, r.title.text.Text, r.title.count.Text)
			}
			for _, c := range r.cells {
				if c.text.Text != "" {
					out = append(out, c.text.Text)
				}
			}
		}
		return strings.Join(out, " ")
	}
	if got := shows(0); got != "Kommun 3 120 kr" {
		t.Errorf("the heading shows %q", got)
	}
	src.keys = []string{"a", "#Kommun", "b"}
	g.Reload()
	if got := shows(0); got != "a/0 a/1 a/2" {
		t.Errorf("a row that was a heading shows %q", got)
	}
}

// TestAHeadingStaysWhileItsRowsScroll: and the next one pushes it away.
func TestAHeadingStaysWhileItsRowsScroll(t *testing.T) {
	var keys []string
	for _, h := range []string{"#Kommun", "#Skola", "#Vård"} {
		keys = append(keys, h)
		for i := range 20 {
			keys = append(keys, fmt.Sprint(h[1:], i))
		}
	}
	g, _, folds := groupedSheet(t, keys...)
	s := g.body.sticky
	for _, c := range []struct {
		row  float32
		want int
		y    float32
	}{{0, -1, 0}, {0.5, 0, 0}, {7, 0, 0}, {20, 0, 0}, {20.5, 0, -0.5}, {21, -1, 0}, {21.5, 21, 0}, {22, 21, 0}, {3, 0, 0}, {45, 42, 0}} {
		g.ScrollTo(0, c.row*g.rowH)
		got := -1
		if s.shows() {
			got = s.row.index
		}
		if got != c.want || got >= 0 && s.y != c.y*g.rowH {
			t.Errorf("at row %v: heading %d at %v stays, not %d at %v", c.row, got, s.y/g.rowH, c.want, c.y)
		}
	}
	g.ScrollTo(0, 30*g.rowH)
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.Position = fyne.NewPos(g.chevronX(Heading{})+4, 5)
	g.body.MouseDown(e)
	if want := []string{"#Skolafalse"}; !slices.Equal(*folds, want) {
		t.Errorf("a click on what stays folded %q", *folds)
	}
	g.SelectRange(cellRange(50, 1))
	g.ScrollTo(0, 51*g.rowH)
	press(g.body, fyne.KeyUp)
	if _, y, _, _ := g.box(cellRange(g.cursor, 1)); y < g.rowH-1 {
		t.Errorf("the cursor is at %v, under the heading that stays", y)
	}
}

func TestAHeadingRunsOnUntilItsFirstSumInView(t *testing.T) {
	long := "#" + strings.Repeat("Kultur- och fritidsnämnden ", 9)
	g, _, _ := groupedSheet(t, long, "a")
	text := func() float32 { // where the heading's text ends
		for _, r := range g.rows {
			if r.index == 0 {
				return r.title.text.Position().X + r.title.text.Size().Width
			}
		}
		return 0
	}
	if end := text(); end <= g.frozenX() || end > g.screenX(2) {
		t.Errorf("the text ends at %v; the columns that stay at %v, the first sum begins at %v", end, g.frozenX(), g.screenX(2))
	}
	before := text()
	g.ScrollTo(40, 0)
	if x, _ := g.Scroll(); x > 0 && (text() >= before || text() > max(g.screenX(2), g.frozenX())) {
		t.Errorf("scrolled aside by %v the text ends at %v, before at %v", x, text(), before)
	} else if x == 0 {
		t.Error("it doesn't scroll aside")
	}
}

// overRow is rows of which the first is a text that goes on over all the columns, when it is on.
type overRow struct {
	rowsOf
	on bool
}

func (s *overRow) Cell(row, col int) Cell {
	if s.on && row == 0 && col == 0 {
		return Cell{Text: strings.Repeat("Här tar ramen slut. ", 3), Across: true, Icon: "triangle-alert"}
	}
	return s.rowsOf.Cell(row, col)
}

func TestATextOverTheRowIsNotCutAtTheColumnsThatStay(t *testing.T) {
	g, _ := sheet(t, 1)
	src := &overRow{rowsOf{keys: []string{"a", "b"}}, true}
	g.SetSource(src)
	for _, on := range []bool{true, false, true} {
		src.on = on
		g.Reload()
		r := g.rows[0]
		c := r.cells[0]
		if over := slices.Contains(r.back.Objects, fyne.CanvasObject(c.text)); over != on || slices.Contains(r.fix.Objects, fyne.CanvasObject(c.text)) == on {
			t.Errorf("drawn over the row is %v, and it should be %v", over, on)
		}
		if end := c.text.Position().X + fyne.MeasureText(c.text.Text, c.text.TextSize, c.text.TextStyle).Width; on && (end <= g.frozenX() || end > g.Size().Width) {
			t.Errorf("%q ends at %v; the columns that stay at %v, the grid at %v", c.text.Text, end, g.frozenX(), g.Size().Width)
		}
	}
}
