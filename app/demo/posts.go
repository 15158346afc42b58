package demo

import (
	"slices"

	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/managed"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
)

// makePosts appoints to the roles of the styrmodell: most of those it asks for, one förvaltning
// and one nämnd without, and somebody who has left and is still there.
func (g *generator) makePosts() {
	of := func(title string) *person {
		for i, p := range first {
			if p.title == title {
				return g.persons[i]
			}
		}
		return nil
	}
	for _, p := range []struct{ key, title string }{
		{"director", "Kommundirektör"}, {"it_chief", "IT-chef"}, {"it_architect", "IT-arkitekt"}, {"security_chief", "Säkerhetschef"}, {"archivist", "Chefsarkivarie"},
		{"web_strategist", "Webbstrateg"}, {"controller", "Kommuncontroller"}, {"data_protection", "Dataskyddsombud"},
	} {
		a := g.appoint(p.key, "", of(p.title), 30)
		if p.key == "it_chief" && a != nil {
			a.Put(org.AppointmentDeputy.Field, []field.Holding{{Person: of("IT-arkitekt").id}})
		}
	}
	for i, st := range g.staff {
		coordinator := g.persons[len(first)+len(administrations)+i]
		switch {
		case i == 5: // nobody has been appointed
		case i == 2 && len(st.left) > 0: // nobody has noticed that she left
			g.appoint("it_coordinator", st.unit, st.left[0], 40)
		default:
			g.appoint("it_coordinator", st.unit, coordinator, 5+3*i)
		}
		if i != 0 && i != 6 && st.chief != nil {
			g.appoint("unit_head", st.unit, st.chief, 12+i)
		}
		if st.board != st.unit && i%3 != 2 {
			g.appoint("it_security", st.board, coordinator, 8)
		}
	}
}

// appoint makes an appointment since so many months, of a role that the styrmodell knows.
func (g *generator) appoint(key string, unit field.ID, who *person, months int) *field.Record {
	p, known := g.model.Post(key)
	if !known || who == nil {
		return nil
	}
	since := g.today.AddMonths(-months)
	a := g.record(org.AppointmentKind).Put(org.AppointmentRole.Field, p.Label).Put(org.AppointmentUnit.Field, unit)
	a.Put(org.AppointmentHolder.Field, []field.Holding{{Person: who.id, From: since}}).Put(org.AppointmentOn.Field, since.AddDays(-20))
	if p.Appointed != "" {
		a.Put(org.AppointmentBy.Field, p.Appointed)
	}
	return a
}

// makeObjects gathers some systems of each förvaltning in a förvaltningsobjekt. Some have
// no förvaltningsledare, or a plan from long ago.
func (g *generator) makeObjects() {
	for i, st := range g.staff {
		var parts []*field.Record
		for _, r := range g.records {
			if r.Kind == system.Kind && r.Home() == st.unit && !system.Retired(r) && len(parts) < 4 {
				parts = append(parts, r)
			}
		}
		if len(parts) < 2 {
			continue
		}
		o := field.NewRecord(managed.Kind, g.newID()).Put(managed.Name.Field, "Stöd till "+administrations[i].name).Put(managed.Unit.Field, st.unit)
		if st.chief != nil {
			o.Put(managed.Owner.Field, []field.Holding{{Person: st.chief.id}})
		}
		o.Put(managed.ITOwner.Field, []field.Holding{{Person: g.persons[0].id}})
		if i%4 != 2 && len(st.managers) > 0 {
			o.Put(managed.Leader.Field, []field.Holding{{Person: st.managers[0].id}})
		}
		if i%3 != 1 {
			o.Put(managed.PlanText.Field, "Förvaltningsplan "+administrations[i].name).Put(managed.PlanOn.Field, g.today.AddMonths(-4*(i+1)))
			o.Put(managed.Goals.Field, "Stabil drift, färre överlappande system och kortare väg från behov till lösning.")
		}
		g.objects = append(g.objects, o)
		for _, r := range parts {
			r.Put(system.Object.Field, o.ID)
		}
	}
	at := slices.IndexFunc(g.records, func(r *field.Record) bool { return r.Kind == system.Kind })
	g.records = slices.Insert(g.records, at, g.objects...) // before the systems that point at them
}

// ownByUnits says which nämnd or förvaltning owns each system, where the styrmodell has it
// so; of some nobody has said.
func (g *generator) ownByUnits() {
	by := g.model.OwnedBy()
	if by == governance.ByPerson {
		return
	}
	n := 0
	for _, r := range g.records {
		if r.Kind != system.Kind {
			continue
		}
		n++
		st := g.staff[g.systems[n-1].admin]
		if n%13 != 4 {
			body := st.unit
			if by == governance.ByRepresented {
				body = st.board
			}
			r.Put(system.OwnerBody.Field, body)
		}
		if by == governance.ByRepresented {
			r.Put(system.Representative.Field, r.Get(system.SystemOwner.Field))
		}
	}
}
