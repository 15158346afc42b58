package widgets

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// Menu is one of a menu bar's. Alt and the first letter of its title open it, so no two
// begin alike.
type Menu struct {
	Title string
	Items func() []MenuItem // as they are now
}

// MenuBar is the row of menus above a window. The toolkit's own can't be opened by F10,
// marks nothing when it opens, and is opened under a dialog.
type MenuBar struct {
	widget.BaseWidget
	menus  []Menu
	titles []*menuTitle
	open   *Overlay // the menu that shows
	at     int      // which one it is
	under  int      // the title under the pointer while a menu shows, −1 for none
	line   *canvas.Rectangle
	ground *canvas.Rectangle
}

var _ fyne.Widget = (*MenuBar)(nil)

// NewMenuBar makes a menu bar.
func NewMenuBar(menus ...Menu) *MenuBar {
	b := &MenuBar{menus: menus, at: -1, under: -1, line: paint.NewRect(0), ground: paint.NewRect(0)}
	for i, m := range menus {
		b.titles = append(b.titles, newMenuTitle(b, i, m.Title))
	}
	b.ExtendBaseWidget(b)
	return b
}

// Menus are the bar's.
func (b *MenuBar) Menus() []Menu { return b.menus }

// IsOpen tells whether a menu shows.
func (b *MenuBar) IsOpen() bool { return b.open != nil }

// Toggle opens the first menu, or closes the one that shows: what Alt and F10 do.
func (b *MenuBar) Toggle() {
	if b.open != nil {
		b.Close()
		return
	}
	b.Open(0)
}

// Close closes the menu that shows. The keyboard is where it was before.
func (b *MenuBar) Close() {
	if b.open != nil {
		b.open.Close()
	}
}

// OpenBy opens the menu that begins with a letter; false for none.
func (b *MenuBar) OpenBy(letter rune) bool {
	for i, m := range b.menus {
		if first := []rune(m.Title)[0]; unicode.ToUpper(first) == unicode.ToUpper(letter) {
			b.Open(i)
			return true
		}
	}
	return false
}

// Open shows a menu with its first item marked. The arrows go to the menus beside.
func (b *MenuBar) Open(i int) {
	b.Close()
	i = (i + len(b.menus)) % len(b.menus)
	b.at, b.under = i, i
	var list *OptionList
	b.open, list = makeMenu(CanvasOf(b), Below(b.titles[i], 0), b.menus[i].Items())
	if b.open == nil {
		b.at = -1
		return
	}
	list.onKey = func(e *fyne.KeyEvent) bool {
		switch e.Name {
		case fyne.KeyLeft:
			b.Open(i - 1)
		case fyne.KeyRight:
			if !list.opensMore() {
				b.Open(i + 1)
			}
		case fyne.KeyF10:
			b.Close()
		default:
			return list.Key(e)
		}
		return true
	}
	b.open.OnPoint = b.point
	b.open.OnLeave = func() {
		if to := b.under; to >= 0 && to != b.at {
			b.Open(to)
			return
		}
		b.Close()
	}
	b.open.OnClose = func() {
		b.open, b.at = nil, -1
		b.titles[i].Refresh()
	}
	b.open.ShowFocus(list)
	b.titles[i].Refresh()
}

// point shows the menu whose title the pointer has come to, as bars do when one is open.
func (b *MenuBar) point(at fyne.Position) {
	under := -1
	for i, t := range b.titles {
		p, s := PositionOf(t), t.Size()
		if at.X >= p.X && at.X < p.X+s.Width && at.Y >= p.Y && at.Y < p.Y+s.Height {
			under = i
		}
	}
	if moved := under != b.under; moved {
		b.under = under
		if under >= 0 && under != b.at {
			b.Open(under)
		}
	}
}

// CreateRenderer implements fyne.Widget.
func (b *MenuBar) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{b.ground, b.line}
	for _, t := range b.titles {
		objects = append(objects, t)
	}
	return paint.Render(b, objects, func() {
		p := theme.Current()
		paint.SetRect(b.ground, p.Surface, nil, 0)
		paint.SetRect(b.line, p.Hairline, nil, 0)
		for _, t := range b.titles {
			t.Refresh()
		}
	}, func() fyne.Size {
		w := px(8)
		for _, t := range b.titles {
			w += t.MinSize().Width
		}
		return fyne.NewSize(w, px(30))
	}, func(s fyne.Size) {
		paint.Put(b.ground, 0, 0, s.Width, s.Height)
		paint.Put(b.line, 0, s.Height-1, s.Width, 1)
		x := px(4)
		for _, t := range b.titles {
			w := t.MinSize().Width
			paint.Put(t, x, 0, w, s.Height)
			x += w
		}
	})
}

// menuTitle is a menu's name in the bar. Tab passes it by: Alt and F10 lead there.
type menuTitle struct {
	Control
	bar    *MenuBar
	index  int
	label  string
	ground *canvas.Rectangle
	text   *canvas.Text
}

func newMenuTitle(b *MenuBar, i int, label string) *menuTitle {
	t := &menuTitle{bar: b, index: i, label: label, ground: paint.NewRect(6), text: paint.NewText(13, false)}
	t.Extend(t, func() { b.Open(i) })
	t.noTab = true
	return t
}

// CreateRenderer implements fyne.Widget.
func (t *menuTitle) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(t, []fyne.CanvasObject{t.ground, t.text}, func() {
		p := theme.Current()
		ground := theme.WithAlpha(p.Surface, 0)
		switch {
		case t.bar.at == t.index:
			ground = p.Selected
		case t.hovered:
			ground = p.Hover
		}
		paint.SetRect(t.ground, ground, nil, 0)
		paint.SetText(t.text, t.label, 13, p.Text)
		t.text.Alignment = fyne.TextAlignCenter
	}, func() fyne.Size {
		return fyne.NewSize(paint.TextWidth(t.label, px(13), false)+px(22), px(30))
	}, func(s fyne.Size) {
		paint.Put(t.ground, 1, 3, s.Width-2, s.Height-7)
		paint.Put(t.text, 0, 0, s.Width, s.Height-1)
	})
}

// AccessibilityLabel is the menu's name.
func (t *menuTitle) AccessibilityLabel() string { return t.label }
