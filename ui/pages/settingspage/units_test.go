package settingspage_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

// organisation is a kommun with a förvaltning in which there is an enhet with a grupp, and a
// bolag beside, and nothing else.
func organisation(t *testing.T) (*app.Portfolio, map[string]field.ID) {
	t.Helper()
	p := uitest.Empty(t)
	ids := map[string]field.ID{}
	for _, u := range []struct{ name, under string }{{"Ekvalla", ""}, {"Socialförvaltningen", "Ekvalla"}, {"Hemtjänst", "Socialförvaltningen"}, {"Nattgruppen", "Hemtjänst"}, {"Bolaget", "Ekvalla"}} {
		ids[u.name] = apptest.Add(t, p, org.UnitKind, org.UnitName, u.name, org.UnitParent, ids[u.under]).ID
	}
	return p, ids
}

// inView are the rows of the tree as they stand, each level two spaces further in.
func inView(s *shell.Shell) (out []string) {
	src := tree(s).Source()
	for row := range src.Len() {
		c := src.Cell(row, 0)
		mark := map[grid.Branch]string{grid.Leaf: "", grid.Closed: "+", grid.Opened: "-"}[c.Tree.Branch]
		out = append(out, strings.Repeat("  ", c.Tree.Level)+mark+c.Text)
	}
	return out
}

func tree(s *shell.Shell) *grid.Grid { return uitest.Find[*grid.Grid](s)[0] }

func TestTheOrganisationIsATree(t *testing.T) {
	p, ids := organisation(t)
	apptest.Add(t, p, system.OwnerUnit.Kind, system.Name, "Treserva", system.OwnerUnit, ids["Hemtjänst"])
	apptest.Add(t, p, org.PersonKind, org.PersonName, "Bo Alm", org.PersonTitle, "Enhetschef", org.PersonUnit, ids["Hemtjänst"])
	apptest.Put(t, p, ids["Hemtjänst"], org.UnitType, org.Section)
	s := open(t, p, "units")
	want := func(rows ...string) {
		t.Helper()
		if got := inView(s); !slices.Equal(got, rows) {
			t.Errorf("%q\nwant %q", got, rows)
		}
	}
	all := []string{"-Ekvalla", "  Bolaget", "  -Socialförvaltningen", "    -Hemtjänst", "      Nattgruppen"}
	want(all...)
	src := tree(s).Source()
	if src.Cell(0, 2).Text != "1" || src.Cell(0, 2).Tip == "" || src.Cell(3, 1).Text != "Bo Alm" || src.Cell(1, 2).Text != "–" {
		t.Errorf("%+v, %+v", src.Cell(0, 2), src.Cell(3, 1))
	}
	tree(s).Select(string(ids["Nattgruppen"]))
	s.Window.Canvas().Focus(tree(s).Target())
	uitest.Press(s, fyne.KeyLeft) // to what it lies under
	uitest.Press(s, fyne.KeyLeft) // which closes
	want("-Ekvalla", "  Bolaget", "  -Socialförvaltningen", "    +Hemtjänst")
	uitest.Press(s, fyne.KeyRight)
	want(all...)
	// What is kept stands with what it lies under.
	for _, f := range uitest.Find[*input.Search](s) {
		if uitest.Shows(f, "Filtrera enheter") {
			f.Focus()
		}
	}
	uitest.Type(s, "natt")
	want("-Ekvalla", "  -Socialförvaltningen", "    -Hemtjänst", "      Nattgruppen")
}

func TestAUnitIsMovedByKeysAndBack(t *testing.T) {
	p, ids := organisation(t)
	s := open(t, p, "units")
	parent := func(name, of string) {
		t.Helper()
		if got := org.UnitParent.Get(p.Get(ids[name])); got != ids[of] {
			t.Errorf("%s lies under %q, want %q", name, p.Label(got), of)
		}
	}
	alt := func(name fyne.KeyName) {
		uitest.Shortcut(s, &desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierAlt})
	}
	tree(s).Select(string(ids["Socialförvaltningen"]))
	s.Window.Canvas().Focus(tree(s).Target())
	alt(fyne.KeyRight) // two go along
	if !uitest.Shows(uitest.Front(s), "2 enheter under följer med Socialförvaltningen till Bolaget") {
		t.Errorf("%q", uitest.Texts(uitest.Front(s)))
	}
	parent("Socialförvaltningen", "Ekvalla")
	uitest.Tap(t, s, "Flytta")
	parent("Socialförvaltningen", "Bolaget")
	if _, key := tree(s).Cursor(); key != string(ids["Socialförvaltningen"]) {
		t.Error("the cursor didn't go along")
	}
	if _, err := p.Undo(context.Background()); err != nil {
		t.Fatal(err)
	}
	parent("Socialförvaltningen", "Ekvalla")
	tree(s).Select(string(ids["Nattgruppen"]))
	alt(fyne.KeyLeft) // alone: no question
	parent("Nattgruppen", "Socialförvaltningen")
}

func TestAUnitIsDraggedOntoAnotherAndNeverUnderItself(t *testing.T) {
	p, ids := organisation(t)
	s := open(t, p, "units")
	g := tree(s)
	for _, c := range []struct {
		from, onto string
		may        bool
		says       string
	}{
		{"Nattgruppen", "Bolaget", true, "Nattgruppen läggs under Bolaget"},
		{"Socialförvaltningen", "Nattgruppen", false, "Nattgruppen ligger under Socialförvaltningen, som inte kan flyttas dit."},
		{"Hemtjänst", "Socialförvaltningen", false, "Det ligger redan under Socialförvaltningen."},
	} {
		says, may := g.Drops(at(g, ids[c.from]), at(g, ids[c.onto]))
		if may != c.may || says != c.says {
			t.Errorf("%s onto %s: %q, %v", c.from, c.onto, says, may)
		}
	}
	g.OnDrop(at(g, ids["Nattgruppen"]), at(g, ids["Bolaget"]))
	if got := org.UnitParent.Get(p.Get(ids["Nattgruppen"])); got != ids["Bolaget"] {
		t.Errorf("it lies under %q", p.Label(got))
	}
}

func at(g *grid.Grid, id field.ID) int {
	for row := range g.Source().Len() {
		if g.Source().Key(row) == string(id) {
			return row
		}
	}
	return -1
}

// TestATreeIsDrawnWhileItsPortfolioCloses: the start page gives the window another look.
func TestATreeIsDrawnWhileItsPortfolioCloses(t *testing.T) {
	p, _ := organisation(t)
	s := open(t, p, "units")
	s.ClosePortfolio()
}

func TestATreeThatMayOnlyBeReadIsntMoved(t *testing.T) {
	s := open(t, uitest.ReadOnly(t), "units")
	if g := tree(s); g.OnDrop != nil || g.OnShift != nil {
		t.Error("its units can be moved")
	}
}
