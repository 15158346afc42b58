// Package text treats words as Swedish readers do: cleaning what was pasted,
// comparing names, sorting with å ä ö last, searching forgivingly and counting.
// Everything here is safe for concurrent use.
package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Clean tidies text from a cell, a paste or a file: every kind of space
// becomes a plain one, runs of spaces on a line become one, each line and the
// whole are trimmed, every kind of line break becomes "\n", invisible and
// control characters and the escape sequences of terminals are dropped, but what joins
// signs of other scripts and pictures, and letters are composed (NFC). Bytes that
// aren't UTF-8 become U+FFFD so that the damage shows. Clean(Clean(s)) is
// Clean(s).
func Clean(s string) string {
	if isClean(s) {
		return s
	}
	s = strings.ReplaceAll(withoutEscapes(s), "\r\n", "\n")
	var b strings.Builder
	b.Grow(len(s))
	lines, space, joiner, prev := 0, false, rune(0), rune(0) // what waits to be written before the next visible rune
	for _, r := range s {
		switch {
		case isBreak(r):
			lines, space, joiner = lines+1, false, 0
			continue
		case unicode.IsSpace(r):
			space, joiner = true, 0
			continue
		case r == zeroWidthJoiner, r == zeroWidthNonJoiner:
			joiner = r
			continue
		case unicode.Is(unicode.Cf, r), unicode.IsControl(r):
			continue
		}
		if b.Len() > 0 {
			if lines > 0 {
				b.WriteString(strings.Repeat("\n", lines))
			} else if space {
				b.WriteByte(' ')
			}
		}
		if joiner != 0 && lines == 0 && !space && joins(prev) && joins(r) {
			b.WriteRune(joiner)
		}
		if lines, space, joiner = 0, false, 0; !unicode.IsMark(r) {
			prev = r
		}
		b.WriteRune(r)
	}
	return norm.NFC.String(b.String())
}

const (
	zeroWidthNonJoiner = '\u200c'
	zeroWidthJoiner    = '\u200d'
)

// joins says that a joiner beside a rune says something: in Persian and the scripts of
// India, and between pictures. In ours it is only something that nobody sees.
func joins(r rune) bool {
	switch {
	case r >= arabic && r < myanmar:
		return unicode.IsLetter(r)
	case r >= arrows:
		return unicode.In(r, unicode.So, unicode.Sk)
	}
	return false
}

const (
	arabic  = '\u0600'
	myanmar = '\u1000'
	arrows  = '\u2190' // where the signs and pictures begin
)

// isClean says that s is plain ASCII and letters as ours, À to ÿ, on one line with
// nothing to tidy, which most cells are.
func isClean(s string) bool {
	prev := byte(' ')
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == 0xC3 && i+1 < len(s) && s[i+1]&0xC0 == 0x80 { // a letter of two bytes, as it is in NFC
			i++
			prev = c
			continue
		}
		if c < ' ' || c >= 0x7f || c == ' ' && prev == ' ' {
			return false
		}
		prev = c
	}
	return s == "" || prev != ' '
}

func isBreak(r rune) bool {
	switch r {
	case '\n', '\r', '\v', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

// Key is equal for names that people would call the same: cleaned, on one
// line, without regard to case. It keeps å ä ö, other diacritics and
// punctuation.
func Key(s string) string {
	if fast, ok := keyLatin(s); ok {
		return fast
	}
	return keyAny(s)
}

// keyAny is Key for every script.
func keyAny(s string) string {
	s = strings.Join(strings.Fields(Clean(s)), " ")
	if isASCII(s) {
		return strings.ToLower(s)
	}
	// Lowered first, since cases.Fold alone swaps the cases of some scripts.
	return norm.NFC.String(cases.Fold().String(strings.ToLower(s)))
}

// Fold is Key without diacritics (å→a, é→e, ø→o, æ→ae, ß→ss) and with every
// dash as "-", for forgiving search.
func Fold(s string) string {
	if fast, ok := foldLatin(s); ok {
		return fast
	}
	return foldAny(s)
}

// foldAny is Fold for every script.
func foldAny(s string) string {
	s = keyAny(s)
	if isASCII(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFD.String(s) {
		if plain, ok := plainLetters[r]; ok {
			b.WriteString(plain)
			continue
		}
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return strings.Join(strings.Fields(norm.NFC.String(b.String())), " ")
}

// plainLetters are the letters and dashes that Unicode doesn't take apart.
var plainLetters = map[rune]string{
	'ø': "o", 'æ': "ae", 'œ': "oe", 'ð': "d", 'đ': "d", 'þ': "th", 'ł': "l", 'ı': "i", 'ħ': "h", 'ŧ': "t",
	'\u2010': "-", '\u2011': "-", '\u2012': "-", '\u2013': "-", '\u2014': "-", '\u2212': "-",
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
