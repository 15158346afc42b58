package input

import (
	"cmp"
	"slices"
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
	find    func(query string) []widgets.Option
}

func newSearchList(placeholder string, find func(query string) []widgets.Option, onPick func(widgets.Option)) *searchList {
	s := &searchList{field: NewEntry(placeholder), list: widgets.NewOptionList(onPick)}
	s.list.PassTab() // the field has its keys
	s.find = find
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

// writable says, where there is nothing to choose yet, that what is written is added.
func (s *searchList) writable() {
	s.list.Empty = "Inget att välja än. Skriv, så läggs det till."
	s.list.Set(s.find(s.field.Text))
}

// Matching are the options that a search finds, the best first: of a group that has it
// the group is first. Only where nothing answers as it is written is a slip forgiven.
func Matching(options []widgets.Option, query string) []widgets.Option {
	q := text.Fold(query)
	if strings.TrimSpace(q) == "" {
		return options
	}
	words := strings.Fields(q)
	found := ranked(options, q, func(folded string) bool {
		return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(folded, w) })
	})
	if len(found) == 0 {
		found = ranked(options, q, func(string) bool { return true })
	}
	return found
}

// ranked are the options that match, of those that are worth it.
func ranked(options []widgets.Option, q string, worth func(folded string) bool) []widgets.Option {
	type hit struct {
		o     widgets.Option
		score int
	}
	var hits []hit
	best := map[string]int{} // of each group
	for _, o := range options {
		folded := text.Fold(o.Label + " " + o.Detail)
		if !worth(folded) {
			continue
		}
		if score, ok := text.MatchFolded(q, strings.TrimSpace(folded)); ok {
			hits = append(hits, hit{o, score})
			best[o.Group] = max(best[o.Group], score)
		}
	}
	first := map[string]int{} // where each group begins, so that equals don't mix
	for i, h := range hits {
		if _, ok := first[h.o.Group]; !ok {
			first[h.o.Group] = i
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(best[b.o.Group], best[a.o.Group]), cmp.Compare(first[a.o.Group], first[b.o.Group]), cmp.Compare(b.score, a.score))
	})
	out := make([]widgets.Option, len(hits))
	for i, h := range hits {
		out[i] = h.o
	}
	return out
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
