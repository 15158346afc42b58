package policy_test

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
	"itportfoljen/app/org"
	"itportfoljen/app/policy"
)

var today = apptest.Today // 2026-11-21

// begin is a portfolio whose styrmodell ranks riktlinjer, which are decided anew every
// third year and approved by the IT-chef before they are published.
func begin(t *testing.T) *app.Portfolio {
	t.Helper()
	model := `"policy_classes": [{"key": "guidelines", "label": "Riktlinjer", "rank": 1, "decider": "Kommundirektören", "months": 36}, {"key": "checklist", "label": "Checklista", "rank": 3}],
		"gates": [{"key": "P-1", "of": "policy", "before": "published", "need": {"field": "approved_on"}, "effect": "stop", "text": "IT-chefens godkännande saknas."}],
		"forums": [`
	return apptest.Begin(t, apptest.NewStore(), []byte(strings.Replace(string(apptest.Model()), `"forums": [`, model, 1)))
}

func move(p *app.Portfolio, id field.ID, s governance.Step) error {
	_, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) { return "Flyttat", governance.Move(tx, id, s) })
	return err
}

func TestRankAndDeciderFollowFromTheClass(t *testing.T) {
	p := begin(t)
	for _, c := range []struct{ class, rank, decider string }{
		{"guidelines", "1", "kommundirektören beslutar"}, {"checklist", "3", ""}, {"", "", ""}, {"of another model", "", ""},
	} {
		r := apptest.Add(t, p, policy.Kind, policy.Name, "Dokument", policy.Class, c.class)
		if got := policy.Rank.Show(p, policy.Rank.Value(p, r, 0)); got != c.rank {
			t.Errorf("the rank of %q is %q", c.class, got)
		}
		if got := policy.DecidedBy.Blank(p, r); got != c.decider {
			t.Errorf("%q: %q", c.class, got)
		}
	}
}

func TestPublishingPutsAnEndToWhatIsReplaced(t *testing.T) {
	for _, c := range []struct {
		name                 string
		from, oldFrom, oldTo date.Date
		wantFrom, wantTo     date.Date
		ended                bool
	}{
		{"at once", 0, 0, 0, today, today.AddDays(-1), true},
		{"in force since before", today.AddDays(-30), 0, 0, today.AddDays(-30), today.AddDays(-31), true},
		{"in force later", today.AddDays(30), 0, 0, today.AddDays(30), today.AddDays(29), false},
		{"the old one ends before", 0, 0, today.AddDays(-100), today, today.AddDays(-100), true},
		{"the old one would end after", 0, 0, today.AddDays(100), today, today.AddDays(-1), true},
		{"the old one began the same day", 0, today, 0, today, today, true},
		{"from the day after a leap day", date.Of(2024, 3, 1), 0, 0, date.Of(2024, 3, 1), date.Of(2024, 2, 29), true},
	} {
		p := begin(t)
		old := apptest.Add(t, p, policy.Kind, policy.Name, "Gammalt", policy.State, policy.Published, policy.ValidFrom, c.oldFrom, policy.ValidTo, c.oldTo)
		r := apptest.Add(t, p, policy.Kind, policy.Name, "Nytt", policy.ApprovedOn, today, policy.ValidFrom, c.from, policy.Replaces, []field.ID{old.ID})
		if err := move(p, r.ID, governance.Step{To: policy.Published}); err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		r, old = p.Get(r.ID), p.Get(old.ID)
		if got := policy.ValidFrom.Get(r); got != c.wantFrom {
			t.Errorf("%s: in force from %s, want %s", c.name, got, c.wantFrom)
		}
		if got, ended := policy.ValidTo.Get(old), policy.State.Get(old) == policy.Ended; got != c.wantTo || ended != c.ended {
			t.Errorf("%s: the old one is in force to %s, want %s; ended %v", c.name, got, c.wantTo, ended)
		}
		if by := policy.ReplacedBy.Show(p, policy.ReplacedBy.Value(p, old, 0)); by != "Nytt" {
			t.Errorf("%s: replaced by %q", c.name, by)
		}
	}
}

// What replaces another begins the day after that one ends, also when it was published before.
func TestWhatIsReplacedLastsUntilTheOtherBegins(t *testing.T) {
	p := begin(t)
	old := apptest.Add(t, p, policy.Kind, policy.Name, "Gammalt", policy.State, policy.Published)
	r := apptest.Add(t, p, policy.Kind, policy.Name, "Nytt", policy.ApprovedOn, today, policy.ValidFrom, today.AddDays(-2), policy.Replaces, []field.ID{old.ID})
	if err := move(p, r.ID, governance.Step{To: policy.Published, On: today.AddDays(-30)}); err != nil {
		t.Fatal(err)
	}
	if got := policy.ValidTo.Get(p.Get(old.ID)); got != today.AddDays(-3) {
		t.Errorf("in force to %s", got)
	}
}

func TestItIsPublishedOnceTheITChefHasApproved(t *testing.T) {
	p := begin(t)
	r := apptest.Add(t, p, policy.Kind, policy.Name, "Riktlinjer")
	if err := move(p, r.ID, governance.Step{To: policy.Published}); fault.CodeOf(err) != fault.Conflict || !strings.Contains(err.Error(), "IT-chefens godkännande saknas (P-1)") {
		t.Fatal(err)
	}
	for _, to := range []string{policy.WithIT, policy.Approved, policy.Published} {
		if err := move(p, r.ID, governance.Step{To: to, On: today.AddDays(-3)}); err != nil {
			t.Fatal(to, err)
		}
	}
	if r = p.Get(r.ID); policy.ApprovedOn.Get(r) != today.AddDays(-3) || policy.ValidFrom.Get(r) != today.AddDays(-3) {
		t.Errorf("approved %s, in force from %s", policy.ApprovedOn.Get(r), policy.ValidFrom.Get(r))
	}
	if err := move(p, r.ID, governance.Step{To: policy.Ended}); err != nil || policy.ValidTo.Get(p.Get(r.ID)) != today {
		t.Errorf("ended: %v, to %s", err, policy.ValidTo.Get(p.Get(r.ID)))
	}
	if n := len(p.Pointing(governance.DecisionOf.Field, r.ID)); n != 4 {
		t.Errorf("%d steps are written down", n)
	}
}

func TestNoneReplacesItself(t *testing.T) {
	p := begin(t)
	a := apptest.Add(t, p, policy.Kind, policy.Name, "A")
	b := apptest.Add(t, p, policy.Kind, policy.Name, "B", policy.Replaces, []field.ID{a.ID})
	c := apptest.Add(t, p, policy.Kind, policy.Name, "C", policy.Replaces, []field.ID{b.ID})
	for _, over := range []*field.Record{a, b, c} {
		_, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) {
			return "Ersätter", tx.Set(a.ID, policy.Replaces.Field, []field.ID{over.ID})
		})
		want := "A kan inte ersätta " + over.Name() + ", som själv"
		if over == a {
			want = "A kan inte ersätta sig självt."
		}
		if fault.CodeOf(err) != fault.Invalid || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("A replaces %s: %v", over.Name(), err)
		}
	}
}

func TestItEndsAfterItBegins(t *testing.T) {
	p := begin(t)
	r := apptest.Add(t, p, policy.Kind, policy.Name, "A", policy.ValidFrom, today)
	for to, want := range map[date.Date]fault.Code{today.AddDays(-1): fault.Invalid, today: "", today.AddDays(1): ""} {
		_, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) { return "Till", tx.Set(r.ID, policy.ValidTo.Field, to) })
		if fault.CodeOf(err) != want {
			t.Errorf("to %s: %v", to, err)
		}
	}
}

// TestReminders are of what is published and who answers for it.
func TestReminders(t *testing.T) {
	for _, c := range []struct {
		name string
		puts []any
		want string // the rules that press today, with their days
	}{
		{"nothing is known", nil, ""},
		{"a draft", []any{policy.State, policy.Draft, policy.ValidTo, today.AddDays(-1)}, ""},
		{"ended", []any{policy.State, policy.Ended, policy.FollowUpBy, today.AddDays(-1)}, ""},
		{"follow-up in three months", []any{policy.FollowUpBy, today.AddMonths(3)}, "policy-follow-up 2027-02-21"},
		{"and a day", []any{policy.FollowUpBy, today.AddMonths(3).AddDays(1)}, ""},
		{"follow-up is late", []any{policy.FollowUpBy, today.AddDays(-200)}, "policy-follow-up 2026-05-05"},
		{"riktlinjer of three years", []any{policy.Class, "guidelines", policy.DecidedOn, date.Of(2023, 11, 20)}, "policy-old 2026-11-20"},
		{"riktlinjer decided on a leap day", []any{policy.Class, "guidelines", policy.DecidedOn, date.Of(2020, 2, 29)}, "policy-old 2023-02-28"},
		{"riktlinjer of two years", []any{policy.Class, "guidelines", policy.DecidedOn, date.Of(2024, 11, 20)}, ""},
		{"riktlinjer of an unknown day", []any{policy.Class, "guidelines"}, ""},
		{"a checklist of ten years", []any{policy.Class, "checklist", policy.DecidedOn, date.Of(2016, 11, 20)}, ""},
		{"its last day", []any{policy.ValidTo, today}, "policy-ending 2026-11-21"},
		{"the day after", []any{policy.ValidTo, today.AddDays(-1), policy.FollowUpBy, today.AddDays(-1)}, "policy-ended 2026-11-20"},
	} {
		p := begin(t)
		owner := apptest.Add(t, p, org.PersonKind, org.PersonName, "Åsa Ek")
		puts := append([]any{policy.Name, "A", policy.State, policy.Published, policy.Owner, []field.Holding{{Person: owner.ID}}}, c.puts...)
		if got := pressing(p, apptest.Add(t, p, policy.Kind, puts...)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	p := begin(t)
	if got := pressing(p, apptest.Add(t, p, policy.Kind, policy.Name, "A", policy.State, policy.Published)); got != "policy-owner" {
		t.Errorf("without owner: %q", got)
	}
}

func pressing(p *app.Portfolio, r *field.Record) string {
	var out []string
	policy.Kind.Remind(p, r, func(m field.Reminder) {
		if !m.Pressing(p.Today()) {
			return
		}
		if m.Due.IsZero() {
			out = append(out, m.Rule)
		} else {
			out = append(out, m.Rule+" "+m.Due.String())
		}
	})
	return strings.Join(out, ", ")
}

func TestAUnitsOwnAreThoseInForce(t *testing.T) {
	p := begin(t)
	unit := apptest.Add(t, p, org.UnitKind, org.UnitName, "Skolnämnden", org.UnitType, "board")
	for name, puts := range map[string][]any{
		"Gäller":  {policy.State, policy.Published},
		"Utkast":  {policy.State, policy.Draft},
		"Upphört": {policy.State, policy.Ended},
		"Ute":     {policy.State, policy.Published, policy.ValidTo, today.AddDays(-1)},
	} {
		apptest.Add(t, p, policy.Kind, append([]any{policy.Name, name, policy.Unit, unit.ID}, puts...)...)
	}
	apptest.Add(t, p, policy.Kind, policy.Name, "Kommunens", policy.State, policy.Published)
	var names []string
	for _, id := range field.References(policy.Own.Value(p, unit, 0)) {
		names = append(names, p.Label(id))
	}
	if !slices.Equal(names, []string{"Gäller"}) {
		t.Errorf("own: %q", names)
	}
}
