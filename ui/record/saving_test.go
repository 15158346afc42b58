package record_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/ui/async"
	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

// onDisk shows a system's panel, with a disk that can be made to say no.
func onDisk(t *testing.T) (*shell.Shell, *record.Panel, *apptest.Store) {
	t.Helper()
	store := apptest.NewStore()
	p := uitest.OpenIn(t, store)
	var panel *record.Panel
	s := uitest.Window(t, p, app.Services{}, shell.PageSpec{ID: "systems", Icon: "layers", New: func(s *shell.Shell) shell.Page {
		panel = record.NewPanel(s, system.Kind)
		return &live{blankPage{panel.Content()}, panel}
	}})
	panel.Show(p.All(system.Kind)[0].ID)
	panel.ShowField(system.LockIn.Key)
	return s, panel, store
}

// live is a page that follows the changes.
type live struct {
	blankPage
	panel *record.Panel
}

func (l *live) Changed(e app.Event) { l.panel.Changed(e) }

func rowOf(t *testing.T, s *shell.Shell, label string) *input.Field {
	t.Helper()
	for _, f := range uitest.Find[*input.Field](s) {
		if uitest.Shows(f, label) {
			return f
		}
	}
	t.Fatalf("no field is called %q", label)
	return nil
}

var full = fault.New(fault.DiskFull, "Disken är full. Inget har ändrats. Frigör utrymme.")

func TestTheTickAndSparatComeAfterTheDiskHasAnswered(t *testing.T) {
	s, panel, _ := onDisk(t)
	in := panel.Field(system.AgreementRef.Key)
	if in == nil {
		panel.ShowField(system.AgreementRef.Key)
		in = panel.Field(system.AgreementRef.Key)
	}
	row := rowOf(t, s, system.AgreementRef.Label)
	async.Hold()
	s.Window.Canvas().Focus(in)
	test.Type(in, "KS 2026/7")
	s.Window.Canvas().Unfocus()
	if row.Ticked() || !uitest.Shows(s.Window.Content(), "Sparar …") {
		t.Error("it is called saved before the disk has answered")
	}
	async.Release()
	if !row.Ticked() || uitest.Shows(s.Window.Content(), "Sparar …") || !uitest.Shows(s.Window.Content(), "Sparat ") {
		t.Error("nothing says that it is saved")
	}
}

func TestASaveThatFailedKeepsTheTextUntilItSucceeds(t *testing.T) {
	for name, again := range map[string]func(t *testing.T, s *shell.Shell, in fyne.Focusable){
		"leaving the field": func(_ *testing.T, s *shell.Shell, in fyne.Focusable) {
			s.Window.Canvas().Focus(in)
			s.Window.Canvas().Unfocus()
		},
		"Försök igen": func(t *testing.T, s *shell.Shell, _ fyne.Focusable) { uitest.Tap(t, s, "Försök igen") },
	} {
		s, panel, store := onDisk(t)
		p := s.Portfolio()
		id := panel.Record()
		panel.ShowField(system.AgreementRef.Key)
		in, row := panel.Field(system.AgreementRef.Key), rowOf(t, s, system.AgreementRef.Label)
		store.FailWith(full)
		s.Window.Canvas().Focus(in)
		test.Type(in, "KS 2026/7")
		s.Window.Canvas().Unfocus()
		if row.Ticked() || !strings.Contains(row.Error(), "Disken är full.") || !uitest.Shows(s.Window.Content(), "Allt är inte sparat") {
			t.Fatalf("%s: the field says %q", name, row.Error())
		}
		store.FailWith(nil)
		if _, err := p.SetText(t.Context(), id, field.Column{Field: system.Name.Field}, "Annat namn"); err != nil {
			t.Fatal(err)
		}
		if got := row.Input().(*input.Text).Text(); got != "KS 2026/7" {
			t.Fatalf("%s: after another change the field has %q", name, got)
		}
		panel.ShowField(system.Name.Key) // another tab, and back
		panel.ShowField(system.AgreementRef.Key)
		in, row = panel.Field(system.AgreementRef.Key), rowOf(t, s, system.AgreementRef.Label)
		if got := row.Input().(*input.Text).Text(); got != "KS 2026/7" || row.Error() == "" {
			t.Fatalf("%s: after another tab the field has %q and says %q", name, got, row.Error())
		}
		again(t, s, in)
		if got := system.AgreementRef.Value(p, p.Get(id), 0); got != "KS 2026/7" {
			t.Errorf("%s: saved %v", name, got)
		}
		if row.Error() != "" || uitest.CanTap(s, "Försök igen") || uitest.Shows(s.Window.Content(), "Allt är inte sparat") {
			t.Errorf("%s: it is saved, and something says that it isn't: %q", name, row.Error())
		}
	}
}

func TestEscapeLetsGoOfWhatCouldNotBeSaved(t *testing.T) {
	s, panel, store := onDisk(t)
	panel.ShowField(system.AgreementRef.Key)
	in := panel.Field(system.AgreementRef.Key)
	store.FailWith(full)
	s.Window.Canvas().Focus(in)
	test.Type(in, "KS 2026/7")
	s.Window.Canvas().Unfocus()
	s.Window.Canvas().Focus(in)
	async.Hold() // leaving it would try again
	in.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if uitest.CanTap(s, "Försök igen") {
		t.Error("it is still offered to be saved")
	}
}

func TestWhatIsWrittenOfARecordThatGoesIsToldOf(t *testing.T) {
	s, panel, _ := onDisk(t)
	panel.ShowField(system.AgreementRef.Key)
	in := panel.Field(system.AgreementRef.Key)
	s.Window.Canvas().Focus(in)
	test.Type(in, "KS 2026/7")
	async.Hold() // what is handed over meanwhile comes after
	if _, err := s.Portfolio().Delete(t.Context(), []field.ID{panel.Record()}); err != nil {
		t.Fatal(err)
	}
	async.Release()
	if !uitest.Shows(uitest.Front(s), "KS 2026/7") {
		t.Errorf("what was written is gone: %q", uitest.Texts(uitest.Front(s)))
	}
}
