package service_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/insight"
	"itportfoljen/app/org"
	"itportfoljen/app/service"
	"itportfoljen/app/system"
)

var (
	ctx   = context.Background()
	today = apptest.Today // 2026-11-21
)

// said is what is to be done about a record, by rule.
func said(p *app.Portfolio, id field.ID) string {
	var out []string
	for _, t := range insight.Todos(p) {
		if slices.Equal(t.Records, []field.ID{id}) {
			out = append(out, t.Rule)
		}
	}
	return strings.Join(out, ", ")
}

func TestRemindersOfAService(t *testing.T) {
	for _, c := range []struct {
		name             string
		phase, lifecycle string
		held             bool
		want             string
	}{
		{"in order", service.Running, "maintained", true, ""},
		{"nobody answers for it", service.Running, "maintained", false, "service-responsible"},
		{"nobody answers for one whose phase nobody has said", "", "maintained", false, "service-responsible"},
		{"nobody answers for one to come", service.Introducing, "maintained", false, ""},
		{"nobody answers for one that is gone", service.Retired, "maintained", false, ""},
		{"its system is gone", service.Running, "retired", true, "service-system"},
		{"its system is to come", service.Running, "planned", true, ""},
		{"its system is gone, and it goes too", service.PhaseOut, "retired", true, ""},
	} {
		p := apptest.Empty(t)
		sys := apptest.Add(t, p, system.Kind, system.Name, "Lön", system.Lifecycle, c.lifecycle).ID
		puts := []any{service.Name, "Drift", service.Phase, c.phase, service.Systems, []field.ID{sys}}
		if c.held {
			puts = append(puts, service.Responsible, []field.Holding{{Person: apptest.Add(t, p, org.PersonKind, org.PersonName, "Kim").ID}})
		}
		r := apptest.Record(p, service.Kind, puts...)
		if _, err := p.CreateAll(ctx, "Prov", []*field.Record{r}); err != nil {
			t.Fatal(err)
		}
		if got := said(p, r.ID); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// level makes one of a system with outcomes, each "to measured".
func level(t *testing.T, p *app.Portfolio, lifecycle string, puts ...any) field.ID {
	t.Helper()
	sys := apptest.Add(t, p, system.Kind, system.Name, "Lön", system.Lifecycle, lifecycle).ID
	return apptest.Add(t, p, service.LevelKind, append([]any{service.LevelName, "Provet", service.LevelOf, []field.ID{sys}}, puts...)...).ID
}

func outcome(t *testing.T, p *app.Portfolio, of field.ID, to date.Date, measured any) *field.Record {
	t.Helper()
	return apptest.Add(t, p, service.OutcomeKind, service.OutcomeOf, of, service.OutcomeFrom, to.AddMonths(-1), service.OutcomeTo, to, service.Outcome, measured)
}

func TestWhetherATargetIsReached(t *testing.T) {
	for _, c := range []struct {
		measure  any
		target   any
		measured int64
		want     string
	}{
		{"availability", int64(9950), 9950, "Ja"}, {"availability", int64(9950), 9949, "Nej"}, {"availability", int64(9950), 10000, "Ja"},
		{"within", int64(9000), 8999, "Nej"}, {"satisfaction", int64(400), 400, "Ja"},
		{"response", int64(400), 400, "Ja"}, {"response", int64(400), 401, "Nej"}, {"remedy", int64(800), 100, "Ja"}, {"recovery", int64(400), 500, "Nej"},
		{"loss", int64(2400), 2400, "Ja"}, {"interruptions", int64(0), 0, "Ja"}, {"interruptions", int64(0), 100, "Nej"},
		{"other", int64(400), 400, "kan inte avgöras"}, {nil, int64(400), 400, "vad som mäts saknas"}, {"availability", nil, 9950, "mål saknas"},
	} {
		p := apptest.Empty(t)
		id := level(t, p, "maintained", service.Measure, c.measure, service.Target, c.target)
		o := outcome(t, p, id, today, c.measured)
		if got := service.Met.Read(p, p.Get(id), 0); got != c.want {
			t.Errorf("%v %v, measured %d: %q, want %q", c.measure, c.target, c.measured, got, c.want)
		}
		if got := service.OutcomeMet.Read(p, o, 0); got != c.want && (got != "" || c.want == "Ja" || c.want == "Nej") {
			t.Errorf("%v %v, measured %d: the outcome says %q, want %q", c.measure, c.target, c.measured, got, c.want)
		}
	}
}

func TestTheLatestPeriodTells(t *testing.T) {
	p := apptest.Empty(t)
	id := level(t, p, "maintained", service.Measure, "availability", service.Target, int64(9950))
	reads := func(latest, met string) {
		t.Helper()
		if a, b := service.Latest.Read(p, p.Get(id), 0), service.Met.Read(p, p.Get(id), 0); a != latest || b != met {
			t.Errorf("it reads %q, %q; want %q, %q", a, b, latest, met)
		}
	}
	reads("", "")
	outcome(t, p, id, date.Of(2026, 8, 31), int64(9990))
	reads("99,9", "Ja")
	outcome(t, p, id, date.Of(2026, 4, 30), int64(9000)) // written later, of an earlier period
	reads("99,9", "Ja")
	outcome(t, p, id, date.Of(2026, 10, 31), nil) // a period that nobody has measured yet
	reads("99,9", "Ja")
	outcome(t, p, id, date.Of(2026, 10, 31), int64(9949))
	reads("99,49", "Nej")
}

func TestWhenItIsMeasured(t *testing.T) {
	for _, c := range []struct {
		name string
		puts []any
		to   date.Date // the end of a period that was measured
		want string
	}{
		{"no interval", []any{service.ApprovedOn, today}, today, ""},
		{"since nothing that is known", []any{service.Interval, int64(3)}, 0, "startdag saknas"},
		{"since nothing that is known, and it is ended", []any{service.Interval, int64(3), service.State, service.Ended}, 0, ""},
		{"since a period that ended with its month", []any{service.Interval, int64(1)}, date.Of(2026, 9, 30), "2026-10-31"},
		{"since a quarter that ended in February", []any{service.Interval, int64(3)}, date.Of(2026, 2, 28), "2026-05-31"},
		{"since it was approved", []any{service.Interval, int64(3), service.ApprovedOn, date.Of(2026, 11, 30)}, 0, "2027-02-28"},
		{"since it began", []any{service.Interval, int64(3), service.ApprovedOn, date.Of(2026, 8, 1), service.From, date.Of(2026, 9, 1)}, 0, "2026-12-01"},
		{"since the latest period", []any{service.Interval, int64(4), service.From, date.Of(2026, 1, 1)}, date.Of(2026, 8, 31), "2026-12-31"},
		{"an interval of none", []any{service.Interval, int64(0), service.From, date.Of(2026, 1, 1)}, 0, ""},
	} {
		p := apptest.Empty(t)
		id := level(t, p, "maintained", c.puts...)
		if !c.to.IsZero() {
			outcome(t, p, id, c.to, int64(100))
		}
		if got := service.MeasureBy.Read(p, p.Get(id), 0); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	// Measured in a period of which nobody knows when it was.
	p := apptest.Empty(t)
	id := level(t, p, "maintained", service.Interval, int64(3), service.From, today)
	apptest.Add(t, p, service.OutcomeKind, service.OutcomeOf, id, service.Outcome, int64(100))
	if got := service.MeasureBy.Read(p, p.Get(id), 0); got != "mätperiod saknas" {
		t.Errorf("no period: %q", got)
	}
}

func TestRemindersOfALevel(t *testing.T) {
	approved := func(more ...any) []any { return append([]any{service.State, service.Approved}, more...) }
	for _, c := range []struct {
		name      string
		lifecycle string
		puts      []any
		measured  int64 // in a period that ended in October; 0: nothing
		want      string
	}{
		{"approved", "maintained", approved(), 0, ""},
		{"a draft", "maintained", []any{service.State, service.Draft}, 0, "sla-unsigned"},
		{"a draft of what is to come", "planned", []any{service.State, service.Draft}, 0, ""},
		{"a draft of what is gone", "retired", []any{service.State, service.Draft}, 0, ""},
		{"ended", "maintained", []any{service.State, service.Ended}, 0, ""},
		{"the last day was yesterday", "maintained", approved(service.Until, today.AddDays(-1)), 0, "sla-ended"},
		{"the last day was yesterday, of what is gone", "retired", approved(service.Until, today.AddDays(-1)), 0, ""},
		{"the last day was yesterday, and it is ended", "maintained", []any{service.State, service.Ended, service.Until, today.AddDays(-1)}, 0, ""},
		{"ends today", "maintained", approved(service.Until, today), 0, "sla-ends"},
		{"ends in three months", "maintained", approved(service.Until, today.AddMonths(3)), 0, "sla-ends"},
		{"ends later", "maintained", approved(service.Until, today.AddMonths(3).AddDays(1)), 0, ""},
		{"reached", "maintained", approved(service.Measure, "availability", service.Target, int64(9950)), 9950, ""},
		{"not reached", "maintained", approved(service.Measure, "availability", service.Target, int64(9950)), 9949, "sla-missed"},
		{"not reached, of what is gone", "retired", approved(service.Measure, "availability", service.Target, int64(9950)), 9949, ""},
		{"to be measured today", "maintained", approved(service.Interval, int64(1), service.From, today.AddMonths(-1)), 0, ""},
		{"was to be measured yesterday", "maintained", approved(service.Interval, int64(1), service.From, today.AddMonths(-1).AddDays(-1)), 0, "sla-measure"},
		{"measured since", "maintained", approved(service.Interval, int64(1), service.From, date.Of(2026, 1, 1)), 100, ""},
	} {
		p := apptest.Empty(t)
		id := level(t, p, c.lifecycle, c.puts...)
		if c.measured != 0 {
			outcome(t, p, id, date.Of(2026, 10, 31), c.measured)
		}
		if got := said(p, id); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestTheLifeOfALevel(t *testing.T) {
	p := apptest.Empty(t)
	kim := apptest.Add(t, p, org.PersonKind, org.PersonName, "Kim").ID
	id := level(t, p, "maintained", service.Until, date.Of(2028, 12, 31))
	move := func(s governance.Step) {
		t.Helper()
		if _, err := p.Do(ctx, func(tx *field.Tx) (string, error) { return "Prov", governance.Move(tx, id, s) }); err != nil {
			t.Fatal(err)
		}
	}
	move(governance.Step{To: service.Approved, On: date.Of(2026, 11, 1), By: kim})
	r := p.Get(id)
	if service.State.Get(r) != service.Approved || service.ApprovedOn.Get(r) != date.Of(2026, 11, 1) || service.ApprovedBy.Get(r) != kim {
		t.Errorf("approved %v by %v", service.ApprovedOn.Get(r), service.ApprovedBy.Get(r))
	}
	move(governance.Step{To: service.Ended, On: today})
	if got := service.Until.Get(p.Get(id)); got != today {
		t.Errorf("ended %v", got)
	}
	if got := len(p.Pointing(governance.DecisionOf.Field, id)); got != 2 {
		t.Errorf("%d steps are written down", got)
	}
	// A day that was known before stands.
	early := level(t, p, "maintained", service.ApprovedOn, date.Of(2026, 2, 1))
	if _, err := p.Set(ctx, early, field.Column{Field: service.State.Field}, service.Approved); err != nil {
		t.Fatal(err)
	}
	if got := service.ApprovedOn.Get(p.Get(early)); got != date.Of(2026, 2, 1) {
		t.Errorf("approved %v", got)
	}
}

func TestNothingEndsBeforeItBegins(t *testing.T) {
	p := apptest.Empty(t)
	id := level(t, p, "maintained", service.From, today)
	if _, err := p.Set(ctx, id, field.Column{Field: service.Until.Field}, today.AddDays(-1)); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("a level: %v", err)
	}
	o := apptest.Add(t, p, service.OutcomeKind, service.OutcomeOf, id, service.OutcomeFrom, today)
	if _, err := p.Set(ctx, o.ID, field.Column{Field: service.OutcomeTo.Field}, today.AddDays(-1)); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("a period: %v", err)
	}
	if _, err := p.Set(ctx, o.ID, field.Column{Field: service.OutcomeTo.Field}, today); err != nil {
		t.Error(err)
	}
	// With the level its outcomes go.
	if _, err := p.Delete(ctx, []field.ID{id}); err != nil || p.Get(o.ID) != nil {
		t.Errorf("the outcome is left: %v", err)
	}
}
