package rhythm

import (
	"cmp"
	"slices"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/budget"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
)

// Side is one of the two that are compared: a year's costs as they stand in a world.
type Side struct {
	Name  string // "T1 2027", "nu"
	World field.World
	Year  int
	Unit  field.ID // only costs of this unit and those under it; "" for all
}

// Line is what some costs come to on either side.
type Line struct {
	Key   string // an ID, or the key of an alternative
	Name  string
	A, B  Sums
	Parts []Line // what it is the sum of, those that differ most first
}

// New says that only the later side has it, and Gone that only the earlier has.
func (l Line) New() bool { return l.A.Rows == 0 && l.B.Rows > 0 }

// Gone says that only the earlier side has it.
func (l Line) Gone() bool { return l.B.Rows == 0 && l.A.Rows > 0 }

// Changed says that an amount differs, or is known on one side alone.
func (l Line) Changed() bool {
	return l.New() || l.Gone() || l.A.Budget != l.B.Budget || l.A.Forecast != l.B.Forecast || l.A.Actual != l.B.Actual
}

// Change is how much an amount has changed.
type Change struct {
	A, B money.Total
}

// By is the difference; what isn't known on either side counts as nothing there. ok is false
// where neither is known.
func (c Change) By() (v money.Ore, ok bool) { return c.B.Ore - c.A.Ore, c.A.Known || c.B.Known }

// Percent is the difference in tenths of a per cent of what was, rounded; ok is false where there
// was nothing.
func (c Change) Percent() (tenths int64, ok bool) {
	if !c.A.Known || !c.B.Known {
		return 0, false
	}
	return money.Tenths(c.B.Ore-c.A.Ore, c.A.Ore)
}

// Share is the difference in per cent, in words: "+12,5 %", "−12 %"; "" where there was nothing.
func (c Change) Share() string {
	tenths, ok := c.Percent()
	if !ok {
		return ""
	}
	return budget.PercentText(float64(tenths)/10) + "\u00a0%"
}

// Standing says that only one side has it, in a word.
func (l Line) Standing() string {
	switch {
	case l.New():
		return "ny"
	case l.Gone():
		return "borta"
	}
	return ""
}

// Changes are those of budget, forecast and actual.
func (l Line) Changes() [3]Change {
	return [...]Change{{l.A.Budget, l.B.Budget}, {l.A.Forecast, l.B.Forecast}, {l.A.Actual, l.B.Actual}}
}

// Comparison is what differs between two sides.
type Comparison struct {
	A, B  Side
	By    []budget.Dimension
	Total Line   // its Parts are the outermost lines, of what differs and what doesn't
	Rows  []Line // the cost rows that differ; nil where the sides are of different years
}

// Walk gives the lines in order, with how deep each lies, 0 for the outermost.
func (c Comparison) Walk(yield func(depth int, l Line) bool) {
	var walk func(depth int, lines []Line) bool
	walk = func(depth int, lines []Line) bool {
		for _, l := range lines {
			if !yield(depth, l) || !walk(depth+1, l.Parts) {
				return false
			}
		}
		return true
	}
	walk(0, c.Total.Parts)
}

// Changed are the outermost lines that differ.
func (c Comparison) Changed() (out []Line) {
	for _, l := range c.Total.Parts {
		if l.Changed() {
			out = append(out, l)
		}
	}
	return out
}

// Compare tells what differs between two sides, by some dimensions, the outermost first. Each line
// is the sum of its parts, and so are the rows that differ what the whole differs by, each amount
// to the öre.
func Compare(a, b Side, by ...budget.Dimension) Comparison {
	out := Comparison{A: a, B: b, By: by}
	of := func(s Side) *budget.Line {
		return budget.Of(s.World, budget.Query{First: s.Year, Last: s.Year, Unit: s.Unit, Rows: by}).Total
	}
	before, after := of(a), of(b)
	out.Total = join(before, after)
	if a.Year == b.Year {
		out.Rows = rows(a.World, b.World, before, after)
	}
	return out
}

// join is two lines as one; either may be nil.
func join(a, b *budget.Line) Line {
	out := Line{}
	var parts [2]map[string]*budget.Line
	var keys []string
	for i, l := range []*budget.Line{a, b} {
		parts[i] = map[string]*budget.Line{}
		if l == nil {
			continue
		}
		out.Key, out.Name = l.Key, l.Label // as it is called last
		*[...]*Sums{&out.A, &out.B}[i] = sumsOf(l.Amounts, len(l.Rows))
		for _, p := range l.Parts {
			if parts[0][p.Key] == nil && parts[1][p.Key] == nil {
				keys = append(keys, p.Key)
			}
			parts[i][p.Key] = p
		}
	}
	for _, key := range keys {
		out.Parts = append(out.Parts, join(parts[0][key], parts[1][key]))
	}
	order(out.Parts)
	return out
}

// rows are the cost rows that differ.
func rows(then, now field.World, a, b *budget.Line) (out []Line) {
	at := map[field.ID]int{}
	for i, l := range []*budget.Line{a, b} {
		for _, r := range l.Rows {
			n, ok := at[r.Cost]
			if !ok {
				n = len(out)
				at[r.Cost] = n
				out = append(out, Line{Key: string(r.Cost)})
			}
			*[...]*Sums{&out[n].A, &out[n].B}[i] = sumsOf(r.Amounts, 1)
			w := [...]field.World{then, now}[i]
			out[n].Name = caption(w, w.Get(r.Cost))
		}
	}
	out = slices.DeleteFunc(out, func(l Line) bool { return !l.Changed() })
	order(out)
	return out
}

// caption is what a cost row is called among others': "Lönesystemet: drift 2027, licens".
func caption(w field.World, c *field.Record) string {
	return w.Label(economy.CostOwner.Get(c)) + ": " + Told(w, c)
}

// Told is what a cost row is called among its owner's: "drift 2027, licens".
func Told(w field.World, c *field.Record) string {
	out := c.Kind.Caption(c)
	if s := economy.CostSort.Get(c); s != "" {
		out += ", " + text.Lower(economy.CostSort.Show(w, s))
	}
	for _, s := range []string{economy.CostAccount.Get(c), economy.CostText.Get(c)} {
		if s != "" {
			out += ", " + s
		}
	}
	return out
}

// order puts what has changed most first, whichever amount that is.
func order(lines []Line) {
	most := func(l Line) (most money.Ore) {
		for _, c := range l.Changes() {
			v, _ := c.By()
			most = max(most, v.Abs())
		}
		return most
	}
	names := text.Keys{}
	slices.SortStableFunc(lines, func(a, b Line) int {
		return cmp.Or(cmp.Compare(most(b), most(a)), names.Compare(a.Name, b.Name), strings.Compare(a.Key, b.Key))
	})
}

// SideOf is a locked state as a side: the costs of its year as they stood, which at counts forth.
// Faults: NotFound (what stood in it isn't known, or can't be counted forth).
func SideOf(r *field.Record, at func(entry int64) (field.World, error)) (Side, error) {
	entry := At.Get(r)
	if entry == 0 {
		return Side{}, fault.New(fault.NotFound, r.Name()+" låstes innan portföljen fanns: summorna är kända, men inte raderna, så det går inte att jämföra. Inget har ändrats. Välj ett läge som är låst här.")
	}
	w, err := at(entry)
	if err != nil {
		return Side{}, err
	}
	return Side{Name: r.Name(), World: w, Year: int(Year.Get(r))}, nil
}
