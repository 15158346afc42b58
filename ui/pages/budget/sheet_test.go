package budget_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/settings"
	"itportfoljen/app/system"
	"itportfoljen/ui/async"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

// costly is a portfolio with the costs of two systems in two förvaltningar in 2027.
func costly(t *testing.T) (p *app.Portfolio, rows map[string]field.ID) {
	t.Helper()
	p, rows = uitest.Empty(t), map[string]field.ID{}
	for _, u := range []struct{ unit, system string }{{"Vård", "Journalen"}, {"Skola", "Schemat"}} {
		unit := apptest.Add(t, p, org.UnitKind, org.UnitName, u.unit, org.UnitType, org.Administration)
		s := apptest.Add(t, p, system.Kind, system.Name, u.system, system.OwnerUnit, unit.ID)
		for i, sort := range []string{economy.SortLicence, economy.SortSupport} {
			kr := int64(100_000 + 250_000*i)
			r := apptest.Add(t, p, economy.CostKind, economy.CostOwner, s.ID, economy.CostYear, int64(2027), economy.CostType, economy.Operations, economy.CostSort, sort,
				economy.CostBudget, money.FromKronor(kr), economy.CostForecast, money.FromKronor(kr-10_000+120_000*int64(i)))
			rows[u.system+" "+sort] = r.ID
		}
	}
	return p, rows
}

// list is the sheet, line by line, with its cells.
func (w *window) list(t *testing.T) string {
	t.Helper()
	g := w.sheet(t)
	var b strings.Builder
	for row := range g.Source().Len() {
		for col := range g.Columns {
			b.WriteString(strings.ReplaceAll(g.Source().Cell(row, col).Text, "\u00a0", " ") + "|")
		}
		b.WriteString("\n")
	}
	return b.String()
}

func (w *window) sheet(t *testing.T) *grid.Grid {
	t.Helper()
	for _, g := range uitest.Find[*grid.Grid](w.Shell) {
		if g.Columns[len(g.Columns)-1].ID == "tells" {
			return g
		}
	}
	t.Fatal("the sheet isn't in view")
	return nil
}

func TestTheSheetSumsAndSaysWhatDiffers(t *testing.T) {
	p, _ := costly(t)
	w := open(t, p, nil)
	want := "Skola|450 000|550 000||−100 000 sämre|−22,2|1 saknas|1 saknas||\nVård|450 000|550 000||−100 000 sämre|−22,2|1 saknas|1 saknas||\n"
	if got := w.list(t); got != want {
		t.Errorf("it has\n%s\nwant\n%s", got, want)
	}
	shown := w.shown()
	for _, says := range []string{"Budget och prognos 2027", "2 av 2 system har ett belopp.", "Summa", "900\u00a0000", "1\u00a0100\u00a0000", "−200\u00a0000 sämre", "Budget 2027, kr"} {
		if !strings.Contains(shown, says) {
			t.Errorf("it doesn't say %q:\n%s", says, shown)
		}
	}
}

// TestALineOpensAndItsRowsAreEdited goes with the keyboard: fold, unfold, write in a line that is a
// single row, and to the rows of one that isn't.
func TestALineOpensAndItsRowsAreEdited(t *testing.T) {
	p, rows := costly(t)
	w := open(t, p, nil)
	w.choose("system", "sort")
	if got := strings.Count(w.list(t), "\n"); got != 6 {
		t.Fatalf("%d lines:\n%s", got, w.list(t))
	}
	w.sheet(t).Focus()
	uitest.Press(w.Shell, fyne.KeyLeft)
	if got := strings.Count(w.list(t), "\n"); got != 4 {
		t.Errorf("%d lines when one is closed", got)
	}
	uitest.Press(w.Shell, fyne.KeyRight)
	g := w.sheet(t)
	licence := g.Source().Key(1)
	g.EditCell(licence, 1)
	uitest.Type(w.Shell, "120 000")
	uitest.Press(w.Shell, fyne.KeyReturn)
	if v := economy.CostBudget.Get(p.Get(rows["Journalen licence"])); v != money.FromKronor(120_000) {
		t.Errorf("the budget is %s", v.Kr())
	}
	if got := w.list(t); !strings.Contains(got, "Journalen|470 000|") {
		t.Errorf("the sum over it doesn't follow:\n%s", got)
	}
	if g := w.sheet(t); g.Editable(0, 1) {
		t.Error("a sum can be written in")
	}
	w.sheet(t).Select(w.sheet(t).Source().Key(0))
	w.sheet(t).Focus()
	uitest.Shortcut(w.Shell, &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
	if text := w.shown(); !strings.Contains(text, "Journalen") || !strings.Contains(text, "2 av 4 kostnader") {
		t.Errorf("the rows of the line aren't listed:\n%s", text)
	}
	w.Go("budget", shell.Select{ID: rows["Journalen licence"]})
	async.Flush()
	if text := w.shown(); !strings.Contains(text, "Drift/investering") {
		t.Fatalf("the row isn't open:\n%s", text)
	}
	uitest.Tap(t, w.Shell, "Budget") // back, and all of it
	if text := w.shown(); strings.Contains(text, "Drift/investering") {
		t.Error("a row that isn't in view is open beside the sheet")
	}
	if got := strings.Count(w.list(t), "\n"); got != 6 {
		t.Errorf("%d lines after the rows were seen:\n%s", got, w.list(t))
	}
}

// TestWhatDiffersAsksForAComment until it has one, and where it is dearer an åtgärd.
func TestWhatDiffersAsksForAComment(t *testing.T) {
	p, rows := costly(t)
	w := open(t, p, nil)
	w.choose("system", "sort")
	if text := w.shown(); !strings.Contains(text, "2 kostnader skiljer sig mer än 10 % och 100\u00a0000 kr") {
		t.Fatal(text)
	}
	if got := w.list(t); !strings.Contains(got, "Kommentar behövs|Åtgärd behövs|") {
		t.Errorf("the line doesn't ask:\n%s", got)
	}
	id := rows["Journalen support"]
	apptest.Put(t, p, id, economy.CostComment, "Fler larm")
	if got := w.list(t); !strings.Contains(got, "Fler larm|Åtgärd behövs|") {
		t.Errorf("with a comment:\n%s", got)
	}
	apptest.Put(t, p, id, economy.CostAction, "Larmen ses över")
	if text := w.shown(); !strings.Contains(text, "1 kostnad skiljer sig") {
		t.Error(text)
	}
	apptest.Put(t, p, settings.ID, settings.Deviating, money.FromKronor(1_000_000))
	if text := w.shown(); strings.Contains(text, "skiljer sig") {
		t.Error(text)
	}
}

func TestTheSheetIsCopiedAndExportedAsItIsSeen(t *testing.T) {
	p, _ := costly(t)
	w := open(t, p, nil)
	uitest.Tap(t, w.Shell, "Kopiera")
	got := w.App.Clipboard().Content()
	want := "Förvaltning eller bolag\tBudget, kr\tPrognos, kr\tUtfall, kr\tAvvikelse, kr\tAvvikelse, %\nSkola\t450000\t550000\t\t-100000\t-22,2\nVård\t450000\t550000\t\t-100000\t-22,2\nSumma\t900000\t1100000\t\t-200000\t-22,2\n"
	if got != want {
		t.Errorf("copied\n%q\nwant\n%q", got, want)
	}
}

func TestWithoutCostsItSaysWhatToDo(t *testing.T) {
	w := open(t, uitest.Empty(t), nil)
	if text := w.shown(); !strings.Contains(text, "Inga kostnader än") || !uitest.CanTap(w.Shell, "Importera kostnader …") {
		t.Error(text)
	}
}

// TestYearsStandSideBySide: the columns are chosen, each year's amounts and the change are those of
// the lines, a sum isn't written in, and a year alone comes back as it was.
func TestYearsStandSideBySide(t *testing.T) {
	p, rows := costly(t)
	of := economy.CostOwner.Get(p.Get(rows["Journalen licence"]))
	apptest.Add(t, p, economy.CostKind, economy.CostOwner, of, economy.CostYear, int64(2025), economy.CostType, economy.Operations, economy.CostSort, economy.SortLicence,
		economy.CostBudget, money.FromKronor(400_000), economy.CostActual, money.FromKronor(410_000))
	w := open(t, p, nil)
	choose := func(title, option string) {
		t.Helper()
		for _, s := range uitest.Find[*input.Select](w.Shell) {
			if strings.Contains(strings.Join(uitest.Texts(s), " "), title) {
				s.Open()
				uitest.Tap(t, w.Shell, option)
				async.Flush()
				return
			}
		}
		t.Fatalf("nothing is called %q:\n%s", title, w.shown())
	}
	choose("Kolumner", "Budget år för år")
	if got, want := w.list(t), "Skola||||450 000|+450 000|||\nVård||400 000||450 000|+450 000|||\n"; got != want {
		t.Errorf("it has\n%s\nwant\n%s", got, want)
	}
	choose("Från", "2025")
	if got, want := w.list(t), "Skola|||450 000|+450 000|||\nVård|400 000||450 000|+50 000|+12,5||\n"; got != want {
		t.Errorf("from 2025 it has\n%s\nwant\n%s", got, want)
	}
	for _, says := range []string{"Budget 2025–2027", "Budget 2025, kr", "Ändring", "900\u00a0000", "+500\u00a0000", "+125,0"} {
		if !strings.Contains(w.shown(), says) {
			t.Errorf("it doesn't say %q:\n%s", says, w.shown())
		}
	}
	if g := w.sheet(t); g.Editable(1, 1) || !strings.Contains(g.WhyNot(1, 1), "Välj Ett år") {
		t.Error("a sum of a year beside others can be written in")
	}
	choose("Kolumner", "Alla belopp år för år")
	if got, want := w.list(t), "Skola|||||||450 000|550 000||+450 000|||\nVård|400 000|400 000|410 000||||450 000|550 000||+50 000|+12,5||\n"; got != want {
		t.Errorf("of all it has\n%s\nwant\n%s", got, want)
	}
	w.sheet(t).OnCopy()
	if got := w.App.Clipboard().Content(); !strings.Contains(got, "Vård\t400000\t400000\t410000\t\t\t\t450000\t550000\t\t50000\n") {
		t.Errorf("copied it is\n%s", got)
	}
	choose("Kolumner", "Ett år")
	if got := w.list(t); !strings.HasPrefix(got, "Skola|450 000|550 000||−100 000 sämre|") {
		t.Errorf("a year alone is\n%s", got)
	}
}
