package excel

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// textItem gathers the text of a shared or inline string: its plain text or
// its runs of rich text, without the phonetic guides of East Asian text.
type textItem struct {
	buf      []byte
	inText   bool
	phonetic int
	marks    marks
	run      marks // of the run being read
}

func (t *textItem) reset() { *t = textItem{buf: t.buf[:0]} }

// marks are how the runs of a rich text look: a run without a look of its own has the
// cell's.
type marks uint8

const (
	struckRun marks = 1 << iota
	plainRun
	cellRun
)

// over says that all of a text is struck out, in a cell that is or isn't.
func (m marks) over(cell bool) bool {
	return m&plainRun == 0 && (cell || m&struckRun != 0 && m&cellRun == 0)
}

func (t *textItem) visit(s *scanner, tok token) {
	switch tok {
	case tokText:
		if t.inText && t.phonetic == 0 {
			t.buf = append(t.buf, s.Text...)
			if len(trim(s.Text)) > 0 {
				t.marks |= t.run
			}
		}
	case tokStart:
		switch string(s.Name) {
		case "t":
			t.inText = true
		case "r":
			t.run = cellRun
		case "rPr":
			t.run = plainRun
		case "strike":
			if isOn(s) {
				t.run = struckRun
			}
		case "rPh":
			t.phonetic++
		}
	case tokEnd:
		switch string(s.Name) {
		case "t":
			t.inText = false
		case "rPh":
			t.phonetic--
		}
	}
}

// String gives the text as people see it.
func (t *textItem) String() string { return cleanText(t.buf) }

// cleanText makes a string of a cell's stored text: Excel's _xHHHH_ escapes
// undone, line ends as \n, control characters gone, and bytes that aren't UTF-8 as the
// letters that they are in Windows-1252.
func cleanText(raw []byte) string {
	text := string(raw)
	if plain(text) {
		return text
	}
	text = unescape(validUTF8(text))
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return '\n'
		case r == '\n' || r == '\t':
			return r
		case r < ' ' || r == 0xFFFE || r == 0xFFFF:
			return -1
		}
		return r
	}, text)
}

// validUTF8 reads as Windows-1252 what isn't UTF-8 though the part says that it is.
func validUTF8(text string) string {
	if utf8.ValidString(text) {
		return text
	}
	var out strings.Builder
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && n == 1 {
			r = charmap.Windows1252.DecodeByte(text[i])
		}
		out.WriteRune(r)
		i += n
	}
	return out.String()
}

// plain says that cleanText has nothing to do.
func plain(text string) bool {
	ascii := true
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c >= utf8.RuneSelf:
			ascii = false
		case c < ' ' && c != '\n' && c != '\t', c == '_' && i+6 < len(text) && text[i+1] == 'x':
			return false
		}
	}
	return ascii || (utf8.ValidString(text) && !strings.ContainsAny(text, "\uFFFE\uFFFF"))
}

// unescape undoes _xHHHH_, by which workbooks hold characters that XML can't.
func unescape(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var out strings.Builder
	for i := 0; i < len(text); {
		unit, ok := escapeAt(text, i)
		if !ok {
			out.WriteByte(text[i])
			i++
			continue
		}
		i += 7
		if low, ok := escapeAt(text, i); ok && utf16.DecodeRune(unit, low) != utf8.RuneError {
			unit = utf16.DecodeRune(unit, low)
			i += 7
		}
		out.WriteRune(unit)
	}
	return out.String()
}

// escapeAt gives the UTF-16 unit of an escape that begins at i.
func escapeAt(text string, i int) (rune, bool) {
	if i+7 > len(text) || text[i] != '_' || text[i+1] != 'x' || text[i+6] != '_' {
		return 0, false
	}
	n, err := strconv.ParseUint(text[i+2:i+6], 16, 16)
	return rune(n), err == nil
}
