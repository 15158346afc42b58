package date_test

import (
	"math"
	"testing"
	"time"

	"itportfoljen/app/base/date"
)

func TestOf(t *testing.T) {
	for _, c := range []struct {
		y, m, d int
		want    date.Date
	}{
		{2026, 11, 21, 20261121},
		{2026, 13, 1, 20270101},
		{2026, 3, 0, 20260228},
		{2024, 2, 30, 20240301},
		{9999, 12, 31, 99991231},
		{9999, 12, 32, 0},
		{0, 12, 31, 0},
		{1, 1, 1, 10101},
	} {
		if got := date.Of(c.y, c.m, c.d); got != c.want {
			t.Errorf("Of(%d, %d, %d) = %d, want %d", c.y, c.m, c.d, got, c.want)
		}
	}
}

func TestValidAndLastOfMonth(t *testing.T) {
	for _, c := range []struct {
		y, m, last int
	}{{2026, 1, 31}, {2026, 2, 28}, {2024, 2, 29}, {1900, 2, 28}, {2000, 2, 29}, {2026, 4, 30}, {9999, 12, 31}} {
		if got := date.LastOfMonth(c.y, c.m); got.Day() != c.last || got.Month() != c.m || got.Year() != c.y {
			t.Errorf("LastOfMonth(%d, %d) = %v", c.y, c.m, got)
		}
		if !date.Valid(c.y, c.m, c.last) || date.Valid(c.y, c.m, c.last+1) || date.Valid(c.y, c.m, 0) {
			t.Errorf("Valid is wrong around %d-%d-%d", c.y, c.m, c.last)
		}
	}
	if date.Valid(2026, 0, 1) || date.Valid(2026, 13, 1) || date.Valid(0, 1, 1) || date.Valid(10000, 1, 1) {
		t.Error("Valid accepts parts out of range")
	}
}

func TestAddMonths(t *testing.T) {
	for _, c := range []struct {
		d    date.Date
		n    int
		want date.Date
	}{
		{20260131, 1, 20260228},
		{20240131, 1, 20240229},
		{20240229, 12, 20250228},
		{20240229, 48, 20280229},
		{20260331, -1, 20260228},
		{20260115, -1, 20251215},
		{20261231, 2, 20270228},
		{20180927, 36, 20210927},
		{20260131, 0, 20260131},
		{99991231, 1, 0},
		{10101, -1, 0},
		{0, 5, 0},
		{20260101, math.MaxInt, 0},
	} {
		if got := c.d.AddMonths(c.n); got != c.want {
			t.Errorf("%v plus %d months = %v, want %v", c.d, c.n, got, c.want)
		}
	}
}

func TestDaysAddUp(t *testing.T) {
	start := date.Date(18991231)
	for n := -1000; n < 110_000; n += 97 {
		d := start.AddDays(n)
		if got := start.DaysUntil(d); got != n {
			t.Fatalf("%v until %v is %d days, want %d", start, d, got, n)
		}
		if !date.Valid(d.Year(), d.Month(), d.Day()) || date.FromTime(d.Time()) != d {
			t.Fatalf("%v isn't a day", d)
		}
	}
	if date.Date(0).AddDays(1) != 0 || date.Date(0).DaysUntil(20260101) != 0 || date.Date(20260101).DaysUntil(0) != 0 {
		t.Error("no date must stay no date")
	}
}

func TestWritten(t *testing.T) {
	d := date.Of(2026, 11, 21)
	year, week := d.ISOWeek()
	if d.String() != "2026-11-21" || d.Long() != "lördag 21 november 2026" || d.Short() != "21 nov" || d.ShortYear() != "21 nov 2026" ||
		d.Weekday() != time.Saturday || year != 2026 || week != 47 {
		t.Errorf("%v is %q, %q, %q, %v, week %d %d", d, d.Long(), d.Short(), d.ShortYear(), d.Weekday(), year, week)
	}
	var none date.Date
	year, week = none.ISOWeek()
	if none.String()+none.Long()+none.Short()+none.ShortYear() != "" || year != 0 || week != 0 || !none.Time().IsZero() || !none.IsZero() {
		t.Error("no date must be shown as nothing")
	}
	if y, w := date.Of(2027, 1, 1).ISOWeek(); y != 2026 || w != 53 {
		t.Errorf("2027-01-01 is in week %d of %d, want 53 of 2026", w, y)
	}
}

func TestFromSerial(t *testing.T) {
	for _, c := range []struct {
		serial float64
		is1904 bool
		want   date.Date
	}{
		{1, false, 19000101},
		{59, false, 19000228},
		{60, false, 0}, // 29 February 1900
		{61, false, 19000301},
		{45000, false, 20230315},
		{46082, false, 20260301},
		{46082.75, false, 20260301},
		{46081.9999999999, false, 20260301},
		{46081.9999, false, 20260228},
		{2958465, false, 99991231},
		{2958465.9, false, 99991231},
		{2958466, false, 0},
		{0, false, 0},
		{0.5, false, 0},
		{-1, false, 0},
		{math.NaN(), false, 0},
		{math.Inf(1), false, 0},
		{math.Inf(-1), true, 0},
		{0, true, 19040101},
		{44620, true, 20260301},
		{2957003, true, 99991231},
		{2957004, true, 0},
	} {
		got, ok := date.FromSerial(c.serial, c.is1904)
		if got != c.want || ok != (c.want != 0) {
			t.Errorf("FromSerial(%v, %v) = %v, %v; want %v", c.serial, c.is1904, got, ok, c.want)
		}
	}
}

func TestADaysNumberIsReadBack(t *testing.T) {
	for d := date.Date(19000301); d != 0; d = d.AddDays(97) {
		n, ok := d.Serial()
		if back, is := date.FromSerial(float64(n), false); !ok || !is || back != d {
			t.Fatalf("%v is %d, which is %v", d, n, back)
		}
	}
	for _, d := range []date.Date{0, 18991231, 19000228} {
		if n, ok := d.Serial(); ok {
			t.Errorf("%v is %d", d, n)
		}
	}
}
