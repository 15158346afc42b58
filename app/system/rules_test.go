package system_test

import (
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
)

var today = apptest.Today // 2026-11-21

func sys(p *app.Portfolio, puts ...any) *field.Record {
	return apptest.Record(p, system.Kind, append([]any{system.Name, "Provet"}, puts...)...)
}

func TestAgreementStands(t *testing.T) {
	p := apptest.Empty(t)
	end, notice, renewal := system.AgreementEnd, system.NoticeMonths, system.RenewalMonths
	none := int64(0)
	for _, c := range []struct {
		name     string
		puts     []any
		text     string
		tone     field.Tone
		noticeBy field.Value
		said     string // in the place of the notice day
	}{
		{"none", nil, "", field.Plain, nil, ""},
		{"until further notice", []any{system.AgreementTerms, "Tills vidare, 3 mån"}, "löpande", field.Quiet, nil, ""},
		{"running", []any{system.AgreementTerms, "LÖPANDE"}, "löpande", field.Quiet, nil, ""},
		{"until further notice, but an end", []any{system.AgreementTerms, "tills vidare", end, today, notice, none}, "2026-11-21", field.Bad, today, "2026-11-21"},
		{"yesterday", []any{end, today.AddDays(-1), notice, none}, "2026-11-20 passerat", field.Bad, today.AddDays(-1), "2026-11-20"},
		{"in a month", []any{end, today.AddMonths(1), notice, none}, "2026-12-21", field.Bad, today.AddMonths(1), "2026-12-21"},
		{"in a month and a day", []any{end, today.AddMonths(1).AddDays(1), notice, none}, "2026-12-22", field.Warn, today.AddMonths(1).AddDays(1), "2026-12-22"},
		{"in half a year", []any{end, today.AddMonths(6), notice, none}, "2027-05-21", field.Warn, today.AddMonths(6), "2027-05-21"},
		{"later", []any{end, today.AddMonths(6).AddDays(1), notice, none}, "2027-05-22", field.Good, today.AddMonths(6).AddDays(1), "2027-05-22"},
		{"later, but notice soon", []any{end, today.AddMonths(13), notice, int64(12)}, "2027-12-21", field.Bad, today.AddMonths(1), "2026-12-21"},
		{"renewed", []any{end, date.Of(2025, 8, 28), notice, int64(2), renewal, int64(12)}, "2027-08-28", field.Good, date.Of(2027, 6, 28), "2027-06-28"},
		{"notice at a month's end", []any{end, date.Of(2027, 8, 31), notice, int64(6)}, "2027-08-31", field.Warn, date.Of(2027, 2, 28), "2027-02-28"},
		{"odd months", []any{end, today.AddMonths(9), notice, int64(-3), renewal, int64(-12)}, "2027-08-21", field.Good, today.AddMonths(9), "2027-08-21"},
		{"notice unknown", []any{end, today.AddMonths(6).AddDays(1)}, "2027-05-22", field.Good, nil, "uppsägningstid saknas"},
		{"notice unknown, ends soon", []any{end, today.AddMonths(1)}, "2026-12-21", field.Bad, nil, "uppsägningstid saknas"},
		{"notice unknown, renewed", []any{end, date.Of(2025, 8, 28), renewal, int64(12)}, "2027-08-28", field.Good, nil, "uppsägningstid saknas"},
	} {
		r := sys(p, c.puts...)
		s, ok := system.AgreementEnd.Standing(p, r)
		if s.Text != c.text || s.Tone != c.tone || ok != (c.text != "") {
			t.Errorf("%s: %+v %v, want %q %v", c.name, s, ok, c.text, c.tone)
		}
		if got := system.NoticeBy.Value(p, r, 0); !field.Equal(got, c.noticeBy) {
			t.Errorf("%s: notice by %v, want %v", c.name, got, c.noticeBy)
		}
		if got := system.NoticeBy.Read(p, r, 0); got != c.said {
			t.Errorf("%s: the notice day reads %q, want %q", c.name, got, c.said)
		}
		if got := system.Running(r); got != (c.text == "löpande") {
			t.Errorf("%s: running %v", c.name, got)
		}
	}
}

func TestRolesStand(t *testing.T) {
	p := apptest.Empty(t)
	person := func(left date.Date) field.ID {
		return apptest.Add(t, p, org.PersonKind, org.PersonName, "Kim", org.PersonLeft, left).ID
	}
	here, leaves, left := person(0), person(today), person(today.AddDays(-1))
	type hs = []field.Holding
	for _, c := range []struct {
		name string
		hs   hs
		want bool // held
	}{
		{"nobody", nil, false},
		{"somebody", hs{{Person: here}}, true},
		{"whose last day is today", hs{{Person: leaves}}, true},
		{"who left yesterday", hs{{Person: left}}, false},
		{"one left, one here", hs{{Person: left}, {Person: here}}, true},
		{"held it till yesterday", hs{{Person: here, To: today.AddDays(-1)}}, false},
		{"holds it till today", hs{{Person: here, To: today}}, true},
		{"begins tomorrow", hs{{Person: here, From: today.AddDays(1)}}, false},
		{"isn't there", hs{{Person: "borta"}}, false},
	} {
		for _, state := range []string{"", "maintained", "developing", "phaseout", "planned", "retired"} {
			r := sys(p, system.Lifecycle, state, system.SystemOwner, c.hs)
			if got := field.Held(p, r, system.SystemOwner); got != c.want {
				t.Errorf("%s: held %v", c.name, got)
			}
			inService := state != "planned" && state != "retired"
			if system.InService(r) != inService {
				t.Errorf("%q in service: %v", state, system.InService(r))
			}
			if _, speaks := system.SystemOwner.Standing(p, r); speaks != (inService && !c.want) {
				t.Errorf("%s, %q: says it is missing: %v", c.name, state, speaks)
			}
		}
	}
}

func TestTIME(t *testing.T) {
	p := apptest.Empty(t)
	for _, c := range []struct {
		technical, functional string
		want                  field.Value
	}{
		{"high", "high", "invest"}, {"high", "low", "tolerate"}, {"low", "high", "migrate"}, {"low", "low", "eliminate"},
		{"", "high", nil}, {"low", "", nil}, {"", "", nil},
	} {
		r := sys(p, system.TechnicalFit, c.technical, system.FunctionalFit, c.functional)
		if got := system.TIME.Value(p, r, 0); got != c.want {
			t.Errorf("%s/%s is %v, want %v", c.technical, c.functional, got, c.want)
		}
	}
}
