// Package systemkort is a page about a system: who answers for it, what it costs, its
// agreements and what it hangs together with.
package systemkort

import (
	"slices"
	"strings"

	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

// The sections.
const (
	described  = "Beskrivning"
	roles      = "Roller"
	classified = "Klassning och personuppgifter"
	agreements = "Avtal"
	costs      = "Kostnad"
	together   = "Integrationer"
	ahead      = "Livscykel och planer"
	risks      = "Risker"
	papers     = "Dokument"
	others     = "Övriga uppgifter"
)

// Report is the systemkort.
var Report = report.Report{Info: report.Info{
	Name: "systemkort", Title: "Systemkort", Also: []string{"systemblad", "systemdokumentation", "sida om ett system"}, For: "Systemägare, förvaltare och den som frågar",
	Description: "Ett system på en sida, eller alla system i en enhet: roller, klassning, personuppgifter, avtal med dagar kvar, kostnad per år, integrationer, risker, planer och dokument. Den offentliga versionen utelämnar känsliga fält.",
	Settings: report.With(report.Perhaps(system.Kind),
		report.Sections(described, roles, classified, agreements, costs, together, ahead, risks, papers, others), report.Public),
}, Write: write}

// cards are the systemkort being built.
type cards struct{ *report.Job }

// inUse are the years before and after the report's that costs are told of.
const yearsBack, yearsAhead = 1, 2

func write(j *report.Job) (*pdf.Doc, error) {
	c := &cards{j}
	if j.Of != nil {
		return c.single(j.Of), nil
	}
	return c.several(), nil
}

// single is the card of one system.
func (c *cards) single(s *field.Record) *pdf.Doc {
	doc := c.Doc(s.Name(), false)
	doc.Head(c.Over(), c.Title(s.Name()), c.under(s))
	c.card(doc.Flow, s)
	c.SealNote(doc.Flow)
	return doc
}

// several are the cards of all systems that aren't retired, with what there are first.
func (c *cards) several() *pdf.Doc {
	title := c.ForUnit("Systemkort")
	doc := c.Doc(title, false)
	doc.Head(c.Over(), c.Title(title), report.Joined(" · ", c.Version(), report.Day(c.Date)))
	systems := system.Kept(c.W)
	if len(systems) == 0 {
		doc.P("Det finns inga system att göra kort av. Lägg in dem för hand eller importera dem från Excel. Avvecklade system får inget kort.")
		c.SealNote(doc.Flow)
		return doc
	}
	groups := report.Grouped(systems, report.Unitless, c.LevelOf)
	doc.P(text.Capital(text.Plural(len(systems), "system", "system")) + ", vart och ett på en ny sida. Avvecklade system är inte med.")
	var rows []pdf.TableRow
	for _, g := range groups {
		rows = append(rows, pdf.GroupRow(g.Name+", "+text.Plural(len(g.Records), "system", "system")))
		for _, s := range g.Records {
			rows = append(rows, pdf.R(pdf.Txt(report.Or(s.Ref)), pdf.Rich(pdf.To(s.Name(), string(s.ID))), pdf.Txt(c.Say(s, system.Lifecycle.Field)), pdf.Rich(pdf.PageRef("", string(s.ID)))))
		}
	}
	doc.Table(pdf.Table{Size: listSize, Dense: true, Rows: rows, Summary: "Systemen med den sida där kortet står",
		Cols: []pdf.Col{{Head: "Nr"}, {Head: "System", Flex: 1, RowHead: true, Hyphen: true}, {Head: "Livscykel"}, {Head: "Sida", Align: right}}})
	for _, g := range groups {
		for _, s := range g.Records {
			doc.PageBreak()
			doc.Anchor(string(s.ID))
			doc.H1(s.Name())
			doc.Text(pdf.M(c.under(s)))
			c.card(doc.Flow, s)
		}
	}
	c.SealNote(doc.Flow)
	return doc
}

// under is the line below the name.
func (c *cards) under(s *field.Record) string {
	return report.Joined(" · ", s.Ref, c.All.Label(system.OwnerUnit.Get(s)), c.Version(), report.Day(c.Date))
}

// card is what stands below the name.
func (c *cards) card(f *pdf.Flow, s *field.Record) {
	f.KeyFigures(c.keyFigures(s)...)
	var nothing []string
	f.Tight(func(f *pdf.Flow) {
		part := func(f *pdf.Flow, name string, write func(f *pdf.Flow) bool) {
			if c.Has(name) && !write(f) && !slices.Contains(nothing, text.Lower(name)) {
				nothing = append(nothing, text.Lower(name))
			}
		}
		part(f, described, func(f *pdf.Flow) bool {
			said := c.Say(s, system.Description.Field)
			if said != "" {
				f.P(said)
			}
			return said != ""
		})
		c.beside(f, s, part)
		part(f, agreements, func(f *pdf.Flow) bool { return c.agreements(f, s) })
		part(f, costs, func(f *pdf.Flow) bool { return c.costs(f, s) })
		part(f, together, func(f *pdf.Flow) bool { return c.integrations(f, s) })
		part(f, risks, func(f *pdf.Flow) bool { return c.risks(f, s) })
	})
	if len(nothing) > 0 {
		f.Note("Inget angivet om " + text.And(nothing) + ".")
	}
}

// beside are the roles and what is ahead in one column, the classification and the documents
// in another, and all else below them both.
func (c *cards) beside(f *pdf.Flow, s *field.Record, part func(f *pdf.Flow, name string, write func(f *pdf.Flow) bool)) {
	left := func(f *pdf.Flow) {
		part(f, roles, func(f *pdf.Flow) bool { return c.roles(f, s) })
		part(f, ahead, func(f *pdf.Flow) bool { return c.ahead(f, s) })
	}
	right := func(f *pdf.Flow) {
		part(f, classified, func(f *pdf.Flow) bool { return c.classified(f, s) })
		part(f, papers, func(f *pdf.Flow) bool { return c.papers(f, s) })
	}
	const summary = "Det som annars är angivet om systemet"
	first, second, rest := c.Has(roles) || c.Has(ahead), c.Has(classified) || c.Has(papers), c.others(s)
	poured := first && second && c.Has(others) && len(rest) > 0
	switch {
	case poured:
		f.Pour(left, right, others, report.FactTable(pdf.Half(f.Width()), summary, rest))
	case first && second:
		f.Columns(left, right)
	case first:
		left(f)
	case second:
		right(f)
	}
	part(f, others, func(f *pdf.Flow) bool { return poured || facts(f, others, summary, rest) })
}

// keyFigures are the few things to know first.
func (c *cards) keyFigures(s *field.Record) []pdf.KeyFigure {
	out := []pdf.KeyFigure{
		{Label: "Livscykel", Value: report.Or(c.Say(s, system.Lifecycle.Field))},
		{Label: "Användare", Value: report.Or(c.Say(s, system.Users.Field))},
		c.drift(s),
	}
	if c.Tells(system.Confidentiality.Field) && c.Tells(system.Integrity.Field) && c.Tells(system.Availability.Field) {
		var class []string
		for _, f := range []*field.Field{system.Confidentiality.Field, system.Integrity.Field, system.Availability.Field} {
			class = append(class, report.Or(c.Say(s, f)))
		}
		k := pdf.KeyFigure{Label: "Klassning K/R/T", Value: strings.Join(class, "/")}
		if !system.Classified(s) && system.InService(s) {
			k.Status, k.Note = pdf.Warn, "ofullständig"
			if s.Get(system.Confidentiality.Field) == nil && s.Get(system.Integrity.Field) == nil && s.Get(system.Availability.Field) == nil {
				k.Value, k.Note = report.None, "inte klassat"
			}
		}
		out = append(out, k)
	}
	return out
}
