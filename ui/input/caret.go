package input

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"itportfoljen/ui/async"
	"itportfoljen/ui/widgets"
)

// blink is how long a caret shows, and then doesn't.
const blink = 530 * time.Millisecond

// caret is what shows where a field is written in. The toolkit fades its own in and out,
// and each step draws the whole window anew; this one is only on or off.
type caret struct {
	of     *Entry
	rect   *canvas.Rectangle
	fades  fyne.WidgetRenderer // its Destroy stops the toolkit's fading
	colour color.Color
	on     bool
	stop   func()
}

// newCaret takes over the caret in what a field is drawn with, nil where there is none.
func newCaret(of *Entry, objects []fyne.CanvasObject) *caret {
	for _, o := range objects {
		if s, ok := o.(*container.Scroll); ok && s.Content != nil {
			o = s.Content
		}
		w, ok := o.(fyne.Widget)
		if !ok {
			continue
		}
		r := w.CreateRenderer()
		parts := r.Objects()
		if len(parts) == 0 {
			continue
		}
		if rect, ok := parts[len(parts)-1].(*canvas.Rectangle); ok {
			return &caret{of: of, rect: rect, fades: r}
		}
	}
	return nil
}

// moved shows the caret, and has it blink from now on as long as the field has the
// keyboard.
func (c *caret) moved() {
	c.fades.Destroy()
	c.rest()
	if !c.rect.Visible() {
		return
	}
	c.colour, c.on = c.rect.FillColor, true
	c.stop = async.After(blink, c.turn)
}

// written tells whether the field has the keyboard. One that is taken away with what lay
// over the window is never told that it has lost it.
func (c *caret) written() bool {
	at := widgets.CanvasOf(c.of)
	return at != nil && at.Focused() == fyne.Focusable(c.of)
}

// turn takes the caret away, or shows it again.
func (c *caret) turn() {
	c.stop = nil
	if !c.rect.Visible() || !c.written() {
		return
	}
	if c.on = !c.on; c.on {
		c.rect.FillColor = c.colour
	} else {
		c.rect.FillColor = color.Transparent
	}
	c.rect.Refresh()
	c.stop = async.After(blink, c.turn)
}

// rest ends the blinking.
func (c *caret) rest() {
	if c.stop != nil {
		c.stop()
		c.stop = nil
	}
}
