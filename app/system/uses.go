package system

import (
	"fmt"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/usage"
)

// What must be done about a system that several use.
var (
	useShares = field.Reminder{Rule: "use-shares", Text: "Andelarna av systemets kostnad blir inte 100 % – fyll på", Field: UsedBy.Field, Badge: "saknas", Gathered: true, Weight: 10}
	useUsers  = field.Reminder{Rule: "use-users", Text: "Användarna är inte så många som enheterna säger – rätta", Field: Users.Field, Badge: "skiljer", Gathered: true, Weight: 5}
)

func init() { UsersCounted.Standing = countStanding }

func remindOfUses(w field.World, r *field.Record, say func(field.Reminder)) {
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
