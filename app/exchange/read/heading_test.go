package read_test

import (
	"testing"

	"itportfoljen/app/exchange/read"
)

func TestSignature(t *testing.T) {
	a := read.Signature([]string{"Namn", "Systemägare\n[namn]", ""})
	for _, same := range [][]string{{"SYSTEMÄGARE", "namn"}, {" Namn ", "", "systemägare"}} {
		if read.Signature(same) != a {
			t.Errorf("%v differs", same)
		}
	}
	if read.Signature([]string{"Namn"}) == a {
		t.Error("other headings have the same signature")
	}
}
