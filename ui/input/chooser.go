package input

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/app/base/text"
	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/widgets"
)

// ColumnChoice is a column that can be shown.
type ColumnChoice struct {
	ID, Title, Group string
	On               bool
}

// ColumnChooser is a list of columns to tick and put in order. Put it in a
// dialog or an Overlay.
type ColumnChooser struct {
	widget.BaseWidget
	OnChange func([]ColumnChoice)

	items  []ColumnChoice
	query  string
	search *Search
	box    *fyne.Container
	body   fyne.CanvasObject
}

var _ fyne.Widget = (*ColumnChooser)(nil)

// NewColumnChooser makes a chooser; onChange gets all columns in their order.
func NewColumnChooser(items []ColumnChoice, onChange func([]ColumnChoice)) *ColumnChooser {
	c := &ColumnChooser{OnChange: onChange, items: append([]ColumnChoice(nil), items...), box: widgets.VStack(0)}
	c.search = NewSearch("Sök kolumn", "", func(q string) { c.query = q; c.fill() })
	scroll := container.NewVScroll(c.box)
	scroll.SetMinSize(fyne.NewSize(px(320), px(360)))
	c.body = container.NewBorder(widgets.Inset(0, 0, 8, 0, c.search), nil, nil, nil, scroll)
	c.fill()
	c.ExtendBaseWidget(c)
	return c
}

// Items is all columns in their order.
func (c *ColumnChooser) Items() []ColumnChoice { return c.items }

func (c *ColumnChooser) fill() {
	c.box.Objects = nil
	for i, it := range c.items {
		if c.query != "" {
			if _, ok := text.Match(c.query, it.Title+" "+it.Group); !ok {
				continue
			}
		}
		check := NewCheck(it.Title, it.On, func(on bool) error { c.items[i].On = on; c.tell(); return nil })
		up := widgets.NewIconButton("chevron-up", "Flytta upp", func() { c.swap(i, i-1) })
		down := widgets.NewIconButton("chevron-down", "Flytta ned", func() { c.swap(i, i+1) })
		if i == 0 {
			up.Disable()
		}
		if i == len(c.items)-1 {
			down.Disable()
		}
		group := widgets.NewText(it.Group, widgets.Muted)
		group.FontSize = 12
		row := widgets.HStack(4, check, widgets.Spacer(), group, up, down)
		if c.query != "" {
			row = widgets.HStack(4, check, widgets.Spacer(), group)
		}
		c.box.Add(widgets.Inset(1, 10, 1, 2, row))
	}
	c.box.Refresh()
}

func (c *ColumnChooser) swap(i, j int) {
	if j < 0 || j >= len(c.items) {
		return
	}
	c.items[i], c.items[j] = c.items[j], c.items[i]
	c.fill()
	c.tell()
}

func (c *ColumnChooser) tell() {
	if c.OnChange != nil {
		c.OnChange(append([]ColumnChoice(nil), c.items...))
	}
}

// CreateRenderer implements fyne.Widget.
func (c *ColumnChooser) CreateRenderer() fyne.WidgetRenderer { return paint.Simple(c, c.body) }
