package match

import (
	"slices"

	"itportfoljen/app/exchange/read"
	"itportfoljen/app/field"
)

// looksOf looks at a column of the sheet.
func (s *matching) looksOf(l *Layout, c *Column) read.Looks {
	others := s.pointedAt(l.Kind)
	return read.LookAt(l.data(), c.Index,
		func(name string) bool { return s.known.Named(l.Kind, name) },
		func(name string) bool { return s.isOne(others, name) })
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
