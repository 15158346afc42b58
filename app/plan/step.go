package plan

import (
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

func init() {
	governance.AnswerOf.Admit(Kind)
	governance.Goes(Kind, Phase.Field)
	governance.Offers(Kind, func(w field.World, r *field.Record) []string {
		if to := governance.Following(w, r); to != "" {
			return []string{to}
		}
		return nil
	})
	governance.Classes(Kind, class)
	governance.Hurries(Kind, Acute.Field, AcuteWhy.Field)
	governance.Acts(Kind, governance.Procurement, ProcurementOn.Field)
	Kind.Check = governance.PassAct
	Kind.Unmet = func(w field.World, r *field.Record) (out []string) {
		for _, m := range governance.Behind(w, r) {
			if m.Stops() {
				out = append(out, m.Gate.Key)
			}
		}
		return out
	}
}
