package widgets

import (
	"fyne.io/fyne/v2"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

// MenuItem is one line of a menu; an empty Label is a separator.
type MenuItem struct {
	Label, Icon, Shortcut string
	Checked, Disabled     bool
	Danger                bool
	Run                   func()
	More                  []MenuItem // a menu that it leads to, instead of Run
}

// ShowMenu opens a menu at a point of the canvas.
func ShowMenu(c fyne.Canvas, at fyne.Position, items ...MenuItem) *Overlay {
	return showMenu(c, At(at), items)
}

// ShowMenuBelow opens a menu under an object, such as the button that was
// tapped.
func ShowMenuBelow(anchor fyne.CanvasObject, items ...MenuItem) *Overlay {
	return showMenu(CanvasOf(anchor), Below(anchor, 0), items)
}

func showMenu(c fyne.Canvas, place func(window, least fyne.Size) (fyne.Position, fyne.Size), items []MenuItem) *Overlay {
	overlay, list := makeMenu(c, place, items)
	if overlay != nil {
		overlay.ShowFocus(list)
	}
	return overlay
}

// makeMenu makes a menu with its first item marked; the list gets the keyboard.
func makeMenu(c fyne.Canvas, place func(window, least fyne.Size) (fyne.Position, fyne.Size), items []MenuItem) (*Overlay, *OptionList) {
	if c == nil {
		return nil, nil
	}
	var overlay *Overlay
	options := make([]Option, len(items))
	for i, it := range items {
		options[i] = Option{ID: string(rune(i + 1)), Label: it.Label, Icon: it.Icon, Right: it.Shortcut, Checked: it.Checked, Disabled: it.Disabled, Separator: it.Label == "", More: len(it.More) > 0}
		if it.Danger {
			options[i].Style = Bad
		}
	}
	var list *OptionList
	list = NewOptionList(func(o Option) {
		it := items[int([]rune(o.ID)[0])-1]
		if len(it.More) > 0 {
			list.showMore(overlay, it.More)
			return
		}
		overlay.Close()
		if it.Run != nil {
			it.Run()
		}
	})
	list.Checks, list.MaxHeight = true, 640
	overlay = NewOverlay(c, Inset(4, 0, 4, 0, MinSize(170, 0, list)), place)
	list.Set(options)
	return overlay, list
}

// opensMore opens the menu that the marked item leads to; false where it leads to none.
func (l *OptionList) opensMore() bool {
	o, ok := l.Current()
	return ok && o.More && l.pickMarked()
}

// showMore shows a menu beside the marked item of another, which goes when one of its items
// is chosen or something else is pointed at. Escape and the left arrow only close this.
func (l *OptionList) showMore(from *Overlay, items []MenuItem) {
	row := l.byIndex[l.marked]
	under := make([]MenuItem, len(items))
	for i, it := range items {
		run := it.Run
		it.Run = func() {
			from.Close()
			run()
		}
		under[i] = it
	}
	o, list := makeMenu(CanvasOf(l), At(PositionOf(row).AddXY(row.Size().Width-px(6), -px(5))), under)
	list.onKey = func(e *fyne.KeyEvent) bool {
		if e.Name == fyne.KeyLeft {
			o.Close()
			return true
		}
		return list.Key(e)
	}
	o.OnLeave = func() {
		o.Close()
		from.Close()
	}
	o.ShowFocus(list)
}

// Link is a text that does something.
type Link struct {
	Control
	text *Text
}

var _ fyne.Widget = (*Link)(nil)

// NewLink makes a link.
func NewLink(text string, onTap func()) *Link {
	l := &Link{text: NewText(text, Accent)}
	l.Extend(l, onTap)
	return l
}

// SetText changes what it says.
func (l *Link) SetText(s string) {
	l.text.SetText(s)
	l.Refresh()
}

// Text is what it says.
func (l *Link) Text() string { return l.text.Text }

// CreateRenderer implements fyne.Widget.
func (l *Link) CreateRenderer() fyne.WidgetRenderer {
	halo, under := paint.NewRect(4), paint.NewRect(0)
	return paint.Render(l, []fyne.CanvasObject{halo, l.text, under}, func() {
		paint.SetHalo(halo, l.ring)
		paint.SetRect(under, theme.Current().Accent, nil, 0)
		under.Hidden = !l.hovered && !theme.Current().High
		l.text.Refresh()
	}, func() fyne.Size {
		m := l.text.MinSize()
		return fyne.NewSize(m.Width+px(8), m.Height+px(4))
	}, func(s fyne.Size) {
		paint.Put(halo, 0, 0, s.Width, s.Height)
		w := min(s.Width-px(8), l.text.MinSize().Width)
		paint.Put(l.text, px(4), 0, s.Width-px(8), s.Height)
		paint.Put(under, px(4), s.Height/2+px(8), w, 1)
	})
}
