package input

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"itportfoljen/ui/widgets"
)

// TestAnEditorOverACellCoversItAndStaysInTheWindow, wherever the cell is and however small
// the window.
func TestAnEditorOverACellCoversItAndStaysInTheWindow(t *testing.T) {
	var options []widgets.Option
	for _, id := range []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n"} {
		options = append(options, widgets.Option{ID: id, Label: "Val " + id, Detail: "med en förklaring"})
	}
	for name, c := range map[string]struct {
		window fyne.Size
		at     fyne.Position
		size   fyne.Size
		up     bool
	}{
		"in the middle":    {fyne.NewSize(900, 700), fyne.NewPos(200, 200), fyne.NewSize(180, 31), false},
		"at the bottom":    {fyne.NewSize(900, 700), fyne.NewPos(200, 660), fyne.NewSize(180, 31), true},
		"at the right":     {fyne.NewSize(900, 700), fyne.NewPos(860, 100), fyne.NewSize(36, 31), false},
		"in a corner":      {fyne.NewSize(900, 700), fyne.NewPos(860, 665), fyne.NewSize(36, 31), true},
		"a small window":   {fyne.NewSize(600, 256), fyne.NewPos(100, 180), fyne.NewSize(150, 31), true},
		"wider than most":  {fyne.NewSize(900, 700), fyne.NewPos(100, 100), fyne.NewSize(500, 31), false},
		"hardly any space": {fyne.NewSize(300, 120), fyne.NewPos(10, 60), fyne.NewSize(150, 31), true},
	} {
		cell := canvas.NewRectangle(nil)
		cell.Move(c.at)
		cell.Resize(c.size)
		sel := NewMultiPicker(options[:2], func(q string) []widgets.Option { return Matching(options, q) }, nil, nil)
		win, _ := window(t, container.NewWithoutLayout(cell, sel), c.window.Width, c.window.Height)
		sel.OpenOver(Cell{At: cell})
		field := win.Canvas().Focused().(*Entry)
		at, size := widgets.PositionOf(field), field.Size()
		if at.X > c.at.X || at.Y > c.at.Y || at.X+size.Width < c.at.X+c.size.Width || at.Y+size.Height < c.at.Y+c.size.Height {
			t.Errorf("%s: the field at %v, %v doesn't cover the cell", name, at, size)
		}
		if size.Width < 220 && c.window.Width > 300 || size.Height > 34 {
			t.Errorf("%s: the field is %v", name, size)
		}
		press(field, fyne.KeyDown)
		list := listIn(win.Canvas().Overlays().Top())
		from := widgets.PositionOf(list)
		if up := from.Y < at.Y; up != c.up {
			t.Errorf("%s: upwards is %v", name, up)
		}
		if from.X < 0 || from.Y < 0 || from.X+list.Size().Width > c.window.Width || from.Y+list.Size().Height > c.window.Height {
			t.Errorf("%s: the list is at %v, %v", name, from, list.Size())
		}
		press(field, fyne.KeyEscape)
	}
}

// listIn is the list that shows in an object.
func listIn(o fyne.CanvasObject) *widgets.OptionList {
	if list, ok := o.(*widgets.OptionList); ok {
		return list
	}
	var within []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		within = o.Objects
	case fyne.Widget:
		within = test.WidgetRenderer(o).Objects()
	}
	for _, c := range within {
		if list := listIn(c); list != nil {
			return list
		}
	}
	return nil
}
