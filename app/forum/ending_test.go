package forum_test

import (
	"slices"
	"strings"
	"testing"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
)

// sitting is a forum of a type with a meeting today that is called to, and an insats in a phase
// on its agenda.
func sitting(t *testing.T, p *app.Portfolio, of, phase, ask string) (f, m, it, r *field.Record) {
	t.Helper()
	f = apptest.Add(t, p, forum.Kind, forum.Name, "Forumet", forum.Type, of)
	r = apptest.Add(t, p, plan.Kind, plan.Name, "Provet", plan.Phase, phase)
	m = apptest.Add(t, p, forum.MeetingKind, forum.MeetingName, "Möte 1", forum.MeetingOf, f.ID, forum.MeetingOn, today, forum.State, forum.Called)
	it = apptest.Add(t, p, forum.ItemKind, forum.ItemSubject, "Provet", forum.ItemOf, m.ID, forum.ItemInitiative, r.ID, forum.ItemAsk, ask)
	return f, m, it, r
}

// said is what is in the way, as it is told.
func said(e forum.Ending) (out []string) {
	for _, s := range e.Stops {
		out = append(out, s.Text)
	}
	return out
}

func TestWhatClosingDoesIsToldBeforeAndNothingIsDone(t *testing.T) {
	p := governed(t, governance.Gate{Key: "X-1", Source: "1", Before: "decision", Effect: governance.Stop, Need: governance.Need{Field: "description"}, Text: "Beskrivningen saknas."})
	_, m, it, r := sitting(t, p, "advice", "review", forum.Preparation)
	endings := func() forum.Ending {
		t.Helper()
		all, err := forum.Endings(p, p.Get(m.ID))
		if err != nil || len(all) != 1 {
			t.Fatal(all, err)
		}
		return all[0]
	}
	if e := endings(); !slices.Equal(said(e), []string{"utfallet saknas"}) || e.Moves() {
		t.Errorf("without an outcome: %+v", e)
	}
	apptest.Put(t, p, it.ID, forum.ItemOutcome, governance.Approved)
	if e := endings(); !slices.Equal(said(e), []string{"Beskrivningen saknas (X-1)"}) || e.Said != "Yttrande: Bifall" {
		t.Errorf("with a gate in the way: %+v", e)
	}
	if before, lacks := forum.Lacking(p, p.Get(it.ID)); before != "Beslut" || len(lacks) != 1 || lacks[0].Gate.Key != "X-1" {
		t.Errorf("it lacks %v", lacks)
	}
	apptest.Put(t, p, r.ID, plan.Description, "Vad det är.")
	if e := endings(); len(e.Stops) > 0 || e.From != "Beredning" || e.To != "Beslut" || !e.Moves() {
		t.Errorf("with nothing in the way: %+v", e)
	}
	if plan.Phase.Get(p.Get(r.ID)) != "review" || len(p.Pointing(governance.DecisionOf.Field, r.ID)) > 0 {
		t.Error("it was done")
	}
	if err := do(p, func(tx *field.Tx) error { return forum.Close(tx, m.ID, governance.Step{}) }); err != nil {
		t.Fatal(err)
	}
	if plan.Phase.Get(p.Get(r.ID)) != "decision" || forum.State.Get(p.Get(m.ID)) != forum.Closed {
		t.Error("a meeting that is called to isn't held and closed in one")
	}
}

func TestAdviceIsNeverOfferedADecision(t *testing.T) {
	for name, c := range map[string]struct {
		forum, phase, ask string
		asks              int
		led               map[string]string
		head              string
	}{
		"advice":                  {"advice", "review", forum.Preparation, 2, map[string]string{governance.Approved: "Beslut", governance.Rejected: "", governance.Returned: "Återremiss"}, "Yttrande"},
		"advice before deciding":  {"advice", "decision", forum.Preparation, 2, map[string]string{governance.Approved: "", governance.Rejected: ""}, "Yttrande"},
		"who decides":             {"decider", "decision", forum.Decision, 3, map[string]string{governance.Approved: "Planerad", governance.Rejected: "Avslagen"}, "Beslut"},
		"who decides and advises": {"decider", "decision", forum.Preparation, 3, map[string]string{governance.Approved: "", governance.Rejected: ""}, "Yttrande"},
		"what is only heard":      {"advice", "execution", forum.Information, 2, map[string]string{governance.Approved: ""}, "Utfall"},
	} {
		p := governed(t)
		_, _, it, _ := sitting(t, p, c.forum, c.phase, c.ask)
		it = p.Get(it.ID)
		if got := forum.MayAsk(p, it); len(got) != c.asks {
			t.Errorf("%s: it may ask %v", name, got)
		}
		for outcome, want := range c.led {
			if got := forum.Led(p, it, outcome); got != want {
				t.Errorf("%s: %s leads to %q, want %q", name, outcome, got, want)
			}
		}
		if got := forum.OutcomeHead(p, it); got != c.head {
			t.Errorf("%s: it is called %q", name, got)
		}
		only := len(forum.Outcomes(p, it)) == 1
		if only != (c.ask == forum.Information) {
			t.Errorf("%s: the outcomes are %v", name, forum.Outcomes(p, it))
		}
	}
}

func TestWhoWasThereIsWrittenByNameAndKeepsWhatElseStands(t *testing.T) {
	m := field.NewRecord(forum.MeetingKind, "m")
	put := func(s string) { m.Put(forum.Present.Field, s) }
	put("Åsa Ek; Gäst från länet")
	put(forum.Attend(m, "Bo Al", true, true))
	if got := forum.Present.Get(m); got != "Åsa Ek, Gäst från länet, Bo Al (adjungerad)" {
		t.Errorf("it says %q", got)
	}
	if !forum.Attends(m, "bo al") || !forum.Attends(m, "Åsa Ek") || forum.Attends(m, "Åsa") {
		t.Error("who was there isn't known")
	}
	put(forum.Attend(m, "Bo Al", true, false))
	put(forum.Attend(m, "Åsa Ek", false, true))
	if got := forum.Present.Get(m); got != "Gäst från länet, Åsa Ek" {
		t.Errorf("it says %q", got)
	}
}

func TestSinceTheLastMeetingIsToldBySort(t *testing.T) {
	p := governed(t)
	f, m, it, r := sitting(t, p, "advice", "review", forum.Preparation)
	then := func(m *field.Record) (field.World, error) {
		return p.WhenGiven(t.Context(), m.ID, forum.State.Field, forum.Closed)
	}
	lately := func() forum.Lately {
		t.Helper()
		l, err := forum.SinceLast(p, p.Get(f.ID), nil, then)
		if err != nil {
			t.Fatal(err)
		}
		return l
	}
	if l := lately(); l.Last != nil || l.Count() != 0 {
		t.Errorf("it hasn't met: %+v", l)
	}
	apptest.Put(t, p, it.ID, forum.ItemOutcome, governance.Returned)
	bo := apptest.Add(t, p, org.PersonKind, org.PersonName, "Bo Al")
	done := apptest.Add(t, p, forum.NextKind, forum.NextText, "Räkna", forum.NextOf, m.ID, forum.NextWho, bo.ID)
	apptest.Add(t, p, forum.NextKind, forum.NextText, "Fråga", forum.NextOf, m.ID, forum.NextBy, date.Of(2026, 11, 1))
	if err := do(p, func(tx *field.Tx) error { return forum.Close(tx, m.ID, governance.Step{}) }); err != nil {
		t.Fatal(err)
	}
	if l := lately(); l.Last == nil || l.Count() != 1 || l.Groups[0].Title != "Nästa steg som är sena" {
		t.Errorf("right after it tells %+v", l)
	}
	apptest.Add(t, p, plan.Kind, plan.Name, "En ny", plan.Phase, "review")
	apptest.Put(t, p, r.ID, plan.Description, "Vad det är.", plan.TimeStatus, "red")
	apptest.Put(t, p, done.ID, forum.NextDone, today)
	if _, err := p.CreateAll(t.Context(), "Prov", []*field.Record{apptest.Cost(p, r.ID, 2027, economy.Operations, 250_000)}); err != nil {
		t.Fatal(err)
	}
	if err := do(p, func(tx *field.Tx) error { return governance.Move(tx, r.ID, governance.Step{To: "dormant"}) }); err != nil {
		t.Fatal(err)
	}
	if err := do(p, func(tx *field.Tx) error {
		return governance.Say(tx, r.ID, governance.Decided, governance.Approved, governance.Step{Forum: "Nämnden", On: today})
	}); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, g := range lately().Groups {
		for _, n := range g.News {
			got = append(got, g.Title+": "+n.Said)
		}
	}
	want := []string{"Flyttade: Återremiss → Vilande", "Nya: i fasen Beredning", "Yttranden och beslut: Beslut, Bifall, Nämnden, 2026-11-21", "Läget: Tid: – → Avviker", "Pengar: Budget: – → 250\u00a0tkr",
		"Nästa steg som är klara: Bo Al, klart 2026-11-21", "Nästa steg som är sena: ingen, skulle vara klart 2026-11-01", "Annat som har ändrats: Beskrivning: – → Vad det är."}
	if !slices.Equal(got, want) {
		t.Errorf("it tells\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestWhatMayBeHeldIsCalledFirst: those that are called to or held come first, each in the order
// of its day, and what calling brings is counted as it will be.
func TestWhatMayBeHeldIsCalledFirst(t *testing.T) {
	p := governed(t)
	f := apptest.Add(t, p, forum.Kind, forum.Name, "Rådet", forum.Type, "advice")
	add := func(name string, days int, state any) *field.Record {
		return apptest.Add(t, p, forum.MeetingKind, forum.MeetingName, name, forum.MeetingOf, f.ID, forum.MeetingOn, today.AddDays(days), forum.State, state)
	}
	add("planerat sent", 60, forum.Planned)
	m := add("planerat", 30, nil)
	add("kallat", 40, forum.Called)
	add("hållet", -3, forum.Held)
	add("justerat", -30, forum.Closed)
	add("inställt", 10, forum.Canceled)
	var got []string
	for _, m := range forum.ToHold(p) {
		got = append(got, m.Name())
	}
	if want := []string{"hållet", "kallat", "planerat", "planerat sent"}; !slices.Equal(got, want) {
		t.Errorf("they are %q, want %q", got, want)
	}
	r := apptest.Add(t, p, plan.Kind, plan.Name, "Väntar", plan.Phase, "review")
	there := apptest.Add(t, p, plan.Kind, plan.Name, "Redan på ett annat", plan.Phase, "review")
	apptest.Add(t, p, forum.ItemKind, forum.ItemSubject, "Redan", forum.ItemOf, forum.ToHold(p)[1].ID, forum.ItemInitiative, there.ID, forum.ItemAsk, forum.Preparation)
	if got := forum.Awaits(p, p.Get(m.ID)); len(got) != 1 || got[0].Initiative.ID != r.ID {
		t.Errorf("calling brings %+v", got)
	}
	if err := goes(p, m.ID, forum.Called); err != nil {
		t.Fatal(err)
	}
	if got := forum.Items(p, m.ID); len(got) != 1 || forum.ItemInitiative.Get(got[0]) != r.ID {
		t.Errorf("it brought %v", got)
	}
}

// TestAnExceptionIsMadeForAnItemBeforeTheMeetingIsClosed: what is in the way of a decision says who
// may except it, and the exception holds for the step of the closing, with the meeting's reference.
func TestAnExceptionIsMadeForAnItemBeforeTheMeetingIsClosed(t *testing.T) {
	gate := func(key, before string, also ...string) governance.Gate {
		return governance.Gate{Key: key, Source: "1", Before: before, Also: also, Effect: governance.Stop, Need: governance.Need{Field: "description"}, Except: "IT-chefen", Text: "Beskrivningen saknas."}
	}
	p := governed(t, gate("X-1", governance.Approval, "planned"), governance.Gate{Key: "X-2", Source: "1", Before: "planned", Effect: governance.Stop, Need: governance.Need{Field: "name"}, Except: "IT-chefen", Text: "Namnet saknas."})
	_, m, it, r := sitting(t, p, "decider", "decision", forum.Decision)
	apptest.Put(t, p, it.ID, forum.ItemOutcome, governance.Approved)
	closing := func() error {
		return do(p, func(tx *field.Tx) error { return forum.Close(tx, m.ID, governance.Step{}) })
	}
	err := closing()
	want := "kan inte justeras än. § 1 Provet: Beskrivningen saknas (X-1; undantag: IT-chefen). Inget har ändrats. Åtgärda det som saknas, skriv undantaget på ärendet (vem som gör det och varför) eller välj Stannar i fasen för ärendet."
	if fault.CodeOf(err) != fault.Conflict || !strings.Contains(err.Error(), want) {
		t.Fatalf("it says %v", err)
	}
	all, _ := forum.Endings(p, p.Get(m.ID))
	if got := all[0].Stops; len(got) != 1 || got[0].Missing == nil || got[0].Missing.Gate.Key != "X-1" {
		t.Errorf("before closing it says %+v", got)
	}
	kim := apptest.Add(t, p, org.PersonKind, org.PersonName, "Kim Ek").ID
	for name, c := range map[string]struct {
		s    governance.Step
		code fault.Code
	}{
		"nobody":                 {governance.Step{Except: []string{"X-1"}, Reason: "bråttom"}, fault.Invalid},
		"no reason":              {governance.Step{Except: []string{"X-1"}, By: kim}, fault.Invalid},
		"who may not":            {governance.Step{Except: []string{"X-1"}, By: kim, Reason: "bråttom", Role: "Vaktmästaren"}, fault.Invalid},
		"from nothing":           {governance.Step{By: kim, Reason: "bråttom"}, fault.Invalid},
		"a gate that is met":     {governance.Step{Except: []string{"X-2"}, By: kim, Reason: "bråttom"}, fault.Invalid},
		"a gate nobody knows of": {governance.Step{Except: []string{"X-9"}, By: kim, Reason: "bråttom"}, fault.Invalid},
	} {
		if err := do(p, func(tx *field.Tx) error { return forum.Except(tx, it.ID, c.s) }); fault.CodeOf(err) != c.code {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := do(p, func(tx *field.Tx) error {
		return forum.Except(tx, it.ID, governance.Step{Except: []string{"x-1"}, By: kim, Reason: "bråttom"})
	}); err != nil {
		t.Fatal(err)
	}
	if all, _ := forum.Endings(p, p.Get(m.ID)); len(all[0].Stops) > 0 || all[0].To != "Planerad" {
		t.Errorf("excepted it is %+v", all[0])
	}
	if err := closing(); err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, d := range p.Pointing(governance.DecisionOf.Field, r.ID) {
		if governance.DecisionType.Get(d) == governance.Excepted {
			if n++; governance.DecisionBy.Get(d) != kim || governance.DecisionRole.Get(d) != "IT-chefen" || governance.DecisionRef.Get(d) != p.Get(m.ID).Ref {
				t.Errorf("the exception is %+v", d)
			}
		}
	}
	if n != 1 || plan.Phase.Get(p.Get(r.ID)) != "planned" {
		t.Errorf("%d exceptions, in %s", n, plan.Phase.Get(p.Get(r.ID)))
	}
}
