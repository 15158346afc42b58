package pdf

import "slices"

// carriedOver is the row at a break between pages: what the rows so far amount to.
type carriedOver struct {
	lay  *tableLay
	rows int
}

// carrySamples is how many of the sums are measured before the columns have their
// widths; a sum of more rows is seldom much wider than one of fewer.
const carrySamples = 48

// carriedCells are the cells of such a row; word stands in the first.
func (l *tableLay) carriedCells(e *engine, rows int, word string) []cellLay {
	cells := l.t.Carried(rows)
	if len(cells) == 0 {
		return nil
	}
	cells = slices.Clone(cells)
	for i := range cells {
		cells[i].Kind = Plain
	}
	cells[0].Runs = []Run{M(word)}
	return e.prepare(l, &TableRow{Cells: cells})
}

// carriedSamples are rows to measure the columns by.
func (l *tableLay) carriedSamples(e *engine) [][]cellLay {
	if l.t.Carried == nil {
		return nil
	}
	var out [][]cellLay
	n := len(l.t.Rows)
	step := max(1, n/carrySamples)
	for i := n; i > 0; i -= step {
		if cells := l.carriedCells(e, i, "Transporterat"); cells != nil {
			out = append(out, cells)
		}
	}
	return out
}

// carry decides how high the row is, when the columns have their places.
func (l *tableLay) carry(e *engine) {
	for _, cells := range l.carriedSamples(e) {
		lines := 1
		for i := range cells {
			lines = max(lines, len(l.cellBlock(e, &cells[i]).lines))
		}
		l.carryH = max(l.carryH, float64(lines)*leading(l.size)+2*l.pad)
	}
}

// carriedBefore is what stands at a break before row i, or within it: then its
// amounts, which are on its first lines, are among those above the break.
func (l *tableLay) carriedBefore(i int, within bool) *carriedOver {
	if within {
		i++
	}
	if l.carryH == 0 || i == 0 {
		return nil
	}
	return &carriedOver{l, i}
}

// draw sets the row as decoration: the sums that count are the table's own.
func (c *carriedOver) draw(e *engine, word string, x, y float64) {
	cells := c.lay.carriedCells(e, c.rows, word)
	if cells == nil {
		return
	}
	for i := range cells {
		b := c.lay.cellBlock(e, &cells[i])
		b.draw(e, Artifact, 0, len(b.lines), x+c.lay.x[cells[i].col], y+c.lay.pad)
	}
	e.rule(x, y+c.lay.carryH, c.lay.width, 0.6, hairlineColor)
}

// height is what the row takes: nothing where nothing is carried.
func (c *carriedOver) height(e *engine) float64 {
	if len(c.lay.t.Carried(c.rows)) == 0 {
		return 0
	}
	return c.lay.carryH
}
