package proof_test

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/assets"
	"itportfoljen/cmd/internal/wiring"
)

var writeRules = flag.Bool("rules", false, "write docs/regler.md anew")

// models are the styrmodeller that come with the program, and how their rules' keys begin.
var models = []struct{ id, prefix string }{{"danderyd", "Da"}, {"karlstad", "Ka"}, {"stockholm", "St"}, {"lilla-edet", "Le"}, {"boras", "Bo"}}

func model(t *testing.T, id string) *governance.Model {
	t.Helper()
	m, err := governance.Parse(assets.Must("models/" + id + ".json"))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// guideline is what the guidelines say that each of their rules is, in order.
type guideline struct {
	key  string
	says map[string]string // "stop", "warn", "record", "role", "register", "report" → the acts that it is said before
}

// guidelines are read from testdata/rules.tsv, which is written from the guidelines and not
// from the models.
func guidelines(t *testing.T) (out []guideline) {
	t.Helper()
	f, err := os.Open("testdata/rules.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for s := bufio.NewScanner(f); s.Scan(); {
		key, kinds, ok := strings.Cut(s.Text(), "\t")
		if !ok || strings.HasPrefix(key, "#") {
			continue
		}
		g := guideline{key: key, says: map[string]string{}}
		for _, kind := range strings.Fields(kinds) {
			name, acts, _ := strings.Cut(kind, ":")
			g.says[name] = acts
		}
		out = append(out, g)
	}
	return out
}

// before says whether a gate stands before one of the acts that the guidelines speak of.
func before(m *governance.Model, g governance.Gate, act rune) bool {
	is := func(kind string, states ...string) bool {
		return kindOf(g) == kind && slices.ContainsFunc(states, func(s string) bool { return g.Before == s || slices.Contains(g.Also, s) })
	}
	switch act {
	case 'B':
		return is("initiative", "decision")
	case 'G':
		return is("initiative", "execution")
	case 'U':
		return is("initiative", governance.Procurement) || is("agreement", "signed") || is("system", "procurement")
	case 'D':
		return is("system", "maintained") || is("system_version", "running") || is("service", "running")
	case 'A':
		return is("initiative", "closing")
	case 'R':
		return is("system", "retired")
	}
	return false
}

// TestEachRuleStandsInItsModel: every rule of the guidelines is in the model, in order, in
// words, and what they make a stop or a warning is one, before what they say.
func TestEachRuleStandsInItsModel(t *testing.T) {
	all := guidelines(t)
	for _, of := range models {
		m := model(t, of.id)
		var want, have []string
		for _, g := range all {
			if !strings.HasPrefix(g.key, of.prefix+"-") {
				continue
			}
			want = append(want, g.key)
			for effect, acts := range g.says {
				if effect == "stop" || effect == "warn" {
					carried(t, m, g.key, governance.Effect(effect), acts)
				}
			}
		}
		for _, r := range m.Rules {
			have = append(have, r.Key)
		}
		if !slices.Equal(have, want) {
			t.Errorf("%s has the rules %q, not %q", of.id, have, want)
		}
	}
}

func carried(t *testing.T, m *governance.Model, rule string, effect governance.Effect, acts string) {
	t.Helper()
	gates := slices.DeleteFunc(m.GatesOf(rule), func(g governance.Gate) bool { return g.Effect != effect && g.Effect != governance.Stop })
	if len(gates) == 0 {
		t.Errorf("%s: no gate of the model has the effect %s", rule, effect)
	}
	for _, act := range acts {
		if !slices.ContainsFunc(gates, func(g governance.Gate) bool { return before(m, g, act) }) {
			t.Errorf("%s: nothing with the effect %s stands before %c", rule, effect, act)
		}
	}
}

// TestEachRuleAnswersAlone: of a thing that lacks just what one rule asks for, that rule is
// told of and no other, and it is refused or passes as the rule says. With the rule taken
// out of the model that test fails.
func TestEachRuleAnswersAlone(t *testing.T) {
	for _, of := range models {
		m := model(t, of.id)
		for _, g := range m.Gates {
			if g.Effect == governance.Record {
				continue
			}
			t.Run(g.Key+" "+kindOf(g), func(t *testing.T) {
				for leave := range max(1, len(g.Need.All)) {
					if err := alone(t, m, m, g, leave); err != nil {
						t.Error(err)
					}
				}
				if err := alone(t, m, without(m, g.RuleOf()), g, 0); err == nil {
					t.Error("without the rule nothing is missed")
				}
			})
		}
	}
}

// TestRulesAreWrittenDown: docs/regler.md is what the models say.
func TestRulesAreWrittenDown(t *testing.T) {
	path := filepath.Join("..", "..", "..", "docs", "regler.md")
	var b strings.Builder
	b.WriteString(rulesHead)
	for _, of := range models {
		writeModel(&b, model(t, of.id))
	}
	if *writeRules {
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if have, err := os.ReadFile(path); err != nil || string(have) != b.String() {
		t.Errorf("docs/regler.md isn't what the models say (%v): make mutate-models writes it", err)
	}
}

const rulesHead = `# Styrmodellernas regler

Varje numrerad regel i de fem riktlinjer som programmets styrmodeller bygger på, med programmets ord, och vad i
programmet som bär den: ett krav som stoppar, varnar eller noterar, ett register, ett fält, en roll, ett forum, en
lista i modellen eller en rapport. Det som väntar på något som inte finns än säger vad det kommer med; stoppar eller
varnar det uppfylls det under tiden av att någon bekräftar det, med dag och underlag.

Sidan skrivs av ` + "`make mutate-models`" + `, som prövar varje krav som stoppar eller varnar: först på en sak som har allt
utom just det som kravet frågar efter, och bara det kravet ska svara; sedan utan regeln i modellen, och då ska provet
falla. *Prövad* är de regler som har gått igenom båda.
`

// writeModel writes a model's rules as a table.
func writeModel(b *strings.Builder, m *governance.Model) {
	tried := 0
	fmt.Fprintf(b, "\n## %s\n\n%s.\n\n| Regel | Säger | Riktlinjen | Bärs av | Prövad |\n|---|---|---|---|---|\n", m.Name, m.Source)
	for _, r := range m.Rules {
		mark := ""
		if slices.ContainsFunc(m.GatesOf(r.Key), func(g governance.Gate) bool { return g.Effect != governance.Record }) {
			mark, tried = "ja", tried+1
		}
		fmt.Fprintf(b, "| %s | %s | %s | %s | %s |\n", r.Key, r.Text, r.Source, strings.Join(bearers(m, r), "; "), mark)
	}
	fmt.Fprintf(b, "\n%d regler, varav %d stoppar eller varnar.%s%s\n", len(m.Rules), tried, ours(m), ownGates(m))
}

// ownGates tells of the gates that are of no rule: what a class must have is the model's to say.
func ownGates(m *governance.Model) string {
	var said []string
	for _, g := range m.Gates {
		if _, known := m.Rule(g.RuleOf()); known {
			continue
		}
		said = append(said, bearers(m, governance.Rule{Key: g.RuleOf()})...)
	}
	if len(said) == 0 {
		return ""
	}
	return " Det som klasserna kräver prövas för sig: " + text.And(said) + "."
}

// ours says which lists the guideline says nothing of.
func ours(m *governance.Model) string {
	var names []string
	for _, list := range m.Ours {
		names = append(names, listNames[list])
	}
	if len(names) == 0 {
		return ""
	}
	return " Modellens egna, som riktlinjen inte säger något om, är " + text.And(names) + "."
}

// bearers are what a rule is carried by, in Swedish.
func bearers(m *governance.Model, r governance.Rule) (out []string) {
	effects := map[governance.Effect]string{governance.Stop: "stoppar", governance.Warn: "varnar", governance.Record: "noteras"}
	for _, g := range m.GatesOf(r.Key) {
		said := effects[g.Effect] + " " + stepsOf(m, g)
		switch {
		case g.Need.Confirmed:
			said += ", bekräftas"
		case g.Need.Confirmable():
			said += ", kan bekräftas"
		}
		if g.Except != "" {
			said += " (undantag: " + g.Except + ")"
		}
		if !slices.Contains(out, said) {
			out = append(out, said)
		}
	}
	for _, by := range r.By {
		sort, name, _ := strings.Cut(by, ":")
		out = append(out, bearer(m, sort, name))
	}
	return out
}

// stepsOf is what a gate stands before: "insats före Beslut", "enhet, jämt".
func stepsOf(m *governance.Model, g governance.Gate) string {
	k := app.KindNamed(kindOf(g))
	var steps []string
	for _, key := range append([]string{g.Before}, g.Also...) {
		switch f := governance.ActOf(k, key); {
		case key == "":
		case f != nil:
			steps = append(steps, f.Label)
		default:
			for _, o := range optionsOf(m, k.Step) {
				if o.Key == key {
					steps = append(steps, o.Label)
				}
			}
		}
	}
	if g.Before == "" {
		return k.One + ", jämt"
	}
	if g.Always {
		return k.One + " före " + strings.Join(steps, " och ") + " och sedan jämt"
	}
	return k.One + " före " + strings.Join(steps, " och ")
}

func optionsOf(m *governance.Model, f *field.Field) []field.Option {
	if f.Model != "" {
		return m.Options(f.Model)
	}
	return f.Options
}

var listNames = map[string]string{"phases": "faserna", "portfolios": "portföljerna", "categories": "kategorierna", "classes": "klasserna", "forums": "forumen",
	"checklist": "checklistan", "assessment": "bedömningens punkter", "retirement_checklist": "avvecklingens checklista", "policy_classes": "styrdokumentens ordning",
	"posts": "rollerna", "class_needs": "det som klasserna kräver", "class_forums": "klassernas forum", "delegation": "delegationen", "acute": "den akuta vägen", "role_defaults": "rollen som följer av en annan", "system_owner": "vem som äger system", "transitions": "övergångarna",
	"thresholds_ore": "beloppsgränserna", "registers": "registren", "year": "årets gång"}

func bearer(m *governance.Model, sort, name string) string {
	switch sort {
	case governance.ByKind:
		return "register: " + app.KindNamed(name).Many
	case governance.ByField:
		kind, key, _ := strings.Cut(name, ".")
		k := app.KindNamed(kind)
		return "fält: " + k.Field(key).Label + " (" + k.One + ")"
	case governance.ByPost:
		p, _ := m.Post(name)
		return "roll: " + p.Label
	case governance.ByForum:
		return "forum: " + m.ForumName(name)
	case governance.ByList:
		return "modellen: " + listNames[name]
	case governance.ByReport:
		for _, r := range wiring.Services(wiring.Options{}).Reports() {
			if r.Name == name {
				return "rapport: " + r.Title
			}
		}
		return "rapport: " + name + " finns inte"
	}
	return "kommer med " + name
}
