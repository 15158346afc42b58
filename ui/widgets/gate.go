package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
)

// Gate stands unseen before a part of the window, and lets the keyboard in to the first of
// what can have it there. Tab passes it by.
type Gate struct {
	widget.BaseWidget
	open bool
}

var (
	_ fyne.Focusable   = (*Gate)(nil)
	_ fyne.Disableable = (*Gate)(nil)
)

// NewGate makes a gate.
func NewGate() *Gate {
	g := &Gate{}
	g.ExtendBaseWidget(g)
	return g
}

// Enter gives the keyboard to the first that comes after the gate.
func (g *Gate) Enter(c fyne.Canvas) {
	g.open = true
	c.Focus(g)
	if c.Focused() == fyne.Focusable(g) {
		if c.FocusNext(); c.Focused() == fyne.Focusable(g) {
			c.Unfocus()
		}
	}
	g.open = false
}

// Disabled tells Tab to pass it by.
func (g *Gate) Disabled() bool { return !g.open }

// Enable and Disable implement fyne.Disableable; Enter decides.
func (g *Gate) Enable() {}

// Disable implements fyne.Disableable.
func (g *Gate) Disable() {}

// FocusGained implements fyne.Focusable.
func (g *Gate) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (g *Gate) FocusLost() {}

// TypedRune implements fyne.Focusable.
func (g *Gate) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (g *Gate) TypedKey(*fyne.KeyEvent) {}

// CreateRenderer draws nothing.
func (g *Gate) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(g, nil, func() {}, func() fyne.Size { return fyne.Size{} }, func(fyne.Size) {})
}
