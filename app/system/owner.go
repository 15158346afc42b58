package system

import (
	"fmt"
	"strings"

	"itportfoljen/app/agreement"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
)

// What must be done about who owns a system in service, as the styrmodell has it.
var (
	ownerLeft        = field.Reminder{Rule: "owner-left", Text: "Systemägaren har slutat – utse ny", Field: SystemOwner.Field, Badge: "saknas", Tone: field.Bad, Gathered: true, Weight: 100}
	noOwner          = field.Reminder{Rule: "owner", Text: "Systemägare saknas – utse", Field: SystemOwner.Field, Badge: "saknas", Tone: field.Warn, Gathered: true, Weight: 60}
	noBody           = field.Reminder{Rule: "owner-body", Text: "Nämnd eller förvaltning som systemägare saknas – ange", Field: OwnerBody.Field, Badge: "saknas", Tone: field.Warn, Gathered: true, Weight: 60}
	noRepresentative = field.Reminder{Rule: "representative", Text: "Systemägarrepresentant saknas – utse", Field: Representative.Field, Badge: "saknas", Tone: field.Warn, Gathered: true, Weight: 58}
)

func init() {
	for f, from := range map[*field.Field]string{OwnerBody.Field: OwnedByUnit, Representative.Field: OwnedRepresented, SystemOwner.Field: OwnedByPerson} {
		f.Wanted = func(w field.World) bool { return owned(w, from) }
	}
	OwnerBody.Standing = func(w field.World, r *field.Record) (field.Standing, bool) {
		return field.Standing{Text: "saknas", Tone: field.Bad}, asked(w, r, OwnedByUnit) && OwnerBody.Get(r) == ""
	}
	for role, from := range map[*field.RolesField]string{&SystemOwner: OwnedByPerson, &Representative: OwnedRepresented, &Manager: Service} {
		role.Standing = func(w field.World, r *field.Record) (field.Standing, bool) {
			return field.Standing{Text: "saknas", Tone: field.Bad}, asked(w, r, from) && !field.Held(w, r, *role)
		}
	}
}

// Owned says whether a system has the owner that the styrmodell wants: a person who is still
// there, a unit, or a unit and somebody who acts for it.
func Owned(w field.World, r *field.Record) bool {
	return (!SystemOwner.InDemand(w) || field.Held(w, r, SystemOwner)) &&
		(!OwnerBody.InDemand(w) || OwnerBody.Get(r) != "") &&
		(!Representative.InDemand(w) || field.Held(w, r, Representative))
}

// asked says that a system in service has come to where something is required from: always,
// or because of how the styrmodell says that systems are owned.
func asked(w field.World, r *field.Record, from string) bool {
	return InService(r) && owned(w, from)
}

// owned says that the styrmodell has systems owned so.
func owned(w field.World, from string) bool {
	by := governance.Of(w).OwnedBy()
	switch from {
	case OwnedByPerson:
		return by == governance.ByPerson
	case OwnedByUnit:
		return by == governance.ByUnit || by == governance.ByRepresented
	case OwnedRepresented:
		return by == governance.ByRepresented
	}
	return true
}

// remindOfOwner asks for a person, a unit, or a unit and who acts for it.
func remindOfOwner(w field.World, r *field.Record, say func(field.Reminder)) {
	if asked(w, r, OwnedByPerson) {
		switch {
		case field.Held(w, r, SystemOwner):
		case len(field.Holders(SystemOwner.Get(r), w.Today())) > 0: // somebody, who isn't here any more
			say(ownerLeft)
		default:
			say(noOwner)
		}
	}
	if asked(w, r, OwnedByUnit) && OwnerBody.Get(r) == "" {
		say(noBody)
	}
	if asked(w, r, OwnedRepresented) && !field.Held(w, r, Representative) {
		say(noRepresentative)
	}
}

// byPost says who has a role of a system that nobody is named in, where the styrmodell lets
// it follow a post: "Anna Ek (IT-chef)".
func byPost(key string) func(w field.World, r *field.Record) string {
	return func(w field.World, r *field.Record) string {
		m := governance.Of(w)
		post, follows := m.Post(m.Defaults[key])
		if !follows || Retired(r) {
			return ""
		}
		names := field.Labels(w, org.InPost(w, post, top(w, r)))
		if names == nil {
			return ""
		}
		return fmt.Sprintf("%s (%s)", strings.Join(names, ", "), post.Label)
	}
}

// top is the municipality that a system's unit lies in; "" where no unit is one.
func top(w field.World, r *field.Record) (id field.ID) {
	for u := range org.Up(w, r.Home()) {
		if org.UnitType.Get(u) == org.Group {
			id = u.ID
		}
	}
	return id
}

// arrangements are the agreements between units that cover a system and are in force.
func arrangements(w field.World, r *field.Record) field.Value {
	return agreements(w, r, func(a *field.Record) bool { return agreement.Type.Get(a) == agreement.Internal })
}

// inForce are all the agreements that cover a system and are in force.
func inForce(w field.World, r *field.Record) field.Value {
	return agreements(w, r, func(*field.Record) bool { return true })
}

func agreements(w field.World, r *field.Record, which func(a *field.Record) bool) field.Value {
	var out []field.ID
	for _, a := range agreement.Of(w, r.ID) {
		if agreement.InForce(a) && which(a) {
			out = append(out, a.ID)
		}
	}
	if out == nil {
		return nil
	}
	return out
}
