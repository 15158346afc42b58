package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// SideItem is a place in a list of them at the side of a page.
type SideItem struct {
	Key, Text string
	Mark      string // before it, such as its number
	Note      string // under it, small
	NoteStyle Style
	Gap       bool   // some air above it
	Head      string // above it: what those from it on are
}

// SideList is a list of places at the side of a page, one of them in view. Arrows go up and down,
// also from one that was clicked.
type SideList struct {
	widget.BaseWidget
	OnSelect func(key string)

	rows     []*sideRow
	box      *fyne.Container
	selected string
}

var _ fyne.Widget = (*SideList)(nil)

// NewSideList makes an empty list.
func NewSideList(onSelect func(key string)) *SideList {
	l := &SideList{OnSelect: onSelect, box: VStack(0)}
	l.ExtendBaseWidget(l)
	return l
}

// SetItems changes the places.
func (l *SideList) SetItems(items []SideItem) {
	for len(l.rows) < len(items) {
		l.rows = append(l.rows, newSideRow(l))
	}
	l.rows = l.rows[:len(items)]
	l.box.Objects = nil
	for i, it := range items {
		l.rows[i].item = it
		l.rows[i].text.Text, l.rows[i].note.Text, l.rows[i].note.Style = it.Text, it.Note, quiet(it.NoteStyle)
		l.box.Objects = append(l.box.Objects, l.rows[i])
		l.rows[i].Refresh()
	}
	l.box.Refresh()
	l.Refresh()
}

// Select marks the place in view.
func (l *SideList) Select(key string) {
	l.selected = key
	for _, r := range l.rows {
		r.Refresh()
		if s := ScrollOf(l); s != nil && r.item.Key == key && r.Size().Height > 0 {
			s.Reveal(PositionOf(r).Y, r.Size().Height)
		}
	}
}

// step goes to the row beside one.
func (l *SideList) step(from *sideRow, by int) {
	for i, r := range l.rows {
		if to := i + by; r == from && to >= 0 && to < len(l.rows) {
			FocusOn(l.rows[to])
			l.OnSelect(l.rows[to].item.Key)
			return
		}
	}
}

// CreateRenderer implements fyne.Widget.
func (l *SideList) CreateRenderer() fyne.WidgetRenderer { return paint.Simple(l, l.box) }

// sideRow is one place.
type sideRow struct {
	Control
	list *SideList
	item SideItem

	ground, bar, halo *canvas.Rectangle
	mark, head        *canvas.Text
	text, note        *Text
}

func newSideRow(l *SideList) *sideRow {
	r := &sideRow{list: l, ground: paint.NewRect(6), bar: paint.NewRect(1.5), halo: paint.NewRect(8), mark: paint.NewText(12, false), head: paint.NewText(12, true), text: NewParagraph("", Normal), note: NewParagraph("", Muted)}
	r.note.FontSize, r.text.MaxLines = 12, 3
	r.Extend(r, func() {
		FocusOn(r) // the arrows go on from what was clicked
		l.OnSelect(r.item.Key)
	})
	r.onKey = byArrows(func(by int) { l.step(r, by) })
	return r
}

// Lengths in a row, at 100 % text size.
const (
	sideMark = 26
	sideGap  = 10
	sideHead = 24
)

// top is what stands above the place itself.
func (r *sideRow) top() (h float32) {
	if r.item.Gap {
		h = px(sideGap)
	}
	if r.item.Head != "" {
		h += px(sideHead)
	}
	return h
}

func (r *sideRow) left() float32 {
	if r.item.Mark == "" {
		return px(12)
	}
	return px(12) + px(sideMark)
}

func (r *sideRow) height(width float32) float32 {
	h := 2*px(7) + r.text.HeightAt(width-r.left()-px(8))
	if r.item.Note != "" {
		h += px(1) + r.note.HeightAt(width-r.left()-px(8))
	}
	return h + r.top()
}

// HeightAt is how tall it is at a width.
func (r *sideRow) HeightAt(width float32) float32 { return r.height(width) }

// CreateRenderer implements fyne.Widget.
func (r *sideRow) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(r, []fyne.CanvasObject{r.ground, r.bar, r.halo, r.mark, r.head, r.text, r.note}, func() {
		p := theme.Current()
		on := r.list.selected == r.item.Key
		fill := p.Surface
		switch {
		case on:
			fill = p.Selected
		case r.Hovered():
			fill = p.Background
		}
		paint.SetRect(r.ground, fill, nil, 0)
		paint.SetRect(r.bar, p.Accent, nil, 0)
		r.bar.Hidden = !on
		paint.SetHalo(r.halo, r.Ringed())
		paint.SetText(r.mark, r.item.Mark, 12, p.TextMuted)
		paint.SetText(r.head, r.item.Head, 12, p.TextMuted)
		r.text.Style, r.text.Bold = Normal, on
		r.note.Hidden = r.item.Note == ""
		r.text.Refresh()
		r.note.Refresh()
	}, func() fyne.Size {
		w := r.Size().Width
		if w == 0 {
			w = px(220)
		}
		return fyne.NewSize(px(160), r.height(w))
	}, func(s fyne.Size) {
		y := r.top()
		paint.Put(r.head, px(12), max(0, y-px(sideHead)), s.Width-px(12), px(sideHead))
		paint.Put(r.ground, 0, y, s.Width, s.Height-y)
		paint.Put(r.halo, 0, y, s.Width, s.Height-y)
		paint.Put(r.bar, 1, y+px(7), 3, max(0, s.Height-y-2*px(7)))
		w := s.Width - r.left() - px(8)
		h := r.text.HeightAt(w)
		paint.Put(r.mark, px(12), y+px(7), px(sideMark), r.text.LineHeight())
		paint.Put(r.text, r.left(), y+px(7), w, h)
		paint.Put(r.note, r.left(), y+px(8)+h, w, r.note.HeightAt(w))
	})
}

// AccessibilityLabel reads the place.
func (r *sideRow) AccessibilityLabel() string {
	return r.item.Mark + " " + r.item.Text + ". " + r.item.Note
}

// AccessibilityRole is button.
func (r *sideRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// byArrows answers the keys of a list that one walks in: down is a step forward, up one back.
func byArrows(step func(by int)) func(*fyne.KeyEvent) bool {
	return func(e *fyne.KeyEvent) bool {
		switch e.Name {
		case fyne.KeyDown:
			step(1)
		case fyne.KeyUp:
			step(-1)
		default:
			return false
		}
		return true
	}
}
