package input

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/widgets"
)

// goMark is a faint arrow after an input that leads to what is chosen there.
type goMark struct {
	widgets.Control
	icon *canvas.Image
	run  func(at fyne.CanvasObject)
	tip  string
}

var _ fyne.Widget = (*goMark)(nil)

func newGoMark() *goMark {
	m := &goMark{icon: paint.NewIcon()}
	m.Extend(m, func() {
		if m.run != nil {
			m.run(m)
		}
	})
	m.PassTab()
	m.Hide()
	return m
}

// CreateRenderer implements fyne.Widget.
func (m *goMark) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(m, []fyne.CanvasObject{m.icon}, func() {
		c := theme.Current().Placeholder
		if m.Hovered() {
			c = theme.Current().Accent
		}
		paint.SetIcon(m.icon, "chevron-right", c)
	}, func() fyne.Size { return fyne.NewSize(px(18), px(22)) }, func(s fyne.Size) {
		const side = 14
		paint.Put(m.icon, (s.Width-px(side))/2, (s.Height-px(side))/2, px(side), px(side))
	})
}

// AccessibilityLabel says where it leads.
func (m *goMark) AccessibilityLabel() string { return m.tip }

// AccessibilityRole is button.
func (m *goMark) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Lead puts an arrow after the input that leads to what is chosen there, at a menu's place
// if there are several; a nil run takes it away.
func (f *Field) Lead(tip string, run func(at fyne.CanvasObject)) {
	f.leads.run, f.leads.tip = run, tip
	f.leads.SetTip(tip)
	f.showLead()
}

// showLead lets the arrow give way to the tick of what was saved.
func (f *Field) showLead() {
	f.leads.Hidden = f.leads.run == nil || f.tick.Visible()
	f.leads.Refresh()
}
