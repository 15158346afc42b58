package table

import (
	"strings"
	"testing"
)

func TestWrite(t *testing.T) {
	var b strings.Builder
	Write(&b, [][]string{{"Åtgärd", "Antal", ""}, {"å", "12", "klart"}}, 1)
	if want := "Åtgärd  Antal\nå          12  klart\n"; b.String() != want {
		t.Errorf("got\n%q, want\n%q", b.String(), want)
	}
}
