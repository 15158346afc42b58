package recount

import (
	"maps"
	"slices"
)

// Payers are the tables of who pays a year's budget, and of what is to be charged: what a
// förvaltning or bolag pays that another has the cost of. The second has no rows where there is
// nothing to charge.
func (d *Document) Payers(year int, unit string, stages Stages) (pay, charge Table) {
	own, others := map[string]int64{}, map[string]int64{}
	between := map[[2]string]int64{}
	var whole, foreign int64
	for _, p := range within(d.pieces(year, stages), unit) {
		if p.budget == nil {
			continue
		}
		by, of := d.level(p.payer), d.level(p.unit)
		whole += *p.budget
		if by == of {
			own[by] += *p.budget
			continue
		}
		others[by] += *p.budget
		between[[2]string{by, of}] += *p.budget
		foreign += *p.budget
	}
	pay = Table{Head: "Fördelning", From: "Betalare"}
	by := slices.Sorted(maps.Keys(join(own, others)))
	columns := [2][]int64{}
	for _, u := range by {
		columns[0], columns[1] = append(columns[0], own[u]), append(columns[1], others[u])
	}
	mine, theirs := even(columns[0], 100), even(columns[1], 100)
	for i, u := range by {
		pay.Rows = append(pay.Rows, []string{last(u), thousands(mine[i]), thousands(theirs[i]), thousands(mine[i] + theirs[i]), decimal(round(1000*(own[u]+others[u]), whole))})
	}
	pay.Rows = append(pay.Rows, []string{"Summa", thousands(round(whole-foreign, 100)), thousands(round(foreign, 100)), thousands(round(whole-foreign, 100) + round(foreign, 100)), "100,0"})
	charge = Table{Head: "Interndebitering", From: "Betalare"}
	var ores []int64
	pairs := slices.SortedFunc(maps.Keys(between), func(a, b [2]string) int { return slices.Compare(a[:], b[:]) })
	for _, pair := range pairs {
		ores = append(ores, between[pair])
	}
	for i, kr := range even(ores, 100) {
		charge.Rows = append(charge.Rows, []string{last(pairs[i][0]), last(pairs[i][1]), thousands(kr)})
	}
	if len(charge.Rows) > 0 {
		charge.Rows = append(charge.Rows, []string{"Summa, andras kostnader", thousands(round(foreign, 100))})
	}
	return pay, charge
}

// Borne is the table of what a unit pays of the costs of others than itself; it has no rows
// where there is nothing.
func (d *Document) Borne(year int, unit string, stages Stages) Table {
	out := Table{Head: "Andras kostnader som enheten betalar", From: "Kostnad för"}
	by := map[string]int64{}
	var sum int64
	for _, p := range d.pieces(year, stages) {
		if unit != "" && p.budget != nil && under(p.payer, unit) && !under(p.unit, unit) {
			by[d.level(p.unit)] += *p.budget
			sum += *p.budget
		}
	}
	of := slices.Sorted(maps.Keys(by))
	ores := make([]int64, len(of))
	for i, u := range of {
		ores[i] = by[u]
	}
	for i, kr := range even(ores, 100) {
		out.Rows = append(out.Rows, []string{last(of[i]), thousands(kr)})
	}
	if len(out.Rows) > 0 {
		out.Rows = append(out.Rows, []string{"Summa, andras kostnader", thousands(round(sum, 100))})
	}
	return out
}

// join are the keys of either.
func join(a, b map[string]int64) map[string]bool {
	out := map[string]bool{}
	for _, m := range []map[string]int64{a, b} {
		for k := range m {
			out[k] = true
		}
	}
	return out
}
