package budget

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/draw"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	sheet "itportfoljen/app/budget"
	"itportfoljen/app/insight"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

// wantList are all variances past the limit, and who has yet to explain.
func (c *controller) wantList(f *pdf.Flow) {
	f.Anchor(wantsAnchor)
	f.H1("Avvikelser över gränsen")
	f.P(c.whoLacks())
	f.Table(c.wantTable(c.wants, 0))
	f.Note(c.limit() + fmt.Sprintf(" Avvikelse är budget minus %s: minus är dyrare än budget. Beloppen är hela kostnadens, året och dess månader tillsammans.", c.against.Word()))
}

// whoLacks says whose costs nobody has explained.
func (c *controller) whoLacks() string {
	unsaid := sheet.Unsaid(c.wants)
	all := text.Plural(len(c.wants), "kostnad skiljer", "kostnader skiljer") + " sig från sin budget med mer än gränsen."
	if len(unsaid) == 0 {
		return text.Capital(all) + " Alla är förklarade."
	}
	count := map[string]int{}
	var names []string
	for _, m := range unsaid {
		name := cmp.Or(c.unitOf(m.Cost), report.Unitless)
		if count[name]++; count[name] == 1 {
			names = append(names, name)
		}
	}
	slices.SortStableFunc(names, func(a, b string) int { return cmp.Or(count[b]-count[a], text.Compare(a, b)) })
	for i, n := range names {
		names[i] = fmt.Sprintf("%s %s", n, report.Count(count[n]))
	}
	return fmt.Sprintf("%s Kommentar eller åtgärd saknas för %s: %s.", text.Capital(all), report.Count(len(unsaid)), strings.Join(names, ", "))
}

// group is a type's columns.
type group struct {
	name  string
	parts []string // which amounts it shows
	of    func(l *sheet.Line) sheet.Amounts
}

// groups are the columns of a table: drift and investering apart, each with the amounts that
// somebody has said.
func (c *controller) groups(t *sheet.Table) (out []group) {
	for _, col := range c.typed() {
		g := group{name: typeName(col) + ", tkr", parts: []string{"Budget", "Prognos"}, of: func(l *sheet.Line) sheet.Amounts { return cell(t, l, col.Key) }}
		if c.spent {
			g.parts = append(g.parts, "Utfall")
		}
		out = append(out, g)
	}
	return out
}

// amounts are those of a group.
func (g group) amounts(l *sheet.Line) []money.Total {
	a := g.of(l)
	return []money.Total{a.Budget, a.Forecast, a.Actual}[:len(g.parts)]
}

// parted is a chapter of the year's costs parted by a dimension.
func (c *controller) parted(f *pdf.Flow, style chart.Style, by sheet.Dimension, title string) {
	f.H1(title)
	t := c.ask(by)
	lines := t.Total.Parts
	if len(lines) == 1 && lines[0].Key == "" {
		f.P(fmt.Sprintf("Inga kostnader %d är delade på %s: %s.", c.Year, strings.ToLower(by.Label), strings.ToLower(lines[0].Label)))
		return
	}
	if (by.Key == sheet.ByUnit || by.Key == sheet.ByPlace) && len(lines) > 1 {
		heading := fmt.Sprintf("Budget, prognos och utfall %d per %s", c.Year, strings.ToLower(by.Label))
		f.Drawing(chart.GroupedBars(insight.FormsChart(t, heading, 8), f.Width(), 150, style, pdf.Measure), "")
		f.Note("Budgeten är konturerad, prognosen skrafferad och utfallet fyllt.")
	}
	table, moved := c.table(t, by)
	said := c.readBy(by)
	if said != "" {
		said = " " + said
	}
	page := pdf.PageRef("sida ", wholeAnchor)
	page.Muted = true
	write := func(f *pdf.Flow) {
		f.Table(table)
		f.RichNote(pdf.M("Summan är densamma som på "), page, pdf.M(", i tkr. Avvikelsen är av drift och investering tillsammans."+said+report.Rounding(moved)))
	}
	if len(lines) > shortTable {
		write(f)
		return
	}
	f.Keep(write)
}

// shortTable is how many rows a table has that isn't parted between pages.
const shortTable = 15

// readBy says what is special about a way to part the costs.
func (c *controller) readBy(by sheet.Dimension) string {
	switch by.Key {
	case sheet.BySystem:
		return "Ett avtals kostnad står på de system som det omfattar."
	case sheet.ByPortfolio:
		return "Bara insatser har portfölj."
	case sheet.ByUnit:
		return "Kostnaden står hos den som den är en kostnad för, vem som än betalar."
	}
	return ""
}

// table is the costs of a table's outermost lines, in tkr, with the same sum as the whole.
func (c *controller) table(t *sheet.Table, by sheet.Dimension) (out pdf.Table, moved bool) {
	groups := c.groups(t)
	lines := t.Total.Parts
	rows := make([][]money.Ore, len(lines))
	for i, l := range lines {
		for _, g := range groups {
			for _, v := range g.amounts(l) {
				rows[i] = append(rows[i], v.Ore)
			}
		}
	}
	shown, moved := report.Tally(rows, money.Tkr)
	out = pdf.Table{Size: textSize, Dense: true, Summary: fmt.Sprintf("Kostnaderna %d i tusental kronor per %s", c.Year, strings.ToLower(by.Label)),
		Cols: []pdf.Col{{Head: by.Label, Flex: 1, RowHead: true, Hyphen: true}}}
	for _, g := range groups {
		for _, p := range g.parts {
			out.Cols = append(out.Cols, pdf.Col{Over: g.name, Head: p, Align: draw.Right})
		}
	}
	out.Cols = append(out.Cols, pdf.Col{Over: "Avvikelse", Head: "tkr", Align: draw.Right}, pdf.Col{Over: "Avvikelse", Head: "%", Align: draw.Right})
	for i, l := range lines {
		out.Rows = append(out.Rows, pdf.R(c.cells(l.Label, l, groups, shown[i])...))
	}
	out.Rows = append(out.Rows, pdf.SumRow(c.cells("Summa", t.Total, groups, shown[len(lines)])...))
	out.Carried = func(n int) []pdf.Cell {
		sum := make([]money.Ore, len(shown[len(lines)]))
		for _, row := range shown[:min(n, len(lines))] {
			for i, v := range row {
				sum[i] += v
			}
		}
		cells := c.cells("", t.Total, groups, sum)
		cells[len(cells)-1] = pdf.Txt("")
		return cells
	}
	return out, moved
}

// cells are a row: the amounts that it shows, and the variance that they come to.
func (c *controller) cells(label string, l *sheet.Line, groups []group, shown []money.Ore) []pdf.Cell {
	cells := []pdf.Cell{pdf.Txt(label)}
	sum := make([]money.Ore, 3)
	at := 0
	for _, g := range groups {
		for i, v := range g.amounts(l) {
			cells = append(cells, report.Amount(shown[at], v.Known, money.Tkr))
			sum[i] += shown[at]
			at++
		}
	}
	return append(cells, c.differs(l, c.difference(sum), money.Tkr)...)
}
