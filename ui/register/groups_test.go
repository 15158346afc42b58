package register_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app/system"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/register"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

// lines are the first texts of the rows, a heading as "# text count".
func lines(g *grid.Grid) (out []string) {
	src := g.Source().(interface {
		grid.Source
		Heading(row int) (grid.Heading, bool)
	})
	for i := range src.Len() {
		if h, ok := src.Heading(i); ok {
			out = append(out, "# "+h.Text+" "+h.Count)
			continue
		}
		out = append(out, src.Cell(i, 1).Text)
	}
	return out
}

// grouped groups the systems by what is written in the search for a field.
func grouped(t *testing.T, s *shell.Shell, by string) *grid.Grid {
	t.Helper()
	uitest.Tap(t, s, "Gruppera")
	uitest.Write(t, s, by)
	uitest.Key(t, s, fyne.KeyReturn)
	return gridOf(t, s)
}

func TestAGroupedListHasHeadingsThatFold(t *testing.T) {
	s := open(t, uitest.Open(t))
	g := grouped(t, s, "livscykel")
	all := lines(g)
	if len(all) < 6 || !strings.HasPrefix(all[0], "# ") {
		t.Fatalf("grouped: %q", all)
	}
	count(t, s, "4 system")
	if !uitest.CanTap(s, "Grupperat: Livscykel") {
		t.Errorf("no chip: %q", uitest.Texts(uitest.Front(s)))
	}
	g.Focus()
	uitest.Key(t, s, fyne.KeyHome)
	g.SelectRange(grid.Range{})
	uitest.Key(t, s, fyne.KeyLeft)
	if folded := lines(g); len(folded) >= len(all) || folded[0] != all[0] {
		t.Errorf("folded: %q", folded)
	}
	count(t, s, "4 system")
	uitest.Tap(t, s, "Grupperat: Livscykel")
	uitest.Tap(t, s, "Fäll ihop alla")
	for _, l := range lines(g) {
		if !strings.HasPrefix(l, "# ") {
			t.Errorf("%q shows", l)
		}
	}
	if n := len(register.New(s, system.Kind, nil).List().Lines()); n != len(lines(g)) {
		t.Errorf("%d lines are remembered", n)
	}
	s.Open(sys(t, s.Portfolio(), "Diariet W3").ID)
	if !slices.Contains(lines(gridOf(t, s)), "Diariet W3") {
		t.Error("a record that is opened stays folded away")
	}
	uitest.Tap(t, s, "Grupperat: Livscykel")
	uitest.Tap(t, s, "Ta bort grupperingen")
	if got := lines(gridOf(t, s)); len(got) != 4 {
		t.Errorf("not grouped: %q", got)
	}
}

func TestGroupsShowWhatTheirRowsComeTo(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	g := grouped(t, s, "livscykel")
	src := g.Source().(interface {
		Heading(row int) (grid.Heading, bool)
	})
	found := false
	for i := range g.Source().Len() {
		if h, ok := src.Heading(i); ok {
			for _, sum := range h.Cells {
				found = found || sum != ""
			}
		}
	}
	if !found {
		t.Error("no sums")
	}
}

func TestKeysWorkOverHeadings(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	g := grouped(t, s, "livscykel")
	g.Focus()
	g.SelectAll()
	if n := len(g.Selected()); n != 4 {
		t.Errorf("%d rows selected", n)
	}
	g.OnCopy()
	if got := strings.Split(s.App.Clipboard().Content(), "\r\n"); len(got) != 5 {
		t.Errorf("copied %q", got)
	}
	var names []string
	for _, l := range lines(g) {
		if !strings.HasPrefix(l, "# ") {
			names = append(names, l)
		}
	}
	row := g.OnType("skol")
	if row < 0 || lines(g)[row] != "Skolplattformen" {
		t.Errorf("jumped to %d of %q", row, names)
	}
	col := slices.IndexFunc(g.Columns, func(c grid.Column) bool { return c.ID == system.Lifecycle.Key })
	if col >= 0 && g.Editable(0, col) {
		t.Error("a heading can be written in")
	}
}
