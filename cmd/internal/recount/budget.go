package recount

// Totals are the rows of the Budgetrapport's first table, drift, investering and their sum in
// kronor: budget, what is expected, utfall, and how much better than budget that is. What insatser
// that are set aside or over had thought of costing isn't counted, only what they cost.
func (d *Document) Totals(stages Stages) []Figure {
	away := map[string]bool{}
	for _, p := range d.Plan {
		away[p.Ref] = in(p.Phase, stages.Away)
	}
	var drift, investment, all sum
	for _, c := range d.counting() {
		if c.Year != d.Year {
			continue
		}
		of := &drift
		if c.Type == "investering" {
			of = &investment
		}
		for _, s := range []*sum{of, &all} {
			if c.Kind != "initiative" || !away[c.Owner] {
				s.budget += amount(c.Budget)
				s.expected += amount(c.expected())
			}
			s.actual += amount(c.Actual)
			s.spent = s.spent || c.Actual != nil
		}
	}
	row := func(name string, s sum) Figure {
		spent, better := "–", thousands(round(s.budget-s.expected, 100))
		if s.spent {
			spent = thousands(round(s.actual, 100))
		}
		if s.budget-s.expected > 0 && better != "0" {
			better = "+" + better
		}
		return Figure{name, "\n" + name + " | " + thousands(round(s.budget, 100)) + " | " + thousands(round(s.expected, 100)) + " | " + spent + " | " + better + " | "}
	}
	return []Figure{row("Drift", drift), row("Investering", investment), row("Summa", all)}
}
