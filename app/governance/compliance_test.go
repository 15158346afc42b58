package governance_test

import (
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
)

// TestCompliance: of each rule is known how many it is held against, and how each of them does.
func TestCompliance(t *testing.T) {
	p := governed(t,
		governance.Gate{Key: "T-1", Of: "system", Need: governance.Need{Field: "description"}, Effect: governance.Warn, Text: "Beskrivningen saknas."},
		governance.Gate{Key: "T-2", Of: "system", Before: system.Running, Need: governance.Need{Confirmed: true}, Effect: governance.Stop, Except: "IT-chefen", Text: "Ingen har bekräftat det."},
		governance.Gate{Key: "T-2-form", Of: "system", Before: system.Running, Need: governance.Need{Field: "hosting"}, Effect: governance.Warn, Text: "Driftformen saknas."},
		governance.Gate{Key: "T-3", Of: "agreement", Before: "signed", When: governance.Values{"state": {"ended"}}, Need: governance.Need{Field: "end"}, Effect: governance.Warn, Text: "Slutet saknas."},
	)
	for _, r := range p.All(system.Kind) {
		apptest.Put(t, p, r.ID, system.Lifecycle, system.OutOfUse)
	}
	by := apptest.Add(t, p, org.PersonKind, org.PersonName, "Maj Ek")
	add := func(name, description, hosting string) field.ID {
		apptest.Add(t, p, system.Kind, system.Name, name, system.Lifecycle, system.Running, system.Description, description, system.Hosting, hosting)
		return p.Named(system.Kind, name)[0].ID
	}
	say := func(of field.ID, what string, until date.Date) {
		puts := []any{governance.DecisionOf, of, governance.DecisionType, what, governance.DecisionGate, "T-2", governance.DecisionOn, date.Date(20260101), governance.DecisionOutcome, governance.Approved, governance.DecisionRole, "IT-chefen", governance.DecisionBy, by.ID, governance.DecisionReason, "Det går bra"}
		if !until.IsZero() {
			puts = append(puts, governance.DecisionUntil, until)
		}
		apptest.Add(t, p, governance.DecisionKind, puts...)
	}
	all, excepted, over, bare := add("Allt", "Ja", "cloud"), add("Undantaget", "Ja", "cloud"), add("Gammalt undantag", "Ja", "cloud"), add("Inget", "", "")
	say(all, governance.Confirmed, 0)
	say(excepted, governance.Excepted, 0)
	say(over, governance.Excepted, 20260102)

	got := governance.Compliances(p, func(*field.Record) bool { return true })
	if len(got) != 3 {
		t.Fatalf("%d rules", len(got))
	}
	for i, want := range []struct {
		key                                  string
		tried, followed, confirmed, breaking int
		excepted                             int
		effect                               governance.Effect
	}{
		{"T-1", 4, 3, 0, 1, 0, governance.Warn},
		{"T-2", 4, 1, 1, 2, 1, governance.Stop},
		{"T-3", 0, 0, 0, 0, 0, governance.Warn},
	} {
		c := got[i]
		if c.Rule.Key != want.key || c.Tried != want.tried || c.Followed != want.followed || c.Confirmed != want.confirmed || c.Breaking() != want.breaking || len(c.Excepted) != want.excepted || c.Effect() != want.effect {
			t.Errorf("%s: tried %d, followed %d, confirmed %d, breaking %d, excepted %d, %s; want %+v", c.Rule.Key, c.Tried, c.Followed, c.Confirmed, c.Breaking(), len(c.Excepted), c.Effect(), want)
		}
	}
	for _, b := range got[1].Breaches {
		if ran := b.RanOut(p.Today()); ran != (b.Of.ID == over) {
			t.Errorf("%s: the exception has run out: %v", b.Of.Name(), ran)
		}
	}
	if last := got[1].Breaches[len(got[1].Breaches)-1]; last.Of.ID != bare || last.Missing.Gate.Effect != governance.Warn {
		t.Error("what warns doesn't stand after what stops")
	}
	only := governance.Compliances(p, func(r *field.Record) bool { return r.ID == all })
	if only[0].Tried != 1 || only[1].Breaking() != 0 {
		t.Error("what isn't let in is held against the rules")
	}
}
