package register_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
	"itportfoljen/ui/async"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

// at puts the cursor in a cell, and on to one further on when there are two.
func at(t *testing.T, s *shell.Shell, cells ...string) *grid.Grid {
	t.Helper()
	g := gridOf(t, s)
	place := func(cell string) (row, col int) {
		name, key, _ := strings.Cut(cell, "/")
		g.Select(string(sys(t, s.Portfolio(), name).ID))
		row, _ = g.Cursor()
		return row, column(t, g, key)
	}
	top, left := place(cells[0])
	bottom, right := top, left
	if len(cells) > 1 {
		bottom, right = place(cells[1])
	}
	g.SelectRange(grid.Range{Top: top, Left: left, Bottom: bottom, Right: right})
	g.Focus()
	return g
}

func lifecycle(t *testing.T, p *app.Portfolio, name string) string {
	t.Helper()
	return system.Lifecycle.Get(sys(t, p, name))
}

func ownersOf(p *app.Portfolio, r *field.Record) (out []string) {
	for _, id := range field.Holders(system.SystemOwner.Get(r), p.Today()) {
		out = append(out, p.Label(id))
	}
	return out
}

func pasted(s *shell.Shell, text string) {
	s.App.Clipboard().SetContent(text)
	uitest.Shortcut(s, &fyne.ShortcutPaste{Clipboard: s.App.Clipboard()})
}

func TestOneRecordIsPastedAtOnceAndUndone(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	at(t, s, "HemtjänstPlan/system_owner")
	pasted(s, "Sara Öberg\r\n")
	if got := ownersOf(p, sys(t, p, "HemtjänstPlan")); !slices.Equal(got, []string{"Sara Öberg"}) {
		t.Fatalf("owned by %v: %q", got, uitest.Texts(uitest.Front(s)))
	}
	if label, _ := p.CanUndo(); label != "Inklistrat: 1 cell i HemtjänstPlan" {
		t.Errorf("undo says %q", label)
	}
	if hs := system.SystemOwner.Get(sys(t, p, "HemtjänstPlan")); len(hs) != 2 {
		t.Errorf("who owned it has no time: %v", hs)
	}
	s.Undo()
	if got := ownersOf(p, sys(t, p, "HemtjänstPlan")); !slices.Equal(got, []string{"Per-Åke Hägg"}) {
		t.Errorf("after undo owned by %v", got)
	}
}

func TestABlockIsShownBeforeItIsPasted(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	g := at(t, s, "HemtjänstPlan/system_owner")
	pasted(s, "Karin Ny\tAnna Ek\r\nAnna Ek\tKulturförvaltningen\r\n\tAnna Ek\r\n\tAnna Ek")
	front := uitest.Front(s)
	for _, want := range []string{"rad får inte plats och tas inte med", "Lägg till det som saknas: 1 person (Karin Ny)", "Per-Åke Hägg", "ser ut som en enhet och är", "Töm 1 värde där"} {
		if !uitest.Shows(front, want) {
			t.Errorf("the preview doesn't say %q: %q", want, uitest.Texts(front))
		}
	}
	if len(p.All(org.PersonKind)) != 3 {
		t.Fatal("it is pasted before anybody has said so")
	}
	uitest.Tap(t, s, "Töm 1 värde där den inklistrade cellen är tom")
	uitest.Tap(t, s, "Klistra in")
	for name, want := range map[string]string{"HemtjänstPlan": "Karin Ny", "Diariet W3": "Anna Ek", "Skolplattformen": "Sara Öberg"} {
		if got := ownersOf(p, sys(t, p, name)); !slices.Equal(got, []string{want}) {
			t.Errorf("%s is owned by %v", name, got)
		}
	}
	if r, ok := g.Range(); !ok || r.Bottom-r.Top != 2 || r.Right-r.Left != 1 {
		t.Errorf("selected is %+v", r)
	}
	s.Undo()
	if len(p.All(org.PersonKind)) != 3 || len(ownersOf(p, sys(t, p, "Diariet W3"))) != 0 {
		t.Error("one undo doesn't take all of it back")
	}
}

func TestNothingIsMadeWhenNobodyWantsIt(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	at(t, s, "HemtjänstPlan/system_owner")
	pasted(s, "Karin Ny\r\nAnna Ek")
	uitest.Tap(t, s, "Lägg till det som saknas: 1 person (Karin Ny)")
	if !uitest.Shows(uitest.Front(s), "nya läggs inte till") {
		t.Errorf("%q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Tap(t, s, "Klistra in")
	if len(p.All(org.PersonKind)) != 3 || !slices.Equal(ownersOf(p, sys(t, p, "Diariet W3")), []string{"Anna Ek"}) {
		t.Error("somebody is made, or the rest isn't pasted")
	}
}

func TestAPreviewThatIsCancelledChangesNothing(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	at(t, s, "HemtjänstPlan/lifecycle")
	before, _ := p.CanUndo()
	pasted(s, "Avvecklat\nAvvecklat")
	uitest.Tap(t, s, "Avbryt")
	if after, _ := p.CanUndo(); after != before {
		t.Errorf("it did %q", after)
	}
}

func TestWithHeadingsRowsFindTheirRecordsUnlessTheyAreSaidToBeNone(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	at(t, s, "HemtjänstPlan/lifecycle")
	pasted(s, "System\tLivscykel\nSkolplattformen\tAvvecklat\nLönesystemet\tAvvecklat\n")
	uitest.Tap(t, s, "Klistra in")
	if lifecycle(t, p, "Skolplattformen") != "retired" || lifecycle(t, p, "Lönesystemet") != "retired" || lifecycle(t, p, "HemtjänstPlan") == "retired" {
		t.Error("rows didn't find their records")
	}
	s.Undo()
	at(t, s, "HemtjänstPlan/lifecycle")
	pasted(s, "Livscykel\nAvvecklat\nAvvecklat")
	uitest.Tap(t, s, "Första raden är rubriker")
	if !uitest.Shows(uitest.Front(s), "”Livscykel”") {
		t.Errorf("the heading isn't read as a value: %q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Tap(t, s, "Klistra in")
	if lifecycle(t, p, "Diariet W3") != "retired" || lifecycle(t, p, "HemtjänstPlan") == "retired" {
		t.Error("the first row is still headings")
	}
}

// TestCellsGoWhereTheCursorIs: what was copied here is pasted without its headings.
func TestCellsGoWhereTheCursorIs(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	at(t, s, "Lönesystemet/system_owner", "HemtjänstPlan/system_owner").OnCopy()
	if got := s.App.Clipboard().Content(); got != "Systemägare\r\nAnna Ek\r\nPer-Åke Hägg" {
		t.Fatalf("copied %q", got)
	}
	at(t, s, "Diariet W3/system_manager")
	uitest.Shortcut(s, &fyne.ShortcutPaste{Clipboard: s.App.Clipboard()})
	uitest.Tap(t, s, "Klistra in")
	if hs := system.Manager.Get(sys(t, p, "Diariet W3")); len(hs) != 1 || p.Label(hs[0].Person) != "Anna Ek" || len(ownersOf(p, sys(t, p, "Diariet W3"))) != 0 {
		t.Error("cells are pasted in the column that they came from")
	}
}

func TestACellIsCopiedAsItsValueAndPastedOverARange(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	at(t, s, "Diariet W3/lifecycle").OnCopy()
	if got := s.App.Clipboard().Content(); got != "Under avveckling" {
		t.Fatalf("copied %q", got)
	}
	at(t, s, "Lönesystemet/lifecycle", "HemtjänstPlan/lifecycle")
	uitest.Shortcut(s, &fyne.ShortcutPaste{Clipboard: s.App.Clipboard()})
	uitest.Tap(t, s, "Klistra in")
	if lifecycle(t, p, "Lönesystemet") != "phaseout" || lifecycle(t, p, "HemtjänstPlan") != "phaseout" {
		t.Error("one cell doesn't fill a range")
	}
}

func TestARangeIsFilledDownClearedAndFilledByItsHandle(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	at(t, s, "Lönesystemet/system_owner", "Diariet W3/system_owner")
	uitest.Shortcut(s, &desktop.CustomShortcut{KeyName: fyne.KeyD, Modifier: fyne.KeyModifierControl})
	uitest.Tap(t, s, "Fyll i")
	if got := ownersOf(p, sys(t, p, "Diariet W3")); !slices.Equal(got, []string{"Anna Ek"}) {
		t.Fatalf("filled with %v", got)
	}
	if label, _ := p.CanUndo(); label != "Ifyllt: 2 celler i 2 system" {
		t.Errorf("undo says %q", label)
	}
	s.Undo()
	at(t, s, "Lönesystemet/lifecycle", "HemtjänstPlan/lifecycle")
	uitest.Press(s, fyne.KeyDelete)
	uitest.Tap(t, s, "Töm")
	if lifecycle(t, p, "Lönesystemet") != "" || lifecycle(t, p, "HemtjänstPlan") != "" {
		t.Error("the cells aren't emptied")
	}
	s.Undo()
	g := at(t, s, "Lönesystemet/lifecycle")
	r, _ := g.Range()
	to := r
	to.Bottom += 2
	g.OnFill(r, to) // one of the two is so already, and one record is filled at once
	if lifecycle(t, p, "Diariet W3") != "maintained" {
		t.Error("the handle fills nothing")
	}
}

func TestTheFootSaysWhatTheSelectedCellsComeTo(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	g := at(t, s, "Lönesystemet/operations_budget", "HemtjänstPlan/operations_budget")
	if !uitest.Shows(g, "Antal 2 · Summa 1\u00a0060\u00a0000 kr · Medel 530\u00a0000 kr · Min–max 420\u00a0000 kr – 640\u00a0000 kr") {
		t.Errorf("the foot says %q", uitest.Texts(g))
	}
	at(t, s, "Lönesystemet/system_owner", "Diariet W3/system_owner")
	if !uitest.Shows(g, "Antal 2") || uitest.Shows(g, "Summa") {
		t.Errorf("of owners the foot says %q", uitest.Texts(g))
	}
	at(t, s, "Lönesystemet/system_owner")
	if uitest.Shows(g, "Antal") || !uitest.Shows(g, "2\u00a0515\u00a0000 kr") {
		t.Errorf("of one cell the foot says %q", uitest.Texts(g))
	}
	g.SelectAll()
	async.Flush()
	if !uitest.Shows(g, "4 markerade") || !uitest.Shows(g, "2\u00a0515\u00a0000 kr") {
		t.Errorf("of whole rows the foot says %q", uitest.Texts(g))
	}
}

func TestTheMenuOffersWhatASpreadsheetDoes(t *testing.T) {
	s := open(t, uitest.Open(t))
	at(t, s, "Lönesystemet/lifecycle").OnMenu(0, fyne.NewPos(400, 300))
	for _, want := range []string{"Kopiera", "Klistra in", "Fyll nedåt", "Töm"} {
		if !uitest.CanTap(s, want) {
			t.Errorf("the menu doesn't offer %q", want)
		}
	}
}

func TestAFileOpenForReadingIsCopiedFromAndNotPastedIn(t *testing.T) {
	p := uitest.ReadOnly(t)
	s := open(t, p)
	g := at(t, s, "Lönesystemet/lifecycle")
	g.OnPaste("Avvecklat")
	if lifecycle(t, p, "Lönesystemet") != "maintained" || !uitest.Shows(uitest.Front(s), "öppnad för läsning") {
		t.Errorf("it is pasted, or nothing is said: %q", uitest.Texts(s.Window.Content()))
	}
	g.OnMenu(0, fyne.NewPos(400, 300))
	if uitest.CanTap(s, "Klistra in") {
		t.Error("the menu offers to paste")
	}
}

// TestHeadingsSayWhereItGoesWithoutACursor: and what has none is shown before it is
// written in the first cells.
func TestHeadingsSayWhereItGoesWithoutACursor(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	g := gridOf(t, s)
	g.ClearSelection()
	g.OnPaste("System\tLivscykel\nDiariet W3\tAvvecklat")
	if lifecycle(t, p, "Diariet W3") != "retired" {
		t.Errorf("%q", uitest.Texts(uitest.Front(s)))
	}
	g.ClearSelection()
	g.OnPaste("Avvecklat")
	if !uitest.Shows(uitest.Front(s), "Inget på första raden är namn på en kolumn") {
		t.Errorf("nothing says where it goes: %q", uitest.Texts(uitest.Front(s)))
	}
}
