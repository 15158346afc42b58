package plan

import (
	"fmt"
	"slices"

	"itportfoljen/app/base/draw"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/budget"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/goal"
	"itportfoljen/app/governance"
	"itportfoljen/app/insight"
	insats "itportfoljen/app/plan"
	"itportfoljen/app/priority"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

// yearOf is an insats' budget of the year of a type, "" for both.
func (p *paper) yearOf(r *field.Record, typ string) money.Total {
	v, known := economy.Sum(p.W, r.ID, p.Year, typ, economy.CostBudget)
	return money.Total{Ore: v, Known: known}
}

// perGroup is how many insatser each group has, and what they are budgeted to cost the year.
func (p *paper) perGroup() (t pdf.Table, moved bool) {
	t = pdf.Table{Size: 8.5, Dense: true, Summary: "Insatser och årets budget i tusental kronor per grupp", Empty: "Planen har inga insatser än.",
		Cols: []pdf.Col{{Head: p.groupHead(), Flex: 1, RowHead: true, Hyphen: true}, {Head: "Insatser", Align: draw.Right}, {Head: "Drift", Align: draw.Right}, {Head: "Investering", Align: draw.Right}, {Head: "Summa", Align: draw.Right}}}
	groups := p.groups()
	sums := make([][2]money.Total, len(groups)+1)
	rows := make([][]money.Ore, len(groups))
	for i, g := range groups {
		for _, r := range g.Records {
			for k, typ := range []string{economy.Operations, economy.Investment} {
				v := p.yearOf(r, typ)
				sums[i][k].Add(v.Ore, v.Known)
				sums[len(groups)][k].Add(v.Ore, v.Known)
			}
		}
		rows[i] = []money.Ore{sums[i][0].Ore, sums[i][1].Ore}
	}
	shown, moved := report.Tally(rows, money.Tkr)
	row := func(name string, n, i int) []pdf.Cell {
		return []pdf.Cell{pdf.Txt(name), pdf.Txt(report.Count(n)), report.Amount(shown[i][0], sums[i][0].Known, money.Tkr), report.Amount(shown[i][1], sums[i][1].Known, money.Tkr),
			report.Amount(shown[i][0]+shown[i][1], sums[i][0].Known || sums[i][1].Known, money.Tkr)}
	}
	for i, g := range groups {
		t.Rows = append(t.Rows, pdf.R(row(report.Clip(g.Name, 80), len(g.Records), i)...))
	}
	if len(groups) > 0 {
		t.Rows = append(t.Rows, pdf.SumRow(row("Summa", len(p.in), len(groups))...))
	}
	return t, moved
}

// lists are the insatser one group at a time.
func (p *paper) lists(f *pdf.Flow) {
	f.H1("Insatser")
	if n := len(insats.At(p.W, governance.Idea)); n > 0 {
		f.P(text.Capital(text.Plural(n, "idé", "idéer")) + " som ännu inte är begärda står inte i planen.")
	}
	t := pdf.Table{Size: textSize, Dense: true, Empty: "Planen har inga insatser än.", Summary: "Insatserna i planen med fas, klass, prioritet, tid och årets budget i kronor",
		Cols: []pdf.Col{{Head: "Insats", Flex: 1, RowHead: true, Hyphen: true}, {Head: "Fas", MaxWidth: 80}, {Head: "Klass", MaxWidth: 60}, {Head: "Prio"}, {Head: "Tid"},
			{Head: fmt.Sprintf("Drift %d, kr", p.Year), Align: draw.Right}, {Head: fmt.Sprintf("Investering %d, kr", p.Year), Align: draw.Right}}}
	var all [2]money.Total
	sum := func(label string, v [2]money.Total) {
		t.Rows = append(t.Rows, pdf.SumRow(pdf.Across(label, 5), report.Amount(v[0].Ore, v[0].Known, money.Kr), report.Amount(v[1].Ore, v[1].Known, money.Kr)))
	}
	groups := p.groups()
	for _, g := range groups {
		t.Rows = append(t.Rows, pdf.GroupRow(g.Name))
		var of [2]money.Total
		for _, r := range g.Records {
			name := []pdf.Run{pdf.T(r.Name()), pdf.M(" " + r.Ref)}
			for _, s := range insats.Specials(p.W, r) {
				name = append(name, pdf.M(", "+s))
			}
			cells := []pdf.Cell{pdf.Rich(name...), pdf.Txt(p.show(insats.Phase.Field, r)), pdf.Txt(p.show(insats.Class.Field, r)), pdf.Txt(p.show(insats.Priority.Field, r)), pdf.Txt(report.Span(insats.Start.Get(r), insats.End.Get(r)))}
			for k, typ := range []string{economy.Operations, economy.Investment} {
				v := p.yearOf(r, typ)
				of[k].Add(v.Ore, v.Known)
				all[k].Add(v.Ore, v.Known)
				cells = append(cells, report.Amount(v.Ore, v.Known, money.Kr))
			}
			t.Rows = append(t.Rows, pdf.R(cells...))
		}
		if len(groups) > 1 {
			sum("Summa "+g.Name, of)
		}
	}
	if len(groups) > 0 {
		sum("Summa", all)
	}
	f.Table(t)
	if len(groups) > 0 {
		f.Note(fmt.Sprintf("Budget %d. Summan är densamma som på första sidan och i kostnaderna år för år.", p.Year))
	}
}

// show is what a field says, a dash for nothing.
func (p *paper) show(f *field.Field, r *field.Record) string {
	if !p.Tells(f) {
		return report.None
	}
	return report.Or(f.Show(p.W, f.Value(p.W, r, 0)))
}

// each is every insats with what it is and why.
func (p *paper) each(f *pdf.Flow) {
	if len(p.in) == 0 {
		return
	}
	f.H1("Insatserna en för en")
	for _, g := range p.groups() {
		f.H2(g.Name)
		for _, r := range g.Records {
			f.Keep(func(f *pdf.Flow) { p.one(f, r) })
		}
	}
}

// one is an insats in a few lines.
func (p *paper) one(f *pdf.Flow, r *field.Record) {
	f.H3(r.Name())
	f.Note(report.Joined(" · ", r.Ref, p.W.Label(insats.Unit.Get(r)), p.show(insats.Phase.Field, r), p.labelled(insats.Client.Field, r), p.labelled(insats.Manager.Field, r), p.labelled(insats.Performer.Field, r), p.aims(r)))
	if s := insats.Description.Get(r); s != "" && p.Tells(insats.Description.Field) {
		f.P(s)
	} else {
		f.Text(pdf.M("Beskrivning saknas."))
	}
}

// labelled is what a field says after its label; "" for nothing.
func (p *paper) labelled(f *field.Field, r *field.Record) string {
	if s := p.show(f, r); s != report.None {
		return text.Lower(f.Label) + " " + s
	}
	return ""
}

// The insatser that a goal names, those that give it most first; how many more there are is said.
const mostGiven = 8

// bySize orders what insatser give to a goal: much first, and what nobody has said last.
func bySize(c *field.Record) int {
	if i := slices.Index([]string{"large", "some", "small"}, goal.ContributionSize.Get(c)); i >= 0 {
		return i
	}
	return 3
}

// aims are the goals that an insats contributes to; "" for none.
func (p *paper) aims(r *field.Record) string {
	var names []string
	for _, c := range p.All.Pointing(goal.ContributionOf.Field, r.ID) {
		if name := p.All.Label(goal.ContributionTo.Get(c)); name != "" {
			names = append(names, "”"+name+"”")
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "bidrar till " + text.And(names)
}

// goals are what the insatser are to reach.
func (p *paper) goals(f *pdf.Flow) {
	f.H1("Mål")
	in := map[field.ID]bool{}
	for _, r := range p.in {
		in[r.ID] = true
	}
	t := pdf.Table{Size: 8.5, Dense: true, Summary: "Målen med mått och de insatser som bidrar", Empty: "Inga mål är inlagda.",
		Cols: []pdf.Col{{Head: "Mål", Flex: 3, RowHead: true, Hyphen: true}, {Head: "Nivå", MaxWidth: 80}, {Head: "Mått och målvärde", Flex: 2, Hyphen: true}, {Head: "Insatser som bidrar", Flex: 3, Hyphen: true}}}
	helped := map[field.ID]bool{}
	for _, g := range p.All.All(goal.Kind) {
		given := slices.DeleteFunc(slices.Clone(p.All.Pointing(goal.ContributionTo.Field, g.ID)), func(c *field.Record) bool { return !in[goal.ContributionOf.Get(c)] })
		slices.SortStableFunc(given, func(a, b *field.Record) int { return bySize(a) - bySize(b) })
		var runs []pdf.Run
		for i, c := range given {
			of := goal.ContributionOf.Get(c)
			helped[of] = true
			if i >= mostGiven && len(given) > mostGiven+1 {
				continue
			}
			s := p.W.Label(of)
			if size := goal.ContributionSize.Show(p.W, goal.ContributionSize.Get(c)); size != "" {
				s += " (" + text.Lower(size) + " bidrag)"
			}
			if len(runs) > 0 {
				s = "\n" + s
			}
			runs = append(runs, pdf.T(s))
		}
		if more := len(given) - len(runs); more > 0 {
			runs = append(runs, pdf.M("\noch "+report.Count(more)+" till"))
		}
		if runs == nil {
			runs = []pdf.Run{pdf.M("ingen i planen")}
		}
		t.Rows = append(t.Rows, pdf.R(pdf.Txt(g.Name()), pdf.Txt(p.show(goal.Level.Field, g)), pdf.Txt(report.Or(report.Joined(": ", goal.Measure.Get(g), goal.Target.Get(g)))), pdf.Rich(runs...)))
	}
	f.Table(t)
	if n := len(p.in) - len(helped); n > 0 && len(t.Rows) > 0 {
		f.Note(text.Capital(text.Plural(n, "insats", "insatser")) + " i planen bidrar inte till något inlagt mål.")
	}
}

// ranked are the insatser that wait for money, the first to have it first.
func (p *paper) ranked(f *pdf.Flow) {
	f.H1("Prioritering")
	groups := priority.Rank(p.W)
	if len(groups) == 0 {
		f.P("Inga insatser väntar på pengar.")
		return
	}
	year := p.W.PlanYear()
	f.P("Insatser som inte är beslutade, i den ordning som styrmodellens kriterier ger. Summan är av insatsen och dem före den.")
	for _, g := range groups {
		f.H2Aside(g.Label, pdf.M(g.Told(year)))
		t := pdf.Table{Size: textSize, Dense: true, Summary: "Insatser i prioritetsordning", Cols: []pdf.Col{{Head: "Nr"}, {Head: "Insats", Flex: 1, RowHead: true, Hyphen: true}, {Head: "Poäng", Align: draw.Right}, {Head: "Prio"},
			{Head: fmt.Sprintf("Budget %d, tkr", year), Align: draw.Right}, {Head: "Summa, tkr", Align: draw.Right}, {Head: "Ramen", MaxWidth: 110}}}
		for _, x := range g.Places {
			room := pdf.Txt("")
			if x.Below {
				room = pdf.Alarm("räcker inte")
			}
			t.Rows = append(t.Rows, pdf.R(pdf.Txt(report.Count(x.Number)), pdf.Txt(x.Insats.Name()), pdf.Txt(x.Score.Said()), pdf.Txt(p.show(insats.Priority.Field, x.Insats)),
				report.Amount(x.Cost.Ore, x.Cost.Known, money.Tkr), report.Amount(x.Sum, x.Sum != 0, money.Tkr), room))
		}
		f.Table(t)
	}
	f.Note("* efter poängen: något kriterium saknar poäng.")
}

// waiting are the decisions to come, on the first page.
func (p *paper) waiting(f *pdf.Flow) {
	const most = 6
	all := insight.Decisions(p.W)
	n := min(most, len(all))
	report.Shown(f, "Beslut som behövs", n, len(all), "de första")
	t := pdf.Table{Size: 8.5, Dense: true, Empty: "Inga beslut väntar.", Summary: "Insatser som väntar på beslut", Cols: []pdf.Col{{Head: "Insats", Flex: 1, RowHead: true}, {Head: "Senast"}, {Head: "Budget alla år, tkr", Align: draw.Right}}}
	for _, r := range all[:n] {
		v, known := insats.Cost(p.W, r)
		t.Rows = append(t.Rows, pdf.R(pdf.Txt(report.Clip(r.Name(), 80)), pdf.Txt(report.Or(insats.DecideBy.Get(r).String())), report.Amount(v, known, money.Tkr)))
	}
	f.Table(t)
}

// costs are what the plan is to cost in several years.
func (p *paper) costs(f *pdf.Flow) {
	last := p.Year + yearsAhead - 1
	f.H1(fmt.Sprintf("Kostnader %d–%d", p.Year, last))
	byType := budget.Query{First: p.Year, Last: last, Rows: []budget.Dimension{budget.By(budget.ByType)}, Columns: budget.By(budget.ByYear)}
	whole := p.ask(byType)
	if len(whole.Total.Rows) == 0 {
		f.P("Ingen kostnad är inlagd för insatserna i planen.")
		return
	}
	f.H2("Budget, drift och investering, tkr")
	f.Table(p.years("Slag", whole))
	byType.Rows = []budget.Dimension{budget.By(budget.ByUnit)}
	if len(p.W.Model().Portfolios) > 0 {
		byType.Rows = []budget.Dimension{budget.By(budget.ByPortfolio)}
	}
	f.H2("Budget per " + text.Lower(p.groupHead()) + ", tkr")
	f.Table(p.years(p.groupHead(), p.ask(byType)))
	f.Note("De två tabellerna har samma summa. Ett streck är att inget belopp är inlagt för året.")
}

// years is a table of what lines are budgeted to cost year by year, in tkr.
func (p *paper) years(head string, t *budget.Table) pdf.Table {
	out := pdf.Table{Size: textSize, Dense: true, Summary: "Budget per år i tusental kronor", Cols: []pdf.Col{{Head: head, Flex: 1, RowHead: true, Hyphen: true}}}
	for i := range yearsAhead {
		out.Cols = append(out.Cols, pdf.Col{Head: fmt.Sprint(p.Year + i), Align: draw.Right})
	}
	out.Cols = append(out.Cols, pdf.Col{Head: "Summa", Align: draw.Right})
	of := func(l *budget.Line, i int) money.Total {
		k := slices.IndexFunc(t.Columns, func(c budget.Column) bool { return c.Key == fmt.Sprint(p.Year+i) })
		if k < 0 {
			return money.Total{}
		}
		return l.Cells[k].Budget
	}
	rows := make([][]money.Ore, len(t.Total.Parts))
	for i, l := range t.Total.Parts {
		for y := range yearsAhead {
			rows[i] = append(rows[i], of(l, y).Ore)
		}
	}
	shown, _ := report.Tally(rows, money.Tkr)
	row := func(name string, l *budget.Line, v []money.Ore) []pdf.Cell {
		cells := []pdf.Cell{pdf.Txt(name)}
		var sum money.Total
		for y := range yearsAhead {
			known := of(l, y).Known
			sum.Add(v[y], known)
			cells = append(cells, report.Amount(v[y], known, money.Tkr))
		}
		return append(cells, report.Amount(sum.Ore, sum.Known, money.Tkr))
	}
	for i, l := range t.Total.Parts {
		out.Rows = append(out.Rows, pdf.R(row(l.Label, l, shown[i])...))
	}
	out.Rows = append(out.Rows, pdf.SumRow(row("Summa", t.Total, shown[len(rows)])...))
	return out
}
