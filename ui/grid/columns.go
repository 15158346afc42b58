package grid

import "slices"

// measure works out where the columns are. When they aren't where they were,
// the rows are drawn anew: what stands in them is placed by it.
func (g *Grid) measure() {
	before, rowH, width := slices.Clone(g.colX), g.rowH, g.width
	g.rowH, g.width = float32(int(px(31))), g.Size().Width
	g.colX = append(g.colX[:0], px(12))
	total, flex := px(12), 0
	for _, c := range g.Columns {
		total += px(g.colWidth(c))
		if c.Flex {
			flex++
		}
	}
	extra := float32(0)
	if flex > 0 {
		extra = max(0, (g.Size().Width-px(10)-total)/float32(flex))
	}
	x := px(12)
	for _, c := range g.Columns {
		w := px(g.colWidth(c))
		if c.Flex {
			w += extra
		}
		x += w
		g.colX = append(g.colX, x)
	}
	if g.rowH != rowH || g.width != width || !slices.Equal(g.colX, before) {
		g.dirtyRows()
		g.body.placeClips()
		g.head.placeClips()
	}
}

func (g *Grid) colWidth(c Column) float32 {
	w := c.Width
	if w == 0 {
		w = 120
	}
	least := c.MinWidth
	if least == 0 {
		least = 36
	}
	return max(w, least)
}

func (g *Grid) frozenX() float32 {
	if g.Frozen <= 0 || len(g.colX) == 0 {
		return 0
	}
	return g.colX[min(g.Frozen, len(g.colX)-1)]
}

// screenX is where a column's left edge shows.
func (g *Grid) screenX(col int) float32 {
	if col < g.Frozen {
		return g.colX[col]
	}
	return g.colX[col] - g.offX
}

// colAt is the column at a place, and the one whose right edge is there.
func (g *Grid) colAt(x float32) (col, edge int) {
	col, edge = -1, -1
	f := g.frozenX()
	for i := range g.Columns {
		left, right := g.screenX(i), g.screenX(i)+g.colX[i+1]-g.colX[i]
		if i >= g.Frozen && x < f {
			continue
		}
		if x >= left && x < right {
			col = i
		}
		if x >= right-px(5) && x < right+px(4) {
			edge = i
		}
	}
	return col, edge
}
