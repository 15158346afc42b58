// Package sheet is the core's view of a workbook: cells, rows and sheets with
// no file format in them. Adapters (Excel, CSV) read files into Book and write
// Out to files; the rules for what the cells mean are elsewhere in app.
package sheet

import (
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
)

// KeySheet is the hidden sheet of our own exports. After a row of headings it
// says, for every column that holds a field, the sheet, the column (0 is A) and
// the field's key, and after those, in any order, the kind's list name, the
// heading and the number of its row. A row with MarkKey instead of the column has the
// book's mark, and one with neither names a sheet that holds no fields. Sheets whose names
// begin so are ours.
const KeySheet = "_itp"

// MarkKey stands in KeySheet beside the mark of the book.
const MarkKey = "mark"

// Kind tells what a cell holds.
type Kind uint8

// The kinds of cell.
const (
	Empty  Kind = iota
	Text        // Text is what the person wrote, rich text flattened
	Number      // Text is the decimal number exactly as stored ("75.25"), Num the same as a float
	Bool        // Num is 1 or 0; Text is "ja" or "nej"
	Date        // Date is the day; Text is ISO; a time of day is dropped
	Error       // Text is the spreadsheet's error, such as "#N/A"
)

// Unit is what a number's format says that it is in: "tkr" behind the figures.
type Unit uint8

// The units of amounts that formats show.
const (
	NoUnit Unit = iota
	Kr
	Tkr
	Mnkr
	Whole // shown in thousands or millions without a word for it: in kronor, if it is money
)

// Money is the unit of an amount; ok is false where the format says none.
func (u Unit) Money() (unit money.Unit, ok bool) {
	switch u {
	case Kr, Whole:
		return money.Kr, true
	case Tkr:
		return money.Tkr, true
	case Mnkr:
		return money.Mnkr, true
	}
	return money.Kr, false
}

// Cell is one value. Amounts are read from Text, never from Num, so that no
// öre is lost in a float.
//
// A number whose format shows zeros before it has them in Text ("0412"). One whose
// format puts signs or other words than units of money among the figures is Text, as
// it is shown ("212000-1850", "3 mån"); Num is then the number.
type Cell struct {
	Kind   Kind
	Unit   Unit // of a Number
	Struck bool // shown struck out
	Worked bool // a formula that was saved without its value, which has been worked out
	Strong bool // written as a sum is
	Date   date.Date
	Num    float64
	Text   string
	// Formula is, of a cell that is written, what works its value out: "SUM([0,3]:[4,3])", where
	// [row,column] are counted from the first row and column of the table, 0. Text and Num are
	// what it comes to now.
	Formula string
}

// IsEmpty says that nothing, or nothing but white space, is written in the cell.
func (c Cell) IsEmpty() bool { return c.Kind == Empty || (c.Kind == Text && blank(c.Text)) }

func blank(s string) bool {
	for _, r := range s {
		switch r {
		case ' ', '\t', '\n', '\r', '\u00a0', '\u202f', '\ufeff', '\u200b':
		default:
			return false
		}
	}
	return true
}

// Str, Dec, Day and None build cells. Dec takes the exact decimal text.
func Str(s string) Cell {
	if s == "" {
		return Cell{}
	}
	return Cell{Kind: Text, Text: s}
}

// Dec is a number cell with its exact decimal text, for example "1234.50".
func Dec(text string, num float64) Cell { return Cell{Kind: Number, Text: text, Num: num} }

// Day is a date cell; the zero date gives an empty cell.
func Day(d date.Date) Cell {
	if d.IsZero() {
		return Cell{}
	}
	return Cell{Kind: Date, Date: d, Text: d.String()}
}

// Counted is a date cell of a file that says which day and not which number.
func Counted(d date.Date) Cell {
	c := Day(d)
	if n, ok := d.Serial(); ok {
		c.Num = float64(n)
	}
	return c
}

// Row is a row of a sheet with its number as the user sees it (1-based).
type Row struct {
	Number int
	Hidden bool
	Cells  []Cell
}

// At is the cell in column i (0-based), empty when the row is shorter.
func (r Row) At(i int) Cell {
	if i < 0 || i >= len(r.Cells) {
		return Cell{}
	}
	return r.Cells[i]
}

// Area is a range of cells: columns are 0-based, rows as the user sees them; the last
// ones are in it.
type Area struct{ Left, Top, Right, Bottom int }

// Comment is a note that somebody has put on a cell.
type Comment struct {
	Row, Column int // as the user sees the row; 0 is column A
	Text        string
}

// Sheet is one sheet that was read. Rows holds no wholly empty rows.
type Sheet struct {
	Name     string
	Hidden   bool
	Rows     []Row
	Merged   []Area // ranges of several cells, whose value stands in the first
	Comments []Comment
	Unseen   []int // hidden columns, in order
}

// Note is something about how a file was read that the user should know.
type Note struct {
	Row  int    // as the user sees it; 0 for the whole file
	Text string // Swedish, a sentence
}

// Left is a part of a file that no sheet has, since nobody knows what it is.
type Left struct {
	Sheet string // where it would stand; "" for nowhere
	Name  string // what the file calls it; that of the sheet for a whole one
	Why   string // Swedish, sentences
}

// Book is a workbook or a CSV file that was read.
type Book struct {
	Name   string // the file's base name
	Format string // "xlsx", "csv" …
	Sheets []Sheet
	Notes  []Note // of the first sheet
	Left   []Left
}

// NotCalculated is the text of the Error cell for a formula that was saved without its
// value, as programs other than Excel sometimes do.
const NotCalculated = "#OBERÄKNAD"

// Unfit begins the text of the Error cell for a value that isn't of the sort that its
// place in a document is for; the value follows.
const Unfit = "#FEL SORT "

// ColumnType decides a written column's number format and alignment.
type ColumnType uint8

// The column types.
const (
	ColText ColumnType = iota
	ColLongText
	ColNumber
	ColMoney // kronor with two decimals, thousands separated
	ColDate
	ColYear // whole number without a thousands separator

	ColumnTypeCount // how many there are
)

// Column describes a column to be written.
type Column struct {
	Key     string // field key; written discreetly so that a re-import needs no guessing
	Heading string
	Help    string // shown as an input message on the heading
	Type    ColumnType
	Width   float64 // in characters; 0 means by type
	Choices []string
	Locked  bool // worked out, or a reference: greyed and protected
	Hidden  bool // for the program: not shown unless somebody asks for it
	Sum     bool // a live SUM below
}

// Out is a sheet to be written. Each yields the rows in order; the slice it
// gives is only valid during the call.
type Out struct {
	Name    string
	Kind    string // the list name of the kind whose fields Columns' keys are, "systems"; may be empty
	Title   string // a heading above the table; empty: the table begins in row 1
	Columns []Column
	Frozen  int // how many first columns stay when one scrolls sideways
	Each    func(yield func([]Cell) error) error
	Text    []string // instead of a table: lines of prose (a Läs mig sheet); "# " begins a heading
}

// OutBook is a workbook to be written.
type OutBook struct {
	Title  string
	Author string
	Mark   string // which portfolio it was made of, and when; a reader doesn't see it
	Sheets []Out
}

// Letters is what a spreadsheet calls column i (0-based): A, B … AA.
func Letters(i int) string {
	s := ""
	for i++; i > 0; i = (i - 1) / 26 {
		s = string(rune('A'+(i-1)%26)) + s
	}
	return s
}
