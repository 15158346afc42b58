package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// TodoItem is one thing to act on: a pill, what, detail and when.
type TodoItem struct {
	Key                string
	Pill               string
	PillStyle          Style
	Text, Detail, Date string
	Act                string // a link at the end that does something else than opening; "" for none
}

// ActionList is a short list of things that can be opened, for cards and
// panels. A Grid is for long ones.
type ActionList struct {
	widget.BaseWidget
	OnOpen func(key string)
	OnAct  func(key string) // the link of a row that has one

	rows  []*todoRow
	group []*ActionList // those whose columns align, itself among them; nil for itself alone
}

var _ fyne.Widget = (*ActionList)(nil)

// NewActionList makes a list.
func NewActionList(items []TodoItem, onOpen func(key string)) *ActionList {
	l := &ActionList{OnOpen: onOpen}
	l.ExtendBaseWidget(l)
	l.SetItems(items)
	return l
}

// SetItems changes the rows.
func (l *ActionList) SetItems(items []TodoItem) {
	l.rows = nil
	for _, it := range items {
		l.rows = append(l.rows, newTodoRow(l, it))
	}
	l.Refresh()
}

// Align lets lists that stand under each other, as in a card for each month, have their
// columns in the same places.
func Align(lists ...*ActionList) {
	for _, l := range lists {
		l.group = lists
	}
}

// widest is how wide the widest of something is, in all the lists that are aligned.
func (l *ActionList) widest(of func(r *todoRow) float32) (w float32) {
	group := l.group
	if group == nil {
		group = []*ActionList{l}
	}
	for _, one := range group {
		for _, r := range one.rows {
			w = max(w, of(r))
		}
	}
	return w
}

func (l *ActionList) pillWidth() float32 {
	return min(l.widest(func(r *todoRow) float32 { return pillSize(r.item.Pill).Width }), px(130))
}

func (l *ActionList) detailWidth() float32 {
	return l.widest(func(r *todoRow) float32 { return paint.TextWidth(r.item.Detail, px(13), false) }) + 2
}

func (l *ActionList) dateWidth() float32 {
	return min(l.widest(func(r *todoRow) float32 { return paint.TextWidth(r.item.Date, px(13), false) })+2, px(140))
}

func (l *ActionList) actWidth() float32 {
	return l.widest(func(r *todoRow) float32 {
		if r.act.Hidden {
			return 0
		}
		return r.act.MinSize().Width
	})
}

// besides tells whether a row has both a day and a link.
func (l *ActionList) besides() bool {
	return l.widest(func(r *todoRow) float32 {
		if r.act.Hidden || r.item.Date == "" {
			return 0
		}
		return 1
	}) > 0
}

// CreateRenderer implements fyne.Widget.
func (l *ActionList) CreateRenderer() fyne.WidgetRenderer {
	return paint.RenderFunc(l, func() []fyne.CanvasObject {
		o := make([]fyne.CanvasObject, len(l.rows))
		for i, r := range l.rows {
			o[i] = r
		}
		return o
	}, func() {
		for _, r := range l.rows {
			r.Refresh()
		}
	}, func() fyne.Size { return fyne.NewSize(px(220), px(32)*float32(len(l.rows))) }, func(s fyne.Size) {
		for i, r := range l.rows {
			paint.Put(r, 0, float32(i)*px(32), s.Width, px(32))
		}
	})
}

// Row is a row that can have the keyboard, nil for none.
func (l *ActionList) Row(i int) fyne.Focusable {
	if i < 0 || i >= len(l.rows) {
		return nil
	}
	return l.rows[i]
}

// At is the row that has the keyboard, −1 for none.
func (l *ActionList) At() int {
	return slices.IndexFunc(l.rows, func(r *todoRow) bool { return r.Focused() })
}

func (l *ActionList) step(from *todoRow, by int) {
	for i, r := range l.rows {
		if r == from {
			if to := i + by; to >= 0 && to < len(l.rows) {
				FocusOn(l.rows[to])
			}
			return
		}
	}
}

type todoRow struct {
	Control
	list               *ActionList
	item               TodoItem
	ground, line       *canvas.Rectangle
	pill               *Pill
	text, detail, date *canvas.Text
	act                *Link
}

func newTodoRow(l *ActionList, it TodoItem) *todoRow {
	r := &todoRow{list: l, item: it, ground: paint.NewRect(6), line: paint.NewRect(0), pill: NewPill(it.Pill, it.PillStyle), text: paint.NewText(13, false), detail: paint.NewText(13, false), date: paint.NewText(13, false)}
	r.date.Alignment = fyne.TextAlignTrailing
	r.act = NewLink(it.Act, func() {
		if l.OnAct != nil {
			l.OnAct(it.Key)
		}
	})
	r.act.Hidden = it.Act == ""
	r.Extend(r, func() {
		if l.OnOpen != nil {
			l.OnOpen(it.Key)
		}
	})
	r.onKey = byArrows(func(by int) { l.step(r, by) })
	return r
}

// CreateRenderer implements fyne.Widget.
func (r *todoRow) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(r, []fyne.CanvasObject{r.line, r.ground, r.pill, r.text, r.detail, r.date, r.act}, func() {
		p := theme.Current()
		ground := theme.WithAlpha(p.Surface, 0)
		if r.hovered && r.list.OnOpen != nil {
			ground = p.Hover
		}
		paint.SetRect(r.ground, ground, p.Focus, 0)
		if r.ring {
			paint.SetRect(r.ground, ground, p.Focus, p.Ring)
		}
		paint.SetRect(r.line, p.Hairline, nil, 0)
		paint.SetText(r.text, r.item.Text, 13, p.Text)
		paint.SetText(r.detail, r.item.Detail, 13, p.TextMuted)
		paint.SetText(r.date, r.item.Date, 13, p.TextMuted)
	}, func() fyne.Size { return fyne.NewSize(px(200), px(32)) }, func(s fyne.Size) {
		h := s.Height
		paint.Put(r.line, 0, h-1, s.Width, 1)
		paint.Put(r.ground, 0, 1, s.Width, h-3)
		x := px(8)
		if pw := r.list.pillWidth(); pw > 0 {
			paint.Put(r.pill, x, 0, pw, h)
			x += pw + px(14)
		}
		right := s.Width - px(8)
		ah := r.act.MinSize().Height
		aw := r.act.MinSize().Width
		dw := r.list.dateWidth()
		if links := r.list.actWidth(); r.list.besides() { // a day and a link, in columns of their own
			paint.Put(r.date, right-dw, 0, dw, h-1)
			right -= dw + px(14)
			paint.Put(r.act, right-aw, (h-1-ah)/2, aw, ah)
			right -= links + px(14)
		} else if dw = max(dw, links); dw > 2 { // what has a day has no link
			paint.Put(r.date, right-dw, 0, dw, h-1)
			paint.Put(r.act, right-aw+px(4), (h-1-ah)/2, aw, ah)
			right -= dw + px(14)
		}
		room := max(0, right-x)
		tw := paint.TextWidth(r.item.Text, px(13), false) + 1
		detail := float32(0)
		if all := r.list.detailWidth(); all > 2 && room > px(220) {
			detail = min(all, room*0.36)
			room -= detail + px(14)
		}
		r.text.Text = paint.Fit(r.item.Text, room, px(13), false)
		paint.Put(r.text, x, 0, min(tw, room), h-1)
		r.detail.Text = paint.Fit(r.item.Detail, detail+1, px(13), false)
		r.Cuts(r.item.Text, r.text.Text, r.item.Detail, r.detail.Text)
		paint.Put(r.detail, right-detail, 0, detail, h-1)
	})
}

// AccessibilityLabel reads the row.
func (r *todoRow) AccessibilityLabel() string {
	return r.item.Pill + ", " + r.item.Text + ", " + r.item.Detail + " " + r.item.Date
}

// AccessibilityRole is button.
func (r *todoRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
