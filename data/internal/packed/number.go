package packed

import (
	"strconv"
	"strings"
)

// Exact is a stored number as a decimal. What was stored is kept to the letter when it
// is a plain decimal of at most 15 digits, which is all that spreadsheets can hold, and
// when it is a whole number. Longer ones are what binary floats leave behind, such as
// 75.250000000000004 for 75.25, and are rounded to the 15 digits that are shown.
func Exact(stored string, num float64) string {
	if asStored(stored) {
		return stored
	}
	return shortest(num)
}

// asStored says that text is -?digits(.digits)? and needs no rounding.
func asStored(text string) bool {
	digits := strings.TrimPrefix(text, "-")
	whole, fraction, dotted := strings.Cut(digits, ".")
	if whole == "" || (dotted && fraction == "") || strings.Trim(whole, "0123456789") != "" || strings.Trim(fraction, "0123456789") != "" {
		return false
	}
	if len(whole) > 1 && whole[0] == '0' || digits == "0" && text != "0" {
		return false
	}
	return !dotted || len(strings.TrimLeft(whole+fraction, "0")) <= 15
}

// shortest writes num with the fewest digits that give it back, at most 15.
func shortest(num float64) string {
	if num == 0 {
		return "0"
	}
	text := strconv.FormatFloat(num, 'g', 15, 64)
	if rounded, err := strconv.ParseFloat(text, 64); err == nil {
		num = rounded
	}
	return strconv.FormatFloat(num, 'f', -1, 64)
}

// Divided is a decimal divided by ten so many times.
func Divided(exact string, tens int) string {
	if tens == 0 {
		return exact
	}
	number, negative := strings.CutPrefix(exact, "-")
	whole, fraction, _ := strings.Cut(number, ".")
	tens = min(tens, mostTens)
	if len(whole) <= tens {
		whole = strings.Repeat("0", tens-len(whole)+1) + whole
	}
	at := len(whole) - tens
	whole, fraction = strings.TrimLeft(whole[:at], "0"), strings.TrimRight(whole[at:]+fraction, "0")
	if whole == "" {
		whole = "0"
	}
	if fraction != "" {
		whole += "." + fraction
	}
	if negative && whole != "0" {
		whole = "-" + whole
	}
	return whole
}

// mostTens bounds how many times a number is divided.
const mostTens = 90
