package record

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// held is the days of those who hold a role, under it: who has it, who had it and who is to have
// it, each from a day and until another, written where they stand.
type held struct {
	e       *editor
	open    bool
	alone   bool // they stand in a dialog of their own
	content *fyne.Container
	shown   []field.Holding
}

func newHeld(e *editor) *held {
	h := &held{e: e, content: container.NewStack()}
	h.build()
	return h
}

// now are the holdings as they were written last.
func (h *held) now() []field.Holding {
	hs, _ := h.e.now().([]field.Holding)
	return hs
}

// show shows the days as they are now, unless they already do.
func (h *held) show() {
	if !slices.Equal(h.shown, h.now()) {
		h.build()
	}
}

func (h *held) build() {
	h.shown = slices.Clone(h.now())
	h.content.Objects = nil
	switch {
	case len(h.shown) == 0 || !h.e.row.Visible():
	case !h.open:
		h.content.Objects = []fyne.CanvasObject{h.within(h.turner())}
	default:
		var rows []fyne.CanvasObject
		if !h.alone {
			rows = append(rows, h.turner())
		}
		for _, i := range h.order() {
			rows = append(rows, h.row(i))
		}
		h.content.Objects = []fyne.CanvasObject{h.within(rows...)}
	}
	h.content.Hidden = len(h.content.Objects) == 0
	h.content.Refresh()
}

// within stands under the input and not under its label.
func (h *held) within(rows ...fyne.CanvasObject) fyne.CanvasObject {
	if h.alone {
		return widgets.VStack(10, rows...)
	}
	return widgets.Inset(-4, 20, 4, LabelWidth, widgets.VStack(4, rows...))
}

// turner opens the days, and says in short what they are while they are closed.
func (h *held) turner() fyne.CanvasObject {
	label := texts.T("record.held.close")
	if !h.open {
		label = texts.T("record.held.open")
		if n := h.others(); n > 0 {
			label = texts.N("record.held.others", n)
		}
	}
	return widgets.Inset(0, 0, 0, -4, widgets.HStack(0, widgets.NewLink(label, func() {
		h.open = !h.open
		h.build()
		widgets.MakeRoom(h.content, h.open)
	})))
}

// others is how many had the role before, or are to have it.
func (h *held) others() (n int) {
	today := h.e.s.Portfolio().Today()
	for _, x := range h.shown {
		if !x.Active(today) {
			n++
		}
	}
	return n
}

// order are the holdings as they are shown: those that begin last first.
func (h *held) order() []int {
	out := make([]int, len(h.shown))
	for i := range out {
		out[i] = i
	}
	slices.SortStableFunc(out, func(a, b int) int { return int(h.shown[b].From) - int(h.shown[a].From) })
	return out
}

// row is one who holds the role, with the days.
func (h *held) row(i int) fyne.CanvasObject {
	p, x := h.e.s.Portfolio(), h.shown[i]
	style := widgets.Normal
	if !x.Active(p.Today()) {
		style = widgets.Muted
	}
	var fields [2]*input.Field
	put := func(which int, d date.Date) error {
		hs := slices.Clone(h.now())
		if i >= len(hs) || hs[i].Person != x.Person { // another has it by now
			h.build()
			return nil
		}
		if which == 0 {
			hs[i].From = d
		} else {
			hs[i].To = d
		}
		if err := backwards(hs[i]); err != nil {
			return err
		}
		for _, f := range fields {
			f.SetError("")
		}
		h.shown = hs
		h.e.put(hs)
		return nil
	}
	day := func(which int, label string, d date.Date) fyne.CanvasObject {
		in := input.NewDate(d, p.Today, func(d date.Date) error { return put(which, d) })
		fields[which] = input.NewField(label, "", in)
		fields[which].LabelWidth = 34
		return widgets.MinSize(160, 0, fields[which])
	}
	gone := widgets.NewIconButton("x", texts.T("record.held.remove", p.Label(x.Person)), func() {
		if hs := slices.Clone(h.now()); i < len(hs) && hs[i].Person == x.Person {
			h.e.put(slices.Delete(hs, i, i+1))
		}
	})
	return widgets.VStack(2, widgets.HStack(4, widgets.NewText(p.Label(x.Person), style), widgets.Spacer(), gone),
		widgets.Flow(4, day(0, texts.T("record.held.from"), x.From), day(1, texts.T("record.held.to"), x.To)))
}

// backwards is why days can't be: they end before they begin.
func backwards(x field.Holding) error {
	if x.From != 0 && x.To != 0 && x.To < x.From {
		return org.Backwards(x.From.String() + "–" + x.To.String())
	}
	return nil
}

// AskDays shows the days of those who hold a role of a record, to be written there.
func AskDays(s *shell.Shell, id field.ID, f *field.Field) {
	p := s.Portfolio()
	r := p.Get(id)
	if r == nil {
		return
	}
	h := &held{e: newEditor(s, id, field.Column{Field: f}), open: true, alone: true, content: container.NewStack()}
	h.build()
	renew := h.e.renew
	h.e.renew = func() { renew(); h.show() }
	dialogs.Show(s.Window, dialogs.Options{Title: texts.T("record.held.title", f.Label, text.Shorten(p.Called(r), 50)), Text: texts.T("record.held.text"),
		Content: h.content, Width: 480, Cancel: texts.T("record.held.done")})
}
