package budget

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/frame"
	"itportfoljen/app/governance"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// revising is a decided ram on its way to another amount.
type revising struct {
	s      *shell.Shell
	id     field.ID
	draft  *record.Draft
	inputs []*input.Field
	says   *fyne.Container
	dialog *dialogs.Dialog
}

// revisable says whether a ram may be given another amount by a decision.
func revisable(s *shell.Shell, r *field.Record) bool {
	return s.Writable() && r != nil && r.Kind == frame.Kind && frame.Guards(r)
}

// reviseOf is the button that asks for it, of a ram that is decided.
func (p *Page) reviseOf(r *field.Record) []fyne.CanvasObject {
	if !revisable(p.s, r) {
		return nil
	}
	return []fyne.CanvasObject{widgets.Inset(10, 0, 0, 0, widgets.Flow(8, widgets.NewButton(texts.T("budget.revise"), func() { askRevise(p.s, r.ID) }).WithIcon("pencil")))}
}

// askRevise asks for the new amount of a ram, who decided it, when and why, with what it comes to;
// what the ram was is kept.
func askRevise(s *shell.Shell, id field.ID) {
	r := s.Portfolio().Get(id)
	if r == nil {
		return
	}
	q := &revising{s: s, id: id, draft: record.NewDraft(s, frame.Kind), says: container.NewStack()}
	q.draft.Put(frame.DecidedOn.Field, s.Portfolio().Today())
	if who := s.Portfolio().Model().Framing.Decider; who != "" {
		q.draft.Put(frame.DecidedBy.Field, who)
	}
	var rows []fyne.CanvasObject
	for _, f := range []*field.Field{frame.Amount.Field, frame.DecidedOn.Field, frame.DecidedBy.Field, frame.Reference.Field, frame.Reason.Field} {
		in := q.draft.Input(field.Column{Field: f})
		rows, q.inputs = append(rows, in), append(q.inputs, in)
	}
	q.draft.OnPut = q.tell
	q.tell()
	q.dialog = dialogs.Show(s.Window, dialogs.Options{Title: texts.T("budget.revise.title", s.Portfolio().Called(r)), Text: now(s.Portfolio(), r), Width: 560, Confirm: texts.T("budget.revise.yes"),
		Content: widgets.VStack(8, append(rows, widgets.Inset(6, 0, 0, 0, q.says))...), Focus: record.KeyboardOf(q.inputs[0]), OnOK: q.may, OnClose: func(ok bool) {
			if ok {
				q.do()
			}
		}})
}

// now says what a ram is by the decision that holds, which is kept.
func now(w field.World, r *field.Record) string {
	said := texts.T("budget.revise.now", frame.Amount.Get(r).Kr())
	for _, f := range []*field.Field{frame.DecidedOn.Field, frame.DecidedBy.Field} {
		if v := f.Read(w, r, 0); v != "" && !field.IsEmpty(r.Get(f)) {
			said += ", " + text.Lower(f.Label) + " " + v
		}
	}
	if v := frame.Reference.Get(r); v != "" {
		said += ", " + v
	}
	return said + ". " + texts.T("budget.revise.kept")
}

// amount is the one that is written; ok is false for none.
func (q *revising) amount() (money.Ore, bool) {
	v, ok := q.draft.Value(frame.Amount.Field).(money.Ore)
	return v, ok
}

// tell says what the written amount changes, and leaves of the ram.
func (q *revising) tell() {
	w := q.s.Portfolio()
	r := w.Get(q.id)
	amount, ok := q.amount()
	if r == nil || !ok {
		q.says.Objects = nil
		q.says.Refresh()
		return
	}
	allotted, _ := frame.Allotted.Value(w, r, 0).(money.Ore)
	said, style := texts.T("budget.revise.left", (amount-frame.Amount.Get(r)).Signed(money.Kr), allotted.Kr(), (amount-allotted).Kr()), widgets.Muted
	if amount < allotted {
		said, style = texts.T("budget.revise.beyond", (amount-frame.Amount.Get(r)).Signed(money.Kr), allotted.Kr(), (allotted-amount).Kr()), widgets.Bad
	}
	q.says.Objects = []fyne.CanvasObject{widgets.NewParagraph(said, style)}
	q.says.Refresh()
}

// step is the decision as it is written.
func (q *revising) step() governance.Step {
	said := func(f *field.Field) string {
		s, _ := q.draft.Value(f).(string)
		return text.OneLine(s)
	}
	on, _ := q.draft.Value(frame.DecidedOn.Field).(date.Date)
	return governance.Step{On: on, Role: said(frame.DecidedBy.Field), Reference: said(frame.Reference.Field), Reason: said(frame.Reason.Field)}
}

// may tries the revision where nobody sees it, and tells what is in the way.
func (q *revising) may() bool {
	_ = q.s.TakeIn() // what is refused is told at its field
	if slices.ContainsFunc(q.inputs, func(in *input.Field) bool { return in.Error() != "" }) {
		return false
	}
	amount, ok := q.amount()
	if !ok {
		q.inputs[0].SetError(texts.T("budget.revise.noamount"))
		return false
	}
	tx := field.NewTx(q.s.Portfolio())
	err := frame.Revise(tx, q.id, amount, q.step())
	if err == nil {
		err = tx.Check()
	}
	if err != nil {
		q.dialog.SetError(q.s.Sentence(err))
	}
	return err == nil
}

func (q *revising) do() {
	amount, _ := q.amount()
	q.s.Write(func(ctx context.Context, p *app.Portfolio) (app.Entry, error) {
		return p.Do(ctx, func(tx *field.Tx) (string, error) {
			return texts.T("budget.revise.label", tx.Label(q.id)), frame.Revise(tx, q.id, amount, q.step())
		})
	}, func(e app.Entry, err error) {
		if err != nil {
			q.s.Fail(err)
			return
		}
		q.s.ToastUndo(e.Label, e)
	})
}
