package meeting_test

import (
	"context"
	"image"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/app/frame"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/ui/async"
	"itportfoljen/ui/input"
	"itportfoljen/ui/pages/budget"
	"itportfoljen/ui/pages/meeting"
	"itportfoljen/ui/pages/planning"
	"itportfoljen/ui/record"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// sitting is a forum of a type with a meeting today that is called to, and an insats in a phase
// on its agenda, seen on its page.
func sitting(t *testing.T, of, phase, ask string) (p *app.Portfolio, s *shell.Shell, m, it, r *field.Record) {
	t.Helper()
	p = uitest.Open(t)
	f := apptest.Add(t, p, forum.Kind, forum.Name, "Forumet", forum.Type, of)
	anna := p.Named(org.PersonKind, "Anna Ek")[0]
	apptest.Add(t, p, forum.MemberKind, forum.MemberOf, f.ID, forum.MemberPerson, anna.ID)
	r = apptest.Add(t, p, plan.Kind, plan.Name, "Ny lärplattform", plan.Phase, phase, plan.Class, "major")
	m = apptest.Add(t, p, forum.MeetingKind, forum.MeetingName, "Möte 1", forum.MeetingOf, f.ID, forum.MeetingOn, uitest.Today, forum.State, forum.Called)
	it = apptest.Add(t, p, forum.ItemKind, forum.ItemSubject, "Ny lärplattform", forum.ItemOf, m.ID, forum.ItemInitiative, r.ID, forum.ItemAsk, ask)
	s = uitest.Window(t, p, app.Services{}, planning.Spec(), meeting.Spec())
	s.Go(meeting.ID, shell.Select{ID: m.ID})
	async.Flush()
	return p, s, m, it, r
}

func shows(t *testing.T, s *shell.Shell, words ...string) {
	t.Helper()
	for _, w := range words {
		if !uitest.Shows(uitest.Front(s), w) {
			t.Errorf("it doesn't say %q: %q", w, uitest.Texts(uitest.Front(s)))
		}
	}
}

// long gives the keyboard to the long text under a label.
func long(t *testing.T, s *shell.Shell, label string) {
	t.Helper()
	for _, f := range uitest.Find[*input.Field](s) {
		if in, ok := f.Input().(*input.Text); ok && uitest.Texts(f)[0] == label {
			s.Window.Canvas().Focus(in.Target())
			return
		}
	}
	t.Fatalf("nothing is called %q: %q", label, uitest.Texts(uitest.Front(s)))
}

func next(s *shell.Shell) {
	uitest.Shortcut(s, &desktop.CustomShortcut{KeyName: fyne.KeyPageDown, Modifier: fyne.KeyModifierControl})
}

func TestAnItemIsSeenWithItsInsatsAndWhatItLacks(t *testing.T) {
	_, s, _, _, r := sitting(t, "it_forum", "review", forum.Preparation)
	shows(t, s, "Öppning och närvaro", "Forumet ger råd", "Anna Ek")
	next(s)
	shows(t, s, "inget justerat möte")
	next(s)
	shows(t, s, "Ärende 1 av 1", r.Ref, "Större", "belopp saknas", "Yttrande", "Bifall → Ledningsgrupp", "Rekommendation", "Bedömning: 0 av 11 punkter")
	if uitest.Shows(uitest.Front(s), "Bifall → Planerad") {
		t.Error("a forum that advises is offered a decision")
	}
	uitest.Shortcut(s, &desktop.CustomShortcut{KeyName: fyne.KeyPageUp, Modifier: fyne.KeyModifierControl})
	shows(t, s, "inget justerat möte")
}

func TestWhatIsSaidIsSavedAsOneTypesAndTickedOnceTheDiskHasIt(t *testing.T) {
	p, s, _, it, _ := sitting(t, "it_forum", "review", forum.Preparation)
	uitest.Tap(t, s, "Ny lärplattform")
	long(t, s, "Anteckning")
	entry := s.Window.Canvas().Focused()
	for _, r := range "Kostnaden först. " {
		entry.TypedRune(r)
	}
	if got := forum.ItemNote.Get(p.Get(it.ID)); got != "" {
		t.Errorf("it is saved while one types: %q", got)
	}
	async.Hold()
	async.Flush() // one has stopped for a moment
	ticked := func() (n int) {
		for _, f := range uitest.Find[*input.Field](s) {
			if f.Ticked() {
				n++
			}
		}
		return n
	}
	if ticked() != 0 {
		t.Error("it is ticked before the disk has answered")
	}
	async.Release()
	if got := forum.ItemNote.Get(p.Get(it.ID)); got != "Kostnaden först." || ticked() != 1 {
		t.Errorf("it is saved as %q with %d ticks", got, ticked())
	}
	if in, ok := entry.(*input.Entry); !ok || in.Text != "Kostnaden först. " || s.Window.Canvas().Focused() != entry {
		t.Errorf("who types is disturbed: %q", in.Text)
	}
	s.Window.Canvas().Unfocus()
	s.Undo()
	async.Flush()
	if got := forum.ItemNote.Get(p.Get(it.ID)); got != "" {
		t.Errorf("undo leaves %q", got)
	}
}

func TestTheOutcomeLeadsWhereItsButtonSaysWhenTheMeetingIsClosed(t *testing.T) {
	p, s, m, it, r := sitting(t, "it_forum", "review", forum.Preparation)
	uitest.Tap(t, s, "Avsluta mötet …")
	shows(t, s, "I vägen: utfallet saknas.", "Ett ärende kan inte avslutas än")
	uitest.Tap(t, s, "Till ärendet")
	uitest.Tap(t, s, "Bifall → Ledningsgrupp")
	if got := forum.ItemOutcome.Get(p.Get(it.ID)); got != governance.Approved {
		t.Fatalf("the outcome is %q", got)
	}
	shows(t, s, "Yttrande: bifall")
	uitest.Tap(t, s, "Avsluta mötet …")
	shows(t, s, "Yttrande: Bifall. Går från Beredning till Ledningsgrupp.")
	if plan.Phase.Get(p.Get(r.ID)) != "review" {
		t.Fatal("it has gone on before the meeting is closed")
	}
	uitest.Tap(t, s, "Justera och stäng mötet")
	if plan.Phase.Get(p.Get(r.ID)) != "management" || forum.State.Get(p.Get(m.ID)) != forum.Closed {
		t.Fatalf("it is in %s: %q", plan.Phase.Get(p.Get(r.ID)), uitest.Texts(uitest.Front(s)))
	}
	shows(t, s, "Mötet är justerat", "Spara som text …")
	uitest.Tap(t, s, "Ny lärplattform")
	for _, b := range uitest.Find[*widgets.Button](s) {
		if strings.HasPrefix(b.Text, "Bifall") && !b.Disabled() {
			t.Error("what is closed can be written anew")
		}
	}
	s.Undo()
	if forum.State.Get(p.Get(m.ID)) != forum.Called || plan.Phase.Get(p.Get(r.ID)) != "review" {
		t.Error("one step doesn't take it back")
	}
}

func TestAttendanceAssessmentAndNextStepsAreWritten(t *testing.T) {
	p, s, m, it, r := sitting(t, "it_forum", "review", forum.Preparation)
	uitest.Tap(t, s, "Anna Ek")
	if got := forum.Present.Get(p.Get(m.ID)); got != "Anna Ek" {
		t.Errorf("there is %q", got)
	}
	uitest.Tap(t, s, "Ny lärplattform")
	uitest.Tap(t, s, "OK")
	q := p.Model().Assessment
	answered := 0
	for _, point := range q {
		if a := governance.AnswerTo(p, r.ID, point); a != nil && governance.AnswerValue.Get(a) == "ok" {
			answered++
		}
	}
	if answered != 1 {
		t.Errorf("%d points are answered", answered)
	}
	shows(t, s, "Bedömning: 1 av 11 punkter")
	long(t, s, "Nytt nästa steg")
	uitest.Type(s, "Räkna på drift")
	uitest.Tap(t, s, "Lägg till")
	steps := p.Pointing(forum.NextOf.Field, m.ID)
	if len(steps) != 1 || steps[0].Name() != "Räkna på drift" || forum.NextInitiative.Get(steps[0]) != r.ID {
		t.Fatalf("the steps are %v", steps)
	}
	shows(t, s, "ingen ansvarig")
	_ = it
}

func TestThePageIsForARoomWhileItIsInView(t *testing.T) {
	_, s, _, _, _ := sitting(t, "it_forum", "review", forum.Preparation)
	if !s.Presenting() {
		t.Error("it isn't shown to a room")
	}
	uitest.Press(s, fyne.KeyF11)
	if !s.Window.FullScreen() {
		t.Error("F11 doesn't fill the screen")
	}
	uitest.Press(s, fyne.KeyEscape)
	if s.Window.FullScreen() || s.Current() != meeting.ID {
		t.Error("Escape doesn't leave the full screen first")
	}
	uitest.Press(s, fyne.KeyPageDown, fyne.KeyPageDown)
	shows(t, s, "Ärende 1 av 1")
	uitest.Press(s, fyne.KeyEscape)
	if s.Current() != "plan" || s.Presenting() {
		t.Errorf("Escape leaves it for %s, presenting %v", s.Current(), s.Presenting())
	}
}

// TestAPlannedMeetingIsCalledFirst: it is among those to hold, and says what calling brings.
func TestAPlannedMeetingIsCalledFirst(t *testing.T) {
	p, s, m, _, _ := sitting(t, "it_forum", "review", forum.Preparation)
	f := p.Get(forum.MeetingOf.Get(p.Get(m.ID)))
	planned := apptest.Add(t, p, forum.MeetingKind, forum.MeetingName, "Möte 2", forum.MeetingOf, f.ID, forum.MeetingOn, uitest.Today.AddDays(14), forum.State, forum.Planned)
	r := apptest.Add(t, p, plan.Kind, plan.Name, "Nytt bokningssystem", plan.Phase, "review", plan.Class, "major")
	s.Go("plan", nil)
	uitest.Do(t, s, "Håll mötet")
	shows(t, s, "Vilket möte?", "Möte 1", "Kallat", "Möte 2", "Planerat", "kallas först")
	uitest.Tap(t, s, "Möte 2")
	shows(t, s, "Mötet är inte kallat. Kallelsen fyller dagordningen med det som väntar: 1 ärende.")
	if uitest.CanTap(s, "Avsluta mötet …") {
		t.Error("what isn't called to may be ended")
	}
	uitest.Tap(t, s, "Kalla till mötet")
	if items := forum.Items(p, planned.ID); forum.State.Get(p.Get(planned.ID)) != forum.Called || len(items) != 1 || forum.ItemInitiative.Get(items[0]) != r.ID {
		t.Fatalf("it is %s with %d items", forum.State.Get(p.Get(planned.ID)), len(items))
	}
	if uitest.Shows(uitest.Front(s), "Mötet är inte kallat") || !uitest.CanTap(s, "Avsluta mötet …") {
		t.Errorf("called it says %q", uitest.Texts(uitest.Front(s)))
	}
	next(s)
	next(s)
	shows(t, s, "Ärende 1 av 1", "Nytt bokningssystem")
}

// TestADecisionBeyondARamIsExceptedInTheMeeting: what closing would be stopped by stands there with
// its figures and who may except it; the exception is written, and the way to the ramar is there.
func TestADecisionBeyondARamIsExceptedInTheMeeting(t *testing.T) {
	p := apptest.Governed(t, func(m *governance.Model) {
		m.Forums = append(m.Forums, governance.Forum{Key: "decider", Label: "Nämnden", Decides: true})
		for i := range m.Phases {
			if m.Phases[i].Key == "decision" {
				m.Phases[i].Forum = "decider"
			}
		}
	}, governance.Gate{Key: "R-1", Source: "1", Before: "planned", Also: []string{governance.Approval}, Effect: governance.Stop, Except: "Kommunstyrelsen", Text: "Insatsen ryms inte i ramen.", Need: governance.Need{Frame: governance.FrameWithin}})
	portfolio, year := p.Model().Portfolios[0].Key, int64(p.PlanYear())
	r := apptest.Add(t, p, plan.Kind, plan.Name, "Växeln", plan.Portfolio, portfolio, plan.Phase, "decision")
	apptest.Add(t, p, economy.CostKind, economy.CostOwner, r.ID, economy.CostYear, year, economy.CostType, economy.Operations, economy.CostBudget, money.FromKronor(500_000))
	apptest.Add(t, p, frame.Kind, frame.Portfolio, portfolio, frame.Year, year, frame.Amount, money.FromKronor(100_000), frame.State, frame.Decided, frame.DecidedOn, apptest.Today)
	apptest.Add(t, p, org.PersonKind, org.PersonName, "Eva Lind")
	f := apptest.Add(t, p, forum.Kind, forum.Name, "Nämnden", forum.Type, "decider")
	m := apptest.Add(t, p, forum.MeetingKind, forum.MeetingName, "Möte 1", forum.MeetingOf, f.ID, forum.MeetingOn, uitest.Today, forum.State, forum.Called)
	apptest.Add(t, p, forum.ItemKind, forum.ItemSubject, "Växeln", forum.ItemOf, m.ID, forum.ItemInitiative, r.ID, forum.ItemAsk, forum.Decision, forum.ItemOutcome, governance.Approved)
	s := uitest.Window(t, p, app.Services{}, planning.Spec(), budget.Spec(), meeting.Spec())
	s.Go(meeting.ID, shell.Select{ID: m.ID})
	async.Flush()
	uitest.Tap(t, s, "Avsluta mötet …")
	shows(t, s, "I vägen:", "har 100\u00a0tkr kvar av ramen", "insatsen behöver 500\u00a0tkr", "R-1 · undantag: Kommunstyrelsen", "Ett ärende kan inte avslutas än")
	uitest.Tap(t, s, "Gå dit")
	if s.Current() != "budget" {
		t.Errorf("it leads to %s", s.Current())
	}
	s.Go(meeting.ID, shell.Select{ID: m.ID})
	uitest.Tap(t, s, "Avsluta mötet …")
	uitest.Tap(t, s, "Gör undantag …")
	uitest.Tap(t, s, "Gör undantag")
	shows(t, s, "Skriv både vem som gör undantaget och varför.")
	choosePerson(t, s, "Eva Lind")
	long(t, s, governance.DecisionReason.Label)
	uitest.Type(s, "Lagkrav från juli")
	uitest.Tap(t, s, "Gör undantag")
	shows(t, s, "Beslut: Bifall. Går från Beslut till Planerad.")
	uitest.Tap(t, s, "Justera och stäng mötet")
	if plan.Phase.Get(p.Get(r.ID)) != "planned" || forum.State.Get(p.Get(m.ID)) != forum.Closed {
		t.Errorf("it is in %s: %q", plan.Phase.Get(p.Get(r.ID)), uitest.Texts(uitest.Front(s)))
	}
}

// choosePerson chooses who makes what a dialog asks of.
func choosePerson(t *testing.T, s *shell.Shell, name string) {
	t.Helper()
	for _, f := range uitest.Find[*input.Field](s) {
		if texts := uitest.Texts(f); len(texts) > 0 && texts[0] == governance.DecisionBy.Label {
			s.Window.Canvas().Focus(record.KeyboardOf(f))
			uitest.Press(s, fyne.KeyReturn)
			uitest.Tap(t, s, name)
			return
		}
	}
	t.Fatalf("nobody is asked for: %q", uitest.Texts(uitest.Front(s)))
}

// paper is a report that says what it was asked for.
type paper struct{ name, of string }

func (r paper) Title() string                  { return r.name }
func (r paper) Pages() int                     { return 1 }
func (r paper) Remarks() []string              { return nil }
func (r paper) Image(int, float64) image.Image { return image.NewGray(image.Rect(0, 0, 1, 1)) }
func (r paper) PDF(context.Context, func(float64)) ([]byte, error) {
	return []byte(r.name + " " + r.of), nil
}

// The agenda, and once the meeting is held its minutes, are saved as PDF from its page.
func TestThePapersOfAMeetingAreSavedAsPDF(t *testing.T) {
	for _, c := range []struct{ state, want string }{{forum.Called, "dagordning"}, {forum.Held, "minnesanteckningar"}} {
		p, s, m, _, _ := sitting(t, "it_forum", "review", forum.Preparation)
		apptest.Put(t, p, m.ID, forum.State, c.state)
		files := map[string]string{}
		s.Services.Report = func(_ context.Context, _ *app.Portfolio, name string, sets map[string]string) (app.Report, error) {
			return paper{name, sets["om"]}, nil
		}
		s.Services.WriteFile = func(path string, write func(io.Writer) error) error {
			var b strings.Builder
			err := write(&b)
			files[filepath.Base(path)] = b.String()
			return err
		}
		uitest.Tap(t, s, "Avsluta mötet …")
		uitest.Tap(t, s, "Spara som PDF …")
		uitest.Write(t, s, filepath.Join(t.TempDir(), "mötet"))
		s.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		async.Flush()
		if got, want := files["mötet.pdf"], c.want+" "+string(m.ID); got != want {
			t.Errorf("%s: %q was saved, of %v", c.state, got, files)
		}
	}
}
