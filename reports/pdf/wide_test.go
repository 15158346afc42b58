package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app/base/draw"
)

// cellTexts are the cells of a table's rows, a number after those that span several.
func cellTexts(t *Table) []string {
	var out []string
	for _, r := range t.Rows {
		var cells []string
		for _, c := range r.Cells {
			s := c.Runs[0].Text
			if c.Span > 1 {
				s += fmt.Sprint("×", c.Span)
			}
			cells = append(cells, s)
		}
		out = append(out, strings.Join(cells, "|")+r.Mark)
	}
	return out
}

func TestPartOfATable(t *testing.T) {
	sum := SumRow(Txt("Summa"), Txt("10"), Txt(""), Txt("20"))
	sum.Cells[0].Span = 3
	row := R(Cells("SYS-0001", "Lön", "Anna", "10", "x", "20")...)
	row.Mark = "#lön"
	tab := &Table{Cols: []Col{{Head: "Nr"}, {Head: "System", RowHead: true}, {Head: "Ägare"}, {Head: "Budget"}, {Head: "Text"}, {Head: "Prognos"}},
		Rows: []TableRow{GroupRow("Skola"), row, sum}}
	for _, c := range []struct {
		cols  []int
		later bool
		want  []string
	}{
		{[]int{0, 1, 2}, false, []string{"Skola", "SYS-0001|Lön|Anna#lön", "Summa×3"}},
		{[]int{0, 1, 3, 4}, true, []string{"Skola", "SYS-0001|Lön|10|x", "Summa×2|10|"}},
		{[]int{0, 1, 5}, true, []string{"Skola", "SYS-0001|Lön|20", "Summa×2|20"}},
	} {
		if got := cellTexts(tab.only(c.cols, c.later)); !slices.Equal(got, c.want) {
			t.Errorf("columns %v: %q, want %q", c.cols, got, c.want)
		}
	}
}

// A table of any number of columns stays on the paper, every column in just one
// part beside those that name the row.
func TestEveryColumnIsInAPart(t *testing.T) {
	for n := 2; n <= 60; n++ {
		tab := Table{Summary: "Prov"}
		var cells []Cell
		for i := range n {
			c := Col{Head: fmt.Sprintf("Kolumn%d", i), RowHead: i == 1}
			if i%3 == 0 {
				c.Align = draw.Right
			}
			tab.Cols = append(tab.Cols, c)
			cells = append(cells, Txt(fmt.Sprintf("%d\u00a0123\u00a0456", i)))
		}
		tab.Rows = []TableRow{R(cells...)}
		doc := New(Meta{})
		doc.Table(tab)
		seen := map[string]int{}
		for _, p := range doc.Pages() {
			for _, it := range p.Items {
				m, ok := it.Mark.(TextMark)
				if !ok {
					continue
				}
				if m.X < marginX-0.01 || m.X+m.W > p.W-marginX+0.01 {
					t.Fatalf("%d columns: %q from %.1f to %.1f", n, m.Text, m.X, m.X+m.W)
				}
				if it.Elem != Artifact && strings.Contains(m.Text, "123") {
					seen[strings.TrimSpace(m.Text)]++
				}
			}
		}
		parts := seen["1\u00a0123\u00a0456"]
		if parts > 1 && !doc.Squeezed() || n < 8 && doc.Squeezed() || n > 20 && parts < 2 {
			t.Errorf("%d columns: %d parts, squeezed %v", n, parts, doc.Squeezed())
		}
		for i := range n {
			want := 1
			if i < 2 {
				want = parts
			}
			if got := seen[fmt.Sprintf("%d\u00a0123\u00a0456", i)]; got != want {
				t.Errorf("%d columns: column %d is set %d times, want %d", n, i, got, want)
			}
		}
	}
}
