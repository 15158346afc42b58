package excel

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"itportfoljen/app/exchange/sheet"
)

// valueOf gives what the library shall write for a cell, and the kind that it
// then is: a date before 1900, which Excel has no number for, becomes text.
func valueOf(cell sheet.Cell) (any, sheet.Kind) {
	switch cell.Kind {
	case sheet.Number:
		if whole, err := strconv.ParseInt(cell.Text, 10, 64); err == nil && whole > -1e15 && whole < 1e15 {
			return whole, sheet.Number
		}
		num, err := strconv.ParseFloat(cell.Text, 64)
		if err != nil {
			num = cell.Num
		}
		if math.IsNaN(num) || math.IsInf(num, 0) {
			return cleanWritten(cell.Text), sheet.Text
		}
		return num, sheet.Number
	case sheet.Date:
		if serial, ok := cell.Date.Serial(); ok {
			return serial, sheet.Date
		}
		return cell.Date.String(), sheet.Text
	case sheet.Bool:
		if cell.Num != 0 {
			return "ja", sheet.Text
		}
		return "nej", sheet.Text
	}
	return cleanWritten(cell.Text), sheet.Text
}

// cleanWritten leaves out what XML can't hold and makes line ends \n.
func cleanWritten(text string) string {
	clean := true
	for i := 0; i < len(text) && clean; i++ {
		c := text[i]
		clean = (c >= ' ' || c == '\t' || c == '\n') && c < utf8.RuneSelf
	}
	if clean {
		return text
	}
	text = strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return '\n'
		case r < ' ' && r != '\t' && r != '\n', r == 0xFFFE, r == 0xFFFF:
			return -1
		}
		return r
	}, text)
}

// total adds amounts in ten-thousandths, so that no öre is lost on the way;
// what doesn't fit so is added as floats.
type total struct {
	exact int64
	rest  float64
}

func (t *total) add(cell sheet.Cell) {
	whole, fraction, _ := strings.Cut(cell.Text, ".")
	if len(whole) <= 12 && len(fraction) <= 4 {
		digits := whole + fraction + "0000"[len(fraction):]
		if n, err := strconv.ParseInt(digits, 10, 64); err == nil && (n > 0) == (t.exact+n > t.exact) || err == nil && n == 0 {
			t.exact += n
			return
		}
	}
	t.rest += cell.Num
}

func (t *total) float() float64 { return float64(t.exact)/10_000 + t.rest }
