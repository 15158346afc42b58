package block

import (
	"context"
	"fmt"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Paste lays a block into a list, from a selected area. With headings its columns are
// those that they name, and with references or names among them its rows are the
// records that those are of; else columns and rows go on from the area's first cell.
func Paste(ctx context.Context, w World, l List, at Area, rows [][]string, c Choices, progress Progress) (*Plan, error) {
	s := newSession(ctx, w, l.Kind, c, progress)
	heads := s.headings(rows)
	if c.Heads == Look && heads != nil && s.areValues(l, at, rows) {
		heads = nil
	}
	if heads == nil {
		if c.Heads == With {
			s.note("Inget på första raden är namn på en kolumn, så den läses som värden.")
		}
		s.spread(l, at, rows)
	} else {
		s.plan.Headed = true
		s.headed(l, at, heads, rows[1:])
	}
	return s.finish("Inklistrat")
}

// ByHeading lays a block with headings into the records of a kind: no list is needed,
// since its rows find their records.
func ByHeading(ctx context.Context, w World, k *field.Kind, rows [][]string, c Choices, progress Progress) (*Plan, error) {
	c.Heads = With
	s := newSession(ctx, w, k, c, progress)
	heads := s.headings(rows)
	if heads == nil || heads.ref < 0 && heads.name < 0 {
		return nil, fault.New(fault.Unreadable, "Den första raden ska vara rubriker, och en av dem ”Ref” eller ”"+k.Title().Label+"”. Inget har ändrats.")
	}
	s.plan.Headed = true
	s.headed(List{Kind: k}, Area{}, heads, rows[1:])
	return s.finish("Inklistrat")
}

// spread lays a block without headings from the first cell of an area. One that the
// area is a multiple of fills it.
func (s *session) spread(l List, at Area, rows [][]string) {
	high, wide := len(rows), 0
	for _, r := range rows {
		wide = max(wide, len(r))
	}
	if high == 0 {
		return
	}
	to := Area{at.Top, at.Left, at.Top + high - 1, at.Left + wide - 1}
	if at.Height()%high == 0 && at.Width()%wide == 0 {
		to = at
	}
	s.plan.Area = s.within(l, to)
	for row := to.Top; row <= min(to.Bottom, len(l.Rows)-1); row++ {
		line := rows[(row-to.Top)%high]
		for col := to.Left; col <= min(to.Right, len(l.Columns)-1); col++ {
			if i := (col - to.Left) % wide; i < len(line) {
				s.wish(&wish{row: (row-to.Top)%high + 1, id: l.Rows[row], col: l.Columns[col], text: line[i]})
			}
		}
	}
}

// within is the part of an area that the list has, and says what it hasn't.
func (s *session) within(l List, to Area) Area {
	if over := to.Bottom - (len(l.Rows) - 1); over > 0 {
		s.note(text.Plural(over, "rad", "rader") + " får inte plats och tas inte med: listan slutar där.")
		to.Bottom = len(l.Rows) - 1
	}
	if over := to.Right - (len(l.Columns) - 1); over > 0 {
		s.note(text.Plural(over, "kolumn", "kolumner") + " får inte plats och tas inte med: listan har inga fler till höger.")
		to.Right = len(l.Columns) - 1
	}
	return to
}

// headed lays the rows below headings.
func (s *session) headed(l List, at Area, h *heads, rows [][]string) {
	for _, why := range h.left {
		s.note(why)
	}
	s.plan.Found = h.ref >= 0 || h.name >= 0
	if !s.plan.Found {
		s.plan.Area = s.within(l, Area{at.Top, at.Left, at.Top + len(rows) - 1, at.Left})
	}
	for i, row := range rows {
		id := field.ID("")
		switch {
		case s.plan.Found:
			id = s.recordOf(i+2, h, row)
		case at.Top+i < len(l.Rows):
			id = l.Rows[at.Top+i]
		}
		if id == "" {
			continue
		}
		for j, cell := range row {
			if h.says(row, j) {
				s.wish(&wish{row: i + 2, id: id, col: h.columns[j].col, text: cell, unit: h.columns[j].unit})
			}
		}
	}
}

// recordOf is the record that a row below headings is about: by its reference, else by
// its name. A row that is none's, or that of an earlier row, is said.
func (s *session) recordOf(n int, h *heads, row []string) field.ID {
	if strings.TrimSpace(strings.Join(row, "")) == "" {
		return ""
	}
	is := h.key(row)
	r, err := s.record(h, row, is)
	switch {
	case err != nil:
		s.leave(Cell{Row: n, Name: is, Why: told(err)})
		return ""
	case s.rowOf[r.ID] != 0:
		s.leave(Cell{Row: n, Name: is, Why: fmt.Sprintf("Raden gäller samma %s som rad %d och tas inte med.", s.kind.One, s.rowOf[r.ID])})
		return ""
	}
	s.rowOf[r.ID] = n
	return r.ID
}

func (s *session) record(h *heads, row []string, is string) (*field.Record, error) {
	if is == "" {
		return nil, fault.New(fault.Invalid, "Raden saknar både referens och namn och tas inte med.")
	}
	r, err := s.w.Find(s.kind, is)
	if err == nil && h.byRef(row) && !strings.EqualFold(r.Ref, is) { // a name that stands among the references
		return nil, fault.New(fault.NotFound, fmt.Sprintf("Det finns %s med referensen ”%s”.", s.kind.None(), text.Shorten(is, 60)))
	}
	return r, err
}
