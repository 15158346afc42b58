package systems_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/exemption"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	"itportfoljen/app/integration"
	"itportfoljen/app/plan"
	"itportfoljen/app/platform"
	"itportfoljen/app/system"
	"itportfoljen/ui/pages/planning"
	"itportfoljen/ui/pages/systems"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

func open(t *testing.T, p *app.Portfolio) *shell.Shell {
	t.Helper()
	return uitest.Window(t, p, app.Services{}, systems.Spec(), planning.Spec())
}

func TestAnEmptyPortfolioOffersTheFirstStep(t *testing.T) {
	s := open(t, uitest.Empty(t))
	if !uitest.CanTap(s, "Nytt system") || !uitest.Shows(uitest.Front(s), "Inga system än") {
		t.Errorf("it says %q", uitest.Texts(uitest.Front(s)))
	}
}

func TestTheBadgeCountsWhatIsUrgent(t *testing.T) {
	p := uitest.Example(t)
	want := 0
	for _, todo := range insight.Todos(p) {
		if todo.Kind == system.Kind && todo.Tone == field.Bad {
			want += len(todo.Records)
		}
	}
	if got := systems.Spec().Badge(p); got != want || got == 0 {
		t.Errorf("%d, not %d", got, want)
	}
}

func TestASystemShowsItsInsatserAndTheyItsSystem(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	at := slices.IndexFunc(p.All(plan.Kind), func(i *field.Record) bool { return len(plan.Systems.Get(i)) > 0 })
	if at < 0 {
		t.Fatal("no insats concerns a system")
	}
	i := p.All(plan.Kind)[at]
	id := plan.Systems.Get(i)[0]
	s.Open(id)
	uitest.Tap(t, s, i.Name())
	if s.Current() != "plan" || !uitest.Shows(uitest.Front(s), i.Ref+" · insats") {
		t.Fatalf("on %q", s.Current())
	}
	uitest.Tap(t, s, p.Label(id))
	if s.Current() != "systems" {
		t.Errorf("on %q", s.Current())
	}
}

func TestEveryTabOfASystemShows(t *testing.T) {
	p := uitest.Example(t)
	s := open(t, p)
	r := p.All(system.Kind)[4]
	s.Open(r.ID)
	for _, tab := range []string{"Roller", "Klassning", "Personuppgifter", "Avtal", "Kostnad", "Översikt"} {
		if uitest.CanTap(s, tab) {
			uitest.Tap(t, s, tab)
		}
		if !uitest.Shows(uitest.Front(s), r.Ref+" · system") {
			t.Errorf("%s hides the system", tab)
		}
	}
}

func TestEscapeClosesThePanel(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	r := p.All(system.Kind)[0]
	s.Open(r.ID)
	s.Window.Canvas().Unfocus()
	s.Window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if uitest.Shows(uitest.Front(s), r.Ref+" · system") {
		t.Error("it stays")
	}
}

func TestAListOfSomeIsAChipThatLeadsBackToAll(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	all := p.All(system.Kind)
	s.ShowRecords(system.Kind, "Utan ägare", []field.ID{all[0].ID, all[2].ID})
	if !uitest.Shows(uitest.Front(s), "2 av 4 system") {
		t.Errorf("it says %q", uitest.Texts(uitest.Front(s)))
	}
	s.Open(all[1].ID) // hidden by the chip: it gives way
	if !uitest.Shows(uitest.Front(s), "4 system") {
		t.Error("the chip stays over a system that it hides")
	}
}

// TestAPageOfAListHasTheKeyboardInIt: one goes there by Ctrl and a digit, and on by arrows.
func TestAPageOfAListHasTheKeyboardInIt(t *testing.T) {
	s := open(t, uitest.Open(t))
	for _, to := range []struct {
		page string
		arg  any
	}{{"systems", nil}, {"plan", "list"}, {"plan", "board"}} {
		s.Window.Canvas().Unfocus()
		s.Go(to.page, to.arg)
		if s.Window.Canvas().Focused() == nil {
			t.Errorf("%s %v doesn't have the keyboard", to.page, to.arg)
		}
	}
	s.Go("systems", nil)
	uitest.Press(s, fyne.KeyDown, fyne.KeyReturn)
	if !uitest.Shows(uitest.Front(s), "SYS-0002 · system") {
		t.Errorf("the second system isn't opened: %q", uitest.Texts(uitest.Front(s)))
	}
}

func TestWordsOfDependenceBecomeIntegrations(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	all := p.All(system.Kind)
	r, other := all[0], all[1]
	apptest.Put(t, p, r.ID, system.DependsOn, other.Name()+" och annat")
	s.Open(r.ID)
	for _, tabs := range uitest.Find[*widgets.TabBar](s) { // the tab may stand in the menu of more
		if tabs.Selected() == system.Overview {
			tabs.OnSelect(system.Technical)
		}
	}
	uitest.Tap(t, s, "Gör integrationer av det som står i Beroende till …")
	if !uitest.Shows(uitest.Front(s), "1 system nämns i Beroende till") || !uitest.Shows(uitest.Front(s), "Integrationer till "+r.Name()) {
		t.Errorf("it says %q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Tap(t, s, "Gör integrationer")
	made := p.Pointing(integration.To.Field, r.ID)
	if len(made) != 1 || integration.From.Get(made[0]) != other.ID {
		t.Fatalf("%d were made", len(made))
	}
	if !uitest.Shows(uitest.Front(s), "← "+other.Name()) || uitest.CanTap(s, "Gör integrationer av det som står i Beroende till …") {
		t.Errorf("the form shows %q", uitest.Texts(uitest.Front(s)))
	}
}

// TestASystemShowsWhatItStandsOnAndItsUndantag with their states, and leads to them.
func TestASystemShowsWhatItStandsOnAndItsUndantag(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	r := p.All(system.Kind)[0]
	part := apptest.Add(t, p, platform.Kind, platform.Name, "Databas 12")
	apptest.Put(t, p, r.ID, system.Platforms, []field.ID{part.ID})
	apptest.Add(t, p, exemption.Kind, exemption.Name, "Kvar ett år", exemption.Of, r.ID, exemption.State, exemption.Granted)
	s.Open(r.ID)
	for _, tabs := range uitest.Find[*widgets.TabBar](s) {
		if tabs.Selected() == system.Overview {
			tabs.OnSelect(system.Technical)
		}
	}
	for _, want := range []string{"Står på", "Databas 12", "Undantag", "Kvar ett år", "Beviljat"} {
		if !uitest.Shows(uitest.Front(s), want) {
			t.Errorf("%q isn't there: %q", want, uitest.Texts(uitest.Front(s)))
		}
	}
}

// TestWhatIsAskedBeforeDriftIsSaid on a system that isn't in use yet, and on none that is.
func TestWhatIsAskedBeforeDriftIsSaid(t *testing.T) {
	p := uitest.Example(t)
	s := open(t, p)
	in := func(phase string) *field.Record {
		at := slices.IndexFunc(p.All(system.Kind), func(r *field.Record) bool { return system.Lifecycle.Get(r) == phase })
		if at < 0 {
			t.Fatalf("no system is in %s", phase)
		}
		return p.All(system.Kind)[at]
	}
	s.Open(in(system.Introduction).ID)
	if !uitest.Shows(uitest.Front(s), "Det här saknas före I drift") || !uitest.Shows(uitest.Front(s), "Skriftlig överenskommelse med IT-avdelningen om produktionssättning saknas. (Da-35)") {
		t.Errorf("it says %q", uitest.Texts(uitest.Front(s)))
	}
	s.Open(in(system.Running).ID)
	if uitest.Shows(uitest.Front(s), "Det här saknas före I drift") {
		t.Error("one in use is asked")
	}
}
