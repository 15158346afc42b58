package report

import (
	"slices"

	"itportfoljen/app/base/draw"
	"itportfoljen/app/base/money"
	"itportfoljen/app/frame"
	"itportfoljen/reports/pdf"
)

// Tally rounds a table's amounts to whole units, each column so that it comes to its sum, which
// stands last; moved says whether any amount took a difference.
func Tally(rows [][]money.Ore, u money.Unit) (shown [][]money.Ore, moved bool) {
	shown = make([][]money.Ore, len(rows)+1)
	for i := range shown {
		if len(rows) > 0 {
			shown[i] = make([]money.Ore, len(rows[0]))
		}
	}
	for c := range shown[0] {
		column := make([]money.Ore, len(rows))
		for i := range rows {
			column[i] = rows[i][c]
		}
		t := money.Tally(column, u)
		for i, v := range t.Rows {
			shown[i][c] = v
		}
		shown[len(rows)][c], moved = t.Sum, moved || t.Moved >= 0
	}
	return shown, moved
}

// Rounding says where rounding made rows and sum disagree; it follows on another sentence.
func Rounding(moved bool) string {
	if !moved {
		return ""
	}
	return " Beloppen är avrundade; där rader och summa skilde sig har den största raden tagit skillnaden."
}

// Amount is an amount in a table, which the heading says the unit of; a dash when nobody has
// said one.
func Amount(v money.Ore, known bool, u money.Unit) pdf.Cell {
	if !known {
		return pdf.Txt(None)
	}
	return pdf.Txt(v.Even(u))
}

// Differs is a variance in whole units with its sign, in red where it is worse than budget.
func Differs(v money.Ore, known bool, u money.Unit) pdf.Cell {
	switch s := v.Even(u); {
	case !known:
		return pdf.Txt(None)
	case s == "0":
		return pdf.Txt(s)
	case v < 0:
		return pdf.Alarm(s)
	default:
		return pdf.Txt("+" + s)
	}
}

// Ramar is a table of ramar in tkr: what is decided, proposed, asked for, allotted, used and
// left. whole is the portfolio that knows which of them hold each amount once.
func Ramar(whole World, lines []frame.Line, size float64) pdf.Table {
	counted := frame.Counted(whole, lines)
	amounts := func(l frame.Line) []money.Ore {
		return []money.Ore{l.Ram.Ore, l.Proposal.Ore, l.Asked, l.Allotted, l.Used}
	}
	rows := make([][]money.Ore, len(counted))
	for i, l := range counted {
		rows[i] = amounts(l)
	}
	shown, _ := Tally(rows, money.Tkr)
	t := pdf.Table{Size: size, Dense: true, Summary: "Ramar i tusental kronor med det som är sökt, beviljat, använt och kvar", Empty: "Inga ramar är inlagda, och ingen insats har någon kostnad.",
		Cols: []pdf.Col{{Head: "Ram för", Flex: 1, RowHead: true, Hyphen: true}, {Head: "Beslutad", Align: draw.Right}, {Head: "Förslag", Align: draw.Right}, {Head: "Sökt", Align: draw.Right},
			{Head: "Beviljat", Align: draw.Right}, {Head: "Utfall", Align: draw.Right}, {Head: "Kvar", Align: draw.Right}}}
	cells := func(name string, v []money.Ore, ram, proposal, left bool) []pdf.Cell {
		out := []pdf.Cell{pdf.Txt(name), Amount(v[0], ram, money.Tkr), Amount(v[1], proposal, money.Tkr)}
		for _, a := range v[2:] {
			out = append(out, Amount(a, true, money.Tkr))
		}
		switch rest := v[0] - v[3]; {
		case !left:
			return append(out, pdf.Txt(None))
		case rest < 0:
			return append(out, pdf.Alarm(rest.Even(money.Tkr)))
		default:
			return append(out, pdf.Txt(rest.Even(money.Tkr)))
		}
	}
	row := func(l frame.Line, v []money.Ore) {
		name := l.Label()
		if l.Under {
			name += " (i en ram ovanför)"
		}
		t.Rows = append(t.Rows, pdf.R(cells(name, v, l.Ram.Known, l.Proposal.Known, l.Ram.Known)...))
	}
	var ram, proposal money.Total
	for i, l := range counted {
		row(l, shown[i])
		ram.Add(l.Ram.Ore, l.Ram.Known)
		proposal.Add(l.Proposal.Ore, l.Proposal.Known)
	}
	if len(counted) > 0 {
		t.Rows = append(t.Rows, pdf.SumRow(cells("Summa", shown[len(counted)], ram.Known, proposal.Known, false)...))
	}
	told := false
	for _, l := range lines {
		if slices.ContainsFunc(counted, func(c frame.Line) bool { return isLine(c, l) }) {
			continue
		}
		if !told {
			t.Rows, told = append(t.Rows, pdf.GroupRow("Samma insatser, i andra ramar")), true
		}
		v := amounts(l)
		for i := range v {
			v[i] = v[i].Whole(money.Tkr)
		}
		row(l, v)
	}
	return t
}

// RamNote says how a table of ramar is read.
const RamNote = "I tkr. Sökt är insatser som bereds eller väntar på beslut; beviljat är de som är beslutade, pågår eller är klara. Kvar är den beslutade ramen minus det som är beviljat: minus är mer än ramen. Ramarna gäller insatser, inte systemens drift. Varje stapel är ritad mot sin egen ram; där ingen ram är beslutad är det ingen stapel utan en streckad linje."

// isLine says that two lines of the use are the same.
func isLine(a, b frame.Line) bool {
	return a.Per == b.Per && a.Portfolio == b.Portfolio && a.Unit == b.Unit && a.Type == b.Type && a.Untold == b.Untold && a.Sort == b.Sort
}
