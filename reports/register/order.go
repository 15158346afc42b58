package register

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"itportfoljen/app"
	"itportfoljen/app/base/text"
	"itportfoljen/app/economy"
	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/reports/pdf"
	"itportfoljen/reports/report"
)

// What the systems may be grouped and sorted by.
const (
	byUnit      = "förvaltning"
	bySupplier  = "leverantör"
	byLifecycle = "livscykel"
	ungrouped   = "ingen gruppering"

	byName   = "namn"
	byNumber = "nummer"
	byBudget = "driftbudget"
)

// unstated is the lifecycle of a system that nobody has stated one of.
const unstated = "Inte angiven"

// lifecycles is the setting of which of the register's systems are told of.
func lifecycles() report.Setting {
	var all []string
	for _, o := range system.Lifecycle.Options {
		all = append(all, o.Label)
	}
	all = append(all, unstated)
	return report.Setting{Key: "livscykel", Kind: app.SettingSections, Label: "Livscykel", Help: "De system som ska vara med.", Default: strings.Join(all, ","), Choices: all}
}

// lifecycle is where a system is in its life, in words.
func (r *register) lifecycle(s *field.Record) string {
	return cmp.Or(system.Lifecycle.Read(r.All, s, 0), unstated)
}

// chosen are the systems in the stages of life that are asked for.
func (r *register) chosen() []*field.Record {
	stages := strings.Split(r.Sets["livscykel"], ",")
	return slices.DeleteFunc(slices.Clone(r.W.All(system.Kind)), func(s *field.Record) bool { return !slices.Contains(stages, r.lifecycle(s)) })
}

// groupHeading is what stands over the table.
func (r *register) groupHeading() string {
	switch by := r.Sets["grupp"]; by {
	case ungrouped:
		return "System"
	default:
		return "System per " + by
	}
}

// groups are the systems under their headings, sorted.
func (r *register) groups() (out []report.Group) {
	switch r.Sets["grupp"] {
	case ungrouped:
		out = report.Grouped(r.systems, "", func(*field.Record) string { return "" })
	case bySupplier:
		out = report.Grouped(r.systems, "Utan leverantör", func(s *field.Record) string { return r.All.Label(system.Supplier.Get(s)) })
	case byLifecycle:
		out = report.Grouped(r.systems, unstated, r.lifecycle)
		place := func(name string) int {
			i := slices.IndexFunc(system.Lifecycle.Options, func(o field.Option) bool { return o.Label == name })
			if i < 0 {
				return len(system.Lifecycle.Options)
			}
			return i
		}
		slices.SortStableFunc(out, func(a, b report.Group) int { return cmp.Compare(place(a.Name), place(b.Name)) })
	default:
		out = report.Grouped(r.systems, report.Unitless, func(s *field.Record) string { return r.W.Label(r.Level(system.OwnerUnit.Get(s))) })
	}
	for _, g := range out {
		r.sort(g.Records)
	}
	return out
}

// sort puts systems, which stand by their names, in the order that is asked for. Those of which
// nobody has said an amount stand after those that cost nothing.
func (r *register) sort(systems []*field.Record) {
	switch r.Sets["sortera"] {
	case byNumber:
		slices.SortStableFunc(systems, func(a, b *field.Record) int { return cmp.Compare(a.Ref, b.Ref) })
	case byBudget:
		slices.SortStableFunc(systems, func(a, b *field.Record) int {
			x, said := economy.Sum(r.All, a.ID, r.figures.Year, economy.Operations, economy.CostBudget)
			y, also := economy.Sum(r.All, b.ID, r.figures.Year, economy.Operations, economy.CostBudget)
			if said != also {
				return cmp.Compare(map[bool]int{true: 0, false: 1}[said], map[bool]int{true: 0, false: 1}[also])
			}
			return cmp.Compare(y, x)
		})
	}
}

// said tells how many of the systems the sums and the stages rest on; a public version tells
// nothing about gaps.
func (r *register) said(f *pdf.Flow) {
	if r.Public() {
		return
	}
	var parts []string
	for _, c := range r.columns {
		switch {
		case c.Field == nil:
			continue
		case !c.Field.InKronor() && c.Field != system.Lifecycle.Field:
			continue
		}
		n := 0
		for _, s := range r.systems {
			if !field.IsEmpty(c.Field.Value(r.W, s, 0)) {
				n++
			}
		}
		if n < len(r.systems) {
			parts = append(parts, fmt.Sprintf("%s är angiven för %s av %s", text.Lower(c.Field.Label), report.Count(n), report.Count(len(r.systems))))
		}
	}
	if len(parts) > 0 {
		f.Note(text.Capital(strings.Join(parts, "; ")) + ". Summorna är av dem som har ett belopp.")
	}
}
