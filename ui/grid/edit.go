package grid

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/ui/input"
	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/widgets"
)

// edit is the field that lies over a cell while it is edited. It belongs to
// a row's key and a column's ID, and so stays with them when rows come, go and
// change places.
type edit struct {
	field   *input.Entry
	problem *widgets.Tip
	key, id string
	col     int
	y       float32 // where the row shows, or showed last
	away    bool    // the problem is that the row isn't shown any more
	closing bool
	days    func() // opens the calendar; nil where no day is written
	typed   bool   // begun by typing: the arrows go on to other cells, as in Excel
}

func (g *Grid) canEdit(row, col int) bool {
	return g.OnEdit != nil && g.Editable != nil && row >= 0 && col >= 0 && !g.isHeading(row) && g.Editable(row, col)
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
	if !g.enterCell(row, col) {
		return
	}
	text := g.src.Cell(row, col).Text
	if g.EditText != nil {
		text = g.EditText(row, col)
	}
	e := input.NewEntry("")
	days := g.offerDays(row, col, e)
	help := e.OnShortcut
	e.OnShortcut = func(s fyne.Shortcut) bool { return g.editShortcut(s) || help != nil && help(s) }
	e.Set(text)
	e.TabKey, e.Home = true, g.body
	g.edit = edit{field: e, key: g.src.Key(row), id: g.Columns[col].ID, col: col, days: days}
	e.OnKey = func(k *fyne.KeyEvent) bool { return g.editKey(k) }
	changed := e.OnChanged
	e.OnChanged = func(s string) { changed(s); g.showEdited() }
	e.Commit = func() error { return g.commitEdit(e) }
	e.OnFocus = func(on bool) {
		switch {
		case !on:
			_ = g.commitEdit(e) // a refusal is told at the cell, where the text stays
		case g.edit.field != e: // the window has been away, and what was written is saved
			g.Focus()
		}
	}
	g.body.showEdit()
	if c := widgets.CanvasOf(g.body); c != nil { // the field itself has no canvas before it is drawn
		c.Focus(e)
	}
}

// EditCell gives a cell the cursor and the keyboard, and edits it.
func (g *Grid) EditCell(key string, col int) {
	row := g.indexOf(key)
	if row < 0 {
		return
	}
	g.goTo(row, col)
	g.Focus()
	g.BeginEdit(row, col)
}

func (g *Grid) chosen(row, col int) bool {
	return g.canEdit(row, col) && g.Chosen != nil && g.Chosen(row, col)
}

// enterCell gives the cell to be edited the cursor. It tells whether the cell is
// written in; of one that is chosen it lets the user choose.
func (g *Grid) enterCell(row, col int) bool {
	if row != g.cursor || col != g.column {
		g.goTo(row, col)
	}
	g.reveal(row, col)
	if !g.chosen(row, col) {
		return true
	}
	if g.OnChoose != nil {
		g.body.placeAnchor()
		g.OnChoose(row, col, g.body.anchor)
	}
	return false
}

// editKey is what a key means in the field over a cell.
func (g *Grid) editKey(k *fyne.KeyEvent) bool {
	e, shift := g.edit, held(fyne.KeyModifierShift)
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if g.commitEdit(e.field) == nil {
			g.Focus()
			if g.Cells {
				g.enterKey(shift)
			}
		}
	case fyne.KeyTab:
		if g.commitEdit(e.field) == nil {
			g.editNext(e.key, e.col, shift)
		}
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight:
		if !e.typed || shift {
			return false
		}
		if g.commitEdit(e.field) == nil {
			g.Focus()
			g.moveKey(k.Name, 0)
		}
	case fyne.KeyF4:
		if e.days == nil {
			return false
		}
		e.days()
	case fyne.KeyEscape:
		g.closeEdit()
		if g.OnEditLeft != nil {
			g.OnEditLeft(e.key, e.id)
		}
		g.Focus()
	default:
		return false
	}
	return true
}

// editShortcut lets Ctrl+Enter save what is written, and open its row.
func (g *Grid) editShortcut(s fyne.Shortcut) bool {
	c, ok := s.(*desktop.CustomShortcut)
	if !ok || c.Modifier&ctrl == 0 || c.KeyName != fyne.KeyReturn && c.KeyName != fyne.KeyEnter || g.OnOpen == nil {
		return false
	}
	key := g.edit.key
	if g.commitEdit(g.edit.field) == nil {
		g.Focus()
		if row := g.indexOf(key); row >= 0 {
			g.OnOpen(row)
		}
	}
	return true
}

// editNext goes on to the next cell, or the one before: in a form, and in a list of
// rows, to write in it too.
func (g *Grid) editNext(key string, col int, back bool) {
	row, step := g.indexOf(key), 1
	if back {
		step = -1
	}
	switch {
	case g.Cells && !g.Whole:
		g.Focus()
		g.tabKey(back)
		return
	case g.Cells:
		g.writeNext(row, col, step)
		return
	}
	for c := col + step; row >= 0 && c >= 0 && c < len(g.Columns); c += step {
		if g.canEdit(row, c) && !g.chosen(row, c) {
			g.BeginEdit(row, c)
			return
		}
	}
	g.Focus()
}

// writeNext goes on in the next cell that can be changed, also of the rows below, or with
// step −1 in the one before.
func (g *Grid) writeNext(row, col, step int) {
	for row >= 0 {
		for col += step; col >= 0 && col < len(g.Columns); col += step {
			if g.canEdit(row, col) {
				g.BeginEdit(row, col)
				return
			}
		}
		row = g.nextRow(row, step)
		if col = -1; step < 0 {
			col = len(g.Columns)
		}
	}
	g.Focus()
}

// commitEdit hands over what is written in a field, if it is still the one; a
// refusal keeps the field with the reason.
func (g *Grid) commitEdit(field *input.Entry) error {
	if field == nil || g.edit.field != field || g.edit.closing {
		return nil
	}
	g.edit.closing = true
	err := g.OnEdit(g.edit.key, g.edit.id, field.Text)
	g.edit.closing = false
	if err != nil {
		g.explainEdit(err.Error())
		return err
	}
	g.closeEdit()
	g.dirtyRows()
	g.scroll(g.offX, g.offY)
	return nil
}

// explainEdit says under the field what is the matter; "" takes that away.
func (g *Grid) explainEdit(why string) {
	if g.edit.problem = nil; why != "" {
		g.edit.problem = widgets.NewTip(why)
	}
	g.body.showEdit()
}

func (g *Grid) closeEdit() {
	if g.edit.field == nil || g.edit.closing {
		return
	}
	g.edit = edit{}
	g.body.showEdit()
}

// keepEdit lets an open field follow its row and column to where they are now.
// When they are no longer there, it stays where it is and says so: nothing that
// is being written goes away by itself.
func (g *Grid) keepEdit() {
	if g.edit.field == nil {
		return
	}
	col := slices.IndexFunc(g.Columns, func(c Column) bool { return c.ID == g.edit.id })
	if col >= 0 {
		g.edit.col = col
	}
	row := g.indexOf(g.edit.key)
	away := row < 0 || col < 0
	if away && g.OnEditAway != nil {
		g.edit.away = true
		g.explainEdit(g.OnEditAway(g.edit.key))
	} else if !away && g.edit.away {
		g.edit.away = false
		g.explainEdit("")
	}
	g.showEdited()
}

// showEdited scrolls to the cell that is being written in, where that is scrolled away.
func (g *Grid) showEdited() {
	if g.edit.field != nil {
		g.ShowRow(g.indexOf(g.edit.key))
		g.revealColumn(g.edit.col)
	}
}

// showEdit shows the field and the reason for a refusal, or nothing.
func (b *body) showEdit() {
	e := b.grid.edit
	b.overlay.Objects = nil
	if e.field != nil {
		b.overlay.Objects = append(b.overlay.Objects, e.field)
	}
	if e.problem != nil {
		b.overlay.Objects = append(b.overlay.Objects, e.problem)
	}
	if b.note != nil {
		b.overlay.Objects = append(b.overlay.Objects, b.note)
	}
	b.placeEdit()
	b.overlay.Refresh()
}

// placeEdit puts the field over its cell, all of it within the list, and the reason
// under it or, where there is no room, over it.
func (b *body) placeEdit() {
	g, e := b.grid, &b.grid.edit
	if b.note != nil && g.cursor >= 0 && g.column+1 < len(g.colX) {
		x, y, _, _ := g.box(Range{g.cursor, g.column, g.cursor, g.column})
		b.putTip(b.note, x, y)
	}
	if e.field == nil || e.col+1 >= len(g.colX) {
		return
	}
	if row := g.indexOf(e.key); row >= 0 {
		e.y = float32(row)*g.rowH - g.offY
	}
	w := min(max(g.colX[e.col+1]-g.colX[e.col], px(120)), g.Size().Width)
	x := g.screenX(e.col)
	if e.col >= g.Frozen {
		x = max(x, g.frozenX())
	}
	x = max(0, min(x, g.Size().Width-w))
	paint.Put(e.field, x, e.y-1, w, g.rowH+1)
	if e.problem != nil {
		b.putTip(e.problem, x, e.y)
	}
}
