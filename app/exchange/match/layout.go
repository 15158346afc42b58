package match

import (
	"cmp"
	"slices"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/ask"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// Layout is how a sheet is to be read as one kind of thing, and what is to be said of
// that.
type Layout struct {
	ask.Said
	Kind    *field.Kind
	Sheet   *sheet.Sheet
	Header  int           // index among the sheet's rows of the last one with headings; -1 when none was found
	Below   []read.Passed // the rows directly below it that say how the list is filled in
	Columns []Column
	Unit    money.Unit // of bare amounts
	Year    int        // of amounts without one
	Ours    bool       // our own export: the keys are known
	Group   string     // the unit that the sheet's name is, of rows that have none
	Stated  []Stated   // what the sheet's name says of all its rows

	titles   []string // lines of what stands above the headings
	yearFrom string   // Swedish: where Year is said; "" when the user has said it
	lying    error    // it lies on its side
	rows     []sheet.Row
	names    *headings
	rating   float64 // how well the headings fit the kind
}

// Stated is a value that no column gives.
type Stated struct {
	Field *field.Field
	Value field.Value
}

// Of gives the column of a field, nil when there is none.
func (l *Layout) Of(f *field.Field) *Column {
	for i := range l.Columns {
		if l.Columns[i].Field == f && f != nil && l.Columns[i].Means == nil {
			return &l.Columns[i]
		}
	}
	return nil
}

// Reference is the column with references of ours, nil when there is none.
func (l *Layout) Reference() *Column {
	return l.first(func(c Column) bool { return c.Reference && !c.Identity })
}

// Identity is the column with identities of ours, nil when there is none.
func (l *Layout) Identity() *Column { return l.first(func(c Column) bool { return c.Identity }) }

func (l *Layout) first(is func(Column) bool) *Column {
	i := slices.IndexFunc(l.Columns, is)
	if i < 0 {
		return nil
	}
	return &l.Columns[i]
}

// Rows are those below the headings, as they are to be read: what is merged over several
// or repeated with a mark stands in each.
func (l *Layout) Rows() []sheet.Row { return l.rows }

// LetGo lets go of the cells, when nothing more is to be read in the sheet.
func (l *Layout) LetGo() {
	for _, rows := range [][]sheet.Row{l.rows, l.Sheet.Rows} {
		for i := range rows {
			rows[i].Cells = nil
		}
	}
}

// data are the rows below what says how the list is filled in.
func (l *Layout) data() []sheet.Row { return l.rows[len(l.Below):] }

// mostLabel is how much of a heading becomes a field's name.
const mostLabel = 100

// OwnLabel names the field of the municipality's own that a column is kept in,
// never as one of ours.
func (l *Layout) OwnLabel(c *Column) string {
	label := text.Shorten(c.Label, mostLabel)
	if l.names.knows(read.HeadingOf(c.Label)) {
		return label + " kolumn " + sheet.Letters(c.Index)
	}
	return label
}

// usable says that the sheet can be read as the kind.
func (l *Layout) usable() bool {
	if l.Header < 0 || l.lying != nil {
		return false
	}
	if l.Ours && (l.Reference() != nil || l.Identity() != nil) {
		return true
	}
	for _, f := range neededOf(l.Kind) {
		if l.Of(f) == nil {
			return false
		}
	}
	return true
}

// better orders layouts, the best first.
func better(a, b *Layout) int {
	return cmp.Or(order(!a.usable(), !b.usable()), order(a.barred() != nil, b.barred() != nil), cmp.Compare(b.rating, a.rating))
}

// clear says that most headings are the kind's own: what it takes for a sheet
// to be read as something that people seldom list.
func (l *Layout) clear() bool {
	named, matched := 0, 0
	for _, c := range l.Columns {
		if c.Heading != "" {
			named++
		}
		if c.Field != nil || c.Joint != nil || c.Reference {
			matched++
		}
	}
	return matched >= 2 && float64(matched) >= 0.6*float64(named)
}

// barred says why no choice of columns makes the sheet readable: it lies on its side, or
// there is nothing below the headings.
func (l *Layout) barred() error {
	if l.lying != nil || l.Header < 0 || len(l.data()) > 0 {
		return l.lying
	}
	return fault.New(fault.Unreadable, "Bladet ”"+l.Sheet.Name+"” har inga rader under rubrikerna. Inget har ändrats. Kontrollera att det är rätt fil och att listan är sparad med sina rader.")
}

// complain says what is missing for a sheet to be read.
func (l *Layout) complain() error {
	switch {
	case l.Header < 0:
		return fault.New(fault.Unreadable, "Ingen rubrikrad hittades i bladet ”"+l.Sheet.Name+"”. Inget har ändrats. Ange vilken rad rubrikerna står på, eller välj ett annat blad.")
	case !l.usable():
		var names []string
		for _, f := range neededOf(l.Kind) {
			names = append(names, "”"+f.Label+"”")
		}
		return fault.New(fault.Unreadable, "Bladet ”"+l.Sheet.Name+"” saknar en kolumn för "+strings.Join(names, " och ")+". Inget har ändrats. Ange vilken rad rubrikerna står på, eller vilken kolumn som är vilken.")
	}
	return nil
}
