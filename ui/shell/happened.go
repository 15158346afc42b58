package shell

import (
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/ui/async"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/history"
	"itportfoljen/ui/input"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// happenedPage is how many entries are read at first; then twice as many each time.
const happenedPage = 200

// some of what comes after the first of the older entries are in view with it.
const some = 6

// happened is Vad har hänt?: the journal day by day, and what each entry did.
type happened struct {
	s      *Shell
	limit  int
	items  []history.Item // as read
	whole  bool           // all that there is
	silent bool           // also what touches nothing but the program's own
	rows   []happenedRow
	shown  int   // entries among them
	before int64 // older ones than this are being read; 0 for none

	grid    *grid.Grid
	empty   *widgets.Empty
	filter  *input.Search
	only    happenedOnly
	known   happenedKnown
	choices *fyne.Container // what is chosen to be listed
	details *happenedDetails
	dialog  *dialogs.Dialog
}

// happenedRow is a day, an entry, or what reads older ones.
type happenedRow struct {
	day  string
	item *history.Item
}

// ShowLog lists what has been done, with who and when.
func (s *Shell) ShowLog() {
	h := &happened{s: s, limit: happenedPage}
	h.details = newHappenedDetails(h)
	h.empty = widgets.NewEmpty("list", texts.T("shell.log.reading"), "")
	h.grid = grid.New(h, []grid.Column{
		{ID: "at", Title: texts.T("shell.log.time"), Width: 62},
		{ID: "what", Title: texts.T("shell.log.what"), Width: 168, Flex: true},
		{ID: "state", Width: 76, Align: grid.AlignRight},
		{ID: "who", Title: texts.T("shell.log.who"), Width: 150, Flex: true},
		{ID: "number", Title: texts.T("shell.log.number"), Width: 60, Align: grid.AlignRight},
	})
	h.grid.Empty = h.empty
	h.grid.Passive = func(row int) bool { return h.rows[row].day != "" }
	h.grid.OnSelect = h.selected
	h.grid.OnOpen = func(int) { h.details.focus() }
	h.filter = input.NewSearch(texts.T("shell.log.filter"), "Ctrl F", func(string) { h.list() })
	h.filter.Width = 320
	h.filter.OnDown, h.filter.OnEnter = h.grid.Focus, func(string) { h.grid.Focus() }
	own := input.NewCheck(texts.T("shell.log.silent"), false, func(on bool) error {
		h.silent = on
		h.list()
		return nil
	})
	h.choices = container.NewStack()
	h.showChoices()
	split := widgets.NewSplit(h.grid, h.details.content, 350)
	split.LeastA, split.LeastB = 420, 260
	window := s.Window.Canvas().Size()
	s.happened = h
	h.dialog = dialogs.Show(s.Window, dialogs.Options{
		Title:   texts.T("shell.log.title"),
		Content: container.NewBorder(widgets.Inset(0, 0, 12, 0, widgets.Flow(12, h.filter, h.choices, own)), nil, nil, nil, widgets.NewFrame(split)),
		Width:   min(1180, max(600, window.Width-100)), Height: min(760, max(360, window.Height-190)),
		Cancel: texts.T("shell.help.close"), Focus: h.grid.Target(),
		OnShortcut: h.shortcut,
		OnClose:    func(bool) { s.happened = nil },
	})
	h.details.show(nil)
	h.learn()
	h.read()
}

func (h *happened) shortcut(s fyne.Shortcut) {
	if c, ok := s.(*desktop.CustomShortcut); ok && c.KeyName == fyne.KeyF && c.Modifier == fyne.KeyModifierControl {
		h.filter.Focus()
	}
}

// read reads the journal, anew when something has happened.
func (h *happened) read() {
	p, limit, kind := h.s.portfolio, h.limit, h.only.kind
	async.Run(h.s.Runner, "log", func(ctx context.Context) ([]history.Item, error) {
		items, err := history.Read(ctx, p, app.Query{Limit: limit})
		if err == nil && kind != "" {
			err = history.KnowKinds(ctx, p, items)
		}
		return items, err
	}, func(items []history.Item, err error) {
		if h.s.happened != h {
			return
		}
		if err != nil {
			h.dialog.SetError(h.s.Sentence(err))
			return
		}
		h.items, h.whole = items, len(items) < limit
		h.list()
		h.readOn()
	})
}

// list shows the entries that pass the filter.
func (h *happened) list() {
	query, today, day := h.filter.Text(), h.s.portfolio.Today(), ""
	h.rows, h.shown = nil, 0
	listed := 0
	for i := range h.items {
		it := &h.items[i]
		if it.Silent && !h.silent {
			continue
		}
		listed++
		if !it.Matches(query) || !h.only.keeps(it, today) {
			continue
		}
		h.shown++
		if d := history.Day(it.At, today); d != day {
			day = d
			h.rows = append(h.rows, happenedRow{day: d})
		}
		h.rows = append(h.rows, happenedRow{item: it})
	}
	if h.empty.SetText(texts.T("shell.log.none"), texts.T("shell.log.none.text")); listed > 0 {
		h.empty.SetText(texts.T("shell.log.nothing"), texts.T("shell.log.nothing.text"))
	}
	if !h.whole {
		h.rows = append(h.rows, happenedRow{})
	}
	h.grid.SetFooter(h.counts(listed), "")
	h.grid.Reload()
	h.keepPlace()
}

// counts says how many entries are listed, and how far back.
func (h *happened) counts(of int) string {
	out := texts.N("shell.log.count", h.shown)
	if h.shown < of {
		out = texts.T("shell.log.count.of", text.Count(h.shown), text.Count(of))
	}
	if n := len(h.items); n > 0 && !h.whole {
		out += ", " + texts.T("shell.log.since", h.items[n-1].Number)
	}
	return out
}

// keepPlace shows the entry with the cursor anew. Without one it goes to the newest
// or, when older ones have come, to the first of those.
func (h *happened) keepPlace() {
	row, _ := h.grid.Cursor()
	first := -1
	if h.before != 0 {
		for i, r := range h.rows {
			if r.item != nil && r.item.Number < h.before {
				first = i
				break
			}
		}
		h.before = 0
	} else if row < 0 {
		for i, r := range h.rows {
			if r.item != nil {
				first = i
				break
			}
		}
	}
	if first >= 0 {
		h.grid.ShowRow(min(first+some, len(h.rows)-1))
		h.grid.Select(h.Key(first)) // shows it
		return
	}
	h.details.show(h.current())
}

// goTo gives an entry the cursor, letting go of what hides it.
func (h *happened) goTo(number int64) {
	key := strconv.FormatInt(number, 10)
	at := func() int {
		return slices.IndexFunc(h.rows, func(r happenedRow) bool { return r.item != nil && r.item.Number == number })
	}
	if at() < 0 {
		h.only, h.silent = happenedOnly{}, true
		h.filter.Clear()
		h.showChoices()
		h.list()
	}
	if row := at(); row >= 0 {
		h.grid.ShowRow(row)
		h.grid.Select(key)
	}
}

// current is the entry with the cursor, nil for none.
func (h *happened) current() *history.Item {
	row, _ := h.grid.Cursor()
	if row < 0 || row >= len(h.rows) {
		return nil
	}
	return h.rows[row].item
}

// selected shows an entry, or reads older ones.
func (h *happened) selected() {
	if row, _ := h.grid.Cursor(); row >= 0 && h.isOlder(row) && h.before == 0 {
		h.before = h.items[len(h.items)-1].Number
		h.limit *= 2
		h.grid.Refresh()
		h.read()
		return
	}
	h.details.show(h.current())
}

func (h *happened) isOlder(row int) bool { return h.rows[row].item == nil && h.rows[row].day == "" }

// Len implements grid.Source.
func (h *happened) Len() int { return len(h.rows) }

// Key implements grid.Source.
func (h *happened) Key(row int) string {
	if it := h.rows[row].item; it != nil {
		return strconv.FormatInt(it.Number, 10)
	}
	return "day " + h.rows[row].day
}

// Cell implements grid.Source.
func (h *happened) Cell(row, col int) grid.Cell {
	it := h.rows[row].item
	if it == nil {
		return h.between(row, col)
	}
	style := widgets.Normal
	if it.Undone() {
		style = widgets.Muted
	}
	switch col {
	case 0:
		return grid.Cell{Text: it.At.Local().Format("15:04"), Style: widgets.Muted}
	case 1:
		return grid.Cell{Text: history.Label(it), Style: style}
	case 2:
		if it.Undone() {
			return grid.Cell{Text: history.Undone(), Style: widgets.Neutral, Pill: true}
		}
		return grid.Cell{}
	case 3:
		return grid.Cell{Text: history.By(it.Entry), Style: style}
	}
	return grid.Cell{Text: strconv.FormatInt(it.Number, 10), Style: widgets.Muted}
}

// between is a cell of a row that is no entry.
func (h *happened) between(row, col int) grid.Cell {
	switch {
	case col != 0:
		return grid.Cell{}
	case !h.isOlder(row):
		return grid.Cell{Text: h.rows[row].day, Style: widgets.Strong, Across: true}
	case h.before != 0:
		return grid.Cell{Text: texts.T("shell.log.reading"), Style: widgets.Muted, Across: true}
	case h.shown == 0 && (h.filter.Text() != "" || h.only != happenedOnly{}):
		return grid.Cell{Text: texts.T("shell.log.nothing.older", text.Count(len(h.items))), Style: widgets.Accent, Across: true}
	}
	return grid.Cell{Text: texts.T("shell.log.older"), Style: widgets.Accent, Across: true}
}
