package view

import (
	"encoding/json"
	"fmt"
	"maps"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// ofReport is what a saved choice is of, for the report of a name, and ofPackage for the package.
func ofReport(report string) string { return "report:" + report }

const ofPackage = "reports"

// Choices are the ways to order a report that who sees, her own and those that are shared, by
// name; of one name her own first.
func Choices(w field.World, report, who string) []*field.Record {
	return saved(w, ofReport(report), who)
}

// Sets are the settings that a saved choice has, by their keys. What can't be read is none.
func Sets(r *field.Record) map[string]string {
	sets := map[string]string{}
	if r == nil || json.Unmarshal([]byte(How.Get(r)), &sets) != nil {
		return map[string]string{}
	}
	return sets
}

// KeepChoice keeps the settings of a report under a name, instead of her own of that name. One
// that another shares is left as it is.
func KeepChoice(tx *field.Tx, report, name, who string, shared bool, sets map[string]string) (field.ID, error) {
	if sets == nil {
		sets = map[string]string{}
	}
	how, err := json.Marshal(sets)
	if err != nil {
		return "", err
	}
	return keeping{of: ofReport(report), nameless: "Valet har inget namn.", taken: "Det finns redan ett delat val som heter"}.keep(tx, name, who, shared, string(how))
}

// RenameChoice gives a saved choice another name. Faults: NotFound, Invalid (no name), Conflict
// (who sees another of that report that is called so).
func RenameChoice(tx *field.Tx, id field.ID, name, who string) error {
	r := tx.Get(id)
	if r == nil {
		return errNoChoice
	}
	if name = text.Clean(name); name == "" {
		return fault.New(fault.Invalid, "Valet har inget namn. Inget har ändrats. Skriv ett namn.")
	}
	for _, o := range saved(tx, Of.Get(r), who) {
		if o.ID != id && sameName(o.Name(), name) {
			return fault.New(fault.Conflict, fmt.Sprintf("Det finns redan ett val som heter ”%s”. Inget har ändrats. Välj ett annat namn.", o.Name()))
		}
	}
	return tx.Set(id, Name.Field, name)
}

var errNoChoice = fault.New(fault.NotFound, "Valet finns inte längre. Inget har ändrats.")

// MakeStandard makes a saved choice the one that its report begins with, or no longer. A shared
// one is so for all, another for who saved it.
func MakeStandard(tx *field.Tx, id field.ID, on bool) error {
	r := tx.Get(id)
	if r == nil {
		return errNoChoice
	}
	for _, o := range tx.All(Kind) {
		if on && o.ID != id && Of.Get(o) == Of.Get(r) && Standard.Get(o) && Shared.Get(o) == Shared.Get(r) && (Shared.Get(r) || By.Get(o) == By.Get(r)) {
			if err := tx.Set(o.ID, Standard.Field, false); err != nil {
				return err
			}
		}
	}
	return tx.Set(id, Standard.Field, on)
}

// StandardChoice is what a report begins with for who: her own standard, else the shared one; nil
// for none.
func StandardChoice(w field.World, report, who string) (of *field.Record) {
	for _, r := range Choices(w, report, who) {
		if Standard.Get(r) && (of == nil || !Shared.Get(r)) {
			of = r
		}
	}
	return of
}

// FindChoice is a way to order a report, by its name; nil when who sees none that is called so.
func FindChoice(w field.World, report, who, name string) *field.Record {
	for _, r := range Choices(w, report, who) {
		if sameName(r.Name(), name) {
			return r
		}
	}
	return nil
}

// Part is a report of the package, with the choice it is made by: its name, "" for the standard.
type Part struct {
	Report string `json:"report"`
	Choice string `json:"choice,omitempty"`
}

// Package are the reports that are made in one go; ok is false where nobody has chosen any.
func Package(w field.World) (parts []Part, ok bool) {
	for _, r := range saved(w, ofPackage, "") {
		if json.Unmarshal([]byte(How.Get(r)), &parts) == nil {
			return parts, true
		}
	}
	return nil, false
}

// KeepPackage keeps which reports are made in one go. It is the municipality's: whoever changes it
// changes it for all.
func KeepPackage(tx *field.Tx, parts []Part, who string) error {
	if parts == nil {
		parts = []Part{}
	}
	how, err := json.Marshal(parts)
	if err != nil {
		return err
	}
	for _, r := range saved(tx, ofPackage, "") {
		return tx.Set(r.ID, How.Field, string(how))
	}
	return tx.Create(field.NewRecord(Kind, tx.NewID()).Put(Name.Field, "Ledningsgruppens paket").Put(Of.Field, ofPackage).Put(By.Field, who).Put(Shared.Field, true).Put(How.Field, string(how)))
}

// SetsOf are the settings that a part of the package is made with: those of its choice. ok is
// false where there is no choice of that name any more.
func SetsOf(w field.World, part Part, who string) (sets map[string]string, ok bool) {
	r := StandardChoice(w, part.Report, who)
	if part.Choice != "" {
		if r = FindChoice(w, part.Report, who, part.Choice); r == nil {
			return nil, false
		}
	}
	return maps.Clone(Sets(r)), true
}
