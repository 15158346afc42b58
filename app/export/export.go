// Package export turns a portfolio into sheets and into a JSON document. It
// writes no files: adapters do that.
package export

import (
	"slices"

	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/portfolio"
	"itportfoljen/app/settings"
	"itportfoljen/app/sheet"
)

// What says what a workbook is to hold.
type What string

// What a workbook may hold.
const (
	All     What = "all"      // everything, with a Läs mig and a budget sheet
	Systems What = "systems"  // the systemportfölj
	Plan    What = "plan"     // the IT-verksamhetsplan
	Persons What = "persons"  // who is who
	Units   What = "units"    // the organisation
	Costs   What = "costs"    // every cost row
	Frames  What = "frames"   // what may be spent
	Budget  What = "budget"   // sums per unit, and every cost row as a long table
	Empty   What = "template" // empty sheets to fill in
)

// Whats are all of them.
var Whats = []What{All, Systems, Plan, Persons, Units, Costs, Frames, Budget, Empty}

// OneTable says whether it is a single list, which a CSV file can hold.
func (w What) OneTable() bool { return w != All && w != Budget && w != Empty }

// Options narrow what is exported; the zero value is the whole portfolio.
type Options struct {
	What    What                           // "" is All
	Unit    field.ID                       // only what belongs to this unit and those under it
	Columns map[*field.Kind][]field.Column // instead of all columns of the kind
	Records []field.ID                     // only these records, and the costs of those
	Years   []int                          // of yearly columns; empty: those around the plan year with data
	Public  bool                           // leaves out sensitive fields
}

// tab is the sheet that lists a kind.
type tab struct {
	what What
	name string
	kind *field.Kind
}

// tabs are the sheets of a whole portfolio, each after those it refers to.
var tabs = []tab{
	{Units, "Enheter", org.UnitKind},
	{Persons, "Personer", org.PersonKind},
	{Systems, "Systemportfölj", portfolio.Kind},
	{Plan, "IT-verksamhetsplan", plan.Kind},
	{Costs, "Kostnader", economy.CostKind},
	{Frames, "Ramar", economy.FrameKind},
}

// SheetName is what the sheet that lists a kind is called.
func SheetName(k *field.Kind) string {
	for _, t := range tabs {
		if t.kind == k {
			return t.name
		}
	}
	return k.Many
}

// Book is the portfolio as a workbook that can be edited and read back.
func Book(w field.World, o Options) sheet.OutBook {
	name := settings.Name.Get(settingsOf(w))
	b := sheet.OutBook{Title: "IT-portfölj", Author: name}
	if name != "" {
		b.Title += " för " + name
	}
	s := choose(w, o)
	switch o.What {
	case "", All:
		b.Sheets = append(b.Sheets, readMe(w, o), budgetSheet(w, s))
		for _, t := range tabs {
			if t.kind == economy.FrameKind && s.narrow() {
				continue // a frame belongs to no unit
			}
			if len(o.Records) > 0 && len(s.of(t.kind)) == 0 {
				continue
			}
			b.Sheets = append(b.Sheets, listSheet(w, s, t))
		}
	case Budget:
		b.Sheets = append(b.Sheets, budgetSheet(w, s), yearSheet(w, s), costTable(w, s))
	case Empty:
		b.Sheets = append(b.Sheets, templateHelp(w))
		for _, t := range tabs {
			b.Sheets = append(b.Sheets, templateSheet(w, t.kind))
		}
	default:
		for _, t := range tabs {
			if t.what == o.What {
				b.Sheets = append(b.Sheets, listSheet(w, s, t))
			}
		}
	}
	return b
}

// listSheet is a kind's sheet, with all that is needed to read it back.
func listSheet(w field.World, s *choice, t tab) sheet.Out {
	columns, chosen := s.o.Columns[t.kind]
	records := s.of(t.kind)
	if !chosen {
		columns = Columns(w, t.kind, records, s.o.Years)
	}
	if s.o.Public {
		columns = slices.DeleteFunc(slices.Clone(columns), func(c field.Column) bool { return c.Field.Sensitive })
	}
	out := Table(w, t.kind, columns, records)
	out.Name = t.name
	return out
}

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

func settingsOf(w field.World) *field.Record {
	if r := w.Get(settings.ID); r != nil {
		return r
	}
	return field.NewRecord(settings.Kind, settings.ID)
}
