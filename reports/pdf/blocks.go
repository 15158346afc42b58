package pdf

import (
	"math"
	"strconv"
	"strings"
	"sync"

	"itportfoljen/app/base/draw"
	"itportfoljen/app/base/picture"
)

// strips turns a flow's blocks into strips. They may be drawn at any x.
func (e *engine) strips(f *Flow, parent int) []strip {
	e.within++
	defer func() { e.within-- }()
	return e.blocks(f.blocks, f.width, parent)
}

// blocks turns blocks w wide into strips; the width follows the paper.
func (e *engine) blocks(blocks []block, w float64, parent int) []strip {
	var out []strip
	turn := func(toLandscape bool) {
		e.turn(toLandscape)
		pw, _ := pageSize(toLandscape)
		w = pw - 2*marginX
	}
	var heads []int // where the headings' strips begin
	back := -1      // the table after which the paper is upright again
	for i := range blocks {
		e.doc.heed()
		b := &blocks[i]
		if b.kind == kPaper {
			turn(b.turned)
		} else if n := e.turnsFor(blocks[i:], w); n >= 0 && back < 0 {
			turn(true)
			out, back = append(out, strip{fresh: true, glue: true, paper: landscape}), i+n
		}
		switch b.kind {
		case kHeading:
			heads = append(heads, len(out))
		case kSignatures:
			e.keepSigned(out, heads)
		}
		out = append(out, e.blockStrips(b, w, parent)...)
		if i == back && i+1 < len(blocks) {
			turn(false)
			out, back = append(out, strip{fresh: true, glue: true, paper: portrait}), -1
		}
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
	case kPaper:
		return []strip{{fresh: true, glue: true, paper: turnTo(b.turned)}}
	case kBox:
		return e.box(b, w, parent)
	case kSignatures:
		return e.signatures(b.signs, w, parent)
	case kChecks:
		return e.checks(b.checks, w, parent)
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
	if stack(s) <= e.tall {
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
		out[i] = strip{h: t.lead, feet: t.feet(i, i+1), glue: i == 0 && len(t.lines) > 1 || i == len(t.lines)-2,
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

var (
	headingSize = [5]float64{0, 17, 11.5, 10, 9.5}
	headingGap  = [5]float64{0, 24, 21, 13, 9}
)

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
	color := e.doc.headInk()
	if b.level == 4 {
		color = ink
	}
	t := e.textBlock(e.words(b.text, SemiBold, color), size, tw)
	s := strip{gap: headingGap[b.level], h: t.height() + 3, glue: true}
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
		s.feet = aside.feet(0, len(aside.lines))
	}
	return []strip{s}
}

// headingElem makes the element, bookmark and anchor of a heading at y. A quiet
// one isn't listed in the contents.
func (e *engine) headingElem(level int, text string, y float64, parent int, quiet bool) int {
	level = min(level, e.level+1)
	e.level = level
	e.out.outline = append(e.out.outline, heading{text: oneLine(text), level: level, at: place{e.page, y}, quiet: quiet})
	e.out.anchors[headingAnchor(e.heads)] = place{e.page, y}
	e.heads++
	return e.elem([]Role{RoleH1, RoleH2, RoleH3, RoleH4}[level-1], parent)
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
	muted := func(s string) *textBlock { return e.textBlock(e.words(s, Regular, inkMuted), 9, tw) }
	over, under := muted(b.head[0]), muted(b.head[2])
	main := e.textBlock(e.words(b.head[1], SemiBold, ink), 20, tw)
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
