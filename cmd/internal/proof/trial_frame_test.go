package proof_test

import (
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/frame"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
)

// framed makes an insats, or an etapp, cost 100 kronor this year, and gives what it is paid of
// a decided ram of so many.
func (tr *trial) framed(r field.ID, kronor int64) {
	tr.t.Helper()
	of, year := r, int64(tr.p.Today().Year())
	if leg := tr.p.Get(r); leg.Kind == plan.LegKind {
		of = plan.LegOf.Get(leg)
		tr.put(r, plan.LegYear.Field, year)
		tr.put(r, plan.LegAmount.Field, money.FromKronor(100))
	} else {
		tr.make(economy.CostKind, map[*field.Field]field.Value{economy.CostOwner.Field: r, economy.CostYear.Field: year, economy.CostType.Field: economy.Operations,
			economy.CostBudget.Field: money.FromKronor(100), economy.CostFunding.Field: "equity"})
	}
	with := map[*field.Field]field.Value{frame.Year.Field: year, frame.Amount.Field: money.FromKronor(kronor), frame.State.Field: frame.Decided, frame.DecidedOn.Field: tr.p.Today()}
	if tr.p.Model().FramedBy() == governance.PerUnit {
		if plan.Unit.Get(tr.p.Get(of)) == "" {
			tr.put(of, plan.Unit.Field, tr.unit())
		}
		with[frame.Portfolio.Field], with[frame.Unit.Field] = nil, plan.Unit.Get(tr.p.Get(of))
	} else {
		if plan.Portfolio.Get(tr.p.Get(of)) == "" {
			tr.put(of, plan.Portfolio.Field, tr.full.Portfolios[0].Key)
		}
		with[frame.Portfolio.Field] = plan.Portfolio.Get(tr.p.Get(of))
	}
	tr.make(frame.Kind, with)
}
