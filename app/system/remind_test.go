package system_test

import (
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	"itportfoljen/app/org"
	"itportfoljen/app/settings"
	"itportfoljen/app/system"
)

// whole gives what a system in service needs so that nobody is reminded of it.
func whole(p *app.Portfolio, holder field.ID) []any {
	hs := []field.Holding{{Person: holder}}
	return []any{system.Name, "Provet", system.SystemOwner, hs, system.Manager, hs,
		system.Confidentiality, int64(1), system.Integrity, int64(1), system.Availability, int64(1)}
}

func TestReminders(t *testing.T) {
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
	for _, c := range []struct {
		name string
		puts func(*app.Portfolio) []any
		want string
	}{
		{"nothing wrong", puts(), ""},
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
		{"classed a year and a day ago, where it holds for a year", func(p *app.Portfolio) []any {
			apptest.Put(t, p, settings.ID, settings.ReviewYear, int64(1))
			return []any{system.ClassifiedOn, today.AddMonths(-12).AddDays(-1)}
		}, "class-old försenad"},
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
		var got []string
		for _, x := range insight.Todos(p) {
			if x.Kind == org.PersonKind { // who has left is told of too
				continue
			}
			got = append(got, x.Rule+" "+x.Badge)
			if x.Subject != "Provet" || !slices.Equal(x.Records, []field.ID{r.ID}) || x.Kind != system.Kind || x.Kind.Field(x.Field) == nil || x.Text == "" {
				t.Errorf("%s: %+v", c.name, x)
			}
		}
		if got := strings.Join(got, ", "); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
