package planning_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/app/plan"
	"itportfoljen/ui/pages/planning"
	"itportfoljen/ui/pages/systems"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

func open(t *testing.T, p *app.Portfolio) *shell.Shell {
	t.Helper()
	s := uitest.Window(t, p, app.Services{}, systems.Spec(), planning.Spec())
	s.Go("plan", "board")
	return s
}

func board(t *testing.T, s *shell.Shell) *widgets.Board {
	t.Helper()
	bs := uitest.Find[*widgets.Board](s)
	if len(bs) != 1 {
		t.Fatalf("%d boards", len(bs))
	}
	return bs[0]
}

// moveRight moves the insats a phase on, with the keyboard.
func moveRight(t *testing.T, s *shell.Shell, r *field.Record) {
	t.Helper()
	uitest.Tap(t, s, r.Name()) // the board gets the keyboard when a card is chosen
	alt(s, fyne.KeyRight)
}

// alt presses Alt with a key where the keyboard is.
func alt(s *shell.Shell, key fyne.KeyName) {
	uitest.Shortcut(s, &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt})
}

func TestACardMovesToTheNextPhaseAndBack(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	r := p.All(plan.Kind)[0]
	before := plan.Phase.Get(r)
	moveRight(t, s, r)
	after := plan.Phase.Get(p.Get(r.ID))
	next := ""
	for i, ph := range p.Model().Phases {
		if ph.Key == before {
			next = p.Model().Phases[i+1].Key
		}
	}
	if after != next {
		t.Fatalf("moved from %q to %q, not %q", before, after, next)
	}
	s.Undo()
	if got := plan.Phase.Get(p.Get(r.ID)); got != before {
		t.Errorf("after undo %q", got)
	}
	if !uitest.Shows(board(t, s), r.Name()) {
		t.Error("the card is gone after undo")
	}
}

func TestAFileOpenForReadingKeepsItsCardsInPlace(t *testing.T) {
	p := uitest.ReadOnly(t)
	s := open(t, p)
	r := p.All(plan.Kind)[0]
	before := plan.Phase.Get(r)
	moveRight(t, s, r)
	if got := plan.Phase.Get(p.Get(r.ID)); got != before {
		t.Errorf("moved to %q", got)
	}
}

func TestEveryInsatsHasACardAndThePhasesTheirOrder(t *testing.T) {
	p := uitest.Example(t)
	s := open(t, p)
	shown := uitest.Texts(board(t, s))
	last := -1
	for _, ph := range p.Model().Phases {
		if !ph.Board {
			continue
		}
		at := -1
		for i, text := range shown {
			if text == ph.Label {
				at = i
				break
			}
		}
		if at < last {
			t.Errorf("%s stands before the phase before it", ph.Label)
		}
		last = max(last, at)
	}
}

func TestACardOpensItsInsatsAndEscapeClosesIt(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	r := p.All(plan.Kind)[0]
	ref := r.Ref + " · insats"
	uitest.Tap(t, s, r.Name())
	if !uitest.Shows(uitest.Front(s), ref) {
		t.Fatalf("the insats isn't shown: %q", uitest.Texts(uitest.Front(s)))
	}
	s.Window.Canvas().Unfocus()
	s.Window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if uitest.Shows(uitest.Front(s), ref) {
		t.Error("Escape leaves the panel")
	}
}

func TestListAndBoardAreRemembered(t *testing.T) {
	s := open(t, uitest.Open(t))
	if got := s.App.Preferences().String("plan.view"); got != "board" {
		t.Errorf("remembered %q", got)
	}
	uitest.Tap(t, s, "Lista")
	if got := s.App.Preferences().String("plan.view"); got != "list" {
		t.Errorf("remembered %q", got)
	}
}

func TestANewInsatsBeginsInTheFirstPhase(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	s.Go("plan", shell.Create{})
	uitest.Write(t, s, "Digital anslagstavla")
	uitest.Tap(t, s, "Skapa")
	for _, r := range p.All(plan.Kind) {
		if r.Name() == "Digital anslagstavla" {
			if got := plan.Phase.Get(r); got != p.Model().Phases[0].Key {
				t.Errorf("it begins in %q", got)
			}
			return
		}
	}
	t.Errorf("it wasn't made: %q", uitest.Texts(uitest.Front(s)))
}

// TestACardSaysWhatIsLateInWords, also of what a kind began to remind of later.
func TestACardSaysWhatIsLateInWords(t *testing.T) {
	p := uitest.Open(t)
	r := apptest.Add(t, p, plan.Kind, plan.Name, "Läslyftet", plan.Phase, "execution")
	apptest.Add(t, p, plan.ReportKind, plan.ReportOf, r.ID, plan.ReportOn, p.Today().AddMonths(-12))
	s := open(t, p)
	all := strings.Join(uitest.Texts(s.Window.Content()), "\n")
	if strings.Contains(all, "plan.") || !strings.Contains(all, "Ny lägesrapport") {
		t.Errorf("the board says %s", all)
	}
}

// TestTheTitleSaysWhatIsInView: only the insatser are those of the plan's year.
func TestTheTitleSaysWhatIsInView(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	of := fmt.Sprint("IT-verksamhetsplan ", p.PlanYear())
	titled := func() bool { return slices.Contains(uitest.Texts(s.Window.Content()), of) }
	if !titled() {
		t.Errorf("the board isn't called %q", of)
	}
	if s.Go("plan", shell.ShowView{Kind: forum.Name.Kind}); titled() {
		t.Errorf("the forums are called %q", of)
	}
	if s.Go("plan", "list"); !titled() {
		t.Errorf("the list isn't called %q", of)
	}
}
