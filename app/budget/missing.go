package budget

import (
	"cmp"
	"math/big"
	"slices"

	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/plan"
	"itportfoljen/app/settings"
)

// Threshold is how much a cost may differ from its budget before somebody has to say why: more
// than both the share of the budget and the amount. Zero of either asks nothing of it.
type Threshold struct {
	Percent int64
	Amount  money.Ore
}

// ThresholdOf is what the municipality has decided.
func ThresholdOf(w field.World) Threshold {
	return Threshold{settings.VariancePercent(w), settings.VarianceAmount(w)}
}

// Passed says whether a variance does. Where nothing is budgeted only the amount counts.
func (t Threshold) Passed(a Amounts, g Against) bool {
	v := a.Variance(g)
	if !v.Known || v.Ore == 0 || v.Abs() <= t.Amount {
		return false
	}
	share := new(big.Int).Mul(big.NewInt(t.Percent), big.NewInt(int64(a.Budget.Abs())))
	return new(big.Int).Mul(big.NewInt(int64(v.Abs())), big.NewInt(100)).Cmp(share) > 0
}

// Want is a cost that differs from its budget by more than it may, and what somebody has to say of
// it: why, and where it is worse than budget also what is done about it.
type Want struct {
	Cost    *field.Record // the row to write in: the one that has the budget, the year's before its months
	Amounts Amounts       // of the year's row and its months together and, where it is held against an utfall out of a ledger, all of its owner's that year and type
	Against Against
	Comment string // what is said of why, "" for nothing
	Action  string // and of what is done
}

// Missing says what is not said.
func (m Want) Missing() (comment, action bool) {
	v := m.Amounts.Variance(m.Against)
	return m.Comment == "", v.Ore < 0 && m.Action == ""
}

// whole is all that something costs a year, of drift or of investering.
type whole struct {
	owner field.ID
	typ   string
}

// Wants are the costs of a year that differ from their budgets by more than they may, the largest
// difference first, whether anything is said of them or not. A cost of which nothing is known yet
// beside its budget doesn't differ.
func Wants(w field.World, year int, g Against) (out []Want) {
	t, n, one := ThresholdOf(w), economy.All(w), economy.One(w)
	at := map[any]int{}
	var all []Want
	for c := range economy.Each(w, year, year) {
		if g == ByForecast && !plan.Spends(w, w.Get(economy.CostOwner.Get(c))) {
			continue
		}
		key := one(c)
		if g == ByActual && n.Posted(c) { // what is booked stands on other rows than its budget
			key = whole{economy.CostOwner.Get(c), economy.CostType.Get(c)}
		}
		i, begun := at[key]
		if !begun {
			i = len(all)
			at[key], all = i, append(all, Want{Cost: c, Against: g})
		}
		if planned, was := c.Get(economy.CostBudget.Field) != nil, all[i].Cost.Get(economy.CostBudget.Field) != nil; planned && !was || planned == was && economy.Month(c) < economy.Month(all[i].Cost) {
			all[i].Cost = c
		}
		m := &all[i]
		m.Amounts.Budget.Add(n.Of(c, economy.CostBudget))
		m.Amounts.Forecast.Add(n.Expected(c))
		m.Amounts.Actual.Add(n.Of(c, economy.CostActual))
		m.Comment, m.Action = cmp.Or(m.Comment, economy.CostComment.Get(c)), cmp.Or(m.Action, economy.CostAction.Get(c))
	}
	for _, m := range all {
		if m.Amounts.Held(g).Known && t.Passed(m.Amounts, g) {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b Want) int {
		x, y := a.Amounts.Variance(g).Ore, b.Amounts.Variance(g).Ore
		return cmp.Or(cmp.Compare(y.Abs(), x.Abs()), cmp.Compare(a.Cost.ID, b.Cost.ID))
	})
	return out
}

// Unsaid are the wants of which something is missing.
func Unsaid(wants []Want) []Want {
	return slices.DeleteFunc(slices.Clone(wants), func(m Want) bool {
		comment, action := m.Missing()
		return !comment && !action
	})
}
