package intake_test

import (
	"testing"

	"itportfoljen/app/agreement"
	"itportfoljen/app/exchange/intake"
	"itportfoljen/app/exchange/intake/intaketest"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
)

// TestWhatIsNotKnownIsNoName: nothing is made of a text that says that nobody knows, in
// whatever column it stands, and that it was passed over is told.
func TestWhatIsNotKnownIsNoName(t *testing.T) {
	for _, s := range []string{"vet ej", "Ej känt", "okänd", "Oklart", "ej klart", "Ej beslutat", "tbd", "Kommer senare", "uppgift saknas", "?", "ej aktuellt", "N/A"} {
		for column, kind := range map[string]*field.Kind{"Ägande enhet": org.UnitKind, "Leverantör": agreement.SupplierKind, "Systemägare": org.PersonKind} {
			w := intaketest.New()
			r := imported(t, w, book(table("System", "System|"+column, "Ekot|"+s)), intake.Options{})
			if n := len(w.All(kind)); n != 0 || r.New != 1 || len(r.Questions) != 0 {
				t.Errorf("%s %q: %d are made, %d new, asked %v", column, s, n, r.New, r.Questions)
			}
			if len(r.Remarks) != 1 && s != "?" {
				t.Errorf("%s %q: told %v", column, s, r.Remarks)
			}
		}
		w := intaketest.New()
		r := imported(t, w, book(table("Insatser", "Insats|Berörda system|Beskrivning", "Ny växel|"+s+"|Byts ut")), intake.Options{Kind: plan.Kind})
		if len(w.All(system.Kind)) != 0 || r.New != 1 {
			t.Errorf("%q: %d systems, %d new", s, len(w.All(system.Kind)), r.New)
		}
	}
}

// TestWhatIsCalledSoIsFoundByItsName though it says of others that nobody knows.
func TestWhatIsCalledSoIsFoundByItsName(t *testing.T) {
	w := intaketest.New()
	imported(t, w, book(table("Enheter", "Enhet|Kod", "NA|12")), intake.Options{Kind: org.UnitKind})
	imported(t, w, book(table("Leverantörer", "Leverantör|Org.nummer", "TBA|556000-0001")), intake.Options{Kind: agreement.SupplierKind})
	imported(t, w, book(table("System", "System|Ägande enhet|Leverantör", "Ekot|NA|TBA")), intake.Options{})
	r := only(t, w, system.Kind, "Ekot")
	if unit := system.OwnerUnit.Get(r); w.Label(unit) != "NA" || len(w.All(agreement.SupplierKind)) != 1 || len(w.All(org.UnitKind)) != 1 {
		t.Errorf("of %q, %d suppliers, %d units", w.Label(unit), len(w.All(agreement.SupplierKind)), len(w.All(org.UnitKind)))
	}
}
