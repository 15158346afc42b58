package input

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/widgets"
)

// Check is a box to tick.
type Check struct {
	widgets.Control
	report
	Text     string
	OnChange func(on bool) error // nil: anything goes

	on        bool
	box, halo *canvas.Rectangle
	mark      *canvas.Image
	label     *canvas.Text
}

var _ fyne.Widget = (*Check)(nil)

// NewCheck makes a box with a text.
func NewCheck(text string, on bool, onChange func(on bool) error) *Check {
	c := &Check{Text: text, on: on, OnChange: onChange, box: paint.NewRect(4), halo: paint.NewRect(6), mark: paint.NewIcon(), label: paint.NewText(13, false)}
	c.Extend(c, c.flip)
	c.PassEnter()
	return c
}

func (c *Check) flip() {
	var err error
	if c.on = !c.on; c.OnChange != nil {
		err = c.OnChange(c.on)
	}
	if err != nil {
		c.on = !c.on
	}
	c.tell(err)
	c.Refresh()
}

// On tells whether the box is ticked.
func (c *Check) On() bool { return c.on }

// Set ticks the box or not, and tells nobody.
func (c *Check) Set(on bool) { c.on = on; c.Refresh() }

// CreateRenderer implements fyne.Widget.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(c, []fyne.CanvasObject{c.halo, c.box, c.mark, c.label}, func() {
		p := theme.Current()
		fill, stroke := p.Input, p.TextMuted
		if c.on {
			fill, stroke = p.AccentFill, p.AccentFill
		} else if c.Hovered() {
			stroke = p.Accent
		}
		ink := p.Text
		if c.Disabled() {
			stroke, ink = p.Hairline, p.Disabled
			if c.on {
				fill = p.Disabled
			}
		}
		paint.SetRect(c.box, fill, stroke, 1)
		paint.SetHalo(c.halo, c.Ringed())
		mark := ""
		if c.on {
			mark = "check"
		}
		paint.SetIcon(c.mark, mark, p.OnAccent)
		paint.SetText(c.label, c.Text, 13, ink)
	}, func() fyne.Size {
		return fyne.NewSize(px(17)+px(8)+paint.TextWidth(c.Text, px(13), false)+2, px(27))
	}, func(s fyne.Size) {
		d := px(17)
		y := (s.Height - d) / 2
		paint.Put(c.box, 0, y, d, d)
		paint.Put(c.halo, -3, y-3, d+6, d+6)
		paint.Put(c.mark, (d-px(13))/2, y+(d-px(13))/2, px(13), px(13))
		paint.Put(c.label, d+px(8), 0, s.Width-d-px(8), s.Height)
	})
}

// AccessibilityLabel reads text and state.
func (c *Check) AccessibilityLabel() string {
	if c.on {
		return c.Text + ": ja"
	}
	return c.Text + ": nej"
}

// AccessibilityRole is button.
func (c *Check) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
