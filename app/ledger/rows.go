package ledger

import (
	"cmp"
	"fmt"
	"slices"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
)

// inOrder are the packed rows of a ledger, in their order.
func inOrder(w field.World, ledger field.ID) []*field.Record {
	parts := slices.Clone(w.Pointing(RowsOf.Field, ledger))
	slices.SortFunc(parts, func(a, b *field.Record) int {
		return cmp.Or(cmp.Compare(RowsYear.Get(a), RowsYear.Get(b)), cmp.Compare(RowsMonth.Get(a), RowsMonth.Get(b)), cmp.Compare(RowsPlace.Get(a), RowsPlace.Get(b)))
	})
	return parts
}

// Each gives every row of a ledger to see, month by month, until it says no more. A fault is
// Damaged: the rows of a month can't be had back.
func Each(w field.World, ledger field.ID, see func(Row) bool) error {
	return each(w, ledger, func(Month) bool { return true }, see)
}

// each is Each of some months.
func each(w field.World, ledger field.ID, of func(Month) bool, see func(Row) bool) error {
	for _, p := range inOrder(w, ledger) {
		m := Month{int16(RowsYear.Get(p)), int8(RowsMonth.Get(p))}
		if !of(m) {
			continue
		}
		rows, err := unpack(p)
		if err != nil {
			return fault.Wrap(fault.Damaged, fmt.Sprintf("Raderna för %s i %s går inte att läsa. Resten är orört. Importera månadens fil på nytt.", m, w.Label(ledger)), err)
		}
		for _, r := range rows {
			if !see(r) {
				return nil
			}
		}
	}
	return nil
}

func packedRows() []*field.Kind { return []*field.Kind{RowsKind} }

// bookedTo is the end of the last month that a ledger has rows of.
func bookedTo(w field.World, r *field.Record) field.Value {
	var last date.Date
	for _, p := range w.Pointing(RowsOf.Field, r.ID) {
		if m := int(RowsMonth.Get(p)); m > 0 {
			last = max(last, date.LastOfMonth(int(RowsYear.Get(p)), m))
		}
	}
	if last.IsZero() {
		return nil
	}
	return last
}

func lines(w field.World, r *field.Record) field.Value {
	var n int64
	for _, p := range w.Pointing(RowsOf.Field, r.ID) {
		n += RowsCount.Get(p)
	}
	return n
}

// net is nothing known when there are no rows: a ledger that came without them isn't one of
// nothing.
func net(w field.World, r *field.Record) field.Value {
	parts := w.Pointing(RowsOf.Field, r.ID)
	if len(parts) == 0 {
		return nil
	}
	var sum money.Ore
	for _, p := range parts {
		sum += RowsNet.Get(p)
	}
	return sum
}

// Known is the number of rows of a ledger, and what they come to; ok is false without rows.
func Known(w field.World, r *field.Record) (rows int64, sum money.Ore, ok bool) {
	rows, _ = lines(w, r).(int64)
	sum, ok = net(w, r).(money.Ore)
	return rows, sum, ok
}

// Of are the ledgers of a year, all for 0.
func Of(w field.World, year int) (out []*field.Record) {
	for _, r := range w.All(Kind) {
		if year == 0 || Year.Get(r) == int64(year) {
			out = append(out, r)
		}
	}
	return out
}

// SortOf tries the rules on a ledger. Faults as for Each, and those of a rule.
func SortOf(w field.World, ledger *field.Record) (Sorted, error) {
	m, err := NewMatcher(w, DimensionsOf(ledger))
	if err != nil {
		return Sorted{}, err
	}
	return m.Sort(func(see func(Row) bool) error { return Each(w, ledger.ID, see) })
}
