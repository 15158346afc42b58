package guide_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app/system"
	"itportfoljen/ui/uitest"
)

func TestWhatIsSkippedComesAgainAndAllIsTakenBack(t *testing.T) {
	p, rs := school(t)
	s := open(t, p, system.SystemOwner.Field, ids(rs)...)
	uitest.Press(s, fyne.KeyTab)
	for range 4 {
		uitest.Write(t, s, "Sara")
		uitest.Press(s, fyne.KeyReturn)
	}
	shows(t, s, "4 besvarade")
	uitest.Tap(t, s, "Gå igenom den överhoppade")
	shows(t, s, "A-systemet")
	uitest.Write(t, s, "Ny Person")
	uitest.Press(s, fyne.KeyDown, fyne.KeyReturn)
	if got := owner(p, rs[0].ID); got != "Ny Person" {
		t.Errorf("a new person wasn't made and named: %q", got)
	}
	shows(t, s, "5 besvarade")
	uitest.Tap(t, s, "Ångra alla svar")
	for _, r := range rs {
		if owner(p, r.ID) != "" {
			t.Errorf("%s is still owned by %q", r.Name(), owner(p, r.ID))
		}
	}
	shows(t, s, "1 av 5 system")
}

// TestTheSummaryHasTheKeyboard: Enter leaves it as Escape does, and an answer is taken back
// from there too.
func TestTheSummaryHasTheKeyboard(t *testing.T) {
	p, rs := school(t)
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEscape} {
		s := open(t, p, system.SystemOwner.Field, rs[0].ID)
		uitest.Write(t, s, "Sara")
		uitest.Press(s, fyne.KeyReturn)
		shows(t, s, "1 besvarad")
		uitest.Shortcut(s, &fyne.ShortcutUndo{})
		shows(t, s, "Svaret för A-systemet är tillbakataget.")
		uitest.Press(s, fyne.KeyTab)
		shows(t, s, "1 överhoppad.")
		if uitest.Press(s, key); s.Current() != "overview" {
			t.Errorf("%s leaves for %s", key, s.Current())
		}
	}
}

func TestNothingLacksIsSaid(t *testing.T) {
	p := uitest.Empty(t)
	shows(t, open(t, p, system.SystemOwner.Field), "Inget saknas")
}
