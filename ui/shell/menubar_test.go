package shell_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/app"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// fields opens a window whose first page has two fields, the first with the keyboard.
func fields(t *testing.T) (*shell.Shell, *input.Entry, map[string]*page) {
	t.Helper()
	pages := map[string]*page{}
	all := specs(pages)
	a, b := input.NewEntry(""), input.NewEntry("")
	a.SetText("Lönesystemet")
	pages["overview"].o = container.NewVBox(a, b)
	s := uitest.Window(t, uitest.Open(t), app.Services{}, all...)
	if s.Window.Canvas().Focused() != fyne.Focusable(a) {
		t.Fatalf("%T has the keyboard when the page comes", s.Window.Canvas().Focused())
	}
	return s, a, pages
}

// marked is what the list that has the keyboard has marked.
func marked(t *testing.T, s *shell.Shell) string {
	t.Helper()
	l, ok := s.Window.Canvas().Focused().(*widgets.OptionList)
	if !ok {
		t.Fatalf("%T has the keyboard, not a menu", s.Window.Canvas().Focused())
	}
	o, _ := l.Current()
	return o.Label
}

// TestAltAndF10OpenTheMenu: the first item is marked, the arrows walk, Enter does it, and
// Escape gives the keyboard back to what had it.
func TestAltAndF10OpenTheMenu(t *testing.T) {
	for _, way := range []string{"Alt", "F10", "Alt+A"} {
		s, field, _ := fields(t)
		switch way {
		case "Alt":
			uitest.Alt(s)
		case "F10":
			uitest.Press(s, fyne.KeyF10)
		default:
			uitest.Shortcut(s, &desktop.CustomShortcut{KeyName: fyne.KeyA, Modifier: fyne.KeyModifierAlt})
		}
		if got := marked(t, s); got != "Ny portfölj …" {
			t.Errorf("%s marks %q", way, got)
		}
		uitest.Press(s, fyne.KeyDown)
		if got := marked(t, s); got != "Öppna …" {
			t.Errorf("the arrow down leads to %q", got)
		}
		uitest.Press(s, fyne.KeyLeft)
		if got := marked(t, s); got != "Handboken" {
			t.Errorf("the arrow left leads to %q", got)
		}
		uitest.Press(s, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight)
		if got := marked(t, s); got != "" && got != "Nästa del av fönstret" && !strings.Contains(got, "ida") {
			t.Errorf("Gå till begins with %q", got)
		}
		uitest.Press(s, fyne.KeyEscape)
		if c := s.Window.Canvas(); c.Overlays().Top() != nil || c.Focused() != fyne.Focusable(field) {
			t.Errorf("%s: after Escape %T has the keyboard", way, c.Focused())
		}
		uitest.Alt(s)
		uitest.Alt(s)
		if s.Window.Canvas().Overlays().Top() != nil {
			t.Error("Alt doesn't close the menu")
		}
	}
}

func TestEnterDoesWhatIsMarked(t *testing.T) {
	s, _, _ := fields(t)
	uitest.Alt(s)
	uitest.Press(s, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp) // Avsluta, Stäng portföljen, Stäng det som är öppet
	if got := marked(t, s); got != "Stäng det som är öppet" {
		t.Fatalf("the last but two is %q", got)
	}
	uitest.Press(s, fyne.KeyReturn)
	if !uitest.CanTap(s, "Stäng portföljen") {
		t.Errorf("nothing asks: %q", uitest.Texts(uitest.Front(s)))
	}
}

// TestAltIsOnlyTheMenusAlone: with another key it is a shortcut, the right one writes @ on a
// Swedish keyboard, and under a dialog there is no menu.
func TestAltIsOnlyTheMenusAlone(t *testing.T) {
	s, field, _ := fields(t)
	press := func(names ...fyne.KeyName) {
		for _, n := range names {
			field.KeyDown(&fyne.KeyEvent{Name: n})
		}
		for _, n := range slices.Backward(names) {
			field.KeyUp(&fyne.KeyEvent{Name: n})
		}
	}
	for _, keys := range [][]fyne.KeyName{{desktop.KeyAltLeft, fyne.KeyLeft}, {desktop.KeyAltRight}, {desktop.KeyControlLeft, desktop.KeyAltRight, fyne.KeyE}} {
		press(keys...)
		if s.Window.Canvas().Overlays().Top() != nil {
			t.Errorf("%v opens the menu", keys)
		}
	}
	s.OpenPalette()
	was := len(s.Window.Canvas().Overlays().List())
	uitest.Alt(s)
	uitest.Press(s, fyne.KeyF10)
	if now := len(s.Window.Canvas().Overlays().List()); now != was {
		t.Error("the menu opens over what lies on top")
	}
}

// TestTheMenusBeginWithTheirOwnLetters: Alt and the letter opens one.
func TestTheMenusBeginWithTheirOwnLetters(t *testing.T) {
	s, _ := open(t)
	seen := map[rune]string{}
	for _, m := range s.Menus() {
		first := []rune(m.Title)[0]
		if seen[first] != "" {
			t.Errorf("%s and %s begin alike", seen[first], m.Title)
		}
		seen[first] = m.Title
	}
}

// TestRedigeraIsOfWhatHasTheKeyboard: cut, copy, paste, select all and delete.
func TestRedigeraIsOfWhatHasTheKeyboard(t *testing.T) {
	s, field, _ := fields(t)
	s.App.Clipboard().SetContent("")
	off := func(label string, want bool) {
		t.Helper()
		if got := uitest.MenuItem(t, s, label).Disabled; got != want {
			t.Errorf("%s is disabled: %v", label, got)
		}
	}
	field.CursorColumn = 0
	uitest.Shortcut(s, &fyne.ShortcutSelectAll{})
	off("Klipp ut", false)
	off("Klistra in", true)
	uitest.Do(t, s, "Klipp ut")
	if field.Text != "" || s.App.Clipboard().Content() != "Lönesystemet" {
		t.Errorf("left %q, on the clipboard %q", field.Text, s.App.Clipboard().Content())
	}
	off("Kopiera", true)
	off("Markera allt", true)
	uitest.Do(t, s, "Klistra in")
	if field.Text != "Lönesystemet" {
		t.Errorf("pasted %q", field.Text)
	}
	uitest.Do(t, s, "Markera allt")
	uitest.Do(t, s, "Ta bort")
	if field.Text != "" {
		t.Errorf("left %q", field.Text)
	}
	s.Window.Canvas().Unfocus()
	for _, label := range []string{"Klipp ut", "Kopiera", "Klistra in", "Markera allt", "Ta bort"} {
		off(label, true)
	}
}

// TestTheMenuKeyOpensAFieldsMenu: also Shift+F10, where the right button does.
func TestTheMenuKeyOpensAFieldsMenu(t *testing.T) {
	s, field, _ := fields(t)
	field.SetText("Diariet")
	uitest.Shortcut(s, &fyne.ShortcutSelectAll{})
	uitest.Press(s, desktop.KeyMenu)
	if got := marked(t, s); got != "Klipp ut" {
		t.Fatalf("the menu marks %q", got)
	}
	uitest.Press(s, fyne.KeyDown, fyne.KeyReturn)
	if got := s.App.Clipboard().Content(); got != "Diariet" {
		t.Errorf("copied %q", got)
	}
	if s.Window.Canvas().Focused() != fyne.Focusable(field) {
		t.Errorf("%T has the keyboard after the menu", s.Window.Canvas().Focused())
	}
}
