package policy

import (
	"cmp"

	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

func init() {
	governance.Goes(Kind, State.Field)
	governance.Dated(ApprovedOn.Field, Approved)
	governance.After(Kind, settle)
	governance.Offers(Kind, governance.OfferedFrom(State.Field, map[string][]string{
		"": {WithIT}, Draft: {WithIT}, WithIT: {Approved, Draft}, Approved: {Published}, Published: {Ended},
	}))
}

// settle says from when a styrdokument that is published is in force, or until when one that
// has ended is.
func settle(tx *field.Tx, was *field.Record, s governance.Step) error {
	switch s.To {
	case Published:
		return publish(tx, was, s.On)
	case Ended:
		return end(tx, was, s.On)
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
		if err := governance.Move(tx, id, governance.Step{To: Ended, On: max(on, from.AddDays(-1)), Reason: "Ersatt av " + r.Name()}); err != nil {
			return err
		}
	}
	return nil
}

// end says until when a styrdokument is in force: no longer than it says itself, and no
// shorter than the day when it began to be.
func end(tx *field.Tx, r *field.Record, on date.Date) error {
	return governance.NoLater(tx, r, ValidTo.Field, max(on, ValidFrom.Get(r)))
}
