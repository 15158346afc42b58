package widgets

import (
	"image/color"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

type vstack struct{ gap float32 }

// VStack lays objects under each other. Texts that wrap get their width first,
// so that the heights are right at once. A Spacer takes what is left.
func VStack(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&vstack{gap}, objects...)
}

func (l *vstack) MinSize(objects []fyne.CanvasObject) (s fyne.Size) {
	shown := visible(objects)
	for _, o := range shown {
		m := o.MinSize()
		s.Width = max(s.Width, m.Width)
		s.Height += m.Height
	}
	s.Height += gaps(l.gap, shown)
	return s
}

func (l *vstack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	shown := visible(objects)
	used, springs := gaps(l.gap, shown), 0
	for _, o := range shown {
		if isSpring(o) {
			springs++
			continue
		}
		if o.Size().Width != size.Width {
			o.Resize(fyne.NewSize(size.Width, o.Size().Height))
		}
		used += o.MinSize().Height
	}
	y := float32(0)
	for _, o := range shown {
		h := o.MinSize().Height
		if isSpring(o) {
			h = max(h, (size.Height-used)/float32(springs))
		}
		paint.Put(o, 0, y, size.Width, h)
		y += h + l.gap
	}
}

// visible are the objects that a stack gives room.
func visible(objects []fyne.CanvasObject) []fyne.CanvasObject {
	return slices.DeleteFunc(slices.Clone(objects), func(o fyne.CanvasObject) bool { return !o.Visible() })
}

// gaps is the room between the objects of a stack.
func gaps(gap float32, shown []fyne.CanvasObject) float32 {
	return gap * float32(max(len(shown)-1, 0))
}

type hstack struct{ gap float32 }

// HStack lays objects beside each other, centred in height. A Spacer or a Grow
// takes what is left.
func HStack(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&hstack{gap}, objects...)
}

func (l *hstack) MinSize(objects []fyne.CanvasObject) (s fyne.Size) {
	shown := visible(objects)
	for _, o := range shown {
		m := o.MinSize()
		s.Width += m.Width
		s.Height = max(s.Height, m.Height)
	}
	s.Width += gaps(l.gap, shown)
	return s
}

func (l *hstack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	shown := visible(objects)
	used, springs := gaps(l.gap, shown), 0
	for _, o := range shown {
		if isSpring(o) {
			springs++
		} else {
			used += o.MinSize().Width
		}
	}
	x, over := float32(0), used-size.Width
	for _, o := range shown {
		m := o.MinSize()
		w := m.Width
		if isSpring(o) {
			w = max(0, (size.Width-used)/float32(springs))
		} else if s, ok := o.(shrinking); ok && over > 0 {
			w = max(w-over, min(w, s.Least()))
			over -= m.Width - w
		}
		paint.Put(o, x, (size.Height-m.Height)/2, w, m.Height)
		x += w + l.gap
	}
}

type spring interface{ spring() }

// shrinking is what gives way in a row that is too narrow, to a least width.
type shrinking interface{ Least() float32 }

func isSpring(o fyne.CanvasObject) bool { _, ok := o.(spring); return ok }

// grow takes the width or height that is left in a stack.
type grow struct {
	widget.BaseWidget
	child fyne.CanvasObject
}

func (*grow) spring() {}

// Spacer takes what is left in a stack.
func Spacer() fyne.CanvasObject { return Grow(nil) }

// Grow lets an object take what is left in a stack.
func Grow(o fyne.CanvasObject) fyne.CanvasObject {
	g := &grow{child: o}
	g.ExtendBaseWidget(g)
	return g
}

// CreateRenderer implements fyne.Widget.
func (g *grow) CreateRenderer() fyne.WidgetRenderer {
	var objects []fyne.CanvasObject
	if g.child != nil {
		objects = append(objects, g.child)
	}
	return paint.Render(g, objects, func() {}, func() fyne.Size {
		if g.child == nil {
			return fyne.Size{}
		}
		return g.child.MinSize()
	}, func(s fyne.Size) {
		if g.child != nil {
			paint.Put(g.child, 0, 0, s.Width, s.Height)
		}
	})
}

type inset struct{ top, right, bottom, left float32 }

// Inset puts air around an object, clockwise from the top.
func Inset(top, right, bottom, left float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&inset{top, right, bottom, left}, o)
}

// Pad puts the same air on all sides.
func Pad(air float32, o fyne.CanvasObject) *fyne.Container { return Inset(air, air, air, air, o) }

func (l *inset) MinSize(objects []fyne.CanvasObject) fyne.Size {
	m := objects[0].MinSize()
	return fyne.NewSize(m.Width+l.left+l.right, m.Height+l.top+l.bottom)
}

func (l *inset) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	paint.Put(objects[0], l.left, l.top, max(0, s.Width-l.left-l.right), max(0, s.Height-l.top-l.bottom))
}

type columns struct{ gap, least float32 }

// Columns lays objects in equal columns, as many as fit when each is at least
// minWidth wide; rows get the height of their tallest.
func Columns(gap, minWidth float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&columns{gap, minWidth}, objects...)
}

func (l *columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if len(objects) == 0 {
		return fyne.Size{}
	}
	h := float32(0)
	rows := l.rows(objects, l.cols(objects))
	for _, r := range rows {
		h += r
	}
	return fyne.NewSize(px(l.least), h+l.gap*float32(max(len(rows)-1, 0)))
}

// cols is how many columns the last layout had.
func (l *columns) cols(objects []fyne.CanvasObject) int {
	n := 0
	for _, o := range objects {
		if o.Visible() && o.Position().Y == objects[0].Position().Y {
			n++
		}
	}
	return max(n, 1)
}

func (l *columns) rows(objects []fyne.CanvasObject, cols int) (rows []float32) {
	i := 0
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		if i%cols == 0 {
			rows = append(rows, 0)
		}
		rows[len(rows)-1] = max(rows[len(rows)-1], o.MinSize().Height)
		i++
	}
	return rows
}

func (l *columns) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	n := 0
	for _, o := range objects {
		if o.Visible() {
			n++
		}
	}
	if n == 0 {
		return
	}
	cols := min(n, max(1, int((s.Width+l.gap)/(px(l.least)+l.gap))))
	if over := n % cols; over != 0 && cols > 1 { // even out: 5 in 4 columns become 3 + 2
		cols = (n + (n+cols-1)/cols - 1) / ((n + cols - 1) / cols)
	}
	w := (s.Width - l.gap*float32(cols-1)) / float32(cols)
	for _, o := range objects {
		if o.Visible() && o.Size().Width != w {
			o.Resize(fyne.NewSize(w, o.Size().Height))
		}
	}
	rows := l.rows(objects, cols)
	i, y := 0, float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		if i > 0 && i%cols == 0 {
			y += rows[i/cols-1] + l.gap
		}
		paint.Put(o, float32(i%cols)*(w+l.gap), y, w, rows[i/cols])
		i++
	}
}

// flow keeps the width that it was laid out in, which its height follows.
type flow struct{ gap, width float32 }

// Flow lays objects beside each other, each as wide as it needs to be, and goes on below
// where there is no more room: buttons in a panel.
func Flow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flow{gap: gap}, objects...)
}

func (l *flow) MinSize(objects []fyne.CanvasObject) (s fyne.Size) {
	for _, o := range visible(objects) {
		s.Width = max(s.Width, o.MinSize().Width)
	}
	s.Height = l.each(objects, func(fyne.CanvasObject, fyne.Position, fyne.Size) {})
	return s
}

func (l *flow) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	l.width = s.Width
	l.each(objects, func(o fyne.CanvasObject, at fyne.Position, m fyne.Size) { paint.Put(o, at.X, at.Y, m.Width, m.Height) })
}

// each goes through the objects with their places, and gives the height of all.
func (l *flow) each(objects []fyne.CanvasObject, put func(o fyne.CanvasObject, at fyne.Position, m fyne.Size)) float32 {
	x, y, tallest := float32(0), float32(0), float32(0)
	for _, o := range visible(objects) {
		m := o.MinSize()
		if x > 0 && l.width > 0 && x+m.Width > l.width {
			x, y, tallest = 0, y+tallest+l.gap, 0
		}
		put(o, fyne.NewPos(x, y), m)
		x, tallest = x+m.Width+l.gap, max(tallest, m.Height)
	}
	return y + tallest
}

type sized struct{ minW, minH, maxW float32 }

// MinSize gives an object a least size.
func MinSize(w, h float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&sized{minW: w, minH: h}, o)
}

// MaxWidth keeps an object from stretching beyond reading; it stays at the left.
func MaxWidth(w float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&sized{maxW: w}, o)
}

func (l *sized) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().Max(fyne.NewSize(px(l.minW), px(l.minH)))
}

func (l *sized) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	w := s.Width
	if l.maxW > 0 {
		w = min(w, px(l.maxW))
	}
	paint.Put(objects[0], 0, 0, w, s.Height)
}

type asks struct{ w, h float32 }

// Asks gives an object the size it needs, and at least this where there is
// room. Where there is less than it needs it scrolls.
func Asks(w, h float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&asks{w, h}, container.NewScroll(o))
}

func (l *asks) MinSize(objects []fyne.CanvasObject) fyne.Size {
	need := objects[0].(*container.Scroll).Content.MinSize()
	need.Height = float32(math.Ceil(float64(need.Height))) + 1 // what scrolls is cut at whole pixels: a frame at the foot lost its lower edge
	return need.Max(fyne.NewSize(px(l.w), px(l.h)))
}

func (l *asks) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	paint.Put(objects[0], 0, 0, s.Width, s.Height)
}

type middle struct{ width, air float32 }

// Middle puts an object in the middle of its room, as wide as there is room for
// and never wider than width.
func Middle(width, air float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&middle{width, air}, o)
}

func (l *middle) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(2*l.air, 2*l.air)
}

func (l *middle) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	w := min(s.Width-2*l.air, px(l.width))
	objects[0].Resize(fyne.NewSize(w, objects[0].Size().Height)) // wrapped texts learn their width
	h := objects[0].MinSize().Height
	paint.Put(objects[0], (s.Width-w)/2, max(l.air, (s.Height-h)/2), w, h)
}

// Hairline is a thin line across.
func Hairline() fyne.CanvasObject {
	return newPlane(func() color.Color { return theme.Current().Hairline }, 1)
}

// Ground puts the page background behind an object, Surface the colour of cards.
func Ground(o fyne.CanvasObject) *fyne.Container {
	return container.NewStack(newPlane(func() color.Color { return theme.Current().Background }, 0), o)
}

// Surface puts the colour of cards and lists behind an object.
func Surface(o fyne.CanvasObject) *fyne.Container {
	return container.NewStack(newPlane(func() color.Color { return theme.Current().Surface }, 0), o)
}

// Renew draws what has been out of the window in the present look, where it was drawn in another.
func Renew(o fyne.CanvasObject) { paint.Renew(o) }

// plane is a filled rectangle that follows the theme.
type plane struct {
	widget.BaseWidget
	fill   func() color.Color
	height float32
	rect   *canvas.Rectangle
}

func newPlane(fill func() color.Color, height float32) *plane {
	p := &plane{fill: fill, height: height, rect: paint.NewRect(0)}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer implements fyne.Widget.
func (p *plane) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(p, []fyne.CanvasObject{p.rect}, func() { paint.SetRect(p.rect, p.fill(), nil, 0) },
		func() fyne.Size { return fyne.NewSize(0, p.height) },
		func(s fyne.Size) { paint.Put(p.rect, 0, 0, s.Width, s.Height) })
}
