package planning

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/field"
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

// reply is what is written at a question of the checklist.
type reply struct {
	question governance.Question
	answer   string // "yes", "no" or ""
	note     string
}

// askChecklist asks all questions of the checklist at once, with what there is already at the
// one of that.
func askChecklist(s *shell.Shell, id field.ID) {
	p := s.Portfolio()
	r := p.Get(id)
	if r == nil {
		return
	}
	given := governance.Answers(p, id)
	var rows []fyne.CanvasObject
	var replies []*reply
	var first fyne.Focusable
	for _, q := range p.Model().Checklist {
		a := &reply{question: q}
		if said := given[q.Key]; said != nil {
			a.answer, a.note = governance.AnswerValue.Get(said), governance.AnswerNote.Get(said)
		}
		replies = append(replies, a)
		row, answer := a.row()
		if rows = append(rows, row); first == nil {
			first = answer
		}
		if q.Key == duplicateQuestion {
			rows = append(rows, alike(p, r)...)
		}
	}
	dialogs.Show(s.Window, dialogs.Options{
		Title: texts.T("plan.checklist.title"), Text: texts.T("plan.checklist.text", r.Name()), Content: widgets.VStack(10, rows...), Width: 680, Confirm: texts.T("plan.checklist.save"), Focus: first,
		OnOK: func() bool {
			_ = s.TakeIn()
			saveChecklist(s, r, replies)
			return true
		},
	})
}

// row is a question with its answer, which is given too, and its note.
func (a *reply) row() (row fyne.CanvasObject, of fyne.Focusable) {
	options := []widgets.Option{{ID: "", Label: texts.T("plan.checklist.none")}, {ID: "yes", Label: field.Yes}, {ID: "no", Label: field.No}}
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

func saveChecklist(s *shell.Shell, r *field.Record, replies []*reply) {
	label := texts.T("plan.checklist.label", r.Name())
	s.Act(func(ctx context.Context, p *app.Portfolio) (app.Entry, error) {
		return p.Do(ctx, func(tx *field.Tx) (string, error) {
			for _, a := range replies {
				if err := plan.Answer(tx, r.ID, a.question, a.said(), a.note); err != nil {
					return label, err
				}
			}
			return label, nil
		})
	}, nil)
}

// said is the answer; nil for none.
func (a *reply) said() *bool {
	if a.answer != "yes" && a.answer != "no" {
		return nil
	}
	yes := a.answer == "yes"
	return &yes
}
