package app

import (
	"fmt"

	"itportfoljen/app/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// tree holds that the units still are one: none lies under itself, and none
// deeper than a path may be. Each unit is looked at once, however many have
// moved; what was wrong in a file before stops nobody from changing the rest.
func (b *batch) tree() error {
	walk := &unitWalk{b: b, at: map[field.ID]place{}}
	for _, id := range b.touched {
		if r := b.now[id]; r != nil && r.Kind == org.UnitKind && b.moved(r) {
			if err := walk.from(r); err != nil {
				return err
			}
		}
	}
	if len(walk.at) == 0 {
		return nil
	}
	for _, r := range b.p.All(org.UnitKind) { // those that went along
		if r = b.get(r.ID); r != nil {
			if err := walk.from(r); err != nil {
				return err
			}
		}
	}
	return nil
}

// moved says whether a unit is new or belongs to another than before.
func (b *batch) moved(r *field.Record) bool {
	before := b.p.Get(r.ID)
	return before == nil || org.UnitParent.Get(before) != org.UnitParent.Get(r)
}

// tooDeep says whether a unit lies deeper than it may.
func (p *Portfolio) tooDeep(id field.ID) bool {
	above := id
	for u := range org.Up(p, id) {
		above = org.UnitParent.Get(u)
	}
	return above != "" && p.Get(above) != nil && org.Depth(p, id) == org.Deepest
}

// place is where a unit lies: how deep, and whether it or one above it moved.
type place struct {
	depth int
	moved bool
}

// unitWalk knows the places of the units that it has come to.
type unitWalk struct {
	b  *batch
	at map[field.ID]place
}

// from finds the place of a unit by those above it.
func (w *unitWalk) from(r *field.Record) error {
	var path []*field.Record
	onPath := map[field.ID]int{}
	var top place
	for u := r; u != nil; u = w.b.get(org.UnitParent.Get(u)) {
		if known, ok := w.at[u.ID]; ok {
			top = known
			break
		}
		if i, ok := onPath[u.ID]; ok {
			for _, c := range path[i:] {
				if w.b.now[c.ID] != nil && w.b.moved(c) {
					return fault.New(fault.Invalid, fmt.Sprintf("%s kan inte höra till sig själv eller till en enhet under sig. Inget har ändrats.", c.Name()))
				}
			}
			break
		}
		onPath[u.ID] = len(path)
		path = append(path, u)
	}
	for i := len(path) - 1; i >= 0; i-- {
		u := path[i]
		top.depth++
		top.moved = top.moved || w.b.now[u.ID] != nil && w.b.moved(u)
		w.at[u.ID] = top
		if top.moved && top.depth > org.Deepest && !w.b.p.tooDeep(u.ID) {
			return fault.New(fault.Invalid, fmt.Sprintf("%s skulle ligga djupare än %d led, som är det mesta en enhet får göra. Inget har ändrats. Rätta vad den eller enheterna över den hör till.", u.Name(), org.Deepest))
		}
	}
	return nil
}
