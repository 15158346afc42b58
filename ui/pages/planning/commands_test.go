package planning_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
	"itportfoljen/ui/input"
	"itportfoljen/ui/pages/meeting"
	"itportfoljen/ui/pages/planning"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

// act does what an action of the table does, by what it is called.
func act(t *testing.T, s *shell.Shell, label string) {
	t.Helper()
	uitest.MenuItem(t, s, label).Run()
}

// into gives the keyboard to what is written in under a label.
func into(t *testing.T, s *shell.Shell, label string) {
	t.Helper()
	for _, f := range uitest.Find[*input.Field](s) {
		if texts := uitest.Texts(f); len(texts) > 0 && texts[0] == label {
			if in, ok := f.Input().(interface{ Target() fyne.Focusable }); ok {
				s.Window.Canvas().Focus(in.Target())
				return
			}
			if in, ok := f.Input().(fyne.Focusable); ok {
				s.Window.Canvas().Focus(in)
				return
			}
		}
	}
	t.Fatalf("nothing is called %q: %q", label, uitest.Texts(uitest.Front(s)))
}

func TestThePlanIsFrozenFromTheWindowAndItsSumIsShown(t *testing.T) {
	p := uitest.Open(t)
	insats(t, p, "Ny växel", governance.Running)
	s := open(t, p)
	act(t, s, "Fastställ IT-verksamhetsplanen")
	uitest.Tap(t, s, "Fastställ planen")
	if !uitest.Shows(uitest.Front(s), "Säg vem som fastställde planen") || plan.Latest(p) != nil {
		t.Fatalf("by nobody: %q", uitest.Texts(uitest.Front(s)))
	}
	into(t, s, "Fastställd av")
	uitest.Type(s, "Kommundirektören")
	uitest.Key(t, s, fyne.KeyReturn)
	into(t, s, "§ / diarienummer")
	uitest.Type(s, "§ 12")
	uitest.Tap(t, s, "Fastställ planen")
	last := plan.Latest(p)
	if last == nil || plan.VersionBy.Get(last) != "Kommundirektören" || plan.VersionRef.Get(last) != "§ 12" {
		t.Fatalf("it is %v: %q", last, uitest.Texts(uitest.Front(s)))
	}
	said, fits, err := plan.Verify(last, func(entry int64) (field.World, error) { return p.At(t.Context(), entry) })
	if err != nil || !fits || said != "summan stämmer" {
		t.Errorf("its sum: %s, %v, %v", said, fits, err)
	}
	shown := false
	for _, in := range uitest.Find[*input.Text](s) {
		shown = shown || in.Text() == plan.VersionSum.Get(last)
	}
	if !shown && !uitest.Shows(uitest.Front(s), plan.VersionSum.Get(last)) {
		t.Errorf("the sum isn't shown: %q", uitest.Texts(uitest.Front(s)))
	}
}

func TestANewLägesrapportBeginsAsACopyOfTheLast(t *testing.T) {
	p := uitest.Open(t)
	r := insats(t, p, "Ny växel", governance.Running)
	apptest.Add(t, p, plan.ReportKind, plan.ReportOf, r.ID, plan.ReportOn, uitest.Today.AddDays(-21), plan.ReportTime, "amber", plan.ReportCost, "green", plan.ReportNote, "Leveransen är sen.")
	s := open(t, p)
	if b := board(t, s); !uitest.Shows(b, "Hotad: tid") || !uitest.Shows(b, "läge: 3 veckor") {
		t.Errorf("the card says %q", uitest.Texts(b))
	}
	uitest.Tap(t, s, "Ny växel")
	uitest.Tap(t, s, "Ny lägesrapport …")
	if !uitest.Shows(uitest.Front(s), "en kopia av den förra, från 2026-10-31 (3 veckor)") {
		t.Errorf("it says %q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Tap(t, s, "Skriv lägesrapporten")
	last := plan.LatestReport(p, r.ID)
	if plan.ReportOn.Get(last) != uitest.Today || plan.ReportTime.Get(last) != "amber" || plan.ReportNote.Get(last) != "Leveransen är sen." {
		t.Fatalf("it is %v", last)
	}
	if b := board(t, s); !uitest.Shows(b, "läge: i dag") {
		t.Errorf("the card says %q", uitest.Texts(b))
	}
	act(t, s, "Ny lägesrapport")
	uitest.Tap(t, s, "Skriv lägesrapporten")
	if !uitest.Shows(uitest.Front(s), "har redan en lägesrapport från") {
		t.Errorf("two the same day: %q", uitest.Texts(uitest.Front(s)))
	}
}

func TestACardSaysWhatIsSpecial(t *testing.T) {
	p := uitest.Open(t)
	r := insats(t, p, "Ny växel", governance.Running, plan.Acute, true, plan.AcuteWhy, "Driften står")
	if _, err := p.Do(t.Context(), func(tx *field.Tx) (string, error) {
		return "Planen", plan.Freeze(tx, plan.Freezing{Year: 2026, By: "Någon"})
	}); err != nil {
		t.Fatal(err)
	}
	late := insats(t, p, "Sent påkommen", governance.Planned)
	apptest.Add(t, p, governance.DecisionKind, governance.DecisionOf, late.ID, governance.DecisionType, governance.Excepted, governance.DecisionOn, uitest.Today, governance.DecisionGate, "Da-21", governance.DecisionRole, "IT-chefen", governance.DecisionReason, "Brådskar")
	apptest.Add(t, p, governance.DecisionKind, governance.DecisionOf, r.ID, governance.DecisionType, governance.Excepted, governance.DecisionOn, uitest.Today.AddDays(-9), governance.DecisionGate, "Da-27", governance.DecisionRole, "IT-chefen", governance.DecisionReason, "Brådskar", governance.DecisionUntil, uitest.Today.AddDays(-1))
	s := open(t, p)
	for _, want := range []string{"akut", "oplanerad · undantag Da-21"} {
		if !uitest.Shows(board(t, s), want) {
			t.Errorf("no %q in %q", want, uitest.Texts(board(t, s)))
		}
	}
	if uitest.Shows(board(t, s), "Da-27") {
		t.Error("an exception that has ended is told")
	}
}

func TestAForumsQueueIsCalledToAMeetingThatIsHeld(t *testing.T) {
	p := uitest.Open(t)
	f := apptest.Add(t, p, forum.Kind, forum.Name, "Strategiska forumet", forum.Type, "it_forum", forum.Next, uitest.Today)
	r := apptest.Add(t, p, plan.Kind, plan.Name, "Ny lärplattform", plan.Phase, "review")
	s := uitest.Window(t, p, app.Services{}, planning.Spec(), meeting.Spec())
	s.Go("plan", shell.Select{ID: f.ID})
	if !uitest.Shows(uitest.Front(s), "Väntar på forumet (1)") || !uitest.Shows(uitest.Front(s), "I fasen Beredning") {
		t.Fatalf("it says %q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Tap(t, s, "Kalla till möte …")
	uitest.Tap(t, s, "Kalla")
	all := p.Pointing(forum.MeetingOf.Field, f.ID)
	if len(all) != 1 || forum.State.Get(all[0]) != forum.Called || len(forum.Items(p, all[0].ID)) != 1 || forum.ItemInitiative.Get(forum.Items(p, all[0].ID)[0]) != r.ID {
		t.Fatalf("the meetings are %v: %q", all, uitest.Texts(uitest.Front(s)))
	}
	uitest.Tap(t, s, "Håll mötet")
	if s.Current() != meeting.ID || !uitest.Shows(uitest.Front(s), "Ny lärplattform") {
		t.Errorf("it goes to %s", s.Current())
	}
	s.Back()
	s.Go("plan", shell.Select{ID: f.ID})
	apptest.Put(t, p, r.ID, plan.Phase, governance.Planned)
	if !uitest.Shows(uitest.Front(s), "Väntar på forumet (0)") {
		t.Errorf("an insats that has gone on still waits: %q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Tap(t, s, "Sedan förra mötet")
	if !uitest.Shows(uitest.Front(s), "inget justerat möte") {
		t.Errorf("it says %q", uitest.Texts(uitest.Front(s)))
	}
}

// TestAPlanIsBegunWhereThoseThatWereFastställdaStand by writing it down as it is, not by hand; a
// year is a year there.
func TestAPlanIsBegunWhereThoseThatWereFastställdaStand(t *testing.T) {
	p := uitest.Open(t)
	insats(t, p, "Ny växel", governance.Running)
	if _, err := p.Do(t.Context(), func(tx *field.Tx) (string, error) {
		return "Planen", plan.Freeze(tx, plan.Freezing{Year: 2026, By: "Någon"})
	}); err != nil {
		t.Fatal(err)
	}
	s := open(t, p)
	uitest.Tap(t, s, "Fastställda planer")
	front := uitest.Texts(uitest.Front(s))
	if !uitest.Shows(uitest.Front(s), "Fastställ planen …") || uitest.Shows(uitest.Front(s), "Ny fastställd plan") || !slices.Contains(front, "2026") {
		t.Errorf("it has %q", front)
	}
	if !slices.Contains(front, "Alla") {
		t.Errorf("the view is named %q", front)
	}
	uitest.Tap(t, s, "Fastställ planen …")
	if !uitest.Shows(uitest.Front(s), "Fastställ IT-verksamhetsplanen") {
		t.Errorf("nothing is asked: %q", uitest.Texts(uitest.Front(s)))
	}
}
