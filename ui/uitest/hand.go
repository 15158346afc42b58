package uitest

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"itportfoljen/ui/async"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/widgets"
)

// Walk visits what shows in o, the outermost first.
func Walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, c := range o.Objects {
			Walk(c, visit)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(o).Objects() {
			Walk(c, visit)
		}
	}
}

// Find gives what shows of a type in the window, or in what lies on top of it.
func Find[T fyne.CanvasObject](s *shell.Shell) []T {
	var out []T
	Walk(Front(s), func(o fyne.CanvasObject) {
		if x, ok := o.(T); ok {
			out = append(out, x)
		}
	})
	return out
}

// Front is the dialog or menu on top, else the window's content.
func Front(s *shell.Shell) fyne.CanvasObject {
	if o := s.Window.Canvas().Overlays().Top(); o != nil {
		return o
	}
	return s.Window.Content()
}

// CanTap says whether something with this text can be tapped.
func CanTap(s *shell.Shell, text string) bool { return tappable(s, text) != nil }

// Tap taps what shows the text, the innermost of them.
func Tap(t testing.TB, s *shell.Shell, text string) {
	t.Helper()
	o := tappable(s, text)
	if o == nil {
		t.Fatalf("nothing to tap says %q: %q", text, Texts(Front(s)))
	}
	o.Tapped(&fyne.PointEvent{})
	async.Flush()
}

func tappable(s *shell.Shell, text string) (found fyne.Tappable) {
	Walk(Front(s), func(o fyne.CanvasObject) {
		if tap, ok := o.(fyne.Tappable); ok && slices.Contains(Texts(o), text) {
			found = tap
		}
	})
	return found
}

// Key presses a key where the keyboard is.
func Key(t testing.TB, s *shell.Shell, names ...fyne.KeyName) {
	t.Helper()
	for _, n := range names {
		f := s.Window.Canvas().Focused()
		if f == nil {
			t.Fatalf("nothing has the keyboard for %s", n)
		}
		f.TypedKey(&fyne.KeyEvent{Name: n})
	}
	async.Flush()
}

// Press presses a key as the computer's window does: Tab moves on unless what
// has the keyboard wants it, and without anything that has it the window gets
// the key.
func Press(s *shell.Shell, names ...fyne.KeyName) {
	c := s.Window.Canvas()
	for _, n := range names {
		f := c.Focused()
		tab, _ := f.(fyne.Tabbable)
		switch {
		case n == fyne.KeyTab && (tab == nil || !tab.AcceptsTab()):
			c.FocusNext()
		case f != nil:
			f.TypedKey(&fyne.KeyEvent{Name: n})
		case c.OnTypedKey() != nil:
			c.OnTypedKey()(&fyne.KeyEvent{Name: n})
		}
	}
	async.Flush()
}

// Shortcut presses a shortcut as the computer's window does: what has the keyboard gets it,
// which asks the window first, and the window where nothing has.
func Shortcut(s *shell.Shell, sc fyne.Shortcut) {
	defer async.Flush()
	switch f, ok := s.Window.Canvas().Focused().(fyne.Shortcutable); {
	case ok:
		f.TypedShortcut(sc)
	default:
		widgets.WindowShortcut(s.Window.Content(), sc)
	}
}

// Alt presses Alt and lets it go, where the keyboard is.
func Alt(s *shell.Shell) {
	if f, ok := s.Window.Canvas().Focused().(desktop.Keyable); ok {
		f.KeyDown(&fyne.KeyEvent{Name: desktop.KeyAltLeft})
		f.KeyUp(&fyne.KeyEvent{Name: desktop.KeyAltLeft})
	}
	async.Flush()
}

// MenuItem is the first item of the window's menus that begins with a label, as it is now.
func MenuItem(t testing.TB, s *shell.Shell, label string) widgets.MenuItem {
	t.Helper()
	for _, m := range s.Menus() {
		for _, it := range m.Items() {
			if strings.HasPrefix(it.Label, label) && it.Label != "" {
				return it
			}
		}
	}
	t.Fatalf("no menu has %q", label)
	return widgets.MenuItem{}
}

// Do does what an item of the window's menus does, by how it begins.
func Do(t testing.TB, s *shell.Shell, label string) {
	t.Helper()
	it := MenuItem(t, s, label)
	if it.Disabled {
		t.Fatalf("%q can't be done now", it.Label)
	}
	it.Run()
	async.Flush()
}

// Write types a text where the keyboard is.
func Write(t testing.TB, s *shell.Shell, text string) {
	t.Helper()
	f := s.Window.Canvas().Focused()
	if f == nil {
		t.Fatalf("nothing has the keyboard for %q", text)
	}
	test.Type(f, text)
	async.Flush()
}

// Type types a text as the computer's window does: each letter where the keyboard is then.
func Type(s *shell.Shell, text string) {
	for _, r := range text {
		if f := s.Window.Canvas().Focused(); f != nil {
			f.TypedRune(r)
		}
	}
	async.Flush()
}
