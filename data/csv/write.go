package csv

import (
	"bufio"
	"io"
	"strings"

	"itportfoljen/app/exchange/sheet"
)

// Write writes a table as CSV with its headings first, or a sheet of text as a
// line each. Numbers in money and number columns have a decimal comma, money
// at least two decimals. A text that a spreadsheet could take for a formula
// gets a ' before it, which Read takes away.
func Write(w io.Writer, out sheet.Out) error {
	c := &writer{w: bufio.NewWriter(w), single: len(out.Columns) < 2}
	c.w.WriteString("\uFEFF")
	if len(out.Columns) == 0 {
		for _, line := range out.Text {
			c.field(0, escape(lineEnds(line)))
			c.w.WriteString("\r\n")
		}
		return c.w.Flush()
	}
	for i, column := range out.Columns {
		c.field(i, escape(lineEnds(column.Heading)))
	}
	c.w.WriteString("\r\n")
	if out.Each != nil {
		err := out.Each(func(row []sheet.Cell) error {
			for i, column := range out.Columns {
				var cell sheet.Cell
				if i < len(row) {
					cell = row[i]
				}
				c.field(i, valueOf(cell, column.Type))
			}
			_, err := c.w.WriteString("\r\n")
			return err
		})
		if err != nil {
			return err
		}
	}
	return c.w.Flush()
}

type writer struct {
	w      *bufio.Writer
	single bool // one column: quote whatever could be taken for a delimiter
}

// field writes field i of a record. Errors are kept by the buffer until Flush.
func (c *writer) field(i int, value string) {
	if i > 0 {
		c.w.WriteByte(';')
	}
	special := ";\"\r\n"
	if c.single {
		special = ";\"\r\n,\t|"
	}
	if !strings.ContainsAny(value, special) {
		c.w.WriteString(value)
		return
	}
	c.w.WriteByte('"')
	c.w.WriteString(strings.ReplaceAll(value, `"`, `""`))
	c.w.WriteByte('"')
}

// valueOf is the cell as text.
func valueOf(cell sheet.Cell, column sheet.ColumnType) string {
	if cell.Kind != sheet.Number {
		return escape(lineEnds(cell.Text))
	}
	whole, fraction, dotted := strings.Cut(cell.Text, ".")
	switch as := numbers[column]; {
	case as == asAmount && len(fraction) < 2 && isDigits(fraction):
		return whole + "," + (fraction + "00")[:2]
	case as != asItIs && dotted:
		return whole + "," + fraction
	}
	return cell.Text
}

// How a number is written: as it is kept, with a decimal comma, or as an amount,
// which has two decimals at least.
const (
	asItIs = iota + 1
	withComma
	asAmount
)

// numbers is the table of how they are written in a column of each type.
var numbers = [sheet.ColumnTypeCount]int{
	sheet.ColText:     asItIs,
	sheet.ColLongText: asItIs,
	sheet.ColNumber:   withComma,
	sheet.ColMoney:    asAmount,
	sheet.ColDate:     asItIs,
	sheet.ColYear:     asItIs,
}

// escape puts a ' before a text that a spreadsheet could run as a formula, and
// before one that already looks so escaped, so that Read gives back the same.
func escape(text string) string {
	if risky(text) && !plainNumber(text) {
		return "'" + text
	}
	return text
}

// unescape takes away what escape put there, and what people put before a figure to make
// a spreadsheet keep its zeros: '0412.
func unescape(text string) string {
	if len(text) > 1 && text[0] == '\'' && (risky(text[1:]) || figures(text[1:])) {
		return text[1:]
	}
	return text
}

// risky says that the text begins like a formula, after any number of ', or is figures
// after at least one.
func risky(text string) bool {
	bare := strings.TrimLeft(text, "'")
	return bare != "" && (strings.IndexByte("=+-@\t\r\n", bare[0]) >= 0 || len(bare) < len(text) && figures(bare))
}

// figures says that the text is nothing but digits, and what stands among them.
func figures(text string) bool {
	return text != "" && text[0] >= '0' && text[0] <= '9' && strings.Trim(text, "0123456789-/.,: ") == ""
}

// plainNumber says that the text is a signed number such as -5 or +46,5.
func plainNumber(text string) bool {
	if len(text) < 2 || (text[0] != '-' && text[0] != '+') {
		return false
	}
	whole, fraction, dotted := strings.Cut(strings.Replace(text[1:], ",", ".", 1), ".")
	return whole != "" && isDigits(whole) && isDigits(fraction) && (!dotted || fraction != "")
}

func isDigits(text string) bool { return strings.Trim(text, "0123456789") == "" }
