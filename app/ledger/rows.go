package ledger

import (
	"cmp"
	"fmt"
	"slices"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
)

// Each gives every row of a ledger to see, month by month, until it says no more. A fault is
// Damaged: the rows of a month can't be had back.
func Each(w field.World, ledger field.ID, see func(Row) bool) error {
	parts := slices.Clone(w.Pointing(RowsOf.Field, ledger))
	slices.SortFunc(parts, func(a, b *field.Record) int {
		return cmp.Or(cmp.Compare(RowsYear.Get(a), RowsYear.Get(b)), cmp.Compare(RowsMonth.Get(a), RowsMonth.Get(b)), cmp.Compare(RowsPlace.Get(a), RowsPlace.Get(b)))
	})
	for _, p := range parts {
		rows, err := unpack(p)
		if err != nil {
			m := Month{int16(RowsYear.Get(p)), int8(RowsMonth.Get(p))}
			return fault.Wrap(fault.Damaged, fmt.Sprintf("Raderna för %s i %s går inte att läsa. Resten är orört. Läs in månadens fil på nytt.", m, w.Label(ledger)), err)
		}
		for _, r := range rows {
			if !see(r) {
				return nil
			}
		}
	}
	return nil
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
