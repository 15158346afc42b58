package pdf

import (
	"math"
	"slices"
	"strconv"
)

// contents lists the headings that follow it with their pages, or what it is told to,
// each line a link. A list that is longer than a page stands in two columns of smaller
// text.
func (e *engine) contents(b *block, w float64, parent int) []strip {
	title := *b
	title.level = 2
	if title.text == "" {
		title.text = "Innehåll"
	}
	out := e.heading(&title, w, parent)
	list := b.list
	if list == nil {
		list = e.headings(title.text, b.level)
	}
	toc := -1
	lines := func(w, size float64) []strip {
		out := make([]strip, len(list))
		for i, x := range list {
			out[i] = e.contentsLine(x, w, size, &toc, parent)
			out[i].glue = i+1 < len(list) && x.depth < list[i+1].depth
		}
		return out
	}
	set := lines(w, bodySize)
	if room := e.tall - stack(out); stack(set) > room {
		each := (w - gutter) / 2
		set = e.inTwo(lines(each, noteSize), each, room)
	}
	out = append(out, set...)
	out[len(out)-1].glue = false
	return out
}

// headings are those down to a level that follow the contents with such a title.
func (e *engine) headings(title string, level int) (out []listed) {
	shallow := math.MaxInt
	for _, h := range e.tocs {
		if !h.quiet {
			shallow = min(shallow, h.level)
		}
	}
	own := slices.IndexFunc(e.tocs, func(h heading) bool { return h.quiet && h.level == 2 && h.text == title })
	for n, h := range e.tocs {
		if n < own || h.quiet || h.level > level {
			continue
		}
		x := listed{text: h.text, anchor: headingAnchor(n), page: -1, depth: h.level - shallow}
		if e.known != nil {
			x.page = e.doc.from + h.at.page
		}
		out = append(out, x)
	}
	return out
}

// inTwo sets lines in two columns, each so wide, on as many pages as it takes; on the
// last the columns are as even as can be. room is what the first page has. A line that
// is glued to the next doesn't end a column.
func (e *engine) inTwo(lines []strip, each, room float64) (out []strip) {
	for len(lines) > 0 {
		left := column(lines, room)
		right := left + column(lines[left:], room)
		if right == len(lines) {
			most := math.Max(stack(lines[:left]), stack(lines[left:]))
			for n := left - 1; n > 0; n-- {
				if h := math.Max(stack(lines[:n]), stack(lines[n:])); h < most && !lines[n-1].glue {
					left, most = n, h
				}
			}
		}
		l, r := lines[:left], lines[left:right]
		out = append(out, strip{gap: l[0].gap, h: math.Max(stack(l), stack(r)), draw: func(e *engine, x, y float64) {
			e.drawStack(l, x, y)
			e.drawStack(r, x+each+gutter, y)
		}})
		lines, room = lines[right:], e.tall
	}
	return out
}

// column is how many lines have room in a column, at least one if there are any.
func column(lines []strip, room float64) int {
	n := 0
	for n < len(lines) && (n == 0 || stack(lines[:n+1]) <= room) {
		n++
	}
	for m := n; m > 1 && n < len(lines); m-- {
		if !lines[m-1].glue {
			return m
		}
	}
	return n
}

// contentsLine is a line of contents; a page below 0 isn't known yet.
func (e *engine) contentsLine(line listed, w, size float64, toc *int, parent int) strip {
	indent, face, gap := float64(line.depth)*14, Regular, 2.0
	if line.depth == 0 {
		face, gap = SemiBold, 5
	}
	words := e.words(line.text, face, ink)
	if line.aside != "" {
		words = append(words, e.words(" "+line.aside, Regular, inkMuted)...)
	}
	t := e.textBlock(words, size, w-indent-30)
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
		nw := width(number, Regular, size)
		last := y + float64(len(t.lines)-1)*t.lead + ascent(size)
		e.put(link, TextMark{X: x + w - nw, Y: last, Size: size, W: nw, Color: inkMuted, Text: number + " "})
		e.out.annots = append(e.out.annots, annot{page: e.page, x: x, y: y, w: w, h: t.height(), elem: link})
	}}
}
