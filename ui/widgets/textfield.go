package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/theme"
)

// TextField is text that is saved as one leaves it. Escape restores what was.
type TextField struct {
	widget.BaseWidget
	report
	OnCommit  func(text string) error // leaving or Enter, when changed; the error shows at the Field
	OnChanged func(text string)       // every keystroke

	entry *entry
	saved string
	wrong bool
	unit  string
	tail  *canvas.Text
}

var _ fyne.Widget = (*TextField)(nil)

// NewTextField is one line.
func NewTextField(text, placeholder string, onCommit func(string) error) *TextField {
	return newTextField(newEntry(placeholder), text, "", onCommit)
}

// NewLongText is several lines; rows is how many show.
func NewLongText(text, placeholder string, rows int, onCommit func(string) error) *TextField {
	e := newLongEntry(rows)
	e.PlaceHolder = placeholder
	return newTextField(e, text, "", onCommit)
}

// NewMoneyField is an amount as people type it, with "kr" after. The page
// reads it and sets the tidy text in OnCommit.
func NewMoneyField(text string, onCommit func(string) error) *TextField {
	return newTextField(newEntry(""), text, "kr", onCommit)
}

// NewNumberField is a number with its unit after, which may be empty.
func NewNumberField(text, unit string, onCommit func(string) error) *TextField {
	return newTextField(newEntry(""), text, unit, onCommit)
}

// NewPasswordField is a line that hides what is written.
func NewPasswordField(placeholder string, onChanged func(string)) *TextField {
	e := newEntry(placeholder)
	e.Password = true
	f := newTextField(e, "", "", nil)
	f.OnChanged = onChanged
	return f
}

func newTextField(e *entry, text, unit string, onCommit func(string) error) *TextField {
	f := &TextField{OnCommit: onCommit, entry: e, saved: text, unit: unit, tail: newText(13, false)}
	e.set(text)
	e.unsaved = func() bool { return e.Text != f.saved }
	e.onTyped = func(s string) {
		if f.OnChanged != nil {
			f.OnChanged(s)
		}
	}
	e.onFocus = func(on bool) {
		if !on {
			f.Commit()
		}
	}
	e.onKey = func(k *fyne.KeyEvent) bool {
		switch k.Name {
		case fyne.KeyReturn, fyne.KeyEnter:
			if e.MultiLine {
				return false
			}
			if f.Commit() {
				overlayKey(e, k)
			}
			return true
		case fyne.KeyEscape:
			if e.Text == f.saved && !f.wrong {
				return false
			}
			f.SetText(f.saved)
			f.tell(nil)
			return true
		}
		return false
	}
	f.ExtendBaseWidget(f)
	return f
}

// Commit saves what is written, if it has changed; false when it was refused.
func (f *TextField) Commit() bool {
	text := f.entry.Text
	if text == f.saved && !f.wrong || f.OnCommit == nil {
		return true
	}
	before := f.saved
	f.saved = text
	if err := f.OnCommit(text); err != nil {
		f.saved, f.wrong = before, true
		f.tell(err)
		f.Refresh()
		return false
	}
	if f.saved == text {
		f.saved = f.entry.Text
	}
	f.wrong = false
	f.tell(nil)
	f.Refresh()
	return true
}

// Text is what is written.
func (f *TextField) Text() string { return f.entry.Text }

// SetText changes the saved text and tells nobody.
func (f *TextField) SetText(s string) {
	f.saved, f.wrong = s, false
	f.entry.set(s)
	f.Refresh()
}

// Focus gives the field the keyboard.
func (f *TextField) Focus() { focusOn(f.entry) }

// Target is what to give the keyboard to.
func (f *TextField) Target() fyne.Focusable { return f.entry }

// SelectAll marks the text.
func (f *TextField) SelectAll() { f.entry.selectEverything() }

// Disable makes the field read-only.
func (f *TextField) Disable() { f.entry.Disable() }

// Enable undoes Disable.
func (f *TextField) Enable() { f.entry.Enable() }

// Disabled tells whether the field is read-only.
func (f *TextField) Disabled() bool { return f.entry.Disabled() }

// CreateRenderer implements fyne.Widget.
func (f *TextField) CreateRenderer() fyne.WidgetRenderer {
	return newRender(f, []fyne.CanvasObject{f.entry, f.tail}, func() {
		setText(f.tail, f.unit, 13, theme.Current().TextMuted)
		if f.entry.wrong != f.wrong {
			f.entry.wrong = f.wrong
			f.entry.Refresh()
		}
	}, func() fyne.Size { return f.entry.MinSize() }, func(s fyne.Size) {
		put(f.entry, 0, 0, s.Width, s.Height)
		w := textWidth(f.unit, px(13), false)
		put(f.tail, s.Width-w-px(10), 0, w, s.Height)
	})
}
