package settingspage_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/field"
	"itportfoljen/app/plan"
	"itportfoljen/app/settings"
	"itportfoljen/app/system"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// withFields has two fields of its own, for systems and for insatser; a system has
// a value in the first.
func withFields(t *testing.T, p *app.Portfolio) (room, code field.ID) {
	t.Helper()
	declare := func(label, of, key string) field.ID {
		return apptest.Add(t, p, settings.FreeKind, settings.FreeLabel, label, settings.FreeOf, of, settings.FreeKey, key).ID
	}
	room, code = declare("Rum", "system", "rum"), declare("Kod", "initiative", "kod")
	apptest.Put(t, p, p.All(system.Kind)[0].ID, p.FieldOf(system.Kind, "rum"), "Källaren")
	return room, code
}

func TestOwnFieldsAreListedByKind(t *testing.T) {
	p := uitest.Open(t)
	withFields(t, p)
	s := open(t, p, "fields")
	for _, want := range []string{"Egna fält för system", "Egna fält för insatser", "1 värde", "inga värden"} {
		if !uitest.Shows(s.Window.Content(), want) {
			t.Errorf("nothing says %q: %q", want, uitest.Texts(s.Window.Content()))
		}
	}
	if checks := uitest.Find[*input.Check](s); len(checks) != 2 || checks[0].On() || checks[1].On() {
		t.Errorf("%d switches, or some field is open that nobody opened", len(checks))
	}
}

func TestAFieldIsOpenedAndClosedInTheWindow(t *testing.T) {
	p := uitest.Open(t)
	room, _ := withFields(t, p)
	s := open(t, p, "fields")
	uitest.Find[*input.Check](s)[0].Tapped(&fyne.PointEvent{})
	if !settings.FreeOpen.Get(p.Get(room)) || p.FieldOf(system.Kind, "rum").Sensitive || !uitest.Shows(s.Window.Content(), "Rum får nu stå i offentliga versioner.") {
		t.Error("it isn't opened, or nothing says that it is")
	}
	uitest.Tap(t, s, "Ångra")
	if settings.FreeOpen.Get(p.Get(room)) || uitest.Find[*input.Check](s)[0].On() {
		t.Error("it stays open")
	}
	uitest.Find[*input.Check](s)[0].Tapped(&fyne.PointEvent{})
	uitest.Find[*input.Check](s)[0].Tapped(&fyne.PointEvent{})
	if settings.FreeOpen.Get(p.Get(room)) || !uitest.Shows(s.Window.Content(), "Rum utelämnas nu i offentliga versioner.") {
		t.Error("it isn't closed")
	}
}

// TestAFieldIsRenamedWhileAnotherGoes: what is being written stays.
func TestAFieldIsRenamedWhileAnotherGoes(t *testing.T) {
	p := uitest.Open(t)
	room, code := withFields(t, p)
	s := open(t, p, "fields")
	in := uitest.Find[*input.Text](s)[0]
	s.Window.Canvas().Focus(in.Target())
	uitest.Write(t, s, "Lok")
	if _, err := p.Delete(t.Context(), []field.ID{code}); err != nil {
		t.Fatal(err)
	}
	uitest.Write(t, s, "al")
	s.Window.Canvas().Unfocus()
	if got := settings.FreeLabel.Get(p.Get(room)); got != "Lokal" || uitest.Shows(s.Window.Content(), "Egna fält för insatser") {
		t.Errorf("it is called %q", got)
	}
	in.Focus()
	uitest.Press(s, fyne.KeyEnd)
	for range "Lokal" {
		uitest.Press(s, fyne.KeyBackspace)
	}
	s.Window.Canvas().Unfocus()
	if got := settings.FreeLabel.Get(p.Get(room)); got != "Lokal" || in.Text() != "" {
		t.Errorf("without a name it is called %q", got)
	}
}

func TestAFieldGoesWithItsValuesAndComesBack(t *testing.T) {
	p := uitest.Open(t)
	withFields(t, p)
	s := open(t, p, "fields")
	remove := func(answer string) {
		for _, b := range uitest.Find[*widgets.Button](s) {
			if b.Icon == "trash-2" {
				b.Tapped(&fyne.PointEvent{})
				break
			}
		}
		if !uitest.Shows(uitest.Front(s), "Ta bort fältet Rum?") || !uitest.Shows(uitest.Front(s), "Det som står i fältet för 1 system försvinner") {
			t.Fatalf("it asks %q", uitest.Texts(uitest.Front(s)))
		}
		uitest.Tap(t, s, answer)
	}
	remove("Avbryt")
	if p.FieldOf(system.Kind, "rum") == nil {
		t.Fatal("it goes without a yes")
	}
	remove("Ta bort")
	if p.FieldOf(system.Kind, "rum") != nil || uitest.Shows(s.Window.Content(), "Egna fält för system") {
		t.Fatal("it is still there")
	}
	s.Undo()
	first := p.All(system.Kind)[0]
	if f := p.FieldOf(system.Kind, "rum"); f == nil || first.Get(f) != "Källaren" || !uitest.Shows(s.Window.Content(), "Egna fält för system") {
		t.Error("it isn't back with its values")
	}
}

func TestWithoutOwnFieldsItIsSaidHowTheyComeAbout(t *testing.T) {
	s := open(t, uitest.Open(t), "fields")
	if !uitest.Shows(s.Window.Content(), "Inga egna fält än") || !uitest.CanTap(s, "Importera en lista …") {
		t.Errorf("it says %q", uitest.Texts(s.Window.Content()))
	}
}

func TestOwnFieldsCantBeChangedInAFileThatIsRead(t *testing.T) {
	store := apptest.NewStore()
	p := uitest.OpenIn(t, store)
	withFields(t, p)
	store.SetReadOnly(true)
	s := open(t, p, "fields")
	if checks := uitest.Find[*input.Check](s); len(checks) != 2 || !checks[0].Disabled() || len(uitest.Find[*input.Text](s)) != 0 || !trashless(s) {
		t.Error("something can be changed")
	}
	if p.FieldOf(plan.Kind, "kod") == nil {
		t.Error("a field is gone")
	}
}

func trashless(s *shell.Shell) bool {
	for _, b := range uitest.Find[*widgets.Button](s) {
		if b.Icon == "trash-2" {
			return false
		}
	}
	return true
}
