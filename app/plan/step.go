package plan

import "itportfoljen/app/governance"

func init() {
	governance.AnswerOf.Admit(Kind)
	governance.Goes(Kind, Phase.Field)
}
