package managed_test

import (
	"strings"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	"itportfoljen/app/managed"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
)

func TestAnObjectRemindsOfItsLeaderAndItsPlan(t *testing.T) {
	year := apptest.Today.AddMonths(-12)
	for name, c := range map[string]struct {
		led  bool
		plan date.Date
		want string
	}{
		"led, and nothing known of a plan": {true, 0, ""},
		"nobody leads it":                  {false, 0, "object-leader"},
		"a plan of a year":                 {true, year, ""},
		"a plan of a year and a day":       {true, year.AddDays(-1), "object-plan"},
	} {
		p := apptest.Empty(t)
		var led []field.Holding
		if c.led {
			led = []field.Holding{{Person: apptest.Add(t, p, org.PersonKind, org.PersonName, "Kim").ID}}
		}
		apptest.Add(t, p, managed.Kind, managed.Name, "Personal", managed.Leader, led, managed.PlanOn, c.plan)
		var got []string
		for _, todo := range insight.Todos(p) {
			got = append(got, todo.Rule)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestThePlansYearIsADayToKnowOf(t *testing.T) {
	p := apptest.Empty(t)
	r := apptest.Add(t, p, managed.Kind, managed.Name, "Personal", managed.PlanOn, date.Of(2026, 2, 28))
	var due date.Date
	managed.Kind.Remind(p, r, func(m field.Reminder) {
		if m.Rule == "object-plan-next" && m.Quiet {
			due = m.Due
		}
	})
	if due != date.Of(2027, 2, 28) {
		t.Errorf("it is decided anew by %s", due)
	}
}

func TestAnObjectShowsTheSystemsThatSayTheyArePartOfIt(t *testing.T) {
	p := apptest.Empty(t)
	one, other := apptest.Add(t, p, managed.Kind, managed.Name, "Personal"), apptest.Add(t, p, managed.Kind, managed.Name, "Ekonomi")
	lön := apptest.Add(t, p, system.Kind, system.Name, "Lön", system.Object, one.ID)
	apptest.Add(t, p, system.Kind, system.Name, "Schema", system.Object, one.ID)
	apptest.Put(t, p, lön.ID, system.Object, other.ID) // it leaves the one for the other
	for object, want := range map[*field.Record]string{one: "Schema", other: "Lön"} {
		if got := system.Members.Field.Read(p, object, 0); got != want {
			t.Errorf("%s shows %q, want %q", object.Name(), got, want)
		}
	}
}
