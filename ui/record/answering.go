package record

import (
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/suggest"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// Answering is how a field of a record is filled in where there is no form: what the
// field's input there finds, by what is typed.
type Answering struct{ e *editor }

// NewAnswering is that of a field of a record.
func NewAnswering(s *shell.Shell, id field.ID, f *field.Field) *Answering {
	c := field.Column{Field: f}
	return &Answering{&editor{s: s, of: &saved{s: s, id: id, col: c}, col: c}}
}

// Searched says whether a value is looked for, and not written.
func (a *Answering) Searched() bool {
	f := a.e.col.Field
	return f.Points() && len(f.Targets()) > 0 || f.KnownWords()
}

// Find gives what there is to choose, the likeliest first.
func (a *Answering) Find(query string) []widgets.Option {
	f := a.e.col.Field
	switch {
	case f.KnownWords():
		return found(a.words(), query)
	case f.Points() && len(f.Targets()) > 0:
		return a.e.search(query)
	case f.Vocabulary:
		return options(a.e.known(), query, text.Fold, func(s string) widgets.Option { return widgets.Option{ID: s, Label: s} })
	}
	return nil
}

// found are the options that a search finds.
func found(all []widgets.Option, query string) (out []widgets.Option) {
	for _, o := range all {
		if _, ok := text.Match(query, o.Label); ok || query == "" {
			out = append(out, o)
		}
	}
	return out
}

// words are all values of a field that has only a few.
func (a *Answering) words() (out []widgets.Option) {
	f := a.e.col.Field
	if !f.HasAlternatives() {
		return []widgets.Option{{ID: "true", Label: texts.T("record.yes")}, {ID: "false", Label: texts.T("record.no")}}
	}
	for _, o := range f.Alternatives(a.e.s.Portfolio()) {
		out = append(out, widgets.Option{ID: o.Key, Label: o.Label})
	}
	return out
}

// Option tells of what a value points at, or of the value.
func (a *Answering) Option(v field.Value) widgets.Option {
	p, f := a.e.s.Portfolio(), a.e.col.Field
	if ids := field.Current(v, p.Today()); f.Points() && len(ids) > 0 {
		return a.e.option(ids[0])
	}
	if o, ok := f.OptionOf(p, v); ok && f.HasAlternatives() {
		return widgets.Option{ID: o.Key, Label: o.Label}
	}
	return widgets.Option{ID: field.Encode(v), Label: f.Show(p, v)}
}

// Value is what the field holds when an option is chosen.
func (a *Answering) Value(id string) (field.Value, error) {
	p, f := a.e.s.Portfolio(), a.e.col.Field
	if r := a.e.of.record(); f.Points() && r != nil {
		return suggest.Pointing(p, f, r, field.ID(id)), nil
	}
	return field.Decode(f, id)
}

// Makes is the kind of what a name is enough to make; nil where it isn't.
func (a *Answering) Makes() *field.Kind {
	if k := a.e.target(); k != nil && k.Naming != nil {
		return k
	}
	return nil
}
