package uitest

import (
	"context"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"itportfoljen/app"
	"itportfoljen/ui/async"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/theme"
)

// Window opens p in a window with these pages, 1366×768. All work is done at
// once, on the caller's goroutine; timers wait for async.Flush.
func Window(t testing.TB, p *app.Portfolio, services app.Services, pages ...shell.PageSpec) *shell.Shell {
	t.Helper()
	return WindowOn(t, nil, p, services, pages...)
}

// WindowOn is Window on a computer that has file dialogs of its own.
func WindowOn(t testing.TB, c dialogs.Computer, p *app.Portfolio, services app.Services, pages ...shell.PageSpec) *shell.Shell {
	t.Helper()
	async.Instant(true)
	t.Cleanup(func() { async.Instant(false) })
	a := test.NewTempApp(t)
	services.Open = func(context.Context, string, app.Access) (*app.Portfolio, error) { return p, nil }
	s := shell.New(a, shell.Options{Services: services, Pages: pages, Version: "0.0", Computer: c})
	s.Window.Resize(fyne.NewSize(1366, 768))
	s.OpenPath(filepath.Join(t.TempDir(), "ekvalla.itp"))
	return s
}

// Pictures is the folder to draw in, "" when nobody wants to look: the
// variable ITP_PICTURES names it.
func Pictures() string { return os.Getenv("ITP_PICTURES") }

// Shoot draws the window to name.png, light or dark, of a size.
func Shoot(t testing.TB, s *shell.Shell, name string, mode theme.Mode, w, h float32) {
	t.Helper()
	theme.Apply(s.App, theme.Settings{Mode: mode})
	s.Window.Resize(fyne.NewSize(w-1, h))
	s.Window.Resize(fyne.NewSize(w, h)) // texts that wrap know their width now
	f, err := os.Create(filepath.Join(Pictures(), name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, s.Window.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}

// Both draws the window at 1366×768 in light and dark.
func Both(t testing.TB, s *shell.Shell, name string) {
	t.Helper()
	Shoot(t, s, name+"-dark", theme.Dark, 1366, 768)
	Shoot(t, s, name+"-light", theme.Light, 1366, 768)
}
