package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// NavItem is a place in the program; Gap puts air above it.
type NavItem struct {
	ID, Label, Icon string
	Gap             bool
}

// Nav is the rail at the left. It narrows to icons when Collapsed.
type Nav struct {
	widget.BaseWidget
	OnSelect func(id string)

	title, subtitle string
	foot            []string
	items           []*navRow
	selected        string
	collapsed       bool

	ground             *canvas.Rectangle
	titleText, subText *canvas.Text
	footTexts          []*canvas.Text
	footLines          []string
}

var _ fyne.Widget = (*Nav)(nil)

// NavWidth is the rail's width at 100 %.
const NavWidth = 220

// NavIcons is its width at 100 % when only icons show.
const NavIcons = 52

// NewNav makes the rail.
func NewNav(title, subtitle string, items []NavItem, onSelect func(id string)) *Nav {
	n := &Nav{OnSelect: onSelect, title: title, subtitle: subtitle, ground: paint.NewRect(0), titleText: paint.NewText(15, true), subText: paint.NewText(12, false)}
	for _, it := range items {
		n.items = append(n.items, newNavRow(n, it))
	}
	n.ExtendBaseWidget(n)
	return n
}

// SetTitle changes what stands at the top.
func (n *Nav) SetTitle(title, subtitle string) { n.title, n.subtitle = title, subtitle; n.Refresh() }

// SetFoot changes the small lines at the bottom.
func (n *Nav) SetFoot(lines ...string) { n.foot = lines; n.Refresh() }

// SetBadge shows a count at an item; 0 takes it away.
func (n *Nav) SetBadge(id string, count int) {
	for _, r := range n.items {
		if r.item.ID == id && r.badge != count {
			r.badge = count
			r.Refresh()
		}
	}
}

// Select marks an item; it doesn't call OnSelect.
func (n *Nav) Select(id string) {
	n.selected = id
	for _, r := range n.items {
		r.Refresh()
	}
}

// SetCollapsed narrows the rail to icons, or widens it.
func (n *Nav) SetCollapsed(on bool) { n.collapsed = on; n.Refresh() }

// Collapsed tells whether only icons show.
func (n *Nav) Collapsed() bool { return n.collapsed }

func (n *Nav) choose(id string) {
	n.Select(id)
	if n.OnSelect != nil {
		n.OnSelect(id)
	}
}

func (n *Nav) step(from *navRow, by int) {
	for i, r := range n.items {
		if r == from {
			FocusOn(n.items[(i+by+len(n.items))%len(n.items)])
		}
	}
}

// CreateRenderer implements fyne.Widget.
func (n *Nav) CreateRenderer() fyne.WidgetRenderer {
	return paint.RenderFunc(n, func() []fyne.CanvasObject {
		o := []fyne.CanvasObject{n.ground, n.titleText, n.subText}
		for _, r := range n.items {
			o = append(o, r)
		}
		for _, t := range n.footTexts {
			o = append(o, t)
		}
		return o
	}, func() {
		p := theme.Current()
		paint.SetRect(n.ground, p.NavGround, nil, 0)
		w := px(NavWidth - 36)
		paint.SetText(n.titleText, paint.Fit(n.title, w, px(15), true), 15, p.NavText)
		paint.SetText(n.subText, paint.Fit(n.subtitle, w, px(12), false), 12, p.NavMuted)
		n.titleText.Hidden, n.subText.Hidden = n.collapsed, n.collapsed
		n.footLines = nil
		if !n.collapsed {
			for _, f := range n.foot {
				n.footLines = append(n.footLines, paint.Wrap(f, w, px(12), false, 2)...)
			}
		}
		n.footTexts = n.footTexts[:0]
		for _, l := range n.footLines {
			t := paint.NewText(12, false)
			paint.SetText(t, l, 12, p.NavMuted)
			n.footTexts = append(n.footTexts, t)
		}
		for _, r := range n.items {
			r.Refresh()
		}
	}, func() fyne.Size {
		w := px(NavWidth)
		if n.collapsed {
			w = px(NavIcons)
		}
		return fyne.NewSize(w, n.top()+n.gaps()+float32(len(n.items))*px(navLeast)+px(8))
	}, func(s fyne.Size) {
		paint.Put(n.ground, 0, 0, s.Width, s.Height)
		paint.Put(n.titleText, px(18), px(17), s.Width, px(22))
		paint.Put(n.subText, px(18), px(37), s.Width, px(18))
		y, foot := n.top(), px(17)*float32(len(n.footTexts))
		h := max(px(navLeast), min(px(34), (s.Height-y-n.gaps()-foot-px(14))/float32(max(1, len(n.items)))))
		for _, r := range n.items {
			if r.item.Gap {
				y += px(12)
			}
			paint.Put(r, 0, y, s.Width, h)
			y += h
		}
		for _, t := range n.footTexts { // which have to do without where there is no room
			t.Hidden = y+foot+px(14) > s.Height
		}
		y = s.Height - px(14) - float32(len(n.footTexts))*px(17)
		for i, t := range n.footTexts {
			paint.Put(t, px(18), y+float32(i)*px(17), s.Width, px(17))
		}
	})
}

// navLeast is how low its rows may be, at 100 %.
const navLeast = 24

// top is where the rows begin.
func (n *Nav) top() float32 {
	if n.collapsed {
		return px(10)
	}
	return px(71)
}

// gaps is the air between the rows.
func (n *Nav) gaps() (h float32) {
	for _, r := range n.items {
		if r.item.Gap {
			h += px(12)
		}
	}
	return h
}

// navRow is one item of the rail.
type navRow struct {
	Control
	nav   *Nav
	item  NavItem
	badge int

	ground, bar, badgeRect *canvas.Rectangle
	icon                   *canvas.Image
	label, count           *canvas.Text
}

func newNavRow(n *Nav, it NavItem) *navRow {
	r := &navRow{nav: n, item: it, ground: paint.NewRect(0), bar: paint.NewRect(0), badgeRect: paint.NewRect(8), icon: paint.NewIcon(), label: paint.NewText(13, false), count: paint.NewText(11, true)}
	r.Extend(r, func() { n.choose(it.ID) })
	r.onKey = func(e *fyne.KeyEvent) bool {
		switch e.Name {
		case fyne.KeyDown:
			n.step(r, 1)
		case fyne.KeyUp:
			n.step(r, -1)
		default:
			return false
		}
		return true
	}
	r.count.Alignment = fyne.TextAlignCenter
	return r
}

// CreateRenderer implements fyne.Widget.
func (r *navRow) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(r, []fyne.CanvasObject{r.ground, r.bar, r.icon, r.label, r.badgeRect, r.count}, func() {
		p := theme.Current()
		on := r.nav.selected == r.item.ID
		switch {
		case on:
			paint.SetRect(r.ground, p.NavSelected, nil, 0)
		case r.hovered:
			paint.SetRect(r.ground, p.NavHover, nil, 0)
		default:
			paint.SetRect(r.ground, p.NavGround, nil, 0)
		}
		switch {
		case r.ring:
			paint.SetRect(r.ground, r.ground.FillColor, p.NavBar, p.Ring)
		case p.High:
			paint.SetRect(r.ground, r.ground.FillColor, p.NavMuted, 1)
		}
		r.bar.Hidden = !on
		paint.SetRect(r.bar, p.NavBar, nil, 0)
		c := theme.Mix(p.NavMuted, p.NavText, 0.6)
		if on {
			c = p.NavText
		}
		paint.SetIcon(r.icon, r.item.Icon, c)
		paint.SetText(r.label, r.item.Label, 13, c)
		r.label.Hidden = r.nav.collapsed
		r.tip = ""
		if r.nav.collapsed {
			r.tip = r.item.Label
		}
		show := r.badge > 0
		r.badgeRect.Hidden, r.count.Hidden = !show, !show
		paint.SetRect(r.badgeRect, p.NavBadge, nil, 0)
		paint.SetText(r.count, countText(r.badge), 11, p.NavBadgeText)
	}, func() fyne.Size { return fyne.NewSize(px(NavIcons), px(34)) }, func(s fyne.Size) {
		paint.Put(r.ground, 0, 0, s.Width, s.Height)
		paint.Put(r.bar, 0, 0, 3, s.Height)
		i := px(16)
		paint.Put(r.icon, px(18), (s.Height-i)/2, i, i)
		w := max(paint.TextWidth(countText(r.badge), px(11), true)+px(12), px(21))
		h := px(16)
		r.badgeRect.CornerRadius = h / 2
		x := s.Width - w - px(12)
		y := (s.Height - h) / 2
		if r.nav.collapsed {
			h = min(px(14), s.Height*0.6) // at the corner of the icon, which shows
			x, y = min(px(29), s.Width-w), 0
			r.badgeRect.CornerRadius = h / 2
		}
		paint.Put(r.badgeRect, x, y, w, h)
		paint.Put(r.count, x, y, w, h)
		room := s.Width - px(44) - px(10)
		if r.badge > 0 {
			room = x - px(42) - px(4)
		}
		if r.label.Text = paint.Fit(r.item.Label, room, px(13), false); !r.nav.collapsed {
			r.Cuts(r.item.Label, r.label.Text)
		}
		paint.Put(r.label, px(42), 0, room, s.Height)
	})
}

// AccessibilityLabel reads the label and the count.
func (r *navRow) AccessibilityLabel() string {
	if r.badge > 0 {
		return r.item.Label + ", " + strconv.Itoa(r.badge)
	}
	return r.item.Label
}

// AccessibilityRole is link.
func (r *navRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }

func countText(n int) string {
	if n > 99 {
		return "99+"
	}
	return strconv.Itoa(n)
}
