package year_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/apptest"
	"itportfoljen/app/forum"
	"itportfoljen/ui/async"
	"itportfoljen/ui/input"
	"itportfoljen/ui/pages/planning"
	"itportfoljen/ui/pages/year"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/uitest"
)

func open(t *testing.T, p *app.Portfolio) *shell.Shell {
	t.Helper()
	s := uitest.Window(t, p, app.Services{}, planning.Spec(), year.Spec())
	s.Go(year.ID, nil)
	async.Flush()
	return s
}

func TestTheYearIsSeenMonthByMonthAndItsMeetingsAreMade(t *testing.T) {
	p := uitest.Open(t)
	f := apptest.Add(t, p, forum.Kind, forum.Name, "Strategiska forumet", forum.Type, "it_forum", forum.Every, "quarter")
	g := apptest.Add(t, p, forum.Kind, forum.Name, "Ledningsgruppen", forum.Type, "management", forum.Every, "half_year")
	m := apptest.Add(t, p, forum.MeetingKind, forum.MeetingName, "Möte 1", forum.MeetingOf, f.ID, forum.MeetingOn, uitest.Today.AddDays(3))
	s := open(t, p)
	for _, want := range []string{"Årshjulet 2026", "November 2026", "Strategiska forumet"} {
		if !uitest.Shows(uitest.Front(s), want) {
			t.Errorf("no %q in %q", want, uitest.Texts(uitest.Front(s)))
		}
	}
	uitest.Tap(t, s, "Lista")
	if !uitest.Shows(uitest.Front(s), "planerat") || uitest.Shows(uitest.Front(s), " förslag") {
		t.Errorf("this year says %q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Tap(t, s, "Strategiska forumet")
	if s.Current() != "plan" || !uitest.Shows(uitest.Front(s), m.Ref) {
		t.Errorf("a meeting leads to %s", s.Current())
	}
	s.Go(year.ID, nil)
	for _, b := range uitest.Find[interface {
		fyne.CanvasObject
		fyne.Tappable
		AccessibilityLabel() string
	}](s) {
		if b.AccessibilityLabel() == "Året efter" {
			b.Tapped(&fyne.PointEvent{})
		}
	}
	async.Flush()
	if !uitest.Shows(uitest.Front(s), "Årshjulet 2027") || !uitest.Shows(uitest.Front(s), "6 förslag") {
		t.Fatalf("next year says %q", uitest.Texts(uitest.Front(s)))
	}
	uitest.Tap(t, s, "Lägg upp årets möten …")
	for _, c := range uitest.Find[*input.Check](s) {
		if c.Text == "Ledningsgruppen: 2 möten" {
			c.Tapped(&fyne.PointEvent{})
		}
	}
	uitest.Tap(t, s, "Lägg upp mötena")
	if n := len(p.Pointing(forum.MeetingOf.Field, f.ID)); n != 5 {
		t.Errorf("%d meetings are there", n)
	}
	if n := len(p.Pointing(forum.MeetingOf.Field, g.ID)); n != 0 {
		t.Errorf("%d were made of a forum that wasn't chosen", n)
	}
	s.Undo()
	async.Flush()
	if n := len(p.Pointing(forum.MeetingOf.Field, f.ID)); n != 1 || !uitest.Shows(uitest.Front(s), "6 förslag") {
		t.Errorf("after undo there are %d", n)
	}
}
