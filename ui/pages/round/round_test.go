package round_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/rhythm"
	"itportfoljen/app/system"
	"itportfoljen/ui/async"
	"itportfoljen/ui/pages/budget"
	"itportfoljen/ui/pages/round"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

func open(t *testing.T, p *app.Portfolio) *shell.Shell {
	t.Helper()
	s := uitest.Window(t, p, app.Services{}, budget.Spec(), round.Spec())
	s.Go(round.ID, nil)
	async.Flush()
	return s
}

func said(s *shell.Shell) string { return strings.Join(uitest.Texts(uitest.Front(s)), "\n") }

func tap(t *testing.T, s *shell.Shell, text string) {
	t.Helper()
	uitest.Tap(t, s, text)
	async.Flush()
}

// sys is a system with a budget this year, and what else is put.
func sys(t *testing.T, p *app.Portfolio, name string, kr int64, puts ...any) *field.Record {
	t.Helper()
	s := apptest.Add(t, p, system.Kind, system.Name, name)
	return apptest.Add(t, p, economy.CostKind, append([]any{economy.CostOwner, s.ID, economy.CostYear, int64(uitest.Today.Year()), economy.CostType, economy.Operations, economy.CostBudget, money.FromKronor(kr)}, puts...)...)
}

// at makes a milestone the one in view.
func at(t *testing.T, s *shell.Shell, p *app.Portfolio, key string) {
	t.Helper()
	s.App.Preferences().SetString("round.at."+p.Identity(), key)
}

func lock(t *testing.T, p *app.Portfolio, milestone string) *field.Record {
	t.Helper()
	var id field.ID
	entry := p.Mark().Entry
	if _, err := p.Do(context.Background(), func(tx *field.Tx) (string, error) {
		r, err := rhythm.Freeze(tx, rhythm.Freezing{Year: uitest.Today.Year(), Milestone: milestone, By: "Controllern", Entry: entry})
		if err == nil {
			id = r.ID
		}
		return "Låst", err
	}); err != nil {
		t.Fatal(err)
	}
	return p.Get(id)
}

// TestARoundIsGone: what has changed, what is lacking and unsaid are mended where they are listed;
// then the figures are locked, once, and undone.
func TestARoundIsGone(t *testing.T) {
	p := uitest.Empty(t)
	year := uitest.Today.Year()
	august := date.LastOfMonth(year, 8)
	none := sys(t, p, "Lönesystemet", 500_000)
	sys(t, p, "Diariet", 100_000, economy.CostForecast, money.FromKronor(100_000), economy.CostForecastOn, august)
	dear := sys(t, p, "Kartan", 300_000, economy.CostForecast, money.FromKronor(500_000), economy.CostForecastOn, august)
	before := lock(t, p, "T1")
	apptest.Put(t, p, dear.ID, economy.CostActual, money.FromKronor(123_456))
	s := uitest.Window(t, p, app.Services{}, budget.Spec(), round.Spec())
	at(t, s, p, "2026 half_year")
	s.Go(round.ID, nil)
	async.Flush()
	for _, want := range []string{"Delår 2026", "till och med augusti 2026", "Kartan", "+123\u00a0456", "2 till är som förut", "Summa"} {
		if !strings.Contains(said(s), want) {
			t.Errorf("no %q in %s", want, said(s))
		}
	}
	tap(t, s, "Utan prognos 1")
	if text := said(s); !strings.Contains(text, "Lönesystemet") || !strings.Contains(text, "prognos saknas") || strings.Contains(text, "Diariet") || !strings.Contains(text, "En är kvar.") {
		t.Fatal(text)
	}
	uitest.Press(s, fyne.KeyDown)
	tap(t, s, "Blir som väntat")
	if v := economy.CostForecast.Get(p.Get(none.ID)); v != money.FromKronor(500_000) {
		t.Fatal(v.Kr())
	}
	if text := said(s); !strings.Contains(text, "Lönesystemet") || !strings.Contains(text, "klart") || !strings.Contains(text, "Inget är kvar.") {
		t.Error("what is mended stays with a mark: ", text)
	}
	tap(t, s, "Att kommentera 1")
	if text := said(s); !strings.Contains(text, "Kartan") || !strings.Contains(text, "saknar båda") || !strings.Contains(text, "−200\u00a0000 sämre") {
		t.Fatal(text)
	}
	apptest.Put(t, p, dear.ID, economy.CostComment, "Fler lager", economy.CostAction, "Ny upphandling")
	async.Flush()
	tap(t, s, "Lås läget")
	if text := said(s); !strings.Contains(text, "3 kostnadsrader räknas") || strings.Contains(text, "inte klar") || strings.Contains(text, "saknar kommentar") {
		t.Error(text)
	}
	tap(t, s, "Lås läget …")
	uitest.Tap(t, s, "Lås läget")
	async.Flush()
	states := rhythm.States(p, year)
	if len(states) != 2 || states[1].Name() != "Delår 2026" || rhythm.Forecast.Get(states[1]) != money.FromKronor(1_100_000) {
		t.Fatal(len(states), said(s))
	}
	if fits, ok, err := rhythm.Verify(states[1], func(n int64) (field.World, error) { return p.At(context.Background(), n) }); err != nil || !ok {
		t.Error(fits, err)
	}
	if text := said(s); !strings.Contains(text, "\nlåst\n") || !strings.Contains(text, "Öppna ledningsgruppens rapport") {
		t.Error(text)
	}
	s.Undo()
	async.Flush()
	if slices.Contains(rhythm.States(p, year), states[1]) || p.Get(before.ID) == nil {
		t.Error("it isn't undone")
	}
}

// TestARowIsWrittenIn: the amount is written in the list, and a day.
func TestARowIsWrittenIn(t *testing.T) {
	p := uitest.Empty(t)
	c := sys(t, p, "Lönesystemet", 500_000)
	s := uitest.Window(t, p, app.Services{}, budget.Spec(), round.Spec())
	at(t, s, p, "2026 half_year")
	s.Go(round.ID, nil)
	async.Flush()
	tap(t, s, "Utan prognos 1")
	uitest.Press(s, fyne.KeyHome, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight)
	uitest.Type(s, "510000")
	uitest.Press(s, fyne.KeyReturn)
	async.Flush()
	if v := economy.CostForecast.Get(p.Get(c.ID)); v != money.FromKronor(510_000) {
		t.Error(v.Kr(), said(s))
	}
	if on := economy.CostForecastOn.Get(p.Get(c.ID)); on != uitest.Today {
		t.Error(on)
	}
}

// TestARoundThatHasNothing: no costs, nothing before it, and one who only reads.
func TestARoundThatHasNothing(t *testing.T) {
	p := uitest.Empty(t)
	s := open(t, p)
	if !strings.Contains(said(s), "Inga kostnader än") {
		t.Error(said(s))
	}
	sys(t, p, "Lönesystemet", 500_000)
	s.Go("budget", nil)
	s.Go(round.ID, nil)
	async.Flush()
	if text := said(s); !strings.Contains(text, "Inget att jämföra med") || !strings.Contains(text, "Inget läge är låst före") {
		t.Error(text)
	}
	r := uitest.ReadOnly(t)
	s = open(t, r)
	uitest.Tap(t, s, "Lås läget")
	async.Flush()
	if uitest.CanTap(s, "Lås läget …") {
		t.Error("one who only reads may lock")
	}
}

// TestTheStatesOfThePageAreLockedNotWritten: the button among the locked states leads to the lock,
// and their amounts aren't added up.
func TestTheStatesOfThePageAreLockedNotWritten(t *testing.T) {
	p := uitest.Empty(t)
	sys(t, p, "Lönesystemet", 500_000)
	lock(t, p, "Budget")
	lock(t, p, "T1")
	s := open(t, p)
	s.Go("budget", shell.ShowView{Kind: rhythm.StateKind})
	async.Flush()
	if text := said(s); !strings.Contains(text, "T1 2026") || strings.Contains(text, "1\u00a0000\u00a0000") || uitest.CanTap(s, "Nytt låst läge") {
		t.Error(text)
	}
	tap(t, s, "Lås läget …")
	if s.Current() != round.ID || !strings.Contains(said(s), "Lås läget") || !uitest.CanTap(s, "Lås läget") {
		t.Error(s.Current(), said(s))
	}
}
