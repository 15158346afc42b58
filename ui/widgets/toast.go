package widgets

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/async"
	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
)

const toastTime = 7 * time.Second

// toasts is the stack of toasts in the window's corner.
type toasts struct {
	widget.BaseWidget
	box *fyne.Container
}

func newToasts() *toasts {
	t := &toasts{box: VStack(8)}
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer implements fyne.Widget.
func (t *toasts) CreateRenderer() fyne.WidgetRenderer { return paint.Simple(t, t.box) }

// Toast tells in the window's corner that something was done. action may be
// empty; "Ångra" is the usual one. It goes away by itself.
func (r *Root) Toast(text string, style Style, action string, onAction func()) *Toast {
	t := &Toast{text: text, style: style, action: action, root: r}
	t.onAction = func() {
		t.close()
		if onAction != nil {
			onAction()
		}
	}
	t.close = func() {
		r.toasts.box.Remove(t)
		r.Container.Objects[1].Refresh()
		r.relayoutToasts()
	}
	t.build()
	t.fit()
	r.toasts.box.Add(t)
	if n := len(r.toasts.box.Objects); n > 4 {
		r.toasts.box.Remove(r.toasts.box.Objects[0])
	}
	r.relayoutToasts()
	async.After(toastTime, t.close)
	return t
}

// Toasts is how many show now.
func (r *Root) Toasts() int { return len(r.toasts.box.Objects) }

func (r *Root) relayoutToasts() {
	c := r.Container.Objects[1].(*fyne.Container)
	c.Layout.Layout(c.Objects, c.Size())
	c.Refresh()
}

// Toast is a message that is on its way out.
type Toast struct {
	widget.BaseWidget
	text, action    string
	style           Style
	onAction, close func()
	rect, bar       *canvas.Rectangle
	body, said      *fyne.Container
	root            *Root
	button          *Button
}

// Offer adds something that one may want to do next.
func (t *Toast) Offer(action string, run func()) {
	b := NewButton(action, func() {
		t.close()
		run()
	})
	b.Kind = Quiet
	last := len(t.body.Objects) - 1
	t.body.Objects = append(t.body.Objects[:last:last], b, t.body.Objects[last])
	t.fit()
	t.Refresh()
	t.root.relayoutToasts()
}

// fit breaks the text into lines where the window has no room for it on one.
func (t *Toast) fit() {
	lines := []string{t.text}
	t.said.Objects = nil
	if window := t.root.Size().Width; window > 0 {
		room := window - t.body.MinSize().Width - px(64)
		lines = paint.Wrap(t.text, max(px(140), room), px(theme.TextSize), false, 5)
	}
	for _, line := range lines {
		t.said.Add(NewText(line, Normal))
	}
}

// Close takes the toast away.
func (t *Toast) Close() { t.close() }

// Closed says that it shows no more.
func (t *Toast) Closed() bool {
	return !slices.Contains(t.root.toasts.box.Objects, fyne.CanvasObject(t))
}

// CloseToasts takes all toasts away: what they tell of isn't what is looked at any more.
func (r *Root) CloseToasts() {
	for _, o := range slices.Clone(r.toasts.box.Objects) {
		o.(*Toast).close()
	}
}

// DropAction takes the action away: it would no longer do what it says.
func (t *Toast) DropAction() {
	if t.button != nil {
		t.button.Hide()
		t.body.Refresh()
	}
}

func (t *Toast) build() {
	t.rect, t.bar = paint.NewRect(8), paint.NewRect(2)
	t.said = VStack(0)
	row := []fyne.CanvasObject{t.said, Spacer()}
	if t.action != "" {
		t.button = NewButton(t.action, t.onAction)
		t.button.Kind = Quiet
		row = append(row, t.button)
	}
	x := NewIconButton("x", "Stäng", t.close)
	row = append(row, x)
	t.body = HStack(12, row...)
	t.ExtendBaseWidget(t)
}

// Tapped keeps clicks from what is behind.
func (t *Toast) Tapped(*fyne.PointEvent) {}

// CreateRenderer implements fyne.Widget.
func (t *Toast) CreateRenderer() fyne.WidgetRenderer {
	inner := container.New(&inset{4, 6, 4, 18}, t.body)
	return paint.Render(t, []fyne.CanvasObject{t.rect, t.bar, inner}, func() {
		p := theme.Current()
		t.rect.Shadow = canvas.Shadow{Color: p.Shadow, BlurRadius: 14, Offset: fyne.NewPos(0, 4)}
		paint.SetRect(t.rect, p.Raised, p.Hairline, 1)
		paint.SetRect(t.bar, t.style.Tone().Solid, nil, 0)
	}, func() fyne.Size { return inner.MinSize().Max(fyne.NewSize(px(280), px(40))) }, func(s fyne.Size) {
		paint.Put(t.rect, 0, 0, s.Width, s.Height)
		paint.Put(t.bar, 6, 10, 3, s.Height-20)
		paint.Put(inner, 0, 0, s.Width, s.Height)
	})
}
