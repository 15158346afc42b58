package widgets

import (
	"fyne.io/fyne/v2"
)

// gridEdit is the field that lies over a cell while it is edited.
type gridEdit struct {
	field    *entry
	problem  *tip
	row, col int
	closing  bool
}

func (g *Grid) canEdit(row, col int) bool {
	return g.OnEdit != nil && g.Editable != nil && g.Editable(row, col)
}

// Editing tells whether a cell is being edited.
func (g *Grid) Editing() bool { return g.edit.field != nil }

// BeginEdit opens the field over a cell. Enter, Tab and leaving it commit;
// Escape doesn't.
func (g *Grid) BeginEdit(row, col int) {
	if !g.canEdit(row, col) {
		return
	}
	g.closeEdit()
	g.ShowRow(row)
	text := g.src.Cell(row, col).Text
	if g.EditText != nil {
		text = g.EditText(row, col)
	}
	e := newEntry("")
	e.set(text)
	e.tabKey = true
	g.edit = gridEdit{field: e, row: row, col: col}
	e.onKey = func(k *fyne.KeyEvent) bool {
		switch k.Name {
		case fyne.KeyReturn, fyne.KeyEnter:
			if g.commitEdit() {
				g.Focus()
			}
		case fyne.KeyTab:
			if g.commitEdit() {
				g.editNext(row, col)
			}
		case fyne.KeyEscape:
			g.closeEdit()
			g.Focus()
		default:
			return false
		}
		return true
	}
	e.onFocus = func(on bool) {
		if !on && g.edit.field == e && !g.edit.closing {
			g.commitEdit()
		}
	}
	g.body.overlay.Objects = []fyne.CanvasObject{e}
	g.body.placeEdit()
	g.body.overlay.Refresh()
	if c := canvasOf(g.body); c != nil { // the field itself has no canvas before it is drawn
		c.Focus(e)
	}
	e.selectEverything()
}

func (g *Grid) editNext(row, col int) {
	for c := col + 1; c < len(g.Columns); c++ {
		if row < g.len() && g.canEdit(row, c) {
			g.BeginEdit(row, c)
			return
		}
	}
	g.Focus()
}

// commitEdit hands the text over; a refusal keeps the field with the reason.
func (g *Grid) commitEdit() bool {
	e := g.edit
	if e.field == nil || e.closing {
		return true
	}
	g.edit.closing = true
	text := e.field.Text
	err := g.OnEdit(e.row, e.col, text)
	g.edit.closing = false
	if err != nil {
		if g.edit.field == nil {
			return false
		}
		g.edit.problem = newTip(err.Error())
		g.body.overlay.Objects = []fyne.CanvasObject{e.field, g.edit.problem}
		g.body.placeEdit()
		g.body.overlay.Refresh()
		return false
	}
	g.closeEdit()
	g.dirtyRows()
	g.scroll(g.offX, g.offY)
	return true
}

func (g *Grid) closeEdit() {
	if g.edit.field == nil || g.edit.closing {
		return
	}
	g.edit = gridEdit{}
	g.body.overlay.Objects = nil
	g.body.overlay.Refresh()
}

func (b *gridBody) placeEdit() {
	e := b.grid.edit
	if e.field == nil || e.col >= len(b.grid.Columns) {
		return
	}
	g := b.grid
	x, w := g.screenX(e.col), g.colX[e.col+1]-g.colX[e.col]
	y := float32(e.row)*g.rowH - g.offY
	put(e.field, x, y-1, max(w, px(120)), g.rowH+1)
	if e.problem != nil {
		m := e.problem.MinSize()
		put(e.problem, max(4, min(x, g.Size().Width-m.Width-4)), y+g.rowH+2, m.Width, m.Height)
	}
}
