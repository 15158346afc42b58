package money_test

import (
	"math/rand/v2"
	"testing"

	"itportfoljen/app/base/money"
)

func TestRowsComeToTheirSum(t *testing.T) {
	tkr := func(n money.Ore) money.Ore { return n * 1000_00 }
	for _, c := range []struct {
		parts []money.Ore
		want  []money.Ore // in tkr
		sum   money.Ore
		moved int
	}{
		{nil, nil, 0, -1},
		{[]money.Ore{500_00}, []money.Ore{1}, 1, -1},
		{[]money.Ore{400_00, 400_00}, []money.Ore{1, 0}, 1, 0},
		{[]money.Ore{1_500_00, 2_500_00}, []money.Ore{2, 2}, 4, 1},
		{[]money.Ore{-1_500_00, -2_500_00}, []money.Ore{-2, -2}, -4, 1},
		{[]money.Ore{1_500_00, -1_500_00}, []money.Ore{2, -2}, 0, -1},
		{[]money.Ore{10_499_99, 20_000_00}, []money.Ore{10, 20}, 30, -1},
	} {
		got := money.Tally(c.parts, money.Tkr)
		if got.Sum != tkr(c.sum) || got.Moved != c.moved {
			t.Errorf("%v: sum %v, row %d moved", c.parts, got.Sum, got.Moved)
		}
		for i, v := range c.want {
			if got.Rows[i] != tkr(v) {
				t.Errorf("%v: row %d is %s", c.parts, i, got.Rows[i].Kr())
			}
		}
	}
	rng := rand.New(rand.NewPCG(3, 3))
	for range 2000 {
		parts := make([]money.Ore, 1+rng.IntN(9))
		var exact money.Ore
		for i := range parts {
			parts[i] = money.Ore(rng.Int64N(2_000_000_00) - 700_000_00)
			exact += parts[i]
		}
		for _, u := range []money.Unit{money.Kr, money.Tkr, money.Mnkr} {
			got := money.Tally(parts, u)
			var sum money.Ore
			for i, v := range got.Rows {
				sum += v
				if i != got.Moved && v != parts[i].Whole(u) {
					t.Fatalf("%v: row %d is %v", parts, i, v)
				}
			}
			if sum != got.Sum || sum != exact.Whole(u) {
				t.Fatalf("%v: rows come to %v, the sum is %v", parts, sum, got.Sum)
			}
		}
	}
}
