package round

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"itportfoljen/app"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/budget"
	"itportfoljen/app/economy"
	"itportfoljen/app/exchange/export"
	"itportfoljen/app/field"
	"itportfoljen/app/rhythm"
	"itportfoljen/ui/async"
	"itportfoljen/ui/dialogs"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/input"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// The sides that are no locked state. A day is its date.
const (
	now    = "now"
	oneDay = "day"
	byRow  = "row" // what differs cost row by cost row
)

// difference shows what differs between two sides: locked states, days, or as it is now.
type difference struct {
	p         *Page
	since, to string // IDs of locked states, days, or now; "" for what the round follows on
	by        string // a dimension, or byRow
	c         rhythm.Comparison
	ok        bool   // c is known
	why       string // why it isn't
	lines     []differs
	count     int // outermost lines that differ
	grid      *grid.Grid
	bar       *fyne.Container
	told      *widgets.Text
	empty     *fyne.Container
	content   fyne.CanvasObject
}

// differs is a line as it is listed.
type differs struct {
	rhythm.Line
	total bool
}

func newDifference(p *Page) *difference {
	d := &difference{p: p, to: now, by: budget.ByOwner, bar: container.NewStack(), told: widgets.NewText("", widgets.Muted), empty: container.NewStack()}
	g := grid.New(d, nil)
	g.Cells, g.Frozen, g.Empty = true, 1, d.empty
	g.Passive = func(row int) bool { return d.lines[row].total }
	g.Jumps = func(col int) bool { return col == 0 }
	g.OnOpen = func(row int) {
		id := field.ID(d.lines[row].Key)
		if c := p.s.Portfolio().Get(id); c != nil {
			p.s.Open(id)
		}
	}
	d.grid = g
	d.content = container.NewBorder(container.NewVBox(widgets.Inset(6, 16, 0, 15, d.bar), widgets.Inset(2, 16, 8, widgets.Edge, d.told), widgets.Hairline()), nil, nil, nil, g)
	return d
}

// from is the earlier side: what was chosen, else what the round follows on.
func (d *difference) from() string {
	if d.since != "" {
		return d.since
	}
	if s := d.p.round.Since; s != nil {
		return string(s.ID)
	}
	return ""
}

// side works out a side. Faults: NotFound (what stood isn't known).
func (d *difference) side(ctx context.Context, w *app.Portfolio, of string) (rhythm.Side, error) {
	year := d.p.at.Year
	if of == now {
		return rhythm.Side{Name: texts.T("round.now"), World: w, Year: year}, nil
	}
	if day, err := date.ParseDay(of); err == nil {
		then, err := w.AsOf(ctx, day)
		return rhythm.Side{Name: of, World: then, Year: year}, err
	}
	r := w.Get(field.ID(of))
	if r == nil {
		return rhythm.Side{}, fault.New(fault.NotFound, texts.T("round.gone"))
	}
	return rhythm.SideOf(r, func(entry int64) (field.World, error) { return w.At(ctx, entry) })
}

// renew works out what differs, away from the screen.
func (d *difference) renew() {
	d.choose()
	from, to := d.from(), d.to
	if from == "" {
		d.ok, d.why = false, texts.T("round.first", d.p.at.Name())
		d.say()
		return
	}
	w, by := d.p.s.Portfolio(), d.by
	if by == byRow {
		by = budget.ByOwner
	}
	work(d.p, "round.compare", func(ctx context.Context) (rhythm.Comparison, error) {
		a, err := d.side(ctx, w, from)
		if err != nil {
			return rhythm.Comparison{}, err
		}
		b, err := d.side(ctx, w, to)
		if err != nil {
			return rhythm.Comparison{}, err
		}
		return rhythm.Compare(a, b, budget.By(by)), nil
	}, func(c rhythm.Comparison, err error) {
		d.ok, d.c, d.why = err == nil, c, ""
		if err != nil {
			d.why = d.p.s.Sentence(err)
		}
		d.say()
	})
}

// say lists what differs.
func (d *difference) say() {
	d.lines, d.count = nil, 0
	d.told.Hide()
	head := texts.T("round.first.title")
	if d.ok {
		listed, same := d.c.Changed(), len(d.c.Total.Parts)
		d.count = len(listed)
		same -= d.count
		if d.by == byRow {
			listed = d.c.Rows
		}
		for _, l := range listed {
			d.lines = append(d.lines, differs{Line: l})
		}
		if len(d.lines) > 0 {
			total := d.c.Total
			total.Name, total.Key = texts.T("round.total"), "\x00total"
			d.lines = append(d.lines, differs{total, true})
		}
		said := texts.N("round.same", same)
		if d.by == byRow {
			said = texts.N("round.rows", len(d.c.Rows))
		}
		d.told.SetText(strings.TrimSpace(said + " " + d.trend()))
		d.told.Show()
		head, d.why = texts.T("round.ready"), texts.T("round.nothing", d.c.A.Name)
	}
	d.empty.Objects = []fyne.CanvasObject{widgets.NewEmpty("circle-check", head, d.why)}
	if !d.ok {
		d.empty.Objects = []fyne.CanvasObject{widgets.NewEmpty("archive", head, d.why)}
	}
	d.empty.Refresh()
	d.grid.SetColumns(d.columns(), 1)
	d.grid.Reload()
	d.p.counted(d.count)
}

// trend is the year's forecast as it was seen, in a sentence; "" where nobody made one.
func (d *difference) trend() string {
	var parts []string
	for _, t := range rhythm.Trend(d.p.s.Portfolio(), "", d.p.at.Year) {
		parts = append(parts, texts.T("round.trend.point", t.Name, t.Expected.Short()))
	}
	if parts == nil {
		return ""
	}
	return texts.T("round.trend", d.p.at.Year, strings.Join(parts, ", "))
}

// choose is what is compared, by what.
func (d *difference) choose() {
	w := d.p.s.Portfolio()
	var states []widgets.Option
	for _, r := range rhythm.States(w, 0) {
		if rhythm.At.Get(r) > 0 { // what stood is known
			states = append(states, widgets.Option{ID: string(r.ID), Label: r.Name(), Detail: texts.T("round.lockedon", rhythm.On.Get(r))})
		}
	}
	if s := d.p.round.Since; s != nil && rhythm.At.Get(s) == 0 {
		states = append(states, widgets.Option{ID: string(s.ID), Label: s.Name(), Detail: texts.T("round.unknown")})
	}
	day := widgets.Option{ID: oneDay, Label: texts.T("round.day")}
	options := func(of string, more ...widgets.Option) []widgets.Option {
		out := append(append([]widgets.Option{}, states...), more...)
		if _, err := date.ParseDay(of); err == nil {
			out = append(out, widgets.Option{ID: of, Label: of})
		}
		return append(out, day)
	}
	pick := func(set func(id string)) func(id string) error {
		return func(id string) error {
			if id == oneDay {
				d.askDay(set)
				return nil
			}
			set(id)
			d.renew()
			return nil
		}
	}
	ways := []widgets.Option{{ID: byRow, Label: texts.T("round.by.row")}}
	for _, dim := range budget.Dimensions(w) {
		if dim.Key != budget.ByYear {
			ways = append(ways, widgets.Option{ID: dim.Key, Label: dim.Label})
		}
	}
	present := widgets.Option{ID: now, Label: text.Capital(texts.T("round.now"))}
	d.bar.Objects = []fyne.CanvasObject{widgets.HStack(8,
		input.NewFlatSelect(texts.T("round.from"), options(d.from()), d.from(), pick(func(id string) { d.since = id })),
		input.NewFlatSelect(texts.T("round.to"), options(d.to, present), d.to, pick(func(id string) { d.to = id })),
		input.NewFlatSelect(texts.T("round.by"), ways, d.by, func(id string) error {
			d.by = id
			d.renew()
			return nil
		}),
		widgets.Spacer(), widgets.NewButton(texts.T("round.excel"), d.export).WithIcon("file-spreadsheet").WithKind(widgets.Quiet))}
	d.bar.Refresh()
}

// askDay asks for a day to compare with.
func (d *difference) askDay(set func(id string)) {
	w := d.p.s.Portfolio()
	day := w.Today().AddMonths(-1)
	in := input.NewField(texts.T("round.day.label"), texts.T("round.day.help"), input.NewDate(day, w.Today, func(v date.Date) error {
		day = v
		return nil
	}))
	dialogs.Show(d.p.s.Window, dialogs.Options{Title: texts.T("round.day.title"), Content: in, Width: 420, Confirm: texts.T("round.day.yes"), OnOK: func() bool {
		_ = d.p.s.TakeIn()
		return in.Error() == "" && !day.IsZero()
	}, OnClose: func(ok bool) {
		if ok {
			set(day.String())
		}
		d.renew()
	}})
}

// export writes what is compared to a workbook.
func (d *difference) export() {
	if !d.ok {
		d.p.s.Toast(texts.T("round.excel.none"))
		return
	}
	c := d.c
	d.p.s.SaveFile(shell.NewFile{Title: texts.T("round.excel.title"), Kind: shell.FileKind{".xlsx"}, Name: texts.T("round.excel.name", c.A.Name, c.B.Name)}, shell.Writing{Key: "round.write",
		Write: func(ctx context.Context, path string, _ async.Progress) error {
			return d.p.s.Services.WriteBook(ctx, path, export.Difference(c), nil)
		}})
}

// columns are the name, and of each amount what it is and how much it has changed.
func (d *difference) columns() []grid.Column {
	title := texts.T("round.row")
	if d.by != byRow {
		title = budget.By(d.by).Label
	}
	out := []grid.Column{{ID: "name", Title: title, Width: 240, MinWidth: 140, Flex: true}}
	for i, f := range economy.Amounts() {
		out = append(out, grid.Column{ID: f.Key, Title: f.Label, Tip: texts.T("round.is", f.Label, d.c.B.Name), Width: 104, MinWidth: 80, Align: grid.AlignRight},
			grid.Column{ID: fmt.Sprint("change", i), Title: texts.T("round.change"), Width: 156, MinWidth: 90, Align: grid.AlignRight})
	}
	return append(out, grid.Column{ID: "standing", Title: "", Width: 70, MinWidth: 50})
}

// Len implements grid.Source.
func (d *difference) Len() int { return len(d.lines) }

// Key implements grid.Source.
func (d *difference) Key(row int) string { return d.lines[row].Key }

// Cell implements grid.Source.
func (d *difference) Cell(row, col int) grid.Cell {
	l := d.lines[row]
	style := widgets.Normal
	if l.total {
		style = widgets.Strong
	}
	if col == 0 {
		return grid.Cell{Text: l.Name, Style: widgets.Strong}
	}
	if col > 6 {
		if l.total {
			return grid.Cell{}
		}
		return grid.Cell{Text: l.Standing(), Style: widgets.Muted}
	}
	ch := l.Changes()[(col-1)/2]
	if col%2 == 1 {
		if !ch.B.Known {
			return grid.Cell{Text: "–", Style: widgets.Muted, Blank: true}
		}
		return grid.Cell{Text: ch.B.Kr(), Style: style, Tip: ch.B.Exact()}
	}
	by, ok := ch.By()
	if !ok || by == 0 {
		return grid.Cell{Blank: true}
	}
	said := signed(by)
	if share := ch.Share(); share != "" {
		said = texts.T("round.change.cell", said, share)
	}
	return grid.Cell{Text: said, Style: style, Tip: texts.T("round.change.tip", amount(ch.A), amount(ch.B))}
}

// amount is an amount to the öre, and what is unknown said so.
func amount(t money.Total) string {
	if !t.Known {
		return texts.T("round.nothing.there")
	}
	return t.Exact()
}

// signed is a change in kronor with its sign.
func signed(v money.Ore) string {
	if v > 0 {
		return "+" + v.Kr()
	}
	return v.Kr()
}
