package service

import (
	"slices"

	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
)

// What must be done about services and their levels. A level that ends is told of three
// months before.
var (
	noResponsible = field.Reminder{Rule: "service-responsible", Text: "Tjänsteansvarig saknas – utse", Field: Responsible.Field, Badge: "saknas", Tone: field.Warn, Gathered: true, Weight: 45}
	onRetired     = field.Reminder{Rule: "service-system", Text: "Tjänsten bygger på ett avvecklat system", Field: Systems.Field, Badge: "avvecklat", Tone: field.Bad, Gathered: true, Weight: 75}

	unsigned   = field.Reminder{Rule: "sla-unsigned", Text: "Servicenivån är inte skriftligt godkänd – godkänn", Field: State.Field, Badge: "ej godkänd", Tone: field.Warn, Gathered: true, Weight: 46}
	missed     = field.Reminder{Rule: "sla-missed", Text: "Servicenivån nåddes inte senast – ta upp det med leveransen", Field: Met.Field, Badge: "ej nådd", Tone: field.Bad, Gathered: true, Weight: 78}
	unmeasured = field.Reminder{Rule: "sla-measure", Text: "Servicenivån ska mätas", Field: MeasureBy.Field, Badge: "försenad", Tone: field.Warn, Gathered: true, Weight: 28}
	toMeasure  = field.Reminder{Rule: "sla-measured", Text: "Servicenivån mäts", Field: MeasureBy.Field, Quiet: true}
	ranOut     = field.Reminder{Rule: "sla-ended", Text: "Servicenivån har slutat gälla – förnya eller avsluta", Field: Until.Field, Badge: "passerat", Tone: field.Warn, Gathered: true, Weight: 47}
	runsOut    = field.Reminder{Rule: "sla-ends", Text: "Servicenivån slutar gälla – förnya eller avsluta", Field: Until.Field, Weight: 100}
)

func init() {
	Kind.Remind = remind
	LevelKind.Remind = remindOfLevel
}

func remind(w field.World, r *field.Record, say func(field.Reminder)) {
	if !Offered(r) {
		return
	}
	if !field.Held(w, r, Responsible) {
		say(noResponsible)
	}
	if Phase.Get(r) == Running && slices.ContainsFunc(Systems.Get(r), func(id field.ID) bool { return gone(w, id) }) {
		say(onRetired)
	}
}

// gone says that a thing is one that its kind keeps though it isn't used any more.
func gone(w field.World, id field.ID) bool {
	r := w.Get(id)
	return r != nil && r.Kind.Retiring != nil && field.Equal(r.Get(r.Kind.Retiring.Field), r.Kind.Retiring.Value)
}

// remindOfLevel speaks of levels that hold, or are to, of something in use.
func remindOfLevel(w field.World, r *field.Record, say func(field.Reminder)) {
	inUse := func(id field.ID) bool { t := w.Get(id); return t != nil && field.InUse(w, t) }
	switch {
	case State.Get(r) == Ended || !slices.ContainsFunc(LevelOf.Get(r), inUse):
		return
	case over(w, r):
		say(ranOut.On(Until.Get(r)))
		return
	case State.Get(r) != Approved:
		say(unsigned)
		return
	}
	if end := Until.Get(r); !end.IsZero() {
		say(runsOut.Within(3, end))
	}
	switch by, known := measureBy(w, r).(date.Date); {
	case !known:
	case by < w.Today():
		say(unmeasured.On(by))
	default:
		say(toMeasure.On(by))
	}
	if latestMet(w, r) == "no" {
		say(missed)
	}
}
