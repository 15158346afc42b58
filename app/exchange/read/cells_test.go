package read_test

import (
	"testing"

	"itportfoljen/app/exchange/read"
)

func TestAnAbbreviationOfAUnit(t *testing.T) {
	for s, want := range map[string]bool{"KLF": true, "TN": true, "B&U": true, "ÄOF": true, "KULFR": true,
		"": false, "K": false, "KULTUR": false, "Klf": false, "Q1": false, "2027": false, "K 2": false, "A/B": false} {
		if got := read.IsShort(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}
