package system_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/system"
)

// gated is a portfolio whose model has a gate before every phase, of a field that no
// system has anything in.
func gated(t *testing.T) *app.Portfolio {
	t.Helper()
	var gates []governance.Gate
	for _, o := range system.Lifecycle.Options {
		gates = append(gates, governance.Gate{Key: o.Key, Of: "system", Before: o.Key, Need: governance.Need{Field: "lock_in"}})
	}
	return apptest.Governed(t, nil, gates...)
}

// TestTheGatesOnTheWayAreAsked: into service all that are skipped, elsewhere those of
// where it goes, and none of a system that already is there or is new.
func TestTheGatesOnTheWayAreAsked(t *testing.T) {
	p := gated(t)
	for _, c := range []struct{ from, to, want string }{
		{system.Idea, system.Planned, "planned"},
		{system.Idea, system.Introduction, "planned procurement introduction"},
		{system.Idea, system.Running, "planned procurement introduction maintained"},
		{system.Procurement, system.Developing, "introduction maintained developing"},
		{system.Introduction, system.Running, "maintained"},
		{system.Introduction, system.Idea, "idea"},
		{system.Introduction, system.OutOfUse, "retired"},
		{system.Running, system.Developing, "developing"},
		{system.Developing, system.Running, ""},
		{system.PhaseOut, system.Running, ""},
		{system.OutOfUse, system.Running, "maintained"},
		{system.OutOfUse, system.Developing, "maintained developing"},
		{system.Running, system.PhaseOut, "phaseout"},
		{system.PhaseOut, system.OutOfUse, "retired"},
		{system.Idea, "", "planned"},
		{system.Running, "", ""},
		{"", system.Running, ""},
		{"", system.Developing, "developing"},
		{"", system.OutOfUse, "retired"},
		{"", system.Planned, "planned"},
		{"", system.Introduction, "introduction"},
	} {
		r := sys(p, system.Lifecycle, c.from)
		if _, err := p.CreateAll(context.Background(), "Prov", []*field.Record{r}); err != nil {
			t.Fatal(err)
		}
		_, err := p.SetText(context.Background(), r.ID, field.Column{Field: system.Lifecycle.Field}, c.to)
		var stopped *governance.Stopped
		var got []string
		if errors.As(err, &stopped) {
			for _, m := range stopped.Missing {
				got = append(got, m.Gate.Key)
			}
		} else if err != nil {
			t.Error(err)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q → %q asks %q, want %q", c.from, c.to, got, c.want)
		}
	}
}

func TestWhatIsNewIsTakenAsItIs(t *testing.T) {
	p := gated(t)
	for _, o := range system.Lifecycle.Options {
		_, err := p.Create(context.Background(), system.Kind, []app.Assignment{{Column: field.Column{Field: system.Name.Field}, Text: "S " + o.Key}, {Column: field.Column{Field: system.Lifecycle.Field}, Text: o.Label}})
		if err != nil {
			t.Errorf("%s: %v", o.Label, err)
		}
	}
}

// TestOldWordsAreTheNearestPhase: of what lists say.
func TestOldWordsAreTheNearestPhase(t *testing.T) {
	p := apptest.Empty(t)
	for written, want := range map[string]string{
		"I förvaltning": system.Running, "Förvaltas": system.Running, "aktiv": system.Running, "Driftsatt": system.Running,
		"Planerat": system.Planned, "kommande": system.Planned, "Upphandlas": system.Procurement, "Under upphandling": system.Procurement,
		"Under införande": system.Introduction, "Pilot": system.Introduction, "I test": system.Introduction, "Idé": system.Idea, "Behov": system.Idea,
		"Vidareutveckling": system.Developing, "Fasas ut": system.PhaseOut, "Ur drift": system.OutOfUse,
		"planned": system.Planned, "maintained": system.Running, "developing": system.Developing, "phaseout": system.PhaseOut, "retired": system.OutOfUse,
	} {
		if v, err := p.Parse(nil, system.Lifecycle.Field, written); err != nil || v != want {
			t.Errorf("%q is %v (%v), want %s", written, v, err, want)
		}
	}
}
