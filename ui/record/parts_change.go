package record

import (
	"context"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// removeRow removes the record with the cursor, and offers to bring it back.
func (t *parts) removeRow() {
	rec := t.current()
	if rec == nil {
		return
	}
	for _, c := range t.columns {
		if _, _, waits := t.s.Unsaved(rec.ID, c); waits {
			t.s.Abandon(rec.ID, c)
		}
	}
	next := t.beside(rec.ID)
	t.s.Write(func(ctx context.Context, p *app.Portfolio) (app.Entry, error) {
		return p.Delete(ctx, []field.ID{rec.ID})
	}, func(e app.Entry, err error) {
		if err != nil {
			t.s.Fail(err)
			return
		}
		t.show()
		if next != "" {
			t.grid.Select(next)
			t.grid.Focus()
		} else {
			t.s.Window.Canvas().Focus(t.add)
		}
		t.s.ToastUndo(e.Label, e)
	})
}

// beside is the row after a record's, else the one before; "" for none.
func (t *parts) beside(id field.ID) string {
	before, found := "", false
	for _, r := range t.rows {
		switch {
		case r.rec == nil:
		case r.rec.ID == id:
			found = true
		case found:
			return string(r.rec.ID)
		default:
			before = string(r.rec.ID)
		}
	}
	return before
}

// askNew asks for what a new record needs, makes it, and goes on with the first
// cell that it lacks.
func (t *parts) askNew() {
	p := t.s.Portfolio()
	draft := NewDraft(t.s, t.kind)
	draft.Put(t.kind.Owner(), t.owner)
	draft.rec.FillIn(p)
	fields, must := partNeeds(p, t.kind)
	rows := make([]fyne.CanvasObject, len(fields))
	editors := make([]*editor, len(fields))
	for i, f := range fields {
		if v := draft.rec.Get(f); v != nil {
			draft.Put(f, v)
		} else if f == partYear(t.kind) {
			draft.Put(f, int64(p.PlanYear()))
		}
		editors[i] = draft.Row(field.Column{Field: f})
		editors[i].row.Required = must[f] || f.Required
		rows[i] = editors[i].row
	}
	var first fyne.Focusable
	if len(editors) > 0 {
		first = editors[0].keyboard()
	}
	dialogs.Show(t.s.Window, dialogs.Options{
		Title: texts.T("record.parts.add.what", t.kind.One), Content: widgets.VStack(8, rows...), Width: 500, Confirm: texts.T("record.parts.add"), Focus: first,
		OnOK: func() bool {
			_ = t.s.TakeIn() // what is refused is told at its field, below
			whole := true
			for _, e := range editors {
				if f := e.col.Field; e.row.Error() == "" && must[f] && field.IsEmpty(draft.Value(f)) {
					e.row.SetError(texts.T("record.parts.missing", text.Lower(f.Label)))
				}
				whole = whole && e.row.Error() == ""
			}
			return whole
		},
		OnClose: func(ok bool) {
			if t.grid.Focus(); ok {
				t.make(draft)
			}
		},
	})
}

func (t *parts) make(draft *Draft) {
	t.s.Write(func(ctx context.Context, p *app.Portfolio) (app.Entry, error) {
		changes, err := draft.Changes()
		if err != nil {
			return app.Entry{}, err
		}
		return p.Apply(ctx, texts.T("record.parts.added", p.Called(draft.rec)), changes)
	}, func(e app.Entry, err error) {
		if err != nil {
			t.s.Fail(err)
			return
		}
		t.show()
		t.s.ToastUndo(e.Label, e)
		t.grid.EditCell(string(draft.ID()), t.lacks(draft.ID()))
	})
}

// lacks is the first column that a record has nothing in and that is written in.
func (t *parts) lacks(id field.ID) int {
	if r := t.s.Portfolio().Get(id); r != nil {
		for i, c := range t.columns {
			if field.IsEmpty(c.Field.Value(t.s.Portfolio(), r, c.Year)) && !Chosen(c.Field) && c.Field.Editable() {
				return i
			}
		}
	}
	return 0
}
