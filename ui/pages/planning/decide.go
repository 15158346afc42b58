package planning

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// decisions are the buttons that write down what a forum or a beslutsfattare has
// said of an insats.
func decisions(s *shell.Shell, r *field.Record, group string) []fyne.CanvasObject {
	if group != plan.Prep || !s.Writable() {
		return nil
	}
	return []fyne.CanvasObject{widgets.HStack(8,
		widgets.NewButton(texts.T("plan.advice"), func() { askDecision(s, r.ID, governance.Advised) }).WithIcon("clipboard-list"),
		widgets.NewButton(texts.T("plan.decision"), func() { askDecision(s, r.ID, governance.Decided) }).WithIcon("gavel"))}
}

// askDecision asks what was said, by whom and when.
func askDecision(s *shell.Shell, id field.ID, what string) {
	p := s.Portfolio()
	r := p.Get(id)
	draft := record.NewDraft(s, governance.DecisionKind)
	draft.Put(governance.DecisionOn.Field, p.Today())
	draft.Put(governance.DecisionOutcome.Field, governance.Approved)
	if ph, ok := p.Model().Phase(plan.Phase.Get(r)); ok && ph.Forum != "" {
		draft.Put(governance.DecisionForum.Field, p.Model().ForumName(ph.Forum))
	}
	var rows []fyne.CanvasObject
	var inputs []*input.Field
	for _, f := range []*field.Field{governance.DecisionOutcome.Field, governance.DecisionForum.Field, governance.DecisionOn.Field, governance.DecisionBy.Field,
		governance.DecisionRole.Field, governance.DecisionRef.Field, governance.DecisionReason.Field} {
		in := draft.Input(field.Column{Field: f})
		rows, inputs = append(rows, in), append(inputs, in)
	}
	var d *dialogs.Dialog
	d = dialogs.Show(s.Window, dialogs.Options{
		Title: texts.T("plan." + what + ".title"), Text: texts.T("plan."+what+".text", r.Name()), Content: widgets.VStack(8, rows...), Width: 560, Confirm: texts.T("plan.decision.save"),
		OnOK: func() bool {
			_ = s.TakeIn() // what is refused is told at its field
			for _, in := range inputs {
				if in.Error() != "" {
					return false
				}
			}
			step := said(draft)
			if step.Forum == "" && step.By == "" && step.Role == "" {
				d.SetError(texts.T("plan.decision.nobody"))
				return false
			}
			saveDecision(s, r, what, text(draft, governance.DecisionOutcome.Field), step)
			return true
		},
	})
}

func text(d *record.Draft, f *field.Field) string {
	s, _ := d.Value(f).(string)
	return strings.TrimSpace(s)
}

// said is what was written in the dialog.
func said(d *record.Draft) governance.Step {
	s := governance.Step{Forum: text(d, governance.DecisionForum.Field), Role: text(d, governance.DecisionRole.Field),
		Reference: text(d, governance.DecisionRef.Field), Reason: text(d, governance.DecisionReason.Field)}
	s.On, _ = d.Value(governance.DecisionOn.Field).(date.Date)
	s.By, _ = d.Value(governance.DecisionBy.Field).(field.ID)
	return s
}

func saveDecision(s *shell.Shell, r *field.Record, what, outcome string, step governance.Step) {
	label := texts.T("plan."+what+".label", r.Name())
	s.Act(func(ctx context.Context, p *app.Portfolio) (app.Entry, error) {
		return p.Do(ctx, func(tx *field.Tx) (string, error) { return label, governance.Say(tx, r.ID, what, outcome, step) })
	}, nil)
}

// stopped says what is missing before an insats may go on, with the way to it, and
// lets who may make an exception. It is false for other errors.
func (b *board) stopped(id field.ID, phase string, err error) bool {
	var stop *governance.Stopped
	if !errors.As(err, &stop) {
		return false
	}
	p := b.s.Portfolio()
	ph, _ := p.Model().Phase(phase)
	var d *dialogs.Dialog
	rows := []fyne.CanvasObject{}
	may, keys, role := true, []string{}, ""
	for _, m := range stop.Missing {
		note := m.Gate.Key
		if m.Gate.Except != "" {
			note += " · " + texts.T("plan.stopped.except", m.Gate.Except)
		}
		said := widgets.VStack(1, widgets.NewParagraph(m.Text, widgets.Normal), widgets.NewParagraph(note, widgets.Muted))
		row := fyne.CanvasObject(said)
		if m.Field != nil {
			key := m.Field.Key
			if m.Field.Kind != p.Get(id).Kind { // a forum's advice, a decision, the checklist: they are written where it is prepared
				key = plan.Recommendation.Key
			}
			row = container.NewBorder(nil, nil, nil, widgets.Inset(0, 0, 0, 12, widgets.NewButton(texts.T("plan.stopped.go"), func() {
				d.Close()
				b.open(id)
				b.reg.Panel.GoTo(key)
			})), said)
		}
		rows = append(rows, row)
		may = may && m.Gate.Except != ""
		if role = m.Gate.Except; len(keys) > 0 && role != stop.Missing[0].Gate.Except {
			role = "" // each gate has its own
		}
		keys = append(keys, m.Gate.Key)
	}
	o := dialogs.Options{Title: texts.T("plan.stopped.title", ph.Label), Text: texts.T("plan.stopped.text", p.Label(id)), Content: widgets.VStack(12, rows...), Width: 560, Cancel: texts.T("plan.stopped.close")}
	if may && b.s.Writable() {
		o.Extra = []fyne.CanvasObject{widgets.NewButton(texts.T("plan.except"), func() {
			d.Close()
			b.askException(id, phase, keys, role)
		})}
	}
	d = dialogs.Show(b.s.Window, o)
	return true
}

// askException asks who makes an exception, and why.
func (b *board) askException(id field.ID, phase string, keys []string, role string) {
	draft := record.NewDraft(b.s, governance.DecisionKind)
	draft.Put(governance.DecisionRole.Field, role)
	var rows []fyne.CanvasObject
	for _, f := range []*field.Field{governance.DecisionBy.Field, governance.DecisionRole.Field, governance.DecisionReason.Field} {
		rows = append(rows, draft.Input(field.Column{Field: f}))
	}
	var d *dialogs.Dialog
	d = dialogs.Show(b.s.Window, dialogs.Options{
		Title: texts.T("plan.except.title"), Text: texts.T("plan.except.text", strings.Join(keys, ", ")), Confirm: texts.T("plan.except.yes"), Width: 520,
		Content: widgets.VStack(8, rows...),
		OnOK: func() bool {
			_ = b.s.TakeIn()
			step := said(draft)
			if step.By == "" || step.Reason == "" {
				d.SetError(texts.T("plan.except.missing"))
				return false
			}
			step.To, step.Except = phase, keys
			b.except(id, step)
			return true
		},
	})
}

func (b *board) except(id field.ID, step governance.Step) {
	b.s.Write(func(ctx context.Context, p *app.Portfolio) (app.Entry, error) {
		return p.Do(ctx, func(tx *field.Tx) (string, error) {
			return texts.T("plan.except.label", p.Label(id)), governance.Move(tx, id, step)
		})
	}, func(e app.Entry, err error) { b.moved(id, step.To, e, err) })
}
