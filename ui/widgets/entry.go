package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// entry is the text field all others are built on: it tells when it gains and
// loses the keyboard and lets its owner have keys first.
type entry struct {
	widget.Entry
	onKey    func(*fyne.KeyEvent) bool // true: handled
	onFocus  func(bool)
	onTyped  func(string)
	unsaved  func() bool // nil: what is written is never saved
	minWidth float32
	tabKey   bool // gets Tab instead of moving on
	hasFocus bool
	quietly  bool
	pointed  bool // under the pointer
	wrong    bool // refused
	inert    bool // only a picture of a field: Tab passes by
}

var _ fyne.Widget = (*entry)(nil)

// withoutBars lets a text on one line follow the cursor without the bars that
// the toolkit draws over it for every direction it knows.
const withoutBars fyne.ScrollDirection = 99

func newEntry(placeholder string) *entry {
	e := &entry{minWidth: 120}
	e.PlaceHolder = placeholder
	e.Wrapping, e.Scroll = fyne.TextWrapOff, withoutBars
	e.wire()
	return e
}

func newLongEntry(rows int) *entry {
	e := &entry{minWidth: 120}
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapWord
	e.SetMinRowsVisible(rows)
	e.wire()
	return e
}

func (e *entry) wire() {
	e.ExtendBaseWidget(e)
	e.OnChanged = func(s string) {
		if e.onTyped != nil && !e.quietly {
			e.onTyped(s)
		}
	}
}

// set changes the text without telling onTyped.
func (e *entry) set(s string) {
	if e.Text == s {
		return
	}
	e.quietly = true
	e.SetText(s)
	e.quietly = false
}

// Typing tells whether something is written that isn't saved yet: its undo is
// the field's own.
func (e *entry) Typing() bool { return e.unsaved != nil && e.unsaved() }

func (e *entry) selectEverything() { e.TypedShortcut(&fyne.ShortcutSelectAll{}) }

// Disabled tells whether Tab passes by.
func (e *entry) Disabled() bool { return e.inert || e.Entry.Disabled() }

// AcceptsTab lets Tab move on.
func (e *entry) AcceptsTab() bool { return e.tabKey }

// MinSize is the least width with the entry's own height.
func (e *entry) MinSize() fyne.Size {
	m := e.Entry.MinSize()
	m.Width = max(px(e.minWidth), 0)
	return m
}

// TypedKey lets the owner have the key first.
func (e *entry) TypedKey(k *fyne.KeyEvent) {
	if e.onKey != nil && e.onKey(k) {
		return
	}
	if k.Name == fyne.KeyEscape || k.Name == fyne.KeyF1 {
		overlayKey(e, k)
		return
	}
	if (k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter) && !e.MultiLine && e.OnSubmitted == nil {
		overlayKey(e, k)
		return
	}
	e.Entry.TypedKey(k)
}

// FocusGained implements fyne.Focusable.
func (e *entry) FocusGained() {
	e.hasFocus = true
	e.Entry.FocusGained()
	if e.onFocus != nil {
		e.onFocus(true)
	}
}

// FocusLost implements fyne.Focusable.
func (e *entry) FocusLost() {
	e.hasFocus = false
	if !e.MultiLine && !e.Entry.Disabled() { // a long text shows its beginning again
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	}
	e.Entry.FocusLost()
	if e.onFocus != nil {
		e.onFocus(false)
	}
}

// CreateRenderer draws the frame of all the program's inputs in place of the
// toolkit's.
func (e *entry) CreateRenderer() fyne.WidgetRenderer {
	r := &entryRender{WidgetRenderer: e.Entry.CreateRenderer(), entry: e, frame: newRect(8)}
	r.paint()
	return r
}

type entryRender struct {
	fyne.WidgetRenderer
	entry   *entry
	frame   *canvas.Rectangle
	objects []fyne.CanvasObject
}

func (r *entryRender) paint() {
	inputFrame(r.frame, r.entry.hasFocus, r.entry.pointed, r.entry.Entry.Disabled(), r.entry.wrong)
	for _, o := range r.WidgetRenderer.Objects() {
		if own, ok := o.(*canvas.Rectangle); ok {
			own.Hide()
		}
	}
}

// Objects implements fyne.WidgetRenderer.
func (r *entryRender) Objects() []fyne.CanvasObject {
	r.objects = append(append(r.objects[:0], r.frame), r.WidgetRenderer.Objects()...)
	return r.objects
}

// Layout implements fyne.WidgetRenderer.
func (r *entryRender) Layout(s fyne.Size) {
	put(r.frame, 0, 0, s.Width, s.Height)
	r.WidgetRenderer.Layout(s)
}

// Refresh implements fyne.WidgetRenderer.
func (r *entryRender) Refresh() {
	r.WidgetRenderer.Refresh()
	r.paint()
}

// MouseIn implements desktop.Hoverable.
func (e *entry) MouseIn(*desktop.MouseEvent) { e.pointed = true; e.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (e *entry) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (e *entry) MouseOut() { e.pointed = false; e.Refresh() }
