package org

import (
	"fmt"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
)

// The units must stay a tree: none lies under itself, and none deeper than a path
// may be. Each unit is looked at once, however many have moved; what was wrong in
// a file before stops nobody from changing the rest.
func init() {
	field.NoCircle(UnitParent.Field, func(_ field.World, u, _ *field.Record) string {
		return u.Name() + " kan inte höra till sig själv eller till en enhet under sig. Inget har ändrats. Välj en annan enhet."
	})
	field.NewRule(tree, UnitKind)
}

func tree(tx *field.Tx) error {
	walk := &unitWalk{tx: tx, at: map[field.ID]place{}}
	for _, id := range tx.Touched() {
		if r := tx.Get(id); r != nil && r.Kind == UnitKind && walk.moved(r) {
			if err := walk.from(r); err != nil {
				return err
			}
		}
	}
	if len(walk.at) == 0 {
		return nil
	}
	for _, r := range tx.All(UnitKind) { // those that went along
		if err := walk.from(r); err != nil {
			return err
		}
	}
	return nil
}

// place is where a unit lies: how deep, and whether it or one above it moved.
type place struct {
	depth int
	moved bool
}

// unitWalk knows the places of the units that it has come to.
type unitWalk struct {
	tx *field.Tx
	at map[field.ID]place
}

// moved says whether a unit is new or belongs to another than before.
func (w *unitWalk) moved(r *field.Record) bool {
	before := w.tx.Before(r.ID)
	return before == nil || before != r && UnitParent.Get(before) != UnitParent.Get(r)
}

// tooDeep says whether a unit lay deeper than it may before.
func (w *unitWalk) tooDeep(id field.ID) bool {
	above := id
	for u := range Up(w.tx.World, id) {
		above = UnitParent.Get(u)
	}
	return above != "" && w.tx.Before(above) != nil && Depth(w.tx.World, id) == Deepest
}

// from finds the place of a unit by those above it.
func (w *unitWalk) from(r *field.Record) error {
	var path []*field.Record
	onPath := map[field.ID]bool{}
	var top place
	for u := r; u != nil; u = w.tx.Get(UnitParent.Get(u)) {
		if known, ok := w.at[u.ID]; ok {
			top = known
			break
		}
		if onPath[u.ID] { // a circle of an older file
			break
		}
		onPath[u.ID] = true
		path = append(path, u)
	}
	for i := len(path) - 1; i >= 0; i-- {
		u := path[i]
		top.depth++
		top.moved = top.moved || w.moved(u)
		w.at[u.ID] = top
		if top.moved && top.depth > Deepest && !w.tooDeep(u.ID) {
			return fault.New(fault.Invalid, fmt.Sprintf("%s skulle ligga djupare än %d led, som är det mesta en enhet får göra. Inget har ändrats. Rätta vad den eller enheterna över den hör till.", u.Name(), Deepest))
		}
	}
	return nil
}
