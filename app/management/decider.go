package management

import (
	"fmt"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/managed"
	"itportfoljen/app/system"
)

// parts are the roles of those who take part in a plan, by what the plan is of: whom the roles
// of a system, or of an object, propose.
func parts() []part {
	return []part{{Owner, system.SystemOwner, managed.Owner}, {ITOwner, system.ITOwner, managed.ITOwner}, {Manager, system.Manager, managed.Leader}, {Technical, system.TechnicalManager, managed.ITLeader}}
}

type part struct {
	in             field.IDField // of the plan
	system, object field.RolesField
}

// roleOf is the role of a system, or of an object, that what a plan is of has.
func roleOf(about *field.Record, ofSystem, ofObject field.RolesField) field.RolesField {
	if about.Kind == managed.Kind {
		return ofObject
	}
	return ofSystem
}

// proposes says who has a role today in what a plan is of, until somebody is said to have
// taken part.
func proposes(ofSystem, ofObject field.RolesField) func(w field.World, r *field.Record) string {
	return func(w field.World, r *field.Record) string {
		about := w.Get(About.Get(r))
		if about == nil || State.Get(r) == Decided {
			return ""
		}
		role := roleOf(about, ofSystem, ofObject)
		held := field.There(w, role.Get(about), w.Today())
		if len(held) == 0 {
			return role.Blank(w, about)
		}
		return fmt.Sprintf("(%s har rollen)", text.And(field.Labels(w, held)))
	}
}

// deciders are those who decide a plan on a day, and in which role: the systemägare, as the
// styrmodell has it, or the objektägare. Nobody is known where a nämnd or a unit is the owner.
func deciders(w field.World, r *field.Record, on date.Date) (held []field.ID, role string) {
	switch about := w.Get(About.Get(r)); {
	case about == nil:
		return nil, ""
	case about.Kind == managed.Kind:
		return field.There(w, managed.Owner.Get(about), on), managed.Owner.Label
	default:
		return system.OwnersOn(w, about, on)
	}
}

// decides says who decides the plan, while nobody has.
func decides(w field.World, r *field.Record) string {
	if State.Get(r) == Decided {
		return ""
	}
	held, role := deciders(w, r, w.Today())
	if len(held) == 0 {
		return ""
	}
	return fmt.Sprintf("(%s, %s)", text.And(field.Labels(w, held)), text.Lower(role))
}

// otherOwner says that whoever decided a plan didn't have the role that day. Nothing is said
// where it isn't known who had it.
func otherOwner(w field.World, r *field.Record) field.Value {
	if State.Get(r) != Decided || DecidedOn.Get(r).IsZero() {
		return nil
	}
	if other := governance.Another(w, r, Decided, DecidedBy.Get(r), DecidedOn.Get(r)); other != "" {
		return other
	}
	return nil
}

func init() { governance.Deciders(Kind, deciders, Decided) }
