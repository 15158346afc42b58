package economy

import (
	"fmt"
	"slices"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Posted says that what a row has cost is booked in a ledger, and isn't written by hand.
func Posted(c *field.Record) bool { return CostLedger.Get(c) != "" }

// ByHand says that a row has an utfall that somebody has written.
func ByHand(c *field.Record) bool { return !Posted(c) && c.Get(CostActual.Field) != nil }

// posts are the fields that say what a posted row is of: they are the ledger's and the rules'.
var posts = []*field.Field{CostOwner.Field, CostYear.Field, CostMonth.Field, CostType.Field, CostSort.Field, CostAccount.Field, CostCentre.Field, CostDoing.Field,
	CostProject.Field, CostObject.Field, CostOther.Field}

// Posts gives a row what a ledger has booked for it; what it is of never changes afterwards.
func Posts(tx *field.Tx, id, ledger field.ID, v money.Ore) error {
	for _, f := range []struct {
		field *field.Field
		value field.Value
	}{{CostLedger.Field, ledger}, {CostBooked.Field, v}, {CostActual.Field, v}} {
		if err := tx.Set(id, f.field, f.value); err != nil {
			return err
		}
	}
	return nil
}

// TakeBack takes the utfall out of a row, and the row away unless somebody has written something
// else in it.
func TakeBack(tx *field.Tx, c *field.Record) error {
	if !written(tx, c) {
		return tx.Remove(c.ID)
	}
	for _, f := range []*field.Field{CostActual.Field, CostBooked.Field, CostLedger.Field} {
		if err := tx.Set(c.ID, f, nil); err != nil {
			return err
		}
	}
	return nil
}

// Empty takes an amount out of a row, and the row away unless somebody has written something else in
// it.
func Empty(tx *field.Tx, c *field.Record, amount field.MoneyField) error {
	for _, f := range Amounts() {
		if f.Field != amount.Field && c.Get(f.Field) != nil {
			return tx.Set(c.ID, amount.Field, nil)
		}
	}
	if err := tx.Set(c.ID, amount.Field, nil); err != nil {
		return err
	}
	if says(tx, tx.Get(c.ID), append([]*field.Field{CostText.Field, CostWork.Field, CostFunding.Field}, ownParts(tx)...)) {
		return nil
	}
	return tx.Remove(c.ID)
}

// written says that a row has something besides its utfall and what that is of.
func written(w field.World, c *field.Record) bool {
	return says(w, c, nil) || len(w.Pointing(PayerOf.Field, c.ID)) > 0
}

// says says that a row has something besides its utfall, what that is of, and some fields.
func says(w field.World, c *field.Record, but []*field.Field) bool {
	for _, f := range w.Fields(CostKind) {
		if f.Kept() && !slices.Contains(posts, f) && !slices.Contains(but, f) && f != CostActual.Field && f != CostBooked.Field && f != CostLedger.Field && !field.IsEmpty(c.Get(f)) {
			return true
		}
	}
	return len(w.Pointing(BeliefOf.Field, c.ID)) > 0
}

// holdPosted holds that a posted row is what was posted: its utfall, and what that is of.
func holdPosted(w field.World, before, c *field.Record) error {
	if c == nil || !Posted(c) {
		return nil
	}
	from := w.Label(CostLedger.Get(c))
	if !field.Equal(c.Get(CostActual.Field), c.Get(CostBooked.Field)) {
		return fault.New(fault.Conflict, fmt.Sprintf("Utfallet är bokfört i %s, %s kr, och skrivs inte för hand. Inget har ändrats. Ändra konteringsregeln, eller importera en rättad fil, och bokför utfallet på nytt.", from, CostBooked.Get(c).Exact()))
	}
	if before == nil || !Posted(before) {
		return nil
	}
	for _, f := range posts {
		if field.Equal(before.Get(f), c.Get(f)) || f == CostOwner.Field && w.Get(CostOwner.Get(before)) == nil {
			continue // what it was of may have become one with another
		}
		return fault.New(fault.Conflict, fmt.Sprintf("%s är vad raden är bokförd på i %s, och ändras inte för hand. Inget har ändrats. Ändra konteringsregeln och bokför utfallet på nytt.", f.Label, from))
	}
	return nil
}

// besides says of an utfall that is written by hand that the year has one out of a ledger too.
func besides(w field.World, c *field.Record) string {
	if !ByHand(c) {
		return ""
	}
	for _, o := range Rows(w, CostOwner.Get(c)) {
		if Posted(o) && CostYear.Get(o) == CostYear.Get(c) {
			return fmt.Sprintf("utfallet läggs till det som är bokfört i %s", text.Line(w.Label(CostLedger.Get(o))))
		}
	}
	return ""
}
