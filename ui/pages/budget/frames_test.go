package budget_test

import (
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
	"itportfoljen/app/frame"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/input"
	"itportfoljen/ui/pages/budget"
	"itportfoljen/ui/record"
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

// TestADecidedRamGetsAnotherAmountByADecision: who, when and why are asked for, what it comes to is
// told, and what it was is kept; a proposal is just changed.
func TestADecidedRamGetsAnotherAmountByADecision(t *testing.T) {
	p := uitest.Open(t)
	portfolio, year := p.Model().Portfolios[0].Key, int64(p.PlanYear())
	r := apptest.Add(t, p, frame.Kind, frame.Portfolio, portfolio, frame.Year, year, frame.Amount, money.FromKronor(500_000), frame.State, frame.Decided,
		frame.DecidedOn, uitest.Today.AddDays(-60), frame.DecidedBy, "Kommunfullmäktige", frame.Reference, "§ 112")
	proposal := apptest.Add(t, p, frame.Kind, frame.Portfolio, portfolio, frame.Year, year+1, frame.Amount, money.FromKronor(500_000), frame.State, frame.Proposed)
	s := uitest.Window(t, p, app.Services{}, budget.Spec())
	s.Go("budget", nil)
	s.Open(proposal.ID)
	if uitest.CanTap(s, "Ändra med nytt beslut …") {
		t.Error("a proposal is changed by a decision")
	}
	s.Open(r.ID)
	uitest.Tap(t, s, "Ändra med nytt beslut …")
	if !uitest.Shows(uitest.Front(s), "Nu 500\u00a0000 kr, beslutad den "+uitest.Today.AddDays(-60).String()+", beslutad av Kommunfullmäktige, § 112.") {
		t.Errorf("%q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Tap(t, s, "Ändra ramen")
	if !uitest.Shows(uitest.Front(s), "Skriv det nya beloppet.") {
		t.Errorf("without an amount it says %q", uitest.Texts(uitest.Front(s)))
	}
	write := func(label, text string) {
		t.Helper()
		for _, f := range uitest.Find[*input.Field](s) {
			if texts := uitest.Texts(f); len(texts) > 0 && texts[0] == label {
				s.Window.Canvas().Focus(record.KeyboardOf(f))
				uitest.Type(s, text)
				return
			}
		}
		t.Fatalf("nothing is called %q: %q", label, uitest.Texts(uitest.Front(s)))
	}
	write("Ram", "700 tkr")
	uitest.Tap(t, s, "Ändra ramen")
	if !uitest.Shows(uitest.Front(s), "Säg varför ramen ändras.") {
		t.Errorf("without why it says %q", uitest.Texts(uitest.Front(s)))
	}
	if !uitest.Shows(uitest.Front(s), "Ändringen är +200\u00a0000 kr. Beviljat är 0 kr, och 700\u00a0000 kr är kvar efter den.") {
		t.Errorf("it comes to %q", uitest.Texts(uitest.Front(s)))
	}
	write("§ / diarienummer", "§ 7")
	write("Skäl till ändringen", "Lagkrav från juli")
	uitest.Tap(t, s, "Ändra ramen")
	now := p.Get(r.ID)
	past := frame.Pasts(p, now)
	if frame.Amount.Get(now) != money.FromKronor(700_000) || frame.DecidedOn.Get(now) != uitest.Today || frame.Reference.Get(now) != "§ 7" || frame.Reason.Get(now) != "Lagkrav från juli" {
		t.Errorf("the ram is %v of %v, %q", frame.Amount.Get(now), frame.DecidedOn.Get(now), frame.Reason.Get(now))
	}
	if len(past) != 1 || past[0].Amount != money.FromKronor(500_000) || past[0].Reference != "§ 112" {
		t.Errorf("it was %+v", past)
	}
	s.Undo()
	if frame.Amount.Get(p.Get(r.ID)) != money.FromKronor(500_000) || len(frame.Pasts(p, p.Get(r.ID))) != 0 {
		t.Error("one step doesn't take it back")
	}
}
