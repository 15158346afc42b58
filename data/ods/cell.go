package ods

import (
	"strings"
	"time"

	"itportfoljen/app/base/date"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/data/internal/packed"
)

// cell gathers what is said of a cell, or of a comment on one.
type cell struct {
	kind            string // office:value-type
	raw             string // the value
	covered, struck bool
	formula, failed bool
	repeats         int
	across, down    int // columns and rows that it takes

	depth      int // of the elements of its text that are open
	paragraphs int
	buf        []byte
}

func (c *cell) reset() { *c = cell{buf: c.buf[:0]} }

func (c *cell) begin(s *packed.Scanner) {
	c.reset()
	c.covered = string(s.Name) == "covered-table-cell"
	c.repeats = repeats(s, "table:number-columns-repeated", maxColumns)
	c.across = repeats(s, "table:number-columns-spanned", maxColumns)
	c.down = repeats(s, "table:number-rows-spanned", maxRows)
	c.formula = s.Attr("table:formula") != nil
	c.failed = string(s.Attr("calcext:value-type")) == "error"
	c.kind = string(s.Attr("office:value-type"))
	if c.kind != "" && !c.covered {
		c.raw = string(s.Attr(valued[c.kind]))
	}
}

// valued is the attribute that holds the value of each type.
var valued = map[string]string{
	"float": "office:value", "currency": "office:value", "percentage": "office:value",
	"date": "office:date-value", "time": "office:time-value", "boolean": "office:boolean-value", "string": "office:string-value",
}

// mostSpaces bounds how many spaces one element stands for: no more than it takes to
// write it, so that a small file can't be a large text.
const mostSpaces = 8

// start takes an element of the text; false for one whose text isn't the cell's.
func (c *cell) start(s *packed.Scanner) bool {
	name := string(s.Name)
	switch {
	case c.depth == 0 && name != "p" && name != "list" && name != "list-item":
		return false
	case name == "s":
		c.buf = append(c.buf, strings.Repeat(" ", repeats(s, "text:c", mostSpaces))...)
	case name == "tab":
		c.buf = append(c.buf, '\t')
	case name == "line-break":
		c.buf = append(c.buf, '\n')
	case name == "p":
		if c.paragraphs++; c.paragraphs > 1 {
			c.buf = append(c.buf, '\n')
		}
	case name == "note", name == "annotation", name == "frame", name == "custom-shape", name == "ruby-text":
		return false
	}
	c.depth++
	return true
}

// add adds text of a paragraph. White space is one space, as in a web page.
func (c *cell) add(text []byte) error {
	if c.paragraphs == 0 || c.depth == 0 {
		return nil
	}
	for _, b := range text {
		if b == '\t' || b == '\n' || b == '\r' {
			b = ' '
		}
		if b == ' ' && (len(c.buf) == 0 || c.buf[len(c.buf)-1] == ' ' || c.buf[len(c.buf)-1] == '\n') {
			continue
		}
		if b >= ' ' {
			c.buf = append(c.buf, b)
		}
	}
	return c.fits()
}

// fits refuses a text that is longer than a cell may have.
func (c *cell) fits() error {
	if len(c.buf) > maxText {
		return packed.ErrTooLarge
	}
	return nil
}

// String is the text as people see it.
func (c *cell) String() string {
	text := strings.ToValidUTF8(string(c.buf), "")
	if strings.Contains(text, "\uFFFE") || strings.Contains(text, "\uFFFF") {
		text = strings.NewReplacer("\uFFFE", "", "\uFFFF", "").Replace(text)
	}
	return text
}

// value makes the cell.
func (c *cell) value() sheet.Cell {
	if c.kind == "" && len(c.buf) == 0 && !c.formula {
		return sheet.Cell{}
	}
	value := c.of(c.String())
	value.Struck = c.struck && value.Kind != sheet.Empty
	return value
}

// of is the cell's value, that is shown so.
func (c *cell) of(shown string) sheet.Cell {
	if c.failed || c.formula && isError(shown) {
		return sheet.Cell{Kind: sheet.Error, Text: shown}
	}
	switch c.kind {
	case "":
		if c.formula && shown == "" {
			return sheet.Cell{Kind: sheet.Error, Text: sheet.NotCalculated}
		}
	case "float", "currency", "percentage":
		if value, ok := number(c.raw, shown); ok {
			return value
		}
	case "date":
		if value, ok := day(c.raw); ok {
			return value
		}
	case "time":
		if value, ok := clock(c.raw); ok {
			return sheet.Str(value)
		}
	case "boolean":
		if c.raw == "true" {
			return sheet.Cell{Kind: sheet.Bool, Num: 1, Text: "ja"}
		}
		return sheet.Cell{Kind: sheet.Bool, Text: "nej"}
	}
	if shown == "" {
		shown = strings.ReplaceAll(c.raw, "\r\n", "\n")
	}
	return sheet.Str(shown)
}

// isError says that what a formula shows is an error: #N/A, #NAMN?, Err:502.
func isError(shown string) bool {
	if code, ok := strings.CutPrefix(shown, "#"); ok {
		return code == "N/A" || strings.HasSuffix(code, "!") || strings.HasSuffix(code, "?")
	}
	word, code, ok := strings.Cut(shown, ":")
	return ok && (word == "Err" || word == "Fel") && len(code) == 3 && digits(code)
}

// day is a date, with or without time of day.
func day(raw string) (sheet.Cell, bool) {
	text, _, _ := strings.Cut(raw, "T")
	t, err := time.Parse(time.DateOnly, text)
	if err != nil || t.Year() < 1 {
		return sheet.Cell{}, false
	}
	return sheet.Counted(date.FromTime(t)), true
}

// clock writes a length of time such as PT13H30M00S as hours and minutes, with seconds
// when there are any.
func clock(raw string) (string, bool) {
	rest, ok := strings.CutPrefix(raw, "PT")
	hours, rest, ok1 := strings.Cut(rest, "H")
	minutes, rest, ok2 := strings.Cut(rest, "M")
	seconds, _, _ := strings.Cut(strings.Replace(rest, ",", ".", 1), "S")
	seconds, _, _ = strings.Cut(seconds, ".")
	if !ok || !ok1 || !ok2 || !digits(hours) || !digits(minutes) || !digits(seconds) {
		return "", false
	}
	text := two(hours) + ":" + two(minutes)
	if strings.Trim(seconds, "0") != "" {
		text += ":" + two(seconds)
	}
	return text, true
}

func two(digits string) string { return strings.Repeat("0", max(2-len(digits), 0)) + digits }

func digits(text string) bool { return strings.Trim(text, "0123456789") == "" }
