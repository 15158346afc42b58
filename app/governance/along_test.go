package governance_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/system"
)

// TestGatesOfSystemsAndAgreements: a gate stands before a step of a system's life, and the
// signing of an agreement, as before a phase.
func TestGatesOfSystemsAndAgreements(t *testing.T) {
	ctx := context.Background()
	p := governed(t,
		governance.Gate{Key: "S", Of: "system", Before: "retired", Need: governance.Need{Decision: "*"}, Text: "Beslut om avveckling saknas.", Except: "IT-chef"},
		governance.Gate{Key: "A", Of: "agreement", Before: agreement.Signed, Need: governance.Need{Any: []string{"number"}}, Text: "Diarienummer saknas."})
	sys := p.Named(system.Kind, "Diariet W3")[0]
	set := func(id field.ID, f *field.Field, v string) error {
		_, err := p.SetText(ctx, id, field.Column{Field: f}, v)
		return err
	}
	decisions := func(id field.ID) int { return len(p.Pointing(governance.DecisionOf.Field, id)) }
	if err := set(sys.ID, system.Lifecycle.Field, "I förvaltning"); err != nil || decisions(sys.ID) != 0 { // no gate, nothing to write down
		t.Errorf("%v, %d decisions", err, decisions(sys.ID))
	}
	var stopped *governance.Stopped
	if err := set(sys.ID, system.Lifecycle.Field, "Avvecklat"); !errors.As(err, &stopped) || !strings.Contains(err.Error(), "Beslut om avveckling saknas (S)") {
		t.Errorf("it is retired without a decision: %v", err)
	}
	do := func(work func(tx *field.Tx) error) error {
		_, err := p.Do(ctx, func(tx *field.Tx) (string, error) { return "Prov", work(tx) })
		return err
	}
	if err := do(func(tx *field.Tx) error {
		return governance.Say(tx, sys.ID, governance.Decided, governance.Approved, governance.Step{Role: "Systemägare"})
	}); err != nil {
		t.Fatal(err)
	}
	if err := set(sys.ID, system.Lifecycle.Field, "Avvecklat"); err != nil || decisions(sys.ID) != 2 {
		t.Errorf("%v, %d decisions", err, decisions(sys.ID))
	}
	if err := set(sys.ID, system.Lifecycle.Field, "Under vidareutveckling"); err != nil || decisions(sys.ID) != 2 {
		t.Errorf("back: %v, %d decisions", err, decisions(sys.ID))
	}
	if err := do(func(tx *field.Tx) error {
		return governance.Move(tx, sys.ID, governance.Step{To: "phaseout", Reason: "Ersätts"})
	}); err != nil || decisions(sys.ID) != 3 { // something is said of it
		t.Errorf("%v, %d decisions", err, decisions(sys.ID))
	}

	a := apptest.Add(t, p, agreement.Kind, agreement.Name, "Drift", agreement.State, agreement.Planned).ID
	sign := func() error {
		return do(func(tx *field.Tx) error { return agreement.Sign(tx, a, governance.Step{}) })
	}
	if err := sign(); !errors.As(err, &stopped) || stopped.Missing[0].Field != agreement.Number.Field {
		t.Errorf("it is signed without a number: %v", err)
	}
	if err := set(a, agreement.State.Field, "Gäller"); !errors.As(err, &stopped) {
		t.Errorf("in the form it is: %v", err)
	}
	apptest.Put(t, p, a, agreement.Number, "KS 2026/1")
	if err := sign(); err != nil || agreement.State.Get(p.Get(a)) != agreement.Signed || decisions(a) != 1 {
		t.Errorf("%v, %d decisions", err, decisions(a))
	}
}
