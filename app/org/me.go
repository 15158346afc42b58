package org

import (
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Known is the only person of a name who is still there, such as whoever uses the program;
// "" when there is none or several.
func Known(w field.World, name string) (id field.ID) {
	for _, p := range w.All(PersonKind) {
		if text.Fold(p.Name()) != text.Fold(name) || p.Left(w.Today()) {
			continue
		}
		if id != "" {
			return ""
		}
		id = p.ID
	}
	return id
}

// Levels are the förvaltningar, nämnder and bolag that units belong to, each once and in the
// units' order.
func Levels(w field.World) (out []*field.Record) {
	seen := map[field.ID]bool{}
	for _, u := range w.All(UnitKind) {
		if top := Level(w, u.ID); !seen[top] {
			seen[top] = true
			out = append(out, w.Get(top))
		}
	}
	return out
}
