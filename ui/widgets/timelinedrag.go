package widgets

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/date"
	"itportfoljen/ui/async"
	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// What of a bar is under the pointer.
const (
	barNone = iota
	barWhole
	barStart
	barEnd
)

// grab is how near an end the pointer must be to pull it.
const grab = 6

// timelineDrag is a bar that is held, or something that has no days.
type timelineDrag struct {
	key       string
	part      int
	row       chart.GanttRow // as it was
	day       date.Date      // that it was taken at; zero from the tray
	from, to  date.Date      // what it would become
	at        fyne.Position  // where in the window it is held
	outside   bool           // it would stay as it was
	cancelled bool           // let go of by Esc; the button is still down
	scrolls   func()
}

// partAt is what of a line's bar is at a place.
func (t *Timeline) partAt(p *timelinePane, line int, at fyne.Position) int {
	if p.named || p.tray || line < 0 || t.lines[line].Heading {
		return barNone
	}
	r := t.rowOf(t.lines[line].Key)
	if !r.Dated() {
		return barNone
	}
	a, b := r.Reach(t.scale(), chart.GanttStub(font()))
	x, x0, x1 := at.X-t.scroll.Offset.X, float32(a)*px(1), float32(b)*px(1)
	in := min(px(grab), (x1-x0)/4) // a narrow bar can still be moved
	switch {
	case x < x0-px(grab) || x > x1+px(grab):
		return barNone
	case x < x0+in:
		return barStart
	case x > x1-in:
		return barEnd
	}
	return barWhole
}

// Dragged takes hold of a bar, or of what has no days, or moves what is held.
func (p *timelinePane) Dragged(e *fyne.DragEvent) {
	t := p.t
	p.tipper.Hide()
	if t.drag == nil {
		p.lift(e)
	}
	if t.drag == nil || t.drag.cancelled {
		return
	}
	t.drag.at = e.AbsolutePosition
	t.follow()
	t.pullEdges()
}

// lift takes hold of what is where the drag began.
func (p *timelinePane) lift(e *fyne.DragEvent) {
	t := p.t
	start := e.Position.SubtractXY(e.Dragged.DX, e.Dragged.DY)
	i := p.line(start)
	part := t.partAt(p, i, start)
	if i < 0 || part == barNone && !p.tray || t.OnChange == nil {
		return
	}
	if t.Fixed {
		if !t.told && t.OnFixed != nil {
			t.OnFixed()
		}
		t.told = true
		return
	}
	t.take()
	t.put(p.index(i))
	d := &timelineDrag{key: t.cursor, part: part, row: t.rowOf(t.cursor)}
	if !p.tray {
		d.day = t.scale().DayAt(float64((start.X - t.scroll.Offset.X) / px(1)))
	}
	d.from, d.to = d.row.From, d.row.To
	t.drag = d
}

// follow works out what days the bar that is held would get, and shows them.
func (t *Timeline) follow() {
	d := t.drag
	in := d.at.Subtract(PositionOf(t.scroll))
	size := t.scroll.Size()
	d.outside = d.day.IsZero() && (in.X < 0 || in.X > size.Width || in.Y > size.Height || in.Y < -t.headH())
	day := t.scale().DayAt(float64(in.X / px(1)))
	d.from, d.to = d.days(day, t.zoom)
	t.ghost()
	t.body.draw()
}

// days are those of what is held when the pointer is at a day: a bar moves whole steps, an
// end goes to the nearest, and what has no days gets as long a time as the keyboard's step.
func (d *timelineDrag) days(at date.Date, z Zoom) (from, to date.Date) {
	from, to = d.row.From, d.row.To
	switch {
	case d.outside:
		return from, to
	case d.day.IsZero():
		from = nearest(z.snap, at, false)
		return from, z.Step.After(from, 1).AddDays(-1)
	case d.part == barStart:
		from = nearest(z.snap, at, false)
		if !to.IsZero() && from > to {
			from = max(z.snap.Begin(to), d.row.From)
		}
		return from, to
	case d.part == barEnd:
		to = nearest(z.snap, at, true)
		if to < from {
			to = z.snap.Last(from)
		}
		return from, to
	}
	unit := [...]float64{1, 7, 30.44, 91.3, 365.25}[z.snap]
	n := int(math.Round(float64(d.day.DaysUntil(at)) / unit))
	return shifted(from, to, z.snap, n)
}

// nearest is the first day of a unit, or the last of one, that is nearest to a day.
func nearest(u chart.Unit, d date.Date, last bool) date.Date {
	begin := u.Begin(d)
	next := u.After(begin, 1)
	if begin.DaysUntil(d)*2 >= begin.DaysUntil(next) {
		begin = next
	}
	if last {
		return begin.AddDays(-1)
	}
	return begin
}

// shifted are days so many units later. The last day of a month stays one.
func shifted(from, to date.Date, u chart.Unit, n int) (date.Date, date.Date) {
	end := u.After(to, n)
	if u >= chart.Month && to == chart.Month.Last(to) {
		end = chart.Month.Last(end)
	}
	return u.After(from, n), end
}

// ghost says by the pointer what days the bar would get.
func (t *Timeline) ghost() {
	d, c := t.drag, theme.Current()
	if d.outside && d.day.IsZero() && d.from == d.row.From {
		t.showGhost(d.row.Name, c)
		return
	}
	r := chart.GanttRow{From: d.from, To: d.to}
	text := r.When()
	if d.day.IsZero() {
		text = d.row.Name + ": " + text
	}
	t.showGhost(text, c)
}

// showGhost puts a text above the pointer, within the timeline.
func (t *Timeline) showGhost(text string, c *theme.Palette) {
	words := canvas.NewText(text, c.TipText)
	words.TextSize, words.TextStyle.Bold = px(theme.TextSize), true
	size := words.MinSize()
	box := paint.NewRect(px(6))
	box.FillColor = c.TipGround
	w, h := size.Width+px(20), size.Height+px(10)
	at, all := t.drag.at.Subtract(PositionOf(t)), t.BaseWidget.Size()
	x := max(0, min(at.X-w/2, all.Width-w))
	y := max(0, min(at.Y-h-px(16), all.Height-h))
	paint.Put(box, x, y, w, h)
	paint.Put(words, x+px(10), y+px(5), size.Width, size.Height)
	shapeLayer(t.layer, []fyne.CanvasObject{box, words})
}

// DragEnd gives the bar the days that it is held over.
func (p *timelinePane) DragEnd() {
	t, d := p.t, p.t.drag
	if t.told = false; d == nil {
		return
	}
	t.letGo()
	t.drag = nil
	if !d.cancelled && !d.outside {
		t.change(d.key, d.from, d.to)
	}
	t.redraw()
}

// change asks for other days; they are shown until the page shows what came of it.
func (t *Timeline) change(key string, from, to date.Date) {
	r := t.rowOf(key)
	if r.From == from && r.To == to || t.OnChange == nil {
		return
	}
	if next := (chart.GanttRow{From: from, To: to}); r.Dated() && next.Dated() {
		t.settled[key] = chart.Period{From: from, To: to}
	}
	t.OnChange(key, from, to)
}

// letGo takes the bar away from the pointer.
func (t *Timeline) letGo() {
	if d := t.drag; d.scrolls != nil {
		d.scrolls()
		d.scrolls = nil
	}
	shapeLayer(t.layer, nil)
}

// cancel lets what is held stay as it was.
func (t *Timeline) cancel() {
	t.drag.cancelled = true
	t.letGo()
	t.redraw()
}

// pullEdges begins to scroll when what is held is near an edge.
func (t *Timeline) pullEdges() {
	d := t.drag
	if dx, dy := t.pulled(); dx == 0 && dy == 0 {
		if d.scrolls != nil {
			d.scrolls()
			d.scrolls = nil
		}
		return
	}
	if d.scrolls == nil {
		d.scrolls = async.After(edgeWait, t.pullOn)
	}
}

// pulled is how far what is held scrolls in a step: in time at the sides, and from the tray
// among the lines too.
func (t *Timeline) pulled() (dx, dy float32) {
	in, size := t.drag.at.Subtract(PositionOf(t.scroll)), t.scroll.Size()
	if in.Y < 0 || in.Y > size.Height || in.X < -px(edgeZone) || in.X > size.Width+px(edgeZone) {
		return 0, 0
	}
	return pull(in.X, size.Width), 0
}

// pullOn scrolls a step, and goes on for as long as the bar is near the edge.
func (t *Timeline) pullOn() {
	d := t.drag
	if d == nil {
		return
	}
	d.scrolls = nil
	dx, _ := t.pulled()
	was := t.scroll.Offset.X
	if dx != 0 {
		t.scrollX(was + dx)
	}
	t.follow()
	if t.scroll.Offset.X != was {
		d.scrolls = async.After(edgeStep, t.pullOn)
	}
}
