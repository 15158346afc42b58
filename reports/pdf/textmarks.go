package pdf

import (
	"strconv"

	"itportfoljen/app/base/draw"
)

// target is the link if it leads anywhere.
func (e *engine) target(link string) string {
	if link == "" || external(link) {
		return link
	}
	if _, ok := e.doc.beyond[link]; ok || e.known == nil {
		return link
	}
	if _, ok := e.known[link]; !ok {
		return ""
	}
	return link
}

func (e *engine) pageNumber(anchor string) string {
	if at, ok := e.doc.beyond[anchor]; ok {
		return strconv.Itoa(at.page + 1)
	}
	if e.known == nil {
		return "00"
	}
	at, ok := e.known[anchor]
	if !ok {
		return "–"
	}
	return strconv.Itoa(e.doc.from + at.page + 1)
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
	links  map[int]int // Run → its Link
	spans  map[int]int // styled → what it is read as
}

func (e *engine) textBlock(runs []styled, size, w float64) *textBlock {
	return &textBlock{runs: runs, lines: breakLines(runs, size, w), size: size, lead: leading(size), width: w}
}

// leading is the distance between baselines.
func leading(size float64) float64 { return size * 1.32 }

// ascent is how far below the top of a line its baseline lies.
func ascent(size float64) float64 { return size * 1.01 }

// feet are the footnotes whose marks stand in lines from to to.
func (t *textBlock) feet(from, to int) []*foot {
	if from >= len(t.lines) {
		return nil
	}
	var out []*foot
	for _, ln := range t.lines[from:min(to, len(t.lines))] {
		for _, p := range ln.pieces {
			if f := t.runs[p.run].foot; f != nil {
				out = append(out, f)
			}
		}
	}
	return out
}

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
// one for each Run however many lines it takes.
func (e *engine) line(l line, t *textBlock, elem int, x, y, size float64) {
	for _, p := range l.pieces {
		if p.text == "" {
			continue
		}
		r := &t.runs[p.run]
		el := elem
		switch {
		case elem < 0:
		case r.foot != nil:
			el = e.footLink(r.foot, elem)
			e.linked(el, x+p.x, y-size*r.rise, p.w, r.at(size)*1.2)
		case r.link != "":
			el = e.link(t, p.run, elem)
			e.linked(el, x+p.x, y, p.w, size)
			if external(r.link) {
				e.put(Artifact, draw.Line{X1: x + p.x, Y1: y + 1.5, X2: x + p.x + p.w, Y2: y + 1.5, Width: 0.4, Color: p.color})
			}
		}
		if elem >= 0 && r.actual != "" {
			el = e.readAs(t, r, el)
		}
		if r.box != 0 {
			e.drawBox(State(r.box-1), el, x+p.x, y, size, p.color)
			continue
		}
		e.put(el, TextMark{X: x + p.x, Y: y - size*r.rise, Size: r.at(size), W: p.w, Face: p.face, Color: p.color, Text: p.text})
	}
}

// linked makes a link of a piece of text on the baseline y.
func (e *engine) linked(elem int, x, y, w, size float64) {
	e.out.annots = append(e.out.annots, annot{page: e.page, x: x, y: y - size*0.8, w: w, h: size * 1.05, elem: elem})
}

// link is the element of a Run's link, made when its first piece is set.
func (e *engine) link(t *textBlock, run, parent int) int {
	from := t.runs[run].from
	if id, ok := t.links[from]; ok {
		return id
	}
	if t.links == nil {
		t.links = map[int]int{}
	}
	id := e.elem(RoleLink, parent)
	e.out.elems[id].Target = t.runs[run].link
	for _, r := range t.runs {
		switch {
		case r.from != from || r.foot != nil || r.scale != 0:
		case r.actual != "":
			e.out.elems[id].Alt += r.actual
		default:
			e.out.elems[id].Alt += r.text
		}
	}
	t.links[from] = id
	return id
}

// readAs is the element of pieces that are read as something else than they look.
func (e *engine) readAs(t *textBlock, r *styled, parent int) int {
	if id, ok := t.spans[r.with]; ok {
		return id
	}
	if t.spans == nil {
		t.spans = map[int]int{}
	}
	id := e.elem(RoleSpan, parent)
	e.out.elems[id].Actual = r.actual
	t.spans[r.with] = id
	return id
}
