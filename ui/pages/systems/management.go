package systems

import (
	"context"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/app/management"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/record"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// plans are the förvaltningsplaner of a system or an object, and the button that begins one.
func (p *Page) plans(r *field.Record) []fyne.CanvasObject {
	out := record.Linked(p.s, texts.T("systems.plans"), management.Plans(p.s.Portfolio(), r))
	if !p.s.Writable() {
		return out
	}
	if len(out) == 0 {
		out = []fyne.CanvasObject{widgets.Inset(10, 0, 0, 0, widgets.NewHeading(texts.T("systems.plans"), 3))}
	}
	return append(out, widgets.Flow(8, widgets.NewButton(texts.T("systems.plans.new"), func() {
		p.askPlan(r, texts.T("systems.plans.new.title", r.Name()), texts.T("systems.plans.new.text"), p.s.Portfolio().PlanYear(), management.Begin)
	}).WithIcon("plus")))
}

// planned is what is offered of a plan: the next year's as a copy of it, and with what it is to
// give, its åtgärder as insatser.
func (p *Page) planned(r *field.Record, group string) []fyne.CanvasObject {
	switch {
	case group == management.Contents:
		return p.larger(r)
	case group != management.Overview || !p.s.Writable():
		return nil
	}
	year := int(management.Year.Get(r)) + 1
	return []fyne.CanvasObject{widgets.Flow(8, widgets.NewButton(texts.T("systems.plans.copy", year), func() {
		p.askPlan(r, texts.T("systems.plans.copy.title", r.Name()), texts.T("systems.plans.copy.text"), year, management.Follow)
	}).WithIcon("copy"))}
}

// larger are the åtgärder that may become insatser.
func (p *Page) larger(r *field.Record) []fyne.CanvasObject {
	var items []widgets.TodoItem
	w := p.s.Portfolio()
	for _, a := range management.Larger(w, r.ID) {
		item := widgets.TodoItem{Key: string(a.ID), Text: a.Name(), Detail: texts.T("systems.plans.unknown")}
		if cost := management.ActionCost.Read(w, a, 0); cost != "" {
			item.Detail = texts.T("systems.plans.cost", cost)
		}
		if p.s.Writable() {
			item.Act = texts.T("systems.plans.propose")
		}
		items = append(items, item)
	}
	if len(items) == 0 {
		return nil
	}
	list := widgets.NewActionList(items, func(key string) { p.s.Open(field.ID(key)) })
	list.OnAct = func(key string) { p.propose(field.ID(key)) }
	return []fyne.CanvasObject{widgets.Inset(10, 0, 0, 0, widgets.NewHeading(texts.T("systems.plans.larger"), 3)), widgets.NewParagraph(texts.T("systems.plans.larger.text"), widgets.Muted), list}
}

// propose makes an åtgärd an insats.
func (p *Page) propose(id field.ID) {
	label := texts.T("systems.plans.propose.label", p.s.Portfolio().Label(id))
	p.s.Act(func(ctx context.Context, w *app.Portfolio) (app.Entry, error) {
		return w.Do(ctx, func(tx *field.Tx) (string, error) {
			_, err := management.Propose(tx, id)
			return label, err
		})
	}, nil)
}

// askPlan asks for the year of a plan, makes it and opens it.
func (p *Page) askPlan(of *field.Record, title, said string, year int, make func(tx *field.Tx, id field.ID, year int) (*field.Record, error)) {
	draft := record.NewDraft(p.s, management.Kind)
	draft.Put(management.Year.Field, int64(year))
	in := draft.Input(field.Column{Field: management.Year.Field})
	dialogs.Show(p.s.Window, dialogs.Options{
		Title: title, Text: said, Content: widgets.VStack(8, in), Width: 480, Confirm: texts.T("systems.plans.make"), Focus: record.KeyboardOf(in),
		OnOK: func() bool {
			_ = p.s.TakeIn() // what is refused is told at its field
			year, _ := draft.Value(management.Year.Field).(int64)
			if in.Error() == "" && year == 0 {
				in.SetError(texts.T("systems.plans.year"))
			}
			return in.Error() == ""
		},
		OnClose: func(ok bool) {
			if !ok {
				return
			}
			year, _ := draft.Value(management.Year.Field).(int64)
			var made *field.Record
			p.s.Act(func(ctx context.Context, w *app.Portfolio) (app.Entry, error) {
				return w.Do(ctx, func(tx *field.Tx) (label string, err error) {
					made, err = make(tx, of.ID, int(year))
					return texts.T("systems.plans.label", of.Name(), year), err
				})
			}, func() { p.s.Open(made.ID) })
		},
	})
}
