package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// TestAWindowSmallerThanItsContentScrolls: the window may be as small as the
// screen, and all of the content can be reached.
func TestAWindowSmallerThanItsContentScrolls(t *testing.T) {
	b := NewPrimary("Spara", nil)
	w, root := window(t, NewText("", Normal), 500, 300)
	root.SetContent(VStack(0, MinSize(900, 700, NewText("", Normal)), b))
	if m := w.Content().MinSize(); m.Width > 320 || m.Height > 200 {
		t.Errorf("the window can't be smaller than %v", m)
	}
	for range 20 {
		test.Scroll(w.Canvas(), fyne.NewPos(100, 100), -50, -50)
	}
	if at := PositionOf(b); at.Y+b.Size().Height > 300 || at.X+b.Size().Width > 500 {
		t.Errorf("the button is at %v, %v large", at, b.Size())
	}
}

// TestTheKeyboardBringsWhatItComesToIntoView, and the pointer moves nothing.
func TestTheKeyboardBringsWhatItComesToIntoView(t *testing.T) {
	first, last := NewPrimary("Först", func() {}), NewPrimary("Sist", func() {})
	w, root := window(t, NewText("", Normal), 500, 300)
	root.SetContent(VStack(0, HStack(0, first), MinSize(900, 700, NewText("", Normal)), HStack(0, MinSize(700, 0, NewText("", Normal)), last)))
	seen := func(o fyne.CanvasObject) bool {
		at := PositionOf(o)
		return at.X >= 0 && at.Y >= 0 && at.X+o.Size().Width <= 500 && at.Y+o.Size().Height <= 300
	}
	if w.Canvas().Focus(last); !seen(last) {
		t.Errorf("the last button is at %v", PositionOf(last))
	}
	was := root.room.Offset
	first.MouseIn(&desktop.MouseEvent{})
	if w.Canvas().Focus(first); root.room.Offset != was {
		t.Error("the pointer moved it")
	}
	w.Canvas().Unfocus()
	first.MouseOut()
	if w.Canvas().Focus(first); !seen(first) {
		t.Errorf("the first button is at %v", PositionOf(first))
	}
}

func TestTheHeaderKeepsItsActionsInSight(t *testing.T) {
	b := NewPrimary("Nytt system", nil)
	h := NewHeader("Systemportfölj", "80 system", b)
	window(t, h, h.MinSize().Width, 60)
	if !h.about.Hidden {
		t.Error("the subtitle lies under the actions")
	}
	h.Resize(fyne.NewSize(800, 56))
	if h.about.Hidden || PositionOf(b).X+b.Size().Width > 800 {
		t.Error("with room the subtitle shows")
	}
}

// TestTheKeyboardScrollsADialogAndAForm to what it comes to, on from what is seen and back.
func TestTheKeyboardScrollsADialogAndAForm(t *testing.T) {
	w, root := window(t, NewText("", Normal), 500, 300)
	dialog := func(content fyne.CanvasObject) func() {
		o := NewOverlay(w.Canvas(), Pad(20, content), nil)
		o.Show()
		return o.Close
	}
	for _, c := range []struct {
		where string
		show  func(rows fyne.CanvasObject) (gone func())
	}{
		{"a dialog", func(rows fyne.CanvasObject) func() { return dialog(Asks(300, 0, rows)) }},
		{"a form in a dialog", func(rows fyne.CanvasObject) func() { return dialog(Asks(300, 200, NewScroll(rows))) }},
		{"a form", func(rows fyne.CanvasObject) func() { root.SetContent(NewScroll(rows)); return func() {} }},
	} {
		first, last := NewPrimary("Först", func() {}), NewPrimary("Sist", func() {})
		gone := c.show(VStack(0, HStack(0, first), MinSize(100, 900, NewText("", Normal)), HStack(0, last)))
		for _, b := range []*Button{last, first} {
			w.Canvas().Focus(b)
			if at := PositionOf(b).Y; at < 0 || at+b.Size().Height > 300 {
				t.Errorf("%s: %s is at %v", c.where, b.Text, PositionOf(b))
			}
		}
		w.Canvas().Unfocus()
		gone()
	}
}
