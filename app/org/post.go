package org

import (
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// AppointmentKind is that persons are appointed to a role in the municipality or a unit of
// it, one after the other.
var AppointmentKind = field.NewKind(field.Kind{Name: "appointment", Plural: "appointments", One: "uppdrag", Many: "uppdrag", Also: []string{"roll", "ansvar", "IT-chef", "säkerhetssamordnare", "dataskyddsombud", "dso"}, Neuter: true, Prefix: "UPP",
	Sheet: "Uppdrag", Searched: true, Further: true, Icon: "users", Page: "people"})

// The fields of an appointment.
var (
	AppointmentRole = field.NewText(AppointmentKind, "role", "Roll", field.Required(""), field.Listed, field.Width(24), field.Vocabulary, field.FromModel("posts"),
		field.Help("Styrmodellens roller föreslås; andra går att skriva."), field.Also("uppdrag", "funktion", "rollnamn", "befattning"))
	AppointmentUnit = field.NewUnit(AppointmentKind, "unit", "Enhet", field.Listed, field.Width(28), field.Help("Den enhet som uppdraget gäller. Tomt: hela kommunen."),
		field.Also("förvaltning", "nämnd", "bolag", "gäller", "organisation"))
	AppointmentHolder = field.NewRoles(AppointmentKind, "holder", "Innehavare", field.Required(""), field.Listed, field.Width(20), field.Also("innehas av", "namn", "person"))
	AppointmentDeputy = field.NewRoles(AppointmentKind, "deputy", "Ersättare", field.Listed, field.Width(20), field.Help("Den som är i stället när innehavaren är borta."), field.Also("ställföreträdare", "vikarie", "biträdande"))
	AppointmentBy     = field.NewText(AppointmentKind, "appointed_by", "Utsedd av", field.Vocabulary, field.Blank(appointer), field.Also("utses av", "utsedd av", "förordnad av"))
	AppointmentOn     = field.NewDate(AppointmentKind, "decided_on", "Utsedd den", field.Also("utsedd", "beslutsdatum", "förordnad"))
	AppointmentRef    = field.NewText(AppointmentKind, "reference", "Beslut, § eller diarienummer", field.Also("§", "diarienummer", "dnr", "beslut"))
	AppointmentNotes  = field.NewLongText(AppointmentKind, "notes", "Anteckningar", field.Sensitive, field.Also("anteckning", "kommentar"))
)

// What a unit tells of the roles in it.
var (
	UnitAppointments = field.NewRefs(UnitKind, "appointments", "Uppdrag", field.To(AppointmentKind), field.Computed(func(w field.World, u *field.Record) field.Value {
		var out []field.ID
		for _, a := range w.Pointing(AppointmentUnit.Field, u.ID) {
			out = append(out, a.ID)
		}
		if out == nil {
			return nil
		}
		return out
	}), field.Follows(appointmentKinds))
	UnitVacant = field.NewText(UnitKind, "vacant_roles", "Obesatta roller", field.Help("Roller som styrmodellen vill att enheten har, och som ingen har i dag."),
		field.Computed(func(w field.World, u *field.Record) field.Value { return vacantText(w, u) }), field.Follows(appointmentKinds))
)

func appointmentKinds() []*field.Kind { return []*field.Kind{AppointmentKind, PersonKind} }

// appointer is who appoints by the styrmodell.
func appointer(w field.World, a *field.Record) string {
	for _, p := range governance.Of(w).Posts {
		if p.Called(AppointmentRole.Get(a)) && p.Appointed != "" {
			return "(" + p.Appointed + ")"
		}
	}
	return ""
}
