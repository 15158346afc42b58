// Package managed holds the förvaltningsobjekt: systems that are managed together, with one
// plan and one förvaltningsledare. It knows nothing of systems: they say themselves which
// object they are part of, and so each is part of at most one.
package managed

import "itportfoljen/app/field"

// Kind is a förvaltningsobjekt.
var Kind = field.NewKind(field.Kind{Name: "managed_object", Plural: "managed_objects", One: "förvaltningsobjekt", Many: "förvaltningsobjekt", Also: []string{"pm3", "förvaltningsmodell", "objektägare", "systemförvaltning", "objekt"}, Neuter: true, Prefix: "FOB",
	Sheet: "Förvaltningsobjekt", Searched: true, Further: true, Icon: "layers", Page: "systems"})

// The groups of the form, in order.
const (
	Overview = "Översikt"
	Roles    = "Roller"
	Plan     = "Plan"
)

// The fields of a förvaltningsobjekt.
var (
	Name = field.NewText(Kind, "name", "Förvaltningsobjekt", field.In(Overview), field.Required(""), field.Listed, field.Width(30), field.Also("objekt", "objektnamn", "namn"))
	Unit = field.NewUnit(Kind, "unit", "Enhet", field.In(Overview), field.Listed, field.Width(24), field.Help("Den nämnd, förvaltning eller det bolag som objektet hör till."),
		field.Also("förvaltning", "nämnd", "objektägande enhet", "organisation"))
	Description = field.NewLongText(Kind, "description", "Beskrivning", field.In(Overview), field.Also("beskrivning", "syfte", "omfattning"))
	Owner       = field.NewRoles(Kind, "owner", "Objektägare verksamhet", field.In(Roles), field.Listed, field.Width(18), field.Also("objektägare", "objektägare verksamhet"))
	ITOwner     = field.NewRoles(Kind, "it_owner", "Objektägare IT", field.In(Roles), field.Also("objektägare it"))
	Leader      = field.NewRoles(Kind, "leader", "Förvaltningsledare", field.In(Roles), field.Listed, field.Width(18), field.Help("Leder förvaltningen av objektet för verksamheten."), field.Also("förvaltningsledare verksamhet", "objektledare"))
	ITLeader    = field.NewRoles(Kind, "it_leader", "Förvaltningsledare IT", field.In(Roles), field.Also("förvaltningsledare it"))
	PlanText    = field.NewText(Kind, "plan", "Förvaltningsplan", field.In(Plan), field.Help("Vad planen heter och var den finns."), field.Also("systemförvaltningsplan", "objektplan"))
	PlanOn      = field.NewDate(Kind, "plan_on", "Planen beslutad", field.In(Plan), field.Listed, field.Also("plan beslutad", "planens beslutsdatum"))
	Goals       = field.NewLongText(Kind, "goals", "Mål", field.In(Plan), field.Also("förvaltningsmål", "målbild"))
	Budget      = field.NewLongText(Kind, "budget", "Budget", field.In(Plan), field.Help("Hur objektets budget är tänkt. Beloppen står på systemen."), field.Also("förvaltningsbudget", "objektbudget"))
	Notes       = field.NewLongText(Kind, "notes", "Anteckningar", field.In(Overview), field.Sensitive, field.Also("anteckning", "kommentar"))
)

// oldPlan is when a plan is to be decided anew: each year.
const oldPlan = 12

var (
	noLeader = field.Reminder{Rule: "object-leader", Text: "Förvaltningsobjektet saknar förvaltningsledare – utse", Field: Leader.Field, Badge: "saknas", Gathered: true, Weight: 20}
	planNext = field.Reminder{Rule: "object-plan-next", Text: "Förvaltningsplanen beslutas på nytt", Field: PlanOn.Field, Quiet: true}
	planOld  = field.Reminder{Rule: "object-plan", Text: "Förvaltningsplanen är äldre än ett år – besluta en ny", Field: PlanOn.Field, Badge: "försenad", Tone: field.Warn, Gathered: true, Weight: 25}
)

func init() {
	Kind.Naming = &field.Naming{The: "förvaltningsobjektet"}
	Kind.Remind = func(w field.World, r *field.Record, say func(field.Reminder)) {
		if !field.Held(w, r, Leader) {
			say(noLeader)
		}
		switch on := PlanOn.Get(r); {
		case on.IsZero():
		case on.AddMonths(oldPlan) < w.Today():
			say(planOld.On(on.AddMonths(oldPlan)))
		default:
			say(planNext.On(on.AddMonths(oldPlan)))
		}
	}
}

// NewMembers declares the field of an object that tells what is part of it, by the field
// with which that says so.
func NewMembers(k *field.Kind, key, label string, by *field.Field) field.RefsField {
	members := func(w field.World, r *field.Record) field.Value {
		var out []field.ID
		for _, s := range w.Pointing(by, r.ID) {
			out = append(out, s.ID)
		}
		if out == nil {
			return nil
		}
		return out
	}
	return field.NewRefs(k, key, label, field.In(Overview), field.Listed, field.Width(30), field.To(by.Kind), field.Computed(members),
		field.Help("De system som säger att de hör till objektet. Ett system hör till högst ett; ändra på systemet."),
		field.Follows(func() []*field.Kind { return []*field.Kind{by.Kind} }))
}
