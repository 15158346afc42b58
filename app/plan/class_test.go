package plan_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
	"itportfoljen/app/platform"
	"itportfoljen/app/system"
)

// governed is a portfolio whose model has a checklist that gives classes, a delegation and a
// way for what is acute.
func governed(t *testing.T, gates ...governance.Gate) *app.Portfolio {
	return apptest.Governed(t, func(m *governance.Model) {
		m.Checklist = []governance.Question{{Key: "units", Label: "Berörs flera?", Short: "berör flera", Gives: "major"}, {Key: "cloud", Label: "Blir det moln?", Short: "extern drift", Gives: "major"},
			{Key: "political", Label: "Krävs politik?", Short: "politiskt", Gives: "strategic"}, {Key: "duplicate", Label: "Finns det redan?"}}
		m.Classes = append(m.Classes, governance.Item{Key: "strategic", Label: "Strategisk"})
		m.Forums = append(m.Forums, governance.Forum{Key: "board", Label: "Nämnden", Decides: true})
		m.ClassNeeds = map[string][]string{"major": {"description", "risk"}}
		m.ClassForums = map[string][]string{"routine": {}, "major": {"it"}}
		m.Delegation = []governance.Delegated{{Political: "yes", Decider: "Nämnden"}, {Classes: []string{"routine"}, UpTo: 100_00, Decider: "Chefen"}, {Classes: []string{"major"}, Yes: []string{"cloud"}, Decider: "IT-chefen"}, {Decider: "Direktören"}}
		m.Acute = governance.Acute{Gates: []string{"G-1", "G-2"}, Role: "IT-chefen", Forum: "it"}
	}, append(gates, governance.Gate{Key: "G-1", Before: "decision", Need: governance.Need{Advice: "it"}, Except: "IT-chefen"}, governance.Gate{Key: "G-2", Before: "decision", Need: governance.Need{Field: "recommendation"}, Except: "IT-chefen"})...)
}

func do(p *app.Portfolio, work func(tx *field.Tx) error) error {
	_, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) { return "Provet", work(tx) })
	return err
}

// answer answers "units=yes cloud=no".
func answer(t *testing.T, p *app.Portfolio, r *field.Record, said string) {
	t.Helper()
	for _, one := range strings.Fields(said) {
		key, value, _ := strings.Cut(one, "=")
		q, _ := p.Model().Question(key)
		yes := value == "yes"
		if err := do(p, func(tx *field.Tx) error { return plan.Answer(tx, r.ID, q, &yes, "") }); err != nil {
			t.Fatal(err)
		}
	}
}

const allNo = "units=no cloud=no political=no duplicate=no"

func TestTheAnswersGiveTheClassAndWhy(t *testing.T) {
	for _, c := range []struct{ answers, class, want string }{
		{"", "", ""},
		{"units=no", "", ""},
		{allNo, "routine", "Rutin: inget svar gör den större"},
		{"duplicate=yes", "", ""},
		{"units=yes", "major", "Större: berör flera (3 frågor är inte besvarade)"},
		{"units=yes cloud=yes political=no", "major", "Större: berör flera, extern drift (1 fråga är inte besvarad)"},
		{"units=yes political=yes cloud=yes duplicate=no", "strategic", "Strategisk: politiskt"},
		{"political=yes units=yes units=no cloud=no duplicate=no", "strategic", "Strategisk: politiskt"},
	} {
		p := governed(t)
		r := apptest.Add(t, p, plan.Kind, plan.Name, "Provet")
		answer(t, p, r, c.answers)
		if g := plan.ByChecklist(p, r); g.Class != c.class || g.Text(p.Model()) != c.want {
			t.Errorf("%q: %q, %q, want %q, %q", c.answers, g.Class, g.Text(p.Model()), c.class, c.want)
		}
	}
}

func TestAnotherClassIsWrittenDown(t *testing.T) {
	by := governance.Step{Forum: "IT-forum", Reason: "Liten ändring"}
	for _, c := range []struct {
		name, answers, was, to string
		step                   governance.Step
		want                   fault.Code
		from                   string // of what is written down; "" for nothing
	}{
		{"as the checklist gives", allNo, "", "routine", governance.Step{}, "", ""},
		{"the same again", "units=yes", "routine", "routine", governance.Step{}, "", ""},
		{"another than it gives", "units=yes", "", "routine", by, "", "Större"},
		{"without a reason", "units=yes", "", "routine", governance.Step{Forum: "IT-forum"}, fault.Invalid, ""},
		{"by nobody", "units=yes", "", "routine", governance.Step{Reason: "Liten"}, fault.Invalid, ""},
		{"another than it was", allNo, "major", "routine", by, "", "Större"},
		{"nobody has answered", "", "", "major", by, "", ""},
		{"a class that there isn't", "", "", "huge", by, fault.Invalid, ""},
	} {
		p := governed(t)
		r := apptest.Add(t, p, plan.Kind, plan.Name, "Provet")
		if c.was != "" {
			apptest.Put(t, p, r.ID, plan.Class, c.was)
		}
		answer(t, p, r, c.answers)
		err := do(p, func(tx *field.Tx) error { return plan.Classify(tx, r.ID, c.to, c.step) })
		if fault.CodeOf(err) != c.want {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		from := ""
		for _, d := range p.All(governance.DecisionKind) {
			from = governance.DecisionFrom.Get(d)
		}
		if from != c.from {
			t.Errorf("%s: from %q, want %q", c.name, from, c.from)
		}
		if c.want == "" && (plan.Class.Get(p.Get(r.ID)) != c.to || c.from != "" && plan.Differs(p, p.Get(r.ID))) {
			t.Errorf("%s: it is %q", c.name, plan.Class.Get(p.Get(r.ID)))
		}
	}
}

// TestWhatAClassMustHaveStandsBeforeTheDecision: the class that is decided, else the one that the
// checklist gives, says which; each that is missing is named, and where the first is filled in.
func TestWhatAClassMustHaveStandsBeforeTheDecision(t *testing.T) {
	for name, c := range map[string]struct {
		answers string
		puts    []any
		want    string // "" for nothing
		mend    *field.Field
	}{
		"no class is known":                      {"", nil, "", nil},
		"a class that asks for nothing":          {"", []any{plan.Class, "routine"}, "", nil},
		"both are missing":                       {"", []any{plan.Class, "major"}, "Uppgifter saknas (Större: Beskrivning och Risk (S × K)).", plan.Description.Field},
		"one is":                                 {"", []any{plan.Class, "major", plan.Description, "Text"}, "Uppgifter saknas (Större: Risk (S × K)).", plan.Risk.Field},
		"all is there":                           {"", []any{plan.Class, "major", plan.Description, "Text", plan.Risk, "2×3"}, "", nil},
		"by the checklist":                       {"units=yes", nil, "Uppgifter saknas (Större: Beskrivning och Risk (S × K)).", plan.Description.Field},
		"the forum has made it less":             {"units=yes", []any{plan.Class, "routine"}, "", nil},
		"the forum has made it more":             {allNo, []any{plan.Class, "major"}, "Uppgifter saknas (Större: Beskrivning och Risk (S × K)).", plan.Description.Field},
		"nothing that the checklist says so far": {"units=no", nil, "", nil},
	} {
		p := governed(t, governance.Gate{Key: "Klass", Before: "decision", Need: governance.Need{Class: true}, Text: "Uppgifter saknas.", Except: "IT-chefen"})
		r := apptest.Add(t, p, plan.Kind, append([]any{plan.Name, "Provet"}, c.puts...)...)
		answer(t, p, r, c.answers)
		said, mend := "", (*field.Field)(nil)
		for _, m := range governance.LacksBefore(p, p.Get(r.ID), "decision") {
			if m.Gate.Key == "Klass" {
				said, mend = m.Text, m.Field
			}
		}
		if said != c.want || mend != c.mend {
			t.Errorf("%s: %q, mended in %v; want %q, %v", name, said, mend, c.want, c.mend)
		}
	}
}

// TestTheWayFollowsTheClassOfTheChecklist as long as nobody has decided another.
func TestTheWayFollowsTheClassOfTheChecklist(t *testing.T) {
	for _, c := range []struct{ answers, class, want string }{{"", "", "proposal"}, {allNo, "", "decision"}, {"units=yes", "", "proposal"}, {allNo, "major", "proposal"}, {"units=yes", "routine", "decision"}} {
		p := governed(t)
		r := apptest.Add(t, p, plan.Kind, plan.Name, "Provet", plan.Phase, "idea", plan.Class, c.class)
		answer(t, p, r, c.answers)
		if got := governance.Following(p, p.Get(r.ID)); got != c.want {
			t.Errorf("%q of %q goes to %q, want %q", c.class, c.answers, got, c.want)
		}
	}
}

func TestAClassThatNobodyHasSaidWhyDiffers(t *testing.T) {
	for _, c := range []struct {
		answers, class string
		want           bool
	}{
		{allNo, "routine", false}, {allNo, "major", true}, {"units=yes", "routine", true}, {"units=yes", "strategic", false}, {"units=yes", "major", false}, {"", "major", false},
		{"units=yes cloud=no political=no duplicate=no", "strategic", true},
	} {
		p := governed(t)
		r := apptest.Add(t, p, plan.Kind, plan.Name, "Provet", plan.Class, c.class)
		answer(t, p, r, c.answers)
		if got := plan.Differs(p, r); got != c.want {
			t.Errorf("%q of %q: %v", c.class, c.answers, got)
		}
	}
}

func TestAClassGoesToItsForums(t *testing.T) {
	for _, c := range []struct{ class, from, next, route string }{
		{"routine", "idea", "decision", "Beslut. Hoppar över Förslag: klassen Rutin behöver inte gå till IT-forum."},
		{"major", "idea", "proposal", "Förslag, Beslut."},
		{"strategic", "idea", "proposal", ""}, // nothing is said of it: it passes all
		{"", "idea", "proposal", ""},
		{"routine", "proposal", "decision", "Beslut. Hoppar över Förslag: klassen Rutin behöver inte gå till IT-forum."},
	} {
		p := governed(t)
		r := apptest.Add(t, p, plan.Kind, plan.Name, "Provet", plan.Phase, c.from, plan.Class, c.class)
		if got := governance.Following(p, r); got != c.next {
			t.Errorf("%s from %s: next is %q, want %q", c.class, c.from, got, c.next)
		}
		if got, _ := plan.Route.Value(p, r, 0).(string); got != c.route {
			t.Errorf("%s: %q, want %q", c.class, got, c.route)
		}
	}
}

func TestTheDelegationProposesWhoDecides(t *testing.T) {
	for _, c := range []struct {
		answers, class string
		kr             int64
		want, lack     string
	}{
		{"political=yes", "", 0, "Nämnden", ""},
		{"", "routine", 50, "", "det är inte sagt om beslutet är politiskt"},
		{"political=no", "routine", 100, "Chefen", ""},
		{"political=no", "routine", 101, "Direktören", ""},
		{"political=no", "routine", 0, "", "kostnaden är inte känd"},
		{"political=no", "", 50, "", "klassen är inte bestämd"},
		{"political=no", "major", 0, "", "checklistan är inte besvarad"},
		{"political=no cloud=yes", "major", 0, "IT-chefen", ""},
		{"political=no cloud=no", "major", 0, "Direktören", ""},
		{"political=no", "strategic", 0, "Direktören", ""},
	} {
		p := governed(t)
		r := apptest.Add(t, p, plan.Kind, plan.Name, "Provet", plan.Class, c.class)
		if c.kr > 0 {
			if _, err := p.CreateAll(context.Background(), "Provet", []*field.Record{apptest.Cost(p, r.ID, 2027, economy.Operations, c.kr)}); err != nil {
				t.Fatal(err)
			}
		}
		answer(t, p, r, c.answers)
		if got := plan.Decide(p, r); got.Who != c.want || got.Lack != c.lack {
			t.Errorf("%+v: %q, %q", c, got.Who, got.Lack)
		}
	}
}

func TestItIsSaidWhenAnotherDecides(t *testing.T) {
	p := governed(t)
	r := apptest.Add(t, p, plan.Kind, plan.Name, "Provet", plan.Political, true)
	for _, c := range []struct {
		step governance.Step
		says bool
	}{
		{governance.Step{Forum: "Nämnden"}, false}, {governance.Step{Role: "nämnd"}, false}, {governance.Step{Role: "IT-chef"}, true}, {governance.Step{By: "x"}, false},
	} {
		if got := plan.Decide(p, r).Other(p, c.step); (got != "") != c.says {
			t.Errorf("%+v: %q", c.step, got)
		}
	}
}

func TestAForumThatAdvisesDoesNotDecide(t *testing.T) {
	p := governed(t)
	r := apptest.Add(t, p, plan.Kind, plan.Name, "Provet", plan.Phase, "decision")
	for _, c := range []struct {
		forum, to string
		want      fault.Code
	}{{"IT-forum", "planned", fault.Conflict}, {"IT-forum", "execution", fault.Conflict}, {"Nämnden", "planned", ""}, {"IT-forum", "rejected", ""}} {
		if err := do(p, func(tx *field.Tx) error {
			return governance.Move(tx, r.ID, governance.Step{To: c.to, Forum: c.forum})
		}); fault.CodeOf(err) != c.want {
			t.Errorf("%s to %s: %v", c.forum, c.to, err)
		}
		if err := do(p, func(tx *field.Tx) error {
			return governance.Say(tx, r.ID, governance.Decided, governance.Approved, governance.Step{Forum: c.forum})
		}); (err == nil) != (c.forum == "Nämnden") {
			t.Errorf("%s decides: %v", c.forum, err)
		}
	}
}

func TestOneExceptionIsEnoughOfWhatIsAcute(t *testing.T) {
	for _, c := range []struct {
		name   string
		acute  bool
		why    string
		except string
		want   fault.Code
	}{
		{"acute", true, "Angrepp", "G-1", ""}, {"the other gate", true, "Angrepp", "G-2", ""}, {"without a why", true, "", "G-1", fault.Conflict}, {"not acute", false, "Angrepp", "G-1", fault.Conflict},
		{"no exception", true, "Angrepp", "", fault.Conflict},
	} {
		p := governed(t)
		who := apptest.Add(t, p, governance.DecisionBy.Target(), governance.DecisionBy.Target().Title(), "Maj")
		r := apptest.Add(t, p, plan.Kind, plan.Name, "Provet", plan.Acute, c.acute, plan.AcuteWhy, c.why)
		s := governance.Step{To: "decision", By: who.ID, Reason: "Genast"}
		if c.except != "" {
			s.Except = []string{c.except}
		}
		err := do(p, func(tx *field.Tx) error { return governance.Move(tx, r.ID, s) })
		if fault.CodeOf(err) != c.want {
			t.Errorf("%s: %v", c.name, err)
		}
		if told := governance.ToTell(p, p.Get(r.ID)); told != (c.want == "") {
			t.Errorf("%s: to tell is %v", c.name, told)
		}
	}
}

func TestWhatMayDoItAlreadyIsTold(t *testing.T) {
	p := apptest.Empty(t)
	pay := apptest.Add(t, p, system.Kind, system.Name, "Heroma", system.Category, "Lön")
	apptest.Add(t, p, system.Kind, system.Name, "Gamla lönen", system.Category, "Lön", system.Lifecycle, system.OutOfUse)
	apptest.Add(t, p, system.Kind, system.Name, "Kartbutiken", system.Category, "Karta")
	twin := apptest.Add(t, p, plan.Kind, plan.Name, "Digital schemaläggning i äldreomsorgen", plan.Systems, []field.ID{pay.ID})
	apptest.Add(t, p, plan.Kind, plan.Name, "Digital schemaläggning", plan.Phase, "rejected")
	apptest.Add(t, p, platform.Kind, platform.Name, "E-arkiv", platform.Sort, platform.Shared, platform.Common, "Arkiv", platform.State, platform.Current)
	for _, c := range []struct {
		puts []any
		want string
	}{
		{[]any{plan.Name, "Ny lönetjänst", plan.Area, "lön"}, "Heroma (samma område: Lön)"},
		{[]any{plan.Name, "Schemaläggning", plan.Systems, []field.ID{pay.ID}}, twin.Name() + " (rör också Heroma; samma ord i namnet: schemaläggning)"},
		{[]any{plan.Name, "Bevara handlingar", plan.Area, "Arkiv"}, "E-arkiv (gemensam lösning för Arkiv)"},
		{[]any{plan.Name, "Något helt annat"}, ""},
	} {
		r := apptest.Record(p, plan.Kind, c.puts...)
		var got []string
		for _, l := range plan.Alike(p, r) {
			got = append(got, fmt.Sprintf("%s (%s)", l.Record.Name(), strings.Join(l.Why, "; ")))
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%v: %q, want %q", c.puts[1], s, c.want)
		}
	}
}
