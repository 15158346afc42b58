package register

import (
	"fmt"
	"strings"

	"itportfoljen/app/base/draw"
	"itportfoljen/app/base/money"
	"itportfoljen/app/system"
	uses "itportfoljen/app/usage"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

// used is what the unit of a report uses and others own, with its part of the cost where that
// is split. It stands by itself, and no sum of the unit's own counts it.
func (r *register) used(f *pdf.Flow) {
	if r.Unit == "" {
		return
	}
	things := uses.UsedBy(r.All, r.Unit)
	if len(things) == 0 {
		return
	}
	f.H2("Används men ägs av andra")
	f.Note("Kostnaden är ägarens och räknas inte i summorna ovan; enhetens del står där den är fördelad.")
	amount := system.OperationsBudget.Field
	told := !amount.Sensitive || !r.Public()
	t := pdf.Table{Size: textSize, Dense: true, Summary: "System som enheten använder och andra äger", Cols: []pdf.Col{{Head: "Nr"}, {Head: "System", Flex: 1, RowHead: true, Hyphen: true},
		{Head: "Ägs av", Flex: 1, Hyphen: true}, {Head: "Används inom", Flex: 1, Hyphen: true}, {Head: "Hur många", Align: draw.Right}, {Head: "Del, %", Align: draw.Right}}}
	if told {
		t.Cols = append(t.Cols, pdf.Col{Head: fmt.Sprintf("%s %d, enhetens del", amount.Heading(), r.figures.Year), Align: draw.Right})
	}
	for _, thing := range things {
		part := uses.PartOf(r.All, thing.ID, r.Unit)
		var within []string
		for _, row := range part.Rows {
			within = append(within, r.All.Label(uses.Unit.Get(row)))
		}
		users, share := report.None, report.None
		if part.Said > 0 {
			users = report.Count(int(part.Users))
		}
		if part.Split {
			share = report.Count(int(part.Share))
		}
		cells := []pdf.Cell{pdf.Txt(report.Or(thing.Ref)), pdf.Txt(thing.Name()), pdf.Txt(report.Or(r.All.Label(thing.Home()))), pdf.Txt(strings.Join(within, ", ")), pdf.Txt(users), pdf.Txt(share)}
		if told {
			whole, known := amount.Value(r.All, thing, r.figures.Year).(money.Ore)
			theirs, split := part.Of(whole)
			cells = append(cells, pdf.Txt(report.Kr(theirs, known && split)))
		}
		t.Rows = append(t.Rows, pdf.R(cells...))
	}
	f.Table(t)
}
