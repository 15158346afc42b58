package record

import (
	"time"

	"fyne.io/fyne/v2"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/ui/async"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
)

// Chosen says whether a field's value in a cell is chosen as in the form, in a list or a
// dialog. Others are written in the cell.
func Chosen(f *field.Field) bool { return !looks[f.Type].cell }

// Choose lets the user choose the value of a cell: by a list beside it, or where that
// isn't enough in a dialog. done is called when either has gone, and answered with what
// the disk says.
func Choose(s *shell.Shell, rec *field.Record, c field.Column, at fyne.CanvasObject, done func(), answered func(why string)) {
	e := &editor{s: s, of: &saved{s: s, id: rec.ID, col: c, told: answered}, col: c, alone: true}
	e.build()
	if sel, ok := e.row.Input().(*input.Select); ok {
		sel.At, sel.OnClose = at, done
		sel.Open()
		return
	}
	draft := NewDraft(s, rec.Kind)
	v, _, waits := s.Unsaved(rec.ID, c)
	if !waits {
		v = c.Field.Value(s.Portfolio(), rec, c.Year)
	}
	draft.Put(c.Field, v)
	row := draft.Row(c)
	row.row.AboveLabel()
	dialogs.Show(s.Window, dialogs.Options{
		Title: text.Capital(s.Portfolio().Called(rec)), Content: row.row, Width: 540, Confirm: texts.T("record.parts.save"), Focus: row.keyboard(),
		OnOK: func() bool {
			if s.TakeIn() != nil || row.row.Error() != "" {
				return false
			}
			if v := draft.Value(c.Field); !field.Equal(v, c.Field.Value(s.Portfolio(), rec, c.Year)) {
				s.SaveValue(rec.ID, c, v, answered)
			}
			return true
		},
		OnClose: func(bool) { done() },
	})
	if several, ok := row.row.Input().(*input.MultiPicker); ok { // what is typed is looked for at once, when the dialog is drawn
		async.After(50*time.Millisecond, several.Open)
	}
}
