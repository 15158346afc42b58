package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/app/base/date"
	"itportfoljen/ui/input"
)

// offerDays puts a calendar by the field over a cell of days: a button in it, Alt+Down and
// F4 open it.
func (g *Grid) offerDays(row, col int, e *input.Entry) (open func()) {
	if g.Days == nil {
		return nil
	}
	today, ok := g.Days(row, col)
	if !ok {
		return nil
	}
	open = func() { g.openDays(e, today) }
	e.SetAction("calendar", "Kalender (F4)", open)
	e.OnShortcut = func(s fyne.Shortcut) bool {
		c, ok := s.(*desktop.CustomShortcut)
		if !ok || c.Modifier != fyne.KeyModifierAlt || c.KeyName != fyne.KeyDown {
			return false
		}
		open()
		return true
	}
	return open
}

// openDays shows the calendar by the cell; the day that is picked is saved, and the cursor
// goes down.
func (g *Grid) openDays(e *input.Entry, today date.Date) {
	shown, err := date.ParseDay(e.Text)
	if err != nil {
		shown = 0
	}
	g.body.placeAnchor()
	input.OpenCalendar(g.body.anchor, today, shown, func(d date.Date) {
		if g.edit.field != e { // the window has been away, and what was written is saved
			return
		}
		if e.Set(d.String()); g.commitEdit(e) == nil {
			g.GoOn(input.Down)
		}
	})
}

// OpenHelp edits the cursor's cell with what helps open: the list of a choice, the calendar
// of a day. It tells whether there is any.
func (g *Grid) OpenHelp() bool {
	if !g.canEdit(g.cursor, g.column) {
		return false
	}
	chosen := g.chosen(g.cursor, g.column)
	if g.BeginEdit(g.cursor, g.column); g.edit.days != nil {
		g.edit.days()
	}
	return chosen || g.Editing()
}
