package match

import (
	"slices"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/read"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// mostlyParted is what share of a column's values must be parted for it to be a joint.
const mostlyParted = 0.5

// joints finds the columns that people write several fields in. Each joint has one.
func (s *matching) joints(l *Layout, contents []read.Content) {
	for _, j := range l.Kind.Joints() {
		best, most := -1, 0.0
		for i := range l.Columns {
			c := &l.Columns[i]
			if c.Why != "" {
				continue
			}
			if share := s.jointly(l, c, j, contents[c.Index]); share > most {
				best, most = i, share
			}
		}
		if best >= 0 {
			c := &l.Columns[best]
			c.Joint, c.Why, c.Certainty = j, whyHeading, sureSynonym
		}
	}
}

// jointly is the share of a column's values that a joint parts, 0 when the heading isn't
// the joint's or the values speak for a field instead.
func (s *matching) jointly(l *Layout, c *Column, j *field.Joint, have read.Content) float64 {
	least := l.names.least(c.heading, j)
	if least == 0 || len(have.Values) == 0 {
		return 0
	}
	share := have.Share(func(v sheet.Cell) bool {
		values, _, err := j.Parse(s.w, v.Text)
		return err == nil && len(slices.DeleteFunc(values, field.IsEmpty)) >= least
	})
	if share < mostlyParted || slices.ContainsFunc(l.names.exact[c.heading.Key()], func(o candidate) bool { return !o.field.Prose() && s.fit(o.field, have) > share }) {
		return 0
	}
	return share
}

// least is how many parts a value must have below a heading for it to be the joint: two
// where the heading only has the name among what it says, 0 where it hasn't.
func (hs *headings) least(heading read.Heading, j *field.Joint) (least int) {
	for _, r := range heading.Readings() {
		for _, name := range j.Names {
			words := read.Words(name)
			switch {
			case r.Heading.Key() == read.Squeezed(words):
				return 1
			case least == 0 && len(hs.exact[r.Heading.Key()]) == 0 && (within(words, r.Heading.Words) || hs.says(r.Heading, hs.jointSays[name])):
				least = 2
			}
		}
	}
	return least
}

// says says that a heading has all these concepts, be it cut short or in another form.
func (hs *headings) says(h read.Heading, want []string) bool {
	return len(want) > 0 && slices.ContainsFunc(hs.vocabulary.readings(h), func(r reading) bool { return within(want, r.concepts) })
}

// within says that all of some words are among others.
func within(words, others []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(others, w) })
}

// jointOf finds a joint by its key.
func jointOf(k *field.Kind, key string) *field.Joint {
	for _, j := range k.Joints() {
		if j.Key() == key {
			return j
		}
	}
	return nil
}

// Phrase is what the column was taken for, in words; "" for nothing.
func (c Column) Phrase(w field.World) string {
	switch {
	case c.Joint != nil:
		return text.And(c.Joint.Labels())
	case c.Field == nil:
		return ""
	case c.Means != nil:
		return c.Field.Label + ": " + c.Means.Label
	}
	return field.Column{Field: c.Field, Year: c.Year}.Phrase(w)
}
