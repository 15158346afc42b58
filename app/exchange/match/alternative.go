package match

import (
	"slices"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// answered is what share of a column's values must be yes or no for its heading to be
// what they are said of.
const answered = 0.8

// asking are the words of a heading that only say that it is answered by yes or no.
var asking = text.Set("ar ja nej x j n om")

// alternatives finds the columns that are named as one alternative of a choice and
// answered by yes and no: "Molntjänst" with Ja and Nej.
func (s *matching) alternatives(l *Layout, contents []read.Content) {
	if l.Ours {
		return
	}
	for i := range l.Columns {
		c := &l.Columns[i]
		have := contents[c.Index]
		if c.Why != "" || len(have.Values) == 0 {
			continue
		}
		if slices.ContainsFunc(l.names.exact[c.heading.Key()], func(o candidate) bool { return s.fit(o.field, have) >= 0.5 }) {
			continue // it is a field of that name, whose values are so
		}
		if have.Share(func(v sheet.Cell) bool { _, ok := field.YesNo(v.Text); return ok }) < answered {
			continue
		}
		if f, o := s.alternative(l.Kind, c.heading); f != nil {
			c.Field, c.Means, c.Why, c.Certainty = f, o, whyHeading, sureSynonym
		}
	}
}

// shortestAlternative is how short a heading may be and still name one: "moln".
const shortestAlternative = 4

// alternative is the one that a heading names, of the only field that has one so named;
// of several the one whose label it is.
func (s *matching) alternative(k *field.Kind, h read.Heading) (f *field.Field, means *field.Option) {
	key := read.Squeezed(slices.DeleteFunc(slices.Clone(h.Words), func(w string) bool { return asking[w] }))
	if len(key) < shortestAlternative {
		return nil, nil
	}
	labelled, several := false, false
	for _, of := range s.w.Fields(k) {
		if !ofWords(of) || !of.Editable() {
			continue
		}
		for _, o := range of.Alternatives(s.w) {
			is := key == read.Squeezed(read.Words(o.Label))
			also := is || slices.ContainsFunc(o.Synonyms, func(name string) bool { return key == read.Squeezed(read.Words(name)) })
			switch {
			case !also || labelled && !is:
			case is && !labelled:
				f, means, labelled, several = of, &o, true, false
			case f == nil:
				f, means = of, &o
			default:
				several = true
			}
		}
	}
	if several {
		return nil, nil
	}
	return f, means
}
