package system

import (
	"itportfoljen/app/field"
	"itportfoljen/app/settings"
)

// What must be done about a system in service. The supplier's support is told of when
// it ends within six months.
var (
	noManager    = field.Reminder{Rule: "manager", Text: "Systemförvaltare saknas – utse", Field: Manager.Field, Badge: "saknas", Gathered: true, Weight: 50}
	unclassified = field.Reminder{Rule: "class", Text: "Informationsklassning saknas", Field: Confidentiality.Field, Badge: "saknas", Tone: field.Warn, Gathered: true, Weight: 40}
	classOld     = field.Reminder{Rule: "class-old", Text: "Klassningen är för gammal – klassa om", Field: ClassifiedOn.Field, Badge: "försenad", Tone: field.Warn, Gathered: true, Weight: 30}
	classReview  = field.Reminder{Rule: "class-review", Text: "Informationsklassningen ses över", Field: ClassifiedOn.Field, Quiet: true}
	supportEnds  = field.Reminder{Rule: "support", Text: "Leverantörens stöd upphör", Field: SupportEnd.Field, Weight: 120}
	supportEnded = field.Reminder{Rule: "support-ended", Text: "Leverantörens stöd har upphört – uppgradera eller avveckla", Field: SupportEnd.Field, Badge: "passerat", Tone: field.Bad, Gathered: true, Weight: 80}
	noProcessor  = field.Reminder{Rule: "dpa", Text: "PUB-avtal saknas för extern drift", Field: ProcessorSigned.Field, Badge: "saknas", Tone: field.Warn, Gathered: true, Weight: 20}
)

func init() {
	Kind.Remind = func(w field.World, r *field.Record, say func(field.Reminder)) {
		if !InService(r) {
			return
		}
		remindOfRoles(w, r, say)
		remindOfClass(w, r, say)
		remindOfSupport(w, r, say)
		remindOfPlatform(w, r, say)
		remindOfUses(w, r, say)
		data, hosting := PersonalData.Get(r), Hosting.Get(r)
		if (data == "yes" || data == "sensitive") && (hosting == "cloud" || hosting == "external") && ProcessorSigned.Get(r).IsZero() {
			say(noProcessor)
		}
	}
}

func remindOfRoles(w field.World, r *field.Record, say func(field.Reminder)) {
	remindOfOwner(w, r, say)
	if !field.Held(w, r, Manager) {
		say(noManager)
	}
}

func remindOfClass(w field.World, r *field.Record, say func(field.Reminder)) {
	if !Classified(r) {
		say(unclassified)
		return
	}
	review := ReviewBy.Get(r)
	if on := ClassifiedOn.Get(r); review.IsZero() && !on.IsZero() {
		review = on.AddMonths(12 * settings.ReviewYears(w))
	}
	switch {
	case review.IsZero():
	case review < w.Today():
		say(classOld.On(review))
	default:
		say(classReview.On(review))
	}
}

func remindOfSupport(w field.World, r *field.Record, say func(field.Reminder)) {
	switch end := SupportEnd.Get(r); {
	case end.IsZero():
	case end < w.Today():
		say(supportEnded.On(end))
	default:
		say(supportEnds.Within(6, end))
	}
}
