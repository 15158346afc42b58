package chart

import (
	"image/color"
	"math"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/draw"
)

// GanttLine is a line of a picture of time: the heading of a group, or a row.
type GanttLine struct {
	Heading string
	Count   string // how many the group has, in words; may be empty
	Row     *GanttRow
}

// indent is how far in a row's name begins.
func (l GanttLine) indent(font float64) float64 {
	if l.Row != nil && l.Row.Part {
		return font * 1.3
	}
	return 0
}

// GanttView is what is seen of a picture of time: the days of a scale, from the end of the
// names' column to W.
type GanttView struct {
	Scale    Timescale
	Names, W float64
	Today    date.Date
}

// GanttRowHeight and GanttHead are how high a row and the heading of the scale are.
func GanttRowHeight(font float64) float64 { return font * 2.15 }

// GanttHead is how high the heading of a scale can be.
func GanttHead(font float64) float64 { return font * 1.7 * 2 }

// GanttScale draws the heading of a scale, with lines down to h.
func GanttScale(v GanttView, h float64, st Style, m draw.Measure) draw.Drawing {
	b := newBoard(v.W, h, st, m)
	g := &gantt{b, v}
	b.timeHead(v.Scale, v.Names, v.W, GanttHead(b.font)-b.timeHeight(v.Scale), h) // one row stands nearest to what it names
	g.today(0, h)
	return b.Drawing
}

// GanttBars draws lines under each other from y on, without names where v has no column for
// them.
func GanttBars(lines []GanttLine, y float64, v GanttView, h float64, st Style, m draw.Measure) draw.Drawing {
	b := newBoard(v.W, h, st, m)
	g := &gantt{b, v}
	for _, l := range lines {
		g.line(l, y)
		y += GanttRowHeight(b.font)
	}
	return b.Drawing
}

// gantt is a picture of time in progress.
type gantt struct {
	*board
	v GanttView
}

// stripes part the rows with thin lines.
func (g *gantt) stripes(n int, y float64) {
	for i := 1; i <= n; i++ {
		at := y + float64(i)*GanttRowHeight(g.font)
		g.Add(draw.Line{X1: 0, Y1: at, X2: g.W, Y2: at, Width: 0.4, Color: g.st.Grid})
	}
}

// today is a line where today begins, if that is seen.
func (g *gantt) today(y, foot float64) {
	at := g.v.Scale.At(g.v.Today)
	if g.v.Today.IsZero() || at < g.v.Names || at > g.W {
		return
	}
	g.Add(draw.Line{X1: at, Y1: y, X2: at, Y2: foot, Width: 1.2, Color: g.st.Bad})
	g.Add(draw.Polygon{Points: [][2]float64{{at - 3.5, y}, {at + 3.5, y}, {at, y + 5}}, Fill: g.st.Bad})
}

// line draws a line of the picture.
func (g *gantt) line(l GanttLine, y float64) {
	h := GanttRowHeight(g.font)
	base := y + h/2 + g.font*0.35
	if l.Row == nil {
		if g.v.Names > 0 {
			g.text(0, base, draw.Left, g.st.Muted, true, g.clipBold(l.Heading, g.W*0.6))
		}
		return
	}
	if g.v.Names > 0 {
		in := l.indent(g.font)
		ink := g.st.Ink
		if l.Row.Part {
			ink = g.st.Muted
		}
		g.text(in, base, draw.Left, ink, false, g.clip(l.Row.Name, g.v.Names-in-g.font))
	}
	g.bar(l.Row, y)
	if l.Row.Key != "" {
		g.Hits = append(g.Hits, draw.Hit{X: 0, Y: y, W: g.W, H: h, Key: l.Row.Key, Tip: l.Row.Said()})
	}
}

// clipBold shortens bold text.
func (b *board) clipBold(s string, most float64) string {
	return b.clip(s, most*b.width("n")/math.Max(b.m("n", b.font, true), 0.1)*0.98)
}

// Reach is where a row's bar lies on a scale: an open side reaches as far as stub beyond
// what is known.
func (r *GanttRow) Reach(s Timescale, stub float64) (x0, x1 float64) {
	switch {
	case r.To.IsZero():
		x0 = s.At(r.From)
		return x0, x0 + stub
	case r.From.IsZero():
		x1 = s.End(r.To)
		return x1 - stub, x1
	}
	return s.At(r.From), s.End(r.To)
}

// GanttStub is how far the open side of a bar is drawn.
func GanttStub(font float64) float64 { return font * 3.2 }

// bar draws a row's bar with its milestones and its words.
func (g *gantt) bar(r *GanttRow, y float64) {
	h := GanttRowHeight(g.font)
	x0, x1 := r.Reach(g.v.Scale, GanttStub(g.font))
	left, right := g.v.Names, g.W
	if x1 <= left || x0 >= right {
		g.beyond(r, x1 <= left, y)
		return
	}
	fill, edge, low := g.look(r)
	top, height := y+h*0.22, h*0.56
	if low {
		top, height = y+h*0.34, h*0.32
	}
	if r.Part {
		top, height = top+height*0.15, height*0.7
	}
	l, e := math.Max(x0, left), math.Max(math.Min(x1, right), math.Max(x0, left)+1.5)
	switch {
	case r.To.IsZero():
		g.open(l, e, top, height, fill, edge, 1)
	case r.From.IsZero():
		g.open(e, l, top, height, fill, edge, -1)
	default:
		g.Add(draw.Rect{X: l, Y: top, W: math.Min(e, right) - l, H: height, Radius: math.Min(2.5, (e-l)/3), Fill: fill, Stroke: edge, StrokeWidth: 1})
	}
	if x0 < left {
		g.arrowTo(left, top+height/2, -1, g.on(fill))
	}
	if x1 > right {
		g.arrowTo(right, top+height/2, 1, g.on(fill))
	}
	for _, p := range r.Done {
		if a, c := math.Max(g.v.Scale.At(p.From), l), math.Min(g.v.Scale.End(p.To), e); c > a {
			g.Add(draw.Rect{X: a, Y: top + height*0.62, W: c - a, H: height * 0.38, Fill: darker(edge)})
		}
	}
	first, last := g.marks(r, y+h/2)
	g.words(r, math.Min(l, first), math.Max(math.Min(e, right), last), y, fill)
}

// look is the fill and edge of a form, and whether it is low.
func (g *gantt) look(r *GanttRow) (fill, edge color.NRGBA, low bool) {
	st := g.st
	switch r.Look {
	case Awaited:
		return mix(st.Surface, st.Accent, 0.12), st.Accent, false
	case Decided:
		return mix(st.Surface, st.Accent, 0.42), st.Accent, false
	case Ongoing:
		return st.Accent, st.Accent, false
	case Finished:
		return st.Muted, st.Muted, true
	case Halted:
		return st.Surface, st.Muted, true
	}
	return st.Surface, mix(st.Muted, st.Surface, 0.25), false
}

// open draws a bar that is known on one side only: it ends in smaller and smaller pieces.
func (g *gantt) open(known, end, top, height float64, fill, edge color.NRGBA, dir float64) {
	at, room := known, math.Abs(end-known)
	for _, p := range [][2]float64{{0.5, 0.08}, {0.18, 0.08}, {0.1, 0.06}} {
		w := room * p[0]
		x := at
		if dir < 0 {
			x = at - w
		}
		g.Add(draw.Rect{X: x, Y: top, W: w, H: height, Fill: fill, Stroke: edge, StrokeWidth: 1})
		at += dir * (w + room*p[1])
	}
}

// arrowTo shows that something goes on outside what is seen.
func (g *gantt) arrowTo(x, y, dir float64, c color.NRGBA) {
	size := g.font * 0.34
	x -= dir * 0.5
	g.Add(draw.Polygon{Points: [][2]float64{{x, y}, {x - dir*size*1.3, y - size}, {x - dir*size*1.3, y + size}}, Fill: c})
}

// beyond says where a row is that isn't seen.
func (g *gantt) beyond(r *GanttRow, before bool, y float64) {
	mid := y + GanttRowHeight(g.font)/2
	x, dir, align, at := g.W, 1.0, draw.Right, g.W-g.font
	if before {
		x, dir, align, at = g.v.Names, -1, draw.Left, g.v.Names+g.font
	}
	g.arrowTo(x, mid, dir, g.st.Muted)
	g.text(at, mid+g.font*0.35, align, g.st.Muted, false, g.clip(r.When(), (g.W-g.v.Names)*0.8))
}

// marks draws a row's milestones, and says how far they reach.
func (g *gantt) marks(r *GanttRow, y float64) (first, last float64) {
	first, last = math.Inf(1), math.Inf(-1)
	size := g.font * 0.42
	for _, m := range r.Marks {
		x := g.v.Scale.At(m.On)
		if m.Sign >= SignPart { // at the end of their day
			x = g.v.Scale.End(m.On)
		}
		if m.On.IsZero() || x < g.v.Names || x > g.W {
			continue
		}
		x = clamp(x, g.v.Names+size, math.Max(g.W-size, g.v.Names+size))
		g.sign(m.Sign, m.Open, x, y, size)
		first, last = math.Min(first, x-size), math.Max(last, x+size)
	}
	return first, last
}

// sign draws the form of a milestone, in ink with a rim of the ground so that it is seen on
// any bar; one that is open is hollow.
func (g *gantt) sign(s Sign, open bool, x, y, size float64) {
	poly := func(points ...[2]float64) func(k float64, c color.NRGBA) {
		return func(k float64, c color.NRGBA) {
			at := make([][2]float64, len(points))
			for i, p := range points {
				at[i] = [2]float64{x + p[0]*size*k, y + p[1]*size*k}
			}
			g.Add(draw.Polygon{Points: at, Fill: c})
		}
	}
	var form func(k float64, c color.NRGBA)
	switch s {
	case SignProcurement:
		form = func(k float64, c color.NRGBA) { g.Add(draw.Circle{X: x, Y: y, R: size * 0.85 * k, Fill: c}) }
	case SignPart:
		form = poly([2]float64{-0.95, 0.8}, [2]float64{0.95, 0.8}, [2]float64{0, -0.9})
	case SignDeadline:
		form = func(k float64, c color.NRGBA) {
			g.Add(draw.Rect{X: x - size*0.24*k, Y: y - size*1.6*k, W: size * 0.48 * k, H: size * 3.2 * k, Fill: c})
		}
	case SignEnd:
		form = poly([2]float64{-0.75, -0.75}, [2]float64{0.75, -0.75}, [2]float64{0.75, 0.75}, [2]float64{-0.75, 0.75})
	default:
		form = poly([2]float64{0, -1.1}, [2]float64{1, 0}, [2]float64{0, 1.1}, [2]float64{-1, 0})
	}
	form(1.4, g.st.Surface)
	form(1, g.st.Ink)
	if open && s != SignDeadline {
		form(0.55, g.st.Surface)
	}
}
