package economy

import (
	"fmt"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
)

func init() {
	CostKind.Identity = []*field.Field{CostOwner.Field, CostYear.Field, CostType.Field, CostAccount.Field, CostText.Field}
	CostKind.Vital = []*field.Field{CostOwner.Field, CostYear.Field}
	CostKind.Columns = []*field.Field{CostYear.Field, CostType.Field, CostBudget.Field, CostForecast.Field, CostActual.Field, CostText.Field, CostAccount.Field, CostComment.Field}
	FrameKind.Identity = []*field.Field{FramePortfolio.Field, FrameYear.Field}
	FrameKind.Vital = FrameKind.Identity
	CostKind.Caption = caption
	CostKind.Check = func(_ field.World, _, c *field.Record) error {
		if c != nil && (CostOwner.Get(c) == "" || CostYear.Get(c) == 0) { // it would count nowhere
			return fault.New(fault.Invalid, "En kostnad måste gälla ett system eller en insats, ett visst år. Inget har ändrats. Fyll i båda.")
		}
		return nil
	}
	FrameKind.Check = func(_ field.World, _, f *field.Record) error {
		if f != nil && FrameYear.Get(f) == 0 {
			return fault.New(fault.Invalid, "En ram måste gälla ett visst år. Inget har ändrats. Fyll i året.")
		}
		return nil
	}
}

// caption is what a row of cost is called: "drift 2027"; empty for one without
// year.
func caption(c *field.Record) string {
	if CostYear.Get(c) == 0 {
		return ""
	}
	return fmt.Sprintf("%s %d", CostType.Get(c), CostYear.Get(c))
}
