package agreements

import (
	"strings"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/agreement"
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/register"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// command is something that is done to an agreement on a day.
type command struct {
	id   string
	icon string
	fits func(w *app.Portfolio, r *field.Record) bool
	on   func(w *app.Portfolio, r *field.Record) date.Date // suggested
	do   func(tx *field.Tx, id field.ID, s governance.Step) error
}

var commands = []command{
	{"sign", "check", planned, today, agreement.Sign},
	{"renew", "refresh-cw", renewable, next, on(agreement.Renew)},
	{"option", "calendar", optional, today, on(agreement.UseNext)},
	{"notice", "undo-2", open, today, agreement.GiveNotice},
	{"theirs", "briefcase", open, today, agreement.SupplierGivesNotice},
	{"conclude", "archive", func(_ *app.Portfolio, r *field.Record) bool { return agreement.InForce(r) }, ends, agreement.Conclude},
}

// on does what isn't a step, on the day of one.
func on(do func(tx *field.Tx, id field.ID, day date.Date) error) func(*field.Tx, field.ID, governance.Step) error {
	return func(tx *field.Tx, id field.ID, s governance.Step) error { return do(tx, id, s.On) }
}

func planned(_ *app.Portfolio, r *field.Record) bool {
	return agreement.State.Get(r) == agreement.Planned
}

func open(_ *app.Portfolio, r *field.Record) bool { return agreement.Open(r) }

func renewable(_ *app.Portfolio, r *field.Record) bool {
	return agreement.Open(r) && agreement.Renewal.Get(r) != agreement.Never
}

func optional(w *app.Portfolio, r *field.Record) bool {
	return agreement.Open(r) && agreement.NextOption(w, r) != nil
}

func today(w *app.Portfolio, _ *field.Record) date.Date { return w.Today() }

func next(w *app.Portfolio, r *field.Record) date.Date { return agreement.NextEnd(r, w.Today()) }

// ends is the end when it has been, else today.
func ends(w *app.Portfolio, r *field.Record) date.Date {
	if end, _ := agreement.Dates(r, w.Today()); !end.IsZero() && end < w.Today() {
		return end
	}
	return w.Today()
}

// commands are the buttons of what can be done with an agreement as it stands.
func (p *Page) commands(r *field.Record) []fyne.CanvasObject {
	var buttons []fyne.CanvasObject
	for _, c := range commands {
		if c.fits(p.s.Portfolio(), r) {
			buttons = append(buttons, widgets.NewButton(texts.T("agreements."+c.id), func() { p.ask(r.ID, c) }).WithIcon(c.icon))
		}
	}
	if len(buttons) == 0 {
		return nil
	}
	return []fyne.CanvasObject{widgets.Flow(8, buttons...)}
}

// ask asks for the day, and does it.
func (p *Page) ask(id field.ID, c command) {
	w := p.s.Portfolio()
	r := w.Get(id)
	if r == nil {
		return
	}
	day := c.on(w, r)
	typed := input.NewDate(day, w.Today, func(d date.Date) error {
		day = d
		return nil
	})
	in := input.NewField(texts.T("agreements."+c.id+".day"), "", typed)
	dialogs.Show(p.s.Window, dialogs.Options{
		Title: texts.T("agreements."+c.id+".title", r.Name()), Text: texts.T("agreements." + c.id + ".text"), Content: widgets.VStack(8, in), Width: 520,
		Confirm: strings.TrimSuffix(texts.T("agreements."+c.id), " …"),
		OnOK: func() bool {
			_ = p.s.TakeIn() // what is refused is told at its field
			if day.IsZero() {
				in.SetError(texts.T("agreements.noday"))
			}
			return in.Error() == ""
		},
		OnClose: func(ok bool) {
			if ok {
				label := texts.T("agreements."+c.id+".label", r.Name())
				p.Now().Panel.Steps().Take(record.Step{ID: id, Label: label, What: governance.Step{On: day}, Do: c.do})
			}
		},
	})
}

// joining are the buttons that make one of a supplier and those that may be the same.
func (p *Page) joining(r *field.Record) []fyne.CanvasObject {
	if !p.s.Writable() {
		return nil
	}
	var out []fyne.CanvasObject
	for _, o := range field.Namesakes(p.s.Portfolio(), r) {
		out = append(out, widgets.NewButton(texts.T("agreements.join", o.Name()), func() { register.AskMerge(p.s, r.ID, o.ID, p.Now().Select) }).WithIcon("users"))
	}
	if len(out) == 0 {
		return nil
	}
	return append([]fyne.CanvasObject{widgets.Inset(10, 0, 0, 0, widgets.NewHeading(texts.T("agreements.alike"), 3))}, out...)
}
