package settingspage_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/ui/async"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

// amounts are the fields of the ramar, in order.
func amounts(t *testing.T, s *shell.Shell) (rows []*input.Field) {
	t.Helper()
	for _, f := range uitest.Find[*input.Field](s) {
		if uitest.Shows(f, "kr") {
			rows = append(rows, f)
		}
	}
	if len(rows) < 2 {
		t.Fatalf("%d ramar", len(rows))
	}
	return rows
}

// TestTabAmongTheFramesGoesOnTyping: the first amount's save lands while the
// next is being written.
func TestTabAmongTheFramesGoesOnTyping(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p, "governance")
	rows := amounts(t, s)
	async.Hold()
	s.Window.Canvas().Focus(rows[0].Input().(*input.Text).Target())
	uitest.Write(t, s, "1500")
	uitest.Press(s, fyne.KeyTab)
	next := s.Window.Canvas().Focused()
	uitest.Write(t, s, "25")
	if rows[0].Ticked() {
		t.Error("it is called saved before the disk has answered")
	}
	async.Release()
	if now := amounts(t, s); !rows[0].Ticked() || now[1] != rows[1] || s.Window.Canvas().Focused() != next {
		t.Fatal("the amount that is being written is gone")
	}
	uitest.Write(t, s, "00")
	if got := rows[1].Input().(*input.Text).Text(); got != "2500" {
		t.Errorf("the next amount is %q", got)
	}
}

func TestAFrameThatCouldNotBeSavedIsKeptAndTriedAgain(t *testing.T) {
	store := apptest.NewStore()
	p := uitest.OpenIn(t, store)
	s := open(t, p, "governance")
	row := amounts(t, s)[0]
	before := frames(p)
	store.FailWith(fault.New(fault.DiskFull, "Disken är full. Inget har ändrats."))
	s.Window.Canvas().Focus(row.Input().(*input.Text).Target())
	uitest.Write(t, s, "1500")
	s.Window.Canvas().Unfocus()
	if got := row.Input().(*input.Text).Text(); got != "1500" || !strings.Contains(row.Error(), "Disken är full.") || frames(p) != before {
		t.Fatalf("the amount is %q, and it says %q", got, row.Error())
	}
	store.FailWith(nil)
	uitest.Tap(t, s, "Försök igen")
	if row.Error() != "" || frames(p) == before {
		t.Errorf("tried again, it says %q", row.Error())
	}
}
