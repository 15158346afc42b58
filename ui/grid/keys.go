package grid

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/ui/widgets"
)

// hands is the pointer's and the keyboard's state over the rows.
type hands struct {
	focused, ring bool
	downRow       int
	downAt        time.Time
	handled       bool // the click was taken care of when the button went down
}

// now is the clock for double clicks and for typing ahead.
var now = time.Now

const doubleClick = 400 * time.Millisecond

func (b *body) rowAt(y float32) int {
	g := b.grid
	if g.rowH == 0 || y < 0 {
		return -1
	}
	if i := int((y + g.offY) / g.rowH); i < g.len() {
		return i
	}
	return -1
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

// reshade repaints the rows' grounds and nothing else.
func (b *body) reshade() {
	for _, r := range b.grid.rows {
		if r.index >= 0 && r.index < b.grid.len() {
			b.shade(r)
		}
	}
	b.backs.Refresh()
	b.placeMark()
}

// MouseDown selects at once and opens at the second click.
func (b *body) MouseDown(e *desktop.MouseEvent) {
	b.input.ring = false
	b.tipper.Hide()
	if c := widgets.CanvasOf(b); c != nil && c.Focused() != fyne.Focusable(b) {
		c.Focus(b)
	}
	b.input.handled = true
	b.grid.wanted = -1
	b.click(b.rowAt(e.Position.Y), e.Position, e.Button, e.Modifier)
}

// MouseUp implements desktop.Mouseable.
func (b *body) MouseUp(*desktop.MouseEvent) {}

// Tapped is for drivers without mouse buttons.
func (b *body) Tapped(e *fyne.PointEvent) {
	if b.input.handled {
		b.input.handled = false
		return
	}
	b.click(b.rowAt(e.Position.Y), e.Position, desktop.MouseButtonPrimary, 0)
}

func (b *body) click(row int, at fyne.Position, button desktop.MouseButton, mod fyne.KeyModifier) {
	g := b.grid
	if row < 0 || g.passive(row) {
		return
	}
	if button == desktop.MouseButtonSecondary {
		if !g.isSelected(g.src.Key(row)) {
			g.moveTo(row, 0)
		}
		return
	}
	col, _ := g.colAt(at.X)
	if g.Cells {
		g.pressCell(row, col)
		return
	}
	again := row == b.input.downRow && now().Sub(b.input.downAt) < doubleClick && mod == 0
	b.input.downRow, b.input.downAt = row, now()
	if again {
		b.input.downAt = time.Time{}
		if col >= 0 && g.canEdit(row, col) && (g.Opens == nil || !g.Opens(col)) {
			g.BeginEdit(row, col)
		} else if g.OnOpen != nil {
			g.OnOpen(row)
		}
		return
	}
	g.moveTo(row, mod)
}

// TappedSecondary opens the row's menu.
func (b *body) TappedSecondary(e *fyne.PointEvent) {
	g := b.grid
	b.input.handled = false
	row := b.rowAt(e.Position.Y)
	if row < 0 || g.passive(row) {
		return
	}
	if !g.isSelected(g.src.Key(row)) {
		g.moveTo(row, 0)
	}
	if g.OnMenu != nil {
		g.OnMenu(row, e.AbsolutePosition)
	}
}

// FocusGained implements fyne.Focusable.
func (b *body) FocusGained() {
	widgets.KeyboardTo(nil)
	b.input.focused = true
	b.input.ring = b.grid.hover < 0
	b.grid.startCells()
	b.reshade()
}

// FocusLost implements fyne.Focusable.
func (b *body) FocusLost() {
	b.input.focused, b.input.ring = false, false
	b.reshade()
}

// TypedRune jumps to the row that begins with what is typed.
func (b *body) TypedRune(r rune) {
	g := b.grid
	if r == ' ' {
		return
	}
	if g.Cells {
		g.typeInCell(r)
		return
	}
	if now().Sub(g.typedAt) > time.Second {
		g.typed = ""
	}
	g.typed += string(r)
	g.typedAt = now()
	if g.OnType == nil {
		return
	}
	if row := g.OnType(g.typed); row >= 0 && row < g.len() {
		g.moveTo(row, 0)
	}
}

// TypedKey implements fyne.Focusable.
func (b *body) TypedKey(e *fyne.KeyEvent) {
	g := b.grid
	b.input.ring = true
	g.wanted = -1
	if g.Cells && g.cellKey(e) {
		return
	}
	page := max(1, int(g.viewH()/g.rowH)-1)
	step := func(to int) {
		if to = g.landing(to); to >= 0 {
			g.moveTo(to, widgets.Modifiers()&fyne.KeyModifierShift)
			if to > 0 && g.passive(to-1) { // the heading above it
				g.ShowRow(to - 1)
			}
		}
	}
	switch e.Name {
	case fyne.KeyDown:
		step(g.cursor + 1)
	case fyne.KeyUp:
		if g.cursor < 0 {
			g.cursor = 1
		}
		step(g.cursor - 1)
	case fyne.KeyPageDown:
		step(g.cursor + page)
	case fyne.KeyPageUp:
		step(g.cursor - page)
	case fyne.KeyHome:
		step(0)
	case fyne.KeyEnd:
		step(g.len() - 1)
	case fyne.KeyLeft:
		g.scroll(g.offX-px(60), g.offY)
	case fyne.KeyRight:
		g.scroll(g.offX+px(60), g.offY)
	case fyne.KeySpace:
		if g.cursor >= 0 && g.Multi {
			g.toggle(g.cursor)
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
	case fyne.KeyEscape:
		if len(g.selected) > 1 && g.cursor >= 0 {
			g.moveTo(g.cursor, 0)
			return
		}
		if g.OnKey == nil || !g.OnKey(e) {
			widgets.PassKey(b, e)
		}
	default:
		if g.OnKey == nil || !g.OnKey(e) {
			widgets.PassKey(b, e)
		}
	}
}

// TypedShortcut selects everything and copies; others are for what is around.
func (b *body) TypedShortcut(s fyne.Shortcut) {
	switch s.(type) {
	case *fyne.ShortcutSelectAll:
		b.grid.SelectAll()
	case *fyne.ShortcutCopy:
		if b.grid.OnCopy != nil {
			b.grid.OnCopy()
		}
	default:
		widgets.PassShortcut(b, s)
	}
}
