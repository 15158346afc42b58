package pdf

import (
	"image/color"
	"slices"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/draw"
)

// Meta describes a document as a whole. Only Title is required.
type Meta struct {
	Title        string // shown in the window title and, by Head, on the first page
	Author       string
	Subject      string
	Municipality string
	Diary        string      // diarienummer, such as "KS 2026/0412"
	Date         date.Date   // the document's date; also the only clock the file knows
	Lang         string      // BCP 47; empty means "sv-SE"
	Logo         []byte      // PNG or JPEG; other bytes are ignored
	Accent       color.NRGBA // zero means the product's teal; darkened as needed to stay legible
	Footer       string      // left in the footer, such as "Utkast 2026-11-21"
	Landscape    bool
}

// Status is a traffic light. It is never shown as colour alone.
type Status uint8

// The statuses.
const (
	None Status = iota // no dot
	Good               // green
	Warn               // amber
	Bad                // red
	Idle               // grey
)

// Run is a piece of a line in one look. With Link it leads to an anchor (see
// Flow.Anchor), or to the web if it begins with http:// , https:// or mailto:.
type Run struct {
	Text   string
	Bold   bool
	Italic bool
	Muted  bool
	Color  color.NRGBA // zero means the ordinary ink
	Link   string
	PageOf string // the page number of this anchor is added after Text
}

// T is an ordinary run.
func T(s string) Run { return Run{Text: s} }

// B is a bold run.
func B(s string) Run { return Run{Text: s, Bold: true} }

// M is a muted run.
func M(s string) Run { return Run{Text: s, Muted: true} }

// To is a run that leads to an anchor or an address on the web.
func To(s, anchor string) Run { return Run{Text: s, Link: anchor} }

// PageRef is a run that ends with the page number of an anchor and leads there:
// PageRef("sida ", "beslut-1") becomes "sida 2". An anchor that doesn't exist
// gives "–".
func PageRef(prefix, anchor string) Run { return Run{Text: prefix, Link: anchor, PageOf: anchor} }

// KeyFigure is one of the large numbers in a row.
type KeyFigure struct {
	Label, Value, Note string
	Status             Status // colours the value and puts a dot before the note
}

// Doc is a document being written. It is a Flow; add to it from top to bottom
// and end with PDF or Pages. It isn't safe for concurrent use; different
// documents are.
type Doc struct {
	*Flow
	meta Meta
	logo *logo
	done *layout
	told []string
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
	w, _ := pageSize(m)
	return &Doc{Flow: &Flow{width: w - 2*marginX}, meta: m, logo: &logo{}}
}

// Fresh is an empty document with the same Meta and remarks. The two share what
// it takes time to make ready: the logo.
func (d *Doc) Fresh() *Doc {
	return &Doc{Flow: &Flow{width: d.width}, meta: d.meta, logo: d.logo, told: d.told}
}

// oneLine drops what has no place in a title or in XML.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case invisible(r) || r == 0xfffe || r == 0xffff:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, string(substitute)))
	return strings.TrimSpace(s)
}

// Remark adds something that whoever orders the report should know of it; it
// doesn't stand in the document.
func (d *Doc) Remark(sentence string) { d.told = append(d.told, sentence) }

// Remarks are what whoever orders the report should know of it, in whole Swedish
// sentences: what was remarked, and what the paper was too narrow for.
func (d *Doc) Remarks() []string { return slices.Concat(d.told, d.layout().squeezed) }

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
func (f *Flow) Columns(left, right func(f *Flow)) {
	w := (f.width - gutter) / 2
	l, r := &Flow{width: w, tight: f.tight}, &Flow{width: w, tight: f.tight}
	left(l)
	right(r)
	f.add(block{kind: kColumns, parts: []*Flow{l, r}})
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

// Anchor names the place where the next block begins, for Run.Link and PageRef.
func (f *Flow) Anchor(name string) { f.add(block{kind: kAnchor, text: name}) }

// Contents is a table of contents of the headings down to a level, with links.
func (d *Doc) Contents(title string, level int) {
	d.add(block{kind: kTOC, text: title, level: level})
}
