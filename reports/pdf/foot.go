package pdf

import (
	"fmt"
	"strconv"

	"itportfoljen/app/base/draw"
)

// Footnotes. Their marks are numbered as the runs are made ready, which is in
// reading order. A strip knows the notes whose marks it holds, so that a page
// keeps room for them; a note longer than that room goes on at the bottom of the
// next page.

const (
	footScale = 0.66 // of a mark to the text it stands in
	footRise  = 0.36
	footRoom  = 0.4 // of a page may be footnotes
	footAbove = 9.0 // from the flow to the rule and from it to the notes
)

// foot is a footnote.
type foot struct {
	n      int
	text   string
	parent int // the element that its mark stands in
	note   int // its own, -1 until it is set
	due    bool
}

// footLine is a line of a footnote that waits for the bottom of a page.
type footLine struct {
	foot  *foot
	block *textBlock
	i     int
}

// footMark is the mark of a Run's note; the same Run made ready again, as in a
// table that is divided, has the same number.
func (e *engine) footMark(r *Run, from int, space string) styled {
	f := e.feet[r]
	if f == nil {
		f = &foot{n: len(e.feet) + 1, text: r.Foot, note: -1}
		if e.feet == nil {
			e.feet = map[*Run]*foot{}
		}
		e.feet[r] = f
	}
	return styled{text: strconv.Itoa(f.n) + space, color: e.doc.accent(), from: from, scale: footScale, rise: footRise, stick: true, foot: f}
}

func (f *foot) anchor() string { return "\x00not " + strconv.Itoa(f.n) }

// footLink is the element of a mark that stands within an element. A note whose
// strip didn't say that it holds it is set nevertheless.
func (e *engine) footLink(f *foot, elem int) int {
	if f.note < 0 {
		f.parent = elem
	}
	if !f.due {
		e.at.owe(f)
	}
	id := e.elem(RoleLink, e.elem(RoleRef, elem))
	e.out.elems[id].Target = f.anchor()
	e.out.elems[id].Alt = fmt.Sprintf("Fotnot %d", f.n)
	return id
}

// footIndent is where the text of notes begins, after their numbers.
func (e *engine) footIndent() float64 {
	return width(strconv.Itoa(max(len(e.feet), 10)), Regular, footSize) + 5
}

// lines are those of a note across the page.
func (f *foot) lines(e *engine, w float64) []footLine {
	t := e.textBlock(e.words(f.text, Regular, inkMuted), footSize, w-e.footIndent())
	out := make([]footLine, len(t.lines))
	for i := range out {
		out[i] = footLine{f, t, i}
	}
	return out
}

// footHeight is what so many lines of notes take, at most what a page gives them.
func footHeight(lines int, room float64) float64 {
	if lines == 0 {
		return 0
	}
	return min(2*footAbove+float64(lines)*leading(footSize), room*footRoom)
}

// drawFeet sets the lines of notes that have room below y, and gives those left.
func (e *engine) drawFeet(lines []footLine, y, floor, w float64) []footLine {
	lead := leading(footSize)
	n := min(len(lines), max(1, int((floor-y-2*footAbove+0.01)/lead)))
	if n == 0 {
		return nil
	}
	y = floor - float64(n)*lead
	e.put(Artifact, draw.Line{X1: marginX, Y1: y - footAbove + 3, X2: marginX + min(120, w), Y2: y - footAbove + 3, Width: 0.6, Color: hairHead})
	for _, ln := range lines[:n] {
		f := ln.foot
		if f.note < 0 {
			f.note = e.elem(RoleNote, f.parent)
			e.out.elems[f.note].ID = fmt.Sprintf("not%05d", f.n)
			e.out.anchors[f.anchor()] = place{e.page, y}
			number := strconv.Itoa(f.n)
			e.put(e.elem(RoleLbl, f.note), TextMark{X: marginX, Y: y + ascent(footSize), Size: footSize,
				W: width(number, Regular, footSize), Color: e.doc.accent(), Text: number + " "})
		}
		ln.block.draw(e, f.note, ln.i, ln.i+1, marginX+e.footIndent(), y)
		y += lead
	}
	return lines[n:]
}
