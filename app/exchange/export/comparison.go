package export

import (
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/modelling"
)

// Comparison is two styrmodeller side by side, as a workbook to print or to talk about: a line
// for each thing that differs, and how many that are alike.
func Comparison(a, b *governance.Model, kinds []*field.Kind) sheet.OutBook {
	sections := modelling.Compare(a, b, kinds)
	title := a.Name + " jämförd med " + b.Name
	rows := sheet.Out{Name: "Skiljer", Title: title, Columns: []sheet.Column{{Heading: "Del", Width: 24}, {Heading: a.Name, Type: sheet.ColLongText, Width: 62}, {Heading: b.Name, Type: sheet.ColLongText, Width: 62}},
		Each: func(yield func([]sheet.Cell) error) error {
			for _, s := range sections {
				for _, r := range s.Rows {
					if err := yield([]sheet.Cell{sheet.Str(s.Title), sheet.Str(r.A), sheet.Str(r.B)}); err != nil {
						return err
					}
				}
			}
			return nil
		}}
	parts := sheet.Out{Name: "Delar", Title: title, Columns: []sheet.Column{{Heading: "Del", Width: 30}, {Heading: "Skiljer och lika", Width: 24}},
		Each: func(yield func([]sheet.Cell) error) error {
			for _, s := range sections {
				if err := yield([]sheet.Cell{sheet.Str(s.Title), sheet.Str(s.Counted())}); err != nil {
					return err
				}
			}
			return nil
		}}
	return sheet.OutBook{Title: title, Sheets: []sheet.Out{rows, parts}}
}
