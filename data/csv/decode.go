package csv

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/data/files"
)

const saveAsUTF8 = "Spara den på nytt som ”CSV UTF-8” och försök igen."

// decoded is the text of a file, with what its reader should know of how it was made.
type decoded struct {
	text   string
	about  []string // the whole file
	doubts []doubt  // places, in order
}

// doubt is about the row at a place in the text.
type doubt struct {
	at  int
	why string
}

// decode gives the text as UTF-8. A mark, zeros in every other place and valid UTF-8
// say what it is in; what else there is, byte by byte, is in the encoding in which it
// makes words.
func decode(data []byte, path string) (*decoded, error) {
	is := func(magic string) bool { return bytes.HasPrefix(data, []byte(magic)) }
	switch {
	case len(data) == 0:
		return nil, files.Refuse(fault.Unreadable, path, "är tom", "Kontrollera att rätt fil är vald.", nil)
	case is("PK\x03\x04"), is("\xD0\xCF\x11\xE0"):
		return nil, files.Refuse(fault.Unreadable, path, "är en Excel-fil eller ett arkiv och inte en CSV-fil", "Om den kommer från Excel: ge den filändelsen .xlsx och importera den igen.", nil)
	case is("%PDF-"):
		return nil, files.Refuse(fault.Unreadable, path, "är en PDF och inte en CSV-fil", "Be om den som Excel- eller CSV-fil.", nil)
	case is("\xEF\xBB\xBF"):
		data = data[3:]
	default:
		if wide := wideOf(data); wide != nil {
			narrow, err := wide.NewDecoder().Bytes(data)
			if err != nil {
				return nil, files.Refuse(fault.Damaged, path, "är skadad och går inte att läsa", saveAsUTF8, err)
			}
			data = narrow
		}
	}
	if binary(data) {
		return nil, files.Refuse(fault.Unreadable, path, "är inte en textfil", "Välj en fil som har sparats som CSV, eller en Excel-fil (.xlsx).", nil)
	}
	if utf8.Valid(data) {
		return twiceDecoded(string(data)), nil
	}
	return mixed(data), nil
}

// wideOf is the UTF-16 that the data is in, by its mark or because every other byte
// is zero; nil for none.
func wideOf(data []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(data, []byte("\xFF\xFE")), bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	}
	var zeros [2]int
	head := data[:min(len(data), 4096)]
	for i, c := range head {
		if c == 0 {
			zeros[i&1]++
		}
	}
	most := len(head) * 2 / 5 // of the half of them
	switch {
	case len(head) < 4:
	case zeros[1] > most && zeros[0] == 0:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case zeros[0] > most && zeros[1] == 0:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// mostDoubts bounds how many rows are pointed out one by one.
const mostDoubts = 20

// mixed decodes what isn't UTF-8, or not all of it. Signs that are stay as they are,
// the other bytes are in the encoding in which they make words. What there is less of
// is told of, line by line.
func mixed(data []byte) *decoded {
	m := &mixer{utf8: mostlyUTF8(data)}
	words := 0
	m.old, words = m.encodingOf(data)
	m.out.Grow(len(data) + len(data)/8)
	odd := 0
	for rest := data; len(rest) > 0; {
		line := rest[:lineLength(rest)]
		rest = rest[len(line):]
		at := m.out.Len()
		if why := m.line(line); why != "" {
			if odd++; odd <= mostDoubts {
				m.d.doubts = append(m.d.doubts, doubt{at, why})
			}
		}
	}
	m.d.text = m.out.String()
	if odd > mostDoubts {
		m.d.about = append(m.d.about, text.Plural(odd, "rad", "rader")+" har tecken i en annan kodning än resten av filen. De första står nedan; se efter att å, ä och ö blev rätt.")
	}
	if !m.utf8 && m.old != windows {
		m.d.about = append(m.d.about, fmt.Sprintf("Filen lästes som text från %s: där blir å, ä och ö bokstäver i ord.", m.old.from))
	}
	if words < 0 {
		m.d.about = append(m.d.about, "Det gick inte att avgöra hur filens å, ä och ö är kodade. Se efter att de blev rätt; annars spara filen på nytt som ”CSV UTF-8”.")
	}
	return &m.d
}

// lineLength is how long the first line of data is, its end with it.
func lineLength(data []byte) int {
	if i := bytes.IndexAny(data, "\r\n"); i >= 0 {
		return i + 1
	}
	return len(data)
}

// mostlyUTF8 says that the signs that are UTF-8, beyond ASCII, are more than the bytes
// that aren't. Some pairs of bytes are both: "Å–" in Windows is "Ŗ".
func mostlyUTF8(data []byte) bool {
	usual, odd, strays := 0, 0, 0
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		switch i += n; {
		case n == 1:
			strays++
		case likely(r):
			usual++
		default:
			odd++
		}
	}
	return usual >= strays || usual+odd > 4*strays
}

// mixer decodes lines that may be in one encoding or another.
type mixer struct {
	out  strings.Builder
	d    decoded
	old  *single // what the bytes that aren't UTF-8 are in
	utf8 bool    // most of what isn't ASCII is UTF-8

	runes []rune
	stray []bool // by rune: that it was a byte of its own
}

// line decodes one line, and says what is odd about it.
func (m *mixer) line(line []byte) (why string) {
	if isASCII(line) {
		m.out.Write(line)
		return ""
	}
	old := m.oldOf(line)
	var first rune
	from := 0
	for start, end := beyond(line, 0); start < end; start, end = beyond(line, end) {
		m.out.Write(line[from:start])
		from = end
		m.split(line[start:end], old)
		for i, r := range m.runes {
			m.out.WriteRune(r)
			if r >= utf8.RuneSelf && m.stray[i] == m.utf8 && first == 0 {
				first = r
			}
		}
	}
	m.out.Write(line[from:])
	switch {
	case first != 0 && m.utf8:
		return fmt.Sprintf("Raden har tecken som inte är i UTF-8, som resten av filen är. De togs för %s; det första blev ”%c”.", old.name, first)
	case first != 0:
		return fmt.Sprintf("Raden har tecken i UTF-8, till skillnad från resten av filen; det första blev ”%c”.", first)
	case old != m.old:
		return fmt.Sprintf("Raden togs för %s, till skillnad från resten av filen.", old.name)
	}
	return ""
}

// beyond is the next run of bytes that aren't ASCII, from i on; empty for none.
func beyond(line []byte, i int) (start, end int) {
	for i < len(line) && line[i] < utf8.RuneSelf {
		i++
	}
	start = i
	for i < len(line) && line[i] >= utf8.RuneSelf {
		i++
	}
	return start, i
}

// split makes runes of bytes: what is UTF-8 as it is, the rest in the encoding old.
func (m *mixer) split(line []byte, old *single) {
	m.runes, m.stray = m.runes[:0], m.stray[:0]
	for i := 0; i < len(line); {
		r, n := utf8.DecodeRune(line[i:])
		stray := r >= utf8.RuneSelf && (n == 1 || !m.utf8 && !likely(r))
		if stray {
			r, n = old.signs[line[i]&0x7F], 1
		}
		m.runes, m.stray = append(m.runes, r), append(m.stray, stray)
		i += n
	}
}

// oldOf is the encoding of the line's stray bytes: the file's, unless they make no
// words in it and certainly do in another.
func (m *mixer) oldOf(line []byte) *single {
	best, most := m.old, m.score(line, m.old)
	if most >= 0 {
		return best
	}
	for _, e := range singles {
		if s := m.score(line, e); s > most+2*strong {
			best, most = e, s
		}
	}
	return best
}

// score says how well the line's stray bytes make words in an encoding.
func (m *mixer) score(line []byte, e *single) (sum int) {
	for start, end := beyond(line, 0); start < end; start, end = beyond(line, end) {
		m.split(line[max(start-1, 0):min(end+1, len(line))], e) // with the signs beside them
		for i, stray := range m.stray {
			if stray {
				sum += fit(m.runes, i)
			}
		}
	}
	return sum
}

// sampledLines bounds how many lines the encoding is told by.
const sampledLines = 5_000

// encodingOf is the encoding in which the data's stray bytes make most words, and how
// well they do. Where nothing speaks it is that of Windows, which is what a Swedish Excel
// writes.
func (m *mixer) encodingOf(data []byte) (best *single, most int) {
	scores := [len(singles)]int{0: strong / 2}
	looked := 0
	for rest := data; len(rest) > 0 && looked < sampledLines; {
		line := rest[:lineLength(rest)]
		rest = rest[len(line):]
		if utf8.Valid(line) || len(line) > maxField {
			continue
		}
		looked++
		for i, e := range singles {
			scores[i] += m.score(line, e)
		}
	}
	best, most = singles[0], scores[0]
	for i, s := range scores {
		if s > most {
			best, most = singles[i], s
		}
	}
	return best, most
}

func isASCII(data []byte) bool {
	for _, c := range data {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// binary says that there are more than a few control characters, which no text has.
func binary(data []byte) bool {
	odd := 0
	for _, c := range data {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' {
			odd++
		}
	}
	return odd > 10+len(data)/1000
}

// notes are what is told of the whole file.
func (d *decoded) notes() (notes []sheet.Note) {
	for _, why := range d.about {
		notes = append(notes, sheet.Note{Text: why})
	}
	return notes
}

// after are the doubts by their places behind the first bytes, which are taken away.
func (d *decoded) after(first int) []doubt {
	for i := range d.doubts {
		d.doubts[i].at = max(d.doubts[i].at-first, 0)
	}
	return d.doubts
}
