package register_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/system"
	"itportfoljen/ui/async"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

// everyKey presses all that a list answers to, with what is on the clipboard; what opens is
// let go.
func everyKey(s *shell.Shell) {
	letGo := func() {
		for range 4 {
			if s.Window.Canvas().Overlays().Top() != nil {
				uitest.Press(s, fyne.KeyEscape)
			}
		}
	}
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyUp, fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageDown, fyne.KeyPageUp,
		fyne.KeyReturn, fyne.KeyTab, fyne.KeyF2, fyne.KeyEscape, fyne.KeyF4, fyne.KeyEscape, fyne.KeyBackspace, fyne.KeyEscape, fyne.KeySpace, fyne.KeyDelete, desktop.KeyMenu} {
		uitest.Press(s, k)
		letGo()
	}
	for _, k := range []fyne.KeyName{fyne.KeyD, fyne.KeySpace, fyne.KeyReturn, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd} {
		uitest.Shortcut(s, &desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierControl})
		letGo()
	}
	for _, sc := range []fyne.Shortcut{&fyne.ShortcutSelectAll{}, &fyne.ShortcutCopy{}, &fyne.ShortcutPaste{Clipboard: s.App.Clipboard()},
		&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt}} {
		uitest.Shortcut(s, sc)
		letGo()
	}
	uitest.Type(s, "x")
	letGo()
	uitest.Press(s, fyne.KeyEscape)
}

// TestNoKeyIsTooMuchForASmallList: none, one row, one column, and no room to show them in.
func TestNoKeyIsTooMuchForASmallList(t *testing.T) {
	for name, small := range map[string]func(t *testing.T, p *app.Portfolio, s *shell.Shell){
		"no rows": func(t *testing.T, p *app.Portfolio, s *shell.Shell) { search(t, s, "qqqqqq") },
		"one row": func(t *testing.T, p *app.Portfolio, s *shell.Shell) { search(t, s, "diariet") },
		"one column": func(t *testing.T, p *app.Portfolio, s *shell.Shell) {
			g := gridOf(t, s)
			for len(g.Columns) > 2 {
				g.OnHeaderMenu(g.Columns[1].ID, fyne.NewPos(300, 150))
				uitest.Tap(t, s, "Dölj kolumnen")
			}
		},
		"no room": func(t *testing.T, p *app.Portfolio, s *shell.Shell) {
			g := gridOf(t, s)
			g.Resize(fyne.NewSize(0, 0))
		},
		"all folded": func(t *testing.T, p *app.Portfolio, s *shell.Shell) {
			grouped(t, s, "livscykel")
			uitest.Tap(t, s, "Grupperat: Livscykel")
			uitest.Tap(t, s, "Fäll ihop alla")
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := uitest.Open(t)
			before := all(p)
			was, _ := p.CanUndo()
			s := open(t, p)
			small(t, p, s)
			s.App.Clipboard().SetContent("a\tb\r\nc\td\r\n")
			g := gridOf(t, s)
			g.Focus()
			everyKey(s)
			g.OnFill(grid.Range{}, grid.Range{Bottom: 1})
			for range 4 {
				if s.Window.Canvas().Overlays().Top() != nil {
					uitest.Press(s, fyne.KeyEscape)
				}
			}
			for range 9 {
				if now, _ := p.CanUndo(); now != was {
					s.Undo()
				}
			}
			if after := all(p); after != before {
				t.Errorf("it was\n%s\nand is\n%s", before, after)
			}
		})
	}
}

// all is all that the systems have.
func all(p *app.Portfolio) string {
	var out []string
	for _, r := range p.All(system.Kind) {
		for _, f := range p.Fields(system.Kind) {
			out = append(out, f.Exact(p, f.Value(p, r, 0)))
		}
	}
	return strings.Join(out, "|")
}

// written are what the systems hold, by name.
func written(p *app.Portfolio) string {
	var out []string
	for _, r := range p.All(system.Kind) {
		if tag := system.Recipients.Get(r); tag != "" {
			out = append(out, r.Name()+" "+tag)
		}
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

// TestAHeadingTakesNothingAndGivesNothing: what is typed, cleared, filled or pasted over
// headings is of the rows under them, and of those that show.
func TestAHeadingTakesNothingAndGivesNothing(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	set(t, p, sys(t, p, "Skolplattformen").ID, system.Lifecycle.Field, "idea") // the first of three groups
	show(t, s, system.Recipients.Label)
	g := grouped(t, s, "livscykel")
	col := column(t, g, system.Recipients.Key)
	over := func(top, bottom int) {
		g.SelectRange(grid.Range{Top: top, Left: col, Bottom: bottom, Right: col})
		g.Focus()
	}
	if got := lines(g); len(got) != 7 || got[1] != "Skolplattformen" || got[3] != "Lönesystemet" || got[4] != "HemtjänstPlan" || got[6] != "Diariet W3" {
		t.Fatalf("grouped: %q", got)
	}
	over(2, 2)
	uitest.Type(s, "x")
	uitest.Press(s, fyne.KeyF2, fyne.KeyBackspace, fyne.KeyF4, fyne.KeyDelete)
	ctrlD(s)
	uitest.Shortcut(s, &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
	if got := written(p); got != "" || s.Window.Canvas().Overlays().Top() != nil || g.Editing() {
		t.Errorf("a heading takes %q: %q", got, uitest.Texts(uitest.Front(s)))
	}
	over(1, 3)
	pasted(s, "a\r\nb")
	uitest.Tap(t, s, "Klistra in")
	if got := written(p); got != "Lönesystemet b, Skolplattformen a" {
		t.Errorf("pasted over a heading: %s", got)
	}
	over(1, 6)
	ctrlD(s)
	uitest.Tap(t, s, "Fyll i")
	if got := written(p); got != "Diariet W3 a, HemtjänstPlan a, Lönesystemet a, Skolplattformen a" {
		t.Errorf("filled over headings: %s", got)
	}
	set(t, p, sys(t, p, "HemtjänstPlan").ID, system.Recipients.Field, "c")
	g.OnFill(grid.Range{Top: 4, Left: col, Bottom: 4, Right: col}, grid.Range{Top: 2, Left: col, Bottom: 5, Right: col})
	if got := written(p); got != "Diariet W3 a, HemtjänstPlan c, Lönesystemet c, Skolplattformen a" {
		t.Errorf("filled by the handle to headings: %s", got)
	}
	over(2, 6) // from the heading
	uitest.Press(s, fyne.KeyDelete)
	uitest.Tap(t, s, "Töm")
	if got := written(p); got != "Skolplattformen a" {
		t.Errorf("cleared from a heading on: %s", got)
	}
	over(2, 2)
	uitest.Press(s, fyne.KeyLeft) // folds two away
	uitest.Shortcut(s, &fyne.ShortcutSelectAll{})
	uitest.Press(s, fyne.KeyDelete)
	if !uitest.Shows(uitest.Front(s), "Ta bort 2 system?") {
		t.Fatalf("it asks %q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Tap(t, s, "Ta bort")
	if all := p.All(system.Kind); len(all) != 2 || all[0].Name() != "Lönesystemet" && all[1].Name() != "Lönesystemet" {
		t.Errorf("%d systems are left", len(all))
	}
}

// slowly does what the disk answers to when it is done, as it is in a window.
func slowly(t *testing.T, s *shell.Shell, do func(t *testing.T, s *shell.Shell)) {
	t.Helper()
	async.Hold()
	do(t, s)
	async.Release()
}

// TestWhatTheDiskRefusesOfManyCellsIsSaid: why, and that nothing has changed; the list has
// the keyboard, and the same done again goes in.
func TestWhatTheDiskRefusesOfManyCellsIsSaid(t *testing.T) {
	for name, do := range map[string]func(t *testing.T, s *shell.Shell){
		"paste": func(t *testing.T, s *shell.Shell) { at(t, s, "Lönesystemet/lifecycle"); pasted(s, "Avvecklat") },
		"paste, looked through": func(t *testing.T, s *shell.Shell) {
			at(t, s, "Lönesystemet/lifecycle")
			pasted(s, "Avvecklat\r\nAvvecklat")
			uitest.Tap(t, s, "Klistra in")
		},
		"fill": func(t *testing.T, s *shell.Shell) {
			at(t, s, "Lönesystemet/lifecycle", "Diariet W3/lifecycle")
			ctrlD(s)
		},
		"clear": func(t *testing.T, s *shell.Shell) {
			at(t, s, "Lönesystemet/lifecycle")
			uitest.Press(s, fyne.KeyDelete)
		},
		"bulk": func(t *testing.T, s *shell.Shell) {
			bulk(t, s, "Livscykel")
			uitest.Type(s, "avvecklat")
			uitest.Press(s, fyne.KeyReturn, fyne.KeyReturn)
		},
		"delete": func(t *testing.T, s *shell.Shell) {
			at(t, s, "Lönesystemet/name")
			uitest.Press(s, fyne.KeyDelete)
			uitest.Tap(t, s, "Ta bort")
		},
		"a view": func(t *testing.T, s *shell.Shell) {
			uitest.Tap(t, s, "Alla system")
			uitest.Tap(t, s, "Spara vyn som …")
			uitest.Type(s, "Min vy")
			uitest.Press(s, fyne.KeyReturn)
		},
	} {
		t.Run(name, func(t *testing.T) {
			s, p, store := onDisk(t)
			before := all(p)
			label, _ := p.CanUndo()
			gridOf(t, s).Focus()
			store.FailWith(fault.New(fault.DiskFull, "Disken är full. Inget har ändrats. Frigör utrymme."))
			slowly(t, s, do)
			if !uitest.Shows(uitest.Front(s), "Disken är full") || all(p) != before {
				t.Fatalf("it says %q", uitest.Texts(uitest.Front(s)))
			}
			uitest.Press(s, fyne.KeyEscape)
			if at := s.Window.Canvas().Focused(); at != gridOf(t, s).Target() {
				t.Errorf("%T has the keyboard", at)
			}
			store.FailWith(nil)
			slowly(t, s, do)
			if now, _ := p.CanUndo(); all(p) == before && now == label && name != "a view" {
				t.Errorf("done again, nothing has changed: %q", uitest.Texts(uitest.Front(s)))
			}
			if name == "a view" && !uitest.CanTap(s, "Min vy") {
				t.Errorf("done again, the view isn't there")
			}
		})
	}
}

// TestAColumnIsHiddenUnderTheCursorAndWhileItIsWrittenIn: the cursor goes on beside, and
// what is written is saved.
func TestAColumnIsHiddenUnderTheCursorAndWhileItIsWrittenIn(t *testing.T) {
	s, p, _ := onDisk(t)
	show(t, s, system.Recipients.Label)
	g := at(t, s, "Diariet W3/recipients")
	hide := func(key string) {
		t.Helper()
		g.OnHeaderMenu(key, fyne.NewPos(300, 150))
		uitest.Tap(t, s, "Dölj kolumnen")
	}
	hide(system.Recipients.Key)
	if row, key := g.Cursor(); g.CursorColumn() != len(g.Columns)-1 || key != string(sys(t, p, "Diariet W3").ID) {
		t.Errorf("the cursor is in row %d, column %d", row, g.CursorColumn())
	}
	show(t, s, system.Recipients.Label)
	at(t, s, "Diariet W3/recipients")
	uitest.Type(s, "moln")
	hide(system.Recipients.Key)
	if got := system.Recipients.Get(sys(t, p, "Diariet W3")); got != "moln" || s.Window.Canvas().Focused() != g.Target() {
		t.Errorf("it has %q, and %T the keyboard", got, s.Window.Canvas().Focused())
	}
}
