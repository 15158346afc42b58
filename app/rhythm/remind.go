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

// Occasions are all milestones of the years that have costs, the first first.
func Occasions(w field.World) (out []Occasion) {
	years := map[int64]bool{}
	for _, c := range w.All(economy.CostKind) {
		years[economy.CostYear.Get(c)] = true
	}
	for year := range years {
		for _, m := range governance.Of(w).Milestones() {
			due := m.Due(int(year))
			from := due.AddMonths(-1)
			if until := m.Until(int(year)); !until.IsZero() {
				from = until.AddDays(1)
			}
			out = append(out, Occasion{m, int(year), due, from})
		}
	}
	slices.SortFunc(out, func(a, b Occasion) int { return cmp.Or(cmp.Compare(a.Due, b.Due), cmp.Compare(a.Name(), b.Name())) })
	return out
}

// Coming are the milestones of the year to come that nobody has locked the figures at, and those
// whose day passed not long ago, the first first. Years without costs have none.
func Coming(w field.World) (out []Occasion) {
	today := w.Today()
	for _, o := range Occasions(w) {
		if o.Due.AddDays(stillDue) >= today && o.Due <= today.AddMonths(12) && LockedAt(w, o.Year, o.Milestone) == nil {
			out = append(out, o)
		}
	}
	return out
}

// Now is the milestone to see to first: the first that is coming, else the last of all; ok is
// false where there is none.
func Now(w field.World) (o Occasion, ok bool) {
	all := Coming(w)
	if len(all) > 0 {
		return all[0], true
	}
	if all = Occasions(w); len(all) > 0 {
		return all[len(all)-1], true
	}
	return o, false
}
