package pdf

import (
	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/draw"
)

// CellKind is how a table cell is drawn.
type CellKind uint8

// The kinds of cell.
const (
	Plain CellKind = iota
	Dot            // a coloured dot and a word
	Pill           // a word on a tinted plate
	bar            // a small bar and its number, see BarCell
	spark          // a small line, see SparkCell
)

// Cell is one cell of a table. A line break in a run's text begins a new line.
type Cell struct {
	Runs   []Run
	Kind   CellKind
	Status Status
	Span   int // columns taken; 0 and 1 mean one

	values []float64 // of a bar (one) or of a small line
	most   float64   // what a whole bar is
	form   chart.Form
}

// Txt is an ordinary cell.
func Txt(s string) Cell { return Cell{Runs: []Run{{Text: s}}} }

// Strong is a bold cell.
func Strong(s string) Cell { return Cell{Runs: []Run{{Text: s, Bold: true}}} }

// Dim is a muted cell.
func Dim(s string) Cell { return Cell{Runs: []Run{{Text: s, Muted: true}}} }

// Alarm is a cell in the red of warnings; the words must carry the meaning.
func Alarm(s string) Cell { return Cell{Runs: []Run{{Text: s, Color: inkBad}}} }

// RAG is a traffic light with its word.
func RAG(s Status, word string) Cell {
	return Cell{Runs: []Run{{Text: word}}, Kind: Dot, Status: s}
}

// Tag is a word on a plate tinted by status.
func Tag(s Status, word string) Cell {
	return Cell{Runs: []Run{{Text: word}}, Kind: Pill, Status: s}
}

// BarCell is a small bar with its number to the right of it. The bar is the
// share value/most of the room for it; a value below zero goes to the left of a
// common zero. The bars of a column share one scale, the largest most among them,
// widened for a value beyond it. form is how sure the amount is. Without a number
// for value (NaN) there is no bar, only the text.
func BarCell(value, most float64, form chart.Form, text string) Cell {
	return Cell{Runs: []Run{{Text: text}}, Kind: bar, values: []float64{value}, most: most, form: form}
}

// SparkCell is a small line through values, oldest first, with a dot at the last;
// NaN leaves a gap. Each has a scale of its own, from its lowest value to its
// highest. text says what it shows, such as "från 12 till 19 på fyra år": it isn't
// drawn but stands for the line where the file is read aloud or copied.
func SparkCell(values []float64, text string) Cell {
	return Cell{Runs: []Run{{Text: text}}, Kind: spark, values: values}
}

// Rich is a cell of several runs.
func Rich(runs ...Run) Cell { return Cell{Runs: runs} }

// Across is an ordinary cell that takes several columns, such as the label of a sum.
func Across(s string, columns int) Cell {
	return Cell{Runs: []Run{{Text: s}}, Span: columns}
}

// Cells makes ordinary cells.
func Cells(texts ...string) []Cell {
	out := make([]Cell, len(texts))
	for i, s := range texts {
		out[i] = Txt(s)
	}
	return out
}

// Col is a column. With Width it has that many points; with Flex it takes that
// share of what is left; with neither it is as wide as its contents, up to
// MaxWidth if that is set.
type Col struct {
	Head     string
	Over     string // a head above: neighbours with the same one share it
	Width    float64
	Flex     float64
	MaxWidth float64
	Align    draw.Align // draw.Left or draw.Right
	Decimal  bool       // flush right with the decimal commas under one another, whatever Align says
	RowHead  bool       // the column names the row: TH with Scope Row
	Hyphen   bool       // allow long words to be hyphenated before they overflow (always done when they must)
	Drop     int        // the order in which columns are left out where the paper is too narrow, 1 first; 0 never
}

// right says that the column is set flush right.
func (c *Col) right() bool { return c.Align == draw.Right || c.Decimal }

// TableRow is one row.
type TableRow struct {
	Cells []Cell
	Sum   bool   // bold with a line above
	Group bool   // a subheading within the table: the first cell spans it
	Mark  string // an anchor at this row
}

// R is an ordinary row.
func R(cells ...Cell) TableRow { return TableRow{Cells: cells} }

// SumRow is a bold row with a line above.
func SumRow(cells ...Cell) TableRow { return TableRow{Cells: cells, Sum: true} }

// GroupRow is a subheading within a table.
func GroupRow(text string) TableRow { return TableRow{Cells: []Cell{Strong(text)}, Group: true} }

// Table is a table with a repeated head.
type Table struct {
	Cols    []Col
	Rows    []TableRow // a GroupRow is repeated where its rows go on to another page
	Zebra   bool       // tinted every other row instead of hairlines
	NoHead  bool       // draw no head row (a list with aligned columns)
	Dense   bool       // less air in the rows, for long lists and full pages
	Size    float64    // text size in points; 0 means 9
	Summary string     // what the table shows, for those who can't see it
	Turn    bool       // an upright document may be turned for it, its headings and all, if it fits only so
	Empty   string     // said instead of a table without rows; empty means "Inget att visa än."

	// Carried gives the cells of the sum of the first rows of Rows. Where the table
	// goes on to another page they stand below its last row on the first, as
	// "Transport", and above the next on the other, as "Transporterat"; these words
	// take the place of the first cell's text. Without cells nothing is carried over.
	Carried func(rows int) []Cell
}
