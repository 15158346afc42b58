// Package record shows records from the field catalogue: as rows of a grid
// and as a panel whose fields are edited in place. It knows how each type of
// field is shown, and nothing about particular fields.
package record

import (
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/view"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// RefColumn is the ID of the column with the reference.
const RefColumn = "ref"

// Source shows a view.List in a grid: the reference first, then the list's
// columns. Where the list is grouped its rows stand under headings.
type Source struct {
	World  view.World
	List   *view.List
	HasRef bool
	// Unsaved gives a value that was written and isn't saved, and why; nil: there
	// are none.
	Unsaved func(field.ID, field.Column) (v field.Value, why string, ok bool)

	lines   []view.Line
	indexed map[string]int
	columns []field.Column
}

// NewSource makes a source; call Load before showing it.
func NewSource(w view.World, l *view.List) *Source {
	return &Source{World: w, List: l, HasRef: l.Kind().Prefix != ""}
}

// Load takes in the list's rows as they are now.
func (s *Source) Load() {
	s.lines, s.columns, s.indexed = s.List.Lines(), s.List.Columns(), nil
}

// Len implements grid.Source.
func (s *Source) Len() int { return len(s.lines) }

// Key implements grid.Source.
func (s *Source) Key(row int) string {
	if l := s.lines[row]; l.Group != nil {
		return headingMark + l.Group.Key
	}
	return string(s.lines[row].Record.ID)
}

// IndexOf finds a row by key, −1 for none.
func (s *Source) IndexOf(key string) int {
	if s.indexed == nil {
		s.indexed = make(map[string]int, len(s.lines))
		for i := range s.lines {
			s.indexed[s.Key(i)] = i
		}
	}
	if i, ok := s.indexed[key]; ok {
		return i
	}
	return -1
}

// Row is the record of a row, nil of a heading.
func (s *Source) Row(row int) *field.Record { return s.lines[row].Record }

// Column is the field column of a grid column; ok is false for the reference.
func (s *Source) Column(col int) (c field.Column, ok bool) {
	if s.HasRef {
		col--
	}
	if col < 0 || col >= len(s.columns) {
		return field.Column{}, false
	}
	return s.columns[col], true
}

// Value is what a cell shows: what is stored or, when that isn't saved, what was
// written and why it isn't.
func (s *Source) Value(r *field.Record, c field.Column) (v field.Value, why string) {
	if s.Unsaved != nil {
		if v, why, ok := s.Unsaved(r.ID, c); ok {
			return v, why
		}
	}
	return c.Field.Value(s.World, r, c.Year), ""
}

// Cell implements grid.Source.
func (s *Source) Cell(row, col int) grid.Cell {
	r := s.lines[row].Record
	if r == nil {
		return grid.Cell{Text: s.sum(s.lines[row].Group, col), Style: widgets.Strong}
	}
	c, ok := s.Column(col)
	if !ok {
		return grid.Cell{Text: r.Ref, Style: widgets.Muted}
	}
	v, why := s.Value(r, c)
	cell := cellOf(s.World, r, c, v, why)
	if c.Field == r.Kind.Lead() && cell.Tip == "" {
		if f, shown, ok := s.List.Matched(r); ok {
			cell.Tip = f.Label + ": " + text.Shorten(text.OneLine(shown), 200)
		}
	}
	return cell
}

// cellOf is a cell with v in it, which isn't saved when why says so.
func cellOf(w field.World, r *field.Record, c field.Column, v field.Value, why string) grid.Cell {
	if len(unmade(w, v)) > 0 {
		w = naming{w}
	}
	if why != "" {
		return grid.Cell{Text: c.Field.Show(w, v), Style: widgets.Bad, Icon: "triangle-alert", Tip: why}
	}
	cell := grid.Cell{Text: c.Field.Show(w, v)}
	if field.IsEmpty(v) {
		cell.Text, cell.Blank = c.Field.Blank(w, r), true
	}
	if field.IsEmpty(v) && cell.Text != "" {
		cell.Style, cell.Pill = Style(field.Warn), true
	}
	if c.Field.Standing != nil {
		if st, ok := c.Field.Standing(w, r); ok {
			return grid.Cell{Text: st.Text, Style: Style(st.Tone), Pill: looks[c.Field.Type].day, Tip: st.Why}
		}
	}
	tone := looks[c.Field.Type].tone
	switch {
	case c.Field == r.Kind.Lead():
		cell.Style = widgets.Strong
	case tone != nil && !field.IsEmpty(v):
		if o, ok := c.Field.OptionOf(w, v); ok {
			tone(&cell, o)
		}
	}
	return cell
}

// Write saves what was written in a cell of a record, once it has been read; the
// error is why it can't be. What the disk says no to stays in the cell, and is
// saved when the cell is edited and left again.
func Write(s *shell.Shell, rec *field.Record, c field.Column, typed string, done func(why string)) error {
	p := s.Portfolio()
	v, err := p.Parse(rec, c.Field, typed)
	if err != nil {
		return err
	}
	if _, _, waits := s.Unsaved(rec.ID, c); !waits && field.Equal(v, c.Field.Value(p, rec, c.Year)) {
		return nil
	}
	s.SaveValue(rec.ID, c, v, done)
	return nil
}

// Style is the look of a tone.
func Style(t field.Tone) widgets.Style {
	switch t {
	case field.Good:
		return widgets.Good
	case field.Warn:
		return widgets.Warn
	case field.Bad:
		return widgets.Bad
	case field.Quiet:
		return widgets.Neutral
	case field.Accent:
		return widgets.Info
	}
	return widgets.Normal
}

// charWidth is about how many points a character takes at 100 %.
const charWidth = 7.2

// GridColumns describes the source's columns to the grid; width gives the
// user's own width of a column ID, 0 for none.
func (s *Source) GridColumns(width func(id string) float32) []grid.Column {
	var out []grid.Column
	if s.HasRef {
		out = append(out, grid.Column{ID: RefColumn, Title: texts.T("record.ref"), Width: orElse(width(RefColumn), 92), MinWidth: 60, Sortable: true})
	}
	for _, c := range s.List.Columns() {
		out = append(out, grid.Column{
			ID: view.ColumnID(c), Title: heading(s.World, c), Tip: c.Field.Help, Sortable: true,
			Width: orElse(width(view.ColumnID(c)), defaultWidth(c.Field)), MinWidth: 36, Align: looks[c.Field.Type].align, Flex: c.Field == s.List.Kind().Lead(),
		})
	}
	return out
}

func heading(w field.World, c field.Column) string {
	if c.Field.Yearly {
		return c.Phrase(w)
	}
	return c.Field.Heading()
}

func orElse(v, fallback float32) float32 {
	if v > 0 {
		return v
	}
	return fallback
}

func defaultWidth(f *field.Field) float32 {
	chars := f.Width
	if chars == 0 {
		chars = looks[f.Type].chars
	}
	return float32(chars)*charWidth + 20
}
