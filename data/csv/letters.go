package csv

import (
	"strings"
	"unicode"

	"golang.org/x/text/encoding/charmap"
)

// single is an encoding with a byte for each sign.
type single struct {
	name, from string    // Swedish: what it is called, and what writes so
	signs      [128]rune // of the bytes beyond ASCII
	bytes      map[rune]byte
}

func singleOf(name, from string, c *charmap.Charmap) *single {
	e := &single{name: name, from: from, bytes: map[rune]byte{}}
	for i := range e.signs {
		e.signs[i] = c.DecodeByte(byte(0x80 + i))
		if e.signs[i] == unicode.ReplacementChar { // a byte that says nothing there
			e.signs[i] = rune(0x80 + i)
		}
		e.bytes[e.signs[i]] = byte(0x80 + i)
	}
	return e
}

// The encodings that Swedish lists have been written in. That of DOS in America has
// the same letters in the same places as that of DOS here.
var (
	windows = singleOf("Windows-1252", "Windows", charmap.Windows1252)
	mac     = singleOf("MacRoman", "en äldre Mac", charmap.Macintosh)
	dos     = singleOf("CP850", "DOS (CP850)", charmap.CodePage850)
	america = singleOf("CP437", "DOS (CP437)", charmap.CodePage437)

	singles = [...]*single{windows, mac, dos}
)

// strong is what a Swedish letter in a word says of an encoding.
const strong = 6

// fit says whether the sign at i is one that a Swedish text could have there: well
// above 0 for å, ä and ö in words, below for signs inside them.
func fit(runes []rune, i int) int {
	r := runes[i]
	before, after := near(runes, i-1), near(runes, i+1)
	switch {
	case r < 0xA0, unicode.Is(unicode.Co, r):
		return -strong
	case unicode.IsLetter(r):
		return letterFit(before, r, after)
	case unicode.IsLetter(before) && unicode.IsLetter(after):
		if strings.ContainsRune("–—’´·\u00a0\u00ad", r) {
			return 0
		}
		return -strong
	case strings.ContainsRune("”“’‘–—…•·§€£°½¼¾²³±µ«»×®©™\u00a0\u00ad´", r):
		return 1
	}
	return -1
}

// letterFit is fit of a letter.
func letterFit(before, r, after rune) int {
	weight := 1
	switch {
	case strings.ContainsRune("åäöÅÄÖ", r):
		weight = strong
	case strings.ContainsRune("éÉüÜ", r):
		weight = strong / 2
	case strings.ContainsRune("ªºƒˆ˜ı", r):
		return -strong
	}
	upper := unicode.IsUpper(r)
	switch {
	case upper && unicode.IsLower(before), !upper && unicode.IsUpper(after):
		return -strong
	case !upper && unicode.IsUpper(before) && unicode.IsUpper(after):
		return -strong
	case unicode.IsDigit(before) || unicode.IsDigit(after):
		return -1
	case !unicode.IsLetter(before) && !unicode.IsLetter(after):
		return weight / 3
	}
	return weight
}

func near(runes []rune, i int) rune {
	if i < 0 || i >= len(runes) {
		return ' '
	}
	return runes[i]
}

// likely says that a sign is one that Swedish lists have, so that the bytes which say it
// in UTF-8 are no accident.
func likely(r rune) bool {
	return r >= 0xA0 && r <= 0xFF || r >= 0x2010 && r <= 0x2044 || r == '€' || r == '™' || r == 0xFEFF
}
