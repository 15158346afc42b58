package pdf

import (
	"fmt"
	"image/color"
	"strings"

	"itportfoljen/app/base/draw"
)

// look is how runs are drawn where they stand.
type look struct {
	bold, muted bool
	color       color.NRGBA
}

// State is what stands in a box to tick.
type State uint8

// The states.
const (
	Open State = iota
	Ticked
	Crossed
)

// spoken is a state in words, for those who don't see the box.
func (s State) spoken() string {
	switch s {
	case Ticked:
		return "bockad ruta"
	case Crossed:
		return "kryssad ruta"
	}
	return "tom ruta"
}

// Tick is a box in a line of text, to be ticked by hand or ticked already.
func Tick(s State) Run { return Run{Text: "☐", box: uint8(s) + 1} }

// Box is a table cell with a box to tick.
func Box(s State) Cell { return Rich(Tick(s)) }

// codeScale is the size of the code of a character that the typeface lacks.
const codeScale = 0.8

// style makes runs ready for breaking into lines.
func (e *engine) style(runs []Run, l look) []styled {
	out := make([]styled, 0, len(runs))
	for i := range runs {
		r := &runs[i]
		s := styled{color: ink, link: e.target(r.Link), from: i}
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
		text := r.Text
		if r.PageOf != "" {
			text += e.pageNumber(r.PageOf)
		}
		switch {
		case r.box != 0:
			s.text, s.box, s.actual, s.with = r.Text, r.box, State(r.box-1).spoken(), len(out)
			out = append(out, s)
		case r.Foot != "":
			bare := strings.TrimRight(text, " ")
			out = e.lettered(out, s, bare)
			out = append(out, e.footMark(r, i, text[len(bare):]))
		default:
			out = e.lettered(out, s, text)
		}
	}
	return out
}

// words are the runs of text that is all in one look.
func (e *engine) words(text string, f Face, c color.NRGBA) []styled {
	return e.lettered(nil, styled{face: f, color: c}, text)
}

// lettered adds text in the look of s. What the typeface lacks becomes □ and its
// code, which are read as the character itself.
func (e *engine) lettered(out []styled, s styled, text string) []styled {
	if plainASCII(text) {
		s.text = text
		return append(out, s)
	}
	n := len(out)
	e.each(text, func(text string) {
		s.text = text
		out = append(out, s)
	}, func(r rune) {
		box := s
		box.text, box.actual, box.with = string(substitute), string(r), len(out)
		code := box
		code.text, code.scale, code.stick = fmt.Sprintf("U+%04X", r), codeScale, true
		out = append(out, box, code)
	})
	if len(out) == n { // nothing to see
		s.text = ""
		out = append(out, s)
	}
	return out
}

// drawBox draws a box to tick with its left edge at x on the baseline y.
func (e *engine) drawBox(s State, elem int, x, y, size float64, c color.NRGBA) {
	w := size * 0.76
	x += size * 0.05
	top := y - w + size*0.08
	e.put(elem, draw.Rect{X: x, Y: top, W: w, H: w, Radius: size * 0.08, Fill: paper, Stroke: c, StrokeWidth: size * 0.075})
	line := func(x1, y1, x2, y2 float64) {
		e.put(elem, draw.Line{X1: x + w*x1, Y1: top + w*y1, X2: x + w*x2, Y2: top + w*y2, Color: c, Width: size * 0.12})
	}
	switch s {
	case Ticked:
		line(0.2, 0.52, 0.42, 0.76)
		line(0.40, 0.77, 0.8, 0.24)
	case Crossed:
		line(0.22, 0.22, 0.78, 0.78)
		line(0.78, 0.22, 0.22, 0.78)
	}
}
