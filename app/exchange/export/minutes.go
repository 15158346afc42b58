package export

import (
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/forum"
)

// Minutes is a workbook of an agenda or of minutes. It is for reading: no column has a key.
func Minutes(p forum.Paper) sheet.OutBook {
	out := sheet.Out{Name: "Möte", Title: p.Title, Columns: []sheet.Column{{Heading: "Del", Width: 40}, {Heading: "Vad", Width: 30}, {Heading: "Innehåll", Width: 70}}}
	out.Each = func(yield func([]sheet.Cell) error) error {
		for _, s := range p.Sections {
			for _, l := range s.Lines {
				if err := yield([]sheet.Cell{sheet.Str(s.Title), sheet.Str(l.Head), sheet.Str(l.Said)}); err != nil {
					return err
				}
			}
		}
		return nil
	}
	return sheet.OutBook{Title: p.Title, Sheets: []sheet.Out{out}}
}
