package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// TabItem is one tab; Count shows after the label when it isn't 0.
type TabItem struct {
	ID, Label string
	Count     int
}

// TabBar is a row of tabs; the selected one is underlined. What they show is
// the page's business.
type TabBar struct {
	widget.BaseWidget
	OnSelect func(id string)

	items    []TabItem
	tabs     []*tab
	selected string
	line     *canvas.Rectangle
	more     *Button // a menu of the tabs that there is no room for
}

var _ fyne.Widget = (*TabBar)(nil)

// NewTabBar makes a tab bar with the first tab selected.
func NewTabBar(items []TabItem, onSelect func(id string)) *TabBar {
	b := &TabBar{OnSelect: onSelect, line: paint.NewRect(0)}
	b.more = NewIconButton("ellipsis", "Fler", nil)
	b.more.OnTapped(b.showMore)
	b.more.Hide()
	b.ExtendBaseWidget(b)
	if len(items) > 0 {
		b.selected = items[0].ID
	}
	b.SetItems(items)
	return b
}

// SetItems changes the tabs.
func (b *TabBar) SetItems(items []TabItem) {
	b.items, b.tabs = items, nil
	for _, it := range items {
		b.tabs = append(b.tabs, newTab(b, it))
	}
	b.Refresh()
}

// Items are the tabs.
func (b *TabBar) Items() []TabItem { return b.items }

// Select marks a tab; it doesn't call OnSelect.
func (b *TabBar) Select(id string) { b.selected = id; b.Refresh() }

// Selected is the marked tab.
func (b *TabBar) Selected() string { return b.selected }

// Turn chooses the next tab, or with −1 the one before; after the last comes the first.
func (b *TabBar) Turn(by int) {
	n := len(b.items)
	if at := slices.IndexFunc(b.items, func(it TabItem) bool { return it.ID == b.selected }); at >= 0 {
		b.choose(b.items[(at+by+n)%n].ID)
	}
}

func (b *TabBar) choose(id string) {
	if id == b.selected {
		return
	}
	b.Select(id)
	if b.OnSelect != nil {
		b.OnSelect(id)
	}
}

func (b *TabBar) step(from *tab, by int) {
	for i, t := range b.tabs {
		if t == from {
			next := b.tabs[(i+by+len(b.tabs))%len(b.tabs)]
			FocusOn(next)
			b.choose(next.item.ID)
			return
		}
	}
}

// CreateRenderer implements fyne.Widget.
func (b *TabBar) CreateRenderer() fyne.WidgetRenderer {
	return paint.RenderFunc(b, func() []fyne.CanvasObject {
		o := []fyne.CanvasObject{b.line}
		for _, t := range b.tabs {
			o = append(o, t)
		}
		return append(o, b.more)
	}, func() {
		paint.SetRect(b.line, theme.Current().Hairline, nil, 0)
		for _, t := range b.tabs {
			t.Refresh()
		}
	}, func() fyne.Size {
		w := float32(0)
		for _, t := range b.tabs {
			w += t.MinSize().Width + px(16)
		}
		return fyne.NewSize(min(w, px(240)), px(35))
	}, func(s fyne.Size) {
		paint.Put(b.line, 0, s.Height-1, s.Width, 1)
		b.lay(s)
	})
}

// lay places the tabs, closer where it is narrow; those that don't fit go to
// the menu, never the selected one.
func (b *TabBar) lay(s fyne.Size) {
	w := float32(0)
	for _, t := range b.tabs {
		w += t.MinSize().Width
	}
	gap := px(18)
	if n := float32(len(b.tabs) - 1); n > 0 && w+gap*n > s.Width {
		gap = max(px(9), (s.Width-w)/n)
	}
	room := s.Width
	if over := w+gap*float32(len(b.tabs)-1) > s.Width+1; over {
		m := b.more.MinSize()
		room -= m.Width + gap
		paint.Put(b.more, s.Width-m.Width, (s.Height-m.Height)/2-1, m.Width, m.Height)
		b.more.Show()
	} else {
		b.more.Hide()
	}
	fits := b.fitting(room, gap)
	x := float32(0)
	for i, t := range b.tabs {
		if !fits[i] {
			t.Hide()
			continue
		}
		t.Show()
		m := t.MinSize()
		paint.Put(t, x, 0, m.Width, s.Height)
		x += m.Width + gap
	}
}

// fitting says which tabs there is room for, the selected one among them.
func (b *TabBar) fitting(room, gap float32) []bool {
	fits := make([]bool, len(b.tabs))
	for i, t := range b.tabs {
		if t.item.ID == b.selected {
			fits[i] = true
			room -= t.MinSize().Width + gap
		}
	}
	for i, t := range b.tabs {
		if fits[i] {
			continue
		}
		if room -= t.MinSize().Width + gap; room < -gap-1 {
			break
		}
		fits[i] = true
	}
	return fits
}

// showMore opens the menu of the tabs that there is no room for.
func (b *TabBar) showMore() {
	var items []MenuItem
	for _, t := range b.tabs {
		if !t.Visible() {
			items = append(items, MenuItem{Label: t.text(), Run: func() { b.choose(t.item.ID) }})
		}
	}
	ShowMenuBelow(b.more, items...)
}

type tab struct {
	Control
	bar             *TabBar
	item            TabItem
	label           *canvas.Text
	underline, halo *canvas.Rectangle
}

func newTab(b *TabBar, it TabItem) *tab {
	t := &tab{bar: b, item: it, label: paint.NewText(13, false), underline: paint.NewRect(1), halo: paint.NewRect(5)}
	t.Extend(t, func() { b.choose(it.ID) })
	t.onKey = func(e *fyne.KeyEvent) bool {
		switch e.Name {
		case fyne.KeyLeft:
			b.step(t, -1)
		case fyne.KeyRight:
			b.step(t, 1)
		default:
			return false
		}
		return true
	}
	return t
}

func (t *tab) text() string {
	if t.item.Count > 0 {
		return t.item.Label + " " + countText(t.item.Count)
	}
	return t.item.Label
}

// CreateRenderer implements fyne.Widget.
func (t *tab) CreateRenderer() fyne.WidgetRenderer {
	t.label.Alignment = fyne.TextAlignCenter
	return paint.Render(t, []fyne.CanvasObject{t.halo, t.label, t.underline}, func() {
		p := theme.Current()
		on := t.bar.selected == t.item.ID
		c := p.TextMuted
		if on || t.hovered {
			c = p.Text
		}
		t.label.TextStyle.Bold = on
		paint.SetText(t.label, t.text(), 13, c)
		t.underline.Hidden = !on && !t.hovered && !p.High
		line := p.Accent
		if !on {
			line = p.Border
		}
		paint.SetRect(t.underline, line, nil, 0)
		paint.SetHalo(t.halo, t.ring)
	}, func() fyne.Size { return fyne.NewSize(paint.TextWidth(t.text(), px(13), true)+2, px(35)) }, func(s fyne.Size) {
		paint.Put(t.label, 0, 0, s.Width, s.Height-2)
		paint.Put(t.underline, 0, s.Height-2, s.Width, 2)
		paint.Put(t.halo, -5, 3, s.Width+10, s.Height-8)
	})
}

// AccessibilityLabel is the tab's label.
func (t *tab) AccessibilityLabel() string { return t.text() }

// AccessibilityRole is button.
func (t *tab) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
