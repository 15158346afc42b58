package planning

import (
	"fyne.io/fyne/v2"

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
	var buttons []fyne.CanvasObject
	if len(s.Portfolio().Model().Checklist) > 0 {
		buttons = append(buttons, widgets.NewButton(texts.T("plan.checklist"), func() { askChecklist(s, r.ID) }).WithIcon("list"))
	}
	if len(s.Portfolio().Model().Assessment) > 0 {
		buttons = append(buttons, widgets.NewButton(texts.T("plan.assessment"), func() { askAssessment(s, r.ID) }).WithIcon("list"))
	}
	return []fyne.CanvasObject{widgets.Flow(8, append(buttons,
		widgets.NewButton(texts.T("plan.advice"), func() { askDecision(s, r.ID, governance.Advised, "") }).WithIcon("clipboard-list"),
		widgets.NewButton(texts.T("plan.decision"), func() { askDecision(s, r.ID, governance.Decided, "") }).WithIcon("gavel"))...)}
}

// askDecision asks what was said, by whom and when; by a forum that is known, or "" for the one
// of the phase that the insats is in.
func askDecision(s *shell.Shell, id field.ID, what, forum string) {
	p := s.Portfolio()
	r := p.Get(id)
	draft := record.NewDraft(s, governance.DecisionKind)
	draft.Put(governance.DecisionOn.Field, p.Today())
	draft.Put(governance.DecisionOutcome.Field, governance.Approved)
	if forum != "" {
		draft.Put(governance.DecisionForum.Field, forum)
	} else if ph, ok := p.Model().Phase(plan.Phase.Get(r)); ok && ph.Forum != "" && (what != governance.Decided || p.Model().MayDecide(ph.Forum)) {
		draft.Put(governance.DecisionForum.Field, p.Model().ForumName(ph.Forum))
	}
	told := texts.T("plan."+what+".text", r.Name())
	proposed := plan.Proposal{}
	if what == governance.Decided {
		proposed = plan.Decide(p, r)
	}
	if who := proposed.Text(p); who != "" {
		told += " " + texts.T("plan.decision.proposed", who)
	}
	warned := ""
	var rows []fyne.CanvasObject
	var inputs []*input.Field
	for _, f := range []*field.Field{governance.DecisionOutcome.Field, governance.DecisionForum.Field, governance.DecisionOn.Field, governance.DecisionBy.Field,
		governance.DecisionRole.Field, governance.DecisionRef.Field, governance.DecisionReason.Field} {
		in := draft.Input(field.Column{Field: f})
		rows, inputs = append(rows, in), append(inputs, in)
	}
	var d *dialogs.Dialog
	d = dialogs.Show(s.Window, dialogs.Options{
		Title: texts.T("plan." + what + ".title"), Text: told, Content: widgets.VStack(8, rows...), Width: 560, Confirm: texts.T("plan.decision.save"),
		OnOK: func() bool {
			_ = s.TakeIn() // what is refused is told at its field
			for _, in := range inputs {
				if in.Error() != "" {
					return false
				}
			}
			step := draft.Step()
			if step.Forum == "" && step.By == "" && step.Role == "" {
				d.SetError(texts.T("plan.decision.nobody"))
				return false
			}
			if other := proposed.Other(p, step); other != "" && other != warned {
				warned = other
				d.SetError(texts.T("plan.decision.other", other))
				return false
			}
			outcome, _ := draft.Value(governance.DecisionOutcome.Field).(string)
			saveDecision(s, r, what, outcome, step)
			return true
		},
	})
}

func saveDecision(s *shell.Shell, r *field.Record, what, outcome string, step governance.Step) {
	label := texts.T("plan."+what+".label", r.Name())
	record.Steps{S: s}.Take(record.Step{ID: r.ID, Label: label, What: step, Do: func(tx *field.Tx, id field.ID, step governance.Step) error {
		return governance.Say(tx, id, what, outcome, step)
	}})
}

// steps takes an insats's steps on the board.
func (b *board) steps(id field.ID) record.Steps {
	return record.Steps{S: b.s, Way: func(of field.ID, m governance.Missing) func() {
		way := b.reg.Panel.Lead(of, m)
		return func() {
			b.open(id)
			way()
		}
	}}
}

// asked is where what a gate asks for of an insats is said: the questions of the checklist, the
// points of a forum's assessment, its advice, and the decision; nil where it is none of those.
func (p *Page) asked(id field.ID, m governance.Missing) func() {
	need := m.Gate.Need
	switch model := p.s.Portfolio().Model(); {
	case !p.s.Writable():
	case need.Assessed:
		return func() { askAssessment(p.s, id) }
	case need.Checklist, m.Field.Kind == governance.AnswerKind:
		return func() { askChecklist(p.s, id) }
	case need.Advice != "":
		return func() { askDecision(p.s, id, governance.Advised, model.ForumName(need.Advice)) }
	case need.Decision != "":
		return func() { askDecision(p.s, id, governance.Decided, model.ForumName(need.Decision)) }
	}
	return nil
}

// prepared is where an insats's checklist, a forum's advice and decisions are written; of other
// parts of it, such as its etapper, their table; of what stands on its own, such as ramar, the
// list on its page.
func (p *Page) prepared(f *field.Field) func() {
	if f.Kind.Owner() == nil && f.Kind.Page != "" {
		return func() { p.s.Go(f.Kind.Page, shell.ShowView{Kind: f.Kind}) }
	}
	if f.Kind != governance.DecisionKind && f.Kind != governance.AnswerKind {
		return func() { p.reg.Panel.ShowParts(f.Kind) }
	}
	return func() { p.reg.Panel.GoTo(plan.Recommendation.Key) }
}
