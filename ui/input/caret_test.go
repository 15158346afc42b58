package input

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2/test"

	"itportfoljen/ui/async"
	"itportfoljen/ui/widgets"
)

// TestTheCaretIsOnOrOff: it blinks without the toolkit's fading, shows while somebody
// types, and rests in a field without the keyboard.
func TestTheCaretIsOnOrOff(t *testing.T) {
	for name, e := range map[string]*Entry{"one line": NewEntry(""), "several": newLongEntry(3)} {
		win, _ := window(t, e, 300, 100)
		r := test.WidgetRenderer(e).(*entryRender)
		if r.caret == nil {
			t.Fatalf("%s: it has no caret", name)
		}
		shows := func() bool { return r.caret.rect.Visible() && r.caret.rect.FillColor != color.Transparent }
		win.Canvas().Focus(e)
		for i, want := range []bool{true, false, true, false} {
			if shows() != want {
				t.Errorf("%s: after %d turns the caret shows: %v", name, i, shows())
			}
			async.Flush()
		}
		async.Flush()
		if test.Type(e, "x"); !shows() {
			t.Errorf("%s: no caret while something is typed", name)
		}
		win.Canvas().Unfocus()
		async.Flush()
		if r.caret.rect.Visible() || r.caret.stop != nil {
			t.Errorf("%s: it blinks without the keyboard", name)
		}
	}
}

// TestACaretEndsWithWhatLiesOverTheWindow: its field isn't told that the keyboard has left.
func TestACaretEndsWithWhatLiesOverTheWindow(t *testing.T) {
	e := NewEntry("")
	win, _ := window(t, widgets.NewText("under", widgets.Normal), 300, 200)
	over := widgets.NewOverlay(win.Canvas(), e, nil)
	over.ShowFocus(e)
	c := test.WidgetRenderer(e).(*entryRender).caret
	async.Flush()
	if c.stop == nil {
		t.Fatal("it doesn't blink")
	}
	over.Close()
	async.Flush()
	if c.stop != nil {
		t.Error("it blinks on, unseen")
	}
}
