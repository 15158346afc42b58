package main

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"itportfoljen/app"
	"itportfoljen/cmd/internal/wiring"
	"itportfoljen/ui/async"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// whole opens the example with all of the program's pages.
func whole(t *testing.T) *shell.Shell {
	t.Helper()
	for _, key := range []string{"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA", "APPDATA"} { // nothing among the user's own
		t.Setenv(key, t.TempDir())
	}
	async.Instant(true)
	t.Cleanup(func() { async.Instant(false) })
	a := test.NewTempApp(t)
	services := wiring.Services(wiring.Options{Who: "Anna Ek", Today: today})
	services.OpenFile = func(string) error { return nil }
	path := example(t, services)
	s := shell.New(a, shell.Options{Services: services, Pages: pages(), Version: "0.1.0"})
	s.Window.Resize(fyne.NewSize(1366, 768))
	s.OpenPath(path)
	async.Flush()
	if s.Portfolio() == nil {
		t.Fatal("nothing is open")
	}
	t.Cleanup(s.ClosePortfolio)
	return s
}

// walker goes through a window by Tab alone.
type walker struct {
	t *testing.T
	s *shell.Shell
}

// name tells a stop from others in what a test says.
func name(o fyne.Focusable) string {
	co := o.(fyne.CanvasObject)
	texts := strings.Join(uitest.Texts(co), " ")
	if len(texts) > 50 {
		texts = texts[:50]
	}
	return fmt.Sprintf("%s %q", reflect.TypeOf(o), texts)
}

// look is all that an object draws, as a text: of two that are the same it draws the same.
func look(o fyne.CanvasObject) string {
	var b strings.Builder
	uitest.Walk(o, func(o fyne.CanvasObject) {
		at, size := o.Position(), o.Size()
		switch o := o.(type) {
		case *canvas.Rectangle:
			fmt.Fprint(&b, "r", at, size, o.FillColor, o.StrokeColor, o.StrokeWidth)
		case *canvas.Line:
			fmt.Fprint(&b, "l", at, size, o.StrokeColor, o.StrokeWidth)
		case *canvas.Text:
			fmt.Fprint(&b, "t", at, o.Text, o.Color)
		case *canvas.Circle:
			fmt.Fprint(&b, "c", at, size, o.FillColor, o.StrokeColor, o.StrokeWidth)
		}
	})
	return b.String()
}

// seen is the part of an object that is in view: within the window and what scrolls it.
func seen(root, o fyne.CanvasObject) (part, whole fyne.Size) {
	found := false
	var visit func(at fyne.CanvasObject, pos, from, to fyne.Position)
	visit = func(at fyne.CanvasObject, pos, from, to fyne.Position) {
		if found || at == nil || !at.Visible() {
			return
		}
		end := pos.AddXY(at.Size().Width, at.Size().Height)
		if at == o {
			found, whole = true, at.Size()
			part = fyne.NewSize(min(end.X, to.X)-max(pos.X, from.X), min(end.Y, to.Y)-max(pos.Y, from.Y))
			return
		}
		var children []fyne.CanvasObject
		switch at := at.(type) {
		case *fyne.Container:
			children = at.Objects
		case fyne.Widget:
			children = test.WidgetRenderer(at).Objects()
			switch at.(type) {
			case *container.Scroll, *container.Clip:
				from, to = fyne.NewPos(max(from.X, pos.X), max(from.Y, pos.Y)), fyne.NewPos(min(to.X, end.X), min(to.Y, end.Y))
			}
		}
		for _, c := range children {
			visit(c, pos.Add(c.Position()), from, to)
		}
	}
	visit(root, root.Position(), fyne.Position{}, fyne.NewPos(root.Size().Width, root.Size().Height))
	return part, whole
}

// beside tells whether two stops stand in one another or side by side in a third.
func beside(a, b fyne.Focusable) bool {
	near := func(o fyne.Focusable) fyne.Position {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(o.(fyne.CanvasObject))
	}
	in := func(o, of fyne.Focusable) bool {
		p, q, size := near(o), near(of), of.(fyne.CanvasObject).Size()
		return p.X >= q.X && p.Y >= q.Y && p.X <= q.X+size.Width && p.Y <= q.Y+size.Height
	}
	_, chips := a.(*widgets.Chip)
	_, too := b.(*widgets.Chip)
	return in(a, b) || in(b, a) || chips && too
}

// step presses Tab. A list has it for its cells, and lets go of it after the last.
func (w walker) step() {
	c := w.s.Window.Canvas()
	at := c.Focused()
	if tab, ok := at.(fyne.Tabbable); ok && tab.AcceptsTab() {
		if sc, ok := at.(fyne.Shortcutable); ok {
			sc.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyEnd, Modifier: fyne.KeyModifierControl})
		}
	}
	uitest.Press(w.s, fyne.KeyTab)
}

// walk goes round what is in front by Tab, and then by Shift+Tab, and says what is wrong.
func (w walker) walk(where string) (stops int) {
	t, c := w.t, w.s.Window.Canvas()
	front := uitest.Front(w.s)
	say := func(format string, args ...any) { t.Errorf("%s: %s", where, fmt.Sprintf(format, args...)) }
	if c.Focused() == nil {
		say("nothing has the keyboard when it comes into view")
		w.step()
	}
	first := c.Focused()
	if first == nil {
		say("nothing can have the keyboard")
		return 0
	}
	var order []fyne.Focusable
	known := map[fyne.Focusable]bool{}
	for at := first; ; {
		order, known[at] = append(order, at), true
		o := at.(fyne.CanvasObject)
		if _, ok := at.(desktop.Keyable); !ok {
			say("%s hears no Alt", name(at))
		}
		if _, ok := at.(fyne.Shortcutable); !ok {
			say("%s hears no shortcut", name(at))
		}
		part, size := seen(front, o)
		if part.Width < min(size.Width, 20) || part.Height < min(size.Height-2, 16) {
			say("%s has the keyboard out of sight: %v of %v shows", name(at), part, size)
		}
		with := look(o)
		w.step()
		if c.Focused() == nil {
			say("Tab leads from %s to nothing", name(at))
			return len(order)
		}
		if with == look(o) && c.Focused() != at {
			say("%s doesn't show that it has the keyboard", name(at))
		}
		next := c.Focused()
		if next == first {
			break
		}
		if next == at {
			say("%s keeps the keyboard", name(at))
			return len(order)
		}
		if known[next] || len(order) > 600 {
			say("Tab comes from %s to %s, and not round", name(at), name(next))
			return len(order)
		}
		at = next
	}
	for i := range order { // and back; what stands in another may come after it both ways
		want := order[(len(order)-i)%len(order)]
		if at := c.Focused(); at != want && !beside(at, want) {
			say("Shift+Tab leads to %s, not %s", name(at), name(want))
			break
		}
		c.FocusPrevious()
	}
	if c.Focused() != first {
		say("Shift+Tab doesn't come round")
	}
	return len(order)
}

// close takes away what lies on top.
func (w walker) close(where string) {
	for range 6 {
		if w.s.Window.Canvas().Overlays().Top() == nil {
			return
		}
		uitest.Press(w.s, fyne.KeyEscape)
	}
	w.t.Errorf("%s: Escape doesn't close it", where)
	for _, o := range w.s.Window.Canvas().Overlays().List() {
		w.s.Window.Canvas().Overlays().Remove(o)
	}
}

// TestEveryPageIsWalkedByTab: each page and tab of a page, each panel, and each dialog that
// an action opens. New ones are walked as they come.
func TestEveryPageIsWalkedByTab(t *testing.T) {
	s := whole(t)
	w := walker{t, s}
	stops := 0
	for _, spec := range pages() {
		s.Go(spec.ID, nil)
		async.Flush()
		n := 1
		for _, b := range uitest.Find[*widgets.TabBar](s) {
			n = max(n, len(b.Items()))
		}
		for i := range n {
			stops += w.walk(fmt.Sprintf("%s %d", spec.ID, i))
			if n > 1 {
				uitest.Shortcut(s, &desktop.CustomShortcut{KeyName: fyne.KeyTab, Modifier: fyne.KeyModifierControl})
			}
		}
	}
	for _, k := range app.Kinds {
		if all := s.Portfolio().All(k); !k.Silent && k.Owner() == nil && len(all) > 0 {
			s.Open(all[0].ID)
			async.Flush()
			stops += w.walk("the form of " + k.Name)
		}
	}
	t.Logf("%d stops", stops)
}

func TestEveryDialogIsWalkedByTab(t *testing.T) {
	s := whole(t)
	w := walker{t, s}
	walked := 0
	for _, a := range s.Actions() {
		if a.ID == "quit" || a.ID == "close" || a.ID == "example" {
			continue
		}
		s.Go("overview", nil)
		async.Flush()
		was := s.Window.Canvas().Focused()
		s.Do(a)
		async.Flush()
		if s.Window.Canvas().Overlays().Top() == nil {
			continue
		}
		w.walk("the dialog of " + a.ID)
		walked++
		w.close(a.ID)
		if s.Current() == "overview" && s.Window.Canvas().Focused() != was {
			t.Errorf("the dialog of %s: the keyboard is with %T after it, not %T", a.ID, s.Window.Canvas().Focused(), was)
		}
	}
	if walked < 10 {
		t.Errorf("%d dialogs", walked)
	}
}
