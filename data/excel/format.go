package excel

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// format is what a number format says of the numbers that are shown by it. Nil is one
// that says nothing: a number is shown as it is.
type format struct{ sections []section }

// section is how some of the numbers are shown: those above zero, those below, nought,
// or those that its condition holds for.
type section struct {
	parts     []part
	compare   string // "<", ">=" …; empty for no condition
	with      float64
	scale     int       // times that the number is divided by a thousand
	decimals  bool      // it has a decimal point
	zeros     int       // the least number of whole digits, from the first that is always there
	odd       bool      // a share, a fraction or a power of ten
	placeable bool      // it has places for digits
	pattern   bool      // signs stand among the digits
	words     [2]string // what stands before and after the number, if that says anything
}

// part is a sign as it is, or a place for a digit.
type part struct {
	literal string
	place   byte // '0', '#', '.', ',', or 'G' for all of the number; 0 for a literal
}

// mostSections is how many a format may have; the last of four is for texts.
const mostSections = 4

// parseFormat reads a format code such as `#,##0\ "tkr";[Red]-#,##0\ "tkr"`.
func parseFormat(code string) *format {
	f := &format{}
	for rest := code; rest != "" && len(f.sections) < mostSections; {
		var s section
		s, rest = parseSection(rest)
		f.sections = append(f.sections, s)
	}
	return f
}

// parseSection reads the first section of a code.
func parseSection(code string) (s section, rest string) {
	literal := func(text string) { s.parts = append(s.parts, part{literal: text}) }
	for i := 0; i < len(code); {
		r, n := utf8.DecodeRuneInString(code[i:])
		next := code[i+n:]
		switch r {
		case ';':
			return s.settled(), next
		case '"':
			quoted, _, ok := strings.Cut(next, `"`)
			literal(quoted)
			if n += len(quoted); ok {
				n++
			}
		case '\\':
			_, size := utf8.DecodeRuneInString(next)
			literal(next[:size])
			n += size
		case '_', '*': // the width of a sign, or as many as there is room for
			_, size := utf8.DecodeRuneInString(next)
			literal(" ")
			n += size
		case '[':
			inside, _, ok := strings.Cut(next, "]")
			s.bracket(inside, literal)
			if n += len(inside); ok {
				n++
			}
		case '0', '#', '.', ',':
			s.parts = append(s.parts, part{place: byte(r)})
		case '?':
			s.parts = append(s.parts, part{place: '#'})
		case '@':
			s.parts = append(s.parts, part{place: 'G'})
		default:
			if word := generalWord(code[i:]); word != "" {
				s.parts = append(s.parts, part{place: 'G'})
				n = len(word)
				break
			}
			s.odd = s.odd || odd(r, next)
			literal(string(r))
		}
		i += n
	}
	return s.settled(), ""
}

// odd says that a sign makes a share, a fraction or a power of ten of the number.
func odd(r rune, next string) bool {
	switch r {
	case '%':
		return true
	case '/':
		return next != "" && strings.IndexByte("?#0123456789", next[0]) >= 0
	case 'E', 'e':
		return next != "" && (next[0] == '+' || next[0] == '-')
	}
	return false
}

// generalWord is the word for all of a number that the code begins with.
func generalWord(code string) string {
	for _, word := range []string{"general", "standard"} {
		if len(code) >= len(word) && strings.EqualFold(code[:len(word)], word) {
			return code[:len(word)]
		}
	}
	return ""
}

// bracket reads a currency such as $kr-41D, or a condition such as >=1000; colours and
// the like say nothing.
func (s *section) bracket(inside string, literal func(string)) {
	if currency, ok := strings.CutPrefix(inside, "$"); ok {
		if i := strings.LastIndexByte(currency, '-'); i >= 0 {
			currency = currency[:i]
		}
		literal(currency)
		return
	}
	number := strings.TrimLeft(inside, "<>=")
	with, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
	if err == nil && number != inside {
		s.compare, s.with = inside[:len(inside)-len(number)], with
	}
}

// settled works out what the parts together say.
func (s section) settled() section {
	first, last := s.places()
	s.words = s.wordsAround(first, last)
	if first < 0 {
		return s
	}
	s.placeable = true
	commas, loose := 0, false
	for _, p := range s.parts[first : last+1] {
		switch p.place {
		case '.':
			s.scale += commas
			s.decimals, commas = true, 0
		case ',':
			commas++
		case '0', '#':
			if !s.decimals && (p.place == '0' || s.zeros > 0) {
				s.zeros++
			}
			commas = 0
			s.pattern = s.pattern || loose
		case 0:
			loose = loose || p.literal != "" && (s.zeros > 0 || !parting(p.literal))
		}
	}
	s.scale += commas
	s.pattern = s.pattern && !s.decimals && !s.odd && s.scale == 0
	return s
}

// parting says that a literal is what people put between thousands.
func parting(literal string) bool {
	return strings.Trim(literal, " .'’\u00a0\u202f") == ""
}

// places are where the first and last of the places are among the parts; -1 for none.
func (s *section) places() (first, last int) {
	first = -1
	for i, p := range s.parts {
		if p.place == 0 || p.place == ',' && first < 0 {
			continue
		}
		if first < 0 {
			first = i
		}
		last = i
	}
	return first, last
}

// wordsAround is what stands around the number, without signs that tell nothing of it.
func (s *section) wordsAround(first, last int) (words [2]string) {
	for i, p := range s.parts {
		switch {
		case p.place != 0:
		case first < 0 || i < first:
			words[0] += p.literal
		case i > last:
			words[1] += p.literal
		}
	}
	for i, w := range words {
		if w = strings.TrimSpace(w); w != ":-" && w != ",-" && strings.Trim(w, " -−–+()*.:,'=|•#%") == "" {
			words[i] = ""
		}
	}
	return words
}

// worded says that words stand around the number.
func (s *section) worded() bool { return s.words != [2]string{} }

// says that the numbers are shown as something else than their digits.
func (f *format) says() bool {
	for i := range f.sections {
		if s := &f.sections[i]; s.worded() || s.pattern || s.scale > 0 || s.zeros > 1 && !s.decimals {
			return true
		}
	}
	return false
}

// of is the section that shows a number.
func (f *format) of(num float64) *section {
	plain := 0
	for i := range f.sections {
		s := &f.sections[i]
		if s.compare != "" && holds(num, s.compare, s.with) {
			return s
		}
		if s.compare == "" {
			plain++
		}
	}
	at := 0
	switch {
	case plain < len(f.sections): // what no condition holds for
		for i := range f.sections {
			if at = i; f.sections[i].compare == "" {
				break
			}
		}
	case num < 0 && len(f.sections) > 1:
		at = 1
	case num == 0 && len(f.sections) > 2:
		at = 2
	}
	return &f.sections[at]
}

func holds(num float64, compare string, with float64) bool {
	switch compare {
	case "<":
		return num < with
	case "<=":
		return num <= with
	case ">":
		return num > with
	case ">=":
		return num >= with
	case "=":
		return num == with
	case "<>":
		return num != with
	}
	return false
}
