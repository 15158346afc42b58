package reporting

import (
	"strings"

	"fyne.io/fyne/v2"

	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	"itportfoljen/app/plan"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/pages/planning"
	"itportfoljen/ui/record"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// mend opens what answers a question: its fields, where it stands, and else the record.
func (p *packet) mend(key string) {
	rule, id, _ := strings.Cut(key, "\x00")
	for _, q := range p.asked {
		if q.Rule == rule && q.Record == field.ID(id) {
			p.answer(q)
			return
		}
	}
}

func (p *packet) answer(q insight.Question) {
	r := p.s.Portfolio().Get(q.Record)
	switch {
	case r == nil:
	case len(q.Fields) == 1 && q.Fields[0] == plan.ReportedOn.Field && p.s.Writable():
		planning.AskReport(p.s, q.Record)
	case len(q.Fields) == 0 || !p.s.Writable():
		p.s.Open(q.Record)
	default:
		p.askAnswer(q)
	}
}

// askAnswer is the fields of a question in a dialog; they are saved as they are left, and the
// question is gone when it is answered.
func (p *packet) askAnswer(q insight.Question) {
	form := record.NewForm(p.s, q.Record, q.Fields...).Live()
	var d *dialogs.Dialog
	open := widgets.NewButton(texts.T("reports.packet.open"), func() {
		_ = p.s.TakeIn()
		d.Close()
		p.goTo(q)
	}).WithIcon("external-link").WithKind(widgets.Quiet)
	d = dialogs.Show(p.s.Window, dialogs.Options{Title: q.Subject, Text: texts.T("reports.packet.why", q.Why, q.Asked), Content: form.Content(), Width: 560,
		Confirm: texts.T("reports.packet.answered"), Focus: form.Keyboard(p.lacking(q)), Cancel: texts.T("reports.packet.close"), Extra: []fyne.CanvasObject{open}, OnOK: func() bool {
			_ = p.s.TakeIn() // what is refused is told at its field
			return !form.Refused()
		}})
}

// lacking is the first field of a question that is empty, where the answer is to be.
func (p *packet) lacking(q insight.Question) *field.Field {
	w := p.s.Portfolio()
	for _, f := range q.Fields {
		if field.IsEmpty(f.Value(w, w.Get(q.Record), 0)) {
			return f
		}
	}
	return q.Fields[0]
}

// goTo shows the record of a question where it lives, at its first field.
func (p *packet) goTo(q insight.Question) {
	if r := p.s.Portfolio().Get(q.Record); r != nil && r.Owner() == "" && r.Kind.Page != "" {
		p.s.Go(r.Kind.Page, shell.Select{ID: q.Record, Field: q.Fields[0].Key})
		return
	}
	p.s.Open(q.Record)
}
