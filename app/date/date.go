// Package date holds days without time or zone.
package date

import "fmt"

// Date is a day written as the number yyyymmdd, so that dates compare and sort
// as numbers. Zero is no date.
type Date int32

// Of builds a date; out-of-range parts are normalised as time.Date does.
// IsZero says that there is no date.
func (d Date) IsZero() bool { return d == 0 }

// String is ISO 8601, "2026-11-21"; empty for no date.
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", int(d)/10000, int(d)/100%100, int(d)%100)
}
