package register_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/input"
	"itportfoljen/ui/pages/systems"
	"itportfoljen/ui/register"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

func open(t *testing.T, p *app.Portfolio) *shell.Shell {
	t.Helper()
	return uitest.Window(t, p, app.Services{}, systems.Spec())
}

func gridOf(t *testing.T, s *shell.Shell) *grid.Grid {
	t.Helper()
	gs := uitest.Find[*grid.Grid](s)
	if len(gs) == 0 {
		t.Fatalf("no list: %q", uitest.Texts(uitest.Front(s)))
	}
	return gs[0]
}

func sys(t *testing.T, p *app.Portfolio, name string) *field.Record {
	t.Helper()
	for _, r := range p.All(system.Kind) {
		if r.Name() == name {
			return r
		}
	}
	t.Fatalf("no system is called %q", name)
	return nil
}

// count is how many systems the foot says that the list has.
func count(t *testing.T, s *shell.Shell, want string) {
	t.Helper()
	if !uitest.Shows(gridOf(t, s), want) {
		t.Errorf("the list doesn't say %q: %q", want, uitest.Texts(gridOf(t, s)))
	}
}

func TestTypingFiltersTheListForgivingly(t *testing.T) {
	s := open(t, uitest.Open(t))
	count(t, s, "4 system")
	for _, f := range uitest.Find[*input.Search](s) {
		if uitest.Shows(f, "Filtrera system") {
			s.Window.Canvas().Focus(f.Target())
		}
	}
	uitest.Write(t, s, "lonesys")
	count(t, s, "1 system")
	if !uitest.Shows(gridOf(t, s), "Lönesystemet") {
		t.Error("å, ä and ö aren't forgiven")
	}
}

func TestAFilterIsAChipThatCanBeTakenAway(t *testing.T) {
	s := open(t, uitest.Open(t))
	uitest.Tap(t, s, "Filter")
	uitest.Write(t, s, "livscyk")
	uitest.Key(t, s, fyne.KeyReturn)
	uitest.Write(t, s, " ") // the first value is marked
	uitest.Key(t, s, fyne.KeyReturn)
	chips := uitest.Find[*widgets.Chip](s)
	if len(chips) != 1 {
		t.Fatalf("%d chips", len(chips))
	}
	if uitest.Shows(gridOf(t, s), "4 system") {
		t.Error("the filter keeps everything")
	}
	s.Window.Canvas().Focus(chips[0])
	uitest.Key(t, s, fyne.KeyDelete)
	count(t, s, "4 system")
}

func TestAFilterOnAValueThatNobodyHasIsSaid(t *testing.T) {
	s := open(t, uitest.Open(t))
	uitest.Tap(t, s, "Filter")
	uitest.Write(t, s, "livscyk")
	uitest.Key(t, s, fyne.KeyReturn)
	uitest.Write(t, s, "200000")
	uitest.Key(t, s, fyne.KeyReturn)
	if !uitest.Shows(uitest.Front(s), "Inget värde heter ”200000”.") {
		t.Errorf("nothing is said: %q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Tap(t, s, "Avbryt")
	count(t, s, "4 system")
}

func TestASystemWithoutOwnerIsFoundByFilter(t *testing.T) {
	s := open(t, uitest.Open(t))
	uitest.Tap(t, s, "Filter")
	uitest.Tap(t, s, "Systemägare")
	uitest.Tap(t, s, "Saknas")
	uitest.Tap(t, s, "Filtrera")
	count(t, s, "1 system")
	if !uitest.Shows(gridOf(t, s), "Diariet W3") {
		t.Error("the system without owner isn't listed")
	}
}

// TestTheListIsOrderedBySeveralColumns, remembers it, and lets go of one at a time.
func TestTheListIsOrderedBySeveralColumns(t *testing.T) {
	s := open(t, uitest.Open(t))
	g := gridOf(t, s)
	sorted := func(want string, keys int) {
		t.Helper()
		if got := names(t, s); got != want {
			t.Errorf("in the order %s", got)
		}
		if by := register.New(s, system.Kind, nil).List().Sorted(); len(by) != keys {
			t.Errorf("remembered by %v", by)
		}
	}
	pick := func(column, item string) {
		t.Helper()
		g.OnHeaderMenu(column, fyne.NewPos(300, 150))
		uitest.Tap(t, s, item)
	}
	g.OnSort(system.OwnerUnit.Key, false, false)
	g.OnSort(system.Name.Key, true, true) // with Shift
	sorted("Skolplattformen, Lönesystemet, Diariet W3, HemtjänstPlan", 2)
	g.OnSort(system.Name.Key, false, true) // once more
	sorted("Skolplattformen, Diariet W3, Lönesystemet, HemtjänstPlan", 2)
	pick(system.OwnerUnit.Key, "Ta bort sorteringen")
	sorted("Diariet W3, HemtjänstPlan, Lönesystemet, Skolplattformen", 1)
	pick(system.Lifecycle.Key, "Lägg till i sorteringen")
	sorted("Diariet W3, HemtjänstPlan, Lönesystemet, Skolplattformen", 2)
	g.OnSort(system.Lifecycle.Key, true, false)
	sorted("Diariet W3, Skolplattformen, Lönesystemet, HemtjänstPlan", 1)
}

func TestColumnsAreChosenAndRemembered(t *testing.T) {
	s := open(t, uitest.Open(t))
	before := len(gridOf(t, s).Columns)
	uitest.Tap(t, s, "Kolumner")
	uitest.Tap(t, s, "Livscykel")
	uitest.Tap(t, s, "Visa kolumnerna")
	if got := len(gridOf(t, s).Columns); got != before-1 {
		t.Errorf("%d columns, not %d", got, before-1)
	}
	if n := len(register.New(s, system.Kind, nil).List().Columns()); n != before-2 { // beside that of references
		t.Errorf("%d columns are remembered", n)
	}
}

func TestSelectedRowsAreCopiedAsATable(t *testing.T) {
	s := open(t, uitest.Open(t))
	g := gridOf(t, s)
	g.Focus()
	g.SelectAll()
	g.OnCopy()
	lines := strings.Split(s.App.Clipboard().Content(), "\r\n")
	if len(lines) != 5 || !strings.HasPrefix(lines[0], "Ref\tSystem\t") || !strings.Contains(lines[1], "SYS-0001\tLönesystemet") {
		t.Errorf("copied %q", lines)
	}
}

func TestRowsAreDeletedAfterAQuestionAndBroughtBack(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	g := gridOf(t, s)
	g.Focus()
	uitest.Key(t, s, fyne.KeyHome, fyne.KeyDelete)
	if !uitest.Shows(uitest.Front(s), "Ta bort Lönesystemet?") {
		t.Fatalf("asked %q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Key(t, s, fyne.KeyReturn) // Enter is no
	if len(p.All(system.Kind)) != 4 {
		t.Fatal("one Enter too many takes a system away")
	}
	gridOf(t, s).Focus()
	uitest.Key(t, s, fyne.KeyDelete)
	uitest.Tap(t, s, "Ta bort")
	count(t, s, "3 system")
	s.Undo()
	count(t, s, "4 system")
	sys(t, p, "Lönesystemet")
}

func TestACellIsEditedAndARefusedValueStaysWithItsReason(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	g := gridOf(t, s)
	g.Focus()
	uitest.Key(t, s, fyne.KeyF2) // the keyboard comes to the first name
	if !g.Editing() {
		t.Fatal("F2 edits nothing")
	}
	uitest.Write(t, s, "Lön 2")
	uitest.Key(t, s, fyne.KeyReturn)
	sys(t, p, "Lön 2")
	for i, c := range g.Columns {
		if c.ID == system.AgreementEnd.Key {
			g.BeginEdit(0, i)
			uitest.Write(t, s, "snart")
			uitest.Key(t, s, fyne.KeyReturn)
			if !g.Editing() {
				t.Error("a date that isn't one was taken")
			}
			uitest.Key(t, s, fyne.KeyEscape)
		}
	}
	if g.Editing() {
		t.Error("Escape doesn't let go")
	}
}

// TestAClickOpensNoPanel: an open one follows the cursor. Enter opens it.
func TestAClickOpensNoPanel(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	g := gridOf(t, s)
	all := p.All(system.Kind)
	g.Select(string(all[0].ID))
	over := func(r *field.Record) string { return r.Ref + " · system" }
	if uitest.Shows(s.Window.Content(), over(all[0])) {
		t.Error("a row with the cursor opens the panel")
	}
	g.Focus()
	uitest.Key(t, s, fyne.KeyReturn)
	if !uitest.Shows(s.Window.Content(), over(all[0])) {
		t.Fatal("Enter doesn't open it")
	}
	g.Select(string(all[1].ID))
	if !uitest.Shows(s.Window.Content(), over(all[1])) {
		t.Error("an open panel doesn't follow")
	}
}

// TestACellIsChosenAsInTheForm: an owner isn't written as text that refuses names, and
// a lifecycle opens its list by the cell.
func TestACellIsChosenAsInTheForm(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	g := gridOf(t, s)
	r := sys(t, p, "Diariet W3") // nobody owns it
	at := func(f *field.Field) {
		t.Helper()
		g.Select(string(r.ID))
		row, _ := g.Cursor()
		col := slices.IndexFunc(g.Columns, func(c grid.Column) bool { return c.ID == f.Key })
		if g.BeginEdit(row, col); g.Editing() {
			t.Fatalf("%s is raw text", f.Label)
		}
	}
	at(system.SystemOwner.Field)
	uitest.Tap(t, s, "Sara Öberg")
	if hs := system.SystemOwner.Get(p.Get(r.ID)); len(hs) != 1 || p.Label(hs[0].Person) != "Sara Öberg" {
		t.Errorf("it is owned by %v", hs)
	}
	if !uitest.Shows(g, "Sara Öberg") {
		t.Error("the list doesn't show it")
	}
	s.Undo()
	if len(system.SystemOwner.Get(p.Get(r.ID))) != 0 {
		t.Error("it isn't undone")
	}
	at(system.Lifecycle.Field)
	uitest.Tap(t, s, "Avvecklat")
	if system.Lifecycle.Get(p.Get(r.ID)) != "retired" || s.Window.Canvas().Focused() == nil {
		t.Errorf("its lifecycle is %s", system.Lifecycle.Get(p.Get(r.ID)))
	}
}

func TestANewSystemSaysNyttSystem(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	s.Go("systems", shell.Create{})
	uitest.Tap(t, s, "Skapa")
	if !uitest.Shows(uitest.Front(s), "Skriv ett namn.") {
		t.Error("a system may be nameless")
	}
	uitest.Write(t, s, "Kartportalen")
	uitest.Tap(t, s, "Skapa")
	sys(t, p, "Kartportalen")
	if label, ok := p.CanUndo(); !ok || label != "Nytt system: Kartportalen" {
		t.Errorf("undo says %q", label)
	}
}

func TestAFileOpenForReadingOffersNothingThatChangesIt(t *testing.T) {
	s := open(t, uitest.ReadOnly(t))
	g := gridOf(t, s)
	g.Focus()
	uitest.Key(t, s, fyne.KeyF2)
	if !uitest.Shows(g, "öppnad för läsning") {
		t.Errorf("nothing says why a cell can't be written in: %q", uitest.Texts(g))
	}
	if g.Editing() {
		t.Error("a cell can be edited")
	}
	uitest.Key(t, s, fyne.KeyDelete)
	if s.Window.Canvas().Overlays().Top() != nil {
		t.Error("rows can be deleted")
	}
	g.OnMenu(0, fyne.NewPos(400, 300))
	for _, no := range []string{"Ta bort …", "Ändra ett fält …"} {
		if uitest.CanTap(s, no) {
			t.Errorf("the menu offers %q", no)
		}
	}
	uitest.Key(t, s, fyne.KeyEscape)
	if uitest.CanTap(s, "Nytt system") {
		t.Error("a new system is offered")
	}
}
