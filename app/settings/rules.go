package settings

import (
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/picture"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// The model and the arms must be readable; those that stand there since before
// don't stop anything else from being changed.
func init() {
	Kind.Check = func(_ field.World, before, after *field.Record) error {
		fresh := func(f field.TextField) bool {
			return after != nil && f.Get(after) != "" && (before == nil || f.Get(before) != f.Get(after))
		}
		if fresh(Model) {
			if _, err := governance.Parse([]byte(Model.Get(after))); err != nil {
				return err
			}
		}
		if fresh(Logo) {
			if _, err := picture.FromText(Logo.Get(after)); err != nil {
				return fault.Wrap(fault.CodeOf(err), err.Error()+" Inget har ändrats.", err)
			}
		}
		return nil
	}
	Kind.Examine = func(w field.World, r *field.Record) error {
		m, err := governance.Read([]byte(Model.Get(r)))
		if err != nil {
			return nil // told of by Check
		}
		if unknown := m.Unknown(w.Kinds()); len(unknown) > 0 {
			return fault.New(fault.Invalid, "styrmodellen har krav på något som programmet inte känner, och som därför aldrig är uppfyllda: "+strings.Join(unknown, "; ")+".")
		}
		return nil
	}
}
