package insight

import (
	"cmp"
	"slices"
	"strconv"

	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/budget"
	"itportfoljen/app/field"
	"itportfoljen/app/frame"
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
	names := text.Keys{}
	slices.SortFunc(out, func(a, b UnitCost) int {
		return cmp.Or(cmp.Compare(b.Total, a.Total), names.Compare(a.Name, b.Name), cmp.Compare(a.Unit, b.Unit))
	})
	return out
}

// Frames are the lines of the use of the plan year's ramar, but for those that have neither a
// ram nor use.
func Frames(w World) []frame.Line { return FramesOf(w, w.PlanYear()) }

// FramesOf are the same of any year.
func FramesOf(w World, year int) []frame.Line {
	return slices.DeleteFunc(slices.Clone(frame.Use(w, year)), func(l frame.Line) bool {
		return !l.Ram.Known && !l.Proposal.Known && l.Asked == 0 && l.Allotted == 0 && l.Used == 0
	})
}

// Foremost are at most n of the lines, in their order: those that are over their ram, and then
// the largest.
func Foremost(lines []frame.Line, n int) []frame.Line {
	if len(lines) <= n {
		return lines
	}
	order := slices.Clone(lines)
	size := func(l frame.Line) money.Ore { return max(l.Ram.Ore, l.Proposal.Ore, l.Allotted, l.Used) }
	slices.SortStableFunc(order, func(a, b frame.Line) int {
		if a.Over() != b.Over() {
			return map[bool]int{true: -1, false: 1}[a.Over()]
		}
		return cmp.Compare(size(b), size(a))
	})
	kept := order[:max(n, 0)]
	return slices.DeleteFunc(slices.Clone(lines), func(l frame.Line) bool {
		return !slices.ContainsFunc(kept, func(k frame.Line) bool {
			return k.Per == l.Per && k.Portfolio == l.Portfolio && k.Unit == l.Unit && k.Type == l.Type && k.Untold == l.Untold && k.Sort == l.Sort
		})
	})
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
