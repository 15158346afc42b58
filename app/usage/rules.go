package usage

import (
	"fmt"
	"slices"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

func init() {
	Kind.Identity = []*field.Field{Of.Field, Unit.Field}
	Kind.Vital = Kind.Identity
	Kind.Columns = []*field.Field{Unit.Field, Users.Field, Share.Field, Criticality.Field, Contact.Field, Purpose.Field, Comment.Field}
	Kind.Caption = func(*field.Record) string { return Kind.One }
	Kind.Check = check
}

func check(_ field.World, _, r *field.Record) error {
	if r == nil {
		return nil
	}
	if Of.Get(r) == "" || Unit.Get(r) == "" {
		return fault.New(fault.Invalid, "En användning måste säga både systemet och enheten som använder det. Inget har ändrats. Fyll i båda.")
	}
	if n, said := r.Get(Share.Field).(int64); said && (n < 0 || n > 100) {
		return fault.New(fault.Invalid, fmt.Sprintf("Andelen %d %% är inte mellan 0 och 100. Inget har ändrats. Skriv ett tal däremellan.", n))
	}
	return nil
}

// Shares are those of a system's cost.
var Shares = field.NewShares(field.Shares{Of: Of.Field, Among: Unit.Field, Share: Share.Field, Twice: func(system, unit string) string {
	return fmt.Sprintf("%s används redan av %s. Inget har ändrats. Ändra i den raden under Användningar, eller ta bort den.", system, unit)
}})

// Rows are the uses of a system.
func Rows(w field.World, system field.ID) []*field.Record { return w.Pointing(Of.Field, system) }

// Units are those that use a system, each once: those that its uses say, or the one that
// owns it.
func Units(w field.World, s *field.Record) (out []field.ID) {
	for _, u := range Rows(w, s.ID) {
		if id := Unit.Get(u); id != "" && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	if out == nil && s.Home() != "" {
		return []field.ID{s.Home()}
	}
	return out
}

// Gone says that a unit that no longer is is written as using a system.
func Gone(w field.World, system field.ID) bool {
	return slices.ContainsFunc(Rows(w, system), func(r *field.Record) bool {
		u := w.Get(Unit.Get(r))
		return u != nil && !field.InUse(w, u)
	})
}

// Several says whether two or more förvaltningar, nämnder or bolag use a system. A use by
// the whole municipality is by several; a nämnd and its förvaltning are one, and what is no
// more uses nothing.
func Several(w field.World, system field.ID) bool {
	var levels []field.ID
	for _, r := range Rows(w, system) {
		u := w.Get(Unit.Get(r))
		if u == nil || !field.InUse(w, u) {
			continue
		}
		if org.UnitType.Get(u) == org.Group {
			return true
		}
		level := org.Level(w, u.ID)
		if slices.ContainsFunc(levels, func(other field.ID) bool { return !serves(w, level, other) && !serves(w, other, level) }) {
			return true
		}
		levels = append(levels, level)
	}
	return false
}

// serves says that a unit is another, or lies under the nämnd that the other is.
func serves(w field.World, unit, other field.ID) bool {
	return unit == other || org.UnitType.Get(w.Get(other)) == org.Board && org.Within(w, unit, other)
}

// Count adds the users of a system's uses; said is how many uses say theirs.
func Count(w field.World, system field.ID) (sum int64, said int) {
	for _, r := range Rows(w, system) {
		if n, ok := r.Get(Users.Field).(int64); ok {
			sum, said = sum+n, said+1
		}
	}
	return sum, said
}

// Differ says that all uses say their users, and that they come to another number than
// what is used says itself.
func Differ(w field.World, r *field.Record, own field.NumberField) bool {
	n, said := Count(w, r.ID)
	users, has := r.Get(own.Field).(int64)
	return has && said > 0 && said == len(Rows(w, r.ID)) && n != users
}
