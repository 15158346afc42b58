package org

import (
	"fmt"
	"slices"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
)

// Move is that units come to lie under another, each with what lies under it.
type Move struct {
	Units []field.ID
	Under field.ID // "": under none, at the top
}

// Refused says why it can't be done, nil when it can.
func (m Move) Refused(w field.World) error {
	if m.Under != "" && (w.Get(m.Under) == nil || w.Get(m.Under).Kind != UnitKind) {
		return fault.New(fault.NotFound, "Enheten att flytta till finns inte längre. Inget har ändrats. Välj en annan.")
	}
	stay := true
	for _, id := range m.tops(w) {
		u := w.Get(id)
		switch {
		case u == nil || u.Kind != UnitKind:
			return fault.New(fault.NotFound, "Enheten som skulle flyttas finns inte längre. Inget har ändrats.")
		case id == m.Under:
			return fault.New(fault.Invalid, fmt.Sprintf("%s kan inte ligga under sig själv. Inget har ändrats. Välj en annan enhet.", u.Name()))
		case m.Under != "" && Within(w, m.Under, id):
			return fault.New(fault.Invalid, fmt.Sprintf("%s ligger under %s, som inte kan flyttas dit. Inget har ändrats. Välj en annan enhet.", w.Label(m.Under), u.Name()))
		}
		stay = stay && UnitParent.Get(u) == m.Under
	}
	if !stay {
		return nil
	}
	if m.Under == "" {
		return fault.New(fault.Invalid, "Det ligger redan överst. Inget har ändrats.")
	}
	return fault.New(fault.Invalid, fmt.Sprintf("Det ligger redan under %s. Inget har ändrats.", w.Label(m.Under)))
}

// tops are the units that are moved for themselves: those under them go along.
func (m Move) tops(w field.World) (out []field.ID) {
	for _, id := range m.Units {
		under := slices.ContainsFunc(m.Units, func(other field.ID) bool { return other != id && Within(w, id, other) })
		if !under && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// Do makes the changes, and gives the entry's label.
func (m Move) Do(tx *field.Tx) (label string, err error) {
	if err := m.Refused(tx); err != nil {
		return "", err
	}
	tops := m.tops(tx)
	for _, id := range tops {
		if err := tx.Set(id, UnitParent.Field, parentOf(m.Under)); err != nil {
			return "", err
		}
	}
	what := text.Plural(len(tops), UnitKind.One, UnitKind.Many) + " flyttade"
	if len(tops) == 1 {
		what = tx.Label(tops[0]) + " flyttad"
	}
	if m.Under == "" {
		return what + " överst", nil
	}
	return what + " till " + tx.Label(m.Under), nil
}

func parentOf(id field.ID) field.Value {
	if id == "" {
		return nil
	}
	return id
}

// Along is how many units go along when a unit is moved: those that lie under it, however deep.
func Along(w field.World, id field.ID) int {
	n := 0
	seen := map[field.ID]bool{id: true}
	for at := []field.ID{id}; len(at) > 0; {
		next := at[0]
		at = at[1:]
		for _, u := range w.Pointing(UnitParent.Field, next) {
			if !seen[u.ID] {
				seen[u.ID] = true
				n, at = n+1, append(at, u.ID)
			}
		}
	}
	return n
}
