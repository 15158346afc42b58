package years

import (
	"cmp"
	"fmt"
	"slices"

	"itportfoljen/app/agreement"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/plan"
)

// How tells how the cost of a year is known.
type How uint8

// The ways.
const (
	Unknown  How = iota // nobody has said
	Stands              // it stands on rows
	Reckoned            // it follows from what an agreement cost before
	Renewed             // so too, once the agreement has been renewed or an option used
	Over                // it is over by then
)

// Year is what something costs a year, and how that is known.
type Year struct {
	How How
	Sum money.Ore
	Why string // Swedish: what a reckoning is made of, or why it is over
}

// Course is what something costs, year by year.
type Course struct {
	Owner *field.Record
	Years []Year
}

// Looking says what to look at.
type Looking struct {
	First int      // the first year; 0: the plan year
	Years int      // how many; 0: five
	Index int64    // hundredths of a per cent a year, for agreements whose price follows an index
	Unit  field.ID // only what belongs to this unit and those under it; "": all
}

// Sums are what a year comes to, by how it is known.
type Sums struct{ Stands, Reckoned, Renewed money.Ore }

// Benefit is what an insats is to save or earn a year once it is done; it counts in no sum.
type Benefit struct {
	Plan   *field.Record
	From   int // the first whole year
	Yearly money.Ore
}

// Outlook is what the years ahead cost.
type Outlook struct {
	First    int
	Courses  []Course // in the order of their kinds and names
	Sums     []Sums   // by year
	Legs     []Leg
	Benefits []Benefit
}

// Leg is an etapp that costs in a year for which its insats has no cost: the money that is
// planned and stands nowhere.
type Leg struct {
	Plan *field.Record
	Year int
	Sum  money.Ore
}

// mostAhead is how many years may be looked at.
const mostAhead = 20

// Ahead looks at the years ahead. What stands on rows counts by its forecast, else its budget. Of
// an agreement without rows in a year the cost is that of the latest year before which has,
// indexed where its price follows an index, for the months that it is in force.
func Ahead(w field.World, o Looking) (out Outlook) {
	out.First = cmp.Or(o.First, w.PlanYear())
	n := min(cmp.Or(max(o.Years, 0), 5), mostAhead)
	out.Sums = make([]Sums, n)
	c := &copying{Copying: Copying{Unit: o.Unit}, tx: field.NewTx(w)}
	for _, k := range economy.CostOwner.Targets() {
		var of []Course
		for _, owner := range w.All(k) {
			if !c.within(owner) || k == plan.Name.Kind && !plan.Spends(w, owner) {
				continue
			}
			course := Course{owner, make([]Year, n)}
			any := false
			for i := range course.Years {
				y := yearOf(w, owner, out.First+i, o.Index)
				course.Years[i] = y
				any = any || y.How != Unknown && y.How != Over
				switch y.How {
				case Stands:
					out.Sums[i].Stands += y.Sum
				case Reckoned:
					out.Sums[i].Reckoned += y.Sum
				case Renewed:
					out.Sums[i].Renewed += y.Sum
				}
			}
			if any {
				of = append(of, course)
			}
			if k == plan.Name.Kind {
				out.planned(w, owner, n)
			}
		}
		names := text.Keys{}
		slices.SortStableFunc(of, func(a, b Course) int { return names.Compare(a.Owner.Name(), b.Owner.Name()) })
		out.Courses = append(out.Courses, of...)
	}
	return out
}

// planned takes in what an insats' etapper cost in years without a cost, and what it is to give.
func (a *Outlook) planned(w field.World, r *field.Record, n int) {
	for i := range n {
		y := a.First + i
		var sum money.Ore
		for _, leg := range plan.Legs(w, r.ID) {
			if int(plan.LegYear.Get(leg)) == y {
				sum += plan.LegAmount.Get(leg)
			}
		}
		if _, has := economy.SumExpected(w, r.ID, y, ""); sum != 0 && !has {
			a.Legs = append(a.Legs, Leg{r, y, sum})
		}
	}
	if v, said := r.Get(plan.BenefitPerYear.Field).(money.Ore); said && v != 0 && !plan.End.Get(r).IsZero() {
		a.Benefits = append(a.Benefits, Benefit{r, plan.End.Get(r).Year() + 1, v})
	}
}

// yearOf is what something costs a year.
func yearOf(w field.World, owner *field.Record, year int, index int64) Year {
	if v, ok := economy.SumExpected(w, owner.ID, year, ""); ok {
		return Year{How: Stands, Sum: v}
	}
	if why := economy.Ended(w, owner, year); why != "" {
		return Year{How: Over, Why: why}
	}
	if owner.Kind != agreement.Name.Kind || agreement.State.Get(owner) == agreement.Planned {
		return Year{}
	}
	base, sum, ok := latest(w, owner, year)
	if !ok {
		return Year{}
	}
	out := Year{How: Reckoned, Sum: sum, Why: fmt.Sprintf("som %d", base)}
	if name := agreement.Index.Get(owner); name != "" && index != 0 {
		for range year - base {
			out.Sum = Indexed(out.Sum, index, 1)
		}
		out.Why += fmt.Sprintf(", %s %s %% om året", name, economy.PayerShare.Show(w, index))
	}
	if start := agreement.Start.Get(owner); start.Year() == base && start.Month() > 1 {
		out.Why += fmt.Sprintf(", som inte var ett helt år: avtalet började %s", start)
	}
	if last, known := agreement.Last(w, owner); known && last.Year() == year && last.Month() < 12 {
		out.Sum = money.Split(out.Sum, []int64{int64(last.Month()), int64(12 - last.Month())})[0]
		out.Why += fmt.Sprintf(", till %s", last)
	}
	if end, _ := agreement.Dates(owner, w.Today()); !end.IsZero() && end < date.Of(year, 12, 31) {
		if last, known := agreement.Last(w, owner); !known || last > end {
			out.How, out.Why = Renewed, out.Why+", om avtalet förlängs efter "+end.String()
		}
	}
	return out
}

// latest is the latest year before one that an agreement has a cost of, and what it was.
func latest(w field.World, r *field.Record, before int) (year int, sum money.Ore, ok bool) {
	for _, c := range economy.Rows(w, r.ID) {
		if y := int(economy.CostYear.Get(c)); y < before && y > year {
			if v, has := economy.SumExpected(w, r.ID, y, economy.Operations); has {
				year, sum, ok = y, v, true
			}
		}
	}
	return year, sum, ok
}

// Proposed is what was written as forecasts.
type Proposed struct {
	Made int
	Sum  money.Ore
}

// Propose writes what is reckoned of agreements as forecasts of drift on them; what needs a
// renewal too where that is asked for.
func Propose(tx *field.Tx, a Outlook, renewed bool) (out Proposed, err error) {
	for _, c := range a.Courses {
		for i, y := range c.Years {
			if y.How != Reckoned && (y.How != Renewed || !renewed) {
				continue
			}
			r := field.NewRecord(economy.CostYear.Kind, tx.NewID()).Put(economy.CostOwner.Field, c.Owner.ID).Put(economy.CostYear.Field, int64(a.First+i)).
				Put(economy.CostType.Field, economy.Operations).Put(economy.CostText.Field, "Beräknat av avtalet").Put(economy.CostForecast.Field, y.Sum).
				Put(economy.CostComment.Field, text.Capital(y.Why))
			if sort := onlySort(tx, c.Owner.ID, a.First+i); sort != "" {
				r.Put(economy.CostSort.Field, sort)
			}
			if err := tx.Create(r); err != nil {
				return out, err
			}
			out.Made, out.Sum = out.Made+1, out.Sum+y.Sum
		}
	}
	return out, nil
}

// onlySort is the kostnadsslag that all rows of an agreement before a year have; "" where they
// differ. That of an income isn't taken: it would turn the sign.
func onlySort(w field.World, owner field.ID, before int) (sort string) {
	seen := false
	for _, c := range economy.Rows(w, owner) {
		if int(economy.CostYear.Get(c)) >= before {
			continue
		}
		s := economy.CostSort.Get(c)
		if economy.Income(c) || seen && s != sort {
			return ""
		}
		sort, seen = s, true
	}
	return sort
}
