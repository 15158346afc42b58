package apptest

import (
	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

// Record builds a record that isn't in the portfolio. The puts are fields and
// values in turn.
func Record(p *app.Portfolio, k *field.Kind, puts ...any) *field.Record {
	r := field.NewRecord(k, p.NewID())
	for i := 0; i < len(puts); i += 2 {
		r.Put(fieldOf(puts[i]), puts[i+1])
	}
	return r
}

// fieldOf takes a *field.Field, or a typed handle of one.
func fieldOf(v any) *field.Field {
	switch v := v.(type) {
	case field.TagsField:
		return v.Field
	case field.TextField:
		return v.Field
	case field.NumberField:
		return v.Field
	case field.DecimalField:
		return v.Field
	case field.MoneyField:
		return v.Field
	case field.DateField:
		return v.Field
	case field.BoolField:
		return v.Field
	case field.IDField:
		return v.Field
	case field.RolesField:
		return v.Field
	case field.RefsField:
		return v.Field
	}
	return v.(*field.Field)
}

// Cost builds a cost row of a budget in kronor.
func Cost(p *app.Portfolio, owner field.ID, year int64, typ string, kr int64) *field.Record {
	return Record(p, economy.CostKind, economy.CostOwner, owner, economy.CostYear, year, economy.CostType, typ, economy.CostBudget, money.FromKronor(kr))
}

// Records builds a small municipality: four units, three persons, four systems
// with drift for 2027 and two insatser in the model's first phases. References
// are given when they are applied.
func Records(p *app.Portfolio) []*field.Record {
	var out []*field.Record
	add := func(r *field.Record) field.ID {
		out = append(out, r)
		return r.ID
	}
	unit := func(name, typ string, parent field.ID) field.ID {
		return add(Record(p, org.UnitKind, org.UnitName, name, org.UnitType, typ, org.UnitParent, parent))
	}
	person := func(name, email string, unit field.ID) field.ID {
		return add(Record(p, org.PersonKind, org.PersonName, name, org.PersonEmail, email, org.PersonUnit, unit))
	}
	top := unit("Ekvalla kommun", "group", "")
	office := unit("Kommunledningskontoret", "administration", top)
	care := unit("Vård- och omsorgsförvaltningen", "administration", top)
	school := unit("Barn- och utbildningsförvaltningen", "administration", top)
	anna := person("Anna Ek", "anna.ek@ekvalla.example", office)
	per := person("Per-Åke Hägg", "per-ake.hagg@ekvalla.example", care)
	sara := person("Sara Öberg", "sara.oberg@ekvalla.example", school)

	sys := func(name string, unit, owner field.ID, state string, kr int64) field.ID {
		holders := []field.Holding{}
		if owner != "" {
			holders = append(holders, field.Holding{Person: owner})
		}
		id := add(Record(p, system.Kind, system.Name, name, system.OwnerUnit, unit, system.SystemOwner, holders, system.Lifecycle, state))
		add(Cost(p, id, 2027, economy.Operations, kr))
		return id
	}
	sys("Lönesystemet", office, anna, "maintained", 640_000)
	care1 := sys("HemtjänstPlan", care, per, "maintained", 420_000)
	diary := sys("Diariet W3", office, "", "phaseout", 275_000)
	sys("Skolplattformen", school, sara, "developing", 1_180_000)

	phases := p.Model().Phases
	initiative := func(name string, unit field.ID, phase int, systems ...field.ID) {
		add(Record(p, plan.Kind, plan.Name, name, plan.Unit, unit, plan.Phase, phases[min(phase, len(phases)-1)].Key, plan.Systems, systems,
			plan.Start, date.Of(2027, 2, 1), plan.End, date.Of(2027, 10, 31)))
	}
	initiative("Byte av diariesystem", office, 1, diary)
	initiative("Journal i mobilen", care, 0, care1)
	return out
}
