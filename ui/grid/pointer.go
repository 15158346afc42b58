package grid

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/ui/widgets"
)

// hands is the pointer's and the keyboard's state over the rows.
type hands struct {
	focused, ring    bool
	downRow, downCol int
	downAt           time.Time
	pressed          bool // the pointer gives the rows the keyboard
	handled          bool // the click was taken care of when the button went down
	dragging         bool // from a cell, over those to be selected
	rows             bool // the drag is over whole rows
	loose            bool // Escape has let go: Tab leaves the list
}

// now is the clock for double clicks and for typing ahead.
var now = time.Now

const doubleClick = 400 * time.Millisecond

func (b *body) rowAt(y float32) int {
	g := b.grid
	if g.rowH == 0 || y < 0 {
		return -1
	}
	if s := b.sticky; s.shows() && y < s.y+g.rowH {
		return s.row.index
	}
	if i := int((y + g.offY) / g.rowH); i < g.len() {
		return i
	}
	return -1
}

// cellAt is the cell at a place: column −1 is the margin before the first, and what is
// beyond the last is the last.
func (b *body) cellAt(at fyne.Position) (row, col int) {
	g := b.grid
	row = b.rowAt(at.Y)
	if at.X < px(12) {
		return row, -1
	}
	if col, _ = g.colAt(at.X); col < 0 {
		col = len(g.Columns) - 1
	}
	return row, col
}

// Scrolled implements fyne.Scrollable.
func (b *body) Scrolled(e *fyne.ScrollEvent) {
	b.grid.wanted = -1
	b.leave()
	if b.passOn(e) {
		return
	}
	b.grid.scroll(b.grid.offX-e.Scrolled.DX, b.grid.offY-e.Scrolled.DY)
	b.point(b.rowAt(e.Position.Y))
}

// MouseIn implements desktop.Hoverable.
func (b *body) MouseIn(e *desktop.MouseEvent) { b.MouseMoved(e) }

// MouseMoved marks the row under the pointer.
func (b *body) MouseMoved(e *desktop.MouseEvent) {
	row := b.rowAt(e.Position.Y)
	b.filling.over = b.onHandle(e.Position)
	b.point(row)
	b.rest(row, e.Position, e.AbsolutePosition)
}

// MouseOut implements desktop.Hoverable.
func (b *body) MouseOut() { b.leave(); b.point(-1) }

func (b *body) point(row int) {
	g := b.grid
	if row == g.hover {
		return
	}
	g.hover = row
	b.reshade()
}

// MouseDown selects at once and opens at the second click.
func (b *body) MouseDown(e *desktop.MouseEvent) {
	b.input.ring, b.input.loose = false, false
	b.tipper.Hide()
	b.say("")
	if c := widgets.CanvasOf(b); c != nil && c.Focused() != fyne.Focusable(b) {
		b.input.pressed = true
		c.Focus(b)
		b.input.pressed = false
	}
	b.input.handled = true
	b.grid.wanted = -1
	b.click(e.Position, e.Button, e.Modifier)
}

// MouseUp implements desktop.Mouseable.
func (b *body) MouseUp(*desktop.MouseEvent) {}

// Tapped is for drivers without mouse buttons.
func (b *body) Tapped(e *fyne.PointEvent) {
	b.input.dragging, b.filling.on = false, false
	if b.input.handled {
		b.input.handled = false
		return
	}
	b.click(e.Position, desktop.MouseButtonPrimary, 0)
}

const ctrl = fyne.KeyModifierControl | fyne.KeyModifierSuper

func (b *body) click(at fyne.Position, button desktop.MouseButton, mod fyne.KeyModifier) {
	g := b.grid
	b.input.dragging, b.filling.on = false, false
	if button == desktop.MouseButtonPrimary && b.onHandle(at) {
		b.pressHandle()
		return
	}
	row, col := b.cellAt(at)
	if row < 0 || g.passive(row) {
		return
	}
	if button == desktop.MouseButtonSecondary {
		b.pick(row, col)
		return
	}
	if b.clickTree(row, at, mod) {
		return
	}
	in := &b.input
	again := row == in.downRow && (col == in.downCol || !g.Cells) && now().Sub(in.downAt) < doubleClick && mod == 0
	in.downRow, in.downCol, in.downAt = row, col, now()
	if g.isHeading(row) {
		b.clickHeading(row, at, mod, again)
		return
	}
	had := row == g.cursor && col == g.column && len(g.selected) == 1 && !g.whole
	switch {
	case again:
		in.downAt = time.Time{}
		b.open(row, col)
	case g.Whole && g.Cells && had && mod == 0:
		g.BeginEdit(row, col)
	case mod&ctrl != 0:
		g.addRow(row)
	case mod&fyne.KeyModifierShift != 0:
		g.extendTo(row, b.colOr(col))
	case col < 0 && g.Cells:
		g.goTo(row, g.column)
		g.markRows()
		in.dragging, in.rows = true, true
	default:
		g.goTo(row, b.colOr(col))
		in.dragging, in.rows = true, false
	}
}

// colOr is a column, or the cursor's where there is none.
func (b *body) colOr(col int) int {
	if col < 0 {
		return b.grid.column
	}
	return col
}

// open is what a double click does: it opens by a name, and writes in other cells.
func (b *body) open(row, col int) {
	g := b.grid
	switch {
	case col >= 0 && !g.jumps(col) && g.canEdit(row, col):
		g.BeginEdit(row, col)
	case col >= 0 && !g.jumps(col) && g.Cells && g.why(row, col) != "":
		b.say(g.why(row, col))
	case g.OnOpen != nil:
		g.OnOpen(row)
	}
}

// pick gives a cell the cursor for a menu, unless it is among those selected.
func (b *body) pick(row, col int) {
	g := b.grid
	if !g.isSelected(g.src.Key(row)) {
		g.goTo(row, b.colOr(col))
		return
	}
	if left, right := g.SelectedColumns(); col >= 0 && (col < left || col > right) {
		g.goTo(row, col)
	}
}

// TappedSecondary opens the row's menu.
func (b *body) TappedSecondary(e *fyne.PointEvent) {
	g := b.grid
	b.input.handled = false
	row, col := b.cellAt(e.Position)
	if row < 0 || g.passive(row) || g.isHeading(row) {
		return
	}
	b.pick(row, col)
	if g.OnMenu != nil {
		g.OnMenu(row, e.AbsolutePosition)
	}
}

// Dragged selects the cells from where the button went down to the pointer, or shows
// what the handle is to fill.
func (b *body) Dragged(e *fyne.DragEvent) {
	if !b.filling.on && !b.input.dragging {
		return
	}
	b.dragCell(e.Position)
	b.keepDragging(e.Position)
}

func (b *body) dragCell(at fyne.Position) {
	g := b.grid
	if g.len() == 0 || g.rowH == 0 {
		return
	}
	if g.OnDrop != nil && !b.filling.on {
		b.carry(at)
		return
	}
	row, col := b.dragTo(at)
	switch {
	case g.passive(row):
	case b.filling.on:
		b.dragHandle(row, col, at)
	case !g.Multi:
	case b.input.rows:
		g.extendTo(row, g.column)
		g.markRows()
	case g.Cells:
		g.extendTo(row, col)
	}
}

// dragTo is the cell that a drag has come to; outside the view, the one that comes
// into view next.
func (b *body) dragTo(at fyne.Position) (row, col int) {
	g := b.grid
	row = int((at.Y + g.offY) / g.rowH)
	if at.Y < 0 {
		row = int(g.offY/g.rowH) - 1
	} else if at.Y > g.viewH() {
		row = int((g.offY + g.viewH()) / g.rowH)
	}
	col, _ = g.colAt(at.X)
	if col < 0 {
		if col = len(g.Columns) - 1; at.X < px(12) {
			col = 0
		}
	}
	return max(0, min(row, g.len()-1)), col
}

// DragEnd fills what the handle was dragged over.
func (b *body) DragEnd() {
	b.input.dragging, b.input.handled = false, false
	if b.dragOn != nil {
		b.dragOn()
		b.dragOn = nil
	}
	if !b.endCarry() {
		b.endFill()
	}
}

// Cursor shows that the handle can be dragged.
func (b *body) Cursor() desktop.Cursor {
	if b.filling.over || b.filling.on {
		return desktop.CrosshairCursor
	}
	return desktop.DefaultCursor
}
