package insight_test

import (
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/insight"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/settings"
	"itportfoljen/app/system"
)

var today = apptest.Today // 2026-11-21

// whole gives what a system in service needs so that no rule speaks of it.
func whole(p *app.Portfolio, holder field.ID) []any {
	hs := []field.Holding{{Person: holder}}
	return []any{system.Name, "Provet", system.SystemOwner, hs, system.Manager, hs,
		system.Confidentiality, int64(1), system.Integrity, int64(1), system.Availability, int64(1)}
}

// rules are the todos as "rule badge", in order.
func rules(ts []insight.Todo) []string {
	var out []string
	for _, t := range ts {
		out = append(out, t.Rule+" "+t.Badge)
	}
	return out
}

func TestRulesOfSystems(t *testing.T) {
	in := func(n int) date.Date { return today.AddDays(n) }
	person := func(p *app.Portfolio, left date.Date) field.ID {
		return apptest.Add(t, p, org.PersonKind, org.PersonName, "Kim", org.PersonLeft, left).ID
	}
	left := func(d date.Date) func(*app.Portfolio) []any {
		return func(p *app.Portfolio) []any {
			return []any{system.SystemOwner, []field.Holding{{Person: person(p, d)}}}
		}
	}
	held := func(from, to date.Date) func(*app.Portfolio) []any {
		return func(p *app.Portfolio) []any {
			return []any{system.SystemOwner, []field.Holding{{Person: person(p, 0), From: from, To: to}}}
		}
	}
	puts := func(vs ...any) func(*app.Portfolio) []any { return func(*app.Portfolio) []any { return vs } }
	none := int64(0) // months of notice
	for _, c := range []struct {
		name string
		puts func(*app.Portfolio) []any
		want string
	}{
		{"nothing wrong", puts(), ""},
		{"notice today", puts(system.AgreementEnd, in(0), system.NoticeMonths, none), "notice i dag"},
		{"notice tomorrow", puts(system.AgreementEnd, in(1), system.NoticeMonths, none), "notice 1 dag"},
		{"notice in 14 days", puts(system.AgreementEnd, in(14), system.NoticeMonths, none), "notice 14 dagar"},
		{"notice in 61 days", puts(system.AgreementEnd, in(61), system.NoticeMonths, none), "notice 2 månader"},
		{"notice in three months", puts(system.AgreementEnd, today.AddMonths(3), system.NoticeMonths, none), "notice 3 månader"},
		{"notice in three months and a day", puts(system.AgreementEnd, today.AddMonths(3).AddDays(1), system.NoticeMonths, none), ""},
		{"notice by months", puts(system.AgreementEnd, today.AddMonths(7), system.NoticeMonths, int64(6)), "notice 30 dagar"},
		{"notice yesterday, ends in six months", puts(system.AgreementEnd, today.AddMonths(6), system.NoticeMonths, int64(7)), "ending 6 månader"},
		{"notice past, ends later", puts(system.AgreementEnd, today.AddMonths(6).AddDays(1), system.NoticeMonths, int64(9)), ""},
		{"notice unknown", puts(system.AgreementEnd, today.AddMonths(6).AddDays(1)), "notice-unknown saknas"},
		{"notice unknown, ends in a week", puts(system.AgreementEnd, in(7)), "ending 7 dagar, notice-unknown saknas"},
		{"notice unknown, ends in six months", puts(system.AgreementEnd, today.AddMonths(6)), "notice-unknown saknas, ending 6 månader"},
		{"notice unknown, renews itself", puts(system.AgreementEnd, in(-1), system.RenewalMonths, int64(12)), "notice-unknown saknas"},
		{"notice unknown, runs on", puts(system.AgreementTerms, "Tills vidare"), ""},
		{"ended yesterday", puts(system.AgreementEnd, in(-1)), "ended passerat"},
		{"renews itself", puts(system.AgreementEnd, in(-1), system.RenewalMonths, int64(12), system.NoticeMonths, int64(3)), ""},
		{"renews itself soon", puts(system.AgreementEnd, today.AddMonths(-8), system.RenewalMonths, int64(12), system.NoticeMonths, int64(3)), "notice 30 dagar"},
		{"no owner", puts(system.SystemOwner, nil), "owner saknas"},
		{"the owner leaves today", left(in(0)), ""},
		{"the owner left yesterday", left(in(-1)), "owner-left saknas"},
		{"the owner's time was over yesterday", held(0, in(-1)), "owner saknas"},
		{"the owner's last day", held(0, in(0)), ""},
		{"the owner begins today", held(in(0), 0), ""},
		{"the owner begins tomorrow", held(in(1), 0), "owner saknas"},
		{"no manager", puts(system.Manager, nil), "manager saknas"},
		{"no class", puts(system.Integrity, nil), "class saknas"},
		{"classed two years ago", puts(system.ClassifiedOn, today.AddMonths(-24)), ""},
		{"classed two years and a day ago", puts(system.ClassifiedOn, today.AddMonths(-24).AddDays(-1)), "class-old försenad"},
		{"to be classed today", puts(system.ReviewBy, in(0), system.ClassifiedOn, date.Of(2001, 1, 1)), ""},
		{"to be classed yesterday", puts(system.ReviewBy, in(-1)), "class-old försenad"},
		{"support ends today", puts(system.SupportEnd, in(0)), "support i dag"},
		{"support ends in six months", puts(system.SupportEnd, today.AddMonths(6)), "support 6 månader"},
		{"support ends later", puts(system.SupportEnd, today.AddMonths(6).AddDays(1)), ""},
		{"support ended", puts(system.SupportEnd, in(-1)), "support-ended passerat"},
		{"personal data in the cloud", puts(system.PersonalData, "yes", system.Hosting, "cloud"), "dpa saknas"},
		{"sensitive data elsewhere", puts(system.PersonalData, "sensitive", system.Hosting, "external"), "dpa saknas"},
		{"with an agreement", puts(system.PersonalData, "yes", system.Hosting, "cloud", system.ProcessorSigned, in(0)), ""},
		{"personal data at home", puts(system.PersonalData, "sensitive", system.Hosting, "internal"), ""},
		{"none in the cloud", puts(system.PersonalData, "no", system.Hosting, "cloud"), ""},
		{"planned", puts(system.Lifecycle, "planned", system.SystemOwner, nil, system.AgreementEnd, in(-1)), ""},
		{"retired", puts(system.Lifecycle, "retired", system.Integrity, nil, system.SupportEnd, in(-1)), ""},
	} {
		p := apptest.Empty(t)
		kim := apptest.Add(t, p, org.PersonKind, org.PersonName, "Alex").ID
		r := apptest.Add(t, p, system.Kind, append(whole(p, kim), c.puts(p)...)...)
		ts := insight.Todos(p)
		if got := strings.Join(rules(ts), ", "); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
			continue
		}
		for _, x := range ts {
			if x.Kind == agreement.Kind && len(x.Records) == 1 && agreement.Of(p, r.ID)[0].ID == x.Records[0] {
				x.Records = []field.ID{r.ID}
			}
			if x.Subject != "Provet" || !slices.Equal(x.Records, []field.ID{r.ID}) || x.Kind != system.Kind && x.Kind != agreement.Kind || x.Kind.Field(x.Field) == nil || x.Text == "" {
				t.Errorf("%s: %+v", c.name, x)
			}
		}
	}
}

func TestRulesOfInsatser(t *testing.T) {
	in := func(n int) date.Date { return today.AddDays(n) }
	for _, c := range []struct {
		name  string
		stage governance.Stage
		puts  []any
		want  string
	}{
		{"an idea", governance.Idea, []any{plan.DecideBy, in(-1), plan.Start, in(-9), plan.End, in(-1)}, ""},
		{"waits", governance.Waiting, nil, "decision väntar"},
		{"decide today", governance.Waiting, []any{plan.DecideBy, in(0)}, "decision väntar"},
		{"decide yesterday", governance.Waiting, []any{plan.DecideBy, in(-1)}, "decision försenad"},
		{"should begin today", governance.Planned, []any{plan.Start, in(0)}, ""},
		{"should have begun", governance.Planned, []any{plan.Start, in(-1)}, "not-started försenad"},
		{"ready today", governance.Running, []any{plan.End, in(0)}, ""},
		{"should be ready", governance.Running, []any{plan.End, in(-1)}, "late försenad"},
		{"measure in a month", governance.Done, []any{plan.MeasureOn, today.AddMonths(1)}, "measure 30 dagar"},
		{"measure later", governance.Done, []any{plan.MeasureOn, today.AddMonths(1).AddDays(1)}, ""},
		{"measure late", governance.Done, []any{plan.MeasureOn, in(-400)}, "measure försenad"},
		{"closed", governance.Closed, []any{plan.MeasureOn, in(0), plan.End, in(-1)}, ""},
		{"rejected", governance.Aside, []any{plan.DecideBy, in(-1), plan.End, in(-1)}, ""},
	} {
		p := apptest.Empty(t)
		apptest.Add(t, p, plan.Kind, append([]any{plan.Name, "Provet", plan.Phase, apptest.Phases[c.stage]}, c.puts...)...)
		if got := strings.Join(rules(insight.Todos(p)), ", "); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestDecisionsGoToTheNextMeeting(t *testing.T) {
	for _, c := range []struct {
		next, own, want date.Date
		badge           string
	}{
		{today.AddDays(9), 0, today.AddDays(9), "väntar"},
		{today, 0, today, "väntar"},
		{today.AddDays(-1), 0, 0, "väntar"}, // a meeting that nobody has moved on from
		{today.AddDays(9), today.AddDays(3), today.AddDays(3), "väntar"},
		{0, today.AddDays(-3), today.AddDays(-3), "försenad"},
	} {
		p := apptest.Empty(t)
		apptest.Put(t, p, settings.ID, settings.NextBoard, c.next)
		apptest.Add(t, p, plan.Kind, plan.Name, "Provet", plan.Phase, apptest.Phases[governance.Waiting], plan.DecideBy, c.own)
		ts := insight.Todos(p)
		if len(ts) != 1 || ts[0].Due != c.want || ts[0].Badge != c.badge {
			t.Errorf("meeting %s, own day %s: %+v", c.next, c.own, ts)
		}
	}
}

func TestTodosComeByUrgency(t *testing.T) {
	p := apptest.Open(t)
	none := int64(0)
	apptest.Put(t, p, p.ByRef("SYS-0001").ID, system.AgreementEnd, today.AddDays(70), system.NoticeMonths, none)
	apptest.Put(t, p, p.ByRef("SYS-0002").ID, system.AgreementEnd, today.AddDays(5), system.NoticeMonths, none)
	apptest.Put(t, p, p.ByRef("SYS-0003").ID, system.SupportEnd, today.AddDays(3))
	apptest.Put(t, p, p.ByRef("SYS-0004").ID, system.AgreementEnd, today.AddDays(40), system.NoticeMonths, none)
	apptest.Put(t, p, p.ByRef("INS-2027-001").ID, plan.Phase, apptest.Phases[governance.Planned], plan.Portfolio, "core", plan.InvestmentBudget, money.FromKronor(250_000))
	apptest.Add(t, p, economy.FrameKind, economy.FramePortfolio, "core", economy.FrameYear, int64(2027), economy.FrameAmount, money.FromKronor(200_000))
	ts := insight.Todos(p)
	want := []string{"support 3 dagar", "notice 5 dagar", "frame över ram", "notice 40 dagar", "owner saknas", "manager saknas", "class saknas", "notice 2 månader"}
	if got := rules(ts); !slices.Equal(got, want) {
		t.Fatalf("%q, want %q", got, want)
	}
	if got := ts[2].Subject; got != "Kärna, 50\u00a0tkr över" {
		t.Errorf("frame: %q", got)
	}
	if ts[5].Subject != "4 system" || len(ts[5].Records) != 4 {
		t.Errorf("managers: %+v", ts[5])
	}
}
