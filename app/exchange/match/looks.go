package match

import (
	"slices"

	"itportfoljen/app/exchange/read"
	"itportfoljen/app/field"
)

// looksOf looks at a column of the sheet.
func (s *matching) looksOf(l *Layout, c *Column) read.Looks { return s.looker(l)(c) }

// looker looks at one column of the sheet after another: what they have in common is found
// once, since there may be thousands.
func (s *matching) looker(l *Layout) func(*Column) read.Looks {
	saying, others := read.Saying(l.data()), s.pointedAt(l.Kind)
	known := func(name string) bool { return s.known.Named(l.Kind, name) }
	other := func(name string) bool { return s.isOne(others, name) }
	return func(c *Column) read.Looks { return read.LookAt(saying, c.Index, known, other) }
}

// pointedAt are the other kinds that fields of kind k point at, such as persons
// and units.
func (s *matching) pointedAt(k *field.Kind) []*field.Kind {
	var out []*field.Kind
	for _, f := range s.w.Fields(k) {
		for _, other := range f.Targets() {
			if other != k && !slices.Contains(out, other) {
				out = append(out, other)
			}
		}
	}
	return out
}

// isOne says that a text names a record of one of the kinds.
func (s *matching) isOne(kinds []*field.Kind, written string) bool {
	return slices.ContainsFunc(kinds, func(k *field.Kind) bool { return s.known.Named(k, written) })
}
