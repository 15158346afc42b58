package pdf

// overAir is between a head that spans columns, its line and the heads below.
const overAir = 2.5

// tableHead is the head: a row, or two where some columns share a head above. It
// is drawn as text once and as an artifact where the table goes on.
type tableHead struct {
	lay    *tableLay
	blocks []*textBlock
	over   []overHead
	up     float64 // height of the upper row; 0 without one
	h      float64
}

// overHead is a head above the columns from up to, but not including, to.
type overHead struct {
	from, to int
	block    *textBlock
}

// overs are the columns that share a head above, from left to right.
func (t *Table) overs() []overHead {
	var out []overHead
	for i := 0; i < len(t.Cols); {
		to := i + 1
		for to < len(t.Cols) && t.Cols[to].Over == t.Cols[i].Over {
			to++
		}
		if t.Cols[i].Over != "" {
			out = append(out, overHead{from: i, to: to})
		}
		i = to
	}
	return out
}

func (e *engine) tableHead(l *tableLay) *tableHead {
	h := &tableHead{lay: l}
	upper, low := 0.0, 0.0 // the two rows, where there are two
	for i := range l.t.Cols {
		c := &l.t.Cols[i]
		b := e.textBlock([]styled{{text: e.clean(c.Head), color: inkMuted}}, l.size, l.w[i])
		b.right = c.right()
		h.blocks = append(h.blocks, b)
		h.h = max(h.h, b.height())
		if c.Over != "" {
			low = max(low, b.height())
		}
	}
	for _, o := range l.t.overs() {
		o.block = e.textBlock([]styled{{text: e.clean(l.t.Cols[o.from].Over), color: inkMuted}}, l.size, l.spanWidth(o.from, o.to-o.from))
		o.block.center = o.to-o.from > 1
		o.block.right = !o.block.center && l.t.Cols[o.from].right()
		upper = max(upper, o.block.height())
		h.over = append(h.over, o)
	}
	if len(h.over) > 0 {
		h.up = max(upper+2*overAir, h.h-low)
		h.h = h.up + low
	}
	h.h += 2*l.pad - 1
	return h
}

// draw sets the head with its texts at the bottom, above a line, and the shared
// heads at the top, each above a line of its own.
func (h *tableHead) draw(e *engine, table int, x, y float64) {
	upper, lower := Artifact, Artifact
	if table != Artifact {
		head := e.elem(RoleTHead, table)
		upper = e.elem(RoleTR, head)
		lower = upper
		if len(h.over) > 0 {
			lower = e.elem(RoleTR, head)
		}
	}
	th := func(tr, columns, rows int) int {
		if tr == Artifact {
			return Artifact
		}
		id := e.elem(RoleTH, tr)
		el := &e.out.elems[id]
		el.Scope, el.ColSpan, el.RowSpan = "Column", columns, rows
		return id
	}
	over := 0
	for i := 0; i < len(h.blocks) && len(h.over) > 0; i++ {
		if over == len(h.over) || h.over[over].from != i {
			h.one(e, i, th(upper, 1, 2), x, y)
			continue
		}
		o := h.over[over]
		line := y + h.lay.pad - 0.5 + h.up - overAir
		o.block.draw(e, th(upper, o.to-o.from, 1), 0, len(o.block.lines), x+h.lay.x[i], line-overAir-o.block.height())
		e.rule(x+h.lay.x[i], line, o.block.width, 0.6, headLineColor)
		i, over = o.to-1, over+1
	}
	for i := range h.blocks {
		if len(h.over) == 0 || h.lay.t.Cols[i].Over != "" {
			h.one(e, i, th(lower, 1, 1), x, y)
		}
	}
	e.rule(x, y+h.h-0.4, h.lay.width, 0.8, headLineColor)
}

// one sets the head of column i.
func (h *tableHead) one(e *engine, i, elem int, x, y float64) {
	b := h.blocks[i]
	b.draw(e, elem, 0, len(b.lines), x+h.lay.x[i], y+h.h-h.lay.pad+0.5-b.height())
}
