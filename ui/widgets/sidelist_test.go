package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestArrowsGoOnFromThePlaceThatWasClicked(t *testing.T) {
	at := ""
	l := NewSideList(func(key string) { at = key })
	l.SetItems([]SideItem{{Key: "1", Text: "Ett"}, {Key: "2", Text: "Två"}, {Key: "3", Text: "Tre"}})
	w, _ := window(t, l, 200, 200)
	test.Tap(l.rows[1])
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if at != "3" || w.Canvas().Focused() != fyne.Focusable(l.rows[2]) {
		t.Errorf("Down from the second goes to %q", at)
	}
}
