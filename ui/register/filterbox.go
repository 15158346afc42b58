package register

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/view"
	"itportfoljen/ui/input"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// What can be ticked beside values.
const (
	tickLacks = "lacks"
	tickHas   = "has"
	tickSpan  = "span:"
	tickValue = "value:"
)

// filterBox asks what a filter on a field keeps: values to tick, days or amounts between
// limits, texts that hold something. What is asked for in one way lets go of the others.
type filterBox struct {
	r             *Register
	f             view.Filter
	ops           []view.Op
	low, high     *input.Entry
	with, without *input.Entry
	ticks         *input.Ticks
	says          *widgets.Text
	overlay       *widgets.Overlay
	done          func(f view.Filter, ok bool)
}

// askFilter shows the box at a place; others are the filters that its values are counted
// under. done gets the filter, or false when none is wanted.
func (r *Register) askFilter(c fyne.Canvas, at place, f view.Filter, others []view.Filter, done func(f view.Filter, ok bool)) {
	b := &filterBox{r: r, f: f, ops: view.Ops(r.kind, f.Field), says: widgets.NewParagraph("", widgets.Bad), done: done}
	b.says.Hide()
	p := r.s.Portfolio()
	rows := []fyne.CanvasObject{widgets.NewText(view.FieldLabel(p, r.kind, f.Field, f.Year), widgets.Strong)}
	rows = append(rows, b.limits()...)
	rows = append(rows, b.words()...)
	b.ticks = input.NewTicks(texts.T("register.filter.values"), b.options(others), b.ticked()...)
	b.ticks.Alone = func(id string) bool { return id == tickHas || strings.HasPrefix(id, tickSpan) }
	b.ticks.OnChange = b.clearTyped
	buttons := widgets.HStack(8, widgets.Spacer(), widgets.NewButton(texts.T("register.filter.cancel"), func() { b.overlay.Close() }), widgets.NewPrimary(texts.T("register.filter.use"), b.apply))
	rows = append(rows, b.ticks, b.says, buttons)
	b.overlay = widgets.NewOverlay(c, widgets.Pad(12, widgets.MinSize(300, 0, widgets.VStack(8, rows...))), at)
	b.overlay.OnEnter, b.overlay.OnClose = b.apply, r.focus
	b.overlay.ShowFocus(b.first())
}

// first is what has the keyboard first: what people ask of such a field.
func (b *filterBox) first() fyne.Focusable {
	switch b.ops[0] {
	case view.Between:
		return b.low
	case view.Contains:
		return b.with
	}
	return b.ticks.Target()
}

// entry is a field to write in; what is written in instead, if it has one, is let go of.
func (b *filterBox) entry(placeholder, text string, instead **input.Entry) *input.Entry {
	e := input.NewEntry(placeholder)
	e.Set(text)
	e.OnTyped(func(s string) {
		if instead != nil && s != "" {
			(*instead).Set("")
		}
		b.ticks.Clear()
		b.complain("")
	})
	return e
}

// limits are the fields of what a day or an amount lies between.
func (b *filterBox) limits() []fyne.CanvasObject {
	if !slices.Contains(b.ops, view.Between) {
		return nil
	}
	p := b.r.s.Portfolio()
	from, to := texts.T("register.filter.least"), texts.T("register.filter.most")
	if b.f.Field.IsDay() || b.f.Field.IsYear() {
		from, to = texts.T("register.filter.from"), texts.T("register.filter.to")
	}
	exact := func(v field.Value) string {
		if b.f.Op != view.Between {
			return ""
		}
		return b.f.Field.Exact(p, v)
	}
	b.low, b.high = b.entry(from, exact(b.f.Low), nil), b.entry(to, exact(b.f.High), nil)
	return []fyne.CanvasObject{widgets.HStack(8, widgets.Grow(b.low), widgets.Grow(b.high))}
}

// words are the fields of what a text holds, and doesn't.
func (b *filterBox) words() []fyne.CanvasObject {
	if !slices.Contains(b.ops, view.Contains) {
		return nil
	}
	of := func(op view.Op) string {
		if b.f.Op == op {
			return b.f.Text
		}
		return ""
	}
	b.with = b.entry(texts.T("register.filter.contains"), of(view.Contains), &b.without)
	b.without = b.entry(texts.T("register.filter.without"), of(view.Without), &b.with)
	return []fyne.CanvasObject{widgets.HStack(8, widgets.Grow(b.with), widgets.Grow(b.without))}
}

// options are what can be ticked: days by today, values with how many have each, and
// that there is none or any.
func (b *filterBox) options(others []view.Filter) []widgets.Option {
	var out []widgets.Option
	if slices.Contains(b.ops, view.During) {
		for _, s := range b.spans() {
			out = append(out, widgets.Option{ID: tickSpan + string(s), Label: text.Capital(s.Label()), Group: texts.T("register.filter.when")})
		}
	}
	values, lacking := b.r.list.Values(field.Column{Field: b.f.Field, Year: b.f.Year}, others)
	had := 0
	group := ""
	if len(out) > 0 {
		group = texts.T("register.filter.years")
	}
	seen := map[string]bool{}
	var listed []widgets.Option
	add := func(key, label string, count int) {
		seen[key] = true
		listed = append(listed, widgets.Option{ID: tickValue + key, Label: label, Right: text.Count(count), Group: group})
	}
	if slices.Contains(b.ops, view.Among) {
		for _, v := range values {
			add(v.Key, v.Label, v.Count)
		}
		if b.f.Op == view.Among { // those ticked that no row has now
			for _, key := range b.f.Values {
				if key != "" && !seen[key] {
					add(key, text.Capital(view.KeyLabel(b.r.s.Portfolio(), b.f.Field, key)), 0)
				}
			}
		}
		slices.SortStableFunc(listed, func(x, y widgets.Option) int { return b.order(len(listed), x, y) })
	}
	had = b.r.list.Count(others) - lacking
	any := texts.T("register.filter.any")
	out = append(out, listed...)
	return append(out,
		widgets.Option{ID: tickLacks, Label: texts.T("register.filter.lacks"), Right: text.Count(lacking), Group: any},
		widgets.Option{ID: tickHas, Label: texts.T("register.filter.has"), Right: text.Count(had), Group: any})
}

// manyValues is how many values a list may have before those that are ticked come first.
const manyValues = 100

func (b *filterBox) order(n int, x, y widgets.Option) int {
	if n <= manyValues {
		return 0
	}
	first := func(o widgets.Option) int {
		if slices.Contains(b.f.Values, strings.TrimPrefix(o.ID, tickValue)) {
			return 0
		}
		return 1
	}
	return first(x) - first(y)
}

// spans are those that make sense for the field: whole years for years.
func (b *filterBox) spans() []view.Span {
	if !b.f.Field.IsYear() {
		return view.Spans()
	}
	return slices.DeleteFunc(view.Spans(), func(s view.Span) bool {
		first, last := s.Days(b.r.s.Portfolio().Today())
		return first.Month() != 1 || first.Day() != 1 || last.Month() != 12 || last.Day() != 31
	})
}

// ticked is what the present filter ticks.
func (b *filterBox) ticked() (out []string) {
	switch b.f.Op {
	case view.Lacks:
		return []string{tickLacks}
	case view.Has:
		return []string{tickHas}
	case view.During:
		return []string{tickSpan + string(b.f.Span)}
	case view.Among:
		for _, v := range b.f.Values {
			if v == "" {
				out = append(out, tickLacks)
			} else {
				out = append(out, tickValue+v)
			}
		}
	}
	return out
}

// clearTyped lets go of what is written when something is ticked.
func (b *filterBox) clearTyped() {
	for _, e := range []*input.Entry{b.low, b.high, b.with, b.without} {
		if e != nil {
			e.Set("")
		}
	}
	b.complain("")
}

func (b *filterBox) complain(why string) {
	b.says.SetText(why)
	if b.says.Hide(); why != "" {
		b.says.Show()
	}
	if b.overlay != nil {
		b.overlay.Relayout()
	}
}

// apply hands over the filter; what can't be read is told, and nothing else happens.
func (b *filterBox) apply() {
	f, ok, err := b.read()
	if err != nil {
		b.complain(b.r.s.Sentence(err))
		return
	}
	b.overlay.Close()
	b.done(f, ok)
}

func typed(e *input.Entry) string {
	if e == nil {
		return ""
	}
	return strings.TrimSpace(e.Text)
}

// read is the filter that is asked for; false for none.
func (b *filterBox) read() (f view.Filter, ok bool, err error) {
	f = view.Filter{Field: b.f.Field, Year: b.f.Year}
	switch {
	case typed(b.low) != "" || typed(b.high) != "":
		p := b.r.s.Portfolio()
		f, err = view.Limits(f, typed(b.low), typed(b.high), func(f *field.Field, s string) (field.Value, error) { return p.Parse(nil, f, s) })
		return f, true, err
	case typed(b.with) != "":
		f.Op, f.Text = view.Contains, typed(b.with)
		return f, true, nil
	case typed(b.without) != "":
		f.Op, f.Text = view.Without, typed(b.without)
		return f, true, nil
	}
	if query, missed := b.ticks.Missed(); missed {
		return f, false, fault.New(fault.NotFound, texts.T("register.filter.nothing", query))
	}
	chosen := b.ticks.Chosen()
	for _, id := range chosen {
		if span, is := strings.CutPrefix(id, tickSpan); is {
			f.Op, f.Span = view.During, view.Span(span)
			return f, true, nil
		}
		if value, is := strings.CutPrefix(id, tickValue); is {
			f.Values = append(f.Values, value)
		}
	}
	switch {
	case slices.Contains(chosen, tickHas):
		f.Op = view.Has
	case !slices.Contains(chosen, tickLacks):
	case len(f.Values) == 0:
		f.Op = view.Lacks
	default:
		f.Values = append(f.Values, "")
	}
	return f, len(chosen) > 0, nil
}
