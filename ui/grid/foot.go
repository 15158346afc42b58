package grid

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/widgets"
)

// foot is the line of sums: texts at its ends, or totals under their columns.
type foot struct {
	widget.BaseWidget
	grid                *Grid
	left, right         string
	totals              map[int]Cell
	ground, line        *canvas.Rectangle
	leftText, rightText *canvas.Text
	cells               []*canvas.Text
	offX                float32 // what the totals were placed by
}

func newFoot(g *Grid) *foot {
	f := &foot{grid: g, ground: paint.NewRect(0), line: paint.NewRect(0), leftText: paint.NewText(13, false), rightText: paint.NewText(13, false)}
	f.rightText.Alignment = fyne.TextAlignTrailing
	f.ExtendBaseWidget(f)
	return f
}

func (f *foot) shown() bool { return f.left != "" || f.right != "" || len(f.totals) > 0 }

// SetTotals shows the totals of columns under them, below the rows, with a word for them at the left.
func (g *Grid) SetTotals(word string, totals map[int]Cell) {
	had := g.foot.shown()
	g.foot.left, g.foot.right, g.foot.totals = word, "", totals
	if g.foot.shown() != had {
		g.Refresh()
	}
	g.foot.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (f *foot) CreateRenderer() fyne.WidgetRenderer {
	return paint.RenderFunc(f, func() []fyne.CanvasObject {
		out := []fyne.CanvasObject{f.ground, f.line, f.leftText, f.rightText}
		for _, t := range f.cells {
			out = append(out, t)
		}
		return out
	}, f.paint, func() fyne.Size { return fyne.Size{} }, f.place)
}

func (f *foot) paint() {
	p := theme.Current()
	paint.SetRect(f.ground, p.Surface, nil, 0)
	paint.SetRect(f.line, p.Hairline, nil, 0)
	paint.SetText(f.leftText, f.left, 13, p.TextMuted)
	paint.SetText(f.rightText, f.right, 13, p.TextMuted)
	if f.leftText.TextStyle.Bold = len(f.totals) > 0; f.leftText.TextStyle.Bold {
		f.leftText.Color = p.Text
	}
	for len(f.cells) < len(f.grid.Columns) && len(f.totals) > 0 {
		f.cells = append(f.cells, paint.NewText(13, true))
	}
	f.place(f.Size())
}

func (f *foot) place(s fyne.Size) {
	paint.Put(f.ground, 0, 0, s.Width, s.Height)
	paint.Put(f.line, 0, 0, s.Width, 1)
	w := s.Width - px(44)
	right := min(paint.TextWidth(f.right, px(13), false)+1, w)
	f.rightText.Text = paint.Fit(f.right, right+1, px(13), false)
	f.leftText.Text = paint.Fit(f.left, w-right-px(16), px(13), f.leftText.TextStyle.Bold)
	paint.Put(f.leftText, px(22), 0, w-right, s.Height)
	paint.Put(f.rightText, s.Width-px(22)-right, 0, right, s.Height)
	f.placeTotals(s.Height)
}

// placeTotals puts each total under its column; those that have scrolled in under the columns that
// stay aren't seen.
func (f *foot) placeTotals(height float32) {
	g := f.grid
	f.offX = g.offX
	for i, t := range f.cells {
		v, ok := f.totals[i]
		t.Hidden = true
		if !ok || i+1 >= len(g.colX) {
			continue
		}
		x, w := g.screenX(i), g.colX[i+1]-g.colX[i]
		if i >= g.Frozen && x < g.frozenX()-1 {
			continue
		}
		t.Hidden = false
		bold := v.Style == widgets.Normal || v.Style == widgets.Strong
		t.TextStyle.Bold, t.TextSize, t.Color = bold, px(13), v.Style.Colour()
		t.Text = paint.Fit(v.Text, w-px(18), px(13), bold)
		t.Alignment = fyne.TextAlignLeading
		if g.Columns[i].Align == AlignRight {
			t.Alignment = fyne.TextAlignTrailing
		}
		paint.Put(t, x+px(10), 0, w-px(20), height)
		t.Refresh()
	}
}

// follow keeps the totals under their columns when the rows scroll sideways.
func (f *foot) follow() {
	if len(f.totals) > 0 && f.offX != f.grid.offX {
		f.place(f.Size())
	}
}
