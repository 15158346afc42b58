package csv

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// twiceDecoded mends a text whose UTF-8 somebody has read in an older encoding and saved
// again: "LÃ¶n", "L√∂n". It is certain only when everything beyond ASCII in the whole
// file becomes signs of ours by being undone; else it is told of and left.
func twiceDecoded(text string) *decoded {
	d := &decoded{text: text}
	was, is := "", ""
	for range 2 { // some have done it twice
		e, first := twiceIn(d.text)
		if e == nil {
			break
		}
		if was == "" {
			was, is = first, first
		}
		d.text, is = undone(d.text, e), undone(is, e)
	}
	if was != "" {
		d.about = []string{fmt.Sprintf("Filens å, ä och ö hade förvanskats på vägen: ”%s” togs för ”%s”, och så vidare i hela filen.", was, is)}
	}
	if d.about == nil {
		d.doubts = garbled(text)
	}
	return d
}

// leads are the signs that the first byte of a Swedish letter in UTF-8 becomes in the
// older encodings.
const leads = "Ã√├"

// mistaken are the encodings that UTF-8 has been read in by mistake.
var mistaken = [...]*single{windows, mac, dos, america}

// twiceIn is the encoding that the text has been read in by mistake, and what is garbled
// first; nil where it isn't certain.
func twiceIn(text string) (e *single, first string) {
	for _, e := range mistaken {
		if first, certain := garbledIn(text, e); certain {
			return e, first
		}
	}
	return nil, ""
}

// garbledIn says whether every run of signs beyond ASCII is UTF-8 read in an encoding,
// and at least two letters of ours are.
func garbledIn(text string, e *single) (first string, certain bool) {
	letters := 0
	for rest := text; ; {
		start := strings.IndexFunc(rest, beyondASCII)
		if start < 0 {
			return first, letters > 1
		}
		rest = rest[start:]
		n := runLength(rest)
		whole, ok := reread(rest[:n], e)
		if !ok {
			return "", false
		}
		for _, r := range whole {
			if !likely(r) {
				return "", false
			}
			if strings.ContainsRune("åäöÅÄÖéü"+leads, r) {
				letters++
			}
		}
		if first == "" {
			first = rest[:n]
		}
		rest = rest[n:]
	}
}

func beyondASCII(r rune) bool { return r >= utf8.RuneSelf }

// mostRun bounds how many signs are looked at as one.
const mostRun = 1 << 10

// runLength is how many bytes the signs beyond ASCII are that s begins with.
func runLength(s string) int {
	for i, r := range s {
		if r < utf8.RuneSelf || i >= mostRun {
			return i
		}
	}
	return len(s)
}

// reread is a run of signs as UTF-8 again.
func reread(run string, e *single) (string, bool) {
	raw := make([]byte, 0, len(run))
	for _, r := range run {
		b, ok := e.bytes[r]
		if !ok {
			return "", false
		}
		raw = append(raw, b)
	}
	return string(raw), utf8.Valid(raw)
}

// undone is the text with every run that can be reread so.
func undone(text string, e *single) string {
	var out strings.Builder
	out.Grow(len(text))
	for rest := text; ; {
		start := strings.IndexFunc(rest, beyondASCII)
		if start < 0 {
			out.WriteString(rest)
			return out.String()
		}
		out.WriteString(rest[:start])
		rest = rest[start:]
		n := runLength(rest)
		whole, ok := reread(rest[:n], e)
		if !ok {
			whole = rest[:n]
		}
		out.WriteString(whole)
		rest = rest[n:]
	}
}

// garbled points out the first places where a letter seems to have been read so, in a
// file where others are right.
func garbled(text string) (doubts []doubt) {
	for at := 0; len(doubts) < mostDoubts; {
		start := strings.IndexAny(text[at:], leads)
		if start < 0 {
			return doubts
		}
		at += start
		n := runLength(text[at:])
		for _, e := range mistaken {
			if whole, ok := reread(text[at:at+n], e); ok && strings.ContainsAny(whole, "åäöÅÄÖé") {
				doubts = append(doubts, doubt{at, fmt.Sprintf("”%s” kan vara ett ”%s” som har förvanskats på vägen; det lästes som det står.", text[at:at+n], whole)})
				break
			}
		}
		at += n
	}
	return doubts
}
