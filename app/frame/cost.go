package frame

import (
	"slices"

	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
)

// Sums are amounts by what ramar are for. An etapp says what it costs and not of which type:
// that is Untold.
type Sums struct{ Operations, Investment, Untold money.Ore }

// Of is what counts in a ram of a type, "" for one of both.
func (s Sums) Of(typ string) money.Ore {
	switch typ {
	case economy.Operations:
		return s.Operations
	case economy.Investment:
		return s.Investment
	}
	return s.Operations + s.Investment + s.Untold
}

func (s *Sums) add(typ string, v money.Ore) {
	switch typ {
	case economy.Operations:
		s.Operations += v
	case economy.Investment:
		s.Investment += v
	default:
		s.Untold += v
	}
}

func (s Sums) plus(o Sums) Sums {
	return Sums{s.Operations + o.Operations, s.Investment + o.Investment, s.Untold + o.Untold}
}

// share parts amounts by weights, with no öre over.
func (s Sums) share(weights []int64) (first, second Sums) {
	part := func(v money.Ore) (a, b money.Ore) {
		parts := money.Split(v, weights)
		return parts[0], parts[1]
	}
	first.Operations, second.Operations = part(s.Operations)
	first.Investment, second.Investment = part(s.Investment)
	first.Untold, second.Untold = part(s.Untold)
	return first, second
}

// place is what an amount is paid of: a portfölj by its key, or a unit; "" is none. What is
// outside is paid otherwise, whatever it belongs to.
type place struct {
	per, key string
	outside  bool
}

// placeOf is what a ram is of: of one that says both a portfölj and a unit the portfölj counts.
func placeOf(ram *field.Record) place {
	if key := Portfolio.Get(ram); key != "" {
		return place{per: governance.PerPortfolio, key: key}
	}
	return place{per: governance.PerUnit, key: string(Unit.Get(ram))}
}

// pays are the ways of financing that ramar of each sort stand for; the others are beside them.
var pays = map[string][]string{
	governance.PerPortfolio: {"", "portfolio", "equity"},
	governance.PerUnit:      {"", "line", "equity"},
}

// part is what of an insats a year counts somewhere.
type part struct {
	at   place
	cost Sums // budget, else forecast
	used Sums // actual
}

// parts are what an insats costs a year, by what ramar of a sort it is paid of: its cost rows,
// or what its etapper of the year say where no row does. known is false where nothing says.
func parts(w field.World, r *field.Record, year int, per string) (out []part, known bool) {
	at := func(p place) *part {
		i := slices.IndexFunc(out, func(o part) bool { return o.at == p })
		if i < 0 {
			i, out = len(out), append(out, part{at: p})
		}
		return &out[i]
	}
	home := place{per: per, key: plan.Portfolio.Get(r)}
	if per == governance.PerUnit {
		home.key = string(plan.Unit.Get(r))
	}
	rows := economy.Rows(w, r.ID)
	n := economy.Counting(w, rows)
	for _, c := range rows {
		if economy.CostYear.Get(c) != int64(year) {
			continue
		}
		spread := func(v money.Ore, to func(*part) *Sums) {
			p := home
			if p.outside = !slices.Contains(pays[per], economy.CostFunding.Get(c)); p.outside || per == governance.PerPortfolio {
				to(at(p)).add(economy.CostType.Get(c), v)
				return
			}
			for _, b := range economy.Bearers(w, c, v) {
				to(at(place{per: per, key: string(b.By)})).add(economy.CostType.Get(c), b.Amount)
			}
		}
		if v, ok := n.First(c, economy.CostBudget, economy.CostForecast); ok {
			known = true
			spread(v, func(p *part) *Sums { return &p.cost })
		}
		if v, ok := n.Of(c, economy.CostActual); ok {
			spread(v, func(p *part) *Sums { return &p.used })
		}
	}
	if known {
		return out, true
	}
	for _, leg := range plan.Legs(w, r.ID) {
		if v, said := leg.Get(plan.LegAmount.Field).(money.Ore); said && plan.LegYear.Get(leg) == int64(year) {
			at(home).cost.Untold += v
			known = true
		}
	}
	return out, known
}

// years are those that somebody has said an amount of for an insats, in order.
func years(w field.World, r *field.Record) (out []int) {
	for _, c := range economy.Rows(w, r.ID) {
		if economy.HasAmount(c) {
			out = append(out, int(economy.CostYear.Get(c)))
		}
	}
	for _, leg := range plan.Legs(w, r.ID) {
		if y := plan.LegYear.Get(leg); y != 0 && leg.Get(plan.LegAmount.Field) != nil {
			out = append(out, int(y))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// decidedLeg says that an etapp is decided of its own.
func decidedLeg(leg *field.Record) bool { return !plan.LegDecidedOn.Get(leg).IsZero() }

// standing parts what an insats in a stage costs a year into what is asked for and what is
// allotted. Where each year decides, an etapp is allotted when it is decided: those of the
// year part its cost by their amounts, and all of it is allotted where one doesn't say.
func (p part) standing(w field.World, r *field.Record, year int, s governance.Stage, decided func(leg *field.Record) bool) (asked, allotted Sums) {
	switch {
	case s == governance.Idea:
		return Sums{}, Sums{}
	case s.Undecided():
		return p.cost, Sums{}
	case !s.Live(): // what is spent is spent, and no more will be
		return Sums{}, p.used
	case !governance.Of(w).Framing.EachYear:
		return Sums{}, p.cost
	}
	var yes, no int64
	var ayes, noes, unsaid int
	for _, leg := range plan.Legs(w, r.ID) {
		if plan.LegYear.Get(leg) != int64(year) {
			continue
		}
		v, said := leg.Get(plan.LegAmount.Field).(money.Ore)
		if !said || v < 0 {
			unsaid++
		}
		if decided(leg) {
			yes, ayes = yes+int64(v), ayes+1
		} else {
			no, noes = no+int64(v), noes+1
		}
	}
	switch {
	case noes == 0 || ayes > 0 && (unsaid > 0 || yes+no == 0):
		return Sums{}, p.cost
	case ayes == 0:
		return p.cost, Sums{}
	}
	allotted, asked = p.cost.share([]int64{yes, no})
	return asked, allotted
}
