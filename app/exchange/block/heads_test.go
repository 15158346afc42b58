package block_test

import (
	"testing"

	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/exchange/block"
	"itportfoljen/app/system"
)

// TestAWordThatIsAlsoAHeadingIsAValueWhereItIsOne: "Uppsagt" is a status, and what
// another column may be called.
func TestAWordThatIsAlsoAHeadingIsAValueWhereItIsOne(t *testing.T) {
	p := apptest.Open(t)
	for _, name := range []string{"Avtal A", "Avtal B"} {
		apptest.Add(t, p, agreement.Kind, agreement.Name, name, agreement.State, agreement.Signed)
	}
	l := listOf(t, p, agreement.Kind, "name", "state", "notice_on")
	state, notice := block.Area{Left: 2, Right: 2}, block.Area{Left: 3, Right: 3}
	for _, c := range []struct {
		s     string
		at    block.Area
		heads bool
	}{
		{"Uppsagt\nAvslutat", state, false}, {"Uppsagt\nUppsagt", notice, false}, {"Uppsagt\n2026-10-01", notice, true}, {"Uppsagt den\n2026-10-01", state, true},
	} {
		if pl := paste(t, p, l, c.at, c.s, block.Choices{NoneNew: true}); pl.Headed != c.heads {
			t.Errorf("%q in column %d is taken for headings: %v", c.s, c.at.Left, pl.Headed)
		}
	}
}

func TestARowsColumnsAreNeededWhereThereIsNoList(t *testing.T) {
	p := apptest.Open(t)
	for s, ok := range map[string]bool{"Ref\tAnvändare\nSYS-0001\t7": true, "Användare\n7": false, "": false, "Hej\n7": false} {
		rows, _ := block.Read(s)
		if _, err := block.ByHeading(t.Context(), p, system.Kind, rows, block.Choices{}, nil); (err == nil) != ok {
			t.Errorf("%q: %v", s, err)
		}
	}
}
