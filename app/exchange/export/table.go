package export

import (
	"strconv"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// The keys of the columns that tell which record a row is.
const (
	RefKey = "ref" // "SYS-0042"
	IDKey  = "id"  // which no other record has, in any portfolio but a copy
)

// columnKey is what a sheet's column is called for a machine: the field's key
// and the year of a yearly field, "operations_budget:2027".
func columnKey(key string, year int) string {
	if year == 0 {
		return key
	}
	return key + ":" + strconv.Itoa(year)
}

// Table is one sheet of records with the columns chosen; nil columns mean all
// that can be exported. The first column is the reference, of kinds that have one, and
// the last the identity, hidden.
func Table(w field.World, k *field.Kind, columns []field.Column, records []*field.Record) sheet.Out {
	if columns == nil {
		columns = Columns(w, k, records, nil)
	}
	out := sheet.Out{Name: k.Sheet, Kind: k.Plural, Frozen: 1}
	if k.Prefix != "" {
		out.Columns = append(out.Columns, sheet.Column{Key: RefKey, Heading: "Referens", Help: "Visar vilken post raden är. Ändra den inte; lämna den tom på en ny rad.", Width: 13, Locked: true})
		out.Frozen = 2 // the reference and the name
	}
	for _, c := range columns {
		out.Columns = append(out.Columns, columnOf(w, c))
	}
	out.Columns = append(out.Columns, sheet.Column{Key: IDKey, Heading: "Post-id", Help: "Programmets egen nyckel. Ändra den inte; lämna den tom på en ny rad.", Width: 10, Hidden: true})
	distinct(out.Columns)
	out.Each = func(yield func([]sheet.Cell) error) error {
		names := remember(w)
		cells := make([]sheet.Cell, 0, len(out.Columns))
		for _, r := range records {
			cells = cells[:0]
			if k.Prefix != "" {
				cells = append(cells, sheet.Str(r.Ref))
			}
			for _, c := range columns {
				cells = append(cells, cellOf(names, c, r))
			}
			if err := yield(append(cells, sheet.Str(string(r.ID)))); err != nil {
				return err
			}
		}
		return nil
	}
	return out
}

// distinct makes all headings differ, since a reader knows a column that has
// been moved by its heading; a field of the municipality's own may be called
// as one of ours.
func distinct(columns []sheet.Column) {
	seen := map[string]bool{}
	for i, c := range columns {
		for n := 2; seen[text.Key(columns[i].Heading)]; n++ {
			columns[i].Heading = c.Heading + " (" + strconv.Itoa(n) + ")"
		}
		seen[text.Key(columns[i].Heading)] = true
	}
}

func columnOf(w field.World, c field.Column) sheet.Column {
	f := c.Field
	year := 0
	if f.Yearly {
		if year = c.Year; year == 0 {
			year = w.PlanYear()
		}
	}
	out := sheet.Column{Key: columnKey(f.Key, year), Heading: field.Column{Field: f, Year: year}.Phrase(w), Help: f.Help,
		Type: forms[f.Type].column, Width: float64(f.Width), Locked: f.ReadOnly, Choices: choicesOf(w, f)}
	switch {
	case f.ReadOnly && f.Kept():
		out.Help = strings.TrimSpace("Kommer ur filen som importerades. " + f.Help)
	case f.ReadOnly:
		out.Help = strings.TrimSpace("Räknas ut av programmet. " + f.Help)
	}
	return out
}

// choicesOf are the values that may be picked in a cell, as cellOf writes them.
func choicesOf(w field.World, f *field.Field) []string {
	if choices := forms[f.Type].choices; choices != nil && !f.ReadOnly {
		return choices(w, f)
	}
	return nil
}

// cellOf is a field's value as a cell that reads back to the same value.
func cellOf(w field.World, c field.Column, r *field.Record) sheet.Cell {
	f := c.Field
	v := f.Value(w, r, c.Year)
	if field.IsEmpty(v) {
		return sheet.Str(f.Blank(w, r))
	}
	return forms[f.Type].cell(w, f, v)
}

// nameOf names a thing so that it is found again. Where it may be of any kind
// its reference goes with it, since a system and an insats may share a name.
func nameOf(w field.World, f *field.Field, id field.ID) string {
	name := w.Exact(id)
	if r := w.Get(id); f.Target() == nil && r != nil && r.Ref != "" && r.Ref != name && !strings.HasSuffix(name, "("+r.Ref+")") {
		return name + " (" + r.Ref + ")"
	}
	return name
}

// memory is a world that remembers the names it has given, for one pass over
// many records. It isn't safe for several goroutines.
type memory struct {
	field.World
	exact map[field.ID]string
}

func remember(w field.World) *memory { return &memory{World: w, exact: map[field.ID]string{}} }

// Exact is the world's, asked once per thing.
func (m *memory) Exact(id field.ID) string {
	s, ok := m.exact[id]
	if !ok {
		s = m.World.Exact(id)
		m.exact[id] = s
	}
	return s
}
