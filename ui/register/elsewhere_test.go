package register_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app/agreement"
	"itportfoljen/app/apptest"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/ui/uitest"
)

// TestACellThatIsKeptElsewhereSaysWhere: two systems share an agreement, which neither of
// their rows changes for the other.
func TestACellThatIsKeptElsewhereSaysWhere(t *testing.T) {
	p := uitest.Open(t)
	a, b := sys(t, p, "Diariet W3"), sys(t, p, "HemtjänstPlan")
	shared := apptest.Add(t, p, agreement.Kind, agreement.Name, "Ramavtalet")
	for _, r := range []*field.Record{a, b} {
		apptest.Add(t, p, agreement.CoverKind, agreement.CoverOf, shared.ID, agreement.Covered, r.ID)
	}
	s := open(t, p)
	g := gridOf(t, s)
	for _, f := range []*field.Field{system.AgreementEnd} {
		into(t, s, a.ID, f)
		if g.Editing() || s.Window.Canvas().Overlays().Top() != nil {
			t.Fatalf("%s of both is changed from one", f.Label)
		}
		g.EditCell(string(a.ID), column(t, g, f.Key)) // the cursor comes to the cell
		s.Window.Canvas().Focused().TypedRune('x')
		if !uitest.Shows(g, f.Label+" står i "+shared.Ref) {
			t.Errorf("%s: nothing says where it is changed: %q", f.Label, uitest.Texts(g))
		}
	}
	g.SelectAll()
	g.OnMenu(0, fyne.NewPos(400, 300))
	uitest.Tap(t, s, "Ändra Avtal till på 4 valda …")
	says(t, s, "ändras för 2 system. 2 står i det som andra delar, och ändras inte härifrån.")
	uitest.Write(t, s, "2028-01-31")
	uitest.Press(s, fyne.KeyReturn)
	for _, r := range p.All(system.Kind) {
		is, shared := system.AgreementEnd.Value(p, r, 0), r.ID == a.ID || r.ID == b.ID
		if field.IsEmpty(is) != shared {
			t.Errorf("%s has %v", r.Name(), is)
		}
	}
}
