package shell

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/ui/history"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// happenedChanges is how many of an entry's changes are shown.
const happenedChanges = 40

// happenedDetails shows what one entry did, and what can be done with it.
type happenedDetails struct {
	h       *happened
	content *fyne.Container
	number  int64 // the entry that shows
	told    string
	style   widgets.Style
	buttons []*widgets.Button
}

func newHappenedDetails(h *happened) *happenedDetails {
	return &happenedDetails{h: h, content: container.NewStack()}
}

// happenedAction is something that can be done with an entry. Those that are offered
// stand under it in this order.
type happenedAction struct {
	label, icon string
	offered     bool
	run         func()
}

func (d *happenedDetails) actions(it *history.Item) []happenedAction {
	writable := !d.h.s.portfolio.Info().ReadOnly
	return []happenedAction{
		{texts.T("shell.log.takeback"), "undo-2", writable && !it.Undone() && !it.Lasting(), func() { d.takeBack(it.Number) }},
		{texts.T("shell.log.again"), "redo-2", writable && it.Undone(), func() { d.takeBack(it.UndoneBy.Number) }},
		{texts.T("shell.log.seal"), "copy", true, func() { d.copySeal(it) }},
		{texts.T("shell.action.erase"), "trash-2", writable, d.h.s.EraseHistory},
	}
}

// show shows an entry; nil says what to do instead.
func (d *happenedDetails) show(it *history.Item) {
	defer d.content.Refresh()
	d.buttons = nil
	if it == nil {
		d.number, d.told = 0, ""
		d.content.Objects = []fyne.CanvasObject{widgets.Surface(container.NewCenter(widgets.NewText(texts.T("shell.log.choose"), widgets.Muted)))}
		return
	}
	if it.Number != d.number {
		d.number, d.told = it.Number, ""
	}
	what := history.Show(d.h.s.portfolio, "", it, happenedChanges)
	if len(it.Changes) == 0 {
		what = widgets.NewParagraph(texts.T("shell.log.unchanged"), widgets.Muted)
	}
	body := widgets.NewScroll(widgets.Inset(14, 16, 14, 16, widgets.VStack(12, d.head(it), what)))
	foot := container.NewVBox(widgets.Hairline(), widgets.Inset(12, 16, 12, 16, d.foot(it)))
	d.content.Objects = []fyne.CanvasObject{widgets.Surface(container.NewBorder(nil, foot, nil, nil, body))}
}

// head says what was done, by whom and when, and what has come of it.
func (d *happenedDetails) head(it *history.Item) fyne.CanvasObject {
	title := widgets.NewParagraph(history.Label(it), widgets.Strong)
	title.FontSize = 15
	rows := widgets.VStack(3, title,
		widgets.NewParagraph(texts.T("shell.log.when", history.Day(it.At, d.h.s.portfolio.Today()), it.At.Local().Format("15:04:05")), widgets.Muted),
		widgets.NewParagraph(texts.T("shell.log.by", history.By(it.Entry), it.Number), widgets.Muted))
	switch {
	case it.Turns > 0 && it.Turns%2 == 0:
		rows.Add(widgets.NewParagraph(texts.T("shell.log.redid", it.Undoes), widgets.Muted))
	case it.Turns > 0:
		rows.Add(widgets.NewParagraph(texts.T("shell.log.undid", it.Undoes), widgets.Muted))
	}
	if by := it.UndoneBy; it.Undone() {
		rows.Add(widgets.NewParagraph(texts.T("shell.log.undoneby", history.Minute(by.At), by.Who, by.Number), widgets.Warn))
	}
	return rows
}

// foot is the actions, and what came of the latest.
func (d *happenedDetails) foot(it *history.Item) fyne.CanvasObject {
	rows := widgets.VStack(10)
	if d.told != "" {
		rows.Add(widgets.NewParagraph(d.told, d.style))
	}
	if d.h.s.portfolio.Info().ReadOnly {
		rows.Add(widgets.NewParagraph(texts.T("shell.log.readonly"), widgets.Muted))
	}
	for _, a := range d.actions(it) {
		if a.offered {
			d.buttons = append(d.buttons, widgets.NewButton(a.label, a.run).WithIcon(a.icon))
		}
	}
	for two := range slices.Chunk(d.buttons, 2) { // as many as there is room for
		row := widgets.HStack(8)
		for _, b := range two {
			row.Add(b)
		}
		rows.Add(row)
	}
	rows.Add(widgets.NewParagraph(texts.T("shell.log.seal.why", it.Seal()), widgets.Muted))
	return rows
}

// focus gives the first action the keyboard.
func (d *happenedDetails) focus() {
	if len(d.buttons) > 0 {
		d.h.s.Window.Canvas().Focus(d.buttons[0])
	}
}

// tell says what came of an action.
func (d *happenedDetails) tell(text string, style widgets.Style) {
	d.told, d.style = text, style
	d.show(d.h.current())
}

// takeBack takes an entry back. That it is undone shows by itself, when the list is
// read anew.
func (d *happenedDetails) takeBack(number int64) {
	of := d.number
	d.h.s.TakeBack(number, func(_ app.Entry, err error) {
		if d.h.s.happened == d.h && d.number == of {
			d.tell(d.h.s.Sentence(err), widgets.Bad)
			d.h.grid.Focus()
		}
	})
}

func (d *happenedDetails) copySeal(it *history.Item) {
	d.h.s.App.Clipboard().SetContent(it.Seal())
	d.tell(texts.T("shell.log.seal.copied", it.Seal()), widgets.Good)
	d.h.grid.Focus()
}
