package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// Steps shows where in a wizard one is.
type Steps struct {
	widget.BaseWidget
	OnSelect func(step int) // tapping a step already done; nil: not possible

	labels  []string
	current int
	items   []*stepItem
}

var _ fyne.Widget = (*Steps)(nil)

// NewSteps makes a stepper at its first step.
func NewSteps(labels ...string) *Steps {
	s := &Steps{labels: labels}
	for i := range labels {
		s.items = append(s.items, newStepItem(s, i))
	}
	s.ExtendBaseWidget(s)
	return s
}

// SetStep goes to a step, counted from 0.
func (s *Steps) SetStep(i int) { s.current = i; s.Refresh() }

// CreateRenderer implements fyne.Widget.
func (s *Steps) CreateRenderer() fyne.WidgetRenderer {
	var objects []fyne.CanvasObject
	for _, it := range s.items {
		objects = append(objects, it)
	}
	return paint.Render(s, objects, func() {
		for _, it := range s.items {
			it.Refresh()
		}
	}, func() fyne.Size { return fyne.NewSize(px(90)*float32(len(s.items)), px(34)) }, func(size fyne.Size) {
		x := float32(0)
		for i, it := range s.items {
			w := it.MinSize().Width
			if i < len(s.items)-1 {
				w += min(px(60), max(px(14), (size.Width-s.wanted())/float32(len(s.items)-1)))
			}
			paint.Put(it, x, 0, w, size.Height)
			x += w
		}
	})
}

func (s *Steps) wanted() (w float32) {
	for _, it := range s.items {
		w += it.MinSize().Width
	}
	return w
}

type stepItem struct {
	Control
	steps         *Steps
	index         int
	disc          *canvas.Circle
	number, label *canvas.Text
	check         *canvas.Image
	line, halo    *canvas.Rectangle
}

func newStepItem(s *Steps, i int) *stepItem {
	it := &stepItem{steps: s, index: i, disc: canvas.NewCircle(nil), number: paint.NewText(12, true), label: paint.NewText(13, false), check: paint.NewIcon(), line: paint.NewRect(0), halo: paint.NewRect(6)}
	it.number.Alignment = fyne.TextAlignCenter
	it.Extend(it, func() {
		if s.OnSelect != nil && i < s.current {
			s.OnSelect(i)
		}
	})
	return it
}

// CreateRenderer implements fyne.Widget.
func (it *stepItem) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(it, []fyne.CanvasObject{it.halo, it.disc, it.number, it.check, it.label, it.line}, func() {
		p := theme.Current()
		fill, stroke, ink, label := p.Surface, p.Border, p.TextMuted, p.TextMuted
		switch {
		case it.index == it.steps.current:
			fill, stroke, ink, label = p.AccentFill, p.AccentFill, p.OnAccent, p.Text
		case it.index < it.steps.current:
			fill, stroke, ink, label = p.AccentSoft, p.AccentSoft, p.Accent, p.Text
		}
		it.disc.FillColor, it.disc.StrokeColor, it.disc.StrokeWidth = fill, stroke, 1
		it.disc.Refresh()
		done := it.index < it.steps.current
		name := ""
		if done {
			name = "check"
		}
		paint.SetIcon(it.check, name, ink)
		it.number.Hidden = done
		paint.SetText(it.number, strconv.Itoa(it.index+1), 12, ink)
		it.label.TextStyle.Bold = it.index == it.steps.current
		paint.SetText(it.label, it.steps.labels[it.index], 13, label)
		paint.SetRect(it.line, p.Border, nil, 0)
		it.line.Hidden = it.index == len(it.steps.items)-1
		paint.SetHalo(it.halo, it.ring)
	}, func() fyne.Size {
		return fyne.NewSize(px(24)+px(8)+paint.TextWidth(it.steps.labels[it.index], px(13), true)+2, px(34))
	}, func(s fyne.Size) {
		d := px(24)
		y := (s.Height - d) / 2
		paint.Put(it.disc, 0, y, d, d)
		paint.Put(it.number, 0, y, d, d)
		paint.Put(it.check, (d-px(14))/2, y+(d-px(14))/2, px(14), px(14))
		w := it.MinSize().Width
		paint.Put(it.label, d+px(8), 0, w-d-px(8), s.Height)
		paint.Put(it.line, w+px(8), s.Height/2, max(0, s.Width-w-px(16)), 1)
		paint.Put(it.halo, -4, 2, w+8, s.Height-4)
	})
}
