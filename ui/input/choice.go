package input

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/widgets"
)

// Choice is a large button with a title and an explanation.
type Choice struct {
	widgets.Control
	Selected    bool
	name        string
	title, text *widgets.Text
	rect, halo  *canvas.Rectangle
	icon        *canvas.Image
}

var _ fyne.Widget = (*Choice)(nil)

// NewChoice makes a choice; icon may be empty.
func NewChoice(icon, title, text string, onTap func()) *Choice {
	c := &Choice{name: icon, title: widgets.NewText(title, widgets.Strong), text: widgets.NewParagraph(text, widgets.Muted), rect: paint.NewRect(8), halo: paint.NewRect(10), icon: paint.NewIcon()}
	c.Extend(c, onTap)
	return c
}

// SetSelected marks the choice.
func (c *Choice) SetSelected(on bool) { c.Selected = on; c.Refresh() }

// CreateRenderer implements fyne.Widget.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer {
	left := func() float32 {
		if c.name == "" {
			return px(14)
		}
		return px(44)
	}
	return paint.Render(c, []fyne.CanvasObject{c.halo, c.rect, c.icon, c.title, c.text}, func() {
		p := theme.Current()
		fill, stroke, w := p.Surface, p.Field, float32(1)
		if c.Hovered() {
			fill, stroke = p.Hover, p.Accent
		}
		if c.Selected {
			fill, stroke, w = p.AccentSoft, p.Accent, 1.5
		}
		paint.SetRect(c.rect, fill, stroke, w)
		paint.SetHalo(c.halo, c.Ringed())
		paint.SetIcon(c.icon, c.name, p.Accent)
		c.title.Refresh()
		c.text.Refresh()
	}, func() fyne.Size {
		h := px(22) + px(20)
		if c.text.Text != "" {
			if w := c.Size().Width; w > 0 {
				c.text.Resize(fyne.NewSize(w-left()-px(14), c.text.Size().Height))
			}
			h += c.text.MinSize().Height
		}
		return fyne.NewSize(px(200), h)
	}, func(s fyne.Size) {
		paint.Put(c.rect, 0, 0, s.Width, s.Height)
		paint.Put(c.halo, -3, -3, s.Width+6, s.Height+6)
		paint.Put(c.icon, px(14), px(12), px(18), px(18))
		w := s.Width - left() - px(14)
		paint.Put(c.title, left(), px(10), w, px(20))
		paint.Put(c.text, left(), px(31), w, max(0, s.Height-px(40)))
	})
}

// AccessibilityLabel reads title and explanation.
func (c *Choice) AccessibilityLabel() string { return c.title.Text + ". " + c.text.Text }

// AccessibilityRole is button.
func (c *Choice) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
