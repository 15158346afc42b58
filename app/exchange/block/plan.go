package block

import (
	"context"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/identify"
	"itportfoljen/app/field"
)

// World is the portfolio that a block is laid in. It reads what people type in a cell
// and finds what a text names, as the list's own cells do.
type World interface {
	field.World
	Parse(r *field.Record, f *field.Field, s string) (field.Value, error)
	Find(k *field.Kind, s string) (*field.Record, error)
}

// Area is a range of cells of a list, its ends included.
type Area struct{ Top, Left, Bottom, Right int }

// Height and Width are how many rows and columns it has.
func (a Area) Height() int { return a.Bottom - a.Top + 1 }

// Width is how many columns it has.
func (a Area) Width() int { return a.Right - a.Left + 1 }

// has says that a cell lies in the area.
func (a Area) has(row, col int) bool {
	return row >= a.Top && row <= a.Bottom && col >= a.Left && col <= a.Right
}

// List is what cells are laid in: records in their order, by columns. The column of
// references has no field.
type List struct {
	Kind    *field.Kind
	Rows    []field.ID
	Columns []field.Column
}

// Heads says whether the first line of a block is headings.
type Heads uint8

// What may be said of the first line.
const (
	Look Heads = iota // it is when it names columns
	With
	Without
)

// Choices are what the user has decided of a plan.
type Choices struct {
	Heads     Heads
	KeepEmpty bool // an empty cell leaves what is there; else it empties it
	NoneNew   bool // those that are named and aren't there are not made
}

// Cell is a cell of the list and what becomes of it.
type Cell struct {
	Row           int      // of the block, as a person counts; 0 for what comes from no block
	Record        field.ID // "" for a row that is no record's
	Name          string   // of the record, or of what the row says
	Column        string
	Before, After string
	Why           string // why it is left as it is; "" when it changes
	Remark        string // what is to be known of how it was read

	place int
}

// Plan is what would happen, and is carried out as one entry.
type Plan struct {
	Kind    *field.Kind
	Label   string // of the entry
	Cells   []Cell // that change
	Left    []Cell // that are left as they are, and rows that are no record's: why
	Notes   []string
	Headed  bool            // the first line was taken for headings
	Same    int             // cells that said what is there already
	Records int             // that change
	Writes  int             // changed cells that had another value
	Empties int             // values that empty cells empty, or would
	Made    []identify.Made // what isn't there and is named, of every kind that has any
	Changes []field.Change
	Area    Area // of the list's cells that were aimed at; of no meaning when Found
	Found   bool // rows found their records by reference or name

	renames bool // a name is filled over another's; what is a part of something may be called what its neighbour is
}

// Plain says that there is nothing to look through before it is carried out: one
// record changes and goes on being called what it was, and all that was given goes in.
func (p *Plan) Plain() bool {
	if p.Records > 1 || p.renames || len(p.Left) > 0 || len(p.Notes) > 0 || p.New() > 0 {
		return false
	}
	for _, c := range p.Cells {
		if c.Remark != "" {
			return false
		}
	}
	return true
}

// New is how many records are made since the block names them.
func (p *Plan) New() (n int) {
	for _, m := range p.Made {
		n += len(m.Names)
	}
	return n
}

// labelled names the entry: "Inklistrat: 24 celler i 12 system".
func (p *Plan) labelled(what string) {
	where := text.Plural(p.Records, p.Kind.One, p.Kind.Many)
	if p.Records == 1 {
		where = p.Cells[0].Name
	}
	p.Label = what + ": " + text.Plural(len(p.Cells), "cell", "celler") + " i " + where
}

// Progress is told how far the work has come, 0–1.
type Progress func(float64)

// canceled says that the user stopped the work.
func canceled(ctx context.Context) error {
	return fault.Wrap(fault.Canceled, "Avbrutet. Inget har ändrats.", ctx.Err())
}
