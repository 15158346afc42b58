package report

import (
	"slices"
	"strings"

	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/insight"
	"itportfoljen/reports/pdf"
)

// SystemRoles are the roles of systems that the styrmodell has any use for, in their order.
func SystemRoles(w World) []*field.Field {
	return slices.DeleteFunc(slices.Clone(Roles), func(f *field.Field) bool { return !f.InDemand(w) })
}

// Unfilled says whether somebody should have a role of a system and nobody who still is there
// has: the register asks for it, or a rule of the styrmodell that nobody has excepted.
func (j *Job) Unfilled(s *field.Record, role *field.Field) bool {
	gaps, known := j.gaps[s.ID]
	if !known {
		gaps = insight.Missing(j.All, s)
		for _, lack := range governance.Behind(j.All, s) {
			if lack.Field != nil && lack.Field.Kind == s.Kind && !lack.Excepted {
				gaps = append(gaps, lack.Field)
			}
		}
		j.gaps[s.ID] = gaps
	}
	return slices.Contains(gaps, role)
}

// RoleMissing is the mark of a role that nobody has and somebody should.
const RoleMissing = "saknas"

// Role is who has a role of a system today, with those whose time isn't over but who have left
// told so; any is false where nothing is to be said: nobody has the role and nobody need.
func (j *Job) Role(s *field.Record, role *field.Field) (cell pdf.Cell, any bool) {
	if !j.Tells(role) {
		return pdf.Txt(""), false
	}
	if !role.IsHeld() {
		if said := role.Read(j.All, s, 0); said != "" {
			return pdf.Txt(said), true
		}
	} else {
		held := field.RolesField{Field: role}.Get(s)
		there := field.There(j.All, held, j.All.Today())
		names := field.Labels(j.All, there)
		for _, id := range field.Holders(held, j.All.Today()) {
			if !slices.Contains(there, id) {
				names = append(names, j.All.Label(id)+" (slutat)")
			}
		}
		if len(names) > 0 {
			said := strings.Join(names, ", ")
			if j.Unfilled(s, role) && !j.Public() {
				return pdf.RAG(pdf.Bad, said), true
			}
			return pdf.Txt(said), true
		}
	}
	if j.Unfilled(s, role) && !j.Public() {
		return pdf.RAG(pdf.Warn, RoleMissing), true
	}
	if said := role.Blank(j.All, s); said != "" {
		return pdf.Dim(said), true
	}
	return pdf.Dim(None), false
}
