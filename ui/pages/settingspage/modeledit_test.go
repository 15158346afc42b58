package settingspage_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
	"itportfoljen/ui/async"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// part shows a part of the model in the editor, by its name.
func part(t *testing.T, s *shell.Shell, name string) {
	t.Helper()
	choose(t, gridOf(s, "part"), name)
}

// gridOf is the one of the editor's that begins with a column.
func gridOf(s *shell.Shell, column string) *grid.Grid {
	for _, g := range uitest.Find[*grid.Grid](s) {
		if g.Columns[0].ID == column {
			return g
		}
	}
	return nil
}

// pick shows a line of the part in view, by what it is called.
func pick(t *testing.T, s *shell.Shell, name string) {
	t.Helper()
	choose(t, gridOf(s, "line"), name)
}

func choose(t *testing.T, g *grid.Grid, name string) {
	t.Helper()
	for row := range g.Source().Len() {
		if g.Source().Cell(row, 0).Text == name {
			g.Select(g.Source().Key(row))
			g.OnSelect()
			async.Flush()
			return
		}
	}
	t.Fatalf("no line %q", name)
}

func listed(s *shell.Shell) (out []string) {
	src := gridOf(s, "line").Source()
	for row := range src.Len() {
		out = append(out, src.Cell(row, 0).Text)
	}
	return out
}

// row is the field with a label.
func row(t *testing.T, s *shell.Shell, label string) *input.Field {
	t.Helper()
	for _, f := range uitest.Find[*input.Field](s) {
		if said := uitest.Texts(f); len(said) > 0 && said[0] == label {
			return f
		}
	}
	t.Fatalf("no field %q: %q", label, uitest.Texts(uitest.Front(s)))
	return nil
}

// typed writes in the field with a label, as the keyboard does.
func typed(t *testing.T, s *shell.Shell, label, text string) {
	t.Helper()
	f := row(t, s, label)
	if in, is := f.Input().(*input.Text); is {
		in.SetText("")
	}
	s.Window.Canvas().Focus(record.KeyboardOf(f))
	uitest.Type(s, text)
}

// take chooses in the field with a label.
func take(t *testing.T, s *shell.Shell, label, option string) {
	t.Helper()
	f := row(t, s, label)
	s.Window.Canvas().Focus(record.KeyboardOf(f))
	switch in := f.Input().(type) {
	case *input.Select:
		in.Open()
		uitest.Tap(t, s, option)
	case *input.MultiPicker:
		in.Open()
		uitest.Tap(t, s, option)
		uitest.Press(s, fyne.KeyEscape)
	default:
		t.Fatalf("%s isn't a choice", label)
	}
	async.Flush()
}

func button(t *testing.T, s *shell.Shell, tip string) {
	t.Helper()
	for _, b := range uitest.Find[*widgets.Button](s) {
		if b.AccessibilityLabel() == tip {
			b.Tapped(&fyne.PointEvent{})
			async.Flush()
			return
		}
	}
	t.Fatalf("no button %q", tip)
}

// TestAModelIsChangedPartByPart: a phase between two, a forum by another name that keeps its
// advice, a gate of the municipality's own with a forum's advice; what it does is told before
// it is taken, in one step that is undone.
func TestAModelIsChangedPartByPart(t *testing.T) {
	p := uitest.Open(t)
	apptest.Put(t, p, p.All(plan.Kind)[0].ID, plan.Phase.Field, "proposal")
	s := open(t, p, "governance")
	uitest.Tap(t, s, "Ändra …")
	pick(t, s, "Förslag")
	button(t, s, "Lägg till")
	uitest.Type(s, "Utredning")
	take(t, s, "Skede", "Bereds")
	take(t, s, "Behandlas i", "Centralt strategiskt IT-forum")
	if got := listed(s)[:4]; !slices.Equal(got, []string{"Idé", "Förslag", "Utredning", "Beredning"}) {
		t.Errorf("the phases are %q", got)
	}
	part(t, s, "Forum")
	pick(t, s, "Lokalt IT-forum")
	typed(t, s, "Namn", "Lokalt digitaliseringsforum")
	part(t, s, "Krav")
	button(t, s, "Lägg till")
	uitest.Type(s, "Ledningsgruppen har inte sagt sitt")
	take(t, s, "Före", "Utredning")
	take(t, s, "Det som ska finnas", "Forumet har yttrat sig")
	take(t, s, "Forumet", "Ledningsgrupp på förvaltning")
	take(t, s, "När det saknas", "Stoppar")
	typed(t, s, "Undantag görs av", "IT-chefen")
	uitest.Tap(t, s, "Förhandsgranska …")
	for _, want := range []string{"Ändra styrmodellen till Danderyd, ändrad", "Egen-1 stoppar: Ledningsgruppen har inte sagt sitt. 1 insats: ", "Lokalt IT-forum → Lokalt digitaliseringsforum", "Ny: Utredning (skede: bereds; forum: Centralt strategiskt IT-forum)"} {
		if !uitest.Shows(uitest.Front(s), want) {
			t.Errorf("nothing says %q: %q", want, uitest.Texts(uitest.Front(s)))
		}
	}
	uitest.Tap(t, s, "Avbryt")
	if p.Model().ID != "danderyd" || !uitest.CanTap(s, "Förhandsgranska …") {
		t.Fatal("it is taken, or the draft is gone")
	}
	uitest.Tap(t, s, "Förhandsgranska …")
	uitest.Tap(t, s, "Ändra styrmodellen")
	m := p.Model()
	g := m.Gates[1]
	if f, _ := m.Forum("local_forum"); m.ID != "danderyd-egen" || f.Label != "Lokalt digitaliseringsforum" || !f.Called("Lokalt IT-forum") || m.Phases[2].Label != "Utredning" || g.Key != "Egen-1" || g.Need.Advice != "unit_management" || g.Before != m.Phases[2].Key {
		t.Errorf("%s, %+v, %+v, %+v", m.ID, m.Forums[0], m.Phases[2], g)
	}
	es, _ := p.Journal(t.Context(), app.Query{Limit: 1})
	s.UndoEntry(es[0])
	if p.Model().Name != "Danderyd" {
		t.Errorf("undone it is %s", p.Model().Name)
	}
}

// TestAComposedGateIsChanged: what must belong to something, and another thing of which one is
// enough, are chosen in the form; the columns of a way come and go with it.
func TestAComposedGateIsChanged(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p, "governance")
	uitest.Tap(t, s, "Ändra …")
	part(t, s, "Krav")
	button(t, s, "Lägg till")
	uitest.Type(s, "Ingen servicenivå är godkänd")
	take(t, s, "Gäller", "System")
	take(t, s, "Och bara när", "Driftform: Molntjänst")
	take(t, s, "Det som ska finnas", "Något annat finns, som hör ihop med det")
	uitest.Tap(t, s, "Förhandsgranska …")
	if got := row(t, s, "Vad").Error(); got != "Välj vad som ska finnas." {
		t.Errorf("it says %q", got)
	}
	take(t, s, "Vad", "Servicenivåer")
	take(t, s, "Bara när", "Status: Godkänd")
	take(t, s, "Med ifyllt", "Godkänd den")
	typed(t, s, "Minst så många", "2")
	take(t, s, "Eller, om det räcker", "Någon har bekräftat det, med dag")
	uitest.Tap(t, s, "Förhandsgranska …")
	uitest.Tap(t, s, "Ändra styrmodellen")
	g := p.Model().Gates[1]
	want := []governance.Need{{Relation: "sla.of", Where: governance.Values{"state": {"approved"}}, Having: []string{"approved_on"}, Least: 2}, {Confirmed: true}}
	if !reflect.DeepEqual(g.Need.Either, want) || !reflect.DeepEqual(g.When, governance.Values{"hosting": {"cloud"}}) {
		t.Errorf("the gate is %+v", g)
	}
	uitest.Tap(t, s, "Ändra …")
	part(t, s, "Krav")
	pick(t, s, "Egen-1: Ingen servicenivå är godkänd.")
	take(t, s, "Eller, om det räcker", "Inget annat räcker")
	uitest.Tap(t, s, "Förhandsgranska …")
	uitest.Tap(t, s, "Ändra styrmodellen")
	if got := p.Model().Gates[1].Need; !reflect.DeepEqual(got, want[0]) {
		t.Errorf("with one way it is %+v", got)
	}
}

// TestWhatIsWrongInAModelStandsBesideTheField, in the part and at the line; it goes as it is
// mended, and nothing is taken before.
func TestWhatIsWrongInAModelStandsBesideTheField(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p, "governance")
	uitest.Tap(t, s, "Ändra …")
	part(t, s, "Beloppsgränser")
	button(t, s, "Lägg till")
	uitest.Type(s, "Upphandling")
	part(t, s, "Forum")
	uitest.Tap(t, s, "Förhandsgranska …")
	if p.Model().ID != "danderyd" || !uitest.Shows(uitest.Front(s), "1 fel att rätta först.") || row(t, s, "Kronor").Error() != "Kronor saknas. Fyll i, eller ta bort gränsen." {
		t.Fatalf("%q", uitest.Texts(uitest.Front(s)))
	}
	typed(t, s, "Kronor", "mycket")
	if got := row(t, s, "Kronor").Error(); !strings.Contains(got, "”mycket” är inget belopp över noll.") {
		t.Errorf("it says %q", got)
	}
	typed(t, s, "Kronor", "700 000")
	if got := row(t, s, "Kronor").Error(); got != "" {
		t.Errorf("mended it says %q", got)
	}
	uitest.Tap(t, s, "Förhandsgranska …")
	uitest.Tap(t, s, "Ändra styrmodellen")
	if p.Model().Thresholds["upphandling"] != 70_000_000 && p.Model().Thresholds["Upphandling"] != 70_000_000 {
		t.Errorf("%v", p.Model().Thresholds)
	}
}

// TestADraftIsUndoneAndRestored: each change is taken back in turn, lines are copied, moved
// and removed, and it may begin anew with the one before or one that ships.
func TestADraftIsUndoneAndRestored(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p, "governance")
	uitest.Tap(t, s, "Ändra …")
	part(t, s, "Kategorier")
	first := listed(s)
	button(t, s, "Gör en kopia")
	button(t, s, "Flytta ner")
	if got := listed(s); len(got) != 4 || got[2] != first[0]+" (kopia)" {
		t.Errorf("copied and moved they are %q", got)
	}
	button(t, s, "Ta bort")
	if got := listed(s); !slices.Equal(got, first) {
		t.Errorf("removed they are %q", got)
	}
	for range 3 {
		uitest.Tap(t, s, "Ångra")
	}
	pick(t, s, first[0])
	typed(t, s, "Namn", "Stabilt")
	uitest.Tap(t, s, "Förhandsgranska …")
	uitest.Tap(t, s, "Ändra styrmodellen")
	if p.Model().Categories[0].Label != "Stabilt" || len(p.Model().Categories) != 3 {
		t.Fatalf("%v", p.Model().Categories)
	}
	uitest.Tap(t, s, "Ändra …")
	uitest.Tap(t, s, "Återställ …")
	if !uitest.CanTap(s, "Till den medföljande: Karlstad") {
		t.Errorf("%q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Tap(t, s, "Till er förra: Danderyd")
	uitest.Tap(t, s, "Förhandsgranska …")
	uitest.Tap(t, s, "Ändra styrmodellen")
	if p.Model().ID != "danderyd" || p.Model().Name != "Danderyd" {
		t.Errorf("restored it is %s, %s", p.Model().ID, p.Model().Name)
	}
}

// TestAComparedModelIsBegunWith: a copy of the one at the right is changed, and what the
// portfolio's own must answer is asked as of any change.
func TestAComparedModelIsBegunWith(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p, "governance")
	uitest.Tap(t, s, "Jämför …")
	choices := uitest.Find[*input.Select](s)
	choices[len(choices)-1].Open()
	uitest.Tap(t, s, "Karlstad")
	uitest.Tap(t, s, "Utgå från den högra …")
	if !uitest.Shows(uitest.Front(s), "Ändra styrmodellen Karlstad") {
		t.Fatalf("%q", uitest.Texts(uitest.Front(s)))
	}
	part(t, s, "Modellen")
	typed(t, s, "Namn", "Ekvallas")
	uitest.Tap(t, s, "Förhandsgranska …")
	uitest.Tap(t, s, "Ändra styrmodellen")
	if p.Model().ID != "karlstad-egen" || p.Model().Name != "Ekvallas" {
		t.Errorf("%s, %s: %q", p.Model().ID, p.Model().Name, uitest.Texts(uitest.Front(s)))
	}
}
