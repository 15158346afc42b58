package budget

import (
	"fmt"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/frame"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/input"
	"itportfoljen/ui/register"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// usage shows what is asked for, allotted and used of a year's ramar, and of what has none.
type usage struct {
	s       *shell.Shell
	reg     *register.Register
	year    int
	lines   []frame.Line
	grid    *grid.Grid
	bar     *fyne.Container
	content fyne.CanvasObject
}

var _ register.View = (*usage)(nil)

// The columns of the use.
const (
	useName = iota
	useType
	useState
	useRam
	useAsked
	useAllotted
	useUsed
	useLeft
	useShare
)

func newUsage(s *shell.Shell, reg *register.Register) *usage {
	v := &usage{s: s, reg: reg, year: s.Portfolio().PlanYear(), bar: container.NewStack()}
	v.grid = grid.New(v, nil)
	v.grid.Frozen = 1
	v.grid.OnOpen = v.open
	v.grid.OnMenu = v.menu
	v.content = container.NewBorder(container.NewVBox(widgets.Inset(6, 16, 6, 16, v.bar), widgets.Hairline()), nil, nil, nil, v.grid)
	return v
}

// Content implements register.View.
func (v *usage) Content() fyne.CanvasObject { return v.content }

// Focus implements register.View.
func (v *usage) Focus() { v.grid.Focus() }

// PanelClosed implements register.View.
func (v *usage) PanelClosed() {}

// Reload implements register.View.
func (v *usage) Reload() {
	p := v.s.Portfolio()
	v.lines = frame.Use(p, v.year)
	of := []int{p.PlanYear(), v.year}
	for _, r := range v.reg.List().Rows() {
		of = append(of, int(frame.Year.Get(r)))
	}
	slices.Sort(of)
	var years []widgets.Option
	for _, y := range slices.Compact(of) {
		years = append(years, widgets.Option{ID: strconv.Itoa(y), Label: strconv.Itoa(y)})
	}
	v.bar.Objects = []fyne.CanvasObject{widgets.HStack(12, input.NewFlatSelect(texts.T("budget.sheet.year"), years, strconv.Itoa(v.year), func(id string) error {
		v.year, _ = strconv.Atoi(id)
		v.Reload()
		return nil
	}), widgets.Grow(widgets.NewParagraph(texts.T("budget.frames.told"), widgets.Muted)))}
	v.bar.Refresh()
	v.grid.SetColumns([]grid.Column{
		{ID: "name", Title: texts.T("budget.frames.name"), Width: 230, MinWidth: 150, Flex: true},
		{ID: "type", Title: texts.T("budget.frames.type"), Width: 146},
		{ID: "state", Title: texts.T("budget.frames.state"), Width: 88},
		{ID: "ram", Title: texts.T("budget.frames.ram"), Width: 92, Align: grid.AlignRight, Tip: texts.T("budget.frames.ram.tip")},
		{ID: "asked", Title: texts.T("budget.frames.asked"), Width: 92, Align: grid.AlignRight, Tip: texts.T("budget.frames.asked.tip")},
		{ID: "allotted", Title: texts.T("budget.frames.allotted"), Width: 92, Align: grid.AlignRight, Tip: texts.T("budget.frames.allotted.tip")},
		{ID: "used", Title: texts.T("budget.frames.used"), Width: 92, Align: grid.AlignRight},
		{ID: "left", Title: texts.T("budget.frames.left"), Width: 92, Align: grid.AlignRight, Tip: texts.T("budget.frames.left.tip")},
		{ID: "share", Title: texts.T("budget.frames.share"), Width: 84, Align: grid.AlignRight},
	}, 1)
	sum := frame.Sum(p, v.lines)
	strong := func(o money.Ore) grid.Cell { return grid.Cell{Text: o.Kr(), Style: widgets.Strong} }
	v.grid.SetTotals(texts.T("budget.frames.all"), map[int]grid.Cell{useAsked: strong(sum.Asked), useAllotted: strong(sum.Allotted), useUsed: strong(sum.Used)})
	v.grid.Reload()
}

// Len implements grid.Source.
func (v *usage) Len() int { return len(v.lines) }

// Key implements grid.Source.
func (v *usage) Key(row int) string {
	l := v.lines[row]
	return fmt.Sprint(l.Per, " ", l.Portfolio, " ", l.Unit, " ", l.Type, " ", l.Untold, " ", l.Sort)
}

// Cell implements grid.Source.
func (v *usage) Cell(row, col int) grid.Cell {
	l := v.lines[row]
	kr := func(o money.Ore) grid.Cell {
		if o == 0 {
			return grid.Cell{Text: "0", Style: widgets.Muted}
		}
		return grid.Cell{Text: o.Kr()}
	}
	none := grid.Cell{Text: "–", Style: widgets.Muted, Blank: true}
	switch col {
	case useName:
		c := grid.Cell{Text: l.Name, Style: widgets.Strong}
		if l.Under {
			c.Text, c.Tip = "– "+l.Name, texts.T("budget.frames.under")
		}
		return c
	case useType:
		return grid.Cell{Text: l.TypeName(), Style: widgets.Muted}
	case useState:
		return grid.Cell{Text: text.Capital(l.State()), Style: widgets.Muted, Blank: !l.Ram.Known && !l.Proposal.Known}
	case useRam:
		switch {
		case l.Ram.Known:
			return grid.Cell{Text: l.Ram.Kr(), Style: widgets.Strong}
		case l.Proposal.Known:
			return grid.Cell{Text: "(" + l.Proposal.Kr() + ")", Tip: texts.T("budget.frames.proposal")}
		}
		return none
	case useAsked:
		return kr(l.Asked)
	case useAllotted:
		return kr(l.Allotted)
	case useUsed:
		return kr(l.Used)
	case useLeft:
		switch {
		case !l.Ram.Known:
			return none
		case l.Left() < 0:
			return grid.Cell{Text: l.Left().Kr(), Style: widgets.Bad}
		}
		return grid.Cell{Text: l.Left().Kr()}
	}
	share, ok := l.Share()
	switch {
	case !ok:
		return none
	case l.Over():
		return grid.Cell{Text: texts.T("budget.frames.percent", share), Style: widgets.Bad, Icon: "triangle-alert", Tip: texts.T("budget.frames.beyond", l.Beyond().Short())}
	}
	return grid.Cell{Text: texts.T("budget.frames.percent", share)}
}

// open shows the ram of a line beside the list, or its insatser where it has none.
func (v *usage) open(row int) {
	if l := v.lines[row]; len(l.Frames) > 0 {
		v.reg.Open(l.Frames[0])
	} else {
		v.initiatives(l)
	}
}

// initiatives lists the insatser of a line.
func (v *usage) initiatives(l frame.Line) {
	if len(l.Of) > 0 {
		v.s.Go("plan", shell.Show{Label: l.Label(), IDs: slices.Clone(l.Of)})
	}
}

// menu is the right-click menu of a line.
func (v *usage) menu(row int, at fyne.Position) {
	l := v.lines[row]
	var items []widgets.MenuItem
	for _, id := range l.Frames {
		items = append(items, widgets.MenuItem{Label: texts.T("budget.frames.open", v.s.Portfolio().Label(id)), Icon: "wallet", Run: func() { v.reg.Open(field.ID(id)) }})
		if revisable(v.s, v.s.Portfolio().Get(id)) {
			items = append(items, widgets.MenuItem{Label: texts.T("budget.revise"), Icon: "pencil", Run: func() { askRevise(v.s, id) }})
		}
	}
	if n := len(l.Of); n > 0 {
		items = append(items, widgets.MenuItem{Label: texts.N("budget.frames.initiatives", n), Icon: "list", Run: func() { v.initiatives(l) }})
	}
	if len(items) > 0 {
		widgets.ShowMenu(v.s.Window.Canvas(), at, items...)
	}
}
