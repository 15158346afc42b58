// Package roller is the rollfördelning: who has which role of which system, and which nobody has.
package roller

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app/base/draw"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
	"itportfoljen/app/system"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

// Report is the rollfördelning.
var Report = report.Report{Info: report.Info{
	Name: "roller", Title: "Rollfördelning över IT-system", Also: []string{"rollista", "systemägare", "systemförvaltare", "ansvariga", "vem ansvarar"}, For: "Förvaltningschefer och IT-samordnare",
	Description: "Vem som har vilken roll för varje system, förvaltning för förvaltning. Det som saknas står med ord, liksom den som har slutat; antal per roll och enhet och vad var och en har.",
	Settings: report.With(
		report.Setting{Key: "visa", Label: "Visa", Help: "Alla system, eller bara de där en roll saknas.", Default: everything, Choices: []string{everything, onlyGaps}},
	),
}, Write: write}

const (
	everything = "alla"
	onlyGaps   = "bara med brister"
)

// division is the report being built, with its answers.
type division struct {
	*report.Job
	systems []*field.Record // that aren't retired
	roles   []*field.Field  // that somebody has, or should have
	gaps    map[*field.Field]int
	filled  map[*field.Field]int
	left    map[*field.Field]int // gaps where somebody who has left still stands
}

const (
	listSize = 8.0
	// mostPersons are named on the page of what each has.
	mostPersons = 15
	// mostRoles have a column each; the paper has no room for more.
	mostRoles = 8
)

func write(j *report.Job) (*pdf.Doc, error) {
	d := &division{Job: j, gaps: map[*field.Field]int{}, filled: map[*field.Field]int{}, left: map[*field.Field]int{}}
	d.systems = system.Kept(j.W)
	d.count()
	title := j.ForUnit("Rollfördelning över IT-system")
	doc := j.Doc(title, true)
	doc.Head(j.Over(), j.Title(title), report.Day(j.Date))
	if len(d.systems) == 0 {
		doc.P("Inga system är inlagda än. Lägg in dem för hand eller importera dem från Excel, så fylls rollfördelningen.")
		j.SealNote(doc.Flow)
		return doc, nil
	}
	doc.KeyFigures(d.keyFigures()...)
	d.perRole(doc.Flow)
	doc.PageBreak()
	d.perPerson(doc.Flow)
	d.perSystem(doc.Flow)
	j.SealNote(doc.Flow)
	return doc, nil
}

// count counts who has each role, and where nobody has it.
func (d *division) count() {
	said := map[*field.Field]bool{}
	all := report.SystemRoles(d.All)
	for _, s := range d.systems {
		for _, role := range all {
			switch {
			case d.Unfilled(s, role):
				d.gaps[role]++
				if role.IsHeld() && len(field.Holders(field.RolesField{Field: role}.Get(s), d.All.Today())) > 0 {
					d.left[role]++
				}
			case d.has(s, role):
				d.filled[role]++
			default:
				continue
			}
			said[role] = true
		}
	}
	d.roles = slices.DeleteFunc(slices.Clone(all), func(f *field.Field) bool { return !said[f] })
}

// has says that somebody who is still there has a role, or a unit that is there.
func (d *division) has(s *field.Record, role *field.Field) bool {
	if role.IsHeld() {
		return field.Held(d.All, s, field.RolesField{Field: role})
	}
	return !field.IsEmpty(role.Value(d.All, s, 0))
}

func (d *division) keyFigures() []pdf.KeyFigure {
	inService, lacking, gaps, left := 0, 0, 0, 0
	for _, s := range d.systems {
		if system.InService(s) {
			inService++
		}
		if d.lacking(s) {
			lacking++
		}
	}
	for _, role := range d.roles {
		gaps, left = gaps+d.gaps[role], left+d.left[role]
	}
	out := []pdf.KeyFigure{
		{Label: "System", Value: report.Count(len(d.systems)), Note: report.Count(inService) + " i drift"},
		{Label: "System där en roll saknas", Value: report.Count(lacking), Note: "av " + report.Count(len(d.systems))},
		{Label: "Roller som saknas", Value: report.Count(gaps), Note: "ska finnas enligt registret eller styrmodellen"},
		{Label: "Varav den som står har slutat", Value: report.Count(left)},
	}
	if gaps > 0 {
		out[1].Status, out[2].Status = pdf.Warn, pdf.Warn
	}
	if left > 0 {
		out[3].Status, out[3].Note = pdf.Bad, "utse nya"
	}
	return out
}

func (d *division) lacking(s *field.Record) bool {
	return slices.ContainsFunc(d.roles, func(f *field.Field) bool { return d.Unfilled(s, f) })
}

// perRole is how many of each role somebody has and nobody has, and where.
func (d *division) perRole(f *pdf.Flow) {
	f.H2("Roll för roll")
	groups := report.Grouped(d.systems, report.Unitless, d.LevelOf)
	var rows []pdf.TableRow
	for _, role := range d.roles {
		gaps := pdf.Txt("0")
		if n := d.gaps[role]; n > 0 {
			gaps = pdf.RAG(pdf.Warn, report.Count(n)+" "+report.RoleMissing)
		}
		var where []string
		for _, g := range groups {
			n := 0
			for _, s := range g.Records {
				if d.Unfilled(s, role) {
					n++
				}
			}
			if n > 0 {
				where = append(where, fmt.Sprintf("%s %s", g.Name, report.Count(n)))
			}
		}
		rows = append(rows, pdf.R(pdf.Txt(d.RoleName(role)), pdf.Txt(report.Count(d.filled[role])), gaps, pdf.Txt(report.Count(d.left[role])), pdf.Txt(report.Or(strings.Join(where, "; ")))))
	}
	f.Table(pdf.Table{Dense: true, Rows: rows, Empty: "Ingen roll är angiven för något system.", Summary: "Antal system per roll där någon har den och där den saknas",
		Cols: []pdf.Col{{Head: "Roll", RowHead: true, MaxWidth: 150}, {Head: "System där någon har den", Align: draw.Right}, {Head: "Saknas"}, {Head: "Har slutat", Align: draw.Right}, {Head: "Saknas i", Flex: 1}}})
	f.Note("En roll saknas när registret eller en regel i styrmodellen kräver att någon har den och ingen som är kvar har den. Ett streck: ingen har den och ingen behöver ha den.")
}

// holder is what a person has today.
type holder struct {
	name    string
	left    bool
	systems int
	roles   map[*field.Field]int
}

// holders are those who have roles of the systems, those of most systems first.
func (d *division) holders() (out []*holder) {
	of := map[field.ID]*holder{}
	for _, s := range d.systems {
		counted := map[field.ID]bool{}
		for _, role := range d.roles {
			if !role.IsHeld() {
				continue
			}
			for _, id := range field.Holders(field.RolesField{Field: role}.Get(s), d.All.Today()) {
				h := of[id]
				if h == nil {
					h = &holder{name: d.All.Label(id), roles: map[*field.Field]int{}}
					if p := d.All.Get(id); p != nil {
						h.left = p.Left(d.All.Today())
						h.name = report.Joined(", ", h.name, text.Lower(org.PersonTitle.Get(p)))
					}
					of[id] = h
					out = append(out, h)
				}
				h.roles[role]++
				if !counted[id] {
					counted[id], h.systems = true, h.systems+1
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b *holder) int { return cmp.Or(cmp.Compare(b.systems, a.systems), text.Compare(a.name, b.name)) })
	return out
}

// perPerson is what each has, and first of all what those who have left still have.
func (d *division) perPerson(f *pdf.Flow) {
	all := d.holders()
	slices.SortStableFunc(all, func(a, b *holder) int {
		return cmp.Compare(map[bool]int{true: 0, false: 1}[a.left], map[bool]int{true: 0, false: 1}[b.left])
	})
	shown := all[:min(mostPersons, len(all))]
	report.Shown(f, "Vad var och en har", len(shown), len(all), "de med flest system")
	var rows []pdf.TableRow
	for _, h := range shown {
		var has []string
		for _, role := range d.roles {
			if n := h.roles[role]; n > 0 {
				has = append(has, fmt.Sprintf("%s %s", text.Lower(d.RoleName(role)), report.Count(n)))
			}
		}
		standing := pdf.Txt("")
		if h.left {
			standing = pdf.RAG(pdf.Bad, "har slutat")
		}
		rows = append(rows, pdf.R(pdf.Txt(h.name), pdf.Txt(report.Count(h.systems)), pdf.Txt(strings.Join(has, ", ")), standing))
	}
	f.Table(pdf.Table{Size: listSize, Dense: true, Rows: rows, Empty: "Ingen person har någon roll.", Summary: "Personer med antal system och roller",
		Cols: []pdf.Col{{Head: "Person", Flex: 1, RowHead: true}, {Head: "System", Align: draw.Right}, {Head: "Roller", Flex: 2}, {Head: ""}}})
}

// perSystem is the rollfördelning itself.
func (d *division) perSystem(f *pdf.Flow) {
	systems := d.systems
	if d.Sets["visa"] == onlyGaps {
		systems = slices.DeleteFunc(slices.Clone(systems), func(s *field.Record) bool { return !d.lacking(s) })
	}
	f.H2("System per förvaltning")
	shown := d.columns()
	if more := len(d.roles) - len(shown); more > 0 {
		f.Note(fmt.Sprintf("Kolumnerna är de %d roller som flest har eller saknar; övriga står i tabellen roll för roll och på systemkorten.", len(shown)))
	}
	cols := []pdf.Col{{Head: "System", Flex: 2, RowHead: true, Hyphen: true}}
	for _, role := range shown {
		cols = append(cols, pdf.Col{Head: d.RoleName(role), Flex: 1, Hyphen: true})
	}
	var rows []pdf.TableRow
	for _, g := range report.Grouped(systems, report.Unitless, d.LevelOf) {
		rows = append(rows, pdf.GroupRow(g.Name+", "+text.Plural(len(g.Records), "system", "system")))
		for _, s := range g.Records {
			name := []pdf.Run{pdf.T(s.Name())}
			if !system.InService(s) {
				name = append(name, pdf.M(" ("+text.Lower(system.Lifecycle.Read(d.All, s, 0))+")"))
			}
			cells := []pdf.Cell{pdf.Rich(name...)}
			for _, role := range shown {
				cell, _ := d.Role(s, role)
				cells = append(cells, cell)
			}
			rows = append(rows, pdf.R(cells...))
		}
	}
	f.Table(pdf.Table{Size: listSize, Dense: true, Cols: cols, Rows: rows, Empty: "Inget system saknar någon roll.", Summary: "System med den som har varje roll, per förvaltning"})
}

// columns are the roles that have a column: those that most have or lack, in the form's order.
func (d *division) columns() []*field.Field {
	if len(d.roles) <= mostRoles {
		return d.roles
	}
	most := slices.Clone(d.roles)
	slices.SortStableFunc(most, func(a, b *field.Field) int {
		return cmp.Or(cmp.Compare(d.gaps[b], d.gaps[a]), cmp.Compare(d.filled[b], d.filled[a]))
	})
	most = most[:mostRoles]
	return slices.DeleteFunc(slices.Clone(d.roles), func(f *field.Field) bool { return !slices.Contains(most, f) })
}
