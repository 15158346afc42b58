package register_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// show adds fields to the list's columns.
func show(t *testing.T, s *shell.Shell, labels ...string) {
	t.Helper()
	uitest.Tap(t, s, "Kolumner")
	for _, l := range labels {
		uitest.Tap(t, s, l)
	}
	uitest.Tap(t, s, "Visa kolumnerna")
}

// into opens the editor of a cell as its key does.
func into(t *testing.T, s *shell.Shell, id field.ID, f *field.Field) *grid.Grid {
	t.Helper()
	g := gridOf(t, s)
	g.Select(string(id))
	row, _ := g.Cursor()
	g.BeginEdit(row, column(t, g, f.Key))
	return g
}

func ctrlEnter(s *shell.Shell) {
	s.Window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
}

func owners(p *app.Portfolio, id field.ID) (out []string) {
	for _, who := range field.Holders(system.SystemOwner.Get(p.Get(id)), p.Today()) {
		out = append(out, p.Label(who))
	}
	return out
}

// TestEveryTypeIsEditedInItsCell: what is written finds what there is, Enter takes it and
// the cursor goes down, and Escape leaves the cell as it was.
func TestEveryTypeIsEditedInItsCell(t *testing.T) {
	for _, c := range []struct {
		f           *field.Field
		write, want string
	}{
		{system.SystemOwner.Field, "anna", "Anna Ek"},
		{system.OwnerUnit.Field, "barn", "Barn- och utbildningsförvaltningen"},
		{system.Lifecycle.Field, "avvecklat", "Avvecklat"},
		{system.Confidentiality.Field, "3", "3"},
		{system.ClassifiedYear.Field, "ja", "Ja"},
		{system.Category.Field, "Ekonomi", "Ekonomi"},
		{system.Supplier.Field, "mälar", "Mälarlogik AB"},
		{system.ClassifiedOn.Field, "1/3 2026", "2026-03-01"},
		{system.Users.Field, "1 200", "1\u00a0200"},
		{system.Recipients.Field, "molnet", "molnet"},
	} {
		p := uitest.Open(t)
		apptest.Supplier(t, p, "Mälarlogik AB")
		s := open(t, p)
		if i := columnOf(gridOf(t, s), c.f.Key); i < 0 {
			show(t, s, c.f.Label)
		}
		r := sys(t, p, "Diariet W3")
		shown := func() string { return c.f.Show(p, c.f.Value(p, p.Get(r.ID), 0)) }
		before := shown()
		into(t, s, r.ID, c.f)
		uitest.Write(t, s, c.write)
		uitest.Press(s, fyne.KeyEscape)
		if shown() != before || s.Window.Canvas().Overlays().Top() != nil {
			t.Errorf("%s: Escape leaves %q", c.f.Label, shown())
		}
		g := into(t, s, r.ID, c.f)
		row, _ := g.Cursor()
		uitest.Write(t, s, c.write)
		uitest.Press(s, fyne.KeyReturn)
		if shown() != c.want {
			t.Errorf("%s: %q gives %q, not %q", c.f.Label, c.write, shown(), c.want)
		}
		if s.Window.Canvas().Focused() != g.Target() {
			t.Errorf("%s: the list doesn't have the keyboard", c.f.Label)
		}
		if now, _ := g.Cursor(); g.Cells && now != row+1 {
			t.Errorf("%s: the cursor is at row %d, not %d", c.f.Label, now, row+1)
		}
	}
}

func columnOf(g *grid.Grid, key string) int {
	for i, c := range g.Columns {
		if c.ID == key {
			return i
		}
	}
	return -1
}

// TestAnOwnerIsFourKeys: three letters and Enter.
func TestAnOwnerIsFourKeys(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	r := sys(t, p, "Diariet W3")
	g := gridOf(t, s)
	g.Select(string(r.ID))
	row, _ := g.Cursor()
	g.EditCell(string(r.ID), column(t, g, system.SystemOwner.Key)) // the cursor comes to the cell
	uitest.Press(s, fyne.KeyEscape)
	keys := 0
	for _, letter := range "per" {
		s.Window.Canvas().Focused().TypedRune(letter)
		keys++
	}
	uitest.Press(s, fyne.KeyReturn)
	if keys++; keys != 4 {
		t.Fatal(keys)
	}
	if got := owners(p, r.ID); len(got) != 1 || got[0] != "Per-Åke Hägg" {
		t.Errorf("it is owned by %v", got)
	}
	if now, _ := g.Cursor(); now != row+1 {
		t.Errorf("the cursor is at %d, not %d", now, row+1)
	}
}

// TestANewHolderTakesOverAndTheTimeOfTheOneBeforeIsKept: Ctrl+Enter adds one.
func TestANewHolderTakesOverAndTheTimeOfTheOneBeforeIsKept(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	r := sys(t, p, "Lönesystemet") // Anna Ek owns it
	into(t, s, r.ID, system.SystemOwner.Field)
	uitest.Write(t, s, "sara")
	if !uitest.Shows(uitest.Front(s), "Enter ersätter Anna Ek") {
		t.Errorf("nothing says what Enter does: %q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Press(s, fyne.KeyReturn)
	if got := owners(p, r.ID); len(got) != 1 || got[0] != "Sara Öberg" {
		t.Fatalf("it is owned by %v", got)
	}
	if hs := system.SystemOwner.Get(p.Get(r.ID)); len(hs) != 2 || hs[0].To.IsZero() {
		t.Errorf("who owned it before is forgotten: %v", hs)
	}
	into(t, s, r.ID, system.SystemOwner.Field)
	uitest.Write(t, s, "per")
	ctrlEnter(s)
	if got := owners(p, r.ID); len(got) != 1 {
		t.Errorf("it is saved before she is done: %v", got)
	}
	if chips := uitest.Find[*widgets.Chip](s); len(chips) != 2 {
		t.Errorf("%d chosen show", len(chips))
	}
	uitest.Press(s, fyne.KeyReturn)
	if got := owners(p, r.ID); len(got) != 2 || got[1] != "Per-Åke Hägg" {
		t.Fatalf("it is owned by %v", got)
	}
	into(t, s, r.ID, system.SystemOwner.Field) // of several nobody is replaced unseen
	uitest.Write(t, s, "anna")
	uitest.Press(s, fyne.KeyReturn)
	if got := owners(p, r.ID); len(got) != 3 {
		t.Errorf("it is owned by %v", got)
	}
	s.Undo()
	s.Undo()
	s.Undo()
	if got := owners(p, r.ID); len(got) != 1 || got[0] != "Anna Ek" {
		t.Errorf("three are undone one by one, and it is owned by %v", got)
	}
}

// TestANewPersonIsMadeInTheCellAndUndoneWithIt is one entry.
func TestANewPersonIsMadeInTheCellAndUndoneWithIt(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	r := sys(t, p, "Diariet W3")
	persons := len(p.All(org.PersonKind))
	into(t, s, r.ID, system.SystemOwner.Field)
	uitest.Write(t, s, "Kim Nyström")
	if !uitest.CanTap(s, "Lägg till ”Kim Nyström”") {
		t.Fatalf("she can't be added: %q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Press(s, fyne.KeyReturn)
	if len(p.All(org.PersonKind)) != persons || !uitest.Shows(uitest.Front(s), "Inget i listan heter så.") {
		t.Fatal("a slip of the keyboard makes a person")
	}
	uitest.Press(s, fyne.KeyDown, fyne.KeyReturn)
	if got := owners(p, r.ID); len(got) != 1 || got[0] != "Kim Nyström" || !uitest.Shows(gridOf(t, s), "Kim Nyström") {
		t.Fatalf("it is owned by %v", got)
	}
	if label, _ := p.CanUndo(); label != "Systemägare för Diariet W3, med Kim Nyström som ny" {
		t.Errorf("undo says %q", label)
	}
	s.Undo()
	if len(owners(p, r.ID)) != 0 || len(p.All(org.PersonKind)) != persons {
		t.Error("one Ctrl+Z doesn't take both back")
	}
}

func TestWhatTheDiskRefusesOfAChoiceStaysInTheCell(t *testing.T) {
	s, p, store := onDisk(t)
	r := sys(t, p, "Diariet W3")
	store.FailWith(fault.New(fault.DiskFull, "Disken är full. Inget har ändrats. Frigör utrymme."))
	into(t, s, r.ID, system.SystemOwner.Field)
	uitest.Write(t, s, "sara")
	uitest.Press(s, fyne.KeyReturn)
	if !uitest.Shows(s.Window.Content(), "Disken är full") || len(owners(p, r.ID)) != 0 {
		t.Fatal("nothing says that it isn't saved")
	}
	store.FailWith(nil)
	uitest.Tap(t, s, "Försök igen")
	if got := owners(p, r.ID); len(got) != 1 || got[0] != "Sara Öberg" {
		t.Fatalf("tried again, it is owned by %v", got)
	}
	store.FailWith(fault.New(fault.DiskFull, "Disken är full. Inget har ändrats. Frigör utrymme."))
	into(t, s, r.ID, system.Manager.Field)
	uitest.Write(t, s, "Kim Nyström")
	uitest.Press(s, fyne.KeyDown, fyne.KeyReturn)
	if !uitest.Shows(gridOf(t, s), "Kim Nyström") || len(p.Named(org.PersonKind, "Kim Nyström")) != 0 {
		t.Errorf("the name is gone: %q", uitest.Texts(gridOf(t, s)))
	}
	store.FailWith(nil)
	into(t, s, r.ID, system.Manager.Field) // leaving the cell tries again
	if chips := uitest.Find[*widgets.Chip](s); len(chips) != 1 || chips[0].Text != "Kim Nyström" {
		t.Fatalf("what is chosen is %v", chips)
	}
	uitest.Press(s, fyne.KeyReturn)
	if kim := p.Named(org.PersonKind, "Kim Nyström"); len(kim) != 1 || !uitest.Shows(gridOf(t, s), "Kim Nyström") {
		t.Error("tried again, she isn't there")
	}
}

// TestAnEmptyCellIsntGivenWhatStandsFirst: Enter and Tab take only what is marked.
func TestAnEmptyCellIsntGivenWhatStandsFirst(t *testing.T) {
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyTab} {
		for _, f := range []*field.Field{system.SystemOwner.Field, system.AIRisk.Field} {
			p := uitest.Open(t)
			s := open(t, p)
			if columnOf(gridOf(t, s), f.Key) < 0 {
				show(t, s, f.Label)
			}
			r := sys(t, p, "Diariet W3")
			into(t, s, r.ID, f)
			uitest.Press(s, key)
			if !field.IsEmpty(p.Get(r.ID).Get(f)) || s.Window.Canvas().Overlays().Top() != nil {
				t.Errorf("%s, %s: it has %v", f.Label, key, p.Get(r.ID).Get(f))
			}
		}
	}
}

// TestANameThatNobodyHasStaysWithTheReason where none can be made of it.
func TestANameThatNobodyHasStaysWithTheReason(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	r := sys(t, p, "Diariet W3")
	before := system.Lifecycle.Get(r)
	into(t, s, r.ID, system.Lifecycle.Field)
	uitest.Write(t, s, "qqq")
	uitest.Press(s, fyne.KeyReturn)
	if s.Window.Canvas().Overlays().Top() == nil || !uitest.Shows(uitest.Front(s), "Inget i listan heter så") {
		t.Fatal("nothing says that there is none")
	}
	uitest.Press(s, fyne.KeyEscape)
	if got := system.Lifecycle.Get(p.Get(r.ID)); got != before {
		t.Errorf("it has become %q", got)
	}
}

// TestAListAtTheBottomEdgeOpensUpwards, and is never off the window.
func TestAListAtTheBottomEdgeOpensUpwards(t *testing.T) {
	p := uitest.Example(t)
	s := open(t, p)
	g := gridOf(t, s)
	all := g.Source()
	for _, at := range []struct {
		row int
		up  bool
	}{{0, false}, {all.Len() - 1, true}} {
		for _, f := range []*field.Field{system.SystemOwner.Field, system.OwnerUnit.Field, system.Lifecycle.Field} {
			g.ShowRow(at.row)
			g.BeginEdit(at.row, column(t, g, f.Key))
			entry := s.Window.Canvas().Focused().(fyne.CanvasObject)
			list := uitest.Find[*widgets.OptionList](s)[0]
			field, options := widgets.PositionOf(entry), widgets.PositionOf(list)
			if up := options.Y < field.Y; up != at.up {
				t.Errorf("%s in row %d: upwards is %v", f.Label, at.row, up)
			}
			if options.Y < 0 || options.Y+list.Size().Height > 768 || options.X < 0 || options.X+list.Size().Width > 1366 {
				t.Errorf("%s in row %d: the list is at %v, %v", f.Label, at.row, options, list.Size())
			}
			y := widgets.PositionOf(g).Y + 30 + float32(at.row)*31 - second(g.Scroll())
			if field.Y < y-2 || field.Y > y+2 || entry.Size().Height > 33 || entry.Size().Width < 220 {
				t.Errorf("%s in row %d: the field is at %v, %v, its cell at %v", f.Label, at.row, field, entry.Size(), y)
			}
			uitest.Press(s, fyne.KeyEscape)
		}
	}
}

func second(_, y float32) float32 { return y }

func TestALongTextIsWrittenInABoxOverItsCell(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	show(t, s, system.Description.Label)
	r := sys(t, p, "Diariet W3")
	before := system.Description.Get(r)
	into(t, s, r.ID, system.Description.Field)
	uitest.Write(t, s, "Släpps")
	uitest.Press(s, fyne.KeyEscape)
	if got := system.Description.Get(p.Get(r.ID)); got != before {
		t.Errorf("Escape leaves %q", got)
	}
	into(t, s, r.ID, system.Description.Field)
	uitest.Write(t, s, "Två")
	uitest.Press(s, fyne.KeyReturn)
	uitest.Write(t, s, "rader")
	if got := s.Window.Canvas().Focused().(fyne.CanvasObject).Size(); got.Height < 90 || got.Width < 300 {
		t.Errorf("the box is %v", got)
	}
	ctrlEnter(s)
	if got := system.Description.Get(p.Get(r.ID)); got != "Två\nrader" {
		t.Errorf("Ctrl+Enter saves %q", got)
	}
	into(t, s, r.ID, system.Description.Field)
	uitest.Write(t, s, "Med Tabb")
	uitest.Press(s, fyne.KeyTab)
	if got := system.Description.Get(p.Get(r.ID)); got != "Med Tabb" {
		t.Errorf("Tab saves %q", got)
	}
	into(t, s, r.ID, system.Description.Field)
	uitest.Write(t, s, "Bredvid")
	s.Window.Canvas().Overlays().Top().(*widgets.Overlay).Tapped(nil)
	if got := system.Description.Get(p.Get(r.ID)); got != "Bredvid" {
		t.Errorf("a click beside saves %q", got)
	}
}

// TestAWordOfOnesOwnIsTaken although others begin otherwise; one that begins so is
// suggested, as in a sheet.
func TestAWordOfOnesOwnIsTaken(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	show(t, s, system.Category.Label)
	a, b := sys(t, p, "Lönesystemet"), sys(t, p, "Diariet W3")
	set(t, p, a.ID, system.Category.Field, "Stort verksamhetssystem")
	set(t, p, b.ID, system.Category.Field, "")
	for _, c := range []struct{ write, want string }{{"verk", "verk"}, {"sto", "Stort verksamhetssystem"}, {"Stort", "Stort verksamhetssystem"}} {
		into(t, s, b.ID, system.Category.Field)
		uitest.Write(t, s, c.write)
		uitest.Press(s, fyne.KeyReturn)
		if got := system.Category.Get(p.Get(b.ID)); got != c.want {
			t.Errorf("%q gives %q", c.write, got)
		}
	}
	into(t, s, b.ID, system.Category.Field)
	uitest.Write(t, s, "Eget")
	s.Window.Canvas().Overlays().Top().(*widgets.Overlay).Tapped(nil)
	if got := system.Category.Get(p.Get(b.ID)); got != "Eget" {
		t.Errorf("a click beside loses what was written: %q", got)
	}
}
