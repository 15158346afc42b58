package plan_test

import (
	"strings"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/goal"
	"itportfoljen/app/plan"
)

func TestOtherDaysAreGivenAtOnce(t *testing.T) {
	on := date.Of
	p := apptest.Open(t)
	r := apptest.Add(t, p, plan.Kind, plan.Name, "Ny växel", plan.Start, on(2027, 1, 1), plan.End, on(2027, 6, 30))
	leg := apptest.Add(t, p, plan.LegKind, plan.LegName, "Etapp 1", plan.LegOf, r.ID, plan.LegFrom, on(2027, 1, 1))
	other := apptest.Add(t, p, goal.Kind, goal.Name, "Ett mål")
	for _, c := range []struct {
		name     string
		id       field.ID
		from, to date.Date
		label    string // "": nothing to do
		refused  string
	}{
		{"both", r.ID, on(2027, 2, 1), on(2027, 7, 31), "Tidplan för Ny växel", ""},
		{"the same", r.ID, on(2027, 2, 1), on(2027, 7, 31), "", ""},
		{"the end", r.ID, on(2027, 2, 1), on(2027, 8, 31), "Slut för Ny växel", ""},
		{"the start", r.ID, on(2027, 3, 1), on(2027, 8, 31), "Start för Ny växel", ""},
		{"one day", r.ID, on(2027, 3, 1), on(2027, 3, 1), "Slut för Ny växel", ""},
		{"no end", r.ID, on(2027, 3, 1), 0, "Slut för Ny växel", ""},
		{"backwards", r.ID, on(2027, 3, 1), on(2027, 2, 1), "", "Ny växel skulle sluta 2027-02-01, före dagen då den börjar, 2027-03-01. Inget har ändrats."},
		{"an etapp", leg.ID, on(2027, 2, 1), on(2027, 3, 31), "Tidplan för Etapp 1", ""},
		{"what has no days", other.ID, on(2027, 2, 1), on(2027, 3, 31), "", "har ingen tidplan"},
		{"gone", "finns inte", on(2027, 2, 1), on(2027, 3, 31), "", "finns inte längre"},
	} {
		tx := field.NewTx(p)
		label, err := plan.Reschedule(tx, c.id, c.from, c.to)
		if c.refused != "" {
			if err == nil || !strings.Contains(err.Error(), c.refused) || len(tx.Touched()) > 0 {
				t.Errorf("%s: %v, touched %v", c.name, err, tx.Touched())
			}
			continue
		}
		if err != nil || label != c.label {
			t.Fatalf("%s: %q, %v", c.name, label, err)
		}
		if label != "" {
			if _, err := p.Apply(t.Context(), label, tx.Changes()); err != nil {
				t.Fatalf("%s: %v", c.name, err)
			}
		}
	}
	if got := p.Get(r.ID); plan.Start.Get(got) != on(2027, 3, 1) || !plan.End.Get(got).IsZero() {
		t.Errorf("from %s to %s", plan.Start.Get(got), plan.End.Get(got))
	}
}
