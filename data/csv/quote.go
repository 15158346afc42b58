package csv

import "strings"

// Quotes that nobody doubled: `"Skärm 27"";Bra` and `"Skärm 27" bred";Bra`. Read by the
// rules such a record swallows delimiters, and lines up to the next quote. It is read
// instead in the way that gives it as many fields as the others have, on one line.

// quoting is how the quotes of a record go together, read by the rules.
type quoting uint8

const (
	sound      quoting = iota
	swallowing         // they do, but a doubled one stands before a delimiter or a line's end
	broken             // something follows a closing quote, or one never ends
)

// otherwise reads again a record whose quotes are doubtful. The fields are what the
// rules gave.
func (p *parser) otherwise(fields []string, start int, how quoting) []string {
	end, alone := p.pos, !p.spans(start)
	if alone && how == swallowing && p.fits(fields) {
		return fields
	}
	p.pos = start
	closed, doubled := p.byClosing()
	switch {
	case closed && p.fits(p.other) && (how == broken || !doubled):
		return p.instead(fields, end)
	case how == swallowing, alone && p.fits(fields):
		p.pos = end
		return fields
	case !closed:
		p.pos = start
		p.other = p.literally(p.other[:0])
	}
	if !p.fits(p.other) {
		p.torn++
		if alone && p.misses(fields) <= p.misses(p.other) {
			p.pos = end
			return fields
		}
	}
	return p.instead(fields, end)
}

// instead gives the other fields; what lies between was read in vain.
func (p *parser) instead(fields []string, end int) []string {
	p.spare -= max(end-p.pos, 0)
	return append(fields[:0], p.other...)
}

// fits says that there are as many fields as most records have.
func (p *parser) fits(fields []string) bool { return len(fields) == p.usual }

// misses is how many fields there are too many or too few.
func (p *parser) misses(fields []string) int { return max(len(fields)-p.usual, p.usual-len(fields)) }

// spans says whether the record that was read from start on has line ends in it.
func (p *parser) spans(start int) bool {
	read := strings.TrimRight(p.text[start:p.pos], "\r\n")
	if p.crlf {
		return strings.Contains(read, "\r\n")
	}
	return strings.ContainsAny(read, "\r\n")
}

// byClosing reads into other a line in which a quoted field ends with the first quote
// that stands before a delimiter or the line's end. It says whether every one did, and
// whether there are doubled quotes in them, as there are where quotes are doubled.
func (p *parser) byClosing() (closed, doubled bool) {
	p.other = p.other[:0]
	for {
		value, end := "", p.closingQuote()
		switch {
		case end > 0:
			value = p.text[p.pos+1 : end]
			if strings.Contains(value[:max(len(value)-1, 0)], `""`) {
				doubled, value = true, strings.ReplaceAll(value, `""`, `"`)
			}
			value, p.pos = lineEnds(value), end+1
		case p.pos < len(p.text) && p.text[p.pos] == '"':
			return false, doubled
		default:
			end = p.fieldEnd(p.pos)
			value, p.pos = p.text[p.pos:end], end
		}
		p.other = append(p.other, value)
		if p.recordEnds() || len(p.other) > maxColumns {
			return true, doubled
		}
	}
}

// closingQuote is where the quoted field that begins at pos ends on its line; 0 for
// none.
func (p *parser) closingQuote() int {
	if p.pos == len(p.text) || p.text[p.pos] != '"' {
		return 0
	}
	for i := p.pos + 1; i < len(p.text); i++ {
		switch c := p.text[i]; {
		case c == '\r' || c == '\n' && !p.crlf:
			return 0
		case c == '"' && (i+1 == len(p.text) || p.ends(p.text[i+1])):
			return i
		}
	}
	return 0
}

// literally reads a line in which quotes are signs as others are, but for those around
// a whole field.
func (p *parser) literally(fields []string) []string {
	for {
		end := p.fieldEnd(p.pos)
		value := p.text[p.pos:end]
		if len(value) > 1 && value[0] == '"' && value[len(value)-1] == '"' {
			value = strings.ReplaceAll(value[1:len(value)-1], `""`, `"`)
		}
		fields, p.pos = append(fields, value), end
		if p.recordEnds() || len(fields) > maxColumns {
			return fields
		}
	}
}
