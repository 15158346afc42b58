package register

import (
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// mostPointed is how many of what a cell points at its menu leads to.
const mostPointed = 5

// pointed are ways to what the cursor's cell points at, such as a person.
func (r *Register) pointed(row int) (out []widgets.MenuItem) {
	c, ok := r.source.Column(r.grid.CursorColumn())
	if !ok || !c.Field.Points() || row < 0 || row >= r.source.Len() {
		return nil
	}
	p := r.s.Portfolio()
	of := r.source.Row(row)
	if of == nil { // a heading's
		return nil
	}
	v, _ := r.source.Value(of, c)
	for _, id := range field.Current(v, p.Today()) {
		if rec := p.Get(id); rec != nil && len(out) < mostPointed {
			out = append(out, widgets.MenuItem{Label: texts.T("record.show", text.Shorten(rec.Name(), 40)), Icon: rec.Kind.Icon, Run: func() { r.s.Open(id) }})
		}
	}
	return out
}
