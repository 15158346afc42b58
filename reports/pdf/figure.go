package pdf

import (
	"cmp"
	"image"
	"image/color"
	stddraw "image/draw"
	"math"

	xdraw "golang.org/x/image/draw"

	"itportfoljen/app/base/draw"
)

type colorOf func(e *engine) color.NRGBA

func hairlineColor(*engine) color.NRGBA { return hair }
func inkColor(*engine) color.NRGBA      { return ink }
func headColor(e *engine) color.NRGBA   { return e.doc.headInk() }

// drawing places a picture as a Figure, scaled down if it is too large, with
// its caption below as a paragraph of its own, so that it is read.
func (e *engine) drawing(b *block, w float64, parent int) []strip {
	d := b.drawing
	if !(d.W > 0 && d.H > 0) || math.IsInf(d.W+d.H, 0) {
		return nil
	}
	for _, sh := range d.Shapes {
		if t, ok := sh.(draw.Text); ok {
			e.clean(t.Text) // what the typeface lacks is known before it is drawn
		}
	}
	k := math.Min(1, math.Min(w/d.W, (e.tall-40)/d.H))
	s := strip{gap: 9, h: d.H * k, glue: b.text != "", draw: func(e *engine, x, y float64) {
		id := e.elem(RoleFigure, parent)
		alt := printable(d.Alt)
		if alt == "" {
			alt = "Bild"
		}
		e.out.elems[id].Alt = alt
		e.out.elems[id].BBox = &[4]float64{x, y, d.W * k, d.H * k}
		for _, sh := range d.Shapes {
			if m := e.mark(sh, x, y, k); m != nil {
				e.put(id, m)
			}
		}
	}}
	out := []strip{s}
	if b.text != "" {
		cap := e.para(e.style([]Run{M(b.text)}, look{}), noteSize, w, parent, 3)
		for i := range len(cap) - 1 {
			cap[i].glue = true
		}
		out = append(out, cap...)
	}
	return out
}

// mark moves a shape to its place on the page.
func (e *engine) mark(sh draw.Shape, x, y, k float64) Mark {
	switch s := sh.(type) {
	case draw.Rect:
		s.X, s.Y, s.W, s.H, s.Radius, s.StrokeWidth = x+s.X*k, y+s.Y*k, s.W*k, s.H*k, s.Radius*k, s.StrokeWidth*k
		s.Fill, s.Stroke, s.Hatch = flat(s.Fill), flat(s.Stroke), flat(s.Hatch)
		s.HatchStep = cmp.Or(s.HatchStep, draw.DefaultHatch) * k
		return s
	case draw.Line:
		s.X1, s.Y1, s.X2, s.Y2, s.Width = x+s.X1*k, y+s.Y1*k, x+s.X2*k, y+s.Y2*k, s.Width*k
		s.Color = flat(s.Color)
		return s
	case draw.Circle:
		s.X, s.Y, s.R, s.StrokeWidth = x+s.X*k, y+s.Y*k, s.R*k, s.StrokeWidth*k
		s.Fill, s.Stroke = flat(s.Fill), flat(s.Stroke)
		return s
	case draw.Polygon:
		pts := make([][2]float64, len(s.Points))
		for i, p := range s.Points {
			pts[i] = [2]float64{x + p[0]*k, y + p[1]*k}
		}
		return draw.Polygon{Points: pts, Fill: flat(s.Fill)}
	case draw.Text:
		return e.drawnText(s, x, y, k)
	}
	return nil
}

func (e *engine) drawnText(s draw.Text, x, y, k float64) Mark {
	text := e.clean(s.Text)
	if text == "" {
		return nil
	}
	t := TextMark{X: x + s.X*k, Y: y + s.Y*k, Size: s.Size * k, Color: flat(s.Color), Text: text + " "}
	if s.Bold {
		t.Face = SemiBold
	}
	t.W = width(text, t.Face, t.Size)
	switch s.Align {
	case draw.Center:
		t.X -= t.W / 2
	case draw.Right:
		t.X -= t.W
	}
	return t
}

// onWhite puts a picture on white and shrinks it to what print needs.
func onWhite(src image.Image, maxW, maxH int) *image.RGBA {
	b := src.Bounds()
	k := math.Min(1, math.Min(float64(maxW)/float64(b.Dx()), float64(maxH)/float64(b.Dy())))
	dst := image.NewRGBA(image.Rect(0, 0, max(1, int(float64(b.Dx())*k)), max(1, int(float64(b.Dy())*k))))
	stddraw.Draw(dst, dst.Bounds(), image.White, image.Point{}, stddraw.Src)
	xdraw.CatmullRom.Scale(dst, dst.Bounds(), src, b, stddraw.Over, nil)
	return dst
}

func headLineColor(*engine) color.NRGBA { return hairHead }
