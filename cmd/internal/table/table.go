// Package table sets rows of text in columns, for the programs that measure and
// try the others.
package table

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// Write writes rows with their columns under each other, those named set from
// the right.
func Write(w io.Writer, rows [][]string, right ...int) {
	var width []int
	for _, row := range rows {
		for i, s := range row {
			if i == len(width) {
				width = append(width, 0)
			}
			width[i] = max(width[i], utf8.RuneCountInString(s))
		}
	}
	for _, row := range rows {
		var b strings.Builder
		for i, s := range row {
			room := strings.Repeat(" ", width[i]-utf8.RuneCountInString(s))
			if slices.Contains(right, i) {
				b.WriteString(room + s + "  ")
			} else {
				b.WriteString(s + room + "  ")
			}
		}
		fmt.Fprintln(w, strings.TrimRight(b.String(), " "))
	}
}
