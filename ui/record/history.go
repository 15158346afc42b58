package record

import (
	"context"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/ui/async"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/history"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// The tab shows so many entries at first, and so many changes of each.
const (
	historyPage    = 100
	historyChanges = 12
)

// history lists what has been done to the record, newest first.
func (p *Panel) history(r *field.Record) fyne.CanvasObject {
	box := widgets.VStack(12, widgets.NewText(texts.T("record.history.reading"), widgets.Muted))
	p.readHistory(box, r.ID, historyPage)
	return box
}

func (p *Panel) readHistory(box *fyne.Container, of field.ID, limit int) {
	w := p.s.Portfolio()
	async.Run(p.s.Runner, "history", func(ctx context.Context) ([]history.Item, error) {
		return history.Read(ctx, w, app.Query{Record: of, Limit: limit})
	}, func(items []history.Item, err error) {
		box.Objects = nil
		if err != nil {
			box.Add(widgets.NewParagraph(p.s.Sentence(err), widgets.Bad))
		}
		day := ""
		for i := range items {
			it := &items[i]
			if d := history.Day(it.At, w.Today()); d != day {
				day = d
				box.Add(widgets.NewHeading(d, 3))
			}
			box.Add(p.historyEntry(of, it))
		}
		switch {
		case len(items) == 0 && err == nil:
			box.Add(widgets.NewText(texts.T("record.history.none"), widgets.Muted))
		case len(items) == limit:
			box.Add(widgets.HStack(0, widgets.NewButton(texts.T("record.history.older"), func() { p.readHistory(box, of, 2*limit) })))
		}
		box.Refresh()
	})
}

// historyEntry is who did something, when, and what it changed in the record.
func (p *Panel) historyEntry(of field.ID, it *history.Item) fyne.CanvasObject {
	w := p.s.Portfolio()
	head := texts.T("record.history.head", it.At.Local().Format("15:04"), history.By(it.Entry), it.Number)
	if it.Undoes != 0 {
		head = texts.T("record.history.undid", head, it.Undoes)
	}
	who := widgets.NewParagraph(head, widgets.Muted)
	top := widgets.HStack(8, widgets.Grow(who))
	switch {
	case it.Undone():
		top.Add(widgets.NewPill(history.Undone(), widgets.Neutral))
	case it.Number > 1 && it.Origin != app.OriginMigration && !w.Info().ReadOnly:
		top.Add(widgets.NewLink(texts.T("record.history.takeback"), func() { p.takeBack(it) }))
	}
	return widgets.VStack(2, top, history.Show(w, of, it, historyChanges, p.s.Open))
}

// takeBack takes an entry back. What it did to others as well goes back with it, so
// that is asked about first.
func (p *Panel) takeBack(it *history.Item) {
	w := p.s.Portfolio()
	async.Run(p.s.Runner, "history.takeback", func(ctx context.Context) (int, error) {
		found, err := w.Journal(ctx, app.Query{Number: it.Number})
		seen := map[field.ID]bool{}
		for _, e := range found {
			for _, c := range e.Changes {
				seen[c.ID] = true
			}
		}
		return len(seen), err
	}, func(records int, err error) {
		switch {
		case err != nil:
			p.s.Fail(err)
		case records > 1:
			dialogs.Confirm(p.s.Window, texts.T("record.history.takeback.title"), texts.T("record.history.takeback.text", it.Number, history.Label(it), text.Count(records)),
				texts.T("record.history.takeback"), false, func() { p.s.TakeBack(it.Number, nil) })
		default:
			p.s.TakeBack(it.Number, nil)
		}
	})
}
