package csv

import (
	"context"
	"errors"
	"strings"

	"itportfoljen/app/exchange/sheet"
)

var errTooLarge = errors.New("csv: beyond the safe limits")

// maxStray bounds how often a quote that never ends is looked for again.
const maxStray = 100

// parser splits text into records. It takes what people and programs write:
// quotes count only at a field's beginning, text after a closing quote belongs
// to the field, a quote that never ends is an ordinary character, and records
// may differ in length.
type parser struct {
	ctx      context.Context
	text     string
	comma    byte
	number   int // of the record
	progress func(float64)

	pos   int
	stray int
	cells int
	rows  []sheet.Row
	told  float64
}

func (p *parser) run() error {
	var fields []string
	for p.pos < len(p.text) {
		fields = p.record(fields[:0])
		p.number++
		if err := p.keep(fields); err != nil {
			return err
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
		row.Cells[i] = sheet.Str(unescape(field))
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

// record reads one record, with its line end, after fields. Of one with too
// many fields it reads a few too many.
func (p *parser) record(fields []string) []string {
	for {
		fields = append(fields, p.field())
		if p.pos == len(p.text) || len(fields) > maxColumns {
			return fields
		}
		c := p.text[p.pos]
		p.pos++
		switch {
		case c == p.comma:
			if p.pos == len(p.text) {
				return append(fields, "")
			}
		case c == '\r' && p.pos < len(p.text) && p.text[p.pos] == '\n':
			p.pos++
			return fields
		default:
			return fields
		}
	}
}

// field reads up to the delimiter, the line end or the end of the text.
func (p *parser) field() string {
	quoted := ""
	if p.text[p.pos] == '"' && p.stray < maxStray {
		value, next, ok := p.quoted()
		if ok {
			quoted, p.pos = value, next
		} else {
			p.stray++
		}
	}
	end := p.pos
	for end < len(p.text) && p.text[end] != p.comma && p.text[end] != '\n' && p.text[end] != '\r' {
		end++
	}
	rest := p.text[p.pos:end]
	p.pos = end
	if quoted == "" {
		return rest
	}
	return quoted + rest
}

// quoted reads a quoted value that begins at pos and gives where it ends; ok
// is false when it never does.
func (p *parser) quoted() (value string, next int, ok bool) {
	start := p.pos + 1
	doubled := false
	for i := start; ; {
		n := strings.IndexByte(p.text[i:], '"')
		if n < 0 {
			return "", 0, false
		}
		i += n
		if i+1 < len(p.text) && p.text[i+1] == '"' {
			doubled = true
			i += 2
			continue
		}
		value = p.text[start:i]
		if doubled {
			value = strings.ReplaceAll(value, `""`, `"`)
		}
		return lineEnds(value), i + 1, true
	}
}

// lineEnds makes every line end \n.
func lineEnds(text string) string {
	if strings.IndexByte(text, '\r') < 0 {
		return text
	}
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}

// delimiter finds what separates the fields, takes away a first line such as
// "sep=;" that says so, and tells how many lines that were taken.
func delimiter(text string) (rest string, comma byte, skipped int) {
	line, after, _ := strings.Cut(text, "\n")
	if hint := strings.TrimRight(line, "\r"); len(hint) == 5 && strings.EqualFold(hint[:4], "sep=") && strings.Contains(";,|\t", hint[4:]) {
		return after, hint[4], 1
	}
	best := -1.0
	comma = ';'
	for _, candidate := range []byte{';', '\t', ',', '|'} {
		score, perfect := consistency(text, candidate)
		if perfect && candidate != ',' && candidate != '|' {
			return text, candidate, 0 // commas inside such fields are decimals or prose
		}
		if score > best+1e-9 {
			best, comma = score, candidate
		}
	}
	return text, comma, 0
}

const (
	sampleText    = 256 << 10
	sampleRecords = 200
)

// consistency is the share of the first records that have the most usual
// number of fields, with a little more for many fields. Where most records are
// single, such as titles above a small table, it is nearly 0. Perfect is when
// all records have the same number, and that is more than one.
func consistency(text string, comma byte) (score float64, perfect bool) {
	counts := fieldCounts(text, comma)
	usual, times, records := 1, 0, 0
	for n, c := range counts {
		records += c
		if c > times || (c == times && n > usual) {
			usual, times = n, c
		}
	}
	if records == 0 {
		return 0, false
	}
	if usual == 1 {
		return 0.01 * float64(records-times) / float64(records), false
	}
	return float64(times)/float64(records) + 0.1*(1-1/float64(usual)), times == records
}

// fieldCounts counts the first records by their number of fields.
func fieldCounts(text string, comma byte) map[int]int {
	whole := len(text) <= sampleText
	if !whole {
		text = text[:sampleText]
	}
	p := &parser{text: text, comma: comma}
	counts := map[int]int{}
	var fields []string
	for records := 0; p.pos < len(text) && records < sampleRecords; {
		fields = p.record(fields[:0])
		if p.pos == len(text) && !whole && records > 0 {
			break // the last record is cut off
		}
		if len(fields) > 1 || fields[0] != "" {
			counts[len(fields)]++
			records++
		}
	}
	return counts
}
