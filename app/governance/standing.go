package governance

import (
	"strings"

	"itportfoljen/app/field"
)

// Standing tells of what the gates ask for that stand before no step, or that are said
// always: what is missing is said as long as it is. What is done with or not in use is
// let be, and so is what somebody who may has excepted.
func Standing(w field.World, say func(r *field.Record, m field.Reminder)) {
	for _, k := range w.Kinds() {
		if !gated(w, k, []string{""}) {
			continue
		}
		for _, r := range w.All(k) {
			if field.Over(w, r) || !field.InUse(w, r) {
				continue
			}
			for _, lack := range Lacks(w, r, []string{""}) {
				if lack.Gate.Effect == Warn && !lack.Excepted {
					say(r, standing(lack, k))
				}
			}
		}
	}
}

// standing is the reminder of what is missing.
func standing(lack Missing, k *field.Kind) field.Reminder {
	out := field.Reminder{Rule: lack.Gate.Key, Text: strings.TrimSuffix(lack.Text, "."), Field: lack.Field, Badge: "saknas", Tone: field.Warn, Gathered: true, Weight: 45}
	if out.Field == nil || out.Field.Kind != k {
		out.Field = k.Title()
	}
	if lack.Gate.Need.None != "" {
		out.Badge = "avviker"
	}
	return out
}
