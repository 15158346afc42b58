package excel

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"itportfoljen/app/base/date"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/data/internal/packed"
)

// numberCell makes a cell of a stored number.
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
	text = packed.Exact(text, num)
	if style.format != nil {
		return style.format.shown(text, num), true
	}
	return sheet.Dec(text, num), true
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
	return sheet.Counted(date.FromTime(t))
}
