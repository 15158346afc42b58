package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/ui/widgets"
)

// MouseIn implements desktop.Hoverable.
func (h *head) MouseIn(e *desktop.MouseEvent) { h.MouseMoved(e) }

// MouseMoved marks the column under the pointer.
func (h *head) MouseMoved(e *desktop.MouseEvent) {
	col, edge := h.grid.colAt(e.Position.X)
	onMenu := edge < 0 && h.overMenu(col, e.Position.X)
	h.edge = edge
	if col != h.hover {
		h.hover = col
		if col >= 0 {
			h.tipper.Rest(h.headTip(col), e.AbsolutePosition)
		}
		h.onMenu = onMenu
		h.Refresh()
	} else if onMenu != h.onMenu {
		h.onMenu = onMenu
		h.Refresh()
	}
	h.tipper.Move(e.AbsolutePosition)
}

// overMenu tells whether a place is over what opens a column's menu.
func (h *head) overMenu(col int, x float32) bool {
	if col < 0 || h.grid.OnHeaderMenu == nil {
		return false
	}
	left := h.grid.menuX(col)
	return x >= left && x < left+menuWidth()
}

// MouseOut implements desktop.Hoverable.
func (h *head) MouseOut() {
	h.tipper.Hide()
	h.hover, h.edge, h.onMenu = -1, -1, false
	h.Refresh()
}

// MouseDown remembers where a drag begins.
func (h *head) MouseDown(e *desktop.MouseEvent) { h.at = e.Position; h.tipper.Hide() }

// MouseUp implements desktop.Mouseable.
func (h *head) MouseUp(*desktop.MouseEvent) {}

// Cursor shows that an edge can be dragged.
func (h *head) Cursor() desktop.Cursor {
	if h.edge >= 0 || h.resizing >= 0 {
		return desktop.HResizeCursor
	}
	if h.hover >= 0 && (h.onMenu || h.grid.Columns[h.hover].Sortable) {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// Tapped sorts, with Shift by one column more, or opens the menu; the second tap on an
// edge fits the column's width.
func (h *head) Tapped(e *fyne.PointEvent) {
	g := h.grid
	col, edge := g.colAt(e.Position.X)
	switch {
	case edge >= 0:
		if h.tapped == edge && now().Sub(h.tappedAt) < doubleClick {
			h.tapped = -1
			g.FitColumn(g.Columns[edge].ID)
			return
		}
		h.tapped, h.tappedAt = edge, now()
	case h.overMenu(col, e.Position.X):
		g.openHeaderMenu(col)
	case col >= 0 && g.Columns[col].Sortable && g.OnSort != nil:
		g.sortBy(g.Columns[col].ID, held(fyne.KeyModifierShift))
	}
}

// sortBy orders by a column, or the other way by one that orders already; add keeps the
// columns that order before it.
func (g *Grid) sortBy(id string, add bool) {
	at, desc := g.sortOf(id)
	desc = at >= 0 && !desc
	switch {
	case !add:
		g.sorts = []Sort{{id, desc}}
	case at >= 0:
		g.sorts[at].Desc = desc
	default:
		g.sorts = append(g.sorts, Sort{id, desc})
	}
	g.head.Refresh()
	g.OnSort(id, desc, add)
}

// openHeaderMenu opens a column's menu under its heading; false where there is none.
func (g *Grid) openHeaderMenu(col int) bool {
	if g.OnHeaderMenu == nil || col < 0 || col+1 >= len(g.colX) {
		return false
	}
	g.revealColumn(col)
	at := widgets.PositionOf(g.head)
	g.OnHeaderMenu(g.Columns[col].ID, at.AddXY(g.screenX(col), g.headH()))
	return true
}

// TappedSecondary opens the heading's menu.
func (h *head) TappedSecondary(e *fyne.PointEvent) {
	if col, _ := h.grid.colAt(e.Position.X); col >= 0 && h.grid.OnHeaderMenu != nil {
		h.grid.OnHeaderMenu(h.grid.Columns[col].ID, e.AbsolutePosition)
	}
}

// Dragged resizes or moves a column.
func (h *head) Dragged(e *fyne.DragEvent) {
	g := h.grid
	if h.resizing < 0 && h.moving < 0 {
		start := h.at.X
		if h.at.IsZero() {
			start = e.Position.X - e.Dragged.DX
		}
		col, edge := g.colAt(start)
		if edge >= 0 {
			h.resizing = edge
			g.keepWidths()
		} else if col >= 0 && g.OnColumnMoved != nil {
			h.moving = col
		}
	}
	switch {
	case h.resizing >= 0:
		c := &g.Columns[h.resizing]
		c.Flex = false
		c.Width = max(c.Width+e.Dragged.DX/px(1), max(c.MinWidth, 36))
		g.Refresh()
	case h.moving >= 0:
		if to, _ := g.colAt(e.Position.X); to >= 0 && to != h.moveTo {
			h.moveTo = to
			h.Refresh()
		}
	}
}

// DragEnd tells what was done.
func (h *head) DragEnd() {
	g := h.grid
	switch {
	case h.resizing >= 0:
		if c := g.Columns[h.resizing]; g.OnColumnResized != nil {
			g.OnColumnResized(c.ID, c.Width)
		}
	case h.moving >= 0 && h.moveTo >= 0 && h.moveTo != h.moving:
		g.OnColumnMoved(g.Columns[h.moving].ID, h.moveTo)
	}
	h.resizing, h.moving, h.moveTo, h.at = -1, -1, -1, fyne.Position{}
	h.Refresh()
}
