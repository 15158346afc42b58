package report

import (
	"fmt"
	"strings"

	"itportfoljen/app/base/draw"
	"itportfoljen/app/base/money"
	"itportfoljen/app/system"
	uses "itportfoljen/app/usage"
	"itportfoljen/reports/pdf"
)

const usedSize = 8.0

// Used is what the unit of a report uses and others own, with its part of the cost where that
// is split. It stands by itself, and no sum of the unit's own counts it. Without anything there
// is nothing, and so it is of a report of the whole municipality.
func (j *Job) Used(f *pdf.Flow) {
	if j.Unit == "" {
		return
	}
	things := uses.UsedBy(j.All, j.Unit)
	if len(things) == 0 {
		return
	}
	f.H2("Används men ägs av andra")
	f.Note("Kostnaden är ägarens och räknas inte i summorna ovan; enhetens del står där den är fördelad.")
	amount := system.OperationsBudget.Field
	told := !amount.Sensitive || !j.Public()
	t := pdf.Table{Size: usedSize, Dense: true, Summary: "System som enheten använder och andra äger", Cols: []pdf.Col{{Head: "Nr"}, {Head: "System", Flex: 1, RowHead: true, Hyphen: true},
		{Head: "Ägs av", Flex: 1, Hyphen: true}, {Head: "Används inom", Flex: 1, Hyphen: true}, {Head: "Hur många", Align: draw.Right}, {Head: "Del, %", Align: draw.Right}}}
	if told {
		t.Cols = append(t.Cols, pdf.Col{Head: fmt.Sprintf("%s %d, enhetens del", amount.Heading(), j.W.PlanYear()), Align: draw.Right})
	}
	for _, thing := range things {
		part := uses.PartOf(j.All, thing.ID, j.Unit)
		var within []string
		for _, row := range part.Rows {
			within = append(within, j.All.Label(uses.Unit.Get(row)))
		}
		users, share := None, None
		if part.Said > 0 {
			users = Count(int(part.Users))
		}
		if part.Split {
			share = Count(int(part.Share))
		}
		cells := []pdf.Cell{pdf.Txt(Or(thing.Ref)), pdf.Txt(thing.Name()), pdf.Txt(Or(j.All.Label(thing.Home()))), pdf.Txt(strings.Join(within, ", ")), pdf.Txt(users), pdf.Txt(share)}
		if told {
			whole, known := amount.Value(j.All, thing, j.W.PlanYear()).(money.Ore)
			theirs, split := part.Of(whole)
			cells = append(cells, pdf.Txt(Kr(theirs, known && split)))
		}
		t.Rows = append(t.Rows, pdf.R(cells...))
	}
	f.Table(t)
}
