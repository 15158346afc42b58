package money

import "math/big"

// Rounded are amounts as a table shows them in whole units, so that the rows come to the sum under
// them. Moved is the index of the row that took the difference that rounding made, −1 for none, and
// By how much it was changed.
type Rounded struct {
	Rows  []Ore // in whole units
	Sum   Ore
	Moved int
	By    Ore
}

// Tally rounds each of parts to whole units, and their sum, half away from zero. Where the rounded
// rows don't come to the rounded sum, the row that is largest, whatever its sign, takes the
// difference.
func Tally(parts []Ore, u Unit) Rounded {
	var sum Ore
	for _, v := range parts {
		sum += v
	}
	return TallyTo(parts, sum.Whole(u), u)
}

// TallyTo rounds as Tally does, to a sum that is shown already.
func TallyTo(parts []Ore, sum Ore, u Unit) Rounded {
	out := Rounded{Rows: make([]Ore, len(parts)), Sum: sum, Moved: -1}
	var shown Ore
	largest := -1
	for i, v := range parts {
		out.Rows[i] = v.Whole(u)
		shown += out.Rows[i]
		if largest < 0 || v.abs() > parts[largest].abs() {
			largest = i
		}
	}
	if sum != shown && largest >= 0 {
		out.Moved, out.By = largest, sum-shown
		out.Rows[largest] += out.By
	}
	return out
}

// Whole is the amount rounded to whole units, half away from zero.
func (o Ore) Whole(u Unit) Ore {
	p := Ore(pow10(u.exp10()))
	v := Ore(o.rounded(u.exp10())) * p
	if o < 0 {
		return -v
	}
	return v
}

// Tenths is a part of an amount in tenths of a per cent of the size of that, half away from zero;
// ok is false of nothing.
func Tenths(part, of Ore) (tenths int64, ok bool) {
	if of == 0 {
		return 0, false
	}
	size := new(big.Int).SetUint64(of.abs())
	n := new(big.Int).SetUint64(part.abs())
	n.Mul(n, big.NewInt(2000)).Add(n, size).Quo(n, size.Lsh(size, 1))
	if part < 0 {
		n.Neg(n)
	}
	return n.Int64(), true
}

// Even shows an amount in whole units, without naming the unit: "14 200", also below 10.
func (o Ore) Even(u Unit) string { return o.fixed(u.exp10(), 0) }
