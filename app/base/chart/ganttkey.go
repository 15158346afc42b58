package chart

import (
	"image/color"
	"strings"

	"itportfoljen/app/base/draw"
)

// words says beside a bar what it is in: with its light where there is one, and what day it
// lacks. They stand after the bar, else before it, else in it; without room the light stands
// alone, and the table has the rest.
func (g *gantt) words(r *GanttRow, from, to, y float64, fill color.NRGBA) {
	lacks := ""
	switch {
	case r.To.IsZero():
		lacks = "slut saknas"
	case r.From.IsZero():
		lacks = "start saknas"
	}
	said := strings.Join(filled(r.Phase, r.Status, lacks), ", ")
	mid := y + GanttRowHeight(g.font)/2
	lamp := 0.0
	if r.Light != Unlit {
		lamp = g.font * 1.05
	}
	gap := g.font * 0.5
	write := func(x float64, text string, ink color.NRGBA) {
		if lamp > 0 {
			g.light(r.Light, x+lamp*0.4, mid)
		}
		g.text(x+lamp, mid+g.font*0.35, draw.Left, ink, false, text)
	}
	for _, text := range []string{said, lacks, r.Status} {
		w := g.width(text) + lamp
		switch {
		case text == "" && lamp == 0:
		case to+gap+w <= g.W:
			write(g.offToday(to+gap, w, 1), text, g.st.Muted)
			return
		case from-gap-w >= g.v.Names:
			write(g.offToday(from-gap-w, w, -1), text, g.st.Muted)
			return
		case lamp == 0 && len(r.Marks) == 0 && len(r.Done) == 0 && r.Look < Finished && lacks == "" && w+2*gap <= to-from:
			write(from+gap, text, g.on(fill))
			return
		}
	}
}

// offToday moves words at x that the line of today would cross past it, dir away from the bar
// they stand at, when there is room.
func (g *gantt) offToday(x, w, dir float64) float64 {
	at, air := g.v.Scale.At(g.v.Today), g.font*0.4
	if g.v.Today.IsZero() || at <= x-air || at >= x+w+air {
		return x
	}
	past := at + air
	if dir < 0 {
		past = at - air - w
	}
	if past < g.v.Names || past+w > g.W {
		return x
	}
	return past
}

// light draws how something goes, each in a form of its own.
func (g *gantt) light(l Light, x, y float64) {
	s := g.font * 0.36
	switch l {
	case Green:
		g.Add(draw.Circle{X: x, Y: y, R: s, Fill: g.st.Good})
	case Amber:
		g.Add(draw.Polygon{Points: [][2]float64{{x - s*1.15, y + s}, {x + s*1.15, y + s}, {x, y - s}}, Fill: g.st.Warn})
	case Red:
		g.Add(draw.Rect{X: x - s*0.9, Y: y - s*0.9, W: s * 1.8, H: s * 1.8, Fill: g.st.Bad})
	}
}

// lookNames are what the key calls the looks.
var lookNames = [...]string{"idé eller beredning", "väntar på beslut", "beslutad", "pågår", "klar", "vilande eller avbruten"}

// key explains the forms and signs that the picture has, and gives where it ends.
func (g *gantt) key(lines []GanttLine, y float64) float64 {
	var forms [len(lookNames)]bool
	var signs [len(signNames)]bool
	done := false
	for _, l := range lines {
		if l.Row == nil {
			continue
		}
		forms[l.Row.Look] = true
		done = done || len(l.Row.Done) > 0
		for _, m := range l.Row.Marks {
			signs[m.Sign] = signs[m.Sign] || !m.On.IsZero()
		}
	}
	row, x := g.font*1.7, 0.0
	entry := func(w float64, name string, paint func(x, mid float64)) {
		name = g.clip(name, g.W-w-4)
		if full := w + 4 + g.width(name); x > 0 && x+full > g.W {
			x, y = 0, y+row
		}
		paint(x, y+row/2)
		g.text(x+w+4, y+row/2+g.font*0.35, draw.Left, g.st.Muted, false, name)
		x += w + 4 + g.width(name) + g.font*1.3
	}
	for f, used := range forms {
		if !used {
			continue
		}
		fill, edge, low := g.look(&GanttRow{Look: Look(f)})
		entry(16, lookNames[f], func(x, mid float64) {
			h := g.font * 0.85
			if low {
				h *= 0.55
			}
			g.Add(draw.Rect{X: x, Y: mid - h/2, W: 16, H: h, Radius: 2, Fill: fill, Stroke: edge, StrokeWidth: 1})
		})
	}
	if done {
		entry(16, "gjort", func(x, mid float64) {
			g.Add(draw.Rect{X: x, Y: mid + g.font*0.05, W: 16, H: g.font * 0.35, Fill: darker(g.st.Accent)})
		})
	}
	for s, used := range signs {
		if used {
			entry(g.font*1.1, signNames[s], func(x, mid float64) { g.sign(Sign(s), false, x+g.font*0.58, mid, g.font*0.42) })
		}
	}
	if at := g.v.Scale.At(g.v.Today); !g.v.Today.IsZero() && at >= g.v.Names && at <= g.W {
		entry(4, "i dag, "+g.v.Today.ShortYear(), func(x, mid float64) {
			g.Add(draw.Rect{X: x + 1, Y: mid - g.font*0.5, W: 1.5, H: g.font, Fill: g.st.Bad})
		})
	}
	return y + row + 2
}
