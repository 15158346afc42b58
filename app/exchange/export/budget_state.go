package export

import (
	"strings"

	"itportfoljen/app/base/money"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/rhythm"
)

// Difference is what differs between two states of a budget, as a workbook: all lines with live
// sums below them, and the cost rows that differ.
func Difference(c rhythm.Comparison) sheet.OutBook {
	title := c.A.Name + " jämfört med " + c.B.Name
	var names []string
	for _, d := range c.By {
		names = append(names, d.Label)
	}
	lines := differing("Jämförelse", title, strings.Join(names, " / "), leaves(c))
	out := sheet.OutBook{Title: title, Sheets: []sheet.Out{lines}}
	if c.A.Year == c.B.Year {
		out.Sheets = append(out.Sheets, differing("Kostnadsrader", title, "Kostnadsrad", c.Rows))
	}
	return out
}

// leaves are the innermost lines, each with the names of those that it lies under: they come to
// the total.
func leaves(c rhythm.Comparison) (out []rhythm.Line) {
	var names []string
	c.Walk(func(depth int, l rhythm.Line) bool {
		names = append(names[:depth], l.Name)
		if len(l.Parts) == 0 {
			l.Name = strings.Join(names, " / ")
			out = append(out, l)
		}
		return true
	})
	return out
}

// differing is a sheet of lines, each with what it was, is and differs by.
func differing(name, title, of string, lines []rhythm.Line) sheet.Out {
	out := sheet.Out{Name: name, Title: title, Columns: []sheet.Column{{Heading: of, Width: 44}}}
	for _, amount := range []string{"Budget", "Prognos", "Utfall"} {
		for _, h := range []string{"före", "efter", "ändring"} {
			out.Columns = append(out.Columns, sheet.Column{Heading: amount + " " + h, Type: sheet.ColMoney, Width: 16, Sum: true})
		}
		out.Columns = append(out.Columns, sheet.Column{Heading: amount + " %", Type: sheet.ColText, Width: 10})
	}
	out.Columns = append(out.Columns, sheet.Column{Heading: "Ny eller borta", Width: 14})
	out.Each = func(yield func([]sheet.Cell) error) error {
		for _, l := range lines {
			row := []sheet.Cell{sheet.Str(l.Name)}
			for _, ch := range l.Changes() {
				by, ok := ch.By()
				row = append(row, totalCell(ch.A), totalCell(ch.B), totalCell(money.Total{Ore: by, Known: ok}), sheet.Str(ch.Share()))
			}
			row = append(row, sheet.Str(l.Standing()))
			if err := yield(row); err != nil {
				return err
			}
		}
		return nil
	}
	return out
}
