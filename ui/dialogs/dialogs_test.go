package dialogs

import (
	"os"
	"path/filepath"
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

func TestSaveAddsExtensionAndAsksBeforeReplacing(t *testing.T) {
	w, dir := window(t), t.TempDir()
	old := filepath.Join(dir, "lista.xlsx")
	if err := os.WriteFile(old, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	var got []string
	save := func(name string) *Dialog {
		return SaveFile(w, FileOptions{Title: "Spara", StartDir: dir, Ext: ".xlsx", DefaultName: name}, func(p string) { got = append(got, p) })
	}
	save("ny")
	key(w, fyne.KeyReturn)
	save("lista")
	key(w, fyne.KeyReturn) // asks; Avbryt has the keyboard
	key(w, fyne.KeyReturn)
	if len(got) != 1 || got[0] != filepath.Join(dir, "ny.xlsx") {
		t.Fatalf("got %q", got)
	}
	if b, _ := os.ReadFile(old); string(b) != "x" {
		t.Error("the dialog itself wrote")
	}
	for w.Canvas().Overlays().Top() != nil {
		key(w, fyne.KeyEscape)
	}
	d := save("a/b")
	key(w, fyne.KeyReturn)
	if !d.IsOpen() || len(got) != 1 {
		t.Error("a path was taken for a name")
	}
}

func TestOpenShowsOnlyWantedFiles(t *testing.T) {
	w, dir := window(t), t.TempDir()
	for _, n := range []string{"b.xlsx", "a.xlsx", "c.txt", ".dold.xlsx", "~$a.xlsx"} {
		if err := os.WriteFile(filepath.Join(dir, n), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "Ärenden"), 0o700); err != nil {
		t.Fatal(err)
	}
	got := ""
	b := newBrowser(w, FileOptions{Title: "Öppna", StartDir: dir, Extensions: []string{".xlsx"}}, false, func(p string) { got = p })
	b.show("Öppna")
	var names []string
	for i := range b.Len() {
		names = append(names, b.Key(i))
	}
	if len(names) != 3 || names[0] != "Ärenden" || names[1] != "a.xlsx" {
		t.Errorf("%q", names)
	}
	key(w, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if got != filepath.Join(dir, "a.xlsx") {
		t.Errorf("opened %q", got)
	}
	b = newBrowser(w, FileOptions{Title: "Öppna", StartDir: dir}, false, func(p string) { got = p })
	b.show("Öppna")
	_ = b.enterPath(filepath.Join(dir, "c.txt"))
	b.dialog.OK()
	if got != filepath.Join(dir, "c.txt") {
		t.Errorf("typed path gave %q", got)
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

func TestSaveTakesAWholePathAndANewFileReplacesNone(t *testing.T) {
	w, dir, other := window(t), t.TempDir(), t.TempDir()
	if err := os.WriteFile(filepath.Join(other, "finns.itp"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	var got []string
	save := func(name string) *Dialog {
		return SaveFile(w, FileOptions{Title: "Spara", StartDir: dir, Ext: ".itp", DefaultName: name, New: true}, func(p string) { got = append(got, p) })
	}
	for _, name := range []string{filepath.Join(other, "finns.itp"), filepath.Join(other, "ingen", "ny.itp")} {
		d := save(name)
		key(w, fyne.KeyReturn)
		if !d.IsOpen() || len(got) != 0 {
			t.Fatalf("%s gave %q", name, got)
		}
		d.Close()
	}
	save(filepath.Join(other, "ny"))
	key(w, fyne.KeyReturn)
	if len(got) != 1 || got[0] != filepath.Join(other, "ny.itp") {
		t.Errorf("got %q", got)
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
