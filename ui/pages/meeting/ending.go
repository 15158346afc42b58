package meeting

import (
	"context"
	"io"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/exchange/export"
	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/app/governance"
	"itportfoljen/ui/async"
	"itportfoljen/ui/record"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// ending is the pane of what closing the meeting does, before it is done; and then of its
// minutes.
func (p *Page) ending() pane {
	body := container.NewStack()
	renew := func() {
		m := p.meeting()
		rows := []fyne.CanvasObject{title(texts.T("meeting.closing"), p.endText(m))}
		stops := 0
		if forum.State.Get(m) != forum.Closed {
			var lines []fyne.CanvasObject
			lines, stops = p.endings(m)
			rows = append(rows, lines...)
		}
		body.Objects = []fyne.CanvasObject{widgets.VStack(14, append(rows, p.endButtons(m, stops)...)...)}
		body.Refresh()
	}
	renew()
	return pane{content: body, renew: renew}
}

func (p *Page) endText(m *field.Record) string {
	switch forum.State.Get(m) {
	case forum.Closed:
		return texts.T("meeting.closed", forum.ClosedOn.Get(m))
	case forum.Called, forum.Held:
		return texts.T("meeting.closing.text")
	}
	return texts.T("meeting.uncalled")
}

// endings say item by item what is written down and where the insats goes, or what is in the
// way; stops is how many items something stands in the way of.
func (p *Page) endings(m *field.Record) (rows []fyne.CanvasObject, stops int) {
	all, err := forum.Endings(p.s.Portfolio(), m)
	if err != nil {
		return []fyne.CanvasObject{widgets.NewParagraph(p.s.Sentence(err), widgets.Bad)}, 1
	}
	for _, e := range all {
		said, style := e.Said, widgets.Muted
		switch {
		case len(e.Stops) > 0:
			said, style = strings.TrimPrefix(said+". ", ". ")+p.unmended(e), widgets.Bad
			stops++
		case e.Moves():
			said = strings.TrimPrefix(said+". ", ". ") + texts.T("meeting.moves", e.From, e.To)
			style = widgets.Good
		case e.Initiative != nil:
			said = strings.TrimPrefix(said+". ", ". ") + texts.T("meeting.stays", e.From)
		case said == "":
			said = texts.T("meeting.nothing")
		}
		id := string(e.Item.ID)
		rows = append(rows, container.NewBorder(nil, nil, nil, widgets.NewButton(texts.T("meeting.toitem"), func() { p.show(id) }).WithKind(widgets.Quiet),
			widgets.VStack(1, widgets.NewParagraph(e.Head, widgets.Strong), widgets.NewParagraph(said, style))))
		rows = append(rows, p.inTheWay(e)...)
	}
	if len(all) == 0 {
		rows = append(rows, widgets.NewParagraph(texts.T("meeting.noitems"), widgets.Muted))
	}
	return rows, stops
}

// unmended says what is in the way of an item that no gate asks for; where only gates do, that
// they are below.
func (p *Page) unmended(e forum.Ending) string {
	var said []string
	for _, s := range e.Stops {
		if s.Missing == nil {
			said = append(said, s.Text)
		}
	}
	if len(said) == 0 {
		return texts.T("meeting.inway.head") + ":"
	}
	return texts.T("meeting.inway", strings.Join(said, "; "))
}

// inTheWay are the gates in the way of an item's insats, with their figures and the ways past
// them: where it is mended, a confirmation, or an exception by who may make it.
func (p *Page) inTheWay(e forum.Ending) []fyne.CanvasObject {
	var missing []governance.Missing
	for _, s := range e.Stops {
		if s.Missing != nil {
			missing = append(missing, *s.Missing)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	item := e.Item.ID
	rows := record.Steps{S: p.s, Way: p.way(item)}.InTheWay(e.Initiative.ID, missing, func(keys []string, said governance.Step) {
		said.Except = keys
		record.Steps{S: p.s}.Take(record.Step{ID: item, Label: texts.T("meeting.except.label", strings.Join(keys, ", "), e.Item.Name()), What: said, Do: forum.Except})
	})
	return []fyne.CanvasObject{widgets.Inset(0, 16, 0, 0, widgets.VStack(8, rows...))}
}

// way is how one comes to where what is missing is mended: the item for what is answered in it,
// the ramar on their page, else the insats.
func (p *Page) way(item field.ID) func(id field.ID, m governance.Missing) func() {
	return func(id field.ID, m governance.Missing) func() {
		r := p.s.Portfolio().Get(id)
		switch {
		case m.Field == nil || r == nil:
			return nil
		case m.Gate.Need.Assessed || m.Field.Kind == forum.ItemOutcome.Kind:
			return func() { p.show(string(item)) }
		case m.Field.Kind.Owner() == nil && m.Field.Kind.Page != "" && m.Field.Kind != r.Kind:
			return func() { p.s.Go(m.Field.Kind.Page, shell.ShowView{Kind: m.Field.Kind}) }
		}
		return func() { p.s.Open(id) }
	}
}

// endButtons are what can be done with the meeting as it stands.
func (p *Page) endButtons(m *field.Record, stops int) (out []fyne.CanvasObject) {
	var buttons []fyne.CanvasObject
	state := forum.State.Get(m)
	if p.writable() && (state == forum.Called || state == forum.Held) {
		do := widgets.NewPrimary(texts.T("meeting.close"), p.close)
		if stops > 0 {
			do.Disable()
			says := texts.N("meeting.inway.count", stops)
			if p.exceptable(m) {
				says = texts.N("meeting.inway.except", stops)
			}
			out = append(out, widgets.NewBanner(widgets.Warn, says, "", nil))
		}
		buttons = append(buttons, do)
	}
	if p.s.Services.Report != nil {
		buttons = append(buttons, widgets.NewButton(texts.T("meeting.minutes.pdf"), p.report).WithIcon("file-text"))
	}
	buttons = append(buttons, widgets.NewButton(texts.T("meeting.minutes.text"), func() { p.minutes(".md") }).WithIcon("file-text"),
		widgets.NewButton(texts.T("meeting.minutes.excel"), func() { p.minutes(".xlsx") }).WithIcon("file-spreadsheet"),
		widgets.NewButton(texts.T("meeting.open"), func() { p.s.Open(p.id) }).WithIcon("external-link"))
	return append(out, widgets.Flow(8, buttons...))
}

// exceptable says whether somebody may make an exception from some of what is in the way.
func (p *Page) exceptable(m *field.Record) bool {
	all, _ := forum.Endings(p.s.Portfolio(), m)
	return slices.ContainsFunc(all, func(e forum.Ending) bool {
		return slices.ContainsFunc(e.Stops, func(s forum.Stop) bool { return s.Missing != nil && s.Missing.Gate.Except != "" })
	})
}

// close closes the meeting, which is held first if it hasn't been said that it is.
func (p *Page) close() {
	if p.s.TakeIn() != nil {
		return
	}
	m := p.meeting()
	id := p.id
	record.Steps{S: p.s}.Take(record.Step{ID: id, Label: texts.T("meeting.close.label", m.Name()), Do: func(tx *field.Tx, id field.ID, s governance.Step) error { return forum.Close(tx, id, s) }})
}

// minutes asks where the minutes, or before they are any the agenda, are to be, and writes them.
func (p *Page) minutes(ext string) {
	s, w, m, f := p.s, p.s.Portfolio(), p.meeting(), p.forum()
	s.SaveFile(shell.NewFile{Title: texts.T("meeting.minutes"), Kind: shell.FileKind{ext}, Name: m.Name()}, shell.Writing{Key: "meeting.minutes",
		Write: func(ctx context.Context, path string, _ async.Progress) error {
			paper, err := paperOf(ctx, w, m, f)
			if err != nil {
				return err
			}
			if ext == ".xlsx" {
				return s.Services.WriteBook(ctx, path, export.Minutes(paper), nil)
			}
			return s.Services.WriteFile(path, paper.Write)
		}})
}

// The reports of a meeting, before it is held and after.
const (
	agendaReport  = "dagordning"
	minutesReport = "minnesanteckningar"
)

// report asks where the minutes, or before they are any the agenda, are to be as PDF, and makes
// them.
func (p *Page) report() {
	s, w, m, name := p.s, p.s.Portfolio(), p.meeting(), agendaReport
	if st := forum.State.Get(m); st == forum.Held || st == forum.Closed {
		name = minutesReport
	}
	s.SaveFile(shell.NewFile{Title: texts.T("meeting.minutes"), Kind: shell.FileKind{".pdf"}, Name: m.Name()}, shell.Writing{Key: "meeting.minutes",
		Write: func(ctx context.Context, path string, progress async.Progress) error {
			made, err := s.Services.Report(ctx, w, name, map[string]string{"om": string(m.ID)})
			if err != nil {
				return err
			}
			data, err := made.PDF(ctx, func(done float64) { progress(done, "") })
			if err != nil {
				return err
			}
			return s.Services.WriteFile(path, func(to io.Writer) error {
				_, err := to.Write(data)
				return err
			})
		}})
}

func paperOf(ctx context.Context, w *app.Portfolio, m, f *field.Record) (forum.Paper, error) {
	var lately forum.Lately
	if f != nil {
		var err error
		if lately, err = latelyOf(ctx, w, f, m); err != nil {
			return forum.Paper{}, err
		}
	}
	return forum.PaperOf(w, m, lately), nil
}
