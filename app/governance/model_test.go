package governance_test

import (
	"strings"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

func TestModelsThatAreRefused(t *testing.T) {
	whole := string(apptest.Model())
	for _, c := range []struct {
		name, from, to string
		want           fault.Code
	}{
		{"as it is", "", "", ""},
		{"a renamed phase", "Förslag", "Ansökan", ""},
		{"no model", whole, "inte json", fault.Unreadable},
		{"nothing", whole, "", fault.Unreadable},
		{"no phases", whole, "{}", fault.Invalid},
		{"a phase without a key", `"key": "idea"`, `"key": ""`, fault.Invalid},
		{"a phase without a name", `"label": "Idé"`, `"label": ""`, fault.Invalid},
		{"two phases of a key", `"key": "proposal"`, `"key": "idea"`, fault.Invalid},
		{"a stage nobody knows", `"stage": "waiting"`, `"stage": "dreaming"`, fault.Invalid},
		{"nothing is carried out", `"stage": "running"`, `"stage": "planned"`, fault.Invalid},
		{"no first phase", `"stage": "idea", "board": true},
    {"key": "proposal", "label": "Förslag", "stage": "prepared"`, `"stage": "waiting", "board": true},
    {"key": "proposal", "label": "Förslag", "stage": "waiting"`, fault.Invalid},
		{"two portföljer of a key", `"key": "citizen"`, `"key": "core"`, fault.Invalid},
		{"a class without a name", `"label": "Rutin"`, `"label": ""`, fault.Invalid},
		{"a styrdokument without a rank", `"forums": [`, `"policy_classes": [{"key": "r", "label": "Riktlinjer"}], "forums": [`, fault.Invalid},
		{"styrdokument with ranks", `"forums": [`, `"policy_classes": [{"key": "r", "label": "Riktlinjer", "rank": 1, "months": 36}], "forums": [`, ""},
		{"two styrdokument of a key", `"forums": [`, `"policy_classes": [{"key": "r", "label": "Riktlinjer", "rank": 1}, {"key": "r", "label": "Program", "rank": 2}], "forums": [`, fault.Invalid},
		{"a gate that stops before nothing", `"forums": [`, `"gates": [{"key": "X-1", "need": {"field": "comment"}, "effect": "stop", "text": "Saknas."}], "forums": [`, fault.Invalid},
		{"a gate that warns all the time", `"forums": [`, `"gates": [{"key": "X-1", "need": {"field": "comment"}, "effect": "warn", "text": "Saknas."}], "forums": [`, ""},
		{"a forum without a key", `"key": "it"`, `"key": ""`, fault.Invalid},
	} {
		data := strings.Replace(whole, c.from, c.to, 1)
		m, err := governance.Parse([]byte(data))
		if fault.CodeOf(err) != c.want || (m == nil) != (err != nil) {
			t.Errorf("%s: %v, %v", c.name, m, err)
		}
		if c.from != "" && data == whole {
			t.Errorf("%s: nothing was replaced", c.name)
		}
	}
}

func TestStagesAndOptions(t *testing.T) {
	m, err := governance.Parse(apptest.Model())
	if err != nil {
		t.Fatal(err)
	}
	for stage, key := range apptest.Phases {
		if p, ok := m.Phase(key); !ok || p.Stage != stage || m.StageOf(key) != stage {
			t.Errorf("%s is %s", key, m.StageOf(key))
		}
	}
	if _, ok := m.Phase("borta"); ok || m.StageOf("borta") != governance.Idea || m.StageOf("") != governance.Idea {
		t.Error("an unknown phase isn't an idea")
	}
	for list, want := range map[string]string{"phases": "idea proposal decision planned execution benefits closed rejected", "portfolios": "core citizen", "categories": "basic", "classes": "routine major", "forums": "it", "annat": ""} {
		var keys []string
		for _, o := range m.Options(list) {
			keys = append(keys, o.Key)
			if o.Label == "" {
				t.Errorf("%s: %s has no label", list, o.Key)
			}
		}
		if got := strings.Join(keys, " "); got != want {
			t.Errorf("%s: %q", list, got)
		}
	}
	if o := m.Options("phases")[4]; o.Tone != field.Good || len(o.Synonyms) != 1 {
		t.Errorf("option %+v", o)
	}
}
