package intake_test

import (
	"strings"
	"testing"

	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/intake/intaketest"
)

// TestVATIsAskedAbout: amounts that a heading, or what stands over the headings, says have VAT in
// them aren't taken for amounts without.
func TestVATIsAskedAbout(t *testing.T) {
	for _, c := range []struct {
		over, heading, answer string
		want                  money.Ore
		asked                 bool
	}{
		{"", "Driftbudget 2027 inkl. moms", "", 0, true}, {"", "Driftbudget 2027 inkl. moms", "25", 360_00, true}, {"", "Driftbudget 2027 inkl. moms", "as_is", 450_00, true},
		{"", "Driftbudget 2027 exkl. moms", "", 450_00, false}, {"", "Driftbudget 2027", "", 450_00, false}, {"Belopp i kr, inklusive moms", "Driftbudget 2027", "25", 360_00, true},
		{"Belopp i kr, inkl moms", "Driftbudget 2027 exkl moms", "", 450_00, false}, {"Belopp i kr, exkl. moms", "Driftbudget 2027", "", 450_00, false},
	} {
		rows := []string{"System|" + c.heading, "Åkerbäret|450", "Odon|0"}
		if c.over != "" {
			rows = append([]string{c.over, ""}, rows...)
		}
		w, o := intaketest.New(), intake.Options{}
		if c.answer != "" {
			o.Answers = map[string]string{"vat": c.answer}
		}
		r := imported(t, w, book(table("Lista", rows...)), o)
		if got := budget(t, w, "Åkerbäret"); got != c.want || (len(r.Questions) > 0) != c.asked || (len(r.Errors) > 0) != (c.asked && c.answer == "") {
			t.Errorf("%s, %s, %q: %s kr, questions %v, errors %v", c.over, c.heading, c.answer, got.Exact(), r.Questions, r.Errors)
		}
	}
}

// TestACodeStringFillsItsParts: one that has more parts than the code string is told of.
func TestACodeStringFillsItsParts(t *testing.T) {
	w := intaketest.New()
	r := imported(t, w, book(table("System", "System|Beskrivning", "Åkerbäret|x", "Odon|y", "Hjortron|z"), table("Kostnader", "System|År|Drift/investering|Kodsträng|Budget", "Åkerbäret|2031|Drift|6541-100-4711|10", "Odon|2031|Drift|0640|20", "Hjortron|2031|Drift|1-2-3-4-5-6-7|30")), intake.Options{})
	var got []string
	for _, c := range w.All(economy.CostYear.Kind) {
		if economy.CostYear.Get(c) == 2031 {
			got = append(got, strings.Join([]string{w.Label(economy.CostOwner.Get(c)), economy.CostAccount.Get(c), economy.CostCentre.Get(c), economy.CostDoing.Get(c), economy.CostBudget.Get(c).Exact()}, " "))
		}
	}
	if s := strings.Join(got, "; "); s != "Åkerbäret 6541 100 4711 10; Odon 0640   20; Hjortron    30" {
		t.Errorf("%s; %v", s, r.Errors)
	}
	if len(r.Errors) != 1 || !strings.Contains(r.Errors[0].Message, "går inte att dela upp i Konto, Ansvar") {
		t.Errorf("told are %v", r.Errors)
	}
}
