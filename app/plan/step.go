package plan

import (
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

func init() {
	governance.AnswerOf.Admit(Kind)
	governance.Goes(Kind, Phase.Field, Move)
}

// Move takes an insats to another phase: asks what the styrmodell asks for on the
// way, and writes down that it was done. A *governance.Stopped says what is missing.
func Move(tx *field.Tx, insats field.ID, s governance.Step) error {
	return governance.Take(tx, insats, s)
}
