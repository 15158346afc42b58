package pdf

import (
	"fmt"
	"strconv"
)

// list is bullets or numbers with hanging text.
func (e *engine) list(b *block, w float64, parent int) []strip {
	id, indent := -1, 12.0
	if b.ordered {
		indent = 8 + width(strconv.Itoa(len(b.items)), SemiBold, bodySize) + 4
	}
	var out []strip
	for n, runs := range b.items {
		label := "•"
		if b.ordered {
			label = fmt.Sprintf("%d.", n+1)
		}
		mark := e.textBlock([]styled{{text: label + " ", color: e.doc.accent()}}, bodySize, indent)
		t := e.textBlock(e.style(runs, look{}), bodySize, w-indent)
		out = append(out, e.hanging(mark, t, indent, n, len(b.items), func() int {
			if id < 0 {
				id = e.elem(RoleL, parent)
				e.out.elems[id].Ordered = b.ordered
			}
			return id
		})...)
	}
	return out
}

// hanging is item n of a list of so many: a label, and text that hangs beside it.
// list gives the element of the list.
func (e *engine) hanging(label, t *textBlock, indent float64, n, of int, list func() int) []strip {
	body := -1
	out := make([]strip, len(t.lines))
	for i := range t.lines {
		s := strip{h: t.lead, feet: t.feet(i, i+1), glue: i == 0 && len(t.lines) > 1 || i == len(t.lines)-2 || n == 0 && of > 1}
		if i == 0 {
			s.gap = 3
		}
		s.draw = func(e *engine, x, y float64) {
			if body < 0 {
				li := e.elem(RoleLI, list())
				label.draw(e, e.elem(RoleLbl, li), 0, 1, x+1, y+ascent(t.size)-ascent(label.size))
				body = e.elem(RoleLBody, li)
			}
			t.draw(e, body, i, i+1, x+indent, y)
		}
		out[i] = s
	}
	return out
}
