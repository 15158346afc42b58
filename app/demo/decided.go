package demo

import (
	"fmt"

	"itportfoljen/app/base/date"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
)

// makeDeciders says of some insatser who decides and who handles them, and that a few are
// acute; as in life not of all. No chance is taken.
func (g *generator) makeDeciders() {
	n := 0
	for _, r := range g.records {
		if r.Kind != plan.Kind {
			continue
		}
		n++
		stage := g.model.StageOf(plan.Phase.Get(r))
		if stage == governance.Idea || stage == governance.Aside {
			continue
		}
		who := &g.staff[n%len(g.staff)]
		switch n % 3 {
		case 0:
			r.Put(plan.DeciderRole.Field, []string{"IT-chefen", "Kommundirektören", "Kommunstyrelsen"}[n%9/3])
		case 1:
			r.Put(plan.Decider.Field, who.chief.id)
		}
		if n%4 == 1 && len(who.leaders) > 0 {
			r.Put(plan.Handler.Field, who.leaders[n%len(who.leaders)].id)
		}
		if n%5 == 2 {
			r.Put(plan.Political.Field, n%2 == 0)
		}
		if n%11 == 7 && stage != governance.Done && stage != governance.Closed {
			r.Put(plan.Acute.Field, true).Put(plan.AcuteWhy.Field, "Leverantören slutar rätta säkerhetshål vid årsskiftet.")
		}
	}
	g.makeVersions()
}

// makeVersions are the plans of this year and the last, fastställda before the program was
// used: nobody knows what stood in them.
func (g *generator) makeVersions() {
	year := g.today.Year()
	for i, ref := range []string{"KS 2024/0311", ""} {
		of := year - 1 + i
		r := g.record(plan.VersionKind).Put(plan.VersionName.Field, fmt.Sprintf("IT-verksamhetsplan %d", of)).Put(plan.VersionYear.Field, int64(of)).
			Put(plan.VersionOn.Field, weekday(date.Of(of-1, 12, 9))).Put(plan.VersionBy.Field, "IT-chefen").Put(plan.VersionSize.Field, int64(18+3*i))
		if ref != "" {
			r.Put(plan.VersionRef.Field, ref)
		}
	}
}
