package round

import (
	"context"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/rhythm"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// lockView is the step where the figures are locked: what they come to, what is left, and what was
// locked at the milestone before.
func (p *Page) lockView() fyne.CanvasObject {
	w := p.s.Portfolio()
	sums := rhythm.SumsOf(w, p.at.Year)
	figures := widgets.Columns(12, 190)
	for i, t := range []money.Total{sums.Budget, sums.Forecast, sums.Actual} {
		value := texts.T("round.none.known")
		if t.Known {
			value = texts.T("round.kr", t.Kr())
		}
		figures.Add(widgets.NewKeyFigure(texts.T("round.figure", economy.Amounts()[i].Label, p.at.Year), value, "", widgets.Normal, nil))
	}
	rows := []fyne.CanvasObject{figures, widgets.NewParagraph(texts.N("round.lock.rows", sums.Rows), widgets.Muted)}
	if n := len(p.round.Lacking); n > 0 {
		rows = append(rows, left(texts.N("round.lock.lacking", n), func() { p.show(lacking) }))
	}
	if n := len(p.round.Unsaid); n > 0 {
		rows = append(rows, left(texts.N("round.lock.unsaid", n), func() { p.show(unsaid) }))
	}
	buttons := widgets.HStack(8)
	do := texts.T("round.lock.do")
	if s := p.round.State; s != nil {
		rows = append(rows, widgets.NewParagraph(texts.T("round.lock.already", s.Name(), rhythm.On.Get(s), rhythm.By.Get(s)), widgets.Normal))
		buttons.Add(widgets.NewButton(texts.T("round.lock.show"), func() { p.s.Open(s.ID) }))
		do = texts.T("round.lock.again")
	}
	switch {
	case !p.s.Writable():
		rows = append(rows, widgets.NewParagraph(texts.T("register.whynot.readonly"), widgets.Muted))
	case sums.Rows > 0 && p.round.State == nil:
		buttons.Add(widgets.NewPrimary(do, p.askLock))
	case sums.Rows > 0:
		buttons.Add(widgets.NewButton(do, p.askLock))
	}
	rows = append(rows, buttons)
	return widgets.NewScroll(widgets.MaxWidth(900, widgets.Inset(16, widgets.Edge, 16, widgets.Edge, widgets.VStack(0, widgets.NewCard(texts.T("round.lock.title", p.at.Name()), p.at.Milestone.Label, widgets.VStack(12, rows...))))))
}

// left is something that isn't done, with the way to it.
func left(said string, to func()) fyne.CanvasObject {
	return widgets.NewBanner(widgets.Warn, said, texts.T("round.lock.see"), to)
}

// reportView is the last step: what there is to hand on.
func (p *Page) reportView() fyne.CanvasObject {
	rows := []fyne.CanvasObject{widgets.NewParagraph(texts.T("round.report.text"), widgets.Normal)}
	if p.round.State == nil {
		rows = append(rows, left(texts.T("round.report.unlocked", p.at.Name()), func() { p.show(locking) }))
	}
	rows = append(rows, widgets.HStack(8, widgets.NewPrimary(texts.T("round.report.open"), func() { p.s.Go("reports", "ledningsgrupp") }),
		widgets.NewButton(texts.T("round.report.excel"), p.differs.export).WithIcon("file-spreadsheet")))
	return widgets.NewScroll(widgets.MaxWidth(900, widgets.Inset(16, widgets.Edge, 16, widgets.Edge, widgets.VStack(0, widgets.NewCard(texts.T("round.report.title"), "", widgets.VStack(12, rows...))))))
}

// askLock asks when, by whom and with what note the figures are locked.
func (p *Page) askLock() {
	s, w := p.s, p.s.Portfolio()
	draft := record.NewDraft(s, rhythm.On.Kind)
	draft.Put(rhythm.On.Field, w.Today())
	if who := w.Who(); who != "" {
		draft.Put(rhythm.By.Field, who)
	}
	var rows []fyne.CanvasObject
	var inputs []*input.Field
	for _, f := range []*field.Field{rhythm.By.Field, rhythm.On.Field, rhythm.Notes.Field} {
		in := draft.Input(field.Column{Field: f})
		in.Required = in.Required || f == rhythm.By.Field
		rows, inputs = append(rows, in), append(inputs, in)
	}
	at := p.at
	told := texts.T("round.lock.text")
	if n := len(p.round.Lacking) + len(p.round.Unsaid); n > 0 {
		told += " " + texts.N("round.lock.left", n)
	}
	of := func() (f rhythm.Freezing) {
		f.Year, f.Milestone = at.Year, at.Milestone.Called()
		f.On, _ = draft.Value(rhythm.On.Field).(date.Date)
		f.By, _ = draft.Value(rhythm.By.Field).(string)
		f.Notes, _ = draft.Value(rhythm.Notes.Field).(string)
		return f
	}
	var d *dialogs.Dialog
	d = dialogs.Show(s.Window, dialogs.Options{
		Title: texts.T("round.lock.asks", at.Name()), Text: told, Content: widgets.VStack(8, rows...), Width: 560, Confirm: texts.T("round.lock.yes"), Focus: record.KeyboardOf(inputs[0]),
		OnOK: func() bool {
			_ = s.TakeIn() // what is refused is told at its field
			for _, in := range inputs {
				if in.Error() != "" {
					return false
				}
			}
			if _, err := rhythm.Freeze(field.NewTx(s.Portfolio()), of()); err != nil { // nobody sees that world
				d.SetError(s.Sentence(err))
				return false
			}
			return true
		},
		OnClose: func(ok bool) {
			if ok {
				p.lock(of())
			}
		},
	})
}

func (p *Page) lock(f rhythm.Freezing) {
	p.s.Act(func(ctx context.Context, w *app.Portfolio) (app.Entry, error) {
		f.Entry = w.Mark().Entry
		return w.Do(ctx, func(tx *field.Tx) (string, error) {
			r, err := rhythm.Freeze(tx, f)
			if err != nil {
				return "", err
			}
			return texts.T("round.lock.label", r.Name()), nil
		})
	}, func() { p.show(report) })
}
