package reports

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
)

const automatic = "auto"

var systemforteckning = report{Info{
	Name: "systemforteckning", Title: "Systemförteckning", For: "Alla",
	Description: "Alla system per förvaltning med valda kolumner. Kan lämnas ut: den offentliga versionen utelämnar fält som är märkta som känsliga.",
	Settings: with(
		Setting{Key: "kolumner", Kind: app.SettingColumns, Of: system.Kind, Label: "Kolumner", Help: "Fältens nycklar med komma emellan.", Default: "ref,name,system_owner,system_manager,supplier,hosting,lifecycle,confidentiality,integrity,availability,agreement_end,operations_budget"},
		Setting{Key: "publik", Label: "Offentlig version", Help: "Utelämnar fält som är märkta som känsliga.", Default: no, Choices: []string{yes, no}},
		Setting{Key: "liggande", Label: "Liggande papper", Help: "Auto: när kolumnerna är många eller breda. Får de inte plats sätts texten mindre, och räcker inte det delas tabellen.", Default: automatic, Choices: []string{automatic, yes, no}},
	),
}, buildSystems}

// column is a column of the register; without a field it is the reference.
type column struct{ f *field.Field }

const (
	refColumn   = "ref"
	mostColumns = 14
	manyColumns = 7 // are easier to read on paper that lies down, though they may fit upright
)

// register is the systemförteckning being built.
type register struct {
	*job
	figures insight.Figures
	columns []column
	left    []string // labels of fields left out of the public version
}

// columnsOf reads the list of columns; names and labels will do for keys.
func columnsOf(w World, k *field.Kind, list string) ([]column, error) {
	var out []column
	for _, key := range strings.Split(list, ",") {
		key = strings.TrimSpace(key)
		if key == "" {
			continue
		}
		if text.Key(key) == refColumn {
			out = append(out, column{})
			continue
		}
		f := fieldOf(w, k, key)
		if f == nil {
			return nil, usage("Det finns inget fält på %s som heter ”%s”. De som finns är ref, %s.", k.Many, key, strings.Join(keysOf(w, k), ", "))
		}
		if !slices.Contains(out, column{f}) {
			out = append(out, column{f})
		}
	}
	switch {
	case len(out) == 0:
		return nil, usage("Ingen kolumn är vald. Skriv till exempel kolumner=ref,name,system_owner.")
	case len(out) > mostColumns:
		return nil, usage("%d kolumner får inte plats på ett papper. Välj högst %d.", len(out), mostColumns)
	}
	return out, nil
}

func fieldOf(w World, k *field.Kind, key string) *field.Field {
	for _, f := range w.Fields(k) {
		if !f.Hidden && (f.Key == key || text.Key(f.Label) == text.Key(key) || f.Short != "" && text.Key(f.Short) == text.Key(key)) {
			return f
		}
	}
	return nil
}

func keysOf(w World, k *field.Kind) []string {
	var keys []string
	for _, f := range w.Fields(k) {
		if !f.Hidden {
			keys = append(keys, f.Key)
		}
	}
	return keys
}

func buildSystems(j *job) *pdf.Doc {
	r := newRegister(j)
	choice := j.sets["liggande"]
	landscape := choice == yes || choice == automatic && len(r.columns) > manyColumns
	doc := r.doc(landscape)
	if choice == automatic && !landscape && doc.Squeezed() {
		doc = r.doc(true)
		doc.Remark("Papperet är liggande, för att alla kolumner ska få plats.")
	}
	return doc
}

func newRegister(j *job) *register {
	r := &register{job: j, figures: insight.FiguresOf(j.w)}
	for _, c := range j.columns {
		if c.f != nil && c.f.Sensitive && r.public() {
			r.left = append(r.left, c.f.Label)
			continue
		}
		r.columns = append(r.columns, c)
	}
	// What names the row stands first, though a reference may go before it.
	name := column{system.Name.Field}
	r.columns = slices.DeleteFunc(r.columns, func(c column) bool { return c == name })
	r.columns = slices.Insert(r.columns, btoi(len(r.columns) > 0 && r.columns[0].f == nil), name)
	return r
}

// doc is the whole register on paper.
func (r *register) doc(landscape bool) *pdf.Doc {
	doc := r.job.doc(r.heading(), landscape)
	doc.Head(r.over(), r.title(r.heading()), r.under())
	r.counts(doc.Flow)
	r.table(doc.Flow)
	r.used(doc.Flow)
	r.sealNote(doc.Flow)
	return doc
}

func (r *register) public() bool { return r.sets["publik"] == yes }

func (r *register) heading() string {
	if s := r.sets["enhet"]; s != "" {
		return "Systemförteckning för " + s
	}
	return "Systemförteckning"
}

func (r *register) under() string {
	version := ""
	if r.public() {
		version = "Offentlig version"
	}
	return joined(" · ", version, day(r.date))
}

// counts are the key figures; a public version tells nothing about gaps.
func (r *register) counts(f *pdf.Flow) {
	g := r.figures
	figures := []pdf.KeyFigure{
		{Label: "System", Value: count(g.Systems), Note: "i registret"},
		{Label: "I drift", Value: count(g.InService), Note: text.Plural(g.PhasingOut, "avvecklas", "avvecklas")},
	}
	if !r.public() {
		figures = append(figures, withoutOwner(g), unclassified(g))
	}
	budget := pdf.KeyFigure{Label: fmt.Sprintf("Drift, budget %d", g.Year), Value: g.Budget.Short(), Note: "system, avtal och enheter"}
	if g.Said < g.Kept && !r.public() {
		budget.Note = fmt.Sprintf("%s av %s har ett belopp", count(g.Said), count(g.Kept))
	}
	if !g.Budget.Known {
		budget.Value, budget.Note = none, "ingen budget inlagd"
	}
	f.KeyFigures(append(figures, budget)...)
}

func unclassified(g insight.Figures) pdf.KeyFigure {
	k := pdf.KeyFigure{Label: "Oklassade", Value: count(g.Unclassified), Note: "av " + count(g.InService) + " i drift"}
	switch {
	case g.InService == 0:
		k.Value, k.Note = none, "inga system i drift"
	case g.Unclassified > 0:
		k.Status = pdf.Warn
	}
	return k
}

// table is the register itself.
func (r *register) table(f *pdf.Flow) {
	f.H2("System per förvaltning")
	systems := r.w.All(system.Kind)
	if len(systems) == 0 {
		f.P("Inga system är inlagda än. Lägg in dem för hand eller läs in dem från Excel, så fylls förteckningen.")
		return
	}
	if len(r.left) > 0 {
		f.Note("Utelämnat i den offentliga versionen: " + strings.Join(r.left, ", ") + ".")
	}
	groups := grouped(systems, unitless, func(s *field.Record) string { return r.w.Label(r.level(system.OwnerUnit.Get(s))) })
	t := pdf.Table{Size: textSize, Dense: true, Summary: "System per förvaltning"}
	for _, c := range r.columns {
		t.Cols = append(t.Cols, r.col(c))
	}
	for _, g := range groups {
		t.Rows = append(t.Rows, pdf.GroupRow(g.name+", "+text.Plural(len(g.records), "system", "system")))
		for _, s := range g.records {
			t.Rows = append(t.Rows, r.row(s))
		}
		if len(groups) > 1 {
			t.Rows = r.sum(t.Rows, "Summa "+g.name, g.records)
		}
	}
	t.Rows = r.sum(t.Rows, "Summa, "+text.Plural(len(systems), "system", "system"), systems)
	f.Table(t)
}

// col decides a column's heading and width by its field.
func (r *register) col(c column) pdf.Col {
	switch {
	case c.f == nil:
		return pdf.Col{Head: "Nr"}
	case c.f == system.Name.Field:
		return pdf.Col{Head: "System", Flex: 1, RowHead: true, Hyphen: true}
	}
	col := pdf.Col{Head: c.f.Heading(), Hyphen: true}
	if c.f.Yearly {
		col.Head += fmt.Sprintf(" %d", r.figures.Year)
	}
	columnOf[c.f.Type](&col)
	return col
}

const textSize = 8.0

func (r *register) row(s *field.Record) pdf.TableRow {
	cells := make([]pdf.Cell, len(r.columns))
	for i, c := range r.columns {
		if c.f == nil {
			cells[i] = pdf.Txt(or(s.Ref))
			continue
		}
		cells[i] = pdf.Txt(or(c.f.Read(r.w, s, 0)))
	}
	return pdf.R(cells...)
}

// sum adds a row with the sums of the columns that are amounts, if there are any.
func (r *register) sum(rows []pdf.TableRow, label string, systems []*field.Record) []pdf.TableRow {
	first := slices.IndexFunc(r.columns, func(c column) bool { return c.f != nil && c.f.InKronor() })
	if first < 0 {
		return rows
	}
	cells := []pdf.Cell{pdf.Txt(label)}
	cells[0].Span = first
	for _, c := range r.columns[first:] {
		text := ""
		if c.f != nil && c.f.InKronor() {
			sum := sumOf(r.w, c.f, systems)
			text = kr(sum.Ore, sum.Known)
		}
		cells = append(cells, pdf.Txt(text))
	}
	return append(rows, pdf.SumRow(cells...))
}

// sumOf adds an amount of systems.
func sumOf(w World, f *field.Field, systems []*field.Record) (sum money.Total) {
	for _, s := range systems {
		v, ok := f.Value(w, s, 0).(money.Ore)
		sum.Add(v, ok)
	}
	return sum
}
