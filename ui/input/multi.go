package input

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/widgets"
)

// MultiPicker is several choices, each shown as a chip that can be removed.
type MultiPicker struct {
	widgets.Control
	report
	OnChange    func(ids []string) error
	Placeholder string
	One         bool // it is commonly one: over a cell, another takes the place of the one there
	Onward      bool // Enter goes on to what is around when something is chosen

	chosen   []widgets.Option
	unsaved  bool // chosen but not saved: handed over again when left
	find     func(query string) []widgets.Option
	onCreate func(query string) error
	frame    *canvas.Rectangle
	hint     *canvas.Text
	arrow    *canvas.Image
	chips    []*widgets.Chip
	overlay  *widgets.Overlay
}

var _ fyne.Widget = (*MultiPicker)(nil)

// NewMultiPicker makes a picker of several; onCreate may be nil.
func NewMultiPicker(chosen []widgets.Option, find func(query string) []widgets.Option, onChange func(ids []string) error, onCreate func(query string) error) *MultiPicker {
	m := &MultiPicker{OnChange: onChange, Placeholder: "Lägg till …", find: find, onCreate: onCreate, frame: paint.NewRect(8), hint: paint.NewText(13, false), arrow: paint.NewIcon()}
	m.Extend(m, m.Open)
	m.TypeInto(m.Open)
	m.HandleLeave(func() {
		if m.unsaved {
			m.change(m.chosen)
		}
	})
	m.HandleKeys(func(e *fyne.KeyEvent) bool {
		switch e.Name {
		case fyne.KeyDown:
			m.Open()
		case fyne.KeyReturn, fyne.KeyEnter:
			if !m.Onward || len(m.chosen) == 0 {
				return false
			}
			widgets.PassKey(m, e)
		case fyne.KeyBackspace, fyne.KeyDelete:
			if n := len(m.chosen); n > 0 {
				m.change(append([]widgets.Option(nil), m.chosen[:n-1]...))
			}
		default:
			return false
		}
		return true
	})
	m.SetChosen(chosen)
	return m
}

// NewMultiSelect picks several among given options.
func NewMultiSelect(options []widgets.Option, chosen []string, onChange func(ids []string) error) *MultiPicker {
	var now []widgets.Option
	for _, id := range chosen {
		for _, o := range options {
			if o.ID == id {
				now = append(now, o)
			}
		}
	}
	return NewMultiPicker(now, func(q string) []widgets.Option { return Matching(options, q) }, onChange, nil)
}

// SetChosen shows other choices and tells nobody.
func (m *MultiPicker) SetChosen(chosen []widgets.Option) {
	m.chosen, m.chips, m.unsaved = chosen, nil, false
	for i, o := range chosen {
		m.chips = append(m.chips, widgets.NewChip(o.Label, nil, func() {
			rest := append([]widgets.Option(nil), m.chosen[:i]...)
			m.change(append(rest, m.chosen[i+1:]...))
		}))
	}
	m.Refresh()
}

// Refuse keeps what is chosen although it couldn't be saved; it is handed over
// again when the field is left.
func (m *MultiPicker) Refuse() { m.unsaved = true; m.Refresh() }

// Chosen is the chosen ids.
func (m *MultiPicker) Chosen() []string {
	ids := make([]string, len(m.chosen))
	for i, o := range m.chosen {
		ids[i] = o.ID
	}
	return ids
}

func (m *MultiPicker) change(chosen []widgets.Option) {
	if err := m.set(chosen); err != nil || !m.unsaved { // else taken, and refused already
		m.tell(err)
	}
}

func (m *MultiPicker) set(chosen []widgets.Option) error {
	before := m.chosen
	m.SetChosen(chosen)
	if m.OnChange != nil {
		if err := m.OnChange(m.Chosen()); err != nil {
			m.SetChosen(before)
			return err
		}
	}
	return nil
}

// offers are the options that a search finds, with those in chosen ticked, and what
// makes a new one.
func (m *MultiPicker) offers(q string, chosen []widgets.Option) []widgets.Option {
	var options []widgets.Option
	for _, o := range m.find(q) {
		o.Checked = has(chosen, o.ID)
		options = append(options, o)
	}
	if query := strings.TrimSpace(q); m.onCreate != nil && query != "" {
		options = append(options, toCreate(query))
	}
	return options
}

// toggled adds an option to those chosen, or takes it away.
func toggled(chosen []widgets.Option, o widgets.Option) []widgets.Option {
	o.Checked = false
	if !has(chosen, o.ID) {
		return append(slices.Clone(chosen), o)
	}
	return slices.DeleteFunc(slices.Clone(chosen), func(x widgets.Option) bool { return x.ID == o.ID })
}

func has(options []widgets.Option, id string) bool {
	return slices.ContainsFunc(options, func(o widgets.Option) bool { return o.ID == id })
}

// Open shows what can be added or taken away.
func (m *MultiPicker) Open() {
	c := widgets.CanvasOf(m)
	if c == nil || m.Disabled() {
		return
	}
	query := ""
	var list *searchList
	find := func(q string) []widgets.Option {
		query = strings.TrimSpace(q)
		return m.offers(q, m.chosen)
	}
	list = newSearchList("Sök …", find, func(o widgets.Option) {
		if o.ID == createID {
			m.overlay.Close()
			if err := m.onCreate(query); err != nil {
				m.tell(err)
			}
			return
		}
		m.change(toggled(m.chosen, o))
		list.list.Renew(find(query))
	})
	list.list.Checks = true
	if m.onCreate != nil {
		list.writable()
	}
	m.overlay = widgets.NewOverlay(c, list, widgets.Below(m, max(m.Size().Width, px(260))))
	m.overlay.OnClose = func() { widgets.FocusOn(m) }
	list.overlay = m.overlay
	m.overlay.ShowFocus(list.field)
}

// flow lays the chips in rows and gives the height they need.
func (m *MultiPicker) flow(width float32, place bool) float32 {
	chips := make([]fyne.CanvasObject, len(m.chips))
	for i, c := range m.chips {
		chips[i] = c
	}
	return flow(chips, px(6), px(5), width-px(36), place) + px(5)
}

// flow lays chips in rows from a corner on, and gives where they end.
func flow(chips []fyne.CanvasObject, left, y, width float32, place bool) float32 {
	x, h := left, px(23)
	for _, c := range chips {
		w := min(c.MinSize().Width, width)
		if x > left && x+w > left+width {
			x, y = left, y+h+px(4)
		}
		if place {
			paint.Put(c, x, y, w, h)
		}
		x += w + px(5)
	}
	return y + h
}

// CreateRenderer implements fyne.Widget.
func (m *MultiPicker) CreateRenderer() fyne.WidgetRenderer {
	return paint.RenderFunc(m, func() []fyne.CanvasObject {
		o := []fyne.CanvasObject{m.frame, m.hint, m.arrow}
		for _, c := range m.chips {
			o = append(o, c)
		}
		return o
	}, func() {
		setFrame(m.frame, m.Ringed(), m.Hovered(), m.Disabled(), m.unsaved)
		paint.SetText(m.hint, m.Placeholder, 13, widgets.Muted.Colour())
		m.hint.Hidden = len(m.chips) > 0
		paint.SetIcon(m.arrow, "chevron-down", widgets.Muted.Colour())
	}, func() fyne.Size {
		h := px(33)
		if w := m.Size().Width; w > 0 && len(m.chips) > 0 {
			h = m.flow(w, false)
		}
		return fyne.NewSize(px(140), h)
	}, func(s fyne.Size) {
		paint.Put(m.frame, 0, 0, s.Width, s.Height)
		paint.Put(m.hint, px(8), 0, s.Width, s.Height)
		paint.Put(m.arrow, s.Width-px(21), (min(s.Height, px(33))-px(14))/2, px(14), px(14))
		m.flow(s.Width, true)
	})
}
