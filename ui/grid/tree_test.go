package grid

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// branches are rows of a tree, and levels how deep they lie; each that is followed by a deeper
// one is open.
type branches struct{ levels []int }

func (s *branches) Len() int           { return len(s.levels) }
func (s *branches) Key(row int) string { return string(rune('a' + row)) }
func (s *branches) Cell(row, col int) Cell {
	c := Cell{Text: s.Key(row)}
	if col == 0 {
		c.Tree = Tree{Is: true, Level: s.levels[row]}
		if row+1 < len(s.levels) && s.levels[row+1] > s.levels[row] {
			c.Tree.Branch = Opened
		}
	}
	return c
}

func treeOf(t *testing.T, levels ...int) *Grid {
	t.Helper()
	g := New(&branches{levels}, []Column{{ID: "a", Width: 200, Flex: true}, {ID: "b", Width: 80}})
	g.Multi = true
	window(t, g, 500, 300)
	return g
}

func TestArrowsWalkATree(t *testing.T) {
	g := treeOf(t, 0, 1, 2, 1)
	var folded, shifted []string
	g.OnFold = func(key string, open bool) { folded = append(folded, key) }
	g.OnShift = func(row int, deeper bool) {
		shifted = append(shifted, g.src.Key(row)+map[bool]string{true: ">", false: "<"}[deeper])
	}
	g.Select("c")
	g.body.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if _, key := g.Cursor(); key != "b" || len(folded) > 0 {
		t.Errorf("← goes to %s, and folds %q", key, folded)
	}
	g.body.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if _, key := g.Cursor(); key != "c" {
		t.Errorf("→ goes to %s", key)
	}
	g.body.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	g.body.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if len(folded) != 1 || folded[0] != "b" {
		t.Errorf("folded %q", folded)
	}
	g.body.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: fyne.KeyModifierAlt})
	g.body.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierAlt})
	if len(shifted) != 2 || shifted[0] != "b>" || shifted[1] != "b<" {
		t.Errorf("shifted %q", shifted)
	}
}

func TestTheChevronFoldsAndTheNameDoesnt(t *testing.T) {
	g := treeOf(t, 0, 1, 2, 1)
	folded := ""
	g.OnFold = func(key string, open bool) { folded += key }
	click := func(row int, x float32) {
		e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
		e.Position = fyne.NewPos(x, (float32(row)+0.5)*g.rowH)
		g.body.MouseDown(e)
		g.body.Tapped(&fyne.PointEvent{})
	}
	click(1, g.treeX(g.tree(1))+4)
	click(1, g.treeX(g.tree(1))+60)
	click(2, g.treeX(g.tree(2))+4) // which has no chevron
	if folded != "b" {
		t.Errorf("folded %q", folded)
	}
}

func TestARowIsDraggedOntoAnotherUntilItIsLetGo(t *testing.T) {
	g := treeOf(t, 0, 1, 1, 1)
	got := ""
	g.Drops = func(row, onto int) (string, bool) { return "dit", onto != 3 }
	g.OnDrop = func(row, onto int) { got += g.src.Key(row) + g.src.Key(onto) }
	drag := func(from int, to ...int) {
		e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
		e.Position = fyne.NewPos(150, (float32(from)+0.5)*g.rowH)
		g.body.MouseDown(e)
		for _, row := range to {
			g.body.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(150, (float32(row)+0.5)*g.rowH)}})
		}
	}
	drag(1, 2)
	if c := &g.body.carrying; c.frame.Hidden || c.says.Text != "dit" {
		t.Error("nothing shows where it would come")
	}
	g.body.DragEnd()
	drag(1, 3)
	g.body.DragEnd() // it may not
	drag(1, 2, 1)
	g.body.DragEnd() // back where it was
	drag(1, 2)
	g.body.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	g.body.DragEnd()
	if got != "bc" || !g.body.carrying.frame.Hidden {
		t.Errorf("dropped %q", got)
	}
}
