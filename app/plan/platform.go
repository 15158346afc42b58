package plan

import (
	"slices"
	"strings"

	"itportfoljen/app/exemption"
	"itportfoljen/app/field"
	"itportfoljen/app/platform"
	"itportfoljen/app/system"
)

func init() { exemption.Of.Admit(Kind) }

// against are the kinds that an insats is held against.
func against() []*field.Kind { return []*field.Kind{platform.Kind, exemption.Kind, system.Kind} }

// offPlatform is what an insats builds on that is leaving, and that it says itself that it
// goes outside the platform, unless it has an undantag.
func offPlatform(w field.World, r *field.Record) field.Value {
	var names []string
	for _, part := range exemption.Outside(w, r.ID, Platforms.Get(r)) {
		names = append(names, part.Name())
	}
	if Deviates.Get(r) && !hasExemption(w, r) {
		names = append(names, "plattformen")
	}
	if len(names) == 0 {
		return nil
	}
	return strings.Join(names, ", ")
}

// hasExemption says whether an insats has any undantag in force.
func hasExemption(w field.World, r *field.Record) bool {
	return slices.ContainsFunc(w.Pointing(exemption.Of.Field, r.ID), func(e *field.Record) bool { return exemption.InForce(e, w.Today()) })
}

// duplicates are the gemensamma lösningar that an insats makes another of: for its own area
// and those of the systems that it would give.
func duplicates(w field.World, r *field.Record) field.Value {
	areas := []string{Area.Get(r)}
	for _, id := range Systems.Get(r) {
		if s := w.Get(id); s != nil && !system.InService(s) && !system.Retired(s) {
			areas = append(areas, system.Category.Get(s))
		}
	}
	return field.IDs(exemption.Duplicated(w, r.ID, Platforms.Get(r), areas...))
}

// buildsOnLeaving is of an insats that isn't done.
var buildsOnLeaving = field.Reminder{Rule: "initiative-platform", Text: "Insatsen bygger på en plattform som utgår – byt eller sök undantag", Field: Platforms.Field, Badge: "utgår", Tone: field.Warn, Gathered: true, Weight: 35}

func remindOfPlatform(w field.World, r *field.Record, say func(field.Reminder)) {
	if StageOf(w, r).Live() && !over(w, r) && len(exemption.Outside(w, r.ID, Platforms.Get(r))) > 0 {
		say(buildsOnLeaving)
	}
}
