// Package efterlevnad is the report of how the rules of the styrmodell are followed.
package efterlevnad

import (
	"cmp"
	"fmt"
	"slices"

	"itportfoljen/app"
	"itportfoljen/app/base/draw"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/org"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

// The sections.
const (
	eachRule   = "Regel för regel"
	eachUnit   = "Avsteg per enhet"
	eachBreach = "Avsteg"
	excepted   = "Undantag"
)

// Report is the efterlevnadsrapport.
var Report = report.Report{Info: report.Info{
	Name: "efterlevnad", Title: "Efterlevnad", For: "IT-chefen och ledningsgruppen", Group: app.ReportsForLeaders,
	Description: "Hur styrmodellens regler följs i dag: de viktigaste avstegen först, hur många som följer varje regel, avstegen med namn per enhet, och undantagen med vem, till när och varför.",
	Settings:    report.With(report.Sections(eachRule, eachUnit, eachBreach, excepted)),
}, Write: write}

// compliance is the report being built, with its answers.
type compliance struct {
	*report.Job
	rules      []governance.Compliance
	exceptions []governance.Exception
	vacant     map[string]int // units that lack somebody in a post, by the post's key
}

// The most important that there is room for on the first page.
const mostFirst = 10

func write(j *report.Job) (*pdf.Doc, error) {
	c := &compliance{Job: j, rules: governance.Compliances(j.All, j.Ours), vacant: map[string]int{}}
	for _, e := range governance.Exceptions(j.All) {
		if j.Ours(e.Of) {
			c.exceptions = append(c.exceptions, e)
		}
	}
	for _, v := range org.Vacancies(j.All) {
		for _, u := range v.Units {
			if j.Unit == "" || org.Within(j.All, u, j.Unit) {
				c.vacant[v.Post.Key]++
			}
		}
	}
	title := "Så följs reglerna för IT"
	if unit := j.Sets["enhet"]; unit != "" {
		title += ": " + unit
	}
	doc := j.Doc(title, false)
	doc.Head(j.Over(), j.Title(title), report.Joined(" · ", report.Day(j.Date), "Styrmodell "+j.All.Model().Name))
	c.front(doc.Flow)
	if len(c.rules) > 0 {
		c.chapters(doc.Flow)
	}
	j.SealNote(doc.Flow)
	return doc, nil
}

func (c *compliance) chapters(f *pdf.Flow) {
	if c.Has(eachRule) {
		f.PageBreak()
		c.ruleTable(f)
	}
	if c.Has(eachUnit) && c.breaking() > 0 {
		f.Keep(c.unitTable)
	}
	if c.Has(eachBreach) && c.breaking() > 0 {
		c.breachTable(f)
	}
	if c.Has(excepted) && len(c.exceptions) > 0 {
		c.exceptionTable(f)
	}
}

// front is the first page, which stands alone.
func (c *compliance) front(f *pdf.Flow) {
	if len(c.rules) == 0 {
		f.P("Styrmodellen har inga regler att pröva. Välj en modell med regler under Styrmodell, eller skriv in egna krav där.")
		return
	}
	f.KeyFigures(c.keyFigures()...)
	first := c.foremost()
	if len(first) == 0 {
		f.H2("Avsteg")
		if c.tried() == 0 {
			f.P("Det finns inget att pröva mot reglerna än. Lägg in system, avtal och insatser, så prövas de.")
		} else {
			f.P("Allt som har prövats följer reglerna.")
		}
		return
	}
	shown := first[:min(mostFirst, len(first))]
	if len(shown) < len(first) {
		f.H2Aside("Viktigast att rätta", pdf.M(fmt.Sprintf("%d av %d krav", len(shown), len(first))))
	} else {
		f.H2("Viktigast att rätta")
	}
	var rows []pdf.TableRow
	for _, g := range shown {
		rule := pdf.Rich(pdf.T(g.rule))
		if c.Has(eachBreach) {
			rule = pdf.Rich(pdf.To(g.rule, anchor(g.rule)))
		}
		rows = append(rows, pdf.R(light(g.effect), pdf.Txt(g.text), pdf.Txt(c.few(g.of)), pdf.Txt(report.Count(len(g.of))), rule))
	}
	f.Table(pdf.Table{Dense: true, Rows: rows, Summary: "De krav som flest saknar, det som stoppar före det som varnar",
		Cols: []pdf.Col{{Head: "Kravet"}, {Head: "Det som saknas", Flex: 3, RowHead: true}, {Head: "Gäller", Flex: 3}, {Head: "Antal", Align: draw.Right}, {Head: "Regel"}}})
	f.Note("Prövat är det som redan är i drift, undertecknat, påbörjat eller klart, mot det som krävs dit. Stoppar: nästa gång går det inte vidare utan undantag. Varnar: det sägs. Noteras: det skrivs upp.")
}

func (c *compliance) keyFigures() []pdf.KeyFigure {
	tried, whole, stops, things := 0, 0, 0, map[field.ID]bool{}
	for _, r := range c.rules {
		if r.Tried > 0 {
			tried++
			if r.Breaking() == 0 {
				whole++
			}
		}
		for _, b := range r.Breaches {
			things[b.Of.ID] = true
			if b.Missing.Gate.Effect == governance.Stop {
				stops++
			}
		}
	}
	out := []pdf.KeyFigure{
		{Label: "Regler", Value: report.Count(len(c.rules)), Note: fmt.Sprintf("%s har något att pröva", report.Count(tried))},
		{Label: "Följs av alla", Value: report.Count(whole), Note: "av " + report.Count(tried) + " prövade"},
		{Label: "Avsteg", Value: report.Count(c.breaking()), Note: "av " + text.Plural(len(things), "sak", "saker")},
		{Label: "Av krav som stoppar", Value: report.Count(stops)},
		{Label: "Undantag", Value: report.Count(len(c.exceptions)), Note: "inget har gått ut"},
	}
	if tried == 0 {
		out[1].Value, out[1].Note = report.None, "inget att pröva"
		out[2].Value, out[2].Note = report.None, "inget att pröva"
		out[3].Value = report.None
	}
	if stops > 0 {
		out[3].Status, out[3].Note = pdf.Bad, "av avstegen"
	}
	over := 0
	for _, e := range c.exceptions {
		if e.Over {
			over++
		}
	}
	switch {
	case len(c.exceptions) == 0:
		out[4].Note = "inga gjorda"
	case over > 0:
		out[4].Status, out[4].Note = pdf.Warn, report.Count(over)+" har gått ut"
	}
	return out
}

// tried is how many times something is held against a rule, and breaking how often that fails.
func (c *compliance) tried() (n int) {
	for _, r := range c.rules {
		n += r.Tried
	}
	return n
}

func (c *compliance) breaking() (n int) {
	for _, r := range c.rules {
		n += len(r.Breaches)
	}
	return n
}

// lack is one gate and the things that lack what it asks for.
type lack struct {
	rule, text string
	effect     governance.Effect
	of         []governance.Breach
}

// lacks are the gates of a rule that something lacks, the hardest first.
func lacks(r governance.Compliance) (out []lack) {
	for _, g := range r.Gates {
		one := lack{rule: r.Rule.Key, text: g.Text, effect: g.Effect}
		for _, b := range r.Breaches {
			if b.Missing.Gate.Key == g.Key {
				one.of = append(one.of, b)
			}
		}
		if len(one.of) > 0 {
			out = append(out, one)
		}
	}
	slices.SortStableFunc(out, func(a, b lack) int { return cmp.Compare(weight(a.effect), weight(b.effect)) })
	return out
}

// foremost are the gates that something lacks: what stops first, then those of most things.
func (c *compliance) foremost() (out []lack) {
	for _, r := range c.rules {
		out = append(out, lacks(r)...)
	}
	slices.SortStableFunc(out, func(a, b lack) int {
		return cmp.Or(cmp.Compare(weight(a.effect), weight(b.effect)), cmp.Compare(len(b.of), len(a.of)))
	})
	return out
}

func weight(e governance.Effect) int {
	return slices.Index([]governance.Effect{governance.Stop, governance.Warn, governance.Record}, e)
}

// word is what a gate does, as it is said.
func word(e governance.Effect) string {
	switch e {
	case governance.Stop:
		return "stoppar"
	case governance.Warn:
		return "varnar"
	case governance.Record:
		return "noteras"
	}
	return ""
}

func light(e governance.Effect) pdf.Cell {
	switch e {
	case governance.Stop:
		return pdf.RAG(pdf.Bad, word(e))
	case governance.Warn:
		return pdf.RAG(pdf.Warn, word(e))
	}
	return pdf.RAG(pdf.Idle, word(e))
}

// few names the first of some things, and says how many more there are.
func (c *compliance) few(of []governance.Breach) string {
	names := make([]string, len(of))
	for i, b := range of {
		names[i] = report.Clip(c.All.Label(b.Of.ID), 40)
	}
	return report.Some(names, 3)
}

func anchor(rule string) string { return "regel-" + rule }
