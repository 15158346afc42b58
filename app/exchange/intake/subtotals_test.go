package intake_test

import (
	"strings"
	"testing"

	"itportfoljen/app/base/money"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/intake/intaketest"
	"itportfoljen/app/system"
)

// A unit above its systems with their sum beside it is no system, and adds nothing.
func TestGroupHeadingsWithSums(t *testing.T) {
	heads := "System|Leverantör|Driftbudget 2027|Driftutfall 2025"
	for _, c := range []struct {
		name string
		rows []string
		want string // systems with their units
		sum  int64  // kronor
		told bool
	}{
		{"sums above their rows", []string{"Kulturkontoret||#300|#30", "Ekot|CGI|#100|#10", "Kart|CGI|#200|#20", "Tekniska förvaltningen||#50|", "Bygg|CGI|#50|", "Totalt||#350|#30"},
			"Ekot: Kulturkontoret, Kart: Kulturkontoret, Bygg: Tekniska förvaltningen", 350, false},
		{"one with a count", []string{"Kulturkontoret (2 st)||#300|", "Ekot|CGI|#100|", "Kart|CGI|#200|"}, "Ekot: Kulturkontoret, Kart: Kulturkontoret", 300, false},
		{"amounts that don't tie", []string{"Kulturkontoret||#310|", "Ekot|CGI|#100|", "Kart|CGI|#200|", "Tekniska förvaltningen||#60|", "Bygg|CGI|#50|"},
			"Kulturkontoret, Ekot, Kart, Tekniska förvaltningen, Bygg", 720, true},
		{"a system that has more to say", []string{"Skolskjutskontoret|CGI|#300|", "Ekot|CGI|#100|", "Kart|CGI|#200|"}, "Skolskjutskontoret, Ekot, Kart", 600, false},
		{"a name that is no unit's", []string{"Lyran||#300|", "Ekot|CGI|#100|", "Kart|CGI|#200|"}, "Lyran, Ekot, Kart", 600, false},
	} {
		w := intaketest.New()
		b := book(table("Alla", append([]string{heads}, c.rows...)...))
		r := imported(t, w, b, intake.Options{})
		var sum money.Ore
		for _, s := range w.All(system.Kind) {
			if v, ok := system.OperationsBudget.Value(w, s, 2027).(money.Ore); ok {
				sum += v
			}
		}
		told := false
		for _, m := range r.Remarks {
			told = told || strings.Contains(m.Message, "inte deras summa")
		}
		if got := unitsOf(w); got != c.want || sum != money.FromKronor(c.sum) || told != c.told {
			t.Errorf("%s: %s, %s kr, told %v", c.name, got, sum.Exact(), r.Remarks)
		}
		if r := imported(t, w, b, intake.Options{}); len(r.Changes) > 0 {
			t.Errorf("%s: read again it changes %d", c.name, len(r.Changes))
		}
	}
}
