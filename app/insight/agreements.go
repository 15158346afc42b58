package insight

import (
	"slices"

	"itportfoljen/app/agreement"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
)

// Agreement is one to think of, with what it covers.
type Agreement struct {
	Record   *field.Record
	Systems  []*field.Record // that it covers and that aren't retired, by reference
	End      date.Date       // in force; zero for one that runs on
	Expired  bool            // the end has passed, and nobody has said what became of it
	NoticeBy date.Date       // zero when it isn't known
	Cost     money.Total     // drift budget of the plan year of the systems that it is the first agreement of
	Turn     date.Date       // by when it must be thought of: the last day to give notice, or the end; see agreement.TurnOf
}

// Name is what it covers, else what it is called.
func (a Agreement) Name() string { return agreement.Called(a.Record, a.Systems) }

// Supplier is whom it is with, "" when nobody has said: then it is the supplier that
// its systems have in common.
func (a Agreement) Supplier(w World) string {
	if s := w.Label(agreement.Supplier.Get(a.Record)); s != "" || len(a.Systems) == 0 {
		return s
	}
	of := system.Supplier.Get(a.Systems[0])
	for _, s := range a.Systems[1:] {
		if system.Supplier.Get(s) != of {
			return ""
		}
	}
	return w.Label(of)
}

// Agreements lists those in force that cover something that isn't retired, or nothing
// that is known, in the order in which they must be thought of: those that run on come
// last.
func Agreements(w World) []Agreement {
	var out []Agreement
	for _, r := range w.All(agreement.Kind) {
		if a, ok := agreementOf(w, r); ok {
			out = append(out, a)
		}
	}
	sortAgreements(out)
	return out
}

func agreementOf(w World, r *field.Record) (a Agreement, ok bool) {
	if !agreement.InForce(r) {
		return a, false
	}
	a.Record, a.Turn = r, agreement.TurnOf(r, w.Today())
	a.End, a.NoticeBy = agreement.Dates(r, w.Today())
	a.Expired = !a.End.IsZero() && a.End < w.Today()
	all := agreement.CoveredBy(w, r.ID)
	for _, s := range all {
		if system.Retired(s) {
			continue
		}
		a.Systems = append(a.Systems, s)
		if agreement.Ruling(w, s.ID) == r {
			a.Cost.Add(economy.Sum(w, s.ID, w.PlanYear(), economy.Operations, economy.CostBudget))
		}
	}
	return a, len(all) == 0 || len(a.Systems) > 0
}

// AgreementsDue lists those that have expired, and those that must be thought of within
// months from today, the most urgent first: by the last day to give notice or, when that has
// passed, isn't known or notice is given, by the end.
func AgreementsDue(w World, months int) []Agreement {
	horizon := w.Today().AddMonths(months)
	return slices.DeleteFunc(Agreements(w), func(a Agreement) bool {
		return a.End.IsZero() || !a.Expired && a.Turn > horizon
	})
}

// WithoutAgreement counts the systems that aren't retired and that no agreement is
// known of.
func WithoutAgreement(w World) (n int) {
	for _, r := range w.All(system.Kind) {
		if !system.Retired(r) && agreement.Ruling(w, r.ID) == nil {
			n++
		}
	}
	return n
}
