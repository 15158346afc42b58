package input

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
)

// oneLine is a text as a field of one line holds it: no line breaks, whichever
// way they are written, and no other control characters.
func oneLine(s string) string {
	if !strings.ContainsFunc(s, unfit) {
		return s
	}
	var b strings.Builder
	gap := false // line breaks and tabs wait to become one space
	for _, r := range s {
		switch {
		case !unfit(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(r)
		case unicode.IsSpace(r):
			gap = true
		}
	}
	return b.String()
}

// unfit says that a character has no place on a line.
func unfit(r rune) bool { return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' }

// oneLined is a clipboard for a field of one line.
type oneLined struct{ fyne.Clipboard }

// Content is what was copied, on one line.
func (c oneLined) Content() string { return oneLine(c.Clipboard.Content()) }
