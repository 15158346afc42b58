package planning

import (
	"context"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/app/plan"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// reportFields are those of a lägesrapport that are asked for, in the form's order.
var reportFields = []*field.Field{plan.ReportOn.Field, plan.ReportTime.Field, plan.ReportCost.Field, plan.ReportScope.Field, plan.ReportQuality.Field,
	plan.ReportRisk.Field, plan.ReportBenefit.Field, plan.ReportTitle.Field, plan.ReportNote.Field, plan.ReportBy.Field}

// newReport writes a lägesrapport of the insats in view, else of one that is asked for.
func (p *Page) newReport() {
	if id := p.reg.Panel.Record(); p.Now() == p.reg && p.reg.Opened() && p.s.Portfolio().Get(id) != nil {
		askReport(p.s, id)
		return
	}
	askOne(p.s, plan.ReportOf.Field, texts.T("plan.report.title"), texts.T("plan.report.which"), func(id field.ID) { askReport(p.s, id) })
}

// askOne asks which record a field is to point at, and goes on with it.
func askOne(s *shell.Shell, f *field.Field, title, why string, then func(id field.ID)) {
	draft := record.NewDraft(s, f.Kind)
	in := draft.Input(field.Column{Field: f})
	dialogs.Show(s.Window, dialogs.Options{
		Title: title, Text: why, Content: widgets.VStack(8, in), Width: 520, Confirm: texts.T("plan.goon"), Focus: record.KeyboardOf(in),
		OnOK: func() bool {
			_ = s.TakeIn()
			if id, _ := draft.Value(f).(field.ID); id == "" {
				in.SetError(texts.T("plan.which.missing"))
				return false
			}
			return true
		},
		OnClose: func(ok bool) {
			if id, _ := draft.Value(f).(field.ID); ok && id != "" {
				then(id)
			}
		},
	})
}

// AskReport asks how an insats goes, beginning with a copy of its last lägesrapport.
func AskReport(s *shell.Shell, id field.ID) { askReport(s, id) }

// askReport asks how an insats goes, beginning with a copy of its last lägesrapport.
func askReport(s *shell.Shell, id field.ID) {
	p := s.Portfolio()
	r := p.Get(id)
	if r == nil {
		return
	}
	begun := plan.NextReport(p, r, 0, "")
	told := texts.T("plan.report.first", r.Name())
	if last := plan.LatestReport(p, id); last != nil {
		age, _ := plan.Aged(p, r)
		told = texts.T("plan.report.copy", r.Name(), plan.ReportOn.Get(last), age)
	}
	draft := record.NewDraft(s, begun.Kind)
	var rows []fyne.CanvasObject
	var inputs []*input.Field
	for _, f := range reportFields {
		draft.Put(f, begun.Get(f))
		in := draft.Input(field.Column{Field: f})
		rows, inputs = append(rows, in), append(inputs, in)
	}
	var d *dialogs.Dialog
	d = dialogs.Show(s.Window, dialogs.Options{
		Title: texts.T("plan.report.title"), Text: told, Content: widgets.VStack(8, rows...), Width: 620, Confirm: texts.T("plan.report.save"), Focus: record.KeyboardOf(inputs[1]),
		OnOK: func() bool {
			_ = s.TakeIn() // what is refused is told at its field
			for _, in := range inputs {
				if in.Error() != "" {
					return false
				}
			}
			for _, f := range reportFields {
				begun.Put(f, draft.Value(f))
			}
			if err := plan.WriteReport(field.NewTx(s.Portfolio()), begun.Clone()); err != nil { // nobody sees that world
				d.SetError(s.Sentence(err))
				return false
			}
			saveReport(s, r, begun)
			return true
		},
	})
}

func saveReport(s *shell.Shell, of, report *field.Record) {
	label := texts.T("plan.report.label", of.Name())
	s.Act(func(ctx context.Context, p *app.Portfolio) (app.Entry, error) {
		return p.Do(ctx, func(tx *field.Tx) (string, error) { return label, plan.WriteReport(tx, report.Clone()) })
	}, nil)
}
