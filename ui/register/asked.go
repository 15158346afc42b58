package register

import (
	"slices"

	"itportfoljen/app/field"
	"itportfoljen/app/view"
	"itportfoljen/ui/shell"
)

// Asked shows what another page has asked the list for: one record, just some, or a view.
// It tells whether arg is such.
func (r *Register) Asked(arg any) bool {
	switch a := arg.(type) {
	case shell.Select:
		r.Select(a.ID)
		if a.Field != "" && r.Panel.Record() == a.ID {
			r.Panel.GoTo(a.Field)
		}
	case shell.ShowView:
		r.ShowView(a.Name)
	case shell.ShowField:
		r.showField(a.Key)
	case shell.Show:
		r.Only(a.Label, a.IDs)
	default:
		return false
	}
	return true
}

// Unlist lets go of the records that alone were listed, if they were: what was filtered before is
// again.
func (r *Register) Unlist() {
	if slices.ContainsFunc(r.list.Filters(), func(f view.Filter) bool { return f.IDs != nil }) {
		r.setFilters(r.kept)
	}
}

// showField shows a field's column, and comes to it.
func (r *Register) showField(key string) {
	for _, f := range r.s.Portfolio().Fields(r.kind) {
		if f.Key == key && f != r.kind.Title() {
			r.addColumns(field.Column{Field: f})
		}
	}
}
