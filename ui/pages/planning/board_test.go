package planning_test

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
	"itportfoljen/app/plan"
	"itportfoljen/ui/async"
	"itportfoljen/ui/input"
	"itportfoljen/ui/pages/planning"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// insats makes one in the phase of a stage.
func insats(t *testing.T, p *app.Portfolio, name string, stage governance.Stage, puts ...any) *field.Record {
	t.Helper()
	return apptest.Add(t, p, plan.Kind, append([]any{plan.Name, name, plan.Phase, apptest.Phases[stage]}, puts...)...)
}

// search gives the list's search field the keyboard.
func search(t *testing.T, s *shell.Shell) {
	t.Helper()
	for _, f := range uitest.Find[*input.Search](s) {
		if uitest.Shows(f, "Filtrera insatser") {
			s.Window.Canvas().Focus(f.Target())
			return
		}
	}
	t.Fatal("the board has no search field")
}

// spoken is what the cursor's card or column is read out as.
func spoken(t *testing.T, s *shell.Shell) string { t.Helper(); return board(t, s).AccessibilityLabel() }

func TestTheBoardShowsWhatTheListShows(t *testing.T) {
	p := uitest.Open(t)
	insats(t, p, "Bredband till skolorna", governance.Running)
	insats(t, p, "Ny växel", governance.Running)
	s := open(t, p)
	search(t, s)
	uitest.Write(t, s, "vaxel")
	if b := board(t, s); !uitest.Shows(b, "Ny växel") || uitest.Shows(b, "Bredband") {
		t.Errorf("the board shows %q", uitest.Texts(b))
	}
	uitest.Tap(t, s, "Lista")
	if all := uitest.Texts(uitest.Front(s)); !slices.Contains(all, "Ny växel") || slices.Contains(all, "Bredband till skolorna") {
		t.Errorf("the list has another filter: %q", all)
	}
	uitest.Tap(t, s, "Tavla")
	s.Window.Canvas().Focus(uitest.Find[*input.Search](s)[0].Target())
	uitest.Write(t, s, " finns inte")
	if !uitest.Shows(uitest.Front(s), "Inget svarar mot filtret") {
		t.Errorf("without hits it says %q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Tap(t, s, "Visa alla")
	if b := board(t, s); !uitest.Shows(b, "Ny växel") || !uitest.Shows(b, "Bredband") {
		t.Errorf("with all again it shows %q", uitest.Texts(b))
	}
}

func TestAnEmptyPlanSaysWhatToDoFirst(t *testing.T) {
	s := open(t, uitest.Empty(t))
	if !uitest.Shows(uitest.Front(s), "Inga insatser än") || !uitest.CanTap(s, "Importera en plan …") {
		t.Errorf("it says %q", uitest.Texts(uitest.Front(s)))
	}
}

func TestAPhaseSaysHowManyAndHowMuch(t *testing.T) {
	p := uitest.Empty(t)
	phase := apptest.Phases[governance.Running]
	label := ""
	for _, ph := range p.Model().Phases {
		if ph.Key == phase {
			label = ph.Label
		}
	}
	head := func() string {
		s := open(t, p)
		all := uitest.Texts(board(t, s))
		i := slices.Index(all, label)
		return strings.Join(all[i+1:i+3], " ")
	}
	first := insats(t, p, "Ett", governance.Running)
	if got := head(); got != "1 belopp saknas" {
		t.Errorf("none has an amount: %q", got)
	}
	second := insats(t, p, "Två", governance.Running)
	cost := func(r *field.Record, kr int64) {
		t.Helper()
		if _, err := p.CreateAll(t.Context(), "Prov", []*field.Record{apptest.Cost(p, r.ID, 2027, economy.Operations, kr)}); err != nil {
			t.Fatal(err)
		}
	}
	cost(first, 250_000)
	if got := head(); got != "2 250\u00a0tkr + ?" {
		t.Errorf("one has: %q", got)
	}
	cost(second, 500_000)
	if got := head(); got != "2 750\u00a0tkr" {
		t.Errorf("both have: %q", got)
	}
}

func TestACardSaysWhoAndWhenAndWhatIsLate(t *testing.T) {
	on := func(y, m, d int) date.Date { return date.Of(y, m, d) }
	for _, c := range []struct {
		name  string
		stage governance.Stage
		puts  []any
		want  string
	}{
		{"two years", governance.Running, []any{plan.Start, on(2026, 5, 1), plan.End, on(2027, 8, 31)}, "maj 2026–aug 2027"},
		{"one year", governance.Idea, []any{plan.Start, on(2027, 2, 1), plan.End, on(2027, 12, 31)}, "feb–dec 2027"},
		{"one month", governance.Idea, []any{plan.Start, on(2027, 2, 1), plan.End, on(2027, 2, 28)}, "feb 2027"},
		{"no end", governance.Idea, []any{plan.Start, on(2027, 2, 1)}, "från feb 2027"},
		{"no start", governance.Idea, []any{plan.End, on(2027, 2, 1)}, "till feb 2027"},
		{"waits", governance.Waiting, []any{plan.DecideBy, on(2026, 12, 1), plan.Start, on(2027, 2, 1)}, "Beslut senast 1 dec"},
		{"waits long", governance.Waiting, []any{plan.DecideBy, on(2028, 12, 1)}, "Beslut senast dec 2028"},
		{"late decision", governance.Waiting, []any{plan.DecideBy, on(2026, 11, 1)}, "Försenat beslut 1 nov"},
		{"late start", governance.Planned, []any{plan.Start, on(2026, 11, 1), plan.End, on(2027, 11, 1)}, "Försenad start 1 nov"},
		{"late end", governance.Running, []any{plan.End, on(2026, 11, 1)}, "Försenad: slut 1 nov"},
		{"late measuring", governance.Done, []any{plan.MeasureOn, on(2026, 11, 1)}, "Sen mätning 1 nov"},
		{"measured later", governance.Done, []any{plan.MeasureOn, on(2028, 12, 1), plan.End, on(2026, 1, 1)}, "Nyttan mäts dec 2028"},
		{"soon measured", governance.Done, []any{plan.MeasureOn, on(2026, 12, 1)}, "Nyttan mäts 1 dec"},
	} {
		p := uitest.Open(t)
		anna := p.Named(org.PersonKind, "Anna Ek")[0].ID
		r := insats(t, p, "Provet", c.stage, append(c.puts, plan.Client, anna, plan.Priority, "1")...)
		s := open(t, p)
		board(t, s).Select(string(r.ID)) // also where its phase is folded
		for _, want := range []string{c.want, r.Ref, "Anna Ek", "Prio 1"} {
			if !slices.Contains(uitest.Texts(board(t, s)), want) {
				t.Errorf("%s: no %q in %q", c.name, want, spoken(t, s))
			}
		}
	}
}

func TestTheCursorAndThePanelFollowTheCardAndUndo(t *testing.T) {
	p := uitest.Open(t)
	for _, name := range []string{"Första", "Andra"} {
		insats(t, p, name, governance.Idea)
	}
	s := open(t, p)
	uitest.Tap(t, s, "Första")
	uitest.Press(s, fyne.KeyDown)
	second := p.Named(plan.Kind, "Andra")[0]
	if !strings.Contains(spoken(t, s), "Andra") || !uitest.Shows(uitest.Front(s), second.Ref+" · insats") {
		t.Fatalf("the cursor is at %q, the panel shows %q", spoken(t, s), uitest.Texts(uitest.Front(s)))
	}
	alt(s, fyne.KeyRight)
	next := p.Model().Phases[1]
	if got := spoken(t, s); !strings.HasPrefix(got, next.Label+": Andra") {
		t.Errorf("after the move the cursor is at %q", got)
	}
	if s.Window.Canvas().Focused() != fyne.Focusable(board(t, s)) {
		t.Error("the board has lost the keyboard")
	}
	s.Window.Canvas().Unfocus()
	s.Undo()
	if got := spoken(t, s); !strings.HasPrefix(got, p.Model().Phases[0].Label+": Andra") || s.Window.Canvas().Focused() != fyne.Focusable(board(t, s)) {
		t.Errorf("after undo the cursor is at %q, and %T has the keyboard", got, s.Window.Canvas().Focused())
	}
}

func TestARefusedCardGoesHomeWithTheCursor(t *testing.T) {
	p := uitest.Open(t)
	r := p.All(plan.Kind)[0]
	apptest.Put(t, p, r.ID, plan.Class, "major", plan.Phase, "management")
	s := open(t, p)
	moveRight(t, s, r)
	uitest.Tap(t, s, "Stäng")
	ph, _ := p.Model().Phase("management")
	if got := spoken(t, s); !strings.HasPrefix(got, ph.Label+": "+r.Name()) || s.Window.Canvas().Focused() != fyne.Focusable(board(t, s)) {
		t.Errorf("the cursor is at %q, and %T has the keyboard", got, s.Window.Canvas().Focused())
	}
}

func TestListAndBoardShareWhatIsOpen(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	r := p.All(plan.Kind)[1]
	uitest.Tap(t, s, r.Name())
	uitest.Tap(t, s, "Lista")
	if !uitest.Shows(uitest.Front(s), r.Ref+" · insats") {
		t.Fatal("the panel closes")
	}
	uitest.Tap(t, s, "Tavla")
	if !strings.Contains(spoken(t, s), r.Name()) {
		t.Errorf("the card isn't marked: %q", spoken(t, s))
	}
}

func TestANewInsatsStaysOnTheBoard(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	s.Go("plan", shell.Create{})
	uitest.Write(t, s, "Digital anslagstavla")
	uitest.Tap(t, s, "Skapa")
	if got := spoken(t, s); !strings.Contains(got, "Digital anslagstavla") {
		t.Errorf("the cursor is at %q", got)
	}
}

func TestWhatIsFoldedIsRememberedForThePortfolio(t *testing.T) {
	p := uitest.Open(t)
	s := open(t, p)
	uitest.Tap(t, s, p.All(plan.Kind)[0].Name())
	uitest.Press(s, fyne.KeyUp, fyne.KeyReturn) // at the heading
	label, _, _ := strings.Cut(spoken(t, s), ":")
	folded := func(s *shell.Shell) (out []string) {
		for _, x := range uitest.Find[*widgets.Turned](s) {
			out = append(out, x.Text)
		}
		return out
	}
	if !slices.Contains(folded(s), label) {
		t.Fatalf("%s isn't folded among %q", label, folded(s))
	}
	s.OpenPath(filepath.Join(t.TempDir(), "igen.itp")) // the same, moved
	s.Go("plan", "board")
	if !slices.Contains(folded(s), label) {
		t.Errorf("%s is unfolded again", label)
	}
}

func TestACardsMenuMovesIt(t *testing.T) {
	p := uitest.Open(t)
	r := insats(t, p, "Provet", governance.Idea)
	s := open(t, p)
	for _, o := range uitest.Find[fyne.CanvasObject](s) {
		if card, ok := o.(fyne.SecondaryTappable); ok && uitest.Shows(o, "Provet") {
			card.TappedSecondary(&fyne.PointEvent{})
			break
		}
	}
	async.Flush()
	uitest.Tap(t, s, "Flytta till "+p.Model().Phases[1].Label)
	if got := plan.Phase.Get(p.Get(r.ID)); got != p.Model().Phases[1].Key {
		t.Errorf("it is in %q", got)
	}
}

func BenchmarkBoardOf500InsatserShownAnew(b *testing.B) {
	p := uitest.Open(b)
	var records []*field.Record
	for i := range 500 {
		r := apptest.Record(p, plan.Kind, plan.Name, "Införande av system "+strconv.Itoa(i), plan.Phase, p.Model().Phases[i%9].Key, plan.Start, date.Of(2026, 1+i%12, 1), plan.End, date.Of(2027, 1+i%12, 1))
		records = append(records, r, apptest.Cost(p, r.ID, 2027, economy.Operations, int64(1000*i)))
	}
	if _, err := p.CreateAll(b.Context(), "Prov", records); err != nil {
		b.Fatal(err)
	}
	s := uitest.Window(b, p, app.Services{}, planning.Spec())
	s.Go("plan", "board")
	for b.Loop() {
		s.Go("plan", "board")
	}
}
