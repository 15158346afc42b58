package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/date"
	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// Zoom is how much time a Timeline shows.
type Zoom struct {
	ID     string
	perDay float64    // points, at 100 % text size
	snap   chart.Unit // what a dragged bar falls into step with
	Step   chart.Unit // how far the keyboard moves it
}

// Zooms are those that there are, the most time first.
var Zooms = []Zoom{
	{"year", 0.36, chart.Month, chart.Quarter},
	{"quarter", 1, chart.Week, chart.Quarter},
	{"month", 3.2, chart.Day, chart.Month},
}

// TimelineLine is a line of a Timeline: the heading of a group, or something that goes on.
type TimelineLine struct {
	Key     string // of what goes on, or of the group
	Heading bool
	Label   string // of a heading
	Level   int    // of a group in groups; 0 is the outermost
	Count   string
	Open    bool // the group's lines are shown
}

// Timeline shows when things go on. A bar is dragged to other days, or by an end; what has
// no days stands in a tray below, and gets them when it is dragged up. The timeline has the
// keyboard, and a cursor among its lines. Only what is seen is drawn.
type Timeline struct {
	widget.BaseWidget
	Row      func(key string) chart.GanttRow // what a line shows
	OnChange func(key string, from, to date.Date)
	OnOpen   func(key string) // a click, or Enter
	OnCursor func(key string) // the cursor has come to a line
	OnMenu   func(key string, at fyne.Position)
	OnFold   func(group string, open bool)
	OnZoom   func(id string)
	Tip      func(key string) string // all that there may not be room for
	Fixed    bool                    // no days can be changed
	OnFixed  func()                  // somebody tries to, all the same
	Undated  string                  // the heading of the tray, "Utan datum"
	Today    date.Date

	lines    []TimelineLine
	tray     []string // keys of what has no days
	from, to date.Date
	zoom     Zoom
	placed   bool    // the days in view have been chosen
	folded   bool    // the tray is
	per      float32 // how long a point at 100 % was when it was laid out

	scroll      *container.Scroll
	body, names *timelinePane
	below       *timelineTray
	ground      *canvas.Rectangle
	behind      *fyne.Container // the scale with its lines
	layer       *fyne.Container // what is held
	drag        *timelineDrag
	settled     map[string]chart.Period // days on their way to the disk

	cursor, open        string
	row                 int // where the cursor was, when its line has gone
	focused, ring, told bool
	pointed             bool // it gets the keyboard because something in it was pointed at
}

var _ fyne.Widget = (*Timeline)(nil)

// NewTimeline makes a timeline without lines.
func NewTimeline() *Timeline {
	t := &Timeline{zoom: Zooms[1], ground: paint.NewRect(0), behind: container.NewWithoutLayout(), layer: container.NewWithoutLayout(), settled: map[string]chart.Period{}}
	t.body, t.names = newTimelinePane(t, false), newTimelinePane(t, true)
	t.below = newTimelineTray(t)
	t.scroll = container.NewScroll(t.body)
	t.scroll.OnScrolled = func(fyne.Position) { t.redraw() }
	t.ExtendBaseWidget(t)
	return t
}

// SetLines shows other lines. Between from and to is what can be scrolled to. The cursor
// keeps its line.
func (t *Timeline) SetLines(lines []TimelineLine, undated []string, from, to date.Date) {
	was := t.dayAtLeft()
	t.lines, t.tray, t.from, t.to = lines, undated, from, to
	clear(t.settled)
	if i := t.index(t.cursor); i < 0 && t.cursor != "" {
		t.cursor = t.at(min(t.row, t.count()-1))
	}
	if t.drag != nil {
		t.cancel()
	}
	t.relayout()
	if t.placed && !was.IsZero() {
		t.showFrom(was)
	}
	t.redraw()
}

// SetZoom shows more time or less; the day in the middle stays there.
func (t *Timeline) SetZoom(id string) {
	t.zoomTo(slices.IndexFunc(Zooms, func(z Zoom) bool { return z.ID == id }), t.viewW()/2)
}

// ZoomID is how much time is shown.
func (t *Timeline) ZoomID() string { return t.zoom.ID }

// zoomTo shows as much time as one of the zooms; what day is at x in the view stays there.
func (t *Timeline) zoomTo(i int, x float32) {
	if i < 0 || i >= len(Zooms) || Zooms[i] == t.zoom || t.drag != nil {
		return
	}
	day := t.scale().DayAt(float64(x / px(1)))
	t.zoom = Zooms[i]
	t.relayout()
	t.scrollX(float32(float64(t.from.DaysUntil(day))*t.zoom.perDay)*px(1) - x)
	if t.OnZoom != nil {
		t.OnZoom(t.zoom.ID)
	}
}

// zoomBy shows a step more time or less.
func (t *Timeline) zoomBy(by int, x float32) {
	t.zoomTo(slices.Index(Zooms, t.zoom)+by, x)
}

// todayAt is where today is put, as a part of the width, and the day that stays when the text
// size changes.
const todayAt = 0.25

// ShowToday brings today into view, with more of what comes than of what has been.
func (t *Timeline) ShowToday() {
	t.scrollX(float32(float64(t.from.DaysUntil(t.Today))*t.zoom.perDay)*px(1) - t.viewW()*todayAt)
}

func (t *Timeline) showFrom(day date.Date) {
	t.scrollX(float32(float64(t.from.DaysUntil(day))*t.zoom.perDay) * px(1))
}

// dayAtLeft is the first day in view.
func (t *Timeline) dayAtLeft() date.Date {
	if t.from.IsZero() {
		return 0
	}
	return t.scale().DayAt(0)
}

func (t *Timeline) scrollX(x float32) {
	x = max(0, min(x, t.contentW()-t.viewW()))
	if t.scroll.Offset.X != x {
		t.scroll.ScrollToOffset(fyne.NewPos(x, t.scroll.Offset.Y))
	}
	t.redraw()
}

func (t *Timeline) scrollY(y float32) {
	y = max(0, min(y, t.contentH()-t.scroll.Size().Height))
	if t.scroll.Offset.Y != y {
		t.scroll.ScrollToOffset(fyne.NewPos(t.scroll.Offset.X, y))
	}
	t.redraw()
}

// What stands where.
func font() float64                          { return theme.Chart().Font }
func rowH() float32                          { return float32(chart.GanttRowHeight(font())) * px(1) }
func (t *Timeline) headH() float32           { return float32(chart.GanttHead(font())) * px(1) }
func (t *Timeline) viewW() float32           { return t.scroll.Size().Width }
func (t *Timeline) namesW(w float32) float32 { return min(px(300), max(px(130), w*0.26)) }

// contentH has room under the last line for the bar that scrolls sideways.
func (t *Timeline) contentH() float32 { return rowH()*float32(len(t.lines)) + px(12) }

func (t *Timeline) contentW() float32 {
	if t.from.IsZero() {
		return 0
	}
	return max(t.viewW(), float32(float64(t.from.DaysUntil(t.to)+1)*t.zoom.perDay)*px(1))
}

// scale places days in what is seen, in points at 100 % text size.
func (t *Timeline) scale() chart.Timescale {
	return chart.Timescale{From: t.from, X: -float64(t.scroll.Offset.X / px(1)), PerDay: t.zoom.perDay}
}

// view is what is seen of the line of time.
func (t *Timeline) view() chart.GanttView {
	return chart.GanttView{Scale: t.scale(), W: float64(t.viewW() / px(1)), Today: t.Today}
}

// rowOf is what a line shows: with the days that are on their way to the disk.
func (t *Timeline) rowOf(key string) chart.GanttRow {
	r := t.Row(key)
	if p, ok := t.settled[key]; ok {
		r.From, r.To = p.From, p.To
	}
	return r
}

// relayout gives everything its place.
func (t *Timeline) relayout() {
	s := t.BaseWidget.Size()
	if s.Width == 0 {
		return
	}
	names, head := t.namesW(s.Width), t.headH()
	tray := min(t.below.height(), s.Height*0.45)
	paint.Put(t.ground, 0, 0, s.Width, s.Height)
	paint.Put(t.behind, names, 0, s.Width-names, s.Height-tray)
	paint.Put(t.names, 0, head, names, max(0, s.Height-tray-head))
	paint.Put(t.scroll, names, head, s.Width-names, max(0, s.Height-tray-head))
	paint.Put(t.below, 0, s.Height-tray, s.Width, tray)
	paint.Put(t.layer, 0, 0, s.Width, s.Height)
	t.body.Refresh()
	t.scroll.Refresh()
	t.below.Refresh()
	if !t.placed && t.viewW() > px(100) && !t.from.IsZero() {
		t.placed = true
		t.ShowToday()
	}
}

// redraw draws what is seen now.
func (t *Timeline) redraw() {
	if t.viewW() <= 0 {
		return
	}
	paint.SetRect(t.ground, theme.Current().Surface, nil, 0)
	h := float64((t.BaseWidget.Size().Height - t.below.Size().Height) / px(1))
	var scale []fyne.CanvasObject
	if !t.from.IsZero() {
		scale = shapes(chart.GanttScale(t.view(), h, theme.Chart(), theme.Measure), px(1))
	}
	shapeLayer(t.behind, scale)
	t.body.draw()
	t.names.draw()
	t.below.pane.draw()
}

// CreateRenderer implements fyne.Widget.
func (t *Timeline) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(t, []fyne.CanvasObject{t.ground, t.behind, t.scroll, t.names, t.below, t.layer}, t.redraw,
		func() fyne.Size { return fyne.NewSize(px(320), px(200)) },
		func(fyne.Size) {
			was := t.per
			if t.per = px(1); t.placed && was != px(1) { // the text size has changed
				at := (t.scroll.Offset.X + t.viewW()*todayAt) / was
				t.relayout()
				t.scrollX(at*px(1) - t.viewW()*todayAt)
				return
			}
			day, placed := t.dayAtLeft(), t.placed
			if t.relayout(); placed {
				t.showFrom(day)
			}
			t.redraw()
		})
}

// AccessibilityLabel says where the cursor is.
func (t *Timeline) AccessibilityLabel() string {
	switch i := t.index(t.cursor); {
	case i < 0:
		return ""
	case i < len(t.lines) && t.lines[i].Heading:
		return t.lines[i].Label
	}
	r := t.rowOf(t.cursor)
	return r.Said()
}

// AccessibilityRole is button: what is there is opened.
func (t *Timeline) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Select marks the line that is shown beside the timeline, and brings it into view; "" marks
// none.
func (t *Timeline) Select(key string) {
	if t.open = key; t.index(key) >= 0 {
		t.put(t.index(key))
		t.reveal(true)
	}
	t.redraw()
}

// Mark marks the line that is shown beside the timeline, without moving anything.
func (t *Timeline) Mark(key string) {
	t.open = key
	t.redraw()
}

// shapeLayer replaces what a container shows.
func shapeLayer(c *fyne.Container, objects []fyne.CanvasObject) {
	c.Objects = objects
	canvas.Refresh(c)
}
