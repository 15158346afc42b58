package org_test

import (
	"testing"

	"itportfoljen/app/org"
)

func TestShortens(t *testing.T) {
	for _, c := range []struct {
		short, name string
		want        org.Likely
	}{
		{"VOF", "Vård- och omsorgsförvaltningen", org.Surely},
		{"VoO", "Vård- och omsorgsförvaltningen", org.Surely},
		{"V&O", "Vård- och omsorgsförvaltningen", org.Surely},
		{"VO", "Vård- och omsorgsförvaltningen", org.Surely},
		{"KFF", "Kultur- och fritidsförvaltningen", org.Surely},
		{"K.F.F.", "Kultur- och fritidsförvaltningen", org.Surely},
		{"TK", "Tekniska kontoret", org.Surely},
		{"Tekn. kont.", "Tekniska kontoret", org.Surely},
		{"SBF", "Samhällsbyggnadsförvaltningen", org.Surely},
		{"SBK", "Stadsbyggnadskontoret", org.Surely},
		{"KLK", "Kommunledningskontoret", org.Surely},
		{"Kommunledn.kontoret", "Kommunledningskontoret", org.Surely},
		{"KS", "Kommunstyrelsen", org.Surely},
		{"ÖFN", "Överförmyndarnämnden", org.Surely},
		{"MBN", "Miljö- och byggnadsnämnden", org.Surely},
		{"AMF", "Arbetsmarknadsförvaltningen", org.Surely},
		{"SOC", "Socialförvaltningen", org.Surely},
		{"Soc", "Socialförvaltningen", org.Surely},
		{"Soc.förv", "Socialförvaltningen", org.Surely},
		{"Socialförv.", "Socialförvaltningen", org.Surely},
		{"SF", "Socialförvaltningen", org.Surely},
		{"KULT", "Kultur- och fritidsförvaltningen", org.Maybe},
		{"TEK", "Tekniska kontoret", org.Surely},
		{"KoF", "Kommunstyrelseförvaltningen", org.No},
		{"BUF", "Socialförvaltningen", org.No},
		{"IT", "Individ- och familjeomsorg", org.No},
		{"Kultur", "Kultur- och fritidsförvaltningen", org.No},
		{"Social", "Socialförvaltningen", org.No},
		{"HR", "Hamnen", org.No},
		{"S", "Socialförvaltningen", org.No},
		{"F1", "Förskola 1", org.No},
	} {
		if got := org.Shortens(c.short, c.name); got != c.want {
			t.Errorf("%q of %q: %v, want %v", c.short, c.name, got, c.want)
		}
	}
}

func TestCutShort(t *testing.T) {
	for s, want := range map[string][2]string{
		"Vård- och omsorgsförvaltningen (VOF)":  {"Vård- och omsorgsförvaltningen", "VOF"},
		"Vård- och omsorgsförvaltningen [VoO]":  {"Vård- och omsorgsförvaltningen", "VoO"},
		"VOF (Vård- och omsorgsförvaltningen)":  {"Vård- och omsorgsförvaltningen", "VOF"},
		"VOF - Vård- och omsorgsförvaltningen":  {"Vård- och omsorgsförvaltningen", "VOF"},
		"VOF: Vård- och omsorgsförvaltningen":   {"Vård- och omsorgsförvaltningen", "VOF"},
		"Vård- och omsorgsförvaltningen, VOF":   {"Vård- och omsorgsförvaltningen", "VOF"},
		"Vård- och omsorgsförvaltningen – VOF":  {"Vård- och omsorgsförvaltningen", "VOF"},
		"Kommunledningskontoret (IT)":           {"Kommunledningskontoret (IT)", ""},
		"Förskolan Ekorren (ny)":                {"Förskolan Ekorren (ny)", ""},
		"Hamnbolaget AB":                        {"Hamnbolaget AB", ""},
		"Barn- och utbildningsnämnden, Skola A": {"Barn- och utbildningsnämnden, Skola A", ""},
	} {
		if name, short := org.CutShort(s); name != want[0] || short != want[1] {
			t.Errorf("%q: %q and %q", s, name, short)
		}
	}
}

func TestSameUnit(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want org.Likely
	}{
		{"Vård- och omsorgsförvaltningen", "Vård & omsorgsförvaltningen", org.Surely},
		{"Vård- och omsorgsförvaltningen", "Vård och omsorgsförvaltning", org.Surely},
		{"Vård- och omsorgsförvaltningen", "VÅRD- OCH OMSORGSFÖRVALTNINGEN.", org.Surely},
		{"Kulturförvaltningen", "Kultur förvaltningen", org.Surely},
		{"Vård och omsorg", "Vård- och omsorgsförvaltningen", org.Maybe},
		{"Sociala", "Socialförvaltningen", org.Maybe},
		{"Kommunledningen", "Kommunledningskontoret", org.Maybe},
		{"Kulturförvaltnigen", "Kulturförvaltningen", org.Maybe}, {"Samhällsbyggnadsenhet A", "Samhällsbyggnadsenhet B", org.No},
		{"Samhälsbyggnadsförvaltningen", "Samhällsbyggnadsförvaltningen", org.Maybe},
		{"Socialnämnden", "Socialförvaltningen", org.No},
		{"Förskoleområde 1", "Förskoleområde 2", org.No},
		{"Enhet A", "Enhet B", org.No},
		{"Ekskolan", "Elskolan", org.No},
		{"Kultur", "Kultur- och fritidsförvaltningen", org.No},
	} {
		if got := org.SpellingOf(c.a).Same(org.SpellingOf(c.b)); got != c.want {
			t.Errorf("%q and %q: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

// However names are written, one is the same as itself, and what is cut from it shortens it.
func FuzzUnitNames(f *testing.F) {
	for _, s := range []string{"Vård- och omsorgsförvaltningen (VOF)", "SOC", "a a a a", "Kommunstyrelsen", "&", "(x) - y"} {
		f.Add(s, "VOF")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		org.Shortens(b, a)
		is := org.SpellingOf(a)
		if is.Key != "" && is.Same(is) != org.Surely {
			t.Fatalf("%q isn't itself: %+v", a, is)
		}
		if is.Same(org.SpellingOf(b)) != org.SpellingOf(b).Same(is) {
			t.Fatalf("%q and %q are alike one way only", a, b)
		}
		if name, short := org.CutShort(a); short != "" && org.Shortens(short, name) != org.Surely {
			t.Fatalf("%q was cut into %q and %q", a, name, short)
		}
	})
}
