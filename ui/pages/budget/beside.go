package budget

import (
	"strconv"
	"strings"

	"itportfoljen/app/base/money"
	"itportfoljen/app/budget"
	"itportfoljen/app/exchange/export"
	outsheet "itportfoljen/app/exchange/sheet"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// everyMeasure is the choice of all measures year by year.
const everyMeasure = "all"

// beside are years side by side, worked out.
type beside struct {
	measures []budget.Measure
	cells    []map[*budget.Line][]money.Ore // by measure, as they are shown
	moved    int
}

// besides says whether the sheet shows years side by side.
func (h *sheet) besides() bool { return h.is.Show != "" }

// from is the first of the years that stand side by side; the last is the sheet's.
func (h *sheet) from() int {
	if y := h.year(); h.is.From > 0 && h.is.From < y && y-h.is.From < budget.MostBeside {
		return h.is.From
	}
	return h.year() - 3
}

// measures are those that are chosen.
func (h *sheet) measures() []budget.Measure {
	if ms, err := budget.MeasuresOf(h.is.Show); err == nil {
		return ms
	}
	return budget.Measures()
}

// besideOf lays years side by side as they are shown.
func besideOf(t *budget.Table, measures []budget.Measure, u money.Unit) *beside {
	out := &beside{measures: measures}
	for _, m := range measures {
		cells, moved := t.RoundBeside(u, m)
		out.cells, out.moved = append(out.cells, cells), out.moved+moved
	}
	return out
}

// shows are the alternatives of what the columns are.
func shows() []widgets.Option {
	out := []widgets.Option{{ID: "", Label: texts.T("budget.beside.one")}}
	for _, m := range budget.Measures() {
		out = append(out, widgets.Option{ID: m.Key, Label: texts.T("budget.beside.of", m.Label)})
	}
	return append(out, widgets.Option{ID: everyMeasure, Label: texts.T("budget.beside.all")})
}

// forms are how measures are told apart.
var forms = map[string]grid.Form{"budget": grid.Outlined, "forecast": grid.Hatched, "actual": grid.Solid}

// besideColumns are the columns of years side by side.
func (h *sheet) besideColumns(name grid.Column) []grid.Column {
	out := []grid.Column{name}
	t, ms := h.shown.table, h.shown.beside.measures
	for _, c := range t.Columns {
		for _, m := range ms {
			out = append(out, grid.Column{ID: m.Key + c.Key, Title: m.Label + " " + c.Label + ", " + h.unit().String(), Width: 126, Align: grid.AlignRight, Form: forms[m.Key]})
		}
	}
	tip := texts.T("budget.beside.change.tip", ms[0].Label, t.Columns[len(t.Columns)-1].Label, t.Columns[0].Label)
	return append(out, grid.Column{ID: "change", Title: texts.T("budget.beside.change"), Tip: tip, Width: 126, Align: grid.AlignRight}, grid.Column{ID: "share", Title: "%", Width: 70, Align: grid.AlignRight},
		grid.Column{ID: "tells", Title: texts.T("budget.sheet.tells"), Width: 120, Flex: true})
}

// besideCell is what stands in a cell of years side by side, after the name.
func (h *sheet) besideCell(l line, col int, style widgets.Style) grid.Cell {
	b, t := h.shown.beside, h.shown.table
	n := len(b.measures)
	amounts := n * len(t.Columns)
	switch at := col - 1; {
	case at < amounts:
		m := b.measures[at%n]
		v := m.Of(l.Cells[at/n])
		if !v.Known {
			return grid.Cell{}
		}
		return grid.Cell{Text: b.cells[at%n][l.Line][at/n].Even(h.unit()), Style: style, Tip: v.Exact() + " kr"}
	case at == amounts:
		by, _, _ := l.Change(b.measures[0])
		if !by.Known {
			return grid.Cell{}
		}
		shown := b.cells[0][l.Line]
		return grid.Cell{Text: signed(shown[len(shown)-1]-shown[0], h.unit()), Style: style, Tip: by.Exact() + " kr"}
	case at == amounts+1:
		if _, percent, ok := l.Change(b.measures[0]); ok {
			return grid.Cell{Text: budget.PercentText(percent), Style: style}
		}
	case at == amounts+2:
		return grid.Cell{Text: l.Tells(), Style: widgets.Muted}
	}
	return grid.Cell{}
}

// signed is a whole amount with its sign: "+20", "−5", "0".
func signed(v money.Ore, u money.Unit) string {
	if v > 0 {
		return "+" + v.Even(u)
	}
	return v.Even(u)
}

// title is what the sheet is of.
func (a *answer) title() string {
	if a.beside != nil {
		return a.table.BesideTitle(a.beside.measures)
	}
	return a.table.Title(a.against)
}

// book is what is seen as a workbook.
func (h *sheet) book() outsheet.OutBook {
	w, a := h.s.Portfolio(), h.shown
	if a.beside != nil {
		return export.PivotYears(w, a.table, a.beside.measures, h.open)
	}
	return export.Pivot(w, a.table, a.against, h.open)
}

// besideTable is years side by side as they are seen, with tabs between the cells, to the öre.
func (h *sheet) besideTable() string {
	var b strings.Builder
	row := func(cells ...string) { b.WriteString(strings.Join(cells, "\t") + "\n") }
	t, ms := h.shown.table, h.shown.beside.measures
	var heads []string
	for _, d := range t.Query.Rows {
		heads = append(heads, d.Label)
	}
	for _, c := range t.Columns {
		for _, m := range ms {
			heads = append(heads, m.Label+" "+c.Label+", kr")
		}
	}
	row(append(heads, texts.T("budget.beside.change")+", kr")...)
	add := func(depth int, l *budget.Line) {
		cells := make([]string, len(t.Query.Rows))
		cells[depth] = l.Label
		for _, a := range l.Cells {
			for _, m := range ms {
				cells = append(cells, plain(m.Of(a)))
			}
		}
		by, _, _ := l.Change(ms[0])
		row(append(cells, plain(by))...)
	}
	for _, l := range h.lines {
		add(l.depth, l.Line)
	}
	add(0, t.Total)
	return b.String()
}

// yearOptions are years to choose among, with one that must be there.
func yearOptions(years []int, must int, may func(y int) bool) (out []widgets.Option) {
	there := false
	for _, y := range years {
		if may(y) {
			out = append(out, widgets.Option{ID: strconv.Itoa(y), Label: strconv.Itoa(y)})
			there = there || y == must
		}
	}
	if !there {
		out = append(out, widgets.Option{ID: strconv.Itoa(must), Label: strconv.Itoa(must)})
	}
	return out
}
