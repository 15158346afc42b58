package system_test

import (
	"context"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
)

// TestTheOwnerDecidesOfASystem: what the latest decision of each sort says counts, and that
// another than the owner took it is told.
func TestTheOwnerDecidesOfASystem(t *testing.T) {
	nov := func(d int) date.Date { return date.Of(2026, 11, d) }
	type said struct {
		to, outcome, by string
		on              date.Date
	}
	for _, c := range []struct {
		name              string
		said              []said
		develop, phaseOut string
		other             string
	}{
		{"nothing", nil, "", "", ""},
		{"by the owner", []said{{system.PhaseOut, governance.Approved, "Åsa", nov(3)}}, "", "2026-11-03", ""},
		{"by her deputy", []said{{system.PhaseOut, governance.Approved, "Eva", nov(3)}}, "", "2026-11-03", ""},
		{"by another", []said{{system.PhaseOut, governance.Approved, "Kim", nov(3)}}, "", "2026-11-03", "Avveckling: Kim var inte systemägare 2026-11-03; det var Åsa eller Eva"},
		{"by another, and then by her", []said{{system.PhaseOut, governance.Approved, "Kim", nov(3)}, {system.PhaseOut, governance.Approved, "Åsa", nov(4)}}, "", "2026-11-04", ""},
		{"refused after", []said{{system.PhaseOut, governance.Approved, "Åsa", nov(3)}, {system.PhaseOut, governance.Rejected, "Åsa", nov(4)}}, "", "", ""},
		{"written down late", []said{{system.PhaseOut, governance.Rejected, "Åsa", nov(4)}, {system.PhaseOut, governance.Approved, "Åsa", nov(3)}}, "", "", ""},
		{"each for itself", []said{{system.Developing, governance.Approved, "Åsa", nov(2)}, {system.PhaseOut, governance.Rejected, "Åsa", nov(3)}}, "2026-11-02", "", ""},
		{"by a nämnd", []said{{system.Developing, governance.Approved, "", nov(2)}}, "2026-11-02", "", ""},
	} {
		p := apptest.Empty(t)
		person := map[string]field.ID{}
		for _, name := range []string{"Åsa", "Eva", "Kim"} {
			person[name] = apptest.Add(t, p, org.PersonKind, org.PersonName, name).ID
		}
		r := apptest.Add(t, p, system.Kind, system.Name, "Lön", system.Lifecycle, system.Running, system.SystemOwner, []field.Holding{{Person: person["Åsa"]}}, system.OwnerDeputy, []field.Holding{{Person: person["Eva"]}})
		for _, x := range c.said {
			s := governance.Step{On: x.on, By: person[x.by]}
			if x.by == "" {
				s.Role = "Nämnden"
			}
			if _, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) {
				return "Prov", governance.Resolve(tx, r.ID, x.to, x.outcome, s)
			}); err != nil {
				t.Fatal(err)
			}
		}
		r = p.Get(r.ID)
		for f, want := range map[*field.Field]string{system.DevelopmentDecided.Field: c.develop, system.PhaseOutDecided.Field: c.phaseOut, system.OtherOwner.Field: c.other} {
			if got := f.Read(p, r, 0); got != want {
				t.Errorf("%s: %s is %q, want %q", c.name, f.Label, got, want)
			}
		}
		if system.Lifecycle.Get(r) != system.Running {
			t.Errorf("%s: a decision took the step", c.name)
		}
	}
}

func TestADecisionOfASystemIsRefused(t *testing.T) {
	p := apptest.Empty(t)
	kim := apptest.Add(t, p, org.PersonKind, org.PersonName, "Kim").ID
	r := apptest.Add(t, p, system.Kind, system.Name, "Lön", system.Lifecycle, system.Running)
	for name, c := range map[string]struct {
		to, outcome string
		s           governance.Step
	}{
		"of what isn't decided": {system.Running, governance.Approved, governance.Step{By: kim}},
		"by nobody":             {system.PhaseOut, governance.Approved, governance.Step{}},
		"without an outcome":    {system.PhaseOut, "", governance.Step{By: kim}},
		"tomorrow":              {system.PhaseOut, governance.Approved, governance.Step{By: kim, On: apptest.Today.AddDays(1)}},
	} {
		if _, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) {
			return "Prov", governance.Resolve(tx, r.ID, c.to, c.outcome, c.s)
		}); fault.CodeOf(err) != fault.Invalid {
			t.Errorf("%s: %v", name, err)
		}
	}
}
