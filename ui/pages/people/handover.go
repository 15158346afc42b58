package people

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// handing is the dialog that asks how something is handed over, and shows what will be.
type handing struct {
	s       *shell.Shell
	from    *field.Record
	records []field.ID // nil: all
	roles   []role

	draft   *record.Draft
	to      *field.Field
	toRow   *input.Field
	vacant  *input.Check
	on      date.Date
	onRow   *input.Field
	left    *input.Check // nil: the day is known
	count   *widgets.Text
	preview *grid.Grid
	dialog  *dialogs.Dialog
	closed  func()
}

// role is a field that may be handed over, with how many records have it.
type role struct {
	field *field.Field
	n     int
	on    bool
}

// handOver asks to whom all that the person holds is handed over, or just what she holds
// of some records.
func (p *Person) handOver(records []field.ID) { askHandOver(p.s, p.id, records, nil) }

// askHandOver asks it of a person, if there is anything to hand over; closed is called when
// the question is gone, nil for nothing.
func askHandOver(s *shell.Shell, person field.ID, records []field.ID, closed func()) {
	r := s.Portfolio().Get(person)
	if r == nil {
		return
	}
	h := &handing{s: s, from: r, records: records, on: s.Portfolio().Today(), closed: closed}
	if last := r.Leaves(); last >= h.on { // who stays until then hands over the day after
		h.on = last.AddDays(1)
	}
	h.roles = h.held()
	if len(h.roles) == 0 {
		return
	}
	h.ask()
}

// held are the roles that may be handed over: those that would change.
func (h *handing) held() (out []role) {
	changes, err := org.HandOver{From: h.from.ID, Records: h.records}.Preview(h.s.Portfolio())
	if err != nil {
		return nil
	}
	for _, c := range changes {
		at := slices.IndexFunc(out, func(r role) bool { return r.field == c.Field })
		if at < 0 {
			at = len(out)
			out = append(out, role{field: c.Field, on: true})
		}
		out[at].n++
	}
	return out
}

func (h *handing) ask() {
	h.draft = record.NewDraft(h.s, org.PersonKind)
	h.draft.OnPut = h.renew
	h.to = field.Asked(org.PersonKind, texts.T("people.ask.to"))
	h.toRow = h.draft.Input(field.Column{Field: h.to})
	h.toRow.LabelWidth = askLabel
	h.vacant = input.NewCheck(texts.T("people.ask.vacant"), false, h.flipped)
	day := input.NewDate(h.on, h.s.Portfolio().Today, func(d date.Date) error {
		h.on = d
		h.renew()
		return nil
	})
	h.onRow = input.NewField(texts.T("people.ask.on"), "", day)
	h.onRow.LabelWidth = askLabel
	form := []fyne.CanvasObject{h.toRow, checkRow("", h.vacant), h.onRow}
	if h.from.Leaves().IsZero() {
		h.left = input.NewCheck("", false, h.flipped)
		form = append(form, checkRow(texts.T("people.ask.leaver"), h.left))
	}
	form = append(form, input.Section(texts.T("people.ask.roles")))
	for i := range h.roles {
		r := &h.roles[i]
		check := input.NewCheck(org.Role(r.field), true, func(on bool) error {
			r.on = on
			return h.flipped(on)
		})
		form = append(form, widgets.Inset(0, 20, 0, 0, widgets.HStack(8, check, widgets.Spacer(), widgets.NewText(text.Count(r.n), widgets.Muted))))
	}
	h.count = widgets.NewText("", widgets.Strong)
	h.preview = grid.New(&passing{}, []grid.Column{
		{ID: "role", Title: texts.T("people.column.role"), Width: 130}, {ID: "what", Title: texts.T("people.column.what"), Width: 140, Flex: true},
		{ID: "after", Title: texts.T("people.ask.after"), Width: 190},
	})
	h.preview.Empty = widgets.NewEmpty("users", texts.T("people.ask.waiting"), texts.T("people.ask.waiting.text"))
	below := fyne.CanvasObject(nil)
	if s := h.stays(); s != "" {
		below = widgets.Inset(6, 0, 0, 0, widgets.NewParagraph(texts.T("people.ask.stays", s), widgets.Muted))
	}
	right := container.NewBorder(widgets.Inset(0, 0, 6, 0, h.count), below, nil, nil, widgets.NewFrame(h.preview))
	content := container.NewBorder(nil, nil, widgets.Inset(0, 16, 0, 0, widgets.MinSize(330, 0, widgets.MaxWidth(330, widgets.NewScroll(widgets.Inset(3, 0, 0, 0, widgets.VStack(8, form...)))))), nil, right)
	explain := texts.T("people.ask.all")
	if h.records != nil {
		explain = texts.N("people.ask.some", len(h.records))
	}
	h.renew()
	h.dialog = dialogs.Show(h.s.Window, dialogs.Options{
		Title: texts.T("people.ask.title", h.from.Name()), Text: explain, Content: content, Width: 940, Height: 460,
		Confirm: texts.T("people.ask.yes"), Focus: record.KeyboardOf(h.toRow), OnOK: h.done,
		OnClose: func(bool) {
			if h.closed != nil {
				h.closed()
			}
		},
	})
}

// askLabel is the room for the labels of the dialog.
const askLabel = 104

// checkRow is a check under the inputs of the dialog.
func checkRow(label string, check *input.Check) fyne.CanvasObject {
	row := input.NewField(label, "", check)
	row.LabelWidth = askLabel
	return row
}

func (h *handing) flipped(bool) error {
	h.renew()
	return nil
}

// order is the handover as the dialog says it now.
func (h *handing) order() org.HandOver {
	out := org.HandOver{From: h.from.ID, On: h.on, Records: h.records}
	if !h.vacant.On() {
		out.To, _ = h.draft.Value(h.to).(field.ID)
	}
	all := true
	for _, r := range h.roles {
		all = all && r.on
	}
	if !all {
		out.Fields = []*field.Field{}
		for _, r := range h.roles {
			if r.on {
				out.Fields = append(out.Fields, r.field)
			}
		}
	}
	if h.left != nil && h.left.On() {
		out.Left = h.on.AddDays(-1)
	}
	return out
}

// lacking says what the dialog still has to be told, and at which row if there is one.
func (h *handing) lacking() (row *input.Field, why string) {
	o := h.order()
	switch {
	case o.To == "" && !h.vacant.On():
		return h.toRow, texts.T("people.ask.nobody")
	case h.on.IsZero():
		return h.onRow, texts.T("people.ask.noday")
	case o.Fields != nil && len(o.Fields) == 0:
		return nil, texts.T("people.ask.noroles")
	}
	return nil, ""
}

// renew shows what will be.
func (h *handing) renew() {
	if h.preview == nil {
		return
	}
	h.showLeaving()
	h.toRow.SetError("") // the day's own is told until it is one
	show := &passing{w: h.s.Portfolio(), h: h.order()}
	why := ""
	if _, lacks := h.lacking(); lacks == "" {
		var err error
		if show.changes, err = show.h.Preview(show.w); err != nil {
			why = h.s.Sentence(err)
		}
	}
	n := ""
	if len(show.changes) > 0 {
		n = " · " + text.Count(len(show.changes))
	}
	h.count.SetText(texts.T("people.ask.changes") + n)
	h.preview.SetSource(show)
	if h.dialog != nil {
		h.dialog.SetError(why)
	}
}

// showLeaving offers to write down that who hands over leaves, on which day.
func (h *handing) showLeaving() {
	if h.on.IsZero() || h.left == nil {
		return
	}
	h.left.Text = texts.T("people.ask.left", h.on.AddDays(-1))
	h.left.Refresh()
}

// stays says what the handover never changes: what has been decided, and who led what is
// over.
func (h *handing) stays() string {
	type settled struct {
		field *field.Field
		n     int
	}
	var all []settled
	for _, e := range org.Engaged(h.s.Portfolio(), h.from.ID) {
		if e.Standing < org.Settled || e.Standing == org.Past && e.Field.IsHeld() || h.records != nil && !slices.Contains(h.records, e.Record.ID) {
			continue
		}
		at := slices.IndexFunc(all, func(s settled) bool { return s.field == e.Field })
		if at < 0 {
			at = len(all)
			all = append(all, settled{field: e.Field})
		}
		all[at].n++
	}
	words := make([]string, len(all))
	for i, s := range all {
		k := s.field.Kind
		if words[i] = text.Plural(s.n, k.One, k.Many); !k.Lasting {
			words[i] += " (" + text.Lower(org.Role(s.field)) + ")"
		}
	}
	return text.And(words)
}

// done hands over, when all is said that must be.
func (h *handing) done() bool {
	_ = h.s.TakeIn() // what is refused is told at its field
	if h.toRow.Error() != "" || h.onRow.Error() != "" {
		return false
	}
	if row, why := h.lacking(); why != "" {
		if row != nil {
			row.SetError(why)
		} else {
			h.dialog.SetError(why)
		}
		return false
	}
	o := h.order()
	if _, err := o.Preview(h.s.Portfolio()); err != nil {
		h.dialog.SetError(h.s.Sentence(err))
		return false
	}
	h.s.Act(func(ctx context.Context, p *app.Portfolio) (app.Entry, error) { return p.Do(ctx, o.Do) }, nil)
	return true
}

// passing is what a handover changes, as rows.
type passing struct {
	w       field.World
	h       org.HandOver
	changes []field.Change
}

// Len implements grid.Source.
func (p *passing) Len() int { return len(p.changes) }

// Key implements grid.Source.
func (p *passing) Key(row int) string {
	c := p.changes[row]
	return string(c.ID) + " " + c.Field.Key
}

// Cell implements grid.Source.
func (p *passing) Cell(row, col int) grid.Cell {
	c := p.changes[row]
	switch col {
	case 0:
		return grid.Cell{Text: org.Role(c.Field), Style: widgets.Muted}
	case 1:
		return grid.Cell{Text: text.Capital(field.Called(p.w.Get(c.ID), p.w.Get)), Tip: p.w.Get(c.ID).Ref}
	}
	_, after := p.h.Words(p.w, c)
	return grid.Cell{Text: after, Style: widgets.Strong}
}
