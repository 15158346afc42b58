package meeting

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/app/org"
	"itportfoljen/ui/input"
	"itportfoljen/ui/record"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// opening is the pane of when, where and who.
func (p *Page) opening() pane {
	w := p.s.Portfolio()
	m := p.meeting()
	var under []string
	for _, f := range []*field.Field{forum.MeetingOn.Field, forum.MeetingTime.Field, forum.MeetingAt.Field} {
		if v := f.Read(w, m, 0); v != "" {
			under = append(under, v)
		}
	}
	role := ""
	if f := p.forum(); f != nil {
		role = texts.T("meeting.decides")
		if forum.Advising(w, f) {
			role = texts.T("meeting.advises")
		}
	}
	seats := container.NewStack()
	form := record.NewForm(p.s, p.id, forum.Present.Field, forum.Chair.Field, forum.Keeper.Field, forum.MeetNotes.Field).Live()
	left := widgets.VStack(8, widgets.NewHeading(texts.T("meeting.attendance"), 2), seats)
	banner := container.NewStack()
	renew := func() {
		banner.Objects = p.uncalled()
		banner.Refresh()
		seats.Objects = []fyne.CanvasObject{p.seats()}
		seats.Refresh()
		form.Renew()
	}
	renew()
	rows := []fyne.CanvasObject{title(p.meeting().Name(), strings.Join(under, " · ")), widgets.NewParagraph(role, widgets.Muted)}
	rows = append(rows, banner, widgets.Inset(10, 0, 0, 0, widgets.Columns(28, 340, left, form.Content())))
	return pane{content: widgets.VStack(8, rows...), renew: renew}
}

// uncalled says that a meeting that is only planned is called to first, and what its agenda gets.
func (p *Page) uncalled() []fyne.CanvasObject {
	m := p.meeting()
	if m == nil || !forum.Uncalled(m) {
		return nil
	}
	said := texts.T("meeting.uncalled.none")
	if n := len(forum.Awaits(p.s.Portfolio(), m)); n > 0 {
		said = texts.N("meeting.uncalled.count", n)
	}
	if !p.writable() {
		return []fyne.CanvasObject{widgets.NewBanner(widgets.Info, said, "", nil)}
	}
	return []fyne.CanvasObject{widgets.NewBanner(widgets.Info, said, texts.T("meeting.call"), p.call)}
}

// seats are those who may be there, to tick.
func (p *Page) seats() fyne.CanvasObject {
	w := p.s.Portfolio()
	m, f := p.meeting(), p.forum()
	var rows []fyne.CanvasObject
	if f != nil {
		for _, seat := range forum.Seats(w, f.ID) {
			name := w.Label(seat.Person)
			label := name
			if r := w.Get(seat.Person); r != nil {
				if t := org.PersonTitle.Get(r); t != "" {
					label += ", " + t
				}
			}
			if seat.CoOpted {
				label += texts.T("meeting.coopted")
			}
			check := input.NewCheck(label, forum.Attends(m, name), func(on bool) error {
				p.attend(name, seat.CoOpted, on)
				return nil
			})
			if !p.writable() {
				check.Disable()
			}
			rows = append(rows, check)
		}
	}
	if len(rows) == 0 {
		rows = append(rows, widgets.NewParagraph(texts.T("meeting.seats.none"), widgets.Muted))
	}
	if p.writable() {
		rows = append(rows, p.guest())
	}
	return widgets.VStack(8, rows...)
}

// guest is where one who has no seat is found and added.
func (p *Page) guest() fyne.CanvasObject {
	draft := record.NewDraft(p.s, forum.Chair.Kind)
	in := draft.Input(field.Column{Field: forum.Chair.Field})
	draft.OnPut = func() {
		if id, _ := draft.Value(forum.Chair.Field).(field.ID); id != "" {
			p.attend(p.s.Portfolio().Label(id), true, true)
		}
	}
	return input.NewField(texts.T("meeting.guest"), texts.T("meeting.guest.help"), in.Input()).AboveLabel()
}

// attend writes that somebody is there, or isn't.
func (p *Page) attend(name string, coOpted, there bool) {
	m := p.meeting()
	said := forum.Attend(m, name, coOpted, there)
	if v, _, ok := p.s.Unsaved(p.id, field.Column{Field: forum.Present.Field}); ok { // the disk hasn't answered yet
		s, _ := v.(string)
		said = forum.Attend(m.Clone().Put(forum.Present.Field, s), name, coOpted, there)
	}
	var v field.Value
	if said != "" {
		v = said
	}
	p.s.SaveValue(p.id, field.Column{Field: forum.Present.Field}, v, func(string) {})
}
