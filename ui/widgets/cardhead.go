package widgets

import (
	"fyne.io/fyne/v2"

	"itportfoljen/ui/internal/paint"
)

// cardHead is the layout of a card's title, subtitle and actions: in a row, and where there is no
// room for the subtitle there, it goes below. It keeps the width that its height follows.
type cardHead struct{ width float32 }

const cardGap = 6

// parts are the widths of the three, and whether they stand in one row.
func (l *cardHead) parts(o []fyne.CanvasObject, width float32) (title, subtitle, actions float32, row bool) {
	title, actions = o[0].MinSize().Width, o[2].MinSize().Width
	s := o[1].(*Text)
	subtitle = float32(int(paint.TextWidth(s.Text, px(s.size()), s.Bold) + 1))
	need := title + subtitle + cardGap
	if actions > 0 {
		need += actions + cardGap
	}
	return title, subtitle, actions, s.Text == "" || width == 0 || need <= width
}

// MinSize implements fyne.Layout.
func (l *cardHead) MinSize(o []fyne.CanvasObject) fyne.Size {
	title, _, actions, row := l.parts(o, l.width)
	h := max(o[0].MinSize().Height, o[2].MinSize().Height)
	if !row {
		h += o[1].(*Text).HeightAt(l.width)
	}
	return fyne.NewSize(min(title, px(120))+actions, h)
}

// Layout implements fyne.Layout.
func (l *cardHead) Layout(o []fyne.CanvasObject, s fyne.Size) {
	l.width = s.Width
	title, subtitle, actions, row := l.parts(o, s.Width)
	h := max(o[0].MinSize().Height, o[2].MinSize().Height)
	title = min(title, max(0, s.Width-actions))
	put := func(o fyne.CanvasObject, x, w float32) {
		paint.Put(o, x, (h-o.MinSize().Height)/2, w, o.MinSize().Height)
	}
	put(o[0], 0, title)
	put(o[2], s.Width-actions, actions)
	if row {
		o[1].Resize(fyne.NewSize(subtitle, o[1].Size().Height)) // it is one line there
		put(o[1], title+cardGap, subtitle)
		return
	}
	paint.Put(o[1], 0, h, s.Width, o[1].(*Text).HeightAt(s.Width))
}
