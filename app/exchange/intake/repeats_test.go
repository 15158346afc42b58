package intake_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/intake/intaketest"
)

// costs makes a list of costs of Ekot in 2027, one of each amount.
func costs(amounts ...int) []string {
	out := []string{"Gäller|År|Kostnadsslag|Budget"}
	for _, a := range amounts {
		out = append(out, fmt.Sprintf("Ekot|2027|Drift|#%d", a))
	}
	return out
}

func budgeted(w *intaketest.World) (sum money.Ore, n int) {
	for _, r := range w.All(economy.CostKind) {
		sum += economy.CostBudget.Get(r)
		n++
	}
	return sum, n
}

func TestEqualCostsAllCountAndNoneTwice(t *testing.T) {
	for _, c := range []struct {
		name          string
		first, second []int
		sum           money.Ore // of the second, in kronor
		fresh, change int       // of the second
	}{
		{"the same once more", []int{1000, 2000, 1000}, []int{1000, 2000, 1000}, 4000, 0, 0},
		{"in another order", []int{1000, 2000, 1000}, []int{1000, 1000, 2000}, 4000, 0, 0},
		{"one of two equal ones changed", []int{1000, 2000, 1000}, []int{1000, 2000, 1500}, 4500, 0, 1},
		{"one added between", []int{1000, 2000, 1000}, []int{1000, 500, 2000, 1000}, 4500, 1, 0},
		{"an equal one added", []int{1000, 1000}, []int{1000, 1000, 1000}, 3000, 1, 0},
		{"part of another list", []int{1000, 2000, 1000}, []int{2000}, 4000, 0, 0},
		{"one changed", []int{1000}, []int{1200}, 1200, 0, 1},
	} {
		w := intaketest.New()
		imported(t, w, book(table("s", "System|Leverantör", "Ekot|CGI")), intake.Options{})
		r := imported(t, w, book(table("k", costs(c.first...)...)), intake.Options{})
		if _, n := budgeted(w); r.New != len(c.first) || n != len(c.first) {
			t.Errorf("%s: %d new of %d", c.name, r.New, len(c.first))
		}
		r = imported(t, w, book(table("k", costs(c.second...)...)), intake.Options{})
		if sum, _ := budgeted(w); sum != c.sum*100 || r.New != c.fresh || r.Changed != c.change {
			t.Errorf("%s: %s kr, %d new, %d changed", c.name, sum.Exact(), r.New, r.Changed)
		}
	}
}

// What a new cost is where the list doesn't say is what the next reading looks for.
func TestCostsThatDontSayWhatTheyAreArentDoubled(t *testing.T) {
	for _, rows := range [][]string{
		{"Gäller|År|Budget", "Ekot|2027|#1000", "Ekot|2027|#1000"},
		{"Gäller|År|Kostnadsslag|Budget", "Ekot|2027||#1000", "Ekot|2027|Investering|#1000"},
		{"Gäller|Konto|År|Budget|Benämning", "Ekot|6540|2027|#1500|Licens", "Ekot|6540|2027|#1500|Licens", "Ekot|6541|2027|#1500|"},
	} {
		w := intaketest.New()
		imported(t, w, book(table("s", "System|Leverantör", "Ekot|CGI")), intake.Options{})
		imported(t, w, book(table("k", rows...)), intake.Options{})
		if r := imported(t, w, book(table("k", rows...)), intake.Options{}); r.New+r.Changed > 0 || r.Unchanged != len(rows)-1 {
			t.Errorf("%s: %d new, %d changed the second time", rows[0], r.New, r.Changed)
		}
	}
}

// Whatever the amounts, a list read once more changes nothing.
func TestAListOfCostsReadTwiceIsTheSame(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 30 {
		w := intaketest.New()
		imported(t, w, book(table("s", "System|Leverantör", "Ekot|CGI")), intake.Options{})
		var amounts []int
		want := 0
		for range 1 + rnd.IntN(12) {
			amounts = append(amounts, 100*rnd.IntN(4))
			want += amounts[len(amounts)-1]
		}
		b := book(table("k", costs(amounts...)...))
		imported(t, w, b, intake.Options{})
		rnd.Shuffle(len(amounts), func(i, j int) { amounts[i], amounts[j] = amounts[j], amounts[i] })
		r := imported(t, w, book(table("k", costs(amounts...)...)), intake.Options{})
		if sum, n := budgeted(w); sum != money.Ore(want*100) || n != len(amounts) || len(r.Changes) != 0 {
			t.Errorf("%v: %s kr in %d rows, %d changes the second time", amounts, sum.Exact(), n, len(r.Changes))
		}
	}
}

func TestEqualCostsOfSeveralSheetsAllCount(t *testing.T) {
	w := intaketest.New()
	imported(t, w, book(table("s", "System|Leverantör", "Ekot|CGI")), intake.Options{})
	b := book(table("Skolkontoret", costs(1000)...), table("Kulturkontoret", costs(1000, 300)...))
	for range 2 {
		r := imported(t, w, b, intake.Options{})
		if sum, n := budgeted(w); sum != 230000 || n != 3 {
			t.Fatalf("%s kr in %d rows: %v", sum.Exact(), n, r.Unread)
		}
	}
}

func TestARowThatSaysWhatAnotherDoesIsTold(t *testing.T) {
	w := intaketest.New()
	imported(t, w, book(table("s", "System|Leverantör", "Ekot|CGI")), intake.Options{})
	r := imported(t, w, book(table("k", costs(1000, 1000)...)), intake.Options{})
	if !strings.Contains(r.Rows[1].Reason, "båda räknas") {
		t.Errorf("%q", r.Rows[1].Reason)
	}
	r = imported(t, w, book(table("s", "System|Leverantör", "Ekot|CGI", "Ekot|CGI")), intake.Options{})
	if s := r.Skipped(); len(s) != 1 || s[0].Reason != "dubblett av rad 2" {
		t.Errorf("a system that is listed twice is one: %v", s)
	}
}
