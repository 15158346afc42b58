package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"itportfoljen/ui/theme"
)

// Tri is yes, no or not known.
type Tri uint8

// The answers.
const (
	No Tri = iota
	Yes
	Unknown
)

// Check is a box to tick. With Three it also has a state for what isn't known.
type Check struct {
	control
	report
	Text     string
	Three    bool
	OnChange func(Tri) error

	state     Tri
	box, halo *canvas.Rectangle
	mark      *canvas.Image
	dash      *canvas.Rectangle
	label     *canvas.Text
}

var _ fyne.Widget = (*Check)(nil)

// NewCheck makes a box with a text.
func NewCheck(text string, on bool, onChange func(on bool) error) *Check {
	c := newCheck(text, func(t Tri) error {
		if onChange == nil {
			return nil
		}
		return onChange(t == Yes)
	})
	if on {
		c.state = Yes
	}
	return c
}

// NewTriCheck makes a box with three states.
func NewTriCheck(text string, state Tri, onChange func(Tri) error) *Check {
	c := newCheck(text, onChange)
	c.Three, c.state = true, state
	return c
}

func newCheck(text string, onChange func(Tri) error) *Check {
	c := &Check{Text: text, OnChange: onChange, box: newRect(4), halo: newRect(6), mark: newIcon(), dash: newRect(1), label: newText(13, false)}
	c.extend(c, c.flip)
	c.enterTaps = false
	return c
}

func (c *Check) flip() {
	before := c.state
	switch {
	case c.Three && c.state == No:
		c.state = Unknown
	case c.state == Yes:
		c.state = No
	default:
		c.state = Yes
	}
	if c.OnChange != nil {
		if err := c.OnChange(c.state); err != nil {
			c.state = before
			c.tell(err)
			c.Refresh()
			return
		}
	}
	c.tell(nil)
	c.Refresh()
}

// On tells whether the box is ticked.
func (c *Check) On() bool { return c.state == Yes }

// State is the box's state.
func (c *Check) State() Tri { return c.state }

// Set changes the state and tells nobody.
func (c *Check) Set(state Tri) { c.state = state; c.Refresh() }

// CreateRenderer implements fyne.Widget.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	return newRender(c, []fyne.CanvasObject{c.halo, c.box, c.mark, c.dash, c.label}, func() {
		p := theme.Current()
		fill, stroke := p.Input, p.TextMuted
		if c.state != No {
			fill, stroke = p.AccentFill, p.AccentFill
		} else if c.hovered {
			stroke = p.Accent
		}
		ink := p.Text
		if c.disabled {
			stroke, ink = p.Hairline, p.Disabled
			if c.state != No {
				fill = p.Disabled
			}
		}
		setRect(c.box, fill, stroke, 1)
		paintHalo(c.halo, c.ring)
		mark := ""
		if c.state == Yes {
			mark = "check"
		}
		setIcon(c.mark, mark, p.OnAccent)
		setRect(c.dash, p.OnAccent, nil, 0)
		c.dash.Hidden = c.state != Unknown
		text := c.Text
		if c.Three && c.state == Unknown && text == "" {
			text = "okänt"
		}
		setText(c.label, text, 13, ink)
	}, func() fyne.Size {
		return fyne.NewSize(px(17)+px(8)+textWidth(c.Text, px(13), false)+2, px(27))
	}, func(s fyne.Size) {
		d := px(17)
		y := (s.Height - d) / 2
		put(c.box, 0, y, d, d)
		put(c.halo, -3, y-3, d+6, d+6)
		put(c.mark, (d-px(13))/2, y+(d-px(13))/2, px(13), px(13))
		put(c.dash, px(4), y+d/2-1, d-px(8), 2)
		put(c.label, d+px(8), 0, s.Width-d-px(8), s.Height)
	})
}

// AccessibilityLabel reads text and state.
func (c *Check) AccessibilityLabel() string {
	return c.Text + ": " + [...]string{"nej", "ja", "okänt"}[c.state]
}

// AccessibilityRole is button.
func (c *Check) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
