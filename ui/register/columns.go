package register

import (
	"slices"

	"itportfoljen/app/field"
	"itportfoljen/app/view"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/texts"
)

// columnOf is a column by its ID; false for that of references, and for none.
func (r *Register) columnOf(id string) (field.Column, bool) {
	return view.ColumnOf(r.s.Portfolio(), r.kind, id)
}

// gridColumns are the list's columns as the grid shows them, with those marked that are
// filtered or grouped by.
func (r *Register) gridColumns() []grid.Column {
	out := r.source.GridColumns(r.width)
	for i := range out {
		c, ok := r.columnOf(out[i].ID)
		out[i].Marked = ok && (c == r.list.Grouped() || slices.ContainsFunc(r.list.Filters(), on(c)))
	}
	return out
}

// on says of a filter that it is one of a column.
func on(c field.Column) func(view.Filter) bool {
	return func(f view.Filter) bool { return f.Field == c.Field && f.Year == c.Year && f.Field != nil }
}

// syncHead shows in the headings what the list is ordered, filtered and grouped by.
func (r *Register) syncHead() {
	if columns := r.gridColumns(); !slices.Equal(columns, r.grid.Columns) && !r.grid.Editing() {
		marked := map[string]bool{}
		for _, c := range columns {
			marked[c.ID] = c.Marked
		}
		for i := range r.grid.Columns {
			r.grid.Columns[i].Marked = marked[r.grid.Columns[i].ID]
		}
	}
	var by []grid.Sort
	for _, o := range r.list.Sorted() {
		id := record.RefColumn
		if o.Column.Field != nil {
			id = view.ColumnID(o.Column)
		}
		by = append(by, grid.Sort{ID: id, Desc: o.Desc})
	}
	r.grid.SetSorts(by)
}

// setColumns shows other columns.
func (r *Register) setColumns(columns []field.Column) {
	r.list.SetColumns(columns)
	r.columnsChanged()
	r.reload()
}

func (r *Register) columnsChanged() {
	r.source.Load()
	r.grid.SetColumns(r.gridColumns(), r.grid.Frozen)
}

func (r *Register) moveColumn(id string, to int) {
	columns := slices.Clone(r.list.Columns())
	from := slices.IndexFunc(columns, func(c field.Column) bool { return view.ColumnID(c) == id })
	if r.source.HasRef {
		to--
	}
	if from < 0 || to < 0 || to >= len(columns) {
		return
	}
	c := columns[from]
	r.setColumns(slices.Insert(slices.Delete(columns, from, from+1), to, c))
}

// hideColumn takes a column out of the list, which keeps one.
func (r *Register) hideColumn(c field.Column) {
	if columns := slices.DeleteFunc(slices.Clone(r.list.Columns()), func(x field.Column) bool { return x == c }); len(columns) > 0 {
		r.setColumns(columns)
	}
}

// addColumns shows more columns, last.
func (r *Register) addColumns(more ...field.Column) {
	columns := slices.Clone(r.list.Columns())
	for _, c := range more {
		if !slices.Contains(columns, c) {
			columns = append(columns, c)
		}
	}
	r.setColumns(columns)
}

func (r *Register) chooseColumns() {
	p := r.s.Portfolio()
	var items []input.ColumnChoice
	on := map[string]bool{}
	for _, c := range r.list.Columns() {
		on[view.ColumnID(c)] = true
		items = append(items, input.ColumnChoice{ID: view.ColumnID(c), Title: c.Phrase(p), Group: c.Field.Group, On: true})
	}
	offer := func(c field.Column) {
		if id := view.ColumnID(c); !on[id] {
			items = append(items, input.ColumnChoice{ID: id, Title: c.Phrase(p), Group: c.Field.Group})
		}
	}
	for _, f := range p.Fields(r.kind) {
		if f.Hidden {
			continue
		}
		offer(field.Column{Field: f})
		if f.Yearly {
			for y := p.PlanYear() - 2; y <= p.PlanYear()+2; y++ {
				if y != p.PlanYear() {
					offer(field.Column{Field: f, Year: y})
				}
			}
		}
	}
	chooser := input.NewColumnChooser(items, nil)
	dialogs.Show(r.s.Window, dialogs.Options{Title: texts.T("register.columns"), Content: chooser, Confirm: texts.T("register.columns.use"), OnClose: func(bool) { r.focus() }, OnOK: func() bool {
		var columns []field.Column
		for _, it := range chooser.Items() {
			if c, ok := r.columnOf(it.ID); ok && it.On {
				columns = append(columns, c)
			}
		}
		if len(columns) > 0 {
			r.setColumns(columns)
		}
		return true
	}})
}

// sorted orders the list as a tapped heading says; add keeps what it is ordered by
// already.
func (r *Register) sorted(id string, desc, add bool) {
	c, ok := r.columnOf(id)
	if !ok && id != record.RefColumn {
		return
	}
	orders := r.list.Sorted()
	if !add {
		orders = nil
	}
	orders = slices.Clone(orders)
	if i := slices.IndexFunc(orders, func(o view.Order) bool { return o.Column == c }); i >= 0 {
		orders[i].Desc = desc
	} else {
		orders = append(orders, view.Order{Column: c, Desc: desc})
	}
	r.sortBy(orders)
}

func (r *Register) sortBy(orders []view.Order) {
	r.list.Sort(orders...)
	r.reload()
}
