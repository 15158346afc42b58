package economy

import (
	"fmt"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

func init() {
	CostKind.Identity = []*field.Field{CostOwner.Field, CostYear.Field, CostMonth.Field, CostType.Field, CostSort.Field, CostAccount.Field, CostCentre.Field, CostDoing.Field,
		CostProject.Field, CostObject.Field, CostOther.Field, CostText.Field}
	CostKind.Vital = []*field.Field{CostOwner.Field, CostYear.Field}
	CostKind.Columns = []*field.Field{CostYear.Field, CostType.Field, CostMonth.Field, CostSort.Field, CostBudget.Field, CostForecast.Field, CostActual.Field, CostLedger.Field, CostText.Field,
		CostAccount.Field, CostCentre.Field, CostDoing.Field, CostProject.Field, CostObject.Field, CostOther.Field, CostPayers.Field, CostFunding.Field, CostWork.Field,
		CostRemark.Field, CostComment.Field, CostAction.Field, CostForecastOn.Field, CostEarlier.Field}
	CostKind.Caption = caption
	CostKind.Notice = func(w field.World, c *field.Record) string { return CostRemark.Show(w, remark(w, c)) }
	CostKind.Counts = func(w field.World, all []*field.Record) func(*field.Record, *field.Field) bool {
		return Counting(w, all).counts
	}
	Costs(org.UnitKind)
	for _, f := range Amounts() {
		f.Held = held
	}
	for _, f := range codeFields {
		f.Suggests = func(w field.World) []field.Option { return suggested(w, f.Field) }
	}
	PayerKind.Caption = func(r *field.Record) string { return PayerShare.Show(nil, PayerShare.Get(r)) + " %" }
	BeliefKind.Caption = func(r *field.Record) string { return "prognos " + BeliefOn.Get(r).String() }
	PayerKind.Identity = []*field.Field{PayerOf.Field, PayerUnit.Field}
	BeliefKind.Identity = []*field.Field{BeliefOf.Field, BeliefOn.Field}
	field.NewRule(holdShares, PayerKind)
	field.NewSequel(follow, CostKind, BeliefKind)
	PayerKind.Check = func(_ field.World, _, r *field.Record) error {
		if r != nil && (PayerOf.Get(r) == "" || PayerUnit.Get(r) == "") {
			return fault.New(fault.Invalid, "En betalares andel måste säga vilken kostnad och vilken enhet. Inget har ändrats. Fyll i båda.")
		}
		return nil
	}
	CostKind.Check = func(w field.World, before, c *field.Record) error {
		if c != nil && (CostOwner.Get(c) == "" || CostYear.Get(c) == 0) { // it would count nowhere
			return fault.New(fault.Invalid, "En kostnad måste gälla ett system, ett avtal, en insats eller en enhet, ett visst år. Inget har ändrats. Fyll i båda.")
		}
		return holdPosted(w, before, c)
	}
}

// caption is what a row of cost is called: "drift 2027"; empty for one without
// year.
func caption(c *field.Record) string {
	if CostYear.Get(c) == 0 {
		return ""
	}
	if m := Month(c); m > 0 {
		return fmt.Sprintf("%s %s %d", CostType.Get(c), date.MonthName(m), CostYear.Get(c))
	}
	return fmt.Sprintf("%s %d", CostType.Get(c), CostYear.Get(c))
}
