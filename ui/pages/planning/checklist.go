package planning

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// duplicateQuestion is the key of the question of whether something does it already.
const duplicateQuestion = "duplicate"

// reply is what is written at a question.
type reply struct {
	question governance.Question
	answer   string // the key of one of the options, or ""
	note     string
}

// asking is some questions that are asked about an insats at once.
type asking struct {
	title, text, label string
	questions          []governance.Question
	options            []widgets.Option // besides that it isn't answered
	under              func(q governance.Question) []fyne.CanvasObject
	save               func(tx *field.Tx, id field.ID, a *reply) error
}

// askChecklist asks all questions of the checklist at once, with what there is already at the
// one of that.
func askChecklist(s *shell.Shell, id field.ID) {
	p := s.Portfolio()
	r := p.Get(id)
	if r == nil {
		return
	}
	asking{title: texts.T("plan.checklist.title"), text: texts.T("plan.checklist.text", r.Name()), label: texts.T("plan.checklist.label", r.Name()),
		questions: p.Model().Checklist, options: []widgets.Option{{ID: "yes", Label: field.Yes}, {ID: "no", Label: field.No}},
		under: func(q governance.Question) []fyne.CanvasObject {
			if q.Key != duplicateQuestion {
				return nil
			}
			return alike(p, r)
		},
		save: func(tx *field.Tx, id field.ID, a *reply) error {
			return plan.Answer(tx, id, a.question, a.said(), a.note)
		},
	}.show(s, id)
}

// askAssessment asks what the forum finds of each point of its assessment.
func askAssessment(s *shell.Shell, id field.ID) {
	p := s.Portfolio()
	r := p.Get(id)
	if r == nil {
		return
	}
	asking{title: texts.T("plan.assessment.title"), text: texts.T("plan.assessment.text", r.Name()), label: texts.T("plan.assessment.label", r.Name()),
		questions: p.Model().Assessment, options: []widgets.Option{{ID: "ok", Label: texts.T("plan.assessment.ok")}, {ID: "remark", Label: texts.T("plan.checklist.note")}},
		save: func(tx *field.Tx, id field.ID, a *reply) error {
			return forum.Assess(tx, id, a.question, a.answer, a.note)
		},
	}.show(s, id)
}

func (k asking) show(s *shell.Shell, id field.ID) {
	given := governance.AnswersTo(s.Portfolio(), id, k.questions)
	var rows []fyne.CanvasObject
	var replies []*reply
	var first fyne.Focusable
	for _, q := range k.questions {
		a := &reply{question: q}
		if said := given[q.Key]; said != nil {
			a.answer, a.note = governance.AnswerValue.Get(said), governance.AnswerNote.Get(said)
		}
		replies = append(replies, a)
		row, answer := a.row(k.options)
		if rows = append(rows, row); first == nil {
			first = answer
		}
		if k.under != nil {
			rows = append(rows, k.under(q)...)
		}
	}
	dialogs.Show(s.Window, dialogs.Options{
		Title: k.title, Text: k.text, Content: widgets.VStack(10, rows...), Width: 680, Confirm: texts.T("plan.checklist.save"), Focus: first,
		OnOK: func() bool {
			_ = s.TakeIn()
			s.Act(func(ctx context.Context, p *app.Portfolio) (app.Entry, error) {
				return p.Do(ctx, func(tx *field.Tx) (string, error) {
					for _, a := range replies {
						if err := k.save(tx, id, a); err != nil {
							return k.label, err
						}
					}
					return k.label, nil
				})
			}, nil)
			return true
		},
	})
}

// row is a question with its answer, which is given too, and its note.
func (a *reply) row(options []widgets.Option) (row fyne.CanvasObject, of fyne.Focusable) {
	options = append([]widgets.Option{{ID: "", Label: texts.T("plan.checklist.none")}}, options...)
	answer := input.NewSelect(options, a.answer, func(id string) error {
		a.answer = id
		return nil
	})
	note := input.NewText(a.note, texts.T("plan.checklist.note"), func(s string) error {
		a.note = strings.TrimSpace(s)
		return nil
	})
	line := container.NewBorder(nil, nil, widgets.Inset(0, 8, 0, 0, answer), nil, note)
	return widgets.Inset(0, 12, 0, 0, widgets.VStack(3, widgets.NewParagraph(a.question.Label, widgets.Normal), line)), answer
}

// alike tells of what may do the same already.
func alike(p *app.Portfolio, r *field.Record) (out []fyne.CanvasObject) {
	for _, l := range plan.Alike(p, r) {
		out = append(out, widgets.NewParagraph(texts.T("plan.checklist.alike", p.Called(l.Record), l.Record.Kind.One, strings.Join(l.Why, "; ")), widgets.Muted))
	}
	return out
}

// said is the answer; nil for none.
func (a *reply) said() *bool {
	if a.answer != "yes" && a.answer != "no" {
		return nil
	}
	yes := a.answer == "yes"
	return &yes
}
