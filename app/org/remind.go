package org

import "itportfoljen/app/field"

// Of one who leaves: that there is something to hand over.
var (
	leaves    = field.Reminder{Rule: "person-leaves", Text: "Slutar – lämna över", Field: PersonLeft.Field, Quiet: true}
	leftRoles = field.Reminder{Rule: "person-left", Text: "Har slutat men står kvar – lämna över", Field: PersonLeft.Field, Badge: "har slutat", Tone: field.Bad, Gathered: true, Weight: 110}
)

func init() {
	PersonKind.Remind = func(w field.World, p *field.Record, say func(field.Reminder)) {
		on := PersonLeft.Get(p)
		switch {
		case on.IsZero() || CountHeld(w, p.ID) == 0:
		case p.Left(w.Today()):
			say(leftRoles.On(on))
		default:
			say(leaves.On(on))
		}
	}
}
