package pdf

import (
	"image/color"
	"strconv"

	"itportfoljen/app/base/draw"
)

// look is how runs are drawn where they stand.
type look struct {
	bold, muted bool
	color       color.NRGBA
}

// style makes runs ready for breaking into lines.
func (e *engine) style(runs []Run, l look) []styled {
	out := make([]styled, 0, len(runs))
	for _, r := range runs {
		s := styled{text: e.clean(r.Text), color: ink, link: e.target(r.Link)}
		if r.PageOf != "" {
			s.text += e.pageNumber(r.PageOf)
		}
		switch {
		case r.Bold || l.bold:
			s.face = SemiBold
		case r.Italic:
			s.face = Italic
		}
		switch {
		case r.Color.A != 0:
			s.color = flat(r.Color)
		case s.link != "":
			s.color = e.doc.accent()
		case r.Muted || l.muted:
			s.color = inkMuted
		case l.color.A != 0:
			s.color = l.color
		}
		out = append(out, s)
	}
	return out
}

// target is the link if it leads anywhere.
func (e *engine) target(link string) string {
	if link == "" || external(link) {
		return link
	}
	if e.known != nil {
		if _, ok := e.known[link]; !ok {
			return ""
		}
	}
	return link
}

func (e *engine) pageNumber(anchor string) string {
	if e.known == nil {
		return "00"
	}
	at, ok := e.known[anchor]
	if !ok {
		return "–"
	}
	return strconv.Itoa(at.page + 1)
}

// textBlock is runs broken into lines, belonging to one element.
type textBlock struct {
	runs   []styled
	lines  []line
	size   float64
	lead   float64
	right  bool // set flush right in width
	center bool
	inset  float64 // from the right, of what is flush right
	width  float64
	links  map[int]int
}

func (e *engine) textBlock(runs []styled, size, w float64) *textBlock {
	return &textBlock{runs: runs, lines: breakLines(runs, size, w), size: size, lead: leading(size), width: w}
}

// leading is the distance between baselines.
func leading(size float64) float64 { return size * 1.32 }

// ascent is how far below the top of a line its baseline lies.
func ascent(size float64) float64 { return size * 1.01 }

func (t *textBlock) height() float64 { return float64(len(t.lines)) * t.lead }

// draw sets lines from to to, the first with its top at y.
func (t *textBlock) draw(e *engine, elem, from, to int, x, y float64) {
	for i := from; i < to && i < len(t.lines); i++ {
		lx := x
		switch {
		case t.right:
			lx = x + t.width - t.lines[i].w - t.inset
		case t.center:
			lx = x + (t.width-t.lines[i].w)/2
		}
		e.line(t.lines[i], t, elem, lx, y+ascent(t.size), t.size)
		y += t.lead
	}
}

// line sets one line with its baseline at y. Runs with links get Link elements,
// one for each run however many lines it takes.
func (e *engine) line(l line, t *textBlock, elem int, x, y, size float64) {
	for _, p := range l.pieces {
		if p.text == "" {
			continue
		}
		el := elem
		if t != nil && elem != Artifact && t.runs[p.run].link != "" {
			el = e.link(t, p.run, elem)
			e.out.annots = append(e.out.annots, annot{page: e.page, x: x + p.x, y: y - size*0.8, w: p.w, h: size * 1.05, elem: el})
			if external(t.runs[p.run].link) {
				e.put(Artifact, draw.Line{X1: x + p.x, Y1: y + 1.5, X2: x + p.x + p.w, Y2: y + 1.5, Width: 0.4, Color: p.color})
			}
		}
		e.put(el, TextMark{X: x + p.x, Y: y, Size: size, W: p.w, Face: p.face, Color: p.color, Text: p.text})
	}
}

func (e *engine) link(t *textBlock, run, parent int) int {
	if id, ok := t.links[run]; ok {
		return id
	}
	if t.links == nil {
		t.links = map[int]int{}
	}
	id := e.elem(RoleLink, parent)
	e.out.elems[id].Target = t.runs[run].link
	e.out.elems[id].Alt = t.runs[run].text
	t.links[run] = id
	return id
}
