package forum_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/app/governance"
	"itportfoljen/app/insight"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
)

var today = apptest.Today // 2026-11-21

// governed is an empty municipality with a forum that advises on what is prepared, for each
// förvaltning, and one that decides.
func governed(t *testing.T, gates ...governance.Gate) *app.Portfolio {
	t.Helper()
	p := apptest.Governed(t, func(m *governance.Model) {
		m.Forums = []governance.Forum{{Key: "advice", Label: "Rådet"}, {Key: "decider", Label: "Nämnden", Decides: true}}
		m.Phases = []governance.Phase{
			{Key: "idea", Label: "Idé", Stage: governance.Idea},
			{Key: "review", Label: "Beredning", Stage: governance.Prepared, Forum: "advice"},
			{Key: "decision", Label: "Beslut", Stage: governance.Waiting, Forum: "decider"},
			{Key: "planned", Label: "Planerad", Stage: governance.Planned},
			{Key: "execution", Label: "Genomförande", Stage: governance.Running, Forum: "advice"},
			{Key: "closing", Label: "Avslut", Stage: governance.Done},
			{Key: "returned", Label: "Återremiss", Stage: governance.Aside, Forum: "advice"},
			{Key: "rejected", Label: "Avslagen", Stage: governance.Aside},
			{Key: "dormant", Label: "Vilande", Stage: governance.Aside},
		}
		m.Posts = []governance.Post{{Item: governance.Item{Key: "chief", Label: "IT-chef"}}, {Item: governance.Item{Key: "coordinator", Label: "IT-samordnare"}, Of: []string{org.Administration}}}
	}, gates...)
	return p
}

func do(p *app.Portfolio, work func(tx *field.Tx) error) error {
	_, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) { return "Prov", work(tx) })
	return err
}

func goes(p *app.Portfolio, id field.ID, to string) error {
	return do(p, func(tx *field.Tx) error { return governance.Move(tx, id, governance.Step{To: to}) })
}

func TestWhatAMeetingSaysMovesTheInsatsWhereItLeads(t *testing.T) {
	for name, c := range map[string]struct {
		forum, phase, ask, outcome string
		stays                      bool
		want, said                 string
	}{
		"advice takes it to the decision":           {"advice", "review", forum.Preparation, governance.Approved, false, "decision", governance.Advised},
		"it may stay all the same":                  {"advice", "review", forum.Preparation, governance.Approved, true, "review", governance.Advised},
		"advice against moves nothing":              {"advice", "review", forum.Preparation, governance.Rejected, false, "review", governance.Advised},
		"it is sent back":                           {"advice", "review", forum.Preparation, governance.Returned, false, "returned", governance.Advised},
		"what was sent back goes on from there":     {"advice", "returned", forum.Preparation, governance.Approved, false, "decision", governance.Advised},
		"a förstudie that the model has no phase":   {"advice", "review", forum.Preparation, "prestudy", false, "review", governance.Advised},
		"advice isn't a decision":                   {"advice", "decision", forum.Preparation, governance.Approved, false, "decision", governance.Advised},
		"advice moves nothing that runs":            {"advice", "execution", forum.Preparation, governance.Approved, false, "execution", governance.Advised},
		"what was only heard says nothing":          {"advice", "review", forum.Information, governance.Approved, false, "review", ""},
		"to the papers says nothing":                {"advice", "review", forum.Preparation, forum.Noted, false, "review", ""},
		"a decision takes it past the decision":     {"decider", "decision", forum.Decision, governance.Approved, false, "planned", governance.Decided},
		"a no that decides puts it aside":           {"decider", "decision", forum.Decision, governance.Rejected, false, "rejected", governance.Decided},
		"who decides and only prepares it, advises": {"decider", "decision", forum.Preparation, governance.Approved, false, "decision", governance.Advised},
		"it rests": {"decider", "decision", forum.Decision, "dormant", false, "dormant", governance.Decided},
	} {
		p := governed(t)
		f := apptest.Add(t, p, forum.Kind, forum.Name, "Forumet", forum.Type, c.forum)
		r := apptest.Add(t, p, plan.Kind, plan.Name, "Provet", plan.Phase, c.phase)
		m := apptest.Add(t, p, forum.MeetingKind, forum.MeetingName, "Möte 1", forum.MeetingOf, f.ID, forum.MeetingOn, today, forum.State, forum.Held)
		apptest.Add(t, p, forum.ItemKind, forum.ItemSubject, "Provet", forum.ItemOf, m.ID, forum.ItemInitiative, r.ID, forum.ItemAsk, c.ask, forum.ItemOutcome, c.outcome, forum.ItemStays, c.stays)
		if err := goes(p, m.ID, forum.Closed); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		said := ""
		for _, d := range p.Pointing(governance.DecisionOf.Field, r.ID) {
			if what := governance.DecisionType.Get(d); what != governance.Stepped {
				said += what
			}
		}
		if got := plan.Phase.Get(p.Get(r.ID)); got != c.want || said != c.said {
			t.Errorf("%s: it is in %s and %q is said, want %s and %q", name, got, said, c.want, c.said)
		}
		if _, err := p.Undo(context.Background()); err != nil || plan.Phase.Get(p.Get(r.ID)) != c.phase || forum.State.Get(p.Get(m.ID)) != forum.Held {
			t.Errorf("%s: one step takes it all back: %v", name, err)
		}
	}
}

func TestWhatStandsInTheWayIsToldItemByItemAndNothingIsDone(t *testing.T) {
	p := governed(t, governance.Gate{Key: "X-1", Source: "1", Before: "decision", Effect: governance.Stop, Need: governance.Need{Field: "description"}, Text: "Beskrivningen saknas."})
	f := apptest.Add(t, p, forum.Kind, forum.Name, "Rådet", forum.Type, "advice")
	m := apptest.Add(t, p, forum.MeetingKind, forum.MeetingName, "Möte 1", forum.MeetingOf, f.ID, forum.MeetingOn, today, forum.State, forum.Held)
	var all []field.ID
	for i, name := range []string{"Klar", "Ofärdig", "Utan utfall"} {
		r := apptest.Add(t, p, plan.Kind, plan.Name, name, plan.Phase, "review")
		if i == 0 {
			apptest.Put(t, p, r.ID, plan.Description, "Vad det är.")
		}
		it := apptest.Add(t, p, forum.ItemKind, forum.ItemSubject, name, forum.ItemOf, m.ID, forum.ItemInitiative, r.ID, forum.ItemAsk, forum.Preparation)
		if i < 2 {
			apptest.Put(t, p, it.ID, forum.ItemOutcome, governance.Approved)
		}
		all = append(all, r.ID)
	}
	err := goes(p, m.ID, forum.Closed)
	if fault.CodeOf(err) != fault.Conflict || !strings.Contains(err.Error(), "Ofärdig: Beskrivningen saknas (X-1); Utan utfall: utfallet saknas. Inget har ändrats.") {
		t.Errorf("it is told: %v", err)
	}
	for _, id := range all {
		if plan.Phase.Get(p.Get(id)) != "review" || len(p.Pointing(governance.DecisionOf.Field, id)) > 0 {
			t.Errorf("%s is half done", p.Label(id))
		}
	}
}

func TestAQueueIsOfItsForumsPhasesUnitsAndExceptions(t *testing.T) {
	p := governed(t, governance.Gate{Key: "X-1", Source: "1", Before: "decision", Effect: governance.Stop, Except: "IT-chefen", Need: governance.Need{Advice: "advice"}, Text: "Rådet har inte hörts."})
	kim := apptest.Add(t, p, org.PersonKind, org.PersonName, "Kim Ek").ID
	school := apptest.Add(t, p, org.UnitKind, org.UnitName, "Skolan", org.UnitType, org.Administration)
	class := apptest.Add(t, p, org.UnitKind, org.UnitName, "Klassen", org.UnitParent, school.ID)
	care := apptest.Add(t, p, org.UnitKind, org.UnitName, "Vården", org.UnitType, org.Administration)
	whole := apptest.Add(t, p, forum.Kind, forum.Name, "Rådet", forum.Type, "advice")
	local := apptest.Add(t, p, forum.Kind, forum.Name, "Skolans råd", forum.Type, "advice", forum.Unit, school.ID)
	apptest.Add(t, p, plan.Kind, plan.Name, "Under skolan", plan.Phase, "review", plan.Unit, class.ID)
	apptest.Add(t, p, plan.Kind, plan.Name, "I vården", plan.Phase, "review", plan.Unit, care.ID)
	apptest.Add(t, p, plan.Kind, plan.Name, "Tillbaka", plan.Phase, "returned", plan.Unit, care.ID)
	apptest.Add(t, p, plan.Kind, plan.Name, "Beslutad", plan.Phase, "planned", plan.Unit, care.ID)
	acute := apptest.Add(t, p, plan.Kind, plan.Name, "Akut", plan.Phase, "review", plan.Unit, care.ID)
	if err := do(p, func(tx *field.Tx) error {
		return governance.Move(tx, acute.ID, governance.Step{To: "decision", By: kim, Role: "IT-chefen", Reason: "Driften står.", Except: []string{"X-1"}})
	}); err != nil {
		t.Fatal(err)
	}
	queue := func(f *field.Record) (out []string) {
		for _, q := range forum.Queue(p, f) {
			out = append(out, q.Subject+" "+q.Ask)
		}
		slices.Sort(out)
		return out
	}
	if got, want := queue(whole), []string{"Akut information", "I vården preparation", "Tillbaka preparation", "Under skolan preparation"}; !slices.Equal(got, want) {
		t.Errorf("the municipality's has %q, want %q", got, want)
	}
	if got, want := queue(local), []string{"Under skolan preparation"}; !slices.Equal(got, want) {
		t.Errorf("the school's has %q, want %q", got, want)
	}
	var m field.ID
	if err := do(p, func(tx *field.Tx) (err error) { m, err = forum.Call(tx, whole.ID, today); return err }); err != nil {
		t.Fatal(err)
	}
	if n := len(forum.Items(p, m)); n != 4 || forum.CalledOn.Get(p.Get(m)) != today {
		t.Errorf("%d items were called to, on %s", n, forum.CalledOn.Get(p.Get(m)))
	}
	for _, it := range forum.Items(p, m) {
		apptest.Put(t, p, it.ID, forum.ItemOutcome, forum.Noted)
	}
	for _, to := range []string{forum.Held, forum.Closed} {
		if err := goes(p, m, to); err != nil {
			t.Fatal(err)
		}
	}
	if got := queue(whole); slices.Contains(got, "Akut information") {
		t.Errorf("it has heard of what was acute: %q", got)
	}
}

func TestWhoIsInAForumFollowsFromWhoHasTheRole(t *testing.T) {
	p := governed(t)
	person := func(name string) field.ID { return apptest.Add(t, p, org.PersonKind, org.PersonName, name).ID }
	appoint := func(role string, unit, who field.ID) {
		apptest.Add(t, p, org.AppointmentKind, org.AppointmentRole, role, org.AppointmentUnit, unit, org.AppointmentHolder, []field.Holding{{Person: who}})
	}
	a := apptest.Add(t, p, org.UnitKind, org.UnitName, "A", org.UnitType, org.Administration).ID
	b := apptest.Add(t, p, org.UnitKind, org.UnitName, "B", org.UnitType, org.Administration).ID
	chief, inA, inB, own := person("Chef"), person("I A"), person("I B"), person("Själv")
	appoint("IT-chef", "", chief)
	appoint("IT-samordnare", a, inA)
	appoint("IT-samordnare", b, inB)
	for name, c := range map[string]struct {
		unit field.ID
		seat []any
		want []field.ID
	}{
		"the municipality's role":               {"", []any{forum.MemberRole, "IT-chef"}, []field.ID{chief}},
		"each unit's role":                      {"", []any{forum.MemberRole, "IT-samordnare"}, []field.ID{inA, inB}},
		"the unit's own":                        {b, []any{forum.MemberRole, "IT-samordnare"}, []field.ID{inB}},
		"the municipality's, in a unit's forum": {b, []any{forum.MemberRole, "IT-chef"}, []field.ID{chief}},
		"a person":                              {"", []any{forum.MemberPerson, own}, []field.ID{own}},
		"a person before the role":              {"", []any{forum.MemberPerson, own, forum.MemberRole, "IT-chef"}, []field.ID{own}},
		"a role that the model hasn't":          {"", []any{forum.MemberRole, "Vaktmästare"}, nil},
		"to the last day":                       {"", []any{forum.MemberPerson, own, forum.MemberTo, today}, []field.ID{own}},
		"until yesterday":                       {"", []any{forum.MemberPerson, own, forum.MemberTo, today.AddDays(-1)}, nil},
		"from today":                            {"", []any{forum.MemberPerson, own, forum.MemberFrom, today}, []field.ID{own}},
		"from tomorrow":                         {"", []any{forum.MemberPerson, own, forum.MemberFrom, today.AddDays(1)}, nil},
	} {
		f := apptest.Add(t, p, forum.Kind, forum.Name, name, forum.Unit, c.unit)
		apptest.Add(t, p, forum.MemberKind, append([]any{forum.MemberOf, f.ID}, c.seat...)...)
		if got := forum.Members(p, f.ID); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestMeetingsAndNextStepsRemind(t *testing.T) {
	for name, c := range map[string]struct {
		state string
		on    date.Date
		want  string
	}{
		"two weeks and a day before": {forum.Planned, today.AddDays(15), ""},
		"two weeks before":           {forum.Planned, today.AddDays(14), "meeting-call"},
		"called to":                  {forum.Called, today.AddDays(1), ""},
		"on the day":                 {forum.Called, today, ""},
		"the day after":              {forum.Called, today.AddDays(-1), "meeting-held"},
		"held, to be closed":         {forum.Held, today.AddDays(-1), "meeting-close"},
		"closed":                     {forum.Closed, today.AddDays(-90), ""},
		"cancelled":                  {forum.Canceled, today.AddDays(-90), ""},
	} {
		p := governed(t)
		kim := apptest.Add(t, p, org.PersonKind, org.PersonName, "Kim Ek").ID
		f := apptest.Add(t, p, forum.Kind, forum.Name, "Rådet", forum.Type, "advice", forum.Caller, kim)
		apptest.Add(t, p, forum.MemberKind, forum.MemberOf, f.ID, forum.MemberPerson, kim)
		apptest.Add(t, p, forum.MeetingKind, forum.MeetingName, "Möte 1", forum.MeetingOf, f.ID, forum.MeetingOn, c.on, forum.State, c.state)
		var got []string
		for _, todo := range insight.Todos(p) {
			got = append(got, todo.Rule)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
