package app

// Paper is a table as a page shows it, to be printed: the texts are those on the screen.
type Paper struct {
	Title   string // what it lists
	Under   string // how much of it, and by which filters; may be empty
	Columns []PaperColumn
	Rows    []PaperRow
	Note    string // what stands under it; may be empty
}

// PaperColumn is a column of a Paper.
type PaperColumn struct {
	Head  string
	Right bool // amounts
}

// PaperRow is a row of a Paper: a cell for each column, but of a heading over others only one.
type PaperRow struct {
	Cells   []string
	Heading bool
	Sum     bool
}
