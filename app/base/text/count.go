package text

import "strconv"

const (
	nbsp  = "\u00a0"
	minus = "\u2212"
)

// Count writes n with U+00A0 between thousands and U+2212 for minus:
// "10 000".
func Count(n int) string {
	digits := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, digits = minus, digits[1:]
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + nbsp + digits[i:]
	}
	return sign + digits
}

// Plural writes a count and its noun, one for exactly 1 and many for the
// rest: Plural(2, "insats", "insatser") is "2 insatser".
func Plural(n int, one, many string) string {
	if n == 1 {
		return Count(n) + " " + one
	}
	return Count(n) + " " + many
}

// Size writes a number of bytes as people read it: "512 B", "1,8 MB", "43 MB".
func Size(n int64) string {
	tenths := (n + 50_000) / 100_000
	switch {
	case n < 1000:
		return Count(int(n)) + " B"
	case n < 999_500:
		return Count(int((n+500)/1000)) + " kB"
	case tenths < 100 && tenths%10 != 0:
		return strconv.FormatInt(tenths/10, 10) + "," + strconv.FormatInt(tenths%10, 10) + " MB"
	}
	return Count(int((n+500_000)/1_000_000)) + " MB"
}

// Age writes a number of days as people say how old something is: "i dag", "9 dagar",
// "3 veckor", "4 månader", "2 år". What is over is left out.
func Age(days int) string {
	switch {
	case days <= 0:
		return "i dag"
	case days < 14:
		return Plural(days, "dag", "dagar")
	case days < 61:
		return Plural(days/7, "vecka", "veckor")
	case days < 730:
		return Plural(days*12/365, "månad", "månader")
	}
	return Plural(days/365, "år", "år")
}
