package plan

import (
	"slices"

	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// Is says whether something is an insats.
func Is(r *field.Record) bool { return r.Kind == Kind }

// StageOf is what the phase of an insats means, in the styrmodell.
func StageOf(w field.World, r *field.Record) governance.Stage {
	return governance.Of(w).StageOf(Phase.Get(r))
}

// At are the insatser whose phase means one of the stages.
func At(w field.World, stages ...governance.Stage) []*field.Record {
	return those(w, func(s governance.Stage) bool { return slices.Contains(stages, s) })
}

// Live are the insatser that figures count: neither closed nor set aside.
func Live(w field.World) []*field.Record { return those(w, governance.Stage.Live) }

func those(w field.World, meant func(governance.Stage) bool) (out []*field.Record) {
	model := governance.Of(w)
	for _, r := range w.All(Kind) {
		if meant(model.StageOf(Phase.Get(r))) {
			out = append(out, r)
		}
	}
	return out
}
