// Package years takes costs from one year to another: a budget made of the year before, and what
// the years ahead are known and reckoned to cost. It asks systems, agreements and insatser whether
// they go on.
package years

import (
	"cmp"
	"fmt"
	"slices"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// What says which amounts a budget is made of.
type What string

// The amounts.
const (
	Expected What = ""         // the forecast where there is one, else the budget
	Budget   What = "budget"   // the budget alone
	Forecast What = "forecast" // the forecast alone
	Actual   What = "actual"   // the utfall
)

// Copying says what to make a year's budget of.
type Copying struct {
	From, To int
	What     What
	Index    int64    // hundredths of a per cent that is added; below zero: taken away
	Round    int64    // to whole so many kronor; 0 is 1
	Unit     field.ID // only what belongs to this unit and those under it; "": all
	Type     string   // drift or investering; "": both
	Sort     string   // a kostnadsslag; "": all
	Over     bool     // a budget that is there gives way
}

// CopiedOf is what became of what something costs of a type.
type CopiedOf struct {
	Owner    field.ID
	Type     string
	Was, Is  money.Ore // of the year before, as chosen; of the budget
	Rows     int
	Why      string // Swedish: why it is left as it is; "" for what is copied
	Replaces bool   // a budget that was there gave way
}

// Copied is what a copying does.
type Copied struct {
	Done, Left              []CopiedOf // in the order of their owners' names; Left has its reasons
	Was, Is                 money.Ore  // of what is copied
	Same                    int        // how many were so already
	SameIs                  money.Ore  // their budgets
	Made, Changed, Replaced int        // rows
}

// Still says that a copying changes nothing.
func (c Copied) Still() bool { return c.Made+c.Changed+c.Replaced == 0 }

// mostYears is how far apart the years may be.
const mostYears = 30

func (o Copying) check() error {
	switch {
	case o.From == 0 || o.To == 0 || o.From == o.To:
		return fault.New(fault.Invalid, "En budget görs av ett år till ett annat. Inget har ändrats. Säg båda åren.")
	case o.To-o.From > mostYears || o.From-o.To > mostYears:
		return fault.New(fault.Invalid, fmt.Sprintf("Mellan %d och %d är det för långt. Inget har ändrats. Rätta åren.", o.From, o.To))
	case !indexable(o.Index):
		return errIndex
	case o.Round < 0:
		return fault.New(fault.Invalid, "Det går inte att avrunda till mindre än en krona. Inget har ändrats.")
	}
	return nil
}

// Copy makes the budget of a year of another's amounts, row by row, for each owner and type. What
// has ended before the year is left, and so is what has a budget of the year already unless it is
// to give way, and what has an income that is booked above zero; all are told. The same again changes nothing. Faults: Invalid.
func Copy(tx *field.Tx, o Copying) (out Copied, err error) {
	if err := o.check(); err != nil {
		return out, err
	}
	c := &copying{Copying: o, tx: tx, one: economy.One(tx), out: &out}
	owners := map[field.ID]bool{}
	for r := range economy.Each(tx, o.From, o.From) {
		owners[economy.CostOwner.Get(r)] = true
	}
	for _, k := range economy.CostOwner.Targets() {
		for _, owner := range slices.Clone(tx.All(k)) {
			if !owners[owner.ID] || !c.within(owner) {
				continue
			}
			for _, typ := range []string{economy.Operations, economy.Investment} {
				if o.Type == "" || o.Type == typ {
					if err := c.owner(owner, typ); err != nil {
						return out, err
					}
				}
			}
		}
	}
	names := text.Keys{}
	for _, list := range [][]CopiedOf{out.Done, out.Left} {
		slices.SortStableFunc(list, func(a, b CopiedOf) int { return names.Compare(tx.Label(a.Owner), tx.Label(b.Owner)) })
	}
	return out, nil
}

type copying struct {
	Copying
	tx  *field.Tx
	one func(*field.Record) any
	out *Copied
}

// within says that something belongs to the unit that is asked for.
func (c *copying) within(owner *field.Record) bool {
	if c.Unit == "" {
		return true
	}
	if owner.Kind == org.UnitName.Kind {
		return org.Within(c.tx, owner.ID, c.Unit)
	}
	unit, _ := field.UnitOf(c.tx, owner)
	return unit != "" && org.Within(c.tx, unit, c.Unit)
}

// asked says that a row is of the year, the type and the sort.
func (c *copying) asked(r *field.Record, year int, typ string) bool {
	return int(economy.CostYear.Get(r)) == year && economy.CostType.Get(r) == typ && (c.Sort == "" || economy.CostSort.Get(r) == c.Sort)
}

// amount is what a row has to be copied.
func (c *copying) amount(n economy.Count, r *field.Record) (money.Ore, bool) {
	switch c.What {
	case Budget:
		return n.Of(r, economy.CostBudget)
	case Forecast:
		return n.Of(r, economy.CostForecast)
	case Actual:
		return n.Of(r, economy.CostActual)
	}
	return n.Expected(r)
}

// wanted is a row of the budget to be.
type wanted struct {
	row    *field.Record // what it is made of
	of     place
	amount money.Ore
}

// place tells rows of an owner and a year apart.
type place struct {
	one           any
	month         int
	work, funding string
}

// placeOf is where a row is, had it been of the year.
func (c *copying) placeOf(r *field.Record, year int) place {
	of := r
	if int(economy.CostYear.Get(r)) != year {
		of = r.Clone().Put(economy.CostYear.Field, int64(year))
	}
	return place{c.one(of), economy.Month(r), economy.CostWork.Get(r), economy.CostFunding.Get(r)}
}

// owner makes the budget of one owner and type.
func (c *copying) owner(owner *field.Record, typ string) error {
	rows := slices.Clone(economy.Rows(c.tx, owner.ID))
	n := economy.Counting(c.tx, rows)
	what := CopiedOf{Owner: owner.ID, Type: typ}
	var want []wanted
	for _, r := range rows {
		if v, ok := c.amount(n, r); ok && c.asked(r, c.From, typ) {
			w := wanted{r, c.placeOf(r, c.To), Indexed(v, c.Index, c.Round)}
			want = append(want, w)
			what.Was, what.Is, what.Rows = what.Was+v, what.Is+w.amount, what.Rows+1
		}
	}
	if len(want) == 0 {
		return nil
	}
	if what.Why = cmp.Or(economy.Ended(c.tx, owner, c.To), upside(want)); what.Why != "" {
		c.out.Left = append(c.out.Left, what)
		return nil
	}
	had := map[place][]*field.Record{}
	var budgets []*field.Record
	var sum money.Ore
	for _, r := range rows {
		if c.asked(r, c.To, typ) {
			at := c.placeOf(r, c.To)
			had[at] = append(had[at], r)
			if v, ok := r.Get(economy.CostBudget.Field).(money.Ore); ok {
				budgets, sum = append(budgets, r), sum+v
			}
		}
	}
	same, left := c.pair(want, had, budgets)
	switch {
	case same:
		c.out.Same++
		c.out.SameIs += what.Is
		return nil
	case len(budgets) > 0 && !c.Over:
		what.Why = fmt.Sprintf("har redan en budget %d, %s kr", c.To, sum.Exact())
		c.out.Left = append(c.out.Left, what)
		return nil
	}
	what.Replaces = len(budgets) > 0
	for _, r := range left {
		c.out.Replaced++
		if err := economy.Empty(c.tx, r, economy.CostBudget); err != nil {
			return err
		}
	}
	for _, w := range want {
		if err := c.write(w, had); err != nil {
			return err
		}
	}
	c.out.Done = append(c.out.Done, what)
	c.out.Was, c.out.Is = c.out.Was+what.Was, c.out.Is+what.Is
	return nil
}

// upside says of an income that is booked above zero, as a correction is, that no budget can be made
// of it: what is written of an income has a minus.
func upside(want []wanted) string {
	if slices.ContainsFunc(want, func(w wanted) bool { return w.amount > 0 && economy.Income(w.row) }) {
		return "har en intäkt som är bokförd med plus, och en budget av den får minus – skriv budgeten för hand"
	}
	return ""
}

// pair says whether the budgets that are there are those that are wanted, and which of them
// none of those takes the place of.
func (c *copying) pair(want []wanted, had map[place][]*field.Record, budgets []*field.Record) (same bool, left []*field.Record) {
	same = len(want) == len(budgets)
	next, taken := map[place]int{}, map[field.ID]bool{}
	for _, w := range want {
		i := next[w.of]
		next[w.of]++
		if i >= len(had[w.of]) {
			same = false
			continue
		}
		r := had[w.of][i]
		taken[r.ID] = true
		same = same && field.Equal(r.Get(economy.CostBudget.Field), w.amount)
	}
	for _, r := range budgets {
		if !taken[r.ID] {
			left = append(left, r)
		}
	}
	return same, left
}

// write makes a row of the budget: in the row that is there, else in a new one like that which it
// is made of, with its payers.
func (c *copying) write(w wanted, had map[place][]*field.Record) error {
	if there := had[w.of]; len(there) > 0 {
		had[w.of] = there[1:]
		if field.Equal(there[0].Get(economy.CostBudget.Field), w.amount) {
			return nil
		}
		c.out.Changed++
		return c.tx.Set(there[0].ID, economy.CostBudget.Field, w.amount)
	}
	c.out.Made++
	r, err := economy.Anew(c.tx, w.row, c.To)
	if err != nil {
		return err
	}
	return c.tx.Set(r.ID, economy.CostBudget.Field, w.amount)
}
