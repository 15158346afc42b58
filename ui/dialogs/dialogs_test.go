package dialogs

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"itportfoljen/ui/async"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/widgets"
)

func window(t *testing.T) fyne.Window {
	t.Helper()
	app := test.NewTempApp(t)
	theme.Apply(app, theme.Settings{Mode: theme.Light})
	async.Instant(true)
	t.Cleanup(func() { async.Instant(false) })
	w := test.NewWindow(nil)
	r := widgets.NewRoot(w, widgets.NewText("", widgets.Normal))
	t.Cleanup(r.Release)
	w.Resize(fyne.NewSize(1000, 700))
	return w
}

func key(w fyne.Window, names ...fyne.KeyName) {
	for _, n := range names {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func TestConfirmByKeyboard(t *testing.T) {
	w := window(t)
	n := 0
	Confirm(w, "Spara?", "", "Spara", false, func() { n++ })
	key(w, fyne.KeyReturn)
	Confirm(w, "Spara?", "", "Spara", false, func() { n++ })
	key(w, fyne.KeyEscape)
	Confirm(w, "Ta bort?", "", "Ta bort", true, func() { n++ }) // Enter is on Avbryt
	key(w, fyne.KeyReturn)
	if n != 1 || w.Canvas().Overlays().Top() != nil {
		t.Errorf("confirmed %d times", n)
	}
}

func TestTheToolkitSpeaksSwedish(t *testing.T) {
	window(t)
	if err := UseSwedish(); err != nil {
		t.Fatal(err)
	}
	if got := lang.L("Paste"); got != "Klistra in" {
		t.Errorf("%q", got)
	}
}

// TestADialogFitsASmallWindow: 1366×768 at 225 % leaves 593×256. The dialog is
// within, its buttons show, and what there is no room for can be scrolled to.
func TestADialogFitsASmallWindow(t *testing.T) {
	w := window(t)
	w.Resize(fyne.NewSize(593, 256))
	long := widgets.VStack(8)
	for range 30 {
		long.Add(widgets.NewText("En rad till", widgets.Normal))
	}
	last := widgets.NewButton("Sist", nil)
	long.Add(last)
	d := Show(w, Options{Title: "Långt", Text: "Med en text ovanför.", Content: long, Confirm: "Spara", Width: 720, Height: 400})
	driver := fyne.CurrentApp().Driver()
	end := driver.AbsolutePositionForObject(d.confirm).Add(d.confirm.Size())
	if end.X > 593-8 || end.Y > 256-8 {
		t.Errorf("the button ends at %v", end)
	}
	for range 40 {
		test.Scroll(w.Canvas(), fyne.NewPos(300, 100), 0, -50)
	}
	if y := driver.AbsolutePositionForObject(last).Y; y < 0 || y+last.Size().Height > driver.AbsolutePositionForObject(d.confirm).Y {
		t.Errorf("the last row is at %v", y)
	}
}
