package pdf

import (
	"fmt"
	"image/color"
	"math"
	"strconv"
	"strings"
	"sync"

	"itportfoljen/app/base/draw"
	"itportfoljen/app/base/picture"
)

// strips turns a flow's blocks into strips. They may be drawn at any x.
func (e *engine) strips(f *Flow, parent int) []strip {
	var out []strip
	for i := range f.blocks {
		out = append(out, e.blockStrips(&f.blocks[i], f.width, parent)...)
	}
	return out
}

func (e *engine) blockStrips(b *block, w float64, parent int) []strip {
	switch b.kind {
	case kTitle:
		return e.title(b, w, parent)
	case kHeading:
		return e.heading(b, w, parent)
	case kPara:
		if blank(b.runs) {
			return nil
		}
		return e.para(e.style(b.runs, look{}), b.size, w, parent, 5)
	case kFigures:
		return e.keyFigures(b.figures, w, parent)
	case kList:
		return e.list(b, w, parent)
	case kTable:
		return e.table(b.table, w, parent)
	case kColumns:
		return e.columns(b, parent)
	case kKeep:
		return e.kept(e.strips(b.parts[0], parent))
	case kDrawing:
		return e.drawing(b, w, parent)
	case kSpace:
		return []strip{{gap: b.space}}
	case kBreak:
		return []strip{{fresh: true, glue: true}}
	case kTOC:
		return e.contents(b, w, parent)
	case kAnchor:
		return []strip{{glue: true, draw: func(e *engine, x, y float64) {
			e.out.anchors[b.text] = place{e.page, y}
		}}}
	case kRule:
		return []strip{{gap: 6, h: 0.6, draw: func(e *engine, x, y float64) {
			e.rule(x, y, w, 0.6, hairlineColor)
		}}}
	}
	return nil
}

// kept glues strips together, softly: where that can't be, only what must be
// together is.
func (e *engine) kept(s []strip) []strip {
	if stack(s) <= e.bottom-top {
		for i := range len(s) - 1 {
			s[i].keep = true
		}
	}
	return s
}

func blank(runs []Run) bool {
	for _, r := range runs {
		if strings.TrimSpace(r.Text) != "" || r.PageOf != "" {
			return false
		}
	}
	return true
}

// para is a paragraph, one strip a line, without widows and orphans.
func (e *engine) para(runs []styled, size, w float64, parent int, gap float64) []strip {
	t := e.textBlock(runs, size, w)
	id := -1
	out := make([]strip, len(t.lines))
	for i := range t.lines {
		out[i] = strip{h: t.lead, glue: i == 0 && len(t.lines) > 1 || i == len(t.lines)-2,
			draw: func(e *engine, x, y float64) {
				if id < 0 {
					id = e.elem(RoleP, parent)
				}
				t.draw(e, id, i, i+1, x, y)
			}}
	}
	out[0].gap = gap
	return out
}

var headingSize = [4]float64{0, 17, 11.5, 10}

// heading keeps with what follows and becomes a bookmark. A level that would
// skip one is lifted.
func (e *engine) heading(b *block, w float64, parent int) []strip {
	size := headingSize[b.level]
	if b.text == "" {
		return nil
	}
	var aside *textBlock
	tw := w
	if !blank(b.runs) {
		aside = e.textBlock(e.style(b.runs, look{muted: true}), noteSize, w*0.6)
		aside.right = true
		for _, ln := range aside.lines {
			tw = math.Min(tw, w-ln.w-12)
		}
	}
	t := e.textBlock([]styled{{text: e.clean(b.text), face: SemiBold, color: e.doc.headInk()}}, size, tw)
	gaps := [4]float64{0, 24, 21, 13}
	s := strip{gap: gaps[b.level], h: t.height() + 3, glue: true}
	if b.tight {
		s.gap = 15
	}
	s.draw = func(e *engine, x, y float64) {
		t.draw(e, e.headingElem(b.level, b.text, y, parent, b.kind == kTOC), 0, len(t.lines), x, y)
		if aside != nil {
			aside.draw(e, e.elem(RoleP, parent), 0, len(aside.lines), x+w*0.4, y+ascent(size)-ascent(noteSize))
		}
	}
	if aside != nil {
		s.h = math.Max(s.h, aside.height()+3)
	}
	return []strip{s}
}

// headingElem makes the element, bookmark and anchor of a heading at y. A quiet
// one isn't listed in the contents.
func (e *engine) headingElem(level int, text string, y float64, parent int, quiet bool) int {
	level = min(level, e.level+1)
	e.level = level
	e.out.outline = append(e.out.outline, heading{text: e.clean(text), level: level, at: place{e.page, y}, quiet: quiet})
	e.out.anchors[headingAnchor(e.heads)] = place{e.page, y}
	e.heads++
	return e.elem([]Role{RoleH1, RoleH2, RoleH3}[level-1], parent)
}

func headingAnchor(n int) string { return "\x00" + strconv.Itoa(n) }

// rule is a line as a decoration.
func (e *engine) rule(x, y, w, thick float64, c colorOf) {
	e.put(Artifact, draw.Line{X1: x, Y1: y, X2: x + w, Y2: y, Width: thick, Color: c(e)})
}

// title is the top of the first page.
func (e *engine) title(b *block, w float64, parent int) []strip {
	logo := e.doc.logo.picture(e.doc.meta.Logo)
	tw := w
	if logo != nil {
		tw = w - logo.W - 20
	}
	muted := func(s string) *textBlock { return e.textBlock([]styled{{text: e.clean(s), color: inkMuted}}, 9, tw) }
	over, under := muted(b.head[0]), muted(b.head[2])
	main := e.textBlock([]styled{{text: e.clean(b.head[1]), face: SemiBold, color: ink}}, 20, tw)
	main.lead = 23
	h := main.height() + 5
	if b.head[0] != "" {
		h += over.height() + 1
	}
	if b.head[2] != "" {
		h += under.height()
	}
	if logo != nil {
		h = math.Max(h, logo.H)
	}
	return []strip{{h: h + 12, glue: true, draw: func(e *engine, x, y float64) {
		at := y
		if b.head[0] != "" {
			over.draw(e, e.elem(RoleP, parent), 0, len(over.lines), x, y)
			y += over.height() + 1
		}
		main.draw(e, e.headingElem(1, b.head[1], at, parent, true), 0, len(main.lines), x, y)
		y += main.height() + 4
		if b.head[2] != "" {
			under.draw(e, e.elem(RoleP, parent), 0, len(under.lines), x, y)
		}
		if logo != nil {
			id := e.elem(RoleFigure, parent)
			pic := *logo
			pic.X, pic.Y = x+w-pic.W, at
			e.out.elems[id].Alt = joinNonEmpty(" ", "Logotyp", e.doc.meta.Municipality)
			e.out.elems[id].BBox = &[4]float64{pic.X, pic.Y, pic.W, pic.H}
			e.put(id, pic)
		}
		e.rule(x, at+h+10, w, 1.5, headColor)
	}}}
}

// logo is the municipality's, read when it is first needed.
type logo struct {
	once sync.Once
	pic  *Picture
}

func (l *logo) picture(file []byte) *Picture {
	l.once.Do(func() { l.pic = readLogo(file) })
	return l.pic
}

// readLogo makes a picture of at most 110 × 40 points; nil if it can't be read.
func readLogo(file []byte) *Picture {
	if len(file) == 0 {
		return nil
	}
	img, err := picture.Decode(file)
	if err != nil || img.Bounds().Empty() {
		return nil
	}
	p := &Picture{Image: onWhite(img, 660, 240)}
	p.W, p.H = float64(img.Bounds().Dx()), float64(img.Bounds().Dy())
	k := math.Min(110/p.W, 40/p.H)
	p.W, p.H = p.W*k, p.H*k
	return p
}

// keyFigures is rows of figures, each over a hairline.
func (e *engine) keyFigures(figs []KeyFigure, w float64, parent int) []strip {
	var out []strip
	id := -1
	rows := (len(figs) + 5) / 6
	for ; rows > 0; rows-- {
		n := (len(figs) + rows - 1) / rows
		row := e.figureRow(figs[:n], w)
		figs = figs[n:]
		out = append(out, strip{gap: 7, h: row.h, draw: func(e *engine, x, y float64) {
			if id < 0 {
				id = e.elem(RoleL, parent)
			}
			row.draw(e, id, x, y)
		}})
	}
	return out
}

// figureRow is a row of key figures; labels and notes may take several lines.
type figureRow struct {
	figs          []KeyFigure
	labels, notes []*textBlock
	w, cw         float64
	labelH, h     float64
}

func (e *engine) figureRow(figs []KeyFigure, w float64) *figureRow {
	r := &figureRow{figs: figs, w: w, cw: w / float64(len(figs))}
	noteH := 0.0
	for _, f := range figs {
		room := r.cw - 10
		label := e.textBlock([]styled{{text: e.clean(f.Label), color: inkMuted}}, 9, room)
		if f.Status != None {
			room -= 10
		}
		note := e.textBlock([]styled{{text: e.clean(f.Note), color: inkMuted}}, 9, room)
		r.labels, r.notes = append(r.labels, label), append(r.notes, note)
		r.labelH, noteH = math.Max(r.labelH, label.height()), math.Max(noteH, note.height())
	}
	r.h = r.labelH + 21 + noteH + 8
	return r
}

func (r *figureRow) draw(e *engine, list int, x, y float64) {
	for i, f := range r.figs {
		fx := x + float64(i)*r.cw
		li := e.elem(RoleLI, list)
		label, note := r.labels[i], r.notes[i]
		label.draw(e, e.elem(RoleLbl, li), 0, len(label.lines), fx, y+r.labelH-label.height())
		body := e.elem(RoleLBody, li)
		value := ink
		if f.Status == Bad {
			value = inkBad
		}
		e.oneLine(f.Value, 15.5, SemiBold, value, body, fx, y+r.labelH+15.5, r.cw-10)
		ny := y + r.labelH + 21
		if f.Status != None && f.Note != "" {
			e.put(Artifact, draw.Circle{X: fx + 3, Y: ny + 6.2, R: 3, Fill: dotColor(f.Status)})
			fx += 10
		}
		note.draw(e, body, 0, len(note.lines), fx, ny)
	}
	e.rule(x, y+r.h-1, r.w, 0.6, hairlineColor)
}

// oneLine sets text on one line, shrunk down to 60 % and then cut with an
// ellipsis if it is too wide.
func (e *engine) oneLine(s string, size float64, f Face, c color.NRGBA, elem int, x, y, max float64) {
	s = e.clean(s)
	if s == "" {
		return
	}
	w := width(s, f, size)
	if w > max {
		small := math.Max(size*max/w, size*0.6)
		w *= small / size
		size = small
	}
	for rs := []rune(s); w > max && len(rs) > 1; w = width(s, f, size) {
		rs = rs[:len(rs)-1]
		s = string(rs) + "…"
	}
	e.put(elem, TextMark{X: x, Y: y, Size: size, W: w, Face: f, Color: c, Text: s + " "})
}

// list is bullets or numbers with hanging text.
func (e *engine) list(b *block, w float64, parent int) []strip {
	id, indent := -1, 12.0
	if b.ordered {
		indent = 8 + width(strconv.Itoa(len(b.items)), SemiBold, bodySize) + 4
	}
	var out []strip
	for n, runs := range b.items {
		t := e.textBlock(e.style(runs, look{}), bodySize, w-indent)
		label, body := "•", -1
		if b.ordered {
			label = fmt.Sprintf("%d.", n+1)
		}
		for i := range t.lines {
			s := strip{h: t.lead, glue: i == 0 && len(t.lines) > 1 || i == len(t.lines)-2 || n == 0 && len(b.items) > 1}
			if i == 0 {
				s.gap = 3
			}
			s.draw = func(e *engine, x, y float64) {
				if id < 0 {
					id = e.elem(RoleL, parent)
					e.out.elems[id].Ordered = b.ordered
				}
				if body < 0 {
					li := e.elem(RoleLI, id)
					e.put(e.elem(RoleLbl, li), TextMark{X: x + 1, Y: y + ascent(bodySize), Size: bodySize,
						W: width(label, Regular, bodySize), Color: e.doc.accent(), Text: label + " "})
					body = e.elem(RoleLBody, li)
				}
				t.draw(e, body, i, i+1, x+indent, y)
			}
			out = append(out, s)
		}
	}
	return out
}

// columns sets two flows side by side, or under one another if they are taller
// than a page.
func (e *engine) columns(b *block, parent int) []strip {
	l, r := e.strips(b.parts[0], parent), e.strips(b.parts[1], parent)
	h := math.Max(stack(l), stack(r))
	if h > e.bottom-top {
		return append(l, r...)
	}
	gap := 0.0
	for _, s := range [][]strip{l, r} {
		if len(s) > 0 {
			gap = math.Max(gap, s[0].gap)
		}
	}
	return []strip{{gap: gap, h: h, draw: func(e *engine, x, y float64) {
		e.drawStack(l, x, y)
		e.drawStack(r, x+b.parts[0].width+gutter, y)
	}}}
}
