package register

import (
	"slices"

	"fyne.io/fyne/v2"

	"itportfoljen/app/field"
	"itportfoljen/app/view"
	"itportfoljen/ui/input"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// setFilters lists what passes all filters.
func (r *Register) setFilters(fs []view.Filter) {
	r.list.SetFilters(fs)
	if !slices.ContainsFunc(fs, func(f view.Filter) bool { return f.IDs != nil }) {
		r.kept = fs
	}
	r.reload()
}

// place is where a popup goes.
type place = func(window, least fyne.Size) (fyne.Position, fyne.Size)

// relationMark begins the ID of a relation among the fields to filter by.
const relationMark = "\x00"

// chooseFilter asks for a field, or for what points at the rows, and then for its values.
func (r *Register) chooseFilter(anchor fyne.CanvasObject) {
	p := r.s.Portfolio()
	var options []widgets.Option
	of := map[string]field.Column{}
	offer := func(id string, c field.Column, group string) {
		of[id] = c
		options = append(options, widgets.Option{ID: id, Label: view.FieldLabel(p, r.kind, c.Field, c.Year), Group: group})
	}
	for _, f := range field.ByGroup(p.Fields(r.kind)) {
		if !f.Hidden {
			offer(f.Key, field.Column{Field: f}, f.Group)
		}
	}
	for _, f := range view.Relations(r.kind) {
		offer(relationMark+f.Kind.Name+"."+f.Key, field.Column{Field: f}, texts.T("register.filter.relations"))
	}
	c, at := widgets.CanvasOf(anchor), widgets.Below(anchor, 0)
	list := input.List{Placeholder: texts.T("register.filter.search"), Options: options, Width: 290, OnClose: r.focus}
	list.Show(c, at, func(o widgets.Option) {
		now := r.list.Filters()
		r.askFilter(c, at, view.Filter{Field: of[o.ID].Field, Year: of[o.ID].Year}, now, func(f view.Filter, ok bool) {
			if ok {
				r.setFilters(append(slices.Clone(now), f))
			}
		})
	})
}

// changeable tells whether a filter can be changed where it shows.
func (r *Register) changeable(f view.Filter) bool {
	return f.Field != nil && f.IDs == nil && f.Op != view.InUse && len(f.Also) == 0
}

// changeFilter asks anew for one of the filters in force.
func (r *Register) changeFilter(i int, c fyne.Canvas, at place) {
	now := r.list.Filters()
	others := slices.Delete(slices.Clone(now), i, i+1)
	r.askFilter(c, at, now[i], others, func(f view.Filter, ok bool) {
		if !ok {
			r.setFilters(others)
			return
		}
		changed := slices.Clone(now)
		changed[i] = f
		r.setFilters(changed)
	})
}

// filterColumn asks for a column's filter, which takes the place of those it has.
func (r *Register) filterColumn(c field.Column, at place) {
	var now view.Filter
	var others []view.Filter
	for _, f := range r.list.Filters() {
		if !on(c)(f) {
			others = append(others, f)
		} else if r.changeable(f) {
			now = f
		}
	}
	if now.Field == nil {
		now = view.Filter{Field: c.Field, Year: c.Year}
	}
	r.askFilter(r.s.Window.Canvas(), at, now, others, func(f view.Filter, ok bool) {
		if ok {
			others = append(others, f)
		}
		r.setFilters(others)
	})
}

// clearColumn takes a column's filters away.
func (r *Register) clearColumn(c field.Column) {
	r.setFilters(slices.DeleteFunc(slices.Clone(r.list.Filters()), on(c)))
}
