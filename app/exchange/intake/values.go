package intake

import (
	"slices"

	"itportfoljen/app/exchange/identify"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/field"
)

// value is one that a row gives, with the column that it stood in.
type value struct {
	identify.Given
	year   int
	column string
	at     *field.Record // of what is kept elsewhere: where it is to be written; nil: where the field says
}

// assign gives the changes that make the value of r, or of where it is kept, this.
func (v value) assign(w field.World, r *field.Record) ([]field.Change, error) {
	if v.at != nil {
		return v.Field.Shows.Assign(w, v.at, 0, v.Value)
	}
	return v.Field.Assign(w, r, v.year, v.Value)
}

// values reads the row's cells. They are valid until the next row's.
func (t *merge) values(l *line) []value {
	out := t.room[:0]
	moved := false
	for i := range t.Columns {
		c := &t.Columns[i]
		if c.Keep && c.Field == nil && !read.IsBlank(l.Row.At(c.Index)) {
			c.Field = ownField(t.d, t.Kind, t.OwnLabel(c))
		}
		for _, g := range t.given(l, c) {
			if t.listed.has(g.Field, t.FileRef(l.Line), l.Name) && (l.Record == nil || t.d.Made(l.Record.ID)) {
				continue
			}
			if at, ok := t.place(l, c, g); ok {
				out = append(out, value{g, c.Year, c.Label, at})
				moved = moved || g.Field != c.Field
			}
		}
	}
	if moved {
		out = t.withoutDoubles(l, out)
	}
	if f := t.Kind.Home(); f != nil && l.Unit != "" && !slices.ContainsFunc(out, func(v value) bool { return v.Field == f }) {
		out = append(out, value{identify.Given{Field: f, Value: l.Unit}, 0, f.Label, nil})
	}
	has := func(f *field.Field) bool { return slices.ContainsFunc(out, func(v value) bool { return v.Field == f }) }
	for _, g := range l.Gives() { // what its group says, where the row says nothing
		if !has(g.Field) {
			out = append(out, value{g, 0, g.Field.Label, nil})
		}
	}
	for _, st := range t.Stated {
		if t.Of(st.Field) == nil && !has(st.Field) {
			out = append(out, value{identify.Given{Field: st.Field, Value: st.Value}, 0, st.Field.Label, nil})
		}
	}
	out = t.withNote(l, out)
	t.room = out[:0]
	return out
}

// given is what the cell of a row in a column gives: several values in one of several
// fields.
func (t *merge) given(l *line, c *match.Column) []identify.Given {
	switch {
	case c.Joint != nil:
		return t.Parts(l.Line, c)
	case c.Field == nil || t.waitsForKin(l, c):
		return nil
	}
	t.one = t.one[:0]
	if g, ok := t.Cell(l.Line, c); ok {
		t.one = append(t.one, g)
	}
	return t.one
}

// withoutDoubles lets a field's own column win over text that came to it from
// another field; that text goes to the note.
func (t *merge) withoutDoubles(l *line, values []value) []value {
	var out []value
	for _, v := range values {
		own := t.Of(v.Field)
		if own != nil && own.Label != v.column && !v.Field.Yearly &&
			slices.ContainsFunc(values, func(o value) bool { return o.Field == v.Field && o.column == own.Label }) {
			l.Notes = append(l.Notes, identify.Note{Label: v.column, Text: field.Encode(v.Value)})
			continue
		}
		out = append(out, v)
	}
	return out
}
