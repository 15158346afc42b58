package chart

import (
	"image/color"
	"math"
	"sort"

	"itportfoljen/app/draw"
)

// Bubbles draws risk against benefit. Small circles lie on top of large ones;
// names stand inside or beside their circle, and a name without room is left to
// the table.
func Bubbles(data BubbleData, w, h float64, st Style, m draw.Measure) draw.Drawing {
	if len(data.Bubbles) == 0 {
		return nothing(data.Title, w, h, st, m)
	}
	b := newBoard(w, h, st, m)
	f := b.field(data)
	order := make([]int, len(data.Bubbles))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return data.Bubbles[order[i]].Size > data.Bubbles[order[j]].Size })
	f.circles(data.Bubbles)
	for _, i := range order {
		c := f.disc[i]
		fill := f.colors[data.Bubbles[i].Group]
		fill.A = 0xD8
		b.Add(draw.Circle{X: c.x, Y: c.y, R: c.r, Fill: fill, Stroke: darker(fill), StrokeWidth: 0.7})
		if bub := data.Bubbles[i]; bub.Key != "" {
			b.Hits = append(b.Hits, draw.Hit{X: c.x - c.r, Y: c.y - c.r, W: 2 * c.r, H: 2 * c.r, Key: bub.Key, Tip: bub.Label + ", " + bub.SizeText})
		}
	}
	for _, i := range order {
		f.name(data.Bubbles[i].Label, i)
	}
	b.describeBubbles(data)
	return b.Drawing
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
	colors map[string]color.NRGBA
	disc   []disc
	taken  []box
}

// field draws the legend, the grid and the words of the axes.
func (b *board) field(data BubbleData) *field {
	f := &field{b: b, colors: map[string]color.NRGBA{}}
	var names []string
	var colors []color.NRGBA
	for _, x := range data.Bubbles {
		if _, ok := f.colors[x.Group]; !ok {
			f.colors[x.Group] = b.series(len(names))
			names = append(names, x.Group)
			colors = append(colors, f.colors[x.Group])
		}
	}
	top := 0.0
	if len(names) > 1 {
		top = b.legend(names, colors, 0, 0, b.W) + 3
	}
	xName, yName := orElse(data.XName, "risk"), orElse(data.YName, "nytta")
	row := b.font * 1.5
	f.area = box{0, top + row, b.W, b.H - top - 2*row}
	b.text(0, top+b.font, draw.Left, b.st.Muted, false, "hög "+yName)
	bottom := f.area.y + f.area.h
	for i := range 3 {
		y := f.area.y + f.area.h*float64(i)/3
		b.Add(draw.Line{X1: 0, Y1: y, X2: b.W, Y2: y, Width: 0.6, Color: b.st.Grid})
	}
	b.Add(draw.Line{X1: 0, Y1: bottom, X2: b.W, Y2: bottom, Width: 1.2, Color: b.st.Muted})
	b.text(0, b.H-b.font*0.3, draw.Left, b.st.Muted, false, "låg "+yName+", låg "+xName)
	b.text(b.W, b.H-b.font*0.3, draw.Right, b.st.Muted, false, "hög "+xName)
	return f
}

// circles places the discs wholly within the area, their area as their size.
func (f *field) circles(bubbles []Bubble) {
	largest := 0.0
	for _, x := range bubbles {
		largest = math.Max(largest, sane(x.Size))
	}
	most := math.Min(f.area.h*0.2, f.area.w*0.11)
	if len(bubbles) > 20 {
		most *= 0.75
	}
	for _, x := range bubbles {
		r := 4.0
		if largest > 0 {
			r = math.Max(4, most*math.Sqrt(math.Max(0, sane(x.Size))/largest))
		}
		r = math.Min(r, math.Min(f.area.w, f.area.h)/2)
		share := func(v float64) float64 { return math.Max(0, math.Min(1, sane(v))) }
		f.disc = append(f.disc, disc{
			x: f.area.x + r + share(x.X)*(f.area.w-2*r),
			y: f.area.y + f.area.h - r - share(x.Y)*(f.area.h-2*r), r: r})
	}
}

// name writes a bubble's name where it covers nothing.
func (f *field) name(label string, i int) {
	b, c := f.b, f.disc[i]
	full := b.width(label)
	if label == "" {
		return
	}
	if full <= c.r*1.75 && f.free(box{c.x - full/2, c.y - b.font*0.6, full, b.font * 1.2}, i) {
		fill := f.fillAt(i)
		f.write(label, box{c.x - full/2, c.y - b.font*0.6, full, b.font * 1.2}, b.on(fill))
		return
	}
	for _, max := range []float64{full, b.W * 0.3, b.W * 0.18, b.W * 0.1} {
		s := b.clip(label, max)
		w, h := b.width(s), b.font*1.2
		if s != label && len([]rune(s)) < 7 {
			return // too short to tell one from another; the table has it
		}
		mid := math.Max(0, math.Min(b.W-w, c.x-w/2)) // above and below, pushed in from the edges
		for _, at := range []box{
			{c.x + c.r + 3, c.y - h/2, w, h}, {c.x - c.r - 3 - w, c.y - h/2, w, h},
			{mid, c.y - c.r - h - 1, w, h}, {mid, c.y + c.r + 1, w, h},
			{c.x + c.r*0.75 + 2, c.y - c.r*0.75 - h, w, h}, {c.x + c.r*0.75 + 2, c.y + c.r*0.75, w, h},
			{c.x - c.r*0.75 - 2 - w, c.y - c.r*0.75 - h, w, h}, {c.x - c.r*0.75 - 2 - w, c.y + c.r*0.75, w, h},
		} {
			if f.inside(at) && f.free(at, i) {
				f.write(s, at, b.st.Ink)
				return
			}
		}
	}
}

func (f *field) fillAt(i int) color.NRGBA {
	for _, s := range f.b.Shapes {
		if c, ok := s.(draw.Circle); ok && c.X == f.disc[i].x && c.Y == f.disc[i].y {
			return c.Fill
		}
	}
	return f.b.st.Surface
}

func (f *field) inside(a box) bool {
	return a.x >= 0 && a.x+a.w <= f.b.W && a.y >= f.area.y && a.y+a.h <= f.area.y+f.area.h
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

func (f *field) write(s string, a box, c color.NRGBA) {
	f.b.text(a.x, a.y+f.b.font*0.95, draw.Left, c, false, s)
	f.taken = append(f.taken, a)
}

func (b *board) describeBubbles(data BubbleData) {
	xName, yName := orElse(data.XName, "risk"), orElse(data.YName, "nytta")
	b.Table = [][]string{{"", xName, yName, orElse(data.SizeName, "storlek"), "grupp"}}
	var parts []string
	for _, x := range data.Bubbles {
		size := orElse(x.SizeText, Number(x.Size, 0))
		b.Table = append(b.Table, []string{x.Label, level(x.X), level(x.Y), size, x.Group})
		parts = append(parts, x.Label+" "+level(x.X)+" "+xName+", "+level(x.Y)+" "+yName+", "+size)
	}
	b.Alt = joinSentence(orElse(data.Title, "Bubbeldiagram"), told(parts))
}

// level is a share in words.
func level(v float64) string {
	switch {
	case v < 1.0/3:
		return "låg"
	case v < 2.0/3:
		return "medelhög"
	}
	return "hög"
}
