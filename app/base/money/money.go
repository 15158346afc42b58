// Package money holds amounts as whole öre, reads them as people write them
// and shows them as Swedish readers expect. No floating point anywhere.
package money

import (
	"math/big"
	"math/bits"
	"slices"
	"strconv"
)

// Ore is an amount in öre, 1/100 krona.
type Ore int64

// Most is the largest amount that people may write, a hundred thousand million
// kronor, up or down: more than any municipality has, and so little that the
// sum of half a million such amounts still fits.
const Most Ore = 100_000_000_000_00

// Unit is what an amount is shown or typed in.
type Unit int

// The units.
const (
	Kr   Unit = iota // kronor
	Tkr              // thousands of kronor
	Mnkr             // millions of kronor
)

// String is the unit as it is written after an amount.
func (u Unit) String() string {
	switch u {
	case Tkr:
		return "tkr"
	case Mnkr:
		return "mnkr"
	}
	return "kr"
}

// exp10 is how many tens of öre make one of the unit, as a power of ten.
func (u Unit) exp10() int {
	switch u {
	case Tkr:
		return 5
	case Mnkr:
		return 8
	}
	return 2
}

const (
	nbsp  = "\u00a0"
	minus = "\u2212"
)

// FromKronor is k whole kronor. Amounts beyond ±92 233 720 368 547 758 kr
// don't fit and are held at that bound.
func FromKronor(k int64) Ore {
	const most = (1<<63 - 1) / 100
	return Ore(min(max(k, -most), most) * 100)
}

// Kr shows whole kronor, rounded half away from zero: "1 234 567".
func (o Ore) Kr() string { return o.fixed(2, 0) }

// Exact shows kronor with öre when there are any: "1 234 567,50".
func (o Ore) Exact() string {
	if o%100 == 0 {
		return o.fixed(2, 0)
	}
	return o.fixed(2, 2)
}

// In shows the amount in a unit, without naming it: whole kronor; whole tkr,
// but one decimal below 10 tkr; mnkr with one decimal: "14,2". Nothing at all
// is "0".
func (o Ore) In(u Unit) string {
	switch {
	case o == 0:
		return "0"
	case u == Tkr && o.rounded(4) < 100: // below 10,0 tkr also once rounded
		return o.fixed(5, 1)
	case u == Mnkr:
		return o.fixed(8, 1)
	}
	return o.fixed(u.exp10(), 0)
}

// Short shows the amount with the unit that suits its size, kr below 10 000 kr
// and mnkr from a million, and U+00A0 before the unit: "14,2 mnkr", "850 tkr",
// "90 kr".
func (o Ore) Short() string {
	u := Mnkr
	switch {
	case o.rounded(2) < 10_000:
		u = Kr
	case o.rounded(5) < 1000:
		u = Tkr
	}
	return o.In(u) + nbsp + u.String()
}

// Decimal is the amount in kronor for machines, always with two decimals:
// "-1234567.50".
func (o Ore) Decimal() string {
	m := o.abs()
	s := strconv.FormatUint(m/100, 10) + "." + pad(m%100, 2)
	if o < 0 {
		return "-" + s
	}
	return s
}

// Signed is In with "+" before amounts above zero, for variances; what rounds
// to nothing is "0".
func (o Ore) Signed(u Unit) string {
	s := o.In(u)
	if s == "0" || s == "0,0" {
		return "0"
	}
	if o > 0 {
		return "+" + s
	}
	return s
}

// fixed shows o in the unit of 10^exp öre with so many decimals, rounded half
// away from zero. Minus isn't written before what rounds to zero.
func (o Ore) fixed(exp, decimals int) string {
	n := o.rounded(exp - decimals)
	scale := pow10(decimals)
	s := group(strconv.FormatUint(n/scale, 10))
	if decimals > 0 {
		s += "," + pad(n%scale, decimals)
	}
	if o < 0 && n != 0 {
		s = minus + s
	}
	return s
}

// rounded is |o| in whole 10^exp öre, rounded half up.
func (o Ore) rounded(exp int) uint64 {
	p := pow10(exp)
	m := o.abs()
	n := m / p
	if m%p >= p-p/2 && p > 1 {
		n++
	}
	return n
}

// Abs is the amount without its sign.
func (o Ore) Abs() Ore { return max(o, -o) }

// abs is |o|, right also for the lowest amount.
func (o Ore) abs() uint64 {
	if o < 0 {
		return -uint64(o)
	}
	return uint64(o)
}

func pow10(n int) uint64 {
	p := uint64(1)
	for range n {
		p *= 10
	}
	return p
}

// pad writes n with at least so many digits.
func pad(n uint64, digits int) string {
	s := strconv.FormatUint(n, 10)
	for len(s) < digits {
		s = "0" + s
	}
	return s
}

// group puts U+00A0 between thousands.
func group(digits string) string {
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + nbsp + digits[i:]
	}
	return digits
}

// Split shares total by weights with the largest remainder method, so that the
// parts sum to exactly total; of equal remainders the earlier part gets the
// öre. Negative weights count as zero; when no weight is above zero the shares
// are equal. Without weights there are no parts: nil.
func Split(total Ore, weights []int64) []Ore {
	if len(weights) == 0 {
		return nil
	}
	w, sum := shares(weights)
	parts := make([]Ore, len(w))
	rests := make([]*big.Int, len(w))
	order := make([]int, len(w))
	left := total.abs()
	whole := new(big.Int).SetUint64(left)
	for i := range w {
		q, r := new(big.Int).QuoRem(new(big.Int).Mul(whole, w[i]), sum, new(big.Int))
		parts[i], rests[i], order[i] = Ore(q.Uint64()), r, i
		left -= q.Uint64()
	}
	slices.SortStableFunc(order, func(a, b int) int { return rests[b].Cmp(rests[a]) })
	for _, i := range order[:left] { // fewer öre are left than there are parts
		parts[i]++
	}
	if total < 0 {
		for i := range parts {
			parts[i] = -parts[i]
		}
	}
	return parts
}

// shares gives the weights to use and their sum, which is above zero.
func shares(weights []int64) ([]*big.Int, *big.Int) {
	w, sum := make([]*big.Int, len(weights)), new(big.Int)
	for i, x := range weights {
		w[i] = big.NewInt(max(x, 0))
		sum.Add(sum, w[i])
	}
	if sum.Sign() == 0 {
		for i := range w {
			w[i] = big.NewInt(1)
		}
		sum.SetInt64(int64(len(w)))
	}
	return w, sum
}

// times multiplies and says whether the product fits.
func times(a, b uint64) (uint64, bool) {
	hi, lo := bits.Mul64(a, b)
	return lo, hi == 0
}
