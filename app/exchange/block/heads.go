package block

import (
	"fmt"
	"slices"

	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/field"
)

// heads are the headings of a block. What isn't there is −1.
type heads struct {
	ref, name int
	columns   []head
	left      []string // why columns aren't read
}

// head is a column that a heading names; the zero column for one that is none.
type head struct {
	col  field.Column
	unit money.Unit // of bare amounts
}

// byRef says that it is by its reference that a row finds its record.
func (h *heads) byRef(row []string) bool {
	return h.ref >= 0 && h.ref < len(row) && text.OneLine(row[h.ref]) != ""
}

// says that a cell is a value of its row's record. A name that found it is none, and
// nor is the lack of one beside a reference.
func (h *heads) says(row []string, col int) bool {
	if col >= len(h.columns) || h.columns[col].col.Field == nil {
		return false
	}
	return col != h.name || h.byRef(row) && text.OneLine(row[col]) != ""
}

// key is what a row finds its record by.
func (h *heads) key(row []string) string {
	if h.byRef(row) {
		return text.OneLine(row[h.ref])
	}
	if h.name >= 0 && h.name < len(row) {
		return text.OneLine(row[h.name])
	}
	return ""
}

// headings reads the first line as headings, nil when it isn't. It is when there are
// rows below it and all that is written in it names columns, or most of it: pasting a
// heading as a value is never what somebody meant.
func (s *session) headings(rows [][]string) *heads {
	if s.choices.Heads == Without || len(rows) < 2 && s.choices.Heads == Look || len(rows) == 0 {
		return nil
	}
	h := &heads{ref: -1, name: -1}
	names := match.NamesOf(s.w, s.kind)
	seen := map[field.Column]bool{}
	written, named := 0, 0
	for i, cell := range rows[0] {
		h.columns = append(h.columns, head{})
		is := read.HeadingOf(cell)
		if is.Written == "" {
			continue
		}
		written++
		f := names.Named(is)
		switch {
		case names.Reference(is) && h.ref < 0 && (f == nil || !f.Editable() || rows[0][i] == refHeading):
			h.ref = i
		case f == nil:
			h.left = append(h.left, fmt.Sprintf("Kolumnen ”%s” tas inte med: %s har ingen sådan.", text.Shorten(is.Written, 60), s.kind.Many))
			continue
		case seen[s.columnOf(f, is)]:
			h.left = append(h.left, fmt.Sprintf("Kolumnen ”%s” tas inte med: %s står redan i en annan.", text.Shorten(is.Written, 60), f.Label))
		default:
			h.columns[i] = head{s.columnOf(f, is), unitOf(is)}
			seen[h.columns[i].col] = true
			if f == s.kind.Title() {
				h.name = i
			}
		}
		named++
	}
	if named == 0 || s.choices.Heads == Look && named < written && (named < 2 || 2*named <= written) {
		return nil
	}
	return h
}

// areValues says that a first line that could be headings is values all the same: words
// of the columns that they would stand in, such as the status "Uppsagt", or words that
// stand below too.
func (s *session) areValues(l List, at Area, rows [][]string) bool {
	word := func(i int, cell string) bool {
		if at.Left+i >= len(l.Columns) {
			return false
		}
		f := l.Columns[at.Left+i].Field
		if f == nil || !f.KnownWords() {
			return false
		}
		_, _, err := f.Parse(s.w, cell, money.Kr)
		return err == nil
	}
	for i, cell := range rows[0] {
		below := func(row []string) bool { return i < len(row) && text.Key(row[i]) == text.Key(cell) }
		if text.OneLine(cell) != "" && !word(i, cell) && !slices.ContainsFunc(rows[1:], below) {
			return false
		}
	}
	return true
}

// refHeading is what copies of ours head references by.
const refHeading = "Ref"

// columnOf is a field as a column, of the year that a heading says.
func (s *session) columnOf(f *field.Field, h read.Heading) field.Column {
	c := field.Column{Field: f}
	if f.Yearly {
		if c.Year = h.Year; c.Year == 0 {
			c.Year = s.w.PlanYear()
		}
	}
	return c
}

// unitOf is what bare amounts are in.
func unitOf(h read.Heading) money.Unit {
	if h.Unit != nil {
		return *h.Unit
	}
	return money.Kr
}
