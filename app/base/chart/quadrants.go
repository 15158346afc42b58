package chart

import (
	"strings"

	"itportfoljen/app/base/draw"
)

// Named is something in a Quadrant. One with a Key can be opened.
type Named struct{ Name, Key string }

// Quadrant is one of the four: what it is called, and what is in it.
type Quadrant struct {
	Name string // "Investera"
	What string // what that means: "behåll och utveckla"
	In   []Named
	Key  string // opens all of it
}

// QuadrantData is data for Quadrants.
type QuadrantData struct {
	Title  string
	X, Y   string      // what goes up to the right and upwards: "funktionell lämplighet"
	Noun   string      // what they are: "system"; empty: only how many
	Cell   [4]Quadrant // upper left, upper right, lower left, lower right
	Untold int         // how many have no place
	Note   string      // why: "124 system har ingen bedömning."
}

// Quadrants draws four fields with how many are in each and the names that there is room for.
// h is the whole height.
func Quadrants(data QuadrantData, w, h float64, st Style, m draw.Measure) draw.Drawing {
	n := data.Untold
	for _, q := range data.Cell {
		n += len(q.In)
	}
	if n == 0 {
		return nothing(data.Title, w, h, st, m)
	}
	b := newBoard(w, h, st, m)
	foot := b.note(0, data.Note)
	b.Shapes = nil
	axis := b.font * 1.7
	gap := 4.0
	cw, ch := (w-gap)/2, (h-foot-2*axis-gap)/2
	b.text(0, b.font*1.1, draw.Left, st.Muted, false, b.clip("↑ "+data.Y, w*0.6))
	for i := range data.Cell {
		x, y := float64(i%2)*(cw+gap), axis+float64(i/2)*(ch+gap)
		b.quadrant(&data.Cell[i], data.Noun, x, y, cw, ch, i == 1)
	}
	b.text(w, h-foot-b.font*0.5, draw.Right, st.Muted, false, b.clip(data.X+" →", w*0.9))
	b.note(h-foot, data.Note)
	b.sayQuadrants(data)
	return b.Drawing
}

// quadrant draws one; the foremost has a stronger edge.
func (b *board) quadrant(q *Quadrant, noun string, x, y, w, h float64, foremost bool) {
	pad := b.font * 0.8
	edge := b.st.Muted
	if foremost {
		edge = b.st.Accent
	}
	b.Add(draw.Rect{X: x + 0.5, Y: y + 0.5, W: w - 1, H: h - 1, Radius: 4, Fill: mix(b.st.Surface, b.st.Grid, 0.45), Stroke: edge, StrokeWidth: 0.8})
	if q.Key != "" {
		b.Hits = append(b.Hits, draw.Hit{X: x, Y: y, W: w, H: h, Key: q.Key, Tip: strings.Join(filled(q.Name, q.What, q.count(noun)), ", ")})
	}
	count := b.clipBold(Number(float64(len(q.In)), 0), w/3)
	b.text(x+w-pad, y+pad+b.font*0.8, draw.Right, b.st.Ink, true, count)
	b.text(x+pad, y+pad+b.font*0.8, draw.Left, b.st.Ink, true, b.clipBold(q.Name, w-3*pad-b.m(count, b.font, true)))
	at := y + pad + b.font*0.8
	step := b.font * 1.4
	room := int((y + h - pad*0.6 - at) / step)
	if q.What != "" && room > 1 {
		at += step
		room--
		b.text(x+pad, at, draw.Left, b.st.Muted, false, b.clip(q.What, w-2*pad))
	}
	columns := max(1, int(w/(b.font*17)))
	shown := min(len(q.In), room*columns)
	more := len(q.In) - shown
	if more > 0 && shown > 0 { // the last place says how many more
		shown--
		more++
	}
	cw := (w - 2*pad) / float64(columns)
	for i := range shown {
		lx, ly := x+pad+float64(i/room)*cw, at+step*float64(i%room+1)
		b.text(lx, ly, draw.Left, b.st.Ink, false, b.clip(q.In[i].Name, cw-b.font*0.6))
		if q.In[i].Key != "" {
			b.Hits = append(b.Hits, draw.Hit{X: lx, Y: ly - b.font, W: cw - b.font*0.6, H: step, Key: q.In[i].Key, Tip: q.In[i].Name})
		}
	}
	if more > 0 && room > 0 {
		i := shown
		b.text(x+pad+float64(i/room)*cw, at+step*float64(i%room+1), draw.Left, b.st.Muted, false, b.clip("… och "+Number(float64(more), 0)+" till", cw-b.font*0.6))
	}
}

func (q *Quadrant) count(noun string) string {
	return strings.TrimSpace(Number(float64(len(q.In)), 0) + " " + noun)
}

func (b *board) sayQuadrants(data QuadrantData) {
	b.Table = [][]string{{"", "Antal", "Vilka"}}
	var parts []string
	for i := range data.Cell {
		q := &data.Cell[i]
		var names []string
		for _, n := range q.In {
			names = append(names, n.Name)
		}
		b.Table = append(b.Table, []string{q.Name, Number(float64(len(q.In)), 0), strings.Join(names, ", ")})
		parts = append(parts, strings.TrimSpace(q.Name+" "+q.count(data.Noun)))
	}
	b.alt(orElse(data.Title, "Fyra fält"), parts, data.Note)
}
