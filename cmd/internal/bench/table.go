package bench

import (
	"fmt"
	"io"
	"strings"
	"time"

	"itportfoljen/app/base/text"
	"itportfoljen/cmd/internal/table"
)

// Write writes the lines as one table.
func Write(w io.Writer, lines []Line) {
	rows := [][]string{{"Vad", "Vi", "Jämfört med", "De", "Kvot", "Mål", ""}}
	for _, l := range lines {
		row := []string{l.What, l.Note, l.Against, "", "", l.Goal, "missat"}
		if l.Note == "" {
			row[1] = duration(l.Ours)
		}
		if l.Theirs > 0 {
			row[3], row[4] = duration(l.Theirs), number(l.Ratio())+" ×"
		}
		if l.Met {
			row[6] = "nått"
		}
		rows = append(rows, row)
	}
	table.Write(w, rows)
}

func duration(d time.Duration) string {
	ms := float64(d) / float64(time.Millisecond)
	switch {
	case ms >= 1000:
		return number(ms/1000) + " s"
	case ms >= 1:
		return number(ms) + " ms"
	}
	return number(ms*1000) + " µs"
}

// number is x with three figures that count and a decimal comma.
func number(x float64) string {
	decimals := 2
	if x >= 100 {
		decimals = 0
	} else if x >= 10 {
		decimals = 1
	}
	return strings.Replace(fmt.Sprintf("%.*f", decimals, x), ".", ",", 1)
}

func megabytes(n int64) string { return number(float64(n)/(1<<20)) + " MB" }

func count(n int) string { return text.Count(n) }
