package org_test

import (
	"strings"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

func TestTheTree(t *testing.T) {
	p := apptest.Empty(t)
	unit := func(name, typ string, parent field.ID) field.ID {
		return apptest.Add(t, p, org.UnitKind, org.UnitName, name, org.UnitType, typ, org.UnitParent, parent).ID
	}
	top := unit("Ekvalla", "group", "")
	board := unit("Vårdnämnden", "board", top)
	office := unit("Vårdförvaltningen", "administration", board)
	section := unit("Hemtjänst", "section", office)
	team := unit("Norr", "section", section)
	company := unit("Ekvalla Energi AB", "company", top)
	loose := unit("Projektet", "section", "")
	for _, c := range []struct {
		id    field.ID
		path  string
		level field.ID
		under []field.ID // of all these
	}{
		{top, "Ekvalla", top, []field.ID{top}},
		{board, "Ekvalla / Vårdnämnden", board, []field.ID{top, board}},
		{office, "Ekvalla / Vårdnämnden / Vårdförvaltningen", office, []field.ID{top, board, office}},
		{team, "Ekvalla / Vårdnämnden / Vårdförvaltningen / Hemtjänst / Norr", office, []field.ID{top, board, office, section, team}},
		{company, "Ekvalla / Ekvalla Energi AB", company, []field.ID{top, company}},
		{loose, "Projektet", loose, []field.ID{loose}},
		{"borta", "", "borta", []field.ID{"borta"}},
		{"", "", "", nil},
	} {
		if got := org.Path(p, c.id); got != c.path {
			t.Errorf("path %q, want %q", got, c.path)
		}
		if got := org.Level(p, c.id); got != c.level {
			t.Errorf("%s: level %q, want %q", c.path, p.Label(got), p.Label(c.level))
		}
		var under []field.ID
		for _, u := range []field.ID{top, board, office, section, team, company, loose, "borta"} {
			if org.Within(p, c.id, u) {
				under = append(under, u)
			}
		}
		if len(under) != len(c.under) {
			t.Errorf("%s lies under %d units, want %d", c.path, len(under), len(c.under))
		}
	}
}

func TestGuessType(t *testing.T) {
	for names, want := range map[string]string{
		"Ekvalla kommun!|Region Norr!|Ekvalla kommunkoncern!":                                "group",
		"Kommunstyrelsen|Socialnämnd|Vård- och omsorgsnämnden|Kommunfullmäktige":             "board",
		"Socialförvaltningen|Teknisk förvaltning|Kommunledningskontoret|Stadsbyggnadskontor": "administration",
		"Ekvalla Energi AB|Bostadsbolaget|Stadshus AB (publ)|Acme Ltd":                       "company",
		"Räddningstjänstförbundet|Gemensam nämnd för lön":                                    "association",
		"Hemtjänst Norr|IT-avdelningen|Ekvalla kommun|Kommunservice":                         "section",
	} {
		for name := range strings.SplitSeq(names, "|") {
			n, top := strings.CutSuffix(name, "!")
			if got := org.GuessType(n, top); got != want {
				t.Errorf("%s is a %s, want %s", n, got, want)
			}
		}
	}
}
