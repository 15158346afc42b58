package pdf

import (
	"image/color"

	"itportfoljen/app/base/draw"
)

// Box sets what fn adds in a box with a title, such as what is proposed to be
// decided. The status tints it and is never all that tells: the title carries
// the words. A box stays on one page if it fits there; else it goes on.
func (f *Flow) Box(title string, s Status, fn func(f *Flow)) {
	in := &Flow{width: f.width - boxLeft - boxRight, tight: true}
	fn(in)
	f.add(block{kind: kBox, text: title, status: s, parts: []*Flow{in}})
}

const (
	boxLeft  = 15.0 // from the edge of a box to its text
	boxRight = 12.0
	boxPad   = 9.0
	boxBar   = 3.0 // the line down its left side
	boxGap   = 12.0
)

// frame is a box being drawn: a piece on each page that it stands on.
type frame struct {
	elem   int
	x, w   float64
	status Status
	pieces []framePiece
	open   bool
}

type framePiece struct {
	page        int
	x, from, to float64
}

// cover stretches the box over what lies between two heights of the page.
func (f *frame) cover(e *engine, from, to float64) {
	if n := len(f.pieces); n > 0 && f.pieces[n-1].page == e.page {
		p := &f.pieces[n-1]
		p.from, p.to = min(p.from, from), max(p.to, to)
		return
	}
	f.pieces = append(f.pieces, framePiece{e.page, f.x, from, to})
}

// box is a heading and the strips within it, moved in from the edges.
func (e *engine) box(b *block, w float64, parent int) []strip {
	f := &frame{w: w, status: b.status, elem: -1}
	role := RoleDiv
	if b.text != "" {
		role = RoleSect
	}
	inner := b.parts[0]
	if len(inner.blocks) == 0 && b.text == "" {
		return nil
	}
	f.elem = e.reserve(role, parent)
	e.frames = append(e.frames, f) // before those within it, which lie upon it
	out := e.strips(inner, f.elem)
	if b.text != "" {
		out = append([]strip{e.boxTitle(b, inner.width, f)}, out...)
	}
	if len(out) == 0 {
		return nil
	}
	last := len(out) - 1
	for i := range out {
		s := &out[i]
		above, below := 0.0, 0.0
		if i == 0 {
			s.gap, above = boxGap, boxPad
		} else {
			s.frames = append([]*frame{f}, s.frames...)
		}
		if i == last {
			below = boxPad
		}
		s.h += above + below
		s.indent += boxLeft
		draw, h := s.draw, s.h
		s.draw = func(e *engine, x, y float64) {
			if !f.open {
				f.open, f.x = true, x
				e.hook(f.elem)
			}
			f.cover(e, y, y+h)
			if draw != nil {
				draw(e, x+boxLeft, y+above)
			}
		}
	}
	out[last].glue = false
	return append(e.kept(out), strip{gap: boxGap - 5})
}

// boxTitle is the heading of a box, at the level after the one it stands under.
func (e *engine) boxTitle(b *block, w float64, f *frame) strip {
	c := e.doc.headInk()
	if b.status != None && b.status != Idle {
		_, c = plateColor(b.status)
	}
	t := e.textBlock(e.words(b.text, SemiBold, c), headingSize[3], w)
	return strip{h: t.height() + 2, glue: true, draw: func(e *engine, x, y float64) {
		t.draw(e, e.headingElem(4, b.text, y, f.elem, true), 0, len(t.lines), x, y)
	}}
}

// underlay puts the boxes beneath what stands in them, when it is known where
// they begin and end on each page.
func (e *engine) underlay() {
	under := make([][]Item, len(e.out.pages))
	put := func(page int, m Mark) { under[page] = append(under[page], Item{Elem: Artifact, Mark: m}) }
	for _, f := range e.frames {
		fill, edge, bar := f.colors(e)
		for n, p := range f.pieces {
			h := p.to - p.from
			if n < len(f.pieces)-1 {
				h += 4 // it goes on
			}
			put(p.page, draw.Rect{X: p.x, Y: p.from, W: f.w, H: h, Fill: fill, Stroke: edge, StrokeWidth: 0.6})
			put(p.page, draw.Rect{X: p.x, Y: p.from, W: boxBar, H: h, Fill: bar})
		}
	}
	for i, items := range under {
		if len(items) > 0 {
			e.out.pages[i].Items = append(items, e.out.pages[i].Items...)
		}
	}
}

// colors are a box's tint, its edge and the bar down its side.
func (f *frame) colors(e *engine) (fill, edge, bar color.NRGBA) {
	if f.status == None || f.status == Idle {
		return zebra, hairHead, e.doc.headInk()
	}
	fill, bar = plateColor(f.status)
	return fill, hairHead, bar
}
