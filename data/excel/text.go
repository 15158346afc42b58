package excel

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// textItem gathers the text of a shared or inline string: its plain text or
// its runs of rich text, without the phonetic guides of East Asian text.
type textItem struct {
	buf      []byte
	inText   bool
	phonetic int
}

func (t *textItem) reset() { t.buf, t.inText, t.phonetic = t.buf[:0], false, 0 }

func (t *textItem) visit(s *scanner, tok token) {
	switch tok {
	case tokText:
		if t.inText && t.phonetic == 0 {
			t.buf = append(t.buf, s.Text...)
		}
	case tokStart:
		switch string(s.Name) {
		case "t":
			t.inText = true
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
// undone, line ends as \n, control characters and broken UTF-8 gone.
func cleanText(raw []byte) string {
	text := string(raw)
	if plain(text) {
		return text
	}
	text = unescape(strings.ToValidUTF8(text, "\uFFFD"))
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
