package reports

import (
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// scoped is a World that holds only what belongs to one unit and those below
// it. What is the whole municipality's, such as ramar, is left out, and so is a
// kind that nothing is known of; units and persons are all there, to be named.
type scoped struct {
	World
	all map[*field.Kind][]*field.Record
}

// within narrows a world to a unit.
func within(w World, unit field.ID) World {
	s := scoped{World: w, all: map[*field.Kind][]*field.Record{}}
	for _, k := range w.Kinds() {
		if k.Silent || k.Answers != field.Text {
			s.all[k] = w.All(k)
			continue
		}
		for _, r := range w.All(k) {
			if of, known := field.UnitOf(w, r); known && org.Within(w, of, unit) {
				s.all[k] = append(s.all[k], r)
			}
		}
	}
	return s
}

// All gives the records of a kind that belong to the unit.
func (s scoped) All(k *field.Kind) []*field.Record { return s.all[k] }
