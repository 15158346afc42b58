package export

import (
	"strings"

	"itportfoljen/app/base/money"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/usage"
)

// usedName is the sheet of what the unit of a workbook uses and others own.
const usedName = "Använder, äger inte"

// usedSheet tells what a unit uses and doesn't own, with its part of the cost where that is
// split. It is for reading: no column has a key, so that nothing of others' is changed when
// the workbook is read back, and no sum counts it. ok is false where there is nothing.
func usedSheet(w field.World, s *choice) (out sheet.Out, ok bool) {
	if s.o.Unit == "" || s.wanted != nil {
		return out, false
	}
	used := usage.UsedBy(w, s.o.Unit)
	if len(used) == 0 {
		return out, false
	}
	out = sheet.Out{Name: usedName, Title: w.Label(s.o.Unit) + " använder men äger inte: kostnaderna är ägarens, och räknas inte i de andra bladen",
		Columns: []sheet.Column{{Heading: "Ref.", Width: 13}, {Heading: "Namn", Width: 30}, {Heading: "Ägs av", Width: 40}, {Heading: "Används inom", Width: 40},
			{Heading: "Hur många", Type: sheet.ColNumber}, {Heading: "Del av kostnaden, %", Type: sheet.ColNumber}}}
	amount := budgetOf(w, used[0].Kind)
	if amount != nil && !s.tells(amount) {
		amount = nil
	}
	if amount != nil {
		phrase := field.Column{Field: amount, Year: w.PlanYear()}.Phrase(w)
		out.Columns = append(out.Columns, sheet.Column{Heading: phrase + ", enhetens del", Type: sheet.ColMoney}, sheet.Column{Heading: "Om delen", Width: 30})
	}
	out.Each = func(yield func([]sheet.Cell) error) error {
		for _, r := range used {
			if err := yield(usedCells(w, s, r, amount)); err != nil {
				return err
			}
		}
		return nil
	}
	return out, true
}

// budgetOf is the first amount that a kind has of a year, which isn't known only when that
// is over; nil where there is none.
func budgetOf(w field.World, k *field.Kind) *field.Field {
	for _, f := range w.Fields(k) {
		if f.Yearly && f.InKronor() && !f.Afterwards {
			return f
		}
	}
	return nil
}

func usedCells(w field.World, s *choice, r *field.Record, amount *field.Field) []sheet.Cell {
	part := usage.PartOf(w, r.ID, s.o.Unit)
	var within []string
	for _, row := range part.Rows {
		within = append(within, w.Label(usage.Unit.Get(row)))
	}
	cells := []sheet.Cell{sheet.Str(r.Ref), sheet.Str(r.Name()), sheet.Str(w.Label(r.Home())), sheet.Str(strings.Join(within, "; ")), {}, {}}
	if part.Said > 0 {
		cells[4] = numberCell(part.Users)
	}
	if part.Split {
		cells[5] = numberCell(part.Share)
	}
	if amount == nil {
		return cells
	}
	whole, known := amount.Value(w, r, w.PlanYear()).(money.Ore)
	switch theirs, split := part.Of(whole); {
	case !split:
		return append(cells, sheet.Cell{}, sheet.Str("fördelningsnyckel saknas"))
	case !known:
		return append(cells, sheet.Cell{}, sheet.Str("beloppet är inte angivet"))
	default:
		return append(cells, moneyCell(theirs), sheet.Cell{})
	}
}
