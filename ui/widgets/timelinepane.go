package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/draw"
	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// timelinePane shows lines of a Timeline: their names, their bars, or what has no days.
// It draws those in view, where they are.
type timelinePane struct {
	widget.BaseWidget
	t       *Timeline
	named   bool // names, and no bars
	tray    bool // what has no days
	objects *fyne.Container
	over    int // the line under the pointer; −1 for none
	edge    int // what of its bar is under the pointer
	at      fyne.Position
	tipper  Tipper
}

var (
	_ fyne.Tappable          = (*timelinePane)(nil)
	_ fyne.SecondaryTappable = (*timelinePane)(nil)
	_ fyne.Draggable         = (*timelinePane)(nil)
	_ fyne.Scrollable        = (*timelinePane)(nil)
	_ desktop.Hoverable      = (*timelinePane)(nil)
	_ desktop.Cursorable     = (*timelinePane)(nil)
)

func newTimelinePane(t *Timeline, named bool) *timelinePane {
	p := &timelinePane{t: t, named: named, objects: container.NewWithoutLayout(), over: -1}
	p.tipper.Owner = p
	p.ExtendBaseWidget(p)
	return p
}

// off is how far the pane's lines are scrolled, and how much of them is seen. What is in a
// scroll moves with it; the names are drawn where the bars are.
func (p *timelinePane) off() (y, view float32) {
	switch {
	case p.tray:
		return p.t.below.scroll.Offset.Y, p.t.below.scroll.Size().Height
	case p.named:
		return p.t.scroll.Offset.Y, p.BaseWidget.Size().Height
	}
	return p.t.scroll.Offset.Y, p.t.scroll.Size().Height
}

func (p *timelinePane) len() int {
	if p.tray {
		return len(p.t.tray)
	}
	return len(p.t.lines)
}

// line is the line at a place in the pane; −1 for none.
func (p *timelinePane) line(at fyne.Position) int {
	y := at.Y
	if p.named {
		y += p.t.scroll.Offset.Y
	}
	if i := int(y / rowH()); y >= 0 && i < p.len() {
		return i
	}
	return -1
}

// index is where a line of the pane is among all lines.
func (p *timelinePane) index(line int) int {
	if p.tray && line >= 0 {
		return line + len(p.t.lines)
	}
	return line
}

// draw draws the lines in view.
func (p *timelinePane) draw() {
	t := p.t
	off, view := p.off()
	h := rowH()
	first, end := max(0, int(off/h)), min(p.len(), int((off+view)/h)+1)
	width := p.BaseWidget.Size().Width
	x, y0 := float32(0), float32(0) // what the drawing begins at in the pane
	switch {
	case p.named:
		y0 = -off
	case !p.tray:
		x, width = t.scroll.Offset.X, t.viewW()
	}
	if width <= 0 {
		return
	}
	var objects []fyne.CanvasObject
	var lines []chart.GanttLine
	for i := first; i < end; i++ {
		top := y0 + float32(i)*h
		objects = append(objects, p.ground(i, x, top, width, h)...)
		if p.named || p.tray {
			objects = append(objects, p.name(i, top, width, h)...)
			continue
		}
		l := chart.GanttLine{}
		if !t.lines[i].Heading {
			r := t.rowOf(t.lines[i].Key)
			if t.drag != nil && t.drag.key == r.Key && !t.drag.cancelled {
				r.From, r.To = t.drag.from, t.drag.to
			}
			l.Row = &r
		}
		lines = append(lines, l)
	}
	if len(lines) > 0 {
		d := chart.GanttBars(lines, 0, t.view(), 0, theme.Chart(), theme.Measure)
		for _, o := range shapes(d, px(1)) {
			objects = append(objects, moved(o, x, float32(first)*h))
		}
	}
	shapeLayer(p.objects, objects)
}

// moved moves an object, also a line, whose ends are its place.
func moved(o fyne.CanvasObject, dx, dy float32) fyne.CanvasObject {
	if l, ok := o.(*canvas.Line); ok {
		l.Position1, l.Position2 = l.Position1.AddXY(dx, dy), l.Position2.AddXY(dx, dy)
		return l
	}
	o.Move(o.Position().AddXY(dx, dy))
	return o
}

// ground is what stands behind a line: whether it is open, under the pointer, or where the
// cursor is, and the hairline under it.
func (p *timelinePane) ground(i int, x, y, w, h float32) (out []fyne.CanvasObject) {
	t, c := p.t, theme.Current()
	key := t.at(p.index(i))
	heading := !p.tray && t.lines[i].Heading
	put := func(fill bool, r *canvas.Rectangle, x, y, w, h float32) {
		paint.Put(r, x, y, w, h)
		if fill {
			out = append(out, r)
		}
	}
	r := paint.NewRect(0)
	switch {
	case key == t.open && t.open != "":
		r.FillColor = c.Selected
	case p.index(i) == t.hovered():
		r.FillColor = c.Hover
	case heading:
		r.FillColor = theme.WithAlpha(c.Text, 9)
	default:
		r.FillColor = nil
	}
	put(r.FillColor != nil, r, x, y, w, h)
	line := paint.NewRect(0)
	line.FillColor = c.Hairline
	put(true, line, x, y+h-1, w, 1)
	if key == t.cursor && t.focused {
		bar := paint.NewRect(0)
		paint.SetRect(bar, nil, c.Focus, c.Ring)
		if !t.ring {
			paint.SetRect(bar, nil, theme.WithAlpha(c.Focus, 90), 1)
		}
		if p.named || p.tray {
			put(true, bar, x+1, y+1, w-2, h-2)
		} else {
			paint.SetRect(bar, theme.WithAlpha(c.Focus, 12), nil, 0)
			put(true, bar, x, y+1, w, h-2)
		}
	}
	return out
}

// name is the words of a line of names, or of the tray.
func (p *timelinePane) name(i int, y, w, h float32) (out []fyne.CanvasObject) {
	t, c := p.t, theme.Current()
	d := draw.Drawing{}
	k := px(1)
	base := float64(h/k)/2 + font()*0.35
	say := func(x float32, text string, size float64, bold, muted bool, room float32) float32 {
		col := c.Text
		if muted {
			col = c.TextMuted
		}
		text = paint.Fit(text, room, float32(size)*k, bold)
		d.Add(draw.Text{X: float64(x / k), Y: base, Size: size, Bold: bold, Color: col, Text: text})
		return paint.TextWidth(text, float32(size)*k, bold)
	}
	pad := px(14)
	size := font() * 1.06
	switch {
	case !p.tray && t.lines[i].Heading:
		l := t.lines[i]
		pad += px(14) * float32(l.Level)
		icon := paint.NewIcon()
		name := "chevron-right"
		if l.Open {
			name = "chevron-down"
		}
		paint.SetIcon(icon, name, c.TextMuted)
		paint.Put(icon, pad-px(4), y+(h-px(14))/2, px(14), px(14))
		out = append(out, icon)
		count := paint.TextWidth(l.Count, float32(size)*k, false)
		used := say(pad+px(14), l.Label, size, true, false, w-2*pad-px(20)-count)
		say(pad+px(20)+used, l.Count, size, false, true, count+px(4))
	case p.tray:
		r := t.rowOf(t.tray[i])
		used := say(pad, r.Name, size, false, false, w*0.6)
		phase := r.Phase
		if r.Reversed() {
			phase += " · " + r.When()
		}
		say(pad+used+px(14), phase, font(), false, true, max(px(20), w-used-3*pad))
	default:
		r := t.rowOf(t.lines[i].Key)
		in := float32(0)
		if r.Part {
			in = px(18)
		}
		say(pad+in, r.Name, size, false, r.Part, w-pad-in-px(8))
	}
	for _, o := range shapes(d, k) {
		out = append(out, moved(o, 0, y))
	}
	return out
}

// hovered is the line under the pointer, in any of the panes.
func (t *Timeline) hovered() int {
	for _, p := range []*timelinePane{t.body, t.names, t.below.pane} {
		if p.over >= 0 {
			return p.index(p.over)
		}
	}
	return -1
}

// Tapped opens what is at a line, or folds a group.
func (p *timelinePane) Tapped(e *fyne.PointEvent) {
	p.tipper.Hide()
	p.t.take()
	if i := p.line(e.Position); i >= 0 {
		p.t.put(p.index(i))
		p.t.act()
	}
	p.t.redraw()
}

// TappedSecondary opens a line's menu.
func (p *timelinePane) TappedSecondary(e *fyne.PointEvent) {
	t := p.t
	p.tipper.Hide()
	t.take()
	i := p.line(e.Position)
	if i < 0 || !p.tray && t.lines[i].Heading {
		return
	}
	t.put(p.index(i))
	t.redraw()
	if t.OnMenu != nil {
		t.OnMenu(t.cursor, e.AbsolutePosition)
	}
}

// MouseIn implements desktop.Hoverable.
func (p *timelinePane) MouseIn(e *desktop.MouseEvent) { p.MouseMoved(e) }

// MouseMoved marks the line under the pointer, and shows its words.
func (p *timelinePane) MouseMoved(e *desktop.MouseEvent) {
	i := p.line(e.Position)
	p.at = e.Position
	p.edge = p.t.partAt(p, i, e.Position)
	if i != p.over {
		p.over = i
		tip := ""
		if i >= 0 && (p.tray || !p.t.lines[i].Heading) && p.t.Tip != nil {
			tip = p.t.Tip(p.t.at(p.index(i)))
		}
		p.tipper.Rest(tip, e.AbsolutePosition)
		p.t.redraw()
	}
	p.tipper.Move(e.AbsolutePosition)
}

// MouseOut implements desktop.Hoverable.
func (p *timelinePane) MouseOut() {
	p.over, p.edge = -1, barNone
	p.tipper.Hide()
	p.t.redraw()
}

// Cursor shows what can be done: an end of a bar is pulled sideways.
func (p *timelinePane) Cursor() desktop.Cursor {
	switch {
	case p.over < 0:
		return desktop.DefaultCursor
	case !p.t.Fixed && (p.edge == barStart || p.edge == barEnd):
		return desktop.HResizeCursor
	}
	return desktop.PointerCursor
}

// Scrolled scrolls the lines, with Shift the time; with Ctrl there is more time or less.
func (p *timelinePane) Scrolled(e *fyne.ScrollEvent) {
	t := p.t
	p.tipper.Hide()
	if p.tray {
		t.below.scroll.Scrolled(e)
		return
	}
	if Modifiers()&fyne.KeyModifierControl != 0 {
		t.Wheel(e)
		return
	}
	t.scroll.Scrolled(e)
	if t.drag != nil {
		t.follow()
	}
}

// Wheel shows less time or more around a place in the bars, as the wheel does with Ctrl.
func (t *Timeline) Wheel(e *fyne.ScrollEvent) {
	x := max(0, min(e.AbsolutePosition.X-PositionOf(t.scroll).X, t.viewW()))
	switch d := e.Scrolled.DY + e.Scrolled.DX; {
	case d > 0:
		t.zoomBy(1, x)
	case d < 0:
		t.zoomBy(-1, x)
	}
}

// CreateRenderer implements fyne.Widget.
func (p *timelinePane) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(p, []fyne.CanvasObject{p.objects}, func() {}, func() fyne.Size {
		switch {
		case p.tray:
			return fyne.NewSize(px(100), rowH()*float32(len(p.t.tray)))
		case p.named:
			return fyne.NewSize(px(100), px(50))
		}
		return fyne.NewSize(p.t.contentW(), p.t.contentH())
	}, func(s fyne.Size) { paint.Put(p.objects, 0, 0, s.Width, s.Height) })
}
