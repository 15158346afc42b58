package modelling_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/modelling"
)

var ships = []string{"danderyd", "karlstad", "stockholm", "lilla-edet", "boras"}

// draft begins with a model that ships, or the small one of tests.
func draft(t *testing.T, name string) *modelling.Draft {
	t.Helper()
	data := apptest.Model()
	if name != "" {
		data = file(t, name)
	}
	d, err := modelling.NewDraft(parsed(t, data), app.Kinds)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// at finds a line by some of what it is called.
func at(t *testing.T, d *modelling.Draft, list, said string) int {
	t.Helper()
	i := slices.IndexFunc(d.Lines(list), func(l modelling.Line) bool { return strings.Contains(d.List(list).Said(l), said) }) // "Da-37: Extern drift …"
	if i < 0 {
		t.Fatalf("no %q in %s", said, list)
	}
	return i
}

// made is the draft as a model.
func made(t *testing.T, d *modelling.Draft) *governance.Model {
	t.Helper()
	data, _, _, flaws := d.Made(apptest.Today)
	if len(flaws) > 0 {
		t.Fatalf("%+v", flaws)
	}
	return parsed(t, data)
}

// TestADraftThatNobodyChangesIsAsItWas, in each model that ships, and also where each line is
// written over with what it says.
func TestADraftThatNobodyChangesIsAsItWas(t *testing.T) {
	for _, name := range ships {
		d := draft(t, name)
		data, changed, gone, flaws := d.Made(apptest.Today)
		if changed || len(gone)+len(flaws) > 0 {
			t.Errorf("%s: changed %v, gone %v, flaws %v", name, changed, gone, flaws)
		}
		var is, was map[string]any
		if err := json.Unmarshal(data, &is); err != nil {
			t.Fatal(err)
		}
		plain, _ := modelling.Export(parsed(t, file(t, name)))
		_ = json.Unmarshal(plain, &was)
		for key := range was {
			if !reflect.DeepEqual(is[key], was[key]) {
				t.Errorf("%s: %s is\n%v, was\n%v", name, key, is[key], was[key])
			}
		}
	}
}

// TestEachPartOfAModelHasItsList, but what only a file says: a part that is added is changed in
// the window too.
func TestEachPartOfAModelHasItsList(t *testing.T) {
	has := map[string]bool{"id": true, "rules": true, "ours": true, // the file's
		"description": true, "source": true, "system_owner": true, "registers": true, "name": true, // the model's own line
		"transitions": true, "class_needs": true, "class_forums": true, "role_defaults": true} // columns of phases, classes and roles
	for _, l := range modelling.Lists() {
		has[l.Key] = true
	}
	m := reflect.TypeFor[governance.Model]()
	for i := range m.NumField() {
		if key, _, _ := strings.Cut(m.Field(i).Tag.Get("json"), ","); !has[key] {
			t.Errorf("no list of %s", key)
		}
	}
}

// TestEachColumnIsOfferedWhatItHas: what stands in a model that ships is among what may be
// chosen there, so that nobody loses it by opening the list.
func TestEachColumnIsOfferedWhatItHas(t *testing.T) {
	for _, name := range ships {
		d := draft(t, name)
		s := d.Setting()
		for _, l := range d.Lists {
			for _, line := range d.Lines(l.Key) {
				for _, c := range l.Columns {
					if c.Sort != modelling.Choice && c.Sort != modelling.Many || c.Asked != nil && !c.Asked(line.Cells) {
						continue
					}
					options := c.Options(s, line.Cells)
					for v := range strings.SplitSeq(line.Cells[c.Key], "\n") {
						if v == "" && c.Sort == modelling.Many || slices.ContainsFunc(options, func(o field.Option) bool { return o.Key == v }) {
							continue
						}
						t.Errorf("%s: %s, %s: %s isn't offered %q", name, l.Key, l.Said(line), c.Key, v)
					}
				}
			}
		}
	}
}

// TestEachPartOfAModelCanBeChanged: what a line becomes in the model file.
func TestEachPartOfAModelCanBeChanged(t *testing.T) {
	for _, c := range []struct {
		name, list string
		do         func(t *testing.T, d *modelling.Draft)
		is         func(m *governance.Model) any
		want       any
	}{
		{"a phase between two", "phases", func(t *testing.T, d *modelling.Draft) {
			i := d.Add("phases", at(t, d, "phases", "Förslag"))
			d.Set("phases", i, "label", "Utredning")
			d.Set("phases", i, "stage", "prepared")
		}, func(m *governance.Model) any { return m.Phases[2] }, governance.Phase{Key: "utredning", Label: "Utredning", Stage: governance.Prepared}},
		{"phases in another order", "phases", func(t *testing.T, d *modelling.Draft) { d.Move("phases", 2, 1) },
			func(m *governance.Model) any { return m.Phases[1].Key }, "review"},
		{"a phase that is left for two", "phases", func(t *testing.T, d *modelling.Draft) {
			d.Set("phases", 0, "to", "proposal\nrejected")
		}, func(m *governance.Model) any { return m.Transitions }, []governance.Transition{{From: "idea", To: []string{"proposal", "rejected"}}}},
		{"a forum by role", "forums", func(t *testing.T, d *modelling.Draft) {
			i := at(t, d, "forums", "Centralt")
			d.Set("forums", i, "members", "IT-chef\n\nJurist\nIT-chef")
			d.Set("forums", i, "decides", "ja")
			d.Set("forums", i, "per", "company")
		}, func(m *governance.Model) any {
			return []any{m.Forums[2].Key, m.Forums[2].Members, m.Forums[2].Decides, m.Forums[2].Per}
		},
			[]any{"it_forum", []string{"IT-chef", "Jurist"}, true, "company"}},
		{"what a class must have and where it goes", "classes", func(t *testing.T, d *modelling.Draft) {
			d.Set("classes", 0, "class_needs", "client\nbudget")
			d.Set("classes", 0, "class_forums", "it_forum")
			d.Set("classes", 1, "class_forums", "*")
		}, func(m *governance.Model) any {
			_, said := m.ClassForums["major"]
			return []any{m.ClassNeeds["routine"], m.ClassForums["routine"], said}
		}, []any{[]string{"client", "budget"}, []string{"it_forum"}, false}},
		{"what a yes gives", "checklist", func(t *testing.T, d *modelling.Draft) { d.Set("checklist", 0, "gives", "strategic") },
			func(m *governance.Model) any { return m.Checklist[0].Gives }, "strategic"},
		{"a row of the delegation", "delegation", func(t *testing.T, d *modelling.Draft) {
			i := d.Add("delegation", 0)
			d.Set("delegation", i, "decider", "Nämnden")
			d.Set("delegation", i, "up_to_ore", "1,5 mnkr")
			d.Set("delegation", i, "political", "no")
			d.Set("delegation", i, "classes", "routine")
		}, func(m *governance.Model) any { return m.Delegation[1] }, governance.Delegated{Classes: []string{"routine"}, UpTo: 150_000_000, Political: "no", Decider: "Nämnden"}},
		{"how often a plan is made", "policy_classes", func(t *testing.T, d *modelling.Draft) {
			d.Set("policy_classes", at(t, d, "policy_classes", "IT-verksamhetsplan"), "months", "24")
		}, func(m *governance.Model) any { c, _ := m.PolicyClass("plan"); return c.Months }, 24},
		{"an amount", "thresholds_ore", func(t *testing.T, d *modelling.Draft) {
			i := d.Add("thresholds_ore", -1)
			d.Set("thresholds_ore", i, "name", "upphandling")
			d.Set("thresholds_ore", i, "ore", "700 tkr")
		}, func(m *governance.Model) any { return m.Thresholds["upphandling"] }, int64(70_000_000)},
		{"a copy of a portfölj", "portfolios", func(t *testing.T, d *modelling.Draft) { d.Duplicate("portfolios", 0) },
			func(m *governance.Model) any {
				return []string{m.Portfolios[1].Key, m.Portfolios[1].Label, m.Portfolios[1].Help}
			},
			[]string{"tillganglighet_och_service_kopia", "Tillgänglighet och service (kopia)", "Enklare vardag för invånare, företag och besökare."}},
		{"no acute path", "acute", func(t *testing.T, d *modelling.Draft) {
			for _, c := range []string{"role", "forum", "gates", "source"} {
				d.Set("acute", 0, c, "")
			}
		}, func(m *governance.Model) any { return m.Acute.Role + m.Acute.Forum }, ""},
		{"what a role is called", "role_names", func(t *testing.T, d *modelling.Draft) {
			d.Set("role_names", at(t, d, "role_names", "Systemägare"), "name", "Objektägare")
		}, func(m *governance.Model) any { return m.RoleNames }, map[string]string{"system_owner": "Objektägare"}},
		{"a name of its own", "model", func(t *testing.T, d *modelling.Draft) { d.Set("model", 0, "name", "Ekvalla") },
			func(m *governance.Model) any { return m.ID + " " + m.Name }, "danderyd-egen Ekvalla"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := draft(t, "danderyd")
			c.do(t, d)
			if is := c.is(made(t, d)); !reflect.DeepEqual(is, c.want) {
				t.Errorf("%+v, want %+v", is, c.want)
			}
			for d.Undo() {
			}
			if _, changed, _, _ := d.Made(apptest.Today); changed {
				t.Error("undone it is another")
			}
		})
	}
}

// TestGatesAreWritten: each sort of what may be asked for, and a rule that says it.
func TestGatesAreWritten(t *testing.T) {
	for _, c := range []struct {
		cells modelling.Cells
		want  governance.Need
	}{
		{modelling.Cells{"need": "all", "need_fields": "client"}, governance.Need{Field: "client"}},
		{modelling.Cells{"need": "all", "need_fields": "client\ninvestment_budget"}, governance.Need{All: []string{"client", "investment_budget"}}},
		{modelling.Cells{"need": "any", "need_fields": "client\ninvestment_budget"}, governance.Need{Any: []string{"client", "investment_budget"}}},
		{modelling.Cells{"need": "none", "need_fields": "off_platform"}, governance.Need{None: "off_platform"}},
		{modelling.Cells{"need": "checklist"}, governance.Need{Checklist: true}},
		{modelling.Cells{"need": "class_needs"}, governance.Need{Class: true}},
		{modelling.Cells{"need": "assessed"}, governance.Need{Assessed: true}},
		{modelling.Cells{"need": "confirmed"}, governance.Need{Confirmed: true}},
		{modelling.Cells{"need": "advice", "need_forum": "it_forum", "need_is": "approved"}, governance.Need{Advice: "it_forum", Is: []string{"approved"}}},
		{modelling.Cells{"need": "decision", "need_forum": "*"}, governance.Need{Decision: "*"}},
		{modelling.Cells{"need": "relation", "need_relation": "systems"}, governance.Need{Relation: "systems"}},
		{modelling.Cells{"need": "relation", "need_relation": "systems", "need_is": "planned\nmaintained"}, governance.Need{Relation: "systems", Is: []string{"planned", "maintained"}}},
		{modelling.Cells{"need": "relation", "need_relation": "systems", "need_where": "lifecycle=-\nlifecycle=planned\nhosting=cloud", "need_having": "it_asked_on\nit_answer", "need_each": "ja"},
			governance.Need{Relation: "systems", Where: governance.Values{"lifecycle": {"", "planned"}, "hosting": {"cloud"}}, Having: []string{"it_asked_on", "it_answer"}, Each: true}},
		{modelling.Cells{"need": "relation", "need_relation": "cost.owner", "need_having": "budget", "need_least": "3"}, governance.Need{Relation: "cost.owner", Having: []string{"budget"}, Least: 3}},
		{modelling.Cells{"need": "relation", "need_relation": "answer.about", "need_where": "question=Ska programvara utvecklas i egen regi?\nanswer=no"},
			governance.Need{Relation: "answer.about", Where: governance.Values{"question": {"Ska programvara utvecklas i egen regi?"}, "answer": {"no"}}}},
		{modelling.Cells{"need": "all", "need_fields": "financing", "or2": "relation", "or2_relation": "cost.owner", "or2_having": "funding", "or2_each": "ja", "or3": "confirmed"},
			governance.Need{Either: []governance.Need{{Field: "financing"}, {Relation: "cost.owner", Having: []string{"funding"}, Each: true}, {Confirmed: true}}}},
		{modelling.Cells{"need": "checklist", "or3": "confirmed"}, governance.Need{Checklist: true}}, // what is under nothing isn't seen
	} {
		d := draft(t, "danderyd")
		i := d.Add("gates", len(d.Lines("gates"))-1)
		for _, cells := range []modelling.Cells{{"text": "Det saknas", "before": "decision", "effect": "stop", "except": "IT-chefen", "when_class": "major\n-", "since": "2027-01-01"}, c.cells} {
			for key, cell := range cells {
				d.Set("gates", i, key, cell)
			}
		}
		m := made(t, d)
		g := m.Gates[len(m.Gates)-1]
		want := governance.Gate{Key: "Egen-1", Before: "decision", Effect: governance.Stop, Except: "IT-chefen", Text: "Det saknas.", Since: "2027-01-01",
			When: governance.Values{"class": {"major", ""}}, Need: c.want}
		if !reflect.DeepEqual(g, want) {
			t.Errorf("%v:\n got %+v\nwant %+v", c.cells, g, want)
		}
		if r, known := m.Rule("Egen-1"); !known || r.Text != "Det saknas." {
			t.Errorf("no rule says it: %+v", r)
		}
	}
}

// TestWhatIsWrongIsToldWhereItIs: the list, the line, the column and what to do.
func TestWhatIsWrongIsToldWhereItIs(t *testing.T) {
	for _, c := range []struct {
		name   string
		do     func(t *testing.T, d *modelling.Draft)
		list   string
		column string
		says   string
	}{
		{"no name", func(t *testing.T, d *modelling.Draft) { d.Set("forums", 1, "label", " ") }, "forums", "label", "Namn saknas. Fyll i, eller ta bort forumet."},
		{"the same name", func(t *testing.T, d *modelling.Draft) { d.Set("categories", 1, "label", "grundläggande") }, "categories", "label", "Det finns redan en som heter ”grundläggande”."},
		{"no amount", func(t *testing.T, d *modelling.Draft) { d.Set("delegation", 1, "up_to_ore", "mycket") }, "delegation", "up_to_ore", "”mycket” är inget belopp över noll."},
		{"no day", func(t *testing.T, d *modelling.Draft) { d.Set("gates", 0, "since", "snart") }, "gates", "since", "”snart” är ingen dag."},
		{"a forum that is used", func(t *testing.T, d *modelling.Draft) {
			d.Remove("forums", at(t, d, "forums", "Centrala ledningsgruppen"))
		}, "phases", "forum", "i ett forum som inte finns (management)"},
		{"a class that is used", func(t *testing.T, d *modelling.Draft) { d.Remove("classes", 2) }, "checklist", "gives", "ger en klass som inte finns (strategic)"},
		{"a phase that a gate stands before", func(t *testing.T, d *modelling.Draft) { d.Remove("phases", at(t, d, "phases", "Avslut")) }, "gates", "before", "före en fas som inte finns (closing)"},
		{"no fields", func(t *testing.T, d *modelling.Draft) { d.Set("gates", 0, "need", "all") }, "gates", "need_fields", "Välj vilka fält."},
		{"nothing that belongs to it", func(t *testing.T, d *modelling.Draft) { d.Set("gates", 0, "need", "relation") }, "gates", "need_relation", "Välj vad som ska finnas."},
		{"each of what", func(t *testing.T, d *modelling.Draft) {
			asks(d, modelling.Cells{"need": "relation", "need_relation": "risk.of", "need_each": "ja"})
		}, "gates", "need_having", "Välj vad som ska vara ifyllt i var och en."},
		{"how many", func(t *testing.T, d *modelling.Draft) {
			asks(d, modelling.Cells{"need": "relation", "need_relation": "cost.owner", "need_least": "många"})
		}, "gates", "need_least", "”många” är inget helt tal."},
		{"what another kind has", func(t *testing.T, d *modelling.Draft) {
			asks(d, modelling.Cells{"need": "relation", "need_relation": "cost.owner", "need_where": "lifecycle=planned"})
		}, "gates", "need_where", "”lifecycle=planned” finns inte att välja här."},
		{"of another kind", func(t *testing.T, d *modelling.Draft) {
			asks(d, modelling.Cells{"of": "agreement", "before": "", "also": "", "effect": "warn", "need": "all", "need_fields": "client"})
		}, "gates", "need_fields", "”client” finns inte att välja här."},
		{"the same twice", func(t *testing.T, d *modelling.Draft) {
			asks(d, modelling.Cells{"need": "checklist", "or2": "checklist"})
		}, "gates", "or2", "Detsamma står redan ovan."},
		{"no fields of the other", func(t *testing.T, d *modelling.Draft) {
			asks(d, modelling.Cells{"need": "checklist", "or2": "any"})
		}, "gates", "or2_fields", "Välj vilka fält."},
		{"no stage", func(t *testing.T, d *modelling.Draft) { d.Set("phases", d.Add("phases", 0), "label", "Ny") }, "phases", "stage", "Skede saknas."},
		{"nobody who assesses", func(t *testing.T, d *modelling.Draft) { d.Set("acute", 0, "role", "") }, "acute", "", "säger inte vem som bedömer en akut insats"},
	} {
		d := draft(t, "danderyd")
		c.do(t, d)
		_, _, _, flaws := d.Made(apptest.Today)
		if !slices.ContainsFunc(flaws, func(w modelling.Wrong) bool {
			return w.List == c.list && w.Column == c.column && w.Line >= 0 && strings.Contains(w.Text, c.says)
		}) {
			t.Errorf("%s: %+v", c.name, flaws)
		}
	}
}

// TestALineKeepsWhatItHasNoColumnFor, wherever it is moved.
func TestALineKeepsWhatItHasNoColumnFor(t *testing.T) {
	d := draft(t, "danderyd")
	before := parsed(t, file(t, "danderyd"))
	i := at(t, d, "gates", "Extern drift som")
	d.Move("gates", i, 0)
	d.Set("gates", 0, "effect", "record")
	m := made(t, d)
	if g := m.Gates[0]; g.Key != "Da-37" || g.Effect != governance.Record || !reflect.DeepEqual(g.Need, before.Gates[i].Need) || !reflect.DeepEqual(g.When, before.Gates[i].When) {
		t.Errorf("%+v", g)
	}
}

// TestRulesThatNothingCarriesAreTold when what carried them goes.
func TestRulesThatNothingCarriesAreTold(t *testing.T) {
	d := draft(t, "danderyd")
	d.Remove("gates", at(t, d, "gates", "Överlämnandet till"))
	d.Remove("gates", at(t, d, "gates", "Extern drift som"))
	_, _, gone, flaws := d.Made(apptest.Today)
	if len(flaws) > 0 || len(gone) != 1 || gone[0].Key != "Da-37" {
		t.Errorf("gone %+v, flaws %+v", gone, flaws)
	}
}

// TestTheRamarAreCalledByWhatTheyAreGivenTo, not by the key of it.
func TestTheRamarAreCalledByWhatTheyAreGivenTo(t *testing.T) {
	for model, want := range map[string]string{"danderyd": "Nämnder, förvaltningar och bolag", "stockholm": "Portföljer"} {
		d := draft(t, model)
		if got := d.List("framing").Said(d.Lines("framing")[0]); got != want {
			t.Errorf("those of %s are called %q, want %q", model, got, want)
		}
	}
}
