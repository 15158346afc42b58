package demo

import (
	"itportfoljen/app/field"
	"itportfoljen/app/system"
	"itportfoljen/app/usage"
)

// makeUses says which förvaltningar use the systems that are all's. Some have a key for
// the cost, some one that doesn't come to the whole, and of one the numbers of users differ.
func (g *generator) makeUses() {
	systems := map[field.ID]*field.Record{}
	for _, r := range g.records {
		if r.Kind == system.Kind {
			systems[r.ID] = r
		}
	}
	n := 0
	for _, s := range g.systems {
		if !models[s.model].shared() || s.name != models[s.model].name || s.lifecycle == "retired" {
			continue
		}
		if n++; n%3 == 0 { // nobody has written who uses it
			continue
		}
		g.usesOf(systems[s.id], n)
	}
}

// usesOf gives the nth of the systems that are all's its uses, by as many förvaltningar as
// its users are enough for.
func (g *generator) usesOf(s *field.Record, n int) {
	by := g.staff[:min(2+n%5, int(max(system.Users.Get(s)/3, 2)))]
	left, part := system.Users.Get(s), int64(100/len(by))
	for i, st := range by {
		u := g.record(usage.Kind).Put(usage.Of.Field, s.ID).Put(usage.Unit.Field, st.unit)
		users := left / int64(len(by)-i)
		left -= users
		if n%4 == 1 && i == 1 {
			users += 7 // who counts, counts otherwise
		}
		u.Put(usage.Users.Field, users)
		share := part
		if i == 0 {
			share = 100 - part*int64(len(by)-1)
		}
		switch n % 4 {
		case 1:
			u.Put(usage.Share.Field, share)
		case 2:
			if i > 0 {
				u.Put(usage.Share.Field, share)
			}
		}
		if c := s.Get(system.Criticality.Field); c != nil && i < 2 {
			u.Put(usage.Criticality.Field, c)
		}
		if i%2 == 0 && len(st.managers) > 0 {
			u.Put(usage.Contact.Field, []field.Holding{{Person: st.managers[n%len(st.managers)].id}})
		}
	}
}
