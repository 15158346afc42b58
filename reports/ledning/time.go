package ledning

import (
	"cmp"
	"slices"

	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/draw"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	"itportfoljen/app/plan"
	"itportfoljen/app/risk"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

// The heights that a drawing of the timetable may have below its heading, and alone on a page.
const (
	belowHeading = 600.0
	wholePage    = 660.0
)

// timeline is when the insatser are done, a drawing a page.
func (b *briefing) timeline(f *pdf.Flow, style chart.Style) {
	f.H1("Tidplan")
	live := plan.Live(b.W)
	if len(live) == 0 {
		nothing(f, "Inga insatser är inlagda.")
		return
	}
	by := plan.Unit.Field
	if b.Sets["grupp"] == byPortfolio {
		by = plan.Portfolio.Field
	}
	data := insight.Timeline(b.W, "Insatser i tid", inTime(b.W, live, by), by, false)
	for _, d := range chart.GanttPages(data, f.Width(), belowHeading, wholePage, style, pdf.Measure) {
		f.Drawing(d, "")
	}
}

// riskList is how likely and how bad the risks are, and what is done about them.
func (b *briefing) riskList(f *pdf.Flow, style chart.Style) {
	f.H1("Risker")
	data, _ := insight.RiskMatrix(b.W, "Risker", b.risks)
	f.Drawing(chart.RiskMatrix(data, f.Width(), style, pdf.Measure), "")
	rows := make([]pdf.TableRow, len(data.Risks))
	of := map[string]int{}
	for i, r := range b.risks {
		of[string(r.ID)] = i
	}
	for i, x := range data.Risks {
		r := b.risks[of[x.Key]]
		value := pdf.Dim("inte bedömd")
		if p, c, ok := risk.Level(r); ok {
			value = pdf.Txt(report.Count(p * c))
		}
		rows[i] = pdf.R(pdf.Txt(r.Name()), pdf.Txt(report.Or(x.Of)), value, pdf.Txt(report.Or(risk.Action.Get(r))),
			pdf.Txt(report.Or(b.W.Label(risk.Who.Get(r)))), pdf.Txt(report.Or(risk.By.Get(r).String())))
	}
	f.Table(pdf.Table{Size: listSize, Dense: true, Rows: rows, Summary: "Risker med riskvärde, åtgärd, ansvarig och dag, de högsta först",
		Cols: []pdf.Col{{Head: "Risk", Flex: 3, RowHead: true}, {Head: "Gäller", Flex: 2}, {Head: "Riskvärde", Align: draw.Right}, {Head: "Åtgärd", Flex: 3}, {Head: "Ansvarig", MaxWidth: 90}, {Head: "Senast"}}})
}

// inTime orders insatser by what they are grouped by, and then by when they begin; what has no day
// comes last.
func inTime(w report.World, rs []*field.Record, by *field.Field) []*field.Record {
	type keyed struct {
		r     *field.Record
		group string
		start date.Date
	}
	all := make([]keyed, len(rs))
	for i, r := range rs {
		all[i] = keyed{r, by.Read(w, r, 0), plan.Start.Get(r)}
	}
	groups := text.Keys{}
	slices.SortStableFunc(all, func(a, b keyed) int {
		return cmp.Or(groups.Compare(a.group, b.group), cmp.Compare(uint32(a.start)-1, uint32(b.start)-1)) // no day is the last
	})
	out := make([]*field.Record, len(all))
	for i, k := range all {
		out[i] = k.r
	}
	return out
}
