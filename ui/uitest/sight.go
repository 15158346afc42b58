package uitest

import (
	"fmt"
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"itportfoljen/app/base/draw"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/widgets"
)

// box is a part of the window.
type box struct{ x0, y0, x1, y1 float32 }

func boxOf(at fyne.Position, s fyne.Size) box {
	return box{at.X, at.Y, at.X + s.Width, at.Y + s.Height}
}

func (b box) within(o box) box {
	return box{max(b.x0, o.x0), max(b.y0, o.y0), min(b.x1, o.x1), min(b.y1, o.y1)}
}

func (b box) empty() bool { return b.x1-b.x0 <= 0 || b.y1-b.y0 <= 0 }

// Word is a text as it is drawn in the window.
type Word struct {
	Text   string
	Ink    color.NRGBA
	Ground color.NRGBA
	Off    bool // of something that can't be used now
	Drawn  bool // in a picture, on what means something by its colour
	at     box  // where it is seen
}

// Sight is what shows in the window, or in what lies on top of it: its texts, and what is wrong
// with how they stand.
type Sight struct {
	Words  []Word
	Faults []string

	window box
	fills  []fill
	widths map[string]float32
}

// fill is a filled part of the window, in the order of drawing.
type fill struct {
	at box
	c  color.NRGBA
}

// view is what an object is seen in: what clips it, and which ways that can be scrolled.
type view struct {
	clip         box
	across, down bool
	tip          bool // something around it says its text when the pointer rests
	off          bool
	free         bool   // drawn by a picture or a list, that answer for their own texts
	in           string // the widget that it is part of
}

// Look goes through what shows, the deepest first. Text that is wider than its room, that is cut without
// saying the whole when the pointer rests on it, that lies outside the window where nothing scrolls to it,
// or on other text, is at fault.
func Look(s *shell.Shell) *Sight {
	size := s.Window.Canvas().Size()
	l := &Sight{window: boxOf(fyne.Position{}, size), widths: map[string]float32{}}
	front := Front(s)
	for range 2 { // the second time texts that wrap know their width
		settle(front)
	}
	l.walk(front, fyne.Position{}, view{clip: l.window})
	l.overlaps()
	if front == s.Window.Content() {
		if room := least(front); size.Width >= theme.Px(600) && (room.Width > size.Width+1 || room.Height > size.Height+1) {
			l.fault("the window has to be scrolled: it needs %.0f × %.0f, for %s", room.Width, room.Height, widest(front))
		}
	}
	slices.Sort(l.Faults)
	l.Faults = slices.Compact(l.Faults)
	return l
}

// settle lays out what shows, the innermost first, as the computer's window does before it draws: what has
// changed size there is given its room.
func settle(o fyne.CanvasObject) {
	if o == nil || !o.Visible() {
		return
	}
	for _, c := range inside(o) {
		settle(c)
	}
	switch o := o.(type) {
	case *fyne.Container:
		if o.Layout != nil {
			o.Layout.Layout(o.Objects, o.Size())
		}
	case fyne.Widget:
		test.WidgetRenderer(o).Layout(o.Size())
	}
}

// least is what the window's content needs.
func least(o fyne.CanvasObject) (m fyne.Size) {
	Walk(o, func(o fyne.CanvasObject) {
		if s, ok := o.(*container.Scroll); ok && m.IsZero() {
			m = s.Content.MinSize()
		}
	})
	return m
}

// widest is the text of what needs the most width.
func widest(o fyne.CanvasObject) string {
	for {
		var next fyne.CanvasObject
		w := o.MinSize().Width * 0.75
		for _, c := range inside(o) {
			if m := c.MinSize().Width; c.Visible() && m > w {
				next, w = c, m
			}
		}
		if next == nil {
			return fmt.Sprintf("%T %q", o, Texts(o))
		}
		o = next
	}
}

func inside(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case *container.Clip:
		return []fyne.CanvasObject{o.Content}
	case fyne.Widget:
		return test.WidgetRenderer(o).Objects()
	}
	return nil
}

func (l *Sight) fault(format string, args ...any) {
	l.Faults = append(l.Faults, fmt.Sprintf(format, args...))
}

func (l *Sight) walk(o fyne.CanvasObject, at fyne.Position, v view) {
	if o == nil || !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	here := boxOf(at, o.Size())
	switch o := o.(type) {
	case *canvas.Text:
		l.text(o, here, v)
	case *canvas.Rectangle:
		l.fill(here.within(v.clip), o.FillColor)
	case *canvas.Circle:
		l.fill(here.within(v.clip), o.FillColor)
	case *fyne.Container:
		for _, c := range o.Objects {
			l.walk(c, at, v)
		}
	case *container.Scroll:
		v.across = v.across || o.Direction == container.ScrollBoth || o.Direction == container.ScrollHorizontalOnly
		v.down = v.down || o.Direction == container.ScrollBoth || o.Direction == container.ScrollVerticalOnly
		v.clip = v.clip.within(here)
		l.walk(o.Content, at, v)
	case *container.Clip:
		v.clip, v.across, v.down = v.clip.within(here), true, true
		l.walk(o.Content, at, v)
	case fyne.Widget:
		l.widget(o, at, here, v)
	}
}

func (l *Sight) widget(o fyne.Widget, at fyne.Position, here box, v view) {
	if t, ok := o.(interface{ Tip() string }); ok && t.Tip() != "" {
		v.tip = true
	}
	if d, ok := o.(fyne.Disableable); ok && d.Disabled() {
		v.off = true
	}
	v.in = strings.TrimPrefix(fmt.Sprintf("%T", o), "*")
	for _, c := range test.WidgetRenderer(o).Objects() {
		if t, ok := c.(*widgets.Whole); ok && t.Visible() && t.Tip() != "" {
			v.tip = true
		}
	}
	if text, ok := o.(*widgets.Text); ok && strings.HasSuffix(text.Text, "…") {
		v.tip = true // it isn't the window that has cut it
	}
	switch o.(type) {
	case *widgets.Picture, *widgets.Timeline:
		v.free = true
	case *grid.Grid:
		v.tip = true // of its cells and titles
	case *input.Search:
		v.tip = true // what it asks for may be cut
	}
	if _, ok := o.(fyne.Tappable); ok && !v.clip.empty() {
		if !v.across && (here.x1 > v.clip.x1+1 || here.x0 < v.clip.x0-1) && here.x1-here.x0 > 0 {
			l.fault("out of reach sideways: %T %q", o, strings.Join(Texts(o), " "))
		}
		if !v.down && (here.y1 > v.clip.y1+1 || here.y0 < v.clip.y0-1) && here.y1-here.y0 > 0 {
			l.fault("out of reach below: %T %q", o, strings.Join(Texts(o), " "))
		}
	}
	for _, c := range test.WidgetRenderer(o).Objects() {
		l.walk(c, at, v)
	}
}

func (l *Sight) fill(at box, c color.Color) {
	if c == nil || at.empty() {
		return
	}
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	if n.A == 0 {
		return
	}
	l.fills = append(l.fills, fill{at, n})
	if n.A == 255 { // what lies under it isn't seen
		l.Words = slices.DeleteFunc(l.Words, func(w Word) bool { return w.at.within(at) == w.at })
	}
}

func (l *Sight) width(t *canvas.Text) float32 {
	key := fmt.Sprint(t.TextSize, t.TextStyle.Bold, t.FontSource != nil, t.Text)
	w, ok := l.widths[key]
	if !ok {
		w = t.MinSize().Width
		l.widths[key] = w
	}
	return w
}

func (l *Sight) text(t *canvas.Text, here box, v view) {
	ink := color.NRGBAModel.Convert(t.Color).(color.NRGBA)
	if strings.TrimSpace(t.Text) == "" || ink.A == 0 {
		return
	}
	w := l.width(t)
	room := here.x1 - here.x0
	if w > room+2.5 && !v.free {
		l.fault("%q is %.0f wide in %.0f (%s)", t.Text, w, room, v.in)
	}
	switch t.Alignment {
	case fyne.TextAlignTrailing:
		here.x0 = here.x1 - w
	case fyne.TextAlignCenter:
		here.x0 += (room - w) / 2
		here.x1 = here.x0 + w
	default:
		here.x1 = here.x0 + w
	}
	if h := t.TextSize * 1.25; here.y1-here.y0 > h { // it is drawn in the middle
		mid := (here.y0 + here.y1) / 2
		here.y0, here.y1 = mid-h/2, mid+h/2
	}
	if !v.across && (here.x1 > v.clip.x1+1 || here.x0 < v.clip.x0-1) || !v.down && (here.y1 > v.clip.y1+2 || here.y0 < v.clip.y0-2) {
		l.fault("%q lies outside (%s)", t.Text, v.in)
	}
	if cut(t.Text) && !v.tip && !v.free {
		l.fault("%q is cut, and nothing says the whole (%s)", t.Text, v.in)
	}
	seen := here.within(v.clip)
	if seen.empty() {
		return
	}
	l.Words = append(l.Words, Word{t.Text, ink, l.under(seen), v.off, v.free, seen})
}

// cut says whether a text has been shortened; what goes on in a dialog ends with a space before.
func cut(s string) bool {
	return strings.HasSuffix(s, "…") && !strings.HasSuffix(s, " …") && s != "…"
}

// under is the colour that a place has before anything is written there.
func (l *Sight) under(at box) color.NRGBA {
	c := theme.Current().Background
	x, y := (at.x0+at.x1)/2, (at.y0+at.y1)/2
	for _, f := range l.fills {
		if f.at.x0 <= x && x <= f.at.x1 && f.at.y0 <= y && y <= f.at.y1 {
			c = theme.Mix(c, color.NRGBA{f.c.R, f.c.G, f.c.B, 255}, float64(f.c.A)/255)
		}
	}
	return c
}

// overlaps finds texts on each other.
func (l *Sight) overlaps() {
	words := slices.Clone(l.Words)
	slices.SortStableFunc(words, func(a, b Word) int { return int(a.at.y0 - b.at.y0) })
	for i, a := range words {
		for _, b := range words[i+1:] {
			if b.at.y0 > a.at.y1 {
				break
			}
			o := a.at.within(b.at)
			if h := min(a.at.y1-a.at.y0, b.at.y1-b.at.y0); !o.empty() && o.x1-o.x0 > 2 && o.y1-o.y0 > h*0.4 && a.Text != b.Text {
				l.fault("%q lies on %q", a.Text, b.Text)
			}
		}
	}
}

// Faint are the texts with less contrast than they need.
func (l *Sight) Faint() (out []string) {
	least := theme.Current().Least()
	for _, w := range l.Words {
		need := least
		switch {
		case w.Off:
			need = 3
		case w.Drawn:
			need = theme.MinContrast
		}
		if c := draw.Contrast(w.Ink, w.Ground); c < need-0.01 {
			out = append(out, fmt.Sprintf("%q has %.2f: %s on %s", w.Text, c, theme.Hex(w.Ink), theme.Hex(w.Ground)))
		}
	}
	return out
}
