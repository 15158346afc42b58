package agreement_test

import (
	"testing"

	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/insight"
)

// TestWhenAnAgreementEnds: what is said of how it goes on decides its end in force and the
// last day to give notice, and what isn't known is said. Today is 2026-11-21.
func TestWhenAnAgreementEnds(t *testing.T) {
	p := apptest.Empty(t)
	end, notice, length, renewal := agreement.End, agreement.NoticeMonths, agreement.RenewalMonths, agreement.Renewal
	m := func(n int64) int64 { return n }
	for _, c := range []struct {
		name string
		puts []any
		end  date.Date
		by   string
	}{
		{"a start tells nothing of the end", []any{agreement.Start, date.Of(2024, 1, 1), notice, m(3), length, m(12)}, 0, "slutdag saknas"},
		{"notice is counted from the end, not from the start", []any{agreement.Start, date.Of(2026, 8, 1), end, date.Of(2028, 7, 31), notice, m(6)}, 20280731, "2028-01-31"},
		{"by itself, twelve months at a time", []any{end, date.Of(2024, 12, 31), notice, m(3), length, m(12)}, 20271231, "2027-09-30"},
		{"by itself, as it says", []any{end, date.Of(2024, 12, 31), notice, m(3), length, m(12), renewal, agreement.Tacit}, 20271231, "2027-09-30"},
		{"by agreement it doesn't roll", []any{end, date.Of(2024, 12, 31), notice, m(3), length, m(12), renewal, agreement.Express}, 20241231, "2024-09-30"},
		{"not renewed it doesn't either", []any{end, date.Of(2027, 12, 31), notice, m(3), length, m(12), renewal, agreement.Never}, 20271231, "2027-09-30"},
		{"by itself for nobody knows how long, notice to come", []any{end, date.Of(2027, 12, 31), notice, m(3), renewal, agreement.Tacit}, 20271231, "2027-09-30"},
		{"by itself for nobody knows how long, notice is past", []any{end, date.Of(2026, 12, 31), notice, m(3), renewal, agreement.Tacit}, 0, "förlängningstid saknas"},
		{"by itself for nobody knows how long, the end is past", []any{end, date.Of(2025, 12, 31), renewal, agreement.Tacit}, 0, "förlängningstid saknas"},
		{"by itself, nothing else known", []any{end, date.Of(2026, 12, 31), renewal, agreement.Tacit}, 20261231, "uppsägningstid saknas"},
		{"bound beyond the first end", []any{end, date.Of(2026, 12, 31), notice, m(3), length, m(12), agreement.BoundUntil, date.Of(2028, 3, 31)}, 20281231, "2028-09-30"},
		{"bound beyond, length unknown", []any{end, date.Of(2027, 12, 31), notice, m(3), renewal, agreement.Tacit, agreement.BoundUntil, date.Of(2028, 3, 31)}, 0, "förlängningstid saknas"},
		{"bound beyond, notice unknown", []any{end, date.Of(2026, 12, 31), length, m(12), agreement.BoundUntil, date.Of(2028, 3, 31)}, 20281231, "uppsägningstid saknas"},
		{"renewed once at most", []any{end, date.Of(2024, 12, 31), notice, m(3), length, m(12), agreement.MostRenewals, m(1)}, 20251231, "2025-09-30"},
		{"renewed twice at most, and once already", []any{end, date.Of(2025, 12, 31), notice, m(3), length, m(12), agreement.MostRenewals, m(2), agreement.Renewed, m(1)}, 20261231, "2026-09-30"},
		{"as often as it may already", []any{end, date.Of(2026, 12, 31), notice, m(0), length, m(12), agreement.MostRenewals, m(2), agreement.Renewed, m(2)}, 20261231, "2026-12-31"},
		{"may not be renewed", []any{end, date.Of(2024, 12, 31), notice, m(3), length, m(12), agreement.MostRenewals, m(0)}, 20241231, "2024-09-30"},
		{"from the last day of a month to the last of another", []any{end, date.Of(2026, 2, 28), notice, m(0), length, m(6)}, 20270228, "2027-02-28"},
		{"from 30 June by months", []any{end, date.Of(2026, 6, 30), notice, m(0), length, m(1)}, 20261130, "2026-11-30"},
		{"from a leap day", []any{end, date.Of(2024, 2, 29), notice, m(1), length, m(12)}, 20270228, "2027-01-28"},
		{"given notice of the end stands", []any{end, date.Of(2024, 12, 31), notice, m(3), length, m(12), agreement.State, agreement.GivenUp}, 20241231, ""},
		{"runs on, with notice", []any{agreement.TermsText, "tills vidare", notice, m(3)}, 0, ""},
	} {
		r := apptest.Record(p, agreement.Kind, c.puts...)
		if got, _ := agreement.Dates(r, p.Today()); got != c.end {
			t.Errorf("%s: it ends %v, want %v", c.name, got, c.end)
		}
		if got := agreement.NoticeBy.Read(p, r, 0); got != c.by {
			t.Errorf("%s: notice by %q, want %q", c.name, got, c.by)
		}
	}
}

// TestHowLongAnAgreementCanLast: with all that may be left, when that is known and has a
// limit; and whether its end is one that it goes on after. Today is 2026-11-21.
func TestHowLongAnAgreementCanLast(t *testing.T) {
	m := func(n int64) int64 { return n }
	soon := []any{agreement.End, date.Of(2026, 12, 31), agreement.NoticeMonths, m(3), agreement.TheirMonths, m(1)}
	late := []any{agreement.End, date.Of(2026, 12, 31), agreement.NoticeMonths, m(0), agreement.TheirMonths, m(0)}
	const over, onward = "Avtalet löper ut", "Avtalet förlängs av sig självt"
	for _, c := range []struct {
		name            string
		puts            []any
		longest, theirs string
		text            string
	}{
		{"nothing said of how it goes on", soon, "2026-12-31", "", over},
		{"not renewed", append([]any{agreement.Renewal, agreement.Never, agreement.RenewalMonths, m(12)}, soon...), "2026-12-31", "", over},
		{"by itself, without a limit", append([]any{agreement.RenewalMonths, m(12)}, late...), "", "2026-12-31", onward},
		{"by itself, nobody knows how long", append([]any{agreement.Renewal, agreement.Tacit}, late...), "", "", onward},
		{"by itself twice, nobody knows how long", append([]any{agreement.Renewal, agreement.Tacit, agreement.MostRenewals, m(2)}, late...), "", "", onward},
		{"by itself as often as it may, nobody knows how long", append([]any{agreement.Renewal, agreement.Tacit, agreement.MostRenewals, m(2), agreement.Renewed, m(2)}, soon...), "2026-12-31", "", over},
		{"by itself twice", append([]any{agreement.RenewalMonths, m(12), agreement.MostRenewals, m(2)}, late...), "2028-12-31", "2026-12-31", onward},
		{"by itself once, and it has gone on", []any{agreement.End, date.Of(2025, 12, 31), agreement.NoticeMonths, m(0), agreement.TheirMonths, m(0), agreement.RenewalMonths, m(12), agreement.MostRenewals, m(1)}, "2026-12-31", "", over},
		{"by agreement twice", append([]any{agreement.Renewal, agreement.Express, agreement.RenewalMonths, m(12), agreement.MostRenewals, m(2)}, soon...), "2028-12-31", "", over},
		{"by agreement, without a limit", append([]any{agreement.Renewal, agreement.Express, agreement.RenewalMonths, m(12)}, soon...), "", "", over},
	} {
		p := apptest.Empty(t)
		r := apptest.Add(t, p, agreement.Kind, append([]any{agreement.Name, "Drift", agreement.State, agreement.Signed}, c.puts...)...)
		if got := agreement.Longest.Read(p, r, 0); got != c.longest {
			t.Errorf("%s: it can last to %q, want %q", c.name, got, c.longest)
		}
		if got := agreement.TheirsBy.Read(p, r, 0); got != c.theirs {
			t.Errorf("%s: the supplier gives notice by %q, want %q", c.name, got, c.theirs)
		}
		text := ""
		for _, d := range insight.Deadlines(p, insight.Asked{}).Known {
			if d.Rule == "ending" {
				text = d.Text
			}
		}
		if text != c.text {
			t.Errorf("%s: it says %q, want %q", c.name, text, c.text)
		}
	}
}

// TestNoticeFromEitherSide: who has given notice decides how long it goes on.
func TestNoticeFromEitherSide(t *testing.T) {
	end, on := date.Of(2026, 12, 31), date.Of(2026, 11, 21)
	fixed := []any{agreement.End, end, agreement.RenewalMonths, int64(12), agreement.NoticeMonths, int64(1), agreement.TheirMonths, int64(6)}
	for _, c := range []struct {
		name string
		puts []any
		give func(*field.Tx, field.ID, governance.Step) error
		want date.Date
		code fault.Code
	}{
		{"ours, in time", fixed, agreement.GiveNotice, end, ""},
		{"theirs, too late for this end", fixed, agreement.SupplierGivesNotice, date.Of(2027, 12, 31), ""},
		{"runs on, ours", []any{agreement.TermsText, "Tills vidare", agreement.NoticeMonths, int64(3)}, agreement.GiveNotice, on.AddMonths(3), ""},
		{"runs on, bound for longer", []any{agreement.TermsText, "Tills vidare", agreement.NoticeMonths, int64(3), agreement.BoundUntil, date.Of(2028, 1, 31)}, agreement.GiveNotice, date.Of(2028, 1, 31), ""},
		{"runs on, nobody knows how long notice is", []any{agreement.TermsText, "Tills vidare"}, agreement.GiveNotice, 0, ""},
		{"renewed by nobody knows how long, too late", []any{agreement.End, end, agreement.Renewal, agreement.Tacit, agreement.NoticeMonths, int64(3)}, agreement.GiveNotice, end, fault.Invalid},
		{"bound beyond the end in force", append([]any{agreement.BoundUntil, date.Of(2027, 6, 30)}, fixed...), agreement.GiveNotice, date.Of(2027, 12, 31), ""},
	} {
		a := &at{T: t, p: apptest.Empty(t)}
		r := apptest.Add(t, a.p, agreement.Kind, append([]any{agreement.Name, "Drift", agreement.State, agreement.Signed}, c.puts...)...)
		err := a.do(func(tx *field.Tx) error { return c.give(tx, r.ID, governance.Step{On: on}) })
		if got := agreement.End.Get(a.p.Get(r.ID)); got != c.want || fault.CodeOf(err) != c.code {
			t.Errorf("%s: it ends %v, want %v: %v", c.name, got, c.want, err)
		}
	}
}

// TestAnAgreementIsConcluded: it ends that day, or has ended already; renewed by itself, at
// the end that it had come to.
func TestAnAgreementIsConcluded(t *testing.T) {
	on := date.Of(2026, 11, 20)
	for _, c := range []struct {
		name string
		puts []any
		want date.Date
	}{
		{"runs on", nil, on},
		{"before its end", []any{agreement.End, date.Of(2027, 12, 31)}, on},
		{"after its end", []any{agreement.End, date.Of(2025, 12, 31)}, date.Of(2025, 12, 31)},
		{"renewed by itself beyond the day", []any{agreement.End, date.Of(2025, 12, 31), agreement.RenewalMonths, int64(12), agreement.NoticeMonths, int64(0)}, on},
		{"renewed by itself to the day", []any{agreement.End, date.Of(2025, 11, 20), agreement.RenewalMonths, int64(12), agreement.NoticeMonths, int64(0)}, on},
	} {
		a := &at{T: t, p: apptest.Empty(t)}
		r := apptest.Add(t, a.p, agreement.Kind, append([]any{agreement.Name, "Drift", agreement.State, agreement.Signed}, c.puts...)...)
		a.must(func(tx *field.Tx) error { return agreement.Conclude(tx, r.ID, governance.Step{On: on}) })
		if got := agreement.End.Get(a.p.Get(r.ID)); got != c.want {
			t.Errorf("%s: it ended %v, want %v", c.name, got, c.want)
		}
	}
}

// TestNoneIsRenewedToAnEarlierDay: also when nobody knows the end in force.
func TestNoneIsRenewedToAnEarlierDay(t *testing.T) {
	a := &at{T: t, p: apptest.Empty(t)}
	r := apptest.Add(t, a.p, agreement.Kind, agreement.Name, "Drift", agreement.State, agreement.Signed, agreement.End, date.Of(2025, 12, 31), agreement.Renewal, agreement.Tacit)
	for until, want := range map[date.Date]fault.Code{date.Of(2025, 6, 30): fault.Invalid, date.Of(2025, 12, 31): fault.Invalid, date.Of(2027, 12, 31): ""} {
		if err := a.do(func(tx *field.Tx) error { return agreement.Renew(tx, r.ID, until) }); fault.CodeOf(err) != want {
			t.Errorf("renewed to %v: %v", until, err)
		}
	}
}

// TestAnOptionIsUsed: in its order and in time, and the agreement ends so much later.
func TestAnOptionIsUsed(t *testing.T) {
	a := &at{T: t, p: apptest.Empty(t)}
	r := apptest.Add(t, a.p, agreement.Kind, agreement.Name, "Drift", agreement.State, agreement.Signed, agreement.End, date.Of(2027, 2, 28), agreement.NoticeMonths, int64(0))
	option := func(puts ...any) field.ID {
		return apptest.Add(t, a.p, agreement.OptionKind, append([]any{agreement.OptionOf, r.ID}, puts...)...).ID
	}
	use := func(id field.ID, on date.Date) error {
		return a.do(func(tx *field.Tx) error { return agreement.UseOption(tx, id, on) })
	}
	shows := func(f *field.Field, want string) {
		t.Helper()
		if got := f.Read(a.p, a.p.Get(r.ID), 0); got != want {
			t.Errorf("%s is %q, want %q", f.Label, got, want)
		}
	}
	tells := func(rule string, want bool) {
		t.Helper()
		got := false
		for _, x := range insight.Todos(a.p) {
			got = got || x.Rule == rule
		}
		if got != want {
			t.Errorf("%s is told of: %v", rule, got)
		}
	}
	second := option(agreement.OptionMonths, int64(24), agreement.OptionBefore, int64(6))
	shows(agreement.OptionBy.Field, "2026-08-28")
	if err := use(second, 0); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("used though its day is past: %v", err)
	}
	first := option(agreement.OptionMonths, int64(12), agreement.OptionDay, date.Of(2026, 12, 31))
	shows(agreement.OptionBy.Field, "2026-12-31")
	shows(agreement.Longest.Field, "2030-02-28")
	tells("option", true)
	if err := use(second, 0); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("the second was used first: %v", err)
	}
	if err := use(first, 0); err != nil {
		t.Fatal(err)
	}
	if got := agreement.End.Get(a.p.Get(r.ID)); got != date.Of(2028, 2, 29) {
		t.Errorf("it ends %v, not the last day of February", got)
	}
	if o := a.p.Get(first); agreement.OptionState.Get(o) != agreement.OptionUsed || agreement.OptionOn.Get(o) != today {
		t.Errorf("the option is %s since %v", agreement.OptionState.Get(o), agreement.OptionOn.Get(o))
	}
	shows(agreement.OptionBy.Field, "2027-08-29")
	tells("option", false)
	if err := use(first, 0); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("used twice: %v", err)
	}
	apptest.Put(t, a.p, second, agreement.OptionBefore, nil)
	shows(agreement.OptionBy.Field, "dag saknas")
	tells("option-unknown", true)
	apptest.Put(t, a.p, second, agreement.OptionMonths, nil)
	shows(agreement.Longest.Field, "")
	if err := use(second, 0); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("used for nobody knows how long: %v", err)
	}
	a.must(func(tx *field.Tx) error { return agreement.GiveNotice(tx, r.ID, governance.Step{}) })
	shows(agreement.OptionBy.Field, "")
	if err := a.do(func(tx *field.Tx) error { return agreement.UseNext(tx, r.ID, 0) }); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("used though notice has been given: %v", err)
	}
}

// TestAFrameworkCountsItsCallOffs: what is under it that is bought, and what is said besides.
func TestAFrameworkCountsItsCallOffs(t *testing.T) {
	p := apptest.Empty(t)
	r := apptest.Add(t, p, agreement.Kind, agreement.Name, "Konsulter", agreement.Type, agreement.Framework, agreement.State, agreement.Signed, agreement.Ceiling, money.FromKronor(100))
	under := func(typ string, puts ...any) field.ID {
		return apptest.Add(t, p, agreement.Kind, append([]any{agreement.Name, "Under", agreement.Parent, r.ID, agreement.Type, typ}, puts...)...).ID
	}
	holds := func(used, left string) {
		t.Helper()
		if u, l := agreement.Used.Read(p, p.Get(r.ID), 0), agreement.Left.Read(p, p.Get(r.ID), 0); u != used || l != left {
			t.Errorf("%s is used and %s left, want %s and %s", u, l, used, left)
		}
	}
	holds("", "100")
	under(agreement.CallOff, agreement.Value, money.FromKronor(60))
	under(agreement.Service, agreement.Value, money.FromKronor(1000))
	under(agreement.Processor)
	holds("60", "40")
	second := under("consulting")
	holds("60", "avropsvärde saknas")
	apptest.Put(t, p, r.ID, agreement.UsedBefore, money.FromKronor(50))
	holds("110", "−10") // over it already, whatever the rest is
	apptest.Put(t, p, second, agreement.Value, money.FromKronor(5))
	holds("115", "−15")
}
