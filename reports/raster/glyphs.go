package raster

import (
	"image"
	stddraw "image/draw"
	"math"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"itportfoljen/assets"
	"itportfoljen/reports/pdf"
)

// fonts are parsed once; sfnt.Font is safe to share.
var fonts = func() (f [3]func() *sfnt.Font) {
	for i := range f {
		f[i] = sync.OnceValue(func() *sfnt.Font {
			name := pdf.FontFile(pdf.Face(i))
			font, err := opentype.Parse(assets.Must(name))
			if err != nil {
				panic("raster: " + name + ": " + err.Error())
			}
			return font
		})
	}
	return f
}()

// glyphKey is a glyph at a size in 64ths of a pixel and a quarter of a pixel's shift.
type glyphKey struct {
	face  pdf.Face
	r     rune
	size  int
	shift uint8
}

// glyph is a mask and its place from the pen.
type glyph struct {
	mask *image.Alpha
	at   image.Point
}

// cache holds glyphs that have been drawn; it is emptied when it grows large,
// which only happens when many sizes are used.
var cache = struct {
	sync.RWMutex
	m map[glyphKey]glyph
}{m: map[glyphKey]glyph{}}

const cacheMost = 20000

// text draws a line of text. Pens are rounded to a quarter of a pixel sideways
// and to a whole one upright.
func (c *canvas) text(m pdf.TextMark) {
	size := m.Size * c.k
	x, y := m.X*c.k, int(math.Round(m.Y*c.k))
	ink := image.NewUniform(m.Color)
	for _, r := range m.Text {
		q := math.Round(x*4) / 4
		whole := math.Floor(q)
		g := lookup(glyphKey{m.Face, r, int(math.Round(size * 64)), uint8((q - whole) * 4)})
		if g.mask != nil {
			at := g.at.Add(image.Pt(int(whole), y))
			stddraw.DrawMask(c.img, g.mask.Bounds().Add(at), ink, image.Point{}, g.mask, image.Point{}, stddraw.Over)
		}
		x += float64(pdf.Advance(r, m.Face)) * size / 1000
	}
}

func lookup(k glyphKey) glyph {
	cache.RLock()
	g, ok := cache.m[k]
	cache.RUnlock()
	if ok {
		return g
	}
	g = render(k)
	cache.Lock()
	if len(cache.m) > cacheMost {
		cache.m = map[glyphKey]glyph{}
	}
	cache.m[k] = g
	cache.Unlock()
	return g
}

// render draws a glyph's outline as a mask.
func render(k glyphKey) glyph {
	f := fonts[k.face]()
	var buf sfnt.Buffer
	id, err := f.GlyphIndex(&buf, k.r)
	if err != nil || id == 0 {
		return glyph{}
	}
	ppem := fixed.Int26_6(k.size)
	bounds, _, err := f.GlyphBounds(&buf, id, ppem, font.HintingNone)
	if err != nil || bounds.Empty() {
		return glyph{}
	}
	segs, err := f.LoadGlyph(&buf, id, ppem, nil)
	if err != nil {
		return glyph{}
	}
	minX, minY := bounds.Min.X.Floor()-1, bounds.Min.Y.Floor()-1
	w, h := bounds.Max.X.Ceil()+2-minX, bounds.Max.Y.Ceil()+1-minY
	var ras vector.Rasterizer
	ras.Reset(w, h)
	dx, dy := float32(k.shift)/4-float32(minX), -float32(minY)
	p := func(a fixed.Point26_6) (float32, float32) { return float32(a.X)/64 + dx, float32(a.Y)/64 + dy }
	for _, s := range segs {
		x0, y0 := p(s.Args[0])
		x1, y1 := p(s.Args[1])
		x2, y2 := p(s.Args[2])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			ras.ClosePath()
			ras.MoveTo(x0, y0)
		case sfnt.SegmentOpLineTo:
			ras.LineTo(x0, y0)
		case sfnt.SegmentOpQuadTo:
			ras.QuadTo(x0, y0, x1, y1)
		case sfnt.SegmentOpCubeTo:
			ras.CubeTo(x0, y0, x1, y1, x2, y2)
		}
	}
	ras.ClosePath()
	mask := image.NewAlpha(image.Rect(0, 0, w, h))
	ras.Draw(mask, mask.Bounds(), image.Opaque, image.Point{})
	return glyph{mask: mask, at: image.Pt(minX, minY)}
}
