package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"itportfoljen/ui/internal/paint"
)

// searchList is an optionList with a search field above.
type searchList struct {
	widget.BaseWidget
	field   *Entry
	list    *optionList
	line    fyne.CanvasObject
	width   float32
	overlay *Overlay
	fixedH  bool
}

func newSearchList(placeholder string, find func(query string) []Option, onPick func(Option)) *searchList {
	s := &searchList{field: NewEntry(placeholder), list: newOptionList(onPick), line: Hairline()}
	s.field.onTyped = func(q string) {
		s.list.set(find(q))
		if s.overlay != nil {
			s.overlay.Relayout()
		}
	}
	s.field.OnKey = s.list.key
	s.list.set(find(""))
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer implements fyne.Widget.
func (s *searchList) CreateRenderer() fyne.WidgetRenderer {
	return paint.Render(s, []fyne.CanvasObject{s.field, s.list}, func() {}, func() fyne.Size {
		m := s.list.MinSize()
		h := m.Height
		if s.fixedH {
			h = px(s.list.maxH)
		}
		return fyne.NewSize(max(m.Width, s.width, px(220)), s.field.MinSize().Height+px(16)+h+px(4))
	}, func(z fyne.Size) {
		h := s.field.MinSize().Height
		paint.Put(s.field, px(8), px(8), z.Width-px(16), h)
		paint.Put(s.list, 0, h+px(14), z.Width, max(0, z.Height-h-px(18)))
	})
}
