package org_test

import (
	"context"
	"strings"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// TestMove moves units about in a tree of a kommun with a förvaltning, in which there is an
// enhet with a grupp, and a bolag beside.
func TestMove(t *testing.T) {
	for _, c := range []struct {
		units, under string
		refused      string // a part of why
		label        string
	}{
		{"enhet", "bolag", "", "enhet flyttad till bolag"},
		{"enhet", "", "", "enhet flyttad överst"},
		{"enhet grupp", "bolag", "", "enhet flyttad till bolag"}, // the grupp goes along
		{"grupp bolag", "förvaltning", "", "2 enheter flyttade till förvaltning"},
		{"enhet", "enhet", "kan inte ligga under sig själv", ""},
		{"förvaltning", "grupp", "grupp ligger under förvaltning", ""},
		{"enhet", "förvaltning", "redan under förvaltning", ""},
		{"kommun", "", "redan överst", ""},
		{"enhet", "borta", "finns inte längre", ""},
	} {
		p := apptest.Open(t)
		ids := map[string]field.ID{"borta": "borta"}
		for _, u := range []struct{ name, under string }{{"kommun", ""}, {"förvaltning", "kommun"}, {"enhet", "förvaltning"}, {"grupp", "enhet"}, {"bolag", "kommun"}} {
			ids[u.name] = apptest.Add(t, p, org.UnitKind, org.UnitName, u.name, org.UnitParent, ids[u.under]).ID
		}
		var units []field.ID
		for _, name := range strings.Fields(c.units) {
			units = append(units, ids[name])
		}
		e, err := p.Do(context.Background(), org.Move{Units: units, Under: ids[c.under]}.Do)
		if c.refused != "" {
			if err == nil || !strings.Contains(err.Error(), c.refused) || !strings.Contains(err.Error(), "Inget har ändrats") {
				t.Errorf("%s to %s: %v", c.units, c.under, err)
			}
			continue
		}
		if err != nil || e.Label != c.label || org.UnitParent.Get(p.Get(units[0])) != ids[c.under] {
			t.Errorf("%s to %s: %q, %v", c.units, c.under, e.Label, err)
		}
		if c.units == "enhet grupp" && org.UnitParent.Get(p.Get(ids["grupp"])) != ids["enhet"] {
			t.Error("what lay under it was taken out of it")
		}
		if n := org.Along(p, ids["kommun"]); c.label == "enhet flyttad till bolag" && n != 4 {
			t.Errorf("%d units lie under the kommun", n)
		}
	}
}

func TestLeads(t *testing.T) {
	p := apptest.Open(t)
	unit := apptest.Add(t, p, org.UnitKind, org.UnitName, "Socialförvaltningen", org.UnitType, org.Administration).ID
	leads := func(want string) {
		t.Helper()
		as, who := org.Leads(p, unit)
		got := strings.TrimSpace(as + " " + strings.Join(field.Labels(p, who), ", "))
		if got != want {
			t.Errorf("led by %q, want %q", got, want)
		}
	}
	leads("")
	apptest.Add(t, p, org.PersonKind, org.PersonName, "Eva Dal", org.PersonTitle, "Enhetschef", org.PersonUnit, unit)
	apptest.Add(t, p, org.PersonKind, org.PersonName, "Ulf Ek", org.PersonTitle, "Biträdande förvaltningschef", org.PersonUnit, unit)
	leads("")
	apptest.Add(t, p, org.PersonKind, org.PersonName, "Kim By", org.PersonTitle, "Förvaltningschef", org.PersonUnit, unit, org.PersonLeft, lastWeek)
	leads("")
	apptest.Add(t, p, org.PersonKind, org.PersonName, "Bo Alm", org.PersonTitle, "Tf förvaltningschef", org.PersonUnit, unit)
	leads("Tf förvaltningschef Bo Alm")
	anna := p.Named(org.PersonKind, "Anna Ek")[0].ID
	apptest.Add(t, p, org.AppointmentKind, org.AppointmentRole, "Förvaltningschef", org.AppointmentUnit, unit, org.AppointmentHolder, []field.Holding{{Person: anna}})
	leads("Förvaltningschef Anna Ek")
}
