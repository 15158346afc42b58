package register_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

// ofAll picks from the menu of all rows.
func ofAll(t *testing.T, s *shell.Shell, item string) {
	t.Helper()
	g := gridOf(t, s)
	g.Focus()
	g.SelectAll()
	g.OnMenu(0, fyne.NewPos(400, 300))
	uitest.Tap(t, s, item)
}

// bulk asks for a field of all rows.
func bulk(t *testing.T, s *shell.Shell, name string) {
	t.Helper()
	ofAll(t, s, "Ändra ett fält för 4 rader …")
	uitest.Type(s, name) // the field has the keyboard, and is looked for
	uitest.Press(s, fyne.KeyReturn)
}

// says tells whether the dialog says a sentence.
func says(t *testing.T, s *shell.Shell, want string) {
	t.Helper()
	if !uitest.Shows(uitest.Front(s), want) {
		t.Errorf("it doesn't say %q: %q", want, uitest.Texts(uitest.Front(s)))
	}
}

func TestOneFieldOfManyRowsIsSetAtOnceAndUndoneAtOnce(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	set(t, p, sys(t, p, "HemtjänstPlan").ID, system.Recipients.Field, "moln")
	set(t, p, sys(t, p, "Diariet W3").ID, system.Recipients.Field, "lokalt")
	bulk(t, s, "Mottagare")
	says(t, s, "Mottagare ändras för 4 system. 2 har redan ett värde.")
	uitest.Write(t, s, "moln")
	uitest.Press(s, fyne.KeyReturn) // Enter from the value confirms
	if s.Window.Canvas().Overlays().Top() != nil {
		t.Fatalf("Enter doesn't confirm: %q", uitest.Texts(uitest.Front(s)))
	}
	for _, r := range p.All(system.Kind) {
		if got := system.Recipients.Get(r); got != "moln" {
			t.Errorf("%s has %v", r.Name(), got)
		}
	}
	s.Undo()
	if got := system.Recipients.Get(sys(t, p, "Diariet W3")); got != "lokalt" {
		t.Errorf("after undo %v", got)
	}
}

// TestARoleOfManyRowsIsPassedOn from the menu of its own column, by the keyboard alone.
func TestARoleOfManyRowsIsPassedOn(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	at(t, s, "Diariet W3/system_owner") // the cursor is in the column
	ofAll(t, s, "Ändra Systemägare på 4 valda …")
	says(t, s, "Systemägare ändras för 4 system. 3 har redan ett värde.")
	uitest.Type(s, "sara")
	uitest.Press(s, fyne.KeyReturn, fyne.KeyEscape)
	says(t, s, "2 har ett annat värde, som byts ut. 1 har redan det här. Den som har rollen i dag får ett slutdatum.")
	uitest.Press(s, fyne.KeyReturn)
	for _, r := range p.All(system.Kind) {
		if got := owners(p, r.ID); len(got) != 1 || got[0] != "Sara Öberg" {
			t.Errorf("%s is owned by %v", r.Name(), got)
		}
	}
	if len(p.All(org.PersonKind)) != 3 {
		t.Error("somebody was made")
	}
}

func TestARefusedOrMissingValueEmptiesNothing(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	bulk(t, s, "Livscykel")
	uitest.Tap(t, s, "Ändra")
	if system.Lifecycle.Get(sys(t, p, "Lönesystemet")) == "" {
		t.Fatal("no value chosen emptied the field")
	}
	uitest.Tap(t, s, "Töm fältet")
	says(t, s, "4 har ett värde, som tas bort.")
	uitest.Tap(t, s, "Ändra")
	if got := system.Lifecycle.Get(sys(t, p, "Lönesystemet")); got != "" {
		t.Errorf("asked to empty, it has %q", got)
	}
}

// TestTheDialogOfManyRowsBeginsInItsFirstField, and goes on in the value's.
func TestTheDialogOfManyRowsBeginsInItsFirstField(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	ofAll(t, s, "Ändra ett fält för 4 rader …")
	pick, ok := s.Window.Canvas().Focused().(*input.Select)
	if !ok {
		t.Fatalf("%T has the keyboard", s.Window.Canvas().Focused())
	}
	says(t, s, "Välj först vilket fält")
	for _, c := range []*field.Field{system.Users.Field, system.ClassifiedOn.Field, system.Lifecycle.Field, system.OwnerUnit.Field, system.Description.Field} {
		s.Window.Canvas().Focus(pick)
		uitest.Type(s, c.Label)
		uitest.Press(s, fyne.KeyReturn)
		if at := s.Window.Canvas().Focused(); at == nil || at == fyne.Focusable(pick) {
			t.Errorf("%s: its value hasn't the keyboard but %T", c.Label, at)
		}
	}
}
