package economy

import (
	"slices"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
)

// Anew makes a row of a year of what another is, with who pays, and without amounts and what is
// said of them.
func Anew(tx *field.Tx, c *field.Record, year int) (*field.Record, error) {
	r := field.NewRecord(CostKind, tx.NewID())
	like := append([]*field.Field{CostText.Field, CostWork.Field, CostFunding.Field}, posts...)
	for _, f := range append(like, ownParts(tx)...) {
		if v := c.Get(f); !field.IsEmpty(v) {
			r.Put(f, v)
		}
	}
	if err := tx.Create(r.Put(CostYear.Field, int64(year))); err != nil {
		return nil, err
	}
	for _, p := range slices.Clone(tx.Pointing(PayerOf.Field, c.ID)) {
		if err := tx.Create(field.NewRecord(PayerKind, tx.NewID()).Put(PayerOf.Field, r.ID).Put(PayerUnit.Field, PayerUnit.Get(p)).Put(PayerShare.Field, PayerShare.Get(p))); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// Duplicate makes a row like another, with its budget and forecast: without what it has been and
// what was believed of it before, which are its own.
func Duplicate(tx *field.Tx, id field.ID) (*field.Record, error) {
	c := tx.Get(id)
	if c == nil || c.Kind != CostKind {
		return nil, fault.New(fault.NotFound, "Kostnadsraden finns inte längre. Inget har ändrats. Stäng och öppna det som den hör till.")
	}
	r, err := Anew(tx, c, int(CostYear.Get(c)))
	if err != nil {
		return nil, err
	}
	for _, f := range []*field.Field{CostBudget.Field, CostForecast.Field} {
		if v := c.Get(f); v != nil {
			if err := tx.Set(r.ID, f, v); err != nil {
				return nil, err
			}
		}
	}
	return r, nil
}
