package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/budget"
	"itportfoljen/app/economy"
	"itportfoljen/app/ledger"
	"itportfoljen/app/rhythm"
	"itportfoljen/app/system"
	"itportfoljen/ui/async"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

const bookedApril = `#FLAGGA 0
#SIETYP 4
#FNAMN "Ekvalla kommun"
#RAR 0 20260101 20261231
#VER A 1 20260415 "Licens"
{
#TRANS 6540 {} 150000.25 "" "Licens"
#TRANS 2440 {} -150000.25
}
#VER A 2 20260820 "Porto"
{
#TRANS 6250 {} 99.75 "" "Porto"
#TRANS 2440 {} -99.75
}
`

// TestAControllersYearInTheWindow: the budget is locked, what is booked becomes the utfall, the
// forecast is written and explained, and delåret is locked and compared. All of it ties to the öre.
func TestAControllersYearInTheWindow(t *testing.T) {
	s := governed(t, "danderyd", "System;Förvaltning;Systemägare;Livscykel;Driftbudget 2026\nLönen;Socialförvaltningen;Åsa Öst;I drift;400000,50\nDiariet;Socialförvaltningen;Bo Ek;I drift;120000\n")
	of := func(p *app.Portfolio) budget.Amounts {
		return budget.Of(p, budget.Query{First: 2026, Last: 2026}).Total.Amounts
	}
	saved(t, s, "the budget", func(p *app.Portfolio) bool { return of(p).Budget.Ore == 520_000_50 && !of(p).Actual.Known })
	locks(t, s, "Budget 2026")

	file := filepath.Join(t.TempDir(), "april.se")
	if err := os.WriteFile(file, []byte(bookedApril), 0o600); err != nil {
		t.Fatal(err)
	}
	palette(s, "sie") // by what it reads
	s.Window.Canvas().Focus(uitest.Find[*input.Text](s)[0].Target())
	uitest.Write(t, s, file)
	uitest.Press(s, fyne.KeyReturn)
	async.Flush()
	shows(t, s, "April 2026: inget → 150\u00a0000,25 kr")
	push(t, s, "Importera")
	palette(s, "ny konteringsregel")
	uitest.Write(t, s, "Licenser")
	push(t, s, "Skapa")
	put(t, s, "Konto", "6540")
	at(t, s, "Gäller")
	uitest.Type(s, "Lönen")
	uitest.Press(s, fyne.KeyReturn)
	async.Flush()
	palette(s, "bokför utfall")
	shows(t, s, "150\u00a0000,25 kr")
	shows(t, s, "99,75 kr")
	keep(t, s, "controller-bokfors")
	push(t, s, "Bokför")
	saved(t, s, "the utfall", func(p *app.Portfolio) bool {
		sum, _ := economy.Sum(p, only(p, system.Kind, "Lönen").ID, 2026, "", economy.CostActual)
		_, booked, _ := ledger.Known(p, ledger.Of(p, 2026)[0])
		return sum == 150_000_25 && of(p).Actual.Ore == sum && booked == sum+99_75
	})

	milestone(t, s, "Delår 2026")
	uitest.Tap(t, s, "Ändrat 1")
	shows(t, s, "+150\u00a0000")
	uitest.Tap(t, s, "Utan prognos 2")
	async.Flush()
	wrote := 0
	for _, g := range uitest.Find[*grid.Grid](s) {
		if slices.ContainsFunc(g.Columns, func(c grid.Column) bool { return c.ID == economy.CostForecast.Key }) {
			for row := range g.Source().Len() {
				sum := "120 000"
				if uitest.Shows(s.Window.Content(), "Lönen") && g.Source().Cell(row, 0).Text == "Lönen" {
					sum = "560 000,75"
				}
				if err := g.OnEdit(g.Source().Key(row), economy.CostForecast.Key, sum); err != nil {
					t.Fatal(err)
				}
				wrote++
			}
		}
	}
	async.Flush()
	if wrote != 2 {
		t.Fatalf("%d forecasts: %q", wrote, uitest.Texts(uitest.Front(s)))
	}
	saved(t, s, "the forecasts", func(p *app.Portfolio) bool { return of(p).Forecast.Ore == 680_000_75 })
	uitest.Tap(t, s, "Att kommentera 1")
	async.Flush()
	keep(t, s, "controller-kommentera")
	for _, g := range uitest.Find[*grid.Grid](s) {
		for key, said := range map[string]string{economy.CostComment.Key: "Fler användare", economy.CostAction.Key: "Antalet ses över"} {
			if slices.ContainsFunc(g.Columns, func(c grid.Column) bool { return c.ID == key }) {
				if err := g.OnEdit(g.Source().Key(0), key, said); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	async.Flush()
	locks(t, s, "Delår 2026")
	saved(t, s, "what was locked", func(p *app.Portfolio) bool {
		states := rhythm.States(p, 2026)
		wants := budget.Wants(p, 2026, budget.ByForecast)
		if len(wants) != 1 {
			return false
		}
		comment, action := wants[0].Missing()
		return len(states) == 2 && rhythm.Budget.Get(states[1]) == 520_000_50 && rhythm.Forecast.Get(states[1]) == 680_000_75 && rhythm.Actual.Get(states[1]) == 150_000_25 && !comment && !action
	})
	s.Go("budget", nil)
	uitest.Tap(t, s, "Budget")
	choose(t, s, "2026")
	shows(t, s, "−160\u00a0000")
	keep(t, s, "controller-budget")
}

// milestone shows the round of a milestone.
func milestone(t *testing.T, s *shell.Shell, name string) {
	t.Helper()
	s.Go("round", nil)
	async.Flush()
	choose(t, s, name)
}

// choose chooses what one of the choices in view offers.
func choose(t *testing.T, s *shell.Shell, what string) {
	t.Helper()
	for _, in := range uitest.Find[*input.Select](s) {
		in.Open()
		if uitest.CanTap(s, what) {
			uitest.Tap(t, s, what)
			async.Flush()
			return
		}
		uitest.Press(s, fyne.KeyEscape)
	}
	t.Fatalf("nothing offers %s: %q", what, uitest.Texts(uitest.Front(s)))
}

// locks locks the figures at a milestone.
func locks(t *testing.T, s *shell.Shell, name string) {
	t.Helper()
	milestone(t, s, name)
	s.Go("round", "lock")
	async.Flush()
	push(t, s, "Lås läget")
	saved(t, s, name, func(p *app.Portfolio) bool { return len(p.Named(rhythm.StateKind, name)) == 1 })
}
