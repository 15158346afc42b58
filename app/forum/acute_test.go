package forum_test

import (
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/app/governance"
	"itportfoljen/app/insight"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
)

// hurried is a municipality where the IT-chef may assess what is acute in the forum's place.
func hurried(t *testing.T) *app.Portfolio {
	t.Helper()
	return apptest.Governed(t, func(m *governance.Model) {
		m.Forums = []governance.Forum{{Key: "advice", Label: "Rådet"}, {Key: "other", Label: "Ledningen"}, {Key: "decider", Label: "Nämnden", Decides: true}}
		m.Phases = []governance.Phase{
			{Key: "idea", Label: "Idé", Stage: governance.Idea},
			{Key: "review", Label: "Beredning", Stage: governance.Prepared, Forum: "advice"},
			{Key: "decision", Label: "Beslut", Stage: governance.Waiting, Forum: "decider"},
			{Key: "execution", Label: "Genomförande", Stage: governance.Running},
		}
		m.Acute = governance.Acute{Gates: []string{"X-1", "X-2"}, Role: "IT-chefen", Forum: "advice"}
	}, governance.Gate{Key: "X-1", Before: "decision", Except: "IT-chefen", Need: governance.Need{Advice: "advice"}, Text: "Rådet har inte hörts."},
		governance.Gate{Key: "X-2", Before: "decision", Except: "IT-chefen", Need: governance.Need{Field: "recommendation"}, Text: "Rekommendationen saknas."},
		governance.Gate{Key: "Y-1", Before: "decision", Except: "Direktören", Need: governance.Need{Field: "description"}, Text: "Beskrivningen saknas."})
}

// TestWhatIsAcuteIsAssessedByOneAndNothingElse: who alone may, from which gates, and what else
// stands in the way all the same.
func TestWhatIsAcuteIsAssessedByOneAndNothingElse(t *testing.T) {
	for _, c := range []struct {
		name        string
		why         string
		description bool
		role        string
		except      []string
		stops       string // "" for none
	}{
		{"the IT-chef, from one", "Angrepp", true, "IT-chefen", []string{"X-1"}, ""},
		{"from the other", "Angrepp", true, "IT-chefen", []string{"x-2"}, ""},
		{"somebody else", "Angrepp", true, "Säkerhetschefen", []string{"X-1"}, "görs av IT-chefen, inte av Säkerhetschefen"},
		{"nobody says why", "", true, "IT-chefen", []string{"X-1"}, "Rekommendationen saknas (X-2)"},
		{"what another excepts", "Angrepp", false, "IT-chefen", []string{"X-1"}, "Beskrivningen saknas (Y-1)"},
		{"what another excepts, by the IT-chef", "Angrepp", false, "IT-chefen", []string{"X-1", "Y-1"}, "görs av Direktören, inte av IT-chefen"},
		{"without an exception", "Angrepp", true, "IT-chefen", nil, "Rådet har inte hörts (X-1); Rekommendationen saknas (X-2)"},
	} {
		p := hurried(t)
		kim := apptest.Add(t, p, org.PersonKind, org.PersonName, "Kim Ek").ID
		r := apptest.Add(t, p, plan.Kind, plan.Name, "Provet", plan.Phase, "review", plan.Acute, true, plan.AcuteWhy, c.why)
		if c.description {
			apptest.Put(t, p, r.ID, plan.Description, "Vad det är.")
		}
		err := do(p, func(tx *field.Tx) error {
			return governance.Move(tx, r.ID, governance.Step{To: "decision", By: kim, Role: c.role, Reason: "Driften står.", Except: c.except})
		})
		if c.stops == "" && err != nil || c.stops != "" && (err == nil || !strings.Contains(err.Error(), c.stops)) {
			t.Errorf("%s: %v", c.name, err)
		}
		exceptions := 0
		for _, d := range p.Pointing(governance.DecisionOf.Field, r.ID) {
			if governance.DecisionType.Get(d) == governance.Excepted {
				exceptions++
			}
		}
		if want := map[bool]int{true: 2, false: 0}[c.stops == ""]; exceptions != want {
			t.Errorf("%s: %d exceptions are written down, want %d", c.name, exceptions, want)
		}
	}
}

// TestWhatWasAcuteComesUpAtTheNextMeeting of the forum that was passed by, until it is closed, and
// moves nothing there.
func TestWhatWasAcuteComesUpAtTheNextMeeting(t *testing.T) {
	p := hurried(t)
	kim := apptest.Add(t, p, org.PersonKind, org.PersonName, "Kim Ek").ID
	council := apptest.Add(t, p, forum.Kind, forum.Name, "Rådet", forum.Type, "advice")
	other := apptest.Add(t, p, forum.Kind, forum.Name, "Ledningen", forum.Type, "other")
	r := apptest.Add(t, p, plan.Kind, plan.Name, "Provet", plan.Phase, "review", plan.Acute, true, plan.AcuteWhy, "Angrepp", plan.Description, "Vad det är.", plan.DecideBy, today.AddDays(30))
	step := func(to string, except ...string) {
		t.Helper()
		if err := do(p, func(tx *field.Tx) error {
			return governance.Move(tx, r.ID, governance.Step{To: to, By: kim, Role: "IT-chefen", Reason: "Driften står.", Except: except})
		}); err != nil {
			t.Fatal(err)
		}
	}
	waits := func(when string, want bool) {
		t.Helper()
		asked := ""
		for _, q := range forum.Queue(p, p.Get(council.ID)) {
			asked += q.Ask + ": " + q.Why
		}
		todo := false
		for _, x := range insight.Todos(p) {
			todo = todo || x.Rule == "acute-tell"
		}
		if (asked == "information: Akut, bedömd utan forumet") != want || todo != want || len(forum.Queue(p, p.Get(other.ID))) > 0 {
			t.Errorf("%s: %q, to do %v", when, asked, todo)
		}
	}
	step("decision", "X-1")
	waits("excepted", true)
	step("execution")
	waits("it runs already", true)
	var m field.ID
	if err := do(p, func(tx *field.Tx) (err error) { m, err = forum.Call(tx, council.ID, today); return err }); err != nil {
		t.Fatal(err)
	}
	if items := forum.Items(p, m); len(items) != 1 || forum.ItemInitiative.Get(items[0]) != r.ID || forum.ItemAsk.Get(items[0]) != forum.Information {
		t.Fatalf("the agenda has %d items", len(items))
	}
	waits("called to", true)
	for _, to := range []string{forum.Held, forum.Closed} {
		if err := goes(p, m, to); err != nil {
			t.Fatal(err)
		}
	}
	waits("told", false)
	if got := plan.Phase.Get(p.Get(r.ID)); got != "execution" {
		t.Errorf("the meeting moved it to %s", got)
	}
	heard := 0
	for _, d := range p.Pointing(governance.DecisionOf.Field, r.ID) {
		if governance.DecisionType.Get(d) == governance.Advised && governance.DecisionForum.Get(d) == "Rådet" {
			heard++
		}
	}
	if heard != 1 {
		t.Errorf("it is written down %d times that the forum heard", heard)
	}
	if err := do(p, func(tx *field.Tx) error {
		return governance.Say(tx, r.ID, governance.Decided, governance.Approved, governance.Step{Forum: "Rådet"})
	}); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("the forum decides: %v", err)
	}
}
