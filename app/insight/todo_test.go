package insight_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/money"
	"itportfoljen/app/frame"
	"itportfoljen/app/governance"
	"itportfoljen/app/insight"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

var today = apptest.Today // 2026-11-21

// rules are the todos as "rule badge", in order.
func rules(ts []insight.Todo) []string {
	var out []string
	for _, t := range ts {
		out = append(out, t.Rule+" "+t.Badge)
	}
	return out
}

func TestTodosComeByUrgency(t *testing.T) {
	p := apptest.Open(t)
	none := int64(0)
	apptest.Put(t, p, p.ByRef("SYS-0001").ID, system.AgreementEnd, today.AddDays(70), system.NoticeMonths, none)
	apptest.Put(t, p, p.ByRef("SYS-0002").ID, system.AgreementEnd, today.AddDays(5), system.NoticeMonths, none)
	apptest.Put(t, p, p.ByRef("SYS-0003").ID, system.SupportEnd, today.AddDays(3))
	apptest.Put(t, p, p.ByRef("SYS-0004").ID, system.AgreementEnd, today.AddDays(40), system.NoticeMonths, none)
	apptest.Put(t, p, p.ByRef("INS-2027-001").ID, plan.Phase, apptest.Phases[governance.Planned], plan.Portfolio, "core", plan.InvestmentBudget, money.FromKronor(250_000))
	apptest.Add(t, p, frame.Kind, frame.Portfolio, "core", frame.Year, int64(2027), frame.Amount, money.FromKronor(200_000), frame.State, frame.Decided, frame.DecidedOn, today)
	apptest.Add(t, p, plan.Kind, plan.Name, "Väntar", plan.Phase, apptest.Phases[governance.Waiting])
	ts := insight.Todos(p)
	want := []string{"support 3 dagar", "notice 5 dagar", "decision väntar", "frame över ram", "notice 40 dagar", "owner saknas", "manager saknas", "class saknas", "notice 2 månader"}
	if got := rules(ts); !slices.Equal(got, want) {
		t.Fatalf("%q, want %q", got, want)
	}
	if got := ts[3].Subject; got != "Kärna, 50\u00a0tkr över" {
		t.Errorf("frame: %q", got)
	}
	if ts[6].Subject != "4 system" || len(ts[6].Records) != 4 {
		t.Errorf("managers: %+v", ts[6])
	}
}

// TestWhatGatesAskForAllTheTimeIsTold: a gate before no step warns as long as what it asks
// for is missing, and tells of it in one line.
func TestWhatGatesAskForAllTheTimeIsTold(t *testing.T) {
	gates := `"gates": [
		{"key": "X-1", "of": "system", "when": {"hosting": ["cloud"]}, "need": {"field": "data_location"}, "effect": "warn", "text": "Det står inte var data lagras."},
		{"key": "X-2", "of": "system", "need": {"none": "lock_in"}, "effect": "warn", "text": "Systemet låser in."},
		{"key": "X-3", "of": "system", "need": {"field": "category"}, "effect": "record", "text": "Kategori saknas."}],
		"forums": [`
	p := apptest.Begin(t, apptest.NewStore(), []byte(strings.Replace(string(apptest.Model()), `"forums": [`, gates, 1)))
	apptest.Add(t, p, system.Kind, system.Name, "Lön", system.Hosting, "cloud")
	apptest.Add(t, p, system.Kind, system.Name, "Diariet", system.Hosting, "cloud", system.DataLocation, "EU")
	apptest.Add(t, p, system.Kind, system.Name, "Kartan", system.LockIn, "Hög")
	told := func() (out []string) {
		for _, td := range insight.Todos(p) {
			if strings.HasPrefix(td.Rule, "X-") {
				out = append(out, td.Rule+" "+td.Badge+" "+td.Subject+": "+td.Text+" ("+td.Field+")")
			}
		}
		return out
	}
	want := []string{"X-1 saknas Lön: Det står inte var data lagras (data_location)", "X-2 avviker Kartan: Systemet låser in (lock_in)"}
	if got := told(); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	apptest.Put(t, p, p.Named(system.Kind, "Lön")[0].ID, system.DataLocation, "Sverige")
	if got := told(); !slices.Equal(got, want[1:]) {
		t.Errorf("after it was mended: %q", got)
	}
}

// Many late things of a rule are one line, by the first day; a few are told of one by one.
func TestLateThingsOfARuleAreGathered(t *testing.T) {
	p := apptest.Open(t)
	for i, r := range p.All(plan.Kind)[:2] {
		apptest.Put(t, p, r.ID, plan.Phase, apptest.Phases[governance.Waiting], plan.DecideBy, today.AddDays(-10-i))
	}
	late := func() (out []insight.Todo) {
		for _, t := range insight.Todos(p) {
			if t.Rule == "decision" && t.Due < today && !t.Due.IsZero() {
				out = append(out, t)
			}
		}
		return out
	}
	if got := late(); len(got) != 2 {
		t.Fatalf("two are %v", got)
	}
	apptest.Add(t, p, plan.Kind, plan.Name, "Väntar", plan.Phase, apptest.Phases[governance.Waiting], plan.DecideBy, today.AddDays(-40))
	got := late()
	if len(got) != 1 || len(got[0].Records) != 3 || got[0].Due != today.AddDays(-40) || got[0].Subject != "3 insatser, först Väntar" || got[0].Text != "Beslut" {
		t.Errorf("three are %+v", got)
	}
}

// TestLikeThingsAreOneRow: what is as near is told of together, and what lies nearer isn't hidden by it.
func TestLikeThingsAreOneRow(t *testing.T) {
	p := apptest.Open(t)
	none := int64(0)
	for i := range 14 {
		apptest.Add(t, p, system.Kind, system.Name, fmt.Sprintf("System %d", i), system.AgreementEnd, today.AddDays(20+i), system.NoticeMonths, none)
	}
	apptest.Add(t, p, system.Kind, system.Name, "Nära", system.AgreementEnd, today.AddDays(3), system.NoticeMonths, none)
	var got []string
	for _, todo := range insight.Todos(p) {
		if todo.Rule == "notice" {
			got = append(got, fmt.Sprintf("%s %d %s", todo.Badge, len(todo.Records), todo.Due))
		}
	}
	if want := []string{"3 dagar 1 " + today.AddDays(3).String(), "20 dagar 14 " + today.AddDays(20).String()}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestWhatNearlyAllLackStandsFirst: 308 systems without an owner come before all else, and one lack of a
// kind only.
func TestWhatNearlyAllLackStandsFirst(t *testing.T) {
	p := apptest.Open(t)
	apptest.Put(t, p, p.ByRef("SYS-0002").ID, system.AgreementEnd, today.AddDays(5), system.NoticeMonths, int64(0))
	if got := insight.Todos(p)[0].Rule; got == "owner" {
		t.Errorf("of a few systems it is %s", got)
	}
	for i := range 300 {
		apptest.Add(t, p, system.Kind, system.Name, fmt.Sprintf("System %d", i), system.Lifecycle, "live")
	}
	got := rules(insight.Todos(p))
	if got[0] != "owner saknas" || got[1] == "manager saknas" {
		t.Errorf("%q", got)
	}
}
