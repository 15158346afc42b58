package input

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// overRows is how many lines of a long text show over a cell.
const overRows = 7

// OpenOver lets the user write over a cell. Ctrl+Enter saves and goes down, Tab saves and
// goes on, a click beside saves, and Escape lets go.
func (f *Text) OpenOver(c Cell) {
	e := newLongEntry(overRows)
	e.PlaceHolder = f.entry.PlaceHolder
	e.Set(f.entry.Text)
	o := newOver(e, c)
	o.tall, o.wide = e.Entry.MinSize().Height/px(1), 380
	o.take = func(w Way) {
		if err := f.hand(e.Text); err != nil {
			o.explain(err.Error())
			o.again()
			return
		}
		o.leave(w)
	}
	e.Commit = func() error { return f.hand(e.Text) } // the program is closed
	e.OnShortcut = func(s fyne.Shortcut) bool {
		c, ok := s.(*desktop.CustomShortcut)
		if !ok || c.Modifier != fyne.KeyModifierControl || c.KeyName != fyne.KeyReturn && c.KeyName != fyne.KeyEnter {
			return false
		}
		o.take(Down)
		return true
	}
	o.tip("Ctrl+Enter sparar · Esc släpper")
	o.show()
}

// hand hands over a text that was written elsewhere, if it has changed or was refused
// before.
func (f *Text) hand(text string) error {
	f.entry.Set(text)
	return f.Commit()
}
