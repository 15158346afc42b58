package systems

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/integration"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// integrations are what comes to the system, goes from it and goes through it, and the
// offer to make some of what it says in words that it depends on.
func (p *Page) integrations(r *field.Record) (out []fyne.CanvasObject) {
	w := p.s.Portfolio()
	var items []widgets.TodoItem
	for _, f := range []*field.Field{integration.To.Field, integration.From.Field, integration.Through.Field} {
		for _, i := range w.Pointing(f, r.ID) {
			items = append(items, p.integrationItem(i, f))
		}
	}
	if len(items) > 0 {
		out = append(out, widgets.Inset(10, 0, 0, 0, widgets.NewHeading(texts.T("systems.integrations"), 3)),
			widgets.NewActionList(items, func(key string) { p.s.Open(field.ID(key)) }))
	}
	if p.s.Writable() && len(integration.Offered(w, r.ID)) > 0 {
		out = append(out, widgets.HStack(8, widgets.NewButton(texts.T("systems.integrations.offer"), func() { p.offer(r.ID) }).WithIcon("arrow-left-right")))
	}
	return out
}

// integrationItem is an integration as it is told of at the end that f says.
func (p *Page) integrationItem(i *field.Record, f *field.Field) widgets.TodoItem {
	w := p.s.Portfolio()
	said := func(of *field.Record, id field.ID) string {
		if name := w.Label(id); name != "" {
			return name
		}
		return integration.Outside.Get(of)
	}
	item := widgets.TodoItem{Key: string(i.ID)}
	switch both := integration.Direction.Get(i) == integration.Both; f {
	case integration.To.Field:
		item.Text = texts.T("systems.integrations.from", said(i, integration.From.Get(i)))
		if both {
			item.Text = texts.T("systems.integrations.both", said(i, integration.From.Get(i)))
		}
	case integration.From.Field:
		item.Text = texts.T("systems.integrations.to", said(i, integration.To.Get(i)))
		if both {
			item.Text = texts.T("systems.integrations.both", said(i, integration.To.Get(i)))
		}
	default:
		item.Text = texts.T("systems.integrations.through", integration.Ends(w, i))
	}
	var detail []string
	for _, s := range []string{integration.Information.Get(i), integration.Method.Read(w, i, 0), text.Lower(integration.Frequency.Read(w, i, 0))} {
		if s != "" {
			detail = append(detail, s)
		}
	}
	item.Detail = strings.Join(detail, ", ")
	if o, ok := integration.State.OptionOf(w, i.Get(integration.State.Field)); ok {
		item.Pill, item.PillStyle = o.Label, record.Style(o.Tone)
	}
	return item
}

// offer shows which systems the words name, and makes integrations of those chosen.
func (p *Page) offer(id field.ID) {
	w := p.s.Portfolio()
	found := integration.Offered(w, id)
	if len(found) == 0 {
		return
	}
	on := make([]bool, len(found))
	var checks []fyne.CanvasObject
	for i, s := range found {
		on[i] = true
		checks = append(checks, input.NewCheck(strings.TrimSpace(s.Name()+"  "+s.Ref), true, func(b bool) error {
			on[i] = b
			return nil
		}))
	}
	var d *dialogs.Dialog
	d = dialogs.Show(p.s.Window, dialogs.Options{
		Title: texts.T("systems.integrations.label", w.Label(id)), Text: texts.N("systems.integrations.found", len(found)), Content: widgets.VStack(6, checks...),
		Confirm: texts.T("systems.integrations.make"), Focus: checks[0].(fyne.Focusable), OnOK: func() bool {
			var from []field.ID
			for i, s := range found {
				if on[i] {
					from = append(from, s.ID)
				}
			}
			if len(from) == 0 {
				d.SetError(texts.T("systems.integrations.none"))
				return false
			}
			p.link(id, from)
			return true
		}})
}

func (p *Page) link(id field.ID, from []field.ID) {
	p.s.Act(func(ctx context.Context, w *app.Portfolio) (app.Entry, error) {
		return w.Do(ctx, func(tx *field.Tx) (string, error) {
			return texts.T("systems.integrations.label", tx.Label(id)), integration.Make(tx, id, from)
		})
	}, nil)
}
