package record_test

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/ui/record"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

// TestHistoryTakesBack: the tab tells who, from where and what, and takes an entry
// back. One that touched others too is asked about first.
func TestHistoryTakesBack(t *testing.T) {
	var panel *record.Panel
	s := uitest.Window(t, uitest.Open(t), app.Services{}, shell.PageSpec{ID: "systems", Icon: "layers", New: func(s *shell.Shell) shell.Page {
		panel = record.NewPanel(s, system.Kind)
		return &panelPage{blankPage{panel.Content()}, panel}
	}})
	p := s.Portfolio()
	a, b := p.All(system.Kind)[0], p.All(system.Kind)[1]
	column := field.Column{Field: system.LockIn.Field}
	before := system.LockIn.Get(a)
	if _, err := p.SetMany(app.From(context.Background(), "import av Läge.xlsx"), []field.ID{a.ID, b.ID}, column, "Ny AB"); err != nil {
		t.Fatal(err)
	}
	panel.Show(a.ID)
	uitest.Tap(t, s, "Historik")
	shown := func(want string) {
		t.Helper()
		if !uitest.Shows(uitest.Front(s), want) {
			t.Errorf("%q doesn't show: %q", want, uitest.Texts(uitest.Front(s)))
		}
	}
	shown("Anna Ek · import av Läge.xlsx · nr 3")
	shown("→ Ny AB")
	uitest.Walk(panel.Content(), func(o fyne.CanvasObject) {
		if l, ok := o.(fyne.Tappable); ok && uitest.Shows(o, "Ångra") && len(uitest.Texts(o)) == 1 && s.Window.Canvas().Overlays().Top() == nil {
			l.Tapped(&fyne.PointEvent{}) // the first
		}
	})
	shown("2 i allt")
	uitest.Tap(t, s, "Ångra")
	if got := system.LockIn.Get(p.Get(a.ID)); got != before {
		t.Errorf("the supplier is %q", got)
	}
	shown("ångrade nr 3")
	shown("ångrad")
}

// panelPage tells its panel of what happens.
type panelPage struct {
	blankPage
	panel *record.Panel
}

func (p *panelPage) Changed(e app.Event) { p.panel.Changed(e) }
