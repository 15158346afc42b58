package ods

import (
	"slices"
	"strconv"

	"itportfoljen/app/exchange/sheet"
	"itportfoljen/data/internal/packed"
)

// reader makes sheets of the tokens of the content.
type reader struct {
	styles  map[string]style // those that say something
	styling string           // the style that is being read
	sheets  []sheet.Sheet
	cellsIn int // cells kept in the whole workbook

	within place
	passed int // how deep inside something that isn't read

	sheet  *sheet.Sheet
	row    row
	groups []bool // that are open around the rows: whether they are folded
	folded int    // how many of them are
	column int    // the next column to be described
	unseen []span // columns that are hidden
	width  int    // of the widest row

	cell cell
	note cell // a comment on it
}

// style is what a style says that is told of: struck out, or, for a sheet, hidden.
type style struct{ struck, hidden bool }

// span is columns from one up to another, which isn't in it.
type span struct{ from, to int }

// place is what the reader is inside.
type place uint8

const (
	inDocument place = iota
	inBook
	inTable
	inRow
	inCell
	inNote
)

// row is the row that is being read.
type row struct {
	number  int // of the first, when it stands for several
	repeats int
	hidden  bool
	cells   []sheet.Cell
	column  int // of the next cell
	merged  []sheet.Area
	noted   []sheet.Comment
}

func (r *reader) visit(s *packed.Scanner, tok packed.Token) error {
	switch {
	case tok == packed.Text:
		if r.passed == 0 {
			return r.text(s.Text)
		}
		return nil
	case r.passed > 0:
		if tok == packed.Start {
			r.passed++
		} else {
			r.passed--
		}
		return nil
	case tok == packed.Start:
		return r.start(s)
	}
	return r.end(string(s.Name))
}

// start takes an element by what it stands in; one that isn't known there is passed.
func (r *reader) start(s *packed.Scanner) error {
	name := string(s.Name)
	switch r.within {
	case inDocument:
		if name == "spreadsheet" {
			r.within = inBook
			return nil
		}
		return r.visitStyles(s, packed.Start)
	case inBook:
		if name == "table" {
			return r.startTable(s)
		}
	case inTable:
		switch name {
		case "table-row":
			return r.startRow(s)
		case "table-column":
			r.columns(s)
			return nil
		case "table-rows", "table-header-rows", "table-columns", "table-header-columns", "table-row-group", "table-column-group":
			r.fold(name == "table-row-group" && string(s.Attr("table:display")) == "false")
			return nil
		}
	case inRow:
		if name == "table-cell" || name == "covered-table-cell" {
			r.startCell(s)
			return nil
		}
	case inCell:
		if name == "annotation" && r.cell.depth == 0 {
			r.within = inNote
			r.note.reset()
			return nil
		}
		if r.cell.start(s) {
			return r.cell.fits()
		}
	case inNote:
		if r.note.start(s) {
			return r.note.fits()
		}
	}
	r.passed = 1
	return nil
}

func (r *reader) end(name string) error {
	switch r.within {
	case inBook:
		if name == "spreadsheet" {
			r.within = inDocument
		}
	case inTable:
		if name == "table" {
			r.endTable()
		} else if n := len(r.groups); n > 0 && name != "table-column" {
			if r.groups[n-1] {
				r.folded--
			}
			r.groups = r.groups[:n-1]
		}
	case inRow:
		return r.endRow()
	case inCell:
		if r.cell.depth == 0 {
			return r.endCell()
		}
		r.cell.depth--
	case inNote:
		if r.note.depth == 0 {
			r.within = inCell
			r.row.noted = append(r.row.noted, sheet.Comment{Row: r.row.number, Column: r.row.column, Text: r.note.String()})
			return nil
		}
		r.note.depth--
	}
	return nil
}

func (r *reader) fold(folded bool) {
	r.groups = append(r.groups, folded)
	if folded {
		r.folded++
	}
}

func (r *reader) text(text []byte) error {
	switch r.within {
	case inCell:
		return r.cell.add(text)
	case inNote:
		return r.note.add(text)
	}
	return nil
}

// cacheOfLinked is the style of tables that keep what cells elsewhere point at in other
// files.
const cacheOfLinked = "ta_extref"

func (r *reader) startTable(s *packed.Scanner) error {
	named := string(s.Attr("table:style-name"))
	if named == cacheOfLinked {
		r.passed = 1
		return nil
	}
	if len(r.sheets) == maxSheets {
		return packed.ErrTooLarge
	}
	r.sheet = &sheet.Sheet{Name: string(s.Attr("table:name")), Hidden: r.styles[named].hidden || string(s.Attr("table:display")) == "false"}
	r.within, r.row = inTable, row{number: 1, cells: r.row.cells[:0]}
	r.groups, r.folded, r.column, r.unseen, r.width = r.groups[:0], 0, 0, nil, 0
	return nil
}

func (r *reader) endTable() {
	for _, s := range r.unseen {
		for c := s.from; c < min(s.to, r.width); c++ {
			r.sheet.Unseen = append(r.sheet.Unseen, c)
		}
	}
	r.sheets, r.within = append(r.sheets, *r.sheet), inBook
}

// columns notes which columns are hidden.
func (r *reader) columns(s *packed.Scanner) {
	to := r.column + repeats(s, "table:number-columns-repeated", maxColumns)
	if hidden(s) && r.column < maxColumns {
		r.unseen = append(r.unseen, span{r.column, min(to, maxColumns)})
	}
	r.column = min(to, maxColumns)
}

func hidden(s *packed.Scanner) bool {
	seen := string(s.Attr("table:visibility"))
	return seen == "collapse" || seen == "filter"
}

func (r *reader) startRow(s *packed.Scanner) error {
	r.within = inRow
	r.row.repeats = repeats(s, "table:number-rows-repeated", maxRows)
	r.row.hidden = r.folded > 0 || hidden(s)
	r.row.cells, r.row.column = r.row.cells[:0], 0
	r.row.merged, r.row.noted = r.row.merged[:0], r.row.noted[:0]
	return nil
}

// endRow keeps the row, as many times as it stands for, if anything is in it.
func (r *reader) endRow() error {
	r.within = inTable
	first := r.row.number
	r.row.number = min(first+r.row.repeats, maxRows+1)
	r.sheet.Comments = append(r.sheet.Comments, r.row.noted...)
	r.cellsIn += len(r.row.noted)
	n := len(r.row.cells)
	if !slices.ContainsFunc(r.row.cells, func(c sheet.Cell) bool { return !c.IsEmpty() }) {
		return nil
	}
	if first+r.row.repeats-1 > maxRows {
		return packed.ErrTooLarge
	}
	if r.cellsIn += (n + len(r.row.merged)) * r.row.repeats; r.cellsIn > maxCells {
		return packed.ErrTooLarge
	}
	r.width = max(r.width, n)
	for i := range r.row.repeats {
		r.sheet.Rows = append(r.sheet.Rows, sheet.Row{Number: first + i, Hidden: r.row.hidden, Cells: slices.Clone(r.row.cells)})
		for _, a := range r.row.merged {
			a.Top, a.Bottom = min(a.Top+i, maxRows), min(a.Bottom+i, maxRows)
			r.sheet.Merged = append(r.sheet.Merged, a)
		}
	}
	return nil
}

func (r *reader) startCell(s *packed.Scanner) {
	r.within = inCell
	r.cell.begin(s)
	r.cell.struck = r.styles[string(s.Attr("table:style-name"))].struck
}

// endCell puts the cell in its places in the row.
func (r *reader) endCell() error {
	r.within = inRow
	from := r.row.column
	r.row.column = min(from+r.cell.repeats, maxColumns+1)
	if r.cell.covered {
		return nil
	}
	value := r.cell.value()
	if right, down := r.cell.across-1, r.cell.down-1; right+down > 0 && from < maxColumns {
		r.row.merged = append(r.row.merged, sheet.Area{Left: from, Top: r.row.number, Right: min(from+right, maxColumns-1), Bottom: min(r.row.number+down, maxRows)})
	}
	if value.Kind == sheet.Empty {
		return nil
	}
	if from+r.cell.repeats > maxColumns {
		return packed.ErrTooLarge
	}
	for len(r.row.cells) < from {
		r.row.cells = append(r.row.cells, sheet.Cell{})
	}
	for range r.cell.repeats {
		r.row.cells = append(r.row.cells, value)
	}
	return nil
}

// repeats is how many places an element stands for, at most one more than there are.
func repeats(s *packed.Scanner, attribute string, most int) int {
	value := s.Attr(attribute)
	if value == nil {
		return 1
	}
	n, _ := strconv.ParseUint(string(value), 10, 64)
	switch {
	case n == 0: // or no number; one that is too large is the largest there is
		return 1
	case n > uint64(most):
		return most + 1
	}
	return int(n)
}

// visitStyles notes what the styles say.
func (r *reader) visitStyles(s *packed.Scanner, tok packed.Token) error {
	if tok != packed.Start {
		return nil
	}
	switch string(s.Name) {
	case "style":
		r.styling = string(s.Attr("style:name"))
		if r.styles[string(s.Attr("style:parent-style-name"))].struck {
			r.styles[r.styling] = style{struck: true}
		}
	case "text-properties":
		if through := string(s.Attr("style:text-line-through-style")); through != "" {
			r.say(style{struck: through != "none"})
		}
	case "table-properties":
		r.say(style{hidden: string(s.Attr("table:display")) == "false"})
	}
	return nil
}

// mostStyles is how many styles LibreOffice itself can keep.
const mostStyles = 1 << 16

// say notes what the style that is being read says, if it is anything.
func (r *reader) say(is style) {
	if is == (style{}) {
		delete(r.styles, r.styling)
		return
	}
	if len(r.styles) < mostStyles {
		r.styles[r.styling] = is
	}
}
