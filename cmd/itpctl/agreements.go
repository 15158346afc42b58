package main

import (
	"cmp"
	"context"
	"slices"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
	"itportfoljen/app/view"
)

// agreement is a system's agreement as a machine reads it. The plan year's
// drift budget is its cost.
type agreement struct {
	Ref      string  `json:"ref"`
	System   string  `json:"system"`
	Unit     *string `json:"unit"`
	Supplier *string `json:"supplier"`
	Number   *string `json:"agreement_ref"`
	Terms    *string `json:"agreement_terms"`
	Start    *string `json:"agreement_start"`
	End      *string `json:"agreement_end"`
	InForce  *string `json:"end_in_force"` // rolled on when it renews itself
	Notice   *int64  `json:"notice_months"`
	Renewal  *int64  `json:"renewal_months"`
	NoticeBy *string `json:"notice_by"`
	Cost     *int64  `json:"cost_ore"`
	turn     date.Date
}

func (o *listOptions) agreements(ctx context.Context, e *env, p *app.Portfolio) error {
	l := view.New(p, system.Kind)
	l.Search(o.filter)
	out := []agreement{}
	for _, r := range l.Rows() {
		if system.AgreementEnd.Get(r) != 0 || system.AgreementTerms.Get(r) != "" || system.AgreementRef.Get(r) != "" || system.AgreementStart.Get(r) != 0 {
			out = append(out, agreementOf(p, r))
		}
	}
	slices.SortStableFunc(out, func(a, b agreement) int {
		return cmp.Or(cmp.Compare(b2i(a.turn == 0), b2i(b.turn == 0)), cmp.Compare(a.turn, b.turn), text.Compare(a.System, b.System))
	})
	if o.json {
		return writeList(ctx, e.out, slices.Values(out))
	}
	t := table{heads: []string{"Ref", "System", "Leverantör", "Avtal till", "Säg upp senast", "Uppsägning mån", "Förlängs mån", "Kostnad kr"}, right: []bool{false, false, false, false, false, true, true, true}}
	for _, a := range out {
		by, cost := str(a.NoticeBy), ""
		if a.End != nil && a.NoticeBy == nil {
			by = system.NoticeUnknown
		}
		if a.Cost != nil {
			cost = money.Ore(*a.Cost).Kr()
		}
		t.rows = append(t.rows, []string{a.Ref, a.System, str(a.Supplier), cmp.Or(str(a.InForce), str(a.Terms)), by, num(a.Notice), num(a.Renewal), cost})
	}
	t.write(e.out)
	say(e.out, "\n%s\n", text.Plural(len(out), "avtal", "avtal"))
	return nil
}

func agreementOf(p *app.Portfolio, r *field.Record) agreement {
	end, by := system.AgreementDates(r, p.Today())
	a := agreement{Ref: r.Ref, System: r.Name(), turn: system.AgreementTurn(end, by, p.Today()),
		Unit: some(org.Path(p, system.OwnerUnit.Get(r))), Supplier: some(system.Supplier.Get(r)),
		Number: some(system.AgreementRef.Get(r)), Terms: some(system.AgreementTerms.Get(r)),
		Start: some(system.AgreementStart.Get(r).String()), End: some(system.AgreementEnd.Get(r).String()),
		InForce: some(end.String()), NoticeBy: some(by.String())}
	if n, ok := r.Get(system.NoticeMonths.Field).(int64); ok {
		a.Notice = &n
	}
	if n, ok := r.Get(system.RenewalMonths.Field).(int64); ok {
		a.Renewal = &n
	}
	if cost, ok := economy.Sum(p, r.ID, p.PlanYear(), economy.Operations, economy.CostBudget); ok {
		n := int64(cost)
		a.Cost = &n
	}
	return a
}

func some(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func str(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func num(n *int64) string {
	if n == nil {
		return ""
	}
	return text.Count(int(*n))
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
