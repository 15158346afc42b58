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
	appendix   = "Bilaga: alla namn" // no section of its own: allNames asks for it
)

// allNames is whether everything that departs from a rule is named, in an appendix.
var allNames = report.Setting{Key: "namn", Label: "Alla namn", Help: "En bilaga med var och en som avviker. Annars står högst fyra med namn under varje krav.", Default: report.No, Choices: []string{report.Yes, report.No}}

// Report is the efterlevnadsrapport.
var Report = report.Report{Info: report.Info{
	Name: "efterlevnad", Title: "Efterlevnad", Also: []string{"regelefterlevnad", "compliance", "brister", "krav som inte uppfylls", "revision", "gdpr"}, For: "IT-chefen och ledningsgruppen", Group: app.ReportsForLeaders,
	Description: "Hur styrmodellens regler följs i dag: det som bryter mot dem skilt från det som inte är redovisat än, hur många som följer varje regel, avstegen räknade per enhet med några av dem vid namn, det allvarligaste först, och undantagen med vem, till när och varför.",
	Settings:    report.With(report.Sections(eachRule, eachUnit, eachBreach, excepted), allNames),
}, Write: write}

// compliance is the report being built, with its answers.
type compliance struct {
	*report.Job
	rules      []governance.Compliance
	exceptions []governance.Exception
	vacant     map[string]int // units that lack somebody in a post, by the post's key
}

// The rules that there is room for in each table of the first page.
const mostFirst = 7

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
	if c.Sets[allNames.Key] == report.Yes && c.breaking() > 0 {
		f.PageBreak()
		c.everyName(f)
	}
}

// front is the first page, which stands alone.
func (c *compliance) front(f *pdf.Flow) {
	if len(c.rules) == 0 {
		f.P("Styrmodellen har inga regler att pröva. Välj en modell med regler under Styrmodell, eller skriv in egna krav där.")
		return
	}
	f.KeyFigures(c.keyFigures()...)
	if c.breaking() == 0 {
		f.H2("Avsteg")
		if c.tried() == 0 {
			f.P("Det finns inget att pröva mot reglerna än. Lägg in system, avtal och insatser, så prövas de.")
		} else {
			f.P("Allt som har prövats följer reglerna.")
		}
		return
	}
	f.P(c.inShort())
	against, unsaid := c.foremost()
	c.foremostTable(f, "Bryter mot reglerna", against, "Inget som är redovisat bryter mot någon regel.")
	c.foremostTable(f, "Inte redovisat än", unsaid, "Allt som krävs är redovisat.")
	f.Note("Prövat är det som redan är i drift, undertecknat, påbörjat eller klart, mot det som krävs dit. Bryter mot: det som är inskrivet går emot regeln. Inte redovisat: det som krävs är inte inskrivet än, så ingen kan se om regeln följs. Stoppar: nästa gång går det inte vidare utan undantag. Varnar: det sägs. Noteras: det skrivs upp.")
}

// inShort is how many depart from the rules, in a sentence or two.
func (c *compliance) inShort() string {
	things, against, departs := map[field.ID]bool{}, 0, 0
	for _, r := range c.rules {
		for _, b := range r.Breaches {
			things[b.Of.ID] = true
			if departs++; !b.Missing.Unanswered {
				against++
			}
		}
	}
	said := fmt.Sprintf("%s har sammanlagt %s från reglerna. ", text.Plural(len(things), "sak", "saker"), text.Plural(departs, "avsteg", "avsteg"))
	switch against {
	case 0:
		return said + "Inget av dem är att något bryter mot en regel: det som krävs är inte redovisat än."
	case departs:
		return said + "Alla är sådana att det som är redovisat bryter mot en regel."
	}
	return said + fmt.Sprintf("I %s fall bryter det som är redovisat mot en regel. I %s är det som krävs inte redovisat än.", report.Count(against), report.Count(departs-against))
}

// foremostTable has the rules that most depart from, those that stop first.
func (c *compliance) foremostTable(f *pdf.Flow, title string, all []lack, none string) {
	if len(all) == 0 {
		f.H2(title)
		f.P(none)
		return
	}
	shown := all[:min(mostFirst, len(all))]
	report.Shown(f, title, len(shown), len(all), "de viktigaste")
	var rows []pdf.TableRow
	for _, g := range shown {
		rule := pdf.Rich(pdf.T(g.rule))
		if c.Has(eachBreach) {
			rule = pdf.Rich(pdf.To(g.rule, anchor(g.rule)))
		}
		rows = append(rows, pdf.R(light(g.effect), pdf.Txt(g.texts[0]), pdf.Txt(c.few(g.of)), pdf.Txt(report.Count(len(g.of))), rule))
	}
	f.Table(pdf.Table{Dense: true, Rows: rows, Summary: title + ": reglerna som flest avviker från, det som stoppar före det som varnar",
		Cols: []pdf.Col{{Head: "Kravet"}, {Head: "Avvikelsen", Flex: 3, RowHead: true}, {Head: "Gäller", Flex: 3}, {Head: "Antal", Align: draw.Right}, {Head: "Regel"}}})
}

func (c *compliance) keyFigures() []pdf.KeyFigure {
	// Of what goes against a rule, and of what isn't accounted for.
	type counts struct{ all, stops int }
	var against, unsaid counts
	tried, whole := 0, 0
	for _, r := range c.rules {
		if r.Tried > 0 {
			tried++
			if r.Breaking() == 0 {
				whole++
			}
		}
		for _, b := range r.Breaches {
			n := &against
			if b.Missing.Unanswered {
				n = &unsaid
			}
			if n.all++; b.Missing.Gate.Effect == governance.Stop {
				n.stops++
			}
		}
	}
	figure := func(label string, n counts, s pdf.Status) pdf.KeyFigure {
		k := pdf.KeyFigure{Label: label, Value: report.Count(n.all), Note: "inga avsteg"}
		switch {
		case tried == 0:
			k.Value, k.Note = report.None, "inget att pröva"
		case n.stops > 0:
			k.Status, k.Note = s, report.Count(n.stops)+" av krav som stoppar"
		case n.all > 0:
			k.Note = "avsteg"
		}
		return k
	}
	out := []pdf.KeyFigure{
		{Label: "Regler", Value: report.Count(len(c.rules)), Note: fmt.Sprintf("%s har något att pröva", report.Count(tried))},
		{Label: "Följs av alla", Value: report.Count(whole), Note: "av " + report.Count(tried) + " prövade"},
		figure("Bryter mot en regel", against, pdf.Bad),
		figure("Inte redovisat än", unsaid, pdf.Warn),
		{Label: "Undantag", Value: report.Count(len(c.exceptions)), Note: "inget har gått ut"},
	}
	if tried == 0 {
		out[1].Value, out[1].Note = report.None, "inget att pröva"
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

// lack is what things lack of what a rule asks for, either since it isn't accounted for or since
// what is goes against it.
type lack struct {
	rule, kind string   // what the gates are of
	texts      []string // what is missing, of each gate that the same things lack
	effect     governance.Effect
	unanswered bool
	of         []governance.Breach // a thing once
}

// lacks are the gates of a rule that something lacks: what goes against it first, then the
// hardest. Gates that the same things lack are told as one.
func lacks(r governance.Compliance) (out []lack) {
	for _, g := range r.Gates {
		for _, unanswered := range []bool{false, true} {
			one := lack{rule: r.Rule.Key, kind: g.Of, texts: []string{g.Text}, effect: g.Effect, unanswered: unanswered}
			for _, b := range r.Breaches {
				if b.Missing.Gate.Key == g.Key && b.Missing.Gate.Of == g.Of && b.Missing.Unanswered == unanswered {
					one.of = append(one.of, b)
				}
			}
			if len(one.of) == 0 {
				continue
			}
			if i := slices.IndexFunc(out, func(l lack) bool {
				return l.effect == one.effect && l.unanswered == unanswered && slices.EqualFunc(l.of, one.of, func(a, b governance.Breach) bool { return a.Of.ID == b.Of.ID && a.Decision == b.Decision })
			}); i >= 0 {
				out[i].texts = append(out[i].texts, one.texts...)
				continue
			}
			out = append(out, one)
		}
	}
	slices.SortStableFunc(out, func(a, b lack) int {
		if a.unanswered != b.unanswered {
			return map[bool]int{false: -1, true: 1}[a.unanswered]
		}
		return cmp.Compare(weight(a.effect), weight(b.effect))
	})
	return out
}

// foremost are the rules that things of a kind depart from, each with the hardest of what is lacking
// of most of them, and all that lack something of it: what stops first, then those of most.
func (c *compliance) foremost() (against, unanswered []lack) {
	for _, r := range c.rules {
		all := lacks(r)
		slices.SortStableFunc(all, before)
		type of struct {
			kind       string
			unanswered bool
		}
		said := map[of]bool{}
		for _, first := range all {
			this := of{first.kind, first.unanswered}
			if said[this] {
				continue
			}
			said[this] = true
			seen, one := map[field.ID]bool{}, first
			one.of = nil
			for _, l := range all {
				for _, b := range l.of {
					if (of{l.kind, l.unanswered}) == this && !seen[b.Of.ID] {
						seen[b.Of.ID], one.of = true, append(one.of, b)
					}
				}
			}
			if one.unanswered {
				unanswered = append(unanswered, one)
			} else {
				against = append(against, one)
			}
		}
	}
	slices.SortStableFunc(against, before)
	slices.SortStableFunc(unanswered, before)
	return against, unanswered
}

// before orders what stops before what warns, and then what most things lack.
func before(a, b lack) int {
	return cmp.Or(cmp.Compare(weight(a.effect), weight(b.effect)), cmp.Compare(len(b.of), len(a.of)))
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
