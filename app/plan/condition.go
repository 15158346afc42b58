package plan

import (
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// ToDecide says whether an insats is yet to be decided: it is on its way there, or has been
// sent back and a forum is to see it again.
func ToDecide(w field.World, r *field.Record) bool {
	p, _ := governance.Of(w).Phase(Phase.Get(r))
	return p.Stage.Undecided() || p.Stage == governance.Aside && p.Forum != ""
}

// Conditions are what the styrmodell asks of an insats before it goes on: of one that isn't
// decided, all up to the yes of who decides it, else before its next phase. to is the key of the
// phase that it then goes to; "" where there is none.
func Conditions(w field.World, r *field.Record) (to string, out []governance.Condition) {
	if ToDecide(w, r) {
		for _, p := range governance.Of(w).Phases {
			if p.Stage == governance.Planned {
				return p.Key, governance.ConditionsBefore(w, r, p.Key, governance.Approval)
			}
		}
	}
	if to = governance.Following(w, r); to == "" {
		return "", nil
	}
	return to, governance.ConditionsBefore(w, r, to)
}
