package pdf

import (
	"fmt"
	"slices"
	"strings"
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
	body   int
	foot   int
	sums   int // closing sums, which are the table's foot
	rowCol int // the column that names the row

	places []columnPlace
	carryH float64 // of the row that carries sums over; 0 without one
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
	return e.tableWithin(t, w, parent, "")
}

// tableLay is a table that is to be laid out.
func (e *engine) tableLay(t *Table, w float64, parent int) *tableLay {
	l := &tableLay{t: t, size: t.Size, pad: cellPad, width: w, parent: parent, elem: -1, body: -1, foot: -1, sums: t.closingSums()}
	if t.Dense {
		l.pad = densePad
	}
	if l.size == 0 {
		l.size = tableSize
	}
	l.size = max(l.size, leastSize)
	for i, c := range t.Cols {
		if c.RowHead {
			l.rowCol = i
			break
		}
	}
	return l
}

// rows are the table's rows, and after them those that may be carried over, which
// the columns must hold too.
func (l *tableLay) rows(e *engine) [][]cellLay {
	rows := make([][]cellLay, len(l.t.Rows))
	for i := range l.t.Rows {
		e.doc.heed()
		rows[i] = e.prepare(l, &l.t.Rows[i])
	}
	return append(rows, l.carriedSamples(e)...)
}

// tableWithin is a table with rows; lost says what has been left out of it.
func (e *engine) tableWithin(t *Table, w float64, parent int, lost string) []strip {
	l := e.tableLay(t, w, parent)
	size := l.size
	measured := l.rows(e)
	rows := measured[:len(t.Rows)]
	wants, fits := l.shrink(e, measured)
	if !fits && !t.NoHead {
		if lost == "" {
			if fewer, names := l.drop(wants); fewer != nil {
				return e.dropped(fewer, names, w, parent)
			}
		}
		l.size = size
		if parts := l.divide(l.wants(e, measured)); len(parts) > 1 {
			e.tooWide(t, lost+fmt.Sprintf("och är delad i %d delar", len(parts)))
			return e.divided(t, parts, w, parent)
		}
		l.size = leastSize
	}
	switch {
	case l.size < size:
		e.tooWide(t, lost+"och är satt med "+points(l.size)+" punkters text")
	case lost != "":
		e.tooWide(t, strings.TrimSpace(lost))
	}
	l.place(wants)
	l.carry(e)
	var out []strip
	if !t.NoHead {
		l.head = e.tableHead(l)
		out = append(out, strip{h: l.head.h, glue: true, draw: func(e *engine, x, y float64) {
			l.head.draw(e, l.element(e), x, y)
		}})
	}
	var under *groupGoesOn
	for i := range rows {
		e.doc.heed()
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
			strips[n].after = l.carryH
		}
		out = append(out, strips...)
		if i+1 < len(rows) && (t.Rows[i+1].Sum || t.Rows[i].Group) {
			out[len(out)-1].glue = true
		}
	}
	out[0].gap = 3
	out[len(out)-1].after = 0
	e.company(t, out)
	return out
}

// shortTable is the share of a page that a table may take and never be divided.
const shortTable = 0.25

// company keeps the last rows before the closing sums together, so that the last
// page of a long table holds more than one of them, and the first two, so that its
// head doesn't stand at the foot of a page over a single row. A short table is kept whole.
func (e *engine) company(t *Table, strips []strip) {
	last := len(strips) - t.closingSums()
	from := max(0, last-4)
	if stack(strips) <= e.tall*shortTable {
		from = 0
	}
	for i := from; i < last-1; i++ {
		strips[i].keep = true
	}
	for i := 0; i < last-1; i++ {
		if !strips[i].glue {
			strips[i].keep = true
			break
		}
	}
}

// closingSums is how many sums end the table.
func (t *Table) closingSums() int {
	n := 0
	for n < len(t.Rows) && t.Rows[len(t.Rows)-1-n].Sum {
		n++
	}
	return n
}

// section is the element that row i stands in: the body, or the foot if it is
// one of the closing sums.
func (l *tableLay) section(e *engine, i int) int {
	if n := len(l.t.Rows) - l.sums; n > 0 && i >= n {
		if l.foot < 0 {
			l.foot = e.elem(RoleTFoot, l.element(e))
		}
		return l.foot
	}
	if l.body < 0 {
		l.body = e.elem(RoleTBody, l.element(e))
	}
	return l.body
}

// element is the Table element, made when its first row is drawn.
func (l *tableLay) element(e *engine) int {
	if l.elem < 0 {
		l.elem = e.elem(RoleTable, l.parent)
		e.out.elems[l.elem].Summary = e.clean(l.t.Summary)
	}
	return l.elem
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
