package demo

import (
	"fmt"

	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/plan"
	"itportfoljen/app/rhythm"
)

// makeStates are the states that the municipality locked before the program was used: what they
// came to is known and not what stood in them. Nobody locked the figures at the directives. No
// chance is taken.
func (g *generator) makeStates() {
	budget, expected := map[int]money.Ore{}, map[int]money.Ore{}
	gone := map[field.ID]bool{}
	for _, r := range g.records {
		if r.Kind == plan.Kind && !g.model.StageOf(plan.Phase.Get(r)).Live() {
			gone[r.ID] = true
		}
	}
	for _, c := range g.records {
		if c.Kind != economy.CostKind || economy.CostMonth.Get(c) != "" || gone[economy.CostOwner.Get(c)] {
			continue
		}
		year, b := int(economy.CostYear.Get(c)), economy.CostBudget.Get(c)
		budget[year] += b
		if f, ok := c.Get(economy.CostForecast.Field).(money.Ore); ok {
			b = f
		}
		expected[year] += b
	}
	this := g.today.Year()
	for year := this - 1; year <= this+1; year++ {
		for _, m := range g.model.Milestones() {
			on := weekday(m.Due(year))
			if on >= g.today || budget[year] == 0 || m.Key == "budget_directive" {
				continue
			}
			r := g.record(rhythm.StateKind).Put(rhythm.Name.Field, fmt.Sprintf("%s %d", m.Called(), year)).Put(rhythm.Year.Field, int64(year)).Put(rhythm.Milestone.Field, m.Called()).
				Put(rhythm.On.Field, on).Put(rhythm.By.Field, "Controllern").Put(rhythm.Budget.Field, thousands(budget[year]))
			if m.Through > 0 && year == this {
				r.Put(rhythm.Forecast.Field, thousands(expected[year])).Put(rhythm.Actual.Field, thousands(budget[year]/12*money.Ore(m.Through)))
			}
		}
	}
}

// thousands is an amount in whole thousands of kronor.
func thousands(o money.Ore) money.Ore { return o / 1_000_00 * 1_000_00 }
