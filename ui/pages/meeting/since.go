package meeting

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/ui/async"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/record"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

func pillStyle(t field.Tone) widgets.Style { return record.Style(t) }

// pick shows a list to choose one from.
func pick(s *shell.Shell, title, why string, items []widgets.TodoItem, then func(key string)) {
	var d *dialogs.Dialog
	d = dialogs.Show(s.Window, dialogs.Options{Title: title, Text: why, Width: 640, Cancel: texts.T("meeting.shut"), Content: widgets.NewActionList(items, func(key string) {
		d.Close()
		then(key)
	})})
}

// counted is what has happened since a forum's meeting, counted forth away from the screen.
func counted(s *shell.Shell, key string, f, than *field.Record, done func(forum.Lately, error)) {
	w := s.Portfolio()
	async.Run(s.Runner, key, func(ctx context.Context) (forum.Lately, error) { return latelyOf(ctx, w, f, than) }, done)
}

func latelyOf(ctx context.Context, w *app.Portfolio, f, than *field.Record) (forum.Lately, error) {
	return forum.SinceLast(w, f, than, func(m *field.Record) (field.World, error) {
		return w.WhenGiven(ctx, m.ID, forum.State.Field, forum.Closed)
	})
}

// ShowSince shows what has happened to what a forum is about since it met last.
func ShowSince(s *shell.Shell, id field.ID) {
	f := s.Portfolio().Get(id)
	if f == nil {
		return
	}
	counted(s, "meeting.since", f, nil, func(l forum.Lately, err error) {
		if err != nil {
			s.Fail(err)
			return
		}
		var d *dialogs.Dialog
		rows := news(l, func(id field.ID) {
			d.Close()
			s.Open(id)
		})
		d = dialogs.Show(s.Window, dialogs.Options{Title: texts.T("meeting.since.of", f.Name()), Text: since(l), Width: 760, Height: 460, Cancel: texts.T("meeting.shut"), Content: widgets.VStack(4, rows...)})
	})
}

// since says what is compared with what, or why there is nothing to tell.
func since(l forum.Lately) string {
	switch {
	case l.Last == nil:
		return texts.T("meeting.since.never")
	case l.Unknown != "":
		return l.Unknown
	case l.Count() == 0:
		return texts.T("meeting.since.nothing", l.Last.Name(), l.On)
	}
	return texts.T("meeting.since.from", l.Last.Name(), l.On)
}

// news is what has happened, sort by sort, each a way to what it is about.
func news(l forum.Lately, open func(id field.ID)) (rows []fyne.CanvasObject) {
	for _, g := range l.Groups {
		rows = append(rows, widgets.Inset(10, 0, 2, 0, widgets.NewHeading(g.Title+" ("+strconv.Itoa(len(g.News))+")", 2)))
		for _, n := range g.News {
			style := widgets.Muted
			if n.Tone == field.Bad || n.Tone == field.Warn || n.Tone == field.Good {
				style = record.Style(n.Tone)
			}
			rows = append(rows, widgets.VStack(1, widgets.HStack(0, widgets.NewLink(n.Name, func() { open(n.Of) })), widgets.NewParagraph(n.Said, style)))
		}
	}
	return rows
}

// countForth counts forth what has happened since the forum met last.
func (p *Page) countForth() {
	f, m := p.forum(), p.meeting()
	if f == nil {
		p.lately = &forum.Lately{}
		return
	}
	counted(p.s, "meeting.lately", f, m, func(l forum.Lately, err error) {
		if err != nil {
			l.Unknown = p.s.Sentence(err)
		}
		if p.lately = &l; p.meeting() != nil {
			p.side.SetItems(p.places())
			if p.at == paneSince {
				p.show(paneSince)
			}
		}
	})
}

// sinceNote is how much has happened.
func (p *Page) sinceNote() string {
	switch {
	case p.lately == nil:
		return texts.T("meeting.since.wait")
	case p.lately.Last == nil:
		return texts.T("meeting.since.first")
	case p.lately.Unknown != "":
		return texts.T("meeting.since.unknown")
	}
	return texts.N("meeting.since.count", p.lately.Count())
}

// since is the pane of what has happened since the forum met last.
func (p *Page) since() pane {
	rows := []fyne.CanvasObject{}
	if p.lately == nil {
		rows = append(rows, title(texts.T("meeting.since"), texts.T("meeting.since.wait")))
	} else {
		rows = append(append(rows, title(texts.T("meeting.since"), since(*p.lately))), news(*p.lately, p.s.Open)...)
	}
	return pane{content: widgets.VStack(8, rows...), renew: func() {}}
}
