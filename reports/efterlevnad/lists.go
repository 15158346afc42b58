package efterlevnad

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"itportfoljen/app/base/draw"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

const listSize = 8.0

// ruleTable has a row for each rule.
func (c *compliance) ruleTable(f *pdf.Flow) {
	f.H1(eachRule)
	var rows []pdf.TableRow
	for _, r := range c.rules {
		key := pdf.Rich(pdf.T(r.Rule.Key))
		if len(r.Breaches) > 0 && c.Has(eachBreach) {
			key = pdf.Rich(pdf.To(r.Rule.Key, anchor(r.Rule.Key)))
		}
		rows = append(rows, pdf.R(key, pdf.Txt(r.Rule.Text), pdf.Txt(report.Or(r.Rule.Source)), c.followed(r), pdf.Txt(c.besides(r))))
	}
	f.Table(pdf.Table{Size: listSize, Dense: true, Rows: rows, Summary: "Styrmodellens regler med hur många som följer var och en",
		Cols: []pdf.Col{{Head: "Regel", RowHead: true}, {Head: "Vad den säger", Flex: 5}, {Head: "Riktlinjen"}, {Head: "Följs av"}, {Head: "Att känna till", Flex: 2}}})
}

// followed is how many follow a rule of those that it is held against.
func (c *compliance) followed(r governance.Compliance) pdf.Cell {
	switch {
	case len(r.Gates) == 0:
		return pdf.Dim(report.None)
	case r.Tried == 0:
		return pdf.Dim("inget att pröva")
	}
	said := fmt.Sprintf("%s av %s", report.Count(r.Followed), report.Count(r.Tried))
	switch {
	case r.Breaking() == 0:
		return pdf.RAG(pdf.Good, said)
	case r.Breaches[0].Missing.Gate.Effect == governance.Stop:
		return pdf.RAG(pdf.Bad, said)
	}
	return pdf.RAG(pdf.Warn, said)
}

// besides is what more there is to know of how a rule is followed.
func (c *compliance) besides(r governance.Compliance) string {
	var parts []string
	if len(r.Gates) == 0 {
		parts = append(parts, "prövas inte av något krav")
	}
	if r.Confirmed > 0 {
		parts = append(parts, report.Count(r.Confirmed)+" genom bekräftelse")
	}
	if n := len(r.Excepted); n > 0 {
		parts = append(parts, report.Count(n)+" med undantag")
	}
	against, departs := map[field.ID]bool{}, r.Breaking()
	for _, b := range r.Breaches {
		if !b.Missing.Unanswered {
			against[b.Of.ID] = true
		}
	}
	if n := len(against); n > 0 {
		parts = append(parts, text.Plural(n, "bryter mot den", "bryter mot den"))
	}
	if n := departs - len(against); n > 0 {
		parts = append(parts, text.Plural(n, "inte redovisad än", "inte redovisade än"))
	}
	for _, by := range r.Rule.By {
		sort, key, _ := strings.Cut(by, ":")
		if post, known := c.All.Model().Post(key); sort == governance.ByPost && known && c.vacant[key] > 0 {
			parts = append(parts, fmt.Sprintf("%s saknas i %s", text.Lower(post.Label), text.Plural(c.vacant[key], "enhet", "enheter")))
		}
	}
	return text.Capital(strings.Join(parts, ", "))
}

// unitTable is how many breaches each förvaltning, nämnd and bolag has.
func (c *compliance) unitTable(f *pdf.Flow) {
	type counts struct{ stop, warn, record, against, excepted int }
	of := map[string]*counts{}
	at := func(r *field.Record) *counts {
		unit := c.unit(r)
		if of[unit] == nil {
			of[unit] = &counts{}
		}
		return of[unit]
	}
	for _, r := range c.rules {
		for _, b := range r.Breaches {
			n := at(b.Of)
			if !b.Missing.Unanswered {
				n.against++
			}
			switch b.Missing.Gate.Effect {
			case governance.Stop:
				n.stop++
			case governance.Warn:
				n.warn++
			default:
				n.record++
			}
		}
		for _, b := range r.Excepted {
			at(b.Of).excepted++
		}
	}
	f.H1(eachUnit)
	var rows []pdf.TableRow
	var total counts
	row := func(n counts) []pdf.Cell {
		all := n.stop + n.warn + n.record
		return pdf.Cells(report.Count(n.stop), report.Count(n.warn), report.Count(n.record), report.Count(n.against), report.Count(all-n.against), report.Count(all), report.Count(n.excepted))
	}
	for _, unit := range inOrder(of) {
		n := *of[unit]
		rows = append(rows, pdf.R(append([]pdf.Cell{pdf.Txt(unit)}, row(n)...)...))
		total = counts{total.stop + n.stop, total.warn + n.warn, total.record + n.record, total.against + n.against, total.excepted + n.excepted}
	}
	rows = append(rows, pdf.SumRow(append([]pdf.Cell{pdf.Txt("Summa")}, row(total)...)...))
	f.Table(pdf.Table{Rows: rows, Dense: true, Summary: "Antal avsteg per förvaltning, nämnd och bolag, efter vad kravet gör",
		Cols: []pdf.Col{{Head: "Enhet", Flex: 1, RowHead: true}, {Head: "Stoppar", Align: draw.Right, Over: "Kravet"}, {Head: "Varnar", Align: draw.Right, Over: "Kravet"}, {Head: "Noteras", Align: draw.Right, Over: "Kravet"},
			{Head: "Bryter mot", Align: draw.Right, Over: "Avstegen"}, {Head: "Inte redovisat", Align: draw.Right, Over: "Avstegen"}, {Head: "Summa", Align: draw.Right, Over: "Avstegen"}, {Head: "Med undantag", Align: draw.Right}}})
}

// exceptionTable has those that are made, who made them, until when and why.
func (c *compliance) exceptionTable(f *pdf.Flow) {
	f.H1(excepted)
	var rows []pdf.TableRow
	for _, e := range c.exceptions {
		d := e.Decision
		by := report.Joined(", ", report.SaidBy(c.All, d), governance.DecisionOn.Get(d).String())
		rows = append(rows, pdf.R(pdf.Txt(report.Joined(" ", e.Of.Ref, report.Clip(c.All.Label(e.Of.ID), 80))), pdf.Txt(governance.DecisionGate.Get(d)), pdf.Txt(e.Text),
			pdf.Txt(report.Or(by)), report.LastDay(e), pdf.Txt(report.Or(governance.DecisionReason.Get(d)))))
	}
	f.Table(pdf.Table{Size: listSize, Dense: true, Rows: rows, Summary: "Undantag från krav, med vem som gjort dem, till när och varför",
		Cols: []pdf.Col{{Head: "Gäller", Flex: 2, RowHead: true}, {Head: "Krav"}, {Head: "Det som saknas", Flex: 3}, {Head: "Beslutat av", Flex: 2}, {Head: "Till"}, {Head: "Varför", Flex: 3}}})
}

func (c *compliance) unit(r *field.Record) string { return cmp.Or(c.LevelOf(r), report.Unitless) }

// inOrder are the names of units, those of no unit last.
func inOrder[T any](of map[string]T) []string {
	return slices.SortedFunc(maps.Keys(of), func(a, b string) int {
		if (a == report.Unitless) != (b == report.Unitless) {
			return map[bool]int{true: 1, false: -1}[a == report.Unitless]
		}
		return text.Compare(a, b)
	})
}
