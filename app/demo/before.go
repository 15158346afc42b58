package demo

import (
	"itportfoljen/app/field"
	"itportfoljen/app/system"
)

// makeBefore says of some systems how they are governed and what was looked at before they were
// taken into drift; of others nobody has. No chance is taken, so that what else is made stays as
// it is.
func (g *generator) makeBefore() {
	n := 0
	for _, r := range g.records {
		if r.Kind == system.Kind {
			g.lookedAt(r, n)
			n++
		}
	}
}

func (g *generator) lookedAt(r *field.Record, n int) {
	if n%3 == 0 {
		r.Put(system.Support.Field, []string{"basic", "differentiating", "basic", "innovative"}[n/3%4])
		r.Put(system.Lifespan.Field, []string{"decade", "medium", "long", "months"}[n/3%4])
	}
	if n%4 == 1 {
		r.Put(system.GuidelinesOn.Field, g.today.AddDays(-200-n*13%400))
	}
	if n%8 == 1 {
		r.Put(system.ReuseOn.Field, g.today.AddDays(-230-n*13%400))
	}
	if system.EService.Get(r) && n%2 == 0 {
		r.Put(system.SeparatedOn.Field, g.today.AddDays(-90-n*11%300))
	}
}
