package money_test

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
)

// sp writes the spaces of expected texts as the program does.
func sp(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") }

func TestParse(t *testing.T) {
	for _, c := range []struct {
		in   string
		bare money.Unit
		want money.Ore
	}{
		{"0", money.Kr, 0},
		{"-0", money.Kr, 0},
		{"1 234,50", money.Kr, 123450},
		{"1\u00a0234,50", money.Kr, 123450},
		{"1\u202f234,50", money.Kr, 123450},
		{"1\u2009234\u2009567", money.Kr, 123456700},
		{"1'234.50", money.Kr, 123450},
		{"1234.5", money.Kr, 123450},
		{"1234.50", money.Kr, 123450},
		{"1.234,50", money.Kr, 123450},
		{"1,234.50", money.Kr, 123450},
		{"1.234.567", money.Kr, 123456700},
		{"1,234,567.5", money.Kr, 123456750},
		{".5", money.Kr, 50},
		{"0,125", money.Tkr, 12500},
		{"1,234", money.Tkr, 123400},
		{"1.234", money.Tkr, 123400},
		{"12 tkr", money.Kr, 1200000},
		{"12tkr", money.Kr, 1200000},
		{"12 TKR.", money.Kr, 1200000},
		{"12 kkr", money.Kr, 1200000},
		{"12 tusen kronor", money.Kr, 1200000},
		{"1,5 mnkr", money.Kr, 150000000},
		{"1,5 Mkr", money.Kr, 150000000},
		{"1,5 msek", money.Kr, 150000000},
		{"1,5 miljoner", money.Kr, 150000000},
		{"2 miljoner kronor", money.Kr, 200000000},
		{"1,25 mdkr", money.Kr, 125000000000},
		{"123 456 kr", money.Mnkr, 12345600},
		{"123 456 kronor", money.Tkr, 12345600},
		{"SEK 1 234", money.Tkr, 123400},
		{"1 234 SEK", money.Tkr, 123400},
		{"kr 500", money.Tkr, 50000},
		{"60 000:-", money.Kr, 6000000},
		{"60 000 :-", money.Kr, 6000000},
		{"60 000,-", money.Kr, 6000000},
		{"60 000:–", money.Kr, 6000000},
		{"500", money.Tkr, 50000000},
		{"1,5", money.Mnkr, 150000000},
		{"(500)", money.Kr, -50000},
		{"(1,5 mnkr)", money.Kr, -150000000},
		{"-280", money.Kr, -28000},
		{"\u2212280", money.Kr, -28000},
		{"– 280 kr", money.Kr, -28000},
		{"kr -280", money.Kr, -28000},
		{"+25", money.Kr, 2500},
		{" 25\n", money.Kr, 2500},
		{"1.5E+06", money.Kr, 150000000},
		{"1e3", money.Kr, 100000},
		{"1.25e-2", money.Tkr, 1250},
		{"1234.5600000000002", money.Kr, 123456},
		{"3333.3333333333335", money.Kr, 333333},
		{"-0.1250000000000001", money.Kr, -13},
		{"0.0049999999", money.Kr, 0},
		{"0.0050000000", money.Kr, 1},
		{"12,3450000", money.Kr, 1235},
		{"1,500000", money.Kr, 150},
		{"1.23456789", money.Mnkr, 123456789},
		{"100000000000", money.Kr, money.Most},
		{"-100 000 mnkr", money.Kr, -money.Most},
		{"000000000000000000000000000001", money.Kr, 100},
	} {
		if got, err := money.Parse(c.in, c.bare); err != nil || got != c.want {
			t.Errorf("Parse(%q, %v) = %d, %v; want %d", c.in, c.bare, got, err, c.want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, in := range []string{
		"", "  ", "kr", "tkr", "-", "()", ":-", "abc", "12 abc", "12 EUR", "12 %", "1,5 m", "ca 500", "1 eller 2", "=1+1", "#N/A",
		"12,345", "1.234", "12.500", "1.234 tkr", "10.000 tkr", // thousands or decimals?
		"1234,567", "0,001", "0,123456", // parts of an öre
		"12 34", "1 2345", "1234 567", "1,23,45", "1.2.3", "1,234.567,8", "1 234.567 890", "1 234'567", "1 234, 50",
		"5,", "5.", ",", "--5", "+-5", "-5 -", "500-", "(-5)", "1e", "1e99", "1 2e3", "e5", "1e5e5",
		"92233720368547758,08", "-92233720368547758,09", "184467440737095516,15", "18446744073709551615,99999999", "1e30",
		"99999999999999999999999999", "999999999999 mnkr", "١٢٣", "½", strings.Repeat("9", 200), "2026-03-01", "kr kr 5",
	} {
		got, err := money.Parse(in, money.Kr)
		if err == nil {
			t.Errorf("Parse(%q) = %d, want an error", in, got)
			continue
		}
		if fault.CodeOf(err) != fault.Invalid || !strings.HasSuffix(err.Error(), ".") {
			t.Errorf("Parse(%q): %q, code %v", in, err, fault.CodeOf(err))
		}
	}
	if _, err := money.Parse("tolv kronor", money.Kr); !strings.Contains(err.Error(), "”tolv kronor”") {
		t.Errorf("the error doesn't quote the text: %q", err)
	}
}

func TestShow(t *testing.T) {
	for _, c := range []struct {
		name string
		got  string
		want string
	}{
		{"Kr", money.Ore(123456700).Kr(), sp("1 234 567")},
		{"Kr rounds", money.Ore(150).Kr(), "2"},
		{"Kr rounds away", money.Ore(-150).Kr(), "−2"},
		{"Kr no minus zero", money.Ore(-49).Kr(), "0"},
		{"Kr lowest", money.Ore(math.MinInt64).Kr(), sp("−92 233 720 368 547 758")},
		{"Exact", money.Ore(123456750).Exact(), sp("1 234 567,50")},
		{"Exact whole", money.Ore(-100).Exact(), "−1"},
		{"Exact small", money.Ore(-5).Exact(), "−0,05"},
		{"Decimal", money.Ore(123456750).Decimal(), "1234567.50"},
		{"Decimal negative", money.Ore(-5).Decimal(), "-0.05"},
		{"Decimal zero", money.Ore(0).Decimal(), "0.00"},
		{"In kr", money.Ore(123450).In(money.Kr), sp("1 235")},
		{"In tkr", money.FromKronor(850_499).In(money.Tkr), "850"},
		{"In tkr thousands", money.FromKronor(1_850_500).In(money.Tkr), sp("1 851")},
		{"In tkr small", money.FromKronor(-1_250).In(money.Tkr), "−1,3"},
		{"In tkr almost ten", money.FromKronor(9_960).In(money.Tkr), "10"},
		{"In tkr zero", money.Ore(0).In(money.Tkr), "0"},
		{"In mnkr", money.FromKronor(14_150_000).In(money.Mnkr), "14,2"},
		{"In mnkr small", money.FromKronor(40_000).In(money.Mnkr), "0,0"},
		{"In mnkr small negative", money.FromKronor(-40_000).In(money.Mnkr), "0,0"},
		{"In mnkr large", money.FromKronor(1_234_560_000).In(money.Mnkr), sp("1 234,6")},
		{"Short mnkr", money.FromKronor(14_200_000).Short(), sp("14,2 mnkr")},
		{"Short tkr", money.FromKronor(850_000).Short(), sp("850 tkr")},
		{"Short tkr nearly mnkr", money.FromKronor(999_600).Short(), sp("1,0 mnkr")},
		{"Short kr", money.FromKronor(90).Short(), sp("90 kr")},
		{"Short kr thousands", money.FromKronor(-9_999).Short(), sp("−9 999 kr")},
		{"Short nearly ten tkr", money.Ore(999_960).Short(), sp("10 tkr")},
		{"Short zero", money.Ore(0).Short(), sp("0 kr")},
		{"Signed plus", money.FromKronor(25_000).Signed(money.Tkr), "+25"},
		{"Signed minus", money.FromKronor(-280_000).Signed(money.Tkr), "−280"},
		{"Signed zero", money.Ore(0).Signed(money.Tkr), "0"},
		{"Signed nearly zero", money.Ore(-4).Signed(money.Mnkr), "0"},
		{"FromKronor bound", money.FromKronor(math.MaxInt64).Kr(), sp("92 233 720 368 547 758")},
		{"Unit", money.Mnkr.String() + money.Tkr.String() + money.Kr.String(), "mnkrtkrkr"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
}

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		total   money.Ore
		weights []int64
		want    []money.Ore
	}{
		{100, nil, nil},
		{100, []int64{1, 1, 1}, []money.Ore{34, 33, 33}},
		{-100, []int64{1, 1, 1}, []money.Ore{-34, -33, -33}},
		{100, []int64{0, 1}, []money.Ore{0, 100}},
		{101, []int64{0, 0}, []money.Ore{51, 50}},
		{10, []int64{-5, 1, 1}, []money.Ore{0, 5, 5}},
		{1000, []int64{333, 333, 334}, []money.Ore{333, 333, 334}},
		{10, []int64{6, 3, 1, 1}, []money.Ore{5, 3, 1, 1}},
		{math.MinInt64, []int64{1}, []money.Ore{math.MinInt64}},
		{math.MaxInt64, []int64{math.MaxInt64, math.MaxInt64}, []money.Ore{1 << 62, 1<<62 - 1}},
	} {
		got := money.Split(c.total, c.weights)
		if len(got) != len(c.want) {
			t.Errorf("Split(%d, %v) = %v", c.total, c.weights, got)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("Split(%d, %v) = %v, want %v", c.total, c.weights, got, c.want)
				break
			}
		}
	}
}

func TestSplitLeavesNothingOver(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		total, weights := money.Ore(r.Uint64()), make([]int64, 1+r.IntN(30))
		for i := range weights {
			weights[i] = int64(r.Uint64()) >> r.IntN(64)
		}
		sum := money.Ore(0)
		for _, p := range money.Split(total, weights) {
			sum += p
			if p != 0 && p < 0 != (total < 0) {
				t.Fatalf("Split(%d, %v) has a part with the wrong sign: %d", total, weights, p)
			}
		}
		if sum != total {
			t.Fatalf("Split(%d, %v) sums to %d", total, weights, sum)
		}
	}
}

func TestShownAmountsReadBack(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 5000 {
		o := money.Ore(int64(r.Uint64())>>r.IntN(64)) % money.Most
		for _, s := range []string{o.Exact(), o.Decimal(), o.Exact() + " kr", o.Exact() + ":-"} {
			if got, err := money.Parse(s, money.Kr); err != nil || got != o {
				t.Fatalf("%d is shown as %q, which reads as %d, %v", o, s, got, err)
			}
		}
		if _, err := money.Parse(o.Short(), money.Kr); err != nil {
			t.Fatalf("%d is shown as %q: %v", o, o.Short(), err)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"1 234,50", "12 tkr", "(1.234.567,89)", "60 000:-", "1.5e-7", "−1", "SEK 5", "0.00000001"} {
		f.Add(s, 0)
	}
	f.Fuzz(func(t *testing.T, s string, bare int) {
		o, err := money.Parse(s, money.Unit(bare))
		if err != nil {
			if fault.CodeOf(err) != fault.Invalid || err.Error() == "" {
				t.Fatalf("%q: %v", s, err)
			}
			return
		}
		if again, err := money.Parse(o.Exact(), money.Kr); err != nil || again != o {
			t.Fatalf("%q is %d, shown as %q, which reads as %d, %v", s, o, o.Exact(), again, err)
		}
	})
}
