package years

import (
	"cmp"
	"math/big"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
)

var errIndex = fault.New(fault.Invalid, "Uppräkningen ska vara mellan −100 och 1 000 %. Inget har ändrats. Skriv till exempel 3,5.")

// indexable says that so many hundredths of a per cent may be added to an amount.
func indexable(index int64) bool { return index >= -100_00 && index <= 1000_00 }

// ReadIndex reads how much is added as people write it, "3,5" or "−2 %", in hundredths of a per
// cent. Faults: Invalid.
func ReadIndex(w field.World, s string) (int64, error) {
	v, _, err := economy.PayerShare.Parse(w, s, money.Kr)
	n, ok := v.(int64)
	if err != nil || !ok || !indexable(n) {
		return 0, errIndex
	}
	return n, nil
}

// Indexed is an amount with so many hundredths of a per cent more, in whole so many kronor: half
// of one is away from zero. What is more than any amount may be is the most that one may.
func Indexed(v money.Ore, index, round int64) money.Ore {
	unit := big.NewInt(cmp.Or(round, 1) * 100 * 100_00)
	n := new(big.Int).Mul(big.NewInt(int64(v)), big.NewInt(100_00+index))
	down := n.Sign() < 0
	n.Abs(n)
	n.Add(n, new(big.Int).Rsh(unit, 1)).Quo(n, unit)
	n.Mul(n, big.NewInt(cmp.Or(round, 1)))
	if !n.IsInt64() {
		n.SetInt64(1<<63 - 1)
	}
	if down {
		n.Neg(n)
	}
	return money.FromKronor(n.Int64())
}
