package input

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/theme"
	"itportfoljen/ui/widgets"
)

// searchFrom is how many options a Select has before it gets a search field.
const searchFrom = 8

// Select is a choice among given options, or, as a Picker, among what a search
// finds.
type Select struct {
	widgets.Control
	report
	OnPick      func(id string) error // the error shows at the Field
	Placeholder string
	Clearable   bool // has an empty choice
	OwnText     bool // what is written may be taken as it is, by what makes a new one
	Onward      bool // Enter goes on to what is around when something is chosen

	options  []widgets.Option
	find     func(query string) []widgets.Option
	onCreate func(query string) error
	current  widgets.Option
	wrong    bool
	unsaved  bool              // chosen but not saved: handed over again when left
	flat     bool              // no frame: "Vy: Roller och avtal ▾"
	row      fyne.CanvasObject // what it stands in
	prefix   string            // before the value in a flat one

	frame, halo  *canvas.Rectangle
	label, value *canvas.Text
	arrow        *canvas.Image
	overlay      *widgets.Overlay
}

var _ fyne.Widget = (*Select)(nil)

// NewSelect is a choice among options.
func NewSelect(options []widgets.Option, current string, onPick func(id string) error) *Select {
	s := &Select{OnPick: onPick, options: options, Placeholder: "Välj …"}
	s.find = func(query string) []widgets.Option { return Matching(s.options, query) }
	s.build()
	s.SetValue(current)
	return s
}

// NewPicker is a choice among what a search finds; onCreate, which may be nil,
// adds a row that makes a new one from what was typed. current may be zero.
func NewPicker(current widgets.Option, find func(query string) []widgets.Option, onPick func(id string) error, onCreate func(query string) error) *Select {
	s := &Select{OnPick: onPick, find: find, onCreate: onCreate, current: current, Placeholder: "Välj …", Clearable: true}
	s.build()
	return s
}

// NewFlatSelect is a choice without a frame, for toolbars: "Vy: Alla ▾".
func NewFlatSelect(prefix string, options []widgets.Option, current string, onPick func(id string) error) *Select {
	s := NewSelect(options, current, onPick)
	s.flat, s.prefix = true, prefix
	s.Refresh()
	return s
}

func (s *Select) inRow(row fyne.CanvasObject) { s.row = row }

// Row is what the choice stands in, nil for nothing.
func (s *Select) Row() fyne.CanvasObject { return s.row }

func (s *Select) build() {
	s.frame, s.halo, s.label, s.value, s.arrow = paint.NewRect(8), paint.NewRect(6), paint.NewText(13, false), paint.NewText(13, false), paint.NewIcon()
	s.Extend(s, s.Open)
	s.TypeInto(s.Open)
	s.HandleLeave(func() {
		if s.unsaved {
			s.pick(s.current, "")
		}
	})
	s.HandleKeys(func(e *fyne.KeyEvent) bool {
		switch e.Name {
		case fyne.KeyDown:
			s.Open()
		case fyne.KeyReturn, fyne.KeyEnter:
			if !s.Onward || s.current.ID == "" {
				return false
			}
			widgets.PassKey(s, e)
		default:
			return false
		}
		return true
	})
}

// SetValue chooses by id and tells nobody. For a Picker use SetCurrent.
func (s *Select) SetValue(id string) {
	s.current = widgets.Option{ID: id, Label: id}
	if id == "" {
		s.current = widgets.Option{}
	}
	for _, o := range s.options {
		if o.ID == id {
			s.current = o
		}
	}
	s.wrong, s.unsaved = false, false
	s.Refresh()
}

// SetCurrent shows an option and tells nobody.
func (s *Select) SetCurrent(o widgets.Option) {
	s.current, s.wrong, s.unsaved = o, false, false
	s.Refresh()
}

// Refuse keeps what is chosen although it couldn't be saved; it is handed over
// again when the field is left.
func (s *Select) Refuse() { s.wrong, s.unsaved = true, true; s.Refresh() }

// Value is the chosen id.
func (s *Select) Value() string { return s.current.ID }

// offers are the options that a search finds, with the empty one and what makes a new one.
func (s *Select) offers(q string) []widgets.Option {
	query := strings.TrimSpace(q)
	var list []widgets.Option
	if s.Clearable && q == "" && s.current.ID != "" {
		list = append(list, widgets.Option{ID: "", Label: "Ingen", Style: widgets.Muted, Icon: "x"})
	}
	same := false
	for _, o := range s.find(q) {
		o.Checked = o.ID == s.current.ID && !o.Disabled
		same = same || s.OwnText && o.Label == query
		list = append(list, o)
	}
	if s.onCreate != nil && query != "" && !same {
		list = append(list, toCreate(query))
	}
	return list
}

// Open shows the options.
func (s *Select) Open() {
	c := widgets.CanvasOf(s)
	if c == nil || s.Disabled() {
		return
	}
	query := ""
	find := func(q string) []widgets.Option {
		query = strings.TrimSpace(q)
		return s.offers(q)
	}
	pick := func(o widgets.Option) {
		s.overlay.Close()
		widgets.FocusOn(s)
		s.pick(o, query)
	}
	if s.onCreate == nil && len(s.options) <= searchFrom && len(s.options) > 0 {
		list := widgets.NewOptionList(pick)
		s.overlay = widgets.NewOverlay(c, widgets.Inset(4, 0, 4, 0, list), widgets.Below(s, s.Size().Width))
		list.Set(find(""))
		s.overlay.ShowFocus(list)
		return
	}
	list := newSearchList("Sök …", find, pick)
	if s.onCreate != nil {
		list.writable()
	}
	s.overlay = widgets.NewOverlay(c, list, widgets.Below(s, max(s.Size().Width, px(260))))
	list.overlay = s.overlay
	s.overlay.ShowFocus(list.field)
}

// pick does what the choice of an option means, and tells how it went.
func (s *Select) pick(o widgets.Option, query string) {
	if o.ID == createID {
		if err := s.onCreate(query); err != nil {
			s.tell(err)
		}
		return
	}
	if err := s.choose(o); err != nil || !s.unsaved { // else taken, and refused already
		s.tell(err)
	}
	s.Refresh()
}

func (s *Select) choose(o widgets.Option) error {
	if o.ID == "" {
		o = widgets.Option{}
	}
	before := s.current
	o.Checked = false
	s.current, s.wrong, s.unsaved = o, false, false
	if s.OnPick != nil {
		if err := s.OnPick(o.ID); err != nil {
			s.current, s.wrong = before, true
			return err
		}
	}
	return nil
}

// CreateRenderer implements fyne.Widget.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(s, []fyne.CanvasObject{s.halo, s.frame, s.label, s.value, s.arrow}, func() {
		p := theme.Current()
		if s.flat {
			var fill color.Color
			if s.Hovered() {
				fill = p.Hover
			}
			edge := float32(0)
			if p.High {
				edge = 1
			}
			paint.SetRect(s.frame, fill, p.Edge, edge)
			paint.SetHalo(s.halo, s.Ringed())
		} else {
			setFrame(s.frame, s.Ringed(), s.Hovered(), s.Disabled(), s.wrong)
			paint.SetHalo(s.halo, false)
		}
		c := p.Text
		if s.current.Label == "" {
			c = p.Placeholder
		}
		if s.Disabled() {
			c = p.TextMuted
		}
		paint.SetText(s.label, s.prefix, 13, p.TextMuted)
		s.value.TextStyle.Bold = s.flat
		paint.SetText(s.value, s.shown(), 13, c)
		paint.SetIcon(s.arrow, "chevron-down", p.TextMuted)
	}, func() fyne.Size {
		if s.flat {
			return fyne.NewSize(paint.TextWidth(s.prefix, px(13), false)+px(4)+paint.TextWidth(s.shown(), px(13), true)+px(32), px(29))
		}
		return fyne.NewSize(px(120), paint.LineHeight(13)+px(14))
	}, func(z fyne.Size) {
		paint.Put(s.frame, 0, 0, z.Width, z.Height)
		paint.Put(s.halo, 0, 0, z.Width, z.Height)
		x := px(8)
		if s.flat {
			x = px(7)
		}
		if s.prefix != "" {
			w := paint.TextWidth(s.prefix, px(13), false)
			paint.Put(s.label, x, 0, w, z.Height)
			x += w + px(4)
		}
		room := z.Width - x - px(24)
		s.value.Text = paint.Fit(s.shown(), room+2, px(13), s.flat)
		s.Cuts(s.shown(), s.value.Text)
		paint.Put(s.value, x, 0, room, z.Height)
		paint.Put(s.arrow, z.Width-px(21), (z.Height-px(14))/2, px(14), px(14))
	})
}

func (s *Select) shown() string {
	if s.current.Label == "" {
		return s.Placeholder
	}
	return s.current.Label
}
