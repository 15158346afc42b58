package record

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/ui/input"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// maxSuggestions is how many options a search gives.
const maxSuggestions = 60

func (e *editor) input() fyne.CanvasObject {
	p, f := e.s.Portfolio(), e.col.Field
	v := e.now()
	if e.there = e.elsewhere(); e.there || !f.Editable() || p.Info().ReadOnly {
		return e.readOnly(v)
	}
	return looks[f.Type].input(e, v)
}

// elsewhere says whether the value is kept in records of others, where it is changed.
func (e *editor) elsewhere() bool {
	r, f := e.of.record(), e.col.Field
	return r != nil && f.Places != nil && len(f.Places(e.s.Portfolio(), r)) > 0
}

func (e *editor) text(in *input.Text) fyne.CanvasObject {
	e.renew = func() { in.Renew(e.exact(e.now())) }
	e.refuse = func() { in.Refuse(e.exact(e.of.stored())) }
	e.accept = in.Accept
	in.OnRestore = e.of.letGo
	return in
}

func (e *editor) day(v field.Value) fyne.CanvasObject {
	d, _ := v.(date.Date)
	in := input.NewDate(d, e.s.Portfolio().Today, func(d date.Date) error { e.put(d); return nil })
	e.renew = func() {
		d, _ := e.now().(date.Date)
		in.Renew(d)
	}
	e.refuse = func() {
		d, _ := e.of.stored().(date.Date)
		in.Refuse(d)
	}
	e.accept = in.Accept
	in.OnRestore(e.of.letGo)
	return in
}

func (e *editor) readOnly(v field.Value) fyne.CanvasObject {
	show := func(v field.Value) (string, widgets.Style) {
		p, f := e.s.Portfolio(), e.col.Field
		if e.there {
			if s, ok := f.Standing(p, e.of.record()); ok {
				return s.Text, Style(s.Tone)
			}
		}
		if s := f.Show(p, v); s != "" {
			return s, widgets.Normal
		}
		if r := e.of.record(); r != nil && f.Blank(p, r) != "" {
			return f.Blank(p, r), widgets.Warn
		}
		return "–", widgets.Muted
	}
	t := widgets.NewParagraph(show(v))
	e.renew = func() { t.Set(show(e.now())) }
	return t
}

// typed checks what was typed at once, and saves it behind the screen.
func (e *editor) typed(s string) error {
	p := e.s.Portfolio()
	v, err := p.Parse(e.of.record(), e.col.Field, s)
	if err != nil {
		return err
	}
	e.put(v)
	return nil
}

func (e *editor) choice(v field.Value) fyne.CanvasObject {
	p, f := e.s.Portfolio(), e.col.Field
	var options []widgets.Option
	if !f.HasAlternatives() {
		options = []widgets.Option{{ID: "true", Label: texts.T("record.yes")}, {ID: "false", Label: texts.T("record.no")}}
	}
	for _, o := range f.Alternatives(p) {
		options = append(options, widgets.Option{ID: o.Key, Label: o.Label})
	}
	sel := input.NewSelect(options, field.Encode(v), func(id string) error {
		v, err := field.Decode(f, id)
		if err == nil {
			e.put(v)
		}
		return err
	})
	sel.Clearable = f != f.Kind.Field("phase")
	sel.Placeholder = texts.T("record.choose")
	e.renew = func() { sel.SetValue(field.Encode(e.now())) }
	e.refuse = sel.Refuse
	return sel
}

// vocabulary suggests the values that others have, and takes new ones.
func (e *editor) vocabulary(v field.Value) fyne.CanvasObject {
	now, _ := v.(string)
	in := input.NewPicker(widgets.Option{ID: now, Label: now}, func(q string) []widgets.Option {
		return options(e.known(), q, func(s string) widgets.Option { return widgets.Option{ID: s, Label: s} })
	}, func(id string) error { return e.typed(id) }, func(q string) {
		if err := e.typed(q); err != nil {
			e.row.SetError(err.Error())
		}
	})
	e.renew = func() {
		now, _ := e.now().(string)
		in.SetCurrent(widgets.Option{ID: now, Label: now})
	}
	e.refuse = in.Refuse
	return in
}

// known lists the distinct values of the field in the portfolio, sorted.
func (e *editor) known() []string {
	p := e.s.Portfolio()
	seen := map[string]bool{}
	var out []string
	for _, r := range p.All(e.col.Field.Kind) {
		if s, _ := r.Get(e.col.Field).(string); s != "" && !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	slices.SortFunc(out, text.Compare)
	return out
}

func options[T any](all []T, q string, option func(T) widgets.Option) []widgets.Option {
	type scored struct {
		o     widgets.Option
		score int
	}
	var found []scored
	for _, x := range all {
		o := option(x)
		if q == "" {
			found = append(found, scored{o, 0})
			if len(found) == maxSuggestions {
				break
			}
			continue
		}
		if score, ok := text.Match(q, strings.TrimSpace(o.Label+" "+o.Detail)); ok {
			found = append(found, scored{o, score})
		}
	}
	slices.SortStableFunc(found, func(a, b scored) int { return b.score - a.score })
	out := make([]widgets.Option, min(len(found), maxSuggestions))
	for i := range out {
		out[i] = found[i].o
	}
	return out
}

func (e *editor) target() *field.Kind { return e.col.Field.Target() }

func (e *editor) option(id field.ID) widgets.Option {
	p := e.s.Portfolio()
	o := widgets.Option{ID: string(id), Label: p.Label(id)}
	if r := p.Get(id); r != nil {
		o.Detail = field.Told(p, r)
		if r.Left(p.Today()) {
			o.Detail = texts.T("record.left", r.Leaves())
		}
	}
	return o
}

func (e *editor) search(q string) []widgets.Option {
	all := e.s.Portfolio().All(e.target())
	if q == "" {
		all = slices.Clone(all)
		slices.SortFunc(all, func(a, b *field.Record) int { return text.Compare(a.Name(), b.Name()) })
	}
	return options(all, q, func(r *field.Record) widgets.Option { return e.option(r.ID) })
}

func (e *editor) picker(v field.Value) fyne.CanvasObject {
	now := func(v field.Value) widgets.Option {
		if id, _ := v.(field.ID); id != "" {
			return e.option(id)
		}
		return widgets.Option{}
	}
	in := input.NewPicker(now(v), e.search, func(id string) error {
		e.put(field.ID(id))
		return nil
	}, e.creator(func(id field.ID) { e.put(id) }))
	e.renew = func() { in.SetCurrent(now(e.now())) }
	e.refuse = in.Refuse
	return in
}

func (e *editor) several(field.Value) fyne.CanvasObject {
	in := input.NewMultiPicker(e.chosen(), e.search, func(ids []string) error {
		picked := make([]field.ID, len(ids))
		for i, id := range ids {
			picked[i] = field.ID(id)
		}
		e.saveSeveral(picked)
		return nil
	}, e.creator(func(id field.ID) { e.saveSeveral(append(e.current(), id)) }))
	e.renew = func() { in.SetChosen(e.chosen()) }
	e.refuse = in.Refuse
	return in
}

func (e *editor) chosen() []widgets.Option {
	ids := e.current()
	out := make([]widgets.Option, len(ids))
	for i, id := range ids {
		out[i] = e.option(id)
	}
	return out
}

func (e *editor) current() []field.ID {
	return slices.Clone(field.Current(e.now(), e.s.Portfolio().Today()))
}

func (e *editor) saveSeveral(ids []field.ID) {
	if !e.col.Field.IsHeld() {
		e.put(ids)
		return
	}
	hs, _ := e.now().([]field.Holding)
	e.put(field.Succeed(hs, ids, e.s.Portfolio().Today()))
}

// creator makes what is pointed at from what was typed, where a name is enough for
// that; systems are made on their own page.
func (e *editor) creator(use func(field.ID)) func(string) {
	k := e.target()
	if k == nil || k.Naming == nil {
		return nil
	}
	return func(name string) {
		var made *field.Record
		e.s.Write(func(ctx context.Context, p *app.Portfolio) (app.Entry, error) {
			var err error
			made, err = p.Create(ctx, k, []app.Assignment{{Column: field.Column{Field: k.Title()}, Text: name}})
			return app.Entry{}, err
		}, func(_ app.Entry, err error) {
			switch {
			case err == nil:
				use(made.ID)
			case e.alone:
				e.s.Fail(err)
			default:
				e.row.SetError(e.s.Sentence(err))
			}
		})
	}
}
