// Package draw holds a picture as plain shapes, so that a chart is defined
// once and drawn alike on the screen and on paper. Lengths are in points with
// the origin at the top left.
package draw

import "image/color"

// Align places text relative to its X.
type Align uint8

// The alignments.
const (
	Left Align = iota
	Center
	Right
)

// Shape is one of Rect, Line, Circle, Polygon and Text.
type Shape interface{ shape() }

// Rect is a filled, hatched and/or stroked rectangle, drawn in that order; Radius
// rounds its corners.
type Rect struct {
	X, Y, W, H, Radius float64
	Fill               color.NRGBA // A = 0: no fill
	Stroke             color.NRGBA
	StrokeWidth        float64
	Hatch              color.NRGBA // of lines aslant over the fill; A = 0: none
	HatchStep          float64     // between the middles of two such lines; 0 means DefaultHatch
}

// Line is a straight line.
type Line struct {
	X1, Y1, X2, Y2, Width float64
	Color                 color.NRGBA
	Dash                  bool
}

// Circle is a filled and/or stroked circle.
type Circle struct {
	X, Y, R     float64
	Fill        color.NRGBA
	Stroke      color.NRGBA
	StrokeWidth float64
}

// Polygon is a filled closed polygon; Points holds x, y pairs.
type Polygon struct {
	Points [][2]float64
	Fill   color.NRGBA
}

// Text is one line; Y is its baseline.
type Text struct {
	X, Y, Size float64
	Align      Align
	Bold       bool
	Color      color.NRGBA
	Text       string
}

func (Rect) shape()    {}
func (Line) shape()    {}
func (Circle) shape()  {}
func (Polygon) shape() {}
func (Text) shape()    {}

// Measure gives the width in points of a text in the product's typeface.
type Measure func(text string, size float64, bold bool) float64

// Drawing is a picture with its meaning in words and as a table, for those who
// can't see it and for the archive.
type Drawing struct {
	W, H   float64
	Shapes []Shape
	Alt    string     // what the picture says, in Swedish
	Table  [][]string // the numbers behind it; the first row is the heading
	Hits   []Hit      // areas that open the list behind them
}

// Hit is an area that can be clicked; Key is the caller's own.
type Hit struct {
	X, Y, W, H float64
	Key        string
	Tip        string
}

// Add appends shapes.
func (d *Drawing) Add(s ...Shape) { d.Shapes = append(d.Shapes, s...) }
