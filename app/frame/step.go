package frame

import (
	"cmp"

	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

func init() {
	governance.Goes(Kind, State.Field)
	governance.Dated(DecidedOn.Field, Decided)
	governance.After(Kind, settle)
	governance.Offers(Kind, governance.OfferedFrom(State.Field, map[string][]string{"": {Decided, Proposed}, Proposed: {Decided}, Decided: {Proposed}}))
}

// settle says who decided a ram, of what is known, and takes that away from one that becomes a
// proposal again: the decision is among the decisions.
func settle(tx *field.Tx, was *field.Record, s governance.Step) error {
	if s.To == Proposed {
		for _, f := range []*field.Field{DecidedOn.Field, DecidedBy.Field, Reference.Field} {
			if err := tx.Set(was.ID, f, nil); err != nil {
				return err
			}
		}
		return nil
	}
	for _, set := range []struct {
		f *field.Field
		v string
	}{{DecidedBy.Field, cmp.Or(s.Forum, s.Role, tx.Label(s.By))}, {Reference.Field, s.Reference}} {
		if set.v == "" {
			continue
		}
		if err := tx.Set(was.ID, set.f, set.v); err != nil {
			return err
		}
	}
	return nil
}
