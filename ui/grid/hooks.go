package grid

import (
	"fyne.io/fyne/v2"

	"itportfoljen/app/base/date"
)

// hooks is what a grid asks and tells. Rows and columns are where they stand now;
// a nil hook is one that nobody has an answer to.
type hooks struct {
	Passive  func(row int) bool                            // rows to read only, such as sums: passed by
	Jumps    func(col int) bool                            // a name's column: letters jump, Enter and a double click open, F2 edits
	Editable func(row, col int) bool                       // a cell that is written in
	Chosen   func(row, col int) bool                       // edited by OnChoose instead of written in
	EditText func(row, col int) string                     // nil: the cell's text
	Days     func(row, col int) (today date.Date, ok bool) // what is written is a day, which a calendar helps with
	Changes  func() bool                                   // whether cells may be emptied and pasted into; nil: they may
	WhyNot   func(row, col int) string                     // why a cell can't be written in; "" for nothing to say
	OnChoose func(row, col int, anchor fyne.CanvasObject)  // lets the user choose, in a list by the cell

	OnSelect   func()                          // the selection, its range or the cursor has moved
	OnOpen     func(row int)                   // Enter or a double click on a name, Ctrl+Enter anywhere
	OnMenu     func(row int, at fyne.Position) // right click; the row is selected first
	OnType     func(prefix string) int         // letters: the row to jump to, −1 for none
	OnKey      func(*fyne.KeyEvent) bool       // other keys, such as Delete; true: handled
	OnCopy     func()                          // Ctrl+C
	OnCut      func()                          // Ctrl+X
	OnPaste    func(text string)               // Ctrl+V
	OnClear    func()                          // Delete, where OnKey has no other use for it
	OnFillDown func()                          // Ctrl+D: the range's first row in all of it
	OnFill     func(from, to Range)            // the handle was dragged: to is from and what is to be filled

	OnEdit     func(key, column, text string) error // what was written in a cell
	OnEditLeft func(key, column string)             // Escape: what was written is let go
	OnEditAway func(key string) string              // why the row that is being written in isn't shown any more

	OnSort          func(id string, desc, add bool)   // header tapped, with Shift to add a key; reorder and Reload
	OnColumnResized func(id string, width float32)    // at 100 % text size
	OnColumnMoved   func(id string, to int)           // nil: columns can't be moved
	OnHeaderMenu    func(id string, at fyne.Position) // the heading's ▾, a right click on it, Alt+Down

	OnFold    func(key string, open bool) // a heading, or a row of a tree, is folded or unfolded
	OnFoldAll func(level int, open bool)  // all headings, or rows, of a level

	OnShift func(row int, deeper bool)                  // Alt and an arrow: a row of a tree is to lie deeper, or less deep
	Drops   func(row, onto int) (says string, may bool) // what dragging a row onto another would do, or why it can't
	OnDrop  func(row, onto int)                         // it was, and may; nil: rows can't be dragged
}
