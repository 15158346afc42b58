package report

import (
	"itportfoljen/app/base/draw"
	"itportfoljen/app/field"
	"itportfoljen/reports/pdf"
)

// ColumnOf is the table of how a column of each type is set on paper.
var ColumnOf = [field.TypeCount]func(col *pdf.Col){
	field.Text:     wide,
	field.LongText: wide,
	field.Tags:     wide,
	field.Number:   figures,
	field.Decimal:  figures,
	field.Money:    kronor,
	field.Date:     narrow,
	field.Year:     narrow,
	field.Choice:   wide,
	field.Level:    narrow,
	field.Bool:     narrow,
	field.Person:   wide,
	field.Unit:     wide,
	field.Ref:      wide,
	field.Refs:     wide,
	field.Roles:    wide,
}

// wide is for what may be long, which is broken into lines, and narrow for what never
// is.
func wide(col *pdf.Col) { col.MaxWidth = 160 }
func narrow(*pdf.Col)   {}

// figures are set to the right, and kronor say so in the heading.
func figures(col *pdf.Col) { col.Align = draw.Right }
func kronor(col *pdf.Col)  { col.Align, col.Head = draw.Right, col.Head+", kr" }
