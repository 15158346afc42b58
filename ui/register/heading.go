package register

import (
	"slices"

	"fyne.io/fyne/v2"

	"itportfoljen/app/field"
	"itportfoljen/app/view"
	"itportfoljen/ui/record"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// headingMenu is what a column's heading offers.
func (r *Register) headingMenu(id string, at fyne.Position) {
	c, ok := r.columnOf(id)
	if !ok && id != record.RefColumn {
		return
	}
	items := r.sortItems(id, c)
	if ok {
		items = append(items, widgets.MenuItem{})
		items = append(items, r.filterItems(c, widgets.At(at))...)
		items = append(items, widgets.MenuItem{})
		items = append(items, r.groupingItems(c)...)
	}
	items = append(items, widgets.MenuItem{})
	if ok && len(r.list.Columns()) > 1 {
		items = append(items, widgets.MenuItem{Label: texts.T("register.hide"), Icon: "eye-off", Run: func() { r.hideColumn(c) }})
	}
	items = append(items,
		widgets.MenuItem{Label: texts.T("register.fit"), Icon: "columns-3", Run: func() { r.grid.FitColumn(id) }},
		widgets.MenuItem{Label: texts.T("register.columns.choose"), Icon: "list", Run: r.chooseColumns})
	menu := widgets.ShowMenu(r.s.Window.Canvas(), at, items...)
	if menu != nil {
		menu.OnClose = r.focus
	}
}

// sortItems order by a column, alone or after the others.
func (r *Register) sortItems(id string, c field.Column) []widgets.MenuItem {
	orders := r.list.Sorted()
	at := slices.IndexFunc(orders, func(o view.Order) bool { return o.Column == c })
	alone := at >= 0 && len(orders) == 1
	items := []widgets.MenuItem{
		{Label: texts.T("register.sort.up"), Icon: "arrow-up", Checked: alone && !orders[0].Desc, Run: func() { r.sorted(id, false, false) }},
		{Label: texts.T("register.sort.down"), Icon: "arrow-down", Checked: alone && orders[0].Desc, Run: func() { r.sorted(id, true, false) }},
	}
	if len(orders) > 0 && at < 0 {
		items = append(items, widgets.MenuItem{Label: texts.T("register.sort.add"), Icon: "plus", Shortcut: texts.T("register.sort.add.key"), Run: func() { r.sorted(id, false, true) }})
	}
	if at >= 0 {
		items = append(items, widgets.MenuItem{Label: texts.T("register.sort.none"), Icon: "x", Run: func() { r.sortBy(slices.Delete(slices.Clone(orders), at, at+1)) }})
	}
	return items
}

func (r *Register) filterItems(c field.Column, at place) []widgets.MenuItem {
	if c.Field.Hidden {
		return nil
	}
	items := []widgets.MenuItem{{Label: texts.T("register.filter.column"), Icon: "list-filter", Run: func() { r.filterColumn(c, at) }}}
	if slices.ContainsFunc(r.list.Filters(), on(c)) {
		items = append(items, widgets.MenuItem{Label: texts.T("register.filter.clear"), Icon: "x", Run: func() { r.clearColumn(c) }})
	}
	return items
}

func (r *Register) groupingItems(c field.Column) []widgets.MenuItem {
	switch {
	case r.list.Grouped() == c:
		return r.groupItems()
	case view.Groups(c.Field):
		return []widgets.MenuItem{{Label: texts.T("register.groupby", c.Phrase(r.s.Portfolio())), Icon: "list-tree", Run: func() { r.groupBy(c) }}}
	}
	return nil
}
