package governance_test

import (
	"context"
	"testing"

	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/exemption"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/policy"
	"itportfoljen/app/service"
)

// A step that doesn't say its day was taken on the one that somebody has written, and else
// today; what an earlier step wrote is the day of that one.
func TestTheDayOfAStepIsTheOneThatIsWritten(t *testing.T) {
	ctx := context.Background()
	today, written := apptest.Today, apptest.Today.AddDays(-20)
	for _, c := range []struct {
		kind        *field.Kind
		day         *field.Field
		to, between string
	}{
		{agreement.Kind, agreement.NoticeOn.Field, agreement.GivenUp, agreement.Signed},
		{service.LevelKind, service.ApprovedOn.Field, service.Approved, service.Draft},
		{policy.Kind, policy.ApprovedOn.Field, policy.Approved, policy.Draft},
		{exemption.Kind, exemption.DecidedOn.Field, exemption.Granted, exemption.Applied},
		{exemption.Kind, exemption.DecidedOn.Field, exemption.Denied, exemption.Applied},
	} {
		p := apptest.Empty(t)
		id := apptest.Add(t, p, c.kind, field.TextField{Field: c.kind.Title()}, "Prov").ID
		move := func(s governance.Step) {
			t.Helper()
			if _, err := p.Do(ctx, func(tx *field.Tx) (string, error) { return "Prov", governance.Move(tx, id, s) }); err != nil {
				t.Fatal(err)
			}
		}
		is := func(when string, want date.Date) {
			t.Helper()
			all := p.Pointing(governance.DecisionOf.Field, id)
			if got := p.Get(id).Get(c.day); got != want || governance.DecisionOn.Get(all[len(all)-1]) != want {
				t.Errorf("%s to %s, %s: %v, written down %s, want %s", c.kind.Name, c.to, when, got, governance.DecisionOn.Get(all[len(all)-1]), want)
			}
		}
		if _, err := p.Set(ctx, id, field.Column{Field: c.day}, written); err != nil {
			t.Fatal(err)
		}
		set := func() {
			t.Helper()
			if _, err := p.Set(ctx, id, field.Column{Field: c.kind.Step}, c.to); err != nil {
				t.Fatal(err)
			}
		}
		set()
		is("written", written)
		move(governance.Step{To: c.between, On: today.AddDays(-10)})
		set()
		is("written by an earlier step", today)
		move(governance.Step{To: c.between})
		move(governance.Step{To: c.to, On: today.AddDays(-5)})
		is("said", today.AddDays(-5))
	}
}
