package register

import (
	"context"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/ui/async"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/history"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// wasItem shows what the cursor's cell has been; nothing for what isn't kept in the record.
func (r *Register) wasItem(row int) []widgets.MenuItem {
	c, ok := r.source.Column(r.grid.CursorColumn())
	id, there := r.recordAt(row)
	if !ok || !there || !c.Field.Kept() {
		return nil
	}
	return []widgets.MenuItem{{Label: texts.T("register.was", c.Field.Label), Icon: "list", Run: func() { r.showWas(id, c.Field) }}}
}

// showWas lists what a field of a record has been given, newest first.
func (r *Register) showWas(id field.ID, f *field.Field) {
	w := r.s.Portfolio()
	box := widgets.VStack(10, widgets.NewText(texts.T("register.was.reading"), widgets.Muted))
	dialogs.Show(r.s.Window, dialogs.Options{Title: texts.T("register.was.title", f.Label, w.Label(id)), Content: box, Width: 560, Height: 320, Cancel: texts.T("register.was.close")})
	async.Run(r.s.Runner, "was", func(ctx context.Context) ([]app.Was, error) { return w.HistoryOf(ctx, id, f) }, func(all []app.Was, err error) {
		box.Objects = nil
		switch {
		case err != nil:
			box.Add(widgets.NewParagraph(r.s.Sentence(err), widgets.Bad))
		case len(all) == 0:
			box.Add(widgets.NewParagraph(texts.T("register.was.none"), widgets.Muted))
		}
		for _, it := range all {
			box.Add(wasRow(w, f, it))
		}
		box.Refresh()
	})
}

func wasRow(w *app.Portfolio, f *field.Field, it app.Was) fyne.CanvasObject {
	say := func(v field.Value, lost bool) string {
		switch s := f.Show(w, v); {
		case lost:
			return history.Erased()
		case s == "":
			return texts.T("register.was.empty")
		default:
			return s
		}
	}
	head := texts.T("register.was.head", history.Minute(it.Entry.At), history.By(it.Entry), it.Entry.Number)
	return widgets.VStack(1, widgets.NewParagraph(head, widgets.Muted), widgets.NewParagraph(texts.T("register.was.change", say(it.Before, it.Lost[0]), say(it.After, it.Lost[1])), widgets.Normal))
}
