package block

import (
	"context"

	"itportfoljen/app/field"
)

// Fill gives the cells of an area the values of those in another, over and over in
// both directions, as they stand: a series isn't guessed. Where a column is of another
// sort than the one it comes from its value is read as if it were pasted.
func Fill(ctx context.Context, w World, l List, from, to Area, c Choices, progress Progress) (*Plan, error) {
	s := newSession(ctx, w, l.Kind, c, progress)
	s.plan.Area = to
	for row := max(to.Top, 0); row <= min(to.Bottom, len(l.Rows)-1); row++ {
		source := w.Get(l.Rows[from.Top+mod(row-from.Top, from.Height())])
		for col := max(to.Left, 0); col <= min(to.Right, len(l.Columns)-1); col++ {
			if from.has(row, col) || source == nil {
				continue
			}
			s.fill(&wish{id: l.Rows[row], col: l.Columns[col]}, source, l.Columns[from.Left+mod(col-from.Left, from.Width())])
		}
	}
	return s.finish("Ifyllt")
}

// FillDown gives the rows of an area the values of its first one, and an area of one
// row those of the row above.
func FillDown(ctx context.Context, w World, l List, at Area, c Choices, progress Progress) (*Plan, error) {
	from := at
	if at.Height() == 1 && at.Top > 0 {
		from.Top--
	}
	from.Bottom = from.Top
	return Fill(ctx, w, l, from, at, c, progress)
}

// fill wishes that a cell has what stands in a column of a record.
func (s *session) fill(w *wish, source *field.Record, of field.Column) {
	if of.Field == nil || w.col.Field == nil {
		return
	}
	w.filled = true
	w.text = of.Field.Exact(s.w, of.Field.Value(s.w, source, of.Year))
	if w.given = of.Field == w.col.Field; w.given {
		v := of.Field.Value(s.w, source, of.Year)
		if r := s.w.Get(w.id); w.col.Field.IsHeld() && r != nil { // those who leave keep their time
			now, _ := w.col.Field.Value(s.w, r, w.col.Year).([]field.Holding)
			v = field.Succeed(now, field.Current(v, s.w.Today()), s.w.Today())
		}
		w.value = v
	}
	s.wish(w)
}

// mod is the rest of a division, never less than 0.
func mod(a, b int) int { return (a%b + b) % b }

// Clear empties the cells of an area.
func Clear(ctx context.Context, w World, l List, at Area, c Choices, progress Progress) (*Plan, error) {
	s := newSession(ctx, w, l.Kind, c, progress)
	s.plan.Area = at
	for row := at.Top; row <= min(at.Bottom, len(l.Rows)-1); row++ {
		for col := at.Left; col <= min(at.Right, len(l.Columns)-1); col++ {
			s.wish(&wish{id: l.Rows[row], col: l.Columns[col]})
		}
	}
	return s.finish("Tömt")
}

// Copy writes the cells of an area, exact so that they paste back, under the headings
// of their columns unless it is a single cell.
func Copy(w field.World, l List, at Area) string {
	var out [][]string
	if at.Height() > 1 || at.Width() > 1 {
		var heads []string
		for _, c := range l.Columns[at.Left : at.Right+1] {
			heads = append(heads, headingOf(w, c))
		}
		out = append(out, heads)
	}
	for _, id := range l.Rows[at.Top : at.Bottom+1] {
		r := w.Get(id)
		if r == nil {
			continue
		}
		var cells []string
		for _, c := range l.Columns[at.Left : at.Right+1] {
			if c.Field == nil {
				cells = append(cells, r.Ref)
				continue
			}
			cells = append(cells, c.Field.Exact(w, c.Field.Value(w, r, c.Year)))
		}
		out = append(out, cells)
	}
	return Write(out)
}

func headingOf(w field.World, c field.Column) string {
	if c.Field == nil {
		return refHeading
	}
	return c.Phrase(w)
}
