package agreement_test

import (
	"slices"
	"strings"
	"testing"

	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	"itportfoljen/app/system"
)

// TestAnAgreementThatStopsNeedsNoNotice: what can't be renewed isn't told to be, and ends
// without anybody's notice.
func TestAnAgreementThatStopsNeedsNoNotice(t *testing.T) {
	soon := []any{agreement.Name, "Provet", agreement.State, agreement.Signed, agreement.End, today.AddMonths(4)}
	for _, c := range []struct {
		name string
		puts []any
		want string
	}{
		{"nobody says how it goes on", []any{agreement.NoticeMonths, int64(3)}, "notice 30 dagar"},
		{"it isn't renewed", []any{agreement.NoticeMonths, int64(3), agreement.Renewal, agreement.Never}, "ending 4 månader"},
		{"it isn't renewed, notice unknown", []any{agreement.Renewal, agreement.Never}, "ending 4 månader"},
		{"it has been renewed as often as it may", []any{agreement.NoticeMonths, int64(3), agreement.RenewalMonths, int64(12), agreement.MostRenewals, int64(1), agreement.Renewed, int64(1)}, "ending 4 månader"},
		{"it may be renewed once more", []any{agreement.NoticeMonths, int64(3), agreement.RenewalMonths, int64(12), agreement.MostRenewals, int64(2), agreement.Renewed, int64(1)}, "notice 30 dagar"},
	} {
		p := apptest.Empty(t)
		apptest.Add(t, p, agreement.Kind, append(slices.Clone(soon), c.puts...)...)
		if got := told(p); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestAnAgreementGivenNoticeOfHalfway: when only the day or only the state says that notice
// has been given, what is missing is asked for.
func TestAnAgreementGivenNoticeOfHalfway(t *testing.T) {
	for _, c := range []struct {
		name string
		puts []any
		want string
	}{
		{"runs on", []any{agreement.State, agreement.Signed}, ""},
		{"runs on, with a day", []any{agreement.State, agreement.Signed, agreement.NoticeOn, today}, "notice-state rätta"},
		{"no state, with a day", []any{agreement.NoticeOn, today}, "notice-state rätta"},
		{"given notice of, without an end", []any{agreement.State, agreement.GivenUp, agreement.NoticeOn, today}, "end-unknown saknas"},
		{"given notice of, bound, without an end", []any{agreement.State, agreement.GivenUp, agreement.BoundUntil, today.AddMonths(1)}, "end-unknown saknas"},
		{"bound, and not given notice of", []any{agreement.State, agreement.Signed, agreement.BoundUntil, today.AddMonths(1)}, "binding 30 dagar"},
		{"given notice of, with an end", []any{agreement.State, agreement.GivenUp, agreement.End, today.AddMonths(1)}, "ending 30 dagar"},
	} {
		p := apptest.Empty(t)
		apptest.Add(t, p, agreement.Kind, append([]any{agreement.Name, "Provet"}, c.puts...)...)
		if got := told(p); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// told is what is to be done about agreements: the rules and how near they are.
func told(w insight.World) string {
	var got []string
	for _, x := range insight.Todos(w) {
		if x.Kind == agreement.Kind {
			got = append(got, x.Rule+" "+x.Badge)
		}
	}
	return strings.Join(got, ", ")
}

func TestReminders(t *testing.T) {
	in := func(n int) date.Date { return today.AddDays(n) }
	puts := func(vs ...any) []any { return vs }
	none := int64(0) // months of notice
	for _, c := range []struct {
		name string
		puts []any
		want string
	}{
		{"nothing said", nil, ""},
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
		{"of a system to come", puts(system.Lifecycle, "planned", system.AgreementEnd, in(-1)), ""},
		{"of a retired one", puts(system.Lifecycle, "retired", system.AgreementEnd, in(-1)), ""},
	} {
		p := apptest.Empty(t)
		r := apptest.Add(t, p, system.Kind, append([]any{system.Name, "Provet"}, c.puts...)...)
		var got []string
		for _, x := range insight.Todos(p) {
			if x.Kind != agreement.Kind {
				continue
			}
			got = append(got, x.Rule+" "+x.Badge)
			if x.Subject != "Provet" || !slices.Equal(x.Records, []field.ID{agreement.Of(p, r.ID)[0].ID}) || x.Kind.Field(x.Field) == nil || x.Text == "" {
				t.Errorf("%s: %+v", c.name, x)
			}
		}
		if got := strings.Join(got, ", "); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
