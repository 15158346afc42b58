package widgets

import (
	"cmp"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/theme"
)

// Control is what every widget that can be pointed at, tapped and focused is
// built on. The embedding widget calls Extend.
type Control struct {
	widget.BaseWidget
	hovered, focused, ring, disabled bool
	tip                              string
	whole                            string // what it says that there is no room for
	onTap                            func()
	onKey                            func(*fyne.KeyEvent) bool // true: handled
	onRune                           func(rune)
	onHover                          func(bool)
	onLeave                          func()
	cursor                           desktop.Cursor
	enterTaps                        bool
	noTab                            bool // Tab passes by; something around it has the keys
	tipper                           Tipper
}

// self is the whole widget that the control is part of.
func (c *Control) self() fyne.CanvasObject { return c.tipper.Owner }

// Extend makes w the whole widget, which does onTap when it is tapped; nil: only
// the keyboard has use for it.
func (c *Control) Extend(w fyne.Widget, onTap func()) {
	c.ExtendBaseWidget(w)
	c.tipper.Owner = w
	c.onTap = onTap
	c.enterTaps = true
	c.cursor = desktop.PointerCursor
}

// Hovered tells whether the pointer is over the widget.
func (c *Control) Hovered() bool { return c.hovered }

// Focused tells whether the widget has the keyboard.
func (c *Control) Focused() bool { return c.focused }

// Ringed tells whether to show that it has the keyboard: it is the keyboard that
// is used, not the pointer.
func (c *Control) Ringed() bool { return c.ring }

// HandleKeys lets the widget have keys first; true: handled.
func (c *Control) HandleKeys(f func(*fyne.KeyEvent) bool) { c.onKey = f }

// TypeInto lets what is typed open something, and go on there.
func (c *Control) TypeInto(open func()) {
	c.onRune = func(r rune) {
		if unicode.IsSpace(r) { // it taps
			return
		}
		open()
		canvas := CanvasOf(c.self())
		if canvas == nil {
			return
		}
		if at := canvas.Focused(); at != nil && at != c.self().(fyne.Focusable) {
			at.TypedRune(r)
		}
	}
}

// HandleLeave is told when the keyboard leaves the widget.
func (c *Control) HandleLeave(f func()) { c.onLeave = f }

// PassEnter leaves Enter to what is around; Space still taps.
func (c *Control) PassEnter() { c.enterTaps = false }

// PassTab lets Tab pass the widget by: something around it has the keys.
func (c *Control) PassTab() { c.noTab = true }

// SetTip sets the text shown when the pointer rests on the widget.
func (c *Control) SetTip(tip string) { c.tip = tip }

// Tip is the text shown when the pointer rests on the widget: first what there is no room for.
func (c *Control) Tip() string {
	if c.whole != "" && c.tip != "" && c.whole != c.tip {
		return c.whole + "\n" + c.tip
	}
	return cmp.Or(c.whole, c.tip)
}

// Cuts notes what the widget says in full, and what of it is seen, one after the other; what is
// cut is said when the pointer rests on it.
func (c *Control) Cuts(texts ...string) {
	c.whole = ""
	for i := 0; i+1 < len(texts); i += 2 {
		if texts[i] != texts[i+1] {
			c.whole += "\n" + texts[i]
		}
	}
	c.whole = strings.TrimPrefix(c.whole, "\n")
}

// Tapped does what the widget does.
func (c *Control) Tapped(*fyne.PointEvent) {
	c.tipper.Hide()
	if c.disabled || c.onTap == nil {
		return
	}
	c.onTap()
}

// MouseIn marks the widget as pointed at.
func (c *Control) MouseIn(e *desktop.MouseEvent) {
	c.hovered = true
	if c.onHover != nil {
		c.onHover(true)
	}
	c.tipper.Rest(c.Tip(), e.AbsolutePosition)
	c.Refresh()
}

// MouseMoved keeps the tooltip near the pointer.
func (c *Control) MouseMoved(e *desktop.MouseEvent) { c.tipper.Move(e.AbsolutePosition) }

// MouseOut undoes MouseIn.
func (c *Control) MouseOut() {
	c.hovered = false
	if c.onHover != nil {
		c.onHover(false)
	}
	c.tipper.Hide()
	c.Refresh()
}

// Cursor is the pointer's shape over the widget.
func (c *Control) Cursor() desktop.Cursor {
	if c.disabled || c.onTap == nil {
		return desktop.DefaultCursor
	}
	return c.cursor
}

// FocusGained shows the ring when the keyboard, not the pointer, came here.
func (c *Control) FocusGained() {
	KeyboardTo(nil)
	c.focused, c.ring = true, !c.hovered
	c.Refresh()
	if c.ring {
		BringIntoView(c.self())
	}
}

// FocusLost takes the ring away.
func (c *Control) FocusLost() {
	c.focused, c.ring = false, false
	c.Refresh()
	if c.onLeave != nil {
		c.onLeave()
	}
}

// TypedRune is for widgets that jump by letter or are typed into.
func (c *Control) TypedRune(r rune) {
	if c.onRune != nil {
		c.onRune(r)
	}
}

// TypedKey taps on Enter and Space and closes what is on top on Escape.
func (c *Control) TypedKey(e *fyne.KeyEvent) {
	if !c.ring {
		c.ring = true
		c.Refresh()
	}
	if c.onKey != nil && c.onKey(e) || ContextKey(c.self(), e) {
		return
	}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if c.enterTaps {
			c.Tapped(&fyne.PointEvent{})
		} else {
			PassKey(c.self(), e)
		}
	case fyne.KeySpace:
		c.Tapped(&fyne.PointEvent{})
	case fyne.KeyEscape, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyHome, fyne.KeyEnd:
		PassKey(c.self(), e)
	default:
		if functionKey(e.Name) {
			PassKey(c.self(), e)
		}
	}
}

// TypedShortcut lets the window, or else what is around, have it.
func (c *Control) TypedShortcut(s fyne.Shortcut) {
	if !WindowShortcut(c.self(), s) {
		PassShortcut(c.self(), s)
	}
}

// KeyDown implements desktop.Keyable.
func (c *Control) KeyDown(e *fyne.KeyEvent) { KeyDown(c.self(), e) }

// KeyUp implements desktop.Keyable.
func (c *Control) KeyUp(e *fyne.KeyEvent) { KeyUp(c.self(), e) }

// Disable makes the widget grey and deaf.
func (c *Control) Disable() { c.disabled = true; c.Refresh() }

// Enable undoes Disable.
func (c *Control) Enable() { c.disabled = false; c.Refresh() }

// Disabled tells whether the widget is deaf. What does nothing says so too, so
// that Tab passes it by.
func (c *Control) Disabled() bool {
	return c.disabled || c.noTab || c.onTap == nil && c.onKey == nil
}

func px(v float32) float32 { return theme.Px(v) }

// FocusOn gives an object the keyboard.
func FocusOn(o fyne.Focusable) {
	if o == nil {
		return
	}
	if co, ok := o.(fyne.CanvasObject); ok {
		if c := CanvasOf(co); c != nil {
			c.Focus(o)
		}
	}
}

// standIns are the buttons of menus that have taken in a button for want of room: what it
// opens, opens there.
var standIns = map[fyne.CanvasObject]fyne.CanvasObject{}

// CanvasOf is the canvas that an object is in, nil for none.
func CanvasOf(o fyne.CanvasObject) fyne.Canvas {
	if other, ok := standIns[o]; ok {
		o = other
	}
	app := fyne.CurrentApp()
	if app == nil || o == nil {
		return nil
	}
	return app.Driver().CanvasForObject(o)
}

// PositionOf is where an object stands in its window.
func PositionOf(o fyne.CanvasObject) fyne.Position {
	if other, ok := standIns[o]; ok {
		o = other
	}
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
}

// Modifiers are the keys held down now.
func Modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}
