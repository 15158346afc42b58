package budget_test

import (
	"testing"

	"itportfoljen/app/budget"
	"itportfoljen/app/demo"
	"itportfoljen/app/exchange/export"
	"itportfoljen/app/exchange/sheet"
)

// TestTheWorkbookPartsAsTheSheet: what an agreement costs is parted among the units of the systems
// that it covers in Budgetunderlag too.
func TestTheWorkbookPartsAsTheSheet(t *testing.T) {
	p := example(t, demo.M)
	want := map[string]string{}
	tab := budget.Of(p, budget.Query{Rows: []budget.Dimension{budget.By(budget.ByUnit), budget.By(budget.ByType), budget.By(budget.ByYear)}, Closed: true})
	tab.Walk(nil)(func(depth int, path string, l *budget.Line) bool {
		if depth == 2 && (l.Budget.Known || l.Actual.Known) {
			want[names(tab, path)] = decimal(l.Budget.Known, l.Budget.Decimal()) + "|" + decimal(l.Actual.Known, l.Actual.Decimal())
		}
		return true
	})
	got := map[string]string{}
	for _, s := range export.Book(p, export.Options{What: export.Budget}).Sheets {
		if s.Name != "Budget" {
			continue
		}
		if err := s.Each(func(c []sheet.Cell) error {
			if !c[3].IsEmpty() || !c[5].IsEmpty() {
				got["/"+c[0].Text+"/"+c[1].Text+"/"+c[2].Text] = c[3].Text + "|" + c[5].Text
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
	}
	for k, v := range want {
		if got[k] != v {
			t.Errorf("%s: the sheet has %s, the workbook %s", k, v, got[k])
		}
	}
	if len(got) != len(want) || len(got) < 10 {
		t.Errorf("%d lines in the workbook, %d in the sheet", len(got), len(want))
	}
}

func decimal(known bool, s string) string {
	if !known {
		return ""
	}
	return s
}

// names is a path by what its lines are called.
func names(tab *budget.Table, path string) (out string) {
	for i, r := range path + "\x1f" {
		if r == '\x1f' && i > 0 {
			out += "/" + tab.Line(path[:i]).Label
		}
	}
	return out
}
