package main

import (
	"fmt"
	"io"

	"itportfoljen/app/base/text"
)

// say prints to people. The format stands as it is written here; what it is
// given comes from files, names and the world outside, and is made plain text on
// one line, so that no name can steer a terminal or write lines of its own. It
// is the only way that the program prints, save for JSON, which escapes.
func say(w io.Writer, format string, args ...any) {
	for i, a := range args {
		args[i] = plain(a)
	}
	fmt.Fprintf(w, format, args...)
}

// several is a text of more lines than one that say prints as such.
type several string

func plain(a any) any {
	switch a := a.(type) {
	case several:
		return text.Lines(string(a))
	case int, int64, bool, float64:
		return a
	case string:
		return text.Line(a)
	}
	return text.Line(fmt.Sprint(a))
}
