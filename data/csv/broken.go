package csv

import (
	"fmt"
	"strings"

	"itportfoljen/app/exchange/sheet"
)

// short is a record with fewer fields than most have, and more than one.
type short struct{ number, fields int }

// mostShort is how many of them are looked at. A file with more was written without the
// delimiters at the end of its lines.
const mostShort = 50

// shorten notes a record that has too few fields.
func (p *parser) shorten(fields int) {
	if 1 < fields && fields < p.usual && len(p.shorts) <= mostShort {
		p.shorts = append(p.shorts, short{p.number, fields})
	}
}

// brokenLines tells of two lines that together have as many fields as one: most likely a
// line break that nobody quoted parts them. Where others are short too, nothing is said.
func (p *parser) brokenLines() (notes []sheet.Note) {
	if len(p.shorts) > mostShort || len(p.shorts)%2 > 0 {
		return nil
	}
	for i := 0; i < len(p.shorts); i += 2 {
		a, b := p.shorts[i], p.shorts[i+1]
		if b.number != a.number+1 || a.fields+b.fields != p.usual+1 {
			return nil
		}
		notes = append(notes, sheet.Note{Row: a.number, Text: fmt.Sprintf("Rad %d och %d har tillsammans lika många fält som en rad: en radbrytning i en cell kan ha delat den. De lästes som två rader.", a.number, b.number)})
	}
	return notes
}

// unwrapped takes away the quotes around whole lines, `"a;""b"";c"`, that a file gets when
// it is opened and saved as one column. It says whether every line had them.
func unwrapped(text string) (string, bool) {
	if text == "" || text[0] != '"' {
		return text, false
	}
	var b strings.Builder
	wraps := 0
	for line := range strings.Lines(text) {
		bare := strings.TrimRight(line, "\r\n")
		if bare == "" {
			b.WriteString(line)
			continue
		}
		inner, ok := wrapped(bare)
		if !ok {
			return text, false
		}
		if wraps++; wraps == 1 && !strings.ContainsAny(inner, ";\t,") {
			return text, false // a list of one column
		}
		b.WriteString(inner)
		b.WriteString(line[len(bare):])
	}
	if usualFields(b.String(), ';') < 2 && usualFields(b.String(), '\t') < 2 && usualFields(b.String(), ',') < 2 {
		return text, false
	}
	return b.String(), wraps > 1
}

// wrapped is what stands in a line that is one quoted field.
func wrapped(line string) (string, bool) {
	if len(line) < 2 || line[0] != '"' || line[len(line)-1] != '"' {
		return "", false
	}
	inner := line[1 : len(line)-1]
	bare := strings.ReplaceAll(inner, `""`, "")
	return strings.ReplaceAll(inner, `""`, `"`), !strings.Contains(bare, `"`)
}
