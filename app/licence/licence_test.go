package licence_test

import (
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	"itportfoljen/app/licence"
	"itportfoljen/app/system"
)

var today = apptest.Today // 2026-11-21

func TestWhatIsFreeAndWhatEachCosts(t *testing.T) {
	p := apptest.Empty(t)
	n, kr := func(n int64) int64 { return n }, money.FromKronor
	for _, c := range []struct {
		name                     string
		puts                     []any
		free, perOwned, perUsed  string
		freeIs, ownedIs, usingIs field.Value
	}{
		{"nothing known", nil, "", "", "", nil, nil, nil},
		{"counted and priced", []any{licence.Owned, n(100), licence.Used, n(80), licence.Cost, kr(8000)}, "20", "80", "100", n(20), kr(80), kr(100)},
		{"nobody has counted", []any{licence.Owned, n(100), licence.Cost, kr(8000)}, "använda saknas", "80", "antal saknas", nil, kr(80), nil},
		{"nobody knows what is owned", []any{licence.Used, n(100), licence.Cost, kr(8000)}, "ägda saknas", "antal saknas", "80", nil, nil, kr(80)},
		{"none is used", []any{licence.Owned, n(10), licence.Used, n(0), licence.Cost, kr(500)}, "10", "50", "inga", n(10), kr(50), nil},
		{"too many", []any{licence.Owned, n(10), licence.Used, n(12)}, "\u22122", "", "", n(-2), nil, nil},
		{"rounded to the öre", []any{licence.Owned, n(3), licence.Used, n(6), licence.Cost, kr(100)}, "\u22123", "33", "17", n(-3), money.Ore(3333), money.Ore(1667)},
		{"no charge", []any{licence.Owned, n(3), licence.Used, n(3), licence.Cost, kr(0)}, "0", "0", "0", n(0), kr(0), kr(0)},
		{"of everybody, counted", []any{licence.Metric, "site", licence.Owned, n(1), licence.Used, n(80), licence.Cost, kr(800)}, "gäller alla", "800", "10", nil, kr(800), kr(10)},
		{"of everybody", []any{licence.Metric, "site", licence.Cost, kr(500)}, "gäller alla", "antal saknas", "antal saknas", nil, nil, nil},
	} {
		r := apptest.Record(p, licence.Kind, append([]any{licence.Name, "Provet"}, c.puts...)...)
		for _, f := range []struct {
			of     *field.Field
			reads  string
			values field.Value
		}{{licence.Free.Field, c.free, c.freeIs}, {licence.PerOwned.Field, c.perOwned, c.ownedIs}, {licence.PerUsed.Field, c.perUsed, c.usingIs}} {
			if got := f.of.Read(p, r, 0); got != f.reads {
				t.Errorf("%s: %s reads %q, want %q", c.name, f.of.Label, got, f.reads)
			}
			if got := f.of.Value(p, r, 0); !field.Equal(got, f.values) {
				t.Errorf("%s: %s is %v, want %v", c.name, f.of.Label, got, f.values)
			}
		}
	}
}

func TestReminders(t *testing.T) {
	n := func(n int64) int64 { return n }
	counted := func(owned, used int64, more ...any) []any {
		return append([]any{licence.Owned, owned, licence.Used, used}, more...)
	}
	for _, c := range []struct {
		name      string
		lifecycle string // of its system; "": it is of none
		puts      []any
		want      string
	}{
		{"as many as there are", "maintained", counted(10, 10), ""},
		{"one too many", "maintained", counted(10, 11), "licence-over för många"},
		{"one too many, of no system", "", counted(10, 11), "licence-over för många"},
		{"one too many, of a system to come", "planned", counted(10, 11), ""},
		{"one too many, of a system that is gone", "retired", counted(10, 11), ""},
		{"used, and nobody knows what is owned", "", []any{licence.Used, n(11)}, ""},
		{"of everybody", "", counted(10, 11, licence.Metric, "site"), ""},
		{"a quarter free", "", counted(20, 15), "licence-unused lediga"},
		{"less than a quarter free", "", counted(21, 16), ""},
		{"a quarter free, but four", "", counted(16, 12), ""},
		{"counted a year ago", "", []any{licence.CountedOn, today.AddMonths(-12)}, ""},
		{"counted a year and a day ago", "", []any{licence.CountedOn, today.AddMonths(-12).AddDays(-1)}, "licence-count försenad"},
		{"ends in three months", "", []any{licence.Ends, today.AddMonths(3)}, "licence-ends 3 månader"},
		{"ends later", "", []any{licence.Ends, today.AddMonths(3).AddDays(1)}, ""},
		{"ends today", "", []any{licence.Ends, today}, "licence-ends i dag"},
		{"ended, and too many", "", counted(10, 11, licence.Ends, today.AddDays(-1)), ""},
	} {
		p := apptest.Empty(t)
		puts := append([]any{licence.Name, "Provet"}, c.puts...)
		if c.lifecycle != "" {
			puts = append(puts, licence.System, apptest.Add(t, p, system.Kind, system.Name, "Lön", system.Lifecycle, c.lifecycle).ID)
		}
		r := apptest.Add(t, p, licence.Kind, puts...)
		if got := said(p, r.ID); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// said is what is reminded of a record.
func said(p *app.Portfolio, id field.ID) string {
	var out []string
	for _, t := range insight.Todos(p) {
		if len(t.Records) == 1 && t.Records[0] == id {
			out = append(out, t.Rule+" "+t.Badge)
		}
	}
	return strings.Join(out, ", ")
}

func TestTheLicencesOfASystem(t *testing.T) {
	p := apptest.Empty(t)
	sys := apptest.Add(t, p, system.Kind, system.Name, "Lön").ID
	if of, cost := licence.Of(p, sys); len(of) != 0 || cost.Known {
		t.Errorf("%v, %v", of, cost)
	}
	add := func(cost any, ends date.Date) {
		apptest.Add(t, p, licence.Kind, licence.Name, "Användare", licence.System, sys, licence.Cost, cost, licence.Ends, ends)
	}
	add(nil, 0)
	if of, cost := licence.Of(p, sys); len(of) != 1 || cost.Known {
		t.Errorf("one without a price: %v, %v", of, cost)
	}
	add(money.FromKronor(100), today)
	add(money.FromKronor(50), 0)
	add(money.FromKronor(1000), today.AddDays(-1))
	if of, cost := licence.Of(p, sys); len(of) != 3 || cost != (money.Total{Ore: money.FromKronor(150), Known: true}) {
		t.Errorf("%d cost %v", len(of), cost)
	}
}
