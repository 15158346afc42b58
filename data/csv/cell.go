package csv

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/sheet"
)

// cell is what a field holds. A text that is written as a formula, so that a
// spreadsheet keeps its zeros (="0412"), is that text; another formula has no value here.
// What Write put before a text that looks like a formula is taken away.
func (p *parser) cell(field string) sheet.Cell {
	if field == "" {
		return sheet.Cell{}
	}
	if field[0] == '=' {
		if value, ok := quotedByFormula(field); ok {
			return sheet.Str(p.visible(value))
		}
		if isFormula(field) {
			return sheet.Cell{Kind: sheet.Error, Text: sheet.NotCalculated}
		}
	}
	return sheet.Str(p.visible(unescape(field)))
}

// quotedByFormula is the text of a formula that is nothing but a text: ="0412".
func quotedByFormula(field string) (string, bool) {
	inner, ok := strings.CutPrefix(strings.TrimSpace(field), `="`)
	if !ok || !strings.HasSuffix(inner, `"`) {
		return "", false
	}
	inner = inner[:len(inner)-1]
	value := strings.ReplaceAll(inner, `""`, `"`)
	return value, 2*strings.Count(value, `"`) == strings.Count(inner, `"`)
}

// formula is how formulas begin: with a cell, a sheet, a function, a figure or a bracket.
var formula = regexp.MustCompile(`^=\s*[-+(]*(\$?[A-Za-z]{1,3}\$?[0-9]+\b|[\pL_][\pL0-9_.]*[(!]|'[^']+'!|\[|[0-9.,]+\s*[-+*/^)]|[0-9]|")`)

func isFormula(field string) bool { return formula.MatchString(field) }

// visible is the field without signs that control, are no signs, or were lost before the
// file was written.
func (p *parser) visible(field string) string {
	control, odd := false, false
	for i := 0; i < len(field); i++ {
		switch c := field[i]; {
		case c < ' ' && c != '\t' && c != '\n' && c != '\r', c == 0x7F, c == 0xC2 && i+1 < len(field) && field[i+1] < 0xA0:
			control = true
		case c >= 0xEF:
			odd = true
		}
	}
	if odd {
		field = p.withoutNone(field)
	}
	if control {
		field = text.Clean(field)
	}
	return field
}

// withoutNone is the field without what is no sign; one that was lost is counted.
func (p *parser) withoutNone(field string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == utf8.RuneError:
			p.lost++
			return -1
		case unicode.Is(unicode.Noncharacter_Code_Point, r):
			return -1
		}
		return r
	}, field)
}

// spoiled says that signs were lost in so many rows that the list isn't worth reading.
func (p *parser) spoiled() bool { return p.lostRows > 2 && p.lostRows*20 > len(p.rows) }
