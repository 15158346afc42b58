package budget

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/budget"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/ui/grid"
	"itportfoljen/ui/record"
	"itportfoljen/ui/texts"
	"itportfoljen/ui/widgets"
)

// line is a line in view.
type line struct {
	*budget.Line
	depth int
	path  string
}

// The columns of the sheet, after the one of what the lines are called.
const (
	inName = iota
	inBudget
	inForecast
	inActual
	inVariance
	inPercent
	inComment
	inAction
	inTells
)

// fieldsOf are the fields that columns write, where a line is a single row.
var fieldsOf = map[int]*field.Field{inBudget: economy.CostBudget.Field, inForecast: economy.CostForecast.Field, inActual: economy.CostActual.Field, inComment: economy.CostComment.Field, inAction: economy.CostAction.Field}

func (h *sheet) columns() []grid.Column {
	title := texts.T("budget.sheet.lines")
	if h.shown != nil {
		var by []string
		for _, d := range h.shown.table.Query.Rows {
			by = append(by, d.Label)
		}
		title = strings.Join(by, " › ")
	}
	name := grid.Column{ID: "name", Title: title, Width: 250, MinWidth: 180}
	if h.shown != nil && h.shown.beside != nil {
		return h.besideColumns(name)
	}
	y, unit := fmt.Sprint(h.year()), h.unit().String()
	amount := func(id, title, tip string, form grid.Form) grid.Column {
		return grid.Column{ID: id, Title: title, Tip: tip, Width: 126, Align: grid.AlignRight, Form: form}
	}
	budgeted := amount("budget", texts.T("budget.sheet.budget", y, unit), texts.T("budget.sheet.budget.tip"), grid.Outlined)
	forecast := amount("forecast", texts.T("budget.sheet.forecast", y, unit), texts.T("budget.sheet.forecast.tip"), grid.Hatched)
	actual := amount("actual", texts.T("budget.sheet.actual", y, unit), texts.T("budget.sheet.actual.tip"), grid.Solid)
	return []grid.Column{
		name, budgeted, forecast, actual,
		{ID: "variance", Title: texts.T("budget.sheet.variance"), Tip: texts.T("budget.sheet.variance.tip", h.against.Word()), Width: 138, Align: grid.AlignRight},
		{ID: "percent", Title: "%", Width: 60, Align: grid.AlignRight},
		{ID: "comment", Title: economy.CostComment.Label, Width: 146, Flex: true}, {ID: "action", Title: economy.CostAction.Label, Width: 132, Flex: true},
		{ID: "tells", Title: texts.T("budget.sheet.tells"), Width: 120, Flex: true},
	}
}

// lines are the source of the grid.
type lines struct{ h *sheet }

func (s lines) Len() int           { return len(s.h.lines) }
func (s lines) Key(row int) string { return s.h.lines[row].path }

// Heading tells which lines have others under them.
func (s lines) Heading(row int) (grid.Heading, bool) {
	l := s.h.lines[row]
	if len(l.Parts) == 0 || l.depth+1 >= len(s.h.shown.table.Query.Rows) {
		return grid.Heading{}, false
	}
	out := grid.Heading{Text: l.Label, Count: "(" + text.Count(len(l.Parts)) + ")", Level: l.depth, Open: s.h.open(l.path), Own: true, Cells: map[int]string{}}
	for i := inBudget; i < len(s.h.grid.Columns); i++ {
		out.Cells[i] = s.Cell(row, i).Text
	}
	return out, true
}

// Cell is what stands in a cell.
func (s lines) Cell(row, col int) grid.Cell { return s.h.cell(s.h.lines[row], col) }

func (h *sheet) cell(l line, col int) grid.Cell {
	amounts, a := h.shown.rounded.Lines[l.Line], l.Amounts
	style := widgets.Normal
	if l.depth+1 < len(h.shown.table.Query.Rows) {
		style = widgets.Strong
	}
	sum := func(t money.Total, v money.Ore) grid.Cell {
		if !t.Known {
			return grid.Cell{}
		}
		return grid.Cell{Text: v.Even(h.unit()), Style: style, Tip: t.Exact() + " kr"}
	}
	if h.shown.beside != nil && col != inName {
		return h.besideCell(l, col, style)
	}
	switch col {
	case inName:
		return grid.Cell{Text: strings.Repeat("\u2003\u2003", l.depth) + l.Label, Style: style, Tip: texts.N("budget.sheet.rows", len(l.Rows))}
	case inBudget:
		return sum(a.Budget, amounts.Budget)
	case inForecast:
		return sum(a.Forecast, amounts.Forecast)
	case inActual:
		return sum(a.Actual, amounts.Actual)
	case inVariance:
		return h.variance(l.Line)
	case inPercent:
		if percent, ok := a.Percent(h.shown.against); ok && h.compared() {
			return grid.Cell{Text: budget.PercentText(percent), Style: style}
		}
	case inComment, inAction:
		return h.said(l, col)
	case inTells:
		return grid.Cell{Text: l.Tells(), Style: widgets.Muted}
	}
	return grid.Cell{}
}

// compared says that there is something to hold the budget against.
func (h *sheet) compared() bool { return h.shown.table.Total.Held(h.shown.against).Known }

// variance is that of a line, in sign, word and colour.
func (h *sheet) variance(l *budget.Line) grid.Cell {
	if !l.Variance(h.shown.against).Known || !h.compared() {
		return grid.Cell{}
	}
	v := h.shown.rounded.Lines[l].Variance
	switch {
	case v > 0:
		return grid.Cell{Text: texts.T("budget.sheet.better", "+"+v.Even(h.unit())), Style: widgets.Good}
	case v < 0:
		return grid.Cell{Text: texts.T("budget.sheet.worse", v.Even(h.unit())), Style: widgets.Bad}
	}
	return grid.Cell{Text: "0", Style: widgets.Muted}
}

// said is the comment or the åtgärd of a line that is a single row, what is asked for where it lacks
// one, and of other lines how many lack.
func (h *sheet) said(l line, col int) grid.Cell {
	if c := h.single(l); c != nil {
		says, _ := c.Get(fieldsOf[col]).(string)
		if says != "" {
			return grid.Cell{Text: text.OneLine(says)}
		}
		if m, wanted := h.shown.wants[c.ID]; wanted {
			comment, action := m.Missing()
			if col == inComment && comment {
				return grid.Cell{Text: texts.T("budget.sheet.comment.wanted"), Style: widgets.Warn, Icon: "triangle-alert", Blank: true}
			}
			if col == inAction && action {
				return grid.Cell{Text: texts.T("budget.sheet.action.wanted"), Style: widgets.Warn, Icon: "triangle-alert", Blank: true}
			}
		}
		return grid.Cell{}
	}
	n := 0
	for _, r := range l.Rows {
		if m, wanted := h.shown.wants[r.Cost]; wanted {
			comment, action := m.Missing()
			if col == inComment && comment || col == inAction && action {
				n++
			}
		}
	}
	if n == 0 {
		return grid.Cell{}
	}
	return grid.Cell{Text: texts.N("budget.sheet.lacks", n), Style: widgets.Warn, Icon: "triangle-alert"}
}

// single is the cost row that a line is all of; nil where it is of several, or has a part.
func (h *sheet) single(l line) *field.Record {
	if len(l.Rows) != 1 || len(l.Parts) > 0 {
		return nil
	}
	c := h.s.Portfolio().Get(l.Rows[0].Cost)
	if c == nil {
		return nil
	}
	for _, of := range []struct {
		amount field.MoneyField
		is     money.Total
	}{{economy.CostBudget, l.Budget}, {economy.CostForecast, l.Forecast}, {economy.CostActual, l.Actual}} {
		if v, has := c.Get(of.amount.Field).(money.Ore); has && (!of.is.Known || of.is.Ore != v) {
			return nil // a part of it, or what doesn't count
		}
	}
	return c
}

func (h *sheet) wire() {
	g := h.grid
	g.Jumps = func(col int) bool { return col == inName }
	g.OnOpen = func(row int) { h.drill(h.called(h.lines[row]), idsOf(h.lines[row].Line)) }
	g.OnMenu = func(row int, at fyne.Position) {
		l := h.lines[row]
		items := []widgets.MenuItem{{Label: texts.N("budget.sheet.drill", len(l.Rows)), Icon: "list", Run: func() { h.drill(h.called(l), idsOf(l.Line)) }}}
		if l.Record != "" {
			items = append(items, widgets.MenuItem{Label: texts.T("budget.sheet.open", l.Label), Icon: "pencil", Run: func() { h.s.Open(l.Record) }})
		}
		widgets.ShowMenu(h.s.Window.Canvas(), at, append(items, widgets.MenuItem{Label: texts.T("budget.sheet.copy"), Icon: "copy", Run: h.copy})...)
	}
	g.OnFold = func(key string, open bool) {
		h.opened[key] = open
		h.lay()
	}
	g.OnFoldAll = func(level int, open bool) {
		h.shown.table.Walk(nil)(func(depth int, path string, l *budget.Line) bool {
			if depth == level && len(l.Parts) > 0 {
				h.opened[path] = open
			}
			return true
		})
		h.lay()
	}
	g.OnCopy = h.copy
	g.OnType = h.jump
	g.Editable = func(row, col int) bool {
		return h.shown.beside == nil && fieldsOf[col] != nil && h.s.Writable() && h.single(h.lines[row]) != nil
	}
	g.EditText = func(row, col int) string {
		c, f := h.single(h.lines[row]), fieldsOf[col]
		return f.Exact(h.s.Portfolio(), c.Get(f))
	}
	g.WhyNot = func(row, col int) string {
		switch {
		case !h.s.Writable():
			return texts.T("register.whynot.readonly")
		case h.shown.beside != nil:
			return texts.T("budget.beside.whynot")
		case fieldsOf[col] == nil:
			return ""
		}
		return texts.T("budget.sheet.whynot")
	}
	g.OnEdit = func(key, column, typed string) error {
		for _, l := range h.lines {
			if l.path != key {
				continue
			}
			if c := h.single(l); c != nil {
				return record.Write(h.s, c, field.Column{Field: economy.CostKind.Field(column)}, typed, func(string) {})
			}
		}
		return nil
	}
}

// called is what a line is called with those that it lies under.
func (h *sheet) called(l line) string {
	out := l.Label
	for i := 1; i < len(l.path); i++ {
		if l.path[i] == '\x1f' {
			if over := h.shown.table.Line(l.path[:i]); over != nil {
				out = over.Label + " › " + out
			}
		}
	}
	return out
}

// jump finds the first line that begins with what is typed.
func (h *sheet) jump(prefix string) int {
	for i, l := range h.lines {
		if strings.HasPrefix(text.Fold(l.Label), text.Fold(prefix)) {
			return i
		}
	}
	return -1
}

// totals are those of the columns, in the foot.
func (h *sheet) totals() map[int]grid.Cell {
	out := map[int]grid.Cell{}
	total := line{Line: h.shown.table.Total}
	last := inPercent
	if h.shown.beside != nil {
		last = len(h.grid.Columns) - 2
	}
	for col := inBudget; col <= last; col++ {
		if c := h.cell(total, col); c.Text != "" {
			out[col] = c
		}
	}
	return out
}
