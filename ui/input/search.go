package input

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/widgets"
)

// Search is a text field with a magnifier, a cross that clears it and,
// where there is one, the shortcut that leads to it.
type Search struct {
	widget.BaseWidget
	OnChanged func(string)
	OnEnter   func(string)
	OnDown    func()  // arrow down: to the list
	OnOpen    func()  // set: the field is a button that opens the palette
	Width     float32 // least width; 0 means 220

	entry    *Entry
	glass    *canvas.Image
	clear    *widgets.Button
	asks     string // its placeholder, of which there may be room for a part
	hint     string
	hintRect *canvas.Rectangle
	hintText *canvas.Text
	button   *searchButton
}

var _ fyne.Widget = (*Search)(nil)

// NewSearch makes a search field; hint is a shortcut such as "Ctrl K".
func NewSearch(placeholder, hint string, onChanged func(string)) *Search {
	f := &Search{OnChanged: onChanged, asks: placeholder, hint: hint, glass: paint.NewIcon(), hintRect: paint.NewRect(4), hintText: paint.NewText(11, false)}
	f.entry = NewEntry(placeholder)
	f.entry.ActionItem = nil
	f.entry.onTyped = func(s string) {
		f.Refresh()
		if f.OnChanged != nil {
			f.OnChanged(s)
		}
	}
	f.entry.OnKey = func(e *fyne.KeyEvent) bool {
		switch e.Name {
		case fyne.KeyEscape:
			if f.entry.Text == "" {
				return false
			}
			f.Clear()
		case fyne.KeyReturn, fyne.KeyEnter:
			if f.OnEnter == nil {
				return false
			}
			f.OnEnter(f.entry.Text)
		case fyne.KeyDown:
			if f.OnDown == nil {
				return false
			}
			f.OnDown()
		default:
			return false
		}
		return true
	}
	f.clear = widgets.NewIconButton("x", "Rensa", f.Clear)
	f.button = &searchButton{}
	f.button.Extend(f.button, func() {
		if f.OnOpen != nil {
			f.OnOpen()
		}
	})
	f.ExtendBaseWidget(f)
	return f
}

// Clear empties the field.
func (f *Search) Clear() { f.entry.SetText("") }

// Text is what is written.
func (f *Search) Text() string { return f.entry.Text }

// SetText changes what is written and tells nobody.
func (f *Search) SetText(s string) { f.entry.Set(s); f.Refresh() }

// Focus gives the field the keyboard.
func (f *Search) Focus() { widgets.FocusOn(f.entry) }

// Target is what to give the keyboard to.
func (f *Search) Target() fyne.Focusable { return f.entry }

// Least is how narrow the field may become in a row where room is scarce.
func (f *Search) Least() float32 { return px(110) }

// CreateRenderer implements fyne.Widget.
func (f *Search) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(f, []fyne.CanvasObject{f.entry, f.glass, f.hintRect, f.hintText, f.clear, f.button}, func() {
		p := theme.Current()
		paint.SetIcon(f.glass, "search", p.Placeholder)
		hint := f.hint != "" && f.entry.Text == ""
		f.hintRect.Hidden, f.hintText.Hidden = !hint, !hint
		paint.SetRect(f.hintRect, p.Surface, p.Border, 1)
		paint.SetText(f.hintText, f.hint, 11, p.TextMuted)
		f.hintText.Alignment = fyne.TextAlignCenter
		if f.entry.Text == "" {
			f.clear.Hide()
		} else {
			f.clear.Show()
		}
		f.entry.inert = f.OnOpen != nil
		if f.OnOpen != nil {
			f.button.Show()
		} else {
			f.button.Hide()
		}
	}, func() fyne.Size {
		w := f.Width
		if w == 0 {
			w = 220
		}
		return fyne.NewSize(px(w), f.entry.MinSize().Height)
	}, func(s fyne.Size) {
		paint.Put(f.entry, 0, 0, s.Width, s.Height)
		i := px(15)
		right := px(9)
		paint.Put(f.clear, s.Width-px(27)-2, (s.Height-px(23))/2, px(23), px(23))
		w := paint.TextWidth(f.hint, px(11), false) + px(12)
		asks := paint.TextWidth(f.asks, px(13), false) + px(20)
		if f.hintRect.Hidden = f.hint == "" || f.entry.Text != "" || asks+right+w > s.Width; f.hint != "" {
			f.hintText.Hidden = f.hintRect.Hidden
			paint.Put(f.hintRect, s.Width-right-w, (s.Height-px(18))/2, w, px(18))
			paint.Put(f.hintText, s.Width-right-w, (s.Height-px(18))/2, w, px(17))
			if !f.hintRect.Hidden {
				right += w + px(6)
			}
		}
		if f.hint == "" && f.entry.Text == "" {
			paint.Put(f.glass, s.Width-right-i, (s.Height-i)/2, i, i)
			right += i + px(4)
			f.glass.Show()
		} else {
			f.glass.Hide()
		}
		if p := paint.Fit(f.asks, s.Width-right-px(14), px(13), false); f.entry.PlaceHolder != p {
			f.entry.SetPlaceHolder(p)
		}
		paint.Put(f.button, 0, 0, s.Width, s.Height)
	})
}

// searchButton lies over a field that opens the palette.
type searchButton struct{ widgets.Control }

// CreateRenderer implements fyne.Widget.
func (b *searchButton) CreateRenderer() fyne.WidgetRenderer {
	halo := paint.NewRect(9)
	return paint.Render(b, []fyne.CanvasObject{halo}, func() {
		paint.SetHalo(halo, b.Ringed())
		if b.Hovered() && !b.Ringed() {
			paint.SetRect(halo, nil, theme.Current().Accent, 1)
		}
	}, func() fyne.Size { return fyne.Size{} }, func(s fyne.Size) { paint.Put(halo, 0, 0, s.Width, s.Height) })
}
