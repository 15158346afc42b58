package system

import (
	"fmt"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/usage"
)

// What must be done about a system for what is said of who has and who uses it.
var (
	useShares = field.Reminder{Rule: "use-shares", Text: "Andelarna av systemets kostnad blir inte 100 % – fyll på", Field: UsedBy.Field, Badge: "saknas", Gathered: true, Weight: 10}
	useGone   = field.Reminder{Rule: "use-gone", Text: "Används av en enhet som är arkiverad – byt enhet eller ta bort användningen", Field: UsedBy.Field, Badge: "arkiverad", Gathered: true, Weight: 12}
	unitGone  = field.Reminder{Rule: "unit-gone", Text: "Ägande enhet är arkiverad – välj en annan", Field: OwnerUnit.Field, Badge: "arkiverad", Tone: field.Warn, Gathered: true, Weight: 42}
	useUsers  = field.Reminder{Rule: "use-users", Text: "Användarna är inte så många som enheterna säger – rätta", Field: Users.Field, Badge: "skiljer", Gathered: true, Weight: 5}
)

func init() { UsersCounted.Standing = countStanding }

func remindOfUses(w field.World, r *field.Record, say func(field.Reminder)) {
	if u := w.Get(OwnerUnit.Get(r)); u != nil && !field.InUse(w, u) {
		say(unitGone)
	}
	if usage.Gone(w, r.ID) {
		say(useGone)
	}
	if usage.Shares.Short(w, r.ID) {
		say(useShares)
	}
	if usage.Differ(w, r, Users) {
		say(useUsers)
	}
}

// countStanding tells of a count that isn't what the system says itself.
func countStanding(w field.World, r *field.Record) (field.Standing, bool) {
	if !usage.Differ(w, r, Users) {
		return field.Standing{}, false
	}
	n, _ := usage.Count(w, r.ID)
	return field.Standing{Text: text.Count(int(n)), Tone: field.Warn, Why: fmt.Sprintf("Systemet säger %s användare", text.Count(int(Users.Get(r))))}, true
}
