package main

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/cmd/internal/wiring"
	"itportfoljen/ui/async"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// TestALaterLookIsEverywhere builds every page in one look, changes it, and holds that each page then is, point by
// point, what it is in a window that had that look from the beginning.
func TestALaterLookIsEverywhere(t *testing.T) {
	for _, key := range []string{"XDG_CONFIG_HOME", "XDG_DATA_HOME", "LOCALAPPDATA", "APPDATA"} { // no copies among the user's own
		t.Setenv(key, t.TempDir())
	}
	p := uitest.Example(t)
	services := wiring.Services(wiring.Options{Who: "Anna Ek", Today: uitest.Today})
	window := func(look theme.Settings) *shell.Shell {
		s := uitest.Window(t, p, services, pages()...)
		s.SetLook(look)
		s.Window.Resize(fyne.NewSize(1100, 640))
		for _, v := range views {
			v.show(s)
			async.Flush()
		}
		return s
	}
	pictures := func(s *shell.Shell) (out []image.Image) {
		for _, v := range views {
			v.show(s)
			async.Flush()
			for _, line := range uitest.Find[*widgets.Timeline](s) {
				line.ShowToday() // where it was scrolled to follows the text size, to the day
			}
			out = append(out, s.Window.Canvas().Capture())
		}
		return out
	}
	s, look := window(theme.Settings{Mode: theme.Light, TextPercent: 100}), theme.Settings{Mode: theme.Dark, TextPercent: 150}
	s.SetLook(look)
	later := pictures(s)
	always := pictures(window(look))
	for i, v := range views {
		if n := unlike(later[i], always[i]); n > 0 {
			t.Errorf("%s keeps the old look in %d points", v.name, n)
			keepPoints(t, v.name+"-later", later[i])
			keepPoints(t, v.name+"-always", always[i])
		}
	}
}

// unlike is how many points of two pictures differ.
func unlike(a, b image.Image) (n int) {
	if a.Bounds() != b.Bounds() {
		return -1
	}
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			if a.At(x, y) != b.At(x, y) {
				n++
			}
		}
	}
	return n
}

// keepPoints saves a picture for whoever wants to look.
func keepPoints(t *testing.T, name string, img image.Image) {
	t.Helper()
	if uitest.Pictures() == "" {
		return
	}
	f, err := os.Create(filepath.Join(uitest.Pictures(), name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
}
