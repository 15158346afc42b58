package identify

import (
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/match"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// Table is one sheet whose rows are told apart, and what there is to say of them.
type Table struct {
	*match.Layout
	ask.Said
	Lines []*Line

	d         *Draft
	dir       *Directory
	desk      *ask.Desk
	own       own
	taken     map[field.ID]*Line
	tags      map[string]string                   // spelling of tags, by key
	words     map[*match.Column]map[string]string // spelling of recurring words, by key
	parsed    map[parseKey]parsed
	vats      map[*match.Column]bool // those whose heading has been asked whether there is VAT in it
	joints    map[parseKey]parted
	kept      map[*match.Column]int      // texts whose reading is remembered
	byKey     map[string][]*field.Record // existing records without a name, by what tells them apart
	repeats   repeats
	unclaimed map[string]*namesakes // those with a name
	sets      map[slice]map[field.ID]bool
	above     map[*match.Column]above // what a column of persons gave last
	makes     map[string]bool         // names in the columns that make records whose spellings are asked about
	suppliers []*field.Kind           // those kinds
	likes     *alikes
	firms     map[string]bool
	toldOf    map[parseKey]bool // texts that a column has told of
}

// Line is one row below the headings and what has been found out about it.
type Line struct {
	Row     sheet.Row
	Name    string
	Skipped bool
	Role    Role          // in the list, of one that is passed over
	Reason  string        // Swedish: why it is skipped, or what else is worth knowing
	Record  *field.Record // the one it updates; nil for a new one
	Unit    field.ID      // that the row belongs to
	Notes   []Note

	elsewhere bool      // records of the name belong to other units
	calls     bool      // it only calls its record by another name
	pending   string    // the unit that is asked about
	group     string    // the unit that a group row above names
	gives     []Given   // other values that it gives
	goesOn    bool      // only goes on with what the row above says
	early     []earlier // cells read to identify the row, of a few columns
}

// Role is what a row is in a list.
type Role uint8

// The roles.
const (
	Lists    Role = iota // something, or what can't be told
	Heads                // the rows below it, which get what it says
	Arranges             // nothing but the table: a sum, headings again, units, the end of the row above
)

// Note is a text that no field could take.
type Note struct{ Label, Text string }

// Gives are the values that the row has by where it stands or how it is marked.
func (l *Line) Gives() []Given { return l.gives }

// Skip passes the row over.
func (l *Line) Skip(reason string) { l.Skipped, l.Reason = true, reason }

// pass passes over a row that lists nothing.
func (l *Line) pass(role Role, reason string) {
	l.Skip(reason)
	l.Role = role
}

// Read tells the rows of a laid out sheet apart: which only arrange it, and
// which record each of the others is about. Tick is called now and then, and
// stops it with an error.
func Read(l *match.Layout, dir *Directory, desk *ask.Desk, tick func(i, of int) error) (*Table, error) {
	t := &Table{Layout: l, Said: l.Said, d: dir.d, dir: dir, desk: desk, own: own{ref: l.Reference(), id: l.Identity()},
		taken: map[field.ID]*Line{}, tags: map[string]string{}, words: map[*match.Column]map[string]string{}, parsed: map[parseKey]parsed{}, joints: map[parseKey]parted{}, kept: map[*match.Column]int{},
		unclaimed: map[string]*namesakes{}, sets: map[slice]map[field.ID]bool{}, above: map[*match.Column]above{}, toldOf: map[parseKey]bool{}}
	t.sortLines()
	if err := t.identify(tick); err != nil {
		return nil, err
	}
	t.collectPeople()
	return t, nil
}

// collectPeople lets every row say whom it mentions before any is resolved.
func (t *Table) collectPeople() {
	for i := range t.Columns {
		c := &t.Columns[i]
		if c.Field == nil || !c.Field.OfPersons() {
			continue
		}
		for _, l := range t.Lines {
			v := l.Row.At(c.Index)
			if l.Skipped || read.IsBlank(v) {
				continue
			}
			if _, unit := t.dir.units.isUnit(v.Text); unit || v.Kind == sheet.Error {
				continue
			}
			if said := t.dir.said(v.Text); !said.asAbove {
				t.dir.people.collect(said)
			}
		}
	}
}

// ofUnits says that the sheet lists the units themselves.
func (t *Table) ofUnits() bool { return t.Kind == t.dir.units.kind }

// Cell reads the cell of a row in a column; ok is false when it has no value, or
// none that the record hasn't already. What can't be read is reported, and its
// text goes to the record's note.
func (t *Table) Cell(l *Line, c *match.Column) (g Given, ok bool) {
	if t.holdsAlready(l, c) || l.calls && c.Field == t.Kind.Title() {
		return Given{}, false
	}
	r := l.reading(c)
	if r == nil {
		return t.cell(l, c)
	}
	return r.Given, r.ok
}

// holdsAlready says that nobody has touched a cell of our own export: it says
// what the portfolio said before this import. Without this, a sheet that still has
// an old amount would set back what another sheet of the book changes.
func (t *Table) holdsAlready(l *Line, c *match.Column) bool {
	if !t.Ours || l.Record == nil {
		return false
	}
	was := t.d.Before(l.Record.ID)
	v := l.Row.At(c.Index)
	if was == nil || v.IsEmpty() {
		return false
	}
	value := c.Field.Value(t.d.World, was, c.Year)
	if v.Kind == sheet.Number {
		said, _, err := read.Value(t.d, c.Field, v, money.Kr)
		return err == nil && field.Equal(said, value)
	}
	return text.Clean(c.Field.Exact(t.d.World, value)) == text.Clean(v.Text)
}

// Remember lets later rows and sheets find the new record.
func (t *Table) Remember(l *Line, r *field.Record) {
	t.dir.links(t.Kind).note(r)
	if t.Kind.Repeats {
		t.dir.claimed[r.ID] = true
	}
	if t.Kind == t.dir.people.kind {
		t.dir.people.note(r)
	}
	if t.Kind.Naming != nil {
		t.d.named = append(t.d.named, r.ID)
		t.dir.spellings(t.Kind).Note(r)
	}
	t.dir.calls(t.FileRef(l), r.ID)
}
