package pdf

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Leaf is a document that is bound with others: what its bookmark and its line in the contents
// say, and a muted remark after that line.
type Leaf struct {
	Title string
	Doc   *Doc
	Aside string
}

// most that the contents of what is bound list of the chapters of a leaf; one with more has a
// list of its own.
const mostChapters = 14

// Bind makes one document of several, with the Meta of blank: a cover, which write begins and
// which ends with contents, and then each leaf with its own running header and footer, its bookmarks under its own, and
// pages that are numbered through it all. What a leaf says of its pages follows. Nothing may be
// added to the leaves; the same leaves give the same bytes.
func Bind(blank *Doc, write func(cover *Doc), leaves []Leaf) *Doc {
	d := blank.Fresh()
	var cover *Doc
	for range 6 {
		before := counts(cover, leaves)
		cover = d.Fresh()
		write(cover)
		cover.bound(leaves)
		after := counts(cover, leaves)
		from := 0
		for i, doc := range docs(cover, leaves) {
			doc.renumber(from, sum(after))
			from += after[i]
		}
		if slices.Equal(before, counts(cover, leaves)) {
			break
		}
	}
	d.done = join(cover, leaves)
	return d
}

func docs(cover *Doc, leaves []Leaf) []*Doc {
	out := []*Doc{cover}
	for _, l := range leaves {
		out = append(out, l.Doc)
	}
	return out
}

// counts are how many pages each has; nil before there is a cover.
func counts(cover *Doc, leaves []Leaf) (out []int) {
	if cover == nil {
		return nil
	}
	for _, d := range docs(cover, leaves) {
		out = append(out, len(d.layout().pages))
	}
	return out
}

func sum(ns []int) (all int) {
	for _, n := range ns {
		all += n
	}
	return all
}

// renumber says how many pages stand before the document and how many there are in all, and
// sets anew what its pages say of that.
func (d *Doc) renumber(from, of int) {
	if d.done != nil && d.from == from && d.of == of {
		return
	}
	before := d.layout()
	d.from, d.of = from, of
	d.done = d.pass(before)
	if refers(d.blocks) && !samePlaces(before, d.done) {
		d.done = nil
		d.layout()
	}
}

// listed is a line of contents that lists what stands in other documents.
type listed struct {
	text, aside, anchor string
	page, depth         int
}

// leafName goes before the names of a leaf's anchors and notes, which are its own.
func leafName(i int) string { return "\x01" + strconv.Itoa(i) + " " }

// bound ends a cover with the contents of what is bound: the leaves with their chapters.
func (d *Doc) bound(leaves []Leaf) {
	d.beyond = map[string]place{}
	var list []listed
	for i, l := range leaves {
		at := l.Doc.from
		lay := l.Doc.layout()
		list = append(list, listed{text: l.Title, aside: l.Aside, anchor: leafName(i), page: at})
		d.beyond[leafName(i)] = place{page: at}
		var chapters []listed
		for n, h := range lay.outline {
			if !h.quiet && h.level == 1 {
				name := leafName(i) + headingAnchor(n)
				chapters = append(chapters, listed{text: h.text, anchor: name, page: at + h.at.page, depth: 1})
				d.beyond[name] = place{page: at + h.at.page}
			}
		}
		if len(chapters) <= mostChapters {
			list = append(list, chapters...)
		}
	}
	d.add(block{kind: kTOC, text: "Innehåll", level: 1, list: list})
}

// join is the layout of all documents as one.
func join(cover *Doc, leaves []Leaf) *layout {
	out := &layout{elems: []Elem{{Role: RoleDocument, Parent: -1}}, anchors: map[string]place{}}
	missing := map[rune]bool{}
	for i, d := range docs(cover, leaves) {
		name, title, l := "", "", d.layout()
		if i > 0 {
			name, title = leafName(i-1), leaves[i-1].Title
			for _, s := range d.Remarks() {
				out.squeezed = append(out.squeezed, title+": "+s)
			}
		}
		for _, r := range l.missing {
			missing[r] = true
		}
		out.append(l, name, title)
	}
	out.missing = slices.Sorted(maps.Keys(missing))
	return out
}

// append adds a document's pages with all that stands on them. What it calls its own gets name
// before it; one with a title is a part under a bookmark of that title.
func (l *layout) append(of *layout, name, title string) {
	from, base := len(l.pages), len(l.elems)
	for _, p := range of.pages {
		items := slices.Clone(p.Items)
		for i := range items {
			if items[i].Elem >= 0 {
				items[i].Elem += base
			}
		}
		l.pages = append(l.pages, Page{W: p.W, H: p.H, Items: items})
	}
	for i, e := range of.elems {
		e.Kids = slices.Clone(e.Kids)
		for k := range e.Kids {
			e.Kids[k] += base
		}
		e.page += from
		if e.Target != "" && !external(e.Target) && !strings.HasPrefix(e.Target, "\x01") {
			e.Target = name + e.Target
		}
		if e.ID != "" {
			e.ID = strconv.Itoa(base) + e.ID
		}
		if e.Parent += base; i == 0 {
			e.Role, e.Parent = RolePart, 0
			l.elems[0].Kids = append(l.elems[0].Kids, base)
		}
		l.elems = append(l.elems, e)
	}
	for key, at := range of.anchors {
		l.anchors[name+key] = place{at.page + from, at.y}
	}
	if name != "" {
		l.anchors[name] = place{from, top}
		l.outline = append(l.outline, heading{text: oneLine(title), level: 1, at: place{from, top}, quiet: true})
	}
	for i, h := range of.outline {
		if name != "" {
			if i == 0 && h.quiet { // its own title, which the bookmark above it stands for
				continue
			}
			h.level++
		}
		h.at.page += from
		l.outline = append(l.outline, h)
	}
	for _, a := range of.annots {
		a.page, a.elem = a.page+from, a.elem+base
		l.annots = append(l.annots, a)
	}
}
