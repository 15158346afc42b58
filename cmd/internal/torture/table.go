//go:build linux

package torture

import (
	"fmt"
	"io"

	"itportfoljen/app/base/text"
	"itportfoljen/cmd/internal/table"
)

// Lost is how many faults were found in all.
func Lost(lines []*Line) int {
	n := 0
	for _, l := range lines {
		n += l.Lost
	}
	return n
}

// Write writes the lines as one table, and then in a sentence what came of it.
func Write(w io.Writer, lines []*Line) {
	rows := [][]string{{"Vad", "Gånger", "Mitt i", "Bekräftat", "Fel", "Anmärkning"}}
	skipped := 0
	for _, l := range lines {
		rows = append(rows, l.row())
		skipped += count(l.Skipped != "")
	}
	table.Write(w, rows, 1, 2, 3, 4)
	switch n := Lost(lines); {
	case n > 0:
		fmt.Fprintf(w, "\n%s. Mapparna finns kvar.\n", text.Plural(n, "fel", "fel"))
	case skipped > 0:
		fmt.Fprintf(w, "\nInget fel i det som prövades. INTE PRÖVAT: %s.\n", text.Plural(skipped, "rad", "rader"))
	default:
		fmt.Fprintln(w, "\nInget förlorat, inget halvt, inget kvar, inget osant.")
	}
}

func (l *Line) row() []string {
	if l.Skipped != "" {
		return []string{l.What, "–", "", "", "", "INTE PRÖVAT: " + l.Skipped}
	}
	row := []string{l.What, text.Count(l.Times), "", "", text.Count(l.Lost), l.Note}
	if l.Writing && l.Times > 0 {
		row[2] = fmt.Sprintf("%d %%", 100*l.Inside/l.Times)
	}
	if l.Acked > 0 {
		row[3] = text.Count(l.Acked)
	}
	return row
}
