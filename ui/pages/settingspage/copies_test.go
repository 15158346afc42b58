package settingspage_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"itportfoljen/app"
	"itportfoljen/app/base/fault"
	"itportfoljen/ui/pages/settingspage"
	"itportfoljen/ui/uitest"
)

func TestTheCopiesAreShownWithTheirPlaceAndWhatWentWrong(t *testing.T) {
	chosen, problem, asked := "", error(nil), []app.CopyReason(nil)
	all := []app.Copy{
		{Path: "/k/a/2", At: time.Date(2027, 3, 1, 8, 30, 0, 0, time.Local), Reason: app.CopyOpening, Size: 40_000_000},
		{Path: "/k/b/1", At: time.Date(2027, 2, 1, 8, 30, 0, 0, time.Local), Reason: app.CopyImport, Size: 3_000_000},
	}
	own := services()
	own.KeepCopy = func(_ context.Context, _ *app.Portfolio, why app.CopyReason) (bool, error) {
		asked = append(asked, why)
		return true, problem
	}
	own.Copies = func(_ context.Context, path string) ([]app.Copy, error) {
		if path != "" {
			return all[:1], problem
		}
		return all, problem
	}
	own.CopyPlace = func() (app.CopyPlace, error) {
		if chosen != "" {
			return app.CopyPlace{Dir: chosen, Chosen: true}, nil
		}
		return app.CopyPlace{Dir: "/hemma/kopior"}, nil
	}
	own.ChooseCopyPlace = func(dir string) error {
		if filepath.Base(dir) == "låst" {
			return fault.New(fault.NoPermission, "Du har inte behörighet.")
		}
		chosen = dir
		return nil
	}
	s := uitest.Window(t, uitest.Open(t), own, settingspage.Spec())
	s.Go("settings", "program")
	shows := func(want ...string) {
		t.Helper()
		for _, w := range want {
			if !uitest.Shows(uitest.Front(s), w) {
				t.Errorf("no %q in %q", w, uitest.Texts(uitest.Front(s)))
			}
		}
	}
	shows("/hemma/kopior", "2 kopior, 43 MB", "2027-03-01 08:30, dagens första öppning")

	uitest.Tap(t, s, "Gör en kopia nu")
	if !slices.Equal(asked, []app.CopyReason{app.CopyOpening, app.CopyAsked}) {
		t.Errorf("asked for %q", asked)
	}

	place, locked := t.TempDir(), filepath.Join(t.TempDir(), "låst")
	if err := os.Mkdir(locked, 0o700); err != nil {
		t.Fatal(err)
	}
	choose := func(dir string) {
		t.Helper()
		s.RememberFolder(filepath.Join(dir, "x"))
		uitest.Tap(t, s, "Välj plats …")
		uitest.Tap(t, s, "Välj mapp")
	}
	choose(place)
	shows(place, "Använd den vanliga platsen")
	uitest.Tap(t, s, "Använd den vanliga platsen")
	shows("/hemma/kopior")
	choose(locked)
	shows("Du har inte behörighet.")
	uitest.Tap(t, s, "Stäng")
	shows("/hemma/kopior")

	problem = fault.New(fault.NotFound, "Platsen svarar inte.")
	uitest.Tap(t, s, "Gör en kopia nu")
	s.Go("settings", "program")
	shows("Senaste försöket gick inte: Platsen svarar inte.")
	if s.Portfolio() == nil {
		t.Error("the portfolio was closed")
	}
}
