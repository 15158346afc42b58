package main

import (
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/agreement"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
	listviews "itportfoljen/app/view"
	"itportfoljen/ui/uitest"
)

// TestAViewOfAnyListIsShownFromCtrlK: also of those that stand aside or in the settings.
func TestAViewOfAnyListIsShownFromCtrlK(t *testing.T) {
	for _, c := range []struct {
		kind *field.Kind
		page string
	}{
		{system.Kind, "systems"}, {plan.Kind, "plan"}, {agreement.Kind, "agreements"}, {agreement.SupplierKind, "agreements"},
		{org.PersonKind, "people"}, {org.UnitKind, "settings"},
	} {
		p := uitest.Open(t)
		if _, err := p.Do(t.Context(), func(tx *field.Tx) (string, error) {
			_, err := listviews.Keep(tx, c.kind, "Kvartalslistan", p.Who(), false, listviews.Spec{Columns: listviews.Listed(p, c.kind)})
			return "Vy", err
		}); err != nil {
			t.Fatal(err)
		}
		s := uitest.Window(t, p, app.Services{}, pages()...)
		s.OpenPalette()
		uitest.Write(t, s, "kvartalslistan")
		uitest.Key(t, s, fyne.KeyReturn)
		if s.Current() != c.page || !uitest.CanTap(s, "Kvartalslistan") {
			t.Errorf("%s: on %s: %q", c.kind.Name, s.Current(), uitest.Texts(uitest.Front(s)))
		}
	}
}
