package record

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

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
	return Elsewhere(e.s.Portfolio(), e.of.record(), e.col.Field) != ""
}

func (e *editor) text(in *input.Text) fyne.CanvasObject {
	in.Hint(e.hint(""))
	e.renew = func() { in.Hint(e.hint("")); in.Renew(e.exact(e.now())) }
	e.refuse = func() { in.Refuse(e.exact(e.of.stored())) }
	e.accept = in.Accept
	in.OnRestore = e.of.letGo
	return in
}

// hint is what holds while the field says nothing: what it is of itself, or what its kind says of
// why it is empty; else what is asked.
func (e *editor) hint(asks string) string {
	p, f := e.s.Portfolio(), e.col.Field
	if v := f.Otherwise(p); !field.IsEmpty(v) {
		return texts.T("record.unsaid", f.Show(p, v))
	}
	if r := e.of.record(); r != nil {
		return cmp.Or(f.Blank(p, r), asks)
	}
	return asks
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
		if v := f.Otherwise(p); !field.IsEmpty(v) {
			return texts.T("record.unsaid", f.Show(p, v)), widgets.Muted
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
	sel.Placeholder = e.hint(texts.T("record.choose"))
	e.renew = func() { sel.Placeholder = e.hint(texts.T("record.choose")); sel.SetValue(field.Encode(e.now())) }
	e.refuse = sel.Refuse
	return sel
}

// vocabulary suggests the values that others have, and takes new ones.
func (e *editor) vocabulary(v field.Value) fyne.CanvasObject {
	now, _ := v.(string)
	in := input.NewPicker(widgets.Option{ID: now, Label: now}, func(q string) []widgets.Option {
		if f := e.col.Field; f.Suggests != nil {
			return options(f.Suggests(e.s.Portfolio()), q, func(o field.Option) string { return text.Fold(o.Key + " " + o.Label) }, func(o field.Option) widgets.Option {
				return widgets.Option{ID: o.Key, Label: o.Key, Detail: o.Label}
			})
		}
		return options(e.known(), q, text.Fold, func(s string) widgets.Option { return widgets.Option{ID: s, Label: s} })
	}, e.typed, e.typed)
	in.OwnText = true
	in.Placeholder = e.hint(texts.T("record.choose"))
	e.renew = func() {
		in.Placeholder = e.hint(texts.T("record.choose"))
		now, _ := e.now().(string)
		in.SetCurrent(widgets.Option{ID: now, Label: now})
	}
	e.refuse = in.Refuse
	return in
}

// known lists the distinct values of the field in the portfolio, sorted.
func (e *editor) known() []string {
	p := e.s.Portfolio()
	keys := map[string]string{}
	for _, o := range p.Options(e.col.Field) { // those that the styrmodell begins with
		keys[o.Label] = text.SortKey(o.Label)
	}
	for _, r := range p.All(e.col.Field.Kind) {
		if s, _ := r.Get(e.col.Field).(string); s != "" && keys[s] == "" {
			keys[s] = text.SortKey(s)
		}
	}
	return slices.SortedFunc(maps.Keys(keys), func(a, b string) int { return strings.Compare(keys[a], keys[b]) })
}

// options are what a search finds among all, the likeliest first: as many as are looked
// through at a glance, and how many more there are. It looks in folded texts.
func options[T any](all []T, q string, folded func(T) string, option func(T) widgets.Option) []widgets.Option {
	found := all
	if q = text.Fold(q); q != "" {
		type scored struct {
			x     T
			score int
		}
		var hits []scored
		for _, x := range all {
			if score, ok := text.MatchFolded(q, folded(x)); ok {
				hits = append(hits, scored{x, score})
			}
		}
		slices.SortStableFunc(hits, func(a, b scored) int { return b.score - a.score })
		found = make([]T, len(hits))
		for i, h := range hits {
			found[i] = h.x
		}
	}
	out := make([]widgets.Option, min(len(found), maxSuggestions))
	for i := range out {
		out[i] = option(found[i])
	}
	return withRest(out, len(found))
}

// withRest says after the options how many of all there are besides.
func withRest(shown []widgets.Option, all int) []widgets.Option {
	if more := all - len(shown); more > 0 {
		shown = append(shown, widgets.Rest(more))
	}
	return shown
}

func (e *editor) target() *field.Kind { return e.col.Field.Target() }

func (e *editor) option(id field.ID) widgets.Option {
	p := e.s.Portfolio()
	o := widgets.Option{ID: string(id), Label: naming{p}.Label(id)}
	if r := p.Get(id); r != nil {
		o.Detail = field.Told(p, r)
		if e.target() == nil { // what it is tells it from others of its name
			o.Detail = strings.TrimSuffix(text.Capital(r.Kind.One)+" · "+o.Detail, " · ")
		}
		if r.Left(p.Today()) {
			o.Detail = texts.T("record.left", r.Leaves())
		}
	}
	return o
}

// search gives those that a search finds of what may be pointed at: all that there are, by
// name, when it says nothing.
func (e *editor) search(q string) []widgets.Option {
	if k := e.target(); k != nil && k.Parent != nil {
		chosen := append(e.current(), "")[0]
		return TreeOptions(e.s.Portfolio(), k, q, chosen)
	}
	return options(candidatesFor(e.s.Portfolio(), e.col.Field), q, func(c candidate) string { return c.folded },
		func(c candidate) widgets.Option { return e.option(c.r.ID) })
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
	}, e.creator(func(id field.ID) field.Value { return id }))
	hint := func() { in.Placeholder = e.hint(texts.T("record.choose")) } // whom a rule proposes while nobody is chosen
	hint()
	e.renew = func() { hint(); in.SetCurrent(now(e.now())) }
	e.refuse = in.Refuse
	return in
}

func (e *editor) several(field.Value) fyne.CanvasObject {
	var in *input.MultiPicker
	picked := func() (ids []field.ID) {
		for _, id := range in.Chosen() {
			ids = append(ids, field.ID(id))
		}
		return ids
	}
	in = input.NewMultiPicker(e.chosen(), e.search, func([]string) error {
		e.put(e.those(picked()))
		return nil
	}, e.creator(func(id field.ID) field.Value { return e.those(append(picked(), id)) }))
	in.One = e.col.Field.IsHeld()
	asks := in.Placeholder
	in.Placeholder = e.hint(asks)
	e.renew = func() { in.Placeholder = e.hint(asks); in.SetChosen(e.chosen()) }
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

// those is the value that has some records: of a role, which they have from today.
func (e *editor) those(ids []field.ID) field.Value {
	if !e.col.Field.IsHeld() {
		return ids
	}
	hs, _ := e.now().([]field.Holding)
	return field.Succeed(hs, ids, e.s.Portfolio().Today())
}
