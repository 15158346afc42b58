package service

import (
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// A service goes through its phases, which mostly are just set; a level is approved and
// ended, which is written down.
func init() {
	governance.GoesLightly(Kind, Phase.Field)
	governance.Goes(LevelKind, State.Field)
	governance.Dated(ApprovedOn.Field, Approved)
	governance.After(LevelKind, settle)
	governance.Offers(Kind, governance.OfferedFrom(Phase.Field, map[string][]string{
		Idea: {Planned}, Planned: {Introducing}, Introducing: {Running}, Running: {PhaseOut}, PhaseOut: {Retired},
	}))
	governance.Offers(LevelKind, governance.OfferedFrom(State.Field, map[string][]string{"": {Approved}, Draft: {Approved}, Approved: {Ended}}))
}

// settle says by whom a level was approved in writing, unless it says so itself, and that
// one that has ended doesn't hold after that day.
func settle(tx *field.Tx, was *field.Record, s governance.Step) error {
	switch {
	case s.To == Ended:
		return governance.NoLater(tx, was, Until.Field, s.On)
	case s.To == Approved && s.By != "" && ApprovedBy.Get(was) == "":
		return tx.Set(was.ID, ApprovedBy.Field, s.By)
	}
	return nil
}
