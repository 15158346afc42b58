package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/ui/internal/paint"
)

// Root is what a window shows: its content with a layer for toasts and one for
// tooltips above. A window without a Root has neither.
type Root struct {
	*fyne.Container
	OnKey  func(*fyne.KeyEvent) // a key that nothing in the window had use for
	OnHelp func()               // F1 in what lies on top
	OnAlt  func()               // Alt was pressed and let go, and nothing else
	// OnShortcut has every shortcut before what has the keyboard; true: it was its.
	OnShortcut func(fyne.Shortcut) bool

	window fyne.Window
	over   *fyne.Container // a menu bar, or nothing
	room   *container.Scroll
	tips   *fyne.Container
	toasts *toasts
	alt    bool // Alt is held, and nothing else has been pressed since
}

// leastRoom is how small a window may be made. What needs more is scrolled: the
// screen may be smaller than the content, and nothing may be out of reach.
var leastRoom = fyne.NewSize(320, 200)

var roots = map[fyne.Canvas]*Root{}

// NewRoot wraps a window's content and puts it in the window.
func NewRoot(w fyne.Window, content fyne.CanvasObject) *Root {
	r := &Root{window: w, over: container.NewStack(), tips: container.NewWithoutLayout(), toasts: newToasts()}
	r.room = container.NewScroll(content)
	r.room.SetMinSize(leastRoom)
	r.Container = container.NewStack(container.NewBorder(r.over, nil, nil, nil, r.room), container.New(&corner{}, r.toasts), r.tips)
	roots[w.Canvas()] = r
	w.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) {
		if w.Canvas().Overlays().Top() == nil {
			r.key(e)
		}
	})
	if c, ok := w.Canvas().(desktop.Canvas); ok {
		c.SetOnKeyDown(r.keyDown)
		c.SetOnKeyUp(r.keyUp)
	}
	w.SetPadded(false)
	w.SetContent(r.Container)
	return r
}

// key tells what nothing in the window had use for. A key without a name, such
// as å or the volume's, is nobody's.
func (r *Root) key(e *fyne.KeyEvent) {
	if r.OnKey != nil && e.Name != fyne.KeyUnknown {
		r.OnKey(e)
	}
}

// Release forgets the window; call it when the window closes.
func (r *Root) Release() { delete(roots, r.window.Canvas()) }

// SetContent changes what is under the layers.
func (r *Root) SetContent(content fyne.CanvasObject) {
	r.room.Content, r.room.Offset = content, fyne.Position{}
	r.Refresh()
}

// SetBar puts a menu bar over the content.
func (r *Root) SetBar(o fyne.CanvasObject) {
	r.over.Objects = []fyne.CanvasObject{o}
	r.Refresh()
}

// BringIntoView scrolls to what the keyboard has come to: the dialog or form
// that it stands in, and a window that is too small for its content.
func BringIntoView(o fyne.CanvasObject) {
	c := CanvasOf(o)
	if c == nil {
		return
	}
	if top := c.Overlays().Top(); top != nil {
		if top, ok := top.(*Overlay); ok {
			revealIn(top.content, o)
		}
		return
	}
	r := roots[c]
	if r == nil {
		revealIn(c.Content(), o)
		return
	}
	revealIn(r.room.Content, o)
	at, view := PositionOf(o).Subtract(PositionOf(r.room)), r.room.Size()
	by := fyne.NewPos(beyond(at.X, o.Size().Width, view.Width), beyond(at.Y, o.Size().Height, view.Height))
	if most := r.room.Content.Size().Subtract(view); !by.IsZero() {
		to := r.room.Offset.Add(by)
		r.room.ScrollToOffset(fyne.NewPos(max(0, min(to.X, most.Width)), max(0, min(to.Y, most.Height))))
	}
}

// beyond is how far something is from being within a view; what is larger than
// the view stays where it is.
func beyond(at, length, view float32) float32 {
	switch {
	case length > view:
		return 0
	case at < 0:
		return at
	}
	return max(0, at+length-view)
}

func tipLayer(c fyne.Canvas) *fyne.Container {
	if c == nil {
		return nil
	}
	if o, ok := c.Overlays().Top().(*Overlay); ok {
		return o.tips
	}
	if r := roots[c]; r != nil {
		return r.tips
	}
	return nil
}

// corner keeps its only object low in the middle, where neither a list's sums
// nor a step's buttons stand.
type corner struct{}

func (*corner) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (*corner) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	m := objects[0].MinSize()
	paint.Put(objects[0], max(0, (s.Width-m.Width)/2), s.Height-m.Height-14, m.Width, m.Height)
}
