package pdf

import (
	"fmt"
	"slices"

	"itportfoljen/app/base/draw"
)

const (
	cellGap  = 12.0 // between columns
	cellPad  = 4.3  // above and below a row's text
	densePad = 2.5  // the same in a dense table
	rightPad = 6.0  // right of a last column that is set flush right
	dotSpace = 13.0 // taken by a status dot
	maxLines = 30   // rows with more lines are divided between pages
)

// tableLay is a table with its column places decided.
type tableLay struct {
	t      *Table
	size   float64
	pad    float64
	x, w   []float64
	width  float64
	head   *tableHead
	parent int
	elem   int
	rowCol int // the column that names the row
}

// tableHead is the head row; it is drawn as text once and as an artifact where
// the table goes on.
type tableHead struct {
	lay    *tableLay
	blocks []*textBlock
	h      float64
}

// table lays out a table: a head strip and a strip for each row.
func (e *engine) table(t *Table, w float64, parent int) []strip {
	if len(t.Cols) == 0 {
		return nil
	}
	if len(t.Rows) == 0 {
		text := t.Empty
		if text == "" {
			text = "Inget att visa än."
		}
		return e.para(e.style([]Run{M(text)}, look{}), bodySize, w, parent, 5)
	}
	l := &tableLay{t: t, size: t.Size, pad: cellPad, width: w, parent: parent, elem: -1}
	if t.Dense {
		l.pad = densePad
	}
	if l.size == 0 {
		l.size = tableSize
	}
	size := l.size
	for i, c := range t.Cols {
		if c.RowHead {
			l.rowCol = i
			break
		}
	}
	rows := make([][]cellLay, len(t.Rows))
	for i := range t.Rows {
		rows[i] = e.prepare(l, &t.Rows[i])
	}
	wants, fits := l.shrink(e, rows)
	if !fits && !t.NoHead {
		l.size = size
		if parts := l.divide(l.wants(e, rows)); len(parts) > 1 {
			e.tooWide(t, fmt.Sprintf("och är delad i %d delar", len(parts)))
			return e.divided(t, parts, w, parent)
		}
		l.size = leastSize
	}
	if l.size < size {
		e.tooWide(t, "och är satt med "+points(l.size)+" punkters text")
	}
	l.place(wants)
	var out []strip
	if !t.NoHead {
		l.head = e.tableHead(l)
		out = append(out, strip{gap: 3, h: l.head.h, glue: true, draw: func(e *engine, x, y float64) {
			l.head.draw(e, l.element(e), x, y)
		}})
	}
	var under *groupGoesOn
	for i := range rows {
		strips := e.rowStrips(l, &t.Rows[i], rows[i], i)
		switch {
		case t.Rows[i].Group:
			under = e.groupGoesOn(l, &rows[i][0])
		case t.Rows[i].Sum && i > 0 && t.Rows[i-1].Sum:
			under = nil // the sum of all groups
		}
		for n := range strips {
			if n > 0 || !t.Rows[i].Group {
				strips[n].group = under
			}
		}
		out = append(out, strips...)
		if i+1 < len(rows) && (t.Rows[i+1].Sum || t.Rows[i].Group) {
			out[len(out)-1].glue = true
		}
	}
	company(t, out)
	return out
}

// company keeps the last rows before the closing sums together, so that the
// last page of a long table holds more than one of them.
func company(t *Table, strips []strip) {
	sums := 0
	for n := len(t.Rows); sums < n && t.Rows[n-1-sums].Sum; {
		sums++
	}
	last := len(strips) - sums
	for i := max(0, last-4); i < last-1; i++ {
		strips[i].keep = true
	}
}

// element is the Table element, made when its first row is drawn.
func (l *tableLay) element(e *engine) int {
	if l.elem < 0 {
		l.elem = e.elem(RoleTable, l.parent)
		e.out.elems[l.elem].Summary = e.clean(l.t.Summary)
	}
	return l.elem
}

func (e *engine) tableHead(l *tableLay) *tableHead {
	h := &tableHead{lay: l}
	for i, c := range l.t.Cols {
		b := e.textBlock([]styled{{text: e.clean(c.Head), color: inkMuted}}, l.size, l.w[i])
		b.right = c.Align == draw.Right
		h.blocks = append(h.blocks, b)
		h.h = max(h.h, b.height())
	}
	h.h += 2*l.pad - 1
	return h
}

// groupGoesOn is a group's name as it is repeated where the group goes on.
type groupGoesOn struct {
	lay   *tableLay
	block *textBlock
	h     float64
}

func (e *engine) groupGoesOn(l *tableLay, name *cellLay) *groupGoesOn {
	runs := append(slices.Clone(name.runs), styled{text: ", forts.", color: inkMuted})
	g := &groupGoesOn{lay: l, block: e.textBlock(runs, l.size, l.width)}
	g.h = g.block.height() + 2*l.pad
	return g
}

func (g *groupGoesOn) draw(e *engine, x, y float64) {
	g.block.draw(e, Artifact, 0, len(g.block.lines), x, y+g.lay.pad)
	e.rule(x, y+g.h, g.lay.width, 0.6, hairlineColor)
}

// draw sets the head with its texts at the bottom, above a line.
func (h *tableHead) draw(e *engine, table int, x, y float64) {
	tr := Artifact
	if table != Artifact {
		tr = e.elem(RoleTR, table)
	}
	for i, b := range h.blocks {
		th := Artifact
		if tr != Artifact {
			th = e.elem(RoleTH, tr)
			e.out.elems[th].Scope = "Column"
		}
		b.draw(e, th, 0, len(b.lines), x+h.lay.x[i], y+h.h-h.lay.pad+0.5-b.height())
	}
	e.rule(x, y+h.h-0.4, h.lay.width, 0.8, headLineColor)
}

// cellLay is a cell made ready for breaking into lines.
type cellLay struct {
	runs   []styled
	kind   CellKind
	status Status
	col    int
	span   int
	block  *textBlock
}

// prepare styles a row's cells and fits them to the columns: missing ones are
// added and superfluous ones dropped, so that every row has the same width.
func (e *engine) prepare(l *tableLay, r *TableRow) []cellLay {
	out := make([]cellLay, 0, len(l.t.Cols))
	n := len(l.t.Cols)
	col := 0
	for _, c := range r.Cells {
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
		if cell.kind == Pill {
			_, text := plateColor(c.Status)
			for i := range cell.runs {
				cell.runs[i].color = text
			}
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
func (c *cellLay) extra() float64 {
	switch c.kind {
	case Dot:
		return dotSpace
	case Pill:
		return 12
	}
	return 0
}

// rowStrips breaks a row's cells into lines and gives one strip, or several for
// a row so tall that pages must divide it.
func (e *engine) rowStrips(l *tableLay, r *TableRow, cells []cellLay, index int) []strip {
	lines := 1
	for i := range cells {
		c := &cells[i]
		w := l.spanWidth(c.col, c.span) - c.extra()
		c.block = e.textBlock(c.runs, l.size, max(w, 8))
		c.block.right = l.t.Cols[c.col].Align == draw.Right && c.span == 1
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
		out = append(out, strip{h: h, head: l.head, inside: from > 0, draw: func(e *engine, x, y float64) { row.draw(e, from, to, x, y, h) }})
	}
	return out
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
	r.tr = e.elem(RoleTR, r.lay.element(e))
	if r.row.Mark != "" {
		e.out.anchors[r.row.Mark] = place{e.page, y}
	}
	for i := range r.cells {
		role, scope := RoleTD, ""
		if r.cells[i].col == r.lay.rowCol && len(r.cells[i].runs) > 0 && r.cells[i].runs[0].text != "" {
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

func (r *rowLay) cell(e *engine, c *cellLay, elem, from, to int, x, y float64) {
	cx := x + r.lay.x[c.col]
	size := r.lay.size
	shown := len(c.runs) > 0 && c.runs[0].text != ""
	switch {
	case c.kind == Dot && c.status != None && from == 0:
		e.put(Artifact, draw.Circle{X: cx + 3.4, Y: y + ascent(size) - size*0.32, R: size * 0.37, Fill: dotColor(c.status)})
		cx += dotSpace
	case c.kind == Pill && shown:
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
