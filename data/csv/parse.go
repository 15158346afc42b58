package csv

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"itportfoljen/app/exchange/sheet"
)

var errTooLarge = errors.New("csv: beyond the safe limits")

// parser splits text into records. It takes what people and programs write:
// quotes count only at a field's beginning, text after a closing quote belongs
// to the field, a quote that never ends is an ordinary character, and records
// may differ in length. Where quotes that aren't doubled make a record swallow others
// it is read as quote.go says.
type parser struct {
	ctx      context.Context
	text     string
	comma    byte
	number   int // of the record
	progress func(float64)

	usual  int      // how many fields most records have
	crlf   bool     // records end with \r\n: a \n alone is a line break in a field
	spare  int      // how many more bytes may be read in vain
	other  []string // what a record is if it is read in another way
	torn   int      // records whose quotes don't go together in any way
	doubts []doubt  // that lie ahead

	pos   int
	cells int
	rows  []sheet.Row
	told  float64

	shorts         []short
	notes          []sheet.Note
	odd            int // rows with something to tell of
	lost, lostRows int // signs that were lost before the file was written, and rows with them
}

// newParser makes a parser of text.
func newParser(text string, comma byte) *parser {
	end := strings.IndexByte(text, '\n')
	return &parser{text: text, comma: comma, crlf: end > 0 && text[end-1] == '\r', spare: 4*len(text) + 1<<20}
}

func (p *parser) run() error {
	var fields []string
	for p.pos < len(p.text) {
		torn, lost := p.torn, p.lost
		fields = p.record(fields)
		p.number++
		p.shorten(len(fields))
		if err := p.keep(fields); err != nil {
			return err
		}
		if p.torn > torn {
			p.note("Radens citattecken går inte ihop; den lästes med %d fält, där de flesta rader har %d.", len(fields), p.usual)
		}
		if p.lost > lost {
			p.lostRows++
			p.note("Tecken i raden hade gått förlorade innan filen sparades (”\uFFFD”); de är borttagna.")
		}
		for len(p.doubts) > 0 && p.doubts[0].at < p.pos {
			p.note("%s", p.doubts[0].why)
			p.doubts = p.doubts[1:]
		}
		if p.number&1023 == 0 {
			if err := p.ctx.Err(); err != nil {
				return err
			}
			if done := float64(p.pos) / float64(len(p.text)); p.progress != nil && done >= p.told+0.01 {
				p.told = done
				p.progress(done)
			}
		}
	}
	return nil
}

// mostNotes bounds how many rows are pointed out one by one.
const mostNotes = 50

// note tells of the record that was read last.
func (p *parser) note(why string, of ...any) {
	if p.odd++; p.odd <= mostNotes {
		p.notes = append(p.notes, sheet.Note{Row: p.number, Text: fmt.Sprintf(why, of...)})
	}
}

// keep adds the record as a row unless nothing is written in it.
func (p *parser) keep(fields []string) error {
	if len(fields) > maxColumns {
		return errTooLarge
	}
	for len(fields) > 0 && fields[len(fields)-1] == "" {
		fields = fields[:len(fields)-1]
	}
	row := sheet.Row{Number: p.number, Cells: make([]sheet.Cell, len(fields))}
	empty := true
	for i, field := range fields {
		if len(field) > maxField {
			return errTooLarge
		}
		row.Cells[i] = p.cell(field)
		empty = empty && row.Cells[i].IsEmpty()
	}
	if empty {
		return nil
	}
	p.cells += len(fields)
	if p.cells > maxCells || p.number > maxRows {
		return errTooLarge
	}
	p.rows = append(p.rows, row)
	return nil
}

// record reads one record, with its line end, into fields. Of one with too
// many fields it reads a few too many.
func (p *parser) record(fields []string) []string {
	if p.spare < 0 {
		return p.literally(fields[:0])
	}
	start := p.pos
	fields, how := p.byRule(fields[:0])
	if how == sound {
		return fields
	}
	return p.otherwise(fields, start, how)
}

// byRule reads a record by the rules of the format.
func (p *parser) byRule(fields []string) (_ []string, how quoting) {
	for {
		field, is := p.field()
		how = max(how, is)
		fields = append(fields, field)
		if p.recordEnds() || len(fields) > maxColumns {
			return fields, how
		}
	}
}

// recordEnds goes past what ends a field, and says whether that ends the record too.
func (p *parser) recordEnds() bool {
	if p.pos == len(p.text) {
		return true
	}
	c := p.text[p.pos]
	p.pos++
	if c == '\r' && p.pos < len(p.text) && p.text[p.pos] == '\n' {
		p.pos++
	}
	return c != p.comma
}

// field reads up to the delimiter, the line end or the end of the text.
func (p *parser) field() (value string, how quoting) {
	quoted := ""
	if p.pos < len(p.text) && p.text[p.pos] == '"' {
		value, next, is := p.quoted()
		if how = is; next > 0 {
			quoted, p.pos = value, next
		}
	}
	end := p.fieldEnd(p.pos)
	rest := p.text[p.pos:end]
	p.pos = end
	if quoted == "" {
		return rest, how
	}
	if rest != "" {
		how = broken
	}
	return quoted + rest, how
}

// fieldEnd is where a field without quotes ends that begins at i.
func (p *parser) fieldEnd(i int) int {
	for i < len(p.text) && p.text[i] != p.comma && p.text[i] != '\n' && p.text[i] != '\r' {
		i++
	}
	return i
}

// quoted reads a quoted value that begins at pos and gives where it ends; 0 when it
// never does.
func (p *parser) quoted() (value string, next int, how quoting) {
	start := p.pos + 1
	doubled := false
	for i := start; ; {
		n := strings.IndexByte(p.text[i:], '"')
		if n < 0 {
			p.spare -= len(p.text) - start
			return "", 0, broken
		}
		i += n
		if i+1 < len(p.text) && p.text[i+1] == '"' {
			doubled = true
			i += 2
			if i < len(p.text) && p.ends(p.text[i]) {
				how = swallowing
			}
			continue
		}
		value = p.text[start:i]
		if doubled {
			value = strings.ReplaceAll(value, `""`, `"`)
		}
		if i+1 < len(p.text) && !p.ends(p.text[i+1]) {
			how = broken
		}
		return lineEnds(value), i + 1, how
	}
}

// ends says whether a field can end before c.
func (p *parser) ends(c byte) bool { return c == p.comma || c == '\n' || c == '\r' }

// lineEnds makes every line end \n.
func lineEnds(text string) string {
	if strings.IndexByte(text, '\r') < 0 {
		return text
	}
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}
