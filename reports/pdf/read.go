package pdf

import "strings"

// seq is a run of a page's items that belong to one element, or that stand on
// every page alike.
type seq struct {
	elem     int
	running  Running
	from, to int
}

// sequences divides a page's items into such runs.
func sequences(items []Item) []seq {
	var out []seq
	for i := range items {
		it := &items[i]
		if n := len(out); n > 0 && out[n-1].elem == it.Elem && out[n-1].running == it.Running {
			out[n-1].to = i + 1
			continue
		}
		out = append(out, seq{it.Elem, it.Running, i, i + 1})
	}
	return out
}

// Spoken is a page as it is read aloud from the structure: a text for each
// paragraph, heading, row, item of a list and picture that the page holds
// anything of, in reading order. What is only decoration isn't in it.
func (d *Doc) Spoken(page int) []string {
	l := d.layout()
	r := &reader{l: l, t: newTagger(l), page: page, said: map[int]string{}, here: make([]bool, len(l.elems))}
	for p := range l.pages {
		for _, s := range sequences(l.pages[p].Items) {
			if s.elem == Artifact {
				continue
			}
			id := r.t.mark(s.elem, p)
			if p == page {
				r.said[id] = textOf(l.pages[p].Items[s.from:s.to])
				for e := s.elem; e >= 0; e = l.elems[e].Parent {
					r.here[e] = true
				}
			}
		}
	}
	r.read(0)
	r.end()
	return r.out
}

func textOf(items []Item) string {
	var b strings.Builder
	for i := range items {
		if m, ok := items[i].Mark.(TextMark); ok {
			b.WriteString(m.Text)
		}
	}
	return b.String()
}

// reader reads a page.
type reader struct {
	l    *layout
	t    *tagger
	page int
	said map[int]string // mark on the page → its text
	here []bool         // elements with anything on the page
	now  strings.Builder
	out  []string
}

// end ends a text. Words that were hyphenated are whole again.
func (r *reader) end() {
	s := strings.Join(strings.Fields(strings.ReplaceAll(r.now.String(), "\u00ad", "")), " ")
	if s != "" {
		r.out = append(r.out, s)
	}
	r.now.Reset()
}

func (r *reader) read(el int) {
	e := &r.l.elems[el]
	if !r.here[el] {
		return
	}
	apart := false
	switch e.Role {
	case RoleSpan, RoleLink, RoleRef, RoleLbl, RoleLBody:
	case RoleTD, RoleTH:
		r.now.WriteByte(' ')
	default:
		apart = true
		r.end()
	}
	switch {
	case e.Actual != "":
		r.now.WriteString(e.Actual)
	case e.Role == RoleFigure:
		r.now.WriteString(e.Alt)
	default:
		for _, k := range r.t.kids[el] {
			switch {
			case k.kind == 'e':
				r.read(k.n)
			case k.page == r.page:
				r.now.WriteString(r.said[k.n])
			}
		}
	}
	switch {
	case apart:
		r.end()
	case e.Role == RoleLbl:
		r.now.WriteByte(' ')
	}
}
