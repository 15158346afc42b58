package read

import (
	"fmt"
	"math"
	"strings"

	"itportfoljen/app/base/date"
	"itportfoljen/app/base/money"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
)

// amountOf reads an amount exactly as the spreadsheet keeps it, in the unit that its
// format shows or else that of the column; what a formula gave is rounded to whole öre.
func amountOf(w field.World, f *field.Field, c sheet.Cell, unit money.Unit) (v field.Value, remark string, err error) {
	if c.Kind != sheet.Number || !f.InKronor() {
		return f.Parse(w, exactly(c), unit)
	}
	if shown, ok := c.Unit.Money(); ok {
		if unit != money.Kr && shown != money.Kr && shown != unit { // of kronor it is asked which is right
			remark = fmt.Sprintf("lästes i %s, som cellen visar, och inte i %s: %s", shown, unit, c.Text)
		}
		unit = shown
	}
	amount, err := money.Computed(c.Text, unit)
	if err != nil {
		return nil, "", err
	}
	return amount, remark, nil
}

// countOf reads a number of something: its dot is never one between thousands.
func countOf(w field.World, f *field.Field, c sheet.Cell, unit money.Unit) (field.Value, string, error) {
	return f.Parse(w, exactly(c), unit)
}

// exactly is a number with so many decimals that nobody takes its dot for one between
// thousands.
func exactly(c sheet.Cell) string {
	if c.Kind == sheet.Number && strings.Contains(c.Text, ".") && !strings.ContainsAny(c.Text, "eE") {
		return c.Text + "0000"
	}
	return c.Text
}

// The years that days in lists are of. A number that would be a day outside them is
// likelier something else that somebody has written.
const (
	firstYear = 1990
	lastYear  = 2079
	oldest    = 1950 // before it there is nothing to keep a list of
)

// dayOf reads a day that is kept as a number: the day that it counts to, or what somebody
// has written as one, "260301" or "2027", which the spreadsheet may show as quite another.
func dayOf(w field.World, f *field.Field, c sheet.Cell, unit money.Unit) (field.Value, string, error) {
	day, counts := c.Date, c.Kind == sheet.Date
	if !counts && c.Num >= 10000 {
		day, counts = date.FromSerial(c.Num, false)
	}
	if span, ok := coded(c, day); ok {
		if span.From == 0 {
			return f.Parse(w, fmt.Sprint(int64(c.Num)), unit)
		}
		meant := span.From
		if f.LastDay {
			meant = span.To
		}
		v, _, err := f.Parse(w, meant.String(), unit)
		if c.Kind == sheet.Number && (c.Num < 10_000 || c.Num >= 10_000_000) { // as clear as when it is a text
			return v, "", err
		}
		return v, fmt.Sprintf("talet %s lästes som %s", number(c, day), f.Show(w, v)), err
	}
	if !counts {
		return f.Parse(w, c.Text, unit)
	}
	v, _, err := f.Parse(w, day.String(), unit)
	if err == nil && (day.Year() < oldest || c.Kind == sheet.Number && (day.Year() < firstYear || day.Year() > lastYear)) {
		return v, fmt.Sprintf("talet %s lästes som dagen %s", number(c, day), day), nil
	}
	return v, "", err
}

// coded is what somebody has written as a day, a month or a year in a cell that would
// be a day no list is about.
func coded(c sheet.Cell, day date.Date) (date.Span, bool) {
	if c.Num != math.Trunc(c.Num) || c.Num < oldest || c.Num > 1e9 || day.Year() >= firstYear && day.Year() <= lastYear {
		return date.Span{}, false
	}
	return date.FromCode(int64(c.Num))
}

// number is a cell's number in words, with what it is shown as.
func number(c sheet.Cell, day date.Date) string {
	if c.Kind == sheet.Date {
		return fmt.Sprintf("%d, som visas som %s,", int64(c.Num), day)
	}
	return c.Text
}

// yearIn reads a text or a year in a cell that shows a day: the year 2027 may have been
// written in a cell that shows it as 1905-07-19.
func yearIn(w field.World, f *field.Field, c sheet.Cell, unit money.Unit) (field.Value, string, error) {
	if _, ok := coded(c, c.Date); !ok || c.Kind != sheet.Date || c.Num >= 10_000 {
		return f.Parse(w, c.Text, unit)
	}
	v, remark, err := f.Parse(w, fmt.Sprint(int64(c.Num)), unit)
	if err == nil && remark == "" {
		remark = fmt.Sprintf("talet %s lästes som %d", number(c, c.Date), int64(c.Num))
	}
	return v, remark, err
}
