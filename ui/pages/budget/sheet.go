package budget

import (
	"context"
	"encoding/json"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/budget"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/ui/async"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/input"
	"itportfoljen/ui/register"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// choices are what the sheet shows, as this computer remembers it for a portfolio.
type choices struct {
	Year   int       `json:"year,omitempty"` // 0: the plan year
	By     [2]string `json:"by"`             // keys of dimensions; the second may be ""
	Unit   field.ID  `json:"unit,omitempty"`
	Tkr    bool      `json:"tkr,omitempty"`
	Closed bool      `json:"closed,omitempty"`
	Show   string    `json:"show,omitempty"` // years side by side: a measure, or all; "" is a year alone
	From   int       `json:"from,omitempty"` // the first of those years; 0: three before
}

// sheet is the controller's sheet: the costs in view summed as lines that open and close, with
// their budget, prognos, utfall and variance.
type sheet struct {
	s   *shell.Shell
	reg *register.Register

	content fyne.CanvasObject
	bar     *fyne.Container
	notes   *fyne.Container
	grid    *grid.Grid

	is      choices
	against budget.Against
	shown   *answer // nil until it has been worked out
	opened  map[string]bool
	lines   []line // those in view
	changed func() // told when there is another answer
}

// answer is what has been worked out.
type answer struct {
	table   *budget.Table
	rounded budget.Rounded
	beside  *beside // nil: it is of a year alone
	wants   map[field.ID]budget.Want
	unsaid  []field.ID // the costs that lack a comment or an åtgärd
	years   []int
	against budget.Against
}

var _ register.View = (*sheet)(nil)

func newSheet(s *shell.Shell, reg *register.Register, changed func()) *sheet {
	h := &sheet{s: s, reg: reg, changed: changed, opened: map[string]bool{}, bar: container.NewStack(), notes: container.NewStack()}
	h.is.By[0] = budget.ByUnit
	_ = json.Unmarshal([]byte(s.App.Preferences().String(h.pref())), &h.is)
	h.against = budget.AgainstOf(s.Portfolio(), h.year())
	h.grid = grid.New(nil, h.columns())
	h.grid.Cells, h.grid.Multi, h.grid.Frozen = true, true, 1
	h.grid.Empty = widgets.NewEmpty("wallet", texts.T("budget.sheet.none"), texts.T("budget.sheet.none.text"))
	h.wire()
	h.content = container.NewBorder(widgets.Surface(widgets.Inset(10, 16, 8, 16, widgets.VStack(6, h.bar, h.notes))), nil, nil, nil, h.grid)
	return h
}

func (h *sheet) pref() string { return "budget.sheet." + h.s.Portfolio().Identity() }

func (h *sheet) year() int {
	if h.is.Year == 0 {
		return h.s.Portfolio().PlanYear()
	}
	return h.is.Year
}

func (h *sheet) unit() money.Unit {
	if h.is.Tkr {
		return money.Tkr
	}
	return money.Kr
}

// Content implements register.View.
func (h *sheet) Content() fyne.CanvasObject { return h.content }

// Focus implements register.View.
func (h *sheet) Focus() { h.grid.Focus() }

// PanelClosed implements register.View.
func (h *sheet) PanelClosed() {}

// Reload works the sheet out away from the screen, of the rows that the register has.
func (h *sheet) Reload() {
	w := h.s.Portfolio()
	if w.Get(h.is.Unit) == nil {
		h.is.Unit = ""
	}
	q := budget.Query{First: h.year(), Last: h.year(), Unit: h.is.Unit, Closed: h.is.Closed || h.against == budget.ByActual}
	for i := range h.is.By {
		if d, err := budget.Find(w, h.is.By[i]); err == nil {
			q.Rows = append(q.Rows, d)
		} else if h.is.By[i] = ""; i == 0 { // a part of the code string that is no more
			h.is.By[0] = budget.ByUnit
			q.Rows = append(q.Rows, budget.By(budget.ByUnit))
		}
	}
	if rows := h.reg.List().Rows(); len(rows) < h.reg.List().Total() {
		in := make(map[field.ID]bool, len(rows))
		for _, r := range rows {
			in[r.ID] = true
		}
		q.May = func(c *field.Record) bool { return in[c.ID] }
	}
	against, unit := h.against, h.unit()
	if measures := h.measures(); h.besides() {
		q.First, q.Closed = h.from(), h.is.Closed
		async.Run(h.s.Runner, "budget.sheet", func(context.Context) (*answer, error) {
			t, err := budget.Beside(w, q)
			if err != nil {
				return nil, err
			}
			return &answer{table: t, beside: besideOf(t, measures, unit), years: yearsOf(w)}, nil
		}, h.answered)
		return
	}
	async.Run(h.s.Runner, "budget.sheet", func(context.Context) (*answer, error) {
		a := &answer{table: budget.Of(w, q), against: against, wants: map[field.ID]budget.Want{}, years: yearsOf(w)}
		a.rounded = a.table.Round(unit, against)
		in := map[field.ID]bool{}
		for _, r := range a.table.Total.Rows {
			in[r.Cost] = true
		}
		for _, m := range budget.Wants(w, q.First, against) {
			if !in[m.Cost.ID] {
				continue
			}
			a.wants[m.Cost.ID] = m
			if comment, action := m.Missing(); comment || action {
				a.unsaid = append(a.unsaid, m.Cost.ID)
			}
		}
		return a, nil
	}, h.answered)
}

// answered takes an answer up.
func (h *sheet) answered(a *answer, err error) {
	if err == nil {
		h.show(a)
	}
}

// yearsOf are those that there are costs of, and the plan year.
func yearsOf(w field.World) []int {
	out := []int{w.PlanYear()}
	for c := range economy.Each(w, 0, 0) {
		if y := int(economy.CostYear.Get(c)); y != 0 && !slices.Contains(out, y) {
			out = append(out, y)
		}
	}
	slices.Sort(out)
	return out
}

// show puts an answer on the screen.
func (h *sheet) show(a *answer) {
	h.shown = a
	h.bar.Objects = []fyne.CanvasObject{h.choosing()}
	h.notes.Objects = []fyne.CanvasObject{h.telling()}
	h.bar.Refresh()
	h.notes.Refresh()
	h.fill()
	h.grid.SetColumns(h.columns(), 1)
	h.lay()
	h.changed()
}

// fill takes up the lines that are in view.
func (h *sheet) fill() {
	h.lines = h.lines[:0]
	t := h.shown.table
	t.Walk(h.open)(func(depth int, path string, l *budget.Line) bool {
		h.lines = append(h.lines, line{Line: l, depth: depth, path: path})
		return true
	})
}

// lay lays the lines out that are in view.
func (h *sheet) lay() {
	h.fill()
	if h.grid.Source() == nil {
		h.grid.SetSource(lines{h})
	} else {
		h.grid.Reload()
	}
	h.grid.SetTotals(texts.T("budget.sheet.total"), h.totals())
}

// mostOpen is how many lines are open without anybody having asked for them.
const mostOpen = 60

// open tells whether the lines under a line are in view.
func (h *sheet) open(path string) bool {
	if is, said := h.opened[path]; said {
		return is
	}
	n := 0
	for _, l := range h.shown.table.Total.Parts {
		n += 1 + len(l.Parts)
	}
	return n <= mostOpen
}

// choosing is what the sheet is chosen with.
func (h *sheet) choosing() fyne.CanvasObject {
	w := h.s.Portfolio()
	pick := func(title string, options []widgets.Option, now string, set func(id string)) fyne.CanvasObject {
		return input.NewFlatSelect(title, options, now, func(id string) error {
			set(id)
			h.keep()
			h.Reload()
			return nil
		})
	}
	of := yearOptions(h.shown.years, h.year(), func(int) bool { return true })
	var by []widgets.Option
	for _, d := range budget.Dimensions(w) {
		by = append(by, widgets.Option{ID: d.Key, Label: d.Label})
	}
	units := []widgets.Option{{ID: "", Label: texts.T("budget.sheet.unit.all")}}
	for _, u := range org.Levels(w) {
		units = append(units, widgets.Option{ID: string(u.ID), Label: u.Name()})
	}
	against := []widgets.Option{{ID: "0", Label: budget.ByForecast.Word()}, {ID: "1", Label: budget.ByActual.Word()}}
	in := []widgets.Option{{ID: "kr", Label: "kr"}, {ID: "tkr", Label: "tkr"}}
	row := []fyne.CanvasObject{pick(texts.T("budget.beside"), shows(), h.is.Show, func(id string) { h.is.Show = id })}
	year := texts.T("budget.sheet.year")
	if h.besides() {
		froms := yearOptions(h.shown.years, h.from(), func(y int) bool { return y < h.year() && h.year()-y < budget.MostBeside })
		row, year = append(row, pick(texts.T("budget.beside.from"), froms, strconv.Itoa(h.from()), func(id string) { h.is.From, _ = strconv.Atoi(id) })), texts.T("budget.beside.to")
	}
	row = append(row,
		pick(year, of, strconv.Itoa(h.year()), func(id string) {
			h.is.Year, _ = strconv.Atoi(id)
			h.against = budget.AgainstOf(w, h.year())
		}),
		pick(texts.T("budget.sheet.by"), by, h.is.By[0], func(id string) { h.is.By[0] = id }),
		pick(texts.T("budget.sheet.then"), append([]widgets.Option{{ID: "", Label: texts.T("budget.sheet.nothing")}}, by...), h.is.By[1], func(id string) { h.is.By[1] = id }),
		pick(texts.T("budget.sheet.unit"), units, string(h.is.Unit), func(id string) { h.is.Unit = field.ID(id) }),
	)
	if !h.besides() {
		row = append(row, pick(texts.T("budget.sheet.against"), against, strconv.Itoa(int(h.against)), func(id string) { h.against = budget.Against(id[0] - '0') }))
	}
	row = append(row, pick(texts.T("budget.sheet.in"), in, h.unit().String(), func(id string) { h.is.Tkr = id == "tkr" }))
	if t := h.shown.table; t.LeftOut > 0 || h.is.Closed {
		row = append(row, input.NewCheck(texts.T("budget.sheet.closed"), h.is.Closed, func(on bool) error {
			h.is.Closed = on
			h.keep()
			h.Reload()
			return nil
		}))
	}
	return widgets.Flow(8, row...)
}

func (h *sheet) keep() {
	if data, err := json.Marshal(h.is); err == nil {
		h.s.App.Preferences().SetString(h.pref(), string(data))
	}
}

// telling is what there is to know of the sheet, and what somebody has to say.
func (h *sheet) telling() fyne.CanvasObject {
	t := h.shown.table
	var rows []fyne.CanvasObject
	if notes := h.notesOf(t); notes != "" {
		rows = append(rows, widgets.NewParagraph(notes, widgets.Muted))
	}
	if n := len(h.shown.unsaid); n > 0 {
		limit := budget.ThresholdOf(h.s.Portfolio())
		says := texts.N("budget.sheet.unsaid", n, text.Count(int(limit.Percent)), limit.Amount.Kr())
		rows = append(rows, widgets.NewBanner(widgets.Warn, says, texts.T("budget.sheet.unsaid.show"), func() { h.drill(texts.T("budget.sheet.unsaid.label"), h.shown.unsaid) }))
	}
	return widgets.VStack(6, rows...)
}

func (h *sheet) notesOf(t *budget.Table) string {
	out := ""
	for i, n := range t.Notes(h.shown.against) {
		if i > 0 {
			out += " "
		}
		out += n
	}
	n := h.shown.rounded.Moved
	if h.shown.beside != nil {
		n = h.shown.beside.moved
	}
	if n > 0 {
		out += " " + texts.N("budget.sheet.rounded", n, h.unit().String())
	}
	return out
}

// drill lists the cost rows of a line, where they are edited.
func (h *sheet) drill(label string, ids []field.ID) {
	h.s.Go("budget", shell.Show{Label: label, IDs: ids})
}

// idsOf are the cost rows of a line.
func idsOf(l *budget.Line) []field.ID {
	out := make([]field.ID, len(l.Rows))
	for i, r := range l.Rows {
		out[i] = r.Cost
	}
	return out
}
