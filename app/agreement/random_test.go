package agreement_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// days are those that calendars go wrong by, near today, 2026-11-21.
var days = []date.Date{0, date.Of(2024, 2, 29), date.Of(2025, 2, 28), date.Of(2026, 1, 31), date.Of(2026, 11, 20), today, date.Of(2026, 11, 22), date.Of(2026, 11, 30), date.Of(2026, 12, 31),
	date.Of(2027, 2, 28), date.Of(2027, 8, 31), date.Of(2028, 2, 29), date.Of(2028, 6, 30)}

// anyAgreement is one of whatever terms, with up to two options; nil when the terms are such
// as no agreement may have.
func anyAgreement(a *at, rnd *rand.Rand) *field.Record {
	day := func() date.Date { return days[rnd.IntN(len(days))] }
	puts := []any{agreement.Name, "Drift", agreement.State, agreement.Signed, agreement.Renewal, []string{"", agreement.Tacit, agreement.Express, agreement.Never}[rnd.IntN(4)]}
	for _, f := range []field.DateField{agreement.End, agreement.BoundUntil} {
		if d := day(); !d.IsZero() {
			puts = append(puts, f, d)
		}
	}
	for _, f := range []field.NumberField{agreement.NoticeMonths, agreement.TheirMonths, agreement.RenewalMonths, agreement.MostRenewals} {
		if rnd.IntN(3) > 0 {
			puts = append(puts, f, []int64{0, 1, 3, 6, 12, 36}[rnd.IntN(6)])
		}
	}
	r := apptest.Record(a.p, agreement.Kind, puts...)
	if a.do(func(tx *field.Tx) error { return tx.Create(r) }) != nil {
		return nil
	}
	for range rnd.IntN(3) {
		option := []any{agreement.OptionOf, r.ID, agreement.OptionMonths, int64(1 + rnd.IntN(24))}
		if d := day(); !d.IsZero() && rnd.IntN(2) > 0 {
			option = append(option, agreement.OptionDay, d)
		}
		apptest.Add(a.T, a.p, agreement.OptionKind, option...)
	}
	return r
}

// Whatever an agreement says: the last day for notice is no later than the end, the end no
// sooner than the binding time where it goes on by itself without a limit, and what is done
// with it leads to the day that was told, or is refused and changes nothing.
func TestTheDaysOfAnyAgreementGoTogether(t *testing.T) {
	rnd := rand.New(rand.NewPCG(26, 11))
	for range 1500 {
		a := &at{T: t, p: apptest.Empty(t)}
		made := anyAgreement(a, rnd)
		if made == nil {
			continue
		}
		id := made.ID
		is := func() *field.Record { return a.p.Get(id) }
		say := func(format string, args ...any) {
			t.Helper()
			r, terms := is(), ""
			for f := range r.Values {
				terms += f.Key + " " + f.Show(a.p, r.Get(f)) + ", "
			}
			t.Errorf("%s%s", terms, fmt.Sprintf(format, args...))
		}
		end, notice := agreement.Dates(is(), today)
		theirs, _ := agreement.TheirsBy.Value(a.p, is(), 0).(date.Date)
		longest, _ := agreement.Longest.Value(a.p, is(), 0).(date.Date)
		switch {
		case notice > end:
			say("ends %v, notice by %v", end, notice)
		case !end.IsZero() && agreement.End.Get(is()) > end:
			say("ends %v, before the end that is written", end)
		case !longest.IsZero() && longest < end:
			say("ends %v, and at the longest %v", end, longest)
		case theirs != 0 && theirs < today:
			say("the supplier can give notice by %v, which has been", theirs)
		}
		before := agreement.End.Get(is())
		next := agreement.NextEnd(is(), today)
		switch err := a.do(func(tx *field.Tx) error { return agreement.Renew(tx, id, 0) }); {
		case err != nil && (agreement.End.Get(is()) != before || fault.CodeOf(err) != fault.Conflict && fault.CodeOf(err) != fault.Invalid):
			say("renewed: %v, and it ends %v", err, agreement.End.Get(is()))
		case err == nil && (agreement.End.Get(is()) != next || next <= end):
			say("renewed it ends %v, want %v, after %v", agreement.End.Get(is()), next, end)
		}
		end, _ = agreement.Dates(is(), today)
		o, before := agreement.NextOption(a.p, is()), agreement.End.Get(is())
		switch err := a.do(func(tx *field.Tx) error { return agreement.UseNext(tx, id, 0) }); {
		case err != nil && agreement.End.Get(is()) != before:
			say("an option: %v, and it ends %v", err, agreement.End.Get(is()))
		case err == nil && (agreement.End.Get(is()) <= end || agreement.End.Get(is()) < end.AddMonths(int(agreement.OptionMonths.Get(o)))):
			say("with the option it ends %v, after %v", agreement.End.Get(is()), end)
		}
		end, notice = agreement.Dates(is(), today)
		theirs, _ = agreement.TheirsBy.Value(a.p, is(), 0).(date.Date)
		give, ours := agreement.GiveNotice, true
		if rnd.IntN(2) > 0 {
			give, ours = agreement.SupplierGivesNotice, false
		}
		if err := a.do(func(tx *field.Tx) error { return give(tx, id, governance.Step{}) }); err != nil {
			continue
		}
		switch stands, _ := agreement.Dates(is(), today.AddMonths(240)); {
		case ours && notice >= today && stands != end:
			say("given notice of in time it ends %v, want %v", stands, end)
		case ours && stands < end:
			say("given notice of it ends %v, before %v", stands, end)
		case !ours && stands < theirs:
			say("the supplier gave notice: it ends %v, before %v", stands, theirs)
		}
	}
}
