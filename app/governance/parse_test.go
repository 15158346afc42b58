package governance_test

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"itportfoljen/app/apptest"
	"itportfoljen/app/governance"
)

// TestFlawsAreToldByTheirLine: what is wrong in a model file, where it is and what to do.
func TestFlawsAreToldByTheirLine(t *testing.T) {
	whole := strings.TrimSuffix(string(apptest.Model()), "\n}") + `,
  "transitions": [{"from": "idea", "to": ["proposal"]}],
  "policy_classes": [{"key": "r", "label": "Riktlinjer", "rank": 1, "months": 36}],
  "posts": [{"key": "it_chief", "label": "IT-chef"}],
  "role_defaults": {"it_owner": "it_chief"},
  "system_owner": "unit",
  "thresholds_ore": {"half": 50000000},
  "gates": [
    {"key": "G-1", "source": "3", "before": "decision", "need": {"advice": "it"}, "effect": "stop",
     "text": "Yttrande saknas."}
  ],
  "rules": [{"key": "G-1", "text": "Forumet yttrar sig.", "source": "3", "by": ["forum:it"]}],
  "ours": ["portfolios"]
}`
	for _, c := range []struct{ from, to, want string }{
		{`"label": "Förslag"`, `"lable": "Förslag"`, "Rad 5: ”lable” är ingen nyckel i phases, post 2. Menade du ”label”?"},
		{`"phases"`, `"fases"`, "Rad 3: ”fases” är ingen nyckel i en styrmodell. Menade du ”phases”?"},
		{`"board": true}`, `"board": "ja"}`, "Rad 4: ”phases, post 1, board” är av fel slag. Skriv true eller false, utan citattecken."},
		{`"rank": 1`, `"rank": "1"`, "Rad 18: ”policy_classes, post 1, rank” är av fel slag. Skriv ett heltal utan citattecken."},
		{`"rank": 1`, `"rank": 1.5`, "Rad 18: ”policy_classes, post 1, rank” är av fel slag. Skriv ett heltal utan citattecken."},
		{`"synonyms": ["pågår"]`, `"synonyms": "pågår"`, "Rad 8: ”phases, post 5, synonyms” är av fel slag. Skriv en lista inom [ och ]."},
		{`"need": {"advice": "it"}`, `"need": "advice"`, "Rad 24: ”gates, post 1, need” är av fel slag. Skriv nycklar med värden inom { och }."},
		{`"label": "Idé"`, `"label": ["Idé"]`, "Rad 4: ”phases, post 1, label” är av fel slag. Skriv en text inom citattecken."},
		{`"label": "Idé"`, `"label": null`, "Rad 4: ”phases, post 1, label” är av fel slag. Skriv en text inom citattecken."},
		{`"label": "Idé"`, `"label": "Idé", "label": "Ny"`, "Rad 4: ”label” står två gånger i phases, post 1. Ta bort den ena."},
		{`"advice": "it"`, `"advise": "it"`, "Rad 24: ”advise” är ingen nyckel i gates, post 1, need. Menade du ”advice”?"},
		{`"stage": "waiting"`, `"stage": "wating"`, "Rad 6: Styrmodellen har en fas, Beslut, vars skede (wating) programmet inte känner till. Menade du ”waiting”?"},
		{`"forum": "it"}`, `"forum": "xx"}`, "Rad 5: Styrmodellen har en fas, Förslag, i ett forum som inte finns (xx). De som finns är it."},
		{`"before": "decision"`, `"before": "desicion"`, "Rad 24: Styrmodellen har ett krav, G-1, före en fas som inte finns (desicion). Menade du ”decision”?"},
		{`Yttrande saknas.`, `Yttrande saknas`, "Rad 25: Styrmodellen har ett krav, G-1, utan en mening som säger vad som saknas."},
		{`"effect": "stop"`, `"effect": "stopp"`, "Rad 24: Styrmodellen har ett krav, G-1, som varken stoppar, varnar eller noterar. Menade du ”stop”?"},
		{`"effect": "stop",`, ``, "Rad 0"},
		{`{"advice": "it"}`, `{"advice": "its"}`, "Rad 24: Styrmodellen har ett krav, G-1, på ett forum som inte finns (its). Menade du ”it”?"},
		{`{"advice": "it"}`, `{"amount": "budget", "most": "full"}`, "Rad 24: Styrmodellen har ett krav, G-1, med en beloppsgräns som inte finns (full)."},
		{`{"advice": "it"}`, `{}`, "Rad 24: Styrmodellen har ett krav, G-1, som inte säger just en sak som ska finnas."},
		{`"to": ["proposal"]`, `"to": ["propsal"]`, "Rad 17: Styrmodellen har en övergång till eller från en fas som inte finns (propsal). Menade du ”proposal”?"},
		{`"it_owner": "it_chief"`, `"it_owner": "it_chef"`, "Rad 20: Styrmodellen låter it_owner följa av en roll som inte finns (it_chef). Menade du ”it_chief”?"},
		{`"system_owner": "unit"`, `"system_owner": "units"`, "Rad 21: Styrmodellen säger ett sätt att äga system som programmet inte känner till (units). Menade du ”unit”?"},
		{`Forumet yttrar sig.`, `Forumet yttrar sig`, "Rad 27: Styrmodellen har en regel, G-1, utan en mening som säger den."},
		{`["forum:it"]`, `["forum:its"]`, "Rad 27: Styrmodellen låter regeln G-1 bäras av något som inte finns (forum:its)."},
		{`["portfolios"]`, `["registers"]`, "Rad 28: Styrmodellen kallar en lista sin egen som inte finns (registers)."},
		{`"key": "citizen"`, `"key": "core"`, "Rad 13: Styrmodellen har en post (portfölj) utan namn eller två med samma nyckel (core)."},
		{`"name": "Liten modell"`, `"name": ""`, "Rad 2: Styrmodellen saknar nyckel (id) eller namn (name)."},
		{`"source": "prov",`, `"source": "prov"`, "Rad 3: Här går filen inte att läsa. Oftast saknas ett komma, ett citattecken eller en parentes på raden eller på den före, eller så står ett komma för mycket sist i en lista."},
		{"\n}", "", "Rad 28: Filen slutar mitt i."},
		{whole, "[]", "Rad 1: Det är ingen styrmodell."},
		{whole, "", "Filen är tom."},
		{whole, "\ufeff" + whole, ""},
		{`"forums": [`, `"checklist": null, "forums": [`, ""},
	} {
		said := ""
		if _, flaws := governance.Flaws([]byte(strings.Replace(whole, c.from, c.to, 1))); len(flaws) > 0 {
			said = flaws[0].String()
		}
		if c.want == "Rad 0" {
			c.want = "Rad 24: Styrmodellen har ett krav, G-1, som varken"
		}
		if (c.want == "") != (said == "") || !strings.HasPrefix(said, c.want) {
			t.Errorf("%s as %s:\n got %s\nwant %s", c.from, c.to, said, c.want)
		}
		if _, err := governance.Parse([]byte(strings.Replace(whole, c.from, c.to, 1))); err != nil && (!strings.HasSuffix(err.Error(), " Inget har ändrats.") || !strings.Contains(err.Error(), said)) {
			t.Errorf("%s: %v", c.to, err)
		}
	}
}

// TestAllFlawsAreTold: who writes a model needn't find them one by one.
func TestAllFlawsAreTold(t *testing.T) {
	for of, want := range map[string][]int{
		strings.NewReplacer(`"label": "Idé"`, `"lable": "Idé"`, `"label": "IT-forum"`, `"label": 7`).Replace(string(apptest.Model())):  {4, 16},
		strings.NewReplacer(`"stage": "idea"`, `"stage": "ide"`, `"key": "citizen"`, `"key": "core"`).Replace(string(apptest.Model())): {4, 13},
	} {
		_, flaws := governance.Flaws([]byte(of))
		var lines []int
		for _, f := range flaws {
			lines = append(lines, f.Line)
		}
		if !reflect.DeepEqual(lines, want) {
			t.Errorf("lines %v, want %v: %v", lines, want, flaws)
		}
	}
}

// TestWordsOfOtherVersionsAreLetBe in what a portfolio keeps, and refused in a file.
func TestWordsOfOtherVersionsAreLetBe(t *testing.T) {
	other := []byte(strings.Replace(string(apptest.Model()), `"forums"`, `"moons": [1], "forums"`, 1))
	if m, err := governance.Read(other); err != nil || len(m.Forums) != 1 {
		t.Errorf("read: %v", err)
	}
	if _, err := governance.Parse(other); err == nil {
		t.Error("a word that nobody knows is taken in")
	}
}

// TestThePageOfModelsHasEveryKey: docs/styrmodell.md tells of each key that a model may have.
func TestThePageOfModelsHasEveryKey(t *testing.T) {
	page, err := os.ReadFile("../../docs/styrmodell.md")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[reflect.Type]bool{}
	var walk func(of reflect.Type)
	walk = func(of reflect.Type) {
		for of.Kind() == reflect.Slice || of.Kind() == reflect.Map || of.Kind() == reflect.Pointer {
			of = of.Elem()
		}
		if of.Kind() != reflect.Struct || seen[of] {
			return
		}
		seen[of] = true
		for _, f := range reflect.VisibleFields(of) {
			key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if !f.Anonymous && !strings.Contains(string(page), "`"+key+"`") {
				t.Errorf("docs/styrmodell.md says nothing of %s, %s", of.Name(), key)
			}
			walk(f.Type)
		}
	}
	walk(reflect.TypeFor[governance.Model]())
}
