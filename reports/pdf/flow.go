package pdf

import (
	"context"
	"slices"
	"strings"

	"itportfoljen/app/base/draw"
)

// Doc is a document being written. It is a Flow; add to it from top to bottom
// and end with PDF or Pages. It isn't safe for concurrent use; different
// documents are.
type Doc struct {
	*Flow
	meta Meta
	logo *logo
	done *layout
	told []string

	ctx      context.Context // of whoever waits for it; nil: it is never given up
	progress func(float64)   // of PDF; nil: nobody asks

	turned bool // the paper, where the description has come

	from, of int              // where it is bound with others: the pages before it, and all there are
	beyond   map[string]place // places in those others
}

// Flow is a column of blocks: the document itself or a part of it.
type Flow struct {
	width  float64
	tight  bool
	blocks []block
}

type blockKind uint8

const (
	kTitle blockKind = iota
	kHeading
	kPara
	kFigures
	kList
	kTable
	kColumns
	kDrawing
	kSpace
	kBreak
	kKeep
	kTOC
	kAnchor
	kRule
	kPaper
	kBox
	kSignatures
	kChecks
)

type block struct {
	kind    blockKind
	level   int
	runs    []Run
	size    float64
	figures []KeyFigure
	items   [][]Run
	ordered bool
	table   *Table
	drawing *draw.Drawing
	text    string
	head    [3]string
	parts   []*Flow
	space   float64
	tight   bool
	turned  bool // of kPaper: landscape
	status  Status
	signs   []Signature
	checks  []Check
	list    []listed // of kTOC: what it lists instead of its own headings
}

// New begins a document.
func New(m Meta) *Doc {
	if m.Lang == "" {
		m.Lang = "sv-SE"
	}
	if strings.TrimSpace(m.Title) == "" {
		m.Title = "Rapport"
	}
	for _, s := range []*string{&m.Title, &m.Author, &m.Subject, &m.Municipality, &m.Diary, &m.Footer} {
		*s = oneLine(*s)
	}
	w, _ := pageSize(m.Landscape)
	return &Doc{Flow: &Flow{width: w - 2*marginX}, meta: m, logo: &logo{}, turned: m.Landscape}
}

// Fresh is an empty document with the same Meta and remarks. The two share what
// it takes time to make ready: the logo.
func (d *Doc) Fresh() *Doc {
	w, _ := pageSize(d.meta.Landscape)
	return &Doc{Flow: &Flow{width: w - 2*marginX}, meta: d.meta, logo: d.logo, told: d.told, ctx: d.ctx, turned: d.meta.Landscape}
}

// oneLine drops what has no place in a title or in XML.
func oneLine(s string) string {
	return strings.TrimSpace(strings.NewReplacer("\n", " ", "\u00ad", "").Replace(printable(s)))
}

// printable drops controls and turns tabs into spaces.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t':
			return ' '
		case invisible(r) || r == 0xfffe || r == 0xffff:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, string(substitute)))
}

// Title is the document's.
func (d *Doc) Title() string { return d.meta.Title }

// Remark adds something that whoever orders the report should know of it; it
// doesn't stand in the document.
func (d *Doc) Remark(sentence string) { d.told = append(d.told, sentence) }

// Remarks are what whoever orders the report should know of it, in whole Swedish
// sentences: what was remarked, what the paper was too narrow for, and which
// characters the typeface lacks.
func (d *Doc) Remarks() []string {
	l := d.layout()
	out := slices.Concat(d.told, l.squeezed)
	if l.lacks != "" {
		out = append(out, l.lacks)
	}
	return out
}

// Squeezed says that a table had to be made smaller or divided to fit.
func (d *Doc) Squeezed() bool { return len(d.layout().squeezed) > 0 }

// Width is the width in points that the flow fills: what a drawing placed in it
// may take.
func (f *Flow) Width() float64 { return f.width }

func (f *Flow) add(b block) { f.blocks = append(f.blocks, b) }

// Head is the top of the first page: a muted line, the title as H1, a muted
// line, the logo on the right and a rule. An empty over gives municipality and
// diarienummer, an empty title the document's.
func (d *Doc) Head(over, title, under string) {
	if over == "" {
		over = joinNonEmpty(" · ", d.meta.Municipality, d.meta.Diary)
	}
	if title == "" {
		title = d.meta.Title
	}
	d.add(block{kind: kTitle, level: 1, head: [3]string{over, title, under}})
}

func joinNonEmpty(sep string, parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, sep)
}

// H1 is a chapter heading.
func (f *Flow) H1(text string) { f.add(block{kind: kHeading, level: 1, text: text}) }

// H2 is a section heading.
func (f *Flow) H2(text string) { f.add(block{kind: kHeading, level: 2, text: text, tight: f.tight}) }

// H2Aside is a section heading with a muted remark at the right of its line.
func (f *Flow) H2Aside(text string, aside ...Run) {
	f.add(block{kind: kHeading, level: 2, text: text, tight: f.tight, runs: aside})
}

// H3 is a heading within a section.
func (f *Flow) H3(text string) { f.add(block{kind: kHeading, level: 3, text: text}) }

// H4 is the least heading, within an H3.
func (f *Flow) H4(text string) { f.add(block{kind: kHeading, level: 4, text: text}) }

// P is a paragraph.
func (f *Flow) P(text string) { f.Text(T(text)) }

// Text is a paragraph of runs.
func (f *Flow) Text(runs ...Run) { f.add(block{kind: kPara, runs: runs, size: bodySize}) }

// Note is a small muted paragraph.
func (f *Flow) Note(text string) { f.RichNote(T(text)) }

// RichNote is a small muted paragraph of runs, such as one that refers to a page.
func (f *Flow) RichNote(runs ...Run) {
	muted := slices.Clone(runs)
	for i := range muted {
		muted[i].Muted = true
	}
	f.add(block{kind: kPara, runs: muted, size: noteSize})
}

// KeyFigures is a row of large numbers; more than six wrap to another row.
func (f *Flow) KeyFigures(figures ...KeyFigure) { f.add(block{kind: kFigures, figures: figures}) }

// List is a list with bullets.
func (f *Flow) List(items ...string) {
	var it [][]Run
	for _, s := range items {
		it = append(it, []Run{T(s)})
	}
	f.add(block{kind: kList, items: it})
}

// RichList is a list of runs, numbered if ordered.
func (f *Flow) RichList(ordered bool, items ...[]Run) {
	f.add(block{kind: kList, items: items, ordered: ordered})
}

// Table adds a table. The kit keeps the pointer's rows until the document is done.
func (f *Flow) Table(t Table) { f.add(block{kind: kTable, table: &t}) }

// Columns sets two flows side by side, the left read first. They are kept on
// one page if they fit there.
func (f *Flow) Columns(left, right func(f *Flow)) { f.ColumnsAt(0.5, left, right) }

// Half is the width of each of two equal columns in a flow so wide.
func Half(width float64) float64 { return (width - gutter) / 2 }

// ColumnsAt sets two flows side by side, of which the left takes a share of the
// room between 0 and 1; neither gets less than a sixth.
func (f *Flow) ColumnsAt(share float64, left, right func(f *Flow)) {
	if !(share > 1.0/6) { // not a number is the least too
		share = 1.0 / 6
	}
	room := f.width - gutter
	w := room * min(share, 5.0/6)
	l, r := &Flow{width: w, tight: f.tight}, &Flow{width: room - w, tight: f.tight}
	left(l)
	right(r)
	f.add(block{kind: kColumns, parts: []*Flow{l, r}})
}

// Pour sets two flows side by side, and below them a table without a head under a
// heading: its first rows under the left flow and its last under the right, so that
// the two end as alike as they can. It is one table, read after the left flow.
func (f *Flow) Pour(left, right func(f *Flow), heading string, t Table) {
	f.Columns(left, right)
	b := &f.blocks[len(f.blocks)-1]
	t.NoHead = true
	b.text, b.level, b.table = heading, 2, &t
}

// Tight sets the sections that fn adds closer, for a page that holds much.
func (f *Flow) Tight(fn func(f *Flow)) {
	before := f.tight
	f.tight = true
	fn(f)
	f.tight = before
}

// Keep keeps what fn adds on one page. What is taller than a page is set as if
// it weren't kept.
func (f *Flow) Keep(fn func(f *Flow)) {
	k := &Flow{width: f.width, tight: f.tight}
	fn(k)
	f.add(block{kind: kKeep, parts: []*Flow{k}})
}

// Drawing places a picture with its Alt text; a caption is optional. One that is
// wider than the flow is scaled down.
func (f *Flow) Drawing(d draw.Drawing, caption string) {
	f.add(block{kind: kDrawing, drawing: &d, text: caption})
}

// Space adds points of air; it disappears at the top of a page.
func (f *Flow) Space(points float64) { f.add(block{kind: kSpace, space: points}) }

// Rule is a hairline across the flow.
func (f *Flow) Rule() { f.add(block{kind: kRule}) }

// PageBreak begins a new page, unless one has just begun.
func (f *Flow) PageBreak() { f.add(block{kind: kBreak}) }

// Paper turns what follows: landscape or portrait. It begins a new page unless
// the paper lies so already, and the flow's Width follows.
func (d *Doc) Paper(landscape bool) {
	if d.turned == landscape {
		return
	}
	w, _ := pageSize(landscape)
	d.turned, d.width = landscape, w-2*marginX
	d.add(block{kind: kPaper, turned: landscape})
}

// Anchor names the place where the next block begins, for Run.Link and PageRef.
func (f *Flow) Anchor(name string) { f.add(block{kind: kAnchor, text: name}) }

// Contents is a table of contents of the headings down to a level, with links.
func (d *Doc) Contents(title string, level int) {
	d.add(block{kind: kTOC, text: title, level: level})
}
