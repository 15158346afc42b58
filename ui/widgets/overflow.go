package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
)

// overflow is the buttons that a row has no room for, and the one that opens a menu of them.
type overflow struct {
	more  *Button
	taken []*Button
}

func newOverflow() *overflow {
	v := &overflow{more: NewIconButton("ellipsis", "Fler", nil)}
	v.more.OnTapped(v.show)
	v.more.Hide()
	return v
}

func (v *overflow) any() bool            { return len(v.taken) > 0 }
func (v *overflow) holds(b *Button) bool { return slices.Contains(v.taken, b) }

// take puts a button in the menu.
func (v *overflow) take(b *Button) {
	v.taken = append(v.taken, b)
	standIns[b] = v.more
	v.more.Hidden = false
}

// clear gives all of them back.
func (v *overflow) clear() {
	for _, b := range v.taken {
		delete(standIns, b)
	}
	v.taken, v.more.Hidden = nil, true
}

func (v *overflow) show() {
	var items []MenuItem
	for _, b := range v.taken {
		label := b.Text
		if label == "" {
			label = b.tip
		}
		items = append(items, MenuItem{Label: label, Icon: b.Icon, Checked: b.Toggled, Disabled: b.disabled, Run: func() { b.Tapped(&fyne.PointEvent{}) }})
	}
	ShowMenuBelow(v.more, items...)
}

// Tools is a row like that of HStack, of which the last buttons go to a menu where there is no
// room for them. It asks for little width.
type Tools struct {
	widget.BaseWidget
	gap     float32
	objects []fyne.CanvasObject
	over    *overflow
}

var _ fyne.Widget = (*Tools)(nil)

// NewTools makes a row.
func NewTools(gap float32, objects ...fyne.CanvasObject) *Tools {
	b := &Tools{gap: gap, objects: objects, over: newOverflow()}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer implements fyne.Widget.
func (b *Tools) CreateRenderer() fyne.WidgetRenderer {
	row := &hstack{b.gap}
	return paint.RenderFunc(b, func() []fyne.CanvasObject { return append(b.shown(), b.over.more) }, func() {
		for _, o := range b.objects { // those in the menu too, which may come back
			paint.Renew(o)
		}
	}, func() fyne.Size {
		return fyne.NewSize(px(120), row.MinSize(b.objects).Height)
	}, func(s fyne.Size) {
		b.fit(s.Width)
		room := s
		if b.over.any() {
			m := b.over.more.MinSize()
			paint.Put(b.over.more, s.Width-m.Width, (s.Height-m.Height)/2, m.Width, m.Height)
			room.Width -= m.Width + b.gap
		}
		row.Layout(b.shown(), room)
	})
}

// shown are those that there is room for.
func (b *Tools) shown() []fyne.CanvasObject {
	return slices.DeleteFunc(slices.Clone(b.objects), func(o fyne.CanvasObject) bool {
		button, ok := o.(*Button)
		return ok && b.over.holds(button)
	})
}

// fit puts so many in the menu, the last first, that there is room for the others.
func (b *Tools) fit(width float32) {
	b.over.clear()
	needs := func() float32 {
		shown := visible(b.shown())
		w := gaps(b.gap, shown)
		for _, o := range shown {
			switch s := o.(type) {
			case spring:
			case shrinking:
				w += min(o.MinSize().Width, s.Least())
			default:
				w += o.MinSize().Width
			}
		}
		if b.over.any() {
			w += b.over.more.MinSize().Width + b.gap
		}
		return w
	}
	for i := len(b.objects) - 1; i >= 0 && needs() > width; i-- {
		if button, ok := b.objects[i].(*Button); ok && button.Visible() {
			b.over.take(button)
		}
	}
}
