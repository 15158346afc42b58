package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
)

// BoardCard is one card.
type BoardCard struct {
	Key, Ref, Title, Subtitle string
	Rank                      string // how important it is
	RankStyle                 Style
	Who, When                 string
	WhenStyle                 Style
	Amount, Pill              string
	PillStyle                 Style
	Flags                     string // what is special about it, on a line of its own
	FlagsStyle                Style
}

// BoardColumn is one column with its cards in order.
type BoardColumn struct {
	Key, Title, Sum, Note string
	Cards                 []BoardCard
	// Done says that there is little more to do with its cards. Where there isn't room
	// for all columns the empty ones are strips, and then those that are done, unless
	// the user has said otherwise.
	Done bool
}

// Board is columns of cards. A card is dragged to another column, or moved there with
// Alt and an arrow. The board has the keyboard, and a cursor among the cards.
type Board struct {
	widget.BaseWidget
	OnMove   func(card, column string) bool // false: it stays
	OnOpen   func(card string)              // a click, or Enter
	OnCursor func(card string)              // the cursor has come to a card
	OnMenu   func(card string, at fyne.Position)
	OnFold   func(chosen map[string]bool) // the user's choice has changed
	Tip      func(card string) string     // all that there may not be room for
	Fixed    bool                         // no card can be moved
	OnFixed  func()                       // somebody tries to, all the same

	columns []BoardColumn
	views   []*boardColumn
	chosen  map[string]bool // folded or not by the user, by column
	places  []boardPlace
	width   float32 // of all the columns
	row     *boardRow
	scroll  *container.Scroll
	layer   *fyne.Container
	drag    *boardDrag

	cursor        boardCursor
	open          string // the card that is shown beside the board
	shown         int    // how often other cards have been shown
	focused, ring bool
	pointed       bool // it gets the keyboard because something in it was pointed at
	told          bool // that no card can be moved, for as long as the pointer is down
	sideways      bool // the wheel has begun to scroll sideways
	wheelEnds     func()
}

// boardCursor is where the keyboard is: at a card, or without one at a column's heading.
type boardCursor struct {
	column, card string
	row          int // where to come in a column beside: −1 its heading
}

var _ fyne.Widget = (*Board)(nil)

// NewBoard makes a board.
func NewBoard(columns []BoardColumn, onMove func(card, column string) bool) *Board {
	b := &Board{OnMove: onMove, layer: container.NewWithoutLayout(), chosen: map[string]bool{}}
	b.row = newBoardRow(b)
	b.scroll = container.NewHScroll(b.row)
	b.scroll.OnScrolled = func(fyne.Position) { b.retarget() }
	b.ExtendBaseWidget(b)
	b.SetColumns(columns)
	return b
}

// SetColumns shows other cards. Each column keeps its place, the cursor its card; one
// that has moved is brought into view.
func (b *Board) SetColumns(columns []BoardColumn) {
	was := map[string]*boardColumn{}
	for _, v := range b.views {
		was[v.data.Key] = v
	}
	b.columns, b.views = columns, nil
	b.shown++
	for i, c := range columns {
		v := was[c.Key]
		if v == nil {
			v = newBoardColumn(b)
		}
		v.set(i, c)
		b.views = append(b.views, v)
	}
	moved := b.keepCursor()
	if b.drag != nil {
		b.drag.over = -1
	}
	b.arrange()
	b.Refresh()
	if moved {
		b.reveal()
		if c := CanvasOf(b); c != nil && c.Focused() == nil && c.Overlays().Top() == nil {
			c.Focus(b) // the keyboard follows a card that an undo takes back
		}
	}
}

// SetChosen tells which columns the user has folded, and which not.
func (b *Board) SetChosen(chosen map[string]bool) {
	b.chosen = map[string]bool{}
	for k, v := range chosen {
		b.chosen[k] = v
	}
	b.relay()
}

// Select marks the card that is shown beside the board, and brings it into view; "" marks
// none.
func (b *Board) Select(card string) {
	b.open = card
	if col, row := b.find(card); row >= 0 {
		b.put(col, row)
		b.reveal()
	}
	b.reshade()
}

// find is where a card is; row is −1 for none.
func (b *Board) find(card string) (col, row int) {
	for i, c := range b.columns {
		if j := slices.IndexFunc(c.Cards, func(x BoardCard) bool { return x.Key == card }); j >= 0 {
			return i, j
		}
	}
	return -1, -1
}

func (b *Board) columnOf(key string) int {
	return slices.IndexFunc(b.columns, func(c BoardColumn) bool { return c.Key == key })
}

// folded tells whether a column is a strip now.
func (b *Board) folded(col int) bool { return col < len(b.places) && b.places[col].folded }

// setFolded is the user's choice. One that is what would be without it is forgotten.
func (b *Board) setFolded(col int, folded bool) {
	key := b.columns[col].Key
	if folded && b.cursor.column == key {
		b.cursor.card, b.cursor.row = "", -1
	}
	delete(b.chosen, key)
	if b.arrange(); b.folded(col) != folded {
		b.chosen[key] = folded
	}
	b.places = nil // it was arranged without the choice
	b.relay()
	if b.OnFold != nil {
		b.OnFold(b.chosen)
	}
}

// arrange works out where the columns stand.
func (b *Board) arrange() {
	slots := make([]boardSlot, len(b.columns))
	for i, c := range b.columns {
		slots[i] = boardSlot{empty: len(c.Cards) == 0, done: c.Done, strip: b.views[i].stripLength()}
		if f, ok := b.chosen[c.Key]; ok {
			slots[i].chosen = &f
		}
		slots[i].held = b.cursor.card != "" && b.cursor.column == c.Key || b.drag != nil && b.drag.opened[c.Key]
	}
	width := float32(0)
	if b.drag != nil {
		width = b.drag.width
	}
	b.places, b.width = layBoard(slots, b.BaseWidget.Size(), width)
	for i, v := range b.views {
		v.folded = b.places[i].folded
	}
}

// relay puts the columns where they stand now, if that is anywhere else.
func (b *Board) relay() {
	was := b.places
	if b.arrange(); slices.Equal(was, b.places) {
		b.reshade()
		return
	}
	b.scroll.Refresh()
	b.row.Refresh()
	for _, v := range b.views {
		v.Refresh()
	}
}

// move puts a card in another column.
func (b *Board) move(card string, to int) {
	from, row := b.find(card)
	if row < 0 || to < 0 || to >= len(b.columns) || to == from || b.OnMove == nil {
		return
	}
	if b.Fixed {
		b.refuse()
		return
	}
	d := b.columns[from].Cards[row]
	b.cursor = boardCursor{b.columns[from].Key, card, row} // it follows the card
	shown := b.shown
	if b.OnMove(card, b.columns[to].Key) && b.shown == shown { // else the page has shown where it is
		b.settle(d, to)
	}
}

// refuse tells that no card can be moved.
func (b *Board) refuse() {
	if b.OnFixed != nil {
		b.OnFixed()
	}
}

// settle puts a moved card first in its new column until the page shows where it is.
func (b *Board) settle(d BoardCard, to int) {
	from, row := b.find(d.Key)
	if row < 0 || from == to || to >= len(b.columns) {
		return
	}
	columns := slices.Clone(b.columns)
	columns[from].Cards = slices.Delete(slices.Clone(columns[from].Cards), row, row+1)
	columns[to].Cards = append([]BoardCard{d}, columns[to].Cards...)
	b.SetColumns(columns)
}

// Beside are the columns before and after a card's, empty where there is none.
func (b *Board) Beside(card string) (before, after BoardColumn) {
	col, _ := b.find(card)
	if col > 0 {
		before = b.columns[col-1]
	}
	if col >= 0 && col+1 < len(b.columns) {
		after = b.columns[col+1]
	}
	return before, after
}

// MoveTo puts a card in another column, as when it is dragged there.
func (b *Board) MoveTo(card, column string) { b.move(card, b.columnOf(column)) }

// reshade shows where the cursor is.
func (b *Board) reshade() {
	for _, v := range b.views {
		v.shade()
	}
}

// CreateRenderer implements fyne.Widget.
func (b *Board) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(b, []fyne.CanvasObject{b.scroll, b.layer}, func() {
		for _, v := range b.views {
			v.Refresh()
		}
	}, func() fyne.Size { return fyne.NewSize(px(240), px(160)) }, func(s fyne.Size) {
		narrower := s.Width < b.scroll.Size().Width
		b.arrange()
		paint.Put(b.layer, 0, 0, s.Width, s.Height)
		paint.Put(b.scroll, 0, 0, s.Width, s.Height)
		b.scroll.Refresh()
		b.row.Refresh()
		for _, v := range b.views {
			if v.as != v.folded {
				v.Refresh()
			}
		}
		if b.open != "" && narrower { // something came to stand beside it
			b.reveal()
		}
	})
}

// AccessibilityLabel says where the cursor is.
func (b *Board) AccessibilityLabel() string {
	col := b.columnOf(b.cursor.column)
	if col < 0 {
		return ""
	}
	label := b.columns[col].Title
	if _, row := b.find(b.cursor.card); row >= 0 {
		label += ": " + b.columns[col].Cards[row].label()
	}
	return label
}

// AccessibilityRole is button: what is there is opened.
func (b *Board) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
