package widgets

import "fyne.io/fyne/v2"

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
