package export

import (
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/relations"
)

// Relations is a workbook of what a record has to do with and, of a system, what a stop
// would touch. It is for reading: no column has a key.
func Relations(w field.World, id field.ID) sheet.OutBook {
	name := w.Label(id)
	book := sheet.OutBook{Title: "Samband för " + name, Sheets: []sheet.Out{neighbourSheet(w, name, relations.Of(w, id))}}
	if i := relations.ImpactOf(w, id); len(i.Others)+len(i.Systems)+len(i.Unknown) > 0 || i.Users > 0 {
		book.Sheets = append(book.Sheets, impactSheet(w, name, i))
	}
	return book
}

func neighbourSheet(w field.World, name string, groups []relations.Group) sheet.Out {
	out := sheet.Out{Name: "Samband", Title: "Samband för " + name,
		Columns: []sheet.Column{{Heading: "Slag", Width: 18}, {Heading: "Referens", Width: 13}, {Heading: "Namn", Width: 40}, {Heading: "Hur", Width: 50}}}
	out.Each = func(yield func([]sheet.Cell) error) error {
		for _, g := range groups {
			for _, l := range g.Links {
				ref := ""
				if to := w.Get(l.ID); to != nil {
					ref = to.Ref
				}
				if err := yield([]sheet.Cell{sheet.Str(g.Title), sheet.Str(ref), sheet.Str(l.Name), sheet.Str(l.Said())}); err != nil {
					return err
				}
			}
		}
		return nil
	}
	return out
}

func impactSheet(w field.World, name string, i relations.Impact) sheet.Out {
	out := sheet.Out{Name: "Vad ett stopp rör", Title: "Om " + name + " stannar: " + i.Said(),
		Columns: []sheet.Column{{Heading: "Slag", Width: 18}, {Heading: "Referens", Width: 13}, {Heading: "Namn", Width: 40}, {Heading: "Steg", Type: sheet.ColNumber}, {Heading: "Genom", Width: 30}, {Heading: "Vad", Width: 50}}}
	out.Each = func(yield func([]sheet.Cell) error) error {
		for _, t := range append(append([]relations.Touched{}, i.Systems...), i.Others...) {
			cells := []sheet.Cell{sheet.Str(text.Capital(t.Record.Kind.One)), sheet.Str(t.Record.Ref), sheet.Str(t.Record.Name()), numberCell(int64(t.Step)), sheet.Str(t.Via), sheet.Str(strings.Join(t.By, ", "))}
			if err := yield(cells); err != nil {
				return err
			}
		}
		for _, r := range i.Unknown {
			if err := yield([]sheet.Cell{sheet.Str(text.Capital(r.Kind.One)), sheet.Str(r.Ref), sheet.Str(r.Name()), {}, {}, sheet.Str("Okänt hur många användare")}); err != nil {
				return err
			}
		}
		return nil
	}
	return out
}
