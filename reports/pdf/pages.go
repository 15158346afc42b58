package pdf

import (
	"image"
	"image/color"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/draw"
)

// Role is a structure element's standard type in PDF.
type Role string

// The roles in use.
const (
	RoleDocument Role = "Document"
	RoleH1       Role = "H1"
	RoleH2       Role = "H2"
	RoleH3       Role = "H3"
	RoleH4       Role = "H4"
	RoleP        Role = "P"
	RoleTable    Role = "Table"
	RoleTHead    Role = "THead"
	RoleTBody    Role = "TBody"
	RoleTFoot    Role = "TFoot"
	RoleTR       Role = "TR"
	RoleTH       Role = "TH"
	RoleTD       Role = "TD"
	RoleFigure   Role = "Figure"
	RoleL        Role = "L"
	RoleLI       Role = "LI"
	RoleLbl      Role = "Lbl"
	RoleLBody    Role = "LBody"
	RoleLink     Role = "Link"
	RoleTOC      Role = "TOC"
	RoleTOCI     Role = "TOCI"
	RoleRef      Role = "Reference"
	RoleNote     Role = "Note"
	RoleSect     Role = "Sect"
	RolePart     Role = "Part"
	RoleDiv      Role = "Div"
	RoleSpan     Role = "Span"
)

// Artifact is the Elem of what has no meaning of its own: rules, fills, headers,
// footers and repeated table heads.
const Artifact = -1

// Running says that something stands at the top or bottom of every page.
type Running uint8

// What stands on every page.
const (
	Once Running = iota
	Header
	Footer
)

// Elem is a structure element. Elements are kept in a slice; Parent and Kids
// are indexes into it, and element 0 is the Document. Kids come in reading order.
type Elem struct {
	Role    Role
	Parent  int
	Kids    []int
	Alt     string
	Summary string
	Scope   string // TH: "Column" or "Row"
	ColSpan int    // TH and TD; 0 means 1
	RowSpan int    // TH; 0 means 1
	Ordered bool   // L
	Plain   bool   // L: its items have no bullets or numbers
	Actual  string // what is read instead of what is drawn
	ID      string // Note: its own in the document
	BBox    *[4]float64
	page    int
	Target  string // Link: where to, "https://…" or an anchor's name
}

// Page is a laid-out page in points, origin at the top left.
type Page struct {
	W, H  float64
	Items []Item
}

// Item is one thing on a page with the structure element it belongs to, or Artifact.
type Item struct {
	Elem    int
	Mark    Mark
	Running Running
}

// Mark is one of TextMark, Picture, draw.Rect, draw.Line, draw.Circle and draw.Polygon.
type Mark any

// Face is one of the product's typefaces.
type Face uint8

// The faces.
const (
	Regular Face = iota
	SemiBold
	Italic
	faceCount
)

// TextMark is text on one line; Y is its baseline.
type TextMark struct {
	X, Y, Size float64
	W          float64 // width in points
	Face       Face
	Color      color.NRGBA
	Text       string
}

// Picture is a picture of pixels.
type Picture struct {
	X, Y, W, H float64
	Image      image.Image
}

// Pages lays the document out and gives its pages, the same that PDF writes.
func (d *Doc) Pages() []Page { return d.layout().pages }

// Tree is the structure of the laid-out document, element 0 being the root.
func (d *Doc) Tree() []Elem { return d.layout().elems }

// Missing lists characters that the typeface lacks; they are drawn as a
// visible substitute.
func (d *Doc) Missing() []rune { return d.layout().missing }

// Measure is the width in points of text in the product's typeface, for charts.
func Measure(text string, size float64, bold bool) float64 {
	face := Regular
	if bold {
		face = SemiBold
	}
	return width(text, face, size)
}

var _ draw.Measure = Measure

// ChartStyle is the look of charts on paper, with the document's accent.
func (d *Doc) ChartStyle() chart.Style {
	s := chart.Paper()
	s.Accent = d.accent()
	s.Series[0] = s.Accent
	s.Series = chart.Apart(s.Series)
	return s
}
