package system

import (
	"itportfoljen/app/base/date"
	"itportfoljen/app/exemption"
	"itportfoljen/app/field"
	"itportfoljen/app/platform"
)

func init() { exemption.Of.Admit(Kind) }

// against are the kinds that a system is held against.
func against() []*field.Kind { return []*field.Kind{platform.Kind, exemption.Kind} }

// duplicates are the gemensamma lösningar that a system does the same as.
func duplicates(w field.World, r *field.Record) field.Value {
	if Retired(r) {
		return nil
	}
	return field.IDs(exemption.Duplicated(w, r.ID, Platforms.Get(r), Category.Get(r)))
}

// A part of the platform is told of a year before it goes.
var (
	platformLeaves = field.Reminder{Rule: "platform-leaves", Text: "Plattformen utgår – byt eller sök undantag", Field: Platforms.Field, Weight: 80}
	platformLeft   = field.Reminder{Rule: "platform-leaving", Text: "Står på en plattform som utgår – byt eller sök undantag", Field: Platforms.Field, Badge: "utgår", Tone: field.Warn, Gathered: true, Weight: 35}
	platformGone   = field.Reminder{Rule: "platform-gone", Text: "Står på en plattform som har utgått – byt eller sök undantag", Field: Platforms.Field, Badge: "passerat", Tone: field.Bad, Gathered: true, Weight: 75}
)

// remindOfPlatform tells of the part of the platform that goes first.
func remindOfPlatform(w field.World, r *field.Record, say func(field.Reminder)) {
	outside := exemption.Outside(w, r.ID, Platforms.Get(r))
	if len(outside) == 0 {
		return
	}
	first := outside[0]
	switch day, _ := platform.Leaves(first, w.Today()); {
	case platform.HasGone(first, w.Today()):
		say(platformGone.On(day))
	case day == date.Date(0):
		say(platformLeft)
	default:
		m := platformLeaves.Within(platform.Ahead, day)
		m.Subject = w.Label(r.ID) + " · " + first.Name()
		say(m)
	}
}
