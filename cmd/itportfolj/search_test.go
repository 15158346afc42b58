package main

import (
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/system"
	"itportfoljen/cmd/internal/wiring"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

// place is where among answers something is, -1 for nowhere.
func place(answers []input.PaletteItem, id string) int {
	return slices.IndexFunc(answers, func(it input.PaletteItem) bool { return it.ID == id })
}

func ids(answers []input.PaletteItem) (out []string) {
	for _, it := range answers {
		out = append(out, it.ID+" ("+it.Title+")")
	}
	return out
}

// TestEverythingIsFoundByItsNameAndItsWords: all that can be done, each report, setting and
// tab, page and register.
func TestEverythingIsFoundByItsNameAndItsWords(t *testing.T) {
	s := uitest.Window(t, uitest.Empty(t), app.Services{Reports: wiring.Services(wiring.Options{}).Reports}, pages()...)
	seen := map[string]bool{}
	for _, a := range s.Actions() {
		if seen[a.ID] {
			t.Errorf("two actions are called %q", a.ID)
		}
		seen[a.ID] = true
		if a.ID == "search" || a.Enabled != nil && !a.Enabled() {
			continue
		}
		if at := place(s.Answers(a.Name()), a.ID); at < 0 || at > 4 {
			t.Errorf("%q finds %s as number %d: %q", a.Name(), a.ID, at+1, ids(s.Answers(a.Name())))
		}
		for _, w := range a.Words() {
			if place(s.Answers(w), a.ID) < 0 {
				t.Errorf("%q doesn't find %s: %q", w, a.ID, ids(s.Answers(w)))
			}
		}
		if len(a.Words()) == 0 && !strings.HasPrefix(a.ID, "guide.") && a.Group != shell.Handbook {
			t.Errorf("nobody has said what else %s, %q, is called", a.ID, a.Name())
		}
	}
	for _, k := range app.Kinds {
		if k.Silent {
			continue
		}
		if !seen["show"+k.Name] && k.Name != "unit" { // whose tab is a setting
			t.Errorf("nothing shows %s", k.Many)
		}
		if len(k.Also) == 0 {
			t.Errorf("nobody has said what else %s are called", k.Many)
		}
	}
}

// TestWordsThatPeopleUse: what must be among the first five of what a word finds in the
// example, whatever its records are called.
func TestWordsThatPeopleUse(t *testing.T) {
	p := uitest.Example(t)
	apptest.Add(t, p, system.Kind, system.Name, "Vindskyddet") // to undo
	s := uitest.Window(t, p, app.Services{Reports: wiring.Services(wiring.Options{}).Reports}, pages()...)
	const logo = "setting municipality Kommunvapen eller logotyp"
	for _, c := range []struct{ query, want string }{
		{"exportera", "export"}, {"skriv ut till excel", "export"}, {"spara som excel", "export"}, {"ta ut en lista", "export"}, {"kalkylblad", "export"},
		{"importera", "import"}, {"läs in", "import"}, {"ladda upp", "import"}, {"inläsning", "import"}, {"csv", "import"},
		{"logga", logo}, {"loggan", logo}, {"loggen", "log"}, {"vapen", logo}, {"kommunvapen", logo}, {"logotype", logo},
		{"personuppgifter", "register"}, {"gdpr", "erase"}, {"personnummer", "erase"}, {"radera", "erase"},
		{"spara som", "saveas"}, {"spara", "saveas"}, {"kopia", "saveas"},
		{"lösenord", "encrypt"}, {"lösenrod", "encrypt"}, {"kryptera", "encrypt"},
		{"backup", "restore"}, {"säkerhetskopia", "restore"}, {"återställ", "restore"},
		{"mörkt läge", "theme"}, {"mörkt", "theme"}, {"dark mode", "theme"}, {"tema", "setting program Ljust eller mörkt"},
		{"större text", "setting program Textstorlek"}, {"textstorlek", "setting program Textstorlek"}, {"zoom", "setting program Textstorlek"},
		{"ångra", "undo"}, {"backa", "undo"}, {"historik", "log"}, {"vem ändrade", "log"},
		{"färg", "setting municipality Färg"}, {"kommunens färg", "setting municipality Färg"}, {"farg", "setting municipality Färg"},
		{"styrmodell", "setting governance Styrmodell"}, {"byta styrmodell", "setting governance Styrmodell"}, {"planår", "setting governance Planår"},
		{"projekt", "newinitiative"}, {"ny insats", "newinitiative"}, {"nytt system", "newsystem"}, {"applikation", "newsystem"}, {"ny app", "newsystem"},
		{"leverantörer", "showsupplier"}, {"företag", "showsupplier"}, {"kontrakt", "showagreement"}, {"avtal", "showagreement"},
		{"licenser", "showlicence"}, {"servicenivåer", "showsla"}, {"sla", "report:sla"}, {"möten", "showmeeting"}, {"beslut", "showdecision"},
		{"budgetrapport", "report:budget"}, {"controller", "report:budget"}, {"ledningsgruppsrapport", "report"}, {"ledningsgruppen", "report"}, {"systemförteckning", "register"}, {"rollfördelning", "report:roller"},
		{"tavla", "board"}, {"kanban", "board"}, {"gantt", "timeline"}, {"tidslinje", "timeline"}, {"årshjul", "year"},
		{"kalender", "dates"}, {"outlook", "dates"}, {"uppsägning", "page.agreements"},
		{"snabbtangenter", "keys"}, {"kortkommandon", "keys"}, {"hjälp", "help"}, {"manual", "help"}, {"version", "about"}, {"avsluta", "quit"}, {"exempel", "example"},
		{"taggar", "settings.tags"}, {"etiketter", "settings.tags"}, {"eget fält", "setting fields Nytt eget fält"}, {"organisation", "settings.units"}, {"förvaltningar", "settings.units"},
		{"sie", "readledger"}, {"utfall", "readledger"}, {"stänga månad", "closemonths"}, {"ramar", "showframe"}, {"risker", "showrisk"}, {"riskanalys", "showrisk"},
		{"mitt namn", "setting program Ditt namn i historiken"}, {"hur byter jag färg?", "setting municipality Färg"}, {"inställningar", "page.settings"},
	} {
		answers := s.Answers(c.query)
		if at := place(answers, c.want); at < 0 || at > 4 {
			t.Errorf("%q has %s as number %d, after %q", c.query, c.want, at+1, ids(answers[:min(7, len(answers))]))
		}
	}
}
