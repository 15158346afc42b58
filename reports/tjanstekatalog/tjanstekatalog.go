// Package tjanstekatalog is the tjänstekatalog as those who order from it read it.
package tjanstekatalog

import (
	"cmp"
	"slices"

	"itportfoljen/app/base/draw"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/service"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

// Report is the tjänstekatalog.
var Report = report.Report{Info: report.Info{
	Name: "tjanstekatalog", Title: "Tjänstekatalog", Also: []string{"it-tjänster", "utbud", "beställa tjänst"}, For: "Alla som använder eller beställer IT-tjänster",
	Description: "Tjänsterna som erbjuds: för vilka, vad som ingår, servicenivåer med mål och senaste utfall, pris, vem som svarar och hur man beställer. Sorterad efter målgrupp eller den enhet som levererar.",
	Settings: report.With(
		report.Setting{Key: "grupp", Label: "Ordna efter", Default: byAudience, Choices: []string{byAudience, byUnit}}, report.Public,
	),
}, Write: write}

const (
	byAudience = "målgrupp"
	byUnit     = "leverantör"
)

// catalogue is the tjänstekatalog being built.
type catalogue struct{ *report.Job }

const listSize = 8.5

func write(j *report.Job) (*pdf.Doc, error) {
	c := &catalogue{j}
	title := j.ForUnit("Tjänstekatalog")
	doc := j.Doc(title, false)
	doc.Head(j.Over(), j.Title(title), report.Joined(" · ", j.Version(), report.Day(j.Date)))
	var offered, coming []*field.Record
	for _, s := range j.W.All(service.Kind) {
		switch {
		case service.Offered(s):
			offered = append(offered, s)
		case service.Phase.Get(s) == service.Planned || service.Phase.Get(s) == service.Introducing:
			coming = append(coming, s)
		}
	}
	if len(offered)+len(coming) == 0 {
		doc.P("Tjänstekatalogen är tom. Lägg in de tjänster som erbjuds under Tjänster, så beskrivs de här.")
		j.SealNote(doc.Flow)
		return doc, nil
	}
	groups := report.Grouped(offered, c.last(), c.category)
	c.front(doc.Flow, offered, coming, groups)
	for i, g := range groups {
		if i == 0 {
			doc.PageBreak()
		}
		doc.H1(g.Name)
		for _, s := range g.Records {
			doc.Anchor(string(s.ID))
			doc.Keep(func(f *pdf.Flow) { c.service(f, s) })
		}
	}
	if len(coming) > 0 {
		c.coming(doc.Flow, coming)
	}
	j.SealNote(doc.Flow)
	return doc, nil
}

// last heads the services of no category.
func (c *catalogue) last() string {
	if c.Sets["grupp"] == byUnit {
		return "Leverantör inte angiven"
	}
	return "Målgrupp inte angiven"
}

// category is what a service is ordered by.
func (c *catalogue) category(s *field.Record) string {
	if c.Sets["grupp"] == byUnit {
		return c.All.Label(service.Unit.Get(s))
	}
	return text.Capital(service.Audience.Get(s))
}

// front is the first page: how many there are, and the contents by category.
func (c *catalogue) front(f *pdf.Flow, offered, coming []*field.Record, groups []report.Group) {
	priced, levels, measured, met := 0, 0, 0, 0
	for _, s := range offered {
		if s.Get(service.Price.Field) != nil {
			priced++
		}
		for _, l := range c.levels(s) {
			levels++
			switch field.Encode(service.Met.Value(c.All, l, 0)) {
			case "yes":
				measured, met = measured+1, met+1
			case "no":
				measured++
			}
		}
	}
	kept := pdf.KeyFigure{Label: "Servicenivåer som nås", Value: report.None, Note: "inget är mätt"}
	switch {
	case levels == 0:
		kept.Note = "inga är överenskomna"
	case measured > 0:
		kept.Value, kept.Note = report.Count(met), "av "+report.Count(measured)+" mätta"
		if met < measured {
			kept.Status = pdf.Warn
		}
	}
	f.KeyFigures(pdf.KeyFigure{Label: "Tjänster", Value: report.Count(len(offered)), Note: "erbjuds i dag"}, pdf.KeyFigure{Label: "På väg", Value: report.Count(len(coming))},
		pdf.KeyFigure{Label: "Med pris", Value: report.Count(priced), Note: "av " + report.Count(len(offered))}, kept)
	if len(offered) == 0 {
		f.P("Ingen tjänst erbjuds än.")
		return
	}
	f.H2("Tjänsterna")
	var rows []pdf.TableRow
	for _, g := range groups {
		rows = append(rows, pdf.GroupRow(g.Name))
		for _, s := range g.Records {
			rows = append(rows, pdf.R(pdf.Rich(pdf.To(s.Name(), string(s.ID))), pdf.Txt(report.Or(report.FirstSentence(c.Say(s, service.Definition.Field), 90))), pdf.Txt(c.price(s)), pdf.Rich(pdf.PageRef("", string(s.ID)))))
		}
	}
	f.Table(pdf.Table{Size: listSize, Dense: true, Rows: rows, Summary: "Tjänsterna som erbjuds, med pris och den sida där de beskrivs",
		Cols: []pdf.Col{{Head: "Tjänst", Flex: 2, RowHead: true, Hyphen: true}, {Head: "Kort", Flex: 3}, {Head: "Pris", MaxWidth: 110}, {Head: "Sida", Align: draw.Right}}})
}

// levels are a service's that haven't ended.
func (c *catalogue) levels(s *field.Record) []*field.Record {
	return slices.DeleteFunc(service.Levels(c.All, s.ID), func(l *field.Record) bool { return service.State.Get(l) == service.Ended })
}

// price is what a service costs, and what for.
func (c *catalogue) price(s *field.Record) string {
	if s.Get(service.Price.Field) == nil || !c.Tells(service.Price.Field) {
		return report.None
	}
	return report.Joined(" ", service.Price.Get(s).Kr()+"\u00a0kr", text.Lower(c.Say(s, service.PricePer.Field)))
}

// service is the page of a service, or a part of one.
func (c *catalogue) service(f *pdf.Flow, s *field.Record) {
	f.H2(s.Name())
	if service.Phase.Get(s) == service.PhaseOut {
		f.Text(pdf.B("Avvecklas. "), pdf.T("Tjänsten tar inte emot nya beställningar."))
	}
	what := c.Say(s, service.Definition.Field)
	if what == "" {
		what = "Vad som ingår är inte beskrivet."
	}
	f.P(what)
	var facts []report.Fact
	add := func(label, said string) { facts = append(facts, report.Fact{Label: label, Said: said}) }
	add("För vilka", report.Or(c.Say(s, service.Audience.Field)))
	price := c.price(s)
	if price == report.None {
		price = "inte angivet"
	}
	add("Pris", price)
	add("Så beställer du", cmp.Or(c.Say(s, service.Support.Field), "kontaktväg inte angiven"))
	add("Villkor", c.Say(s, service.TermsText.Field))
	add("Ansvarig", report.Or(report.Joined(", ", c.Say(s, service.Responsible.Field), c.Say(s, service.Unit.Field))))
	for _, of := range []*field.Field{service.Hours.Field, service.Availability.Field, service.Capacity.Field, service.Continuity.Field, service.Systems.Field} {
		add(of.Label, c.Say(s, of))
	}
	report.Facts(f, "Vad som gäller för "+s.Name(), facts...)
	var rows []pdf.TableRow
	for _, l := range c.levels(s) {
		o := service.Last(c.All, l.ID)
		period := report.None
		if o != nil {
			period = report.Span(service.OutcomeFrom.Get(o), service.OutcomeTo.Get(o))
		}
		rows = append(rows, pdf.R(pdf.Txt(report.Joined(", ", l.Name(), text.Lower(c.Say(l, service.Priority.Field)))), pdf.Txt(report.Or(report.Goal(c.All, l))), pdf.Txt(report.Or(report.Latest(c.All, l))), pdf.Txt(period),
			met(c.Say(l, service.Met.Field), field.Encode(service.Met.Value(c.All, l, 0))), pdf.Txt(c.Say(l, service.State.Field))))
	}
	if len(rows) > 0 {
		f.Table(pdf.Table{Size: listSize, Dense: true, Rows: rows, Summary: "Servicenivåer för " + s.Name() + " med mål och senaste utfall",
			Cols: []pdf.Col{{Head: "Servicenivå", Flex: 1, RowHead: true}, {Head: "Mål"}, {Head: "Senaste utfall"}, {Head: "Mätt"}, {Head: "Når målet"}, {Head: "Status"}}})
	} else {
		f.Note("Ingen servicenivå är överenskommen.")
	}
}

// met is whether the goal is reached, as it is said.
func met(said, key string) pdf.Cell {
	switch key {
	case "yes":
		return pdf.RAG(pdf.Good, text.Lower(said))
	case "no":
		return pdf.RAG(pdf.Bad, text.Lower(said))
	}
	return pdf.Dim(report.Or(said))
}

// coming are the services that aren't offered yet.
func (c *catalogue) coming(f *pdf.Flow, coming []*field.Record) {
	f.H1("På väg")
	var rows []pdf.TableRow
	for _, s := range coming {
		rows = append(rows, pdf.R(pdf.Txt(s.Name()), pdf.Txt(c.Say(s, service.Phase.Field)), pdf.Txt(report.Or(c.Say(s, service.Audience.Field))), pdf.Txt(report.Or(report.FirstSentence(c.Say(s, service.Definition.Field), 120)))))
	}
	f.Table(pdf.Table{Size: listSize, Dense: true, Rows: rows, Summary: "Tjänster som planeras eller införs",
		Cols: []pdf.Col{{Head: "Tjänst", Flex: 2, RowHead: true}, {Head: "Fas"}, {Head: "För vilka", Flex: 1}, {Head: "Kort", Flex: 3}}})
}
