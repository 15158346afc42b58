package widgets

import (
	"slices"
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

// TestTheHeaderKeepsItsActionsInSight: with less and less room the subtitle goes, then buttons to a menu
// from the left, and then the title is cut.
func TestTheHeaderKeepsItsActionsInSight(t *testing.T) {
	done := ""
	button := func(text string) *Button { return NewButton(text, func() { done = text }) }
	freeze, export, last := button("Fastställ planen …"), button("Exportera"), button("Ny insats")
	h := NewHeader("IT-verksamhetsplan 2027", "25 insatser", freeze, export, last)
	w, _ := window(t, h, 900, 60)
	for _, c := range []struct {
		width float32
		about bool
		menu  []*Button
		cut   bool
	}{{900, true, nil, false}, {620, false, nil, false}, {520, false, []*Button{freeze}, false}, {460, false, []*Button{freeze, export}, false}, {300, false, []*Button{freeze, export}, true}, {240, false, []*Button{freeze, export, last}, true}} {
		h.Resize(fyne.NewSize(c.width, 56))
		if h.about.Hidden == c.about || !slices.Equal(h.over.taken, c.menu) || (h.title.whole != nil) != c.cut {
			t.Errorf("%v: subtitle %v, %d in the menu, the title cut to %v: %v", c.width, !h.about.Hidden, len(h.over.taken), h.title.Size().Width, h.title.whole)
		}
		for _, b := range []*Button{freeze, export, last} {
			if at := b.Position().X; !slices.Contains(c.menu, b) && at+b.Size().Width > c.width {
				t.Errorf("%v: %s ends at %v", c.width, b.Text, at+b.Size().Width)
			}
		}
	}
	w.Canvas().Focus(h.over.more)
	h.over.more.Tapped(nil)
	top, _ := w.Canvas().Overlays().Top().(*Overlay)
	if top == nil {
		t.Fatal("the menu doesn't open")
	}
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if done == "" {
		t.Error("the menu does nothing")
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
