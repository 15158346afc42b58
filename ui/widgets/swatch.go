package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// Swatch is a colour to choose; the chosen one has a tick.
type Swatch struct {
	Control
	Name   string
	Colour color.NRGBA

	chosen     bool
	halo, rect *canvas.Rectangle
	mark       *canvas.Image
}

var _ fyne.Widget = (*Swatch)(nil)

// NewSwatch makes a swatch; its name is its tooltip.
func NewSwatch(name string, c color.NRGBA, onTap func()) *Swatch {
	s := &Swatch{Name: name, Colour: c, halo: paint.NewRect(9), rect: paint.NewRect(6), mark: paint.NewIcon()}
	s.Extend(s, onTap)
	s.tip = name
	return s
}

// SetChosen ticks the swatch or not.
func (s *Swatch) SetChosen(on bool) { s.chosen = on; s.Refresh() }

// Chosen tells whether the swatch is ticked.
func (s *Swatch) Chosen() bool { return s.chosen }

// CreateRenderer implements fyne.Widget.
func (s *Swatch) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(s, []fyne.CanvasObject{s.halo, s.rect, s.mark}, func() {
		p := theme.Current()
		edge := p.Border
		if s.hovered || s.chosen {
			edge = p.Text
		}
		paint.SetRect(s.rect, s.Colour, edge, 1)
		paint.SetHalo(s.halo, s.ring)
		mark := ""
		if s.chosen {
			mark = "check"
		}
		paint.SetIcon(s.mark, mark, color.NRGBA{R: 255, G: 255, B: 255, A: 255})
	}, func() fyne.Size { return fyne.NewSize(px(28), px(28)) }, func(z fyne.Size) {
		paint.Put(s.halo, -3, -3, z.Width+6, z.Height+6)
		paint.Put(s.rect, 0, 0, z.Width, z.Height)
		i := px(15)
		paint.Put(s.mark, (z.Width-i)/2, (z.Height-i)/2, i, i)
	})
}

// AccessibilityLabel reads the colour's name.
func (s *Swatch) AccessibilityLabel() string { return s.Name }

// AccessibilityRole is button.
func (s *Swatch) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
