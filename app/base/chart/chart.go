// Package chart turns numbers into pictures of plain shapes, the same on the
// screen and on paper. Every chart says in words (Alt) and as a table what it
// shows, stays within its bounds, and is legible in grey.
package chart

import "image/color"

// Style is how a chart looks. Font is the text size in points; 0 means 8.5.
type Style struct {
	Ink, Muted, Grid, Surface, Accent, Good, Warn, Bad color.NRGBA
	Series                                             []color.NRGBA
	Font                                               float64
}

// Series is a named row of values, one per category; one that isn't a number isn't known.
type Series struct {
	Name   string
	Values []float64
	Form   Form // Forecast and Budget are drawn as such
}

// Grouped is data for GroupedBars. Hits carry Keys[category] if given.
type Grouped struct {
	Title      string // what is shown, used in Alt: "Budget och prognos per förvaltning"
	Unit       string // "tkr", "mnkr", "%"; after the numbers
	Categories []string
	Series     []Series
	Keys       []string
	Years      bool   // the series are years, the first first: one ramp of one hue
	Note       string // what isn't in the picture, in sentences; drawn below

	scale float64 // where the scale ends, with larger bars broken; 0: above them all
}

// FarAbove is how many times the next one something is when it would flatten the rest of a
// chart: the scale ends at the next.
const FarAbove = 5

// Bubble is one circle: X is risk and Y is benefit as shares from 0 (låg) to 1
// (hög), Size any amount ≥ 0 that sets the area.
type Bubble struct {
	Label    string
	X, Y     float64
	Size     float64
	SizeText string // the size in words, for Alt and table: "850 tkr"
	YText    string // the same for Y: "310 tkr"; empty means low, medium or high
	Group    string
	Key      string
	Above    bool // Y is more than the scale holds: it lies at its top and says so
}

// BubbleData is data for Bubbles.
type BubbleData struct {
	Title        string
	XName, YName string // "risk", "nytta"
	YAxis        string // the heading of the Y axis: "nytta per år"; empty means YName
	YTop         string // what a Y of 1 is: "310 tkr"; empty means that Y only tells low from high
	SizeName     string // "kostnad"
	Bubbles      []Bubble
}

// Limit is a value against its limit.
type Limit struct {
	Label        string
	Value, Limit float64
	Unlimited    bool   // no limit is known, so nothing is over it
	Text         string // right above the bar: "1 850 / 2 000 tkr"; empty means formatted with unit
	Key          string
}

// Progressed is data for Progress.
type Progressed struct {
	Title string
	Unit  string
	Bars  []Limit
}

// Bar is a labelled value.
type Bar struct {
	Label string
	Value float64
	Text  string // the value in words; empty means formatted with unit
	Key   string
	Bad   bool // drawn in the colour of warnings
}

// Ranked is data for HorizontalBars, drawn in the order given.
type Ranked struct {
	Title string
	Unit  string
	Bars  []Bar
}

// Paper is the style for white paper.
func Paper() Style {
	return Style{
		Ink: rgb(0x1B2430), Muted: rgb(0x5D6772), Grid: rgb(0xE3E7EA), Surface: rgb(0xFFFFFF),
		Accent: rgb(0x17616D), Good: rgb(0x3B9A62), Warn: rgb(0xE0A22C), Bad: rgb(0xB93A32),
		Series: DefaultSeries(), Font: 8.5,
	}
}

// DefaultSeries are colours that differ in lightness as well as in hue, so that
// they are told apart in grey print and by the colour-blind.
func DefaultSeries() []color.NRGBA {
	return []color.NRGBA{rgb(0x17616D), rgb(0xF3B44A), rgb(0x9C6FB3), rgb(0x8CC0C6), rgb(0x6B7580), rgb(0xDD9472)}
}

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 255}
}
