package report

import (
	"slices"

	"itportfoljen/app/base/date"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// upon is a World made of another for one report. What is worked out of it is remembered
// with it, since that isn't what it is of the other; how tags are spelled is the other's.
type upon struct {
	World
	kept map[any]any
}

func newUpon(w World) upon { return upon{w, map[any]any{}} }

// Beneath is the world that it is made of.
func (u upon) Beneath() field.World { return u.World }

// Keep remembers what make gives by its key.
func (u upon) Keep(key any, make func() any) any {
	v, ok := u.kept[key]
	if !ok {
		v = make()
		u.kept[key] = v
	}
	return v
}

// dated is a World whose today is the day of the report, so that every countdown is.
type dated struct {
	upon
	day date.Date
}

// Today is the day of the report.
func (d dated) Today() date.Date { return d.day }

// scoped is a World that holds only what is of a part of the municipality. What
// the program keeps for itself is left out, and so is a kind that nothing is known
// of; units and persons are all there, to be named.
type scoped struct {
	upon
	in  func(r *field.Record) bool // whether a record is of the part
	all map[*field.Kind][]*field.Record
}

// Within narrows a world to a unit and those below it. What is the whole municipality's,
// such as ramar of portföljer, is left out.
func Within(w World, unit field.ID) World {
	return scope(w, func(r *field.Record) bool {
		of, known := field.UnitOf(w, r)
		return known && org.Within(w, of, unit)
	})
}

// scope narrows a world to the records that in says.
func scope(w World, in func(r *field.Record) bool) World {
	s := scoped{upon: newUpon(w), in: in, all: map[*field.Kind][]*field.Record{}}
	for _, k := range w.Kinds() {
		for _, r := range w.All(k) {
			if s.has(r) {
				s.all[k] = append(s.all[k], r)
			}
		}
	}
	return s
}

// has says whether a record is of the part, or there to be named.
func (s scoped) has(r *field.Record) bool {
	switch {
	case r.Kind.Silent:
		return false
	case r.Kind.Answers != field.Text:
		return true
	}
	return s.in(r)
}

// All gives the records of a kind that are of the part.
func (s scoped) All(k *field.Kind) []*field.Record { return s.all[k] }

// Pointing gives those of the records that point at one which are of the part.
func (s scoped) Pointing(f *field.Field, id field.ID) []*field.Record {
	return slices.DeleteFunc(slices.Clone(s.World.Pointing(f, id)), func(r *field.Record) bool { return !s.has(r) })
}
