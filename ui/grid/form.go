package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// Form tells what a column's amounts are by how its mark is drawn, beside its word.
type Form uint8

// The forms of amounts.
const (
	NoForm   Form = iota
	Outlined      // what is planned
	Hatched       // what is expected
	Solid         // what has been
)

// hatches are how many lines a hatched mark has.
const hatches = 3

// formMark is the mark of a column.
type formMark struct {
	box     *canvas.Rectangle
	strokes [hatches]*canvas.Line
}

func newFormMark() *formMark {
	m := &formMark{box: paint.NewRect(1)}
	for i := range m.strokes {
		m.strokes[i] = canvas.NewLine(theme.Current().Text)
	}
	m.show(NoForm)
	return m
}

func (m *formMark) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{m.box, m.strokes[0], m.strokes[1], m.strokes[2]}
}

// show draws the mark of a form; NoForm takes it away.
func (m *formMark) show(f Form) {
	p := theme.Current()
	m.box.Hidden = f == NoForm
	m.box.StrokeColor, m.box.StrokeWidth, m.box.FillColor = p.TextMuted, 1, p.Surface
	if f == Solid {
		m.box.FillColor = p.TextMuted
	}
	for _, s := range m.strokes {
		s.Hidden, s.StrokeColor, s.StrokeWidth = f != Hatched, p.TextMuted, 1
	}
}

// formSide is the side of a mark, and formRoom what it takes of a title with its air.
func formSide() float32 { return px(9) }

func (c Column) formRoom() float32 {
	if c.Form == NoForm {
		return 0
	}
	return formSide() + px(6)
}

// place puts the mark with its left edge at x, in the middle of a height.
func (m *formMark) place(x, height float32) {
	a := formSide()
	y := (height - a) / 2
	paint.Put(m.box, x, y, a, a)
	for i, from := range [hatches][4]float32{{0, a / 2, a / 2, 0}, {0, a, a, 0}, {a / 2, a, a, a / 2}} {
		s := m.strokes[i]
		s.Position1, s.Position2 = fyne.NewPos(x+from[0], y+from[1]), fyne.NewPos(x+from[2], y+from[3])
	}
}
