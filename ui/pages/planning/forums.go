package planning

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/input"
	"itportfoljen/ui/pages/meeting"
	"itportfoljen/ui/record"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// waiting shows what waits for a forum, and what has happened since it met.
func (p *Page) waiting(f *field.Record) []fyne.CanvasObject {
	w := p.s.Portfolio()
	queue := forum.Queue(w, f)
	var items []widgets.TodoItem
	for i, q := range queue {
		o, _ := forum.ItemAsk.OptionOf(w, q.Ask)
		item := widgets.TodoItem{Key: strconv.Itoa(i), Text: q.Subject, Detail: q.Why, Pill: o.Label, PillStyle: record.Style(o.Tone)}
		items = append(items, item)
	}
	buttons := []fyne.CanvasObject{widgets.NewButton(texts.T("meeting.since"), func() { meeting.ShowSince(p.s, f.ID) }).WithIcon("list")}
	if p.s.Writable() {
		buttons = append(buttons, widgets.NewButton(texts.T("plan.call"), func() { askCall(p.s, f.ID) }).WithIcon("calendar"))
	}
	out := []fyne.CanvasObject{widgets.Inset(10, 0, 0, 0, widgets.NewHeading(texts.T("plan.queue", strconv.Itoa(len(queue))), 3)), widgets.Flow(8, buttons...)}
	if len(items) == 0 {
		return append(out, widgets.NewParagraph(texts.T("plan.queue.none"), widgets.Muted))
	}
	return append(out, widgets.NewActionList(items, func(key string) {
		if i, _ := strconv.Atoi(key); queue[i].Initiative != nil {
			p.s.Open(queue[i].Initiative.ID)
		} else if left := forum.Left(w, f, w.Today()); len(left) > 0 {
			p.s.Open(left[0].ID)
		}
	}))
}

// callMeeting calls to a meeting of the forum in view, else of one that is asked for.
func (p *Page) callMeeting() {
	now := p.Now()
	if r := p.s.Portfolio().Get(now.Panel.Record()); now.Opened() && r != nil && r.Kind == forum.Name.Kind {
		askCall(p.s, r.ID)
		return
	}
	askOne(p.s, forum.MeetingOf.Field, texts.T("plan.call.title"), texts.T("plan.call.which"), func(id field.ID) { askCall(p.s, id) })
}

// askCall asks for which day a forum is called to meet, and opens the meeting.
func askCall(s *shell.Shell, id field.ID) {
	w := s.Portfolio()
	f := w.Get(id)
	if f == nil {
		return
	}
	day := forum.Coming(w, f)
	typed := input.NewDate(day, w.Today, func(d date.Date) error {
		day = d
		return nil
	})
	in := input.NewField(forum.MeetingOn.Label, "", typed)
	dialogs.Show(s.Window, dialogs.Options{
		Title: texts.T("plan.call.title"), Text: texts.N("plan.call.text", len(forum.Queue(w, f)), f.Name()), Content: widgets.VStack(8, in), Width: 520, Confirm: texts.T("plan.call.do"), Focus: record.KeyboardOf(in),
		OnOK: func() bool {
			_ = s.TakeIn() // what is refused is told at its field
			if day.IsZero() && in.Error() == "" {
				in.SetError(texts.T("plan.call.noday"))
			}
			return in.Error() == ""
		},
		OnClose: func(ok bool) {
			if ok {
				call(s, f, day)
			}
		},
	})
}

func call(s *shell.Shell, f *field.Record, day date.Date) {
	var made field.ID
	s.Act(func(ctx context.Context, p *app.Portfolio) (app.Entry, error) {
		return p.Do(ctx, func(tx *field.Tx) (string, error) {
			var err error
			made, err = forum.Call(tx, f.ID, day)
			return texts.T("plan.call.label", f.Name(), day), err
		})
	}, func() { s.Open(made) })
}

// hold is the button that opens the page of a meeting.
func (p *Page) hold(m *field.Record) []fyne.CanvasObject {
	switch forum.State.Get(m) {
	case forum.Called, forum.Held:
		return []fyne.CanvasObject{widgets.NewPrimary(texts.T("meeting.hold"), func() { p.s.Go(meeting.ID, shell.Select{ID: m.ID}) })}
	case forum.Canceled:
		return nil
	}
	return []fyne.CanvasObject{widgets.NewButton(texts.T("meeting.show"), func() { p.s.Go(meeting.ID, shell.Select{ID: m.ID}) })}
}
