// Package raster draws the pages of package pdf as pixels, with the same
// typefaces, so that what is seen is what is printed.
package raster

import (
	"image"
	"image/color"
	stddraw "image/draw"
	"math"

	xdraw "golang.org/x/image/draw"
	"golang.org/x/image/vector"

	"itportfoljen/app/base/draw"
	"itportfoljen/reports/pdf"
)

// Page draws a page at so many dots per inch on white. It is safe for
// concurrent use.
func Page(p pdf.Page, dpi float64) image.Image {
	k := dpi / 72
	c := &canvas{k: k, img: image.NewRGBA(image.Rect(0, 0, max(1, int(math.Round(p.W*k))), max(1, int(math.Round(p.H*k)))))}
	stddraw.Draw(c.img, c.img.Bounds(), image.White, image.Point{}, stddraw.Src)
	for _, it := range p.Items {
		c.draw(it.Mark)
	}
	return c.img
}

// canvas is a page being drawn; k is pixels per point.
type canvas struct {
	k    float64
	img  *image.RGBA
	ras  vector.Rasterizer
	from image.Point // of the rasteriser's area
	ok   bool
}

func (c *canvas) draw(m pdf.Mark) {
	switch m := m.(type) {
	case pdf.TextMark:
		c.text(m)
	case draw.Rect:
		c.rect(m)
	case draw.Line:
		c.line(m)
	case draw.Circle:
		c.circle(m)
	case draw.Polygon:
		c.polygon(m.Points, m.Fill)
	case pdf.Picture:
		r := image.Rect(c.px(m.X), c.px(m.Y), c.px(m.X+m.W), c.px(m.Y+m.H))
		xdraw.BiLinear.Scale(c.img, r, m.Image, m.Image.Bounds(), stddraw.Over, nil)
	}
}

func (c *canvas) px(v float64) int { return int(math.Round(v * c.k)) }

// begin sets up the rasteriser for what lies within bounds, in points.
func (c *canvas) begin(x0, y0, x1, y1 float64) {
	r := image.Rect(int(math.Floor(x0*c.k))-1, int(math.Floor(y0*c.k))-1, int(math.Ceil(x1*c.k))+1, int(math.Ceil(y1*c.k))+1)
	full := c.img.Bounds()
	c.ok = r.Overlaps(full)
	if r.Dx() > 4*full.Dx() || r.Dy() > 4*full.Dy() {
		r = r.Intersect(image.Rect(-full.Dx(), -full.Dy(), 2*full.Dx(), 2*full.Dy()))
	}
	c.from = r.Min
	c.ras.Reset(max(1, r.Dx()), max(1, r.Dy()))
}

func (c *canvas) move(x, y float64) {
	c.ras.MoveTo(float32(x*c.k-float64(c.from.X)), float32(y*c.k-float64(c.from.Y)))
}

func (c *canvas) to(x, y float64) {
	c.ras.LineTo(float32(x*c.k-float64(c.from.X)), float32(y*c.k-float64(c.from.Y)))
}

func (c *canvas) curve(x1, y1, x2, y2, x3, y3 float64) {
	f := func(v float64, o int) float32 { return float32(v*c.k - float64(o)) }
	c.ras.CubeTo(f(x1, c.from.X), f(y1, c.from.Y), f(x2, c.from.X), f(y2, c.from.Y), f(x3, c.from.X), f(y3, c.from.Y))
}

// fill paints what the rasteriser holds.
func (c *canvas) fill(col color.NRGBA) {
	if !c.ok || col.A == 0 {
		return
	}
	size := c.ras.Size()
	c.ras.Draw(c.img, image.Rectangle{Min: c.from, Max: c.from.Add(size)}, image.NewUniform(col), image.Point{})
}

func (c *canvas) polygon(pts [][2]float64, col color.NRGBA) {
	if len(pts) < 3 {
		return
	}
	x0, y0, x1, y1 := pts[0][0], pts[0][1], pts[0][0], pts[0][1]
	for _, p := range pts {
		x0, x1 = math.Min(x0, p[0]), math.Max(x1, p[0])
		y0, y1 = math.Min(y0, p[1]), math.Max(y1, p[1])
	}
	c.begin(x0, y0, x1, y1)
	c.move(pts[0][0], pts[0][1])
	for _, p := range pts[1:] {
		c.to(p[0], p[1])
	}
	c.ras.ClosePath()
	c.fill(col)
}

// round is the path of a rectangle with rounded corners; backwards makes a hole.
func (c *canvas) round(x, y, w, h, r float64, backwards bool) {
	const q = 0.5523
	r = math.Max(0, math.Min(r, math.Min(w, h)/2))
	s := r * (1 - q)
	if backwards {
		c.move(x+r, y)
		c.curve(x+s, y, x, y+s, x, y+r)
		c.to(x, y+h-r)
		c.curve(x, y+h-s, x+s, y+h, x+r, y+h)
		c.to(x+w-r, y+h)
		c.curve(x+w-s, y+h, x+w, y+h-s, x+w, y+h-r)
		c.to(x+w, y+r)
		c.curve(x+w, y+s, x+w-s, y, x+w-r, y)
	} else {
		c.move(x+r, y)
		c.to(x+w-r, y)
		c.curve(x+w-s, y, x+w, y+s, x+w, y+r)
		c.to(x+w, y+h-r)
		c.curve(x+w, y+h-s, x+w-s, y+h, x+w-r, y+h)
		c.to(x+r, y+h)
		c.curve(x+s, y+h, x, y+h-s, x, y+h-r)
		c.to(x, y+r)
		c.curve(x, y+s, x+s, y, x+r, y)
	}
	c.ras.ClosePath()
}

func (c *canvas) rect(m draw.Rect) {
	if m.Fill.A != 0 {
		c.begin(m.X, m.Y, m.X+m.W, m.Y+m.H)
		c.round(m.X, m.Y, m.W, m.H, m.Radius, false)
		c.fill(m.Fill)
	}
	for _, l := range m.HatchLines() {
		c.line(l)
	}
	if m.Stroke.A != 0 && m.StrokeWidth > 0 {
		c.ring(m.X, m.Y, m.W, m.H, m.Radius, m.StrokeWidth, m.Stroke)
	}
}

// ring strokes a rounded rectangle.
func (c *canvas) ring(x, y, w, h, r, wide float64, col color.NRGBA) {
	d := wide / 2
	c.begin(x-d, y-d, x+w+d, y+h+d)
	outer := r
	if r > 0 {
		outer = r + d
	}
	c.round(x-d, y-d, w+wide, h+wide, outer, false)
	if w > wide && h > wide {
		c.round(x+d, y+d, w-wide, h-wide, r-d, true)
	}
	c.fill(col)
}

func (c *canvas) circle(m draw.Circle) {
	c.rect(draw.Rect{X: m.X - m.R, Y: m.Y - m.R, W: 2 * m.R, H: 2 * m.R, Radius: m.R, Fill: m.Fill, Stroke: m.Stroke, StrokeWidth: m.StrokeWidth})
}

func (c *canvas) line(m draw.Line) {
	dx, dy := m.X2-m.X1, m.Y2-m.Y1
	n := math.Hypot(dx, dy)
	if n == 0 {
		return
	}
	if !m.Dash {
		c.segment(m, 0, n, n)
		return
	}
	for at := 0.0; at < n; at += 4.5 {
		c.segment(m, at, math.Min(at+2.5, n), n)
	}
}

// segment draws a line's part from one distance to another. Upright and level
// hairlines are set on whole pixels, at least one wide, so that they stay crisp.
func (c *canvas) segment(m draw.Line, from, to, n float64) {
	ux, uy := (m.X2-m.X1)/n, (m.Y2-m.Y1)/n
	x0, y0, x1, y1 := m.X1+ux*from, m.Y1+uy*from, m.X1+ux*to, m.Y1+uy*to
	if ux == 0 || uy == 0 {
		w := max(1, int(math.Round(m.Width*c.k)))
		r := image.Rect(c.px(min(x0, x1)), c.px(min(y0, y1)), c.px(max(x0, x1)), c.px(max(y0, y1)))
		if uy == 0 {
			r.Min.Y = int(math.Floor((y0-m.Width/2)*c.k + 0.25))
			r.Max.Y = r.Min.Y + w
		} else {
			r.Min.X = int(math.Floor((x0-m.Width/2)*c.k + 0.25))
			r.Max.X = r.Min.X + w
		}
		stddraw.Draw(c.img, r, image.NewUniform(m.Color), image.Point{}, stddraw.Over)
		return
	}
	ox, oy := -uy*m.Width/2, ux*m.Width/2
	c.polygon([][2]float64{{x0 + ox, y0 + oy}, {x1 + ox, y1 + oy}, {x1 - ox, y1 - oy}, {x0 - ox, y0 - oy}}, m.Color)
}
