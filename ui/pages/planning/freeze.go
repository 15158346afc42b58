package planning

import (
	"context"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/plan"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// askFreeze asks of which year the plan is fastställd, when, by whom and under which §, and then
// shows what was written down, with its sum.
func (p *Page) askFreeze() {
	s, w := p.s, p.s.Portfolio()
	kind := plan.VersionYear.Kind
	draft := record.NewDraft(s, kind)
	draft.Put(plan.VersionYear.Field, int64(w.PlanYear()))
	draft.Put(plan.VersionOn.Field, w.Today())
	var rows []fyne.CanvasObject
	var inputs []*input.Field
	for _, f := range []*field.Field{plan.VersionYear.Field, plan.VersionOn.Field, plan.VersionBy.Field, plan.VersionRef.Field} {
		in := draft.Input(field.Column{Field: f})
		in.Required = in.Required || f == plan.VersionBy.Field
		rows, inputs = append(rows, in), append(inputs, in)
	}
	told := texts.N("plan.freeze.text", plan.Size(w))
	if last := plan.Latest(w); last != nil {
		told += " " + texts.T("plan.freeze.last", last.Name(), plan.VersionOn.Get(last))
	}
	var d *dialogs.Dialog
	d = dialogs.Show(s.Window, dialogs.Options{
		Title: texts.T("plan.freeze.title"), Text: told, Content: widgets.VStack(8, rows...), Width: 560, Confirm: texts.T("plan.freeze.do"), Focus: record.KeyboardOf(inputs[2]),
		OnOK: func() bool {
			_ = s.TakeIn() // what is refused is told at its field
			inputs[2].SetError("")
			if by, _ := draft.Value(plan.VersionBy.Field).(string); by == "" {
				inputs[2].SetError(texts.T("plan.freeze.by"))
			}
			for _, in := range inputs {
				if in.Error() != "" {
					return false
				}
			}
			if err := plan.Freeze(field.NewTx(s.Portfolio()), freezing(draft)); err != nil { // nobody sees that world
				d.SetError(s.Sentence(err))
				return false
			}
			return true
		},
		OnClose: func(ok bool) {
			if ok {
				p.freeze(freezing(draft))
			}
		},
	})
}

// freezing is what a draft says of how the plan is fastställd.
func freezing(d *record.Draft) (f plan.Freezing) {
	year, _ := d.Value(plan.VersionYear.Field).(int64)
	f.Year = int(year)
	f.On, _ = d.Value(plan.VersionOn.Field).(date.Date)
	f.By, _ = d.Value(plan.VersionBy.Field).(string)
	f.Reference, _ = d.Value(plan.VersionRef.Field).(string)
	return f
}

func (p *Page) freeze(f plan.Freezing) {
	p.s.Act(func(ctx context.Context, w *app.Portfolio) (app.Entry, error) {
		f.Entry = w.Mark().Entry
		return w.Do(ctx, func(tx *field.Tx) (string, error) { return texts.T("plan.freeze.label", f.Year), plan.Freeze(tx, f) })
	}, func() {
		if last := plan.Latest(p.s.Portfolio()); last != nil {
			p.View(last.Kind)
			p.Now().Select(last.ID)
		}
	})
}
