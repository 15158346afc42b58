// Package export turns a portfolio into sheets and into a JSON document. It
// writes no files: adapters do that.
package export

import (
	"slices"

	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/journal"
	"itportfoljen/app/settings"
)

// What says what a workbook is to hold.
type What string

// What a workbook may hold, besides the list of a single kind.
const (
	All    What = "all"      // everything, with a Läs mig and a budget sheet
	Budget What = "budget"   // sums per unit, and every cost row as a long table
	Empty  What = "template" // empty sheets to fill in
)

// Of is the list of a kind.
func Of(k *field.Kind) What { return What(k.Plural) }

// Choices are all that may be exported of kinds.
func Choices(kinds []*field.Kind) []What {
	out := []What{All}
	for _, k := range kinds {
		if k.Sheet != "" {
			out = append(out, Of(k))
		}
	}
	return append(out, Budget, Empty)
}

// OneTable says whether it is a single list, which a CSV file can hold.
func (w What) OneTable() bool { return w != "" && w != All && w != Budget && w != Empty }

// Options narrow what is exported; the zero value is the whole portfolio.
type Options struct {
	What    What                           // "" is All
	Unit    field.ID                       // only what belongs to this unit and those under it
	Columns map[*field.Kind][]field.Column // instead of all columns of the kind
	Records []field.ID                     // only these records, and the costs of those; in this order where Columns says which
	Years   []int                          // of yearly columns; empty: those around the plan year with data
	Public  bool                           // leaves out sensitive fields
	Groups  *Groups                        // of the list, in a sheet of their own; nil: none
}

// tabs are the kinds that have a sheet, each after those it refers to.
func tabs(w field.World) []*field.Kind {
	return slices.DeleteFunc(slices.Clone(w.Kinds()), func(k *field.Kind) bool { return k.Sheet == "" })
}

// markOf says what a document of w is made of; of a world that has no journal nothing.
func markOf(w field.World) journal.Mark {
	if m, ok := w.(interface{ Mark() journal.Mark }); ok {
		return m.Mark()
	}
	return journal.Mark{}
}

// Book is the portfolio as a workbook that can be edited and read back.
func Book(w field.World, o Options) sheet.OutBook {
	name := settings.Name.Get(settings.In(w))
	b := sheet.OutBook{Title: "IT-portfölj", Author: name, Mark: markOf(w).String()}
	if name != "" {
		b.Title += " för " + name
	}
	s := choose(w, o)
	switch o.What {
	case "", All:
		b.Sheets = append(b.Sheets, readMe(w, o), budgetSheet(w, s))
		for _, k := range tabs(w) {
			if s.narrow() && !k.OfUnits() {
				continue // such as a frame, which is the whole municipality's
			}
			if (len(o.Records) > 0 || !governance.Met(w, k)) && len(s.of(k)) == 0 {
				continue
			}
			b.Sheets = append(b.Sheets, listSheet(w, s, k))
		}
		if used, ok := usedSheet(w, s); ok {
			b.Sheets = append(b.Sheets, used)
		}
	case Budget:
		b.Sheets = append(b.Sheets, budgetSheet(w, s), yearSheet(w, s), costTable(w, s))
	case Empty:
		b.Sheets = append(b.Sheets, templateHelp(w))
		for _, k := range tabs(w) {
			if !governance.Met(w, k) {
				continue
			}
			b.Sheets = append(b.Sheets, templateSheet(w, k))
		}
	default:
		for _, k := range tabs(w) {
			if Of(k) == o.What {
				b.Sheets = append(b.Sheets, listSheet(w, s, k))
				if o.Groups != nil {
					b.Sheets = append(b.Sheets, groupSheet(w, s, k, o.Groups))
				}
			}
		}
	}
	return b
}

// listSheet is a kind's sheet, with all that is needed to read it back.
func listSheet(w field.World, s *choice, k *field.Kind) sheet.Out {
	columns, chosen := s.o.Columns[k]
	records := s.of(k)
	if chosen && len(s.o.Records) > 0 { // a list as somebody sees it
		at := map[field.ID]int{}
		for i, id := range s.o.Records {
			at[id] = i
		}
		slices.SortStableFunc(records, func(a, b *field.Record) int { return at[a.ID] - at[b.ID] })
	}
	if !chosen {
		columns = Columns(w, k, records, s.o.Years)
	}
	return Table(w, k, s.tellable(columns), records)
}

// tellable are the columns that may be told of: all, but in a public version none of
// a field that is sensitive.
func (s *choice) tellable(columns []field.Column) []field.Column {
	return slices.DeleteFunc(slices.Clone(columns), func(c field.Column) bool { return !s.tells(c.Field) })
}

func (s *choice) tells(f *field.Field) bool { return !s.o.Public || !f.Sensitive }

// Columns are all columns of a kind that can be exported: no hidden fields,
// and one column per year of the yearly ones. Without years these are the
// plan year, and of the year before and the two after those in which any of
// the records has an amount.
func Columns(w field.World, k *field.Kind, records []*field.Record, years []int) []field.Column {
	var out []field.Column
	for _, f := range w.Fields(k) {
		switch {
		case f.Hidden:
		case !f.Yearly:
			out = append(out, field.Column{Field: f})
		case len(years) > 0:
			for _, y := range years {
				out = append(out, field.Column{Field: f, Year: y})
			}
		default:
			for y := w.PlanYear() - 1; y <= w.PlanYear()+2; y++ {
				if y == w.PlanYear() || hasAmount(w, f, records, y) {
					out = append(out, field.Column{Field: f, Year: y})
				}
			}
		}
	}
	return out
}

func hasAmount(w field.World, f *field.Field, records []*field.Record, year int) bool {
	return slices.ContainsFunc(records, func(r *field.Record) bool { return !field.IsEmpty(f.Value(w, r, year)) })
}
