package reports

import (
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/portfolio"
)

// scoped is a World that holds only what belongs to one unit and those below
// it. Ramar are the municipality's and are left out.
type scoped struct {
	World
	all map[*field.Kind][]*field.Record
}

// within narrows a world to a unit.
func within(w World, unit field.ID) World {
	s := scoped{World: w, all: map[*field.Kind][]*field.Record{economy.FrameKind: nil, portfolio.Kind: nil, plan.Kind: nil, economy.CostKind: nil}}
	keep := map[field.ID]bool{}
	for _, k := range []*field.Kind{portfolio.Kind, plan.Kind} {
		for _, r := range w.All(k) {
			if org.Within(w, r.Home(), unit) {
				keep[r.ID] = true
				s.all[k] = append(s.all[k], r)
			}
		}
	}
	for _, c := range w.All(economy.CostKind) {
		if keep[economy.CostOwner.Get(c)] {
			s.all[economy.CostKind] = append(s.all[economy.CostKind], c)
		}
	}
	return s
}

// All gives the records of a kind that belong to the unit.
func (s scoped) All(k *field.Kind) []*field.Record {
	if rs, ok := s.all[k]; ok {
		return rs
	}
	return s.World.All(k)
}
