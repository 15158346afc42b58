package economy

import (
	"math/big"

	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
)

// Shard is a part of an amount of a cost: what it goes to, and who pays it.
type Shard struct {
	To     field.ID // the owner, or what the owner's costs are passed on to; "" for none
	Unit   field.ID // the unit that To belongs to, "" for none
	Payer  field.ID // the unit that pays it, "" for none
	Amount money.Ore
}

// Parting is how a cost is parted: every amount of it in the same way.
type Parting struct {
	portions []Portion
	units    []field.ID // of the portions
	payers   []Payer    // nil: each portion is paid by its unit
}

// PartingOf says how a cost is parted: among what its owner's costs go to, and among the units
// that the row says pay it or, where it says none, those that they go to belong to.
func PartingOf(w field.World, c *field.Record) Parting {
	p := Parting{payers: Payers(w, c.ID)}
	owner := w.Get(CostOwner.Get(c))
	if owner == nil {
		p.portions, p.units = []Portion{{"", 1}}, []field.ID{""}
		return p
	}
	p.portions = Portions(w, owner)
	p.units = make([]field.ID, len(p.portions))
	for i, to := range p.portions {
		if r := w.Get(to.To); r != nil {
			p.units[i], _ = field.UnitOf(w, r)
		}
	}
	return p
}

// Of parts an amount, with no öre over. What each gets in all is what Split and Bearers say, and
// the shards of one cost stand in the same order whatever the amount.
func (p Parting) Of(amount money.Ore) []Shard {
	if len(p.portions) == 1 && p.payers == nil {
		return []Shard{{p.portions[0].To, p.units[0], p.units[0], amount}}
	}
	weights := make([]int64, len(p.portions))
	for i, to := range p.portions {
		weights[i] = to.Weight
	}
	parts := money.Split(amount, weights)
	if p.payers == nil {
		out := make([]Shard, len(parts))
		for i, v := range parts {
			out[i] = Shard{p.portions[i].To, p.units[i], p.units[i], v}
		}
		return out
	}
	shares := make([]int64, len(p.payers))
	for i, payer := range p.payers {
		shares[i] = payer.Share
	}
	var out []Shard
	for i, row := range cross(parts, money.Split(amount, shares), amount) {
		for j, v := range row {
			out = append(out, Shard{p.portions[i].To, p.units[i], p.payers[j].Unit, v})
		}
	}
	return out
}

// cross is a table whose rows and columns come to what is given, all of the same sign as their
// sum, and whose cells are in proportion as near as whole öre allow.
func cross(rows, columns []money.Ore, sum money.Ore) [][]money.Ore {
	out := make([][]money.Ore, len(rows))
	overRow, overColumn := make([]money.Ore, len(rows)), append([]money.Ore{}, columns...)
	for i := range rows {
		out[i], overRow[i] = make([]money.Ore, len(columns)), rows[i]
		for j := range columns {
			if sum == 0 {
				continue
			}
			v := new(big.Int).Mul(big.NewInt(int64(rows[i])), big.NewInt(int64(columns[j])))
			out[i][j] = money.Ore(v.Quo(v, big.NewInt(int64(sum))).Int64())
			overRow[i], overColumn[j] = overRow[i]-out[i][j], overColumn[j]-out[i][j]
		}
	}
	for i, j := 0, 0; i < len(rows) && j < len(columns); { // the öre that are over
		v := overRow[i]
		if overColumn[j].Abs() < v.Abs() {
			v = overColumn[j]
		}
		out[i][j], overRow[i], overColumn[j] = out[i][j]+v, overRow[i]-v, overColumn[j]-v
		if overRow[i] == 0 {
			i++
		} else {
			j++
		}
	}
	return out
}

// Lacks says that a row has no amount of a sort, and that the cost has none on months either.
func (n Count) Lacks(c *field.Record, amount field.MoneyField) bool {
	return c.Get(amount.Field) == nil && n.counts(c, amount.Field)
}

// Each are all cost rows of the years from first to last, 0 for no bound.
func Each(w field.World, first, last int) func(yield func(*field.Record) bool) {
	return Among(w.All(CostKind), first, last)
}

// Among are those of some cost rows that are of the years from first to last, 0 for no bound.
func Among(rows []*field.Record, first, last int) func(yield func(*field.Record) bool) {
	return func(yield func(*field.Record) bool) {
		for _, c := range rows {
			y := int(CostYear.Get(c))
			if (first == 0 || y >= first) && (last == 0 || y <= last) && !yield(c) {
				return
			}
		}
	}
}

// One tells which rows are of one cost: a year's row and its months give the same.
func One(w field.World) func(c *field.Record) any {
	n := Count{own: ownParts(w)}
	return func(c *field.Record) any { return n.same(c) }
}
