package apptest

import "itportfoljen/app/field"

// Pointing answers field.World.Pointing for worlds of tests that keep their records by
// themselves.
type Pointing map[*field.Field]map[field.ID][]*field.Record

// Add takes in a record with what it points at.
func (p Pointing) Add(r *field.Record) {
	for _, f := range r.Kind.Pointers() {
		for _, id := range field.References(r.Get(f)) {
			if p[f] == nil {
				p[f] = map[field.ID][]*field.Record{}
			}
			p[f][id] = append(p[f][id], r)
		}
	}
}
