package widgets

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/date"
	"itportfoljen/ui/async"
)

// timed is a timeline in a window, with what has been asked of it.
type timed struct {
	*Timeline
	rows    map[string]*chart.GanttRow
	changes []string
	opened  []string
}

// timelineOf shows so many rows that begin a quarter after each other from 2027 on, and two
// without days.
func timelineOf(t testing.TB, n int, w, h float32) *timed {
	t.Helper()
	x := &timed{Timeline: NewTimeline(), rows: map[string]*chart.GanttRow{}}
	x.Today = date.Of(2026, 11, 21)
	x.Row = func(key string) chart.GanttRow { return *x.rows[key] }
	x.OnChange = func(key string, from, to date.Date) {
		x.changes = append(x.changes, fmt.Sprintf("%s %s–%s", key, from, to))
	}
	x.OnOpen = func(key string) { x.opened = append(x.opened, key) }
	var lines []TimelineLine
	for i := range n {
		key := fmt.Sprint("r", i)
		from := date.Of(2027, 1+3*(i%8), 1)
		x.rows[key] = &chart.GanttRow{Key: key, Name: "Insats " + key, From: from, To: from.AddMonths(3).AddDays(-1)}
		lines = append(lines, TimelineLine{Key: key})
	}
	for _, key := range []string{"u1", "u2"} {
		x.rows[key] = &chart.GanttRow{Key: key, Name: "Insats " + key}
	}
	window(t, x.Timeline, w, h)
	x.SetLines(lines, []string{"u1", "u2"}, date.Of(2025, 1, 1), date.Of(2031, 12, 31))
	return x
}

// spot is where a day of a row's is in the window.
func (x *timed) spot(row int, day date.Date) fyne.Position {
	return PositionOf(x.scroll).AddXY(float32(x.scale().At(day))*px(1)+1, (float32(row)+0.5)*rowH()-x.scroll.Offset.Y)
}

// drag takes hold at a place in the window and moves to others, without letting go.
func drag(p *timelinePane, from fyne.Position, to ...fyne.Position) {
	at := from
	for _, next := range to {
		d := fyne.NewDelta(next.X-at.X, next.Y-at.Y)
		p.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: next.Subtract(PositionOf(p)), AbsolutePosition: next}, Dragged: d})
		at = next
	}
}

func TestABarIsDraggedToOtherDays(t *testing.T) {
	on := date.Of
	for _, c := range []struct {
		name, zoom string
		take, to   date.Date // where it is held, and moved to
		want       string    // "": nothing has changed
	}{
		{"a month, day by day", "month", on(2027, 2, 10), on(2027, 2, 20), "r0 2027-01-11–2027-04-10"},
		{"weeks", "quarter", on(2027, 2, 10), on(2027, 3, 3), "r0 2027-01-22–2027-04-21"},
		{"less than half a week", "quarter", on(2027, 2, 10), on(2027, 2, 12), ""},
		{"months, and the last day stays the last", "year", on(2027, 2, 10), on(2027, 7, 10), "r0 2027-06-01–2027-08-31"},
		{"back", "year", on(2027, 2, 10), on(2026, 12, 10), "r0 2026-11-01–2027-01-31"},
		{"the end, to a day", "month", on(2027, 3, 31), on(2027, 5, 11), "r0 2027-01-01–2027-05-10"},
		{"the end, to a Sunday", "quarter", on(2027, 3, 31), on(2027, 5, 12), "r0 2027-01-01–2027-05-09"},
		{"the end, to a month's last day", "year", on(2027, 3, 31), on(2027, 6, 12), "r0 2027-01-01–2027-05-31"},
		{"the start", "year", on(2027, 1, 1), on(2026, 10, 3), "r0 2026-10-01–2027-03-31"},
		{"the start past the end", "year", on(2027, 1, 1), on(2027, 9, 3), "r0 2027-03-01–2027-03-31"},
		{"the end before the start", "year", on(2027, 3, 31), on(2026, 6, 3), "r0 2027-01-01–2027-01-31"},
	} {
		x := timelineOf(t, 4, 1100, 400)
		x.SetZoom(c.zoom)
		x.showFrom(on(2026, 9, 1))
		drag(x.body, x.spot(0, c.take), x.spot(0, c.to))
		if x.drag == nil {
			t.Fatalf("%s: nothing is held", c.name)
		}
		if len(x.layer.Objects) == 0 {
			t.Errorf("%s: no days are shown while it is held", c.name)
		}
		x.body.DragEnd()
		if got := fmt.Sprint(x.changes); c.want == "" && len(x.changes) > 0 || c.want != "" && got != "["+c.want+"]" {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		if len(x.layer.Objects) > 0 || x.drag != nil {
			t.Errorf("%s: something is held after", c.name)
		}
		if c.want != "" {
			if r := x.rowOf("r0"); x.changes[0] != fmt.Sprintf("r0 %s–%s", r.From, r.To) {
				t.Errorf("%s: until it is saved it stands at %s", c.name, r.When())
			}
		}
	}
}

func TestEscLetsABarStayAndAFixedOneCannotBeTaken(t *testing.T) {
	x := timelineOf(t, 4, 1100, 400)
	drag(x.body, x.spot(0, date.Of(2027, 2, 10)), x.spot(0, date.Of(2027, 8, 10)))
	x.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	drag(x.body, x.spot(0, date.Of(2027, 8, 10)), x.spot(0, date.Of(2027, 9, 10))) // the button is still down
	if len(x.layer.Objects) > 0 {
		t.Error("it follows the pointer after Esc")
	}
	if x.body.DragEnd(); len(x.changes) > 0 || x.drag != nil {
		t.Errorf("after Esc %v", x.changes)
	}
	said := 0
	x.Fixed, x.OnFixed = true, func() { said++ }
	drag(x.body, x.spot(0, date.Of(2027, 2, 10)), x.spot(0, date.Of(2027, 5, 10)), x.spot(0, date.Of(2027, 8, 10)))
	if x.body.DragEnd(); len(x.changes) > 0 || said != 1 {
		t.Errorf("a fixed one: %v, said %d times", x.changes, said)
	}
}

func TestWhatHasNoDaysGetsThemWhereItIsDropped(t *testing.T) {
	x := timelineOf(t, 4, 1100, 400)
	from := PositionOf(x.below.pane).AddXY(40, rowH()*1.5) // the second
	drag(x.below.pane, from, x.spot(1, date.Of(2027, 4, 6)))
	x.below.pane.DragEnd()
	if want := "u2 2027-04-05–2027-07-04"; fmt.Sprint(x.changes) != "["+want+"]" {
		t.Errorf("%v, want %s", x.changes, want)
	}
	x.changes = nil
	drag(x.below.pane, from, from.AddXY(60, 5))
	if x.below.pane.DragEnd(); len(x.changes) > 0 {
		t.Errorf("dropped in the tray: %v", x.changes)
	}
}

func TestWhatLacksAnEndGetsItWhenItsOpenSideIsPulled(t *testing.T) {
	x := timelineOf(t, 4, 1100, 400)
	x.rows["r0"].To = 0
	r := *x.rows["r0"]
	_, open := r.Reach(x.scale(), chart.GanttStub(font()))
	at := x.spot(0, date.Of(2027, 1, 1))
	at.X = PositionOf(x.scroll).X + float32(open)*px(1) - 1
	drag(x.body, at, x.spot(0, date.Of(2027, 6, 30)))
	x.body.DragEnd()
	if want := "r0 2027-01-01–2027-06-27"; fmt.Sprint(x.changes) != "["+want+"]" {
		t.Errorf("%v, want %s", x.changes, want)
	}
}

func TestTheKeyboardMovesAmongLinesAndMovesBars(t *testing.T) {
	for _, c := range []struct {
		name, zoom string
		row        int
		mod        fyne.KeyModifier
		key        fyne.KeyName
		want       string
	}{
		{"a quarter on", "quarter", 0, fyne.KeyModifierAlt, fyne.KeyRight, "r0 2027-04-01–2027-06-30"},
		{"a month back", "month", 0, fyne.KeyModifierAlt, fyne.KeyLeft, "r0 2026-12-01–2027-02-28"},
		{"its end", "month", 1, fyne.KeyModifierAlt | fyne.KeyModifierShift, fyne.KeyRight, "r1 2027-04-01–2027-07-31"},
		{"its end back", "month", 1, fyne.KeyModifierAlt | fyne.KeyModifierShift, fyne.KeyLeft, "r1 2027-04-01–2027-05-31"},
		{"shorter than nothing, which the page refuses", "quarter", 1, fyne.KeyModifierAlt | fyne.KeyModifierShift, fyne.KeyLeft, "r1 2027-04-01–2027-03-31"},
		{"without days", "quarter", 4, fyne.KeyModifierAlt, fyne.KeyRight, "u1 2027-01-01–2027-03-31"},
	} {
		x := timelineOf(t, 4, 1100, 400)
		x.SetZoom(c.zoom)
		x.Focus()
		for range c.row {
			x.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		}
		x.TypedShortcut(&desktop.CustomShortcut{KeyName: c.key, Modifier: c.mod})
		if got := fmt.Sprint(x.changes); c.want == "" && len(x.changes) > 0 || c.want != "" && got != "["+c.want+"]" {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	x := timelineOf(t, 100, 900, 400)
	x.Focus()
	where := func() string { return x.cursor }
	for _, s := range []struct {
		key  fyne.KeyName
		want string
	}{{fyne.KeyDown, "r1"}, {fyne.KeyUp, "r0"}, {fyne.KeyUp, "r0"}, {fyne.KeyEnd, "u2"}, {fyne.KeyUp, "u1"}, {fyne.KeyUp, "r99"}, {fyne.KeyHome, "r0"}} {
		if x.TypedKey(&fyne.KeyEvent{Name: s.key}); where() != s.want {
			t.Errorf("after %s at %s, not %s", s.key, where(), s.want)
		}
	}
	x.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	if where() == "r0" || x.scroll.Offset.Y == 0 && x.row > 12 {
		t.Errorf("a page down is at %s", where())
	}
	x.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(x.opened) != 1 || x.opened[0] != where() {
		t.Errorf("opened %v", x.opened)
	}
}

func TestTheWheelAndThePlusShowLessTimeAroundWhatIsThere(t *testing.T) {
	x := timelineOf(t, 4, 1100, 400)
	x.SetLines(x.lines, x.tray, date.Of(2010, 1, 1), date.Of(2050, 12, 31))
	var told []string
	x.OnZoom = func(id string) { told = append(told, id) }
	at := x.spot(0, date.Of(2027, 5, 1))
	for _, by := range []float32{10, 10, -10, -10, -10} {
		x.Wheel(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{AbsolutePosition: at}, Scrolled: fyne.NewDelta(0, by)})
		if got := x.scale().DayAt(float64((at.X - PositionOf(x.scroll).X) / px(1))); got < date.Of(2027, 4, 27) || got > date.Of(2027, 5, 5) {
			t.Errorf("at %s the day under the pointer is %s", x.ZoomID(), got)
		}
	}
	for _, r := range "++-" {
		x.TypedRune(r)
	}
	if want := []string{"month", "quarter", "year", "quarter", "month", "quarter"}; !slices.Equal(told, want) {
		t.Errorf("%v, want %v", told, want)
	}
}

func TestOnlyWhatIsSeenIsDrawn(t *testing.T) {
	few, many := timelineOf(t, 30, 1100, 500), timelineOf(t, 3000, 1100, 500)
	if a, b := len(few.body.objects.Objects), len(many.body.objects.Objects); b > a+10 {
		t.Errorf("30 rows are drawn by %d objects, 3000 by %d", a, b)
	}
	many.scrollY(rowH() * 2000)
	for _, o := range many.names.objects.Objects {
		if x, ok := o.(*canvas.Text); ok && x.Text == "Insats r2001" {
			return
		}
	}
	t.Error("the row in view isn't drawn")
}

func TestTheTrayFoldsAndGoesWhenAllHaveDays(t *testing.T) {
	x := timelineOf(t, 4, 1100, 400)
	all := x.below.Size().Height
	x.below.Tapped(nil)
	if got := x.below.Size().Height; got >= all || got == 0 {
		t.Errorf("folded it is %v high, %v before", got, all)
	}
	x.SetLines(x.lines, nil, x.from, x.to)
	async.Flush()
	if got := x.below.Size().Height; got != 0 {
		t.Errorf("with nothing in it, it is %v high", got)
	}
}

func BenchmarkTimelineOf1000Scrolled(b *testing.B) {
	x := timelineOf(b, 1000, 1400, 800)
	for i := 0; b.Loop(); i++ {
		x.scrollY(rowH() * float32(i*3%900))
	}
}
