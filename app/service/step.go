package service

import (
	"cmp"

	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// A service goes through its phases, which mostly are just set; a level is approved and
// ended, which is written down.
func init() {
	governance.Goes(Kind, Phase.Field, governance.Lightly)
	governance.Goes(LevelKind, State.Field, MoveLevel)
}

// MoveLevel takes a level to another state, on a day. Faults: those of governance.Take.
func MoveLevel(tx *field.Tx, level field.ID, s governance.Step) error {
	switch s.To {
	case Approved:
		return Approve(tx, level, s)
	case Ended:
		return End(tx, level, s)
	}
	return governance.Take(tx, level, s)
}

// Approve says that both sides have approved a level in writing: on the day of the
// step, else on the one that it already says, by whom the step says.
func Approve(tx *field.Tx, level field.ID, s governance.Step) error {
	r := tx.Get(level)
	s.To = Approved
	if r != nil && State.Get(r) != Approved {
		s.On = cmp.Or(s.On, ApprovedOn.Get(r), tx.Today())
		if err := tx.Set(level, ApprovedOn.Field, s.On); err != nil {
			return err
		}
		if s.By != "" && ApprovedBy.Get(r) == "" {
			if err := tx.Set(level, ApprovedBy.Field, s.By); err != nil {
				return err
			}
		}
	}
	return governance.Take(tx, level, s)
}

// End says that a level doesn't hold after a day.
func End(tx *field.Tx, level field.ID, s governance.Step) error {
	r := tx.Get(level)
	s.To, s.On = Ended, cmp.Or(s.On, tx.Today())
	if r != nil && State.Get(r) != Ended {
		if until := Until.Get(r); until.IsZero() || until > s.On {
			if err := tx.Set(level, Until.Field, s.On); err != nil {
				return err
			}
		}
	}
	return governance.Take(tx, level, s)
}
