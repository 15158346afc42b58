package governance

import (
	"fmt"
	"slices"

	"itportfoljen/app/base/date"
)

// Recurring is something that comes each year on about the same day.
type Recurring struct {
	Key   string `json:"key"`
	Label string `json:"label"`
	Sort  string `json:"sort"` // one of YearSorts
	Month int    `json:"month"`
	Day   int    `json:"day"` // one that the month doesn't have is its last
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
		}
	}
	return nil
}
