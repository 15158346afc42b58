package budget

import (
	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
)

// Amounts are what a line comes to. One that nobody has said anything of isn't known.
type Amounts struct {
	Budget   money.Total
	Forecast money.Total // rows without a forecast count by their budget
	Actual   money.Total
	Cost     money.Total // actual where there is one, else forecast, else budget
}

// add adds another's.
func (a *Amounts) add(b Amounts) {
	a.Budget.Add(b.Budget.Ore, b.Budget.Known)
	a.Forecast.Add(b.Forecast.Ore, b.Forecast.Known)
	a.Actual.Add(b.Actual.Ore, b.Actual.Known)
	a.Cost.Add(b.Cost.Ore, b.Cost.Known)
}

// Against is what a budget is held against.
type Against uint8

// What a budget may be held against.
const (
	ByForecast Against = iota // while the year runs, and before
	ByActual                  // when the year is over
)

// Word is what it is called in Swedish.
func (g Against) Word() string { return [...]string{"prognos", "utfall"}[g] }

// AgainstOf is what the budget of a year is held against today: its utfall when the year is over,
// else its prognos.
func AgainstOf(w field.World, year int) Against {
	if year != 0 && year < w.Today().Year() {
		return ByActual
	}
	return ByForecast
}

// Held is what the budget is held against.
func (a Amounts) Held(g Against) money.Total {
	if g == ByActual {
		return a.Actual
	}
	return a.Forecast
}

// Variance is budget minus prognos or utfall: + is better than budget. It is known where either
// of them is, so that those of the parts come to that of the whole.
func (a Amounts) Variance(g Against) money.Total {
	h := a.Held(g)
	return money.Total{Ore: a.Budget.Ore - h.Ore, Known: a.Budget.Known || h.Known}
}

// Percent is the variance in per cent of the budget's size, to the tenth, half away from zero; ok
// is false where there is no budget.
func (a Amounts) Percent(g Against) (percent float64, ok bool) {
	v := a.Variance(g)
	tenths, ok := money.Tenths(v.Ore, a.Budget.Ore)
	if !v.Known || !ok {
		return 0, false
	}
	return float64(tenths) / 10, true
}

// Row is what a line has of one cost row: all of it, or the part that something bears.
type Row struct {
	Cost field.ID
	Amounts
}

// Lacks counts the rows of a line that lack an amount.
type Lacks struct {
	Amount   int // rows with neither budget, prognos nor utfall
	Forecast int // rows that count by budget, since they have no prognos
	Actual   int // rows with budget or prognos and no utfall
}

// Line is a line of a table: a value of a dimension, or the whole.
type Line struct {
	Key    string // "" for what has none
	Label  string // Swedish; never ""
	Record field.ID
	Amounts
	Cells  []Amounts // by the table's columns; nil without them
	Rows   []Row     // in the order of the costs
	Lacks  Lacks
	Silent int // systems in the register whose costs nobody has said anything of
	Parts  []*Line

	at    map[string]*Line
	cells map[string]*Amounts
	sort  string // what orders it by its name
}

// Column is a value of the dimension that stands side by side.
type Column struct{ Key, Label string }

// Table is the answer to a query.
type Table struct {
	Query   Query
	Columns []Column
	Total   *Line   // its Parts are the outermost lines
	Left    Amounts // what doesn't count: of insatser that are closed or set aside
	LeftOut int     // how many insatser those are
	Systems int     // in the register and not retired, of what is asked for
	Said    int     // of which some row has an amount, in the years that are asked for
}

// Walk gives the lines in order, with how deep each lies, 0 for the outermost; those under a line
// come after it where into says so.
func (t *Table) Walk(into func(path string) bool) func(yield func(depth int, path string, l *Line) bool) {
	return func(yield func(int, string, *Line) bool) {
		var walk func(depth int, path string, l *Line) bool
		walk = func(depth int, path string, l *Line) bool {
			for _, p := range l.Parts {
				at := path + "\x1f" + p.Key
				if !yield(depth, at, p) || (into == nil || into(at)) && !walk(depth+1, at, p) {
					return false
				}
			}
			return true
		}
		walk(0, "", t.Total)
	}
}

// Line is the line of a path that Walk gave; nil where there is none now.
func (t *Table) Line(path string) (found *Line) {
	t.Walk(nil)(func(_ int, at string, l *Line) bool {
		if at == path {
			found = l
		}
		return found == nil
	})
	return found
}
