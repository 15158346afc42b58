package export

import (
	"fmt"
	"strconv"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/budget"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// Pivot is a table of the budget as a workbook, as it is seen: the lines of those above that into
// says are open, each under its own column, with sums and variances that are worked out in the
// workbook too. What there is to know of it stands on a sheet of its own.
func Pivot(w field.World, t *budget.Table, g budget.Against, into func(path string) bool) sheet.OutBook {
	title := t.Title(g)
	if u := w.Label(t.Query.Unit); u != "" {
		title += ", " + u
	}
	p := &pivot{t: t, g: g, deep: len(t.Query.Rows)}
	p.lay(into)
	columns := make([]sheet.Column, p.deep, p.deep+7)
	var by []string
	for i, d := range t.Query.Rows {
		columns[i], by = sheet.Column{Heading: d.Label, Width: 34}, append(by, text.Lower(d.Label))
	}
	columns = append(columns, sheet.Column{Heading: "Nivå", Type: sheet.ColNumber, Hidden: true},
		sheet.Column{Heading: "Budget, kr", Type: sheet.ColMoney}, sheet.Column{Heading: "Prognos, kr", Type: sheet.ColMoney}, sheet.Column{Heading: "Utfall, kr", Type: sheet.ColMoney},
		sheet.Column{Heading: "Avvikelse, kr", Type: sheet.ColMoney, Help: "Budget minus " + g.Word() + ": + är bättre än budget."}, sheet.Column{Heading: "Avvikelse, %", Type: sheet.ColNumber, Width: 14}, sheet.Column{Heading: "Kostnadsrader", Type: sheet.ColNumber, Width: 15})
	out := sheet.Out{Name: "Budget", Title: title + " per " + strings.Join(by, " och "), Columns: columns, Frozen: p.deep, Each: p.each}
	notes := []string{"# " + title, "Avvikelsen är budget minus " + g.Word() + ": + är bättre än budget, − sämre. Beloppen är i kronor, utan moms.", "Summorna räknas i arbetsboken."}
	return sheet.OutBook{Title: title, Sheets: []sheet.Out{out, {Name: "Att känna till", Text: append(notes, t.Notes(g)...)}}}
}

// pivot is a table being laid out in rows.
type pivot struct {
	t     *budget.Table
	g     budget.Against
	deep  int // columns of labels
	lines []laid
}

// laid is a line in its row, with the rows under it that it is the sum of.
type laid struct {
	*budget.Line
	depth int
	last  int // the last row under it; its own where there is none
}

func (p *pivot) lay(into func(path string) bool) {
	p.t.Walk(into)(func(depth int, _ string, l *budget.Line) bool {
		p.lines = append(p.lines, laid{Line: l, depth: depth})
		return true
	})
	for i := range p.lines {
		last := i
		for last+1 < len(p.lines) && p.lines[last+1].depth > p.lines[i].depth {
			last++
		}
		p.lines[i].last = last
	}
}

func (p *pivot) each(yield func([]sheet.Cell) error) error {
	for i, l := range p.lines {
		if err := yield(p.row(l.Line, i, l.depth, i+1, l.last)); err != nil {
			return err
		}
	}
	return yield(p.row(p.t.Total, len(p.lines), -1, 0, len(p.lines)-1))
}

// row is a line in row at. Its amounts are the sums of those of the lines one step in among the
// rows from first to last, where there are any.
func (p *pivot) row(l *budget.Line, at, depth, first, last int) []sheet.Cell {
	cells := make([]sheet.Cell, p.deep+7)
	sums, strong := last >= first, depth < 0 || last >= first && depth == 0
	cells[max(depth, 0)] = sheet.Str(l.Label)
	level, amount := p.deep, p.deep+1
	cells[level] = sheet.Dec(strconv.Itoa(depth+1), float64(depth+1))
	for i, v := range []struct {
		sheet.Cell
		known bool
	}{{moneyCell(l.Budget.Ore), l.Budget.Known}, {moneyCell(l.Forecast.Ore), l.Forecast.Known}, {moneyCell(l.Actual.Ore), l.Actual.Known}} {
		if !v.known {
			continue
		}
		cells[amount+i] = v.Cell
		if sums {
			cells[amount+i].Formula = fmt.Sprintf("SUMIF([%d,%d]:[%d,%d],%d,[%d,%d]:[%d,%d])", first, level, last, level, depth+2, first, amount+i, last, amount+i)
		}
	}
	held := amount + 1
	if p.g == budget.ByActual {
		held = amount + 2
	}
	if v := l.Variance(p.g); v.Known && p.t.Total.Held(p.g).Known {
		cells[amount+3] = moneyCell(v.Ore)
		cells[amount+3].Formula = fmt.Sprintf("[%d,%d]-[%d,%d]", at, amount, at, held)
		if percent, ok := l.Percent(p.g); ok {
			cells[amount+4] = sheet.Dec(strconv.FormatFloat(percent, 'f', 1, 64), percent)
			cells[amount+4].Formula = fmt.Sprintf("ROUND(100*[%d,%d]/ABS([%d,%d]),1)", at, amount+3, at, amount)
		}
	}
	cells[amount+5] = sheet.Dec(strconv.Itoa(len(l.Rows)), float64(len(l.Rows)))
	for i := range cells {
		cells[i].Strong = strong && cells[i].Kind != sheet.Empty
	}
	return cells
}
