package governance

import (
	"cmp"
	"fmt"
	"slices"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
)

// Recurring is something that comes each year on about the same day.
type Recurring struct {
	Key   string `json:"key"`
	Label string `json:"label"`
	Sort  string `json:"sort"` // one of YearSorts
	Month int    `json:"month"`
	Day   int    `json:"day"` // one that the month doesn't have is its last

	// Of a milestone of the budget.
	Short   string `json:"short,omitempty"`   // what it is called in a word: "T1"
	About   string `json:"about,omitempty"`   // the year that it is about: AboutThis, AboutBefore or AboutNext
	Through int    `json:"through,omitempty"` // the month that its figures go through; 0: they are of no month
	Locks   bool   `json:"locks,omitempty"`   // the figures are locked at it, and it is reminded of
}

// The year that a day of the year is about.
const (
	AboutThis   = "" // the year of the day
	AboutBefore = "previous"
	AboutNext   = "next"
)

// Abouts are those, in the order that they are told.
func Abouts() []string { return []string{AboutThis, AboutNext, AboutBefore} }

// ahead is how many years a day is before the year that it is about.
func (y Recurring) ahead() int {
	switch y.About {
	case AboutNext:
		return 1
	case AboutBefore:
		return -1
	}
	return 0
}

// Of is the year that its day in a year is about.
func (y Recurring) Of(year int) int { return year + y.ahead() }

// Due is its day, of a year that it is about.
func (y Recurring) Due(about int) date.Date { return y.On(about - y.ahead()) }

// Until is the last day that its figures go through, of a year that it is about; 0 for none.
func (y Recurring) Until(about int) date.Date {
	if y.Through == 0 {
		return 0
	}
	return date.LastOfMonth(about, y.Through)
}

// Called is what it is called in a word, or else its label.
func (y Recurring) Called() string { return cmp.Or(y.Short, y.Label) }

// Milestones are what comes each year at which the figures of the budget are locked, in the order
// in which a year that they are about meets them.
func (m *Model) Milestones() (out []Recurring) {
	for _, y := range m.Year {
		if y.Locks {
			out = append(out, y)
		}
	}
	slices.SortStableFunc(out, func(a, b Recurring) int { return cmp.Compare(a.Due(2000), b.Due(2000)) })
	return out
}

// Milestone is the one of that key, short name or label; ok is false where there is none.
func (m *Model) Milestone(name string) (y Recurring, ok bool) {
	for _, y := range m.Milestones() {
		if name == y.Key || text.Key(name) == text.Key(y.Short) || text.Key(name) == text.Key(y.Label) {
			return y, true
		}
	}
	return Recurring{}, false
}

// On is its day in a year.
func (y Recurring) On(year int) date.Date {
	return min(date.Of(year, y.Month, y.Day), date.LastOfMonth(year, y.Month))
}

// The sorts of what comes each year.
const (
	YearBudget    = "budget"
	YearFollowUp  = "follow_up"
	YearPlan      = "plan"
	YearProgramme = "programme"
	YearPolicy    = "policy"
)

// YearSorts are those, in the order that they are told.
func YearSorts() []string {
	return []string{YearBudget, YearFollowUp, YearPlan, YearProgramme, YearPolicy}
}

// checkYear holds that what comes each year has a day and a sort that there is.
func (m *Model) checkYear() error {
	for i, y := range m.Year {
		at := fmt.Sprintf("year[%d].", i)
		switch {
		case !slices.Contains(YearSorts(), y.Sort):
			return m.meant(y.Sort, YearSorts(), fmt.Sprintf("har %s i året av ett slag (%s) som programmet inte känner till", y.Label, y.Sort), at+"sort")
		case y.Month < 1 || y.Month > 12:
			return m.invalid(fmt.Sprintf("har %s i året i månaden %d, som inte finns", y.Label, y.Month), at+"month")
		case y.Day < 1 || y.Day > 31:
			return m.invalid(fmt.Sprintf("har %s i året dag %d, som inte finns", y.Label, y.Day), at+"day")
		case !slices.Contains(Abouts(), y.About):
			return m.meant(y.About, Abouts()[1:], fmt.Sprintf("låter %s i året gälla ett år (%s) som programmet inte känner till", y.Label, y.About), at+"about")
		case y.Through < 0 || y.Through > 12:
			return m.invalid(fmt.Sprintf("har %s i året med siffror till och med månaden %d, som inte finns", y.Label, y.Through), at+"through")
		case y.Through > 0 && y.Locks && y.Due(2000) <= y.Until(2000):
			return m.invalid(fmt.Sprintf("har %s i året innan siffrorna den gäller är färdiga", y.Label), at+"through")
		case y.Locks && m.twice(i):
			return m.invalid(fmt.Sprintf("har två tillfällen i året som kallas %s", y.Called()), at+"short")
		}
	}
	return nil
}

// twice says that a milestone is called as one before it.
func (m *Model) twice(i int) bool {
	return slices.ContainsFunc(m.Year[:i], func(y Recurring) bool { return y.Locks && text.Key(y.Called()) == text.Key(m.Year[i].Called()) })
}
