package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app/base/text"
	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// Option is something to choose.
type Option struct {
	ID, Label, Detail, Icon, Right, Group string
	Level                                 int // how far in it stands, where some lie under others
	Checked, Disabled, Separator          bool
	More                                  bool // it leads on to others
	Style                                 Style
}

// mostOptions is how many rows a popup list builds; typing finds the rest, which
// the last row says.
const mostOptions = 120

// optionStep is how much further in an option stands for each level.
const optionStep = 16

// Rest is the row that says how many more there are.
func Rest(n int) Option {
	return Option{Label: "… och " + text.Count(n) + " till: skriv för att hitta dem", Style: Muted, Disabled: true}
}

// OptionList is the list in every popup: options, groups, a marked row that
// arrows move. It takes the keyboard itself where there is no search field.
type OptionList struct {
	Control
	options   []Option
	onPick    func(Option)
	Empty     string // what it says instead of options
	marked    int
	rows      []fyne.CanvasObject
	byIndex   []*optionRow
	box       *fyne.Container
	scroll    *container.Scroll
	MaxHeight float32 // at 100 %
	Checks    bool    // several may be chosen: none of them is marked at first
	Waits     bool    // none is marked but the one that is chosen, until an arrow does
	OnMark    func()  // another option is marked
	still     bool    // nothing has been marked by hand since the options were set
	word      letters // typed to jump
	none      *Text
	icons     bool // some of the options have one: the others stand in line with them
}

// NewOptionList makes an empty list.
func NewOptionList(onPick func(Option)) *OptionList {
	l := &OptionList{onPick: onPick, Empty: "Inget hittades", MaxHeight: 340, none: NewText("", Muted)}
	l.box = VStack(0)
	l.scroll = container.NewVScroll(l.box)
	l.Extend(l, nil)
	l.onKey = l.Key
	l.onRune = l.jump
	return l
}

func (l *OptionList) skip(i int) bool { return l.options[i].Separator || l.options[i].Disabled }

// Set shows options, marking the one that is chosen.
func (l *OptionList) Set(options []Option) {
	if more := len(options) - mostOptions; more > 0 {
		options = append(slices.Clone(options[:mostOptions]), Rest(more))
	}
	l.options, l.marked = options, -1
	l.icons = l.Checks && slices.ContainsFunc(options, func(o Option) bool { return o.Icon != "" })
	l.rows, l.byIndex = nil, make([]*optionRow, len(options))
	group := ""
	for i, o := range options {
		switch {
		case o.Separator:
			l.rows = append(l.rows, Inset(4, 0, 4, 0, Hairline()))
			continue
		case o.Group != group:
			group = o.Group
			t := NewText(group, Muted)
			t.FontSize, t.Bold = 11.5, true
			l.rows = append(l.rows, Inset(7, 12, 3, 12, t))
		}
		r := newOptionRow(l, i)
		l.byIndex[i] = r
		l.rows = append(l.rows, r)
	}
	if len(options) == 0 {
		l.none.SetText(l.Empty)
		l.rows = append(l.rows, Inset(8, 12, 8, 12, l.none))
	}
	l.box.Objects = l.rows
	l.box.Refresh()
	l.scroll.Offset = fyne.Position{}
	l.scroll.Refresh()
	for i, o := range options {
		if o.Checked && !l.Checks {
			l.Mark(i)
			break
		}
	}
	if l.marked < 0 && !l.Waits {
		l.step(1)
	}
	l.still = true
	l.centre()
	l.Refresh()
}

// Renew shows the options anew where the list stands: the same one is marked and none moves.
func (l *OptionList) Renew(options []Option) {
	at, stood := l.marked, l.scroll.Offset
	l.Set(options)
	l.still = false
	l.scroll.ScrollToOffset(stood)
	l.Mark(at)
}

// centre brings the marked option to the middle, so that those around it are seen too.
func (l *OptionList) centre() {
	view := l.scroll.Size().Height
	if view == 0 || l.marked < 0 || l.byIndex[l.marked] == nil {
		return
	}
	r := l.byIndex[l.marked]
	last := max(0, l.box.MinSize().Height-view)
	l.scroll.ScrollToOffset(fyne.NewPos(0, min(last, max(0, r.Position().Y-(view-r.Size().Height)/2))))
}

// Marked is the index of the marked option, −1 for none.
func (l *OptionList) Marked() int { return l.marked }

// Current is the marked option; ok is false for none.
func (l *OptionList) Current() (o Option, ok bool) {
	if l.marked < 0 || l.marked >= len(l.options) || l.skip(l.marked) {
		return Option{}, false
	}
	return l.options[l.marked], true
}

// Mark marks an option and scrolls to it.
func (l *OptionList) Mark(i int) {
	before := l.marked
	l.marked, l.still = i, l.still && i == before
	if l.OnMark != nil && before != i {
		l.OnMark()
	}
	for _, j := range []int{before, i} {
		if j >= 0 && j < len(l.byIndex) && l.byIndex[j] != nil {
			l.byIndex[j].Refresh()
		}
	}
	if i < 0 || i >= len(l.byIndex) || l.byIndex[i] == nil || l.scroll.Size().Height == 0 {
		return
	}
	if l.still {
		l.centre()
		return
	}
	r := l.byIndex[i]
	y, h := r.Position().Y, r.Size().Height
	switch {
	case y < l.scroll.Offset.Y:
		l.scroll.ScrollToOffset(fyne.NewPos(0, y))
	case y+h > l.scroll.Offset.Y+l.scroll.Size().Height:
		l.scroll.ScrollToOffset(fyne.NewPos(0, y+h-l.scroll.Size().Height))
	}
}

func (l *OptionList) step(by int) {
	n, from := len(l.options), l.marked
	if from < 0 && by < 0 {
		from = 0
	}
	for k := 1; k <= n; k++ {
		if i := ((from+by*k)%n + n) % n; !l.skip(i) {
			l.Mark(i)
			return
		}
	}
}

func (l *OptionList) pickMarked() bool {
	o, ok := l.Current()
	if ok {
		l.onPick(o)
	}
	return ok
}

// Key handles what moves and picks; the search field above forwards here too.
func (l *OptionList) Key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyDown:
		l.step(1)
	case fyne.KeyUp:
		l.step(-1)
	case fyne.KeyPageDown:
		for range 8 {
			if l.marked < len(l.options)-1 {
				l.step(1)
			}
		}
	case fyne.KeyPageUp:
		for range 8 {
			if l.marked > 0 {
				l.step(-1)
			}
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		l.pickMarked()
	default:
		return false
	}
	return true
}

// CreateRenderer implements fyne.Widget.
func (l *OptionList) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(l, []fyne.CanvasObject{l.scroll}, func() {}, func() fyne.Size {
		m := l.box.MinSize()
		for _, r := range l.byIndex {
			if r != nil {
				m.Width = max(m.Width, min(r.wish(), px(520)))
			}
		}
		return fyne.NewSize(m.Width, min(m.Height, px(l.MaxHeight)))
	}, func(s fyne.Size) {
		if paint.Put(l.scroll, 0, 0, s.Width, s.Height); l.still {
			l.centre()
		}
	})
}

// optionRow is one option.
type optionRow struct {
	Control
	list                 *OptionList
	index                int
	ground               *canvas.Rectangle
	label, detail, right *canvas.Text
	icon, check          *canvas.Image
}

func newOptionRow(l *OptionList, i int) *optionRow {
	r := &optionRow{list: l, index: i, ground: paint.NewRect(6), label: paint.NewText(13, false), detail: paint.NewText(12, false), right: paint.NewText(12, false), icon: paint.NewIcon(), check: paint.NewIcon()}
	r.Extend(r, func() {
		if !l.skip(i) {
			l.marked = i
			l.onPick(l.options[i])
		}
	})
	r.noTab = true
	r.onHover = func(on bool) {
		if on && !l.skip(i) {
			l.Mark(i)
		}
	}
	return r
}

// CreateRenderer implements fyne.Widget.
func (r *optionRow) CreateRenderer() fyne.WidgetRenderer {
	o := func() Option { return r.list.options[r.index] }
	return paint.Render(r, []fyne.CanvasObject{r.ground, r.icon, r.label, r.detail, r.right, r.check}, func() {
		if r.index >= len(r.list.options) {
			return
		}
		p, v := theme.Current(), o()
		ground := theme.WithAlpha(p.Raised, 0)
		if r.list.marked == r.index {
			ground = p.Selected
		}
		paint.SetRect(r.ground, ground, nil, 0)
		c := v.Style.Colour()
		if v.Style == Bad {
			c = p.Bad.Text
		}
		muted := p.TextMuted
		if v.Disabled {
			c, muted = p.Disabled, p.Disabled
		}
		r.label.TextStyle.Bold = v.Style == Strong
		paint.SetText(r.label, v.Label, 13, c)
		paint.SetText(r.detail, v.Detail, 12, muted)
		paint.SetText(r.right, v.Right, 12, muted)
		iconC := muted
		if v.Style == Bad || v.Style == Accent {
			iconC = c
		}
		paint.SetIcon(r.icon, v.Icon, iconC)
		switch {
		case v.More:
			paint.SetIcon(r.check, "chevron-right", muted)
		case v.Checked:
			paint.SetIcon(r.check, "check", p.Accent)
		default:
			paint.SetIcon(r.check, "", p.Accent)
		}
	}, func() fyne.Size { return fyne.NewSize(px(100), px(30)) }, func(s fyne.Size) {
		v := o()
		paint.Put(r.ground, 4, 1, s.Width-8, s.Height-2)
		x, right := px(12)+float32(v.Level)*px(optionStep), s.Width-px(12)
		if v.Icon != "" || r.list.icons {
			paint.Put(r.icon, x, (s.Height-px(15))/2, px(15), px(15))
			x += px(24)
		}
		if v.Checked || v.More {
			paint.Put(r.check, right-px(14), (s.Height-px(14))/2, px(14), px(14))
			right -= px(20)
		}
		if v.Right != "" {
			w := paint.TextWidth(v.Right, px(12), false) + 1
			paint.Put(r.right, right-w, 0, w, s.Height)
			right -= w + px(14)
		}
		lw := paint.TextWidth(v.Label, px(13), v.Style == Strong) + 1
		room := right - x
		if v.Detail != "" && lw > room*0.62 {
			lw = max(room*0.62, room-paint.TextWidth(v.Detail, px(12), false)-px(10))
		}
		lw = min(lw, room)
		r.label.Text = paint.Fit(v.Label, lw+1, px(13), v.Style == Strong)
		paint.Put(r.label, x, 0, lw, s.Height)
		r.detail.Text = paint.Fit(v.Detail, room-lw-px(10), px(12), false)
		r.Cuts(v.Label, r.label.Text, v.Detail, r.detail.Text)
		paint.Put(r.detail, x+lw+px(10), 0, max(0, room-lw-px(10)), s.Height)
	})
}

// wish is how wide the row is when all of it shows.
func (r *optionRow) wish() float32 {
	v := r.list.options[r.index]
	w := px(24) + float32(v.Level)*px(optionStep) + paint.TextWidth(v.Label, px(13), v.Style == Strong) + px(26)
	if v.Detail != "" {
		w += paint.TextWidth(v.Detail, px(12), false) + px(12)
	}
	if v.Right != "" {
		w += paint.TextWidth(v.Right, px(12), false) + px(26)
	}
	if v.Icon != "" || r.list.icons {
		w += px(24)
	}
	return w
}
