package org

import "itportfoljen/app/field"

// Of one who has left: that there is something to hand over.
var leftRoles = field.Reminder{Rule: "person-left", Text: "Har slutat men står kvar – lämna över", Field: PersonLeft.Field, Badge: "har slutat", Tone: field.Bad, Gathered: true, Weight: 110}

func init() {
	PersonKind.Remind = func(w field.World, p *field.Record, say func(field.Reminder)) {
		if p.Left(w.Today()) && CountHeld(w, p.ID) > 0 {
			say(leftRoles)
		}
	}
}
