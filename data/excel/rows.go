package excel

import (
	"bytes"
	"math"
	"sort"
	"strconv"

	"itportfoljen/app/exchange/sheet"
)

// rowReader builds the rows of one sheet from the tokens of its part.
type rowReader struct {
	texts    []string
	looks    []look
	date1904 bool
	cellsIn  *int // cells kept in the whole workbook

	rows   []sheet.Row
	merges []area
	inData bool

	inRow   bool
	number  int          // of the row being read
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
	item    textItem
	inline  bool
}

// area is a merged range, 0-based columns and 1-based rows, both inclusive.
type area struct{ left, top, right, bottom int }

func (r *rowReader) visit(s *scanner, tok token) error {
	switch tok {
	case tokText:
		if r.inValue {
			r.value = append(r.value, s.Text...)
		} else if r.inline {
			r.item.visit(s, tok)
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
			r.formula = true
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
		if a, ok := parseArea(string(s.Attr("ref"))); ok {
			r.merges = append(r.merges, a)
		}
	}
	return nil
}

func (r *rowReader) end(s *scanner) error {
	switch name := string(s.Name); {
	case r.inline && name == "is":
		r.inline = false
	case r.inline:
		r.item.visit(s, tokEnd)
	case name == "v":
		r.inValue = false
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
	r.inRow, r.column = true, -1
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

func (r *rowReader) endCell() error {
	cell, err := r.cell()
	if err != nil || cell.Kind == sheet.Empty {
		return err
	}
	for len(r.cells) <= r.column {
		r.cells = append(r.cells, sheet.Cell{})
	}
	r.cells[r.column] = cell
	return nil
}

// cell makes the cell from what was gathered.
func (r *rowReader) cell() (sheet.Cell, error) {
	switch r.kind {
	case "s":
		return r.shared()
	case "inlineStr":
		if len(r.item.buf) == 0 {
			return sheet.Str(cleanText(r.value)), nil
		}
		return sheet.Str(r.item.String()), nil
	}
	if len(r.value) == 0 {
		if r.formula && !r.valued {
			return sheet.Cell{Kind: sheet.Error, Text: sheet.NotCalculated}, nil
		}
		return sheet.Cell{}, nil
	}
	switch r.kind {
	case "str":
		return sheet.Str(cleanText(r.value)), nil
	case "b":
		return boolCell(string(r.value)), nil
	case "e":
		return sheet.Cell{Kind: sheet.Error, Text: cleanText(r.value)}, nil
	case "d":
		return isoCell(cleanText(r.value)), nil
	}
	return r.numberCell()
}

func (r *rowReader) shared() (sheet.Cell, error) {
	if len(r.value) == 0 {
		return sheet.Cell{}, nil
	}
	i, err := strconv.Atoi(string(trim(r.value)))
	if err != nil || i < 0 || i >= len(r.texts) {
		return sheet.Cell{}, errSyntax
	}
	return sheet.Str(r.texts[i]), nil
}

// numberCell remembers short numbers: a column of years or counts holds few
// different ones.
func (r *rowReader) numberCell() (sheet.Cell, error) {
	value := trim(r.value)
	look := lookNumber
	if r.style > 0 && r.style < len(r.looks) {
		look = r.looks[r.style]
	}
	short := look == lookNumber && len(value) <= 6
	if short {
		if cell, ok := r.small[string(value)]; ok {
			return cell, nil
		}
	}
	cell, ok := numberCell(value, look, r.date1904)
	if !ok {
		return sheet.Str(cleanText(value)), nil // not a number; nothing is lost
	}
	if short && len(r.small) < 10_000 {
		r.small[string(value)] = cell
	}
	return cell, nil
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
	r.rows = append(r.rows, sheet.Row{Number: r.number, Cells: cells})
	r.cells = r.cells[:0]
	return nil
}

// finish puts the rows in order, empties what merged ranges hide, and drops
// rows where nothing but white space is left.
func (r *rowReader) finish() ([]sheet.Row, error) {
	byNumber := func(i, j int) bool { return r.rows[i].Number < r.rows[j].Number }
	if !sort.SliceIsSorted(r.rows, byNumber) {
		sort.SliceStable(r.rows, byNumber)
	}
	budget := maxMerges
	for _, a := range r.merges {
		first := sort.Search(len(r.rows), func(i int) bool { return r.rows[i].Number >= a.top })
		for i := first; i < len(r.rows) && r.rows[i].Number <= a.bottom; i++ {
			row := r.rows[i]
			for c := a.left; c <= a.right && c < len(row.Cells); c++ {
				if c != a.left || row.Number != a.top {
					row.Cells[c] = sheet.Cell{}
				}
				budget--
			}
			if budget--; budget < 0 {
				return nil, errTooLarge
			}
		}
	}
	kept := r.rows[:0]
	for _, row := range r.rows {
		for len(row.Cells) > 0 && row.Cells[len(row.Cells)-1].Kind == sheet.Empty {
			row.Cells = row.Cells[:len(row.Cells)-1]
		}
		if hasValue(row) {
			kept = append(kept, row)
		}
	}
	return kept, nil
}

func hasValue(row sheet.Row) bool {
	for _, cell := range row.Cells {
		if !cell.IsEmpty() {
			return true
		}
	}
	return false
}

func boolCell(value string) sheet.Cell {
	if isTrue([]byte(value)) {
		return sheet.Cell{Kind: sheet.Bool, Num: 1, Text: "ja"}
	}
	return sheet.Cell{Kind: sheet.Bool, Text: "nej"}
}

func trim(b []byte) []byte { return bytes.Trim(b, " \t\r\n") }

// small reads a whole number that fits in an index, -1 for anything else.
func small(digits []byte) int {
	n := 0
	for _, c := range digits {
		if c < '0' || c > '9' || n > math.MaxInt32/10-1 {
			return -1
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// parseRef reads "BC12" as the column 54 (A is 0) and the row 12; the row is 0
// when it isn't written.
func parseRef(ref []byte) (column, row int, ok bool) {
	i := 0
	for ; i < len(ref) && ref[i]|0x20 >= 'a' && ref[i]|0x20 <= 'z'; i++ {
		if column = column*26 + int(ref[i]|0x20-'a') + 1; column > maxColumns {
			return 0, 0, false
		}
	}
	row = small(ref[i:])
	return column - 1, row, column > 0 && row >= 0
}

func parseArea(ref string) (area, bool) {
	for i := range len(ref) {
		if ref[i] == ':' {
			left, top, ok1 := parseRef([]byte(ref[:i]))
			right, bottom, ok2 := parseRef([]byte(ref[i+1:]))
			return area{left, top, right, bottom}, ok1 && ok2 && top > 0 && left <= right && top <= bottom
		}
	}
	return area{}, false
}
