package widgets

import (
	"image"
	"image/color"
	"math"
	"slices"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/app/base/draw"
	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// Picture shows a drawing at the size it gets: Build is called again with each
// new size (at 100 % text size), and when the theme changes.
type Picture struct {
	Control
	Build func(w, h float64) draw.Drawing
	OnHit func(key string)
	// Across lets the arrows go to what lies nearest that way, and not to the next; they
	// begin from what has the key Begin.
	Across bool
	Begin  string
	// OnOpen gets the key of what is pointed at on Ctrl+Enter, and OnBack is Backspace.
	OnOpen    func(key string)
	OnBack    func()
	MinWidth  float32
	MinHeight float32

	drawing draw.Drawing
	objects *fyne.Container
	mark    *canvas.Rectangle
	builtAt fyne.Size
	builtIn *theme.Palette
	hit     int
}

var _ fyne.Widget = (*Picture)(nil)

// NewPicture makes a picture; onHit, which may be nil, gets the key of what was
// tapped.
func NewPicture(minWidth, minHeight float32, build func(w, h float64) draw.Drawing, onHit func(key string)) *Picture {
	p := &Picture{Build: build, OnHit: onHit, MinWidth: minWidth, MinHeight: minHeight, objects: container.NewWithoutLayout(), mark: paint.NewRect(4), hit: -1}
	p.Extend(p, nil)
	p.onLeave = p.tipper.Hide
	p.onKey = func(e *fyne.KeyEvent) bool {
		n := len(p.drawing.Hits)
		switch {
		case e.Name == fyne.KeyBackspace && p.OnBack != nil:
			p.OnBack()
		case n == 0:
			return false
		case p.Across && arrows[e.Name] != [2]float64{}:
			p.stepTo(p.nearest(arrows[e.Name]))
		case e.Name == fyne.KeyRight || e.Name == fyne.KeyDown:
			p.stepTo((p.hit + 1) % n)
		case e.Name == fyne.KeyLeft || e.Name == fyne.KeyUp:
			p.stepTo((max(p.hit, 0) - 1 + n) % n)
		case e.Name == fyne.KeyHome:
			p.stepTo(0)
		case e.Name == fyne.KeyEnd:
			p.stepTo(n - 1)
		case (e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter || e.Name == fyne.KeySpace) && p.hit >= 0:
			p.open()
		default:
			return false
		}
		return true
	}
	return p
}

// arrows are the ways that they point.
var arrows = map[fyne.KeyName][2]float64{fyne.KeyLeft: {-1, 0}, fyne.KeyRight: {1, 0}, fyne.KeyUp: {0, -1}, fyne.KeyDown: {0, 1}}

// nearest is what lies nearest in a direction from what is pointed at; that itself when
// nothing does.
func (p *Picture) nearest(way [2]float64) int {
	hits := p.drawing.Hits
	at := p.hit
	if at < 0 {
		at = max(0, slices.IndexFunc(hits, func(h draw.Hit) bool { return h.Key == p.Begin }))
	}
	from, best, least := hits[at], at, math.Inf(1)
	for i, h := range hits {
		dx, dy := h.X+h.W/2-from.X-from.W/2, h.Y+h.H/2-from.Y-from.H/2
		ahead, aside := dx*way[0]+dy*way[1], math.Abs(dx*way[1]+dy*way[0])
		if d := ahead + 3*aside; i != at && ahead > 1 && (way[0] != 0 || aside < h.W/2) && d < least {
			best, least = i, d
		}
	}
	return best
}

// Rebuild draws it anew, of other data.
func (p *Picture) Rebuild() {
	p.builtAt, p.hit = fyne.Size{}, -1
	p.lay(p.Size())
	p.Refresh()
}

// reveal scrolls what is pointed at into view.
func (p *Picture) reveal() {
	if s := ScrollOf(p); s != nil && p.hit >= 0 {
		h := p.drawing.Hits[p.hit]
		s.Reveal(PositionOf(p).Y+float32(h.Y)*px(1), float32(h.H)*px(1))
	}
}

// TypedShortcut opens what is pointed at with Ctrl+Enter.
func (p *Picture) TypedShortcut(s fyne.Shortcut) {
	k, ok := s.(*desktop.CustomShortcut)
	if ok && p.OnOpen != nil && p.hit >= 0 && k.Modifier == fyne.KeyModifierControl && (k.KeyName == fyne.KeyReturn || k.KeyName == fyne.KeyEnter) {
		p.OnOpen(p.drawing.Hits[p.hit].Key)
		return
	}
	p.Control.TypedShortcut(s)
}

// stepTo points at something by the keyboard, and says its words at once.
func (p *Picture) stepTo(i int) {
	p.point(i)
	p.reveal()
	h := p.drawing.Hits[i]
	showTip(p, h.Tip, PositionOf(p).AddXY(float32(h.X+h.W/2)*px(1), float32(h.Y+h.H)*px(1)-px(12)))
}

func (p *Picture) open() {
	p.tipper.Hide()
	if p.hit >= 0 && p.OnHit != nil {
		p.OnHit(p.drawing.Hits[p.hit].Key)
	}
}

func (p *Picture) hitAt(at fyne.Position) int {
	x, y := float64(at.X/px(1)), float64(at.Y/px(1))
	for i := len(p.drawing.Hits) - 1; i >= 0; i-- {
		if h := p.drawing.Hits[i]; x >= h.X && x <= h.X+h.W && y >= h.Y && y <= h.Y+h.H {
			return i
		}
	}
	return -1
}

func (p *Picture) point(i int) {
	if i == p.hit {
		return
	}
	p.hit = i
	p.Refresh()
}

// Tapped opens what is under the pointer.
func (p *Picture) Tapped(e *fyne.PointEvent) {
	p.tipper.Hide()
	p.hit = p.hitAt(e.Position)
	p.open()
}

// MouseMoved marks what is under the pointer and shows its words.
func (p *Picture) MouseMoved(e *desktop.MouseEvent) {
	i := p.hitAt(e.Position)
	if i != p.hit {
		p.point(i)
		tip := ""
		if i >= 0 {
			tip = p.drawing.Hits[i].Tip
		}
		p.tipper.Rest(tip, e.AbsolutePosition)
	}
	p.tipper.Move(e.AbsolutePosition)
}

// MouseOut implements desktop.Hoverable.
func (p *Picture) MouseOut() {
	p.hit = -1
	p.Control.MouseOut()
}

// Cursor shows what can be tapped.
func (p *Picture) Cursor() desktop.Cursor {
	if p.hit >= 0 && p.OnHit != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// CreateRenderer implements fyne.Widget.
func (p *Picture) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(p, []fyne.CanvasObject{p.objects, p.mark}, func() {
		c := theme.Current()
		paint.SetRect(p.mark, theme.WithAlpha(c.Text, 12), theme.WithAlpha(c.Text, 70), 1)
		if p.Ringed() { // the keyboard is here
			paint.SetRect(p.mark, theme.WithAlpha(c.Text, 12), c.Focus, c.Ring)
		}
		p.mark.Hidden = (p.hit < 0 || p.OnHit == nil) && !p.Ringed()
		if p.hit < 0 && p.Ringed() { // it is around all of it until something is pointed at
			paint.SetRect(p.mark, theme.WithAlpha(c.Text, 0), c.Accent, 2)
		}
		if p.builtIn != c {
			p.builtAt = fyne.Size{}
		}
	}, func() fyne.Size { return fyne.NewSize(px(p.MinWidth), px(p.MinHeight)) }, p.lay)
}

func (p *Picture) lay(s fyne.Size) {
	paint.Put(p.objects, 0, 0, s.Width, s.Height)
	if s != p.builtAt && s.Width > 1 && s.Height > 1 && p.Build != nil {
		p.builtAt, p.builtIn = s, theme.Current()
		p.drawing = p.Build(float64(s.Width/px(1)), float64(s.Height/px(1)))
		p.objects.Objects = shapes(p.drawing, px(1))
		if p.hit >= len(p.drawing.Hits) {
			p.hit = -1
		}
		p.objects.Refresh()
	}
	paint.Put(p.mark, 1, 1, max(0, s.Width-2), max(0, s.Height-2))
	if p.hit >= 0 {
		h := p.drawing.Hits[p.hit]
		paint.Put(p.mark, float32(h.X)*px(1)-2, float32(h.Y)*px(1)-2, float32(h.W)*px(1)+4, float32(h.H)*px(1)+4)
	}
}

// AccessibilityLabel is what the drawing says.
func (p *Picture) AccessibilityLabel() string { return p.drawing.Alt }

// AccessibilityRole is text.
func (p *Picture) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// shapes turns a drawing into canvas objects at a scale.
func shapes(d draw.Drawing, k float32) []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, 0, len(d.Shapes))
	f := func(v float64) float32 { return float32(v) * k }
	for _, s := range d.Shapes {
		switch s := s.(type) {
		case draw.Rect:
			objects = append(objects, rect(s, k)...)
		case draw.Line:
			objects = append(objects, lines(s, k)...)
		case draw.Circle:
			c := canvas.NewCircle(s.Fill)
			c.StrokeColor, c.StrokeWidth = s.Stroke, f(s.StrokeWidth)
			paint.Put(c, f(s.X-s.R), f(s.Y-s.R), f(2*s.R), f(2*s.R))
			objects = append(objects, c)
		case draw.Polygon:
			objects = append(objects, polygon(s, k))
		case draw.Text:
			t := canvas.NewText(s.Text, s.Color)
			t.TextSize, t.TextStyle.Bold = f(s.Size), s.Bold
			size, base := fyne.CurrentApp().Driver().RenderedTextSize(s.Text, t.TextSize, t.TextStyle, nil)
			x := f(s.X)
			switch s.Align {
			case draw.Center:
				x -= size.Width / 2
			case draw.Right:
				x -= size.Width
			}
			paint.Put(t, x, f(s.Y)-base, size.Width, size.Height)
			objects = append(objects, t)
		}
	}
	return objects
}

func lines(s draw.Line, k float32) (objects []fyne.CanvasObject) {
	add := func(x1, y1, x2, y2 float64) {
		l := canvas.NewLine(s.Color)
		l.StrokeWidth = float32(s.Width) * k
		l.Position1 = fyne.NewPos(float32(x1)*k, float32(y1)*k)
		l.Position2 = fyne.NewPos(float32(x2)*k, float32(y2)*k)
		objects = append(objects, l)
	}
	if !s.Dash {
		add(s.X1, s.Y1, s.X2, s.Y2)
		return objects
	}
	dx, dy := s.X2-s.X1, s.Y2-s.Y1
	length := math.Hypot(dx, dy)
	if length == 0 {
		return nil
	}
	for at := 0.0; at < length && len(objects) < 400; at += 7 {
		end := min(at+4, length)
		add(s.X1+dx*at/length, s.Y1+dy*at/length, s.X1+dx*end/length, s.Y1+dy*end/length)
	}
	return objects
}

// polygon uses the toolkit's own up to its 16 corners, else fills by pixel.
func polygon(s draw.Polygon, k float32) fyne.CanvasObject {
	if len(s.Points) == 0 {
		return container.NewWithoutLayout()
	}
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, p := range s.Points {
		x0, y0, x1, y1 = min(x0, p[0]), min(y0, p[1]), max(x1, p[0]), max(y1, p[1])
	}
	w, h := max(x1-x0, 0.5), max(y1-y0, 0.5)
	norm := make([][2]float64, len(s.Points))
	for i, p := range s.Points {
		norm[i] = [2]float64{(p[0] - x0) / w, (p[1] - y0) / h}
	}
	if len(norm) <= 16 {
		points := make([]fyne.Position, len(norm))
		for i, p := range norm {
			points[i] = fyne.NewPos(float32(p[0]), float32(p[1]))
		}
		o := &canvas.ArbitraryPolygon{Points: points, NormalizedPoints: true, FillColor: s.Fill}
		paint.Put(o, float32(x0)*k, float32(y0)*k, float32(w)*k, float32(h)*k)
		return o
	}
	o := canvas.NewRaster(func(pw, ph int) image.Image { return fillPolygon(norm, s.Fill, pw, ph) })
	paint.Put(o, float32(x0)*k, float32(y0)*k, float32(w)*k, float32(h)*k)
	return o
}

// fillPolygon fills by the even-odd rule with four lines to a pixel's height.
func fillPolygon(points [][2]float64, c color.NRGBA, w, h int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	cover := make([]float64, w)
	var cuts []float64
	for y := range h {
		clear(cover)
		for sub := range 4 {
			at := (float64(y) + (float64(sub)+0.5)/4) / float64(h)
			cuts = cuts[:0]
			for i, p := range points {
				q := points[(i+1)%len(points)]
				if (p[1] <= at) != (q[1] <= at) {
					cuts = append(cuts, (p[0]+(at-p[1])/(q[1]-p[1])*(q[0]-p[0]))*float64(w))
				}
			}
			sort.Float64s(cuts)
			for i := 0; i+1 < len(cuts); i += 2 {
				for x := max(0, int(cuts[i])); x < w && float64(x) < cuts[i+1]; x++ {
					cover[x] += 0.25 * max(0, min(cuts[i+1], float64(x+1))-max(cuts[i], float64(x)))
				}
			}
		}
		for x, v := range cover {
			if v > 0 {
				img.SetNRGBA(x, y, color.NRGBA{c.R, c.G, c.B, uint8(float64(c.A)*min(v, 1) + 0.5)})
			}
		}
	}
	return img
}
