package report

import "testing"

// A recommendation is never cut at "bl.a.".
func TestAFirstSentenceIsWhole(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Tillstyrks.", "Tillstyrks."},
		{"Tillstyrks. Bör samordnas.", "Tillstyrks."},
		{"Samordnas med bl.a. Skolverket och Inera. Sedan mer.", "Samordnas med bl.a. Skolverket och Inera."},
		{"Enligt kap. 4 i riktlinjen. Mer.", "Enligt kap. 4 i riktlinjen."},
		{"Upphandlas (jfr. Dnr 2026/12) i ca. 3 steg. Mer.", "Upphandlas (jfr. Dnr 2026/12) i ca. 3 steg."},
		{"Den 1. Januari börjar allt. Mer.", "Den 1. Januari börjar allt."},
		{"Prova t.ex. Teams m.m. först. Mer.", "Prova t.ex. Teams m.m. först."},
		{"Varför? Därför.", "Varför?"},
		{"Avslå. utan versal. Mer.", "Avslå. utan versal."},
		{"Utan punkt", "Utan punkt."},
		{"Börjar 2027. Mer.", "Börjar 2027."},
		{"", ""},
	} {
		if got := FirstSentence(c.text, 200); got != c.want {
			t.Errorf("%q gives %q, want %q", c.text, got, c.want)
		}
	}
}

func TestThoseThatThereIsNoRoomForAreCounted(t *testing.T) {
	for want, names := range map[string][]string{"": nil, "A": {"A"}, "A och B": {"A", "B"}, "A, B och C": {"A", "B", "C"}, "A, B, C och 1 till": {"A", "B", "C", "D"}} {
		if got := Some(names, 3); got != want {
			t.Errorf("%v: %q, want %q", names, got, want)
		}
	}
}
