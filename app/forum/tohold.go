package forum

import (
	"cmp"
	"slices"

	"itportfoljen/app/field"
)

// Uncalled says that a meeting is planned and not called to yet: its agenda hasn't got what waits.
func Uncalled(m *field.Record) bool { return State.Get(m) == Planned || State.Get(m) == "" }

// ToHold are the meetings that may be held: those that are called to or held and not closed, and
// then those that are planned and called to first, each in the order of their days.
func ToHold(w field.World) (out []*field.Record) {
	for _, m := range w.All(MeetingKind) {
		if Uncalled(m) || State.Get(m) == Called || State.Get(m) == Held {
			out = append(out, m)
		}
	}
	rank := func(m *field.Record) int {
		if Uncalled(m) {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(out, func(a, b *field.Record) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(MeetingOn.Get(a), MeetingOn.Get(b)))
	})
	return out
}
