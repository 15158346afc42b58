package insight

import (
	"cmp"
	"slices"
	"strconv"

	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/budget"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
)

// UnitCost is what a förvaltning, nämnd or bolag costs year by year.
type UnitCost struct {
	Unit  field.ID // "" for what has no unit
	Name  string
	Years []money.Ore
	Total money.Ore
}

// CostPerUnit sums what systems and insatser have cost, or are to cost, per
// förvaltning for the years from first to last, the largest first. A cost row
// counts by its actual where there is one: what is spent is spent, whatever
// became of the insats. Else it counts by forecast, else by budget, but not for
// an insats that is closed or set aside, whose money nobody will spend. So
// the sum is all actuals plus what the insatser and systems of Figures have
// left to come, and a year without actuals and forecasts ties to UnitBudgets.
func CostPerUnit(w World, first, last int) []UnitCost {
	t := budget.Of(w, budget.Query{First: first, Last: last, Rows: []budget.Dimension{budget.By(budget.ByUnit)}, Columns: budget.By(budget.ByYear)})
	out := make([]UnitCost, 0, len(t.Total.Parts))
	for _, l := range t.Total.Parts {
		if !l.Cost.Known {
			continue
		}
		u := UnitCost{Unit: l.Record, Name: l.Label, Years: make([]money.Ore, last-first+1), Total: l.Cost.Ore}
		for i, c := range t.Columns {
			if y, err := strconv.Atoi(c.Key); err == nil {
				u.Years[y-first] = l.Cells[i].Cost.Ore
			}
		}
		out = append(out, u)
	}
	slices.SortFunc(out, func(a, b UnitCost) int {
		return cmp.Or(cmp.Compare(b.Total, a.Total), text.Compare(a.Name, b.Name), cmp.Compare(a.Unit, b.Unit))
	})
	return out
}

// FrameUse is a portfölj's ram and what is allotted of it.
type FrameUse struct {
	Key, Label string
	Frame      money.Total // unknown: none is set
	Allotted   money.Ore   // insatser decided, running or done, in the plan year
}

// Over says whether more is allotted than the ram.
func (f FrameUse) Over() bool { return f.Frame.Known && f.Allotted > f.Frame.Ore }

// Frames lists the model's portföljer with their ram and use in the plan year,
// and after them, by key, those that the model no longer has; those with
// neither ram nor use are left out.
func Frames(w World) []FrameUse {
	var out []FrameUse
	at := map[string]int{}
	use := func(key, label string) *FrameUse {
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key] = i
			out = append(out, FrameUse{Key: key, Label: label})
		}
		return &out[i]
	}
	year := w.PlanYear()
	for _, o := range w.Model().Options("portfolios") {
		use(o.Key, o.Label)
	}
	known := len(out)
	for _, r := range w.All(economy.FrameKind) {
		if key := economy.FramePortfolio.Get(r); key != "" && int(economy.FrameYear.Get(r)) == year {
			v, ok := r.Get(economy.FrameAmount.Field).(money.Ore)
			use(key, key).Frame.Add(v, ok)
		}
	}
	for _, r := range plan.At(w, governance.Planned, governance.Running, governance.Done) {
		if key := plan.Portfolio.Get(r); key != "" {
			cost, _ := plan.YearCost(w, r, year)
			use(key, key).Allotted += cost
		}
	}
	slices.SortFunc(out[known:], func(a, b FrameUse) int { return text.Compare(a.Key, b.Key) })
	return slices.DeleteFunc(out, func(f FrameUse) bool { return !f.Frame.Known && f.Allotted == 0 })
}

// Bubble is an insats in the picture of benefit against risk.
type Bubble struct {
	Initiative *field.Record
	Risk       float64 // 0–1
	Benefit    money.Ore
	Cost       money.Total // whole budget
	Portfolio  string      // label; "" for none
}

// Bubbles lists the insatser not yet done that have a stated risk and a valued
// benefit, the dearest first. Others can't be placed; unplaced counts them.
func Bubbles(w World) (placed []Bubble, unplaced int) {
	labels := map[string]string{}
	for _, o := range w.Model().Options("portfolios") {
		labels[o.Key] = o.Label
	}
	for _, r := range plan.At(w, governance.Idea, governance.Prepared, governance.Waiting, governance.Planned, governance.Running) {
		risk, ok := plan.RiskScore(r)
		if !ok || r.Get(plan.BenefitPerYear.Field) == nil {
			unplaced++
			continue
		}
		b := Bubble{Initiative: r, Risk: risk, Benefit: plan.BenefitPerYear.Get(r), Portfolio: labels[plan.Portfolio.Get(r)]}
		b.Cost.Add(plan.Cost(w, r))
		placed = append(placed, b)
	}
	slices.SortStableFunc(placed, func(a, b Bubble) int { return cmp.Compare(b.Cost.Ore, a.Cost.Ore) })
	return placed, unplaced
}
