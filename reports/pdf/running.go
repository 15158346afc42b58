package pdf

import (
	"fmt"

	"itportfoljen/app/base/draw"
)

// running draws what stands on every page, last, when the number of pages is
// known: below, what Meta says and the page's number; above from the second page,
// whose document it is, so that a page that has come loose can be filed.
func (e *engine) running() {
	left := e.clean(e.doc.meta.Footer)
	total := max(len(e.out.pages), e.doc.of)
	for i := range e.out.pages {
		e.page = i
		p := &e.out.pages[i]
		if i > 0 {
			e.header(p.W)
		}
		right := fmt.Sprintf("Sida %d av %d", e.doc.from+i+1, total)
		w := e.aside(Footer, right, p.W, p.H-31, noteSize)
		e.begins(Footer, left, p.H-31, noteSize, p.W-2*marginX-w-gutter)
	}
}

// header is municipality and diarienummer to the left and the title to the right,
// over a hairline. Each is cut where it would take the other's half.
func (e *engine) header(pageW float64) {
	const y = top + 7
	left := e.clean(joinNonEmpty(" · ", e.doc.meta.Municipality, e.doc.meta.Diary))
	right := e.clean(e.doc.meta.Title)
	room := pageW - 2*marginX
	if left != "" {
		room -= gutter
	}
	wl, wr := width(left, Regular, headSize), width(right, Regular, headSize)
	if wl+wr > room {
		switch half := room / 2; {
		case wl <= half:
			wr = room - wl
		case wr <= half:
			wl = room - wr
		default:
			wl, wr = half, half
		}
	}
	e.begins(Header, left, y, headSize, wl+0.01)
	e.aside(Header, cut(right, headSize, wr+0.01), pageW, y, headSize)
	e.runs(Header, draw.Line{X1: marginX, Y1: y + 5, X2: pageW - marginX, Y2: y + 5, Width: 0.6, Color: hair})
}

// runs adds a mark that stands on every page.
func (e *engine) runs(on Running, m Mark) {
	p := &e.out.pages[e.page]
	p.Items = append(p.Items, Item{Elem: Artifact, Mark: m, Running: on})
}

// begins sets a line at the left margin, cut at max.
func (e *engine) begins(on Running, s string, y, size, max float64) {
	if s = cut(s, size, max); s != "" {
		e.runs(on, TextMark{X: marginX, Y: y, Size: size, W: width(s, Regular, size), Color: inkMuted, Text: s})
	}
}

// aside sets a line flush with the right margin and gives its width.
func (e *engine) aside(on Running, s string, pageW, y, size float64) float64 {
	w := width(s, Regular, size)
	if s != "" {
		e.runs(on, TextMark{X: pageW - marginX - w, Y: y, Size: size, W: w, Color: inkMuted, Text: s})
	}
	return w
}

// cut ends text that is wider than max with an ellipsis.
func cut(s string, size, max float64) string { return cutIn(s, Regular, size, max) }

func cutIn(s string, f Face, size, max float64) string {
	if width(s, f, size) <= max {
		return s
	}
	for rs := []rune(s); len(rs) > 0; {
		rs = rs[:len(rs)-1]
		for len(rs) > 0 && rs[len(rs)-1] == ' ' {
			rs = rs[:len(rs)-1]
		}
		if s = string(rs) + "…"; width(s, f, size) <= max {
			return s
		}
	}
	return ""
}
