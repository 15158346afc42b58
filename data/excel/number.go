package excel

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"itportfoljen/app/base/date"
	"itportfoljen/app/exchange/sheet"
)

// numberCell makes a cell of a stored number. What was stored is kept to the
// letter when it is a plain decimal of at most 15 digits, which is all that
// Excel can hold, and when it is a whole number. Longer ones are what binary
// floats leave behind, such as 75.250000000000004 for 75.25, and are rounded
// to the 15 digits that Excel shows.
func numberCell(raw []byte, style cellStyle, date1904 bool) (sheet.Cell, bool) {
	text := string(raw)
	num, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsInf(num, 0) || math.IsNaN(num) || strings.ContainsAny(text, "xX_pP") {
		return sheet.Cell{}, false
	}
	switch style.look {
	case lookDate:
		if day, ok := date.FromSerial(num, date1904); ok {
			cell := sheet.Day(day)
			cell.Num = num
			return cell, true
		}
		if num >= 0 && num < 1 && num != 0 {
			return sheet.Str(clock(num)), true
		}
	case lookTime:
		if num >= 0 && num < 10_000 {
			return sheet.Str(clock(num)), true
		}
	}
	if !asStored(text) {
		text = shortest(num)
	}
	if style.format != nil {
		return style.format.shown(text, num), true
	}
	return sheet.Dec(text, num), true
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

// clock writes a part of a day, or several days, as hours and minutes, with
// seconds when there are any.
func clock(days float64) string {
	seconds := int64(math.Round(days * 86_400))
	text := fmt.Sprintf("%02d:%02d", seconds/3600, seconds/60%60)
	if seconds%60 != 0 {
		text += fmt.Sprintf(":%02d", seconds%60)
	}
	return text
}

// isoCell makes a cell of an ISO 8601 date, with or without time of day.
func isoCell(text string) sheet.Cell {
	day, _, _ := strings.Cut(text, "T")
	t, err := time.Parse(time.DateOnly, day)
	if err != nil || t.Year() < 1 {
		return sheet.Str(text)
	}
	return sheet.Day(date.FromTime(t))
}
