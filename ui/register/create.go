package register

import (
	"context"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// AskNew asks for what a new record must have, makes it and gives it to done.
func AskNew(s *shell.Shell, k *field.Kind, done func(id field.ID)) {
	AskNewWith(s, k, "", func(*record.Draft) {}, done)
}

// AskNewWith is AskNew of a record that has more from the beginning, which begin puts in it and
// says, which may be empty, tells.
func AskNewWith(s *shell.Shell, k *field.Kind, says string, begin func(*record.Draft), done func(id field.ID)) {
	draft := record.NewDraft(s, k)
	begin(draft)
	for _, f := range k.Fields() {
		if options := f.Alternatives(s.Portfolio()); f.First && len(options) > 0 {
			draft.Put(f, options[0].Key)
		}
	}
	var rows []fyne.CanvasObject
	var inputs []*input.Field
	title := input.NewText("", "", nil)
	titleRow := input.NewField(k.Title().Label, k.Title().Help, title)
	titleRow.Required, titleRow.LabelWidth = true, record.LabelWidth
	rows = append(rows, titleRow)
	for _, f := range s.Portfolio().Fields(k) {
		if f != k.Title() && f.Editable() && f.Required && f.From == "" && !f.Multiline() {
			in := draft.Input(field.Column{Field: f})
			rows, inputs = append(rows, in), append(inputs, in)
		}
	}
	dialogs.Show(s.Window, dialogs.Options{
		Title: FreshTitle(k), Text: says, Content: widgets.VStack(8, rows...), Width: 540, Confirm: texts.T("register.new"), Focus: title.Target(),
		OnOK: func() bool {
			_ = s.TakeIn() // what is refused is told at its field, below
			v, err := s.Portfolio().Parse(nil, k.Title(), title.Text())
			if err == nil && field.IsEmpty(v) {
				titleRow.SetError(texts.T("register.new.missing"))
				return false
			}
			if err != nil {
				titleRow.SetError(err.Error())
				return false
			}
			for _, in := range inputs {
				if in.Error() != "" {
					return false
				}
			}
			draft.Put(k.Title(), v)
			save(s, draft, texts.T("register.new.label", FreshTitle(k), v), done)
			return true
		},
	})
}

func save(s *shell.Shell, d *record.Draft, label string, done func(id field.ID)) {
	s.Act(func(ctx context.Context, p *app.Portfolio) (app.Entry, error) {
		changes, err := d.Changes()
		if err != nil {
			return app.Entry{}, err
		}
		return p.Apply(ctx, label, changes)
	}, func() { done(d.ID()) })
}
