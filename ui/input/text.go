package input

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/async"
	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/widgets"
)

// Text is text that is saved as one leaves it. Escape restores what was.
type Text struct {
	widget.BaseWidget
	report
	OnCommit  func(text string) error // leaving or Enter, when changed; the error shows at the Field
	OnChanged func(text string)       // every keystroke
	OnRestore func()                  // Escape has put back what was
	Live      bool                    // is handed over also when one stops typing for a moment

	entry *Entry
	saved string
	sent  string // what was handed over last
	wrong bool
	unit  string
	tail  *canvas.Text
	pause func() // waits no more for one to stop typing
}

// livePause is how long one stops typing before it is handed over.
const livePause = 900 * time.Millisecond

var _ fyne.Widget = (*Text)(nil)

// NewText is one line.
func NewText(text, placeholder string, onCommit func(string) error) *Text {
	return newText(NewEntry(placeholder), text, "", onCommit)
}

// Hint shows what holds while nothing is written, greyed; "" for nothing.
func (f *Text) Hint(words string) {
	if f.entry.PlaceHolder != words {
		f.entry.SetPlaceHolder(words)
	}
}

// NewLongText is several lines; rows is how many show.
func NewLongText(text, placeholder string, rows int, onCommit func(string) error) *Text {
	e := newLongEntry(rows)
	e.PlaceHolder = placeholder
	return newText(e, text, "", onCommit)
}

// NewMoney is an amount as people type it, with "kr" after. The page
// reads it and sets the tidy text in OnCommit.
func NewMoney(text string, onCommit func(string) error) *Text {
	return newText(NewEntry(""), text, "kr", onCommit)
}

// NewNumber is a number with its unit after, which may be empty.
func NewNumber(text, unit string, onCommit func(string) error) *Text {
	return newText(NewEntry(""), text, unit, onCommit)
}

// NewEnding is a name that something is put after, such as a file's ending.
func NewEnding(text, ending string) *Text {
	return newText(NewEntry(""), text, ending, nil)
}

// NewPassword is a line that hides what is written.
func NewPassword(placeholder string, onChanged func(string)) *Text {
	e := NewEntry(placeholder)
	e.Password = true
	f := newText(e, "", "", nil)
	f.OnChanged = onChanged
	return f
}

func newText(e *Entry, text, unit string, onCommit func(string) error) *Text {
	f := &Text{OnCommit: onCommit, entry: e, unit: unit, pause: func() {}, tail: paint.NewText(13, false)}
	e.Set(text)
	f.saved = e.Text
	e.onTyped = func(s string) {
		if f.OnChanged != nil {
			f.OnChanged(s)
		}
		f.paused()
	}
	e.OnFocus = func(on bool) {
		if !on {
			_ = f.Commit() // a refusal is told at the field, where the text stays
		}
	}
	e.Commit = f.Commit
	e.OnKey = func(k *fyne.KeyEvent) bool {
		switch k.Name {
		case fyne.KeyReturn, fyne.KeyEnter:
			if e.MultiLine {
				return false
			}
			if f.Commit() == nil {
				widgets.PassKey(e, k)
			}
			return true
		case fyne.KeyEscape:
			if e.Text == f.saved && !f.wrong {
				return false
			}
			f.SetText(f.saved)
			f.tell(nil)
			if f.OnRestore != nil {
				f.OnRestore()
			}
			return true
		}
		return false
	}
	f.ExtendBaseWidget(f)
	return f
}

// paused hands over what is written when one has stopped typing.
func (f *Text) paused() {
	f.pause()
	if f.Live {
		f.pause = async.After(livePause, func() { _ = f.Commit() })
	}
}

// Commit hands over what is written, if it has changed or was refused before;
// the error is why it was refused.
func (f *Text) Commit() error {
	text := f.entry.Text
	if text == f.saved && !f.wrong || f.OnCommit == nil {
		return nil
	}
	before := f.saved
	f.saved, f.sent, f.wrong = text, text, false
	if err := f.OnCommit(text); err != nil {
		f.saved, f.wrong = before, true
		f.tell(err)
		f.Refresh()
		return err
	}
	if f.wrong { // taken, and refused already
		return nil
	}
	if f.saved == text {
		f.saved = f.entry.Text
	}
	f.entry.forget()
	f.tell(nil)
	f.Refresh()
	return nil
}

// Refuse keeps what is written although it was taken before: it couldn't be
// saved after all, and is handed over again when the field is left. Escape goes
// back to stored.
func (f *Text) Refuse(stored string) {
	f.saved, f.wrong = stored, true
	f.Refresh()
}

// Accept ends what Refuse began: what was handed over is saved now.
func (f *Text) Accept() {
	f.wrong = false
	if f.entry.Text == f.sent {
		f.saved = f.sent
	}
	f.Refresh()
}

// Renew shows what is stored now, but never over what is being written or
// waits to be corrected.
func (f *Text) Renew(stored string) {
	if f.wrong || f.entry.Text != f.saved {
		f.saved = stored
		return
	}
	if f.Live && f.entry.hasFocus && strings.TrimSpace(stored) == strings.TrimSpace(f.entry.Text) {
		return // a space was typed, and more is to come
	}
	if stored != f.saved || stored != f.entry.Text {
		f.SetText(stored)
	}
}

// Text is what is written.
func (f *Text) Text() string { return f.entry.Text }

// SetText changes the saved text and tells nobody.
func (f *Text) SetText(s string) {
	f.entry.Set(s)
	f.saved, f.wrong = f.entry.Text, false
	f.Refresh()
}

// Focus gives the field the keyboard.
func (f *Text) Focus() { widgets.FocusOn(f.entry) }

// Target is what to give the keyboard to.
func (f *Text) Target() fyne.Focusable { return f.entry }

// SelectAll marks the text.
func (f *Text) SelectAll() { f.entry.selectEverything() }

// CreateRenderer implements fyne.Widget.
func (f *Text) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(f, []fyne.CanvasObject{f.entry, f.tail}, func() {
		paint.SetText(f.tail, f.unit, 13, theme.Current().TextMuted)
		if f.entry.wrong != f.wrong {
			f.entry.wrong = f.wrong
			f.entry.Refresh()
		}
	}, func() fyne.Size { return f.entry.MinSize() }, func(s fyne.Size) {
		paint.Put(f.entry, 0, 0, s.Width, s.Height)
		w := paint.TextWidth(f.unit, px(13), false)
		paint.Put(f.tail, s.Width-w-px(10), 0, w, s.Height)
	})
}
