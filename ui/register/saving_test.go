package register_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/ui/async"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/input"
	"itportfoljen/ui/pages/systems"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

// column is where the grid has a field.
func column(t *testing.T, g *grid.Grid, key string) int {
	t.Helper()
	for i, c := range g.Columns {
		if c.ID == key {
			return i
		}
	}
	t.Fatalf("the list has no column %q", key)
	return 0
}

func onDisk(t *testing.T) (*shell.Shell, *app.Portfolio, *apptest.Store) {
	t.Helper()
	store := apptest.NewStore()
	p := uitest.OpenIn(t, store)
	return uitest.Window(t, p, app.Services{}, systems.Spec()), p, store
}

func set(t *testing.T, p *app.Portfolio, id field.ID, f *field.Field, text string) {
	t.Helper()
	if _, err := p.SetText(t.Context(), id, field.Column{Field: f}, text); err != nil {
		t.Fatal(err)
	}
}

// TestTabInTheGridGoesOnTyping: the first cell's save lands while the next is
// being written in.
func TestTabInTheGridGoesOnTyping(t *testing.T) {
	s, p, _ := onDisk(t)
	g := gridOf(t, s)
	g.OnSort(system.Name.Key, false, false)
	g.Select(string(p.All(system.Kind)[0].ID))
	g.Focus()
	async.Hold()
	row, _ := g.Cursor()
	g.BeginEdit(row, column(t, g, system.Name.Key))
	uitest.Write(t, s, "Ö-systemet") // last in the order now
	uitest.Press(s, fyne.KeyTab)
	if g.CursorColumn() != column(t, g, system.Name.Key)+1 {
		t.Errorf("Tab leads to column %d", g.CursorColumn())
	}
	for g.CursorColumn() != column(t, g, system.AgreementEnd.Key) {
		uitest.Press(s, fyne.KeyTab)
	}
	uitest.Write(t, s, "halv")
	next := s.Window.Canvas().Focused()
	async.Release() // the first cell is saved, and the list sorted anew
	if !g.Editing() || s.Window.Canvas().Focused() != next {
		t.Fatal("the cell that is being written in is gone")
	}
	if now, _ := g.Cursor(); now == row {
		t.Fatal("the row hasn't moved, so this shows nothing")
	}
	uitest.Press(s, fyne.KeyEscape)
	sys(t, p, "Ö-systemet")
}

func TestARowFilteredAwayWhileItIsWrittenInIsStillSaved(t *testing.T) {
	s, p, _ := onDisk(t)
	g := gridOf(t, s)
	id := p.All(system.Kind)[0].ID
	g.Select(string(id))
	row, _ := g.Cursor()
	g.BeginEdit(row, column(t, g, system.Name.Key))
	uitest.Write(t, s, "Nytt namn")
	field := s.Window.Canvas().Focused()
	for _, f := range uitest.Find[*input.Search](s) {
		if uitest.Shows(f, "Filtrera system") {
			f.OnChanged("diariet")
		}
	}
	if s.Window.Canvas().Focused() != field || !uitest.Shows(g, "visas inte längre med filtret") {
		t.Fatalf("the row is filtered away and nothing says so: %q", uitest.Texts(g))
	}
	uitest.Press(s, fyne.KeyReturn)
	if got := p.Get(id).Name(); got != "Nytt namn" {
		t.Errorf("the system is called %q", got)
	}
}

func TestARowDeletedWhileItIsWrittenInKeepsWhatWasWritten(t *testing.T) {
	s, p, _ := onDisk(t)
	g := gridOf(t, s)
	id := p.All(system.Kind)[0].ID
	g.Select(string(id))
	row, _ := g.Cursor()
	g.BeginEdit(row, column(t, g, system.Name.Key))
	uitest.Write(t, s, "Nytt namn")
	if _, err := p.Delete(t.Context(), []field.ID{id}); err != nil {
		t.Fatal(err)
	}
	uitest.Press(s, fyne.KeyReturn)
	if !g.Editing() || !uitest.Shows(g, "Raden är borttagen") {
		t.Errorf("what was written is gone: %q", uitest.Texts(g))
	}
}

func TestUndoInACellUndoesTyping(t *testing.T) {
	s, p, _ := onDisk(t)
	g := gridOf(t, s)
	r := p.All(system.Kind)[0]
	set(t, p, r.ID, system.Recipients.Field, "KS 1")
	g.Select(string(r.ID))
	row, _ := g.Cursor()
	g.BeginEdit(row, column(t, g, system.Name.Key))
	uitest.Write(t, s, "Halvskrivet")
	for range 3 {
		uitest.Shortcut(s, &fyne.ShortcutUndo{})
		if got := p.Get(r.ID); got.Name() != r.Name() || got.Get(system.Recipients.Field) != "KS 1" {
			if g.Editing() {
				t.Fatalf("undo while typing changed the portfolio: %q, %v", got.Name(), got.Get(system.Recipients.Field))
			}
			return // all typing is undone, so it was the turn of what was done before
		}
	}
	t.Error("undo never goes past the field")
}

func TestACellThatCouldNotBeSavedKeepsItsText(t *testing.T) {
	s, p, store := onDisk(t)
	g := gridOf(t, s)
	id := p.All(system.Kind)[0].ID
	write := func() {
		g.Select(string(id))
		row, _ := g.Cursor()
		g.BeginEdit(row, column(t, g, system.Name.Key))
	}
	store.FailWith(fault.New(fault.DiskFull, "Disken är full. Inget har ändrats. Frigör utrymme."))
	write()
	uitest.Write(t, s, "Nytt namn")
	uitest.Press(s, fyne.KeyReturn)
	if !uitest.Shows(g, "Nytt namn") || !uitest.Shows(s.Window.Content(), "Disken är full") {
		t.Fatalf("what was written is gone, or nothing says why it isn't saved: %q", uitest.Texts(g))
	}
	store.FailWith(nil)
	write()
	uitest.Press(s, fyne.KeyReturn) // leaving the cell again
	if got := p.Get(id).Name(); got != "Nytt namn" || uitest.CanTap(s, "Försök igen") || uitest.Shows(s.Window.Content(), "Disken är full") {
		t.Errorf("the system is called %q, and it says %q", got, uitest.Texts(s.Window.Content()))
	}
}

func TestClosingTakesInTheCellThatIsWrittenIn(t *testing.T) {
	s, p, _ := onDisk(t)
	g := gridOf(t, s)
	id := p.All(system.Kind)[0].ID
	g.Select(string(id))
	row, _ := g.Cursor()
	g.BeginEdit(row, column(t, g, system.Name.Key))
	uitest.Write(t, s, "Nytt namn")
	s.ClosePortfolio()
	if got := p.Get(id).Name(); got != "Nytt namn" || s.Portfolio() != nil {
		t.Errorf("closed %v, the system is called %q", s.Portfolio() == nil, got)
	}
}
