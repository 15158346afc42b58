package modelling_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/demo"
	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/app/frame"
	"itportfoljen/app/governance"
	"itportfoljen/app/modelling"
	"itportfoljen/app/plan"
)

// file is a model that ships with the program.
func file(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("../../assets/models/" + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// town is the made-up municipality under a model that ships.
func town(t *testing.T, model string) *app.Portfolio {
	t.Helper()
	data := file(t, model)
	m, err := governance.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	p := apptest.Begin(t, apptest.NewStore(), data)
	if _, err := p.CreateAll(t.Context(), "Exempel", demo.Generate(demo.S, 1, p.Today(), m, p.NewID)); err != nil {
		t.Fatal(err)
	}
	return p
}

func change(t *testing.T, p *app.Portfolio, data []byte, answers map[string]string) error {
	t.Helper()
	e, err := p.Do(t.Context(), func(tx *field.Tx) (string, error) {
		c, err := modelling.Plan(p, data, answers)
		if err != nil {
			return "", err
		}
		return c.Label(), c.Do(tx)
	})
	if err == nil {
		done[p] = append(done[p], e.Number)
	}
	return err
}

// takeBack takes back the latest change of model that isn't taken back.
func takeBack(t *testing.T, p *app.Portfolio) {
	t.Helper()
	n := done[p][len(done[p])-1]
	done[p] = done[p][:len(done[p])-1]
	if _, err := p.TakeBack(t.Context(), n); err != nil {
		t.Fatal(err)
	}
}

// done are the entries of the changes of model.
var done = map[*app.Portfolio][]int64{}

// holds is all that a portfolio holds.
func holds(p *app.Portfolio) string {
	var out []string
	for _, k := range p.Kinds() {
		for _, r := range p.All(k) {
			line := k.Name + " " + string(r.ID)
			for _, f := range p.Fields(k) {
				if f.Kept() {
					line += "|" + field.Encode(r.Get(f))
				}
			}
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}

// other is the small model of tests with something changed.
func other(from ...string) []byte {
	return []byte(strings.NewReplacer(from...).Replace(string(apptest.Model())))
}

// TestWhatAlternativesBecome: by key, by name, by stage where exactly one fits; else it is
// asked, and an answer goes before all.
func TestWhatAlternativesBecome(t *testing.T) {
	for _, c := range []struct {
		name    string
		phase   string
		to      []byte
		answers map[string]string
		becomes string // "" is asked
		why     string
	}{
		{"the same key", "proposal", other("Förslag", "Ansökan"), nil, "proposal", "samma nyckel"},
		{"the same name", "proposal", other(`"key": "proposal"`, `"key": "request"`), nil, "request", "samma namn"},
		{"another word for it", "execution", other(`"key": "execution", "label": "Genomförande"`, `"key": "work", "label": "Arbete"`, `["pågår"]`, `["genomförande"]`), nil, "work", "samma namn"},
		{"the only one of its stage", "decision", other(`"key": "decision", "label": "Beslut"`, `"key": "board", "label": "Nämnd"`), nil, "board", "samma skede"},
		{"two of its stage", "decision", other(`"key": "decision", "label": "Beslut", "stage": "waiting"`, `"key": "a", "label": "A", "stage": "waiting"}, {"key": "b", "label": "B", "stage": "waiting"`), nil, "", ""},
		{"none of its stage", "decision", other(`"key": "decision", "label": "Beslut", "stage": "waiting"`, `"key": "b", "label": "B", "stage": "prepared"`), nil, "", ""},
		{"answered by key", "decision", other(`"key": "decision", "label": "Beslut", "stage": "waiting"`, `"key": "b", "label": "B", "stage": "prepared"`), map[string]string{"decision": "b"}, "b", "ert svar"},
		{"answered by name", "decision", other(`"key": "decision", "label": "Beslut", "stage": "waiting"`, `"key": "b", "label": "Bered", "stage": "prepared"`), map[string]string{"Beslut": "bered"}, "b", "ert svar"},
		{"answered by list and key", "decision", other(`"key": "decision", "label": "Beslut", "stage": "waiting"`, `"key": "b", "label": "B", "stage": "prepared"`), map[string]string{"phases.decision": "idea"}, "idea", "ert svar"},
		{"answered otherwise than it would be", "proposal", other(`"key": "proposal"`, `"key": "request"`), map[string]string{"proposal": "idea"}, "idea", "ert svar"},
		{"a phase that neither has", "gone", other(), nil, "", ""},
	} {
		p := apptest.Empty(t)
		r := field.NewRecord(plan.Kind, p.NewID())
		r.Put(plan.Name.Field, "Ny lärplattform").Put(plan.Phase.Field, c.phase)
		if _, err := p.CreateAll(t.Context(), "En insats", []*field.Record{r}); err != nil {
			t.Fatal(c.name, err)
		}
		made, err := modelling.Plan(p, c.to, c.answers)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if c.becomes == "" {
			if len(made.Asks) != 1 || made.Asks[0].Old != c.phase || made.Asks[0].Things != "1 insats" || made.Asks[0].Empty {
				t.Errorf("%s: asks %+v, moves %+v", c.name, made.Asks, made.Moves)
			}
			continue
		}
		if len(made.Asks) != 0 || len(made.Moves) != 1 || made.Moves[0].New != c.becomes || made.Moves[0].Why != c.why {
			t.Errorf("%s: asks %+v, moves %+v", c.name, made.Asks, made.Moves)
		}
		if err := change(t, p, c.to, c.answers); err != nil || plan.Phase.Get(p.Get(r.ID)) != c.becomes {
			t.Errorf("%s: it is %s, %v", c.name, plan.Phase.Get(p.Get(r.ID)), err)
		}
	}
}

func TestAnswersThatAreRefused(t *testing.T) {
	p := apptest.Empty(t)
	r := field.NewRecord(plan.Kind, p.NewID())
	r.Put(plan.Name.Field, "Ny lärplattform").Put(plan.Phase.Field, "decision")
	if _, err := p.CreateAll(t.Context(), "En insats", []*field.Record{r}); err != nil {
		t.Fatal(err)
	}
	for said, want := range map[string]string{
		"desision=idea": "Inget som är i bruk heter ”desision”. Inget har ändrats. Menade du ”decision”?",
		"decision=idee": "”idee” finns inte bland faser i Liten modell. Inget har ändrats. Menade du ”idea”?",
		"decision=":     "kan inte bli tom (1 insats). Inget har ändrats.",
	} {
		old, to, _ := strings.Cut(said, "=")
		_, err := modelling.Plan(p, apptest.Model(), map[string]string{old: to})
		if fault.CodeOf(err) != fault.Invalid || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", said, err)
		}
	}
}

// TestAmountsOfPortfoljerThatBecomeOneAreAdded, year by year, and those of others are let be.
func TestAmountsOfPortfoljerThatBecomeOneAreAdded(t *testing.T) {
	p := apptest.Empty(t)
	ram := func(portfolio string, year, kr int64) *field.Record {
		v, _, err := frame.Amount.Parse(p, fmt.Sprint(kr), 1)
		if err != nil {
			t.Fatal(err)
		}
		return field.NewRecord(frame.Kind, p.NewID()).Put(frame.Portfolio.Field, portfolio).Put(frame.Year.Field, year).Put(frame.Amount.Field, v)
	}
	if _, err := p.CreateAll(t.Context(), "Ramar", []*field.Record{ram("core", 2027, 100), ram("citizen", 2027, 40), ram("citizen", 2028, 7)}); err != nil {
		t.Fatal(err)
	}
	data := other(`{"key": "core", "label": "Kärna"}, {"key": "citizen", "label": "Invånare"}`, `{"key": "all", "label": "Allt"}`)
	if err := change(t, p, data, map[string]string{"core": "all", "citizen": "all"}); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range p.All(frame.Kind) {
		got = append(got, fmt.Sprint(frame.Portfolio.Get(r), " ", frame.Year.Get(r), " ", frame.Amount.Get(r).Exact()))
	}
	if slices.Sort(got); !slices.Equal(got, []string{"all 2027 140\u00a0000", "all 2028 7\u00a0000"}) {
		t.Errorf("%q", got)
	}
}

// TestGatesNewlyBrokenAreTold: those that the old model asked for too aren't new, those in
// the way of the next step are told apart, and what is done with is let be.
func TestGatesNewlyBrokenAreTold(t *testing.T) {
	gate := func(before, need string) string {
		return fmt.Sprintf(`"gates": [{"key": "G-1", "source": "1", "before": %q, "need": %s, "effect": "stop", "text": "Det saknas."}], "forums"`, before, need)
	}
	for _, c := range []struct {
		name, phase, old, new string
		behind, ahead         int
	}{
		{"before where it is", "decision", `"forums"`, gate("decision", `{"field": "comment"}`), 1, 0},
		{"before what it has passed", "execution", `"forums"`, gate("decision", `{"field": "comment"}`), 1, 0},
		{"before its next step", "proposal", `"forums"`, gate("decision", `{"field": "comment"}`), 0, 1},
		{"further on", "idea", `"forums"`, gate("decision", `{"field": "comment"}`), 0, 0},
		{"it is there", "decision", `"forums"`, gate("decision", `{"field": "name"}`), 0, 0},
		{"the old asked for it too", "decision", gate("decision", `{"field": "comment"}`), gate("planned", `{"field": "comment"}`), 0, 0},
		{"it is closed", "closed", `"forums"`, gate("decision", `{"field": "comment"}`), 0, 0},
	} {
		p := apptest.Begin(t, apptest.NewStore(), other(`"forums"`, c.old))
		r := field.NewRecord(plan.Kind, p.NewID())
		r.Put(plan.Name.Field, "Ny lärplattform").Put(plan.Phase.Field, c.phase)
		if _, err := p.CreateAll(t.Context(), "En insats", []*field.Record{r}); err != nil {
			t.Fatal(c.name, err)
		}
		made, err := modelling.Plan(p, other(`"forums"`, c.new), nil)
		if err != nil {
			t.Fatal(c.name, err)
		}
		behind, ahead := 0, 0
		for _, b := range made.Broken {
			if b.Next {
				ahead += len(b.Things)
			} else {
				behind += len(b.Things)
			}
		}
		if behind != c.behind || ahead != c.ahead {
			t.Errorf("%s: %d behind and %d ahead", c.name, behind, ahead)
		}
	}
}

func TestAModelIsTheMunicipalitysOwn(t *testing.T) {
	m, err := governance.Parse(apptest.Model())
	if err != nil {
		t.Fatal(err)
	}
	for _, on := range []date.Date{20261127, 20261201} {
		modelling.Own(m, on)
		if m.ID != "liten-egen" || m.Name != "Liten modell, ändrad "+on.String() {
			t.Errorf("%s, %s", m.ID, m.Name)
		}
	}
	copied, err := modelling.Copy(m)
	if err != nil {
		t.Fatal(err)
	}
	copied.Forums[0].Label = "Annat"
	if m.Forums[0].Label == "Annat" {
		t.Error("a copy is the same")
	}
	data, err := modelling.Export(m)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := governance.Parse(data); err != nil {
		t.Errorf("what is written can't be read: %v", err)
	}
}

// TestForumsThatAreBareOrUnmadeAreTold: where none are made it is what the model says of its
// members; where some are, those that the new model has more are told of, and those that nobody
// is in any longer.
func TestForumsThatAreBareOrUnmadeAreTold(t *testing.T) {
	two := other(`"label": "IT-forum"}]`, `"label": "IT-forum"}, {"key": "board", "label": "Ledningsgrupp", "members": ["IT-chef"]}]`)
	p := apptest.Empty(t)
	for _, c := range []struct {
		name         string
		make         func()
		bare, unmade string
	}{
		{"none is made", func() {}, "IT-forum", ""},
		{"one is", func() {
			r := field.NewRecord(forum.Kind, p.NewID()).Put(forum.Name.Field, "Vårt forum").Put(forum.Type.Field, "it")
			if _, err := p.CreateAll(t.Context(), "Forum", []*field.Record{r}); err != nil {
				t.Fatal(err)
			}
		}, "", "Ledningsgrupp"},
	} {
		c.make()
		made, err := modelling.Plan(p, two, nil)
		if err != nil || strings.Join(made.Bare, ", ") != c.bare || strings.Join(made.Unmade, ", ") != c.unmade {
			t.Errorf("%s: bare %q, unmade %q, %v", c.name, made.Bare, made.Unmade, err)
		}
	}
}
