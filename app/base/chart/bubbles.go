package chart

import (
	"image/color"
	"math"
	"sort"
	"strings"

	"itportfoljen/app/base/draw"
)

// Bubbles draws risk against benefit. Small circles lie on top of large ones;
// names stand whole inside or beside their circle. One without room has a number, and a key below has its name.
// Where the key has no room for all of them names are cut, and how many there is no room for then either is said.
func Bubbles(data BubbleData, w, h float64, st Style, m draw.Measure) draw.Drawing {
	if len(data.Bubbles) == 0 {
		return nothing(data.Title, w, h, st, m)
	}
	b := newBoard(w, h, st, m)
	note := data.outliers()
	drawn := note
	room := h - BubbleLegend(data, w, st, m) - 3*b.font // for bubbles, key and note
	foot := newBoard(w, 0, st, m).note(0, note)
	if room-foot < room*(1-mostKey) { // the words have it
		drawn, foot = "", 0
	}
	most := func(part float64) int { return int((room*part - foot - b.font*0.4) / b.keyRow()) }
	if whole := newBoard(w, h, st, m); whole.keyed(data, drawn, most(mostWholeKey), true) {
		b = whole
	} else {
		b.keyed(data, drawn, most(mostKey), false)
	}
	b.describeBubbles(data, note)
	return b.Drawing
}

// bubbles draws them with room for a key of so many rows below, their names only whole or else also cut.
func (b *board) bubbles(data BubbleData, rows int, note string, whole bool) *field {
	h := b.H
	foot := b.note(0, note)
	b.Shapes, b.Hits = nil, nil
	b.H -= foot
	if rows > 0 {
		b.H -= float64(rows)*b.keyRow() + b.font*0.4
	}
	f := b.field(data)
	order := make([]int, len(data.Bubbles))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return data.Bubbles[order[i]].Size > data.Bubbles[order[j]].Size })
	for _, i := range order {
		c := f.disc[i]
		fill := f.colors[data.Bubbles[i].Group]
		fill.A = 0xD8
		b.Add(draw.Circle{X: c.x, Y: c.y, R: c.r, Fill: fill, Stroke: darker(fill), StrokeWidth: 0.7})
		f.outlier(data.Bubbles[i], c)
		if bub := data.Bubbles[i]; bub.Key != "" {
			b.Hits = append(b.Hits, draw.Hit{X: c.x - c.r, Y: c.y - c.r, W: 2 * c.r, H: 2 * c.r, Key: bub.Key, Tip: bub.Label + ": " + data.said(bub)})
		}
	}
	for _, i := range order {
		if !f.name(data.Bubbles[i].Label, i, whole) {
			f.unnamed = append(f.unnamed, i)
		}
	}
	at := b.H
	b.H = h
	if rows > 0 {
		f.key(data, at, rows)
	}
	b.note(h-foot, note)
	return f
}

type disc struct{ x, y, r float64 }

type box struct{ x, y, w, h float64 }

func (a box) hits(b box) bool {
	return a.x < b.x+b.w && b.x < a.x+a.w && a.y < b.y+b.h && b.y < a.y+a.h
}

func (a box) touches(d disc) bool {
	dx := d.x - math.Max(a.x, math.Min(d.x, a.x+a.w))
	dy := d.y - math.Max(a.y, math.Min(d.y, a.y+a.h))
	return dx*dx+dy*dy < d.r*d.r
}

// field is where bubbles lie.
type field struct {
	b      *board
	area   box
	floor  float64 // names stay above the axis
	colors map[string]color.NRGBA
	disc   []disc
	taken  []box
	most   float64 // the size that the largest disc stands for
	// those whose names there was no room for, the largest first
	unnamed []int
	lost    int // of which the key has no room for
}

// groups are the names and colours of the legend, which is left out for one.
func (b *board) groups(data BubbleData) (names []string, colors []color.NRGBA, of map[string]color.NRGBA) {
	of = map[string]color.NRGBA{}
	for _, x := range data.Bubbles {
		if _, ok := of[x.Group]; !ok {
			of[x.Group] = b.series(len(names))
			names = append(names, x.Group)
			colors = append(colors, of[x.Group])
		}
	}
	return names, colors, of
}

// BubbleLegend is how high the legend of Bubbles is at a width, so that one who
// wants room for the bubbles can give the drawing so much more.
func BubbleLegend(data BubbleData, w float64, st Style, m draw.Measure) float64 {
	b := newBoard(w, 0, st, m)
	names, colors, _ := b.groups(data)
	if len(names) < 2 {
		return 0
	}
	return b.legend(names, colors, 0, 0, w) + 3
}

// field draws the legend and the words of the axes, and places the bubbles
// between them.
func (b *board) field(data BubbleData) *field {
	names, colors, of := b.groups(data)
	f := &field{b: b, colors: of}
	top := 0.0
	if len(names) > 1 {
		top = b.legend(names, colors, 0, 0, b.W) + 3
	}
	xName, yName := orElse(data.XName, "risk"), orElse(data.YName, "nytta")
	row := b.font * 1.5
	left, foot := 0.0, "låg "+yName+", låg "+xName
	if data.YTop != "" {
		left, foot = math.Max(b.width(data.YTop), b.width("0"))+6, "låg "+xName
		b.text(0, top+b.font, draw.Left, b.st.Muted, false, b.clip(orElse(data.YAxis, yName), b.W))
	} else {
		b.text(0, top+b.font, draw.Left, b.st.Muted, false, "hög "+yName)
	}
	f.area = box{left, top + row, b.W - left, b.H - top - 2*row}
	f.circles(data.Bubbles)
	x, y := f.axes(data.Bubbles)
	for i := range f.disc {
		d := &f.disc[i]
		d.x = f.area.x + clamp(x.at(share(data.Bubbles[i].X)), d.r, f.area.w-d.r)
		d.y = f.area.y + f.area.h - clamp(y.at(share(data.Bubbles[i].Y)), d.r, f.area.h-d.r)
	}
	f.grid(y, data.YTop)
	b.text(left, b.H-b.font*0.3, draw.Left, b.st.Muted, false, foot)
	b.text(b.W, b.H-b.font*0.3, draw.Right, b.st.Muted, false, "hög "+xName)
	return f
}

// grid draws lines at nothing, half and the most.
func (f *field) grid(y axis, most string) {
	b := f.b
	for _, v := range []float64{1, 0.5} {
		at := f.area.y + f.area.h - y.at(v)
		b.Add(draw.Line{X1: f.area.x, Y1: at, X2: b.W, Y2: at, Width: 0.6, Color: b.st.Grid})
	}
	bottom := f.area.y + f.area.h
	if most != "" {
		bottom -= y.at(0)
		for _, l := range []struct {
			v    float64
			text string
		}{{1, most}, {0, "0"}} {
			b.text(f.area.x-6, f.area.y+f.area.h-y.at(l.v)+b.font*0.33, draw.Right, b.st.Muted, false, l.text)
		}
	}
	f.floor = bottom
	b.Add(draw.Line{X1: f.area.x, Y1: bottom, X2: b.W, Y2: bottom, Width: 1.2, Color: b.st.Muted})
}

func share(v float64) float64 { return clamp(sane(v), 0, 1) }

func clamp(v, lo, hi float64) float64 { return math.Max(lo, math.Min(hi, v)) }

// axis is a scale from 0 to 1 with room at its ends for the discs there.
type axis struct{ start, span float64 }

func (a axis) at(v float64) float64 { return a.start + v*a.span }

// axes are the scales that use as much of the area as the discs allow.
func (f *field) axes(bubbles []Bubble) (x, y axis) {
	fit := func(room float64, of func(x Bubble) float64) axis {
		const air = 5.0
		lo, hi := air, air
		for range 30 {
			span := room - lo - hi
			for i, d := range f.disc {
				v := share(of(bubbles[i]))
				lo, hi = math.Max(lo, d.r-v*span), math.Max(hi, d.r-(1-v)*span)
			}
		}
		return axis{lo, math.Max(room-lo-hi, 0)}
	}
	return fit(f.area.w, func(b Bubble) float64 { return b.X }), fit(f.area.h, func(b Bubble) float64 { return b.Y })
}

// circles decides the size of the discs, their area as their size; one much larger than the others is
// no larger than largestDisc says.
func (f *field) circles(bubbles []Bubble) {
	largest, _ := largestDisc(bubbles)
	f.most = largest
	most := math.Min(f.area.h*0.2, f.area.w*0.11)
	if len(bubbles) > 20 {
		most *= 0.75
	}
	for _, x := range bubbles {
		r := 4.0
		if largest > 0 {
			r = math.Max(4, most*math.Sqrt(clamp(sane(x.Size), 0, largest)/largest))
		}
		f.disc = append(f.disc, disc{r: math.Min(r, math.Min(f.area.w, f.area.h)/2)})
	}
}

// name writes a bubble's name where it covers nothing, whole or if it must be and may cut, and says
// whether it could.
func (f *field) name(label string, i int, whole bool) bool {
	b, c := f.b, f.disc[i]
	full := b.width(label)
	if label == "" {
		return true
	}
	if full <= c.r*1.75 && f.free(box{c.x - full/2, c.y - b.font*0.6, full, b.font * 1.2}, i) {
		fill := f.fillAt(i)
		f.write([]string{label}, box{c.x - full/2, c.y - b.font*0.6, full, b.font * 1.2}, draw.Left, b.on(fill))
		return true
	}
	for _, try := range []struct {
		max   float64
		lines int
		whole bool
	}{{b.W * 0.45, 1, true}, {b.W * 0.3, 2, true}, {b.W * 0.4, 1, false}, {b.W * 0.3, 2, false}, {b.W * 0.3, 1, false}, {b.W * 0.22, 2, false}, {b.W * 0.22, 1, false}} {
		if whole && !try.whole {
			break
		}
		lines := b.wrap(label, try.max, try.lines)
		w, h := 0.0, b.font*1.2*float64(len(lines))
		for _, s := range lines {
			w = math.Max(w, b.width(s))
		}
		if said := strings.Join(lines, " "); said != label && (try.whole || len([]rune(said)) < leastName) {
			continue // cut, or too short to tell one from another; the table has it
		}
		mid := math.Max(f.area.x, math.Min(b.W-w, c.x-w/2)) // above and below, pushed in from the edges
		for _, at := range []struct {
			box
			align draw.Align
		}{
			{box{c.x + c.r + 3, c.y - h/2, w, h}, draw.Left}, {box{c.x - c.r - 3 - w, c.y - h/2, w, h}, draw.Right},
			{box{mid, c.y - c.r - h - 1, w, h}, draw.Center}, {box{mid, c.y + c.r + 1, w, h}, draw.Center},
			{box{c.x + c.r*0.75 + 2, c.y - c.r*0.75 - h, w, h}, draw.Left}, {box{c.x + c.r*0.75 + 2, c.y + c.r*0.75, w, h}, draw.Left},
			{box{c.x - c.r*0.75 - 2 - w, c.y - c.r*0.75 - h, w, h}, draw.Right}, {box{c.x - c.r*0.75 - 2 - w, c.y + c.r*0.75, w, h}, draw.Right},
		} {
			if f.inside(at.box) && f.free(at.box, i) {
				f.write(lines, at.box, at.align, b.st.Ink)
				return true
			}
		}
	}
	return false
}

// leastName is how many letters of a longer name tell whose it is.
const leastName = 11

func (f *field) fillAt(i int) color.NRGBA {
	for _, s := range f.b.Shapes {
		if c, ok := s.(draw.Circle); ok && c.X == f.disc[i].x && c.Y == f.disc[i].y {
			return c.Fill
		}
	}
	return f.b.st.Surface
}

func (f *field) inside(a box) bool {
	return a.x >= f.area.x && a.x+a.w <= f.b.W && a.y >= f.area.y && a.y+a.h <= f.floor
}

// free says that no name and no other circle is in the way.
func (f *field) free(a box, own int) bool {
	for _, t := range f.taken {
		if a.hits(t) {
			return false
		}
	}
	for i, d := range f.disc {
		if i != own && a.touches(d) {
			return false
		}
	}
	return true
}

func (f *field) write(lines []string, a box, align draw.Align, c color.NRGBA) {
	for i, s := range lines {
		f.b.text(a.x+a.w*float64(align)/2, a.y+f.b.font*(0.95+1.2*float64(i)), align, c, false, s)
	}
	font := f.b.font
	f.taken = append(f.taken, box{a.x, a.y + font*0.15, a.w, a.h - font*0.25}) // as high as the letters
}
