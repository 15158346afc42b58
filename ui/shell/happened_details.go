package shell

import (
	"context"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/ui/async"
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
	way     way
	wait    func() // no longer to look at an entry that the cursor has left
}

// lookAfter is how long the cursor rests on an entry before it is looked at whether that can be
// taken back.
const lookAfter = 120 * time.Millisecond

// way is what is known of taking an entry back: of that number, as things stood at an entry.
type way struct {
	number, at int64
	why        error       // nil: it can be
	in         []app.Entry // what stands in the way
}

func newHappenedDetails(h *happened) *happenedDetails {
	return &happenedDetails{h: h, content: container.NewStack(), wait: func() {}}
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
		{texts.T("shell.log.takeback"), "undo-2", writable && !it.Undone() && !it.Lasting() && !d.barred(it), func() { d.takeBack(it.Number) }},
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
	what := history.Show(d.h.s.portfolio, "", it, happenedChanges, d.open)
	if len(it.Changes) == 0 {
		what = widgets.NewParagraph(texts.T("shell.log.unchanged"), widgets.Muted)
	}
	d.look(it)
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
	if d.barred(it) {
		rows.Add(d.bars(it))
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

// look sees to it that it is known whether an entry can be taken back.
func (d *happenedDetails) look(it *history.Item) {
	p := d.h.s.portfolio
	newest := int64(0)
	if len(d.h.items) > 0 {
		newest = d.h.items[0].Number
	}
	if p.Info().ReadOnly || it.Undone() || it.Lasting() || d.way.number == it.Number && d.way.at == newest {
		return
	}
	d.wait()
	d.wait = async.After(lookAfter, func() { d.find(way{number: it.Number, at: newest}) })
}

// find finds out whether an entry can be taken back.
func (d *happenedDetails) find(w way) {
	p := d.h.s.portfolio
	if d.h.s.happened != d.h || d.number != w.number || p == nil {
		return
	}
	async.Run(d.h.s.Runner, "log.way", func(ctx context.Context) (way, error) {
		var err error
		w.why, w.in, err = p.InTheWay(ctx, w.number)
		return w, err
	}, func(w way, err error) {
		if err != nil || d.h.s.happened != d.h || d.number != w.number {
			return
		}
		if d.way = w; w.why != nil {
			d.show(d.h.current())
		}
	})
}

// barred says that it is known that an entry can't be taken back as things stand.
func (d *happenedDetails) barred(it *history.Item) bool {
	return d.way.number == it.Number && d.way.why != nil && !it.Undone()
}

// bars says why an entry can't be taken back, and leads to what stands in the way.
func (d *happenedDetails) bars(*history.Item) fyne.CanvasObject {
	says, _, _ := strings.Cut(d.h.s.Sentence(d.way.why), " Inget har ")
	rows := widgets.VStack(2, widgets.NewParagraph(texts.T("shell.log.barred", says), widgets.Warn))
	if len(d.way.in) > 0 {
		rows.Add(widgets.NewText(texts.T("shell.log.bars"), widgets.Muted))
	}
	for _, e := range d.way.in[:min(len(d.way.in), mostBars)] {
		name := text.Shorten(texts.T("shell.log.bar", e.Number, e.Label, e.Who), 60)
		rows.Add(widgets.Inset(0, 0, 0, -4, widgets.HStack(0, widgets.NewLink(name, func() { d.h.goTo(e.Number) }))))
	}
	if more := len(d.way.in) - mostBars; more > 0 {
		rows.Add(widgets.NewText(texts.N("shell.log.bars.more", more), widgets.Muted))
	}
	return rows
}

// mostBars is how many of the entries that stand in the way are told.
const mostBars = 4

// open shows a record on its page.
func (d *happenedDetails) open(id field.ID) {
	d.h.dialog.Close()
	d.h.s.Open(id)
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
