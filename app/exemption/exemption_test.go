package exemption_test

import (
	"context"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/exemption"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
	"itportfoljen/app/platform"
	"itportfoljen/app/system"
)

var today = apptest.Today // 2026-11-21

func move(p *app.Portfolio, id field.ID, s governance.Step) error {
	_, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) { return "Flyttat", governance.Move(tx, id, s) })
	return err
}

// pressing are the rules of k that remind of a record today, with their days.
func pressing(p *app.Portfolio, k *field.Kind, r *field.Record, about string) string {
	var out []string
	k.Remind(p, r, func(m field.Reminder) {
		switch {
		case !m.Pressing(p.Today()) || !strings.Contains(m.Rule, about):
		case m.Due.IsZero():
			out = append(out, m.Rule)
		default:
			out = append(out, m.Rule+" "+m.Due.String())
		}
	})
	return strings.Join(out, ", ")
}

func TestRemindersAreOfWhatIsGranted(t *testing.T) {
	for _, c := range []struct {
		name string
		puts []any
		want string
	}{
		{"asked for", []any{exemption.State, exemption.Applied}, ""},
		{"denied", []any{exemption.State, exemption.Denied, exemption.Until, today.AddDays(-1)}, ""},
		{"without an end", nil, "exemption-no-end"},
		{"ends in three months", []any{exemption.Until, today.AddMonths(3)}, "exemption-expires 2027-02-21"},
		{"and a day", []any{exemption.Until, today.AddMonths(3).AddDays(1)}, ""},
		{"ends in six months, told of six before", []any{exemption.Until, today.AddMonths(6), exemption.Lead, int64(6)}, "exemption-expires 2027-05-21"},
		{"ends in a month, told of the same day", []any{exemption.Until, today.AddMonths(1), exemption.Lead, int64(0)}, ""},
		{"ends today, told of the same day", []any{exemption.Until, today, exemption.Lead, int64(0)}, "exemption-expires 2026-11-21"},
		{"told of a month before the last of May", []any{exemption.Until, date.Of(2026, 12, 31), exemption.Lead, int64(2)}, "exemption-expires 2026-12-31"},
		{"ended yesterday", []any{exemption.Until, today.AddDays(-1)}, "exemption-expired 2026-11-20"},
	} {
		p := apptest.Empty(t)
		s := apptest.Add(t, p, system.Kind, system.Name, "Lön")
		r := apptest.Add(t, p, exemption.Kind, append([]any{exemption.Name, "U", exemption.State, exemption.Granted, exemption.Of, s.ID}, c.puts...)...)
		if got := pressing(p, exemption.Kind, r, ""); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		apptest.Put(t, p, s.ID, system.Lifecycle, "retired")
		if got := pressing(p, exemption.Kind, p.Get(r.ID), ""); got != "" {
			t.Errorf("%s, of a system out of use: %q", c.name, got)
		}
	}
}

func TestDecidingSaysWhenByWhomAndWhere(t *testing.T) {
	p := apptest.Empty(t)
	r := apptest.Add(t, p, exemption.Kind, exemption.Name, "U")
	if err := move(p, r.ID, governance.Step{To: exemption.Granted, On: today.AddDays(-2), Role: "IT-chef", Reference: "§ 4"}); err != nil {
		t.Fatal(err)
	}
	r = p.Get(r.ID)
	if exemption.DecidedOn.Get(r) != today.AddDays(-2) || exemption.DecidedBy.Get(r) != "IT-chef" || exemption.Reference.Get(r) != "§ 4" {
		t.Errorf("decided %s by %q, %q", exemption.DecidedOn.Get(r), exemption.DecidedBy.Get(r), exemption.Reference.Get(r))
	}
	if err := move(p, r.ID, governance.Step{To: exemption.Ended}); err != nil || exemption.Until.Get(p.Get(r.ID)) != today {
		t.Errorf("ended: %v, until %s", err, exemption.Until.Get(p.Get(r.ID)))
	}
}

func TestItIsInForceAfterItIsDecided(t *testing.T) {
	p := apptest.Empty(t)
	r := apptest.Add(t, p, exemption.Kind, exemption.Name, "U", exemption.Until, today.AddDays(-1))
	if err := move(p, r.ID, governance.Step{To: exemption.Granted}); fault.CodeOf(err) != fault.Invalid || !strings.Contains(err.Error(), "före dagen då det beviljas") {
		t.Error(err)
	}
	if err := move(p, r.ID, governance.Step{To: exemption.Granted, On: today.AddDays(-1)}); err != nil {
		t.Error(err)
	}
}

func TestItIsInForceAfterItIsAppliedFor(t *testing.T) {
	p := apptest.Empty(t)
	r := apptest.Add(t, p, exemption.Kind, exemption.Name, "U", exemption.AskedOn, today)
	for days, want := range map[int]fault.Code{-1: fault.Invalid, 0: "", 30: ""} {
		_, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) {
			return "Till", tx.Set(r.ID, exemption.Until.Field, today.AddDays(days))
		})
		if fault.CodeOf(err) != want || err != nil && !strings.Contains(err.Error(), "före dagen då det söktes") {
			t.Errorf("%d days after: %v", days, err)
		}
	}
}

// standing are a part of the platform and a system that stands on it.
func standing(t *testing.T, puts ...any) (p *app.Portfolio, part, s *field.Record) {
	p = apptest.Empty(t)
	part = apptest.Add(t, p, platform.Kind, append([]any{platform.Name, "Databas 12"}, puts...)...)
	s = apptest.Add(t, p, system.Kind, system.Name, "Lön", system.Platforms, []field.ID{part.ID})
	return p, part, s
}

func TestWhatStandsOnALeavingPlatformIsTold(t *testing.T) {
	for _, c := range []struct {
		name string
		puts []any
		want string
	}{
		{"nothing is known", nil, ""},
		{"in use", []any{platform.State, platform.Current}, ""},
		{"in use, and goes in a year", []any{platform.State, platform.Current, platform.To, today.AddMonths(12)}, "platform-leaves 2027-11-21"},
		{"in use, and goes later", []any{platform.State, platform.Current, platform.To, today.AddMonths(12).AddDays(1)}, ""},
		{"leaving, nobody knows when", []any{platform.State, platform.Leaving}, "platform-leaving"},
		{"leaving in a year", []any{platform.State, platform.Leaving, platform.To, today.AddMonths(12)}, "platform-leaves 2027-11-21"},
		{"leaving later", []any{platform.State, platform.Leaving, platform.To, today.AddMonths(12).AddDays(1)}, ""},
		{"leaving today", []any{platform.State, platform.Leaving, platform.To, today}, "platform-leaves 2026-11-21"},
		{"its day has passed", []any{platform.State, platform.Leaving, platform.To, today.AddDays(-1)}, "platform-gone 2026-11-20"},
		{"its day has passed, whatever is said", []any{platform.State, platform.Current, platform.To, today.AddDays(-1)}, "platform-gone 2026-11-20"},
		{"gone", []any{platform.State, platform.Gone}, "platform-gone"},
	} {
		p, part, s := standing(t, c.puts...)
		if got := pressing(p, system.Kind, s, "platform"); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		e := apptest.Add(t, p, exemption.Kind, exemption.Name, "U", exemption.Of, s.ID, exemption.FromPlatform, []field.ID{part.ID}, exemption.State, exemption.Granted, exemption.Until, today)
		if got := pressing(p, system.Kind, s, "platform"); got != "" {
			t.Errorf("%s, with an undantag to its last day: %q", c.name, got)
		}
		apptest.Put(t, p, e.ID, exemption.Until, today.AddDays(-1))
		if got := pressing(p, system.Kind, s, "platform"); got != c.want {
			t.Errorf("%s, with one that ran out: %q", c.name, got)
		}
	}
}

func TestOfSeveralTheFirstToGoIsTold(t *testing.T) {
	p, part, s := standing(t, platform.State, platform.Leaving)
	sooner := apptest.Add(t, p, platform.Kind, platform.Name, "Server 9", platform.State, platform.Leaving, platform.To, today.AddMonths(2))
	apptest.Put(t, p, s.ID, system.Platforms, []field.ID{part.ID, sooner.ID})
	if got := pressing(p, system.Kind, p.Get(s.ID), "platform"); got != "platform-leaves 2027-01-21" {
		t.Error(got)
	}
}

// TestAnInsatsIsHeldAgainstThePlatform: what it builds on that leaves, and that it says
// itself that it deviates.
func TestAnInsatsIsHeldAgainstThePlatform(t *testing.T) {
	p, part, _ := standing(t, platform.State, platform.Leaving)
	insats := apptest.Add(t, p, plan.Kind, plan.Name, "Ny lön", plan.Phase, "idea")
	off := func() string { return plan.OffPlatform.Show(p, plan.OffPlatform.Value(p, p.Get(insats.ID), 0)) }
	if got := off(); got != "" {
		t.Errorf("at first: %q", got)
	}
	apptest.Put(t, p, insats.ID, plan.Platforms, []field.ID{part.ID}, plan.Deviates, true)
	if got := off(); got != "Databas 12, plattformen" {
		t.Errorf("without undantag: %q", got)
	}
	if got := pressing(p, plan.Kind, p.Get(insats.ID), "platform"); got != "initiative-platform" {
		t.Errorf("reminders: %q", got)
	}
	apptest.Add(t, p, exemption.Kind, exemption.Name, "U", exemption.Of, insats.ID, exemption.FromPlatform, []field.ID{part.ID}, exemption.State, exemption.Granted)
	if got := off() + pressing(p, plan.Kind, p.Get(insats.ID), "platform"); got != "" {
		t.Errorf("with undantag: %q", got)
	}
}

func TestDuplicatesAreOfTheSameArea(t *testing.T) {
	for _, c := range []struct {
		name string
		puts []any // of the gemensam lösning
		area string
		want string
	}{
		{"the same area", nil, "E-tjänster", "Plattformen"},
		{"in other letters", nil, " e-TJÄNSTER ", "Plattformen"},
		{"the other of two areas", nil, "blanketter", "Plattformen"},
		{"another area", nil, "Arkiv", ""},
		{"no area", nil, "", ""},
		{"a part of a word", nil, "E-tjänst", ""},
		{"one to come", []any{platform.State, platform.Planned}, "E-tjänster", "Plattformen"},
		{"one that leaves", []any{platform.State, platform.Leaving}, "E-tjänster", ""},
		{"a component", []any{platform.Sort, platform.Component}, "E-tjänster", ""},
	} {
		p := apptest.Empty(t)
		shared := apptest.Add(t, p, platform.Kind, append([]any{platform.Name, "Plattformen", platform.Sort, platform.Shared, platform.Common, "E-tjänster; Blanketter"}, c.puts...)...)
		s := apptest.Add(t, p, system.Kind, system.Name, "Egna blanketter", system.Category, c.area)
		insats := apptest.Add(t, p, plan.Kind, plan.Name, "Nya blanketter", plan.Area, c.area)
		show := func(f field.RefsField, id field.ID) string { return f.Show(p, f.Value(p, p.Get(id), 0)) }
		if got := show(system.Duplicates, s.ID); got != c.want {
			t.Errorf("%s: the system duplicates %q", c.name, got)
		}
		if got := show(plan.Duplicates, insats.ID); got != c.want {
			t.Errorf("%s: the insats duplicates %q", c.name, got)
		}
		apptest.Put(t, p, s.ID, system.Platforms, []field.ID{shared.ID})
		apptest.Add(t, p, exemption.Kind, exemption.Name, "U", exemption.Of, insats.ID, exemption.FromPlatform, []field.ID{shared.ID}, exemption.State, exemption.Granted)
		if got := show(system.Duplicates, s.ID) + show(plan.Duplicates, insats.ID); got != "" {
			t.Errorf("%s: what stands on it, or has an undantag, duplicates %q", c.name, got)
		}
	}
}

// TestAnInsatsHasTheAreasOfWhatItGives: of systems that are to come, not of those that are.
func TestAnInsatsHasTheAreasOfWhatItGives(t *testing.T) {
	for lifecycle, want := range map[string]string{"planned": "Plattformen", "maintained": "", "retired": ""} {
		p := apptest.Empty(t)
		apptest.Add(t, p, platform.Kind, platform.Name, "Plattformen", platform.Sort, platform.Shared, platform.Common, "E-tjänster")
		s := apptest.Add(t, p, system.Kind, system.Name, "Egna", system.Category, "E-tjänster", system.Lifecycle, lifecycle)
		insats := apptest.Add(t, p, plan.Kind, plan.Name, "Nya", plan.Systems, []field.ID{s.ID})
		if got := plan.Duplicates.Show(p, plan.Duplicates.Value(p, insats, 0)); got != want {
			t.Errorf("%s: %q", lifecycle, got)
		}
	}
}
