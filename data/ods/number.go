package ods

import (
	"math"
	"strconv"
	"strings"
	"unicode"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/data/internal/packed"
)

// number makes a cell of a stored number and of what is shown. The file says both, so
// that no format needs to be understood: what stands around the figures is a unit of
// money or other words, and zeros before them or signs among them are there to be read.
func number(raw, shown string) (sheet.Cell, bool) {
	num, err := strconv.ParseFloat(raw, 64)
	if err != nil || math.IsInf(num, 0) || math.IsNaN(num) || strings.ContainsAny(raw, "xX_pP") {
		return sheet.Cell{}, false
	}
	value := sheet.Dec(packed.Exact(raw, num), num)
	before, figures, after := parted(shown)
	words := strings.TrimSpace(before + " " + after)
	switch {
	case figures == "":
		if strings.ContainsFunc(shown, unicode.IsLetter) {
			value.Kind, value.Text = sheet.Text, shown // 1 that is shown as "Ja"
		}
	case words == "" || words == "%":
		if asShown := text.Digits(figures); digits(value.Text) && strings.TrimLeft(asShown, "0") == strings.TrimLeft(value.Text, "0") {
			value = amongSigns(value, figures, asShown)
		} else if tens, _ := tensOf(figures, math.Abs(num)); tens > 0 && words == "" {
			value.Unit = sheet.Whole
		}
	default:
		value = inWords(value, before, figures, after)
	}
	return value, true
}

// amongSigns is a whole number whose figures are shown with zeros before them or signs
// among them.
func amongSigns(value sheet.Cell, figures, asShown string) sheet.Cell {
	switch {
	case strings.Trim(figures, "0123456789 \u00a0\u202f.,'’") != "" && strings.TrimLeft(figures, "-−+") == figures:
		value.Kind, value.Text = sheet.Text, figures // 212000-1850
	case len(asShown) > len(value.Text):
		value.Text = asShown
	}
	return value
}

// inWords is a number with words beside it: its unit, if it is an amount, or else a text.
func inWords(value sheet.Cell, before, figures, after string) sheet.Cell {
	unit, money := sheet.UnitOf(before + after)
	tens, scaled := tensOf(figures, math.Abs(value.Num))
	switch {
	case money && scaled:
		value.Unit = unit
		if unit != sheet.Kr { // what is shown in kronor is stored in them
			value.Text = packed.Divided(value.Text, tens)
		}
	case money:
	case tens > 0 && sheet.OnlyScales(before+after):
		value.Unit = sheet.Whole
	case strings.ContainsFunc(before+after, unicode.IsLetter), strings.ContainsAny(before+after, "€$£"):
		value.Kind, value.Text = sheet.Text, strings.TrimSpace(before+strings.Replace(packed.Divided(value.Text, tens), ".", ",", 1)+after)
	}
	return value
}

// parted parts what is shown into the figures, with the signs among them, and what
// stands before and after.
func parted(shown string) (before, figures, after string) {
	from := strings.IndexAny(shown, "0123456789")
	if from < 0 {
		return shown, "", ""
	}
	to := strings.LastIndexAny(shown, "0123456789") + 1
	return strings.Trim(shown[:from], "-−+"), shown[from:to], shown[to:]
}

// tensOf is by how many tens a number has been divided to be shown so: none, three or
// six; false where the figures aren't the number's.
func tensOf(figures string, num float64) (tens int, ok bool) {
	for _, tens := range []int{0, 3, 6} {
		for _, mark := range []string{"", ",", "."} {
			whole, fraction := figures, ""
			if mark != "" {
				i := strings.LastIndex(figures, mark)
				if i < 0 {
					continue
				}
				whole, fraction = figures[:i], text.Digits(figures[i+1:])
			}
			f, err := strconv.ParseFloat(text.Digits(whole)+"."+fraction+"0", 64)
			half := 0.5 * math.Pow10(-len(fraction))
			if err == nil && math.Abs(num/math.Pow10(tens)-f) <= half*(1+1e-9) {
				return tens, true
			}
		}
	}
	return 0, false
}
