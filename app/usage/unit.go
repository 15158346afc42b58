package usage

import (
	"slices"

	"itportfoljen/app/base/money"
	"itportfoljen/app/field"
	"itportfoljen/app/org"
)

// Standing is what a thing is to a unit, with the units under it.
type Standing uint8

// What something may be to a unit: one that owns it isn't said to use it.
const (
	Neither Standing = iota
	Owns
	Uses
)

// Word is the standing in Swedish.
func (s Standing) Word() string { return [...]string{"", "äger", "använder"}[s] }

// Key is the standing for machines.
func (s Standing) Key() string { return [...]string{"", "owns", "uses"}[s] }

// StandingOf says what a record is to a unit.
func StandingOf(w field.World, r *field.Record, unit field.ID) Standing {
	if of, known := field.UnitOf(w, r); known && org.Within(w, of, unit) {
		return Owns
	}
	if len(rowsOf(w, r.ID, unit)) > 0 {
		return Uses
	}
	return Neither
}

// rowsOf are the uses of a thing that a unit and those under it have.
func rowsOf(w field.World, thing, unit field.ID) (out []*field.Record) {
	for _, r := range Rows(w, thing) {
		if org.Within(w, Unit.Get(r), unit) {
			out = append(out, r)
		}
	}
	return out
}

// Part is what a unit, with those under it, has of something that it uses.
type Part struct {
	Rows  []*field.Record
	Users int64 // of those rows that say theirs
	Said  int   // how many do
	Share int64 // per cent of the cost
	Split bool  // all of them say their share
}

// PartOf is the part that a unit has of a thing.
func PartOf(w field.World, thing, unit field.ID) Part {
	p := Part{Rows: rowsOf(w, thing, unit), Split: true}
	for _, r := range p.Rows {
		if n, ok := r.Get(Users.Field).(int64); ok {
			p.Users, p.Said = p.Users+n, p.Said+1
		}
		n, ok := r.Get(Share.Field).(int64)
		p.Share, p.Split = p.Share+n, p.Split && ok
	}
	p.Split = p.Split && len(p.Rows) > 0
	return p
}

// Of is the unit's part of an amount; ok is false where nobody has said how it is split.
func (p Part) Of(o money.Ore) (part money.Ore, ok bool) {
	whole, rest := o/100, o%100 // apart, so that no amount is too large
	return whole*money.Ore(p.Share) + (rest*money.Ore(p.Share)+50)/100, p.Split
}

// UsedBy are the things that a unit, with those under it, uses and doesn't own.
func UsedBy(w field.World, unit field.ID) (out []*field.Record) {
	for _, k := range Of.Targets() {
		for _, r := range w.All(k) {
			if StandingOf(w, r, unit) == Uses {
				out = append(out, r)
			}
		}
	}
	return out
}

// concerned are the units that own a thing or use it.
func concerned(w field.World, r *field.Record) []field.ID {
	units := Units(w, r)
	if home := r.Home(); home != "" && !slices.Contains(units, home) {
		units = append([]field.ID{home}, units...)
	}
	return units
}
