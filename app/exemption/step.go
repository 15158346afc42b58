package exemption

import (
	"cmp"

	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

func init() {
	governance.Goes(Kind, State.Field)
	governance.Dated(DecidedOn.Field, Granted, Denied)
	governance.After(Kind, settle)
	governance.Offers(Kind, governance.OfferedFrom(State.Field, map[string][]string{"": {Granted, Denied}, Applied: {Granted, Denied}, Granted: {Ended}}))
}

// settle says by whom and where an undantag was granted or denied, of what is known, and
// that one that has ended is in force no longer.
func settle(tx *field.Tx, was *field.Record, s governance.Step) error {
	if s.To == Ended {
		return governance.NoLater(tx, was, Until.Field, s.On)
	}
	if s.To != Granted && s.To != Denied {
		return nil
	}
	if by := cmp.Or(tx.Label(s.By), s.Role, s.Forum); by != "" {
		if err := tx.Set(was.ID, DecidedBy.Field, by); err != nil {
			return err
		}
	}
	if s.Reference == "" {
		return nil
	}
	return tx.Set(was.ID, Reference.Field, s.Reference)
}
