package register

import (
	"slices"

	"fyne.io/fyne/v2"

	"itportfoljen/app/field"
	"itportfoljen/app/suggest"
	"itportfoljen/app/view"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// mostGuided is how many ways to go through the rows their menu has.
const mostGuided = 4

// guided are the ways to go through rows that lack something, one at a time: what the
// cursor's column holds first.
func (r *Register) guided(ids []field.ID) (items []widgets.MenuItem) {
	seen := map[*field.Field]bool{}
	offer := func(f *field.Field) {
		q := suggest.Of(f)
		lacking := r.lacking(q, ids)
		if seen[q.First()] || len(lacking) == 0 || len(items) == mostGuided {
			return
		}
		seen[q.First()] = true
		items = append(items, widgets.MenuItem{Label: texts.N("register.guided", len(lacking), q.Name()), Icon: "clipboard-list", Run: func() { r.s.FillIn(q.First(), lacking) }})
	}
	if c, ok := r.source.Column(r.grid.CursorColumn()); ok && r.inBulk(c.Field) && c.Field.Kept() {
		offer(c.Field)
	}
	if len(ids) > 1 {
		for _, f := range r.kind.Fields() {
			if f.Guided != "" && r.wanted(f, ids) {
				offer(f)
			}
		}
	}
	return items
}

// wanted says that some of the records have come to where the field is required.
func (r *Register) wanted(f *field.Field, ids []field.ID) bool {
	if f.From == "" || r.kind.Reached == nil {
		return true
	}
	p := r.s.Portfolio()
	return slices.ContainsFunc(ids, func(id field.ID) bool {
		rec := p.Get(id)
		return rec != nil && r.kind.Reached(p, rec, f.From)
	})
}

// lacking are those that lack an answer to a question.
func (r *Register) lacking(q suggest.Question, ids []field.ID) (out []field.ID) {
	p := r.s.Portfolio()
	for _, id := range ids {
		if rec := p.Get(id); rec != nil && q.Lacks(p, rec) {
			out = append(out, id)
		}
	}
	return out
}

// guide is a link beside a filter for what is lacking: it goes through the rows that are
// listed. nil for other filters, and where none that is listed can be answered.
func (r *Register) guide(f view.Filter) fyne.CanvasObject {
	lacks := r.lacks(f)
	if lacks == nil || !lacks.Editable() || !r.writable() {
		return nil
	}
	q, p := suggest.Of(lacks), r.s.Portfolio()
	if !slices.ContainsFunc(r.list.Rows(), func(rec *field.Record) bool { return q.Lacks(p, rec) }) {
		return nil
	}
	return widgets.NewLink(texts.T("register.guide", q.Name()), func() {
		var ids []field.ID
		for _, rec := range r.list.Rows() {
			ids = append(ids, rec.ID)
		}
		r.s.FillIn(q.First(), r.lacking(q, ids))
	})
}

// lacks is the field that all that pass a filter lack; nil for none that is known.
func (r *Register) lacks(f view.Filter) *field.Field {
	switch {
	case len(f.IDs) > 1:
	case f.Field != nil && f.Field.Kind == r.kind && (f.Op == view.Lacks || f.Op == view.Among && slices.Equal(f.Values, []string{""})):
		return f.Field
	default:
		return nil
	}
	for _, g := range r.kind.Fields() {
		if g.Guided != "" && r.wanted(g, f.IDs) && len(r.lacking(suggest.Of(g), f.IDs)) == len(f.IDs) {
			return g
		}
	}
	return nil
}
