package pdf

import (
	"image/color"

	"itportfoljen/app/base/date"
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
	Foot   string // a note at the bottom of the page; the document numbers them

	box uint8 // a box to tick, drawn instead of Text: its State and one
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
	Spoken             string // what is read aloud; empty means a sentence of the others
}
