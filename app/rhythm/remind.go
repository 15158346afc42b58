package rhythm

import (
	"cmp"
	"fmt"
	"slices"

	"itportfoljen/app/base/date"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/settings"
)

// lock is the reminder of a milestone that nobody has locked the figures at. It is the
// municipality's own, and is seen to in the round.
var lock = field.Reminder{Rule: "milestone", Text: "Lås budgetläget: ", Field: settings.PlanYear.Field, Page: Page, Weight: 80}

// Page is where the round of a milestone is gone.
const Page = "round"

// stillDue is how many days after its day a milestone is reminded of: what nobody locked then
// can't be locked as it stood.
const stillDue = 45

func init() {
	settings.Kind.Remind = func(w field.World, r *field.Record, say func(field.Reminder)) {
		for _, m := range Coming(w) {
			due := lock
			due.Due, due.From = m.Due, m.From
			due.Rule, due.Text, due.Subject = fmt.Sprintf("%s-%s-%d", lock.Rule, m.Milestone.Key, m.Year), due.Text+m.Name(), m.Milestone.Label
			say(due)
		}
	}
}

// Occasion is a milestone of a year.
type Occasion struct {
	Milestone governance.Recurring
	Year      int
	Due, From date.Date // From is the day that its figures are there to be locked
}

// Name is what it is called: "T1 2027".
func (o Occasion) Name() string { return fmt.Sprintf("%s %d", o.Milestone.Called(), o.Year) }

// Coming are the milestones of the year to come that nobody has locked the figures at, and those
// whose day passed not long ago, the first first. Years without costs have none.
func Coming(w field.World) (out []Occasion) {
	today := w.Today()
	has := map[int64]bool{}
	for _, c := range w.All(economy.CostKind) {
		has[economy.CostYear.Get(c)] = true
	}
	for _, m := range governance.Of(w).Milestones() {
		for year := today.Year() - 1; year <= today.Year()+2; year++ {
			due := m.Due(year)
			if !has[int64(year)] || due.AddDays(stillDue) < today || due > today.AddMonths(12) || LockedAt(w, year, m) != nil {
				continue
			}
			from := due.AddMonths(-1)
			if until := m.Until(year); !until.IsZero() {
				from = until.AddDays(1)
			}
			out = append(out, Occasion{m, year, due, from})
		}
	}
	slices.SortStableFunc(out, func(a, b Occasion) int { return cmp.Compare(a.Due, b.Due) })
	return out
}
