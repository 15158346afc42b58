package modelling_test

import (
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/governance"
	"itportfoljen/app/modelling"
)

func parsed(t *testing.T, data []byte) *governance.Model {
	t.Helper()
	m, err := governance.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestWhereModelsDiffer: what only one has, and what differs, in words.
func TestWhereModelsDiffer(t *testing.T) {
	gates := func(effect, key, text string) string {
		return `"gates": [{"key": "` + key + `", "source": "1", "before": "decision", "need": {"advice": "it"}, "effect": "` + effect + `", "text": "` + text + `"}], "forums"`
	}
	for _, c := range []struct{ name, one, two, list, a, b string }{
		{"another name", `"Förslag"`, `"Ansökan"`, "phases", "Förslag", "Ansökan"},
		{"another stage", `"label": "Planerad", "stage": "planned"`, `"label": "Planerad", "stage": "waiting"`, "phases", "Planerad (skede: beslutat)", "Planerad (skede: väntar på beslut)"},
		{"another forum", `"board": true, "forum": "it"}`, `"board": true}`, "phases", "Förslag (forum: IT-forum)", "Förslag"},
		{"only the one has it", `, {"key": "citizen", "label": "Invånare"}`, ``, "portfolios", "Invånare", ""},
		{"only the other has it", `, {"key": "major", "label": "Större"}`, `, {"key": "major", "label": "Större"}, {"key": "big", "label": "Strategisk"}`, "classes", "", "Strategisk"},
		{"the same under another key", `{"key": "basic", "label"`, `{"key": "ground", "label"`, "categories", "", ""},
		{"members", `"label": "IT-forum"}`, `"label": "IT-forum", "members": ["IT-chef", "Jurist"]}`, "forums", "IT-forum", "IT-forum (ledamöter: IT-chef, Jurist)"},
		{"one of each", `"label": "IT-forum"}`, `"label": "IT-forum", "per": "board"}`, "forums", "IT-forum", "IT-forum (ett per: nämnd)"},
		{"a question", `"forums"`, `"checklist": [{"key": "cost", "label": "Kostar det?"}], "forums"`, "checklist", "", "Kostar det?"},
		{"how systems are owned", `"forums"`, `"system_owner": "unit", "forums"`, "system_owner", "en person", "en förvaltning eller nämnd"},
		{"a register", `"forums"`, `"registers": ["service"], "forums"`, "registers", "", "Tjänster"},
		{"a limit", `"forums"`, `"thresholds_ore": {"half": 50000000}, "forums"`, "thresholds_ore", "", "half: 500\u00a0000 kr"},
		{"a way", `"forums"`, `"transitions": [{"from": "idea", "to": ["proposal"]}], "forums"`, "transitions", "", "från: Idé; till: Förslag"},
		{"a gate", `"forums"`, gates("stop", "G-1", "Yttrande saknas."), "gates", "", "G-1 stoppar före Beslut: Yttrande saknas."},
		{"a word for reading", `"synonyms": ["pågår"]`, `"synonyms": ["igång"]`, "phases", "", ""},
	} {
		rows := row(modelling.Compare(parsed(t, apptest.Model()), parsed(t, []byte(strings.Replace(string(apptest.Model()), c.one, c.two, 1))), app.Kinds))
		want := c.list + "|" + c.a + "|" + c.b
		if c.a+c.b == "" {
			want = ""
		}
		if rows != want {
			t.Errorf("%s: %q, want %q", c.name, rows, want)
		}
	}
	with := func(effect, key, text string) *governance.Model {
		return parsed(t, []byte(strings.Replace(string(apptest.Model()), `"forums"`, gates(effect, key, text), 1)))
	}
	if got := row(modelling.Compare(with("stop", "G-1", "Yttrande saknas."), with("stop", "H-9", "Inget yttrande."), app.Kinds)); got != "" {
		t.Errorf("gates that ask the same: %q", got)
	}
	if got := row(modelling.Compare(with("stop", "G-1", "Yttrande saknas."), with("warn", "H-9", "Inget yttrande."), app.Kinds)); got != "gates|G-1 stoppar före Beslut: Yttrande saknas.|H-9 varnar före Beslut: Inget yttrande." {
		t.Errorf("gates that do other things: %q", got)
	}
}

func row(sections []modelling.Section) string {
	var out []string
	for _, s := range sections {
		for _, r := range s.Rows {
			out = append(out, s.Key+"|"+r.A+"|"+r.B)
		}
	}
	return strings.Join(out, "\n")
}

// TestTheModelsThatShipAreComparedInWords: no part of them is told by its key.
func TestTheModelsThatShipAreComparedInWords(t *testing.T) {
	names := []string{"danderyd", "karlstad", "stockholm", "lilla-edet", "boras"}
	for _, a := range names {
		for _, b := range names {
			one, two := parsed(t, file(t, a)), parsed(t, file(t, b))
			for _, s := range modelling.Compare(one, two, app.Kinds) {
				if a == b && len(s.Rows) > 0 {
					t.Errorf("%s differs from itself in %s: %v", a, s.Key, s.Rows)
				}
				if s.Title == s.Key {
					t.Errorf("%s has no name of people's", s.Key)
				}
				for _, r := range s.Rows {
					if strings.Contains(r.A+r.B, "_") {
						t.Errorf("%s and %s: %s is told by a key: %q, %q", a, b, s.Key, r.A, r.B)
					}
					if strings.Contains(r.A+r.B, ".;") {
						t.Errorf("%s and %s: %s stops in a list: %q, %q", a, b, s.Key, r.A, r.B)
					}
				}
			}
		}
	}
}
