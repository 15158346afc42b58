package excel

import (
	"github.com/xuri/excelize/v2"

	"itportfoljen/app/sheet"
)

const columnTypes = int(sheet.ColYear) + 1

// styles are the numbers of the workbook's cell styles.
type styles struct {
	title, prose, heading, free int
	open, locked                [columnTypes]int // by column type
	openDate, lockedDate        int              // a date in a column of another type
	openNumber, lockedNumber    int              // a number in a column of text or dates
	sum                         [columnTypes]int
	sumLabel                    int
}

const (
	family    = "Calibri"
	grey      = "F2F2F2"
	greyText  = "595959"
	headFill  = "1F4E79"
	lineColor = "BFBFBF"
)

var formats = [columnTypes]string{
	sheet.ColText:     "@",
	sheet.ColLongText: "@",
	sheet.ColNumber:   "General",
	sheet.ColMoney:    "#,##0.00",
	sheet.ColDate:     "yyyy-mm-dd",
	sheet.ColYear:     "0",
}

// newStyles registers the styles with the workbook.
func newStyles(f *excelize.File) (styles, error) {
	var s styles
	var failed error
	add := func(style excelize.Style) int {
		id, err := f.NewStyle(&style)
		if err != nil {
			failed = err
		}
		return id
	}
	s.title = add(excelize.Style{Font: &excelize.Font{Family: family, Bold: true, Size: 14, Color: headFill}})
	s.prose = add(excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	s.heading = add(excelize.Style{
		Font:       &excelize.Font{Family: family, Size: 11, Bold: true, Color: "FFFFFF"},
		Fill:       excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{headFill}},
		Alignment:  &excelize.Alignment{WrapText: true, Vertical: "center"},
		Border:     borders("bottom", "left", "right"),
		Protection: &excelize.Protection{Locked: true},
	})
	s.free = add(excelize.Style{Protection: &excelize.Protection{Locked: false}})
	for t := range columnTypes {
		s.open[t] = add(bodyStyle(formats[t], t == int(sheet.ColLongText), false))
		s.locked[t] = add(bodyStyle(formats[t], t == int(sheet.ColLongText), true))
		s.sum[t] = add(sumStyle(formats[t]))
	}
	s.sumLabel = add(sumStyle("@"))
	s.openDate, s.lockedDate = s.open[sheet.ColDate], s.locked[sheet.ColDate]
	s.openNumber, s.lockedNumber = s.open[sheet.ColNumber], s.locked[sheet.ColNumber]
	return s, failed
}

func bodyStyle(format string, wrap, locked bool) excelize.Style {
	style := excelize.Style{
		CustomNumFmt: numberFormat(format),
		NumFmt:       builtinFormat(format),
		Alignment:    &excelize.Alignment{WrapText: wrap, Vertical: "top"},
		Protection:   &excelize.Protection{Locked: locked},
	}
	if locked {
		style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{grey}}
		style.Font = &excelize.Font{Family: family, Size: 11, Color: greyText}
	}
	return style
}

func sumStyle(format string) excelize.Style {
	return excelize.Style{
		CustomNumFmt: numberFormat(format),
		NumFmt:       builtinFormat(format),
		Font:         &excelize.Font{Family: family, Size: 11, Bold: true},
		Border:       borders("top"),
		Protection:   &excelize.Protection{Locked: true},
	}
}

// builtinFormat is the number of a format that every workbook has.
func builtinFormat(format string) int {
	switch format {
	case "0":
		return 1
	case "#,##0.00":
		return 4
	case "@":
		return 49
	}
	return 0
}

func numberFormat(format string) *string {
	if format == "yyyy-mm-dd" {
		return &format
	}
	return nil
}

func borders(sides ...string) []excelize.Border {
	var all []excelize.Border
	for _, side := range sides {
		all = append(all, excelize.Border{Type: side, Color: lineColor, Style: 1})
	}
	return all
}

// of is the style of a cell in a column.
func (s *styles) of(column sheet.Column, kind sheet.Kind) int {
	t := column.Type
	numeric := t == sheet.ColNumber || t == sheet.ColMoney || t == sheet.ColYear
	switch {
	case kind == sheet.Date && column.Locked:
		return s.lockedDate
	case kind == sheet.Date:
		return s.openDate
	case kind == sheet.Number && !numeric && column.Locked:
		return s.lockedNumber
	case kind == sheet.Number && !numeric:
		return s.openNumber
	case column.Locked:
		return s.locked[t]
	}
	return s.open[t]
}
