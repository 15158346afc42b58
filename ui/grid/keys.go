package grid

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/ui/widgets"
)

// FocusGained implements fyne.Focusable.
func (b *body) FocusGained() {
	widgets.KeyboardTo(nil)
	b.input.focused, b.input.loose = true, false
	b.input.ring = b.grid.hover < 0
	b.start()
	b.reshade()
	b.placeMarks()
}

// start gives the cursor a cell when the keyboard comes.
func (b *body) start() {
	g := b.grid
	if !g.Cells || b.input.pressed {
		return
	}
	if g.cursor >= 0 {
		g.reveal(g.cursor, g.column)
	} else if at := g.resume(); at > 0 {
		g.goTo(g.landing(at), g.column)
	} else if row := g.nextRow(-1, 1); row >= 0 {
		g.goTo(row, g.firstColumn())
	}
}

// FocusLost implements fyne.Focusable.
func (b *body) FocusLost() {
	b.input.focused, b.input.ring = false, false
	b.say("")
	b.reshade()
	b.placeMarks()
}

// AcceptsTab lets Tab go from cell to cell, except in a form, and after Escape.
func (b *body) AcceptsTab() bool { return b.grid.Cells && !b.grid.Whole && !b.input.loose }

// TypedRune writes in the cursor's cell or, where names are, jumps to the row that
// begins with what is typed.
func (b *body) TypedRune(r rune) {
	g := b.grid
	going := g.typed != "" && now().Sub(g.typedAt) <= time.Second
	if r == ' ' && !going {
		return
	}
	switch {
	case g.OnHeading():
		if r == '*' {
			g.foldLevel(g.cursor)
		}
		return
	case g.Cells && !g.jumps(g.column):
		g.typeInCell(r)
		return
	case !going:
		g.typed = ""
	}
	g.typed += string(r)
	g.typedAt = now()
	if g.OnType == nil {
		return
	}
	if row := g.OnType(g.typed); row >= 0 && row < g.len() {
		typed := g.typed
		g.goTo(row, g.column)
		g.typed = typed
	}
}

// typeInCell begins to write in the cursor's cell, in place of what it has; of one that
// is chosen the list opens, and gets what is typed.
func (g *Grid) typeInCell(r rune) {
	if g.cursor < 0 || !g.beginTyping() {
		return
	}
	if g.Editing() { // all that was there is selected
		g.edit.typed = true
		g.edit.field.TypedRune(r)
		return
	}
	if c := widgets.CanvasOf(g.body); c != nil {
		if at := c.Focused(); at != nil && at != fyne.Focusable(g.body) {
			at.TypedRune(r)
		}
	}
}

// beginTyping edits the cursor's cell, or says why it can't be.
func (g *Grid) beginTyping() bool {
	if !g.canEdit(g.cursor, g.column) {
		g.body.say(g.why(g.cursor, g.column))
		return false
	}
	g.BeginEdit(g.cursor, g.column)
	return true
}

// why is why a cell can't be written in, "" for nothing to say.
func (g *Grid) why(row, col int) string {
	if g.WhyNot == nil || row < 0 || g.apart(row) || g.canEdit(row, col) {
		return ""
	}
	return g.WhyNot(row, col)
}

// TypedKey implements fyne.Focusable.
func (b *body) TypedKey(e *fyne.KeyEvent) {
	g, mod := b.grid, modifiers()&fyne.KeyModifierShift
	b.input.ring, g.wanted = true, -1
	b.say("")
	if e.Name != fyne.KeyTab {
		b.input.loose = false
	}
	if e.Name == fyne.KeyEscape && (b.cancelFill() || b.dropCarried()) {
		return
	}
	if g.headingKey(e.Name) || g.treeKey(e.Name) || g.moveKey(e.Name, mod) || g.menuKey(e.Name, mod != 0) {
		return
	}
	if g.Cells && g.cellKey(e, mod != 0) || !g.Cells && g.rowKey(e) {
		return
	}
	switch {
	case e.Name == fyne.KeyEscape && g.collapse():
		return
	case g.OnKey != nil && g.OnKey(e):
		return
	case e.Name == fyne.KeyDelete && g.OnClear != nil && g.cursor >= 0:
		g.OnClear()
		return
	case e.Name == fyne.KeyEscape:
		b.input.loose = true
	}
	widgets.PassKey(b, e)
}

// cellKey is what a key means to the cursor's cell; false for what isn't its.
func (g *Grid) cellKey(e *fyne.KeyEvent, shift bool) bool {
	switch e.Name {
	case fyne.KeyTab:
		g.tabKey(shift)
	case fyne.KeyReturn, fyne.KeyEnter:
		switch {
		case g.cursor < 0:
		case g.jumps(g.column) && !shift && g.OnOpen != nil:
			g.OnOpen(g.cursor)
		case g.Whole && !shift:
			g.BeginEdit(g.cursor, g.column)
		default:
			g.enterKey(shift)
		}
	case fyne.KeyF2:
		if g.cursor >= 0 {
			g.beginTyping()
		}
	case fyne.KeyBackspace: // begins with nothing
		if g.cursor >= 0 && !g.chosen(g.cursor, g.column) && !g.jumps(g.column) && g.beginTyping() && g.Editing() {
			g.edit.typed = true
			g.edit.field.TypedKey(e)
		}
	case fyne.KeySpace:
		if shift {
			g.markRows()
		}
	default:
		return false
	}
	return true
}

// menuKey opens the menu of what is selected by the cursor; false where there is none.
func (g *Grid) menuKey(name fyne.KeyName, shift bool) bool {
	if name != desktop.KeyMenu && (name != fyne.KeyF10 || !shift) || g.OnMenu == nil || g.cursor < 0 || !g.opens(g.cursor) {
		return false
	}
	if len(g.selected) == 0 { // Ctrl and a click has taken the last one away
		g.goTo(g.cursor, g.column)
	}
	g.reveal(g.cursor, g.column)
	x, y, _, h := g.box(Range{g.cursor, g.column, g.cursor, g.column})
	g.OnMenu(g.cursor, widgets.PositionOf(g.body).AddXY(x, y+h))
	return true
}

// rowKey is what a key means to a list of rows.
func (g *Grid) rowKey(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyLeft:
		g.scroll(g.offX-px(60), g.offY)
	case fyne.KeyRight:
		g.scroll(g.offX+px(60), g.offY)
	case fyne.KeySpace:
		if g.cursor >= 0 && g.Multi {
			g.addRow(g.cursor)
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		if g.cursor >= 0 && g.OnOpen != nil {
			g.OnOpen(g.cursor)
		}
	case fyne.KeyF2:
		for col := range g.Columns {
			if g.cursor >= 0 && g.canEdit(g.cursor, col) {
				g.BeginEdit(g.cursor, col)
				break
			}
		}
	default:
		return false
	}
	return true
}

// TypedShortcut selects everything, copies, pastes and fills, and moves by Ctrl; others
// are for what is around.
func (b *body) TypedShortcut(s fyne.Shortcut) {
	g := b.grid
	if widgets.WindowShortcut(b, s) {
		return
	}
	b.say("")
	switch s := s.(type) {
	case *fyne.ShortcutCut:
		if g.OnCut != nil {
			g.OnCut()
		}
		return
	case *fyne.ShortcutSelectAll:
		g.SelectAll()
		return
	case *fyne.ShortcutCopy:
		if g.OnCopy != nil {
			g.OnCopy()
		}
		return
	case *fyne.ShortcutPaste:
		if g.OnPaste != nil && s.Clipboard != nil {
			g.OnPaste(s.Clipboard.Content())
		}
		return
	case *desktop.CustomShortcut:
		if g.Cells && g.shortcut(s.KeyName, s.Modifier) || s.Modifier == fyne.KeyModifierAlt && g.shiftKey(s.KeyName) {
			return
		}
	}
	widgets.PassShortcut(b, s)
}

// shortcut is what a key with Ctrl or Alt means to the cursor's cell.
func (g *Grid) shortcut(name fyne.KeyName, mod fyne.KeyModifier) bool {
	if mod == fyne.KeyModifierAlt && name == fyne.KeyDown {
		return g.openHeaderMenu(g.column)
	}
	if mod&^fyne.KeyModifierShift != fyne.KeyModifierControl && mod&^fyne.KeyModifierShift != fyne.KeyModifierSuper {
		return false
	}
	switch name {
	case fyne.KeyD:
		if g.OnFillDown != nil && g.cursor >= 0 {
			g.OnFillDown()
		}
	case fyne.KeySpace:
		g.markColumns()
	case fyne.KeyReturn, fyne.KeyEnter:
		if g.cursor >= 0 && g.OnOpen != nil && g.opens(g.cursor) {
			g.OnOpen(g.cursor)
		}
	default:
		return g.moveKey(name, mod&fyne.KeyModifierShift|fyne.KeyModifierControl)
	}
	return true
}
