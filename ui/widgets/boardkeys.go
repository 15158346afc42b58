package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

var (
	_ fyne.Focusable    = (*Board)(nil)
	_ fyne.Shortcutable = (*Board)(nil)
)

// Focus gives the board the keyboard.
func (b *Board) Focus() { FocusOn(b) }

// take gives the board the keyboard when something in it was pointed at: nothing moves
// under the pointer.
func (b *Board) take() {
	b.pointed = true
	FocusOn(b)
	b.pointed, b.ring = false, false
}

// FocusGained shows the cursor: where it was, else at the first card.
func (b *Board) FocusGained() {
	KeyboardTo(nil)
	b.focused, b.ring = true, !b.pointed
	if b.pointed {
		b.reshade()
		return
	}
	if b.columnOf(b.cursor.column) < 0 {
		for i, c := range b.columns {
			if len(c.Cards) > 0 && !b.folded(i) {
				b.put(i, 0)
				break
			}
		}
	}
	b.reshade()
	b.reveal()
	BringIntoView(b)
}

// FocusLost implements fyne.Focusable.
func (b *Board) FocusLost() {
	b.focused, b.ring = false, false
	b.reshade()
}

// KeyDown implements desktop.Keyable.
func (b *Board) KeyDown(e *fyne.KeyEvent) { KeyDown(b, e) }

// KeyUp implements desktop.Keyable.
func (b *Board) KeyUp(e *fyne.KeyEvent) { KeyUp(b, e) }

// TypedRune implements fyne.Focusable.
func (b *Board) TypedRune(rune) {}

// TypedKey moves the cursor, opens its card or unfolds its column, and lets go of a card
// that is held.
func (b *Board) TypedKey(e *fyne.KeyEvent) {
	b.ring = true
	if asksForMenu(e.Name) && b.drag == nil && b.openMenu() {
		return
	}
	col, row := b.at()
	if b.drag != nil {
		if e.Name == fyne.KeyEscape {
			b.cancel()
		}
		return
	}
	if col < 0 {
		PassKey(b, e)
		return
	}
	last := len(b.columns[col].Cards) - 1
	switch e.Name {
	case fyne.KeyUp:
		b.step(col, row-1)
	case fyne.KeyDown:
		b.step(col, row+1)
	case fyne.KeyHome:
		b.step(col, min(0, last))
	case fyne.KeyEnd:
		b.step(col, last)
	case fyne.KeyPageUp:
		b.step(col, max(min(0, last), row-b.views[col].page()))
	case fyne.KeyPageDown:
		b.step(col, min(last, row+b.views[col].page()))
	case fyne.KeyLeft:
		b.aside(col, -1)
	case fyne.KeyRight:
		b.aside(col, 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		switch {
		case row < 0:
			b.setFolded(col, !b.folded(col))
		case b.OnOpen != nil:
			b.OnOpen(b.cursor.card)
		}
	default:
		PassKey(b, e)
	}
}

// openMenu opens the menu of the card with the cursor, under it; false where there is none.
func (b *Board) openMenu() bool {
	col, row := b.at()
	if row < 0 || b.OnMenu == nil {
		return false
	}
	b.reveal()
	at := PositionOf(b).AddXY(b.places[col].x-b.scroll.Offset.X, 0)
	if c := cardIn(b.views[col], b.cursor.card); c != nil {
		at = PositionOf(c).AddXY(0, c.Size().Height)
	}
	b.OnMenu(b.cursor.card, at)
	return true
}

// cardIn is where a card shows in an object; nil where it doesn't.
func cardIn(o fyne.CanvasObject, key string) *boardCard {
	if !o.Visible() {
		return nil
	}
	if c, ok := o.(*boardCard); ok && c.data.Key == key {
		return c
	}
	for _, child := range within(o) {
		if c := cardIn(child, key); c != nil {
			return c
		}
	}
	return nil
}

// TypedShortcut moves the card with Alt and an arrow, and the cursor to the outermost
// with Ctrl and an arrow.
func (b *Board) TypedShortcut(s fyne.Shortcut) {
	if WindowShortcut(b, s) {
		return
	}
	k, ok := s.(*desktop.CustomShortcut)
	col, row := b.at()
	if !ok || col < 0 || b.drag != nil {
		PassShortcut(b, s)
		return
	}
	switch {
	case k.Modifier == fyne.KeyModifierAlt && k.KeyName == fyne.KeyLeft && row >= 0:
		b.move(b.cursor.card, col-1)
	case k.Modifier == fyne.KeyModifierAlt && k.KeyName == fyne.KeyRight && row >= 0:
		b.move(b.cursor.card, col+1)
	case k.Modifier == fyne.KeyModifierControl && k.KeyName == fyne.KeyLeft:
		b.aside(0, 0)
	case k.Modifier == fyne.KeyModifierControl && k.KeyName == fyne.KeyRight:
		b.aside(len(b.columns)-1, 0)
	case k.Modifier == fyne.KeyModifierControl && k.KeyName == fyne.KeyUp:
		b.step(col, min(0, len(b.columns[col].Cards)-1))
	case k.Modifier == fyne.KeyModifierControl && k.KeyName == fyne.KeyDown:
		b.step(col, len(b.columns[col].Cards)-1)
	default:
		PassShortcut(b, s)
	}
}

// at is the cursor's column and row; the row is −1 at a heading, the column where there
// is none.
func (b *Board) at() (col, row int) {
	if col, row = b.find(b.cursor.card); row >= 0 {
		return col, row
	}
	return b.columnOf(b.cursor.column), -1
}

// put moves the cursor without telling anybody. A column that was unfolded only for the
// cursor folds when it leaves.
func (b *Board) put(col, row int) {
	c := b.columns[col]
	next := boardCursor{column: c.Key, row: row}
	if row >= 0 {
		next.card = c.Cards[row].Key
	}
	b.cursor = next
	b.relay()
}

// step moves the cursor within a column; above the first card is the heading.
func (b *Board) step(col, row int) {
	if b.folded(col) {
		row = -1
	}
	if row < -1 || row >= len(b.columns[col].Cards) {
		return
	}
	b.put(col, row)
	b.arrived()
}

// aside moves the cursor to a column beside, by to steps: to the card at its height, in
// an empty or folded one to the heading.
func (b *Board) aside(col, by int) {
	if col += by; col < 0 || col >= len(b.columns) {
		return
	}
	want := b.cursor.row
	row := min(want, len(b.columns[col].Cards)-1)
	if b.folded(col) {
		row = -1
	}
	b.put(col, row)
	b.cursor.row = want
	b.arrived()
}

// arrived shows where the cursor came, and tells of its card.
func (b *Board) arrived() {
	b.reveal()
	if b.cursor.card != "" && b.OnCursor != nil {
		b.OnCursor(b.cursor.card)
	}
}

// keepCursor keeps the cursor by its card, else at its height in its column. It tells
// whether the card has moved to another column.
func (b *Board) keepCursor() (moved bool) {
	c := &b.cursor
	if col, row := b.find(c.card); row >= 0 {
		moved = b.columns[col].Key != c.column
		c.column, c.row = b.columns[col].Key, row
		return moved
	}
	col := b.columnOf(c.column)
	if col < 0 {
		*c = boardCursor{}
		return false
	}
	if c.card != "" {
		row := min(c.row, len(b.columns[col].Cards)-1)
		if c.card = ""; row >= 0 {
			c.card = b.columns[col].Cards[row].Key
		}
		c.row = row
	}
	return false
}

// reveal brings the cursor into view.
func (b *Board) reveal() {
	col, row := b.at()
	if col < 0 || b.BaseWidget.Size().Width == 0 {
		return
	}
	p, x := b.places[col], b.scroll.Offset.X
	x = max(min(x, p.x-boardEdge), p.x+p.w+boardEdge-b.scroll.Size().Width)
	if x = max(0, x); x != b.scroll.Offset.X {
		b.scroll.ScrollToOffset(fyne.NewPos(x, 0))
	}
	if row >= 0 {
		b.views[col].reveal(row)
	}
}
