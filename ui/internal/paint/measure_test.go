package paint

import (
	"strings"
	"testing"

	"itportfoljen/ui/internal/testwindow"
)

func TestTextFitsAndWraps(t *testing.T) {
	testwindow.Open(t)
	if s := Fit("Samhällsbyggnadsförvaltningen", 80, 13, false); TextWidth(s, 13, false) > 80 || s == "" {
		t.Errorf("%q", s)
	}
	if s := Fit("kort", 80, 13, false); s != "kort" {
		t.Errorf("%q", s)
	}
	for _, l := range Wrap("Ledningsgruppen beslutar om hela portföljen och Samhällsbyggnadsförvaltningsnämnden", 120, 13, false, 0) {
		if TextWidth(l, 13, false) > 121 {
			t.Errorf("too wide: %q", l)
		}
	}
	for _, c := range []struct {
		word  string
		width float32
		want  string
	}{{"Läkemedelssignering", 118, "Läkemedels-|signering"}, {"Personuppgiftsansvarig", 120, "Personuppgifts-|ansvarig"}, {"Behandlingsförteckning", 120, "Behandlings-|förteckning"}, {"Läkemedelssignering", 500, "Läkemedelssignering"}, {"012345678901234567890", 60, "01234567|89012345|67890"}, {"åäö", 1, "å-|ä-|ö"}} {
		if got := strings.Join(Wrap(c.word, c.width, 13, true, 0), "|"); got != c.want {
			t.Errorf("%s is divided %s", c.word, got)
		}
	}
	if n := len(Wrap("a b c d e f g h i j k l m n", 20, 13, false, 2)); n != 2 {
		t.Errorf("%d lines", n)
	}
	for _, amount := range []string{"4\u00a0450\u00a0000\u00a0kr", "12\u202f500"} {
		if got := Wrap("Ramen är "+amount, TextWidth("Ramen är "+amount, 13, false)-1, 13, false, 0); len(got) != 2 || got[1] != amount {
			t.Errorf("%q isn't held together: %q", amount, got)
		}
	}
}
