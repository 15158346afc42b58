package export

import (
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// choice is which records are exported.
type choice struct {
	w      field.World
	o      Options
	wanted map[field.ID]bool // the records asked for by name; nil: all
	inside map[field.ID]bool // whether a unit is within Options.Unit, for those asked of; nil: all are
	named  map[field.ID]bool // the persons that the chosen records name
}

func choose(w field.World, o Options) *choice {
	s := &choice{w: w, o: o}
	if len(o.Records) > 0 {
		s.wanted = map[field.ID]bool{}
		for _, id := range o.Records {
			s.wanted[id] = true
		}
	}
	if o.Unit != "" {
		s.inside = map[field.ID]bool{}
		s.named = s.personsNamed()
	}
	return s
}

// narrow says that it isn't the whole portfolio.
func (s *choice) narrow() bool { return s.wanted != nil || s.inside != nil }

// of gives the chosen records of a kind in reference order.
func (s *choice) of(k *field.Kind) []*field.Record {
	all := s.w.All(k)
	if !s.narrow() {
		return all
	}
	var out []*field.Record
	for _, r := range all {
		if s.has(r) {
			out = append(out, r)
		}
	}
	return out
}

func (s *choice) has(r *field.Record) bool {
	if r.Kind.Owner() != nil {
		owner := s.w.Get(r.Owner())
		return s.wanted[r.ID] || owner != nil && s.has(owner)
	}
	if s.wanted != nil && !s.wanted[r.ID] {
		return false
	}
	if s.inside == nil || s.named[r.ID] {
		return true
	}
	unit, known := field.UnitOf(s.w, r)
	return known && s.within(unit)
}

// within says that a unit is the wanted one or lies under it.
func (s *choice) within(unit field.ID) bool {
	is, ok := s.inside[unit]
	if !ok {
		is = org.Within(s.w, unit, s.o.Unit)
		s.inside[unit] = is
	}
	return is
}

// personsNamed are those whom the unit's own things name.
func (s *choice) personsNamed() map[field.ID]bool {
	named := map[field.ID]bool{}
	for _, k := range s.w.Kinds() {
		if k.Answers != field.Text || !k.OfUnits() {
			continue
		}
		for _, r := range s.of(k) {
			for _, f := range k.Pointers() {
				if !f.OfPersons() {
					continue
				}
				for _, id := range field.Current(r.Get(f), s.w.Today()) {
					named[id] = true
				}
			}
		}
	}
	return named
}
