package match

import (
	"strings"
	"testing"
	"unicode/utf8"

	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/system"
)

func TestSheetNames(t *testing.T) {
	for name, want := range map[string]titled{
		"Kartlista 2026":         {name: "Kartlista", year: 2026},
		"2026":                   {year: 2026},
		"Budget_2026":            {name: "Budget", year: 2026},
		"Lista 2026-03":          {name: "Lista", year: 2026, month: 3},
		"System 202603":          {name: "System", year: 2026, month: 3},
		"System (2026)":          {name: "System", year: 2026},
		"Blad1 (2)":              {name: "Blad1", copy: true},
		"Kopia av Lista":         {name: "Kopia av Lista", copy: true},
		"Gamla system":           {name: "Gamla system", aside: true},
		"Lista 120260":           {name: "Lista 120260"},
		" Vård-  och omsorg ":    {name: "Vård- och omsorg"},
		"Arkiverade tjänster (3": {name: "Arkiverade tjänster (3", aside: true},
	} {
		got := titleOf(name)
		got.words = nil
		if got.name != want.name || got.year != want.year || got.month != want.month || got.copy != want.copy || got.aside != want.aside {
			t.Errorf("%q: %+v", name, got)
		}
	}
	for name, want := range map[string]bool{"Blad1": true, "Sheet2": true, "System": true, "Systemlista": true, "IT-system 2026": true, "Alla": true, "": true, "Skola": false, "Avvecklade": false, "Systemägare": false} {
		if got := titleOf(name).bare(system.Kind); got != want {
			t.Errorf("%q says nothing: %v", name, got)
		}
	}
}

func TestNamesThatExcelCutOff(t *testing.T) {
	above := []sheet.Row{{Number: 1, Cells: []sheet.Cell{sheet.Str("Stöd- och habiliteringsverksamheten 2026")}}}
	for name, want := range map[string]string{
		"Stöd- och habiliteringsverksamh": "Stöd- och habiliteringsverksamheten 2026",
		"Gatu-, park- och naturförvaltni": "Gatu-, park- och naturförvaltningen",
		"Kultur, idrott och ungdomsnämnd": "Kultur, idrott och ungdomsnämnden",
		"En lång text som inte är avkort": "En lång text som inte är avkort",
		"Kort förvaltni":                  "Kort förvaltni",
	} {
		if got := whole(name, above); got != want {
			t.Errorf("%q: %q", name, got)
		}
	}
}

func FuzzTitleOf(f *testing.F) {
	for _, s := range []string{"System 2026", "Kopia av Blad1 (2)", "2026-03", "Kultur- och fritidsförvaltninge", "_", "å(1)(2)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		title := titleOf(whole(s, nil))
		title.bare(system.Kind)
		title.lists(system.Kind)
		if bareForms(title.words) != "" && len(title.words) == 0 || !strings.HasPrefix(whole(s, nil), s) || !utf8.ValidString(title.name) {
			t.Errorf("%q: %+v", s, title)
		}
	})
}
