package input

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/app/base/text"
	"itportfoljen/ui/internal/paint"
	"itportfoljen/ui/widgets"
)

// searchList is an OptionList with a search field above.
type searchList struct {
	widget.BaseWidget
	field   *Entry
	list    *widgets.OptionList
	width   float32
	overlay *widgets.Overlay
	fixedH  bool
}

func newSearchList(placeholder string, find func(query string) []widgets.Option, onPick func(widgets.Option)) *searchList {
	s := &searchList{field: NewEntry(placeholder), list: widgets.NewOptionList(onPick)}
	s.field.onTyped = func(q string) {
		s.list.Set(find(q))
		if s.overlay != nil {
			s.overlay.Relayout()
		}
	}
	s.field.OnKey = s.list.Key
	s.list.Set(find(""))
	s.ExtendBaseWidget(s)
	return s
}

// matching are the options that a search finds.
func matching(options []widgets.Option, query string) []widgets.Option {
	if strings.TrimSpace(query) == "" {
		return options
	}
	var found []widgets.Option
	for _, o := range options {
		if _, ok := text.Match(query, o.Label+" "+o.Detail); ok {
			found = append(found, o)
		}
	}
	return found
}

const createID = "\x00skapa"

// toCreate is the option that makes a new one of what is searched for.
func toCreate(query string) widgets.Option {
	return widgets.Option{ID: createID, Label: "Lägg till ”" + query + "”", Icon: "plus", Style: widgets.Accent}
}

// CreateRenderer implements fyne.Widget.
func (s *searchList) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(s, []fyne.CanvasObject{s.field, s.list}, func() {}, func() fyne.Size {
		m := s.list.MinSize()
		h := m.Height
		if s.fixedH {
			h = px(s.list.MaxHeight)
		}
		return fyne.NewSize(max(m.Width, s.width, px(220)), s.field.MinSize().Height+px(16)+h+px(4))
	}, func(z fyne.Size) {
		h := s.field.MinSize().Height
		paint.Put(s.field, px(8), px(8), z.Width-px(16), h)
		paint.Put(s.list, 0, h+px(14), z.Width, max(0, z.Height-h-px(18)))
	})
}
