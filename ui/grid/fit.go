package grid

import (
	"slices"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/widgets"
)

// fitted is how many rows a column's width is fitted to.
const fitted = 200

// widestFit is how wide a column becomes at most when it is fitted by hand.
const widestFit = 640

// FitColumns makes each column as wide as what stands in it, and no wider than
// most, unless own gives the width that somebody has chosen for it. It shows at
// the next Reload.
func (g *Grid) FitColumns(most float32, own func(id string) float32) {
	for col := range g.Columns {
		if w := own(g.Columns[col].ID); w > 0 {
			g.Columns[col].Width = w
			continue
		}
		g.Columns[col].Width = g.fit(col, most, 0)
	}
}

// FitColumn makes a column as wide as its title and what stands in its rows, in view
// and the first ones, and tells OnColumnResized.
func (g *Grid) FitColumn(id string) {
	col := slices.IndexFunc(g.Columns, func(c Column) bool { return c.ID == id })
	if col < 0 {
		return
	}
	g.keepWidths()
	g.Columns[col].Flex = false
	g.Columns[col].Width = g.fit(col, widestFit, 16) // with room for the arrow
	g.Refresh()
	if g.OnColumnResized != nil {
		g.OnColumnResized(id, g.Columns[col].Width)
	}
}

// fit is the width that a column needs, at 100 %, no wider than most; the title has
// extra room beside it.
func (g *Grid) fit(col int, most, extra float32) float32 {
	w := paint.TextWidth(g.Columns[col].Title, px(12), extra > 0) + px(extra)
	take := func(row int) {
		c := g.src.Cell(row, col)
		if c.Across {
			return
		}
		v := paint.TextWidth(c.Text, px(13), c.Style == widgets.Strong)
		if c.Pill {
			v += px(18)
		}
		if c.Icon != "" {
			v += px(21)
		}
		w = max(w, v)
	}
	for row := range min(g.len(), fitted) {
		take(row)
	}
	if g.rowH > 0 {
		for row := int(g.offY / g.rowH); row < min(g.len(), int((g.offY+g.viewH())/g.rowH)+1); row++ {
			take(row)
		}
	}
	return max(g.Columns[col].MinWidth, min(most, w/px(1)+22))
}

// keepWidths makes what flex has given the columns their widths.
func (g *Grid) keepWidths() {
	for i := range g.Columns {
		if i+1 < len(g.colX) {
			g.Columns[i].Width = (g.colX[i+1] - g.colX[i]) / px(1)
		}
	}
}
