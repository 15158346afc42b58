package widgets

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"itportfoljen/app/base/draw"
	"itportfoljen/ui/internal/paint"
)

// rect is a rectangle as objects: its fill and outline, and a hatch between them as one picture,
// so that a chart of many has few objects.
func rect(s draw.Rect, k float32) []fyne.CanvasObject {
	f := func(v float64) float32 { return float32(v) * k }
	put := func(fill, stroke color.NRGBA, wide float64) fyne.CanvasObject {
		r := paint.NewRect(f(s.Radius))
		r.FillColor, r.StrokeColor, r.StrokeWidth = fill, stroke, f(wide)
		paint.Put(r, f(s.X), f(s.Y), f(s.W), f(s.H))
		return r
	}
	lines := s.HatchLines()
	if len(lines) == 0 {
		return []fyne.CanvasObject{put(s.Fill, s.Stroke, s.StrokeWidth)}
	}
	hatch := canvas.NewRaster(func(w, h int) image.Image { return hatched(s, lines, w, h) })
	paint.Put(hatch, f(s.X), f(s.Y), f(s.W), f(s.H))
	objects := []fyne.CanvasObject{hatch}
	if s.Fill.A != 0 {
		objects = []fyne.CanvasObject{put(s.Fill, color.NRGBA{}, 0), hatch}
	}
	if s.Stroke.A != 0 && s.StrokeWidth > 0 {
		objects = append(objects, put(color.NRGBA{}, s.Stroke, s.StrokeWidth))
	}
	return objects
}

// hatched paints the lines of a hatch by pixel; all lean 45°.
func hatched(s draw.Rect, lines []draw.Line, w, h int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	k := float64(w) / s.W
	for _, l := range lines {
		x1, x2 := (l.X1-s.X)*k, (l.X2-s.X)*k
		sum := x1 + (l.Y1-s.Y)*k // x + y of all that is on the line
		reach := (l.Width*k/2 + 0.5) * math.Sqrt2
		for x := max(0, int(x1)); x <= min(w-1, int(x2)); x++ {
			for y := max(0, int(sum-float64(x)-0.5-reach)); y <= min(h-1, int(sum-float64(x)-0.5+reach)); y++ {
				off := math.Abs(float64(x)+float64(y)+1-sum) / math.Sqrt2
				if cover := min(1, l.Width*k/2+0.5-off); cover > 0 {
					c := s.Hatch
					c.A = max(img.NRGBAAt(x, y).A, uint8(float64(c.A)*cover+0.5))
					img.SetNRGBA(x, y, c)
				}
			}
		}
	}
	return img
}
