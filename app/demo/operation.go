package demo

import (
	"fmt"

	"itportfoljen/app/field"
	"itportfoljen/app/operation"
	"itportfoljen/app/system"
)

// makeOperation makes what is done with systems before and during drift, and what is
// ticked off when they go. No chance is taken, so that what else is made stays as it is.
func (g *generator) makeOperation() {
	of := map[field.ID]*field.Record{}
	for _, r := range g.records {
		if r.Kind == system.Kind {
			of[r.ID] = r
		}
	}
	coming, serving, leaving := 0, 0, 0
	for _, s := range g.systems {
		r := of[s.id]
		switch {
		case s.lifecycle == system.Planned:
			g.prepare(r, s, coming)
			coming++
		case s.lifecycle == system.PhaseOut || s.lifecycle == system.OutOfUse:
			g.leave(s, leaving)
			leaving++
		default:
			g.serve(r, s, serving)
			serving++
		}
	}
}

// prepare spreads the systems to come over the phases: of those about to be introduced
// some have been tested, and IT has been asked about most.
func (g *generator) prepare(r *field.Record, s sys, n int) {
	phase := []string{system.Introduction, system.Procurement, system.Planned, system.Idea}[n%4]
	r.Put(system.Lifecycle.Field, phase)
	if phase == system.Idea || n%5 == 2 {
		return
	}
	r.Put(system.ITAskedOn.Field, g.today.AddDays(-60-n*7%90)).Put(system.ITAnswer.Field, []string{"yes", "terms", "no"}[n%3])
	if n%3 == 1 {
		r.Put(system.ITTerms.Field, "Egen testmiljö innan skarp drift, och support från leverantören vardagar 8–17.")
	}
	if phase != system.Introduction {
		return
	}
	t := g.test(s, "Acceptanstest", n).Put(operation.TestFrom.Field, g.today.AddDays(-20)).Put(operation.TestTo.Field, g.today.AddDays(10-n%3*9))
	if n%2 == 0 {
		t.Put(operation.TestTerms.Field, "IT-avdelningen driver testmiljön vardagar; leverantören svarar på frågor samma dag. Testdata tas bort efteråt.")
	}
	v := g.version(s, "1.0", operation.VersionTested).Put(operation.VersionFrom.Field, g.today.AddDays(25))
	if n%8 == 0 {
		v.Put(operation.VersionFunction.Field, g.today.AddDays(-4)).Put(operation.VersionWorks.Field, "remark").Put(operation.VersionApprover.Field, g.managerOf(s))
	}
	g.training(s, "Grundkurs för alla användare", n).Put(operation.TrainingPlanned.Field, g.today.AddDays(14))
}

// serve gives every fourth system in use its versions, and some training and changes.
func (g *generator) serve(r *field.Record, s sys, n int) {
	if n%4 == 1 {
		major := 2 + n%7
		from := g.today.AddDays(-40 - n*13%500)
		v := g.version(s, fmt.Sprintf("%d.%d", major, n%5), operation.VersionRuns).Put(operation.VersionFrom.Field, from)
		if n%12 != 5 { // checked before it was taken into use
			v.Put(operation.VersionEnvironment.Field, from.AddDays(-9)).Put(operation.VersionUndisturbed.Field, "ok").Put(operation.VersionVerifier.Field, g.persons[technicians[0]].id)
			v.Put(operation.VersionFunction.Field, from.AddDays(-5)).Put(operation.VersionWorks.Field, "ok").Put(operation.VersionApprover.Field, g.managerOf(s)).Put(operation.VersionLaunch.Field, from.AddDays(-3))
		}
		if n%8 == 1 {
			g.version(s, fmt.Sprintf("%d.0", major-1), operation.VersionReplaced).Put(operation.VersionFrom.Field, from.AddMonths(-14))
			g.version(s, fmt.Sprintf("%d.0", major+1), operation.VersionPlanned).Put(operation.VersionFrom.Field, g.today.AddDays(n*17%200-20))
		}
	}
	if n%9 == 2 {
		t := g.training(s, []string{"Nyheter i versionen", "Grundkurs för nyanställda", "Fördjupning för superanvändare"}[n%3], n)
		day := g.today.AddDays(n*11%120 - 70)
		t.Put(operation.TrainingPlanned.Field, day)
		if day < g.today && n%2 == 0 {
			t.Put(operation.TrainingDone.Field, day).Put(operation.TrainingTrained.Field, int64(8+n%10))
		}
	}
	if n%19 == 11 {
		g.change(r, s, n)
	}
	if n%6 == 4 {
		r.Put(system.RiskOn.Field, g.today.AddDays(-30-n*19%600)).Put(system.Authentication.Field, []string{"strong", "single", "password"}[n%3])
	}
	if n%10 == 6 {
		r.Put(system.ContinuityOn.Field, g.today.AddDays(-90-n*23%700))
	}
}

// change is a planned change of how the system is run; some are noted, some are done.
func (g *generator) change(r *field.Record, s sys, n int) {
	c := g.record(operation.ChangeKind).Put(operation.ChangeReason.Field, []string{"Flytt till molntjänst", "Byte av driftpartner", "Ny driftansvarig"}[n%3]).Put(operation.ChangeOf.Field, s.id)
	c.Put(operation.ChangeState.Field, operation.ChangePlanned).Put(operation.ChangeOn.Field, g.today.AddDays(n*7%120-15))
	switch n % 3 {
	case 0:
		c.Put(operation.ChangeHosting.Field, "cloud").Put(operation.ChangePlace.Field, "EU/EES")
	case 1:
		c.Put(operation.ChangeHosting.Field, "external").Put(operation.ChangePlace.Field, "Leverantörens datorhall i Sverige")
	default:
		c.Put(operation.ChangeManager.Field, g.persons[technicians[0]].id)
	}
	if n%2 == 0 {
		c.Put(operation.ChangeNotedOn.Field, g.today.AddDays(-6)).Put(operation.ChangeNotedBy.Field, g.persons[0].id)
	}
}

// leave gives a system on its way out the checklist: those that are gone have most of it
// done.
func (g *generator) leave(s sys, n int) {
	for i, q := range g.model.Retirement {
		r := g.record(operation.ItemKind).Put(operation.ItemText.Field, q.Label).Put(operation.ItemOf.Field, s.id).Put(operation.ItemPoint.Field, q.Key)
		if s.lifecycle == system.OutOfUse && (n+i)%9 != 0 || s.lifecycle == system.PhaseOut && (n+i)%4 == 0 {
			r.Put(operation.ItemDone.Field, g.today.AddDays(-10-(n+i)*7%90)).Put(operation.ItemBy.Field, g.managerOf(s))
		}
	}
}

func (g *generator) version(s sys, number, state string) *field.Record {
	return g.record(operation.VersionKind).Put(operation.VersionNumber.Field, number).Put(operation.VersionOf.Field, s.id).Put(operation.VersionState.Field, state)
}

func (g *generator) test(s sys, name string, n int) *field.Record {
	r := g.record(operation.TestKind).Put(operation.TestName.Field, name).Put(operation.TestOf.Field, s.id)
	return r.Put(operation.TestEnvironment.Field, []string{"Egen testmiljö", "Leverantörens testmiljö"}[n%2]).Put(operation.TestLead.Field, g.managerOf(s))
}

func (g *generator) training(s sys, name string, n int) *field.Record {
	r := g.record(operation.TrainingKind).Put(operation.TrainingName.Field, name).Put(operation.TrainingOf.Field, s.id).Put(operation.TrainingUnit.Field, s.unit)
	return r.Put(operation.TrainingOfHow.Field, int64(20+n%60))
}

// managerOf is one of those who manage systems where the system is.
func (g *generator) managerOf(s sys) field.ID { return g.staff[s.admin].managers[0].id }
