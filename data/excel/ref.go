package excel

import (
	"bytes"
	"math"

	"itportfoljen/app/exchange/sheet"
)

func trim(b []byte) []byte { return bytes.Trim(b, " \t\r\n") }

// small reads a whole number that fits in an index, -1 for anything else.
func small(digits []byte) int {
	n := 0
	for _, c := range digits {
		if c < '0' || c > '9' || n > math.MaxInt32/10-1 {
			return -1
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// parseRef reads "BC12" as the column 54 (A is 0) and the row 12; the row is 0
// when it isn't written.
func parseRef(ref []byte) (column, row int, ok bool) {
	i := 0
	for ; i < len(ref) && ref[i]|0x20 >= 'a' && ref[i]|0x20 <= 'z'; i++ {
		if column = column*26 + int(ref[i]|0x20-'a') + 1; column > maxColumns {
			return 0, 0, false
		}
	}
	row = small(ref[i:])
	return column - 1, row, column > 0 && row >= 0
}

func parseArea(ref string) (sheet.Area, bool) {
	for i := range len(ref) {
		if ref[i] == ':' {
			left, top, ok1 := parseRef([]byte(ref[:i]))
			right, bottom, ok2 := parseRef([]byte(ref[i+1:]))
			return sheet.Area{Left: left, Top: top, Right: right, Bottom: bottom}, ok1 && ok2 && top > 0 && left <= right && top <= bottom
		}
	}
	return sheet.Area{}, false
}
