package agreement

import (
	"cmp"
	"fmt"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/deadline"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

func init() { governance.Goes(Kind, State.Field, Move) }

// Move takes an agreement to another state, on a day: signs it, gives notice or ends
// it. What the styrmodell asks for before is asked, and that it was done is written
// down. A *governance.Stopped says what is missing.
func Move(tx *field.Tx, agreement field.ID, s governance.Step) error {
	switch s.To {
	case GivenUp:
		return GiveNotice(tx, agreement, s)
	case Concluded:
		return Conclude(tx, agreement, s)
	}
	return governance.Take(tx, agreement, s)
}

// Sign makes an agreement that is being prepared one that is in force.
func Sign(tx *field.Tx, agreement field.ID, s governance.Step) error {
	s.To = Signed
	return Move(tx, agreement, s)
}

// GiveNotice says that notice has been given: the agreement isn't renewed any more,
// and ends at the end in force on that day. When it is too late for that, at the next.
func GiveNotice(tx *field.Tx, agreement field.ID, s governance.Step) error {
	r := tx.Get(agreement)
	s.To, s.On = GivenUp, cmp.Or(s.On, tx.Today())
	if r != nil && State.Get(r) != GivenUp {
		if end := End.Get(r); !end.IsZero() && RenewalMonths.Get(r) > 0 {
			end, _ = deadline.NoticeBy(end, int(NoticeMonths.Get(r)), int(RenewalMonths.Get(r)), s.On)
			if err := tx.Set(agreement, End.Field, end); err != nil {
				return err
			}
		}
		if err := tx.Set(agreement, NoticeOn.Field, s.On); err != nil {
			return err
		}
	}
	return governance.Take(tx, agreement, s)
}

// Renew makes an agreement end later: on until or, when that is 0, a renewal period
// after the end in force. Faults: Conflict (notice has been given, or it has ended),
// Invalid (no later day).
func Renew(tx *field.Tx, agreement field.ID, until date.Date) error {
	r := tx.Get(agreement)
	switch {
	case r == nil:
		return fault.New(fault.NotFound, "Avtalet som skulle förlängas finns inte längre. Inget har ändrats.")
	case Bound(r):
		return fault.New(fault.Conflict, fmt.Sprintf("%s är %s och kan inte förlängas. Inget har ändrats. Ångra det först, eller lägg till ett nytt avtal.", r.Name(), strings.ToLower(State.Show(tx, State.Get(r)))))
	case until.IsZero() && RenewalMonths.Get(r) <= 0:
		return fault.New(fault.Invalid, fmt.Sprintf("%s säger inte hur länge det förlängs. Inget har ändrats. Skriv till vilken dag.", r.Name()))
	}
	if until.IsZero() {
		until = NextEnd(r, tx.Today())
	}
	if end, _ := Dates(r, tx.Today()); until <= end {
		return fault.New(fault.Invalid, fmt.Sprintf("%s gäller redan till %s. Inget har ändrats. Skriv en senare dag.", r.Name(), end))
	}
	return tx.Set(agreement, End.Field, until)
}

// Conclude ends an agreement on a day: it is no longer thought of.
func Conclude(tx *field.Tx, agreement field.ID, s governance.Step) error {
	r := tx.Get(agreement)
	s.To, s.On = Concluded, cmp.Or(s.On, tx.Today())
	if r != nil && State.Get(r) != Concluded {
		if end, _ := Dates(r, s.On); end.IsZero() || end > s.On {
			if err := tx.Set(agreement, End.Field, s.On); err != nil {
				return err
			}
		}
	}
	return governance.Take(tx, agreement, s)
}
