package input

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/widgets"
)

// Ticks is a searched list to tick in: arrows move, letters search, Space ticks and, once
// letters are written, is one of them until an arrow has moved.
type Ticks struct {
	widget.BaseWidget
	// Alone says that a ticked option takes the place of all others; nil: none does.
	Alone    func(id string) bool
	OnChange func() // something was ticked, or no more

	options []widgets.Option
	ticked  map[string]bool
	field   *Entry
	list    *widgets.OptionList
	asked   bool // an arrow or a search has marked one
	touched bool // something has been ticked, or no more
}

var _ fyne.Widget = (*Ticks)(nil)

// NewTicks makes a list with some ticked.
func NewTicks(placeholder string, options []widgets.Option, ticked ...string) *Ticks {
	t := &Ticks{options: options, ticked: map[string]bool{}, field: NewEntry(placeholder)}
	for _, id := range ticked {
		t.ticked[id] = true
	}
	t.list = widgets.NewOptionList(func(o widgets.Option) { t.Flip(o.ID) })
	t.list.Checks, t.list.MaxHeight = true, 270
	moved := false
	t.field.onTyped = func(q string) {
		moved, t.asked = false, q != ""
		t.show()
		widgets.MakeRoom(t, false)
	}
	t.field.OnKey = func(e *fyne.KeyEvent) bool {
		if e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter {
			return false
		}
		used := t.list.Key(e)
		if used {
			moved, t.asked = true, true
		}
		return used
	}
	t.field.OnRune = func(r rune) bool {
		if r != ' ' || t.field.Text != "" && !moved {
			return false
		}
		if o, ok := t.list.Current(); ok {
			t.Flip(o.ID)
		}
		return true
	}
	t.show()
	t.ExtendBaseWidget(t)
	return t
}

// Target is what to give the keyboard to.
func (t *Ticks) Target() fyne.Focusable { return t.field }

// Flip ticks an option, or takes its tick away.
func (t *Ticks) Flip(id string) {
	on := !t.ticked[id]
	for other := range t.ticked {
		if on && t.Alone != nil && (t.Alone(id) || t.Alone(other)) {
			delete(t.ticked, other)
		}
	}
	if t.ticked[id] = true; !on {
		delete(t.ticked, id)
	}
	t.touched = true
	t.list.Renew(t.found())
	if t.OnChange != nil {
		t.OnChange()
	}
}

// Clear takes all ticks away, and tells nobody.
func (t *Ticks) Clear() {
	clear(t.ticked)
	t.show()
}

// Chosen are the ticked options, in their order. Where none has been ticked by hand it is
// the one that was looked for, if one was.
func (t *Ticks) Chosen() []string {
	if o, ok := t.list.Current(); ok && t.asked && !t.touched && (t.field.Text != "" || len(t.ticked) == 0) {
		return []string{o.ID}
	}
	var out []string
	for _, o := range t.options {
		if t.ticked[o.ID] {
			out = append(out, o.ID)
		}
	}
	return out
}

// Missed is what is searched for when there is no such option, and nothing has been
// ticked by hand instead.
func (t *Ticks) Missed() (query string, ok bool) {
	_, found := t.list.Current()
	query = strings.TrimSpace(t.field.Text)
	return query, query != "" && !found && !t.touched
}

// show lists what the search finds, those that are ticked with their mark.
func (t *Ticks) show() { t.list.Set(t.found()) }

// found are the options that are looked for, with their ticks.
func (t *Ticks) found() []widgets.Option {
	found := Matching(t.options, t.field.Text)
	options := make([]widgets.Option, len(found))
	for i, o := range found {
		o.Checked = t.ticked[o.ID]
		options[i] = o
	}
	return options
}

// CreateRenderer implements fyne.Widget.
func (t *Ticks) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(t, []fyne.CanvasObject{t.field, t.list}, func() {}, func() fyne.Size {
		return fyne.NewSize(max(t.list.MinSize().Width, px(280)), t.field.MinSize().Height+px(6)+t.list.MinSize().Height)
	}, func(s fyne.Size) {
		h := t.field.MinSize().Height
		paint.Put(t.field, 0, 0, s.Width, h)
		paint.Put(t.list, 0, h+px(6), s.Width, max(0, s.Height-h-px(6)))
	})
}
