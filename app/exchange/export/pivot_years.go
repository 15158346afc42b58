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

// PivotYears is Pivot of a table whose years stand side by side: each measure year by year, with how
// the first measure changes from the first year to the last.
func PivotYears(w field.World, t *budget.Table, measures []budget.Measure, into func(path string) bool) sheet.OutBook {
	title := t.BesideTitle(measures)
	if u := w.Label(t.Query.Unit); u != "" {
		title += ", " + u
	}
	p := &pivotYears{pivot: pivot{t: t, deep: len(t.Query.Rows)}, measures: measures}
	p.lay(into)
	columns := make([]sheet.Column, p.deep)
	var by []string
	for i, d := range t.Query.Rows {
		columns[i], by = sheet.Column{Heading: d.Label, Width: 34}, append(by, text.Lower(d.Label))
	}
	columns = append(columns, sheet.Column{Heading: "Nivå", Type: sheet.ColNumber, Hidden: true})
	for _, c := range t.Columns {
		for _, m := range measures {
			columns = append(columns, sheet.Column{Heading: m.Label + " " + c.Label + ", kr", Type: sheet.ColMoney})
		}
	}
	first, last := t.Columns[0].Label, t.Columns[len(t.Columns)-1].Label
	change := fmt.Sprintf("%s %s minus %s %s: + är mer.", measures[0].Label, last, text.Lower(measures[0].Label), first)
	columns = append(columns, sheet.Column{Heading: "Ändring " + first + "–" + last + ", kr", Type: sheet.ColMoney, Help: change}, sheet.Column{Heading: "Ändring, %", Type: sheet.ColNumber, Width: 14})
	out := sheet.Out{Name: "År för år", Title: title + " per " + strings.Join(by, " och "), Columns: columns, Frozen: p.deep, Each: p.each}
	notes := []string{"# " + title, "Ändringen är " + text.Lower(change) + " Beloppen är i kronor, utan moms.", "Summorna räknas i arbetsboken."}
	return sheet.OutBook{Title: title, Sheets: []sheet.Out{out, {Name: "Att känna till", Text: append(notes, t.Notes(budget.ByForecast)...)}}}
}

// pivotYears is a table of years side by side being laid out in rows.
type pivotYears struct {
	pivot
	measures []budget.Measure
}

func (p *pivotYears) each(yield func([]sheet.Cell) error) error {
	for i, l := range p.lines {
		if err := yield(p.row(l.Line, i, l.depth, i+1, l.last)); err != nil {
			return err
		}
	}
	return yield(p.row(p.t.Total, len(p.lines), -1, 0, len(p.lines)-1))
}

// row is a line in row at, as that of pivot.
func (p *pivotYears) row(l *budget.Line, at, depth, first, last int) []sheet.Cell {
	amount, n := p.deep+1, len(p.measures)
	cells := make([]sheet.Cell, amount+n*len(p.t.Columns)+2)
	sums, strong := last >= first, depth < 0 || last >= first && depth == 0
	cells[max(depth, 0)] = sheet.Str(l.Label)
	cells[p.deep] = sheet.Dec(strconv.Itoa(depth+1), float64(depth+1))
	for i := range p.t.Columns {
		for j, m := range p.measures {
			v, col := m.Of(l.Cells[i]), amount+i*n+j
			if !v.Known {
				continue
			}
			cells[col] = moneyCell(v.Ore)
			if sums {
				cells[col].Formula = fmt.Sprintf("SUMIF([%d,%d]:[%d,%d],%d,[%d,%d]:[%d,%d])", first, p.deep, last, p.deep, depth+2, first, col, last, col)
			}
		}
	}
	change := amount + n*len(p.t.Columns)
	if by, percent, ok := l.Change(p.measures[0]); by.Known {
		cells[change] = moneyCell(by.Ore)
		cells[change].Formula = fmt.Sprintf("[%d,%d]-[%d,%d]", at, change-n, at, amount)
		if ok {
			cells[change+1] = sheet.Dec(strconv.FormatFloat(percent, 'f', 1, 64), percent)
			cells[change+1].Formula = fmt.Sprintf("ROUND(100*[%d,%d]/ABS([%d,%d]),1)", at, change, at, amount)
		}
	}
	for i := range cells {
		cells[i].Strong = strong && cells[i].Kind != sheet.Empty
	}
	return cells
}
