package record_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/uitest"
)

// TestAmountsArePastedInTheTableOfCosts: from a spreadsheet, with a look before.
func TestAmountsArePastedInTheTableOfCosts(t *testing.T) {
	p := uitest.Open(t)
	s, g, owner := costs(t, p)
	add(t, s, "2028")
	uitest.Press(s, fyne.KeyEscape)
	col := column(g, economy.CostBudget.Field)
	g.SelectRange(grid.Range{Top: 0, Left: col, Bottom: 0, Right: col})
	g.Focus()
	s.App.Clipboard().SetContent("700 tkr\r\n1,5 mnkr\r\n3\r\n")
	uitest.Shortcut(s, &fyne.ShortcutPaste{Clipboard: s.App.Clipboard()})
	if !uitest.Shows(uitest.Front(s), "1 rad får inte plats") {
		t.Errorf("the preview says %q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Tap(t, s, "Klistra in")
	for i, want := range []int64{700_000, 1_500_000} {
		if got := economy.CostBudget.Get(rowsOf(p, owner)[i]); got != money.FromKronor(want) {
			t.Errorf("row %d has %s", i, got.Kr())
		}
	}
	if label, _ := p.CanUndo(); label != "Inklistrat: 2 celler i 2 kostnader" {
		t.Errorf("undo says %q", label)
	}
	g.OnCopy()
	if got := s.App.Clipboard().Content(); got != "Budget\r\n700\u00a0000\r\n1\u00a0500\u00a0000" {
		t.Errorf("copied %q", got)
	}
}
