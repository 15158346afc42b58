package people_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/input"
	"itportfoljen/ui/pages/overview"
	"itportfoljen/ui/pages/people"
	"itportfoljen/ui/pages/planning"
	"itportfoljen/ui/pages/settingspage"
	"itportfoljen/ui/pages/systems"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

func window(t *testing.T, p *app.Portfolio) *shell.Shell {
	t.Helper()
	return uitest.Window(t, p, app.Services{}, overview.Spec(), systems.Spec(), planning.Spec(), settingspage.Spec(), people.Spec(), people.PersonSpec())
}

func named(p *app.Portfolio, name string) field.ID { return p.Named(org.PersonKind, name)[0].ID }

// held lets Anna have more than the system she owns.
func held(t *testing.T, p *app.Portfolio) (anna field.ID) {
	t.Helper()
	anna = named(p, "Anna Ek")
	hs := []field.Holding{{Person: anna}}
	apptest.Put(t, p, p.ByRef("SYS-0001").ID, system.Manager, hs)
	apptest.Put(t, p, p.ByRef("SYS-0003").ID, system.Manager, hs)
	apptest.Put(t, p, p.ByRef("SYS-0002").ID, system.Manager, []field.Holding{{Person: anna, To: p.Today().AddDays(-30)}})
	ins := p.All(plan.Kind)[0]
	apptest.Put(t, p, ins.ID, plan.Manager, anna)
	apptest.Add(t, p, governance.DecisionKind, governance.DecisionOf, ins.ID, governance.DecisionType, governance.Decided, governance.DecisionOn, p.Today(), governance.DecisionBy, anna)
	return anna
}

// rows are a grid's rows: headings with their counts, and what stands under them.
func rows(g *grid.Grid) (out []string) {
	src := g.Source()
	for i := range src.Len() {
		if h, ok := src.(interface {
			Heading(int) (grid.Heading, bool)
		}).Heading(i); ok {
			out = append(out, fmt.Sprintf("%s %s", h.Text, h.Count))
		} else {
			out = append(out, "  "+src.Cell(i, 0).Text)
		}
	}
	return out
}

func TestAPersonsPageShowsWhatSheIsAndHasBeenIn(t *testing.T) {
	p := uitest.Open(t)
	s := window(t, p)
	s.Go("systems", nil)
	s.Open(held(t, p))
	if s.Current() != "person" {
		t.Fatalf("a person opens on %q", s.Current())
	}
	g := uitest.Find[*grid.Grid](s)[0]
	if want := []string{"Systemägare 1", "  Lönesystemet", "Systemförvaltare 2", "  Diariet W3", "  Lönesystemet", "Projektledare 1", "  Byte av diariesystem",
		"Beslut 1", "  Beslut 2026-11-21 för Byte av diariesystem", "Har haft 1"}; !slices.Equal(rows(g), want) {
		t.Errorf("%q\nwant %q", rows(g), want)
	}
	for _, want := range []string{"Anna Ek", "anna.ek@ekvalla.example", "4 roller", "Kommunledningskontoret"} {
		if !uitest.Shows(s.Window.Content(), want) {
			t.Errorf("no %q", want)
		}
	}
	uitest.Key(t, s, fyne.KeyEnd, fyne.KeyRight) // unfolds what has been
	if got := rows(g); got[len(got)-1] != "  HemtjänstPlan" {
		t.Errorf("unfolded, it ends with %q", got[len(got)-1])
	}
	uitest.Key(t, s, fyne.KeyHome, fyne.KeyDown)
	g.OnCopy()
	if got, want := s.App.Clipboard().Content(), "Vad\tRef\tRoll\tEnhet\tFrån\tTill\r\nLönesystemet\tSYS-0001\tSystemägare\tKommunledningskontoret\t\t"; got != want {
		t.Errorf("copied %q, want %q", got, want)
	}
	uitest.Key(t, s, fyne.KeyReturn)
	if s.Current() != "systems" {
		t.Errorf("Enter on a system leads to %q", s.Current())
	}
	s.Open(named(p, "Anna Ek"))
	uitest.Press(s, fyne.KeyEscape)
	if s.Current() != "systems" {
		t.Errorf("Escape leads to %q", s.Current())
	}
}

func TestADecisionOpensWhatItIsAbout(t *testing.T) {
	p := uitest.Open(t)
	s := window(t, p)
	s.Open(held(t, p))
	g := uitest.Find[*grid.Grid](s)[0]
	at := slices.IndexFunc(rows(g), func(r string) bool { return strings.HasPrefix(r, "  Beslut") })
	g.OnOpen(at)
	if s.Current() != "plan" || !uitest.Shows(s.Window.Content(), "Byte av diariesystem") {
		t.Errorf("a decision leads to %q", s.Current())
	}
}

func TestAllIsHandedOverAfterAPreviewAndUndoneInOne(t *testing.T) {
	p := uitest.Open(t)
	s := window(t, p)
	anna, per := held(t, p), named(p, "Per-Åke Hägg")
	s.Open(anna)
	uitest.Tap(t, s, "Byt ägare på allt …")
	uitest.Tap(t, s, "Lämna över")
	if !uitest.Shows(uitest.Front(s), "Välj vem som tar över, eller lämna obesatt.") {
		t.Fatal("nobody is asked for")
	}
	if !uitest.Shows(uitest.Front(s), "Redan klart, och ändras inte: 1 beslut.") {
		t.Errorf("what stays isn't told of: %q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Press(s, fyne.KeyReturn) // the picker
	uitest.Write(t, s, "Per-Åke")
	uitest.Press(s, fyne.KeyReturn)
	for _, want := range []string{"Så blir det · 4", "Byte av diariesystem", "Per-Åke Hägg"} {
		if !uitest.Shows(uitest.Front(s), want) {
			t.Errorf("the preview has no %q: %q", want, uitest.Texts(uitest.Front(s)))
		}
	}
	uitest.Tap(t, s, "Systemförvaltare")
	if !uitest.Shows(uitest.Front(s), "Så blir det · 2") {
		t.Errorf("a role that isn't ticked is shown: %q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Tap(t, s, "Systemförvaltare")
	uitest.Tap(t, s, "slutar, sista dag 2026-11-20")
	uitest.Tap(t, s, "Lämna över")
	if org.CountHeld(p, anna) != 0 || org.CountHeld(p, per) != 5 || org.PersonLeft.Get(p.Get(anna)) != p.Today().AddDays(-1) {
		t.Errorf("Anna holds %d and Per-Åke %d", org.CountHeld(p, anna), org.CountHeld(p, per))
	}
	if label, _ := p.CanUndo(); label != "Överlämnat: 4 roller från Anna Ek till Per-Åke Hägg" {
		t.Errorf("undo says %q", label)
	}
	if uitest.CanTap(s, "Byt ägare på allt …") || !uitest.Shows(s.Window.Content(), "Inga roller i dag") {
		t.Error("there is something to hand over")
	}
	s.Undo()
	if org.CountHeld(p, anna) != 4 || !uitest.CanTap(s, "Byt ägare på allt …") {
		t.Error("it isn't undone")
	}
}

func TestTheRolesMayBeLeftVacant(t *testing.T) {
	p := uitest.Open(t)
	s := window(t, p)
	anna := held(t, p)
	s.Open(anna)
	uitest.Tap(t, s, "Byt ägare på allt …")
	uitest.Tap(t, s, "Ingen än – lämna obesatt")
	if !uitest.Shows(uitest.Front(s), "obesatt") || !uitest.Shows(uitest.Front(s), "Så blir det · 4") {
		t.Errorf("the preview is %q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Tap(t, s, "Lämna över")
	if org.CountHeld(p, anna) != 0 {
		t.Error("something is still held")
	}
}

// TestNothingIsHandedOverWhileTheDayIsNoDay: what is wrong stays told of, whatever else is
// changed in the dialog.
func TestNothingIsHandedOverWhileTheDayIsNoDay(t *testing.T) {
	p := uitest.Open(t)
	s := window(t, p)
	anna := held(t, p)
	s.Open(anna)
	uitest.Tap(t, s, "Byt ägare på allt …")
	uitest.Tap(t, s, "Ingen än – lämna obesatt")
	day := uitest.Find[*input.Date](s)[0]
	s.Window.Canvas().Focus(day.Target())
	uitest.Shortcut(s, &fyne.ShortcutSelectAll{})
	uitest.Write(t, s, "31/2 2027")
	s.Window.Canvas().Unfocus()
	uitest.Tap(t, s, "Systemförvaltare")
	uitest.Tap(t, s, "Lämna över")
	if org.CountHeld(p, anna) != 4 || !uitest.CanTap(s, "Avbryt") {
		t.Error("it was done, on another day than the one that is written")
	}
	s.Window.Canvas().Focus(day.Target())
	uitest.Shortcut(s, &fyne.ShortcutSelectAll{})
	uitest.Write(t, s, "2026-11-21")
	s.Window.Canvas().Unfocus()
	if uitest.Tap(t, s, "Lämna över"); org.CountHeld(p, anna) == 4 {
		t.Errorf("it isn't done when the day is one: %q", uitest.Texts(uitest.Front(s)))
	}
}

func TestOneWhoHasLeftCannotTakeOver(t *testing.T) {
	p := uitest.Open(t)
	s := window(t, p)
	anna := held(t, p)
	apptest.Put(t, p, named(p, "Sara Öberg"), org.PersonLeft, p.Today().AddDays(-9))
	s.Open(anna)
	uitest.Tap(t, s, "Byt ägare på allt …")
	uitest.Press(s, fyne.KeyReturn)
	uitest.Write(t, s, "Sara")
	uitest.Press(s, fyne.KeyReturn)
	if !uitest.Shows(uitest.Front(s), "Sara Öberg har slutat") {
		t.Errorf("it isn't said: %q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Tap(t, s, "Lämna över")
	if org.CountHeld(p, anna) != 4 || !uitest.CanTap(s, "Avbryt") {
		t.Error("it was done")
	}
}

func TestAPersonIsChangedOnHerPage(t *testing.T) {
	p := uitest.Open(t)
	s := window(t, p)
	sara := named(p, "Sara Öberg")
	s.Open(sara)
	uitest.Tap(t, s, "Ändra person")
	uitest.Write(t, s, "Sara Öberg-Lind")
	uitest.Press(s, fyne.KeyTab)
	if p.Label(sara) != "Sara Öberg-Lind" || !uitest.Shows(s.Window.Content(), "Sara Öberg-Lind") {
		t.Errorf("she is %q", p.Label(sara))
	}
	uitest.Press(s, fyne.KeyEscape)
	if s.Current() != "person" {
		t.Error("Escape leaves the page before the form")
	}
}

func TestOneWithoutRolesIsToldSo(t *testing.T) {
	p := uitest.Open(t)
	id := apptest.Add(t, p, org.PersonKind, org.PersonName, "Kim Ås").ID
	s := window(t, p)
	s.Open(id)
	if !uitest.Shows(s.Window.Content(), "Kim Ås har inga roller") || uitest.CanTap(s, "Byt ägare på allt …") {
		t.Errorf("%q", uitest.Texts(s.Window.Content()))
	}
	if _, err := p.Delete(t.Context(), []field.ID{id}); err != nil {
		t.Fatal(err)
	}
	if !uitest.Shows(s.Window.Content(), "Personen finns inte längre") {
		t.Error("one who is gone is shown")
	}
}

func TestPersonsAreListedWithWhatTheyHold(t *testing.T) {
	p := uitest.Open(t)
	anna := held(t, p)
	s := window(t, p)
	s.Go("settings", nil)
	uitest.Tap(t, s, "Personer")
	if s.Current() != "people" {
		t.Fatalf("the tab leads to %q", s.Current())
	}
	g := uitest.Find[*grid.Grid](s)[0]
	column := slices.IndexFunc(g.Columns, func(c grid.Column) bool { return c.ID == org.PersonRoles.Key })
	count := func() string {
		i, _ := g.Source().(interface{ IndexOf(string) int }), 0
		return g.Source().Cell(i.IndexOf(string(anna)), column).Text
	}
	if count() != "4" {
		t.Errorf("Anna holds %q", count())
	}
	apptest.Put(t, p, p.ByRef("SYS-0004").ID, system.Manager, []field.Holding{{Person: anna}})
	if count() != "5" {
		t.Errorf("with one more, Anna holds %q", count())
	}
	g.Select(string(anna))
	g.Focus()
	uitest.Key(t, s, fyne.KeyReturn)
	if s.Current() != "person" || !uitest.Shows(s.Window.Content(), "5 roller") {
		t.Errorf("Enter leads to %q", s.Current())
	}
	uitest.Press(s, fyne.KeyEscape)
	if s.Current() != "people" {
		t.Errorf("back is %q", s.Current())
	}
	uitest.Tap(t, s, "Ny person")
	uitest.Write(t, s, "Karin Åström")
	uitest.Tap(t, s, "Skapa")
	if len(p.Named(org.PersonKind, "Karin Åström")) != 1 {
		t.Error("nobody was added")
	}
	s.ShowRecords(org.PersonKind, "Två", []field.ID{anna, named(p, "Sara Öberg")})
	if s.Current() != "people" || g.Source().Len() != 2 {
		t.Errorf("%q lists %d", s.Current(), g.Source().Len())
	}
}

func TestAFileOpenForReadingHandsNothingOver(t *testing.T) {
	p := uitest.ReadOnly(t)
	s := window(t, p)
	s.Open(named(p, "Anna Ek"))
	if uitest.CanTap(s, "Byt ägare på allt …") || uitest.CanTap(s, "Ändra person") || !uitest.Shows(s.Window.Content(), "Lönesystemet") {
		t.Errorf("%q", uitest.Texts(s.Window.Content()))
	}
	s.Go("people", nil)
	if uitest.CanTap(s, "Ny person") {
		t.Error("a person can be added")
	}
}

// lead taps the arrow after a field that leads to what is chosen there.
func lead(s *shell.Shell, label string) bool {
	found := false
	uitest.Walk(uitest.Front(s), func(o fyne.CanvasObject) {
		m, ok := o.(interface {
			fyne.Tappable
			AccessibilityLabel() string
		})
		if ok && !found && o.Visible() && m.AccessibilityLabel() == label {
			found = true
			m.Tapped(&fyne.PointEvent{})
		}
	})
	return found
}

func TestAPanelAndACellLeadToThePersonThatTheyName(t *testing.T) {
	p := uitest.Open(t)
	anna, sara := held(t, p), named(p, "Sara Öberg")
	pay := p.ByRef("SYS-0001").ID
	apptest.Put(t, p, pay, system.Manager, []field.Holding{{Person: anna}, {Person: sara}})
	apptest.Put(t, p, pay, system.OperationsManager, []field.Holding{{Person: sara}})
	s := window(t, p)
	s.Open(pay)
	uitest.Tap(t, s, system.RoleGroup)
	if !lead(s, "Visa Sara Öberg") || s.Current() != "person" || !uitest.Shows(s.Window.Content(), "sara.oberg@ekvalla.example") {
		t.Fatalf("a panel leads to %q", s.Current())
	}
	s.Open(pay)
	uitest.Tap(t, s, system.RoleGroup)
	if !lead(s, "Visa …") || !uitest.CanTap(s, "Visa Sara Öberg") {
		t.Fatal("of several, nothing is chosen between")
	}
	uitest.Tap(t, s, "Visa Anna Ek")
	if !uitest.Shows(s.Window.Content(), "anna.ek@ekvalla.example") {
		t.Error("the one that is chosen isn't shown")
	}
	s.Go("systems", nil)
	g := uitest.Find[*grid.Grid](s)[0]
	g.Select(string(pay))
	row, _ := g.Cursor()
	owner := slices.IndexFunc(g.Columns, func(c grid.Column) bool { return c.ID == system.SystemOwner.Key })
	g.SelectRange(grid.Range{Top: row, Bottom: row, Left: owner, Right: owner})
	g.Focus()
	uitest.Key(t, s, desktop.KeyMenu)
	uitest.Tap(t, s, "Visa Anna Ek")
	if s.Current() != "person" {
		t.Errorf("a cell leads to %q", s.Current())
	}
}
