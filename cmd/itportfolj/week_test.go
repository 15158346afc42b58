package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/app"
	"itportfoljen/app/agreement"
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/operation"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
	"itportfoljen/ui/async"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

const fiveSystems = `System;Förvaltning;Leverantör;Systemägare;Livscykel
Katalogen;Kulturförvaltningen;Lindkod;Åsa Öst;I drift
Låneappen;Kulturförvaltningen;Lindkod;Åsa Öst;I drift
Bokhyllan;Kulturförvaltningen;Lindkod;Per Ås;I drift
Läsplattan;Kulturförvaltningen;Lindkod;Per Ås;I drift
Diariet;Socialförvaltningen;Wiksten;Per Ås;I drift
`

// TestAWeekOfAnITSamordnare does by clicks and keys what the week of itpctl does: a need
// becomes a system in drift, an agreement of four is renewed, a person leaves, and a system is
// retired. What each day came to is read in the file.
func TestAWeekOfAnITSamordnare(t *testing.T) {
	s, book, _ := workday(t)
	list := filepath.Join(filepath.Dir(book), "lista.csv")
	if err := os.WriteFile(list, []byte(fiveSystems), 0o600); err != nil {
		t.Fatal(err)
	}
	s.Go("exchange", shell.Dropped{Path: list})
	async.Flush()
	push(t, s, "Förhandsgranska")
	push(t, s, "Importera")
	saved(t, s, "the list", func(p *app.Portfolio) bool { return len(p.All(system.Kind)) == 5 })

	aNeedComesIntoDrift(t, s)
	fourSystemsAreRenewed(t, s)
	aPersonLeaves(t, s)
	aSystemIsRetired(t, s)
}

// saved asks the file, which is read anew.
func saved(t *testing.T, s *shell.Shell, what string, ask func(p *app.Portfolio) bool) {
	t.Helper()
	p, err := s.Services.Open(t.Context(), s.Portfolio().Info().Path, app.ToRead)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if !ask(p) {
		t.Fatalf("the file doesn't say %s; the window says %q", what, uitest.Texts(uitest.Front(s)))
	}
}

// palette does what Ctrl+K finds first.
func palette(s *shell.Shell, typed string) {
	uitest.Shortcut(s, &desktop.CustomShortcut{KeyName: fyne.KeyK, Modifier: fyne.KeyModifierControl})
	uitest.Type(s, typed)
	async.Flush()
	uitest.Press(s, fyne.KeyReturn)
}

// step takes a step of what is in view by its button.
func step(t *testing.T, s *shell.Shell, name string) {
	t.Helper()
	uitest.Tap(t, s, name+" …")
	push(t, s, name)
}

// tab shows a tab of the form, also one that there is no room for.
func tab(t *testing.T, s *shell.Shell, name string) {
	t.Helper()
	for _, item := range formTabs(s).Items() {
		if item.Label == name {
			formTabs(s).OnSelect(item.ID)
			async.Flush()
			return
		}
	}
	t.Fatalf("no tab %q", name)
}

// fill writes in the field that has the keyboard, and goes on to the next.
func fill(t *testing.T, s *shell.Shell, texts ...string) {
	t.Helper()
	for _, text := range texts {
		uitest.Write(t, s, text)
		uitest.Press(s, fyne.KeyTab)
	}
}

// at gives the keyboard to the row of a label.
func at(t *testing.T, s *shell.Shell, label string) {
	t.Helper()
	for _, row := range uitest.Find[*input.Field](s) {
		if strings.HasPrefix(strings.Join(uitest.Texts(row), " "), label) {
			s.Window.Canvas().Focus(record.KeyboardOf(row))
			return
		}
	}
	t.Fatalf("no field %q: %q", label, uitest.Texts(uitest.Front(s)))
}

func only(p *app.Portfolio, k *field.Kind, name string) *field.Record { return p.Named(k, name)[0] }

// aNeedComesIntoDrift makes a system of a need, and is stopped twice on the way.
func aNeedComesIntoDrift(t *testing.T, s *shell.Shell) {
	t.Helper()
	uitest.Shortcut(s, &desktop.CustomShortcut{KeyName: fyne.KeyN, Modifier: fyne.KeyModifierControl})
	uitest.Write(t, s, "Hjälpmedelsdepån")
	at(t, s, "Livscykel")
	uitest.Type(s, "idé")
	uitest.Press(s, fyne.KeyReturn)
	push(t, s, "Skapa")
	depot := func(p *app.Portfolio) *field.Record { return only(p, system.Kind, "Hjälpmedelsdepån") }
	saved(t, s, "the need", func(p *app.Portfolio) bool { return system.Lifecycle.Get(depot(p)) == system.Idea })

	step(t, s, "Planera")
	stopped(t, s, "Upphandla")
	shows(t, s, "IT-avdelningen har inte tillfrågats om drift, eller inte svarat.")
	keep(t, s, "stopp")
	uitest.Tap(t, s, "Gå dit")
	fill(t, s, today.String())
	at(t, s, "IT-avdelningens svar")
	uitest.Type(s, "ja")
	uitest.Press(s, fyne.KeyReturn)
	tab(t, s, "Översikt")
	step(t, s, "Upphandla")
	step(t, s, "Inför och testa")
	saved(t, s, "introduction", func(p *app.Portfolio) bool { return system.Lifecycle.Get(depot(p)) == system.Introduction })

	stopped(t, s, "Ta i drift")
	for _, want := range []string{"kontroll av driftmiljön", "produktionssättning saknas", "Avtal om drift, internt eller externt, saknas."} {
		shows(t, s, want)
	}
	uitest.Tap(t, s, "Stäng")
	tab(t, s, "Drift")
	for _, label := range []string{"Driftmiljön kontrollerad", "Funktionen kontrollerad", "Produktionssättning överenskommen"} {
		at(t, s, label)
		fill(t, s, today.String())
	}
	tab(t, s, "Översikt")
	stopped(t, s, "Ta i drift")
	uitest.Tap(t, s, "Gå dit")
	at(t, s, "Avtal till")
	fill(t, s, "2028-12-31")
	tab(t, s, "Översikt")
	step(t, s, "Ta i drift")
	saved(t, s, "drift", func(p *app.Portfolio) bool {
		return system.Lifecycle.Get(depot(p)) == system.Running && len(p.Pointing(agreement.Covered.Field, depot(p).ID)) == 1
	})
}

// fourSystemsAreRenewed makes an agreement of four systems, and renews it.
func fourSystemsAreRenewed(t *testing.T, s *shell.Shell) {
	t.Helper()
	palette(s, "nytt avtal")
	uitest.Write(t, s, "Bibliotekspaketet")
	push(t, s, "Skapa")
	four := []string{"Katalogen", "Låneappen", "Bokhyllan", "Läsplattan"}
	tab(t, s, "System i avtal")
	for _, name := range four {
		push(t, s, "Lägg till")
		uitest.Type(s, name)
		uitest.Press(s, fyne.KeyReturn)
		push(t, s, "Lägg till")
		uitest.Press(s, fyne.KeyEscape) // out of the cell that what it is for is written in
	}
	keep(t, s, "omfattar")
	tab(t, s, "Villkor")
	at(t, s, "Avtal till")
	fill(t, s, "2026-12-31")
	at(t, s, "Förlängs med, månader")
	fill(t, s, "12")
	step(t, s, "Förläng")
	saved(t, s, "the renewal of all four", func(p *app.Portfolio) bool {
		for _, name := range four {
			if got := system.AgreementEnd.Show(p, system.AgreementEnd.Value(p, only(p, system.Kind, name), 0)); !strings.Contains(got, "2027-12-31") {
				t.Errorf("%s ends %s", name, got)
			}
		}
		return agreement.End.Get(only(p, agreement.Kind, "Bibliotekspaketet")) == date.Of(2027, 12, 31)
	})
}

// aPersonLeaves hands over all that she has, and sees it first.
func aPersonLeaves(t *testing.T, s *shell.Shell) {
	t.Helper()
	palette(s, "Åsa Öst")
	shows(t, s, "Katalogen")
	uitest.Tap(t, s, "Byt ägare på allt …")
	uitest.Type(s, "Per")
	uitest.Press(s, fyne.KeyReturn)
	shows(t, s, "Så blir det · 2")
	keep(t, s, "lamna")
	uitest.Tap(t, s, "slutar, sista dag "+today.AddDays(-1).String())
	push(t, s, "Lämna över")
	saved(t, s, "who owns them", func(p *app.Portfolio) bool {
		per := only(p, org.PersonKind, "Per Ås").ID
		held := field.Current(only(p, system.Kind, "Katalogen").Get(system.SystemOwner.Field), p.Today())
		return len(held) == 1 && held[0] == per && only(p, org.PersonKind, "Åsa Öst").Left(p.Today())
	})
}

// aSystemIsRetired ticks off the checklist on the way.
func aSystemIsRetired(t *testing.T, s *shell.Shell) {
	t.Helper()
	palette(s, "Diariet")
	step(t, s, "Börja avveckla")
	diary := func(p *app.Portfolio) *field.Record { return only(p, system.Kind, "Diariet") }
	items := s.Portfolio().Pointing(operation.ItemOf.Field, diary(s.Portfolio()).ID)
	if len(items) != 7 {
		t.Fatalf("the checklist has %d items", len(items))
	}
	tab(t, s, "Drift")
	keep(t, s, "avveckling")
	for _, g := range uitest.Find[*grid.Grid](s) {
		if !slices.ContainsFunc(g.Columns, func(c grid.Column) bool { return c.ID == operation.ItemDone.Key }) {
			continue
		}
		for _, item := range items {
			if err := g.OnEdit(string(item.ID), operation.ItemDone.Key, today.String()); err != nil {
				t.Fatal(err)
			}
		}
	}
	tab(t, s, "Översikt")
	step(t, s, "Avveckla")
	saved(t, s, "that it is retired, and what was done", func(p *app.Portfolio) bool {
		for _, item := range p.Pointing(operation.ItemOf.Field, diary(p).ID) {
			if operation.ItemDone.Get(item) != today {
				t.Errorf("%s isn't done", item.Name())
			}
		}
		return system.Lifecycle.Get(diary(p)) == system.OutOfUse
	})
}
