package main

import (
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"golang.org/x/term"

	"itportfoljen/app/base/text"
)

// table is what people get: headings, rows and a line about them.
type table struct {
	heads []string
	right []bool // columns set from the right
	rows  [][]string
	long  bool // the last column is a sentence, and isn't cut
	whole bool // nothing is cut
}

// onScreen says that what is written is read on a terminal, where long lines break.
func onScreen(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// widest is how wide a column may be, in characters.
const widest = 44

func (t *table) write(w io.Writer) {
	cut := func(i int, s string) string {
		if t.whole || t.long && i == len(t.heads)-1 {
			return text.OneLine(s)
		}
		return text.Shorten(s, widest)
	}
	width := make([]int, len(t.heads))
	for _, row := range append([][]string{t.heads}, t.rows...) {
		for i, s := range row {
			width[i] = max(width[i], utf8.RuneCountInString(cut(i, s)))
		}
	}
	line := func(row []string) {
		var b strings.Builder
		for i, s := range row {
			if i > 0 {
				b.WriteString("  ")
			}
			if s = cut(i, s); i < len(t.right) && t.right[i] {
				b.WriteString(strings.Repeat(" ", width[i]-utf8.RuneCountInString(s)) + s)
			} else {
				b.WriteString(pad(s, width[i]))
			}
		}
		say(w, "%s\n", strings.TrimRight(b.String(), " "))
	}
	line(t.heads)
	rule := make([]string, len(width))
	for i, n := range width {
		rule[i] = strings.Repeat("─", n)
	}
	line(rule)
	for _, row := range t.rows {
		line(row)
	}
}
