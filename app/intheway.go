package app

import (
	"context"
	"slices"

	"itportfoljen/app/field"
)

// mostInTheWay is how many of the entries that stand in the way are told of.
const mostInTheWay = 20

// InTheWay tells whether TakeBack would take an entry back as things stand, without doing it:
// why is nil when it would, else the fault that it would give. in are the entries since then,
// the newest first, that have to be taken back before it can be: those that changed the same,
// what it created, or made use of that. It may be that none is known. err is that the journal
// couldn't be read.
func (p *Portfolio) InTheWay(ctx context.Context, number int64) (why error, in []Entry, err error) {
	p.write.Lock()
	target, sure, why := p.takeable(ctx, number)
	if why == nil {
		var changes []field.Change
		if changes, why = p.backwards(ctx, target, sure); why == nil {
			var b *batch
			if b, why = p.prepare(changes, true); why == nil && len(b.tx.Changes()) == 0 {
				why = asItWas()
			}
		}
	}
	p.write.Unlock()
	if why == nil || !unfitting(why) || target.Number == 0 {
		return why, nil, nil
	}
	in, err = p.laterThan(ctx, target)
	return why, in, err
}

// laterThan are the entries since a target that stand and touch what it did, the newest first.
func (p *Portfolio) laterThan(ctx context.Context, target Entry) (later []Entry, err error) {
	did, turned := didOf(target), map[int64][]int64{}
	err = p.deps.Store.Since(ctx, target.Number, func(e Entry) error {
		turned[e.Undoes] = append(turned[e.Undoes], e.Number)
		if e.Undoes <= target.Number && did.touchedBy(e) { // what takes a later one back is told by that
			e.Changes, e.More = nil, 0
			later = append(later, e)
		}
		return nil
	})
	var stands func(number int64) bool
	stands = func(number int64) bool {
		return !slices.ContainsFunc(turned[number], stands)
	}
	later = slices.DeleteFunc(later, func(e Entry) bool { return !stands(e.Number) })
	slices.Reverse(later)
	return later[:min(len(later), mostInTheWay)], err
}

// did is what an entry did, as far as later ones may stand in its way.
type did struct {
	set     map[field.ID]map[*field.Field]bool // fields that it changed
	created map[field.ID]bool                  // what it created
	named   map[field.ID]bool                  // what those that it removed pointed at
}

func didOf(e Entry) did {
	d := did{map[field.ID]map[*field.Field]bool{}, map[field.ID]bool{}, map[field.ID]bool{}}
	for _, c := range e.Changes {
		switch c.Op {
		case field.Create:
			d.created[c.ID] = true
		case field.Set:
			if d.set[c.ID] == nil {
				d.set[c.ID] = map[*field.Field]bool{}
			}
			d.set[c.ID][c.Field] = true
			for _, id := range field.References(c.Before) {
				d.named[id] = true
			}
		case field.Delete:
			if c.Record == nil {
				continue
			}
			for _, f := range c.Kind.Pointers() {
				for _, id := range field.References(c.Record.Get(f)) {
					d.named[id] = true
				}
			}
		}
	}
	return d
}

// touchedBy says that an entry changed what was set, touched or made use of what was created,
// or removed what would be pointed at again.
func (d did) touchedBy(e Entry) bool {
	return slices.ContainsFunc(e.Changes, func(c field.Change) bool {
		if d.created[c.ID] {
			return true
		}
		switch c.Op {
		case field.Delete:
			return d.set[c.ID] != nil || d.named[c.ID]
		case field.Set:
			return d.set[c.ID][c.Field] || d.uses(field.References(c.After))
		}
		if c.Record == nil {
			return false
		}
		return slices.ContainsFunc(c.Kind.Pointers(), func(f *field.Field) bool { return d.uses(field.References(c.Record.Get(f))) })
	})
}

// uses says that something that was created is pointed at.
func (d did) uses(ids []field.ID) bool {
	return slices.ContainsFunc(ids, func(id field.ID) bool { return d.created[id] })
}
