package agreement

import (
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
)

func init() {
	economy.Costs(Kind)
	economy.Pass(Kind, portions)
}

// portions are what the costs of an agreement go to: the systems that it covers, by their
// shares, and what nobody has said stays with the agreement. One that covers a single system
// is that system's.
func portions(w field.World, r *field.Record) (out []economy.Portion) {
	rest := int64(100)
	covers := Covers(w, r.ID)
	for _, c := range covers {
		share, said := c.Get(CoverShare.Field).(int64)
		if !said && len(covers) == 1 {
			share = rest
		}
		if share > 0 && w.Get(Covered.Get(c)) != nil {
			out, rest = append(out, economy.Portion{To: Covered.Get(c), Weight: share}), rest-share
		}
	}
	if len(out) > 0 && rest > 0 {
		out = append(out, economy.Portion{To: r.ID, Weight: rest})
	}
	return out
}

// CostOf is what a thing is expected to cost a year by the agreements that cover it: its
// portions of their costs. They are counted with the agreements' rows and never on the thing
// besides.
func CostOf(w field.World, thing field.ID, year int) (total money.Total) {
	seen := map[field.ID]bool{}
	for _, c := range w.Pointing(Covered.Field, thing) {
		a := w.Get(CoverOf.Get(c))
		if a == nil || seen[a.ID] {
			continue
		}
		seen[a.ID] = true
		for _, b := range economy.Bear(w, a, year, "", economy.CostForecast, economy.CostBudget) {
			total.Add(b.Amount, b.By == thing)
		}
	}
	return total
}

// costKinds are the kinds that CostOf follows.
func costKinds() []*field.Kind { return []*field.Kind{economy.CostKind, CoverKind, Kind} }

// NewPortion declares a field of k that shows what its record is expected to cost in the plan
// year by the agreements that cover it.
func NewPortion(k *field.Kind, key, label string, opts ...field.Opt) field.MoneyField {
	opts = append(opts, field.Follows(costKinds), field.Computed(func(w field.World, r *field.Record) field.Value {
		if t := CostOf(w, r.ID, w.PlanYear()); t.Known {
			return t.Ore
		}
		return nil
	}))
	return field.NewMoney(k, key, label, opts...)
}
