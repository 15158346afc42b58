package sie

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// line is a line of the file, parted: the label in capitals, and its fields. The objects
// of a braced list are fields by themselves.
type line struct {
	number int
	label  string
	fields []field
	open   bool // a block begins after it
	close  bool // one ends with it
	quote  bool // a quote in it is never closed
}

// field is a field, or a list of them in braces.
type field struct {
	text string
	list []string
	is   bool // it is a list
}

// text is field i, "" when there is none or it is a list.
func (l line) text(i int) string {
	if i < len(l.fields) && !l.fields[i].is {
		return l.fields[i].text
	}
	return ""
}

// split parts a line; whole is false when a list in it is never closed. A quote that isn't
// goes on to the end of the line: a file that has been through other letters has some.
func split(s string, number int) (l line, whole bool) {
	l.number, whole = number, true
	var list []string
	in := false
	add := func(t string) {
		switch {
		case in:
			list = append(list, t)
		case l.label == "" && len(l.fields) == 0 && strings.HasPrefix(t, "#"):
			l.label = strings.ToUpper(t)
		default:
			l.fields = append(l.fields, field{text: t})
		}
	}
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c <= ' ' || c == 0x7f:
			i++
		case c == '{':
			if rest := strings.TrimSpace(s[i+1:]); rest == "" {
				l.open = true
				return l, whole && !in
			}
			if in {
				return l, false
			}
			in, list = true, []string{}
			i++
		case c == '}':
			if in {
				l.fields = append(l.fields, field{list: list, is: true})
				in = false
			} else {
				l.close = true
			}
			i++
		case c == '"':
			t, n := quoted(s[i+1:])
			add(t)
			if n < 0 {
				l.quote = true
				return l, whole && !in
			}
			i += 1 + n
		default:
			n := strings.IndexFunc(s[i:], func(r rune) bool { return r <= ' ' || r == '{' || r == '}' || r == '"' })
			if n < 0 {
				n = len(s) - i
			}
			add(s[i : i+n])
			i += n
		}
	}
	return l, whole && !in
}

// quoted reads on after a quote: the text, and how far past the quote that ends it; below
// zero when none does. A backslash keeps a quote and itself; elsewhere it is a sign like
// others, as in a file's path.
func quoted(s string) (string, int) {
	if i := strings.IndexAny(s, `"\`); i >= 0 && s[i] == '"' {
		return s[:i], i + 1
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '"':
			return b.String(), i + 1
		case s[i] == '\\' && i+1 < len(s) && s[i+1] == '"':
			b.WriteByte('"')
			i++
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String(), -1
}

// The codings that SIE files are written in, whatever they say: they all say PC8.
const (
	codingDOS     = "PC8 (CP437)"
	codingWindows = "Windows-1252"
	codingUTF8    = "UTF-8"
)

// coding tells how a file's letters are written: UTF-8 when all of it is, else by which of
// the two others has the Swedish letters where the bytes are.
func coding(data []byte) string {
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	if utf8.Valid(data) {
		for _, c := range data {
			if c >= utf8.RuneSelf {
				return codingUTF8
			}
		}
		return codingDOS
	}
	dos, windows := 0, 0
	for _, c := range data {
		switch c {
		case 0x84, 0x86, 0x8E, 0x8F, 0x94, 0x99, 0x82: // ä å Ä Å ö Ö é
			dos++
		case 0xE4, 0xE5, 0xC4, 0xC5, 0xF6, 0xD6, 0xE9:
			windows++
		}
	}
	if windows > dos {
		return codingWindows
	}
	return codingDOS
}

// decode gives the text of a file in a coding.
func decode(data []byte, in string) string {
	switch in {
	case codingUTF8:
		return strings.TrimPrefix(string(data), "\uFEFF")
	case codingWindows:
		return single(data, charmap.Windows1252)
	}
	return single(data, charmap.CodePage437)
}

func single(data []byte, c *charmap.Charmap) string {
	var b strings.Builder
	b.Grow(len(data) + len(data)/16)
	for _, x := range data {
		if x < utf8.RuneSelf {
			b.WriteByte(x)
		} else {
			b.WriteRune(c.DecodeByte(x))
		}
	}
	return b.String()
}
