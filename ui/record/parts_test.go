package record_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/ui/async"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/record"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// TestEveryPartIsInTheFormOfItsOwner walks the registry: a kind that is part of
// others needs nothing more to have its table in their forms.
func TestEveryPartIsInTheFormOfItsOwner(t *testing.T) {
	p := uitest.Example(t)
	for _, k := range app.Kinds {
		if k.Owner() == nil || k.Silent {
			continue
		}
		for _, owner := range k.Owner().Targets() {
			t.Run(k.Name+" of "+owner.Name, func(t *testing.T) {
				s, panel := shows(t, p, owner)
				r := p.All(owner)[0]
				for _, x := range p.All(owner) { // one that has some
					if len(p.Pointing(k.Owner(), x.ID)) > 0 {
						r = x
						break
					}
				}
				panel.Show(r.ID)
				panel.ShowParts(k)
				rows := p.Pointing(k.Owner(), r.ID)
				heading := text.Capital(k.Many)
				if !uitest.Shows(s.Window.Content(), heading) || len(rows) > 0 && !uitest.Shows(s.Window.Content(), text.Count(len(rows))) {
					t.Fatalf("no table of %d %s: %q", len(rows), k.Many, uitest.Texts(s.Window.Content()))
				}
				if len(rows) == 0 { // none of these in the example
					return
				}
				var g *grid.Grid
				for _, g = range uitest.Find[*grid.Grid](s) {
					if g.Select(string(rows[0].ID)); len(g.Selected()) == 1 { // it stands among others
						break
					}
				}
				shown := map[string]bool{}
				for _, c := range g.Columns {
					shown[c.ID] = true
				}
				if len(shown) == 0 || shown[k.Owner().Key] {
					t.Errorf("the columns are %v", shown)
				}
				for _, f := range k.Fields() {
					if f.Listed && f != k.Owner() && !shown[f.Key] {
						t.Errorf("%s isn't shown", f.Label)
					}
				}
				for _, rec := range rows {
					if g.Select(string(rec.ID)); len(g.Selected()) != 1 {
						t.Errorf("%s has no row", p.Called(rec))
					}
				}
			})
		}
	}
}

// shows opens a window with a panel of a kind, that follows the changes.
func shows(t *testing.T, p *app.Portfolio, k *field.Kind) (*shell.Shell, *record.Panel) {
	t.Helper()
	var panel *record.Panel
	s := uitest.Window(t, p, app.Services{}, shell.PageSpec{ID: "systems", Icon: "layers", New: func(s *shell.Shell) shell.Page {
		panel = record.NewPanel(s, k)
		return &live{blankPage{panel.Content()}, panel}
	}})
	return s, panel
}

// costs shows the costs of the first system, which has one: drift 2027, 640 000 kr.
func costs(t *testing.T, p *app.Portfolio) (s *shell.Shell, g *grid.Grid, owner field.ID) {
	t.Helper()
	s, panel := shows(t, p, system.Kind)
	owner = p.All(system.Kind)[0].ID
	panel.Show(owner)
	panel.ShowParts(economy.CostKind)
	return s, uitest.Find[*grid.Grid](s)[0], owner
}

func rowsOf(p *app.Portfolio, owner field.ID) []*field.Record { return economy.Rows(p, owner) }

func column(g *grid.Grid, f *field.Field) int {
	for i, c := range g.Columns {
		if c.ID == f.Key {
			return i
		}
	}
	return -1
}

// add fills in the dialog of a new row.
func add(t *testing.T, s *shell.Shell, year string) {
	t.Helper()
	uitest.Tap(t, s, "Lägg till")
	uitest.Write(t, s, year) // all is selected
	uitest.Press(s, fyne.KeyReturn)
}

func TestARowIsAddedAndWrittenInByTheKeyboardAlone(t *testing.T) {
	p := uitest.Open(t)
	s, g, owner := costs(t, p)
	add(t, s, "2028")
	rows := rowsOf(p, owner)
	if len(rows) != 2 || economy.CostYear.Get(rows[1]) != 2028 || economy.CostType.Get(rows[1]) != economy.Operations {
		t.Fatalf("%d rows: %q", len(rows), uitest.Texts(uitest.Front(s)))
	}
	if label, _ := p.CanUndo(); label != "Tillagt: drift 2028 för "+p.Label(owner) {
		t.Errorf("undo is offered of %q", label)
	}
	if !g.Editing() || g.CursorColumn() != column(g, economy.CostBudget.Field) {
		t.Fatal("the new row isn't written in")
	}
	uitest.Write(t, s, "1,5 mnkr")
	uitest.Press(s, fyne.KeyTab)
	uitest.Write(t, s, "1,6 mnkr")
	uitest.Press(s, fyne.KeyReturn)
	got := p.Get(rows[1].ID)
	if economy.CostBudget.Get(got) != money.FromKronor(1_500_000) || economy.CostForecast.Get(got) != money.FromKronor(1_600_000) {
		t.Errorf("the row has %s and %s", economy.CostBudget.Get(got).Kr(), economy.CostForecast.Get(got).Kr())
	}
}

// TestTabGoesThroughAllCellsOfARow: those that are chosen too, whose editors let go unchanged.
func TestTabGoesThroughAllCellsOfARow(t *testing.T) {
	p := uitest.Open(t)
	s, g, owner := costs(t, p)
	before := rowsOf(p, owner)[0]
	g.Focus()
	g.BeginEdit(0, column(g, economy.CostYear.Field))
	var chosen []string
	for range len(g.Columns) - 3 { // what is computed, or out of a ledger, is passed by
		uitest.Press(s, fyne.KeyTab)
		if s.Window.Canvas().Overlays().Top() != nil {
			chosen = append(chosen, g.Columns[g.CursorColumn()].ID)
		} else if !g.Editing() {
			t.Errorf("column %d isn't written in", g.CursorColumn())
		}
	}
	if g.CursorColumn() != len(g.Columns)-1 || !slices.Contains(chosen, economy.CostType.Key) {
		t.Errorf("Tab leads to column %d, by %q", g.CursorColumn(), chosen)
	}
	uitest.Press(s, fyne.KeyEscape)
	if after := rowsOf(p, owner)[0]; after != before {
		t.Error("it is changed")
	}
}

func TestANewRowNeedsWhatItsKindSays(t *testing.T) {
	p := uitest.Open(t)
	s, _, owner := costs(t, p)
	uitest.Tap(t, s, "Lägg till")
	uitest.Press(s, fyne.KeyBackspace, fyne.KeyReturn)
	if !uitest.Shows(uitest.Front(s), "Fyll i år.") || len(rowsOf(p, owner)) != 1 {
		t.Errorf("a cost of no year: %q", uitest.Texts(uitest.Front(s)))
	}
}

func TestTheTickOfACellComesAfterTheDiskHasAnswered(t *testing.T) {
	p := uitest.Open(t)
	s, g, owner := costs(t, p)
	src, col := g.Source(), column(g, economy.CostBudget.Field)
	g.EditCell(string(rowsOf(p, owner)[0].ID), col)
	async.Hold()
	uitest.Write(t, s, "700000")
	s.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if c := src.Cell(0, col); c.Tick || c.Text != "700\u00a0000" {
		t.Errorf("before the disk has answered the cell is %+v", c)
	}
	async.Release()
	if c := src.Cell(0, col); !c.Tick {
		t.Errorf("saved, the cell is %+v", c)
	}
	async.Flush()
	if c := src.Cell(0, col); c.Tick {
		t.Error("the tick stays")
	}
}

func TestWhatCantBeReadStaysInTheCell(t *testing.T) {
	p := uitest.Open(t)
	s, g, owner := costs(t, p)
	g.EditCell(string(rowsOf(p, owner)[0].ID), column(g, economy.CostYear.Field))
	uitest.Write(t, s, "i fjol")
	uitest.Press(s, fyne.KeyReturn)
	if !g.Editing() || !uitest.Shows(s.Window.Content(), "är inte ett årtal") {
		t.Error("nothing is said of a year that isn't one")
	}
	uitest.Press(s, fyne.KeyEscape)
	if g.Editing() || economy.CostYear.Get(rowsOf(p, owner)[0]) != 2027 {
		t.Error("Escape doesn't let go of it")
	}
}

func TestACellThatCouldNotBeSavedIsTriedAgain(t *testing.T) {
	store := apptest.NewStore()
	p := uitest.OpenIn(t, store)
	s, g, owner := costs(t, p)
	col := column(g, economy.CostBudget.Field)
	g.EditCell(string(rowsOf(p, owner)[0].ID), col)
	store.FailWith(full)
	uitest.Write(t, s, "700000")
	uitest.Press(s, fyne.KeyReturn)
	if c := g.Source().Cell(0, col); c.Style != widgets.Bad || c.Text != "700\u00a0000" || !strings.Contains(c.Tip, "Disken är full.") {
		t.Fatalf("the cell is %+v", c)
	}
	store.FailWith(nil)
	uitest.Tap(t, s, "Försök igen")
	if c := g.Source().Cell(0, col); c.Style == widgets.Bad || economy.CostBudget.Get(rowsOf(p, owner)[0]) != money.FromKronor(700_000) {
		t.Errorf("tried again, the cell is %+v", c)
	}
}

func TestAChoiceIsChosenByTheCell(t *testing.T) {
	p := uitest.Open(t)
	s, g, owner := costs(t, p)
	g.EditCell(string(rowsOf(p, owner)[0].ID), column(g, economy.CostType.Field))
	uitest.Tap(t, s, "Investering")
	if got := economy.CostType.Get(rowsOf(p, owner)[0]); got != economy.Investment || s.Window.Canvas().Focused() != g.Target() {
		t.Errorf("the row is of %q", got)
	}
	g.EditCell(string(rowsOf(p, owner)[0].ID), column(g, economy.CostComment.Field))
	uitest.Write(t, s, "En lång\nkommentar")
	s.Window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
	if got := economy.CostComment.Get(rowsOf(p, owner)[0]); !strings.HasPrefix(got, "En lång") || s.Window.Canvas().Focused() != g.Target() {
		t.Errorf("the comment is %q", got)
	}
}

func TestARowThatIsRemovedIsBroughtBack(t *testing.T) {
	for name, back := range map[string]func(s *shell.Shell){
		"the message": func(s *shell.Shell) { uitest.Tap(t, s, "Ångra") },
		"Ctrl+Z":      func(s *shell.Shell) { s.Undo() },
	} {
		p := uitest.Open(t)
		s, g, owner := costs(t, p)
		g.Select(string(rowsOf(p, owner)[0].ID))
		g.Focus()
		s.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete}) // and the message stays
		if len(rowsOf(p, owner)) != 0 || !uitest.Shows(s.Window.Content(), "Inga kostnader än.") || !uitest.Shows(s.Window.Content(), "Borttaget: drift 2027 för "+p.Label(owner)) {
			t.Fatalf("%s: it isn't gone: %q", name, uitest.Texts(s.Window.Content()))
		}
		back(s)
		if len(rowsOf(p, owner)) != 1 || uitest.Shows(s.Window.Content(), "Inga kostnader än.") {
			t.Errorf("%s: it isn't back", name)
		}
	}
}

func TestTheKeyboardStaysInTheTableWhenSomethingIsUndone(t *testing.T) {
	p := uitest.Open(t)
	s, g, owner := costs(t, p)
	apptest.Put(t, p, rowsOf(p, owner)[0].ID, economy.CostBudget, money.FromKronor(1))
	g.Focus()
	uitest.Shortcut(s, &fyne.ShortcutUndo{})
	if economy.CostBudget.Get(rowsOf(p, owner)[0]) != money.FromKronor(640_000) || s.Window.Canvas().Focused() != g.Target() {
		t.Error("it isn't undone, or the keyboard is elsewhere")
	}
}

// TestSumsAreOfAYearAndSayWhatTheyLack: what isn't known isn't nothing.
func TestSumsAreOfAYearAndSayWhatTheyLack(t *testing.T) {
	p := uitest.Open(t)
	owner := p.All(system.Kind)[0].ID
	first := rowsOf(p, owner)[0]
	apptest.Put(t, p, first.ID, economy.CostForecast, money.FromKronor(650_000))
	more := apptest.Cost(p, owner, 2027, economy.Investment, 60_000)
	late := apptest.Cost(p, owner, 2028, economy.Operations, 5)
	if _, err := p.CreateAll(t.Context(), "Prov", []*field.Record{late, more}); err != nil {
		t.Fatal(err)
	}
	s, g, _ := costs(t, p)
	src := g.Source()
	if src.Len() != 4 {
		t.Fatalf("%d rows", src.Len())
	}
	cell := func(f *field.Field) grid.Cell { return src.Cell(2, column(g, f)) }
	if cell(economy.CostYear.Field).Text != "2027" || cell(economy.CostType.Field).Text != "Summa" || cell(economy.CostBudget.Field).Text != "700\u00a0000" {
		t.Errorf("the sums of 2027 are %+v %+v %+v", cell(economy.CostYear.Field), cell(economy.CostType.Field), cell(economy.CostBudget.Field))
	}
	if c := cell(economy.CostForecast.Field); c.Text != "650\u00a0000 + ?" || !strings.Contains(c.Tip, "1 rad saknar belopp under Prognos") {
		t.Errorf("a sum that lacks an amount is %+v", c)
	}
	if c := cell(economy.CostActual.Field); c.Text != "" {
		t.Errorf("a sum of nothing known is %+v", c)
	}
	g.Select(string(more.ID))
	g.Focus()
	uitest.Press(s, fyne.KeyDown)
	if _, key := g.Cursor(); key != string(late.ID) {
		t.Errorf("down from the row above the sums is %q", key)
	}
	uitest.Press(s, fyne.KeyDelete, fyne.KeyUp)
	if _, key := g.Cursor(); key != string(first.ID) || len(rowsOf(p, owner)) != 2 {
		t.Errorf("%d rows, the cursor is on %q", len(rowsOf(p, owner)), key)
	}
}

func TestTheTableFollowsWhatIsChangedElsewhere(t *testing.T) {
	p := uitest.Open(t)
	s, g, owner := costs(t, p)
	apptest.Put(t, p, owner, system.DevelopmentBudget, money.FromKronor(42))
	async.Flush()
	if len(rowsOf(p, owner)) != 2 || g.Source().Len() != 3 || !uitest.Shows(s.Window.Content(), "640\u00a0042") {
		t.Errorf("%d rows are shown", g.Source().Len())
	}
}

// TestWhatIsWrittenInARowThatGoesIsToldOf, whether the row goes or all of its owner.
func TestWhatIsWrittenInARowThatGoesIsToldOf(t *testing.T) {
	p := uitest.Open(t)
	s, g, owner := costs(t, p)
	write := func(text string) field.ID {
		id := rowsOf(p, owner)[0].ID
		g.EditCell(string(id), column(g, economy.CostBudget.Field))
		uitest.Write(t, s, text)
		return id
	}
	if _, err := p.Delete(t.Context(), []field.ID{write("7000")}); err != nil {
		t.Fatal(err)
	}
	if !g.Editing() || !uitest.Shows(s.Window.Content(), "Raden har tagits bort.") {
		t.Errorf("the row goes: %q", uitest.Texts(s.Window.Content()))
	}
	uitest.Press(s, fyne.KeyReturn, fyne.KeyEscape)
	if g.Editing() {
		t.Error("Escape doesn't let go of it")
	}
	if s.Undo(); !uitest.Shows(s.Window.Content(), "640\u00a0000") {
		t.Fatal("the row isn't back")
	}
	write("8000")
	async.Hold() // what is handed over meanwhile comes after
	if _, err := p.Delete(t.Context(), []field.ID{owner}); err != nil {
		t.Fatal(err)
	}
	async.Release()
	if !uitest.Shows(uitest.Front(s), "8\u00a0000") {
		t.Errorf("its owner goes: %q", uitest.Texts(uitest.Front(s)))
	}
}

func TestNothingIsOfferedInAFileThatIsRead(t *testing.T) {
	p := uitest.ReadOnly(t)
	s, g, owner := costs(t, p)
	g.EditCell(string(rowsOf(p, owner)[0].ID), 0)
	if g.Editing() || uitest.CanTap(s, "Lägg till") {
		t.Error("it can be changed")
	}
	uitest.Press(s, fyne.KeyDelete)
	if len(rowsOf(p, owner)) != 1 {
		t.Error("a row is gone")
	}
}

// TestTwoTabsOfAFormAreNeverCalledTheSame: records that are called as a group of fields is stand
// with the group.
func TestTwoTabsOfAFormAreNeverCalledTheSame(t *testing.T) {
	p := uitest.Example(t)
	for _, k := range app.Kinds {
		if k.Silent || len(p.All(k)) == 0 {
			continue
		}
		s, panel := shows(t, p, k)
		panel.Show(p.All(k)[0].ID)
		for _, bar := range uitest.Find[*widgets.TabBar](s) {
			said := map[string]bool{}
			for _, it := range bar.Items() {
				if said[it.Label] {
					t.Errorf("two tabs of %s are called %q", k.One, it.Label)
				}
				said[it.Label] = true
			}
		}
	}
}
