package forum

import (
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// ledningsgrupp is what the forum of the municipality's directors is called, whatever its own name.
const ledningsgrupp = "ledningsgrupp"

// OfLeaders says that a forum is the ledningsgrupp of the whole municipality: it is called so, or it is
// where the styrmodell's phase that lists call ledningsgruppen is handled. A förvaltning's own isn't.
func OfLeaders(w field.World, r *field.Record) bool {
	kind := of(w, r)
	if Unit.Get(r) != "" || kind.Per != "" {
		return false
	}
	for _, p := range governance.Of(w).Phases {
		if kind.Key != "" && p.Forum == kind.Key && p.Called(ledningsgrupp) {
			return true
		}
	}
	return strings.Contains(text.Key(r.Name()), ledningsgrupp) || strings.Contains(text.Key(kind.Label), ledningsgrupp)
}

// LastOfLeaders is the latest closed meeting that the ledningsgrupp has had by a day; nil for none.
func LastOfLeaders(w field.World, day date.Date) (last *field.Record) {
	for _, f := range w.All(Kind) {
		if !OfLeaders(w, f) {
			continue
		}
		for _, m := range w.Pointing(MeetingOf.Field, f.ID) {
			if State.Get(m) == Closed && MeetingOn.Get(m) <= day && (last == nil || MeetingOn.Get(m) > MeetingOn.Get(last)) {
				last = m
			}
		}
	}
	return last
}
