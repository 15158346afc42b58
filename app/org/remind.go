package org

import (
	"fmt"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Of one who leaves: that there is something to hand over.
var (
	leaves    = field.Reminder{Rule: "person-leaves", Text: "Slutar – lämna över", Field: PersonLeft.Field}
	leftRoles = field.Reminder{Rule: "person-left", Text: "Har slutat och har roller kvar – lämna över", Field: PersonLeft.Field, Badge: "har slutat", Tone: field.Bad, Gathered: true, Weight: 110}
)

// leaving is how many months before her last day one who leaves is told of.
const leaving = 1

func init() {
	PersonKind.Remind = func(w field.World, p *field.Record, say func(field.Reminder)) {
		on, n := PersonLeft.Get(p), 0
		if !on.IsZero() {
			n = CountHeld(w, p.ID)
		}
		if n == 0 {
			return
		}
		m := leaves.Within(leaving, on)
		if p.Left(w.Today()) {
			m = leftRoles.On(on)
		}
		m.Subject = fmt.Sprintf("%s, %s kvar", p.Name(), text.Plural(n, "roll", "roller"))
		say(m)
	}
}
