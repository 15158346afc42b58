package agreement_test

import (
	"strings"
	"testing"

	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
)

// TestNoAgreementLiesUnderItself: however far down, and when several move at once.
func TestNoAgreementLiesUnderItself(t *testing.T) {
	a := &at{T: t, p: apptest.Empty(t)}
	var ids []field.ID
	for _, name := range []string{"A", "B", "C"} {
		ids = append(ids, apptest.Add(t, a.p, agreement.Kind, agreement.Name, name).ID)
	}
	put := func(pairs ...int) error {
		return a.do(func(tx *field.Tx) error {
			for i := 0; i < len(pairs); i += 2 {
				if err := tx.Set(ids[pairs[i]], agreement.Parent.Field, ids[pairs[i+1]]); err != nil {
					return err
				}
			}
			return nil
		})
	}
	refused := func(err error, want string) {
		t.Helper()
		if fault.CodeOf(err) != fault.Invalid || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
	refused(put(0, 0), "A kan inte ligga under sig självt")
	refused(put(0, 1, 1, 2, 2, 0), " kan inte ligga under ")
	if err := put(0, 1, 1, 2); err != nil {
		t.Fatal(err)
	}
	refused(put(2, 0), "C kan inte ligga under A, som ligger under det")
	if err := put(0, 2, 1, 2); err != nil { // two under one is no circle
		t.Error(err)
	}
}
