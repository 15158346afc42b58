package grid

import (
	"cmp"
	"strings"

	"itportfoljen/ui/widgets"
)

// Printed is what a grid shows, as texts.
type Printed struct {
	Columns []Column
	Rows    []PrintedRow
	Note    string // what stands in the foot beside the totals
}

// PrintedRow is a row with a text for each column, but of a heading only one.
type PrintedRow struct {
	Cells        []string
	Heading, Sum bool
}

// Printed is all that the grid lists, what is scrolled away too and what is folded not.
func (g *Grid) Printed() Printed {
	p := Printed{Columns: g.Columns}
	for row := range g.len() {
		if h, ok := g.heading(row); ok && !h.Own {
			p.Rows = append(p.Rows, PrintedRow{Cells: []string{g.saidOf(h)}, Heading: true})
			continue
		}
		cells := make([]string, len(g.Columns))
		for col := range cells {
			cells[col] = printed(g.src.Cell(row, col))
		}
		p.Rows = append(p.Rows, PrintedRow{Cells: cells, Sum: g.passive(row)})
	}
	if len(g.foot.totals) > 0 && len(g.Columns) > 0 {
		cells := make([]string, len(g.Columns))
		cells[0] = g.foot.left
		for col, c := range g.foot.totals {
			if col < len(cells) {
				cells[col] = c.Text
			}
		}
		p.Rows = append(p.Rows, PrintedRow{Cells: cells, Sum: true})
		return p
	}
	p.Note = strings.Trim(g.foot.left+" · "+g.foot.right, " ·")
	return p
}

// saidOf is a heading in words, with its sums.
func (g *Grid) saidOf(h Heading) string {
	parts := []string{strings.Repeat("  ", h.Level) + h.Text}
	if h.Count != "" {
		parts = append(parts, h.Count)
	}
	for col, c := range g.Columns {
		if sum := h.Cells[col]; sum != "" {
			parts = append(parts, c.Title+" "+sum)
		}
	}
	return strings.Join(parts, " · ")
}

// printed is a cell as a text: one that only has a picture says what that says.
func printed(c Cell) string {
	switch {
	case c.Text == "" && c.Icon == "check":
		return cmp.Or(c.Tip, "Ja")
	case c.Text == "" && c.Icon != "":
		return c.Tip
	case c.Blank && c.Style == widgets.Muted:
		return "–"
	}
	return c.Text
}
