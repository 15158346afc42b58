package governance_test

import (
	"encoding/json"
	"strings"
	"testing"

	"itportfoljen/app/base/date"
	"itportfoljen/app/governance"
	"itportfoljen/assets"
)

// TestMilestones: when what locks the budget of 2027 is due, and what its figures are of, in the
// order that the year meets them.
func TestMilestones(t *testing.T) {
	for _, id := range []string{"danderyd", "karlstad", "stockholm", "lilla-edet", "boras"} {
		m, err := governance.Parse(assets.Must("models/" + id + ".json"))
		if err != nil {
			t.Fatal(err)
		}
		want := []struct {
			short      string
			due, until date.Date
		}{
			{"Direktiv", date.Of(2026, 3, 31), 0}, {"Ram", date.Of(2026, 6, 30), 0}, {"Budget", date.Of(2026, 11, 30), 0},
			{"T1", date.Of(2027, 5, 31), date.Of(2027, 4, 30)}, {"Delår", date.Of(2027, 10, 31), date.Of(2027, 8, 31)}, {"Bokslut", date.Of(2028, 2, 15), date.Of(2027, 12, 31)},
		}
		got := m.Milestones()
		if len(got) != len(want) {
			t.Fatalf("%s: %v", id, got)
		}
		for i, w := range want {
			y := got[i]
			if y.Called() != w.short || y.Due(2027) != w.due || y.Until(2027) != w.until || y.Of(y.Due(2027).Year()) != 2027 {
				t.Errorf("%s %s: %s, due %s, until %s", id, w.short, y.Called(), y.Due(2027), y.Until(2027))
			}
			if found, ok := m.Milestone(strings.ToUpper(w.short)); !ok || found.Key != y.Key {
				t.Errorf("%s: %s isn't found by its name", id, w.short)
			}
		}
		half, _ := m.Milestone("half_year")
		if half.Until(2027).AddMonths(2) != half.Due(2027) {
			t.Errorf("%s: a delårsrapport is to come within two months, not %s", id, half.Due(2027))
		}
		if _, ok := m.Milestone("annual_report"); ok {
			t.Errorf("%s: what doesn't lock is no milestone", id)
		}
	}
}

// TestWhatAMilestoneMayBe: a year that it is about, a month that there is, and figures that are
// there by its day.
func TestWhatAMilestoneMayBe(t *testing.T) {
	for name, c := range map[string]struct {
		of   governance.Recurring
		want string
	}{
		"whole":                  {governance.Recurring{Key: "a", Label: "A", Sort: "follow_up", Month: 5, Day: 31, Through: 4, Locks: true}, ""},
		"the day after":          {governance.Recurring{Key: "a", Label: "A", Sort: "follow_up", Month: 5, Day: 1, Through: 4, Locks: true}, ""},
		"of the year before":     {governance.Recurring{Key: "a", Label: "A", Sort: "follow_up", Month: 2, Day: 15, Through: 12, About: "previous", Locks: true}, ""},
		"another year":           {governance.Recurring{Key: "a", Label: "A", Sort: "budget", Month: 5, Day: 31, About: "nxt"}, "gälla ett år (nxt)"},
		"month 13":               {governance.Recurring{Key: "a", Label: "A", Sort: "budget", Month: 5, Day: 31, Through: 13}, "månaden 13"},
		"before it is over":      {governance.Recurring{Key: "a", Label: "A", Sort: "follow_up", Month: 4, Day: 30, Through: 4, Locks: true}, "innan siffrorna"},
		"the year hasn't ended":  {governance.Recurring{Key: "a", Label: "A", Sort: "follow_up", Month: 2, Day: 15, Through: 12, Locks: true}, "innan siffrorna"},
		"called as another":      {governance.Recurring{Key: "a", Label: "A", Short: "t1", Sort: "follow_up", Month: 6, Day: 15, Through: 4, Locks: true}, "som kallas t1"},
		"only told, called so":   {governance.Recurring{Key: "a", Label: "A", Short: "t1", Sort: "follow_up", Month: 6, Day: 15, Through: 4}, ""},
		"of no month, any day":   {governance.Recurring{Key: "a", Label: "A", Sort: "budget", Month: 1, Day: 1, About: "next", Locks: true}, ""},
		"known by another label": {governance.Recurring{Key: "a", Label: "B", Sort: "budget", Month: 1, Day: 1, Locks: true}, ""},
	} {
		m, err := governance.Parse(assets.Must("models/danderyd.json"))
		if err != nil {
			t.Fatal(err)
		}
		m.Year = append(m.Year, c.of)
		text, err := json.Marshal(m)
		if err == nil {
			_, err = governance.Parse(text)
		}
		if got := ""; err != nil {
			got = err.Error()
			if c.want == "" || !strings.Contains(got, c.want) {
				t.Errorf("%s: %s", name, got)
			}
		} else if c.want != "" {
			t.Errorf("%s: it is taken", name)
		}
	}
}
