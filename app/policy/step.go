package policy

import (
	"cmp"

	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

func init() { governance.Goes(Kind, State.Field, Move) }

// Move takes a styrdokument to another state on a day, and writes down that it was done:
// what the styrmodell asks for before is asked. One that is published puts an end to what
// it replaces. A *governance.Stopped says what is missing.
func Move(tx *field.Tx, policy field.ID, s governance.Step) error {
	r := tx.Get(policy)
	s.On = cmp.Or(s.On, tx.Today())
	if r == nil || State.Get(r) == s.To {
		return governance.Take(tx, policy, s)
	}
	if err := governance.Take(tx, policy, s); err != nil {
		return err
	}
	switch s.To {
	case Approved:
		return tx.Set(policy, ApprovedOn.Field, s.On)
	case Published:
		return publish(tx, r, s.On)
	case Ended:
		return end(tx, r, s.On)
	}
	return nil
}

// publish says from when a styrdokument is in force, unless it says so itself, and that
// what it replaces is so until the day before. What is in force some time yet isn't ended.
func publish(tx *field.Tx, r *field.Record, on date.Date) error {
	from := cmp.Or(ValidFrom.Get(r), on)
	if err := tx.Set(r.ID, ValidFrom.Field, from); err != nil {
		return err
	}
	for _, id := range Replaces.Get(r) {
		old := tx.Get(id)
		if old == nil || State.Get(old) == Ended {
			continue
		}
		if err := end(tx, old, from.AddDays(-1)); err != nil {
			return err
		}
		if from > tx.Today() {
			continue
		}
		if err := governance.Take(tx, id, governance.Step{To: Ended, On: on, Reason: "Ersatt av " + r.Name()}); err != nil {
			return err
		}
	}
	return nil
}

// end says until when a styrdokument is in force: no longer than it says itself, and no
// shorter than the day when it began to be.
func end(tx *field.Tx, r *field.Record, on date.Date) error {
	if to := ValidTo.Get(r); !to.IsZero() && to <= on {
		return nil
	}
	return tx.Set(r.ID, ValidTo.Field, max(on, ValidFrom.Get(r)))
}
