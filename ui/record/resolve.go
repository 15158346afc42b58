package record

import (
	"fyne.io/fyne/v2"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// resolving are the buttons of what may be decided of a record before it goes anywhere.
func (t Steps) resolving(r *field.Record) (buttons []fyne.CanvasObject) {
	for _, o := range governance.Resolvable(t.S.Portfolio(), r) {
		buttons = append(buttons, widgets.NewButton(texts.T("record.resolve", o.Name), func() { t.askResolution(r.ID, o) }).WithIcon("gavel"))
	}
	return buttons
}

// askResolution asks what was decided, by whom and when, and writes it down. No step is taken.
func (t Steps) askResolution(id field.ID, o governance.Resolution) {
	p := t.S.Portfolio()
	r := p.Get(id)
	if r == nil {
		return
	}
	draft := newDecision(t.S)
	draft.Put(governance.DecisionOutcome.Field, governance.Approved)
	draft.Put(governance.DecisionOn.Field, p.Today())
	draft.byWhoDecides(r, o.State)
	rows, inputs := draft.rows(governance.DecisionOutcome.Field, governance.DecisionOn.Field, governance.DecisionBy.Field, governance.DecisionRole.Field,
		governance.DecisionRef.Field, governance.DecisionLink.Field, governance.DecisionReason.Field)
	var d *dialogs.Dialog
	other := t.another(r, o.State, &d)
	d = dialogs.Show(t.S.Window, dialogs.Options{
		Title: texts.T("record.resolve.title", o.Name, text.Shorten(r.Name(), 60)), Text: texts.T("record.resolve.text"), Content: widgets.VStack(8, rows...), Width: 560, Confirm: texts.T("record.resolve.yes"),
		OnOK: func() bool {
			_ = t.S.TakeIn() // what is refused is told at its field
			s := draft.Step()
			if s.By == "" && s.Role == "" {
				d.SetError(texts.T("record.resolve.nobody"))
				return false
			}
			return !refused(inputs) && !other(s)
		},
		OnClose: func(ok bool) {
			if !ok {
				return
			}
			outcome, _ := draft.Value(governance.DecisionOutcome.Field).(string)
			t.Take(Step{ID: id, Label: texts.T("record.resolve.label", o.Name, p.Called(r)), What: draft.Step(), Do: func(tx *field.Tx, id field.ID, s governance.Step) error {
				return governance.Resolve(tx, id, o.State, outcome, s)
			}})
		},
	})
}

// byWhoDecides gives a draft of a decision the one who has the role that decides of it today.
func (d *Draft) byWhoDecides(r *field.Record, to string) {
	p := d.s.Portfolio()
	if held, _ := governance.DecidersOn(p, r, to, p.Today()); len(held) > 0 {
		d.Put(governance.DecisionBy.Field, held[0])
	}
}

// another says once, in a dialog, that whoever is said to have decided didn't have the role
// that day; true is that it was said now, and that the dialog stays.
func (t Steps) another(r *field.Record, to string, in **dialogs.Dialog) func(s governance.Step) bool {
	told := ""
	return func(s governance.Step) bool {
		p := t.S.Portfolio()
		on := s.On
		if on.IsZero() {
			on = p.Today()
		}
		other := ""
		if s.Forum == "" {
			other = governance.Another(p, r, to, s.By, on)
		}
		if other == "" || other == told {
			return false
		}
		told = other
		(*in).SetError(texts.T("record.resolve.another", other))
		return true
	}
}

// lacking says what the styrmodell asks for before a step and that isn't there, and that stops
// nothing.
func (t Steps) lacking(r *field.Record, to string) (rows []fyne.CanvasObject) {
	for _, m := range governance.LacksBefore(t.S.Portfolio(), r, to) {
		if !m.Stops() && !m.Excepted {
			rows = append(rows, widgets.NewParagraph(texts.T("record.step.lacks", m.Text, m.Gate.Key), widgets.Muted))
		}
	}
	return rows
}
