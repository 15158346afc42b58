package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// lately is the text field that had the keyboard last, while nothing else has
// had it since.
var lately fyne.Focusable

// KeyboardTo notes that the keyboard has come to something, nil for what isn't
// written in. It tells whether that is the field it left last: then the window has
// been away, and nobody has moved to the field.
func KeyboardTo(o fyne.Focusable) (back bool) {
	back = lately != nil && o == lately
	lately = nil
	return back
}

// KeyboardFrom notes that the keyboard has left a text field.
func KeyboardFrom(o fyne.Focusable) { lately = o }

// keyDown and keyUp see Alt be pressed and let go with nothing between, as who wants the
// menu does. Only the left one: the right one writes @ and € on Swedish keyboards.
func (r *Root) keyDown(e *fyne.KeyEvent) { r.alt = e.Name == desktop.KeyAltLeft }

func (r *Root) keyUp(e *fyne.KeyEvent) {
	was := r.alt
	r.alt = false
	if was && e.Name == desktop.KeyAltLeft && r.OnAlt != nil {
		r.OnAlt()
	}
}

// ForgetAlt is called when the window is left: Alt is let go elsewhere, as with Alt+Tab.
func (r *Root) ForgetAlt() { r.alt = false }

// KeyDown tells the window of a key that is pressed where the keyboard is. All that can
// have the keyboard does.
func KeyDown(from fyne.CanvasObject, e *fyne.KeyEvent) {
	if r := roots[CanvasOf(from)]; r != nil {
		r.keyDown(e)
	}
}

// KeyUp tells the window of a key that is let go where the keyboard is.
func KeyUp(from fyne.CanvasObject, e *fyne.KeyEvent) {
	if r := roots[CanvasOf(from)]; r != nil {
		r.keyUp(e)
	}
}

// WindowShortcut lets the window have a shortcut before what has the keyboard; true: it
// was the window's. All that can have the keyboard asks.
func WindowShortcut(from fyne.CanvasObject, s fyne.Shortcut) bool {
	r := roots[CanvasOf(from)]
	return r != nil && r.OnShortcut != nil && r.OnShortcut(s)
}

// asksForMenu tells whether a key opens the menu of what has the keyboard.
func asksForMenu(name fyne.KeyName) bool {
	return name == desktop.KeyMenu || name == fyne.KeyF10 && Modifiers()&fyne.KeyModifierShift != 0
}

// ContextKey opens the menu that a right click on o opens, under it, when a key asks for
// that; true: the key was used.
func ContextKey(o fyne.CanvasObject, e *fyne.KeyEvent) bool {
	menu, ok := o.(fyne.SecondaryTappable)
	if !ok || !asksForMenu(e.Name) {
		return false
	}
	menu.TappedSecondary(&fyne.PointEvent{AbsolutePosition: PositionOf(o).AddXY(0, o.Size().Height), Position: fyne.NewPos(0, o.Size().Height)})
	return true
}

// functionKey tells whether a key is one of those that write nothing and belong to the
// window: F1 to F12 and the menu's.
func functionKey(name fyne.KeyName) bool { return slices.Contains(functionKeys, name) }

var functionKeys = []fyne.KeyName{fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6, fyne.KeyF7, fyne.KeyF8, fyne.KeyF9, fyne.KeyF10, fyne.KeyF11, fyne.KeyF12, desktop.KeyMenu}

// Edit is something that the menu Redigera does to what has the keyboard.
type Edit int

// What Redigera does.
const (
	Cut Edit = iota
	Copy
	Paste
	SelectAll
	Delete
)

// Editable is what has the keyboard and can be edited by Redigera.
type Editable interface {
	CanEdit(e Edit) bool // now
	Edit(e Edit)
}
