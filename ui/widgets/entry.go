package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// entry is the text field all others are built on: it tells when it gains and
// loses the keyboard and lets its owner have keys first.
type entry struct {
	widget.Entry
	onKey    func(*fyne.KeyEvent) bool // true: handled
	onFocus  func(bool)
	onTyped  func(string)
	minWidth float32
	tabKey   bool // gets Tab instead of moving on
	hasFocus bool
	quietly  bool
}

var _ fyne.Widget = (*entry)(nil)

func newEntry(placeholder string) *entry {
	e := &entry{minWidth: 120}
	e.PlaceHolder = placeholder
	e.Wrapping = fyne.TextWrapOff
	e.Scroll = fyne.ScrollNone
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

func (e *entry) selectEverything() { e.TypedShortcut(&fyne.ShortcutSelectAll{}) }

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
	if k.Name == fyne.KeyEscape {
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
	e.Entry.FocusLost()
	if e.onFocus != nil {
		e.onFocus(false)
	}
}
