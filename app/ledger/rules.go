package ledger

import (
	"fmt"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
)

func init() {
	RuleKind.Check = func(_ field.World, _, r *field.Record) error {
		if r == nil {
			return nil
		}
		_, err := ready(r)
		return err
	}
	economy.CostLedger.Admit(Kind)
	Kind.Removing = takeBack
	ClosedKind.Identity = []*field.Field{ClosedYear.Field, ClosedMonth.Field}
	ClosedKind.Vital = ClosedKind.Identity
	ClosedKind.Caption = func(r *field.Record) string {
		if first, ok := closedFor(nil, r).(date.Date); ok {
			return first.LongMonth()
		}
		return ""
	}
	ClosedKind.Check = checkClosed
}

// closedFor is the first day of the month that is closed.
func closedFor(_ field.World, r *field.Record) field.Value {
	y, m := int(ClosedYear.Get(r)), int(ClosedMonth.Get(r))
	if !date.Valid(y, m, 1) {
		return nil
	}
	return date.Of(y, m, 1)
}

func checkClosed(w field.World, _, r *field.Record) error {
	if r == nil {
		return nil
	}
	y, m := ClosedYear.Get(r), ClosedMonth.Get(r)
	if y == 0 || m < 1 || m > 12 {
		return fault.New(fault.Invalid, "En stängd månad säger år och månad, 1–12. Inget har ändrats. Fyll i båda.")
	}
	for _, o := range w.All(ClosedKind) {
		if o.ID != r.ID && ClosedYear.Get(o) == y && ClosedMonth.Get(o) == m {
			return fault.New(fault.Conflict, fmt.Sprintf("%s är redan stängd. Inget har ändrats. Den behöver inte stängas igen.", text.Capital(ClosedKind.Caption(r))))
		}
	}
	return nil
}

// Close closes the months of a year to the one that is given, with it; those that are closed
// already stay as they are. It gives how many were closed.
func Close(tx *field.Tx, year, month int, by string) (n int, err error) {
	if !date.Valid(year, month, 1) {
		return 0, fault.New(fault.Invalid, fmt.Sprintf("%d-%d är ingen månad. Inget har ändrats. Skriv till exempel 2026-04.", year, month))
	}
	have := map[int64]bool{}
	for _, r := range tx.All(ClosedKind) {
		if ClosedYear.Get(r) == int64(year) {
			have[ClosedMonth.Get(r)] = true
		}
	}
	for m := 1; m <= month; m++ {
		if have[int64(m)] {
			continue
		}
		r := field.NewRecord(ClosedKind, tx.NewID()).Put(ClosedYear.Field, int64(year)).Put(ClosedMonth.Field, int64(m)).Put(ClosedOn.Field, tx.Today())
		if by != "" {
			r.Put(ClosedBy.Field, by)
		}
		if err := tx.Create(r); err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}

// Open opens the months of a year from the one that is given again.
func Open(tx *field.Tx, year, month int) (n int, err error) {
	for _, r := range append([]*field.Record(nil), tx.All(ClosedKind)...) {
		if ClosedYear.Get(r) == int64(year) && ClosedMonth.Get(r) >= int64(month) {
			if err := tx.Delete(r.ID); err != nil {
				return n, err
			}
			n++
		}
	}
	return n, nil
}
