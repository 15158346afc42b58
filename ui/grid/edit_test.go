package grid

import (
	"errors"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"itportfoljen/ui/widgets"
)

// editing opens a grid with a half-written cell in row 20's column b.
func editing(t *testing.T) (*Grid, *rowsOf, *[]string) {
	t.Helper()
	g, src := newTestGrid(t, 50)
	saved := &[]string{}
	g.Editable = func(_, col int) bool { return col > 0 }
	g.OnEdit = func(key, column, text string) error {
		if !slices.Contains(src.keys, key) {
			return errors.New("Raden är borttagen.")
		}
		*saved = append(*saved, key+" "+column+" "+text)
		return nil
	}
	g.OnEditAway = func(string) string { return "Raden visas inte." }
	g.Select("k000020")
	g.BeginEdit(20, 1)
	test.Type(g.edit.field, "halvskrivet")
	press(g.edit.field, fyne.KeyLeft, fyne.KeyLeft)
	return g, src, saved
}

func TestAReloadKeepsWhatIsBeingWritten(t *testing.T) {
	for name, reload := range map[string]func(g *Grid, src *rowsOf){
		"nothing new":   func(*Grid, *rowsOf) {},
		"rows before":   func(_ *Grid, src *rowsOf) { src.keys = append([]string{"n1", "n2", "n3"}, src.keys...) },
		"rows gone":     func(_ *Grid, src *rowsOf) { src.keys = src.keys[15:] },
		"another order": func(_ *Grid, src *rowsOf) { slices.Reverse(src.keys) },
		"columns move": func(g *Grid, _ *rowsOf) {
			c := slices.Clone(g.Columns)
			c[1], c[2] = c[2], c[1]
			g.SetColumns(c, 1)
		},
	} {
		g, src, saved := editing(t)
		field := g.edit.field
		reload(g, src)
		g.Reload()
		if g.edit.field != field || widgets.CanvasOf(g).Focused() != fyne.Focusable(field) {
			t.Errorf("%s: the field is gone", name)
			continue
		}
		row, col := g.indexOf("k000020"), slices.IndexFunc(g.Columns, func(c Column) bool { return c.ID == "b" })
		if y := float32(row)*g.rowH - g.offY - 1; field.Position() != fyne.NewPos(g.screenX(col), y) || y < -1 || y > g.viewH() {
			t.Errorf("%s: the field is at %v, its cell at %v", name, field.Position(), fyne.NewPos(g.screenX(col), y))
		}
		test.Type(field, "X")
		press(field, fyne.KeyReturn)
		if !slices.Equal(*saved, []string{"k000020 b halvskrivXet"}) {
			t.Errorf("%s: saved %q", name, *saved)
		}
	}
}

func TestSelectedTextInACellStaysSelected(t *testing.T) {
	g, _, saved := editing(t)
	g.edit.field.TypedShortcut(&fyne.ShortcutSelectAll{})
	g.Reload()
	test.Type(g.edit.field, "nytt")
	press(g.edit.field, fyne.KeyReturn)
	if !slices.Equal(*saved, []string{"k000020 b nytt"}) {
		t.Errorf("saved %q", *saved)
	}
}

func TestARowThatGoesWhileItIsWrittenInIsToldOf(t *testing.T) {
	g, src, saved := editing(t)
	all := src.keys
	src.keys = slices.DeleteFunc(slices.Clone(all), func(k string) bool { return k == "k000020" })
	g.Reload()
	if !g.Editing() || g.edit.problem == nil || g.edit.problem.AccessibilityLabel() != "Raden visas inte." {
		t.Fatal("the field is gone, or nothing says why its row is")
	}
	press(g.edit.field, fyne.KeyReturn)
	if !g.Editing() || g.edit.field.Text != "halvskrivet" || len(*saved) != 0 {
		t.Error("what was written is gone, or was saved in another row")
	}
	src.keys = all
	g.Reload()
	if g.edit.problem != nil && g.edit.away {
		t.Error("the row is back and the field says that it isn't")
	}
	press(g.edit.field, fyne.KeyReturn)
	if g.Editing() || !slices.Equal(*saved, []string{"k000020 b halvskrivet"}) {
		t.Errorf("saved %q", *saved)
	}
}

func TestTabEditsTheNextCell(t *testing.T) {
	g, _, saved := editing(t)
	press(g.edit.field, fyne.KeyTab)
	if !g.Editing() || g.edit.id != "c" || g.edit.key != "k000020" {
		t.Fatal("Tab edits nothing")
	}
	test.Type(g.edit.field, "nästa") // all is selected
	press(g.edit.field, fyne.KeyTab)
	if g.Editing() || widgets.CanvasOf(g).Focused() != fyne.Focusable(g.body) {
		t.Error("after the last cell the rows should have the keyboard")
	}
	if !slices.Equal(*saved, []string{"k000020 b halvskrivet", "k000020 c nästa"}) {
		t.Errorf("saved %q", *saved)
	}
}

func TestTheKeyboardComesBackToTheRowsWithTheWindow(t *testing.T) {
	g, _, saved := editing(t)
	field := g.edit.field
	field.FocusLost() // another window comes in front
	field.FocusGained()
	if len(*saved) != 1 || widgets.CanvasOf(g).Focused() != fyne.Focusable(g.body) {
		t.Errorf("saved %q, and what is typed now goes nowhere", *saved)
	}
}

// TestCtrlEnterSavesWhatIsWrittenAndOpensItsRow, wherever that is when it is saved.
func TestCtrlEnterSavesWhatIsWrittenAndOpensItsRow(t *testing.T) {
	for _, refused := range []bool{false, true} {
		g, src, saved := editing(t)
		opened := ""
		g.OnOpen = func(row int) { opened = src.keys[row] }
		edit := g.OnEdit
		g.OnEdit = func(key, column, text string) error {
			if refused {
				return errors.New("Det går inte.")
			}
			slices.Reverse(src.keys)
			g.Reload()
			return edit(key, column, text)
		}
		g.edit.field.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: control})
		want := "k000020"
		if refused {
			want = ""
		}
		if opened != want || len(*saved) != len(want)/7 || g.Editing() != refused {
			t.Errorf("refused %v: saved %q, opened %q, editing %v", refused, *saved, opened, g.Editing())
		}
	}
}

// TestWhatIsWrittenInAColumnThatIsHiddenStays, says so, and is saved.
func TestWhatIsWrittenInAColumnThatIsHiddenStays(t *testing.T) {
	g, _, saved := editing(t)
	field := g.edit.field
	g.SetColumns(slices.Delete(slices.Clone(g.Columns), 1, 2), 1)
	if g.edit.field != field || g.edit.problem == nil || widgets.CanvasOf(g).Focused() != fyne.Focusable(field) {
		t.Fatal("what is written is gone, or nothing says that its cell is")
	}
	press(field, fyne.KeyReturn)
	if !slices.Equal(*saved, []string{"k000020 b halvskrivet"}) || g.Editing() {
		t.Errorf("saved %q", *saved)
	}
}
