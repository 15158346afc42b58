package agreement_test

import (
	"context"
	"strings"
	"testing"

	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
)

// TestWhatHasBecomeOfTheAgreements: each is told once, by what it covers, and one that is as it was isn't.
func TestWhatHasBecomeOfTheAgreements(t *testing.T) {
	p := apptest.Open(t)
	add := func(name string, puts ...any) field.ID {
		r := apptest.Add(t, p, agreement.Kind, append([]any{agreement.Name, name}, puts...)...)
		return r.ID
	}
	same := add("Som förut", agreement.State, agreement.Signed, agreement.End, date.Date(20281231))
	covering := add("Tecknas", agreement.State, agreement.Planned, agreement.End, date.Date(20281231))
	thing := apptest.Add(t, p, system.Kind, system.Name, "Växeln")
	apptest.Add(t, p, agreement.CoverKind, agreement.CoverOf, covering, agreement.Covered, thing.ID)
	given := add("Sägs upp", agreement.State, agreement.Signed, agreement.End, date.Date(20281231))
	ended := add("Avslutas", agreement.State, agreement.Signed)
	gone := add("Tas bort", agreement.State, agreement.Signed)
	then, err := p.At(context.Background(), p.Mark().Entry)
	if err != nil {
		t.Fatal(err)
	}
	apptest.Put(t, p, covering, agreement.State, agreement.Signed)
	apptest.Put(t, p, given, agreement.State, agreement.GivenUp)
	apptest.Put(t, p, ended, agreement.State, agreement.Concluded)
	apptest.Put(t, p, same, agreement.Number, "KS 2026/12")
	if _, err := p.Delete(context.Background(), []field.ID{gone}); err != nil {
		t.Fatal(err)
	}
	add("Ny", agreement.State, agreement.Signed)
	var said []string
	for _, c := range agreement.Since(then, p) {
		said = append(said, map[bool]string{true: "− ", false: "+ "}[c.Ended]+c.Name+": "+c.Said)
	}
	want := "+ Växeln: gäller, till 2028-12-31; − Sägs upp: uppsagt, till 2028-12-31; − Avslutas: avslutat, till 2026-11-21; + Ny: gäller; − Tas bort: borttaget ur registret"
	if got := strings.Join(said, "; "); got != want {
		t.Errorf("%s, not %s", got, want)
	}
}
