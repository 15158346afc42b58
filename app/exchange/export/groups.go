package export

import (
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// Groups are the groups of a list as somebody sees it, with their sums.
type Groups struct {
	By   string // what the list is grouped by, Swedish
	Of   []field.Column
	Each []Group
}

// Group is a heading of a list.
type Group struct {
	Label string
	Level int // 0 is the outermost
	Count int // of rows, with those of the groups in it
	Sums  []Sum
}

// Sum is what a column of Groups adds up to: Lacks is how many rows have nothing to add.
type Sum struct {
	Total int64
	Known bool
	Lacks int
}

// groupSheet tells what the groups hold. It is for reading: no column has a key, so that
// no heading becomes a record when the workbook is read back.
func groupSheet(w field.World, s *choice, k *field.Kind, g *Groups) sheet.Out {
	out := sheet.Out{Name: "Grupper", Title: text.Capital(k.Many) + " efter " + text.Lower(g.By),
		Columns: []sheet.Column{{Heading: g.By, Width: 46}, {Heading: "Antal", Type: sheet.ColNumber}}}
	var columns []int
	for i, c := range g.Of {
		if s.tells(c.Field) {
			columns = append(columns, i)
			out.Columns = append(out.Columns, sheet.Column{Heading: c.Phrase(w), Type: forms[c.Field.Type].column}, sheet.Column{Heading: c.Phrase(w) + ", utan uppgift", Type: sheet.ColNumber})
		}
	}
	distinct(out.Columns)
	out.Each = func(yield func([]sheet.Cell) error) error {
		for _, of := range g.Each {
			cells := []sheet.Cell{sheet.Str(indent(of.Level) + text.Capital(of.Label)), numberCell(int64(of.Count))}
			for _, i := range columns {
				cells = append(cells, sumCell(g.Of[i].Field, of.Sums[i]), lacksCell(of.Sums[i].Lacks))
			}
			if err := yield(cells); err != nil {
				return err
			}
		}
		return nil
	}
	return out
}

func indent(level int) string {
	s := ""
	for range level {
		s += "\u2003"
	}
	return s
}

func sumCell(f *field.Field, s Sum) sheet.Cell {
	switch {
	case !s.Known:
		return sheet.Cell{}
	case f.InKronor():
		return moneyCell(money.Ore(s.Total))
	}
	return numberCell(s.Total)
}

func lacksCell(n int) sheet.Cell {
	if n == 0 {
		return sheet.Cell{}
	}
	return numberCell(int64(n))
}
