package main

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"itportfoljen/app"
	"itportfoljen/app/agreement"
	"itportfoljen/app/base/date"
	"itportfoljen/app/licence"
	"itportfoljen/app/org"
	"itportfoljen/app/platform"
	"itportfoljen/app/policy"
	"itportfoljen/app/service"
	"itportfoljen/app/system"
	"itportfoljen/cmd/internal/wiring"
	"itportfoljen/ui/async"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// today is the day of the pictures, so that they only change when the program
// does.
var today = date.Of(2026, 11, 21)

// view is a page in a state worth a picture.
type view struct {
	name string
	show func(s *shell.Shell)
}

var views = []view{
	{"oversikt", func(s *shell.Shell) { s.Go("overview", nil) }},
	{"systemportfolj", func(s *shell.Shell) { s.Go("systems", nil) }},
	{"system", func(s *shell.Shell) { s.Open(s.Portfolio().All(system.Kind)[4].ID) }},
	{"avtal", func(s *shell.Shell) { s.Go("agreements", nil); s.Open(s.Portfolio().All(agreement.Kind)[7].ID) }},
	{"plan", func(s *shell.Shell) { s.Go("plan", "list") }},
	{"tavla", func(s *shell.Shell) { s.Go("plan", "board") }},
	{"tidslinje", func(s *shell.Shell) { s.Go("plan", "timeline") }},
	{"rapporter", func(s *shell.Shell) { s.Go("reports", nil) }},
	{"excel-in", func(s *shell.Shell) { s.Go("exchange", "import") }},
	{"excel-ut", func(s *shell.Shell) { s.Go("exchange", "export") }},
	{"installningar", func(s *shell.Shell) { s.Go("settings", nil) }},
	{"styrning", func(s *shell.Shell) { s.Go("settings", "governance") }},
	{"person", func(s *shell.Shell) { s.Open(s.Portfolio().All(org.PersonKind)[4].ID) }},
	{"samband", func(s *shell.Shell) {
		s.Go(shell.Related, shell.Select{ID: s.Portfolio().Named(system.Kind, "Lönesystemet")[0].ID})
	}},
	{"datum", func(s *shell.Shell) { s.Go("dates", nil) }},
	{"avstamning", func(s *shell.Shell) { s.Go("round", nil) }},
	{"styrdokument", func(s *shell.Shell) { s.Open(s.Portfolio().All(policy.Kind)[2].ID) }},
	{"tjanster", func(s *shell.Shell) { s.Open(s.Portfolio().All(service.Kind)[0].ID) }},
	{"plattform", func(s *shell.Shell) { s.Go("systems", shell.ShowView{Kind: platform.Kind}) }},
	{"licenser", func(s *shell.Shell) { s.Go("agreements", shell.ShowView{Kind: licence.Kind}) }},
	{"utse", func(s *shell.Shell) { s.FillIn(system.SystemOwner.Field, nil) }},
	{"organisation", func(s *shell.Shell) { s.Go("settings", "units") }},
}

// TestEveryPageDraws shows every page with the example, light and dark, at a
// small and a large window, and checks that something is drawn. With
// ITP_SCREENSHOTS the pictures are kept there: the small ones for the handbook
// as name.png and name-mork.png, the others only with ITP_SCREENSHOTS_ALL.
func TestEveryPageDraws(t *testing.T) {
	for _, key := range []string{"XDG_CONFIG_HOME", "XDG_DATA_HOME", "LOCALAPPDATA", "APPDATA"} { // no copies among the user's own
		t.Setenv(key, t.TempDir())
	}
	async.Instant(true)
	t.Cleanup(func() { async.Instant(false) })
	a := test.NewTempApp(t)
	if err := dialogs.UseSwedish(); err != nil {
		t.Fatal(err)
	}
	services := wiring.Services(wiring.Options{Who: "Anna Ek", Today: today})
	path := example(t, services)
	s := shell.New(a, shell.Options{Services: services, Pages: pages(), Version: "0.1.0"})
	s.Start("")
	shoot(t, s, "start", fyne.NewSize(1366, 768), theme.Light)
	s.OpenPath(path)
	for _, v := range views {
		t.Run(v.name, func(t *testing.T) {
			v.show(s)
			async.Flush()
			for _, size := range []fyne.Size{{Width: 1366, Height: 768}, {Width: 1440, Height: 900}, {Width: 2560, Height: 1440}} {
				shoot(t, s, v.name, size, theme.Light)
				shoot(t, s, v.name, size, theme.Dark)
			}
		})
	}
	t.Run("forms", func(t *testing.T) { formsFit(t, s) })
	s.ClosePortfolio()
}

// formTabs are the tabs of the form in view, which end with its history; nil for none.
func formTabs(s *shell.Shell) *widgets.TabBar {
	for _, b := range uitest.Find[*widgets.TabBar](s) {
		if items := b.Items(); len(items) > 0 && items[len(items)-1].Label == texts.T("record.history") {
			return b
		}
	}
	return nil
}

// formsFit opens records of every kind in a small window and holds that no tab of a form is
// wider than its panel.
func formsFit(t *testing.T, s *shell.Shell) {
	s.Window.Resize(fyne.NewSize(1366, 768))
	for _, k := range app.Kinds {
		if k.Silent || k.Owner() != nil || k.Page == "person" {
			continue
		}
		all := s.Portfolio().All(k)
		for _, r := range all[:min(4, len(all))] {
			s.Open(r.ID)
			async.Flush()
			tabs := formTabs(s)
			if tabs == nil {
				continue
			}
			for _, tab := range tabs.Items() {
				now := formTabs(s) // the form is built anew for each
				now.Select(tab.ID)
				now.OnSelect(tab.ID)
				async.Flush()
				uitest.Walk(s.Window.Content(), func(o fyne.CanvasObject) {
					if scroll, ok := o.(*container.Scroll); ok && scroll.Direction == container.ScrollVerticalOnly && scroll.Content.MinSize().Width > scroll.Size().Width+1 {
						t.Errorf("%s %s: %s wants %v where there is %v", k.Name, r.Ref, tab.Label, scroll.Content.MinSize().Width, scroll.Size().Width)
					}
				})
			}
		}
	}
}

func shoot(t *testing.T, s *shell.Shell, name string, size fyne.Size, mode theme.Mode) {
	t.Helper()
	dir, all := os.Getenv("ITP_SCREENSHOTS"), os.Getenv("ITP_SCREENSHOTS_ALL") != ""
	small := size.Width == 1366
	if !small && !all {
		return
	}
	theme.Apply(s.App, theme.Settings{Mode: mode})
	s.Window.Resize(fyne.NewSize(size.Width-1, size.Height))
	s.Window.Resize(size) // wrapped texts know their width now
	img := s.Window.Canvas().Capture()
	if blank(img) {
		t.Errorf("%s is all of one colour", name)
	}
	if dir == "" {
		return
	}
	if mode == theme.Dark {
		name += "-mork"
	}
	if !small {
		name += "-" + map[float32]string{1440: "1440", 2560: "2560"}[size.Width]
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
}

func blank(img image.Image) bool {
	b := img.Bounds()
	first := img.At(b.Min.X, b.Min.Y)
	for y := b.Min.Y; y < b.Max.Y; y += 7 {
		for x := b.Min.X; x < b.Max.X; x += 7 {
			if img.At(x, y) != first {
				return false
			}
		}
	}
	return true
}
