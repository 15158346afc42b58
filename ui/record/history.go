package record

import (
	"context"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/ui/async"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// history lists what has been done to the record, newest first.
func (p *Panel) history(r *field.Record) fyne.CanvasObject {
	box := widgets.VStack(10, widgets.NewText(texts.T("record.history.reading"), widgets.Muted))
	w := p.s.Portfolio()
	async.Run(p.s.Runner, "history", func(ctx context.Context) ([]app.Entry, error) {
		return w.Journal(ctx, app.Query{Record: r.ID, Limit: 200})
	}, func(es []app.Entry, err error) {
		box.Objects = nil
		if err != nil {
			box.Add(widgets.NewParagraph(p.s.Sentence(err), widgets.Bad))
		}
		for _, e := range es {
			box.Add(historyEntry(w, r.ID, e))
		}
		if len(es) == 0 && err == nil {
			box.Add(widgets.NewText(texts.T("record.history.none"), widgets.Muted))
		}
		box.Refresh()
	})
	return box
}

func historyEntry(w *app.Portfolio, of field.ID, e app.Entry) fyne.CanvasObject {
	when := e.At.Local().Format("2006-01-02 15:04")
	rows := []fyne.CanvasObject{widgets.NewText(when+" · "+e.Who, widgets.Muted)}
	for _, line := range ChangeLines(w, of, e) {
		rows = append(rows, widgets.NewParagraph(line, widgets.Normal))
	}
	return widgets.VStack(1, rows...)
}

// ChangeLines writes an entry's changes in words, one a line. Those of other
// records than of, such as its costs, say which.
func ChangeLines(w *app.Portfolio, of field.ID, e app.Entry) []string {
	undone := ""
	if e.Undoes != 0 {
		undone = texts.T("record.history.undo")
	}
	var out []string
	for _, c := range e.Changes {
		undone := undone
		about := c.Record
		if about == nil {
			about = w.Get(c.ID)
		}
		if about != nil && c.ID != of {
			undone += w.Called(about) + " – "
		}
		switch c.Op {
		case field.Create:
			out = append(out, undone+texts.T("record.history.created", c.Kind.One))
		case field.Delete:
			out = append(out, undone+texts.T("record.history.deleted", c.Kind.One))
		default:
			out = append(out, undone+texts.T("record.history.set", c.Field.Label, orDash(c.Field.Show(w, c.Before)), orDash(c.Field.Show(w, c.After))))
		}
	}
	return out
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}
