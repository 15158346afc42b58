package pdf

import (
	"math"
	"slices"
	"strconv"
)

// contents lists the headings that follow it with their pages, each line a link.
func (e *engine) contents(b *block, w float64, parent int) []strip {
	title := *b
	title.level = 2
	if title.text == "" {
		title.text = "Innehåll"
	}
	out := e.heading(&title, w, parent)
	toc := -1
	shallow := math.MaxInt
	for _, h := range e.tocs {
		if !h.quiet {
			shallow = min(shallow, h.level)
		}
	}
	own := slices.IndexFunc(e.tocs, func(h heading) bool { return h.quiet && h.level == 2 && h.text == title.text })
	for n, h := range e.tocs {
		if n < own || h.quiet || h.level > b.level {
			continue
		}
		out = append(out, e.contentsLine(h, n, h.level-shallow, w, &toc, parent))
	}
	out[len(out)-1].glue = false
	return out
}

func (e *engine) contentsLine(h heading, n, depth int, w float64, toc *int, parent int) strip {
	indent, face, gap := float64(depth)*14, Regular, 2.0
	if depth == 0 {
		face, gap = SemiBold, 5
	}
	t := e.textBlock(e.words(h.text, face, ink), bodySize, w-indent-40)
	number := "00"
	if e.known != nil {
		number = strconv.Itoa(h.at.page + 1)
	}
	return strip{gap: gap, h: t.height(), draw: func(e *engine, x, y float64) {
		if *toc < 0 {
			*toc = e.elem(RoleTOC, parent)
		}
		link := e.elem(RoleLink, e.elem(RoleRef, e.elem(RoleTOCI, *toc)))
		e.out.elems[link].Target = headingAnchor(n)
		e.out.elems[link].Alt = h.text + ", sida " + number
		t.draw(e, link, 0, len(t.lines), x+indent, y)
		nw := width(number, Regular, bodySize)
		last := y + float64(len(t.lines)-1)*t.lead + ascent(bodySize)
		e.put(link, TextMark{X: x + w - nw, Y: last, Size: bodySize, W: nw, Color: inkMuted, Text: number + " "})
		e.out.annots = append(e.out.annots, annot{page: e.page, x: x, y: y, w: w, h: t.height(), elem: link})
	}}
}
