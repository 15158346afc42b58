package settings

import (
	"fmt"
	"slices"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// A field of the municipality's own is a record that says which kind has it, and
// the values that records keep under its key.
func init() {
	FreeKind.Check = checkFree
	FreeKind.Removing = emptyFree
}

// Declared are the records that declare fields, in the order they were made.
func Declared(w field.World) []*field.Record { return w.All(FreeKind) }

// ownField is what a record declares: the kind is nil for one that declares
// nothing.
func ownField(w field.World, def *field.Record) (k *field.Kind, key string) {
	for _, k := range w.Kinds() {
		if k.Name == FreeOf.Get(def) {
			return k, FreeKey.Get(def)
		}
	}
	return nil, ""
}

// checkFree holds that a field of the municipality's own is the only one of its
// key, and keeps it: values are found by it.
func checkFree(w field.World, before, after *field.Record) error {
	if after == nil {
		return unusedFree(w, before)
	}
	k, key := ownField(w, after)
	if k == nil || key == "" || k.Silent {
		return fault.New(fault.Internal, "Internt fel: ett eget fält hör inte till något. Inget har ändrats. Försök igen, och anmäl felet om det kommer tillbaka.")
	}
	if before == nil || before.Name() != after.Name() {
		if err := ownName(w, k, after); err != nil {
			return err
		}
	}
	if before != nil {
		if was, old := ownField(w, before); was != k || old != key {
			return fault.New(fault.Invalid, fmt.Sprintf("%s kan byta namn men inte flyttas eller byta nyckel. Inget har ändrats. Lägg till ett nytt fält i stället.", after.Name()))
		}
	}
	if err := checkType(w, k, before, after); err != nil {
		return err
	}
	taken := k.Field(key) != nil || field.Reserved(key)
	for _, other := range Declared(w) {
		of, same := ownField(w, other)
		taken = taken || other.ID != after.ID && of == k && same == key
	}
	if taken {
		return fault.New(fault.Conflict, fmt.Sprintf("Det finns redan ett fält för %s med nyckeln ”%s”. Inget har ändrats. Välj en annan nyckel.", k.Many, key))
	}
	return nil
}

// ownName holds that a field isn't called as another of its kind: a value that is
// typed or read by the name would go to either.
func ownName(w field.World, k *field.Kind, after *field.Record) error {
	name := text.Key(after.Name())
	taken := slices.ContainsFunc(k.Fields(), func(f *field.Field) bool { return text.Key(f.Label) == name })
	for _, other := range Declared(w) {
		of, _ := ownField(w, other)
		taken = taken || other.ID != after.ID && of == k && text.Key(other.Name()) == name
	}
	if taken {
		return fault.New(fault.Conflict, fmt.Sprintf("Det finns redan ett fält för %s som heter ”%s”. Inget har ändrats. Välj ett annat namn.", k.Many, after.Name()))
	}
	return nil
}

// unusedFree refuses to remove a field that records still have values in: a new
// field of that key would get them.
func unusedFree(w field.World, gone *field.Record) error {
	k, key := ownField(w, gone)
	if k == nil {
		return nil
	}
	f := field.NewFree(k, key, gone.Name())
	for _, r := range w.All(k) {
		if r.Get(f) != nil {
			return fault.New(fault.Conflict, fmt.Sprintf("Fältet ”%s” har ett värde i %s och kan inte tas bort. Inget har ändrats. Töm det där först.", f.Label, field.Called(r, w.Get)))
		}
	}
	return nil
}

// emptyFree takes out the values that records have in a field that goes.
func emptyFree(tx *field.Tx, def *field.Record) error {
	k, key := ownField(tx, def)
	if k == nil {
		return nil
	}
	f := field.NewFree(k, key, def.Name())
	for _, r := range tx.All(k) {
		if r.Get(f) == nil {
			continue
		}
		if err := tx.Set(r.ID, f, nil); err != nil {
			return err
		}
	}
	return nil
}

// OwnField is a field of the municipality's own: the record that declares it, the
// kind that has it, and how many records have a value in it.
type OwnField struct {
	Declared *field.Record
	Kind     *field.Kind
	Values   int
}

// OwnFields are the fields of the municipality's own, kind by kind, in the order
// they were declared.
func OwnFields(w field.World) []OwnField {
	all := Declared(w)
	var out []OwnField
	for _, k := range w.Kinds() {
		at := map[string]int{}
		for _, def := range all {
			if of, key := ownField(w, def); of == k {
				at[key] = len(out)
				out = append(out, OwnField{Declared: def, Kind: k})
			}
		}
		if len(at) == 0 {
			continue
		}
		for _, r := range w.All(k) {
			for key := range r.FreeValues() {
				if i, ok := at[key]; ok {
					out[i].Values++
				}
			}
		}
	}
	return out
}
