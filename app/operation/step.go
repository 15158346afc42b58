package operation

import (
	"cmp"
	"fmt"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/system"
)

func init() {
	governance.GoesLightly(VersionKind, VersionState.Field)
	governance.After(VersionKind, launch)
	governance.GoesLightly(ChangeKind, ChangeState.Field)
	governance.After(ChangeKind, carryOut)
	governance.After(system.Kind, retire)
}

// launch says from when a version that is taken into use is, and that the one before it
// is replaced.
func launch(tx *field.Tx, version *field.Record, s governance.Step) error {
	if s.To != VersionRuns {
		return nil
	}
	if err := governance.NoLater(tx, version, VersionFrom.Field, s.On); err != nil {
		return err
	}
	for _, other := range tx.Pointing(VersionOf.Field, VersionOf.Get(version)) {
		if other.ID != version.ID && VersionState.Get(other) == VersionRuns {
			if err := tx.Set(other.ID, VersionState.Field, VersionReplaced); err != nil {
				return err
			}
		}
	}
	return nil
}

// carryOut gives the system the driftform, place and driftansvarig that a change says, and
// writes down what was before. Faults: Invalid (it changes nothing).
func carryOut(tx *field.Tx, change *field.Record, s governance.Step) error {
	if s.To != CarriedOut {
		return nil
	}
	of := tx.Get(ChangeOf.Get(change))
	if of == nil {
		return nil
	}
	var was []string
	set := func(f *field.Field, v field.Value) error {
		if field.IsEmpty(v) {
			return nil
		}
		before := cmp.Or(f.Show(tx, of.Get(f)), "–")
		was = append(was, f.Label+": "+before)
		return tx.Set(of.ID, f, v)
	}
	var manager field.Value
	if id := ChangeManager.Get(change); id != "" {
		manager = field.Succeed(system.OperationsManager.Get(of), []field.ID{id}, s.On)
	}
	for _, c := range []struct {
		f *field.Field
		v field.Value
	}{{system.Hosting.Field, change.Get(ChangeHosting.Field)}, {system.DataLocation.Field, change.Get(ChangePlace.Field)}, {system.OperationsManager.Field, manager}} {
		if err := set(c.f, c.v); err != nil {
			return err
		}
	}
	if len(was) == 0 {
		return fault.New(fault.Invalid, fmt.Sprintf("%s säger inte vad som ändras. Inget har ändrats. Fyll i ny driftform, plats eller driftansvarig.", change.Name()))
	}
	return tx.Set(change.ID, ChangeWas.Field, strings.Join(was, ", "))
}

// retire makes the styrmodell's checklist for a system that is on its way out: the
// items that it doesn't have yet.
func retire(tx *field.Tx, of *field.Record, s governance.Step) error {
	if s.To != system.PhaseOut && s.To != system.OutOfUse {
		return nil
	}
	has := map[string]bool{}
	for _, r := range tx.Pointing(ItemOf.Field, of.ID) {
		has[ItemPoint.Get(r)] = true
	}
	for _, q := range governance.Of(tx).Retirement {
		if has[q.Key] {
			continue
		}
		r := field.NewRecord(ItemKind, tx.NewID())
		r.Put(ItemText.Field, q.Label).Put(ItemOf.Field, of.ID).Put(ItemPoint.Field, q.Key)
		if err := tx.Create(r); err != nil {
			return err
		}
	}
	return nil
}
