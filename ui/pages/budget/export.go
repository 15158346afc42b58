package budget

import (
	"context"
	"strings"

	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/budget"
	"itportfoljen/ui/async"
	"itportfoljen/ui/shell"
	"itportfoljen/ui/texts"
)

// save writes what is seen to a workbook.
func (h *sheet) save() {
	if h.shown == nil {
		return
	}
	title, book := h.shown.title(), h.book()
	h.s.SaveFile(shell.NewFile{Title: title, Kind: shell.FileKind{".xlsx"}, Name: title}, shell.Writing{Key: "budget.save",
		Write: func(ctx context.Context, path string, _ async.Progress) error {
			return h.s.Services.WriteBook(ctx, path, book, nil)
		}})
}

// copy puts what is seen on the clipboard as a table that spreadsheets take, to the öre, with the
// total last.
func (h *sheet) copy() {
	if h.shown == nil {
		return
	}
	h.s.App.Clipboard().SetContent(h.table())
	h.s.Toast(texts.N("budget.sheet.copied", len(h.lines)))
}

// table is what is seen, with tabs between the cells.
func (h *sheet) table() string {
	if h.shown.beside != nil {
		return h.besideTable()
	}
	var b strings.Builder
	row := func(cells ...string) { b.WriteString(strings.Join(cells, "\t") + "\n") }
	deep := len(h.shown.table.Query.Rows)
	var heads []string
	for _, d := range h.shown.table.Query.Rows {
		heads = append(heads, d.Label)
	}
	row(append(heads, "Budget, kr", "Prognos, kr", "Utfall, kr", "Avvikelse, kr", "Avvikelse, %")...)
	add := func(depth int, l *budget.Line) {
		cells := make([]string, deep)
		cells[depth] = text.OneLine(l.Label)
		for _, v := range []money.Total{l.Budget, l.Forecast, l.Actual} {
			cells = append(cells, plain(v))
		}
		v, percent := l.Variance(h.shown.against), ""
		if v.Known = v.Known && h.compared(); v.Known {
			if p, ok := l.Percent(h.shown.against); ok {
				percent = strings.ReplaceAll(strings.TrimPrefix(budget.PercentText(p), "+"), "−", "-")
			}
		}
		row(append(cells, plain(v), percent)...)
	}
	for _, l := range h.lines {
		add(l.depth, l.Line)
	}
	add(0, h.shown.table.Total)
	return b.String()
}

// plain is an amount as a Swedish spreadsheet reads it, "" for none: "1234,5".
func plain(v money.Total) string {
	if !v.Known {
		return ""
	}
	return strings.TrimSuffix(strings.Replace(v.Decimal(), ".", ",", 1), ",00")
}
