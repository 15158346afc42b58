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
	for _, x := range b.list {
		out = append(out, e.contentsLine(x, w, &toc, parent))
	}
	if b.list != nil {
		out[len(out)-1].glue = false
		return out
	}
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
		x := listed{text: h.text, anchor: headingAnchor(n), page: -1, depth: h.level - shallow}
		if e.known != nil {
			x.page = e.doc.from + h.at.page
		}
		out = append(out, e.contentsLine(x, w, &toc, parent))
	}
	out[len(out)-1].glue = false
	return out
}

// contentsLine is a line of contents; a page below 0 isn't known yet.
func (e *engine) contentsLine(line listed, w float64, toc *int, parent int) strip {
	indent, face, gap := float64(line.depth)*14, Regular, 2.0
	if line.depth == 0 {
		face, gap = SemiBold, 5
	}
	words := e.words(line.text, face, ink)
	if line.aside != "" {
		words = append(words, e.words(" "+line.aside, Regular, inkMuted)...)
	}
	t := e.textBlock(words, bodySize, w-indent-40)
	number := "00"
	if line.page >= 0 {
		number = strconv.Itoa(line.page + 1)
	}
	return strip{gap: gap, h: t.height(), draw: func(e *engine, x, y float64) {
		if *toc < 0 {
			*toc = e.elem(RoleTOC, parent)
		}
		link := e.elem(RoleLink, e.elem(RoleRef, e.elem(RoleTOCI, *toc)))
		e.out.elems[link].Target = line.anchor
		e.out.elems[link].Alt = line.text + ", sida " + number
		t.draw(e, link, 0, len(t.lines), x+indent, y)
		nw := width(number, Regular, bodySize)
		last := y + float64(len(t.lines)-1)*t.lead + ascent(bodySize)
		e.put(link, TextMark{X: x + w - nw, Y: last, Size: bodySize, W: nw, Color: inkMuted, Text: number + " "})
		e.out.annots = append(e.out.annots, annot{page: e.page, x: x, y: y, w: w, h: t.height(), elem: link})
	}}
}
