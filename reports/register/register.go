// Package register is the systemförteckning.
package register

import (
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/insight"
	"itportfoljen/app/system"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

const automatic = "auto"

// Report is the systemförteckning.
var Report = report.Report{Info: report.Info{
	Name: "systemforteckning", Title: "Systemförteckning", Also: []string{"systemlista", "register över system", "behandlingsregister", "registerförteckning", "personuppgifter", "gdpr", "offentlighet"}, For: "Alla",
	Description: "Alla system per förvaltning med valda kolumner. Kan lämnas ut: den offentliga versionen utelämnar fält som är märkta som känsliga.",
	Settings: report.With(
		report.Setting{Key: "kolumner", Kind: app.SettingColumns, Of: system.Kind, Label: "Kolumner", Help: "Fältens nycklar med komma emellan.", Default: "ref,name,system_owner,system_manager,supplier,hosting,lifecycle,confidentiality,integrity,availability,agreement_end,operations_budget"},
		report.Setting{Key: "grupp", Label: "Gruppera efter", Default: byUnit, Choices: []string{byUnit, bySupplier, byLifecycle, ungrouped}},
		report.Setting{Key: "sortera", Label: "Sortera efter", Help: "Inom varje grupp. Efter driftbudget står den största först.", Default: byName, Choices: []string{byName, byNumber, byBudget}},
		lifecycles(),
		report.Public,
		report.Setting{Key: "trangt", Label: "Får den inte plats", Help: "Delas: tabellen går vidare på sidorna efter. Utelämnas: kolumnerna längst till höger tas bort, den sista först, och det sägs under tabellen.", Default: divided, Choices: []string{divided, left}},
		report.Setting{Key: "liggande", Label: "Liggande papper", Help: "Auto: när kolumnerna är många eller breda. Får de inte plats sätts texten mindre, och räcker inte det delas tabellen.", Default: automatic, Choices: []string{automatic, report.Yes, report.No}},
	),
}, Write: buildSystems}

// What becomes of columns that there is no room for.
const (
	divided = "dela tabellen"
	left    = "utelämna kolumner"
)

// manyColumns are easier to read on paper that lies down, though they may fit upright.
const manyColumns = 7

// register is the systemförteckning being built.
type register struct {
	*report.Job
	figures insight.Figures
	columns []report.Column
	systems []*field.Record // those that are asked for
	left    []string        // labels of fields left out of the public version
}

func buildSystems(j *report.Job) (*pdf.Doc, error) {
	r := newRegister(j)
	choice := j.Sets["liggande"]
	landscape := choice == report.Yes || choice == automatic && len(r.columns) > manyColumns
	doc := r.doc(landscape)
	if choice == automatic && !landscape && doc.Squeezed() {
		doc = r.doc(true)
		doc.Remark("Papperet är liggande, för att alla kolumner ska få plats.")
	}
	return doc, nil
}

func newRegister(j *report.Job) *register {
	r := &register{Job: j, figures: insight.FiguresOf(j.W)}
	r.systems = r.chosen()
	for _, c := range j.Columns {
		if c.Field != nil && c.Field.Sensitive && r.Public() {
			r.left = append(r.left, c.Field.Label)
			continue
		}
		r.columns = append(r.columns, c)
	}
	// What names the row stands first, though a reference may go before it.
	name := report.Column{Field: system.Name.Field}
	r.columns = slices.DeleteFunc(r.columns, func(c report.Column) bool { return c == name })
	at := 0
	if len(r.columns) > 0 && r.columns[0].Field == nil {
		at = 1
	}
	r.columns = slices.Insert(r.columns, at, name)
	return r
}

// doc is the whole register on paper.
func (r *register) doc(landscape bool) *pdf.Doc {
	doc := r.Job.Doc(r.heading(), landscape)
	doc.Head(r.Over(), r.Title(r.heading()), r.under())
	r.counts(doc.Flow)
	r.table(doc.Flow)
	r.Used(doc.Flow)
	r.SealNote(doc.Flow)
	return doc
}

func (r *register) heading() string {
	return r.ForUnit("Systemförteckning")
}

func (r *register) under() string {
	return report.Joined(" · ", r.Version(), report.Day(r.Date))
}

// counts are the key figures; a public version tells nothing about gaps.
func (r *register) counts(f *pdf.Flow) {
	g := r.figures
	figures := []pdf.KeyFigure{
		{Label: "System", Value: report.Count(g.Systems), Note: "i registret"},
		{Label: "I drift", Value: report.Count(g.InService), Note: text.Plural(g.PhasingOut, "avvecklas", "avvecklas")},
	}
	if g.Systems == 0 {
		figures[1].Note = "inga system inlagda"
	}
	if !r.Public() {
		figures = append(figures, report.WithoutOwner(g), unclassified(g))
	}
	budget := pdf.KeyFigure{Label: fmt.Sprintf("Drift, budget %d", g.Year), Value: g.Budget.Short(), Note: "system, avtal och enheter"}
	if g.Said < g.Kept && !r.Public() {
		budget.Note = fmt.Sprintf("%s av %s har ett belopp", report.Count(g.Said), report.Count(g.Kept))
	}
	if !g.Budget.Known {
		budget.Value, budget.Note = report.None, "ingen budget inlagd"
	}
	f.KeyFigures(append(figures, budget)...)
}

func unclassified(g insight.Figures) pdf.KeyFigure {
	k := pdf.KeyFigure{Label: "Oklassade", Value: report.Count(g.Unclassified), Note: "av " + report.Count(g.InService) + " i drift"}
	switch {
	case g.InService == 0:
		k.Value, k.Note = report.None, "inga system i drift"
	case g.Unclassified > 0:
		k.Status = pdf.Warn
	}
	return k
}

// table is the register itself.
func (r *register) table(f *pdf.Flow) {
	f.H2(r.groupHeading())
	systems := r.systems
	switch all := len(r.W.All(system.Kind)); {
	case all == 0:
		f.P("Inga system är inlagda än. Lägg in dem för hand eller importera dem från Excel, så fylls förteckningen.")
		return
	case len(systems) == 0:
		f.P("Inget system är i det läge i livscykeln som är valt. Välj fler lägen bland inställningarna.")
		return
	case len(systems) < all:
		f.Note(fmt.Sprintf("Bara system som är: %s. Det är %s av %s i registret.", text.Lower(text.Or(strings.Split(r.Sets["livscykel"], ","))), report.Count(len(systems)), report.Count(all)))
	}
	if len(r.left) > 0 {
		f.Note("Utelämnat i den offentliga versionen: " + strings.Join(r.left, ", ") + ".")
	}
	groups := r.groups()
	t := pdf.Table{Size: textSize, Dense: true, Summary: r.groupHeading()}
	for i, c := range r.columns {
		col := r.col(c)
		if r.Sets["trangt"] == left && i > 0 {
			col.Drop = len(r.columns) - i
		}
		t.Cols = append(t.Cols, col)
	}
	for _, g := range groups {
		if g.Name != "" {
			t.Rows = append(t.Rows, pdf.GroupRow(g.Name+", "+text.Plural(len(g.Records), "system", "system")))
		}
		for _, s := range g.Records {
			t.Rows = append(t.Rows, r.row(s))
		}
		if len(groups) > 1 {
			t.Rows = r.sum(t.Rows, "Summa "+g.Name, g.Records)
		}
	}
	t.Rows = r.sum(t.Rows, "Summa, "+text.Plural(len(systems), "system", "system"), systems)
	f.Table(t)
	r.said(f)
}

// col decides a column's heading and width by its field.
func (r *register) col(c report.Column) pdf.Col {
	switch {
	case c.Field == nil:
		return pdf.Col{Head: "Nr"}
	case c.Field == system.Name.Field:
		return pdf.Col{Head: "System", Flex: 1, RowHead: true, Hyphen: true}
	}
	col := pdf.Col{Head: c.Field.Heading(), Hyphen: true}
	if c.Field.Yearly {
		col.Head += fmt.Sprintf(" %d", r.figures.Year)
	}
	report.ColumnOf[c.Field.Type](&col)
	return col
}

const textSize = 8.0

func (r *register) row(s *field.Record) pdf.TableRow {
	cells := make([]pdf.Cell, len(r.columns))
	for i, c := range r.columns {
		if c.Field == nil {
			cells[i] = pdf.Txt(report.Or(s.Ref))
			continue
		}
		cells[i] = pdf.Txt(report.Or(c.Field.Read(r.W, s, 0)))
	}
	return pdf.R(cells...)
}

// sum adds a row with the sums of the columns that are amounts, if there are any.
func (r *register) sum(rows []pdf.TableRow, label string, systems []*field.Record) []pdf.TableRow {
	first := slices.IndexFunc(r.columns, func(c report.Column) bool { return c.Field != nil && c.Field.InKronor() })
	if first < 0 {
		return rows
	}
	cells := []pdf.Cell{pdf.Across(label, first)}
	for _, c := range r.columns[first:] {
		text := ""
		if c.Field != nil && c.Field.InKronor() {
			sum := sumOf(r.W, c.Field, systems)
			text = report.Kr(sum.Ore, sum.Known)
		}
		cells = append(cells, pdf.Txt(text))
	}
	return append(rows, pdf.SumRow(cells...))
}

// sumOf adds an amount of systems.
func sumOf(w report.World, f *field.Field, systems []*field.Record) (sum money.Total) {
	for _, s := range systems {
		v, ok := f.Value(w, s, 0).(money.Ore)
		sum.Add(v, ok)
	}
	return sum
}
