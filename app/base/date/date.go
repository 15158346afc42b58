// Package date holds days without time or zone.
package date

import (
	"fmt"
	"math"
	"time"
)

// Date is a day written as the number yyyymmdd, so that dates compare and sort
// as numbers. Zero is no date.
type Date int32

// Of builds a date; out-of-range parts are normalised as time.Date does. What
// falls outside the years 1–9999 is no date.
func Of(y, m, d int) Date {
	return FromTime(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC))
}

// FromTime is the day that t shows in its own zone.
func FromTime(t time.Time) Date {
	y, m, d := t.Date()
	if y < 1 || y > 9999 {
		return 0
	}
	return Date(y*10000 + int(m)*100 + d)
}

// Valid says that the parts are a day in the years 1–9999.
func Valid(y, m, d int) bool {
	return y >= 1 && y <= 9999 && m >= 1 && m <= 12 && d >= 1 && d <= LastOfMonth(y, m).Day()
}

// LastOfMonth is the last day of the month.
func LastOfMonth(y, m int) Date { return Of(y, m+1, 0) }

// IsZero says that there is no date.
func (d Date) IsZero() bool { return d == 0 }

// Year is the year, 0 for no date.
func (d Date) Year() int { return int(d) / 10000 }

// Month is 1–12, 0 for no date.
func (d Date) Month() int { return int(d) / 100 % 100 }

// Day is the day of the month, 0 for no date.
func (d Date) Day() int { return int(d) % 100 }

// Time is midnight UTC; the zero time for no date.
func (d Date) Time() time.Time {
	if d == 0 {
		return time.Time{}
	}
	return time.Date(d.Year(), time.Month(d.Month()), d.Day(), 0, 0, 0, 0, time.UTC)
}

// AddMonths moves n months; a day that the month lacks becomes its last:
// 31 January plus one is 28 or 29 February. No date stays no date.
func (d Date) AddMonths(n int) Date {
	if d == 0 || n < -200_000 || n > 200_000 {
		return 0
	}
	first := Of(d.Year(), d.Month()+n, 1)
	if first == 0 {
		return 0
	}
	last := LastOfMonth(first.Year(), first.Month())
	return min(first+Date(d.Day()-1), last)
}

// AddDays moves n days. No date stays no date.
func (d Date) AddDays(n int) Date {
	if d == 0 || n < -5_000_000 || n > 5_000_000 {
		return 0
	}
	return FromTime(d.Time().AddDate(0, 0, n))
}

// DaysUntil is the number of days from d to e, negative when e is earlier; 0
// when either is no date.
func (d Date) DaysUntil(e Date) int {
	if d == 0 || e == 0 {
		return 0
	}
	const day = 24 * 60 * 60
	return int((e.Time().Unix() - d.Time().Unix()) / day)
}

// Weekday is the day of the week.
func (d Date) Weekday() time.Weekday { return d.Time().Weekday() }

// ISOWeek is the week number as Swedish calendars show it, and the year that
// the week belongs to; zeros for no date.
func (d Date) ISOWeek() (year, week int) {
	if d == 0 {
		return 0, 0
	}
	return d.Time().ISOWeek()
}

// String is ISO 8601, "2026-11-21"; empty for no date.
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", int(d)/10000, int(d)/100%100, int(d)%100)
}

var weekdays = [...]string{"söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"}

var months = [...]string{"", "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
	"oktober", "november", "december"}

var shortMonths = [...]string{"", "jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"}

// Long is "lördag 21 november 2026"; empty for no date.
func (d Date) Long() string {
	if d == 0 {
		return ""
	}
	return fmt.Sprintf("%s %d %s %d", weekdays[d.Weekday()], d.Day(), months[d.Month()], d.Year())
}

// Short is "21 nov"; empty for no date.
func (d Date) Short() string {
	if d == 0 {
		return ""
	}
	return fmt.Sprintf("%d %s", d.Day(), shortMonths[d.Month()])
}

// ShortYear is "21 nov 2026"; empty for no date.
func (d Date) ShortYear() string {
	if d == 0 {
		return ""
	}
	return fmt.Sprintf("%s %d", d.Short(), d.Year())
}

// MonthName is what a month is called, 1 is "januari"; empty for none.
func MonthName(month int) string {
	if month < 1 || month > 12 {
		return ""
	}
	return months[month]
}

// LongMonth is "november 2026"; empty for no date.
func (d Date) LongMonth() string {
	if d == 0 {
		return ""
	}
	return fmt.Sprintf("%s %d", months[d.Month()], d.Year())
}

// ShortMonth is "nov 2026"; empty for no date.
func (d Date) ShortMonth() string {
	if d == 0 {
		return ""
	}
	return fmt.Sprintf("%s %d", shortMonths[d.Month()], d.Year())
}

// epoch is the day that spreadsheets count days from, after February 1900.
const epoch = Date(1899_12_30)

// Serial is the number by which spreadsheets know a day from 1 March 1900, before which
// they disagree.
func (d Date) Serial() (n int64, ok bool) {
	if d < 1900_03_01 || d > 9999_12_31 {
		return 0, false
	}
	return int64(epoch.DaysUntil(d)), true
}

// FromSerial reads an Excel day number; the time of day is dropped. In the
// 1900 system day 1 is 1900-01-01 and day 60 is 29 February 1900, which never
// was: it is refused. In the 1904 system day 0 is 1904-01-01. Numbers outside
// what Excel shows as dates, up to 9999-12-31, are refused.
func FromSerial(serial float64, date1904 bool) (Date, bool) {
	if math.IsNaN(serial) || serial < 0 || serial >= 2958466 {
		return 0, false
	}
	const halfMillisecond = 0.5 / (24 * 60 * 60 * 1000) // a formula may land just below midnight
	n := int(math.Floor(serial + halfMillisecond))
	var d Date
	switch {
	case date1904:
		d = Date(19040101).AddDays(n)
	case n >= 61:
		d = epoch.AddDays(n)
	case n >= 1 && n < 60:
		d = Date(18991231).AddDays(n)
	}
	return d, d != 0
}
