package recount

import (
	"fmt"
	"slices"
)

// BudgetReport are the tables of the Budgetrapport of a year, of the whole municipality or a unit,
// and what else it says that they rest on.
func (d *Document) BudgetReport(year int, unit string, stages Stages) (tables []Table, said []Figure) {
	pay, charge := d.Payers(year, unit, stages)
	tables = append(d.Parted(year, unit, stages), pay)
	for _, t := range []Table{charge, d.Borne(year, unit, stages)} {
		if len(t.Rows) > 0 {
			tables = append(tables, t)
		}
	}
	ahead, known := d.Ahead(year, unit, stages)
	said = []Figure{known, d.rests(year, unit, stages)}
	if left := d.left(year, unit, stages); left.Said != "" {
		said = append(said, left)
	}
	return append(tables, ahead...), said
}

// rests says how many of the systems that aren't retired have an amount of a year.
func (d *Document) rests(year int, unit string, stages Stages) Figure {
	with := map[string]bool{}
	for _, p := range d.pieces(year, stages) {
		with[p.system] = true
	}
	n, of := 0, 0
	for _, s := range d.Systems {
		if s.Lifecycle == "retired" || unit != "" && !under(s.Unit, unit) {
			continue
		}
		if of++; with[s.Ref] {
			n++
		}
	}
	return Figure{"system med belopp", fmt.Sprintf("%s av %s system har ett belopp", thousands(int64(n)), thousands(int64(of)))}
}

// left says what insatser that are set aside or over had thought of costing, where that doesn't
// count; "" is nothing.
func (d *Document) left(year int, unit string, stages Stages) Figure {
	if d.ended(year) {
		return Figure{}
	}
	away := map[string]bool{}
	for _, p := range d.Plan {
		away[p.Ref] = in(p.Phase, stages.Away) && (unit == "" || under(p.Unit, unit))
	}
	var budget, expected int64
	of := map[string]bool{}
	for _, c := range d.counting() {
		if away[c.Owner] && c.Year == year && (c.Budget != nil || c.expected() != nil) {
			budget, expected = budget+amount(c.Budget), expected+amount(c.expected())
			of[c.Owner] = true
		}
	}
	if len(of) == 0 {
		return Figure{}
	}
	words := "insatser som är avslutade"
	if len(of) == 1 {
		words = "insats som är avslutad"
	}
	return Figure{"räknas inte", fmt.Sprintf("Budget %s kr och prognos %s kr av %d %s eller vilar räknas inte.", thousands(round(budget, 100)), thousands(round(expected, 100)), len(of), words)}
}

// types is what is entered each of the years ahead, drift and investering apart.
func (d *Document) types(year int, unit string, stages Stages) Table {
	rows := []outlook{{name: "Drift"}, {name: "Investering"}}
	sum := outlook{name: "Summa"}
	for i := range horizon {
		for _, p := range within(d.pieces(year+i, stages), unit) {
			if p.expected == nil {
				continue
			}
			of := &rows[0]
			if p.investment {
				of = &rows[1]
			}
			for _, o := range []*outlook{of, &sum} {
				o.years[i].ore += *p.expected
				o.years[i].known = "entered"
			}
		}
	}
	rows = slices.DeleteFunc(rows, func(o outlook) bool { return o.years == [horizon]ahead{} })
	return Table{Head: "Drift och investering, tkr", From: "Inlagd, prognos eller budget", Rows: written(rows, sum)}
}
