package org_test

import (
	"testing"

	"itportfoljen/app/org"
)

func TestWhatSoundsLikeAUnit(t *testing.T) {
	for _, s := range []string{
		"Socialförvaltningen", "Bygg- och miljökontoret", "Överförmyndarnämnden", "Ekeby kommun", "Kommunledningskontoret", "Enheten för digitalisering",
		"Bostads AB Eken", "Ekeby Energi AB", "IT-avdelningen", "Sektor samhällsbyggnad",
		"Samhällsbyggnadsförv.", "Kommunfullmäktige", "SOCIALFÖRVALTNINGEN", "Förvaltningen för barn och unga",
	} {
		if !org.UnitKind.Naming.Sounds(s) {
			t.Errorf("%q doesn't", s)
		}
	}
	for _, s := range []string{
		"", "Platina", "Personec P", "Anna Ek", "Kontoret", "Verksamhetssystem", "Gemensamma system", "LISA", "Pågående", "A", "Avvecklade", "Nytt avtal på gång",
		"etiketter till lagret", "E-tjänsteplattform", "Kommunikation", "Lönesystem", "och", "Barnkoll",
	} {
		if org.UnitKind.Naming.Sounds(s) {
			t.Errorf("%q does", s)
		}
	}
	for _, s := range []string{"Vård och omsorg", "Kultur & fritid", "Skola", "Räddningstjänsten"} {
		if !org.IsArea(s) || org.UnitKind.Naming.Sounds(s) {
			t.Errorf("%q is no area, or has a unit's form", s)
		}
	}
	for _, s := range []string{"", "och", "Kartan", "Skolkartan", "IT", "Barn i kö"} {
		if org.IsArea(s) {
			t.Errorf("%q is an area", s)
		}
	}
}
