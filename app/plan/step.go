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

// Advise writes down a forum's advice, and Decide a decision.
func Advise(tx *field.Tx, insats field.ID, outcome string, s governance.Step) error {
	return governance.Say(tx, insats, governance.Advised, outcome, s)
}

// Decide writes down what the beslutsfattare has decided. It moves nothing: that is
// the next step.
func Decide(tx *field.Tx, insats field.ID, outcome string, s governance.Step) error {
	return governance.Say(tx, insats, governance.Decided, outcome, s)
}
