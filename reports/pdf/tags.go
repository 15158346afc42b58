package pdf

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// kid is an entry of an element's K: marked content, a child element or an
// annotation.
type kid struct {
	kind byte // 'm', 'e' or 'a'
	page int
	n    int // MCID, element or annotation
}

// tagger marks the content of pages and remembers which mark belongs to which
// element.
type tagger struct {
	l        *layout
	kids     [][]kid
	attached []bool
	elder    []int   // element → how many of its children are attached
	owners   [][]int // page → MCID → element
	annots   [][]int // element → its annotations
	used     [faceCount]*[1 << 16]bool
}

func newTagger(l *layout) *tagger {
	t := &tagger{l: l, kids: make([][]kid, len(l.elems)), attached: make([]bool, len(l.elems)), elder: make([]int, len(l.elems)),
		owners: make([][]int, len(l.pages)), annots: make([][]int, len(l.elems))}
	for i := range t.used {
		t.used[i] = new([1 << 16]bool)
	}
	for i, a := range l.annots {
		t.annots[a.elem] = append(t.annots[a.elem], i)
	}
	t.attached[0] = true
	return t
}

// drawPage draws a page's items, each run of one element in one marked-content
// sequence. Sequences never nest and never reach over a page.
func (t *tagger) drawPage(c *canvas, page int) {
	items := t.l.pages[page].Items
	t.owners[page] = make([]int, 0, len(items))
	for _, s := range sequences(items) {
		switch {
		case s.running == Header:
			c.raw("/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>> BDC")
		case s.running == Footer:
			c.raw("/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>> BDC")
		case s.elem == Artifact:
			c.raw("/Artifact BMC")
		default:
			c.raw("/" + string(t.l.elems[s.elem].Role) + " <</MCID " + strconv.Itoa(t.mark(s.elem, page)) + ">> BDC")
		}
		for i := s.from; i < s.to; i++ {
			c.draw(items[i].Mark)
			if m, ok := items[i].Mark.(TextMark); ok {
				for _, r := range m.Text {
					t.used[m.Face][r&0xFFFF] = true
				}
			}
		}
		c.raw("EMC")
	}
}

// mark gives the next sequence of a page to an element, and its number.
func (t *tagger) mark(el, page int) int {
	id := len(t.owners[page])
	t.owners[page] = append(t.owners[page], el)
	t.attach(el)
	t.kids[el] = append(t.kids[el], kid{'m', page, id})
	return id
}

// attach puts an element, and before it any elder siblings that have no
// content, in its parent's list; so K follows both reading order and content.
func (t *tagger) attach(el int) {
	if t.attached[el] {
		return
	}
	parent := t.l.elems[el].Parent
	t.attach(parent)
	all := t.l.elems[parent].Kids
	for !t.attached[el] { // those that are attached stand first
		s := all[t.elder[parent]]
		t.elder[parent]++
		t.attached[s] = true
		t.kids[parent] = append(t.kids[parent], kid{'e', 0, s})
	}
}

// attachRest adds elements without content at the end of their parents, and
// annotations to their links.
func (t *tagger) attachRest() {
	for i := range t.l.elems {
		if i > 0 {
			t.attach(i)
		}
		for _, a := range t.annots[i] {
			t.kids[i] = append(t.kids[i], kid{'a', t.l.annots[a].page, a})
		}
	}
}

// tree writes the structure elements and the parent tree and gives the number of
// the root. annotObj are the annotations' object numbers.
func (t *tagger) tree(f *file, annotObj []int) int {
	t.attachRest()
	root := f.add(object{})
	first := len(f.objs)
	num := func(el int) int { return first + el }
	for i := range t.l.elems {
		parent := root
		if i > 0 {
			parent = num(t.l.elems[i].Parent)
		}
		f.add(object{dict: t.element(i, parent, num, annotObj)})
	}
	var nums strings.Builder
	for p, owners := range t.owners {
		a := []byte{'['}
		for _, el := range owners {
			a = append(ref(a, num(el)), ' ')
		}
		fmt.Fprintf(&nums, "%d %d 0 R ", p, f.add(object{dict: string(append(a, ']'))}))
	}
	for i, a := range t.l.annots {
		fmt.Fprintf(&nums, "%d %d 0 R ", len(t.owners)+i, num(a.elem))
	}
	parents := f.dict("<</Nums[%s]>>", nums.String())
	f.objs[root].dict = fmt.Sprintf("<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d%s>>",
		num(0), parents, len(t.owners)+len(t.l.annots), t.ids(f, num))
	return root
}

// ids is the root's entry for the elements that have names of their own.
func (t *tagger) ids(f *file, num func(int) int) string {
	var named []int
	for i := range t.l.elems {
		if t.l.elems[i].ID != "" {
			named = append(named, i)
		}
	}
	if len(named) == 0 {
		return ""
	}
	slices.SortFunc(named, func(a, b int) int { return strings.Compare(t.l.elems[a].ID, t.l.elems[b].ID) })
	var names []byte
	for _, i := range named {
		names = append(ref(append(append(names, str(t.l.elems[i].ID)...), ' '), num(i)), ' ')
	}
	return fmt.Sprintf("/IDTree %d 0 R", f.dict("<</Names[%s]>>", names))
}

// element is the dictionary of a structure element.
func (t *tagger) element(i, parent int, num func(int) int, annotObj []int) string {
	e := &t.l.elems[i]
	b := make([]byte, 0, 96)
	b = append(append(b, "<</S/"...), e.Role...)
	b = ref(append(b, "/P "...), parent)
	page := -1
	for _, k := range t.kids[i] {
		if k.kind == 'm' {
			page = k.page
			b = ref(append(b, "/Pg "...), pageObject(page))
			break
		}
	}
	b = t.appendKids(b, i, page, num, annotObj)
	if e.Alt != "" && e.Role == RoleFigure {
		b = append(append(b, "/Alt"...), str(e.Alt)...)
	}
	if e.Actual != "" {
		b = append(append(b, "/ActualText"...), str(e.Actual)...)
	}
	if e.ID != "" {
		b = append(append(b, "/ID"...), str(e.ID)...)
	}
	b = append(append(b, t.attributes(e)...), ">>"...)
	return string(b)
}

// ref appends a reference to an object.
func ref(b []byte, n int) []byte { return append(strconv.AppendInt(b, int64(n), 10), " 0 R"...) }

// appendKids appends an element's K; page is the element's own.
func (t *tagger) appendKids(b []byte, i, page int, num func(int) int, annotObj []int) []byte {
	b = append(b, "/K["...)
	for j, k := range t.kids[i] {
		if j > 0 {
			b = append(b, ' ')
		}
		switch {
		case k.kind == 'e':
			b = ref(b, num(k.n))
		case k.kind == 'a':
			b = fmt.Appendf(b, "<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>", pageObject(k.page), annotObj[k.n])
		case k.page == page:
			b = strconv.AppendInt(b, int64(k.n), 10)
		default:
			b = fmt.Appendf(b, "<</Type/MCR/Pg %d 0 R/MCID %d>>", pageObject(k.page), k.n)
		}
	}
	return append(b, ']')
}

func (t *tagger) attributes(e *Elem) string {
	a := ""
	switch e.Role {
	case RoleTH, RoleTD:
		if e.Scope != "" {
			a += "/Scope/" + e.Scope
		}
		if e.ColSpan > 1 {
			a += fmt.Sprintf("/ColSpan %d", e.ColSpan)
		}
		if e.RowSpan > 1 {
			a += fmt.Sprintf("/RowSpan %d", e.RowSpan)
		}
		if a != "" {
			a = "/O/Table" + a
		}
	case RoleTable:
		if e.Summary != "" {
			a = "/O/Table/Summary" + str(e.Summary)
		}
	case RoleL:
		switch {
		case e.Ordered:
			a = "/O/List/ListNumbering/Decimal"
		case !e.Plain:
			a = "/O/List/ListNumbering/Disc"
		}
	case RoleFigure:
		if e.BBox != nil {
			h := t.l.pages[e.page].H
			a = fmt.Sprintf("/O/Layout/Placement/Block/BBox[%.2f %.2f %.2f %.2f]",
				e.BBox[0], h-e.BBox[1]-e.BBox[3], e.BBox[0]+e.BBox[2], h-e.BBox[1])
		}
	}
	if a == "" {
		return ""
	}
	return "/A<<" + a + ">>"
}
