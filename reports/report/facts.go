package report

import (
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/reports/pdf"
)

// Fact is an answer and what it answers.
type Fact struct{ Label, Said string }

// FactsOf are what fields of a record say, under their labels; a field that is sensitive isn't
// told in a public version.
func (j *Job) FactsOf(r *field.Record, fields ...*field.Field) (out []Fact) {
	for _, f := range fields {
		if j.Tells(f) {
			out = append(out, Fact{f.Label, f.Show(j.All, f.Value(j.All, r, 0))})
		}
	}
	return out
}

// Say is what a field says of a record in the report's year, or why it says nothing; "" for what
// is sensitive in a public version.
func (j *Job) Say(r *field.Record, f *field.Field) string {
	if !j.Tells(f) {
		return ""
	}
	return f.Read(j.All, r, j.Year)
}

// Version says that a report is a public one; "" of one that isn't.
func (j *Job) Version() string {
	if j.Public() {
		return "Offentlig version"
	}
	return ""
}

// ForUnit is the title of a report, with the unit and the portfölj that it is of.
func (j *Job) ForUnit(title string) string {
	if whose := j.Whose(); whose != "" {
		return title + " för " + whose
	}
	return title
}

// Whose is the unit and the portfölj that the report is of; "" for the municipality.
func (j *Job) Whose() string {
	name := ""
	if j.Portfolio != "" {
		name = "portföljen " + j.Sets[Portfolio.Key]
	}
	return Joined(", ", j.Sets["enhet"], name)
}

// labelWidth is that of what is answered, in points. Beside another column there is less
// room for it, and in one that is narrow the text is smaller.
const (
	labelWidth  = 112
	labelBeside = 86
	besideBelow = 300
	smallBelow  = 260
	smallSize   = 8
)

// Facts sets answers under each other; those that say nothing are left out.
func Facts(f *pdf.Flow, summary string, facts ...Fact) {
	factTable(f, summary, FactRows(facts...))
}

// FactRows are answers with their labels; those that say nothing are left out.
func FactRows(facts ...Fact) (rows []pdf.TableRow) {
	for _, a := range facts {
		if a.Said != "" {
			rows = append(rows, pdf.R(pdf.Dim(a.Label), pdf.Txt(a.Said)))
		}
	}
	return rows
}

// Form sets answers under each other on a paper to sign; those that nobody has said are lines
// with room to write on.
func Form(f *pdf.Flow, summary string, facts ...Fact) {
	rows := make([]pdf.TableRow, len(facts))
	for i, a := range facts {
		rows[i] = pdf.R(pdf.Dim(a.Label), Fill(a.Said))
	}
	factTable(f, summary, rows)
}

// FactTable is what is answered in rows of a label and a cell, for a flow so wide.
func FactTable(width float64, summary string, rows []pdf.TableRow) pdf.Table {
	label := pdf.Col{Width: labelWidth, RowHead: true}
	if width < besideBelow {
		label.Width = labelBeside
	}
	t := pdf.Table{NoHead: true, Dense: true, Rows: rows, Summary: summary, Cols: []pdf.Col{label, {Flex: 1}}}
	if width < smallBelow {
		t.Size = smallSize
	}
	return t
}

func factTable(f *pdf.Flow, summary string, rows []pdf.TableRow) {
	if len(rows) > 0 {
		f.Table(FactTable(f.Width(), summary, rows))
	}
}

// Fill is what a paper to sign says, or room to write it by hand.
func Fill(s string) pdf.Cell {
	if s == "" {
		return pdf.Txt("\u00a0\n\u00a0")
	}
	return pdf.Txt(s)
}

// Shown is the heading of a list, and beside it how many of all it has when it hasn't all:
// "4 av 34, de största". which says which those are, and more where the others stand.
func Shown(f *pdf.Flow, heading string, n, of int, which string, more ...pdf.Run) {
	if n >= of {
		f.H2(heading)
		return
	}
	f.H2Aside(heading, append([]pdf.Run{pdf.M(Joined(", ", Count(n)+" av "+Count(of), which))}, more...)...)
}

// StatusOf is the traffic light of a tone.
func StatusOf(t field.Tone) pdf.Status {
	switch t {
	case field.Good:
		return pdf.Good
	case field.Warn:
		return pdf.Warn
	case field.Bad:
		return pdf.Bad
	case field.Quiet:
		return pdf.Idle
	}
	return pdf.None
}

// Outcome is what a field with alternatives says, with its light.
func Outcome(w World, f *field.Field, r *field.Record) pdf.Cell {
	v := field.Encode(f.Value(w, r, 0))
	o, ok := f.OptionOf(w, v)
	if !ok {
		return pdf.Dim(None)
	}
	if s := StatusOf(o.Tone); s != pdf.None && s != pdf.Idle {
		return pdf.RAG(s, o.Label)
	}
	return pdf.Txt(o.Label)
}

// Named is a person with the role that she had: "Maj Ek, IT-chef".
func Named(w World, person field.ID, role string) string {
	if person == "" {
		return role
	}
	return Joined(", ", w.Label(person), text.Lower(role))
}

// SaidBy is who made a decision, or which forum gave its advice.
func SaidBy(w World, d *field.Record) string {
	return Joined(", ", governance.DecisionForum.Get(d), Named(w, governance.DecisionBy.Get(d), governance.DecisionRole.Get(d)))
}
