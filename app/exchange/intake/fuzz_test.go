package intake_test

import (
	"slices"
	"strings"
	"testing"

	"itportfoljen/app/base/fuzztest"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/intake/intaketest"
)

// FuzzPlan reads any table at all: every row is accounted for, the changes can
// be carried out, and doing it again changes nothing.
func FuzzPlan(f *testing.F) {
	fuzztest.Brief(f)
	for _, seed := range []string{
		"Namn|Organisation|Systemägare|Leverantör|Driftbudget|Anteckningar\nA|X / Y|Åsa Ek <a@x.se>|cgi|12 tkr|x\nA|X|Ek, Åsa|CGI|1|-",
		"Belopp i tkr\nNr|Insats|Beställare|Status|Berörda system|Drift 2027|Nytta per år\nX\n1|B|X|Pågår|A; C|#75.25|svårvärderad\nSumma|||||#75",
		"Namn|E-post|Enhet\nÅsa Ek|a@x|Y\nÅsa Ek||\nEk, Åsa|b@x|Y / Z",
		"Enhet|Hör till|Slag\nA / B|C|\nB|A|Bolag\nB||",
		"Gäller|År|Typ|Budget\nA|2027|drift|#5\nA|2027|drift|#6",
		"Namn|K|R|T|S|Avtal till|Användare|Avvecklingsår\nA|3 (x)|K2|9|#N/A|tills vidare|ca 40|9999",
		"Namn|Namn|Namn\n|\n||x\nx|x|x",
		"Namn|E-post|Enhet\nÅs Ek|a@x|Y\nÅs Ek||",
	} {
		f.Add(seed, true)
		f.Add(seed, false)
	}
	f.Fuzz(func(t *testing.T, s string, keep bool) {
		if len(s) > 2000 || strings.ContainsRune(s, '\r') {
			return
		}
		w := intaketest.New()
		w.Apply(t, planned(t, w, book(table("s", "Namn|Organisation|Systemägare", "A|X|Åsa Ek", "A|Y|Bo Berg <b@x>", "C||")), intake.Options{}).Changes)
		b := book(table("s", strings.Split(s, "\n")...))
		o := intake.Options{KeepUnmatched: keep}
		r, err := intake.Plan(t.Context(), w, b, o, nil)
		if err != nil {
			return
		}
		if r.RowsRead != r.New+r.Changed+r.Unchanged+len(r.Skipped()) || r.RowsRead != len(r.Rows) {
			t.Errorf("%d rows read, %d new, %d changed, %d unchanged, %d skipped", r.RowsRead, r.New, r.Changed, r.Unchanged, len(r.Skipped()))
		}
		for _, row := range r.Skipped() {
			if row.Reason == "" {
				t.Errorf("row %d is skipped without a reason", row.Number)
			}
		}
		w.Apply(t, r.Changes)
		again, err := intake.Plan(t.Context(), w, b, o, nil)
		alike := err == nil && again.Kind == r.Kind && again.HeaderRow == r.HeaderRow && slices.Equal(keys(again), keys(r))
		if alike && (again.New != 0 || again.Changed != 0 || len(again.Changes) != 0) {
			t.Errorf("a second import: %d new, %d changed, %d changes", again.New, again.Changed, len(again.Changes))
			for _, c := range again.Changes {
				if c.Field != nil {
					t.Logf("%s.%s: %q → %q", c.Kind.Name, c.Field.Key, c.Before, c.After)
				} else {
					t.Logf("%s %s", c.Kind.Name, c.Record.Name())
				}
			}
		}
	})
}
