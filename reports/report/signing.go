package report

import (
	"cmp"
	"fmt"

	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/system"
	"itportfoljen/reports/pdf"
)

// RoleName is what the municipality calls a role.
func (j *Job) RoleName(f *field.Field) string {
	return cmp.Or(j.All.Model().RoleNames[f.Key], f.Label)
}

// Roles are the roles that answer for a system, in the order that they are told.
var Roles = []*field.Field{system.OwnerBody.Field, system.Representative.Field, system.SystemOwner.Field, system.OwnerDeputy.Field, system.ITOwner.Field, system.Manager.Field,
	system.ManagerDeputy.Field, system.TechnicalManager.Field, system.OperationsManager.Field, system.InformationOwner.Field}

// Signer is who signs in a role of a system: those who have it, or a line without a name.
func (j *Job) Signer(s *field.Record, f *field.Field) pdf.Signature {
	return pdf.Signature{Role: j.RoleName(f), Name: Clip(f.Read(j.All, s, 0), MostHead)}
}

// Done says a check that is ticked where something is there.
func Done(is bool, text string, more ...pdf.Run) pdf.Check {
	state := pdf.Open
	if is {
		state = pdf.Ticked
	}
	return pdf.Check{Text: append([]pdf.Run{pdf.T(text)}, more...), State: state}
}

// Demands are the conditions as boxes: ticked where they are met, with what is missing, and
// who has excepted it and until when.
func (j *Job) Demands(conditions []governance.Condition) (out []pdf.Check) {
	for _, c := range conditions {
		said, more := cmp.Or(c.Rule, c.Text, "Kravet är uppfyllt."), []pdf.Run{pdf.M(" (" + c.Gate.Key + ")")}
		if c.Rule != "" && !c.Met {
			more = append(more, pdf.B(" "+c.Text))
		}
		if d := c.Exception; d != nil {
			more = append(more, pdf.B(" Undantag: "), pdf.T(Sentence(Joined(", ", SaidBy(j.All, d), until(d)))+" "+Sentence(governance.DecisionReason.Get(d))))
		}
		out = append(out, Done(c.Met, said, more...))
	}
	return out
}

// Told is how many of the conditions are met, in a sentence.
func Told(conditions []governance.Condition) string {
	if len(conditions) == 0 {
		return "Styrmodellen ställer inga krav före steget."
	}
	met, excepted := 0, 0
	for _, c := range conditions {
		switch {
		case c.Met:
			met++
		case c.Exception != nil:
			excepted++
		}
	}
	said := fmt.Sprintf("%d av %d krav är uppfyllda", met, len(conditions))
	if met == 1 {
		said = fmt.Sprintf("1 av %d krav är uppfyllt", len(conditions))
	}
	if excepted > 0 {
		said += fmt.Sprintf(", %d har undantag", excepted)
	}
	if left := len(conditions) - met - excepted; left > 0 {
		said += fmt.Sprintf(", %d saknas", left)
	}
	return said + "."
}
