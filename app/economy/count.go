package economy

import (
	"strconv"
	"strings"

	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
)

// Month is the month of a cost, 1–12; 0 for one of the whole year.
func Month(c *field.Record) int {
	n, _ := strconv.Atoi(CostMonth.Get(c))
	return n
}

// same is what a year's row and its months have in common: they are one cost, written in
// two ways.
type same struct {
	owner                  field.ID
	year                   int64
	typ, sort, codes, text string
}

// ofYear is all that something costs a year of a type.
type ofYear struct {
	owner field.ID
	year  int64
	typ   string
}

// told is whether a year's utfall is out of a ledger, and whether it has a forecast or a budget.
type told struct{ posted, planned bool }

// stands are the amounts that a cost has on months, and on the year's rows.
type stands struct{ months, year uint8 }

// Count says which amounts of cost rows count, so that a year's row and its months never
// count twice: an amount that stands on months counts there and not on the year's row, each
// of budget, forecast and actual by itself. Every sum in the program asks it.
type Count struct {
	own    []*field.Field // the municipality's own parts of the code string
	months map[field.ID]bool
	stands map[same]stands
	posted map[ofYear]told // nil: none is
	now    int64           // the year that it is
}

// Counting looks at rows, all that there are of their owners, and says what of them counts.
func Counting(w field.World, rows []*field.Record) Count {
	n := Count{now: int64(w.Today().Year())}
	n.post(rows)
	for _, c := range rows {
		if CostMonth.Get(c) == "" {
			continue
		}
		if n.stands == nil {
			n.stands, n.months, n.own = map[same]stands{}, map[field.ID]bool{}, ownParts(w)
		}
		n.months[CostOwner.Get(c)] = true
		key := n.same(c)
		s := n.stands[key]
		s.months |= amountsOf(c)
		n.stands[key] = s
	}
	if n.stands == nil {
		return n
	}
	for _, c := range rows {
		if CostMonth.Get(c) != "" || !n.months[CostOwner.Get(c)] {
			continue
		}
		key := n.same(c)
		if s, ok := n.stands[key]; ok {
			s.year |= amountsOf(c)
			n.stands[key] = s
		}
	}
	return n
}

// post sees which years' utfall is out of ledgers.
func (n *Count) post(rows []*field.Record) {
	for _, c := range rows {
		if Posted(c) {
			if n.posted == nil {
				n.posted = map[ofYear]told{}
			}
			n.posted[yearOf(c)] = told{posted: true}
		}
	}
	for _, c := range rows {
		if t, ok := n.posted[yearOf(c)]; ok && !t.planned && (c.Get(CostForecast.Field) != nil || c.Get(CostBudget.Field) != nil) {
			n.posted[yearOf(c)] = told{true, true}
		}
	}
}

func yearOf(c *field.Record) ofYear {
	return ofYear{CostOwner.Get(c), CostYear.Get(c), CostType.Get(c)}
}

// Posted says that the utfall of a row's year, of its owner and type, is out of a ledger, be it on
// other rows.
func (n Count) Posted(c *field.Record) bool { return n.posted != nil && n.posted[yearOf(c)].posted }

// All says what counts of all rows that there are.
func All(w field.World) Count { return Counting(w, w.All(CostKind)) }

func (n Count) same(c *field.Record) same {
	var codes strings.Builder
	for _, f := range codeFields {
		codes.WriteString(f.Get(c) + "\x00")
	}
	for _, f := range n.own {
		codes.WriteString(field.Encode(c.Get(f)) + "\x00")
	}
	return same{CostOwner.Get(c), CostYear.Get(c), CostType.Get(c), CostSort.Get(c), codes.String(), CostText.Get(c)}
}

// of is how the cost that a row is of stands, where it stands on months.
func (n Count) of(c *field.Record) stands {
	if n.stands == nil || !n.months[CostOwner.Get(c)] {
		return stands{}
	}
	return n.stands[n.same(c)]
}

// bit is that of an amount.
func bit(amount *field.Field) uint8 {
	switch amount {
	case CostBudget.Field:
		return 1
	case CostForecast.Field:
		return 2
	case CostActual.Field:
		return 4
	}
	return 0
}

// amountsOf are the amounts that a row has.
func amountsOf(c *field.Record) (out uint8) {
	for _, f := range Amounts() {
		if c.Get(f.Field) != nil {
			out |= bit(f.Field)
		}
	}
	return out
}

// HasAmount says that a row has an amount of some sort, whether it counts or not.
func HasAmount(c *field.Record) bool { return amountsOf(c) != 0 }

// Of is an amount of a row; ok is false where it has none that counts.
func (n Count) Of(c *field.Record, amount field.MoneyField) (v money.Ore, ok bool) {
	v, ok = c.Get(amount.Field).(money.Ore)
	if ok && CostMonth.Get(c) == "" && n.of(c).months&bit(amount.Field) != 0 {
		return 0, false
	}
	return v, ok
}

// First is the first of some amounts that a row has. Where the cost stands both on the year
// and on months, the first of the amounts that it has anywhere decides which of them counts,
// the year's row or the months: a budget of the year isn't added to the forecasts of months. An
// utfall out of a ledger stands on other rows than the budget that it is of: it is what the
// year was once that is past, and till then what the year is expected to be counts.
func (n Count) First(c *field.Record, amounts ...field.MoneyField) (v money.Ore, ok bool) {
	if len(amounts) > 1 && amounts[0].Field == CostActual.Field && n.Posted(c) {
		if CostYear.Get(c) < n.now || !n.posted[yearOf(c)].planned {
			return n.Of(c, CostActual)
		}
		amounts = amounts[1:]
	}
	monthly := CostMonth.Get(c) != ""
	for s, i := n.of(c), 0; s.months != 0 && i < len(amounts); i++ {
		b := bit(amounts[i].Field)
		if s.months&b == 0 && s.year&b == 0 {
			continue
		}
		if monthly != (s.months&b != 0) {
			return 0, false
		}
		break
	}
	for _, f := range amounts {
		if v, ok = c.Get(f.Field).(money.Ore); ok {
			return v, true
		}
	}
	return 0, false
}

// Expected is what a row is expected to cost: its forecast, else its budget; ok is false
// when it has neither, or it doesn't count.
func (n Count) Expected(c *field.Record) (v money.Ore, ok bool) {
	return n.First(c, CostForecast, CostBudget)
}

// Sum adds one amount (budget, forecast or actual) of owner's rows of a year
// and type, "" for both types; ok says whether any row has it.
func Sum(w field.World, owner field.ID, year int, typ string, amount field.MoneyField) (money.Ore, bool) {
	return sum(w, owner, year, typ, func(n Count, c *field.Record) (money.Ore, bool) { return n.Of(c, amount) })
}

// SumExpected adds what owner's rows of a year and type, "" for both types,
// are expected to cost; ok says whether any row says.
func SumExpected(w field.World, owner field.ID, year int, typ string) (money.Ore, bool) {
	return sum(w, owner, year, typ, Count.Expected)
}

func sum(w field.World, owner field.ID, year int, typ string, of func(Count, *field.Record) (money.Ore, bool)) (total money.Ore, ok bool) {
	rows := Rows(w, owner)
	n := Counting(w, rows)
	for _, c := range rows {
		if year != 0 && CostYear.Get(c) != int64(year) || typ != "" && CostType.Get(c) != typ {
			continue
		}
		if v, has := of(n, c); has {
			total, ok = total+v, true
		}
	}
	return total, ok
}

// counts says whether an amount of a row is one to add, or one that lacks: what the cost has
// on the other, the year's row or the months, is neither.
func (n Count) counts(c *field.Record, amount *field.Field) bool {
	if CostMonth.Get(c) != "" || Posted(c) || amount == CostActual.Field && n.Posted(c) {
		return c.Get(amount) != nil
	}
	return n.of(c).months&bit(amount) == 0
}

// Uncounted are the amounts of a year's row that don't count, since they stand on months.
func (n Count) Uncounted(c *field.Record) (out []*field.Field) {
	if CostMonth.Get(c) != "" {
		return nil
	}
	on := n.of(c).months
	for _, f := range Amounts() {
		if on&bit(f.Field) != 0 && c.Get(f.Field) != nil {
			out = append(out, f.Field)
		}
	}
	return out
}
