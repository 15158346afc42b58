package exemption

import (
	"cmp"

	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

func init() { governance.Goes(Kind, State.Field, Move) }

// Move takes an undantag to another state on a day, and writes down that it was done: what
// the styrmodell asks for before is asked. One that is granted or denied says when, by whom
// and where; one that is ended is in force no longer. A *governance.Stopped says what is
// missing.
func Move(tx *field.Tx, exemption field.ID, s governance.Step) error {
	r := tx.Get(exemption)
	s.On = cmp.Or(s.On, tx.Today())
	if err := governance.Take(tx, exemption, s); err != nil || r == nil || State.Get(r) == s.To {
		return err
	}
	switch s.To {
	case Granted, Denied:
		return decide(tx, r, s)
	case Ended:
		if until := Until.Get(r); until.IsZero() || until > s.On {
			return tx.Set(exemption, Until.Field, s.On)
		}
	}
	return nil
}

// decide says when it was decided, by whom and where, of what is known.
func decide(tx *field.Tx, r *field.Record, s governance.Step) error {
	if err := tx.Set(r.ID, DecidedOn.Field, s.On); err != nil {
		return err
	}
	if by := cmp.Or(tx.Label(s.By), s.Role, s.Forum); by != "" {
		if err := tx.Set(r.ID, DecidedBy.Field, by); err != nil {
			return err
		}
	}
	if s.Reference == "" {
		return nil
	}
	return tx.Set(r.ID, Reference.Field, s.Reference)
}
