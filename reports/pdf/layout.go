package pdf

import (
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
	lacks    string   // which characters the typeface lacks, in words
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
	within  *rowGoesOn   // begins within this table row
	after   float64      // room that must be left below it on the page, unless what it is glued to ends without
	carried *carriedOver // what is carried over where the page breaks before it
	paper   turn         // with fresh: how the new page lies
	feet    []*foot      // footnotes whose marks it holds
	frames  []*frame     // boxes that it goes on in, the outermost first
	indent  float64      // of a repeated head from the margin
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
	turned bool      // the paper, where strips are being made
	tall   float64   // the room for strips on such paper, on the least of its pages
	at     *cursor   // where pages are being filled
	within int       // how deep among parts of the document
	feet   map[*Run]*foot
	frames []*frame
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
	e.out.elems = append(make([]Elem, 0, roughly(d.blocks)), Elem{Role: RoleDocument, Parent: -1})
	for n := len(d.blocks); n > 0 && (d.blocks[n-1].kind == kBreak || d.blocks[n-1].kind == kPaper); n-- {
		d.blocks = d.blocks[:n-1]
	}
	e.turn(d.meta.Landscape)
	w, _ := pageSize(d.meta.Landscape)
	strips := e.blocks(d.blocks, w-2*marginX, 0)
	strips = append(strips, e.lacking()...)
	e.turn(d.meta.Landscape)
	e.paginate(strips)
	e.underlay()
	e.running()
	for r := range e.missing {
		e.out.missing = append(e.out.missing, r)
	}
	sort.Slice(e.out.missing, func(i, j int) bool { return e.out.missing[i] < e.out.missing[j] })
	return e.out
}

// roughly is how many elements blocks become, give or take some.
func roughly(blocks []block) int {
	n := 8
	for i := range blocks {
		n += 2
		if t := blocks[i].table; t != nil {
			n += (len(t.Rows) + 2) * (len(t.Cols) + 1)
		}
		for _, p := range blocks[i].parts {
			n += roughly(p.blocks)
		}
	}
	return n
}

// guessHeadings lists the headings before anything has a page.
func guessHeadings(blocks []block) []heading {
	var out []heading
	for i := range blocks {
		b := &blocks[i]
		switch b.kind {
		case kTitle:
			out = append(out, heading{text: b.head[1], level: 1, quiet: true})
		case kHeading, kColumns:
			if b.text != "" {
				out = append(out, heading{text: b.text, level: b.level})
			}
		case kTOC:
			out = append(out, heading{text: b.text, level: 2, quiet: true})
		case kBox:
			if b.text != "" {
				out = append(out, heading{text: b.text, level: 4, quiet: true})
			}
		}
		for _, p := range b.parts {
			out = append(out, guessHeadings(p.blocks)...)
		}
	}
	return out
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

// reserve makes a structure element that isn't in its parent's list before hook
// is called: for what holds others, whose strips are made before it is drawn.
func (e *engine) reserve(role Role, parent int) int {
	id := len(e.out.elems)
	e.out.elems = append(e.out.elems, Elem{Role: role, Parent: parent})
	return id
}

// hook puts a reserved element in its parent's list.
func (e *engine) hook(id int) {
	e.out.elems[id].page = e.page
	p := &e.out.elems[e.out.elems[id].Parent]
	p.Kids = append(p.Kids, id)
}
