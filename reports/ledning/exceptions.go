package ledning

import (
	"itportfoljen/app/base/text"
	"itportfoljen/app/governance"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

// exceptionList lists the exceptions from the styrmodell whose gates still aren't met, by name:
// who made each, why and till when. Without any there is no chapter.
func (b *briefing) exceptionList(f *pdf.Flow) {
	var rows []pdf.TableRow
	for _, e := range b.exceptions {
		d := e.Decision
		show := func(s string) string { return report.Or(text.OneLine(s)) }
		rows = append(rows, pdf.R(pdf.Txt(e.Of.Name()), pdf.Rich(pdf.T(governance.DecisionGate.Get(d)), pdf.M("\n"+show(e.Text))), pdf.Txt(show(report.SaidBy(b.W, d))), report.LastDay(e), pdf.Txt(show(governance.DecisionReason.Get(d)))))
	}
	f.H1("Undantag från styrmodellen")
	f.P(text.Plural(len(rows), "undantag", "undantag") + " från krav som ännu inte är uppfyllda.")
	f.Table(pdf.Table{Size: listSize, Dense: true, Rows: rows, Summary: "Undantagen med krav, vem som har gjort dem, sista dag och motivering",
		Cols: []pdf.Col{{Head: "Gäller", Flex: 2, RowHead: true}, {Head: "Krav", Flex: 3}, {Head: "Av", MaxWidth: 100}, {Head: "Till och med"}, {Head: "Motivering", Flex: 3}}})
}
