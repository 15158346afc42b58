package system

import (
	"slices"

	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// A system goes through its lifecycle. Mostly that is just set; what a gate stands
// before, or somebody says something of, is written down.
func init() {
	governance.GoesLightly(Kind, Lifecycle.Field)
	governance.Along(Kind, passed)
	governance.Offers(Kind, governance.OfferedFrom(Lifecycle.Field, map[string][]string{
		Idea: {Planned}, Planned: {Procurement}, Procurement: {Introduction}, Introduction: {Running},
		Running: {PhaseOut}, Developing: {PhaseOut}, PhaseOut: {OutOfUse},
	}))
}

// passed are the phases that a system goes into on its way. Into service it goes
// through all that it skips. One in service that is told to be so goes nowhere, and
// neither does one that is told of for the first time: it is written down as it is.
func passed(w field.World, r *field.Record, from, to string) []string {
	if tx, ok := w.(*field.Tx); ok && tx.Made(r.ID) {
		return nil
	}
	at := slices.Index(toCome, from)
	switch to {
	case "", Running, Developing:
		serves := from == "" || from == Running || from == Developing || from == PhaseOut
		switch {
		case serves && to != Developing:
			return nil
		case serves:
			return []string{to}
		}
		out := append(slices.Clone(toCome[at+1:]), Running)
		if from == OutOfUse { // it has been through them
			out = []string{Running}
		}
		if to == Developing {
			out = append(out, to)
		}
		return out
	}
	if i := slices.Index(toCome, to); i > at && from != "" && at >= 0 {
		return toCome[at+1 : i+1]
	}
	return []string{to}
}
