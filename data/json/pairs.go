package json

import (
	"bytes"
	"encoding/json"
	"iter"
)

// pairs are the keys of an object with their values as written, in order. The object is
// known to be whole; of something else there are none.
func pairs(object []byte) iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		if object[0] != '{' {
			return
		}
		for rest := skip(object[1:]); len(rest) > 0 && rest[0] == '"'; rest = skip(rest) {
			n := lengthOf(rest)
			key := textOf(rest[:n])
			rest = skip(rest[n:])
			n = lengthOf(rest)
			if !yield(key, rest[:n]) {
				return
			}
			rest = rest[n:]
		}
	}
}

// skip is what follows blanks, a colon and a comma.
func skip(b []byte) []byte { return bytes.TrimLeft(b, space+":,") }

// lengthOf is how long the value is that b begins with.
func lengthOf(b []byte) int {
	depth := 0
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '"':
			i += quoted(b[i:]) - 1
		case '[', '{':
			depth++
		case ']', '}':
			if depth == 0 { // the end of what a bare value is in
				return i
			}
			depth--
		case ',', ' ', '\t', '\r', '\n':
			if depth == 0 {
				return i
			}
			continue
		default:
			continue
		}
		if depth == 0 {
			return i + 1
		}
	}
	return len(b)
}

// quoted is how long the text is that b begins with, its quotation marks included.
func quoted(b []byte) int {
	for i := 1; i < len(b); i++ {
		switch b[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(b)
}

// textOf is what stands between quotation marks.
func textOf(quoted []byte) string {
	inner := quoted[1 : len(quoted)-1]
	if bytes.IndexByte(inner, '\\') < 0 {
		return string(inner)
	}
	var s string
	_ = json.Unmarshal(quoted, &s) // it is known to be whole
	return s
}
