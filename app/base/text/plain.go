package text

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Line puts what comes from outside on one line that a terminal, a journal and
// a reader take as nothing but text: breaks become spaces, and the characters
// that steer a terminal, turn the direction of writing or can't be seen are
// dropped. A text that is so already is given back as it is, spaces and all.
func Line(s string) string {
	if plain(s, "") {
		return s
	}
	return plainly(s, " ", "")
}

// Lines is Line for a text of several lines: every kind of break becomes "\n",
// and tabs stay.
func Lines(s string) string {
	if plain(s, "\n\t") {
		return s
	}
	return plainly(s, "\n", "\t")
}

// OneLine is Clean on one line.
func OneLine(s string) string {
	s = Clean(s)
	if strings.IndexByte(s, '\n') < 0 {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' }), " ")
}

// Shorten is OneLine of at most n characters, the last a mark that there was more.
func Shorten(s string, n int) string {
	s = OneLine(s)
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return string([]rune(s)[:n-1]) + "…"
}

// Capital begins a text with a capital letter.
func Capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// plain says that s is text and nothing else, but for the characters in but.
func plain(s, but string) bool {
	for i, r := range s {
		if r < ' ' || r > '~' {
			if (steers(r) || isBreak(r) || r == unicode.ReplacementChar && !strings.HasPrefix(s[i:], string(r))) && !strings.ContainsRune(but, r) {
				return false
			}
		}
	}
	return true
}

// steers says that a rune isn't for reading: a control, a mark of direction, or
// one that nobody sees. What joins and parts letters stays.
func steers(r rune) bool {
	switch r {
	case '\u00ad', '\u200c', '\u200d':
		return false
	}
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
}

func plainly(s, newline, but string) string {
	s = strings.ReplaceAll(withoutEscapes(s), "\r\n", "\n")
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s { // bytes that aren't UTF-8 come as U+FFFD
		switch {
		case isBreak(r):
			b.WriteString(newline)
		case steers(r) && r == '\t' && but == "":
			b.WriteByte(' ')
		case steers(r) && !strings.ContainsRune(but, r):
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// escapes are what terminals obey: colours, moves, titles, links, strings.
var escapes = regexp.MustCompile("(?:\x1b\\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\x1b[\\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\x07\x1b\u009c]*(?:\x07|\x1b\\\\|\u009c)?|\x1b[ -/]*[0-~]")

func withoutEscapes(s string) string {
	if !strings.ContainsAny(s, "\x1b\u009b\u009d\u0090\u0098\u009e\u009f") {
		return s
	}
	return escapes.ReplaceAllString(s, "")
}

// Lower is s with its first letter small, as inside a sentence: "systemägare". What is
// written in capitals stays so: "PUB-avtal".
func Lower(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	if next, _ := utf8.DecodeRuneInString(s[n:]); unicode.IsUpper(next) {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}

// Digits are those of a text, and nothing else of it.
func Digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}
