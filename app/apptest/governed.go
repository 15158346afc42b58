package apptest

import (
	"encoding/json"
	"fmt"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/governance"
)

// Governed makes an empty portfolio whose styrmodell is changed, if there is something to
// change, and has these gates more. What they don't say is the shortest that they may.
func Governed(t testing.TB, change func(*governance.Model), gates ...governance.Gate) *app.Portfolio {
	t.Helper()
	m, err := governance.Parse(Model())
	if err != nil {
		t.Fatal(err)
	}
	if change != nil {
		change(m)
	}
	for i, g := range gates {
		if g.Key == "" {
			g.Key = fmt.Sprint("G-", i+1)
		}
		if g.Effect == "" {
			g.Effect = governance.Stop
		}
		if g.Text == "" {
			g.Text = "Något saknas."
		}
		m.Gates = append(m.Gates, g)
	}
	data, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	return Begin(t, NewStore(), data)
}
