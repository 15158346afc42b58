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
	if slices.ContainsFunc(Rows(w, r.ID), func(u *field.Record) bool { return org.Within(w, Unit.Get(u), unit) }) {
		return Uses
	}
	return Neither
}

// Part is what a unit, with those under it, has of something that it uses.
type Part struct {
	Rows  []*field.Record
	Users int64 // of those rows that say theirs
	Said  int   // how many do
	Share int64 // per cent of the cost
	Split bool  // all of them say their share

	shares []int64 // of all that use it, and last what nobody has said whose it is
	mine   []bool
}

// PartOf is the part that a unit has of a thing.
func PartOf(w field.World, thing, unit field.ID) Part {
	p := Part{Split: true}
	rest := int64(100)
	for _, r := range Rows(w, thing) {
		share, said := r.Get(Share.Field).(int64)
		mine := org.Within(w, Unit.Get(r), unit)
		p.shares, p.mine, rest = append(p.shares, share), append(p.mine, mine), rest-share
		if !mine {
			continue
		}
		p.Rows, p.Share, p.Split = append(p.Rows, r), p.Share+share, p.Split && said
		if n, ok := r.Get(Users.Field).(int64); ok {
			p.Users, p.Said = p.Users+n, p.Said+1
		}
	}
	p.shares, p.mine, p.Split = append(p.shares, rest), append(p.mine, false), p.Split && len(p.Rows) > 0
	return p
}

// Of is the unit's part of an amount, to the öre, so that those of all the units come to what
// they have together; ok is false where nobody has said how it is split.
func (p Part) Of(o money.Ore) (part money.Ore, ok bool) {
	for i, one := range money.Split(o, p.shares) {
		if p.mine[i] {
			part += one
		}
	}
	return part, p.Split
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

// Amounts are the parts of an amount that the uses of a thing bear, in the order of Rows, to the
// öre. What the shares leave of it is nobody's.
func Amounts(w field.World, thing field.ID, o money.Ore) []money.Ore {
	rows := Rows(w, thing)
	shares, rest := make([]int64, 0, len(rows)+1), int64(100)
	for _, r := range rows {
		shares, rest = append(shares, Share.Get(r)), rest-Share.Get(r)
	}
	return money.Split(o, append(shares, rest))[:len(rows)]
}
