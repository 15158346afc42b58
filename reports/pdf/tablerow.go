package pdf

import (
	"slices"
	"strings"

	"itportfoljen/app/base/draw"
)

// cellLay is a cell made ready for breaking into lines.
type cellLay struct {
	runs   []styled
	kind   CellKind
	status Status
	col    int
	span   int
	block  *textBlock
	cell   *Cell  // what a bar or a small line is drawn from
	actual string // what a small line says
}

// shown says that the cell has words.
func (c *cellLay) shown() bool { return len(c.runs) > 0 && c.runs[0].text != "" }

// prepare styles a row's cells and fits them to the columns: missing ones are
// added and superfluous ones dropped, so that every row has the same width.
func (e *engine) prepare(l *tableLay, r *TableRow) []cellLay {
	out := make([]cellLay, 0, len(l.t.Cols))
	n := len(l.t.Cols)
	col := 0
	for i := range r.Cells {
		c := &r.Cells[i]
		if col >= n {
			break
		}
		span := max(1, c.Span)
		if r.Group {
			span = n
		}
		span = min(span, n-col)
		k := look{bold: r.Sum || r.Group}
		if r.Group {
			k.color = e.doc.headInk()
		}
		cell := cellLay{runs: e.style(c.Runs, k), kind: c.Kind, status: c.Status, col: col, span: span}
		switch cell.kind {
		case Pill:
			_, text := plateColor(c.Status)
			for i := range cell.runs {
				cell.runs[i].color = text
			}
		case bar:
			cell.cell = c
			if span > 1 {
				cell.kind = Plain // of no column's scale
			}
		case spark:
			if !slices.ContainsFunc(c.values, finite) {
				cell.kind = Plain // there is no line, so the words are seen
				break
			}
			cell.cell = c
			if cell.shown() {
				cell.actual = cell.runs[0].text
			}
			cell.runs = nil
		}
		out = append(out, cell)
		col += span
	}
	for ; col < n; col++ {
		out = append(out, cellLay{col: col, span: 1})
	}
	return out
}

// extra is the room a cell takes beside its text.
func (l *tableLay) extra(c *cellLay) float64 {
	switch c.kind {
	case Dot:
		return dotSpace
	case Pill:
		return 12
	case bar:
		return barGap + barLeast + l.inset(c)
	case spark:
		return sparkLeast
	}
	return l.inset(c)
}

// cellBlock breaks a cell's text into lines.
func (l *tableLay) cellBlock(e *engine, c *cellLay) *textBlock {
	w := l.spanWidth(c.col, c.span)
	if c.kind == Dot || c.kind == Pill {
		w -= l.extra(c)
	}
	b := e.textBlock(c.runs, l.size, max(w, 8))
	b.right = c.kind == bar || l.t.Cols[c.col].right() && c.span == 1
	b.inset = l.inset(c)
	return b
}

// rowStrips breaks a row's cells into lines and gives one strip, or several for
// a row so tall that pages must divide it.
func (e *engine) rowStrips(l *tableLay, r *TableRow, cells []cellLay, index int) []strip {
	lines := 1
	for i := range cells {
		c := &cells[i]
		c.block = l.cellBlock(e, c)
		lines = max(lines, len(c.block.lines))
	}
	row := &rowLay{lay: l, row: r, cells: cells, index: index, tr: -1, lines: lines}
	step := lines
	if lines > maxLines {
		step = 5
	}
	var out []strip
	for from := 0; from < lines; from += step {
		to := min(from+step, lines)
		h := float64(to-from) * leading(l.size)
		if from == 0 {
			h += l.pad + row.above()
		}
		if to == lines {
			h += l.pad
		}
		var feet []*foot
		for i := range cells {
			feet = append(feet, cells[i].block.feet(from, to)...)
		}
		s := strip{h: h, feet: feet, head: l.head, carried: l.carriedBefore(index, from > 0), draw: func(e *engine, x, y float64) { row.draw(e, from, to, x, y, h) }}
		if from > 0 {
			s.within = row.goesOn(e, from)
		}
		out = append(out, s)
	}
	return out
}

// rowGoesOn is a row as it goes on below a break between pages.
type rowGoesOn struct {
	x    float64
	name *textBlock // what the row is of, where there is room to say it again; else nil
}

// goesOn is the row from a line on, with its name anew if that ended above.
func (r *rowLay) goesOn(e *engine, from int) *rowGoesOn {
	on := &rowGoesOn{}
	for i := range r.cells {
		c := &r.cells[i]
		if c.col != r.lay.rowCol || !c.shown() || len(c.block.lines) > from {
			continue
		}
		runs := append(slices.Clone(c.runs), styled{text: " forts.", color: inkMuted})
		b := e.textBlock(runs, r.lay.size, r.lay.spanWidth(c.col, c.span))
		if on.x = r.lay.x[c.col]; len(b.lines) <= r.lines-from {
			on.name = b
		}
	}
	return on
}

// draw says the row's name, as decoration: the cell has said it already.
func (on *rowGoesOn) draw(e *engine, x, y float64) {
	if on.name != nil {
		on.name.draw(e, Artifact, 0, len(on.name.lines), x+on.x, y)
	}
}

// rowLay is a row ready to be drawn.
type rowLay struct {
	lay   *tableLay
	row   *TableRow
	cells []cellLay
	index int
	lines int
	tr    int
	elems []int
}

// above is extra air over a subheading.
func (r *rowLay) above() float64 {
	if r.row.Group && r.index > 0 {
		return 6
	}
	return 0
}

// draw sets lines from to to of every cell within a strip h high.
func (r *rowLay) draw(e *engine, from, to int, x, y, h float64) {
	l := r.lay
	if r.tr < 0 {
		r.begin(e, y)
	}
	switch {
	case l.t.Zebra && r.index%2 == 1 && !r.row.Sum && !r.row.Group:
		e.put(Artifact, draw.Rect{X: x - 4, Y: y, W: l.width + 8, H: h, Fill: zebra})
	case r.row.Sum && from == 0:
		e.rule(x, y, l.width, 0.8, headLineColor)
	}
	ty := y
	if from == 0 {
		ty += l.pad + r.above()
	}
	for i := range r.cells {
		r.cell(e, &r.cells[i], r.elems[i], from, to, x, ty)
	}
	if to == r.lines && !l.t.Zebra {
		e.rule(x, y+h, l.width, 0.6, hairlineColor)
	}
}

// begin makes the row's elements in reading order.
func (r *rowLay) begin(e *engine, y float64) {
	r.tr = e.elem(RoleTR, r.lay.section(e, r.index))
	if r.row.Mark != "" {
		e.out.anchors[r.row.Mark] = place{e.page, y}
	}
	e.out.elems[r.tr].Kids = make([]int, 0, len(r.cells))
	r.elems = make([]int, 0, len(r.cells))
	label := r.label()
	for i := range r.cells {
		role, scope := RoleTD, ""
		if i == label || r.cells[i].col == r.lay.rowCol && r.cells[i].shown() {
			role, scope = RoleTH, "Row"
		}
		id := e.elem(role, r.tr)
		e.out.elems[id].Scope = scope
		if r.cells[i].span > 1 {
			e.out.elems[id].ColSpan = r.cells[i].span
		}
		r.elems = append(r.elems, id)
	}
}

// label is the cell that says what a sum or a group is of, wherever it stands; -1
// for other rows.
func (r *rowLay) label() int {
	if !r.row.Sum && !r.row.Group {
		return -1
	}
	for i := range r.cells {
		if c := &r.cells[i]; c.shown() {
			if r.row.Group || c.col <= r.lay.rowCol || !strings.ContainsAny(c.runs[0].text, "0123456789") {
				return i
			}
			break
		}
	}
	return -1
}

func (r *rowLay) cell(e *engine, c *cellLay, elem, from, to int, x, y float64) {
	cx := x + r.lay.x[c.col]
	size := r.lay.size
	switch {
	case c.kind == bar && from == 0:
		r.lay.bar(e, c, cx, y)
	case c.kind == spark && from == 0:
		r.lay.spark(e, c, elem, cx, y)
	case c.kind == Dot && c.status != None && from == 0:
		e.put(Artifact, draw.Circle{X: cx + 3.4, Y: y + ascent(size) - size*0.32, R: size * 0.37, Fill: dotColor(c.status)})
		cx += dotSpace
	case c.kind == Pill && c.shown():
		if from == 0 {
			plate, _ := plateColor(c.status)
			pw := 0.0
			for _, ln := range c.block.lines {
				pw = max(pw, ln.w)
			}
			ph := c.block.height() + 1.6
			e.put(Artifact, draw.Rect{X: cx, Y: y - 0.8, W: pw + 12, H: ph, Radius: min(ph/2, 6), Fill: plate})
		}
		cx += 6
	}
	c.block.draw(e, elem, from, to, cx, y)
}
