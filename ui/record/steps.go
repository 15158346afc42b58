package record

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// Steps takes steps of records and, where a gate stands in the way, says what is missing.
type Steps struct {
	S *shell.Shell
	// Way is how one comes to where what is missing of a record is filled in, nil for nowhere.
	Way func(id field.ID, m governance.Missing) func()
}

// Step is a step of a record, done so.
type Step struct {
	ID    field.ID
	Label string // what the journal calls it
	What  governance.Step
	Do    func(tx *field.Tx, id field.ID, s governance.Step) error
}

// Take takes a step, says what was done and how it is undone, or what stood in the way.
func (t Steps) Take(st Step) {
	t.S.Write(func(ctx context.Context, p *app.Portfolio) (app.Entry, error) {
		return p.Do(ctx, func(tx *field.Tx) (string, error) { return st.Label, st.Do(tx, st.ID, st.What) })
	}, func(e app.Entry, err error) {
		if err != nil {
			t.Failed(st, err)
			return
		}
		t.S.ToastUndo(e.Label, e)
	})
}

// Steps takes steps of the panel's record.
func (p *Panel) Steps() Steps {
	return Steps{S: p.s, Way: p.Lead}
}

// offered are the buttons of the steps that are offered of a record.
func (p *Panel) offered(r *field.Record) []fyne.CanvasObject {
	if buttons := p.Steps().buttons(r); len(buttons) > 0 && p.s.Writable() {
		return []fyne.CanvasObject{widgets.Inset(0, 0, 4, LabelWidth, widgets.Flow(8, buttons...))}
	}
	return nil
}

// step takes the step into a state that was chosen. One that a gate stands before isn't kept
// as what isn't saved is: what is missing is told, and the state is chosen again.
func (e *editor) step(of *saved, v field.Value) {
	e.s.SetValue(of.id, e.col, v, func(_ app.Entry, err error) {
		var stop *governance.Stopped
		switch {
		case err == nil:
			e.answered("")
		case errors.As(err, &stop):
			e.succeed()
			e.renew()
			p := e.s.Portfolio()
			label := texts.T("record.step.label", e.col.Field.Label, p.Called(p.Get(of.id)))
			Steps{S: e.s, Way: e.way}.Failed(Step{ID: of.id, Label: label, What: governance.Step{To: stop.To, On: dayOf(e.col.Field, v)}, Do: governance.Go}, err)
		default:
			of.put(v, e.answered)
		}
	})
}

// gated says whether gates may stand before what a field is given: a state, or the day of an
// act.
func gated(f *field.Field) bool {
	_, act := governance.IsAct(f)
	return act || f == f.Kind.Step
}

// dayOf is the day that an act is given; 0 where the field is a state.
func dayOf(f *field.Field, v field.Value) date.Date {
	if f == f.Kind.Step {
		return 0
	}
	d, _ := v.(date.Date)
	return d
}

// buttons are those of the steps that are offered of a record, as the alternatives of its
// state call them.
func (t Steps) buttons(r *field.Record) (buttons []fyne.CanvasObject) {
	p := t.S.Portfolio()
	for _, to := range governance.Offered(p, r) {
		if o, ok := r.Kind.Step.OptionOf(p, to); ok {
			buttons = append(buttons, widgets.NewButton(command(o)+" …", func() { t.ask(r.ID, o) }).WithIcon("chevron-right"))
		}
	}
	return append(buttons, t.resolving(r)...)
}

// command is what the step into a state is called.
func command(o field.Option) string {
	return cmp.Or(o.Do, texts.T("record.step.to", o.Label))
}

// ask asks when a step was taken, by whom and why, and takes it. What stops it is told before
// anything is asked.
func (t Steps) ask(id field.ID, o field.Option) {
	p := t.S.Portfolio()
	r := p.Get(id)
	if r == nil {
		return
	}
	draft := newDecision(t.S)
	draft.Put(governance.DecisionOn.Field, governance.DayOf(p, r, o.Key))
	draft.byWhoDecides(r, o.Key)
	label := texts.T("record.step.label", o.Label, p.Called(r))
	step := func() Step {
		st := draft.Step()
		st.To = o.Key
		return Step{ID: id, Label: label, What: st, Do: governance.Move}
	}
	var stop *governance.Stopped
	if err := governance.Move(field.NewTx(p), id, step().What); errors.As(err, &stop) { // in a world that nobody sees
		t.Failed(step(), err)
		return
	}
	asked := []*field.Field{governance.DecisionOn.Field, governance.DecisionBy.Field}
	if len(p.Model().Forums) > 0 {
		asked = append(asked, governance.DecisionForum.Field)
	}
	rows, inputs := draft.rows(append(asked, governance.DecisionRef.Field, governance.DecisionReason.Field)...)
	said := []string{texts.T("record.step.text", r.Kind.Step.Show(p, r.Get(r.Kind.Step)), o.Label), o.Then, texts.T("record.step.written")}
	if field.IsEmpty(r.Get(r.Kind.Step)) {
		said[0] = ""
	}
	said = slices.DeleteFunc(said, func(s string) bool { return s == "" })
	rows = append(t.lacking(r, o.Key), rows...)
	var d *dialogs.Dialog
	other := t.another(r, o.Key, &d)
	d = dialogs.Show(t.S.Window, dialogs.Options{
		Title: texts.T("record.step.title", command(o), text.Shorten(r.Name(), 60)), Text: strings.Join(said, " "), Content: widgets.VStack(8, rows...), Width: 560, Confirm: command(o),
		OnOK: func() bool {
			_ = t.S.TakeIn() // what is refused is told at its field
			return !refused(inputs) && !other(draft.Step())
		},
		OnClose: func(ok bool) {
			if ok {
				t.Take(step())
			}
		},
	})
}

// newDecision is a draft of what is written down of a step.
func newDecision(s *shell.Shell) *Draft { return NewDraft(s, governance.DecisionKind) }

// rows are the inputs of some of a draft's fields, under each other.
func (d *Draft) rows(fields ...*field.Field) (rows []fyne.CanvasObject, inputs []*input.Field) {
	for _, f := range fields {
		in := d.Input(field.Column{Field: f})
		rows, inputs = append(rows, in), append(inputs, in)
	}
	return rows, inputs
}

// Step is what a draft of a decision says of who took a step, when and why.
func (d *Draft) Step() governance.Step {
	text := func(f *field.Field) string {
		s, _ := d.Value(f).(string)
		return strings.TrimSpace(s)
	}
	s := governance.Step{Forum: text(governance.DecisionForum.Field), Role: text(governance.DecisionRole.Field),
		Reference: text(governance.DecisionRef.Field), Reason: text(governance.DecisionReason.Field), Link: text(governance.DecisionLink.Field)}
	s.Until, _ = d.Value(governance.DecisionUntil.Field).(date.Date)
	s.On, _ = d.Value(governance.DecisionOn.Field).(date.Date)
	s.By, _ = d.Value(governance.DecisionBy.Field).(field.ID)
	return s
}
