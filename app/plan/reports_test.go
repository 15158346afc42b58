package plan_test

import (
	"strings"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
)

// TestANewReportIsACopyOfTheLast, the newest by its day, and the first begins with what the
// insats says of itself.
func TestANewReportIsACopyOfTheLast(t *testing.T) {
	p := apptest.Empty(t)
	leads := apptest.Add(t, p, org.PersonKind, org.PersonName, "Kim Ek").ID
	other := apptest.Add(t, p, org.PersonKind, org.PersonName, "Maj Ek").ID
	r := apptest.Add(t, p, plan.Kind, plan.Name, "Provet", plan.Phase, apptest.Phases[governance.Running], plan.Manager, leads, plan.TimeStatus, "amber", plan.StatusNote, "Insatsens egen")
	is := func(when string, n *field.Record, on date.Date, by field.ID, time, quality, note string) {
		t.Helper()
		if plan.ReportOf.Get(n) != r.ID || plan.ReportOn.Get(n) != on || plan.ReportBy.Get(n) != by || plan.ReportTime.Get(n) != time || plan.ReportQuality.Get(n) != quality || plan.ReportNote.Get(n) != note {
			t.Errorf("%s: on %s by %s, %q %q %q", when, plan.ReportOn.Get(n), p.Label(plan.ReportBy.Get(n)), plan.ReportTime.Get(n), plan.ReportQuality.Get(n), plan.ReportNote.Get(n))
		}
	}
	is("the first", plan.NextReport(p, r, 0, ""), today, leads, "amber", "", "")
	add := func(on date.Date, time, quality, note string) {
		apptest.Add(t, p, plan.ReportKind, plan.ReportOf, r.ID, plan.ReportOn, on, plan.ReportTime, time, plan.ReportQuality, quality, plan.ReportNote, note)
	}
	add(today.AddDays(-10), "red", "green", "Sen leverans")
	is("the second", plan.NextReport(p, p.Get(r.ID), 0, other), today, other, "red", "green", "Sen leverans")
	add(today.AddDays(-40), "green", "", "Äldre, inskriven efteråt")
	is("an older that came later", plan.NextReport(p, p.Get(r.ID), today.AddDays(-1), ""), today.AddDays(-1), leads, "red", "green", "Sen leverans")
}

// TestAnInsatsGoesAsItsLatestReportSays, and keeps what that says nothing of.
func TestAnInsatsGoesAsItsLatestReportSays(t *testing.T) {
	p := apptest.Empty(t)
	r := apptest.Add(t, p, plan.Kind, plan.Name, "Provet", plan.Phase, apptest.Phases[governance.Running], plan.CostStatus, "amber")
	twin := apptest.Add(t, p, plan.Kind, plan.Name, "En annan", plan.Phase, apptest.Phases[governance.Running])
	is := func(when string, of *field.Record, want string) {
		t.Helper()
		r := p.Get(of.ID)
		if got := strings.Join([]string{plan.TimeStatus.Get(r), plan.CostStatus.Get(r), plan.StatusNote.Get(r)}, " "); got != want {
			t.Errorf("%s: %q, want %q", when, got, want)
		}
	}
	add := func(on date.Date, puts ...any) *field.Record {
		return apptest.Add(t, p, plan.ReportKind, append([]any{plan.ReportOf, r.ID, plan.ReportOn, on}, puts...)...)
	}
	first := add(today.AddDays(-30), plan.ReportTime, "green", plan.ReportNote, "Som det ska")
	is("the first", r, "green amber Som det ska")
	add(today.AddDays(-60), plan.ReportTime, "red", plan.ReportNote, "Äldre")
	is("an older", r, "green amber Som det ska")
	last := add(today.AddDays(-1), plan.ReportTime, "red", plan.ReportCost, "green", plan.ReportTitle, "Sen")
	is("a newer, with only a heading", r, "red green Sen")
	apptest.Put(t, p, last.ID, plan.ReportTime, "amber")
	is("it is put right", r, "amber green Sen")
	apptest.Put(t, p, first.ID, plan.ReportTime, "red")
	is("an older is", r, "amber green Sen")
	apptest.Put(t, p, last.ID, plan.ReportOf, twin.ID)
	is("it was another's", r, "red green Som det ska")
	is("the other", twin, "amber green Sen")
	if _, err := p.Delete(t.Context(), []field.ID{first.ID}); err != nil {
		t.Fatal(err)
	}
	is("it is deleted", r, "red green Äldre")
}

func TestTheAgeOfAReport(t *testing.T) {
	for _, c := range []struct {
		name  string
		stage governance.Stage
		on    date.Date // 0: none
		age   any
		old   bool
	}{
		{"none", governance.Running, 0, nil, false},
		{"today", governance.Running, today, int64(0), false},
		{"a month", governance.Running, today.AddMonths(-1), int64(31), false},
		{"a year", governance.Running, today.AddDays(-365), int64(365), true},
		{"a year, of what is done", governance.Done, today.AddDays(-365), int64(365), false},
	} {
		p := apptest.Empty(t)
		r := apptest.Add(t, p, plan.Kind, plan.Name, "Provet", plan.Phase, apptest.Phases[c.stage])
		if c.on != 0 {
			apptest.Add(t, p, plan.ReportKind, plan.ReportOf, r.ID, plan.ReportOn, c.on)
		}
		_, old := plan.Aged(p, r)
		if got := plan.ReportAge.Value(p, r, 0); got != c.age || old != c.old {
			t.Errorf("%s: %v days, old %v", c.name, got, old)
		}
	}
}

func TestAReportIsOfADayThatHasBeenOnce(t *testing.T) {
	p := apptest.Empty(t)
	r := apptest.Add(t, p, plan.Kind, plan.Name, "Provet", plan.Phase, apptest.Phases[governance.Running])
	for _, c := range []struct {
		name string
		of   field.ID
		on   date.Date
		want fault.Code
	}{
		{"today", r.ID, 0, ""}, {"once more", r.ID, today, fault.Conflict}, {"yesterday", r.ID, today.AddDays(-1), ""},
		{"tomorrow", r.ID, today.AddDays(1), fault.Invalid}, {"of what is gone", "finns inte", 0, fault.NotFound},
	} {
		err := do(p, func(tx *field.Tx) error { _, err := plan.Report(tx, c.of, c.on, ""); return err })
		if fault.CodeOf(err) != c.want {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}
