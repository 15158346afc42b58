package excel

import (
	"github.com/xuri/excelize/v2"

	"itportfoljen/app/exchange/sheet"
)

// columnForm is how a column of a type is written in a workbook.
type columnForm struct {
	format      string // of its cells
	figures     bool   // cells are numbers, in the column's own format
	wraps       bool   // texts are broken into lines
	least, most int    // width in characters
}

// columnForms is the table of the types.
var columnForms = [columnTypes]columnForm{
	sheet.ColText:     {format: "@", least: 8, most: 40},
	sheet.ColLongText: {format: "@", wraps: true, least: 30, most: 60},
	sheet.ColNumber:   {format: "General", figures: true, least: 8, most: 40},
	sheet.ColMoney:    {format: "#,##0.00", figures: true, least: 14, most: 40},
	sheet.ColDate:     {format: dayFormat, least: 11, most: 40},
	sheet.ColYear:     {format: "0", figures: true, least: 8, most: 40},
}

const (
	columnTypes = int(sheet.ColumnTypeCount)
	dayFormat   = "yyyy-mm-dd"
)

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
	for t, is := range columnForms {
		s.open[t] = add(bodyStyle(is.format, is.wraps, false))
		s.locked[t] = add(bodyStyle(is.format, is.wraps, true))
		s.sum[t] = add(sumStyle(is.format))
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
	if format == dayFormat {
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

// strong is the style of a cell that is a sum among the rows.
func (s *styles) strong(column sheet.Column, kind sheet.Kind) int {
	if kind == sheet.Number {
		return s.sum[column.Type]
	}
	return s.sumLabel
}

// of is the style of a cell in a column.
func (s *styles) of(column sheet.Column, kind sheet.Kind) int {
	t := column.Type
	numeric := columnForms[t].figures
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
