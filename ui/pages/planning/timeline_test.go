package planning_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
	"itportfoljen/ui/input"
	"itportfoljen/ui/pages/planning"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
	"itportfoljen/ui/widgets"
)

// lined is the timeline of a portfolio in a window.
func lined(t testing.TB, p *app.Portfolio) (*shell.Shell, *widgets.Timeline) {
	t.Helper()
	s := uitest.Window(t, p, app.Services{}, planning.Spec())
	s.Go("plan", "timeline")
	ts := uitest.Find[*widgets.Timeline](s)
	if len(ts) != 1 {
		t.Fatalf("%d timelines", len(ts))
	}
	return s, ts[0]
}

// bars is what draws the bars, and the place in the window of a day of a row's, by quarter
// and before anything has been scrolled: today is a quarter in.
func bars(t *testing.T, s *shell.Shell, tl *widgets.Timeline) (fyne.Draggable, func(row int, on date.Date) fyne.Position) {
	t.Helper()
	var pane fyne.Draggable
	var scroll *container.Scroll
	uitest.Walk(tl, func(o fyne.CanvasObject) {
		if c, ok := o.(*container.Scroll); ok && scroll == nil {
			scroll = c
			pane = c.Content.(fyne.Draggable)
		}
	})
	tl.ShowToday()
	at := widgets.PositionOf(scroll)
	rowH := float32(2.15 * 11.5)
	return pane, func(row int, on date.Date) fyne.Position {
		return at.AddXY(scroll.Size().Width*0.25+float32(s.Portfolio().Today().DaysUntil(on))+0.5, (float32(row)+0.5)*rowH)
	}
}

func days(p *app.Portfolio, r *field.Record) string {
	now := p.Get(r.ID)
	return plan.Start.Get(now).String() + "–" + plan.End.Get(now).String()
}

func toasted(s *shell.Shell, want string) bool { return uitest.Shows(s.Window.Content(), want) }

// alone is a portfolio with one insats, in 2027's first quarter.
func alone(t *testing.T, puts ...any) (*app.Portfolio, *field.Record) {
	t.Helper()
	p := uitest.Empty(t)
	return p, insats(t, p, "Ny växel", governance.Planned, append([]any{plan.Start, date.Of(2027, 1, 1), plan.End, date.Of(2027, 3, 31)}, puts...)...)
}

func TestADraggedBarIsOneChangeThatIsToldAndTakenBack(t *testing.T) {
	p, r := alone(t)
	s, tl := lined(t, p)
	pane, spot := bars(t, s, tl)
	from, to := spot(0, date.Of(2027, 2, 10)), spot(0, date.Of(2027, 3, 3))
	origin := widgets.PositionOf(pane.(fyne.CanvasObject))
	pane.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to.Subtract(origin), AbsolutePosition: to}, Dragged: fyne.NewDelta(to.X-from.X, 0)})
	if got := days(p, r); got != "2027-01-01–2027-03-31" {
		t.Errorf("while it is held it is %s", got)
	}
	pane.DragEnd()
	if got := days(p, r); got != "2027-01-22–2027-04-21" {
		t.Fatalf("it is %s", got)
	}
	if want := "Ny växel: 22 jan–21 apr 2027 (var 1 jan–31 mars 2027)."; !toasted(s, want) {
		t.Errorf("it doesn't say %q", want)
	}
	if h, err := p.Journal(t.Context(), app.Query{Limit: 1}); err != nil || h[0].Label != "Tidplan för Ny växel" {
		t.Errorf("the journal says %v, %v", h, err)
	}
	s.Undo()
	if got := days(p, r); got != "2027-01-01–2027-03-31" {
		t.Errorf("after undo it is %s", got)
	}
}

func altShift(s *shell.Shell, key fyne.KeyName) {
	uitest.Shortcut(s, &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt | fyne.KeyModifierShift})
}

func TestTheKeyboardMovesABarAndItsEndAndTheCoreRefuses(t *testing.T) {
	p, r := alone(t, plan.DecidedEnd, date.Of(2027, 3, 31))
	s, tl := lined(t, p)
	s.Window.Canvas().Focus(tl)
	tl.Nudge(1, false) // the menu's: as Alt and an arrow, but the toast is still there
	if got := days(p, r); got != "2027-04-01–2027-06-30" {
		t.Fatalf("moved it is %s", got)
	}
	if want := "Det är efter beslutat slut, 31 mars 2027."; !toasted(s, want) {
		t.Errorf("it doesn't say %q among %q", want, uitest.Texts(s.Window.Content()))
	}
	altShift(s, fyne.KeyRight)
	if got := days(p, r); got != "2027-04-01–2027-09-30" {
		t.Errorf("longer it is %s", got)
	}
	altShift(s, fyne.KeyLeft)
	altShift(s, fyne.KeyLeft)
	if got := days(p, r); got != "2027-04-01–2027-06-30" {
		t.Errorf("an end before the start makes it %s", got)
	}
	if want := "Ny växel skulle sluta 2027-03-31, före dagen då den börjar, 2027-04-01."; !uitest.Shows(uitest.Front(s), want) {
		t.Errorf("it doesn't say %q among %q", want, uitest.Texts(uitest.Front(s)))
	}
	if !strings.Contains(tl.AccessibilityLabel(), "1 apr–30 juni 2027") {
		t.Errorf("refused it stands at %q", tl.AccessibilityLabel())
	}
}

func TestABarGoesHomeWhenTheDiskSaysNoOrTheFileIsForReading(t *testing.T) {
	st := apptest.NewStore()
	p := uitest.OpenIn(t, st)
	r := insats(t, p, "Aaa", governance.Planned, plan.Start, date.Of(2027, 1, 1), plan.End, date.Of(2027, 3, 31))
	s, tl := lined(t, p)
	tl.Select(string(r.ID))
	s.Window.Canvas().Focus(tl)
	st.FailWith(fault.New(fault.DiskFull, "Disken är full. Inget har ändrats."))
	alt(s, fyne.KeyRight)
	if got := days(p, r); got != "2027-01-01–2027-03-31" || !strings.Contains(tl.AccessibilityLabel(), "1 jan–31 mars 2027") || !uitest.Shows(uitest.Front(s), "Disken är full") {
		t.Errorf("it is %s, said %q", got, tl.AccessibilityLabel())
	}
	p = uitest.ReadOnly(t)
	s, tl = lined(t, p)
	s.Window.Canvas().Focus(tl)
	before := len(journal(t, p))
	alt(s, fyne.KeyRight)
	if len(journal(t, p)) != before || !tl.Fixed {
		t.Error("a file open for reading has changed")
	}
}

func TestTheTimelineShowsWhatTheListShowsInItsGroups(t *testing.T) {
	p, _ := alone(t)
	insats(t, p, "Bredband till skolorna", governance.Running, plan.Start, date.Of(2027, 1, 1))
	insats(t, p, "Någon gång", governance.Idea)
	s, tl := lined(t, p)
	for _, want := range []string{"Ny växel", "Bredband till skolorna", "Någon gång", "Utan datum: 1 insats. Dra den upp på tidslinjen."} {
		if !uitest.Shows(tl, want) {
			t.Errorf("no %q in %q", want, uitest.Texts(tl))
		}
	}
	if !slices.ContainsFunc(uitest.Texts(tl), func(x string) bool { return strings.HasSuffix(x, "slut saknas") }) {
		t.Error("it doesn't say that an end is missing")
	}
	s.Window.Canvas().Focus(uitest.Find[*input.Search](s)[0].Target())
	uitest.Write(t, s, "vaxel")
	if uitest.Shows(tl, "Bredband till skolorna") || uitest.Shows(tl, "Någon gång") || !uitest.Shows(tl, "Ny växel") {
		t.Errorf("filtered it shows %q", uitest.Texts(tl))
	}
	uitest.Tap(t, s, "Lista")
	uitest.Tap(t, s, "Tidslinje")
	if uitest.Shows(tl, "Bredband till skolorna") {
		t.Error("it has another filter than the list")
	}
}

func TestEtapperStandUnderTheirInsatsAndFollow(t *testing.T) {
	p, r := alone(t)
	leg := apptest.Add(t, p, plan.LegKind, plan.LegName, "Pilot", plan.LegOf, r.ID, plan.LegFrom, date.Of(2027, 1, 1), plan.LegTo, date.Of(2027, 1, 31))
	s, tl := lined(t, p)
	if uitest.Shows(tl, "Pilot") {
		t.Error("they are shown without being asked for")
	}
	for _, c := range uitest.Find[*input.Check](s) {
		if c.Text == "Etapper" {
			c.Tapped(nil)
		}
	}
	if !uitest.Shows(tl, "Pilot") {
		t.Fatalf("asked for it shows %q", uitest.Texts(tl))
	}
	s.Window.Canvas().Focus(tl)
	uitest.Press(s, fyne.KeyDown)
	alt(s, fyne.KeyRight)
	if now := p.Get(leg.ID); plan.LegFrom.Get(now) != date.Of(2027, 4, 1) || plan.LegTo.Get(now) != date.Of(2027, 4, 30) {
		t.Errorf("the etapp is %s–%s", plan.LegFrom.Get(now), plan.LegTo.Get(now))
	}
	if !strings.Contains(tl.AccessibilityLabel(), "1 apr–30 apr 2027") {
		t.Errorf("it stands at %q", tl.AccessibilityLabel())
	}
	uitest.Press(s, fyne.KeyReturn)
	if !uitest.Shows(uitest.Front(s), r.Ref+" · insats") {
		t.Error("Enter at an etapp doesn't open its insats")
	}
}

func TestHowMuchTimeIsShownIsRemembered(t *testing.T) {
	p, _ := alone(t)
	s, tl := lined(t, p)
	uitest.Tap(t, s, "Månad")
	if tl.ZoomID() != "month" {
		t.Fatalf("it shows %s", tl.ZoomID())
	}
	key := "plan.timeline.zoom." + p.Identity()
	if got := s.App.Preferences().String(key); got != "month" {
		t.Errorf("remembered is %q", got)
	}
}

func TestListBoardAndTimelineShareWhatIsOpen(t *testing.T) {
	p, r := alone(t)
	insats(t, p, "Annan", governance.Planned, plan.Start, date.Of(2027, 1, 1))
	s, tl := lined(t, p)
	tl.Select(string(r.ID))
	s.Window.Canvas().Focus(tl)
	uitest.Press(s, fyne.KeyReturn)
	for _, way := range []string{"Tavla", "Lista", "Tidslinje", "Lista"} {
		uitest.Tap(t, s, way)
		if !uitest.Shows(uitest.Front(s), r.Ref+" · insats") {
			t.Errorf("as %s another is open", way)
		}
	}
}

func journal(t *testing.T, p *app.Portfolio) []app.Entry {
	t.Helper()
	entries, err := p.Journal(t.Context(), app.Query{})
	if err != nil {
		t.Fatal(err)
	}
	return entries
}
