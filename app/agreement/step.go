package agreement

import (
	"fmt"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

func init() {
	governance.Goes(Kind, State.Field)
	governance.Dated(NoticeOn.Field, GivenUp)
	governance.After(Kind, settle)
}

// settle sets the end that a step leads to. Faults: Invalid (it isn't known how long the
// agreement has been renewed by).
func settle(tx *field.Tx, was *field.Record, s governance.Step) error {
	switch s.To {
	case GivenUp:
		return endByNotice(tx, was, s.On)
	case Concluded:
		end, _ := Dates(was, s.On)
		if end.IsZero() || end > s.On {
			end = s.On
		}
		return tx.Set(was.ID, End.Field, end)
	}
	return nil
}

// Sign makes an agreement that is being prepared one that is in force. Faults: those of
// governance.Move.
func Sign(tx *field.Tx, agreement field.ID, s governance.Step) error {
	s.To = Signed
	return governance.Move(tx, agreement, s)
}

// GiveNotice says that notice has been given: the agreement isn't renewed any more,
// and ends at the end in force on that day. When it is too late for that, at the next.
// One that runs on ends when the notice has run out, if it is known how long that is, and
// not before it is bound to. It is our notice that counts, unless the agreement says that
// it is the supplier's. Faults: Invalid (it isn't known how long it has been renewed by),
// and those of governance.Move.
func GiveNotice(tx *field.Tx, agreement field.ID, s governance.Step) error {
	s.To = GivenUp
	return governance.Move(tx, agreement, s)
}

// endByNotice sets the end that notice given on a day leads to.
func endByNotice(tx *field.Tx, r *field.Record, on date.Date) error {
	months := NoticeMonths
	if NoticeFrom.Get(r) == Theirs {
		months = TheirMonths
	}
	t := termsOf(r)
	t.Notice = int(months.Get(r))
	end, by, renewals := t.On(on)
	switch {
	case t.End.IsZero() && r.Get(months.Field) != nil:
		return tx.Set(r.ID, End.Field, max(on.AddMonths(t.Notice), t.Bound))
	case t.End.IsZero():
		return nil
	case endless(r) && (by < on || end < t.Bound):
		return fault.New(fault.Invalid, fmt.Sprintf("%s förlängs av sig självt men säger inte med hur länge, så slutet är okänt. Inget har ändrats. Fyll i Förlängs med först.", r.Name()))
	}
	return lengthen(tx, r, end, renewals)
}

// SupplierGivesNotice is GiveNotice when it is the supplier who has given it.
func SupplierGivesNotice(tx *field.Tx, agreement field.ID, s governance.Step) error {
	if err := tx.Set(agreement, NoticeFrom.Field, Theirs); err != nil {
		return err
	}
	return GiveNotice(tx, agreement, s)
}

var errGone = fault.New(fault.NotFound, "Avtalet som skulle förlängas finns inte längre. Inget har ändrats.")

// isBound says that an agreement doesn't go on.
func isBound(tx *field.Tx, r *field.Record) error {
	return fault.New(fault.Conflict, fmt.Sprintf("%s är %s och kan inte förlängas. Inget har ändrats. Ångra det först, eller lägg till ett nytt avtal.", r.Name(), text.Lower(State.Show(tx, State.Get(r)))))
}

// lengthen sets the end of an agreement that has been renewed so many times since the one that
// is written.
func lengthen(tx *field.Tx, r *field.Record, end date.Date, renewals int) error {
	if renewals > 0 && r.Get(MostRenewals.Field) != nil {
		if err := tx.Set(r.ID, Renewed.Field, Renewed.Get(r)+int64(renewals)); err != nil {
			return err
		}
	}
	return tx.Set(r.ID, End.Field, end)
}

// Renew makes an agreement end later: on until or, when that is 0, a renewal period
// after the end in force. Faults: Conflict (notice has been given, it has ended, or it
// may not be renewed any more), Invalid (no later day).
func Renew(tx *field.Tx, agreement field.ID, until date.Date) error {
	r := tx.Get(agreement)
	if r == nil {
		return errGone
	}
	end, _, renewals := goesOn(r, tx.Today())
	most, limited := r.Get(MostRenewals.Field).(int64)
	switch {
	case Bound(r):
		return isBound(tx, r)
	case Renewal.Get(r) == Never:
		return fault.New(fault.Conflict, fmt.Sprintf("%s förlängs inte, säger avtalet. Inget har ändrats. Utnyttja en option, ändra Förlängs, eller lägg till ett nytt avtal.", r.Name()))
	case limited && Renewed.Get(r)+int64(renewals) >= most:
		return fault.New(fault.Conflict, fmt.Sprintf("%s får förlängas högst %s och har förlängts %s. Inget har ändrats. Rätta antalet, eller lägg till ett nytt avtal.", r.Name(), times(most), times(Renewed.Get(r)+int64(renewals))))
	case until.IsZero() && RenewalMonths.Get(r) <= 0:
		instead := ""
		if NextOption(tx, r) != nil {
			instead = ", eller utnyttja optionen"
		}
		return fault.New(fault.Invalid, fmt.Sprintf("%s säger inte hur länge det förlängs. Inget har ändrats. Skriv till vilken dag%s.", r.Name(), instead))
	}
	if until.IsZero() {
		until = NextEnd(r, tx.Today())
	}
	switch {
	case until.IsZero():
		return fault.New(fault.Invalid, fmt.Sprintf("%s har ingen slutdag att förlänga från. Inget har ändrats. Skriv till vilken dag.", r.Name()))
	case until <= max(end, End.Get(r)):
		return fault.New(fault.Invalid, fmt.Sprintf("%s gäller redan till %s. Inget har ändrats. Skriv en senare dag.", r.Name(), max(end, End.Get(r))))
	}
	return lengthen(tx, r, until, renewals+1)
}

func times(n int64) string { return text.Plural(int(n), "gång", "gånger") }

// Conclude ends an agreement on a day: it is no longer thought of. Faults: those of
// governance.Move.
func Conclude(tx *field.Tx, agreement field.ID, s governance.Step) error {
	s.To = Concluded
	return governance.Move(tx, agreement, s)
}
