package input

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/widgets"
)

// Way is where the keyboard goes when an editor over a cell has gone.
type Way int8

// The ways: to the cell itself, as a click beside does or, when what was written is let
// go, Escape; and to the cell below, above, after and before.
const (
	Stay Way = iota
	Dropped
	Down
	Up
	Next
	Back
)

// Cell is a cell of a list, which an input is opened over when it isn't shown itself.
type Cell struct {
	At   fyne.CanvasObject // covers the cell
	Done func(Way)         // the editor has gone; nil: nobody asks
}

// Opener is an input that can be opened over a cell.
type Opener interface{ OpenOver(Cell) }

// leastHelp is how little room there may be for the field with its help, at 100 %, until
// the help goes above.
const leastHelp = 250

// over is an editor that lies over a cell. What is written in covers the cell; what
// helps stands below it or, where there is more room, above.
type over struct {
	widget.BaseWidget
	field *Entry
	chips *fyne.Container     // what is chosen already; nil: doesn't say
	list  *widgets.OptionList // nil: nothing to choose among
	tall  float32             // how high the field is, at 100 %; 0: as the cell
	wide  float32             // the least width at 100 %
	take  func(Way)           // Enter, Tab and, with Stay, a click beside

	cell    Cell
	hint    *widgets.Text
	problem *widgets.Text
	overlay *widgets.Overlay
	way     Way
	at      fyne.Position // of the cell in the window
	size    fyne.Size
	up      bool // the help is above
	placed  bool
	widest  float32 // it doesn't become narrower while it is open
}

func newOver(field *Entry, cell Cell) *over {
	o := &over{field: field, cell: cell, wide: 220, hint: widgets.NewText("", widgets.Muted), problem: widgets.NewParagraph("", widgets.Bad)}
	o.hint.FontSize, o.problem.FontSize = 12, 12
	field.TabKey = true
	field.OnKey = o.key
	o.ExtendBaseWidget(o)
	return o
}

// show opens the editor and gives it the keyboard; false where there is no window.
func (o *over) show() bool {
	c := widgets.CanvasOf(o.cell.At)
	if c == nil {
		return false
	}
	o.overlay = widgets.NewOverlay(c, o, o.place)
	o.overlay.OnLeave = func() { o.take(Stay) }
	o.overlay.OnKey = func(e *fyne.KeyEvent) bool { // a click in the list took the keyboard from the field
		if e.Name == fyne.KeyEscape {
			o.way = Dropped
		}
		return false
	}
	o.overlay.OnClose = func() {
		if o.cell.Done != nil {
			o.cell.Done(o.way)
		}
	}
	o.overlay.ShowFocus(o.field)
	return true
}

// leave closes the editor.
func (o *over) leave(w Way) {
	o.way = w
	o.overlay.Close()
}

// again gives the field the keyboard back, after a click in what helps.
func (o *over) again() { widgets.FocusOn(o.field) }

func (o *over) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyEscape:
		o.leave(Dropped)
	case fyne.KeyTab:
		if widgets.Modifiers()&fyne.KeyModifierShift != 0 {
			o.take(Back)
		} else {
			o.take(Next)
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		switch {
		case o.field.MultiLine:
			return false
		case widgets.Modifiers()&fyne.KeyModifierShift != 0:
			o.take(Up)
		default:
			o.take(Down)
		}
	default:
		return o.list != nil && o.list.Key(e)
	}
	return true
}

// explain says by the field what is the matter; "" takes that away.
func (o *over) explain(why string) {
	if o.problem.Text != why {
		o.problem.Text = why
		o.problem.Refresh()
		o.relayout()
	}
}

// tip says under the help what the keys do now.
func (o *over) tip(s string) {
	if o.hint.Text != s {
		o.hint.SetText(s)
		o.relayout()
	}
}

func (o *over) relayout() {
	if o.overlay != nil {
		o.Refresh()
		o.overlay.Relayout()
	}
}

// fieldH is how high the field is: as the cell, and its edges.
func (o *over) fieldH() float32 {
	if o.tall > 0 {
		return px(o.tall)
	}
	return o.size.Height
}

// place puts the field over the cell, and what helps where there is room for it. It stays
// on that side while it becomes longer and shorter.
func (o *over) place(window, least fyne.Size) (fyne.Position, fyne.Size) {
	if now := widgets.PositionOf(o.cell.At); !now.IsZero() || !o.placed { // zero: it is gone
		o.at, o.size = now.SubtractXY(1, 1), o.cell.At.Size().AddWidthHeight(2, 2)
	}
	h := o.fieldH() + o.helpH()
	below, above := window.Height-8-o.at.Y, o.at.Y+o.size.Height-8
	if !o.placed {
		o.up = h > below && below < px(leastHelp) && above > below
		o.placed = true
	}
	s := fyne.NewSize(min(max(least.Width, o.size.Width), window.Width-16), min(h, below))
	y := o.at.Y
	if o.up {
		s.Height = min(h, above)
		y += o.size.Height - s.Height
	}
	if y = max(8, y); y+s.Height > window.Height { // hardly any window
		s.Height = max(0, window.Height-y)
	}
	right := max(window.Width-8, min(window.Width, o.at.X+o.size.Width))
	return fyne.NewPos(max(min(8, o.at.X), min(o.at.X, right-s.Width)), y), s
}

// part is what stands under the field, the nearest first.
type part struct {
	o fyne.CanvasObject
	h float32
}

func (o *over) parts() (out []part) {
	width := max(o.Size().Width, o.MinSize().Width) - px(20)
	if o.problem.Text != "" {
		o.problem.Resize(fyne.NewSize(width, 0))
		out = append(out, part{o.problem, o.problem.MinSize().Height + px(8)})
	}
	if o.chips != nil && len(o.chips.Objects) > 0 {
		o.chips.Resize(fyne.NewSize(width, o.chips.Size().Height))
		out = append(out, part{o.chips, o.chips.MinSize().Height + px(8)})
	}
	if o.list != nil {
		out = append(out, part{o.list, o.list.MinSize().Height + px(8)})
	}
	if o.hint.Text != "" {
		out = append(out, part{o.hint, o.hint.MinSize().Height + px(10)})
	}
	return out
}

func (o *over) helpH() (h float32) {
	for _, p := range o.parts() {
		h += p.h
	}
	return h
}

// CreateRenderer implements fyne.Widget.
func (o *over) CreateRenderer() fyne.WidgetRenderer {
	return paint.RenderFunc(o, func() []fyne.CanvasObject {
		out := []fyne.CanvasObject{o.field}
		for _, p := range o.parts() {
			out = append(out, p.o)
		}
		return out
	}, func() {}, func() fyne.Size {
		w := max(px(o.wide), paint.TextWidth(o.hint.Text, px(12), false)+px(24))
		if o.list != nil {
			w = max(w, min(px(440), o.list.MinSize().Width))
		}
		o.widest = max(o.widest, w)
		return fyne.NewSize(o.widest, o.size.Height)
	}, o.layout)
}

// layout gives the field its place, and the rest theirs; where that is too little, the
// list scrolls.
func (o *over) layout(s fyne.Size) {
	lack := o.fieldH() + o.helpH() - s.Height
	fieldH := o.fieldH()
	if o.list == nil && lack > 0 {
		fieldH, lack = max(o.size.Height, fieldH-lack), 0
	}
	put := func(of fyne.CanvasObject, x, y, w, h float32) {
		if o.up {
			y = s.Height - y - h
		}
		paint.Put(of, x, y, w, h)
	}
	put(o.field, 0, 0, s.Width, fieldH)
	y := fieldH
	for _, p := range o.parts() {
		if p.o == fyne.CanvasObject(o.list) {
			h := max(0, p.h-max(0, lack))
			put(o.list, 0, y+px(4), s.Width, max(0, h-px(8)))
			y += h
			continue
		}
		put(p.o, px(10), y+px(5), s.Width-px(20), max(0, p.h-px(8)))
		y += p.h
	}
}
