package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"

	gofpdf "github.com/jung-kurt/gofpdf" // archived; a maintained fork with the same API can stand here

	"itportfoljen/app/base/draw"
	"itportfoljen/assets"
)

// canvas is the only thing that knows the drawing library: it draws marks on
// pages and gives the library's file, which finisher takes apart.
type canvas struct {
	lib  *gofpdf.Fpdf
	pics int
	face Face
	size float64
	text color.NRGBA
	fill color.NRGBA
	line color.NRGBA
	wide float64
}

func newCanvas(w, h float64, faces [faceCount]bool) *canvas {
	lib := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: gofpdf.SizeType{Wd: w, Ht: h}})
	lib.SetAutoPageBreak(false, 0)
	lib.SetMargins(0, 0, 0)
	lib.SetCompression(false) // the finisher compresses
	lib.SetCatalogSort(true)
	for f, used := range faces {
		if used {
			// The library writes into the buffer, so each document has its own copy.
			lib.AddUTF8FontFromBytes("text", libStyle(Face(f)), bytes.Clone(assets.Must(FontFile(Face(f)))))
		}
	}
	return &canvas{lib: lib, face: faceCount}
}

func libStyle(f Face) string { return [...]string{"", "B", "I"}[f] }

// page begins a page. The library sets some state again at each; forget ours.
func (c *canvas) page(w, h float64) {
	c.lib.AddPageFormat("P", gofpdf.SizeType{Wd: w, Ht: h})
	c.wide, c.line, c.fill = -1, color.NRGBA{}, color.NRGBA{}
}

func (c *canvas) raw(s string) { c.lib.RawWriteStr(s) }

func (c *canvas) draw(m Mark) {
	switch m := m.(type) {
	case TextMark:
		c.setText(m)
		c.lib.Text(m.X, m.Y, m.Text)
	case draw.Rect:
		c.rect(m)
	case draw.Line:
		c.pen(m.Color, m.Width)
		if m.Dash {
			c.lib.SetDashPattern([]float64{2.5, 2}, 0)
		}
		c.lib.Line(m.X1, m.Y1, m.X2, m.Y2)
		if m.Dash {
			c.lib.SetDashPattern(nil, 0)
		}
	case draw.Circle:
		if style := c.paint(m.Fill, m.Stroke, m.StrokeWidth); style != "" {
			c.lib.Circle(m.X, m.Y, m.R, style)
		}
	case draw.Polygon:
		if style := c.paint(m.Fill, color.NRGBA{}, 0); style != "" && len(m.Points) > 2 {
			pts := make([]gofpdf.PointType, len(m.Points))
			for i, p := range m.Points {
				pts[i] = gofpdf.PointType{X: p[0], Y: p[1]}
			}
			c.lib.Polygon(pts, style)
		}
	case Picture:
		c.picture(m)
	}
}

func (c *canvas) setText(m TextMark) {
	if m.Face != c.face || m.Size != c.size {
		c.lib.SetFont("text", libStyle(m.Face), m.Size)
		c.face, c.size = m.Face, m.Size
	}
	if m.Color != c.text {
		c.lib.SetTextColor(int(m.Color.R), int(m.Color.G), int(m.Color.B))
		c.text = m.Color
	}
}

func (c *canvas) rect(m draw.Rect) {
	if lines := m.HatchLines(); lines != nil { // between the fill and the outline
		edge := m
		m.Stroke, m.StrokeWidth, m.Hatch = color.NRGBA{}, 0, color.NRGBA{}
		c.rect(m)
		for _, l := range lines {
			c.draw(l)
		}
		m.Fill, m.Stroke, m.StrokeWidth = color.NRGBA{}, edge.Stroke, edge.StrokeWidth
	}
	style := c.paint(m.Fill, m.Stroke, m.StrokeWidth)
	if style == "" {
		return
	}
	if r := min(m.Radius, m.W/2, m.H/2); r > 0.1 {
		c.lib.RoundedRect(m.X, m.Y, m.W, m.H, r, "1234", style)
		return
	}
	c.lib.Rect(m.X, m.Y, m.W, m.H, style)
}

// paint sets colours and gives the library's word for what to do with a shape.
func (c *canvas) paint(fill, stroke color.NRGBA, w float64) string {
	style := ""
	if fill.A != 0 {
		if fill != c.fill {
			c.lib.SetFillColor(int(fill.R), int(fill.G), int(fill.B))
			c.fill = fill
		}
		style = "F"
	}
	if stroke.A != 0 && w > 0 {
		c.pen(stroke, w)
		style += "D"
	}
	return style
}

func (c *canvas) pen(col color.NRGBA, w float64) {
	if col != c.line {
		c.lib.SetDrawColor(int(col.R), int(col.G), int(col.B))
		c.line = col
	}
	if w != c.wide {
		c.lib.SetLineWidth(w)
		c.wide = w
	}
}

func (c *canvas) picture(p Picture) {
	name := fmt.Sprintf("p%d", c.pics)
	c.pics++
	var b bytes.Buffer
	if err := png.Encode(&b, opaque{p.Image}); err != nil {
		c.lib.SetError(err)
		return
	}
	opt := gofpdf.ImageOptions{ImageType: "png"}
	c.lib.RegisterImageOptionsReader(name, opt, &b)
	c.lib.ImageOptions(name, p.X, p.Y, p.W, p.H, false, opt, 0, "")
}

// opaque makes the encoder write three channels, so that the file needs no mask.
type opaque struct{ image.Image }

func (opaque) Opaque() bool { return true }

// bytes is the library's file.
func (c *canvas) bytes() ([]byte, error) {
	var b bytes.Buffer
	if err := c.lib.Output(&b); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
