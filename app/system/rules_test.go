package system_test

import (
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
)

var today = apptest.Today // 2026-11-21

func sys(p *app.Portfolio, puts ...any) *field.Record {
	return apptest.Record(p, system.Kind, append([]any{system.Name, "Provet"}, puts...)...)
}

func TestRolesStand(t *testing.T) {
	p := apptest.Empty(t)
	person := func(left date.Date) field.ID {
		return apptest.Add(t, p, org.PersonKind, org.PersonName, "Kim", org.PersonLeft, left).ID
	}
	here, leaves, left := person(0), person(today), person(today.AddDays(-1))
	type hs = []field.Holding
	for _, c := range []struct {
		name string
		hs   hs
		want bool // held
	}{
		{"nobody", nil, false},
		{"somebody", hs{{Person: here}}, true},
		{"whose last day is today", hs{{Person: leaves}}, true},
		{"who left yesterday", hs{{Person: left}}, false},
		{"one left, one here", hs{{Person: left}, {Person: here}}, true},
		{"held it till yesterday", hs{{Person: here, To: today.AddDays(-1)}}, false},
		{"holds it till today", hs{{Person: here, To: today}}, true},
		{"begins tomorrow", hs{{Person: here, From: today.AddDays(1)}}, false},
		{"isn't there", hs{{Person: "borta"}}, false},
	} {
		for _, state := range []string{"", "maintained", "developing", "phaseout", "planned", "retired"} {
			r := sys(p, system.Lifecycle, state, system.SystemOwner, c.hs)
			if got := field.Held(p, r, system.SystemOwner); got != c.want {
				t.Errorf("%s: held %v", c.name, got)
			}
			inService := state != "planned" && state != "retired"
			if system.InService(r) != inService {
				t.Errorf("%q in service: %v", state, system.InService(r))
			}
			if _, speaks := system.SystemOwner.Standing(p, r); speaks != (inService && !c.want) {
				t.Errorf("%s, %q: says it is missing: %v", c.name, state, speaks)
			}
		}
	}
}

func TestTIME(t *testing.T) {
	p := apptest.Empty(t)
	for _, c := range []struct {
		technical, functional string
		want                  field.Value
	}{
		{"high", "high", "invest"}, {"high", "low", "tolerate"}, {"low", "high", "migrate"}, {"low", "low", "eliminate"},
		{"", "high", nil}, {"low", "", nil}, {"", "", nil},
	} {
		r := sys(p, system.TechnicalFit, c.technical, system.FunctionalFit, c.functional)
		if got := system.TIME.Value(p, r, 0); got != c.want {
			t.Errorf("%s/%s is %v, want %v", c.technical, c.functional, got, c.want)
		}
	}
}
