// Package forvaltning is the page of a förvaltning: what it owns, does and pays, and what it is
// to answer, for the one who answers once a year.
package forvaltning

import (
	"cmp"
	"fmt"
	"slices"

	"itportfoljen/app"
	"itportfoljen/app/base/draw"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/forum"
	"itportfoljen/app/insight"
	"itportfoljen/app/plan"
	"itportfoljen/app/system"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

// The sections.
const (
	toAnswer   = "Att svara på"
	toDo       = "Att göra"
	systems    = "System"
	insatser   = "Insatser"
	queue      = "Ärenden i forumen"
	agreements = "Avtal att ta ställning till"
	uses       = "Används men ägs av andra"
)

// Report is the förvaltningens sida.
var Report = report.Report{Info: report.Info{
	Name: "forvaltning", Title: "Förvaltningens sida", Also: []string{"förvaltningschef", "förvaltningsrapport", "enhetens sida", "sammandrag per förvaltning"}, For: "Förvaltningschef och IT-samordnare", Group: app.ReportsForUnits,
	Description: "Allt som rör en förvaltning, nämnd eller ett bolag: vad den ska svara på och göra, egna system och insatser, ärenden i forumen, avtal att ta ställning till, kostnad och det den använder som andra äger.",
	Settings:    report.WithUnit(report.Sections(toAnswer, toDo, systems, insatser, queue, agreements, uses)),
}, Write: write}

// page is the report being built, with its answers.
type page struct {
	*report.Job
	figures   insight.Figures
	systems   []*field.Record // that aren't retired
	plans     []*field.Record // that are neither closed nor set aside
	questions []question
	todos     []insight.Todo
	due       []insight.Agreement
	waiting   []waiting
}

// question is a field that somebody is to fill in, and of what.
type question struct {
	field *field.Field
	of    []*field.Record
}

// waiting is an insats that waits for a forum.
type waiting struct {
	forum *field.Record
	forum.Waiting
}

const (
	listSize    = 8.0
	monthsAhead = 12
	mostTodos   = 12
)

func write(j *report.Job) (*pdf.Doc, error) {
	p := newPage(j)
	name := j.All.Label(j.Unit)
	doc := j.Doc("IT hos "+name, false)
	doc.Head(j.Over(), j.Title("IT hos "+name), report.Day(j.Date))
	doc.P(p.opening())
	doc.Space(8)
	doc.KeyFigures(p.keyFigures()...)
	for _, part := range []struct {
		name  string
		write func(f *pdf.Flow)
	}{{toAnswer, p.toAnswer}, {toDo, p.toDo}, {agreements, p.agreements}, {queue, p.queue}, {systems, p.systemTable}, {insatser, p.planTable}} {
		if j.Has(part.name) {
			part.write(doc.Flow)
		}
	}
	if j.Has(uses) {
		j.Used(doc.Flow)
	}
	j.SealNote(doc.Flow)
	return doc, nil
}

// newPage finds all that the page tells. What is found is found in the whole, so that nothing
// that others have is missed, and then what is the unit's is told.
func newPage(j *report.Job) *page {
	p := &page{Job: j, figures: insight.FiguresOf(j.W)}
	p.systems = system.Kept(j.W)
	p.plans = slices.DeleteFunc(plan.Live(j.All), func(r *field.Record) bool { return !j.Ours(r) })
	p.questions = p.ask()
	for _, t := range insight.Todos(j.All) {
		t.Records = slices.DeleteFunc(slices.Clone(t.Records), func(id field.ID) bool {
			r := j.All.Get(id)
			return r == nil || !j.Ours(r)
		})
		if len(t.Records) > 0 {
			p.todos = append(p.todos, t)
		}
	}
	p.due = slices.DeleteFunc(insight.AgreementsDue(j.All, monthsAhead), func(a insight.Agreement) bool {
		return !j.Ours(a.Record) && !slices.ContainsFunc(a.Systems, j.Ours)
	})
	for _, f := range j.All.All(forum.Kind) {
		for _, w := range forum.Queue(j.All, f) {
			if w.Initiative != nil && j.Ours(w.Initiative) {
				p.waiting = append(p.waiting, waiting{f, w})
			}
		}
	}
	return p
}

// ask is what the register lacks of the unit's systems and insatser, what most lack first.
func (p *page) ask() (out []question) {
	at := map[*field.Field]int{}
	for _, r := range slices.Concat(p.systems, p.plans) {
		for _, f := range insight.Missing(p.All, r) {
			i, known := at[f]
			if !known {
				i = len(out)
				at[f] = i
				out = append(out, question{field: f})
			}
			out[i].of = append(out[i].of, r)
		}
	}
	slices.SortStableFunc(out, func(a, b question) int { return cmp.Compare(len(b.of), len(a.of)) })
	return out
}

// opening tells whoever reads it what it is for, in a few words.
func (p *page) opening() string {
	n := 0
	for _, q := range p.questions {
		n += len(q.of)
	}
	what := "Sidan säger vad ni har av IT, vad det kostar och vad som väntar på er."
	switch {
	case len(p.systems)+len(p.plans) == 0:
		return what + " Ni har inga system eller insatser i registret. Stämmer det inte, säg till IT-avdelningen."
	case n == 0:
		return what + " Registret har de uppgifter om er som det ska ha. Läs igenom och säg till om något är fel."
	}
	return what + fmt.Sprintf(" %s i registret saknas: svara under %s, och läs igenom resten.", text.Capital(text.Plural(n, "uppgift", "uppgifter")), toAnswer)
}

func (p *page) keyFigures() []pdf.KeyFigure {
	f := p.figures
	drift := pdf.KeyFigure{Label: fmt.Sprintf("Drift, budget %d", f.Year), Value: report.None, Note: "inga belopp inlagda"}
	if f.Budget.Known {
		drift.Value, drift.Note = f.Budget.Short(), f.SaidOf()
	}
	forecast := pdf.KeyFigure{Label: fmt.Sprintf("Drift, prognos %d", f.Year), Value: report.None, Note: "ingen prognos"}
	if f.HasForecast {
		forecast.Value, forecast.Note = f.Forecast.Short(), "utan prognos räknas budget"
	}
	return []pdf.KeyFigure{
		{Label: "System", Value: report.Count(len(p.systems)), Note: report.Count(f.InService) + " i drift"},
		{Label: "Insatser", Value: report.Count(len(p.plans)), Note: report.Count(f.Running) + "\u00a0pågår"},
		drift, forecast, report.WithoutOwner(f),
	}
}

// names are some records by name, with how many more there are.
func (p *page) names(of []*field.Record) string {
	names := make([]string, len(of))
	for i, r := range of {
		names[i] = report.Clip(r.Name(), 60)
	}
	return report.Some(names, 8)
}

// toAnswer are the gaps, as boxes to tick.
func (p *page) toAnswer(f *pdf.Flow) {
	f.H2(toAnswer)
	if len(p.questions) == 0 {
		f.P("Inget saknas av det som registret frågar efter.")
		return
	}
	var checks []pdf.Check
	for _, q := range p.questions {
		checks = append(checks, pdf.Check{Text: []pdf.Run{pdf.B(q.field.Label), pdf.T(" saknas för " + text.Plural(len(q.of), q.of[0].Kind.One, q.of[0].Kind.Many) + ": " + p.names(q.of) + ".")}})
	}
	f.Checks(checks...)
}

// toDo is what there is to do now, the most urgent first.
func (p *page) toDo(f *pdf.Flow) {
	shown := p.todos[:min(mostTodos, len(p.todos))]
	report.Shown(f, toDo, len(shown), len(p.todos), "de mest brådskande")
	var rows []pdf.TableRow
	for _, t := range shown {
		var of []*field.Record
		for _, id := range t.Records {
			of = append(of, p.All.Get(id))
		}
		about := t.Subject
		if len(of) > 1 || len(of) == 1 && of[0].Name() != "" && about == "" {
			about = p.labels(of)
		}
		day := report.None
		if !t.Due.IsZero() {
			day = t.Due.String()
		}
		rows = append(rows, pdf.R(pdf.Txt(t.Text), pdf.Txt(about), pdf.Txt(day), pdf.RAG(report.StatusOf(t.Tone), t.Badge)))
	}
	f.Table(pdf.Table{Size: listSize, Dense: true, Rows: rows, Empty: "Inget är att göra just nu.", Summary: "Det som är att göra, det mest brådskande först",
		Cols: []pdf.Col{{Head: "Vad", Flex: 3, RowHead: true}, {Head: "Gäller", Flex: 3}, {Head: "Senast"}, {Head: "Läge"}}})
}

// labels are a few records by what they are called.
func (p *page) labels(of []*field.Record) string {
	names := make([]string, len(of))
	for i, r := range of {
		names[i] = report.Clip(p.All.Label(r.ID), 50)
	}
	return report.Some(names, 3)
}

// agreements are those to think of within a year, of the unit or of what it owns.
func (p *page) agreements(f *pdf.Flow) {
	f.H2(agreements + " inom tolv månader")
	var rows []pdf.TableRow
	for _, a := range p.due {
		rows = append(rows, pdf.R(pdf.Txt(report.Clip(a.Name(), 80)), pdf.Txt(report.Or(a.Supplier(p.All))), report.Ends(a), p.Notice(a), p.Left(a.Turn)))
	}
	f.Table(pdf.Table{Size: listSize, Dense: true, Rows: rows, Empty: "Inget avtal behöver tas ställning till inom tolv månader.", Summary: "Avtal att ta ställning till inom tolv månader",
		Cols: []pdf.Col{{Head: "Avtal eller system", Flex: 2, RowHead: true}, {Head: "Leverantör", Flex: 1}, {Head: "Avtal till"}, {Head: "Säg upp senast"}, {Head: "Kvar", Align: draw.Right}}})
}

// queue is what waits for a forum.
func (p *page) queue(f *pdf.Flow) {
	f.H2(queue)
	if len(p.All.All(forum.Kind)) == 0 {
		f.P("Kommunens forum är inte inlagda, så kön är inte känd.")
		return
	}
	var rows []pdf.TableRow
	for _, w := range p.waiting {
		when := report.None
		if day := forum.Coming(p.All, w.forum); !day.IsZero() {
			when = day.String()
		}
		rows = append(rows, pdf.R(pdf.Txt(report.Joined(" ", w.Initiative.Ref, report.Clip(w.Subject, 80))), pdf.Txt(p.All.Label(w.forum.ID)), pdf.Txt(w.Why), pdf.Txt(when)))
	}
	f.Table(pdf.Table{Size: listSize, Dense: true, Rows: rows, Empty: "Inget ärende från er väntar i något forum.", Summary: "Insatser som väntar på ett forum",
		Cols: []pdf.Col{{Head: "Ärende", Flex: 2, RowHead: true}, {Head: "Forum", Flex: 1}, {Head: "Varför", Flex: 1}, {Head: "Troligt möte"}}})
}

// systemTable are the unit's own systems, with sums that are said of those that have an amount.
func (p *page) systemTable(f *pdf.Flow) {
	f.H2(systems)
	year := p.figures.Year
	var rows []pdf.TableRow
	var budget, forecast money.Total
	for _, s := range p.sorted(p.systems) {
		b, said := economy.Sum(p.All, s.ID, year, economy.Operations, economy.CostBudget)
		expected, known := insight.OperationsForecast(p.All, s, year)
		budget.Add(b, said)
		forecast.Add(expected, known)
		owner, _ := p.Role(s, system.SystemOwner.Field)
		manager, _ := p.Role(s, system.Manager.Field)
		rows = append(rows, pdf.R(pdf.Txt(s.Name()), pdf.Txt(report.Or(system.Lifecycle.Read(p.All, s, 0))), owner, manager, pdf.Txt(p.AgreedTo(s)), pdf.Txt(report.Kr(b, said)), pdf.Txt(report.Kr(expected, known))))
	}
	if len(rows) > 0 {
		rows = append(rows, pdf.SumRow(pdf.Across("Summa", 5), pdf.Txt(report.Kr(budget.Ore, budget.Known)), pdf.Txt(report.Kr(forecast.Ore, forecast.Known))))
	}
	f.Table(pdf.Table{Size: listSize, Dense: true, Rows: rows, Empty: "Ni äger inga system.", Summary: "Egna system med roller, avtal och drift i kronor",
		Cols: []pdf.Col{{Head: "System", Flex: 2, RowHead: true, Hyphen: true}, {Head: "Livscykel"}, {Head: "Systemägare", Flex: 1.2, Drop: 2}, {Head: "Systemförvaltare", Flex: 1.6, Drop: 1}, {Head: "Avtal till", Drop: 3},
			{Head: fmt.Sprintf("Budget %d", year), Over: "Drift, kr", Align: draw.Right}, {Head: fmt.Sprintf("Prognos %d", year), Over: "Drift, kr", Align: draw.Right}}})
	if rest, more := p.figures.Budget.Ore-budget.Ore, p.figures.Forecast-forecast.Ore; p.figures.Budget.Known && (rest != 0 || more != 0) {
		f.Note(fmt.Sprintf("Nyckeltalen har också det som står på avtal, enheter och avvecklade system: budget %s kr och prognos %s kr.", rest.Kr(), more.Kr()))
	}
	if said := p.figures.SaidOf(); said != "" {
		f.Note(fmt.Sprintf("%s för %d. System utan prognos räknas med sin budget i prognosen.", said, year))
	}
}

// planTable are the unit's insatser.
func (p *page) planTable(f *pdf.Flow) {
	f.H2(insatser)
	year := p.figures.Year
	var rows []pdf.TableRow
	var budget money.Total
	for _, r := range p.sorted(p.plans) {
		b, said := plan.YearCost(p.All, r, year)
		budget.Add(b, said)
		said2, tone := plan.Status(p.All, r)
		light := pdf.Dim(report.None)
		if said2 != "" {
			light = pdf.RAG(report.StatusOf(tone), text.Lower(said2))
		}
		rows = append(rows, pdf.R(pdf.Txt(report.Joined(" ", r.Ref, r.Name())), pdf.Txt(plan.Phase.Read(p.All, r, 0)), pdf.Txt(report.Span(plan.Start.Get(r), plan.End.Get(r))), light, pdf.Txt(report.Kr(b, said))))
	}
	if len(rows) > 0 {
		rows = append(rows, pdf.SumRow(pdf.Across("Summa", 4), pdf.Txt(report.Kr(budget.Ore, budget.Known))))
	}
	f.Table(pdf.Table{Size: listSize, Dense: true, Rows: rows, Empty: "Ni har inga insatser.", Summary: "Egna insatser med fas, tid, läge och årets budget i kronor",
		Cols: []pdf.Col{{Head: "Insats", Flex: 2, RowHead: true, Hyphen: true}, {Head: "Fas", MaxWidth: 90}, {Head: "Tid"}, {Head: "Läge", Flex: 1}, {Head: fmt.Sprintf("Budget %d, kr", year), Align: draw.Right}}})
}

func (p *page) sorted(of []*field.Record) []*field.Record {
	return slices.SortedStableFunc(slices.Values(of), func(a, b *field.Record) int { return text.Compare(a.Name(), b.Name()) })
}
