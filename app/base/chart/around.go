package chart

import (
	"image/color"
	"strings"

	"itportfoljen/app/base/draw"
)

// Flow is which way something goes between what is in the middle and what is around it.
type Flow uint8

// The flows.
const (
	Still   Flow = iota // nothing is sent
	Inward              // to the middle
	Outward             // from it
)

// Node is a thing in a Neighbourhood. One with a Key can be chosen.
type Node struct {
	Name, Detail string
	Key          string
	Both         bool // what is sent goes both ways
}

// Sector is a group of things around the middle.
type Sector struct {
	Title   string
	Flow    Flow
	Nodes   []Node
	More    string // what stands for those that aren't shown, "… och 14 till"; "" for none
	MoreKey string
}

// Neighbourhood is data for Around.
type Neighbourhood struct {
	Title  string
	Middle Node
	Around []Sector
}

// The measures of a neighbourhood, in parts of the text's size.
const (
	nodePad   = 0.55
	nodeGap   = 0.5
	sectorGap = 1.3
	lineStep  = 1.35
	headStep  = 1.7
	mostNode  = 30.0 // how wide a thing may be
	rounded   = 0.45
)

// Around draws a thing in the middle with its neighbours on both sides: what comes to it
// on the left, what goes from it on the right, and the other groups where there is most
// room. h is the height that is seen at once; a longer drawing goes on below.
func Around(data Neighbourhood, w, h float64, st Style, m draw.Measure) draw.Drawing {
	b := newBoard(w, h, st, m)
	r := &round{board: b, lane: clamp(w*0.06, 14, 90), middle: clamp(w*0.22, 50, 21*b.font)}
	r.column = min((w-r.middle-2*r.lane)/2, mostNode*b.font)
	left, right := r.sides(data.Around)
	tallest := max(r.height(left), r.height(right), r.nodeHeight(data.Middle))
	b.H = max(h, tallest+2)
	if h <= 0 {
		h = b.H
	}
	cy := min(h, b.H) / 2
	x0 := (w - r.middle) / 2
	r.side(left, x0-r.lane-r.column, x0, cy, -1)
	mh := r.nodeHeight(data.Middle)
	r.node(data.Middle, x0, cy-mh/2, r.middle, mh, st.Accent, st.Surface, st.Surface)
	r.side(right, x0+r.middle+r.lane, x0+r.middle, cy, 1)
	r.tell(data)
	return b.Drawing
}

// round is a neighbourhood in progress.
type round struct {
	*board
	lane, middle, column float64 // widths
}

// sides parts the groups so that the columns are about as tall.
func (r *round) sides(all []Sector) (left, right []Sector) {
	for _, s := range all {
		switch s.Flow {
		case Inward:
			left = append(left, s)
		case Outward:
			right = append(right, s)
		}
	}
	for _, s := range all {
		switch {
		case s.Flow != Still:
		case r.height(left) <= r.height(right):
			left = append(left, s)
		default:
			right = append(right, s)
		}
	}
	return left, right
}

func (r *round) nodeHeight(n Node) float64 {
	lines := 1.0
	if n.Detail != "" {
		lines = 2
	}
	return (lines*lineStep + 2*nodePad) * r.font
}

// height is that of a column.
func (r *round) height(column []Sector) (h float64) {
	for i, s := range column {
		if i > 0 {
			h += sectorGap * r.font
		}
		h += headStep * r.font
		for _, n := range s.Nodes {
			h += r.nodeHeight(n) + nodeGap*r.font
		}
		if s.More != "" {
			h += (lineStep + nodeGap) * r.font
		}
	}
	return h
}

// side draws a column from x with its lines to the middle, whose edge is at edge: dir is
// −1 to the left of it and 1 to the right.
func (r *round) side(column []Sector, x, edge, cy, dir float64) {
	if len(column) == 0 {
		return
	}
	y := max(1, cy-r.height(column)/2)
	near := x // the edge of the column that faces the middle
	if dir < 0 {
		near = x + r.column
	}
	rail := edge + dir*r.lane*0.45
	top, bottom := cy, cy
	for i, s := range column {
		if i > 0 {
			y += sectorGap * r.font
		}
		r.text(x, y+r.font, draw.Left, r.st.Muted, true, r.clip(s.Title, r.column*0.95))
		y += headStep * r.font
		for _, n := range s.Nodes {
			h := r.nodeHeight(n)
			at := y + h/2
			top, bottom = min(top, at), max(bottom, at)
			r.link(s.Flow, n.Both, near, rail, at, dir)
			r.node(n, x, y, r.column, h, r.st.Surface, r.st.Ink, r.st.Muted)
			y += h + nodeGap*r.font
		}
		if s.More != "" {
			r.text(x, y+r.font, draw.Left, r.st.Accent, false, r.clip(s.More, r.column))
			r.Hits = append(r.Hits, draw.Hit{X: x, Y: y, W: r.column, H: lineStep * r.font, Key: s.MoreKey, Tip: s.More})
			y += (lineStep + nodeGap) * r.font
		}
	}
	r.line(rail, top, rail, bottom, r.st.Muted)
	r.line(rail, cy, edge, cy, r.st.Muted)
}

func (r *round) line(x1, y1, x2, y2 float64, c color.NRGBA) {
	r.Add(draw.Line{X1: x1, Y1: y1, X2: x2, Y2: y2, Width: 1, Color: c})
}

// link is the line from a thing to the rail, with an arrow the way that something goes.
func (r *round) link(f Flow, both bool, near, rail, y, dir float64) {
	if f == Still {
		r.line(near, y, rail, y, r.st.Muted)
		return
	}
	r.line(near, y, rail, y, r.st.Accent)
	size := min(r.font*0.45, r.lane*0.3)
	if f == Outward || both {
		r.arrow(near, y, dir, size)
	}
	if f == Inward || both {
		r.arrow(rail, y, -dir, size)
	}
}

// arrow has its point at x, and points the way of dir.
func (r *round) arrow(x, y, dir, size float64) {
	r.Add(draw.Polygon{Points: [][2]float64{{x, y}, {x - dir*size*1.5, y - size}, {x - dir*size*1.5, y + size}}, Fill: r.st.Accent})
}

func (r *round) node(n Node, x, y, w, h float64, fill, ink, quiet color.NRGBA) {
	pad := min(nodePad*r.font*1.4, w*0.1)
	r.Add(draw.Rect{X: x, Y: y, W: w, H: h, Radius: rounded * r.font, Fill: fill, Stroke: r.st.Grid, StrokeWidth: 1})
	r.text(x+pad, y+(nodePad+1)*r.font, draw.Left, ink, fill == r.st.Accent, r.clip(n.Name, (w-2*pad)*0.96))
	r.text(x+pad, y+(nodePad+1+lineStep)*r.font, draw.Left, quiet, false, r.clip(n.Detail, w-2*pad))
	if n.Key != "" {
		tip := n.Name
		if n.Detail != "" {
			tip += "\n" + n.Detail
		}
		r.Hits = append(r.Hits, draw.Hit{X: x, Y: y, W: w, H: h, Key: n.Key, Tip: tip})
	}
}

// mostTold is how many of a group the words name.
const mostTold = 6

// tell says in words and as a table what the drawing shows.
func (r *round) tell(data Neighbourhood) {
	r.Table = [][]string{{"Slag", "Namn", "Hur"}}
	var groups []string
	for _, s := range data.Around {
		var names []string
		for _, n := range s.Nodes {
			r.Table = append(r.Table, []string{s.Title, n.Name, n.Detail})
			if len(names) < mostTold {
				names = append(names, n.Name)
			}
		}
		if len(s.Nodes) > mostTold || s.More != "" {
			names = append(names, "fler")
		}
		groups = append(groups, s.Title+" "+strings.Join(names, ", "))
	}
	if len(groups) == 0 {
		r.Table = nil
		groups = []string{"Inget att visa än"}
	}
	r.Alt = joinSentence(data.Title, strings.Join(groups, "; "))
}
