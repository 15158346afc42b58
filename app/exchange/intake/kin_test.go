package intake_test

import (
	"strings"
	"testing"

	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/intake/intaketest"
	"itportfoljen/app/field"
	"itportfoljen/app/policy"
)

// TestRowsMayNameEachOther: what a row names may be made by a row below it, and what isn't
// in the list at all is told.
func TestRowsMayNameEachOther(t *testing.T) {
	w := intaketest.New()
	rows := []string{"Styrdokument|Ersätter|Diarienummer", "Riktlinjer 2027|Riktlinjer 2024|KS 1", "Riktlinjer 2024|Riktlinjer 2021; Rutin|KS 2", "Riktlinjer 2021||KS 3", "Handbok|Borta|KS 4"}
	r := planned(t, w, book(table("Styrdokument", rows...)), intake.Options{})
	if r.Kind != policy.Kind || r.New != 4 || r.Changed != 0 {
		t.Fatalf("%s, %d new, %d changed", r.Kind.Name, r.New, r.Changed)
	}
	name, replaces := map[field.ID]string{}, map[string]string{}
	for _, c := range r.Changes {
		if c.Op == field.Create {
			name[c.ID] = c.Record.Name()
		}
	}
	for _, c := range r.Changes {
		for _, id := range policy.Replaces.Get(c.Record) {
			replaces[c.Record.Name()] += name[id]
		}
	}
	if len(replaces) != 2 || replaces["Riktlinjer 2027"] != "Riktlinjer 2024" || replaces["Riktlinjer 2024"] != "Riktlinjer 2021" {
		t.Errorf("replaces %q", replaces)
	}
	var told []string
	for _, e := range r.Errors {
		told = append(told, e.Value)
	}
	if got := strings.Join(told, ", "); got != "Rutin, Borta" {
		t.Errorf("told of %q", got)
	}
}
