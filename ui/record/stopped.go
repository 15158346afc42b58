package record

import (
	"context"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
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
		said, there := t.lack(st.ID, m, func() { d.Close() }, texts.T("record.confirm.yes"), func() { t.Take(st) })
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
			t.askException(st.What.By, named(stop.Missing), role, texts.T("record.except.yes"), func(said governance.Step) {
				again := st
				again.What.By, again.What.Role, again.What.Reason, again.What.Until, again.What.Except = said.By, said.Role, said.Reason, said.Until, keys
				again.Label = texts.T("record.except.label", st.Label)
				t.Take(again)
			})
		})}
	}
	d = dialogs.Show(t.S.Window, o)
}

// InTheWay are lines about what is missing before a step that something else is to take, each with
// the ways to it; except makes the exceptions from all of it, nil where there are none to make.
func (t Steps) InTheWay(id field.ID, missing []governance.Missing, except func(keys []string, said governance.Step)) (rows []fyne.CanvasObject) {
	for _, m := range missing {
		line, _ := t.lack(id, m, func() {}, texts.T("record.confirm.only"), func() {})
		rows = append(rows, line)
	}
	if keys, role, may := exceptions(missing); may && t.S.Writable() {
		rows = append(rows, widgets.Flow(8, widgets.NewButton(texts.T("record.except"), func() {
			t.askException("", named(missing), role, texts.T("record.except.only"), func(said governance.Step) { except(keys, said) })
		})))
	}
	return rows
}

// lack is a line about what is missing, with the buttons to where it is filled in or confirmed;
// the first of them, nil for none. What is called confirm confirms it, and then something follows.
func (t Steps) lack(id field.ID, m governance.Missing, leave func(), confirm string, then func()) (line fyne.CanvasObject, there *widgets.Button) {
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
		if way := t.Way(id, m); way != nil {
			add(texts.T("record.stopped.go"), way)
		}
	}
	if m.Gate.Need.Confirmable() && t.S.Writable() {
		add(texts.T("record.confirm"), func() { t.askConfirmation(id, m.Gate, confirm, then) })
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

// named are gates with who may except each of them.
func named(missing []governance.Missing) string {
	var out []string
	for _, m := range missing {
		out = append(out, m.Gate.Key+" ("+m.Gate.Except+")")
	}
	return text.And(out)
}

// askException asks who makes an exception from gates, and why; what is called yes does what follows.
func (t Steps) askException(by field.ID, from, role, yes string, then func(said governance.Step)) {
	draft := newDecision(t.S)
	either := strings.Contains(role, " eller ") // one of those is who made it
	if !either {
		draft.Put(governance.DecisionRole.Field, role)
	}
	draft.Put(governance.DecisionBy.Field, by)
	rows, inputs := draft.rows(governance.DecisionBy.Field, governance.DecisionRole.Field, governance.DecisionUntil.Field, governance.DecisionReason.Field)
	var d *dialogs.Dialog
	d = dialogs.Show(t.S.Window, dialogs.Options{
		Title: texts.T("record.except.title"), Text: texts.T("record.except.text", from), Confirm: yes, Width: 520, Focus: KeyboardOf(inputs[0]),
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
			if ok {
				then(draft.Step())
			}
		},
	})
}

// askConfirmation asks who confirms what a gate asks for, when and where it is to be found, and
// then does what it stood before; what is called yes does it.
func (t Steps) askConfirmation(id field.ID, g governance.Gate, yes string, then func()) {
	draft := newDecision(t.S)
	draft.Put(governance.DecisionOn.Field, t.S.Portfolio().Today())
	rows, inputs := draft.rows(governance.DecisionBy.Field, governance.DecisionOn.Field, governance.DecisionLink.Field, governance.DecisionReason.Field)
	var d *dialogs.Dialog
	d = dialogs.Show(t.S.Window, dialogs.Options{
		Title: texts.T("record.confirm.title", g.Key), Text: texts.T("record.confirm.text", g.Text), Confirm: yes, Width: 520, Focus: KeyboardOf(inputs[0]),
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
					return texts.T("record.confirm.label", g.Key, tx.Label(id)), governance.Confirm(tx, id, g.Key, governance.Approved, said)
				})
			}, func(_ app.Entry, err error) {
				if err != nil {
					t.S.Fail(err)
					return
				}
				then()
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
