package rhythm

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
)

// Point is what a year was expected to cost, as it was believed on a day.
type Point struct {
	Name     string    // "T1", "april"
	On       date.Date // the day
	Expected money.Total
	Said     int // of how many rows somebody had made a forecast by then; the others count by their budget
	Rows     int
}

// Trend is what the costs of a year were believed to become on the last day of what each follow-up
// is of, as far as those have come, and today while there are more to come; of an owner, "" for all. Nil where no forecast was ever made.
func Trend(w field.World, owner field.ID, year int) (out []Point) {
	rows := w.All(economy.CostKind)
	if owner != "" {
		rows = economy.Rows(w, owner)
	}
	said := false
	for _, p := range points(w, year) {
		n, then := economy.AsOf(w, rows, p.On)
		for c := range economy.Among(then, year, year) {
			v, counts := n.Expected(c)
			if !counts || !plan.Spends(w, w.Get(economy.CostOwner.Get(c))) {
				continue
			}
			p.Rows++
			p.Expected.Add(v, true)
			if c.Get(economy.CostForecast.Field) != nil {
				p.Said++
			}
		}
		said = said || p.Said > 0
		out = append(out, p)
	}
	if !said {
		return nil
	}
	return out
}

// points are the days of a year's follow-ups that have come; April, August and December where the
// styrmodell says none.
func points(w field.World, year int) (out []Point) {
	for _, m := range governance.Of(w).Milestones() {
		if m.Sort == governance.YearFollowUp && m.Through > 0 {
			out = append(out, Point{Name: m.Called(), On: m.Until(year)})
		}
	}
	if out == nil {
		for _, month := range []int{4, 8, 12} {
			on := date.LastOfMonth(year, month)
			out = append(out, Point{Name: text.Capital(on.LongMonth()), On: on})
		}
	}
	all := len(out)
	out = slices.DeleteFunc(out, func(p Point) bool { return p.On > w.Today() })
	if len(out) > 0 && len(out) < all { // and how it is seen while the year runs
		out = append(out, Point{Name: "Nu", On: w.Today()})
	}
	return out
}

// Told is the point in a line: "T1 (2027-04-30): 1 200 000 kr".
func (p Point) Told() string { return fmt.Sprintf("%s (%s): %s", p.Name, p.On, p.Expected.Exact()) }

func init() {
	economy.CostKind.Under = func(w field.World, owner field.ID) (string, [][]string) {
		return "Prognosen över tiden", over(w, owner)
	}
}

// over is what each year of an owner was believed to cost, by each follow-up: a row a year, the
// first row the headings. Nil where nobody ever made a forecast.
func over(w field.World, owner field.ID) (rows [][]string) {
	years := map[int]bool{}
	for _, c := range economy.Rows(w, owner) {
		years[int(economy.CostYear.Get(c))] = true
	}
	heads := []string{"År"}
	at := map[int]map[string]string{}
	for _, year := range slices.Sorted(maps.Keys(years)) {
		for _, p := range Trend(w, owner, year) {
			if !slices.Contains(heads, p.Name) {
				heads = append(heads, p.Name)
			}
			if at[year] == nil {
				at[year] = map[string]string{}
			}
			if at[year][p.Name] = p.Expected.Kr(); p.Said == 0 {
				at[year][p.Name] += " (budget)"
			}
		}
	}
	for _, year := range slices.Sorted(maps.Keys(at)) {
		row := []string{strconv.Itoa(year)}
		for _, name := range heads[1:] {
			row = append(row, at[year][name])
		}
		rows = append(rows, row)
	}
	if rows == nil {
		return nil
	}
	return append([][]string{heads}, rows...)
}
