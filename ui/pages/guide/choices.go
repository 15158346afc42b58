package guide

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"itportfoljen/app/field"
	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// makeID is the answer that makes a new record of what is typed.
const makeID = "\x00skapa"

// mostShown is how many answers are shown at once; typing finds the rest.
const mostShown = 7

func newChoices(p *Page, r *field.Record) *choices {
	return &choices{p: p, r: r, by: record.NewAnswering(p.s, r.ID, p.run.q.First())}
}

// several says whether several fields are asked for at once.
func (c *choices) several() bool { return len(c.p.run.q.Fields) > 1 }

func (c *choices) placeholder() string {
	switch {
	case c.several():
		return texts.T("guide.type.levels")
	case c.by.Makes() != nil:
		return texts.T("guide.type.make")
	case c.by.Searched():
		return texts.T("guide.type.search")
	}
	return texts.T("guide.type.value")
}

// find gives the answers to what is typed.
func (c *choices) find(typed string) (out []input.Answer, note string, style widgets.Style) {
	c.offered = map[string][]field.Value{}
	query := strings.TrimSpace(typed)
	if c.problem != "" {
		note, style, c.problem = c.problem, widgets.Bad, ""
		return c.suggested(), note, style
	}
	switch {
	case query == "":
		out = c.suggested()
		if len(out) == 0 || out[0].Unsure {
			note = texts.T("guide.nothing")
		}
		if c.p.index == nil {
			note = texts.T("guide.looking")
		}
	case c.several():
		out, note = c.levels(query)
	case c.by.Searched():
		out = c.found(query)
		if len(out) == 0 {
			note = texts.T("guide.nohits")
		}
	default:
		out, note = c.written(typed)
		style = widgets.Bad
	}
	if style == widgets.Normal {
		style = widgets.Muted
	}
	return out, note, style
}

func (c *choices) offer(id string, values ...field.Value) string {
	c.offered[id] = values
	return id
}

// suggested are the suggestions, and of a field with few values the rest of those.
func (c *choices) suggested() (out []input.Answer) {
	q, seen := c.p.run.q, map[string]bool{}
	if c.p.index != nil {
		for i, s := range c.p.index.For(c.r) {
			o := c.by.Option(s.Values[0])
			seen[o.ID] = true
			if c.several() {
				o.Label, o.Detail = s.Text(c.p.s.Portfolio(), q), c.words(s.Values)
			}
			out = append(out, input.Answer{ID: c.offer(fmt.Sprint("s", i), s.Values...), Label: o.Label, Detail: o.Detail, Why: s.Why})
		}
	}
	if !q.First().KnownWords() || c.several() {
		return out
	}
	for _, o := range c.by.Find("") {
		if len(out) < mostShown && !seen[o.ID] {
			out = append(out, input.Answer{ID: o.ID, Label: o.Label, Unsure: true})
		}
	}
	return out
}

// words are the alternatives that several values are.
func (c *choices) words(values []field.Value) string {
	var out []string
	for i, v := range values {
		if o, ok := c.p.run.q.Fields[i].OptionOf(c.p.s.Portfolio(), v); ok {
			out = append(out, strings.TrimLeftFunc(o.Label, func(r rune) bool { return unicode.IsDigit(r) || unicode.IsSpace(r) }))
		}
	}
	return strings.Join(out, ", ")
}

// found are what a search finds, and a new one of that name.
func (c *choices) found(query string) (out []input.Answer) {
	for _, o := range c.by.Find(query) {
		if r := c.p.s.Portfolio().Get(field.ID(o.ID)); r != nil && r.Left(c.p.s.Portfolio().Today()) {
			continue // nobody gets what is lacking who isn't there
		}
		if !o.Disabled && !o.Separator && len(out) < mostShown {
			out = append(out, input.Answer{ID: o.ID, Label: o.Label, Detail: o.Detail})
		}
	}
	if k := c.by.Makes(); k != nil {
		out = append(out, input.Answer{ID: makeID, Label: texts.T("guide.make", k.Fresh(), query), Icon: "plus", Unsure: len(out) == 0})
	}
	return out
}

// written is the value that is typed, and of recurring values those that there are.
func (c *choices) written(typed string) (out []input.Answer, note string) {
	f := c.p.run.q.First()
	v, err := c.p.s.Portfolio().Parse(c.r, f, typed)
	if err != nil {
		return nil, err.Error()
	}
	if field.IsEmpty(v) {
		return nil, ""
	}
	shown := f.Show(c.p.s.Portfolio(), v)
	for _, o := range c.by.Find(typed) {
		if !o.Disabled && o.Label != shown && len(out) < mostShown-1 {
			out = append(out, input.Answer{ID: o.ID, Label: o.Label})
		}
	}
	return append([]input.Answer{{ID: c.offer("typed", v), Label: shown}}, out...), ""
}

// levels reads the levels of the fields one after another: "332". What is stated already
// is typed too.
func (c *choices) levels(query string) ([]input.Answer, string) {
	w, q := c.p.s.Portfolio(), c.p.run.q
	digits := strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, query)
	var values []field.Value
	for i, f := range q.Fields {
		if i >= len(digits) {
			break
		}
		v, err := w.Parse(c.r, f, digits[i:i+1])
		if err != nil {
			return nil, err.Error()
		}
		values = append(values, v)
	}
	if len(digits) > len(q.Fields) || len(values) < len(q.Fields) {
		return nil, texts.T("guide.levels", q.Text(w, values), c.headings())
	}
	return []input.Answer{{ID: c.offer("typed", values...), Label: q.Text(w, values), Detail: c.words(values)}}, ""
}

// headings are "K, R, T".
func (c *choices) headings() string {
	var out []string
	for _, f := range c.p.run.q.Fields {
		out = append(out, f.Heading())
	}
	return strings.Join(out, ", ")
}

// values are those of an answer.
func (c *choices) values(id string) ([]field.Value, error) {
	if vs, ok := c.offered[id]; ok {
		return slices.Clone(vs), nil
	}
	v, err := c.by.Value(id)
	return []field.Value{v}, err
}
