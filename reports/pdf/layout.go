package pdf

import (
	"fmt"
	"sort"
	"strings"
)

// place is a point in the document, for links and bookmarks.
type place struct {
	page int
	y    float64
}

// heading is an entry of the outline.
type heading struct {
	text  string
	level int
	at    place
	quiet bool // not in the contents
}

// annot is the area of a link.
type annot struct {
	page       int
	x, y, w, h float64
	elem       int
}

// layout is a finished document: what both backends draw.
type layout struct {
	pages   []Page
	elems   []Elem
	missing []rune
	outline []heading
	annots  []annot
	anchors map[string]place

	squeezed []string // tables that had to give way to the width of the paper, in words
}

// strip is a part of the flow that isn't divided between pages.
type strip struct {
	gap     float64 // air above, dropped at the top of a page
	h       float64
	glue    bool         // keep on the same page as the next strip
	keep    bool         // the same, if all that is kept so fits on a page
	fresh   bool         // begin a new page
	head    *tableHead   // the table that goes on here: its head is repeated after a break
	group   *groupGoesOn // and the group's name
	inside  bool         // begins within a table row
	after   float64      // room that must be left below it on the page, unless what it is glued to ends without
	carried *carriedOver // what is carried over where the page breaks before it
	draw    func(e *engine, x, y float64)
}

// engine lays a document out once.
type engine struct {
	cleaner
	doc    *Doc
	out    *layout
	page   int
	level  int // of the last heading
	known  map[string]place
	tocs   []heading // headings as the previous pass found them
	heads  int       // headings drawn so far
	bottom float64
}

// layout gives the finished pages, laying the document out the first time.
// Page numbers are only known afterwards, so a document that mentions them is
// laid out again until they agree.
func (d *Doc) layout() *layout {
	if d.done != nil {
		return d.done
	}
	var prev *layout
	for range 5 {
		cur := d.pass(prev)
		if !refers(d.blocks) || (prev != nil && samePlaces(prev, cur)) {
			prev = cur
			break
		}
		prev = cur
	}
	d.done = prev
	return prev
}

// refers says that something in the blocks depends on where other things land.
func refers(blocks []block) bool {
	for i := range blocks {
		b := &blocks[i]
		if b.kind == kTOC || runsRefer(b.runs) {
			return true
		}
		for _, it := range b.items {
			if runsRefer(it) {
				return true
			}
		}
		for _, p := range b.parts {
			if refers(p.blocks) {
				return true
			}
		}
		if b.table != nil && tableRefers(b.table) {
			return true
		}
	}
	return false
}

func tableRefers(t *Table) bool {
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			if runsRefer(c.Runs) {
				return true
			}
		}
	}
	return false
}

func runsRefer(runs []Run) bool {
	for _, r := range runs {
		if r.PageOf != "" || (r.Link != "" && !external(r.Link)) {
			return true
		}
	}
	return false
}

func external(link string) bool {
	return strings.HasPrefix(link, "http://") || strings.HasPrefix(link, "https://") || strings.HasPrefix(link, "mailto:")
}

func samePlaces(a, b *layout) bool {
	if len(a.pages) != len(b.pages) || len(a.anchors) != len(b.anchors) || len(a.outline) != len(b.outline) {
		return false
	}
	for k, v := range a.anchors {
		if b.anchors[k].page != v.page {
			return false
		}
	}
	return true
}

func (d *Doc) pass(prev *layout) *layout {
	e := &engine{doc: d, out: &layout{anchors: map[string]place{}}, page: -1}
	if prev != nil {
		e.known, e.tocs = prev.anchors, prev.outline
	} else {
		e.tocs = guessHeadings(d.blocks)
	}
	_, h := pageSize(d.meta)
	e.bottom = h - bottom
	e.out.elems = append(e.out.elems, Elem{Role: RoleDocument, Parent: -1})
	e.newPage()
	for n := len(d.blocks); n > 0 && d.blocks[n-1].kind == kBreak; n-- {
		d.blocks = d.blocks[:n-1]
	}
	e.paginate(e.strips(d.Flow, 0))
	e.footers()
	for r := range e.missing {
		e.out.missing = append(e.out.missing, r)
	}
	sort.Slice(e.out.missing, func(i, j int) bool { return e.out.missing[i] < e.out.missing[j] })
	return e.out
}

// guessHeadings lists the headings before anything has a page.
func guessHeadings(blocks []block) []heading {
	var out []heading
	for i := range blocks {
		b := &blocks[i]
		switch b.kind {
		case kTitle:
			out = append(out, heading{text: b.head[1], level: 1, quiet: true})
		case kHeading:
			if b.text != "" {
				out = append(out, heading{text: b.text, level: b.level})
			}
		case kTOC:
			out = append(out, heading{text: b.text, level: 2, quiet: true})
		}
		for _, p := range b.parts {
			out = append(out, guessHeadings(p.blocks)...)
		}
	}
	return out
}

func (e *engine) newPage() {
	w, h := pageSize(e.doc.meta)
	e.out.pages = append(e.out.pages, Page{W: w, H: h})
	e.page++
}

// paginate places strips down the pages. Strips glued together move to the next
// page as one, unless they are taller than a page.
func (e *engine) paginate(strips []strip) {
	y, atTop := top, true
	for i := 0; i < len(strips); {
		n, need := chain(strips[i:], true)
		if need-strips[i].gap > e.bottom-top {
			n, need = chain(strips[i:], false)
		}
		if strips[i].fresh && !atTop {
			e.newPage()
			y, atTop = top, true
		}
		if atTop {
			need -= strips[i].gap
		}
		need += strips[i+n-1].after
		if !atTop && y+need > e.bottom+0.01 && (need <= e.bottom-top || y > top+(e.bottom-top)*0.6) {
			y, atTop = e.turn(&strips[i], y), true
		}
		whole := y+need <= e.bottom+0.01
		for _, s := range strips[i : i+n] {
			if !atTop && !whole && y+s.gap+s.h+s.after > e.bottom+0.01 && s.h > 0 {
				y, atTop = e.turn(&s, y), true
			}
			if !atTop {
				y += s.gap
			}
			if s.draw != nil {
				s.draw(e, marginX, y)
			}
			y += s.h
			atTop = atTop && s.h == 0
		}
		i += n
	}
}

// turn begins a new page before a strip, y being where the last one ended, and
// gives the y at which the strip begins.
func (e *engine) turn(s *strip, y float64) float64 {
	if s.carried != nil {
		s.carried.draw(e, "Transport", marginX, y)
	}
	e.newPage()
	return e.continued(s)
}

// continued draws the head of a table that goes on, what is carried over and the
// name of the group, and gives the y below them.
func (e *engine) continued(s *strip) float64 {
	y := top
	if s.head != nil {
		s.head.draw(e, Artifact, marginX, y)
		y += s.head.h
	}
	if s.carried != nil {
		s.carried.draw(e, "Transporterat", marginX, y)
		y += s.carried.height(e)
	}
	if s.group != nil {
		s.group.draw(e, marginX, y)
		y += s.group.h
	}
	if s.inside && y > top {
		y += cellPad
	}
	return y
}

// chain is how many strips are kept together from the first, softly or only as
// they must, and their height.
func chain(strips []strip, soft bool) (n int, height float64) {
	for i, s := range strips {
		if i > 0 && s.fresh {
			return i, height
		}
		height += s.gap + s.h
		if !s.glue && !(soft && s.keep) {
			return i + 1, height
		}
	}
	return len(strips), height
}

// stack is the height of strips under one another.
func stack(strips []strip) float64 {
	h := 0.0
	for i, s := range strips {
		if i > 0 {
			h += s.gap
		}
		h += s.h
	}
	return h
}

// drawStack draws strips under one another.
func (e *engine) drawStack(strips []strip, x, y float64) {
	for i, s := range strips {
		if i > 0 {
			y += s.gap
		}
		if s.draw != nil {
			s.draw(e, x, y)
		}
		y += s.h
	}
}

// footers are drawn last, when the number of pages is known.
func (e *engine) footers() {
	left := e.clean(e.doc.meta.Footer)
	total := len(e.out.pages)
	for i := range e.out.pages {
		e.page = i
		p := &e.out.pages[i]
		y := p.H - 31
		right := fmt.Sprintf("Sida %d av %d", i+1, total)
		w := width(right, Regular, noteSize)
		e.put(Artifact, TextMark{X: p.W - marginX - w, Y: y, Size: noteSize, W: w, Color: inkMuted, Text: right})
		if left == "" {
			continue
		}
		ls := breakLines([]styled{{text: left, color: inkMuted}}, noteSize, p.W-2*marginX-w-gutter)
		e.line(ls[0], nil, Artifact, marginX, y, noteSize)
	}
}

// put adds a mark to the current page.
func (e *engine) put(elem int, m Mark) {
	p := &e.out.pages[e.page]
	p.Items = append(p.Items, Item{Elem: elem, Mark: m})
}

// elem adds a structure element and gives its index.
func (e *engine) elem(role Role, parent int) int {
	id := len(e.out.elems)
	e.out.elems = append(e.out.elems, Elem{Role: role, Parent: parent, page: e.page})
	p := &e.out.elems[parent]
	p.Kids = append(p.Kids, id)
	return id
}
