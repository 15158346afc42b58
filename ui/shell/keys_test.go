package shell_test

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// TestAKeyWithoutANameDoesNothing: å, ä, ö, Pause and the volume's keys come
// as events without a name.
func TestAKeyWithoutANameDoesNothing(t *testing.T) {
	s, _ := open(t)
	for _, key := range []fyne.KeyName{fyne.KeyUnknown, "VolumeUp"} {
		uitest.Press(s, key)
		if s.Window.Canvas().Overlays().Top() != nil {
			t.Fatalf("%q opened %q", key, uitest.Texts(uitest.Front(s)))
		}
	}
	uitest.Press(s, fyne.KeyF1)
	if s.Window.Canvas().Overlays().Top() == nil {
		t.Error("F1 opens no help")
	}
}

// tap presses a button while toasts stay.
func tap(t *testing.T, s *shell.Shell, text string) {
	t.Helper()
	for _, b := range uitest.Find[*widgets.Button](s) {
		if uitest.Shows(b, text) {
			b.Tapped(&fyne.PointEvent{})
			return
		}
	}
	t.Fatalf("no button says %q: %q", text, uitest.Texts(uitest.Front(s)))
}

// said tells whether a toast says something.
func said(s *shell.Shell, text string) bool {
	for _, toast := range uitest.Find[*widgets.Toast](s) {
		if uitest.Shows(toast, text) {
			return true
		}
	}
	return false
}

// TestAToastGoesWhenWhatItTellsIsNoLongerSo: it is taken back, or the same has changed since.
func TestAToastGoesWhenWhatItTellsIsNoLongerSo(t *testing.T) {
	s, _ := open(t)
	all := s.Portfolio().All(system.Kind)
	set := func(i int, says, name string) {
		s.Write(func(ctx context.Context, p *app.Portfolio) (app.Entry, error) {
			return p.SetText(ctx, all[i].ID, field.Column{Field: system.LockIn.Field}, name)
		}, func(e app.Entry, err error) {
			if err != nil {
				t.Fatal(err)
			}
			s.ToastUndo(says, e)
		})
	}
	set(0, "Första", "A")
	set(1, "Andra", "B")
	if !said(s, "Första") || !said(s, "Andra") {
		t.Error("what is so isn't told")
	}
	set(0, "Tredje", "C")
	if said(s, "Första") || !said(s, "Andra") || !said(s, "Tredje") {
		t.Error("what has changed since is still told, or what hasn't isn't")
	}
	s.Undo()
	if said(s, "Tredje") || !said(s, "Andra") {
		t.Error("what is taken back is still told")
	}
	s.ClosePortfolio()
	if said(s, "Andra") {
		t.Error("what was done in a portfolio that is closed is still told")
	}
}

func TestAToastTakesBackItsOwnOrNothing(t *testing.T) {
	s, _ := open(t)
	p := s.Portfolio()
	all := p.All(system.Kind)
	set := func(i int, name string) app.Entry {
		var made app.Entry
		s.SetValue(all[i].ID, field.Column{Field: system.LockIn.Field}, name, func(e app.Entry, err error) {
			if err != nil {
				t.Fatal(err)
			}
			made = e
		})
		return made
	}
	supplier := func(i int) string { return system.LockIn.Get(p.Get(all[i].ID)) }

	s.ToastUndo("Första", set(0, "Visma"))
	tap(t, s, "Ångra")
	if supplier(0) == "Visma" {
		t.Fatal("the toast takes nothing back")
	}
	if !uitest.CanTap(s, "Gör om") {
		t.Fatal("what was taken back can't be brought back")
	}
	s.ToastUndo("Andra", set(1, "Tieto"))
	if uitest.CanTap(s, "Gör om") {
		t.Error("the earlier toast still offers to bring its own back")
	}
	if said(s, "Första") {
		t.Error("what was taken back is still told")
	}
	set(2, "CGI")
	if uitest.CanTap(s, "Ångra") {
		tap(t, s, "Ångra")
	}
	if supplier(1) != "Tieto" || supplier(2) != "CGI" {
		t.Errorf("a toast took back %q and %q", supplier(1), supplier(2))
	}
}
