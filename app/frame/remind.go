package frame

import (
	"itportfoljen/app/field"
)

// What must be done about a ram.
var (
	undecided = field.Reminder{Rule: "frame-proposed", Text: "Ramen gäller i år och är inte beslutad", Field: State.Field, Badge: "förslag", Tone: field.Warn, Weight: 55}
	unsaid    = field.Reminder{Rule: "frame-unsaid", Text: "Det är inte sagt om och när ramen är beslutad", Field: State.Field, Badge: "saknas", Gathered: true, Weight: 20}
	undated   = field.Reminder{Rule: "frame-undated", Text: "Dagen då ramen beslutades saknas", Field: DecidedOn.Field, Badge: "saknas", Gathered: true, Weight: 20}
	unmoved   = field.Reminder{Rule: "frame-reason", Text: "Ramen är ändrad utan att det är sagt varför", Field: Reason.Field, Badge: "saknas", Gathered: true, Weight: 30}
	twice     = field.Reminder{Rule: "frame-twice", Text: "Ramen säger både portfölj och enhet, och räknas på portföljen – ta bort den ena", Field: Unit.Field, Badge: "avviker", Tone: field.Warn, Gathered: true, Weight: 40}
	nowhere   = field.Reminder{Rule: "frame-nowhere", Text: "Ramen gäller varken en portfölj eller en enhet", Field: Portfolio.Field, Badge: "saknas", Tone: field.Warn, Gathered: true, Weight: 40}
)

// remind tells of a ram of this year and those to come; what has been is let be.
func remind(w field.World, r *field.Record, say func(field.Reminder)) {
	year := int(Year.Get(r))
	if year < w.Today().Year() {
		return
	}
	if placeOf(r).key == "" {
		say(nowhere)
		return
	}
	if Portfolio.Get(r) != "" && Unit.Get(r) != "" {
		say(twice)
	}
	switch {
	case State.Get(r) == Proposed:
		if year == w.Today().Year() {
			say(undecided)
		}
	case State.Get(r) == "":
		say(unsaid)
	case DecidedOn.Get(r).IsZero():
		say(undated)
	}
	if len(w.Pointing(EarlierOf.Field, r.ID)) > 0 && Reason.Get(r) == "" {
		say(unmoved)
	}
}
