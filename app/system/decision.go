package system

import (
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

func init() {
	governance.Resolves(Kind, governance.Resolution{State: Developing, Name: "utveckling"}, governance.Resolution{State: PhaseOut, Name: "avveckling"})
	governance.Deciders(Kind, OwnersOn, Developing, PhaseOut)
}

func said() []*field.Kind { return []*field.Kind{governance.DecisionKind} }

// OwnersOn are those who decide of a system as its owner on a day, and in which role: the
// systemägare or who is in her place, or who acts for the nämnd that is. Nobody is known where
// a nämnd or a förvaltning is the owner and no one acts for it.
func OwnersOn(w field.World, r *field.Record, on date.Date) (held []field.ID, role string) {
	switch governance.Of(w).OwnedBy() {
	case governance.ByRepresented:
		return field.There(w, Representative.Get(r), on), Representative.Label
	case governance.ByUnit:
		return nil, OwnerBody.Label
	}
	held = field.There(w, SystemOwner.Get(r), on)
	if len(held) == 0 {
		return nil, SystemOwner.Label
	}
	return append(held, field.There(w, OwnerDeputy.Get(r), on)...), SystemOwner.Label
}

// decidedOn is when it was last decided that a system is to go into a state.
func decidedOn(state string) func(w field.World, r *field.Record) field.Value {
	return func(w field.World, r *field.Record) field.Value {
		d := governance.Resolved(w, r, state)
		if d == nil || governance.DecisionOutcome.Get(d) != governance.Approved {
			return nil
		}
		return governance.DecisionOn.Get(d)
	}
}

// otherOwner says which of the decisions somebody else than the owner took. Nothing is said
// where it isn't known who the owner was, nor of what a forum decided.
func otherOwner(w field.World, r *field.Record) field.Value {
	var out []string
	for _, o := range governance.Resolutions(Kind) {
		d := governance.Resolved(w, r, o.State)
		if d == nil || governance.DecisionForum.Get(d) != "" {
			continue
		}
		if other := governance.Another(w, r, o.State, governance.DecisionBy.Get(d), governance.DecisionOn.Get(d)); other != "" {
			out = append(out, text.Capital(o.Name)+": "+other)
		}
	}
	if out == nil {
		return nil
	}
	return strings.Join(out, ". ")
}
