package input

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/widgets"
)

// Entry is the text field all others are built on: it tells when it gains and
// loses the keyboard and lets its owner have keys first. The keyboard coming by
// Tab selects all, and its undo goes back to what was saved last.
type Entry struct {
	widget.Entry
	OnKey  func(*fyne.KeyEvent) bool // true: handled
	OnRune func(rune) bool           // true: handled
	// OnShortcut has shortcuts first; true: handled.
	OnShortcut func(fyne.Shortcut) bool
	OnFocus    func(bool)
	onTyped    func(string)
	Commit     func() error // hands over what is written; nil: it is never saved
	minWidth   float32
	TabKey     bool // gets Tab instead of moving on
	hasFocus   bool
	Home       fyne.Focusable // has the keyboard instead when the field has gone; nil for none
	quietly    bool
	pressed    bool              // the pointer is giving it the keyboard
	pointed    bool              // under the pointer
	wrong      bool              // refused
	inert      bool              // only a picture of a field: Tab passes by
	row, col   int               // where the cursor was when the keyboard left
	stands     fyne.CanvasObject // the row of a form that it is in; nil for none
}

var _ fyne.Widget = (*Entry)(nil)

// withoutBars lets a text on one line follow the cursor without the bars that
// the toolkit draws over it for every direction it knows.
const withoutBars fyne.ScrollDirection = 99

// NewEntry makes a field of one line.
func NewEntry(placeholder string) *Entry {
	e := &Entry{minWidth: 120}
	e.PlaceHolder = placeholder
	e.Wrapping, e.Scroll = fyne.TextWrapOff, withoutBars
	e.wire()
	return e
}

func newLongEntry(rows int) *Entry {
	e := &Entry{minWidth: 120}
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapWord
	e.SetMinRowsVisible(rows)
	e.wire()
	return e
}

func (e *Entry) wire() {
	e.ExtendBaseWidget(e)
	e.OnChanged = func(s string) {
		if e.onTyped != nil && !e.quietly {
			e.onTyped(s)
		}
	}
}

// OnTyped is told what is written as it is.
func (e *Entry) OnTyped(f func(string)) { e.onTyped = f }

// Set changes the text without telling onTyped.
func (e *Entry) Set(s string) {
	if !e.MultiLine {
		s = oneLine(s)
	}
	e.quietly = true
	e.SetText(s)
	e.quietly = false
}

// SetAction puts a button at the end of the field. Pressing it leaves the keyboard in the
// field.
func (e *Entry) SetAction(icon, tip string, run func()) {
	b := widgets.NewIconButton(icon, tip, run)
	b.PassTab()
	e.ActionItem = b
}

// forget makes what is written the text that undo goes back to.
func (e *Entry) forget() { e.Set(e.Text) }

// TakeIn hands over what is written, as leaving the field does; the error is
// why it was refused.
func (e *Entry) TakeIn() error {
	if e.Commit == nil {
		return nil
	}
	return e.Commit()
}

// Reverse takes back what was typed since it was saved, a word at a time, or
// again brings it back; false when there is no more.
func (e *Entry) Reverse(again bool) bool {
	before := e.Text
	if again {
		e.Redo()
	} else {
		e.Undo()
	}
	return e.Text != before
}

func (e *Entry) selectEverything() { e.TypedShortcut(&fyne.ShortcutSelectAll{}) }

// KeyboardHome is what has the keyboard when the field has gone; nil for none.
func (e *Entry) KeyboardHome() fyne.Focusable { return e.Home }

// Disabled tells whether Tab passes by.
func (e *Entry) Disabled() bool { return e.inert || e.Entry.Disabled() }

// AcceptsTab lets Tab move on.
func (e *Entry) AcceptsTab() bool { return e.TabKey }

// MinSize is the least width with the entry's own height.
func (e *Entry) MinSize() fyne.Size {
	m := e.Entry.MinSize()
	m.Width = max(px(e.minWidth), 0)
	return m
}

// TypedKey lets the owner have the key first.
func (e *Entry) TypedKey(k *fyne.KeyEvent) {
	if e.OnKey != nil && e.OnKey(k) || widgets.ContextKey(e, k) {
		return
	}
	if slices.Contains(passed, k.Name) || !e.MultiLine && (k.Name == fyne.KeyPageDown || k.Name == fyne.KeyPageUp) {
		widgets.PassKey(e, k)
		return
	}
	if (k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter) && !e.MultiLine && e.OnSubmitted == nil {
		widgets.PassKey(e, k)
		return
	}
	e.Entry.TypedKey(k)
}

// passed are the keys that a text has no use for.
var passed = []fyne.KeyName{fyne.KeyEscape, fyne.KeyF1, fyne.KeyF6, fyne.KeyF10, fyne.KeyF11}

// TypedRune lets the owner have the letter first.
func (e *Entry) TypedRune(r rune) {
	if e.OnRune == nil || !e.OnRune(r) {
		e.Entry.TypedRune(r)
	}
}

// FocusGained selects all, unless the pointer put the cursor somewhere or the
// window has been away: then the cursor goes back to where it was.
func (e *Entry) FocusGained() {
	back := widgets.KeyboardTo(e)
	if e.hasFocus {
		return
	}
	e.hasFocus = true
	if back {
		e.CursorRow, e.CursorColumn = e.row, e.col
	}
	e.forget() // and the cursor stays within the text
	e.Entry.FocusGained()
	if !back && !e.pressed {
		widgets.BringIntoView(e)
		e.selectEverything()
	}
	if e.OnFocus != nil {
		e.OnFocus(true)
	}
}

// FocusLost implements fyne.Focusable.
func (e *Entry) FocusLost() {
	widgets.KeyboardFrom(e)
	e.hasFocus = false
	e.row, e.col = e.CursorRow, e.CursorColumn
	if !e.MultiLine && !e.Entry.Disabled() { // a long text shows its beginning again
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	}
	e.Entry.FocusLost()
	if e.OnFocus != nil {
		e.OnFocus(false)
	}
}

// MouseDown puts the cursor under the pointer.
func (e *Entry) MouseDown(m *desktop.MouseEvent) {
	e.pressed = true
	e.Entry.MouseDown(m)
	e.pressed = false
}

// TypedShortcut keeps line breaks out of a field of one line.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	if widgets.WindowShortcut(e, s) {
		return
	}
	if e.OnShortcut != nil && e.OnShortcut(s) {
		return
	}
	if p, ok := s.(*fyne.ShortcutPaste); ok && !e.MultiLine && p.Clipboard != nil {
		s = &fyne.ShortcutPaste{Clipboard: oneLined{p.Clipboard}, Secondary: p.Secondary}
	}
	e.Entry.TypedShortcut(s)
}

// CreateRenderer draws the frame of all the program's inputs in place of the
// toolkit's.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	r := &entryRender{WidgetRenderer: e.Entry.CreateRenderer(), entry: e, frame: paint.NewRect(8)}
	if r.caret = newCaret(e, r.WidgetRenderer.Objects()); r.caret != nil {
		e.OnCursorChanged = r.caret.moved
	}
	r.wheel = newWheel(e, r.WidgetRenderer.Objects())
	r.paint()
	return r
}

type entryRender struct {
	fyne.WidgetRenderer
	entry   *Entry
	frame   *canvas.Rectangle
	caret   *caret
	wheel   *wheel
	objects []fyne.CanvasObject
}

// Destroy implements fyne.WidgetRenderer.
func (r *entryRender) Destroy() {
	if r.caret != nil {
		r.caret.rest()
	}
	r.WidgetRenderer.Destroy()
}

func (r *entryRender) paint() {
	setFrame(r.frame, r.entry.hasFocus, r.entry.pointed, r.entry.Entry.Disabled(), r.entry.wrong)
	for _, o := range r.WidgetRenderer.Objects() {
		if own, ok := o.(*canvas.Rectangle); ok {
			own.Hide()
		}
	}
}

// Objects implements fyne.WidgetRenderer.
func (r *entryRender) Objects() []fyne.CanvasObject {
	r.objects = append(append(r.objects[:0], r.frame), r.WidgetRenderer.Objects()...)
	r.objects = append(r.objects, r.wheel)
	return r.objects
}

// Layout implements fyne.WidgetRenderer.
func (r *entryRender) Layout(s fyne.Size) {
	paint.Put(r.frame, 0, 0, s.Width, s.Height)
	paint.Put(r.wheel, 0, 0, s.Width, s.Height)
	r.WidgetRenderer.Layout(s)
}

// Refresh implements fyne.WidgetRenderer.
func (r *entryRender) Refresh() {
	r.WidgetRenderer.Refresh()
	r.paint()
}

// MouseIn implements desktop.Hoverable.
func (e *Entry) MouseIn(*desktop.MouseEvent) { e.pointed = true; e.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (e *Entry) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (e *Entry) MouseOut() { e.pointed = false; e.Refresh() }
