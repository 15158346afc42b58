package record

import (
	"fyne.io/fyne/v2"

	"itportfoljen/app/field"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
)

// Chosen says whether a field's value in a cell has an editor of its own, as in the form,
// which opens over the cell. Others are written in the cell.
func Chosen(f *field.Field) bool { return !looks[f.Type].cell || f.Vocabulary || f.Suggests != nil }

// Days says whether a field's values are days.
func Days(f *field.Field) bool { return looks[f.Type].day }

// Choose lets the user choose the value of a cell with what the form has for the field,
// opened over the cell. done is called when it has gone, with where the keyboard goes, and
// answered with what the disk says.
func Choose(s *shell.Shell, rec *field.Record, c field.Column, at fyne.CanvasObject, done func(input.Way), answered func(why string)) {
	e := &editor{s: s, of: &saved{s: s, id: rec.ID, col: c, told: answered}, col: c, alone: true}
	e.build()
	in, ok := e.row.Input().(input.Opener)
	if !ok { // it is kept elsewhere, where it is changed
		if done(input.Stay); e.there {
			s.Problem(Elsewhere(s.Portfolio(), rec, c.Field))
		}
		return
	}
	in.OpenOver(input.Cell{At: at, Done: func(w input.Way) {
		if w == input.Dropped {
			e.of.letGo()
		}
		done(w)
	}})
}
