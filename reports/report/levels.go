package report

import (
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/service"
)

// Goal is what a servicenivå promises, "99,5 procent" or "4 timmar"; "" where nobody has said.
func Goal(w World, l *field.Record) string {
	if l.Get(service.Target.Field) == nil {
		return ""
	}
	return Joined(" ", service.Target.Read(w, l, 0), text.Lower(service.In.Read(w, l, 0)))
}

// Latest is what was measured last of a servicenivå, as Goal; "" where nothing has been.
func Latest(w World, l *field.Record) string {
	if service.Last(w, l.ID) == nil {
		return ""
	}
	return Joined(" ", service.Latest.Read(w, l, 0), text.Lower(service.In.Read(w, l, 0)))
}

// Level is a servicenivå in a line: what it is, its goal and its latest outcome.
func Level(w World, l *field.Record) string {
	goal, latest := Goal(w, l), Latest(w, l)
	if goal == "" {
		goal = "mål saknas"
	} else {
		goal = "mål " + goal
	}
	if latest == "" {
		latest = "inte mätt"
	} else {
		latest = "senast " + latest
	}
	return Joined(", ", l.Name(), goal, latest)
}
