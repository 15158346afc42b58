package excel

import (
	"bytes"
	"strconv"

	"itportfoljen/app/exchange/sheet"
)

// rowReader builds the rows of one sheet from the tokens of its part.
type rowReader struct {
	texts    *textTable
	styles   []cellStyle
	date1904 bool
	cellsIn  *int // cells kept in the whole workbook

	rows   []sheet.Row
	merges []sheet.Area
	unseen []span // hidden columns
	inData bool

	inRow   bool
	number  int          // of the row being read
	hidden  bool         // the row is
	column  int          // 0-based, of the cell being read
	cells   []sheet.Cell // of the row, up to the last cell with a value
	arena   []sheet.Cell // room that finished rows are cut from
	room    int          // how much was made last
	small   map[string]sheet.Cell
	inCell  bool
	kind    string // the cell's type attribute
	style   int
	value   []byte
	inValue bool
	valued  bool // there was a v element
	formula bool
	worked  []byte // the formula's text
	inWorks bool
	item    textItem
	inline  bool
	marks   marks // of the cell's text
}

// span is columns beside each other, 0-based, both in it.
type span struct{ first, last int }

func (r *rowReader) visit(s *scanner, tok token) error {
	switch tok {
	case tokText:
		switch {
		case r.inValue:
			r.value = append(r.value, s.Text...)
		case r.inline:
			r.item.visit(s, tok)
		case r.inWorks && len(r.worked) <= mostConstant:
			r.worked = append(r.worked, s.Text...)
		}
		return nil
	case tokStart:
		return r.start(s)
	}
	return r.end(s)
}

func (r *rowReader) start(s *scanner) error {
	switch name := string(s.Name); {
	case r.inline:
		r.item.visit(s, tokStart)
	case r.inCell:
		switch name {
		case "v":
			r.inValue, r.valued = true, true
		case "f":
			r.formula, r.inWorks = true, true
		case "is":
			r.inline = true
			r.item.reset()
		}
	case r.inData && name == "c":
		return r.startCell(s)
	case r.inData && name == "row":
		return r.startRow(s)
	case name == "sheetData":
		r.inData = true
	case name == "mergeCell":
		return r.startMerge(s)
	case name == "col" && isHidden(s, "width"):
		if first, last := small(s.Attr("min")), small(s.Attr("max")); first > 0 && last >= first && len(r.unseen) < maxColumns {
			r.unseen = append(r.unseen, span{first - 1, last - 1})
		}
	}
	return nil
}

// isHidden says that a row or a column is hidden, or has no height or width at all.
func isHidden(s *scanner, size string) bool {
	if isTrue(s.Attr("hidden")) {
		return true
	}
	n := s.Attr(size)
	return len(n) > 0 && n[0] == '0' && len(bytes.Trim(n, "0.")) == 0
}

func (r *rowReader) end(s *scanner) error {
	switch name := string(s.Name); {
	case r.inline && name == "is":
		r.inline = false
	case r.inline:
		r.item.visit(s, tokEnd)
	case name == "v":
		r.inValue = false
	case name == "f":
		r.inWorks = false
	case name == "c" && r.inCell:
		r.inCell = false
		return r.endCell()
	case name == "row" && r.inData:
		return r.endRow()
	case name == "sheetData":
		r.inData = false
	}
	return nil
}

func (r *rowReader) startRow(s *scanner) error {
	r.number++
	if ref := s.Attr("r"); len(ref) > 0 {
		n, err := strconv.Atoi(string(ref))
		if err != nil || n < 1 {
			return errSyntax
		}
		r.number = n
	}
	if r.number > maxRows {
		return errTooLarge
	}
	r.inRow, r.column, r.hidden = true, -1, isHidden(s, "ht")
	r.cells = r.cells[:0]
	return nil
}

func (r *rowReader) startCell(s *scanner) error {
	if !r.inRow {
		return errSyntax
	}
	r.column++
	if ref := s.Attr("r"); len(ref) > 0 {
		column, row, ok := parseRef(ref)
		if !ok {
			return errSyntax
		}
		r.column = column
		if row > 0 && len(r.cells) == 0 {
			r.number = row // some writers number only the cells
		}
	}
	if r.column >= maxColumns || r.number > maxRows {
		return errTooLarge
	}
	r.style = 0
	if style := s.Attr("s"); len(style) > 0 {
		r.style = small(style)
	}
	r.kind = kindOf(s.Attr("t"))
	r.value = r.value[:0]
	r.inCell, r.valued, r.formula = true, false, false
	r.worked, r.marks = r.worked[:0], 0
	r.item.reset()
	return nil
}

// kindOf gives a constant for the type attribute, so that nothing is allocated.
func kindOf(t []byte) string {
	switch string(t) {
	case "s":
		return "s"
	case "str":
		return "str"
	case "inlineStr":
		return "inlineStr"
	case "b":
		return "b"
	case "e":
		return "e"
	case "d":
		return "d"
	}
	return "n"
}

// endRow keeps the row if anything is in it. Rows are cut from a shared arena
// to spare the memory manager a piece for each.
func (r *rowReader) endRow() error {
	r.inRow = false
	n := len(r.cells)
	if n == 0 {
		return nil
	}
	if *r.cellsIn += n; *r.cellsIn > maxCells {
		return errTooLarge
	}
	if n > len(r.arena) {
		r.room = min(max(2*r.room, 64), 4096) // small sheets in plenty need little
		r.arena = make([]sheet.Cell, max(n, r.room))
	}
	cells := r.arena[:n:n]
	r.arena = r.arena[n:]
	copy(cells, r.cells)
	r.rows = append(r.rows, sheet.Row{Number: r.number, Hidden: r.hidden, Cells: cells})
	r.cells = r.cells[:0]
	return nil
}
