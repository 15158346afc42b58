// Package insight answers the questions that the IT-chef, the ledningsgrupp
// and the controller put to a portfolio. The overview page and the reports
// show the same answers.
package insight

import (
	"itportfoljen/app/base/money"
	"itportfoljen/app/budget"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

// World is a portfolio with its styrmodell and settings.
type World interface {
	field.World
	Model() *governance.Model
	Settings() *field.Record
}

// Figures are the key figures of a portfolio in its plan year.
type Figures struct {
	Year         int
	Systems      int // in the register
	Kept         int // of which not retired
	Said         int // of which somebody has said what they cost in the plan year
	InService    int
	PhasingOut   int
	Unstaged     int         // systems of which nobody has said where they are in their livscykel
	Budget       money.Total // drift of systems, agreements and units in the plan year
	Forecast     money.Ore   // the same by forecast; rows without one count by budget
	HasForecast  bool
	Previous     money.Total // drift budget of the year before
	Initiatives  int         // not closed and not set aside
	Running      int
	Waiting      int         // for a decision
	Planned      money.Ore   // benefit per year of insatser that are done or closed and whose benefit is due
	Later        int         // insatser that are done or closed and are measured later
	Realised     money.Total // of which is taken home; unknown when none has been measured
	WithoutOwner int         // systems in service
	Completeness float64     // 0–1 over the required fields of systems and insatser
	Unclassified int         // systems in service without K, R and T
	PlanBudget   money.Ore   // insatser in the plan year, drift and investering
	Investment   money.Ore   // of which investering
}

// FiguresOf counts and sums a portfolio.
func FiguresOf(w World) Figures {
	f := Figures{Year: w.PlanYear()}
	var filled, wanted int
	for _, r := range w.All(system.Kind) {
		f.Systems++
		if system.Lifecycle.Get(r) == "" {
			f.Unstaged++
		}
		if system.Lifecycle.Get(r) == "phaseout" {
			f.PhasingOut++
		}
		if system.InService(r) {
			f.InService++
			if !system.Owned(w, r) {
				f.WithoutOwner++
			}
			if !system.Classified(r) {
				f.Unclassified++
			}
		}
		got, of := Complete(w, r)
		filled, wanted = filled+got, wanted+of
		f.addCosts(w, r)
	}
	for _, r := range plan.Besides(w) {
		f.addCosts(w, r)
	}
	t := budget.Of(w, budget.Query{First: f.Year, Last: f.Year})
	f.Kept, f.Said = t.Systems, t.Said
	for _, r := range w.All(plan.Kind) {
		f.addInitiative(w, r)
		got, of := Complete(w, r)
		filled, wanted = filled+got, wanted+of
	}
	if wanted > 0 {
		f.Completeness = float64(filled) / float64(wanted)
	}
	return f
}

func (f *Figures) addCosts(w World, r *field.Record) {
	rows := economy.Rows(w, r.ID)
	n := economy.Counting(w, rows)
	for _, c := range rows {
		if economy.CostType.Get(c) != economy.Operations {
			continue
		}
		switch int(economy.CostYear.Get(c)) {
		case f.Year:
			v, _ := n.Expected(c)
			f.Budget.Add(n.Of(c, economy.CostBudget))
			f.Forecast += v
			f.HasForecast = f.HasForecast || c.Get(economy.CostForecast.Field) != nil
		case f.Year - 1:
			f.Previous.Add(n.Of(c, economy.CostBudget))
		}
	}
}

func (f *Figures) addInitiative(w World, r *field.Record) {
	stage := plan.StageOf(w, r)
	if stage.Delivered() {
		if plan.BenefitDue(w, r) {
			f.Planned += plan.BenefitPerYear.Get(r)
			f.Realised.Add(of(r, plan.BenefitRealised))
		} else if r.Get(plan.BenefitPerYear.Field) != nil {
			f.Later++
		}
	}
	if !stage.Live() {
		return
	}
	switch stage {
	case governance.Running:
		f.Running++
	case governance.Waiting:
		f.Waiting++
	}
	f.Initiatives++
	budget, _ := plan.YearCost(w, r, f.Year)
	f.PlanBudget += budget
	inv, _ := economy.Sum(w, r.ID, f.Year, economy.Investment, economy.CostBudget)
	f.Investment += inv
}

// SaidOf is how many of the systems somebody has said an amount of, "62 av 80 system har ett
// belopp"; "" where all have one, and where there are none.
func (f Figures) SaidOf() string {
	if f.Said == f.Kept {
		return ""
	}
	return budget.Said(f.Said, f.Kept)
}

// of is an amount of a record, and whether it has one.
func of(r *field.Record, f field.MoneyField) (money.Ore, bool) {
	v, ok := r.Get(f.Field).(money.Ore)
	return v, ok
}

// RealisedShare is the realised part of the planned benefit; ok is false when
// none is planned, or none measured.
func (f Figures) RealisedShare() (share float64, ok bool) {
	if f.Planned <= 0 || !f.Realised.Known {
		return 0, false
	}
	return float64(f.Realised.Ore) / float64(f.Planned), true
}

// Complete counts the required fields of a record, and how many of them are
// filled in. Planned and retired systems need no roles or classes.
func Complete(w World, r *field.Record) (filled, wanted int) {
	for _, f := range r.Kind.Fields() {
		if !f.Required || !due(w, r, f) {
			continue
		}
		wanted++
		if !vacant(w, r, f) {
			filled++
		}
	}
	return filled, wanted
}

// Missing lists the required fields that are empty.
func Missing(w World, r *field.Record) []*field.Field {
	var out []*field.Field
	for _, f := range r.Kind.Fields() {
		if f.Required && due(w, r, f) && vacant(w, r, f) {
			out = append(out, f)
		}
	}
	return out
}

// vacant says whether a field is empty, or a role that nobody who still works
// here holds.
func vacant(w World, r *field.Record, f *field.Field) bool {
	if f.IsHeld() {
		return !field.Held(w, r, field.RolesField{Field: f})
	}
	return field.IsEmpty(f.Value(w, r, 0))
}

// due says whether a required field is required yet.
func due(w World, r *field.Record, f *field.Field) bool {
	return f.From == "" || r.Kind.Reached == nil || r.Kind.Reached(w, r, f.From)
}

// Status is how a running insats goes.
type Status struct {
	Initiative *field.Record
	Unit       field.ID    // förvaltning, nämnd or bolag
	Forecast   money.Total // of the plan year
	Variance   money.Total // budget − forecast: + is better than budget; known when both are
}

// RunningInitiatives lists insatser in genomförande, those that deviate first.
func RunningInitiatives(w World) []Status {
	var out []Status
	for _, r := range plan.At(w, governance.Running) {
		s := Status{Initiative: r, Unit: org.Level(w, plan.Unit.Get(r))}
		budget, budgeted := plan.YearCost(w, r, w.PlanYear())
		forecast, foreseen := plan.YearForecast(w, r, w.PlanYear())
		s.Forecast.Add(forecast, foreseen)
		s.Variance.Add(budget-forecast, budgeted && foreseen)
		out = append(out, s)
	}
	sortStatus(out)
	return out
}

// Decisions lists insatser that wait for a decision, the most urgent first.
func Decisions(w World) []*field.Record {
	out := plan.At(w, governance.Waiting)
	sortDecisions(out)
	return out
}
