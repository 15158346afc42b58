package record

import (
	"context"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// Failed says why a step wasn't taken: what is missing, with the way to it, and lets who
// may make an exception. Other errors are told as they are.
func (t Steps) Failed(st Step, err error) {
	var stop *governance.Stopped
	p := t.S.Portfolio()
	r := p.Get(st.ID)
	if !errors.As(err, &stop) || r == nil {
		t.S.Fail(err)
		return
	}
	var d *dialogs.Dialog
	var rows []fyne.CanvasObject
	var first fyne.Focusable // Enter goes to where the first that is missing is filled in
	for _, m := range stop.Missing {
		said, there := t.lack(st, m, func() { d.Close() })
		if rows = append(rows, said); first == nil && there != nil {
			first = there
		}
	}
	title := texts.T("record.stopped.title", governance.Before(p, r.Kind, stop.To))
	if act := governance.ActOf(r.Kind, stop.To); act != nil {
		title = texts.T("record.stopped.act", act.Label)
	}
	o := dialogs.Options{Title: title, Text: texts.T("record.stopped.text", p.Called(r)),
		Content: widgets.VStack(12, rows...), Width: 560, Cancel: texts.T("record.stopped.close"), Focus: first}
	if keys, role, may := exceptions(stop.Missing); may && t.S.Writable() {
		o.Extra = []fyne.CanvasObject{widgets.NewButton(texts.T("record.except"), func() {
			d.Close()
			t.askException(st, keys, role)
		})}
	}
	d = dialogs.Show(t.S.Window, o)
}

// lack is a line about what is missing, with the buttons to where it is filled in or confirmed;
// the first of them, nil for none.
func (t Steps) lack(st Step, m governance.Missing, leave func()) (line fyne.CanvasObject, there *widgets.Button) {
	note := m.Gate.Key
	if m.Gate.Except != "" {
		note += " · " + texts.T("record.stopped.except", m.Gate.Except)
	}
	under := []fyne.CanvasObject{widgets.NewText(note, widgets.Muted)}
	if rule, known := t.S.Portfolio().Model().Rule(m.Gate.RuleOf()); known {
		under = append(under, input.NewHelpMark(texts.T("record.stopped.rule", rule.Text, rule.Source)))
	}
	said := widgets.VStack(1, widgets.NewParagraph(m.Text, widgets.Normal), widgets.HStack(4, under...))
	var ways []fyne.CanvasObject
	add := func(label string, way func()) {
		b := widgets.NewButton(label, func() {
			leave()
			way()
		})
		if ways = append(ways, b); there == nil {
			there = b
		}
	}
	if m.Field != nil && t.Way != nil && !m.Gate.Need.Confirmed {
		if way := t.Way(st.ID, m); way != nil {
			add(texts.T("record.stopped.go"), way)
		}
	}
	if m.Gate.Need.Confirmable() && t.S.Writable() {
		add(texts.T("record.confirm"), func() { t.askConfirmation(st, m.Gate) })
	}
	if there == nil {
		return said, nil
	}
	return container.NewBorder(nil, nil, nil, container.NewVBox(widgets.Inset(0, 4, 0, 12, widgets.VStack(4, ways...))), said), there
}

// exceptions are the gates to make exceptions from, and by whom where that is one for all;
// may is false where one of them has none to make.
func exceptions(missing []governance.Missing) (keys []string, role string, may bool) {
	role = missing[0].Gate.Except
	for _, m := range missing {
		if m.Gate.Except == "" {
			return nil, "", false
		}
		if m.Gate.Except != role {
			role = "" // each gate has its own
		}
		keys = append(keys, m.Gate.Key)
	}
	return keys, role, true
}

// askException asks who makes an exception, and why, and takes the step with it.
func (t Steps) askException(st Step, keys []string, role string) {
	draft := newDecision(t.S)
	either := strings.Contains(role, " eller ") // one of those is who made it
	if !either {
		draft.Put(governance.DecisionRole.Field, role)
	}
	draft.Put(governance.DecisionBy.Field, st.What.By)
	rows, inputs := draft.rows(governance.DecisionBy.Field, governance.DecisionRole.Field, governance.DecisionUntil.Field, governance.DecisionReason.Field)
	var d *dialogs.Dialog
	d = dialogs.Show(t.S.Window, dialogs.Options{
		Title: texts.T("record.except.title"), Text: texts.T("record.except.text", strings.Join(keys, ", ")), Confirm: texts.T("record.except.yes"), Width: 520, Focus: KeyboardOf(inputs[0]),
		Content: widgets.VStack(8, rows...),
		OnOK: func() bool {
			_ = t.S.TakeIn()
			said := draft.Step()
			switch {
			case said.By == "" || said.Reason == "":
				d.SetError(texts.T("record.except.missing"))
			case either && said.Role == "":
				d.SetError(texts.T("record.except.role", role))
			default:
				return !refused(inputs)
			}
			return false
		},
		OnClose: func(ok bool) {
			if !ok {
				return
			}
			said, again := draft.Step(), st
			again.What.By, again.What.Role, again.What.Reason, again.What.Except = said.By, said.Role, said.Reason, keys
			again.What.Until = said.Until
			again.Label = texts.T("record.except.label", st.Label)
			t.Take(again)
		},
	})
}

// askConfirmation asks who confirms what a gate asks for, when and where it is to be found,
// and then takes the step that it stood before.
func (t Steps) askConfirmation(st Step, g governance.Gate) {
	draft := newDecision(t.S)
	draft.Put(governance.DecisionOn.Field, t.S.Portfolio().Today())
	rows, inputs := draft.rows(governance.DecisionBy.Field, governance.DecisionOn.Field, governance.DecisionLink.Field, governance.DecisionReason.Field)
	var d *dialogs.Dialog
	d = dialogs.Show(t.S.Window, dialogs.Options{
		Title: texts.T("record.confirm.title", g.Key), Text: texts.T("record.confirm.text", g.Text), Confirm: texts.T("record.confirm.yes"), Width: 520, Focus: KeyboardOf(inputs[0]),
		Content: widgets.VStack(8, rows...),
		OnOK: func() bool {
			_ = t.S.TakeIn()
			if draft.Step().By == "" {
				d.SetError(texts.T("record.confirm.missing"))
			}
			return draft.Step().By != "" && !refused(inputs)
		},
		OnClose: func(ok bool) {
			if !ok {
				return
			}
			said := draft.Step()
			t.S.Write(func(ctx context.Context, p *app.Portfolio) (app.Entry, error) {
				return p.Do(ctx, func(tx *field.Tx) (string, error) {
					return texts.T("record.confirm.label", g.Key, tx.Label(st.ID)), governance.Confirm(tx, st.ID, g.Key, governance.Approved, said)
				})
			}, func(_ app.Entry, err error) {
				if err != nil {
					t.S.Fail(err)
					return
				}
				t.Take(st)
			})
		},
	})
}

// refused says whether something that was written isn't taken.
func refused(inputs []*input.Field) bool {
	return slices.ContainsFunc(inputs, func(in *input.Field) bool { return in.Error() != "" })
}

// Lead is how one comes to where what is missing of a record is filled in; nil for nowhere.
func (p *Panel) Lead(id field.ID, m governance.Missing) func() {
	if p.Mend != nil {
		if way := p.Mend(id, m); way != nil {
			return way
		}
	}
	return p.Way(m.Field)
}

// Way is how one comes to where a field is filled in for a record of the panel's kind: its
// own field, one that shows what is kept there, or the table of its parts; nil for nowhere.
func (p *Panel) Way(f *field.Field) func() {
	if f.Kind == p.kind && !f.Hidden {
		return func() { p.GoTo(f.Key) }
	}
	if p.Ways != nil {
		return p.Ways(f)
	}
	for _, own := range p.kind.Fields() {
		if own.Via == f && !own.Hidden {
			return func() { p.GoTo(own.Key) }
		}
	}
	for _, k := range partKinds(p.kind) {
		if k == f.Kind {
			return func() { p.ShowParts(k) }
		}
	}
	return nil
}
