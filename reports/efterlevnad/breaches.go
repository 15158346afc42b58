package efterlevnad

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/draw"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

// What is said by name under each requirement: so many that depart from it, of so many units.
const (
	mostNamed = 4
	mostUnits = 4
)

// breachTable has what is lacking of each rule that something departs from, the gravest first: how many
// lack it, in which units, and some of them by name.
func (c *compliance) breachTable(f *pdf.Flow) {
	var rows []pdf.TableRow
	named := 0
	for _, r := range c.gravest() {
		first := pdf.GroupRow(report.Joined(" · ", r.Rule.Key, c.source(r), fmt.Sprintf("följs av %s av %s", report.Count(r.Followed), report.Count(r.Tried))))
		first.Mark = anchor(r.Rule.Key)
		rows = append(rows, first)
		for _, l := range lacks(r) {
			some, said := c.foremostNames(l.of), "Bryter mot: "
			if l.unanswered {
				said = "Inte redovisat: "
			}
			named += len(some) * len(l.texts)
			names := make([]string, len(some))
			for i, b := range some {
				names[i] = c.name(b, 40)
			}
			if more := len(l.of) - len(some); more > 0 {
				names[len(names)-1] += " och " + report.Count(more) + " till"
			}
			rows = append(rows, pdf.R(light(l.effect), pdf.Txt(said+strings.Join(l.texts, " ")), pdf.Txt(report.Count(len(l.of))), pdf.Txt(c.perUnit(l.of)), pdf.Txt(strings.Join(names, "; "))))
		}
	}
	f.H1(eachBreach)
	f.P("De regler som något bryter mot står först, sedan de där något inte är redovisat än; av dem det som stoppar före det som varnar, och det som flest avviker från överst. " + c.unnamed(c.breaking()-named))
	f.Table(pdf.Table{Size: listSize, Dense: true, Rows: rows, Summary: "Det som saknas under varje regel, med antal, antal per enhet och några av dem som avviker",
		Cols: []pdf.Col{{Head: "Kravet"}, {Head: "Avvikelsen", Flex: 4, RowHead: true}, {Head: "Antal", Align: draw.Right}, {Head: "Per enhet", Flex: 4}, {Head: "Avviker", Flex: 4}}})
}

// unnamed says how many breaches have no name in the table, and where they have.
func (c *compliance) unnamed(n int) string {
	switch {
	case n == 0:
		return "Alla står med namn."
	case c.Sets[allNames.Key] == report.Yes:
		return fmt.Sprintf("Högst %s står med namn under varje krav. %s nämns inte här, men i bilagan sist.", text.Count(mostNamed), text.Capital(text.Plural(n, "avsteg", "avsteg")))
	}
	return fmt.Sprintf("Högst %s står med namn under varje krav. %s nämns inte här: de står i en bilaga om rapporten görs med inställningen Alla namn.", text.Count(mostNamed), text.Capital(text.Plural(n, "avsteg", "avsteg")))
}

// gravest are the rules that something departs from: those that something goes against before those where it
// isn't accounted for, what stops before what warns, and then what most things depart from.
func (c *compliance) gravest() (out []governance.Compliance) {
	first := map[string]lack{}
	for _, r := range c.rules {
		if all := lacks(r); len(all) > 0 {
			out, first[r.Rule.Key] = append(out, r), all[0]
		}
	}
	slices.SortStableFunc(out, func(a, b governance.Compliance) int {
		x, y := first[a.Rule.Key], first[b.Rule.Key]
		if x.unanswered != y.unanswered {
			return map[bool]int{false: -1, true: 1}[x.unanswered]
		}
		return cmp.Or(cmp.Compare(weight(x.effect), weight(y.effect)), cmp.Compare(b.Breaking(), a.Breaking()))
	})
	return out
}

// foremostNames are some of those that lack something: those whose exception has run out, and then by name.
func (c *compliance) foremostNames(of []governance.Breach) []governance.Breach {
	all := slices.Clone(of)
	slices.SortStableFunc(all, func(a, b governance.Breach) int {
		if x, y := a.RanOut(c.All.Today()), b.RanOut(c.All.Today()); x != y {
			return map[bool]int{true: -1, false: 1}[x]
		}
		return text.Compare(c.All.Label(a.Of.ID), c.All.Label(b.Of.ID))
	})
	return all[:min(mostNamed, len(all))]
}

// perUnit is how many of some there are in each unit, the most first: "Skolförvaltningen 12, Vårdförvaltningen 5".
func (c *compliance) perUnit(of []governance.Breach) string {
	count := map[string]int{}
	for _, b := range of {
		count[c.unit(b.Of)]++
	}
	units := inOrder(count)
	slices.SortStableFunc(units, func(a, b string) int { return cmp.Compare(count[b], count[a]) })
	var said []string
	rest := 0
	for i, u := range units {
		if i >= mostUnits-1 && len(units) > mostUnits {
			rest += count[u]
			continue
		}
		said = append(said, u+"\u00a0"+report.Count(count[u]))
	}
	if rest > 0 {
		said = append(said, fmt.Sprintf("%s andra\u00a0%s", report.Count(len(units)-mostUnits+1), report.Count(rest)))
	}
	return strings.Join(said, ", ")
}

func (c *compliance) source(r governance.Compliance) string {
	if r.Rule.Source == "" {
		return ""
	}
	return "riktlinjen " + r.Rule.Source
}

// name is what breaks a rule, its name in at most so many letters, and that it had an exception.
func (c *compliance) name(b governance.Breach, most int) string {
	s := report.Joined(" ", b.Of.Ref, report.Clip(c.All.Label(b.Of.ID), most))
	if b.RanOut(c.All.Today()) {
		s += " (undantaget gick ut " + b.Until().String() + ")"
	}
	return s
}

// everyName is the appendix: each thing that departs from a rule, unit by unit, with the rules.
func (c *compliance) everyName(f *pdf.Flow) {
	type departs struct {
		of              *field.Record
		against, unsaid []string
	}
	at := map[field.ID]*departs{}
	units := map[string][]*departs{}
	for _, r := range c.rules {
		for _, b := range r.Breaches {
			one := at[b.Of.ID]
			if one == nil {
				one = &departs{of: b.Of}
				at[b.Of.ID] = one
				units[c.unit(b.Of)] = append(units[c.unit(b.Of)], one)
			}
			rule := r.Rule.Key
			if b.RanOut(c.All.Today()) {
				rule += " (undantaget gick ut " + b.Until().String() + ")"
			}
			list := &one.against
			if b.Missing.Unanswered {
				list = &one.unsaid
			}
			if !slices.Contains(*list, rule) {
				*list = append(*list, rule)
			}
		}
	}
	f.H1(appendix)
	said := "Var och en som avviker från någon regel, enhet för enhet, med reglernas nummer."
	if c.Has(eachRule) {
		said += " Vad reglerna säger står under " + eachRule + "."
	}
	f.P(said)
	var rows []pdf.TableRow
	for _, unit := range inOrder(units) {
		all := units[unit]
		rows = append(rows, pdf.GroupRow(unit+", "+report.Count(len(all))))
		slices.SortStableFunc(all, func(a, b *departs) int {
			return cmp.Or(text.Compare(a.of.Ref, b.of.Ref), text.Compare(c.All.Label(a.of.ID), c.All.Label(b.of.ID)))
		})
		for _, d := range all {
			rows = append(rows, pdf.R(pdf.Txt(report.Or(d.of.Ref)), pdf.Txt(c.All.Label(d.of.ID)), pdf.Txt(report.Or(strings.Join(d.against, ", "))), pdf.Txt(report.Or(strings.Join(d.unsaid, ", ")))))
		}
	}
	f.Table(pdf.Table{Size: listSize, Dense: true, Rows: rows, Summary: "Alla som avviker från någon regel, per enhet, med de regler de bryter mot och dem de inte har redovisat",
		Cols: []pdf.Col{{Head: "Nummer"}, {Head: "Avviker", Flex: 5, RowHead: true}, {Head: "Bryter mot", Flex: 2}, {Head: "Inte redovisat", Flex: 4}}})
}
