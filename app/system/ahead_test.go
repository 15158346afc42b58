package system_test

import (
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/demo"
	"itportfoljen/app/system"
)

// TestYearsAheadPlaceEachSystemOnce: in use, without support, leaving or coming; and what has no year is told.
func TestYearsAheadPlaceEachSystemOnce(t *testing.T) {
	p := apptest.Empty(t) // today is in 2026
	add := func(name string, puts ...any) {
		apptest.Add(t, p, system.Kind, append([]any{system.Name, name}, puts...)...)
	}
	add("I drift", system.Lifecycle, system.Running)
	add("Utan stöd från 2027", system.Lifecycle, system.Running, system.SupportEnd, date.Of(2027, 6, 30))
	add("Stöd hela 2027", system.Lifecycle, system.Running, system.SupportEnd, date.Of(2027, 12, 31))
	add("Avvecklas 2027", system.Lifecycle, system.PhaseOut, system.RetireYear, int64(2027))
	add("Skulle varit borta", system.Lifecycle, system.PhaseOut, system.RetireYear, int64(2024))
	add("Avvecklas någon gång", system.Lifecycle, system.PhaseOut)
	add("Borta", system.Lifecycle, system.OutOfUse, system.RetireYear, int64(2027))
	add("Kommer 2027", system.Lifecycle, system.Planned, system.InUseFrom, "2027-03")
	add("Kommer någon gång", system.Lifecycle, system.Idea)
	got, lacks := system.YearsAhead(p, 2020, 2028)
	want := []system.Ahead{
		{Year: 2026, InUse: 5, Leaving: 1},
		{Year: 2027, InUse: 3, Unsupported: 1, Leaving: 1, Coming: 1},
		{Year: 2028, InUse: 3, Unsupported: 2},
	}
	if len(got) != len(want) || lacks != (system.Undated{PhasingOut: 1, Coming: 1}) {
		t.Fatalf("%+v, %+v", got, lacks)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%+v, want %+v", got[i], want[i])
		}
	}
}

// TestYearsAheadTie: a year's end is the year before's, less what leaves and with what comes.
func TestYearsAheadTie(t *testing.T) {
	p := apptest.Empty(t)
	if _, err := p.CreateAll(t.Context(), "Exempel", demo.Generate(demo.S, 1, p.Today(), p.Model(), p.NewID)); err != nil {
		t.Fatal(err)
	}
	years, _ := system.YearsAhead(p, p.Today().Year(), p.Today().Year()+6)
	for i := 1; i < len(years); i++ {
		a, b := years[i-1], years[i]
		if at := a.InUse + a.Unsupported + a.Coming; at != b.InUse+b.Unsupported+b.Leaving {
			t.Errorf("%d ends with %d, of which %d are in use or leave %d", a.Year, at, b.InUse+b.Unsupported+b.Leaving, b.Year)
		}
	}
}
