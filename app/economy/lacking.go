package economy

import (
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
)

// Lack is a cost that has a budget and no amount to follow it up with, or one of a day gone by.
type Lack struct {
	Cost *field.Record // the first row of it: the year's, else that of a month
	On   date.Date     // of a forecast: the day that it is of, too early; 0 where there is none, or nobody knows
	Has  bool          // there is one, and it is too old
}

// Lacking are the costs of a year that have a budget that counts and lack another amount: none of
// the rows that the cost is written on, the year's or those of its months, has it. Of the budget
// it is all costs that have none. A forecast from before since is none. An utfall out of a ledger
// stands on other rows than its budget: it is that of all that its owner costs that year of the
// type. What asked leaves out isn't asked for.
func Lacking(w field.World, year int, amount field.MoneyField, since date.Date, asked func(owner *field.Record) bool) (out []Lack) {
	n := All(w)
	has, newest, ask := map[any]bool{}, map[any]date.Date{}, map[field.ID]bool{}
	var costs []any
	first := map[any]*field.Record{}
	for _, c := range w.All(CostKind) {
		if CostYear.Get(c) != int64(year) {
			continue
		}
		owner := CostOwner.Get(c)
		if _, known := ask[owner]; !known {
			r := w.Get(owner)
			ask[owner] = r != nil && asked(r)
		}
		if !ask[owner] {
			continue
		}
		key := n.Cost(c)
		if Posted(c) && c.Get(CostBudget.Field) == nil {
			key = yearOf(c)
		}
		if c.Get(amount.Field) != nil {
			has[key], newest[key] = true, max(newest[key], CostForecastOn.Get(c))
			has[yearOf(c)] = true
		}
		has[key] = has[key] || amount.Field == CostActual.Field && n.Posted(c)
		if _, counts := n.Of(c, CostBudget); !counts && amount.Field != CostBudget.Field {
			continue
		}
		if first[key] == nil {
			costs = append(costs, key)
		}
		if first[key] == nil || Month(c) < Month(first[key]) {
			first[key] = c
		}
	}
	for _, key := range costs {
		switch {
		case !has[key]:
			out = append(out, Lack{Cost: first[key]})
		case amount.Field == CostForecast.Field && newest[key] < since:
			out = append(out, Lack{Cost: first[key], On: newest[key], Has: true})
		}
	}
	return out
}

// Cost is what a row is of, to tell costs apart: a year's row and its months are one.
func (n Count) Cost(c *field.Record) any {
	if n.stands == nil || !n.months[CostOwner.Get(c)] {
		return c.ID
	}
	if key := n.same(c); n.stands[key].months != 0 {
		return key
	}
	return c.ID
}
