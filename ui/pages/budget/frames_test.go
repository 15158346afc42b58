package budget_test

import (
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/app/frame"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/pages/budget"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

// TestTheUseOfRamarIsSeen: as itpctl frames has it, what has none too, and a line opens its ram.
func TestTheUseOfRamarIsSeen(t *testing.T) {
	p := uitest.Example(t)
	s := uitest.Window(t, p, app.Services{}, budget.Spec())
	var ramar []field.ID
	for _, r := range p.All(frame.Kind) {
		ramar = append(ramar, r.ID)
	}
	s.Go("budget", shell.Show{Label: "Ramar", IDs: ramar})
	var g *grid.Grid
	for _, one := range uitest.Find[*grid.Grid](s) {
		g = one
	}
	lines := frame.Use(p, p.PlanYear())
	src := g.Source()
	if src.Len() != len(lines) {
		t.Fatalf("%d lines, want %d", src.Len(), len(lines))
	}
	opens := -1
	for i, l := range lines {
		row := ""
		for col := range g.Columns {
			row += src.Cell(i, col).Text + "|"
		}
		for _, want := range []string{l.Name, l.TypeName(), l.Asked.Kr(), l.Allotted.Kr()} {
			if !strings.Contains(row, want) {
				t.Errorf("%q lacks %q", row, want)
			}
		}
		if len(l.Frames) > 0 && opens < 0 {
			opens = i
		}
		if over := src.Cell(i, len(g.Columns)-1).Icon != ""; over != l.Over() {
			t.Errorf("%s is over: %v, shown as %v", l.Name, l.Over(), over)
		}
	}
	g.OnOpen(opens)
	if r := p.Get(lines[opens].Frames[0]); !uitest.Shows(s.Window.Content(), r.Name()) {
		t.Errorf("%s isn't open", r.Name())
	}
}
